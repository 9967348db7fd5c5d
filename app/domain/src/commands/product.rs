//! What the marketing centre changes about products. A change names only the fields it is about; a product that is not
//! sold any more stays, because visits and agreements name it.

use super::{Changes, Context, Decide};
use crate::code::{Code, is_code_taken};
use crate::id::ProductId;
use crate::language::Words;
use crate::limits::{MONEY_MOST, SHORT_TEXT_CHARS};
use crate::measure::Money;
use crate::records::{AnyRecord, Product};
use crate::refusal::Refusal;
use crate::rules::barcode::is_mistyped;
use crate::rules::text::within;
use crate::world::{Index, Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::AddProduct`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AddProduct {
    /// The product, under a number of its own.
    pub product: Product,
}

impl Decide for AddProduct {
    fn needs(&self, _: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<Product>(self.product.id)];
        needs.extend(Code::read(&self.product.code).ok().map(|code| Need::Index(Index::ProductsCoded(code))));
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        is_the_companys(context)?;
        if world.get::<Product>(self.product.id).is_some() {
            return Err(Refusal::ProductUnfit);
        }
        let code = Code::read(&self.product.code)?;
        product_fits(&self.product)?;
        let code = code.text().to_owned();
        let made = AnyRecord::Product(Product { code: code.clone(), ..self.product.clone() });
        if is_code_taken(&made, world) { Err(Refusal::CodeTaken { code }) } else { Ok(Changes::put(made)) }
    }
}

/// See [`super::Command::ChangeProduct`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeProduct {
    /// Which.
    pub product: ProductId,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Words>,
    /// The code on the piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub barcode: Option<String>,
    /// Contents of a piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub millilitres: Option<u32>,
    /// Pieces in a case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pieces_per_case: Option<u32>,
    /// List price of a case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_price: Option<Money>,
    /// Guide price of a piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retail_price: Option<Money>,
    /// Whether it is sold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listed: Option<bool>,
}

impl ChangeProduct {
    /// What makes the one of the other: of its fields those that differ.
    #[must_use]
    pub fn between(before: &Product, after: &Product) -> Self {
        Self {
            product: before.id,
            name: (before.name != after.name).then(|| after.name.clone()),
            barcode: (before.barcode != after.barcode).then(|| after.barcode.clone()),
            millilitres: (before.millilitres != after.millilitres).then_some(after.millilitres),
            pieces_per_case: (before.pieces_per_case != after.pieces_per_case).then_some(after.pieces_per_case),
            case_price: (before.case_price != after.case_price).then_some(after.case_price),
            retail_price: (before.retail_price != after.retail_price).then_some(after.retail_price),
            listed: (before.listed != after.listed).then_some(after.listed),
        }
    }

    /// Writes what is changed into a product.
    pub fn write(&self, product: &mut Product) {
        if let Some(name) = &self.name {
            product.name.clone_from(name);
        }
        if let Some(barcode) = &self.barcode {
            product.barcode.clone_from(barcode);
        }
        product.millilitres = self.millilitres.unwrap_or(product.millilitres);
        product.pieces_per_case = self.pieces_per_case.unwrap_or(product.pieces_per_case);
        product.case_price = self.case_price.unwrap_or(product.case_price);
        product.retail_price = self.retail_price.unwrap_or(product.retail_price);
        product.listed = self.listed.unwrap_or(product.listed);
    }
}

impl Decide for ChangeProduct {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Product>(self.product)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        is_the_companys(context)?;
        let before = world.get::<Product>(self.product).ok_or(Refusal::ProductUnfit)?;
        let mut after = before.clone();
        self.write(&mut after);
        product_fits(&after)?;
        Ok(Changes::put(after))
    }
}

/// Products are the whole company's: a region sells them and does not make them.
const fn is_the_companys(context: &Context) -> Result<(), Refusal> {
    if context.role.sees_all() { Ok(()) } else { Err(Refusal::NotYourRole) }
}

/// Whether a product can be sold and counted. The form says the same while it is filled in.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn product_fits(product: &Product) -> Result<(), Refusal> {
    if product.code.trim().is_empty() || product.name.zh.trim().is_empty() {
        return Err(Refusal::WordsNeeded);
    }
    for text in [&product.code, &product.name.zh, &product.name.en, &product.barcode] {
        within(text, SHORT_TEXT_CHARS)?;
    }
    if [product.case_price, product.retail_price].iter().any(|price| !(0..=MONEY_MOST).contains(&price.0)) {
        return Err(Refusal::AmountUnfit { most: Money(MONEY_MOST) });
    }
    if product.pieces_per_case == 0 || product.millilitres == 0 || is_mistyped(&product.barcode) {
        return Err(Refusal::ProductUnfit);
    }
    Ok(())
}
