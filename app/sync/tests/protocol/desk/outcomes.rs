//! Each command has an outcome of its own: applied, refused, blocked, or kept for a manager.

use crate::scene::*;
use domain::Refusal;
use domain::records::Task;
use proptest::collection::vec;
use proptest::prelude::*;
use sync::wire::{Outcome, QuarantineReason};

const LATER: &str = r#"{"id":"00000000-0000-0000-0000-000000000001","actor":"00000000-0000-0000-0000-000000000014","captured_at":5,"mono":0,"command":{"do":"of_a_later_version"}}"#;

const fn kept(why: QuarantineReason) -> Outcome {
    Outcome::Quarantined { why }
}

#[test]
fn what_is_applied_names_the_version_at_which_it_can_be_pulled() {
    let (mut server, phone) = (Server::new(), Phone::with([(1, leave(1, shop())), (2, leave(2, shop()))]));
    let at = |version| Outcome::Applied { versions: [(domain::Scope::Territory(territory()), version)].into() };
    server.versions.load(domain::Scope::Territory(territory()), 40);
    assert_eq!(server.outcomes(&phone), [at(41), at(42)]);
}

#[test]
fn what_is_refused_says_why_and_is_logged_with_its_bytes() {
    let (mut server, phone) = (Server::new(), Phone::with([(1, close(80))]));
    assert_eq!(server.outcomes(&phone), [Outcome::Refused { reason: Refusal::TaskUnknown { task: id(80) } }]);
    assert_eq!((server.log[0].id, server.log[0].body.as_str()), (Some(id(1)), phone.rows[0].raw.as_str()));
}

#[test]
fn what_was_never_theirs_is_refused_and_what_is_no_longer_theirs_is_kept() {
    let (mut server, phone) = (Server::new(), Phone::with([(1, leave(1, far_shop())), (2, leave(2, former_shop()))]));
    let outcomes = server.outcomes(&phone);
    let reason = Refusal::OutsideYourArea { name: "惠民超市".into() };
    assert_eq!(outcomes, [Outcome::Refused { reason }, kept(QuarantineReason::NoLongerTheirs)]);
    assert!(!server.has_task(1) && !server.has_task(2));
}

#[test]
fn what_this_version_does_not_understand_is_kept_byte_for_byte_with_its_id() {
    let (mut server, mut phone) = (Server::new(), Phone::new());
    phone.seal_text(1, LATER);
    assert_eq!(server.outcomes(&phone), [kept(QuarantineReason::NotUnderstood)]);
    assert_eq!((server.log[0].id, server.log[0].body.as_str()), (Some(id(1)), LATER));
}

#[test]
fn what_nobody_can_read_is_kept_too_under_its_number() {
    let (mut server, mut phone) = (Server::new(), Phone::new());
    for junk in ["null", "\"damaged\"", "{}", "[1,2]", "{\"id\":7}"] {
        phone.seal_text(1, junk);
    }
    assert_eq!(server.outcomes(&phone), vec![kept(QuarantineReason::NotUnderstood); 5]);
    assert!(server.log.iter().all(|line| line.id.is_none() && line.captured_at.is_none()));
    assert_eq!(server.log[1].body, "\"damaged\"");
}

#[test]
fn what_somebody_else_made_is_kept_and_not_carried_out_in_the_senders_name() {
    let (mut server, mut phone) = (Server::new(), Phone::new());
    let mut body = phone.body(1, leave(1, shop()), &[]);
    body.actor = id(21);
    phone.seal(&body);
    assert_eq!(server.outcomes(&phone), [kept(QuarantineReason::NotTheSender)]);
    assert!(!server.has_task(1));
}

#[test]
fn what_a_disabled_user_still_sends_is_kept() {
    let (mut server, phone) = (Server::new(), Phone::with([(1, leave(1, shop()))]));
    server.author.user.active = false;
    assert_eq!(server.outcomes(&phone), [kept(QuarantineReason::AccountDisabled)]);
    assert!(!server.has_task(1));
}

