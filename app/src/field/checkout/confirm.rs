//! The shop's word for what was found (F18): the owner reads a summary and signs under it. A later change takes the
//! signature away again, and the row says so.

mod summary;

use crate::field::visit::{Desk, signature_pad};
use crate::state::{Phone, State, spawn, use_state};
use crate::text::clock;
use crate::ui::{self, Busy, Icon, Toast, icon, icon_small, sheet};
use domain::Command;
use domain::commands::ConfirmVisit;
use domain::limits::SHORT_TEXT_CHARS;
use domain::records::{Confirmation, Visit};
use leptos::prelude::*;
use summary::summary;

/// A signature as it is being made; cheap to copy.
#[derive(Clone, Copy)]
struct Draft {
    open: RwSignal<bool>,
    name: RwSignal<String>,
    path: RwSignal<String>,
    /// Whether it was signed before, and changed since.
    was_signed: RwSignal<bool>,
    busy: Busy,
}

/// Under which name it is kept that somebody has signed: a signature that a change takes away leaves no trace.
fn key(desk: Desk) -> String {
    format!("signed:{}", desk.id)
}

/// See the module.
pub fn confirm(desk: Desk) -> AnyView {
    let t = desk.t;
    let state = use_state();
    let offset = desk.me.with_value(|me| me.offset);
    let draft = Draft {
        open: RwSignal::new(false),
        name: RwSignal::new(String::new()),
        path: RwSignal::new(String::new()),
        was_signed: RwSignal::new(false),
        busy: Busy::new(),
    };
    Effect::new(move |_| spawn(async move { draft.was_signed.set(Phone.draft(key(desk)).await.is_some()) }));
    let confirmed = Memo::new(move |_| {
        let of = |visit: &Visit| visit.confirmed.clone();
        desk.book.visit.with(|visit| visit.as_ref().and_then(Option::as_ref).and_then(of))
    });
    let row = move || match confirmed.get() {
        Some(Confirmation { name, at, .. }) => {
            let words = (t.beside.signed_by)(&name, &clock(at, offset));
            view! {
                <span class="saved">{icon(Icon::Pen)}</span>
                <span class="grow"><span class="t">{words}</span></span>
            }
            .into_any()
        }
        None => {
            let anew = draft.was_signed.get();
            let (class, words) = if anew { ("w owed b", t.beside.sign_anew) } else { ("w", t.beside.sign_more) };
            view! {
                <span class="quiet">{icon(Icon::Pen)}</span>
                <span class="grow">
                    <span class="t">{t.beside.sign}</span>
                    <span class=class>{words}</span>
                </span>
            }
            .into_any()
        }
    };
    let begin = move |_| {
        let owner = desk.backdrop.with_value(|backdrop| backdrop.outlet.as_ref().map(|outlet| outlet.owner.clone()));
        let known = confirmed.get_untracked();
        draft.path.set(known.as_ref().map(|known| known.signature.clone()).unwrap_or_default());
        draft.name.set(known.map(|known| known.name).or(owner).unwrap_or_default());
        draft.open.set(true);
    };
    view! {
        <button type="button" class="line" on:click=begin>
            {row}
            <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
        </button>
        {sign_sheet(desk, state, draft, confirmed)}
    }
    .into_any()
}

fn sign_sheet(desk: Desk, state: State, draft: Draft, confirmed: Memo<Option<Confirmation>>) -> AnyView {
    let t = desk.t;
    let who = ui::Field { id: "signer", kind: "text", mode: "text", complete: "off", label: t.beside.sign_name };
    let incomplete = move || {
        let empty = |text: RwSignal<String>| text.with(|text| text.trim().is_empty());
        draft.busy.get() || empty(draft.name) || empty(draft.path)
    };
    sheet(
        t,
        draft.open,
        move || t.beside.sign.to_owned(),
        move || {
            let named = move |typed: String| draft.name.set(typed.chars().take(SHORT_TEXT_CHARS).collect());
            let begun = draft.path.get_untracked();
            let pad = signature_pad(t, t.beside.sign_pad.to_owned(), begun, move |path| draft.path.set(path));
            let drop_it = confirmed.get_untracked().map(|known| {
                let known = StoredValue::new(known);
                view! {
                    <button
                        type="button"
                        class="btn"
                        disabled=move || draft.busy.get()
                        on:click=move |_| take_back(desk, state, draft, known.get_value())
                    >
                        {t.beside.sign_drop}
                    </button>
                }
            });
            view! {
                <div class="sheet-body signing">
                    {summary(desk)} <div class="pad">{ui::field(who, move || draft.name.get(), named, || "")}</div>
                    {pad}
                </div>
                <div class="dock edge">
                    <div class="acts">
                        {drop_it}
                        <button
                            type="button"
                            class="btn main"
                            disabled=incomplete
                            on:click=move |_| save(desk, state, draft)
                        >
                            {t.beside.sign_save}
                        </button>
                    </div>
                </div>
            }
            .into_any()
        },
    )
}

fn save(desk: Desk, state: State, draft: Draft) {
    if !draft.busy.take() {
        return;
    }
    let t = desk.t;
    let name = draft.name.get_untracked();
    let command = ConfirmVisit { visit: desk.id, name: name.clone(), signature: draft.path.get_untracked() };
    spawn(async move {
        match Phone.record(Command::from(command)).await {
            Ok(()) => {
                draft.open.set(false);
                draft.was_signed.set(true);
                Toast::saved(t.beside.sign_kept).show(state);
                Phone.keep_draft(key(desk), Some(name)).await;
            }
            Err(why) => Toast::not_recorded(t, &why).show(state),
        }
        draft.busy.done();
    });
}

fn take_back(desk: Desk, state: State, draft: Draft, known: Confirmation) {
    if !draft.busy.take() {
        return;
    }
    let t = desk.t;
    let command = ConfirmVisit { visit: desk.id, name: String::new(), signature: String::new() };
    spawn(async move {
        match Phone.record(Command::from(command)).await {
            Ok(()) => {
                draft.open.set(false);
                draft.was_signed.set(false);
                Phone.keep_draft(key(desk), None).await;
                let undo = move || sign_again(desk, state, draft, &known);
                Toast::saved(t.beside.sign_dropped).with_undo(undo).show(state);
            }
            Err(why) => Toast::not_recorded(t, &why).show(state),
        }
        draft.busy.done();
    });
}

/// Undoes taking it back: the same name and strokes.
fn sign_again(desk: Desk, state: State, draft: Draft, known: &Confirmation) {
    draft.name.set(known.name.clone());
    draft.path.set(known.signature.clone());
    save(desk, state, draft);
}

/// Forgets that it was signed: the visit has ended, and keeps what counts.
pub fn forget(desk: Desk) {
    spawn(async move { Phone.keep_draft(key(desk), None).await });
}
