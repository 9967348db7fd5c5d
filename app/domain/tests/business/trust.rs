//! How far a position can be believed.

use crate::sample::morning;
use domain::geo::{Fix, Jitter, Position};
use domain::limits::AT_OUTLET_METRES;
use domain::rules::trust::{Hint, Level, assess, latest_before};
use domain::time::Moment;
use proptest::prelude::*;

/// The shop; no round number, as measured ones never are.
const SHOP: Position = Position { lat: 36_612_347, lon: 114_490_219 };

fn honest() -> Fix {
    let jitter = Some(Jitter { readings: 4, centimetres: 130 });
    Fix { position: SHOP, accuracy: 12, measured_at: morning(), jitter }
}

/// So many metres north of the shop, more or less.
fn north(metres: i32) -> Position {
    Position { lat: SHOP.lat + metres * 9, ..SHOP }
}

fn after(minutes: i64) -> Moment {
    morning().plus(minutes * 60_000)
}

/// What is said of a fix at the shop, with nothing before it.
fn said(fix: Fix) -> (Level, Vec<Hint>) {
    let trust = assess(Some(&fix), morning(), Some(SHOP), None);
    (trust.level, trust.hints)
}

fn metres(fix: &Fix) -> u32 {
    fix.position.metres_to(SHOP)
}

#[test]
fn an_honest_fix_is_good_and_nothing_is_said_against_it() {
    assert_eq!(said(honest()), (Level::Good, vec![]));
    assert_eq!(said(Fix { jitter: None, ..honest() }), (Level::Good, vec![]), "an older app took one reading");
}

#[test]
fn no_fix_is_fair_because_a_cellar_is_no_lie() {
    let trust = assess(None, morning(), Some(SHOP), Some(&honest()));
    assert_eq!((trust.level, trust.hints), (Level::Fair, vec![Hint::NoFix]));
}

#[test]
fn a_fix_away_from_the_shop_says_how_far_and_the_claimed_error_is_given() {
    let away = Fix { position: north(900), ..honest() };
    assert_eq!(said(away), (Level::Low, vec![Hint::Away(metres(&away))]));
    let edge = Fix { position: north(205), ..honest() };
    assert_eq!(said(edge), (Level::Good, vec![]), "twelve metres of error could be the shop");
    let nowhere = assess(Some(&away), morning(), None, None);
    assert_eq!(nowhere.level, Level::Good, "without a shop there is nothing to be away from");
}

#[test]
fn a_coarse_or_an_old_fix_is_fair() {
    let coarse = Fix { accuracy: AT_OUTLET_METRES + 1, ..honest() };
    assert_eq!(said(coarse), (Level::Fair, vec![Hint::Coarse(AT_OUTLET_METRES + 1)]));
    let old = |minutes| assess(Some(&honest()), after(minutes), Some(SHOP), None);
    assert_eq!((old(4).level, old(5).level, old(5).hints), (Level::Good, Level::Fair, vec![Hint::Old(5)]));
    let ahead = assess(Some(&honest()), after(-60), Some(SHOP), None);
    assert_eq!(ahead.level, Level::Good, "measured after it was used: a clock was set back, the place is no older");
}

#[test]
fn several_readings_without_a_centimetre_between_them_were_invented() {
    let still = |readings, centimetres| said(Fix { jitter: Some(Jitter { readings, centimetres }), ..honest() });
    assert_eq!(still(3, 0), (Level::Low, vec![Hint::Still]));
    assert_eq!(still(2, 0), (Level::Good, vec![]), "two may be one reading handed out twice");
    assert_eq!(still(9, 1), (Level::Good, vec![]));
}

#[test]
fn an_accuracy_of_nothing_and_round_numbers_are_no_measurement() {
    assert_eq!(said(Fix { accuracy: 0, ..honest() }), (Level::Low, vec![Hint::TooGood]));
    let typed = Fix { position: Position { lat: 36_612_000, lon: 114_490_000 }, ..honest() };
    assert_eq!(said(typed), (Level::Low, vec![Hint::Round]));
    let half = Fix { position: Position { lat: 36_612_000, ..SHOP }, ..honest() };
    assert_eq!(said(half), (Level::Good, vec![]), "one round number happens once in a thousand fixes");
}

/// What is said when the fix before was taken so far away and so many minutes before.
fn leap(metres: i32, minutes: i64) -> (Level, Vec<Hint>) {
    let before = Fix { position: north(metres), measured_at: after(-minutes), ..honest() };
    let trust = assess(Some(&honest()), morning(), Some(SHOP), Some(&before));
    (trust.level, trust.hints)
}

#[test]
fn a_leap_between_two_fixes_says_its_speed() {
    let (level, hints) = leap(30_000, 6);
    let [Hint::Leap(speed)] = hints[..] else { panic!("a leap, not {hints:?}") };
    assert_eq!(level, Level::Low);
    assert!((298..=301).contains(&speed), "thirty kilometres in six minutes are three hundred an hour, not {speed}");
    assert_eq!(leap(30_000, 15), (Level::Good, vec![]), "by car");
    assert_eq!(leap(450, 0), (Level::Good, vec![]), "within the error of both");
}

