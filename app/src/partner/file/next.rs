//! What comes next, and when: a row that opens its sheet.

use super::{Book, Desk, Sheet};
use crate::partner::days_late;
use crate::state::{Phone, spawn};
use crate::text::long_day;
use crate::ui::{self, Field, Icon, Toast, icon, icon_small};
use domain::commands::MoveCandidate;
use domain::id::CandidateId;
use domain::records::{CandidateStage, NextStep};
use domain::rules::requalification::ends_in;
use jiff::ToSpan;
use leptos::prelude::*;

/// The row; nothing for what is over.
pub fn next(desk: Desk, book: &Book) -> Option<AnyView> {
    let t = desk.t;
    let candidate = &book.candidate;
    if candidate.stage.is_over() {
        return None;
    }
    let late = days_late(candidate, book.today);
    let (words, when) = match &candidate.next {
        Some(next) => (next.words.clone(), (t.time.day)(next.due)),
        None => (t.partner.no_next.to_owned(), String::new()),
    };
    let when =
        if late > 0 { view! { <b class="owed">{(t.partner.overdue)(late)}</b> }.into_any() } else { when.into_any() };
    let again = ends_in(candidate, book.today).zip(candidate.qualified_until).map(|(days, until)| {
        view! {
            <div class="line">
                <span class="owed">{icon(Icon::Flag)}</span>
                <span class="t owed">{(t.partner.requalify)(&long_day(t, until), days)}</span>
            </div>
        }
    });
    Some(
        view! {
            <div class="group">
                {again}
                <button type="button" class="line" on:click=move |_| desk.show(Sheet::Next)>
                    {icon(Icon::Clock)}
                    <span class="grow">
                        <span class="w">{t.partner.next}</span>
                        <span class="t">{words}</span>
                    </span>
                    <span class="val">{when}</span>
                    <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
                </button>
            </div>
        }
        .into_any(),
    )
}

/// Moves the candidate to a stage with a next step, and shows what became of it. Taken back by moving it to where it was.
pub fn go(
    desk: Desk,
    stage: CandidateStage,
    next: Option<NextStep>,
    words: &'static str,
    then: impl FnOnce() + 'static,
) {
    let Some((id, before)) = untrack(|| {
        desk.with(|book| {
            let candidate = &book.candidate;
            (candidate.id, (candidate.stage, candidate.next.clone()))
        })
    }) else {
        return;
    };
    spawn(async move {
        match Phone.record(MoveCandidate { candidate: id, stage, next }.into()).await {
            Ok(()) => {
                if !words.is_empty() {
                    Toast::saved(words).with_undo(move || back(desk, id, before.clone())).show(desk.state);
                }
                then();
            }
            Err(why) => Toast::not_recorded(desk.t, &why).show(desk.state),
        }
    });
}

fn back(desk: Desk, candidate: CandidateId, (stage, next): (CandidateStage, Option<NextStep>)) {
    ui::record_or_say(desk.t, desk.state, MoveCandidate { candidate, stage, next });
}

/// The sheet.
pub fn sheet(desk: Desk) -> AnyView {
    let t = desk.t;
    let (stage, known, today) =
        untrack(|| desk.with(|book| (book.candidate.stage, book.candidate.next.clone(), book.today))).unwrap_or((
            CandidateStage::Lead,
            None,
            jiff::civil::Date::MIN,
        ));
    let words = RwSignal::new(known.as_ref().map(|next| next.words.clone()).unwrap_or_default());
    // A week is what most of them take.
    let due = known.map_or_else(|| today.saturating_add(7.days()), |next| next.due);
    let due = RwSignal::new(due.to_string());
    let save = move |_| {
        let Ok(due) = due.get_untracked().parse() else { return };
        let next = NextStep { words: words.get_untracked(), due };
        go(desk, stage, Some(next), t.partner.moved, move || desk.open.set(false));
    };
    let text = Field { id: "next-what", kind: "text", mode: "text", complete: "off", label: t.partner.next_what };
    let day = Field { id: "next-due", kind: "date", mode: "none", complete: "off", label: t.partner.next_due };
    let asked = view! {
        {ui::field(text, move || words.get(), move |text| words.set(text), || "")}
        {ui::field(day, move || due.get(), move |text| due.set(text), || "")}
    };
    let act = view! {
        <button
            type="button"
            class="btn main"
            disabled=move || words.with(|words| words.trim().is_empty()) || due.with(String::is_empty)
            on:click=save
        >
            {t.partner.save}
        </button>
    };
    ui::sheet_form(asked.into_any(), act.into_any())
}
