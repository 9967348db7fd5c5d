//! The goals of somebody, each with how it stands, who said so, and the steps that lead there. A card stays where it is
//! while its figures change, so that a keyboard does not lose its place.

use super::book::Shown;
use super::desk::{Asked, Desk};
use super::step::step;
use crate::text::Texts;
use crate::ui::{self, skeleton_rows};
use domain::id::{GoalId, UserId};
use domain::measure::Money;
use domain::records::{Goal, GoalKind};
use domain::rules::goal::{Standing, month_gone};
use leptos::prelude::*;

/// See the module.
pub fn goals(desk: Desk, who: UserId) -> AnyView {
    let t = desk.t;
    let ids = Memo::new(move |_| {
        desk.book.with(|book| {
            let book = book.as_ref()?;
            let person = book.people.iter().find(|one| one.id == who)?;
            Some(book.goals_of(person).iter().map(|shown| shown.goal.id).collect::<Vec<_>>())
        })
    });
    (move || match ids.get() {
        None => skeleton_rows(2),
        Some(ids) if ids.is_empty() => view! { <p class="meta">{t.team.no_goals}</p> }.into_any(),
        Some(ids) => ids.into_iter().map(|id| card(desk, who, id)).collect_view().into_any(),
    })
    .into_any()
}

/// An amount of a goal in words.
pub fn amount(t: Texts, kind: GoalKind, value: i64) -> String {
    if kind.is_money() { Money(value).yuan() } else { (t.team.partners)(value) }
}

/// Its kind and its month.
fn title(t: Texts, goal: &Goal) -> String {
    format!("{}{}{}", (t.team.kind)(goal.kind), t.frame.dot, (t.team.month)(goal.month.month()))
}

fn card(desk: Desk, who: UserId, id: GoalId) -> AnyView {
    let t = desk.t;
    let shown = Memo::new(move |_| desk.shown(id));
    let goal = move || shown.with(|shown| shown.as_ref().map(|shown| shown.goal.clone()));
    let heading = move || shown.with(|shown| shown.as_ref().map(|shown| heading(desk, shown)));
    let ids = Memo::new(move |_| {
        shown.with(|shown| {
            let steps = shown.iter().flat_map(|shown| &shown.goal.steps);
            steps.map(|step| step.id).collect::<Vec<_>>()
        })
    });
    let steps = move || ids.get().into_iter().map(|at| step(desk, who, shown, at)).collect_view();
    let (money, label) = shown.with_untracked(|shown| {
        let goal = shown.as_ref().map(|shown| &shown.goal);
        (goal.is_some_and(|goal| goal.kind.is_money()), goal.map(|goal| title(t, goal)).unwrap_or_default())
    });
    let act = move |words: &'static str, what: fn(UserId, Goal) -> Asked| {
        let ask = move |_| {
            if let Some(goal) = untrack(goal) {
                desk.ask(what(who, goal));
            }
        };
        view! {
            <button type="button" class="btn small" aria-label=format!("{words}{}{label}", t.frame.colon) on:click=ask>
                {words}
            </button>
        }
    };
    view! {
        <article class="goal">
            {heading}
            <ul class="goalsteps">{steps}</ul>
            <div class="acts">
                {money.then(|| act.clone()(t.team.report, |_, goal| Asked::Report(goal)))}
                {act.clone()(t.team.plan, |who, goal| Asked::Step(goal, who, None))}
                {desk.manages().then(|| act(t.team.change, |who, goal| Asked::Goal(who, Some(goal))))}
            </div>
        </article>
    }
    .into_any()
}

fn heading(desk: Desk, shown: &Shown) -> AnyView {
    let (t, goal) = (desk.t, &shown.goal);
    let (class, standing) = match shown.standing {
        Standing::Behind => ("tag owed", Standing::Behind),
        Standing::OnTrack => ("tag act", Standing::OnTrack),
        Standing::Reached => ("tag received", Standing::Reached),
    };
    let whole = goal.owner.is_none().then(|| format!("{}{}", t.team.everybody, t.frame.dot));
    let said = match (goal.kind, goal.reached()) {
        (GoalKind::Customers, _) => t.team.counted.to_owned(),
        (_, None) => t.team.not_reported.to_owned(),
        (_, Some(last)) => {
            let offset = desk.me.with_value(|me| me.offset);
            (t.team.reported)(&last.by_name, &(t.time.day)(last.at.date(offset)))
        }
    };
    let today = desk.book.with_untracked(|book| book.as_ref().map(|book| book.today)).unwrap_or(goal.month);
    let gone = (t.team.gone)(month_gone(goal.month, today).percent());
    let words = (t.team.reached)(&amount(t, goal.kind, shown.reached), &amount(t, goal.kind, goal.target));
    let whole_of = |value: i64| u64::try_from(value).unwrap_or(0);
    view! {
        <h3><span class="grow">{title(t, goal)}</span><span class=class>{(t.team.standing)(standing)}</span></h3>
        <p class="goalfigure">{words}</p>
        {ui::progress(whole_of(shown.reached.min(goal.target)), whole_of(goal.target), title(t, goal))}
        <p class="meta">{whole}{said}{t.frame.dot}{gone}</p>
    }
    .into_any()
}
