//! 存了我什么: what is stored about the one who looks, for how long, and who has looked at it (F114).

use super::held::{Held, Look, Occasion, Place, export, read};
use crate::routes;
use crate::state::{Me, Phone, guarded, live, spawn, use_state};
use crate::text::{Texts, clock};
use crate::trust;
use crate::ui::{self, Busy, Icon, Tab, icon, icon_small, section, skeleton_rows};
use domain::Kind;
use domain::time::Offset;
use leptos::prelude::*;

/// What the page is made of.
const KINDS: &[Kind] = &[Kind::Visit, Kind::Photo, Kind::Viewing, Kind::Task, Kind::Leave, Kind::Outlet];

/// See the module.
#[component]
pub fn MyData() -> impl IntoView {
    guarded(|t, me| {
        let whose = me.clone();
        let held = live(KINDS, move |phone| {
            let me = whose.clone();
            async move { read(phone, &me).await }
        });
        let (offset, mine) = (me.offset, me.clone());
        let body = move || match held.get() {
            None => skeleton_rows(6),
            Some(held) => page(t, &held, offset),
        };
        let body = view! {
            {body}
            <div class="pad">{save(t, mine)}</div>
        };
        let here = if me.role.manages() { Tab::Settings } else { Tab::Me };
        let head = ui::back_bar(t, routes::ME, t.account.data, ().into_any());
        ui::frame(t, &me, here, head, body.into_any(), ui::toasts())
    })
}

fn page(t: Texts, held: &Held, offset: Offset) -> AnyView {
    let since = held.since.map(|day| (t.account.since)(&(t.time.day)(day))).unwrap_or_default();
    let row = |words: &'static str, count: usize| view! { <dt>{words}</dt><dd>{count}</dd> };
    let places = held.places.iter().map(|place| place_row(t, place, offset)).collect_view();
    let looks = held.looks.iter().map(|look| look_row(t, look)).collect_view();
    let nobody = held.looks.is_empty().then(|| view! { <p class="meta pad">{t.account.nobody_looked}</p> });
    view! {
        {section(t.account.who_looked, "")}
        <div class="group">{looks}</div>
        {nobody}
        {section(t.account.stored, since)}
        <dl class="facts-list">
            {row(t.account.data_visits, held.visits)} {row(t.account.data_positions, held.positions)}
            {row(t.account.data_photos, held.photos)} {row(t.account.data_tasks, held.tasks)}
            {row(t.account.data_signatures, held.signatures)} {row(t.account.data_leaves, held.leaves)}
        </dl>
        {section(t.account.places, t.account.places_when)}
        <div class="group">{places}</div>
        {section(t.account.how_long, "")}
        <div class="pad prose">
            <p>{(t.account.kept_here)(sync::limits::RECEIPT_DAYS)}</p>
            <p>{t.account.kept_there}</p>
            <p>{t.account.kept_same}</p>
        </div>
    }
    .into_any()
}

fn place_row(t: Texts, place: &Place, offset: Offset) -> AnyView {
    let what = match place.taken_at {
        Occasion::CheckIn => t.outbox.check_in,
        Occasion::Photo => t.account.place_photo,
        Occasion::CheckOut => t.outbox.check_out,
    };
    let when = format!("{} {}", (t.time.day)(place.at.date(offset)), clock(place.at, offset));
    let facts = [when, what.to_owned(), (t.account.give_or_take)(place.accuracy)].join(t.frame.dot);
    let trust = place.trust.as_ref().map(|said| view! { <span class="w">{trust::words(t, said)}</span> });
    view! {
        <div class="line">
            {icon(Icon::MapPin)}
            <span class="grow">
                <span class="t">{place.shop.clone()}</span>
                <span class="w">{facts}</span>
                {trust}
            </span>
        </div>
    }
    .into_any()
}

fn look_row(t: Texts, look: &Look) -> AnyView {
    let words = (t.account.looked)(&look.name, (t.frame.role)(look.role), &(t.time.day)(look.day), look.visits.len());
    let shops = look
        .visits
        .iter()
        .map(|(visit, shop)| {
            view! { <a class="line" href=routes::visit(*visit)><span class="grow">{shop.clone()}</span>{icon_small(Icon::ChevronRight)}</a> }
        })
        .collect_view();
    view! {
        <details class="look">
            <summary class="line">{icon(Icon::Eye)}<span class="grow">{words}</span></summary>
            {shops}
        </details>
    }
    .into_any()
}

/// All of it as a file, made on the phone: it needs no network.
fn save(t: Texts, me: Me) -> AnyView {
    let state = use_state();
    let busy = Busy::new();
    let save = move |_| {
        if !busy.take() {
            return;
        }
        let me = me.clone();
        spawn(async move {
            let text = export(Phone, &me).await;
            let name = format!("lianying-{}.json", Phone.now().date(me.offset));
            if !Phone.save_file(&name, text) {
                ui::Toast::failed(t.account.not_exported).show(state);
            }
            busy.done();
        });
    };
    view! {
        <button type="button" class="btn wide" disabled=move || busy.get() on:click=save>
            {icon(Icon::Download)}
            {t.account.export}
        </button>
        <p class="meta">{t.account.export_why}</p>
    }
    .into_any()
}
