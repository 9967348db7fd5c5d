//! 利益保护 (S16): what lies between the price of a case and what its pieces bring at the guide price. The shop lives on
//! that as well, so that a partner with too little of it can only earn by undercutting others.

use super::{Light, Proof, Shown};
use crate::id::ProductId;
use crate::limits::MARGIN_FLOOR;
use crate::measure::{Money, Share};
use crate::order::InOrder;
use crate::records::{Agreement, Product};

/// What a product leaves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margin<'a> {
    /// Which.
    pub product: &'a Product,
    /// What a case costs the partner.
    pub buys: Money,
    /// What its pieces bring at the guide price.
    pub sells: Money,
    /// What lies between, of what they bring.
    pub room: Share,
    /// Whether the price of the case was agreed; it is the listed one if not.
    pub agreed: bool,
}

impl Margin<'_> {
    /// Whether it is too little to live on.
    #[must_use]
    pub fn is_thin(&self) -> bool {
        self.room < MARGIN_FLOOR
    }
}

/// What the products of an agreement leave, the least first. A product without a guide price is left out: nothing can be
/// said of it.
#[must_use]
pub fn margins<'a>(agreement: &Agreement, products: &'a [Product]) -> Vec<Margin<'a>> {
    let terms = &agreement.terms;
    let agreed = |id: ProductId| terms.prices.iter().find(|line| line.product == id).map(|line| line.price);
    let sold = |product: &&Product| {
        agreed(product.id).is_some()
            || if terms.products.is_empty() { product.listed } else { terms.products.contains(&product.id) }
    };
    let mut margins: Vec<Margin<'a>> = products
        .iter()
        .filter(sold)
        .filter_map(|product| {
            let sells = product.retail_price.0.checked_mul(i64::from(product.pieces_per_case))?;
            let buys = agreed(product.id).unwrap_or(product.case_price);
            let room = Share::of(sells.checked_sub(buys.0)?, sells);
            let agreed = agreed(product.id).is_some();
            (sells > 0).then_some(Margin { product, buys, sells: Money(sells), room, agreed })
        })
        .collect();
    margins.order_by_key(|margin| (margin.room, margin.product.code.clone(), margin.product.id));
    margins
}

pub(super) fn proofs(agreement: &Agreement, products: &[Product]) -> Vec<Proof> {
    let from = agreement.terms.from;
    let count = agreement.terms.prices.len();
    let agreed = match count {
        0 => Proof::new(Light::Amber, Shown::ListPrices),
        count => Proof::new(Light::Green, Shown::Prices(count)),
    };
    let least = margins(agreement, products).first().map(|margin| {
        let light = if margin.is_thin() { Light::Red } else { Light::Green };
        let product = margin.product.name.clone();
        Proof::new(light, Shown::Least { product, buys: margin.buys, sells: margin.sells, room: margin.room })
    });
    least.into_iter().chain([agreed.on(from)]).collect()
}
