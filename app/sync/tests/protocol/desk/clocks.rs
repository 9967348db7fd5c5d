//! Phones' clocks: recorded, corrected, and never decisive.

use crate::scene::*;
use domain::records::Task;
use domain::time::{DateWindow, Moment};
use jiff::civil::date;
use proptest::prelude::*;
use sync::Body;
use sync::server::{Incoming, clock_as_signed};
use sync::wire::{Outcome, QuarantineReason};

fn asked_at(server: &Server, task: u128) -> Moment {
    server.world.get::<Task>(id(task)).unwrap().asked_at
}

#[test]
fn the_moment_of_capture_is_corrected_by_how_wrong_the_clock_is() {
    let (mut server, mut phone) = (Server::new(), Phone::new());
    // The clock is a year ahead, and the command was made two hours before it was sent.
    server.phone_clock = NOON.plus(365 * DAY);
    phone.clock = NOON.plus(365 * DAY - 7_200_000);
    phone.make(1, leave(1, shop()), &[]);
    server.outcomes(&phone);
    assert_eq!(asked_at(&server, 1), NOON.plus(-7_200_000));
    assert_eq!(server.log[0].captured_at, Some(phone.clock), "the log keeps what the phone said");
    assert_eq!(server.log[0].received_at, NOON);
}

#[test]
fn nothing_is_captured_later_than_it_arrives() {
    let (mut server, mut phone) = (Server::new(), Phone::new());
    phone.clock = NOON.plus(10 * 365 * DAY);
    phone.make(1, leave(1, shop()), &[]);
    server.outcomes(&phone);
    assert_eq!(asked_at(&server, 1), NOON);
}

#[test]
fn the_clock_behind_what_is_carried_is_known_from_its_device_even_if_that_knew_nothing_when_it_made_it() {
    let made = |skews: &[i64]| -> Vec<Incoming> {
        let mut phone = Phone::new();
        for (command, skew) in (1..).zip(skews) {
            let body = Body { skew: *skew, ..phone.body(command, leave(command, shop()), &[]) };
            phone.seal(&body);
        }
        phone.sent().iter().map(Incoming::read).collect()
    };
    let year = 365 * DAY;
    assert_eq!(clock_as_signed(&made(&[5 * DAY, year]), DAY, NOON), NOON.plus(-year), "as it last knew");
    assert_eq!(clock_as_signed(&made(&[year, 0]), DAY, NOON), NOON.plus(-year));
    assert_eq!(clock_as_signed(&made(&[0, 0]), year, NOON), NOON.plus(-year), "as the server last heard");
    assert_eq!(clock_as_signed(&[], 0, NOON), NOON);
}

#[test]
fn what_was_made_while_the_area_was_theirs_is_taken_though_it_comes_weeks_later() {
    let (mut server, mut phone) = (Server::new(), Phone::new());
    phone.clock = Moment::start_of(date(2025, 12, 20), domain::time::Offset::CHINA);
    phone.make(1, leave(1, former_shop()), &[]);
    assert!(is_applied(&server.outcomes(&phone)[0]));
}

#[test]
fn three_days_of_grace_follow_the_end_of_a_posting_and_not_four() {
    let at = |day| {
        let (mut server, mut phone) = (Server::new(), Phone::new());
        phone.clock = Moment::start_of(date(2026, 1, day), domain::time::Offset::CHINA);
        phone.make(1, leave(1, former_shop()), &[]);
        server.outcomes(&phone).remove(0)
    };
    assert!(is_applied(&at(3)));
    assert_eq!(at(4), Outcome::Quarantined { why: QuarantineReason::NoLongerTheirs });
}

#[test]
fn a_clock_that_was_set_between_capture_and_sending_costs_nothing() {
    let (mut server, mut phone) = (Server::new(), Phone::new());
    // Made in December by a clock that was a month slow and known to be; the clock has been set right since.
    let made = Moment::start_of(date(2025, 12, 30), domain::time::Offset::CHINA);
    phone.clock = made.plus(-30 * DAY);
    let mut body = phone.body(1, leave(1, former_shop()), &[]);
    body.skew = 30 * DAY;
    phone.seal(&body);
    assert!(is_applied(&server.outcomes(&phone)[0]));
    // Made in December by a clock that was right, to a second, and is a month slow today.
    let (mut server, mut phone) = (Server::new(), Phone::new());
    phone.clock = made;
    server.phone_clock = NOON.plus(-30 * DAY);
    let mut body = phone.body(1, leave(1, former_shop()), &[]);
    body.skew = 1_000;
    phone.seal(&body);
    assert!(is_applied(&server.outcomes(&phone)[0]));
}

proptest! {
    /// I12: for an author whose areas did not change no clock makes a difference, whatever it said when.
    #[test]
    fn no_clock_changes_what_is_accepted(captured: i64, clock: i64, skew: i64) {
        let (mut server, mut phone) = (Server::new(), Phone::new());
        server.author.assignments = vec![posting(10, DateWindow { from: date(2026, 3, 10), until: None })];
        server.phone_clock = Moment(clock);
        let mut body = phone.body(1, leave(1, shop()), &[]);
        body.captured_at = Moment(captured);
        body.skew = skew;
        phone.seal(&body);
        prop_assert!(is_applied(&server.outcomes(&phone)[0]));
        prop_assert!(asked_at(&server, 1) <= NOON);
    }

    /// And a clock that is wrong by the same amount all the time makes none for any author.
    #[test]
    fn a_clock_that_is_wrong_all_the_time_changes_nothing(days_ago in 0_i64..200, wrong in -3_650_i64..3_650, known: bool) {
        let outcome = |wrong: i64| {
            let (mut server, mut phone) = (Server::new(), Phone::new());
            server.phone_clock = NOON.plus(wrong * DAY);
            phone.clock = NOON.plus((wrong - days_ago) * DAY);
            let mut body = phone.body(1, leave(1, former_shop()), &[]);
            body.skew = if known { -wrong * DAY } else { 0 };
            phone.seal(&body);
            is_applied(&server.outcomes(&phone)[0])
        };
        prop_assert_eq!(outcome(wrong), outcome(0));
    }
}
