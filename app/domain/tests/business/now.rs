//! What a manager has to know now.

use crate::sample::*;
use domain::geo::Position;
use domain::id::UserId;
use domain::limits::{SILENT_AFTER_MILLIS, UNSENT_AFTER_MILLIS};
use domain::records::{Band, Ruling, Score, SkipReason};
use domain::rules::now::{Appealed, Day, Exception, Field, Heard, Held, Matter, Phones, Seen, inbox, nearest, plot};
use domain::rules::today::{Stop, StopReason, StopState};
use domain::rules::trust::{Hint, Level, Trust};
use domain::time::{Moment, Offset};

const GOOD: Trust = Trust { level: Level::Good, hints: Vec::new() };
const HOUR: i64 = 3_600_000;

fn stop(outlet: u128, state: StopState) -> Stop {
    Stop { outlet: id(outlet), number: 1, reasons: vec![StopReason::Planned], state }
}

fn day(rep: UserId, stops: Vec<Stop>) -> Day {
    Day { rep, name: "李娜".into(), date: DAY, stops }
}

fn field(days: Vec<Day>) -> Field {
    let (visits, skips, appealed, held) = (vec![], vec![], vec![], vec![]);
    Field { today: DAY, offset: Offset::CHINA, days, visits, skips, appealed, held }
}

fn seen() -> Seen {
    Seen::of(&ended(a_visit()), &[], &GOOD)
}

fn heard(last: Moment) -> Heard {
    Heard { last, commands: 0, photos: 0, oldest: None, refused: 0 }
}

fn phones(rep: UserId, heard: Heard) -> Phones {
    Phones::from([(rep, heard)])
}

/// So many hours after the work begins.
fn after(hours: i64) -> Moment {
    morning().plus(hours * HOUR)
}

fn matters(field: &Field, phones: Option<&Phones>, now: Moment) -> Vec<Matter> {
    inbox(field, phones, now).into_iter().map(|exception| exception.matter).collect()
}

#[test]
fn the_one_phone_that_holds_work_and_is_silent_comes_first() {
    let holds = Heard { commands: 11, photos: 6, ..heard(after(1)) };
    let mut field = field(vec![day(rep(), vec![stop(30, StopState::Done(id(50)))]), day(other_rep(), vec![])]);
    field.held.push(Held {
        id: quarantine_id(),
        rep: other_rep(),
        rep_name: "王强".into(),
        shop: String::new(),
        at: after(0),
        parts: 2,
    });
    let mut phones = phones(rep(), holds);
    phones.insert(other_rep(), heard(after(3)));
    let found = inbox(&field, Some(&phones), after(1).plus(SILENT_AFTER_MILLIS));
    let first = Exception { matter: Matter::Silent(holds), rep: rep(), rep_name: "李娜".into(), since: after(1) };
    assert_eq!(found[0], first);
    assert_eq!(found.len(), 2);
    let early = after(1).plus(SILENT_AFTER_MILLIS - 1);
    assert!(!inbox(&field, Some(&phones), early).contains(&first), "a phone in a cellar is no matter yet");
    phones.insert(rep(), heard(after(4)));
    assert_eq!(inbox(&field, Some(&phones), after(4)).len(), 1, "heard from again, it is dealt with");
}

#[test]
fn nobody_is_missed_before_work_begins_after_it_is_done_or_on_a_free_day() {
    let to_walk = field(vec![day(rep(), vec![stop(30, StopState::ToDo)])]);
    let last_night = phones(rep(), heard(morning().plus(-12 * HOUR)));
    let begins = morning();
    assert!(matters(&to_walk, Some(&last_night), begins.plus(SILENT_AFTER_MILLIS - 1)).is_empty());
    assert_eq!(inbox(&to_walk, Some(&last_night), begins.plus(SILENT_AFTER_MILLIS)).len(), 1);
    for done in [vec![stop(30, StopState::Done(id(50)))], vec![]] {
        assert!(matters(&field(vec![day(rep(), done)]), Some(&last_night), after(9)).is_empty());
    }
}

