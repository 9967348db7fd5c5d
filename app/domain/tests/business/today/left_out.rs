//! Stops that were left out, and shops that are overdue.

use super::*;
use domain::records::{Calendar, FreeDay, Leave, Skip};
use domain::rules::plan::Away;

fn skip_of(skip: u128, outlet: u128) -> Skip {
    Skip { id: id(skip), outlet: id(outlet), ..a_skip() }
}

fn states(book: Book<'_>) -> Vec<StopState> {
    today(rep(), DAY, book).into_iter().map(|stop| stop.state).collect()
}

#[test]
fn a_stop_that_was_left_out_stays_on_the_list_in_its_place() {
    let (plans, skips) = ([route(&[30, 31, 32])], [skip_of(110, 31)]);
    let list = today(rep(), DAY, Book { plans: &plans, skips: &skips, ..Book::default() });
    assert_eq!(list[1], stop(31, 2, vec![StopReason::Planned], StopState::Skipped(id(110))));
    assert_eq!((list[0].state, list[2].state), (StopState::ToDo, StopState::ToDo));
}

#[test]
fn a_shop_that_was_visited_after_being_left_out_was_visited() {
    let (plans, skips) = ([route(&[30])], [skip_of(110, 30)]);
    for (visit, state) in
        [(visit_to(50, 30), StopState::Open(id(50))), (ended(visit_to(50, 30)), StopState::Done(id(50)))]
    {
        assert_eq!(states(Book { plans: &plans, skips: &skips, visits: &[visit], ..Book::default() }), [state]);
    }
}

#[test]
fn what_others_left_out_or_was_left_out_on_another_day_is_still_to_do() {
    let plans = [route(&[30])];
    let skips = [
        Skip { rep: other_rep(), ..skip_of(110, 30) },
        Skip { day: DAY.yesterday().unwrap(), ..skip_of(111, 30) },
        skip_of(112, 31),
    ];
    assert_eq!(states(Book { plans: &plans, skips: &skips, ..Book::default() }), [StopState::ToDo]);
}

#[test]
fn leaving_out_a_shop_does_not_put_it_on_the_list() {
    assert_eq!(states(Book { skips: &[skip_of(110, 30)], ..Book::default() }), []);
}

#[test]
fn an_overdue_shop_says_so_behind_what_is_owed_and_before_the_route() {
    let (plans, tasks) = ([route(&[30, 31, 32])], [redo_at(80, 30), follow_up_at(81, 30)]);
    let overdue = [(id(30), 4), (id(31), 0), (id(39), 9)];
    let list = today(rep(), DAY, Book { plans: &plans, tasks: &tasks, overdue: &overdue, ..Book::default() });
    let reasons: Vec<Vec<StopReason>> = list.into_iter().map(|stop| stop.reasons).collect();
    let first =
        [StopReason::Redo(1, id(80)), StopReason::OpenTask(id(81)), StopReason::Overdue(4), StopReason::Planned];
    assert_eq!(reasons[0], first);
    assert_eq!(reasons[1], [StopReason::Planned], "no days over is not overdue");
    assert_eq!((&reasons[2][..], reasons.len()), (&[StopReason::Planned][..], 3), "being overdue adds no stop");
}

#[test]
fn a_free_day_and_a_day_of_leave_have_no_route_and_the_substitute_has_it() {
    let plans = [route(&[30, 31])];
    let free = Calendar { id: id(160), year: 2026, free: vec![FreeDay { day: DAY, name: words("春节") }] };
    let calendars = [free];
    let book = Book { plans: &plans, away: Away { calendars: &calendars, ..Away::default() }, ..Book::default() };
    assert_eq!(today(rep(), DAY, book), []);

    let leaves: [Leave; 1] = [a_settled_leave()];
    let book = Book { plans: &plans, away: Away { leaves: &leaves, ..Away::default() }, ..Book::default() };
    assert_eq!(today(rep(), DAY, book), []);
    let theirs: Vec<OutletId> = today(other_rep(), DAY, book).into_iter().map(|stop| stop.outlet).collect();
    assert_eq!(theirs, [id::<OutletId>(30), id(31)]);
}

proptest! {
    #[test]
    fn a_stop_is_left_out_exactly_if_its_rep_said_so_that_day_and_was_not_there(
        stops in vec(30_u128..38, 0..6),
        visits in some_visits(),
        drawn in vec((30_u128..38, any::<bool>(), any::<bool>()), 0..8),
    ) {
        let skips: Vec<Skip> = (110..)
            .zip(&drawn)
            .map(|(n, (outlet, mine, now))| Skip {
                rep: if *mine { rep() } else { other_rep() },
                day: if *now { DAY } else { DAY.tomorrow().unwrap() },
                ..skip_of(n, *outlet)
            })
            .collect();
        let plans = [route(&stops)];
        let book = Book { plans: &plans, visits: &visits, ..Book::default() };
        let (without, with) = (today(rep(), DAY, book), today(rep(), DAY, Book { skips: &skips, ..book }));
        prop_assert_eq!(without.len(), with.len());
        for (without, with) in without.iter().zip(&with) {
            let mut said = skips.iter().filter(|skip| skip.rep == rep() && skip.day == DAY && skip.outlet == with.outlet);
            let state = match without.state {
                StopState::ToDo => said.next().map_or(StopState::ToDo, |skip| StopState::Skipped(skip.id)),
                been => been,
            };
            prop_assert_eq!(with, &Stop { state, ..without.clone() });
        }
    }
}
