//! What is to be done, by which day, by whom, what has to be shown to close it, and what is at stake.

use super::super::answers::{NotAnAmount, fen};
use super::super::desk::Desk;
use crate::state::{Phone, State, spawn, use_state};
use crate::text::{Texts, as_name};
use crate::ui::{self, Busy, Toast, choice_buttons, sheet};
use domain::Command;
use domain::commands::{DropTask, LeaveTask};
use domain::id::TaskId;
use domain::limits::MONEY_MOST;
use domain::measure::Money;
use domain::records::{Evidence, Origin, Responsible};
use jiff::civil::Date;
use leptos::prelude::*;

/// Until when at a tap, in days; the last one if nobody says otherwise.
const DAYS: [i64; 3] = [1, 3, 7];
const EVIDENCE: [Evidence; 3] = [Evidence::Word, Evidence::Sentence, Evidence::Photo];

/// A task as it is being written; cheap to copy.
#[derive(Clone, Copy)]
struct Draft {
    // Made when the sheet opens, so that a double tap leaves one task.
    id: RwSignal<Option<TaskId>>,
    what: RwSignal<String>,
    due: RwSignal<String>,
    with: RwSignal<Option<Responsible>>,
    evidence: RwSignal<Evidence>,
    risk: RwSignal<String>,
    busy: Busy,
}

impl Draft {
    fn new() -> Self {
        Self {
            id: RwSignal::new(None),
            what: RwSignal::new(String::new()),
            due: RwSignal::new(String::new()),
            with: RwSignal::new(None),
            evidence: RwSignal::new(Evidence::Word),
            risk: RwSignal::new(String::new()),
            busy: Busy::new(),
        }
    }

    fn begin(self, desk: Desk) {
        let item = desk.tasks.about.get_untracked().and_then(|key| desk.item(&key));
        let title = item.map(|item| as_name(item.title.get(desk.t.language)).to_owned());
        self.id.set(Some(Phone.new_id()));
        self.what.set(title.unwrap_or_default());
        self.due.set(in_days(desk, DAYS[DAYS.len() - 1]));
        self.with.set(None);
        self.evidence.set(Evidence::Word);
        self.risk.set(String::new());
    }

    fn at_risk(self) -> Result<Option<Money>, NotAnAmount> {
        let money = fen(&self.risk.get())?;
        if money.is_some_and(|money| money.0 > MONEY_MOST) { Err(NotAnAmount) } else { Ok(money) }
    }

    fn is_incomplete(self) -> bool {
        self.busy.get()
            || self.what.with(|what| what.trim().is_empty())
            || self.due.with(|due| due.parse::<Date>().is_err())
            || self.at_risk().is_err()
    }
}

fn in_days(desk: Desk, days: i64) -> String {
    let offset = desk.me.with_value(|me| me.offset);
    Phone.now().date(offset).saturating_add(jiff::Span::new().days(days)).to_string()
}

/// See the module.
pub fn task_sheet(desk: Desk) -> AnyView {
    let t = desk.t;
    let open = desk.tasks.open;
    let draft = Draft::new();
    Effect::new(move |_| {
        if open.get() {
            draft.begin(desk);
        }
    });
    let save = save(desk, draft);
    sheet(
        t,
        open,
        move || t.checkout.leave_task.to_owned(),
        move || {
            view! {
                <div class="sheet-body pad">{what_and_when(desk, draft)} {who_and_how(desk, draft)}</div>
                <div class="dock edge">
                    <div class="acts">
                        <button
                            type="button"
                            class="btn main"
                            disabled=move || draft.is_incomplete()
                            on:click=move |_| save.run(())
                        >
                            {t.checkout.task_save}
                        </button>
                    </div>
                </div>
            }
            .into_any()
        },
    )
}

fn what_and_when(desk: Desk, draft: Draft) -> AnyView {
    let t = desk.t;
    let days = t.beside.task_days.into_iter().zip(DAYS).map(|(words, days)| {
        let day = in_days(desk, days);
        let picked = day.clone();
        chip(words.to_owned(), move || draft.due.with(|due| *due == picked), move || draft.due.set(day.clone()))
    });
    let days = days.collect_view();
    view! {
        {ui::area("task-what", t.checkout.task_what, draft.what)}
        <div class="chips wrap" role="group" aria-label=t.checkout.task_due>{days}</div>
        <div class="field">
            <input
                id="task-due"
                type="date"
                placeholder=" "
                prop:value=move || draft.due.get()
                on:input=move |event| draft.due.set(event_target_value(&event))
            />
            <label for="task-due">{t.checkout.task_due}</label>
        </div>
    }
    .into_any()
}