#[test]
fn old_work_of_a_phone_that_is_heard_from_is_told_with_what_it_is() {
    let field = field(vec![day(rep(), vec![])]);
    let holds = Heard { commands: 3, oldest: Some(after(0)), ..heard(after(4)) };
    let phones = phones(rep(), holds);
    assert!(matters(&field, Some(&phones), after(0).plus(UNSENT_AFTER_MILLIS - 1)).is_empty());
    let unsent = Matter::Unsent { commands: 3, photos: 0 };
    assert_eq!(matters(&field, Some(&phones), after(0).plus(UNSENT_AFTER_MILLIS)), [unsent]);
}

#[test]
fn what_was_refused_is_told_until_its_maker_has_seen_to_it() {
    let field = field(vec![day(rep(), vec![])]);
    let told = |refused| matters(&field, Some(&phones(rep(), Heard { refused, ..heard(after(4)) })), after(4));
    assert_eq!(told(2), [Matter::Refused { commands: 2 }]);
    assert!(told(0).is_empty());
}

#[test]
fn photos_that_do_not_come_are_as_old_as_the_oldest_of_them() {
    let mut field = field(vec![day(rep(), vec![])]);
    field.visits.push(Seen::of(&ended(a_visit_with_photo()), &[a_photo()], &GOOD));
    let phones = phones(rep(), Heard { photos: 1, ..heard(after(5)) });
    assert_eq!(matters(&field, Some(&phones), after(5)), [Matter::Unsent { commands: 0, photos: 1 }]);
}

#[test]
fn a_stop_left_out_is_told_until_somebody_goes_there_or_has_called() {
    let left_out = day(rep(), vec![stop(30, StopState::Skipped(skip_id()))]);
    let mut field = field(vec![left_out]);
    field.skips.push(a_skip());
    let why = Some((SkipReason::Shut, String::new()));
    assert_eq!(matters(&field, None, after(1)), [Matter::Missed { outlet: outlet(), day: DAY, why }]);
    let called = domain::records::Skip { reason: SkipReason::ByPhone, ..a_skip() };
    assert!(matters(&Field { skips: vec![called], ..field.clone() }, None, after(1)).is_empty());
    field.visits.push(Seen { day: DAY.tomorrow().unwrap(), ..seen() });
    assert!(matters(&field, None, after(1)).is_empty());
}

#[test]
fn a_stop_of_which_nothing_was_said_is_missed_only_when_the_phone_has_nothing_left_to_say() {
    let mut field = field(vec![day(rep(), vec![stop(30, StopState::ToDo)])]);
    let tomorrow = DAY.tomorrow().unwrap();
    field.today = tomorrow;
    let over = Moment::start_of(tomorrow, Offset::CHINA);
    let told = |heard: Option<Heard>| {
        let phones = heard.map(|heard| phones(rep(), heard));
        matters(&field, phones.as_ref(), over.plus(HOUR))
    };
    assert_eq!(told(Some(heard(over))), [Matter::Missed { outlet: outlet(), day: DAY, why: None }]);
    assert!(told(Some(heard(over.plus(-1)))).is_empty(), "it may have been walked");
    assert!(told(Some(Heard { commands: 1, ..heard(over) })).is_empty(), "it may be in what has not come");
    assert!(told(None).is_empty());
    field.today = DAY;
    assert!(matters(&field, Some(&phones(rep(), heard(over))), after(1)).is_empty(), "the day is not over");
}

#[test]
fn a_failed_display_is_told_until_something_is_asked_for_or_it_is_better() {
    let share = domain::measure::Share(4_000);
    let bad = Score { share, points: 4, out_of: 10, band: Band::Fail, knocked_out: vec![], items: vec![] };
    let visit = domain::records::Visit { score: Some(bad), ..ended(a_visit()) };
    let failed = Seen::of(&visit, &[], &GOOD);
    let mut field = field(vec![]);
    field.visits = vec![failed.clone()];
    let told = Matter::Failed { visit: visit_id(), outlet: outlet(), percent: 40 };
    assert_eq!(matters(&field, None, after(1)), std::slice::from_ref(&told));
    field.visits = vec![Seen { followed: true, ..failed.clone() }];
    assert!(matters(&field, None, after(1)).is_empty());
    let later = Seen { visit: id(51), arrived: after(2), ..seen() };
    field.visits = vec![failed.clone(), Seen { failed: true, followed: true, ..later.clone() }];
    assert_eq!(matters(&field, None, after(3)), [told]);
    field.visits = vec![failed, later];
    assert!(matters(&field, None, after(3)).is_empty());
}

