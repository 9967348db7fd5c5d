//! A visit: its questions step by step, the camera over them, and leaving. The address says where in it the rep is,
//! so that a phone that was killed comes back to the same place.

mod again;
mod answers;
mod book;
mod desk;
mod dock;
mod note;
mod place;
mod question;
mod sighting;
mod steps;
mod task;
mod words;

pub use answers::{before_of, fen, fen_text, first_empty_slot, signature_pad, signed};
pub use book::{Backdrop, Book, was_left};
pub use desk::Desk;
pub use note::{forget as forget_note, note_field, written as written_note};
pub use place::{Slot, kept as kept_place};
pub use question::questions as step_questions;
pub use sighting::{sighting_words, sightings};
pub use steps::{step_names, step_of};
pub use task::{task_sheet, task_words};
pub use words::{answer_words, line_words, plain_words, score_by_step};

use super::{camera, checkout};
use crate::parts::{Far, part_of};
use crate::routes;
use crate::state::{Me, guarded, live};
use crate::text::{Texts, clock};
use crate::ui::{self, Icon, SyncMark, chip, icon, skeleton_rows};
use desk::Saving;
use domain::Kind;
use domain::id::{UserId, VisitId};
use domain::records::Visit;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use place::{Place, use_place};

/// One visit: for whoever makes it the work, for a manager the review of what others have made.
#[component]
pub fn VisitOrReview() -> impl IntoView {
    let params = use_params_map();
    guarded(move |t, me| {
        let picked = crate::manage::named_visit(params);
        if me.role.manages() {
            let at_work = at_work(picked, me.id);
            return (move || match at_work.get() {
                None => ui::skeleton_page(t),
                Some(Some(id)) => screen(t, &me, id),
                Some(None) => part_of(Far::Review, t),
            })
            .into_any();
        }
        (move || match picked.get() {
            Some(id) => screen(t, &me, id),
            None => ui::frame_bare(unknown(t)),
        })
        .into_any()
    })
}

/// The visit that a manager makes, such as an interview with a candidate (F45); it stays theirs to look back on after they
/// have left. Nothing before it is known whose it is.
fn at_work(picked: Memo<Option<VisitId>>, me: UserId) -> Memo<Option<Option<VisitId>>> {
    let found = live(&[Kind::Visit], move |phone| {
        let picked = picked.get();
        async move {
            let Some(id) = picked else { return (None, false) };
            let visit = phone.get::<Visit>(id).await;
            (picked, visit.is_some_and(|visit| visit.rep == me && visit.is_open()))
        }
    });
    Memo::new(move |before: Option<&Option<Option<VisitId>>>| {
        let (read, open) = found.get()?;
        let here = picked.get();
        let still = before.is_some_and(|before| *before == Some(here) && here.is_some());
        Some(here.filter(|_| still || (read == here && open)))
    })
}

/// How far a visit has come, as far as the whole screen depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Loading,
    Unknown,
    Ended,
    Open,
}

fn screen(t: Texts, me: &Me, id: VisitId) -> AnyView {
    let mine = me.id;
    let book = Book::open(id);
    let stage = Memo::new(move |_| {
        let read = book.backdrop.with(Option::is_some);
        book.visit.with(|visit| match visit {
            None => Stage::Loading,
            Some(None) => Stage::Unknown,
            Some(Some(_)) if !read || book.backdrop.with(|backdrop| backdrop.as_ref().is_some_and(Option::is_none)) => {
                Stage::Loading
            }
            Some(Some(visit)) if visit.is_open() && visit.rep == mine => Stage::Open,
            Some(Some(_)) => Stage::Ended,
        })
    });
    let me = me.clone();
    (move || match stage.get() {
        Stage::Loading => ui::frame_bare(
            view! {
                {ui::back_bar(t, routes::TODAY, "", ().into_any())}
                <main class="page surf" id="main" tabindex="-1">{skeleton_rows(6)}</main>
            }
            .into_any(),
        ),
        Stage::Unknown => ui::frame_bare(unknown(t)),
        stage => match (book.visit.get_untracked().flatten(), book.backdrop.get_untracked().flatten()) {
            (Some(visit), Some(backdrop)) if stage == Stage::Open => {
                open(Desk::new(t, me.clone(), &visit, backdrop, book))
            }
            (Some(_), Some(backdrop)) => ui::frame_bare(checkout::ended(t, &me, backdrop, book)),
            _ => ui::frame_bare(unknown(t)),
        },
    })
    .into_any()
}

fn open(desk: Desk) -> AnyView {
    let place = use_place(desk);
    place::remember(desk, place);
    note::fetch(desk);
    let out = Memo::new(move |_| place.with(|place| place.leaving));
    let shot = Memo::new(move |_| place.with(|place| place.camera.clone()));
    view! {
        <div class="app bare" inert=move || shot.with(Option::is_some)>
            <div class="screen narrow">
                {move || if out.get() { checkout::leaving(desk) } else { questions(desk, place) }}
            </div>
        </div>
        {move || shot.get().map(|shot| camera::camera(desk, place.with_untracked(|place| place.step), shot))}
    }
    .into_any()
}

fn questions(desk: Desk, place: Memo<Place>) -> AnyView {
    let step = Memo::new(move |_| place.with(|place| place.step));
    view! {
        {bar(desk)}
        {steps::steps(desk, step)}
        <main class="page surf" id="main" tabindex="-1">
            {move || question::questions(desk, step.get())}
            <div class="group beside">{sighting::sightings(desk)}</div>
        </main>
        {dock::dock(desk, step)}
        {note::note_sheet(desk)}
        {task::task_sheet(desk)}
    }
    .into_any()
}

/// The shop, and whether everything is on the disk.
fn bar(desk: Desk) -> AnyView {
    let t = desk.t;
    let offset = desk.me.with_value(|me| me.offset);
    let saved = move || match desk.saving.get() {
        Saving::Saved(at) => chip(SyncMark::Saved, (t.visit.saved_at)(&clock(at, offset))),
        Saving::Running => view! { <span class="st quiet">{t.visit.saving}</span> }.into_any(),
        Saving::Failed => view! { <span class="st refused">{icon(Icon::Warning)}{t.visit.not_saved}</span> }.into_any(),
    };
    let fault = move || {
        (desk.saving.get() == Saving::Failed).then(|| {
            let again = view! {
                <button type="button" class="btn mid" on:click=move |_| desk.save_pending()>
                    {t.frame.again}
                </button>
            };
            ui::fault(t.visit.not_saved, t.visit.not_saved_more, "", Some(again.into_any()))
        })
    };
    let end = view! { <span role="status">{saved}</span> }.into_any();
    let back = desk.backdrop.with_value(|backdrop| routes::before(backdrop.outlet.as_ref()));
    view! {
        {ui::back_bar(t, back, desk.shop.get_value(), end)}
        {fault}
    }
    .into_any()
}

fn unknown(t: Texts) -> AnyView {
    let act = view! { <a class="btn" href=routes::TODAY>{t.frame.to_today}</a> }.into_any();
    view! {
        {ui::back_bar(t, routes::TODAY, t.manage.visits, ().into_any())}
        <main class="page" id="main" tabindex="-1">
            {ui::empty(Icon::Help, t.visit.unknown, t.visit.unknown_more, Some(act))}
        </main>
    }
    .into_any()
}
