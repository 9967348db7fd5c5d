//! Where a competitor's brand was seen: those who sell it are the first to ask when somebody is looked for by it (S31).

use super::form::Form;
use crate::partner::brands;
use crate::state::{Phone, live};
use crate::ui::{self, Icon, icon_small};
use domain::Kind;
use domain::id::OutletId;
use domain::order::InOrder;
use domain::records::{CandidateFacts, Outlet, Sighting};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// As many as are shown.
const SHOWN: usize = 8;

/// A shop where it was seen, and how often.
#[derive(Clone, PartialEq)]
struct Seen {
    shop: Outlet,
    brand: String,
    times: usize,
}

/// The shops on this phone where one of the brands typed was seen, where it was seen most first. A tap takes over the
/// shop's facts.
pub fn seen(form: Form) -> AnyView {
    let t = form.t;
    let found = live(&[Kind::Sighting], move |phone| {
        let wanted = form.brands.with(|line| brands::typed(line));
        async move { look(phone, &wanted).await }
    });
    let take = move |seen: &Seen| {
        let Outlet { name, owner, phone, address, .. } = seen.shop.clone();
        form.facts.update(|facts| *facts = CandidateFacts { name, contact: owner, phone, address, ..facts.clone() });
    };
    let row = move |seen: Seen| {
        let second =
            format!("{}{}{}", (t.partner.add.seen_times)(&seen.brand, seen.times), t.frame.dot, seen.shop.address);
        let name = seen.shop.name.clone();
        view! {
            <button type="button" class="line" on:click=move |_| take(&seen)>
                <span class="grow">
                    <span class="t">{name}</span>
                    <span class="w cut">{second}</span>
                </span>
                <span class="quiet">{icon_small(Icon::Plus)}</span>
            </button>
        }
    };
    let rows = move || {
        let found = found.get().filter(|found| !found.is_empty())?;
        let count = found.len();
        let rows = found.into_iter().take(SHOWN).map(row).collect_view();
        Some(view! {
            <section class="group seen">
                {ui::section(t.partner.add.seen, count.to_string())}
                {rows}
            </section>
        })
    };
    rows.into_any()
}

async fn look(phone: Phone, wanted: &[String]) -> Vec<Seen> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut times: BTreeMap<OutletId, (String, usize)> = BTreeMap::new();
    for sighting in phone.all::<Sighting>().await {
        if wanted.iter().any(|brand| is_same(brand, &sighting.brand)) {
            times.entry(sighting.outlet).or_insert((sighting.brand, 0)).1 += 1;
        }
    }
    let shops = phone.several::<Outlet>(times.keys().copied().collect()).await;
    let seen = shops.into_iter().zip(times.into_values());
    let mut seen: Vec<Seen> =
        seen.filter_map(|(shop, (brand, times))| Some(Seen { shop: shop?, brand, times })).collect();
    seen.order_by_key(|seen| (std::cmp::Reverse(seen.times), seen.shop.code.clone()));
    seen
}

/// One says 统一, another 统一企业.
fn is_same(typed: &str, seen: &str) -> bool {
    let (typed, seen) = (typed.to_lowercase(), seen.trim().to_lowercase());
    !seen.is_empty() && (seen.contains(&typed) || typed.contains(&seen))
}
