//! The routes of a rep by name: each may get another name, or go over to somebody else who works there, and both are part
//! of what is planned until it is saved. How many stops both have then is shown before.

use super::called::{called, when};
use super::hand::Desk;
use crate::ui::{self, Field, select};
use domain::id::{PlanId, UserId};
use domain::records::JourneyPlan;
use domain::rules::planner::{Planner, stops_in};
use jiff::civil::Date;
use leptos::prelude::*;

/// So many days tell what routes come to: all of them come round in them.
const DAYS: i64 = 28;

/// The list.
pub fn routes(desk: Desk) -> AnyView {
    let t = desk.t;
    let all = Memo::new(move |_| {
        desk.drawn.with(|drawn| {
            let plans = drawn.iter().flat_map(|drawn| drawn.plans().chain(drawn.handed()));
            plans.cloned().collect::<Vec<_>>()
        })
    });
    let rows = move || all.get().into_iter().map(|plan| row(desk, plan)).collect_view();
    let list = move || {
        all.with(|all| !all.is_empty()).then(|| {
            view! {
                <section class="planroutes pad">
                    <h2>{t.planning.routes}</h2>
                    <ul class="group">{rows}</ul>
                </section>
            }
        })
    };
    list.into_any()
}

fn row(desk: Desk, plan: JourneyPlan) -> AnyView {
    let t = desk.t;
    let today = desk.book.with_untracked(|book| book.as_ref().map_or_else(Date::default, |book| book.today));
    let walked = when(t, &plan, today);
    // Routes of several days may be called the same.
    let label = (t.planning.change_label)(&called(t, &plan, today));
    let JourneyPlan { id, name, rep, stops, .. } = plan;
    let goes = (desk.rep.get_untracked() != Some(rep)).then(|| {
        view! { <b class="owed">{t.frame.dot}{(t.planning.goes_to)(&name_of(desk, rep))}</b> }
    });
    let ask = move |_| {
        desk.changing.set(Some(id));
        desk.asking.set(true);
    };
    view! {
        <li class="line">
            <span class="grow">
                <span class="t">{name}</span>
                <span class="w">{walked}{t.frame.dot}{(t.planning.stops)(stops.len())}{goes}</span>
            </span>
            <button type="button" class="btn small" aria-label=label on:click=ask>{t.planning.change}</button>
        </li>
    }
    .into_any()
}

fn name_of(desk: Desk, rep: UserId) -> String {
    desk.book.with_untracked(|book| {
        let reps = book.iter().flat_map(|book| &book.reps);
        reps.filter(|one| one.id == rep).map(|one| one.name.clone()).next().unwrap_or_default()
    })
}

/// The sheet with the name and the walker of one.
pub fn sheet(desk: Desk) -> AnyView {
    let plan = move || {
        let id = desk.changing.get_untracked()?;
        desk.drawn.with_untracked(|drawn| {
            let drawn = drawn.as_ref()?;
            drawn.plans().chain(drawn.handed()).find(|plan| plan.id == id).cloned()
        })
    };
    let title = move || plan().map(|plan| plan.name).unwrap_or_default();
    ui::sheet(desk.t, desk.asking, title, move || plan().map_or_else(|| ().into_any(), |plan| fields(desk, plan)))
}

fn fields(desk: Desk, plan: JourneyPlan) -> AnyView {
    let t = desk.t;
    let (name, walker) = (RwSignal::new(plan.name.clone()), RwSignal::new(plan.rep));
    let entry = Field { id: "route-name", kind: "text", mode: "text", complete: "off", label: t.planning.name };
    let take_in = move |_| {
        desk.drawn.update(|drawn| {
            if let Some(drawn) = drawn {
                name.with_untracked(|name| drawn.rename(plan.id, name));
                drawn.hand(plan.id, walker.get_untracked());
            }
        });
        desk.held.set(None);
        desk.asking.set(false);
    };
    let asked = view! {
        {ui::field(entry, move || name.get(), move |text| name.set(text), || "")}
        {walkers(desk, &plan, walker)}
    };
    let act = view! {
        <button
            type="button"
            class="btn main"
            disabled=move || name.with(|name| name.trim().is_empty())
            on:click=take_in
        >
            {t.planning.take_in}
        </button>
    };
    ui::sheet_form(asked.into_any(), act.into_any())
}

/// Who may walk it, and what that makes of both. A route that is not saved yet is the rep's own.
fn walkers(desk: Desk, plan: &JourneyPlan, walker: RwSignal<UserId>) -> AnyView {
    let t = desk.t;
    let (Some(rep), Some(from)) = (desk.rep.get_untracked(), untrack(|| desk.first_day())) else {
        return ().into_any();
    };
    let day = plan.window.from.max(from);
    let (others, place, is_known) = desk.book.with_untracked(|book| {
        let Some(book) = book else { return (Vec::new(), String::new(), false) };
        let others = book.others_at(plan.territory, day, rep).into_iter();
        let others: Vec<(String, String)> = others.map(|user| (user.id.to_string(), user.name.clone())).collect();
        let place = book.place(plan.territory).map(|words| words.get(t.language).to_owned()).unwrap_or_default();
        (others, place, book.plans.iter().any(|known| known.id == plan.id))
    });
    if !is_known {
        return ().into_any();
    }
    if others.is_empty() {
        return view! { <p class="meta">{(t.planning.nobody_else)(&place)}</p> }.into_any();
    }
    let options = std::iter::once((rep.to_string(), name_of(desk, rep))).chain(others).collect();
    let choose = move |id: String| {
        if let Ok(id) = id.parse() {
            walker.set(id);
        }
    };
    let id = plan.id;
    let both = move || (walker.get() != rep).then(|| both(desk, id, (rep, walker.get()), from, &place));
    view! {
        {select("route-walker", t.planning.walker, options, move || walker.get().to_string(), choose)}
        <div class="holding" aria-live="polite">{both}</div>
    }
    .into_any()
}

/// The stops of both in four weeks, before and after, and what their phones hold.
fn both(desk: Desk, plan: PlanId, (rep, to): (UserId, UserId), from: Date, place: &str) -> AnyView {
    let t = desk.t;
    let known = desk.book.with_untracked(|book| book.as_ref().map(|book| book.plans.clone())).unwrap_or_default();
    let of = |rep| Planner::of(rep, from, &known);
    let (mine, theirs) = (desk.drawn.get_untracked().unwrap_or_else(|| of(rep)), of(to));
    let goes: Vec<&JourneyPlan> = mine.plans().chain(mine.handed()).filter(|one| one.id == plan).collect();
    let stays = mine.plans().filter(|one| one.id != plan);
    let gets =
        theirs.plans().chain(mine.handed().filter(|one| one.rep == to && one.id != plan)).chain(goes.iter().copied());
    let counts = [
        (rep, stops_in(of(rep).plans(), from, DAYS), stops_in(stays, from, DAYS)),
        (to, stops_in(theirs.plans(), from, DAYS), stops_in(gets, from, DAYS)),
    ];
    let rows = counts.map(|(rep, before, after)| {
        view! {
            <tr>
                <th scope="row">{name_of(desk, rep)}</th>
                <td>{before}</td>
                <td><b>{after}</b></td>
            </tr>
        }
    });
    view! {
        <h3>{t.planning.four_weeks}</h3>
        <table class="holds">
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{t.people.before}</th>
                    <th scope="col">{t.people.after}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().collect_view()}</tbody>
        </table>
        <p class="meta">{(t.planning.both_hold)(place)}</p>
    }
    .into_any()
}
