//! What the screens of a team share: what was read, who looks, and the one sheet that asks.

use super::book::{Book, Done, Shown};
use super::{done, help, plan, report, set};
use crate::state::{Me, Phone, State, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Toast};
use domain::Command;
use domain::id::UserId;
use domain::records::{Goal, GoalStep};
use leptos::prelude::*;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// A goal for somebody, or what becomes of one.
    Goal(UserId, Option<Goal>),
    /// A step of a goal for somebody, or what becomes of one.
    Step(Goal, UserId, Option<GoalStep>),
    /// How far a goal has come.
    Report(Goal),
    /// Why something that was done did not hold.
    Reopen(Done),
    /// Help.
    Help,
}

/// See the module; cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    pub t: Texts,
    pub state: State,
    pub me: StoredValue<Me>,
    pub book: ReadSignal<Option<Book>>,
    asking: RwSignal<bool>,
    asked: RwSignal<Asked>,
    pub busy: Busy,
}

impl Desk {
    /// For whoever looks.
    pub fn new(t: Texts, me: &Me, book: ReadSignal<Option<Book>>) -> Self {
        Self {
            t,
            state: use_state(),
            me: StoredValue::new(me.clone()),
            book,
            asking: RwSignal::new(false),
            asked: RwSignal::new(Asked::Help),
            busy: Busy::new(),
        }
    }

    /// Whether a manager looks.
    pub fn manages(self) -> bool {
        self.me.with_value(|me| me.role.manages())
    }

    /// Whether it is about whoever looks.
    pub fn is_me(self, user: UserId) -> bool {
        self.me.with_value(|me| me.id == user)
    }

    /// The name of somebody of the team.
    pub fn name(self, user: UserId) -> String {
        self.book.with(|book| {
            let people = book.iter().flat_map(|book| &book.people);
            people.into_iter().find(|one| one.id == user).map(|one| one.name.clone()).unwrap_or_default()
        })
    }

    /// A goal as it stands.
    pub fn shown(self, goal: domain::id::GoalId) -> Option<Shown> {
        self.book.with(|book| book.as_ref()?.goals.iter().find(|shown| shown.goal.id == goal).cloned())
    }

    /// Opens the sheet.
    pub fn ask(self, what: Asked) {
        self.asked.set(what);
        self.asking.set(true);
    }

    /// Records an act, closes the sheet and says so; what takes it back stands in the notice.
    pub fn record(self, command: impl Into<Command>, words: &'static str, back: Option<Command>) {
        if !self.busy.take() {
            return;
        }
        let (command, t, state) = (command.into(), self.t, self.state);
        spawn(async move {
            match Phone.record(command).await {
                Ok(()) => {
                    // Whoever has gone elsewhere meanwhile has no sheet any more.
                    self.asking.try_set(false);
                    let toast = Toast::saved(words);
                    match back {
                        Some(back) => toast.with_undo(move || ui::record_or_say(t, state, back.clone())),
                        None => toast,
                    }
                    .show(state);
                }
                Err(why) => Toast::not_recorded(t, &why).show(state),
            }
            self.busy.done();
        });
    }
}

/// The sheet.
pub fn sheet(desk: Desk) -> AnyView {
    let t = desk.t;
    let title = move || {
        desk.asked.with(|asked| match asked {
            Asked::Goal(who, _) => (t.team.set_for)(&desk.name(*who)),
            Asked::Step(_, _, None) => t.team.plan.to_owned(),
            Asked::Step(_, _, Some(step)) => step.what.clone(),
            Asked::Report(goal) => (t.team.report_how)((t.team.kind)(goal.kind)),
            Asked::Reopen(done) => done.what.clone(),
            Asked::Help => t.team.ask.to_owned(),
        })
    };
    ui::sheet(t, desk.asking, title, move || match desk.asked.get_untracked() {
        Asked::Goal(who, goal) => set::fields(desk, who, goal),
        Asked::Step(goal, who, step) => plan::fields(desk, goal, who, step),
        Asked::Report(goal) => report::fields(desk, &goal),
        Asked::Reopen(done) => done::fields(desk, &done),
        Asked::Help => help::fields(desk),
    })
}
