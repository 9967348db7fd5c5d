//! What is typed of a product and not saved: kept on this device, and gone on with when the product is opened again.

use super::form::Form;
use crate::field::fen_text;
use crate::manage::setup::unsaved;
use domain::id::{CommandId, ProductId};
use domain::records::Product;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What was typed and not saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Typed {
    pub id: ProductId,
    pub before: Option<Product>,
    pub fields: [String; 8],
}

/// Under which name it is kept; a new one has no number that is known before, and what came back and is made again its own.
pub fn name(known: Option<ProductId>, from: Option<CommandId>) -> String {
    match (known, from) {
        (Some(id), _) => format!("product:{id}"),
        (None, Some(from)) => format!("product:{from}"),
        (None, None) => "product:new".to_owned(),
    }
}

impl Form {
    fn signals(self) -> [RwSignal<String>; 8] {
        [
            self.code,
            self.name,
            self.english,
            self.barcode,
            self.millilitres,
            self.pieces,
            self.case_price,
            self.retail_price,
        ]
    }

    /// The screen may have gone meanwhile.
    pub fn write(self, fields: [String; 8]) {
        for (signal, text) in self.signals().into_iter().zip(fields) {
            signal.try_set(text);
        }
    }

    /// Whether anything is typed that is not saved, right or wrong.
    pub fn is_changed(self) -> bool {
        match self.product() {
            Some(after) => self.before.with(|before| before.as_ref() != Some(&after)),
            None => {
                let known = self.before.with(|before| before.as_ref().map(texts)).unwrap_or_default();
                self.signals().map(|signal| signal.get()) != known
            }
        }
    }

    /// Whether somebody has changed the product since this was begun.
    pub fn is_overtaken(self) -> bool {
        self.products.with(|products| {
            let known = products.iter().flatten().find(|product| product.id == self.id);
            self.before.with(|before| before.is_some() && known.is_some() && before.as_ref() != known)
        })
    }

    /// Keeps what is typed at each change.
    pub fn keep(self) {
        let name = name(self.before.with_untracked(|before| before.as_ref().map(|product| product.id)), self.from);
        let work = move || {
            let fields = self.signals().map(|signal| signal.get());
            self.is_changed().then(|| Typed { id: self.id, before: self.before.get(), fields })
        };
        unsaved::keep(move || Some(name.clone()), work);
    }

    /// Forgets what was typed: the fields are as the product is now.
    pub fn discard(self) {
        let known = self
            .products
            .with_untracked(|products| products.iter().flatten().find(|product| product.id == self.id).cloned());
        self.resumed.set(false);
        match known {
            Some(product) => self.fill(&product),
            None => self.write(Default::default()),
        }
    }
}

/// The fields as a product has them.
pub fn texts(product: &Product) -> [String; 8] {
    [
        product.code.clone(),
        product.name.zh.clone(),
        product.name.en.clone(),
        product.barcode.clone(),
        product.millilitres.to_string(),
        product.pieces_per_case.to_string(),
        fen_text(product.case_price),
        fen_text(product.retail_price),
    ]
}
