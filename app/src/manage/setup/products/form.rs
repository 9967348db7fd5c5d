//! One product while it is typed: what makes the record of it, and the acts: saving it, ending it, selling it again. What
//! is typed is kept on this device until it is saved.

use super::left::{self, Typed, texts};
use crate::field::fen;
use crate::manage::setup::unsaved;
use crate::state::{Phone, State, spawn};
use crate::text::Texts;
use crate::ui::{Busy, Toast, record_or_say};
use domain::commands::{AddProduct, ChangeProduct, product_fits};
use domain::id::{CommandId, ProductId};
use domain::language::Words;
use domain::limits::MONEY_MOST;
use domain::measure::Money;
use domain::records::Product;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What is typed; cheap to copy. Numbers and amounts stay texts until they are right.
#[derive(Clone, Copy)]
pub struct Form {
    pub t: Texts,
    state: State,
    pub products: ReadSignal<Option<Vec<Product>>>,
    /// As it was when it was read into the fields; none for a new one.
    pub before: RwSignal<Option<Product>>,
    /// The number of a new one, made once: a double tap is one product.
    pub id: ProductId,
    pub code: RwSignal<String>,
    pub name: RwSignal<String>,
    pub english: RwSignal<String>,
    pub barcode: RwSignal<String>,
    pub millilitres: RwSignal<String>,
    pub pieces: RwSignal<String>,
    pub case_price: RwSignal<String>,
    pub retail_price: RwSignal<String>,
    /// Whether it goes on with what was left.
    pub resumed: RwSignal<bool>,
    /// The command that came back, if it is made again, and the code that was taken.
    pub from: Option<CommandId>,
    refused: StoredValue<Option<String>>,
    busy: Busy,
}

impl Form {
    /// The fields as a product has them; empty ones for a new one.
    pub fn of(
        t: Texts,
        state: State,
        products: ReadSignal<Option<Vec<Product>>>,
        before: Option<Product>,
        left: Option<Typed>,
        id: ProductId,
    ) -> Self {
        let resumed = RwSignal::new(left.is_some());
        // A change is told apart from what was known when it was begun.
        let (id, before, fields) = match left {
            Some(left) => (left.id, left.before, Some(left.fields)),
            None => (id, before, None),
        };
        let [code, name, english, barcode, millilitres, pieces, case_price, retail_price] =
            before.as_ref().map(texts).unwrap_or_default().map(RwSignal::new);
        let form = Self {
            t,
            state,
            products,
            id,
            code,
            name,
            english,
            barcode,
            millilitres,
            pieces,
            case_price,
            retail_price,
            before: RwSignal::new(before),
            resumed,
            from: None,
            refused: StoredValue::new(None),
            busy: Busy::new(),
        };
        if let Some(fields) = fields {
            form.write(fields);
        }
        form
    }

    /// The product as it is typed; none while something in it does not hold.
    pub fn product(self) -> Option<Product> {
        let text = |signal: RwSignal<String>| signal.with(|text| text.trim().to_owned());
        let product = Product {
            id: self.id,
            code: text(self.code),
            name: Words::new(text(self.name), text(self.english)),
            barcode: text(self.barcode),
            millilitres: count(self.millilitres)?,
            pieces_per_case: count(self.pieces)?,
            case_price: amount(self.case_price)?,
            retail_price: amount(self.retail_price)?,
            listed: self.before.with(|before| before.as_ref().is_none_or(|before| before.listed)),
        };
        (product_fits(&product).is_ok() && !self.code_is_taken()).then_some(product)
    }

    /// Whether another product has the code: a table that is imported finds products by it.
    pub fn code_is_taken(self) -> bool {
        let code = self.code.with(|code| code.trim().to_owned());
        self.codes().contains(&code)
    }

    /// Codes that are taken, as far as this device knows.
    pub fn codes(self) -> BTreeSet<String> {
        let refused = self.refused.get_value();
        self.products.with(|products| {
            let others = products.iter().flatten().filter(|product| product.id != self.id);
            others.map(|other| other.code.trim().to_owned()).chain(refused).collect()
        })
    }

    /// The same for what came back because its code is taken.
    pub fn again(self, from: Option<CommandId>, code: String) -> Self {
        Self { from, refused: StoredValue::new(Some(code)), ..self }
    }

    /// Whether it is not there yet.
    pub fn is_new(self) -> bool {
        self.before.with(Option::is_none)
    }

    /// Whether there is something to save, and all of it holds.
    pub fn can_save(self) -> bool {
        let after = self.product();
        !self.busy.get() && after.is_some() && self.before.with(|before| *before != after)
    }

    /// Records it; `added` once a new one is there.
    pub fn save(self, added: impl Fn() + 'static) {
        let Some(after) = untrack(|| self.product()) else { return };
        if !self.busy.take() {
            return;
        }
        let (t, state) = (self.t, self.state);
        let before = self.before.get_untracked();
        let name = after.name.get(t.language).to_owned();
        spawn(async move {
            let (command, words) = match &before {
                Some(before) => (ChangeProduct::between(before, &after).into(), (t.products.saved)(&name)),
                None => (AddProduct { product: after.clone() }.into(), (t.products.added)(&name)),
            };
            match Phone.record(command).await {
                Ok(()) => {
                    unsaved::forget(left::name(before.as_ref().map(|product| product.id), self.from)).await;
                    if let Some(from) = self.from {
                        Phone.dismiss(from).await;
                    }
                    self.before.try_set(Some(after.clone()));
                    let toast = Toast::saved(words);
                    match before {
                        Some(before) => {
                            let undo = move || {
                                record_or_say(t, state, ChangeProduct::between(&after, &before));
                                self.fill(&before);
                            };
                            toast.with_undo(undo).show(state);
                        }
                        None => {
                            toast.show(state);
                            added();
                        }
                    }
                }
                Err(why) => Toast::not_recorded(t, &why).show(state),
            }
            self.busy.done();
        });
    }

    /// Ends it, or sells it again. What is typed beside it stays.
    pub fn list(self, listed: bool) {
        let Some(before) = self.before.get_untracked() else { return };
        let after = Product { listed, ..before.clone() };
        let (there, back) = (ChangeProduct::between(&before, &after), ChangeProduct::between(&after, &before));
        let (t, state) = (self.t, self.state);
        let words = (t.products.saved)(after.name.get(t.language));
        spawn(async move {
            match Phone.record(there.into()).await {
                Ok(()) => {
                    self.before.try_set(Some(after.clone()));
                    let undo = move || {
                        record_or_say(t, state, back.clone());
                        self.before.try_set(Some(before.clone()));
                    };
                    Toast::saved(words).with_undo(undo).show(state);
                }
                Err(why) => Toast::not_recorded(t, &why).show(state),
            }
        });
    }

    /// The fields as a product has them. The screen may have gone meanwhile.
    pub fn fill(self, product: &Product) {
        self.write(texts(product));
        self.before.try_set(Some(product.clone()));
    }
}

/// A whole number above nothing.
pub fn count(text: RwSignal<String>) -> Option<u32> {
    text.with(|text| text.trim().parse().ok()).filter(|count| *count > 0)
}

/// An amount in yuan; nothing typed is none.
pub fn amount(text: RwSignal<String>) -> Option<Money> {
    let money = text.with(|text| fen(text).ok())?.unwrap_or_default();
    (0..=MONEY_MOST).contains(&money.0).then_some(money)
}
