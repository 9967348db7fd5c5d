//! The list: looked for by name, initials, code, owner or address, of one territory or all, and ticked to be moved together.

use super::Desk;
use crate::field::outlets::find::{Found, Places, Row, find};
use crate::routes;
use crate::ui::{self, Icon, class_letter, icon, long_list, select, skeleton_rows};
use domain::id::TerritoryId;
use leptos::prelude::*;
use std::sync::Arc;

/// See the module.
pub fn list(desk: Desk) -> AnyView {
    let t = desk.t;
    let (text, place) = (RwSignal::new(String::new()), RwSignal::new(0));
    let territory: RwSignal<Option<TerritoryId>> = RwSignal::new(None);
    let among = Memo::new(move |_| {
        let wanted = territory.get();
        desk.shops.with(|shops| {
            let shops = shops.as_ref()?.iter().enumerate();
            let fits = shops.filter(|(_, shop)| wanted.is_none_or(|wanted| shop.territory == wanted));
            Some(Places::new(fits.map(|(place, _)| place).collect()))
        })
    });
    let found = Memo::new(move |before: Option<&Option<Found>>| {
        let (shops, among) = (desk.shops.get()?, among.get()?);
        text.with(|text| Some(find(&shops, &among, None, text, before.and_then(Option::as_ref))))
    });
    // Another search begins at the top.
    Effect::new(move |before: Option<()>| {
        text.track();
        territory.track();
        if before.is_some() {
            place.set(0);
        }
    });
    let count = Memo::new(move |_| found.with(|found| found.as_ref().map(|found| found.places.len())));
    let sentence = move || match count.get() {
        None => t.setup.title.to_owned(),
        Some(n) if text.with(|text| text.trim().is_empty()) => (t.setup.head)(n),
        Some(n) => (t.outlets.found)(n),
    };
    let any = Memo::new(move |_| count.get().map(|count| count > 0));
    let rows = move || match any.get() {
        None => skeleton_rows(8),
        Some(true) => rows(desk, found, place),
        Some(false) => ui::empty(Icon::Search, t.setup.nothing, t.outlets.nothing_more, None),
    };
    view! {
        <div
            class="list shoplist"
            role=move || if desk.any() { "complementary" } else { "main" }
            aria-label=t.setup.title
            id=move || (!desk.any()).then_some("main")
            tabindex="-1"
        >
            <div class="bar">
                <a class="ib" href=routes::SETTINGS aria-label=t.frame.back>{icon(Icon::Back)}</a>
                <p class="meta grow cut">{t.manage.settings}</p>
                <a class="btn small" href=routes::new_shop()>{icon(Icon::Plus)}{t.setup.add}</a>
            </div>
            <div class="say"><h1>{sentence}</h1></div>
            <p class="vh" role="status">{sentence}</p>
            <div role="search" class="shopseek">
                {ui::find(t, t.outlets.search, text)}
                {move || of_territory(desk, territory)}
            </div>
            <div class="scroll">{rows}</div>
            {move || together(desk)}
        </div>
    }
    .into_any()
}

fn of_territory(desk: Desk, territory: RwSignal<Option<TerritoryId>>) -> AnyView {
    let t = desk.t;
    let options = desk.office.with(|office| {
        let known = office.iter().flat_map(|office| &office.territories);
        let named = known.map(|one| (one.id.to_string(), one.name.get(t.language).to_owned()));
        std::iter::once((String::new(), t.setup.everywhere.to_owned())).chain(named).collect()
    });
    let chosen = move || territory.get().map(|id| id.to_string()).unwrap_or_default();
    select("shop-territory", t.setup.territory, options, chosen, move |id| territory.set(id.parse().ok()))
}

fn rows(desk: Desk, found: Memo<Option<Found>>, place: RwSignal<i32>) -> AnyView {
    let count = Memo::new(move |_| found.with(|found| found.as_ref().map_or(0, |found| found.places.len())));
    let at = move |index: usize| {
        let place = found.with(|found| found.as_ref()?.places.get(index).copied())?;
        desk.shops.with(|shops| shops.as_ref()?.get(place).cloned())
    };
    long_list(desk.t.setup.title, count, place, at, move |shop| row(desk, &shop))
}

fn row(desk: Desk, shop: &Arc<Row>) -> AnyView {
    let t = desk.t;
    let (id, place) = (shop.id, shop.territory);
    let tick = move |ticked: bool| {
        desk.chosen.update(|chosen| match ticked {
            true => drop(chosen.insert(id)),
            false => drop(chosen.remove(&id)),
        });
    };
    let place = move || desk.office.with(|office| office.as_ref().map(|office| office.place(t, place)));
    let closed = (!shop.open).then(|| view! { <b class="owed">{t.setup.closed}</b>{t.frame.dot} });
    view! {
        <div class="outlet shoprow">
            <label class="pick">
                <input
                    type="checkbox"
                    aria-label=(t.setup.tick)(&shop.name)
                    prop:checked=move || desk.chosen.with(|chosen| chosen.contains(&id))
                    on:change=move |event| tick(event_target_checked(&event))
                />
                <i></i>
            </label>
            <a
                class="grow"
                href=routes::shop(id)
                aria-current=move || (desk.picked.get() == Some(id)).then_some("true")
            >
                <span class="name"><span class="cut">{shop.name.clone()}</span>{class_letter(shop.class)}</span>
                <span class="w cut">{closed}{place}{t.frame.dot}{shop.address.clone()}</span>
            </a>
        </div>
    }
    .into_any()
}

/// What is done with those that are ticked.
fn together(desk: Desk) -> Option<AnyView> {
    let t = desk.t;
    let count = desk.chosen.with(|chosen| chosen.len());
    (count > 0).then(|| {
        let go = move |_| desk.ask_where(desk.chosen.with_untracked(|chosen| chosen.iter().copied().collect()));
        view! {
            <section class="actbar" aria-label=t.setup.chosen_label>
                <span class="grow">{(t.setup.chosen)(count)}</span>
                <button type="button" class="btn" on:click=move |_| desk.chosen.set(Default::default())>
                    {t.setup.none}
                </button>
                <button type="button" class="btn" on:click=go>{t.setup.move_them}</button>
            </section>
        }
        .into_any()
    })
}
