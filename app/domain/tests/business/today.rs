//! The day of a rep.

mod left_out;
mod reordering;

use crate::sample::*;
use domain::id::OutletId;
use domain::records::{JourneyPlan, Task, Visit};
use domain::rules::today::{Book, Stop, StopReason, StopState, today};
use domain::time::DateWindow;
use proptest::collection::vec;
use proptest::prelude::*;

fn route(stops: &[u128]) -> JourneyPlan {
    JourneyPlan { window: DateWindow { from: DAY, until: None }, ..a_route(stops) }
}

fn visit_to(visit: u128, outlet: u128) -> Visit {
    Visit { id: id(visit), outlet: id(outlet), ..a_visit() }
}

fn redo_at(task: u128, outlet: u128) -> Task {
    Task { id: id(task), outlet: id(outlet), ..a_redo_task() }
}

fn follow_up_at(task: u128, outlet: u128) -> Task {
    Task { id: id(task), outlet: id(outlet), ..a_follow_up() }
}

fn list(plans: &[JourneyPlan], visits: &[Visit], tasks: &[Task]) -> Vec<Stop> {
    today(rep(), DAY, Book { plans, visits, tasks, ..Book::default() })
}

fn stop(outlet: u128, number: u32, reasons: Vec<StopReason>, state: StopState) -> Stop {
    Stop { outlet: id(outlet), number, reasons, state }
}

#[test]
fn the_route_comes_in_its_order_and_nothing_else() {
    let others = JourneyPlan { rep: other_rep(), ..route(&[39]) };
    let tomorrow = JourneyPlan { window: DateWindow { from: DAY.tomorrow().unwrap(), until: None }, ..route(&[38]) };
    assert_eq!(
        list(&[route(&[32, 30, 32]), others, tomorrow], &[], &[]),
        [
            stop(32, 1, vec![StopReason::Planned], StopState::ToDo),
            stop(30, 2, vec![StopReason::Planned], StopState::ToDo),
        ]
    );
}

#[test]
fn a_shop_visited_without_a_plan_stands_after_the_route() {
    let visits = [ended(visit_to(50, 33)), visit_to(51, 30)];
    assert_eq!(
        list(&[route(&[30])], &visits, &[]),
        [
            stop(30, 1, vec![StopReason::Planned], StopState::Open(id(51))),
            stop(33, 2, vec![StopReason::Unplanned], StopState::Done(id(50))),
        ]
    );
}

#[test]
fn a_redo_brings_its_shop_onto_the_list_and_a_follow_up_alone_does_not() {
    let tasks = [redo_at(80, 34), follow_up_at(81, 34), redo_at(82, 34), follow_up_at(83, 35), follow_up_at(84, 30)];
    assert_eq!(
        list(&[route(&[30])], &[], &tasks),
        [
            stop(30, 1, vec![StopReason::OpenTask(id(84)), StopReason::Planned], StopState::ToDo),
            stop(
                34,
                2,
                vec![StopReason::Redo(2, id(80)), StopReason::OpenTask(id(81)), StopReason::Unplanned],
                StopState::ToDo,
            ),
        ]
    );
}

#[test]
fn what_others_did_or_owe_or_what_is_over_is_not_on_the_list() {
    let visits =
        [Visit { rep: other_rep(), ..visit_to(50, 33) }, Visit { day: DAY.yesterday().unwrap(), ..visit_to(51, 34) }];
    let tasks = [
        Task { owner: other_rep(), ..redo_at(80, 35) },
        Task { closed: Some(closing(None, false)), ..redo_at(81, 36) },
    ];
    assert_eq!(list(&[], &visits, &tasks), []);
}

#[test]
fn an_open_visit_counts_before_an_ended_one() {
    for visits in [[visit_to(50, 30), ended(visit_to(51, 30))], [ended(visit_to(51, 30)), visit_to(50, 30)]] {
        assert_eq!(list(&[], &visits, &[])[0].state, StopState::Open(id(50)));
    }
}

fn some_visits() -> impl Strategy<Value = Vec<Visit>> {
    vec((30_u128..38, any::<bool>(), any::<bool>(), any::<bool>()), 0..8).prop_map(|drawn| {
        let numbered = drawn.into_iter().zip(50..);
        numbered
            .map(|((outlet, mine, now, over), n)| {
                let visit = Visit {
                    rep: if mine { rep() } else { other_rep() },
                    day: if now { DAY } else { DAY.yesterday().unwrap() },
                    ..visit_to(n, outlet)
                };
                if over { ended(visit) } else { visit }
            })
            .collect()
    })
}

fn some_tasks() -> impl Strategy<Value = Vec<Task>> {
    vec((30_u128..38, any::<bool>(), any::<bool>(), any::<bool>()), 0..8).prop_map(|drawn| {
        let numbered = drawn.into_iter().zip(80..);
        numbered
            .map(|((outlet, mine, redo, over), n)| Task {
                owner: if mine { rep() } else { other_rep() },
                closed: over.then(|| closing(None, false)),
                ..if redo { redo_at(n, outlet) } else { follow_up_at(n, outlet) }
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn every_shop_that_matters_is_there_once_with_its_reasons(
        stops in vec(30_u128..38, 0..6),
        visits in some_visits(),
        tasks in some_tasks(),
    ) {
        let list = list(&[route(&stops)], &visits, &tasks);
        let numbers: Vec<u32> = list.iter().map(|stop| stop.number).collect();
        prop_assert_eq!(numbers, (1..=list.len() as u32).collect::<Vec<_>>());
        for outlet in (30..38).map(id::<OutletId>) {
            let planned = stops.iter().any(|stop| id::<OutletId>(*stop) == outlet);
            let mine: Vec<&Visit> = visits.iter().filter(|v| v.rep == rep() && v.day == DAY && v.outlet == outlet).collect();
            let owed: Vec<&Task> = tasks.iter().filter(|t| t.owner == rep() && t.is_open() && t.outlet == outlet).collect();
            let is_redo = |task: &&&Task| matches!(task.kind, domain::records::TaskKind::Redo { .. });
            let redos = owed.iter().filter(is_redo).count();
            let found: Vec<&Stop> = list.iter().filter(|stop| stop.outlet == outlet).collect();
            prop_assert_eq!(found.len(), usize::from(planned || !mine.is_empty() || redos > 0));
            let Some(stop) = found.first() else { continue };
            let said = |wanted: fn(&StopReason) -> bool| stop.reasons.iter().filter(|reason| wanted(reason)).count();
            prop_assert_eq!(said(|reason| *reason == StopReason::Planned), usize::from(planned));
            prop_assert_eq!(said(|reason| *reason == StopReason::Unplanned), usize::from(!planned));
            prop_assert_eq!(said(|reason| matches!(reason, StopReason::OpenTask(_))), owed.len() - redos);
            let counted = stop.reasons.iter().find_map(|reason| match reason { StopReason::Redo(count, _) => Some(*count as usize), _ => None });
            prop_assert_eq!(counted.unwrap_or(0), redos);
            match stop.state {
                StopState::ToDo => prop_assert!(mine.is_empty()),
                StopState::Open(visit) => prop_assert!(mine.iter().any(|v| v.id == visit && v.is_open())),
                StopState::Done(visit) => {
                    prop_assert!(mine.iter().any(|v| v.id == visit) && mine.iter().all(|v| !v.is_open()));
                }
                StopState::Skipped(_) => prop_assert!(false, "nothing was left out"),
            }
        }
    }
}