#[test]
fn two_fixes_of_one_second_are_a_second_apart() {
    assert!(matches!(leap(5_000, 0).1[..], [Hint::Leap(speed)] if speed > 10_000));
}

#[test]
fn a_leap_over_a_clock_that_was_set_back_tells_nothing() {
    assert_eq!(leap(30_000, -6), (Level::Good, vec![]));
}

#[test]
fn the_gravest_reasons_come_first_and_all_are_given() {
    let bad = Fix {
        position: Position { lat: 36_700_000, lon: 114_490_000 },
        accuracy: 0,
        measured_at: after(-7),
        jitter: Some(Jitter { readings: 5, centimetres: 0 }),
    };
    let far = Fix { position: Position { lat: 39_904_211, lon: 116_407_413 }, measured_at: after(-8), ..honest() };
    let trust = assess(Some(&bad), morning(), Some(SHOP), Some(&far));
    let [Hint::Leap(_), Hint::Still, Hint::TooGood, Hint::Round, Hint::Away(_), Hint::Old(7)] = trust.hints[..] else {
        panic!("all of them, the light one last, not {:?}", trust.hints)
    };
    assert_eq!(trust.level, Level::Low);
}

#[test]
fn the_ends_of_time_and_of_the_globe_are_no_panic() {
    let first = Fix { measured_at: Moment(i64::MIN), accuracy: u32::MAX, ..honest() };
    let last = Fix { position: Position { lat: i32::MIN, lon: i32::MAX }, measured_at: Moment(i64::MAX), ..honest() };
    for (fix, before) in [(first, last), (last, first)] {
        for at in [i64::MIN, i64::MAX] {
            assert!(assess(Some(&fix), Moment(at), Some(SHOP), Some(&before)).level < Level::Good);
        }
    }
}

#[test]
fn the_place_before_is_the_last_one_that_was_known_before_that_moment() {
    let at = |minutes: i64, metres: i32| (after(minutes), Some(Fix { position: north(metres), ..honest() }));
    let asked = [at(-30, 30), at(-5, 5), (after(-2), None), at(-20, 20), at(0, 0), at(10, 10)];
    assert_eq!(
        latest_before(after(0), asked),
        at(-5, 5).1,
        "neither that moment itself nor a later one, nor a blind one"
    );
    assert_eq!(latest_before(after(-30), asked), None);
}

proptest! {
    /// Whoever is at the shop, with any receiver of today, and walked or drove there.
    #[test]
    fn an_honest_fix_is_good_whatever_the_receiver(
        (lat, lon) in (-1_700_i32..1_700, -1_700_i32..1_700),
        accuracy in 1_u32..=AT_OUTLET_METRES,
        age in 0_i64..300_000,
        jitter in prop::option::of((1_u8..20, 1_u32..3_000)),
        (drive, minutes) in (0_i32..2_000, 1_i64..60),
    ) {
        let position = Position { lat: SHOP.lat + lat, lon: SHOP.lon + lon };
        prop_assume!(position.metres_to(SHOP) <= AT_OUTLET_METRES);
        prop_assume!(position.lat % 1_000 != 0 || position.lon % 1_000 != 0);
        let jitter = jitter.map(|(readings, centimetres)| Jitter { readings, centimetres });
        let fix = Fix { position, accuracy, measured_at: morning().plus(-age), jitter };
        // Up to 120 km/h, in metres.
        let before = Fix { position: north(drive * minutes as i32), measured_at: after(-minutes - 5), ..honest() };
        let trust = assess(Some(&fix), morning(), Some(SHOP), Some(&before));
        prop_assert_eq!((trust.level, trust.hints), (Level::Good, vec![]));
    }

    #[test]
    fn a_level_is_what_its_reasons_make_it(
        lat in 36_000_000_i32..37_000_000,
        accuracy in 0_u32..1_000,
        age in -600_000_i64..6_000_000,
        readings in 0_u8..6,
        centimetres in 0_u32..3,
        shop: bool,
    ) {
        let position = Position { lat, lon: 114_490_000 };
        let fix = Fix { position, accuracy, measured_at: morning().plus(-age), jitter: Some(Jitter { readings, centimetres }) };
        let trust = assess(Some(&fix), morning(), shop.then_some(SHOP), None);
        let light = |hint: &Hint| matches!(hint, Hint::Coarse(_) | Hint::Old(_));
        prop_assert_eq!(trust.level == Level::Good, trust.hints.is_empty());
        prop_assert_eq!(trust.level == Level::Fair, !trust.hints.is_empty() && trust.hints.iter().all(light));
        prop_assert!(trust.hints.is_sorted_by_key(light));
    }
}
