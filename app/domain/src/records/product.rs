//! What is sold.

use crate::id::ProductId;
use crate::language::Words;
use crate::measure::Money;
use crate::scope::Scope;
use serde::{Deserialize, Serialize};

/// A product with its pack and prices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Product {
    /// Its id.
    pub id: ProductId,
    /// The short code of the price list.
    pub code: String,
    /// Its name.
    pub name: Words,
    /// EAN-13 on the piece.
    pub barcode: String,
    /// Contents of a piece in millilitres.
    pub millilitres: u32,
    /// Pieces in a case.
    pub pieces_per_case: u32,
    /// List price of a case.
    pub case_price: Money,
    /// Guide retail price of a piece.
    pub retail_price: Money,
    /// Whether it is still sold.
    pub listed: bool,
}

impl Product {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Company
    }
}