#[test]
fn a_doubtful_position_is_told_until_a_manager_has_looked() {
    let hints = vec![Hint::Leap(300)];
    let doubtful = Seen::of(&a_visit(), &[], &Trust { level: Level::Low, hints: hints.clone() });
    let mut field = field(vec![]);
    field.visits = vec![doubtful.clone()];
    assert_eq!(matters(&field, None, after(1)), [Matter::Doubtful { visit: visit_id(), outlet: outlet(), hints }]);
    field.visits = vec![Seen { looked_at: true, ..doubtful }];
    assert!(matters(&field, None, after(1)).is_empty());
}

#[test]
fn matters_come_by_urgency_and_among_equals_the_oldest_first() {
    let appealed = |visit: u128, at| Appealed {
        visit: id(visit),
        outlet: outlet(),
        rep: rep(),
        rep_name: "李娜".into(),
        because: "冰柜是店主的".into(),
        at,
        photos: 1,
    };
    let mut field = field(vec![]);
    field.visits = vec![Seen { failed: true, arrived: after(-9), ..seen() }];
    field.appealed = vec![appealed(52, after(2)), appealed(51, after(1))];
    let found = inbox(&field, None, after(3));
    assert_eq!(found.iter().map(|one| one.since).collect::<Vec<_>>(), [after(1), after(2), after(-9)]);
    assert!(found.iter().all(|one| one.matter.rank() < Matter::RANKS));
}

#[test]
fn the_figures_say_from_whom_they_are_and_what_is_not_in_them() {
    let walked = vec![stop(30, StopState::Done(id(50))), stop(31, StopState::ToDo)];
    let mut field = field(vec![day(rep(), walked.clone()), day(other_rep(), walked), day(manager(), vec![])]);
    let judged = [a_photo(), domain::records::Photo { id: id(61), ruling: Some(Ruling::Pass), ..a_photo() }];
    let visit = domain::records::Visit { photos: 3, ..ended(a_visit()) };
    field.visits = vec![Seen::of(&visit, &judged, &GOOD)];
    let figures = field.figures();
    assert_eq!((figures.done, figures.stops, figures.stayed), (2, 4, Some(600_000)));
    assert_eq!((figures.photos, figures.received, figures.judged, figures.passed), (3, 0, 1, 1));
    let mut phones = phones(rep(), Heard { commands: 11, photos: 6, ..heard(after(1)) });
    let fresh = field.freshness(&phones, after(1));
    assert_eq!((fresh.told, fresh.all, fresh.commands, fresh.photos), (0, 2, 11, 6));
    assert_eq!(fresh.from, ["李娜"]);
    phones.insert(other_rep(), heard(after(1)));
    assert_eq!(field.freshness(&phones, after(1)).told, 1);
    assert_eq!(field.freshness(&phones, after(1).plus(SILENT_AFTER_MILLIS)).told, 0, "a silent phone tells nothing");
}

#[test]
fn the_map_keeps_north_up_one_scale_and_every_place_on_the_sheet() {
    let at = |lat, lon| Position { lat, lon };
    let places = plot(&[at(36_600_000, 114_400_000), at(36_700_000, 114_600_000)], 700, 400, 40);
    let [(west, south), (east, north)] = places[..] else { panic!("two places") };
    assert!(north < south && west < east);
    assert!(
        [west, east].iter().all(|x| (40..=660).contains(x)) && [south, north].iter().all(|y| (40..=360).contains(y))
    );
    let (wide, high) = (f64::from(east - west), f64::from(south - north));
    assert!((wide / high - 2.0 * 36.65_f64.to_radians().cos()).abs() < 0.02, "{wide} x {high}");
    assert_eq!(plot(&[HOME, HOME], 700, 400, 40), [(350, 200), (350, 200)]);
    assert!(plot(&[], 700, 400, 40).is_empty());
}

#[test]
fn a_touch_means_the_nearest_place_within_reach() {
    let places = [(100, 100), (140, 100)];
    assert_eq!(nearest(&places, (115, 105), 22), Some(0));
    assert_eq!(nearest(&places, (125, 105), 22), Some(1));
    assert_eq!(nearest(&places, (300, 300), 22), None);
    assert_eq!(nearest(&[], (0, 0), 22), None);
}
