//! Leaving a shop: what it came to, what the photos are, what is left to be done, a last word. And the same page
//! afterwards, to look at.

mod alike;
pub mod beside;
mod confirm;
mod ended;
mod explain;
mod left;
mod together;

pub use ended::ended;
pub use explain::{lost, misfits, odd_words};
pub use together::{CompanionDraft, companion_sheet};

use super::names::slot_caption;
use super::visit::{Desk, forget_note, note_field, score_by_step, sightings, task_sheet};
use crate::routes;
use crate::state::{Lens, NotRecorded, Phone, spawn, use_state};
use crate::text::{Texts, as_name};
use crate::ui::{self, Busy, Mark, SyncMark, Toast, bars, photo_tile};
use domain::Command;
use domain::commands::CheckOut;
use domain::records::{Checklist, Photo, Ruling, Score};
use domain::rules::score::score;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// Check-out of an open visit.
pub fn leaving(desk: Desk) -> AnyView {
    let t = desk.t;
    let state = use_state();
    let stayed = move || {
        let millis = state.clock.get().since(desk.begun).max(0);
        (t.visit.in_shop)(&(t.time.minutes)(millis))
    };
    let end = view! { <span class="meta">{stayed}</span> }.into_any();
    let points = Memo::new(move |_| desk.answers.with(|answers| desk.with_list(|list| score(list, answers))));
    let before = desk.backdrop.with_value(|backdrop| {
        backdrop.before.as_ref().and_then(|visit| visit.score.as_ref()).map(|score| score.share.percent())
    });
    let last = before.map_or_else(|| t.checkout.first.to_owned(), t.checkout.last);
    let photos = Memo::new(move |_| desk.book.photos_in_order());
    view! {
        {ui::back_bar(t, routes::visit(desk.id), desk.shop.get_value(), end)}
        <main class="page" id="main" tabindex="-1">
            {move || desk.with_list(|list| result(t, list, &points.get(), last.clone()))}
            {open_items(desk)}
            {broken(desk)}
            {alike::alike(desk)}
            {move || desk.with_list(|list| lost(t, list, &points.get(), Some(desk)))}
            <div class="group">{move || desk.with_list(|list| strip(t, list, &photos.get()))}</div>
            <div class="group">
                {left::left(desk)}
                {sightings(desk)}
                {together::together(desk)}
                {confirm::confirm(desk)}
            </div>
            <div class="pad">{note_field(desk)}</div>
        </main>
        {dock(desk, photos)}
        {task_sheet(desk)}
    }
    .into_any()
}

/// The figure, what it amounts to, and where the points come from.
pub fn result(t: Texts, list: &Checklist, score: &Score, last: String) -> AnyView {
    let knocked_out = (!score.knocked_out.is_empty()).then(|| {
        let names = score.knocked_out.iter().filter_map(|key| list.item(key)).map(|item| item.title.get(t.language));
        let names: Vec<&str> = names.map(as_name).collect();
        view! { <p class="small returned b">{(t.checkout.knocked_out)(&names.join(t.frame.list))}</p> }
    });
    view! {
        <div class="score">
            <div>
                <p class="fig big">{score.share.percent()}</p>
                <p class="meta">{(t.frame.band)(score.band)}{t.frame.comma}{last}</p>
                {knocked_out}
            </div>
            {bars(score_by_step(t, list, score), list.bands.pass.percent(), t.checkout.pass_mark)}
        </div>
    }
    .into_any()
}

/// The photos of a visit, and where each of them is.
pub fn strip(t: Texts, list: &Checklist, photos: &[Photo]) -> AnyView {
    let redone = photos.iter().filter(|photo| photo.redo_of.is_some()).count();
    let title = if photos.is_empty() { t.checkout.no_photos.to_owned() } else { (t.checkout.photos)(photos.len()) };
    let more = (redone > 0).then(|| view! { <span class="w">{(t.checkout.replaces)(redone)}</span> });
    let tiles = photos
        .iter()
        .map(|photo| {
            let mark = match (photo.ruling, photo.received_at) {
                (Some(Ruling::Redo), _) => Mark::SentBack,
                (Some(Ruling::Pass), _) => Mark::Passed,
                (None, Some(_)) => Mark::Sync(SyncMark::Server),
                (None, None) => Mark::Sync(SyncMark::Saved),
            };
            let caption = slot_caption(t, Some(list), &photo.item, &photo.slot);
            photo_tile(t, photo.picture.hash.clone(), caption, mark, None)
        })
        .collect_view();
    let class = if photos.len() > 4 { "strip many" } else { "strip" };
    view! {
        <div class="line">
            <span class="grow">
                <span class="t">{title}</span>
                {more}
            </span>
        </div>
        {(!photos.is_empty()).then(|| view! { <div class=class>{tiles}</div> })}
    }
    .into_any()
}