#[test]
fn what_builds_on_something_that_was_not_carried_out_is_blocked_by_it() {
    let mut server = Server::new();
    let mut phone = Phone::new();
    phone.make(1, leave(1, far_shop()), &[]);
    phone.make(2, leave(2, shop()), &[1]);
    phone.make(3, leave(3, shop()), &[2]);
    phone.make(4, leave(4, former_shop()), &[]);
    phone.make(5, leave(5, shop()), &[4]);
    phone.make(6, leave(6, shop()), &[]);
    phone.make(7, leave(7, shop()), &[6, 99]);
    let outcomes = server.outcomes(&phone);
    assert_eq!(outcomes[1], Outcome::Blocked { by: id(1) }, "by a refused one");
    assert_eq!(outcomes[2], Outcome::Blocked { by: id(2) }, "by a blocked one");
    assert_eq!(outcomes[4], Outcome::Blocked { by: id(4) }, "by one that is kept for a manager");
    assert!(is_applied(&outcomes[6]), "by one that holds, or that nobody has heard of, it is not");
    assert!(!server.has_task(2) && !server.has_task(3) && !server.has_task(5));
}

#[test]
fn a_forerunner_from_an_earlier_push_blocks_too() {
    let (mut server, mut phone) = (Server::new(), Phone::with([(1, leave(1, far_shop()))]));
    server.outcomes(&phone);
    phone.make(2, leave(2, shop()), &[1]);
    let reception = server.push(phone.device, &phone.sent()[1..], &[]);
    assert_eq!(reception.answers[0].outcome, Outcome::Blocked { by: id(1) });
}

/// The sorts of command that a push may be mixed of.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Sort {
    Good,
    Refused,
    NoLongerTheirs,
    Later,
    Junk,
    Foreign,
    TakenId,
    BuildsOnBad,
}

proptest! {
    /// Law 5: whatever stands between them, every good one is carried out, and every one has its answer.
    #[test]
    fn a_bad_command_never_blocks_a_good_one(sorts in vec(prop::sample::select(vec![
        Sort::Good, Sort::Good, Sort::Refused, Sort::NoLongerTheirs, Sort::Later, Sort::Junk, Sort::Foreign,
        Sort::TakenId, Sort::BuildsOnBad,
    ]), 1..30)) {
        let (mut server, mut phone) = (Server::new(), Phone::new());
        phone.make(1, leave(1, far_shop()), &[]);
        for (sort, n) in sorts.iter().zip(1_000..) {
            match sort {
                Sort::Good => phone.make(n, leave(n, shop()), &[]),
                Sort::Refused => phone.make(n, leave(n, far_shop()), &[]),
                Sort::NoLongerTheirs => phone.make(n, leave(n, former_shop()), &[]),
                Sort::Later => phone.seal_text(n, &LATER.replace("000000000001", &format!("{n:012x}"))),
                Sort::Junk => phone.seal_text(n, "{\"broken\":true}"),
                Sort::Foreign => {
                    let mut body = phone.body(n, leave(n, shop()), &[]);
                    body.actor = id(21);
                    phone.seal(&body);
                }
                Sort::TakenId => phone.make(1, leave(n, shop()), &[]),
                Sort::BuildsOnBad => phone.make(n, leave(n, shop()), &[1]),
            }
        }
        let outcomes = server.outcomes(&phone);
        prop_assert_eq!(outcomes.len(), sorts.len() + 1);
        for ((sort, outcome), n) in sorts.iter().zip(&outcomes[1..]).zip(1_000..) {
            prop_assert_eq!(is_applied(outcome), *sort == Sort::Good, "{:?}", sort);
            prop_assert_eq!(server.has_task(n), *sort == Sort::Good, "{:?}", sort);
        }
        prop_assert_eq!(server.world.all::<Task>().count(), sorts.iter().filter(|sort| **sort == Sort::Good).count());
        prop_assert!(server.log.iter().zip(&phone.rows).all(|(line, row)| line.body == row.raw && line.link == row.link));
    }
}
