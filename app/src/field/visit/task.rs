//! Leaving something to be done (F14): from any question, and when leaving. What was left stands under its question.

mod sheet;

pub use sheet::task_sheet;
pub(super) use sheet::{chip, money_field};

use super::desk::Desk;
use crate::text::Texts;
use crate::ui::{Icon, icon_small};
use domain::records::{Item, ItemKey, Responsible, Task, TaskKind};
use leptos::prelude::*;

/// The sheet in which a task is left: whether it is open, and what it is about; cheap to copy.
#[derive(Clone, Copy)]
pub struct TaskSheet {
    open: RwSignal<bool>,
    about: RwSignal<Option<ItemKey>>,
}

impl TaskSheet {
    /// Closed.
    pub fn new() -> Self {
        Self { open: RwSignal::new(false), about: RwSignal::new(None) }
    }

    /// Opens it, for a question or for none.
    pub fn ask(self, about: Option<ItemKey>) {
        self.about.set(about);
        self.open.set(true);
    }
}

/// The button under a question.
pub fn leave_button(desk: Desk, item: &Item) -> AnyView {
    if desk.is_trial() {
        return ().into_any();
    }
    let key = item.key.clone();
    view! {
        <button type="button" class="btn text small quietly" on:click=move |_| desk.tasks.ask(Some(key.clone()))>
            {icon_small(Icon::Task)}
            {desk.t.beside.leave_task}
        </button>
    }
    .into_any()
}

/// What was left about a question during this visit.
pub fn left_about(desk: Desk, key: ItemKey) -> AnyView {
    let lines = Memo::new(move |_| {
        desk.book.tasks.with(|tasks| {
            let here =
                |task: &&Task| task.origin.as_ref().is_some_and(|origin| origin.visit == desk.id && origin.item == key);
            let partners = desk.backdrop.with_value(|backdrop| backdrop.partners.clone());
            tasks.iter().flatten().filter(here).map(|task| task_words(desk.t, task, &partners)).collect::<Vec<_>>()
        })
    });
    (move || {
        let lines = lines.get().into_iter();
        lines
            .map(|(what, more)| {
                view! {
                    <p class="promised">
                        {icon_small(Icon::Clock)}
                        <span><b>{what}</b>{desk.t.frame.dot}{more}</span>
                    </p>
                }
            })
            .collect_view()
    })
    .into_any()
}

/// What a task is about, and by when, who has to act, what has to be shown.
pub fn task_words(t: Texts, task: &Task, partners: &[(Responsible, String)]) -> (String, String) {
    let what = match &task.kind {
        TaskKind::FollowUp { what } => what.clone(),
        TaskKind::Redo { .. } => String::new(),
    };
    let mut more = vec![(t.brief.due)(&(t.time.day)(task.due))];
    more.extend(partners.iter().find(|(who, _)| Some(*who) == task.with).map(|(_, name)| name.clone()));
    if !task.evidence.is_word() {
        more.push((t.beside.evidence)(task.evidence).to_owned());
    }
    more.extend(task.at_risk.map(|money| money.yuan()));
    (what, more.join(t.frame.dot))
}