fn who_and_how(desk: Desk, draft: Draft) -> AnyView {
    let t = desk.t;
    let partners = desk.backdrop.with_value(|backdrop| backdrop.partners.clone());
    let who = (!partners.is_empty()).then(|| {
        let me = (None, t.beside.task_me.to_owned());
        let all = std::iter::once(me).chain(partners.into_iter().map(|(who, name)| (Some(who), name)));
        let chips = all.map(|(who, name)| chip(name, move || draft.with.get() == who, move || draft.with.set(who)));
        view! {
            <h3 class="small">{t.beside.task_with}</h3>
            <div class="chips wrap" role="group" aria-label=t.beside.task_with>{chips.collect_view()}</div>
        }
    });
    let evidence = choice_buttons(
        t.beside.task_close.to_owned(),
        EVIDENCE.map(|evidence| (t.beside.evidence)(evidence).to_owned()).to_vec(),
        move || EVIDENCE.iter().position(|evidence| *evidence == draft.evidence.get()),
        move |at| draft.evidence.set(EVIDENCE[at]),
    );
    view! {
        {who}
        <h3 class="small">{t.beside.task_close}</h3>
        {evidence}
        <div class="apart">{money_field(t, "task-risk", t.beside.task_risk, draft.risk)}</div>
    }
    .into_any()
}

/// One of a few, at a tap.
pub(in crate::field::visit) fn chip(
    words: String,
    on: impl Fn() -> bool + Send + Sync + 'static,
    pick: impl Fn() + Send + 'static,
) -> AnyView {
    view! {
        <button type="button" class="chip" aria-pressed=move || on().to_string() on:click=move |_| pick()>
            {words}
        </button>
    }
    .into_any()
}

/// An amount in yuan that may be left out.
pub(in crate::field::visit) fn money_field(
    t: Texts,
    id: &'static str,
    label: &'static str,
    text: RwSignal<String>,
) -> AnyView {
    let field = ui::Field { id, kind: "text", mode: "decimal", complete: "off", label };
    let wrong = move || if text.with(|text| fen(text).is_err()) { t.visit.bad_number } else { "" };
    ui::field(field, move || text.get(), move |typed| text.set(typed), wrong)
}

fn save(desk: Desk, draft: Draft) -> Callback<()> {
    let t = desk.t;
    let state = use_state();
    Callback::new(move |()| {
        let visit = desk.book.visit.get_untracked().flatten();
        let (Some(visit), Some(task), Ok(due), Ok(at_risk)) =
            (visit, draft.id.get_untracked(), draft.due.get_untracked().parse(), untrack(|| draft.at_risk()))
        else {
            return;
        };
        if !draft.busy.take() {
            return;
        }
        let owner = desk.me.with_value(|me| me.id);
        let command = LeaveTask {
            origin: desk.tasks.about.get_untracked().map(|item| Origin { visit: desk.id, item }),
            evidence: draft.evidence.get_untracked(),
            with: draft.with.get_untracked(),
            at_risk,
            ..LeaveTask::plain(task, visit.outlet, owner, draft.what.get_untracked(), due)
        };
        spawn(async move {
            match Phone.record(Command::from(command)).await {
                Ok(()) => {
                    desk.tasks.open.set(false);
                    Toast::saved(t.beside.task_kept).with_undo(move || take_back(t, state, task)).show(state);
                }
                Err(why) => Toast::not_recorded(t, &why).show(state),
            }
            draft.busy.done();
        });
    })
}

fn take_back(t: Texts, state: State, task: TaskId) {
    spawn(async move {
        match Phone.record(Command::from(DropTask { task })).await {
            Ok(()) => Toast::saved(t.beside.task_dropped).show(state),
            Err(why) => Toast::not_recorded(t, &why).show(state),
        }
    });
}
