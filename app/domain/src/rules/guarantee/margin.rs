//! 利益保护 (S16): the way of a case from the works over dealer, sub-distributor and shop to the consumer, and what each of
//! them keeps of what the consumer pays. Nobody's promise counts what is another's: where the price for shops is not
//! agreed, a shop's tenth is taken off first.

use super::{Light, Proof, Shown};
use crate::id::ProductId;
use crate::limits::{MARGIN_FLOOR, SHOP_MARGIN};
use crate::measure::{Money, Share};
use crate::order::InOrder;
use crate::records::{Agreement, PriceLine, Product};

/// Who earns on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Earner {
    /// 经销商.
    Dealer,
    /// 分销商.
    SubDistributor,
    /// 门店.
    Shop,
}

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Who.
    pub who: Earner,
    /// What a case costs them, if it is known.
    pub buys: Option<Money>,
    /// What they sell it for, if it is known.
    pub sells: Option<Money>,
    /// What they keep, of what the consumer pays; a loss is nothing.
    pub keeps: Option<Share>,
}

/// What a product leaves to whom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margin<'a> {
    /// Which.
    pub product: &'a Product,
    /// What a case costs the partner.
    pub buys: Money,
    /// What its pieces bring at the guide price.
    pub sells: Money,
    /// What is the partner's own of that.
    pub own: Share,
    /// Whether the price of the case was agreed; it is the listed one if not.
    pub agreed: bool,
    /// What a shop pays for it, if that was agreed.
    pub shop: Option<Money>,
    /// The way from the works to the consumer.
    pub chain: [Link; 3],
}

impl Margin<'_> {
    /// Whether the partner's own is too little to live on.
    #[must_use]
    pub fn is_thin(&self) -> bool {
        self.own < MARGIN_FLOOR
    }

    /// Whether what was agreed leaves a shop too little.
    #[must_use]
    pub fn starves_shops(&self) -> bool {
        self.shop.is_some() && self.chain[2].keeps.is_some_and(|share| share < SHOP_MARGIN)
    }
}

/// What the products of an agreement leave, the least first. A product without a guide price is left out: nothing can be
/// said of it.
#[must_use]
pub fn margins<'a>(agreement: &Agreement, products: &'a [Product]) -> Vec<Margin<'a>> {
    let terms = &agreement.terms;
    let agreed = |id: ProductId| terms.prices.iter().find(|line| line.product == id);
    let sold = |product: &&Product| {
        agreed(product.id).is_some()
            || if terms.products.is_empty() { product.listed } else { terms.products.contains(&product.id) }
    };
    let mut margins: Vec<Margin<'a>> =
        products.iter().filter(sold).filter_map(|product| margin(product, agreed(product.id))).collect();
    margins.order_by_key(|margin| (margin.own, margin.product.code.clone(), margin.product.id));
    margins
}

fn margin<'a>(product: &'a Product, line: Option<&PriceLine>) -> Option<Margin<'a>> {
    let sells = product.retail_price.0.checked_mul(i64::from(product.pieces_per_case)).filter(|sum| *sum > 0)?;
    let sells = Money(sells);
    let buys = line.map_or(product.case_price, |line| line.price);
    let (ex_works, shop) = (line.and_then(|line| line.ex_works), line.and_then(|line| line.shop));
    let link = |who, buys: Option<Money>, to: Option<Money>| {
        let keeps = buys.zip(to).map(|(buys, to)| Share::of(to.0.saturating_sub(buys.0), sells.0));
        Link { who, buys, sells: to, keeps }
    };
    let chain = [
        link(Earner::Dealer, ex_works, Some(buys)),
        link(Earner::SubDistributor, Some(buys), shop),
        link(Earner::Shop, shop, Some(sells)),
    ];
    let both = Share::of(sells.0.saturating_sub(buys.0), sells.0);
    let own = chain[1].keeps.unwrap_or(Share(both.0.saturating_sub(SHOP_MARGIN.0)));
    Some(Margin { product, buys, sells, own, agreed: line.is_some(), shop, chain })
}

pub(super) fn proofs(agreement: &Agreement, products: &[Product]) -> Vec<Proof> {
    let from = agreement.terms.from;
    let count = agreement.terms.prices.len();
    let agreed = match count {
        0 => Proof::new(Light::Amber, Shown::ListPrices),
        count => Proof::new(Light::Green, Shown::Prices(count)),
    };
    let margins = margins(agreement, products);
    let least = margins.first().map(|margin| {
        let light = if margin.is_thin() { Light::Red } else { Light::Green };
        let Margin { buys, sells, own, shop, .. } = *margin;
        Proof::new(light, Shown::Least { product: margin.product.name.clone(), buys, shop, sells, own })
    });
    // Whoever sells to shops that cannot live on it does not sell to them for long; the own promise holds all the same.
    let starved = margins.iter().find(|margin| margin.starves_shops()).map(|margin| {
        let keeps = margin.chain[2].keeps.unwrap_or_default();
        Proof::new(Light::Amber, Shown::ShopsStarve { product: margin.product.name.clone(), keeps })
    });
    least.into_iter().chain(starved).chain([agreed.on(from)]).collect()
}
