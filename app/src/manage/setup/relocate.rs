//! Where shops go: the territory and the route that are picked, and what comes of it, said before it is done. Each shop
//! is moved by a command of its own, so that one that does not hold keeps none of the others.

use super::planning::called;
use super::{Desk, Office};
use crate::state::{NotRecorded, Phone, State, live, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Toast, picks, select, skeleton_rows};
use domain::commands::MoveOutlet;
use domain::id::{PlanId, TerritoryId};
use domain::records::{JourneyPlan, Outlet, Task};
use domain::rules::relocation::all_back;
use domain::{Index, Kind};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// See the module.
pub fn sheet(desk: Desk) -> AnyView {
    let t = desk.t;
    let title = move || (t.setup.where_to)(desk.moving.with(Vec::len));
    ui::sheet(t, desk.asking, title, move || asked(desk))
}

/// What is to be moved, as it is now.
#[derive(Clone, Debug, PartialEq)]
struct Case {
    shops: Vec<Outlet>,
    /// What is still owed there.
    owed: Vec<Task>,
}

impl Case {
    async fn read(phone: Phone, ids: Vec<domain::id::OutletId>) -> Self {
        let (mut shops, mut owed) = (Vec::new(), Vec::new());
        for id in ids {
            shops.extend(phone.get::<Outlet>(id).await);
            owed.extend(phone.find::<Task>(Index::TasksAt(id)).await.into_iter().filter(Task::is_open));
        }
        Self { shops, owed }
    }

    /// Those that are not there yet.
    fn moves(&self, office: &Office, to: TerritoryId, join: Option<PlanId>) -> Vec<MoveOutlet> {
        let ground = office.ground();
        let away = self.shops.iter().filter(|shop| shop.territory != to);
        away.map(|shop| ground.relocation(shop, to, join, &self.owed)).collect()
    }
}

/// What is picked; cheap to copy.
#[derive(Clone, Copy)]
struct Choice {
    desk: Desk,
    state: State,
    case: ReadSignal<Option<Case>>,
    to: RwSignal<Option<TerritoryId>>,
    join: RwSignal<Option<PlanId>>,
    busy: Busy,
}

impl Choice {
    fn moves(self) -> Vec<MoveOutlet> {
        let Some(to) = self.to.get() else { return Vec::new() };
        self.desk.office.with(|office| {
            let Some(office) = office else { return Vec::new() };
            self.case.with(|case| case.as_ref().map_or_else(Vec::new, |case| case.moves(office, to, self.join.get())))
        })
    }

    fn go(self) {
        let moves = untrack(|| self.moves());
        let back = self.desk.office.with_untracked(|office| {
            office.as_ref().map_or_else(Vec::new, |office| all_back(&office.ground(), &moves))
        });
        let place = self.place();
        if moves.is_empty() || !self.busy.take() {
            return;
        }
        let (t, state, desk) = (self.desk.t, self.state, self.desk);
        spawn(async move {
            let (done, why) = record(moves).await;
            desk.chosen.try_update(|chosen| chosen.retain(|shop| !done.contains(shop)));
            desk.asking.try_set(false);
            if let Some(why) = why {
                Toast::not_recorded(t, &why).show(state);
            } else {
                let undo = move || take_back(t, state, back.clone());
                Toast::saved((t.setup.moved)(done.len(), &place)).with_undo(undo).show(state);
            }
            self.busy.done();
        });
    }

    /// The name of the territory that is picked.
    fn place(self) -> String {
        let to = self.to.get_untracked();
        let named = |office: &Option<Office>| Some(office.as_ref()?.place(self.desk.t, to?));
        self.desk.office.with_untracked(named).unwrap_or_default()
    }
}

/// One after the other: which were moved, and why the next one was not.
async fn record(moves: Vec<MoveOutlet>) -> (BTreeSet<domain::id::OutletId>, Option<NotRecorded>) {
    let mut done = BTreeSet::new();
    for one in moves {
        let shop = one.outlet;
        if let Err(why) = Phone.record(one.into()).await {
            return (done, Some(why));
        }
        done.insert(shop);
    }
    (done, None)
}

fn take_back(t: Texts, state: State, back: Vec<MoveOutlet>) {
    spawn(async move {
        match record(back).await {
            (_, Some(why)) => Toast::not_recorded(t, &why).show(state),
            (done, None) => Toast::saved((t.setup.moved_back)(done.len())).show(state),
        }
    });
}

fn asked(desk: Desk) -> AnyView {
    let t = desk.t;
    let ids = desk.moving.get_untracked();
    let case = live(&[Kind::Outlet, Kind::Task], move |phone| Case::read(phone, ids.clone()));
    let choice = Choice {
        desk,
        state: use_state(),
        case,
        to: RwSignal::new(None),
        join: RwSignal::new(None),
        busy: Busy::new(),
    };
    let moves = Memo::new(move |_| choice.moves());
    let act = view! {
        <button
            type="button"
            class="btn main"
            disabled=move || choice.busy.get() || moves.with(Vec::is_empty)
            on:click=move |_| choice.go()
        >
            {t.setup.move_there}
        </button>
    };
    let asked = view! {
        {move || territories(choice)}
        {move || routes(choice)}
        <div class="moved" role="status">{move || meaning(choice, moves)}</div>
    };
    ui::sheet_form(asked.into_any(), act.into_any())
}

