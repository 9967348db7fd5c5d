//! The list of shops, found by name, pinyin initials, code, owner, phone or address. Thousands are kept as short rows,
//! the nearest first where the phone knows where it is, and only those in sight are drawn.

pub(crate) mod find;
mod seek;

use super::overdue::Lateness;
use super::shop::metres_to;
use crate::routes;
use crate::state::{Lens, Looking, Me, Only, Phone, State, guarded, live, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Icon, Tab, class_letter, long_list, skeleton_rows};
use domain::Kind;
use domain::order::InOrder;
use domain::records::Outlet;
use find::{Found, NEAR_METRES, Places, Row, Shops, as_they_stand, by_distance, by_lateness, find};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use std::sync::Arc;

/// See the module.
#[component]
pub fn Outlets() -> impl IntoView {
    let query = use_query_map();
    guarded(move |t, me| {
        let looking = use_state().looking;
        looking.begin(me.id);
        let overdue = query.with_untracked(|query| query.get_str("only") == Some("overdue"));
        // Back from one of them the list is as it was left.
        if overdue && looking.only.get_untracked() != Only::Overdue {
            looking.anew(Only::Overdue);
        }
        screen(t, me)
    })
}

/// What is looked for and among what.
#[derive(Clone, Copy)]
struct Search {
    state: State,
    looking: Looking,
    shops: ReadSignal<Option<Shops>>,
    /// Read when it is asked for: it is one row for each shop.
    lateness: ReadSignal<Option<Option<Arc<Lateness>>>>,
    /// The position is being measured.
    measuring: Busy,
}

impl Search {
    fn begin(me: Me) -> Self {
        let state = use_state();
        let looking = state.looking;
        let shops = live(&[Kind::Outlet], |phone| async move {
            let shops = phone.all::<Outlet>().await.into_iter().filter(|outlet| outlet.open && !outlet.partner);
            let mut rows: Vec<Arc<Row>> = shops.map(|outlet| Arc::new(Row::of(outlet))).collect();
            rows.order_by(|a, b| a.class.cmp(&b.class).then_with(|| a.name.cmp(&b.name)));
            Shops::new(rows)
        });
        let late = Memo::new(move |_| looking.only.get() == Only::Overdue);
        let lateness = live(&[Kind::LastVisit, Kind::Frequency], move |phone| {
            let wanted = late.get();
            let today = phone.now().date(me.offset);
            async move {
                match wanted {
                    true => Some(Arc::new(Lateness::read(phone, today).await)),
                    false => None,
                }
            }
        });
        if looking.place.get_untracked() == 0 {
            looking.from.set(Lens::fresh(state.fix.get_untracked(), Phone.now()).map(|fix| fix.position));
        }
        Self { state, looking, shops, lateness, measuring: Busy::new() }
    }

    /// The order of what is looked at; none until it has been read.
    fn among(self, searched: Memo<bool>) -> Option<Places> {
        let shops = self.shops.get()?;
        Some(match (self.looking.only.get(), self.looking.from.get()) {
            (Only::Overdue, here) => by_lateness(&shops, &*self.lateness.get()??, here),
            (Only::Near, Some(here)) => by_distance(&shops, here, NEAR_METRES),
            (Only::Near, None) => Places::default(),
            (Only::All, Some(here)) if !searched.get() => by_distance(&shops, here, u32::MAX),
            (Only::All, _) => as_they_stand(&shops),
        })
    }
}

