//! What a competitor does in the shop (F17): noted in a few taps, wherever in the visit it is noticed.

mod draft;
mod sheet;

use super::desk::Desk;
use crate::text::Texts;
use crate::ui::{Icon, icon, icon_small};
use domain::records::Sighting;
use draft::Draft;
use leptos::prelude::*;
use sheet::sighting_sheet;

/// What was noted, each to be changed, and the row that notes one more.
pub fn sightings(desk: Desk) -> AnyView {
    let t = desk.t;
    let draft = Draft::new();
    let seen = Memo::new(move |_| desk.book.sightings.get().unwrap_or_default());
    let rows = move || {
        let seen = seen.get().into_iter();
        seen.map(|sighting| {
            let (what, more) = sighting_words(t, &sighting);
            view! {
                <button type="button" class="line" on:click=move |_| draft.change(sighting.clone())>
                    <span class="quiet">{icon(Icon::Eye)}</span>
                    <span class="grow">
                        <span class="t">{what}</span>
                        <span class="w">{more}</span>
                    </span>
                    <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
                </button>
            }
        })
        .collect_view()
    };
    view! {
        {rows}
        <button type="button" class="line" on:click=move |_| draft.begin()>
            <span class="quiet">{icon(Icon::Eye)}</span>
            <span class="grow"><span class="t">{t.beside.sighting}</span></span>
            <span class="quiet">{icon_small(Icon::Plus)}</span>
        </button>
        {sighting_sheet(desk, draft)}
    }
    .into_any()
}

/// Whose and what, and what they do for it.
pub fn sighting_words(t: Texts, sighting: &Sighting) -> (String, String) {
    let what = if sighting.product.is_empty() {
        sighting.brand.clone()
    } else {
        format!("{} {}", sighting.brand, sighting.product)
    };
    let mut more: Vec<String> = sighting.price.map(|price| price.yuan()).into_iter().collect();
    more.extend((!sighting.promotion.is_empty()).then(|| sighting.promotion.clone()));
    more.extend(sighting.spend.map(|money| (t.beside.spends)(&money.yuan())));
    (what, more.join(t.frame.dot))
}
