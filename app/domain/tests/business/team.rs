//! How goals stand, and what the work of a rep came to.

use crate::sample::*;
use domain::id::{ChecklistId, PhotoId};
use domain::measure::Share;
use domain::records::*;
use domain::rules::goal::{Standing, month_gone, open_steps, reached, standing, won};
use domain::rules::team::{Past, Work, shown_by, work};
use domain::time::{DAY as MILLIS, DateWindow, Offset};
use jiff::civil::date;
use std::collections::{BTreeMap, BTreeSet};

fn of(kind: GoalKind) -> Goal {
    Goal { kind, target: 31_000, ..a_goal() }
}

#[test]
fn a_month_is_gone_by_the_days_that_are_over() {
    assert_eq!(month_gone(MONTH, MONTH), Share::NONE);
    assert_eq!(month_gone(MONTH, date(2026, 3, 16)), Share::of(15, 31));
    assert_eq!(month_gone(MONTH, date(2026, 4, 1)), Share::WHOLE);
    assert_eq!((month_gone(MONTH, date(2026, 2, 1)), month_gone(MONTH, date(2027, 1, 1))), (Share::NONE, Share::WHOLE));
}

#[test]
fn what_is_sold_is_on_track_while_it_keeps_up_with_the_days_that_are_over() {
    let sales = of(GoalKind::Sales);
    let on = date(2026, 3, 11);
    assert_eq!(standing(&sales, 9_999, on), Standing::Behind);
    assert_eq!(standing(&sales, 10_000, on), Standing::OnTrack);
    assert_eq!(standing(&sales, 31_000, on), Standing::Reached);
    assert_eq!(standing(&sales, 0, MONTH), Standing::OnTrack, "nothing is asked for on the first morning");
    assert_eq!(standing(&sales, 30_999, date(2026, 4, 2)), Standing::Behind);
}

#[test]
fn what_is_spent_may_be_spent_for_today_too_and_is_reached_when_the_month_is_over() {
    let expense = of(GoalKind::Expense);
    let on = date(2026, 3, 10);
    assert_eq!(standing(&expense, 10_000, on), Standing::OnTrack);
    assert_eq!(standing(&expense, 10_001, on), Standing::Behind);
    assert_eq!(standing(&expense, 31_000, date(2026, 3, 31)), Standing::OnTrack);
    assert_eq!(standing(&expense, 31_000, date(2026, 4, 1)), Standing::Reached);
    assert_eq!(standing(&expense, 31_001, date(2026, 4, 1)), Standing::Behind);
}

fn minute(ruling: CandidateRuling, at: domain::time::Moment) -> Minute {
    let (item, words, proposed_by) = (String::new(), String::new(), String::new());
    Minute { ruling, item, words, weighed: None, proposed_by, by_name: "赵强".into(), at }
}

#[test]
fn a_partner_is_won_by_the_first_qualification_or_a_first_agreement_and_counts_once() {
    let goal = Goal { target: 3, ..of(GoalKind::Customers) };
    let before = morning().plus(-40 * MILLIS);
    let qualified =
        |at| Candidate { minutes: vec![minute(CandidateRuling::Qualify, at)], owner: rep(), ..a_candidate() };
    let count =
        |candidates: &[Candidate], agreements: &[Agreement]| reached(&goal, candidates, agreements, Offset::CHINA);
    assert_eq!(count(&[qualified(morning())], &[]), 1);
    assert_eq!(count(&[qualified(before)], &[]), 0);
    let again = Candidate {
        minutes: vec![minute(CandidateRuling::Qualify, before), minute(CandidateRuling::Qualify, morning())],
        ..qualified(before)
    };
    assert_eq!(count(&[again], &[]), 0, "qualified for another year");
    let others = Candidate { owner: other_rep(), ..qualified(morning()) };
    assert_eq!(count(&[others], &[]), 0);

    let approved = Some(SignOff { name: "赵强".into(), at: morning() });
    let active = Agreement { state: AgreementState::Active, approved, ..an_agreement() };
    assert_eq!(count(&[qualified(before)], std::slice::from_ref(&active)), 1);
    assert_eq!(won(&goal, &[qualified(morning())], std::slice::from_ref(&active), Offset::CHINA).len(), 1);
    let renewed = Agreement { renews: Some(id(201)), ..active.clone() };
    assert_eq!(count(&[qualified(before)], &[renewed]), 0);
    let signed = Agreement { state: AgreementState::Signed, ..active };
    assert_eq!(count(&[qualified(before)], &[signed]), 0);
}

#[test]
fn what_was_reported_counts_for_money() {
    let report = Reached { value: 7_000, by: rep(), by_name: "李娜".into(), at: morning() };
    let goal = Goal { reports: vec![report], ..of(GoalKind::Sales) };
    assert_eq!(reached(&goal, &[], &[], Offset::CHINA), 7_000);
    assert_eq!(reached(&of(GoalKind::Sales), &[], &[], Offset::CHINA), 0);
}