fn screen(t: Texts, me: Me) -> AnyView {
    let search = Search::begin(me.clone());
    let looking = search.looking;
    let searched = Memo::new(move |_| looking.text.with(|text| !text.trim().is_empty()));
    let among = Memo::new(move |_| search.among(searched));
    let found = Memo::new(move |before: Option<&Option<Found>>| {
        let (shops, among) = (search.shops.get()?, among.get()?);
        let before = before.and_then(Option::as_ref);
        Some(looking.text.with(|text| find(&shops, &among, looking.class.get(), text, before)))
    });
    let count = Memo::new(move |_| found.with(|found| found.as_ref().map(|found| found.places.len())));
    // Another search begins at the top; the first look is where the last one ended.
    Effect::new(move |before: Option<()>| {
        looking.text.track();
        looking.class.track();
        looking.only.track();
        if before.is_some() {
            looking.place.set(0);
        }
    });
    let any = Memo::new(move |_| count.get().map(|count| count > 0));
    let body = move || match any.get() {
        None => skeleton_rows(8),
        Some(true) => list(t, search, found),
        Some(false) => (move || nothing(t, search)).into_any(),
    };
    let sentence = move || match (count.get(), looking.only.get()) {
        (None, _) => String::new(),
        (Some(n), _) if searched.get() || looking.class.get().is_some() => (t.outlets.found)(n),
        (Some(n), Only::All) => (t.outlets.count)(n),
        (Some(n), Only::Overdue) => (t.outlets.n_overdue)(n),
        (Some(n), Only::Near) => (t.outlets.n_near)(n, &(t.measure.distance)(NEAR_METRES)),
    };
    let head = view! {
        {crate::partner::places(t, true)}
        <header class="say"><h1>{sentence}</h1></header>
        // A live region inside the heading would take its name away.
        <p class="vh" role="status">{sentence}</p>
        <div role="search">{seek::seek(t, search)}{seek::chips(t, search)}</div>
    };
    ui::frame(t, &me, Tab::Outlets, head.into_any(), body.into_any(), ui::toasts())
}

/// Why there is nothing, and what can be done about it.
fn nothing(t: Texts, search: Search) -> AnyView {
    let text = search.looking.text.get();
    let empty = |icon, sentence: String, more| ui::empty(icon, sentence, more, None);
    match (search.looking.only.get(), search.looking.from.get()) {
        _ if search.shops.with(|shops| shops.as_ref().is_some_and(|shops| shops.is_empty())) => {
            empty(Icon::Store, t.outlets.empty.to_owned(), t.outlets.empty_more)
        }
        (Only::Near, None) => {
            let act = view! {
                <button type="button" class="btn" on:click=move |_| seek::look_around(t, search)>
                    {t.outlets.look_around}
                </button>
            };
            ui::empty(Icon::MapPin, t.outlets.somewhere, t.outlets.somewhere_more, Some(act.into_any()))
        }
        _ if !text.trim().is_empty() => empty(Icon::Search, (t.outlets.nothing)(text.trim()), t.outlets.nothing_more),
        (Only::Near, _) => {
            let distance = (t.measure.distance)(NEAR_METRES);
            empty(Icon::MapPin, (t.outlets.nothing_near)(&distance), t.outlets.nothing_near_more)
        }
        (Only::Overdue, _) => empty(Icon::Clock, t.outlets.nothing_overdue.to_owned(), t.outlets.nothing_overdue_more),
        (Only::All, _) => empty(Icon::Store, t.outlets.nothing_of_class.to_owned(), t.outlets.nothing_of_class_more),
    }
}

fn list(t: Texts, search: Search, found: Memo<Option<Found>>) -> AnyView {
    let count = Memo::new(move |_| found.with(|found| found.as_ref().map_or(0, |found| found.places.len())));
    let at = move |index: usize| {
        let place = found.with(|found| found.as_ref()?.places.get(index).copied())?;
        let row = search.shops.with(|shops| shops.as_ref()?.get(place).cloned())?;
        let days =
            search.lateness.with(|lateness| lateness.as_ref()?.as_ref().map(|late| late.days(row.id, row.class)));
        Some((row, days.unwrap_or(0)))
    };
    long_list(t.frame.outlets, count, search.looking.place, at, move |(shop, days)| row(t, &shop, days))
}

fn row(t: Texts, row: &Row, days: u32) -> AnyView {
    let state = use_state();
    let position = row.position;
    let distance = move || metres_to(state, position).map(t.measure.distance);
    let late = (days > 0).then(|| view! { <b class="owed">{(t.today.overdue)(days)}</b>{t.frame.dot} });
    view! {
        <a class="outlet" href=routes::outlet(row.id)>
            <span class="grow">
                <span class="name">
                    <span class="cut">{row.name.clone()}</span>
                    {class_letter(row.class)}
                </span>
                <span class="w cut">{late}{row.address.clone()}</span>
            </span>
            <span class="end">{distance}</span>
        </a>
    }
    .into_any()
}