/// The territories, each with who works there.
fn territories(choice: Choice) -> AnyView {
    let t = choice.desk.t;
    choice.desk.office.with(|office| {
        let Some(office) = office else { return skeleton_rows(2) };
        let words = office
            .territories
            .iter()
            .map(|one| format!("{}{}{}", one.name.get(t.language), t.frame.dot, office.reps(t, one.id)));
        let ids = StoredValue::new(office.territories.iter().map(|one| one.id).collect::<Vec<_>>());
        let picked = move |at: usize| ids.with_value(|ids| choice.to.get() == ids.get(at).copied());
        let pick = move |at: usize, _: bool| {
            choice.join.set(None);
            choice.to.set(ids.with_value(|ids| ids.get(at).copied()));
        };
        picks(t.setup.territory.to_owned(), false, words.collect(), picked, pick)
    })
}

/// The routes of the territory that is picked.
fn routes(choice: Choice) -> Option<AnyView> {
    let t = choice.desk.t;
    let to = choice.to.get()?;
    choice.desk.office.with(|office| {
        let office = office.as_ref()?;
        let here =
            |plan: &&JourneyPlan| plan.territory == to && plan.window.until.is_none_or(|until| until >= office.today);
        let routes = office.plans.iter().filter(here).map(|plan| (plan.id.to_string(), called(t, plan, office.today)));
        let options = std::iter::once((String::new(), t.setup.no_route_yet.to_owned())).chain(routes).collect();
        let chosen = move || choice.join.get().map(|id| id.to_string()).unwrap_or_default();
        let choose = move |id: String| choice.join.set(id.parse().ok());
        Some(
            view! { <div class="moveroute">{select("move-route", t.setup.route, options, chosen, choose)}</div> }
                .into_any(),
        )
    })
}

/// What comes of it.
fn meaning(choice: Choice, moves: Memo<Vec<MoveOutlet>>) -> Option<AnyView> {
    let t = choice.desk.t;
    let to = choice.to.get()?;
    let lines = choice.desk.office.with(|office| {
        let office = office.as_ref()?;
        moves.with(|moves| {
            if moves.is_empty() {
                return Some(vec![t.setup.there_already.to_owned()]);
            }
            choice.case.with(|case| Some(said(t, office, case.as_ref()?, to, moves)))
        })
    })?;
    Some(view! { <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }.into_any())
}

fn said(t: Texts, office: &Office, case: &Case, to: TerritoryId, moves: &[MoveOutlet]) -> Vec<String> {
    let mut lost: BTreeMap<TerritoryId, usize> = BTreeMap::new();
    let mut left: BTreeMap<PlanId, usize> = BTreeMap::new();
    for one in moves {
        *lost.entry(one.from).or_default() += 1;
        for plan in &one.leaves {
            *left.entry(*plan).or_default() += 1;
        }
    }
    let mut lines: Vec<String> =
        lost.iter().map(|(from, n)| (t.setup.loses)(&office.reps(t, *from), &office.place(t, *from), *n)).collect();
    let gets = if office.ground().reps(to).is_empty() {
        (t.setup.gets_nobody)(&office.place(t, to))
    } else {
        (t.setup.gets)(&office.reps(t, to), &office.place(t, to), moves.len())
    };
    lines.push(gets);
    let route = |id: &PlanId| office.plans.iter().find(|plan| plan.id == *id).map(|plan| called(t, plan, office.today));
    lines.extend(left.iter().filter_map(|(plan, n)| Some((t.setup.leaves)(&route(plan)?, *n))));
    let owed = |one: &MoveOutlet| case.owed.iter().filter(|task| task.outlet == one.outlet).count();
    let name = |id| office.users.iter().find(|user| user.id == id).map(|user| user.name.clone()).unwrap_or_default();
    let mut handed: BTreeMap<Option<domain::id::UserId>, usize> = BTreeMap::new();
    for one in moves.iter().filter(|one| owed(one) > 0) {
        let from = |hands: &domain::commands::Hands| {
            case.owed.iter().filter(|task| task.outlet == one.outlet && task.owner == hands.from).count()
        };
        let going = one.hands.as_ref().map_or(0, from);
        if going > 0 {
            *handed.entry(one.hands.map(|hands| hands.to)).or_default() += going;
        }
        if owed(one) > going {
            *handed.entry(None).or_default() += owed(one) - going;
        }
    }
    lines.extend(handed.into_iter().map(|(to, n)| match to {
        Some(to) => (t.setup.owed_goes)(n, &name(to)),
        None => (t.setup.owed_stays)(n),
    }));
    lines.push(t.setup.history_stays.to_owned());
    lines
}
