//! Whose ground is whose, drawn without a map: the territories where their shops lie, as large as they have shops, with
//! the partners that alone may sell there (F52, S29).

use super::Region;
use crate::routes;
use crate::state::live;
use crate::text::Texts;
use crate::ui::skeleton_rows;
use domain::Kind;
use domain::records::{Agreement, Outlet, Territory};
use domain::rules::agreement::standing;
use domain::rules::ground::covers;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A territory as it is drawn.
#[derive(Clone, Debug, PartialEq)]
struct Spot {
    territory: Territory,
    shops: usize,
    /// The middle of its shops, in micro-degrees.
    lat: i64,
    lon: i64,
}

/// See the module.
pub(super) fn grounds(t: Texts, region: &Arc<Region>) -> AnyView {
    let spots = live(&[Kind::Territory, Kind::Outlet], |phone| async move {
        let mut middle: BTreeMap<_, (usize, i64, i64)> = BTreeMap::new();
        for outlet in phone.all::<Outlet>().await.iter().filter(|outlet| outlet.open && !outlet.partner) {
            let sum = middle.entry(outlet.territory).or_default();
            *sum = (sum.0 + 1, sum.1 + i64::from(outlet.position.lat), sum.2 + i64::from(outlet.position.lon));
        }
        let territories = phone.all::<Territory>().await;
        let spot = |territory: Territory| {
            let (shops, lat, lon) = middle.get(&territory.id).copied().unwrap_or_default();
            let count = i64::try_from(shops.max(1)).unwrap_or(1);
            Spot { territory, shops, lat: lat / count, lon: lon / count }
        };
        territories.into_iter().map(spot).collect::<Vec<_>>()
    });
    let region = Arc::clone(region);
    (move || spots.with(|spots| spots.as_ref().map_or_else(|| skeleton_rows(5), |spots| drawn(t, spots, &region))))
        .into_any()
}

/// The partners that hold some of a territory.
fn holders<'a>(territory: &Territory, region: &'a Region) -> Vec<&'a Agreement> {
    let meets = |agreement: &&Agreement| {
        let areas = &agreement.terms.ground.areas;
        let code = |code: &String| areas.iter().any(|area| covers(&area.code, code) || covers(code, &area.code));
        standing(agreement, region.today).holds_ground() && territory.area_codes.iter().any(code)
    };
    region.agreements.iter().filter(meets).collect()
}

fn drawn(t: Texts, spots: &[Spot], region: &Region) -> AnyView {
    let bounds = |read: fn(&Spot) -> i64| {
        let all = || spots.iter().filter(|spot| spot.shops > 0).map(read);
        let (least, most) = (all().min().unwrap_or_default(), all().max().unwrap_or_default());
        (least, (most - least).max(1))
    };
    let ((south, high), (west, wide)) = (bounds(|spot| spot.lat), bounds(|spot| spot.lon));
    let most = spots.iter().map(|spot| spot.shops).max().unwrap_or(1).max(1);
    let circles = spots.iter().filter(|spot| spot.shops > 0).map(|spot| {
        // A name is twice as wide as its circle, and is read at the edges too.
        let x = 180 + (spot.lon - west) * 440 / wide;
        // North is up, and the page counts downwards.
        let y = 310 - (spot.lat - south) * 240 / high;
        let radius = 18 + spot.shops * 40 / most;
        let held = holders(&spot.territory, region);
        let class = if held.is_empty() { "free" } else { "held" };
        view! {
            <g class=class>
                <circle cx=x.to_string() cy=y.to_string() r=radius.to_string()></circle>
                <text x=x.to_string() y=(y + i64::try_from(radius).unwrap_or_default() + 20).to_string()>{spot.territory.name.get(t.language).to_owned()}</text>
            </g>
        }
    });
    let rows = spots.iter().map(|spot| {
        let held = holders(&spot.territory, region);
        let names = held.iter().map(|agreement| {
            view! { <a class="chip" href=routes::agreement(agreement.id)>{agreement.candidate_name.clone()}</a> }
        });
        let nobody = held.is_empty().then(|| view! { <span class="meta">{t.board.free}</span> });
        view! {
            <li class="line">
                <span class="grow">
                    <span class="t">{spot.territory.name.get(t.language).to_owned()}</span>
                    <span class="w">{(t.board.shops)(spot.shops)}</span>
                </span>
                <span class="chips wrap">{names.collect_view()}{nobody}</span>
            </li>
        }
    });
    view! {
        <div class="grounds">
            <svg viewBox="0 0 800 380" role="img" aria-label=t.board.ground>{circles.collect_view()}</svg>
            <p class="meta">{t.board.ground_more}</p>
            <ul class="group">{rows.collect_view()}</ul>
        </div>
    }
    .into_any()
}
