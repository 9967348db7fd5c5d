//! Setting a goal for a rep, or for all who work in a territory; changing one, and calling it off. What a goal is about
//! stays: only whose it is and how much changes.

use super::desk::Desk;
use crate::field::{fen, fen_text};
use crate::state::Phone;
use crate::ui::{self, Field, choice_buttons, field, select};
use domain::Command;
use domain::commands::SetGoal;
use domain::id::{GoalId, TerritoryId, UserId};
use domain::limits::{CUSTOMERS_MOST, MONEY_MOST};
use domain::measure::Money;
use domain::records::{Goal, GoalKind};
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::prelude::*;

/// What is entered; cheap to copy.
#[derive(Clone, Copy)]
struct Form {
    desk: Desk,
    who: UserId,
    /// Made when the sheet opens: a double tap is one goal.
    id: GoalId,
    kind: RwSignal<GoalKind>,
    place: RwSignal<Option<TerritoryId>>,
    all: RwSignal<bool>,
    month: RwSignal<Date>,
    target: RwSignal<String>,
}

impl Form {
    fn target(self) -> Option<i64> {
        let (kind, typed) = (self.kind.get(), self.target.get());
        let (value, most) = match kind.is_money() {
            true => (fen(&typed).ok().flatten()?.0, MONEY_MOST),
            false => (typed.trim().parse().ok()?, i64::from(CUSTOMERS_MOST)),
        };
        (1..=most).contains(&value).then_some(value)
    }

    /// None until it is whole.
    fn command(self) -> Option<SetGoal> {
        Some(SetGoal {
            goal: self.id,
            territory: self.place.get()?,
            kind: self.kind.get(),
            owner: (!self.all.get()).then_some(self.who),
            month: self.month.get(),
            target: self.target()?,
            dropped: false,
        })
    }
}

/// See the module.
pub fn fields(desk: Desk, who: UserId, goal: Option<Goal>) -> AnyView {
    let t = desk.t;
    let (today, places) = desk.book.with_untracked(|book| {
        let book = book.as_ref();
        let held = book.and_then(|book| book.people.iter().find(|one| one.id == who));
        let held = held.iter().flat_map(|one| one.territories.clone());
        let named = held.filter_map(|id| book.map(|book| (id, book.place(t, id)))).collect::<Vec<_>>();
        (book.map(|book| book.today).unwrap_or_default(), named)
    });
    let this = today.first_of_month();
    let known = goal.as_ref();
    let typed = known.map(|goal| match goal.kind.is_money() {
        true => fen_text(Money(goal.target)),
        false => goal.target.to_string(),
    });
    let form = Form {
        desk,
        who,
        id: known.map_or_else(|| Phone.new_id(), |goal| goal.id),
        kind: RwSignal::new(known.map_or(GoalKind::Sales, |goal| goal.kind)),
        place: RwSignal::new(known.map(|goal| goal.territory).or_else(|| places.first().map(|(id, _)| *id))),
        all: RwSignal::new(known.is_some_and(|goal| goal.owner.is_none())),
        month: RwSignal::new(known.map_or(this, |goal| goal.month)),
        target: RwSignal::new(typed.unwrap_or_default()),
    };
    let about = goal.is_none().then(|| about(form, places, this));
    let whose = [untrack(|| desk.name(who)), t.team.everybody.to_owned()];
    let owner = choice_buttons(
        t.team.whose.to_owned(),
        whose.to_vec(),
        move || Some(usize::from(form.all.get())),
        move |at| {
            form.all.set(at == 1);
        },
    );
    let before = StoredValue::new(goal);
    let asked = view! {
        {about}
        <p class="meta">{t.team.whose}</p>
        {owner}
        <div class="apart">{move || target(form)}</div>
    };
    let save = move |_| {
        if let Some(command) = untrack(|| form.command()) {
            let back = before
                .with_value(|goal| goal.as_ref().map(as_it_was))
                .unwrap_or(SetGoal { dropped: true, ..command.clone() });
            desk.record(command, t.team.is_set, Some(Command::from(back)));
        }
    };
    let act = view! {
        <div class="acts">
            {before.with_value(|goal| goal.as_ref().map(|goal| drop_it(desk, goal)))}
            <button
                type="button"
                class="btn main"
                disabled=move || desk.busy.get() || form.command().is_none()
                on:click=save
            >
                {t.team.keep}
            </button>
        </div>
    };
    ui::sheet_form(asked.into_any(), act.into_any())
}

fn as_it_was(goal: &Goal) -> SetGoal {
    SetGoal {
        goal: goal.id,
        territory: goal.territory,
        kind: goal.kind,
        owner: goal.owner,
        month: goal.month,
        target: goal.target,
        dropped: false,
    }
}

fn drop_it(desk: Desk, goal: &Goal) -> AnyView {
    let t = desk.t;
    let goal = StoredValue::new(goal.clone());
    let call_off = move |_| {
        let was = goal.with_value(as_it_was);
        desk.record(SetGoal { dropped: true, ..was.clone() }, t.team.is_dropped, Some(Command::from(was)));
    };
    view! {
        <button type="button" class="btn" disabled=move || desk.busy.get() on:click=call_off>{t.team.drop}</button>
    }
    .into_any()
}

/// What a goal is about: its kind, its territory and its month.
fn about(form: Form, places: Vec<(TerritoryId, String)>, this: Date) -> AnyView {
    let t = form.desk.t;
    let kinds = GoalKind::ALL.map(|kind| (t.team.kind)(kind).to_owned()).to_vec();
    let is = move || GoalKind::ALL.iter().position(|kind| *kind == form.kind.get());
    let be = move |at: usize| form.kind.set(GoalKind::ALL.get(at).copied().unwrap_or(GoalKind::Sales));
    let many = places.len() > 1;
    let options = places.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    let place = move || form.place.get().map(|id| id.to_string()).unwrap_or_default();
    let months = [this, this.saturating_add(1.month())];
    let named = months.map(|month| (t.team.month)(month.month())).to_vec();
    let month = move || months.iter().position(|month| *month == form.month.get());
    let pick = move |at: usize| form.month.set(months.get(at).copied().unwrap_or(this));
    view! {
        <p class="meta">{t.team.which}</p>
        {choice_buttons(t.team.which.to_owned(), kinds, is, be)}
        {many.then(|| view! {
            <div class="apart">
                {select("goal-place", t.team.place, options, place, move |id| form.place.set(id.parse().ok()))}
            </div>
        })}
        <p class="meta">{t.team.when}</p>
        {choice_buttons(t.team.when.to_owned(), named, month, pick)}
    }
    .into_any()
}

fn target(form: Form) -> AnyView {
    let t = form.desk.t;
    let label = if form.kind.get().is_money() { t.team.target } else { t.team.target_count };
    let entry = Field { id: "goal-target", kind: "text", mode: "decimal", complete: "off", label };
    let wrong = move || {
        let wrong = form.target.with(|typed| !typed.trim().is_empty()) && form.target().is_none();
        if wrong { t.team.target_wrong } else { "" }
    };
    field(entry, move || form.target.get(), move |typed| form.target.set(typed), wrong)
}