#[test]
fn open_steps_come_by_their_day_and_are_ones_own() {
    let step = |number, owner, day, done| GoalStep { id: id(number), due: date(2026, 3, day), done, ..a_step(owner) };
    let steps = vec![
        step(241, rep(), 20, None),
        step(242, rep(), 12, None),
        step(243, rep(), 10, Some(DAY)),
        step(244, manager(), 9, None),
    ];
    let goal = Goal { steps, ..a_goal() };
    assert_eq!(open_steps(&goal, rep()).iter().map(|step| step.due.day()).collect::<Vec<_>>(), [12, 20]);
}

fn done(number: u128, hours: i64, photo: Option<PhotoId>) -> Task {
    let closed = TaskClosing { at: morning().plus(hours * 3_600_000), ..closing(photo, false) };
    Task { id: id(number), asked_at: morning(), closed: Some(closed), ..a_follow_up() }
}

fn past<'a>(
    tasks: &'a [Task],
    rulings: &'a BTreeMap<PhotoId, Option<Ruling>>,
    visits: &'a [Visit],
    serving: &'a BTreeSet<ChecklistId>,
) -> Past<'a> {
    let days = DateWindow { from: MONTH, until: Some(date(2026, 3, 31)) };
    Past { tasks, rulings, visits, serving, days, offset: Offset::CHINA }
}

#[test]
fn speed_and_quality_are_two_numbers_and_neither_is_a_part_of_the_other() {
    let redo = Task { kind: a_redo_task().kind, ..done(83, 30, Some(id(63))) };
    let late = Task { asked_at: morning().plus(-40 * MILLIS), ..done(84, -20 * 24, None) };
    let called_off = Task { closed: Some(TaskClosing::withdrawn(morning(), rep())), ..done(85, 1, None) };
    let others = Task { owner: other_rep(), ..done(86, 1, None) };
    let tasks =
        [done(80, 2, Some(id(61))), done(81, 5, Some(id(62))), done(82, 90, None), redo, late, called_off, others];
    let rulings =
        BTreeMap::from([(id(61), Some(Ruling::Pass)), (id(62), Some(Ruling::Redo)), (id(63), Some(Ruling::Pass))]);
    let (visits, serving) = ([], BTreeSet::new());
    let work = work(rep(), &past(&tasks, &rulings, &visits, &serving));
    assert_eq!((work.closed, work.median), (4, Some(5 * 3_600_000)));
    assert_eq!((work.judged, work.verified, work.returned), (3, 2, 1));
    assert_eq!(work.kept, 3, "a photo that was sent back is no promise to a shop");
    assert_eq!(tasks.iter().filter_map(shown_by).count(), 3);
}

#[test]
fn what_did_not_hold_counts_in_effect_beside_what_was_found_good() {
    let again = |days: i64, by| Reopening {
        at: morning().plus(days * MILLIS),
        by,
        by_name: "赵强".into(),
        because: String::new(),
    };
    let twice = Task { reopened: vec![again(0, manager()), again(1, manager())], ..done(80, 50, Some(id(61))) };
    let open = Task { reopened: vec![again(1, manager())], ..a_follow_up() };
    let before = Task { reopened: vec![again(-40, manager())], ..done(82, 1, None) };
    let others = Task { owner: other_rep(), ..open.clone() };
    let tasks = [twice, open, before, others];
    let rulings = BTreeMap::from([(id(61), Some(Ruling::Pass))]);
    let (visits, serving) = ([], BTreeSet::new());
    let work = work(rep(), &past(&tasks, &rulings, &visits, &serving));
    assert_eq!((work.verified, work.returned, work.reopened), (1, 0, 3));
}

#[test]
fn service_is_counted_beside_volume() {
    let along = Companion {
        by: manager(),
        name: "赵强".into(),
        role: JointRole::Trainer,
        feedback: String::new(),
        next: String::new(),
        at: morning(),
        read: None,
    };
    let visits = [
        ended(a_visit()),
        Visit { id: id(51), companions: vec![along], ..ended(a_visit()) },
        Visit { id: id(52), checklist: id(6), outlet: id(31), ..ended(a_visit()) },
        Visit { id: id(53), ..a_visit() },
        Visit { id: id(54), rep: other_rep(), ..ended(a_visit()) },
        Visit { id: id(55), day: date(2026, 2, 1), ..ended(a_visit()) },
    ];
    let (tasks, rulings, serving) = ([done(80, 2, None)], BTreeMap::new(), BTreeSet::from([id(6)]));
    let work = work(rep(), &past(&tasks, &rulings, &visits, &serving));
    assert_eq!((work.kept, work.served, work.guided, work.service()), (1, 1, 1, 3));
    assert_eq!((work.visits, work.shops), (3, 2));
}

#[test]
fn nothing_done_is_no_speed_instead_of_a_fast_one() {
    let (tasks, rulings, visits, serving) = ([], BTreeMap::new(), [], BTreeSet::new());
    assert_eq!(work(rep(), &past(&tasks, &rulings, &visits, &serving)), Work::default());
}