/// What does not fit together: said once more before leaving, never a wall.
fn broken(desk: Desk) -> AnyView {
    (move || {
        let words: Vec<String> = desk.broken().into_iter().map(|(_, words)| words).collect();
        misfits(desk.t, &words)
    })
    .into_any()
}

/// What has to be answered before leaving, and the way there.
fn open_items(desk: Desk) -> AnyView {
    let t = desk.t;
    (move || {
        let open = desk.open_items();
        (!open.is_empty()).then(|| {
            let names = desk.with_list(|list| {
                let names = open.iter().filter_map(|key| list.item(key)).map(|item| item.title.get(t.language));
                names.map(as_name).collect::<Vec<_>>().join(t.frame.list)
            });
            view! {
                <section class="fault owed">
                    <h2>{ui::icon(ui::Icon::Warning)}{(t.checkout.open)(open.len())}</h2>
                    <p>{names}</p>
                </section>
            }
        })
    })
    .into_any()
}

fn dock(desk: Desk, photos: Memo<Vec<Photo>>) -> AnyView {
    let t = desk.t;
    let busy = Busy::new();
    let act = check_out(desk, busy);
    let button = move || {
        if desk.open_items().is_empty() {
            ui::main_button(t.checkout.check_out, move || busy.get(), move || act.run(()))
        } else {
            ui::main_link(routes::visit(desk.id), t.checkout.to_open)
        }
    };
    let under = move || {
        photos.with(|photos| {
            let waiting = || photos.iter().filter(|photo| photo.received_at.is_none());
            let bytes = waiting().map(|photo| photo.picture.bytes).sum();
            (t.checkout.sent_by_itself)(waiting().count(), &(t.measure.bytes)(bytes))
        })
    };
    let content = view! {
        <div class="acts">{button}</div>
        <p class="meta under">{under}</p>
    };
    ui::dock_edge(t.checkout.check_out, content.into_any())
}

/// What the visit was, in a line.
fn tally(desk: Desk) -> String {
    untrack(|| {
        let answered = desk.asked().into_iter();
        let answered = desk.with_list(|list| {
            let items = answered.filter_map(|at| list.items.get(at));
            items.filter(|item| desk.answers.with(|answers| answers.contains_key(&item.key))).count()
        });
        let photos = desk.book.photos.with(|photos| photos.as_ref().map_or(0, |photos| photos.len()));
        let left =
            desk.book.visit.with(|visit| visit.as_ref().and_then(Option::as_ref).map(|visit| desk.book.left(visit)));
        (desk.t.beside.tally)(answered, photos, left.map_or(0, |tasks| tasks.len()))
    })
}

fn check_out(desk: Desk, busy: Busy) -> Callback<()> {
    let t = desk.t;
    let state = use_state();
    let navigate = use_navigate();
    Callback::new(move |()| {
        if !busy.take() {
            return;
        }
        let navigate = navigate.clone();
        spawn(async move {
            let fix = Lens::fresh(state.fix.get_untracked(), Phone.now());
            let command = CheckOut { visit: desk.id, fix, note: desk.note.get_untracked() };
            // Counted before: afterwards there is no desk to ask.
            let tally = tally(desk);
            let back = desk.backdrop.with_value(|backdrop| routes::before(backdrop.outlet.as_ref()));
            match Phone.record(Command::from(command)).await {
                Ok(()) => {
                    Phone.buzz();
                    forget_note(desk);
                    confirm::forget(desk);
                    Toast::saved(format!("{}{tally}", t.checkout.done)).show(state);
                    navigate(&back, NavigateOptions { replace: true, ..NavigateOptions::default() });
                }
                Err(NotRecorded::Refused(refusal)) => Toast::failed(refusal.text(t.language)).show(state),
                Err(NotRecorded::NotSaved(_)) => Toast::failed(t.visit.not_saved).show(state),
            }
            busy.done();
        });
    })
}
