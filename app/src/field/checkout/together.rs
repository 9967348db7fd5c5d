//! Who came along, as what, and what they told the rep (F16). The rep writes it down when leaving; a manager who was
//! there adds an entry of their own.

use crate::field::visit::Desk;
use crate::state::{Phone, State, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Icon, Toast, icon, icon_small, picks, sheet};
use domain::Command;
use domain::commands::NoteCompanion;
use domain::id::VisitId;
use domain::limits::{SHORT_TEXT_CHARS, TEXT_CHARS};
use domain::records::{Companion, JointRole, Visit};
use leptos::prelude::*;

/// An entry as it is being written; cheap to copy.
#[derive(Clone, Copy)]
pub struct CompanionDraft {
    open: RwSignal<bool>,
    known: RwSignal<Option<Companion>>,
    name: RwSignal<String>,
    role: RwSignal<Option<JointRole>>,
    feedback: RwSignal<String>,
    next: RwSignal<String>,
    busy: Busy,
}

impl CompanionDraft {
    /// Closed.
    pub fn new() -> Self {
        Self {
            open: RwSignal::new(false),
            known: RwSignal::new(None),
            name: RwSignal::new(String::new()),
            role: RwSignal::new(None),
            feedback: RwSignal::new(String::new()),
            next: RwSignal::new(String::new()),
            busy: Busy::new(),
        }
    }

    /// Opens it with what its author wrote before, or with a name to begin with.
    pub fn begin(self, known: Option<Companion>, name: &str) {
        self.name.set(known.as_ref().map_or(name, |known| &known.name).to_owned());
        self.role.set(known.as_ref().map(|known| known.role));
        self.feedback.set(known.as_ref().map(|known| known.feedback.clone()).unwrap_or_default());
        self.next.set(known.as_ref().map(|known| known.next.clone()).unwrap_or_default());
        self.known.set(known);
        self.open.set(true);
    }

    fn is_incomplete(self) -> bool {
        self.busy.get() || self.role.get().is_none() || self.name.with(|name| name.trim().is_empty())
    }
}

/// The row at check-out.
pub fn together(desk: Desk) -> AnyView {
    let t = desk.t;
    let draft = CompanionDraft::new();
    let mine = desk.me.with_value(|me| me.id);
    let noted = Memo::new(move |_| {
        let of = |visit: &Visit| visit.companions.iter().find(|companion| companion.by == mine).cloned();
        desk.book.visit.with(|visit| visit.as_ref().and_then(Option::as_ref).and_then(of))
    });
    let second = move || noted.with(|noted| noted.as_ref().map(|noted| companion_words(t, noted)));
    view! {
        <button type="button" class="line" on:click=move |_| draft.begin(noted.get_untracked(), "")>
            <span class="quiet">{icon(Icon::Person)}</span>
            <span class="grow">
                <span class="t">{t.beside.together}</span>
                <span class="w">{second}</span>
            </span>
            <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
        </button>
        {companion_sheet(t, desk.id, draft)}
    }
    .into_any()
}

/// Who, and as what.
pub fn companion_words(t: Texts, companion: &Companion) -> String {
    (t.beside.companion)(&companion.name, (t.beside.role)(companion.role))
}

/// The sheet, for the rep and for a manager.
pub fn companion_sheet(t: Texts, visit: VisitId, draft: CompanionDraft) -> AnyView {
    let state = use_state();
    sheet(
        t,
        draft.open,
        move || t.beside.together.to_owned(),
        move || {
            let drop_it = draft.known.get_untracked().map(|_| {
                view! {
                    <button
                        type="button"
                        class="btn"
                        disabled=move || draft.busy.get()
                        on:click=move |_| take_back(t, state, visit, draft)
                    >
                        {t.beside.companion_drop}
                    </button>
                }
            });
            view! {
                <div class="sheet-body pad">{fields(t, draft)}</div>
                <div class="dock edge">
                    <div class="acts">
                        {drop_it}
                        <button
                            type="button"
                            class="btn main"
                            disabled=move || draft.is_incomplete()
                            on:click=move |_| save(t, state, visit, draft)
                        >
                            {t.beside.companion_save}
                        </button>
                    </div>
                </div>
            }
            .into_any()
        },
    )
}

fn fields(t: Texts, draft: CompanionDraft) -> AnyView {
    let who =
        ui::Field { id: "companion", kind: "text", mode: "text", complete: "off", label: t.beside.companion_name };
    let named = move |typed: String| draft.name.set(typed.chars().take(SHORT_TEXT_CHARS).collect());
    let next = ui::Field { id: "companion-next", kind: "text", mode: "text", complete: "off", label: t.beside.next };
    let then = move |typed: String| draft.next.set(typed.chars().take(SHORT_TEXT_CHARS).collect());
    let roles =
        JointRole::ALL.map(|role| format!("{}{}{}", (t.beside.role)(role), t.frame.colon, (t.beside.role_does)(role)));
    let is_it = move |at: usize| draft.role.get() == JointRole::ALL.get(at).copied();
    let pick = move |at: usize, _| draft.role.set(JointRole::ALL.get(at).copied());
    view! {
        {ui::field(who, move || draft.name.get(), named, || "")}
        {picks(t.beside.companion_role.to_owned(), false, roles.to_vec(), is_it, pick)}
        <div class="field apart">
            <textarea
                id="companion-feedback"
                placeholder=" "
                maxlength=TEXT_CHARS.to_string()
                prop:value=move || draft.feedback.get()
                on:input=move |event| draft.feedback.set(event_target_value(&event))
            ></textarea>
            <label for="companion-feedback">{t.beside.feedback}</label>
        </div>
        {ui::field(next, move || draft.next.get(), then, || "")}
    }
    .into_any()
}

fn save(t: Texts, state: State, visit: VisitId, draft: CompanionDraft) {
    let Some(role) = draft.role.get_untracked() else { return };
    if !draft.busy.take() {
        return;
    }
    let (name, feedback) = (draft.name.get_untracked(), draft.feedback.get_untracked());
    let command = NoteCompanion { visit, name, role, feedback, next: draft.next.get_untracked() };
    spawn(async move {
        match Phone.record(Command::from(command)).await {
            Ok(()) => {
                draft.open.set(false);
                Toast::saved(t.beside.companion_kept).show(state);
            }
            Err(why) => Toast::not_recorded(t, &why).show(state),
        }
        draft.busy.done();
    });
}

fn take_back(t: Texts, state: State, visit: VisitId, draft: CompanionDraft) {
    let Some(Companion { name, role, feedback, next, .. }) = draft.known.get_untracked() else { return };
    if !draft.busy.take() {
        return;
    }
    let again = NoteCompanion { visit, name, role, feedback, next };
    let nobody = NoteCompanion { visit, name: String::new(), role, feedback: String::new(), next: String::new() };
    spawn(async move {
        match Phone.record(Command::from(nobody)).await {
            Ok(()) => {
                draft.open.set(false);
                let undo = move || ui::record_or_say(t, state, again.clone());
                Toast::saved(t.beside.companion_dropped).with_undo(undo).show(state);
            }
            Err(why) => Toast::not_recorded(t, &why).show(state),
        }
        draft.busy.done();
    });
}
