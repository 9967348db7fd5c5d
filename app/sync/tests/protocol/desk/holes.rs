//! Numbers that are missing, and numbers that are lost for good.

use crate::scene::*;
use proptest::prelude::*;
use std::collections::BTreeSet;
use sync::wire::Outcome;

fn six() -> Phone {
    Phone::with((1..=6).map(|n| (n, leave(n, shop()))))
}

#[test]
fn nothing_behind_a_hole_is_taken_and_the_expected_number_is_said() {
    let (mut server, phone) = (Server::new(), six());
    let sent = phone.sent();
    let with_hole = [sent[0].clone(), sent[1].clone(), sent[3].clone(), sent[4].clone()];
    let reception = server.push(phone.device, &with_hole, &[]);
    assert_eq!(reception.answers.iter().map(|answer| answer.seq).collect::<Vec<_>>(), [1, 2]);
    assert!(!reception.fork);
    assert_eq!(server.expected(phone.device), 3);
    assert!(!server.has_task(4));
    assert_eq!(server.push(phone.device, &sent[2..], &[]).answers.len(), 4);
}

#[test]
fn lost_numbers_are_stepped_over_and_written_down_and_the_chain_goes_on() {
    let (mut server, phone) = (Server::new(), six());
    let sent = phone.sent();
    let kept = [sent[0].clone(), sent[3].clone(), sent[4].clone()];
    let reception = server.push(phone.device, &kept, &[2, 3]);
    let said: Vec<(u64, bool)> =
        reception.answers.iter().map(|answer| (answer.seq, is_applied(&answer.outcome))).collect();
    assert_eq!(said, [(1, true), (2, false), (3, false), (4, true), (5, true)], "two after the gap, not one");
    assert!(!reception.fork);
    assert_eq!(server.log[1].outcome, Outcome::Lost);
    assert_eq!((&server.log[1].id, server.log[1].body.as_str()), (&None, ""));
    // And in a later push, with nothing but the chain left to remember by.
    assert!(!server.push(phone.device, &sent[5..], &[]).fork);
    assert_eq!(server.expected(phone.device), 7);
    assert_eq!(server.chains[&phone.device].link, phone.rows[5].link);
}

#[test]
fn a_number_lost_at_the_very_end_is_taken_with_the_next_push_going_on_from_there() {
    let (mut server, phone) = (Server::new(), six());
    let sent = phone.sent();
    server.push(phone.device, &sent[..2], &[3]);
    assert_eq!(server.expected(phone.device), 4);
    assert!(!server.push(phone.device, &sent[3..], &[]).fork);
    assert_eq!(server.expected(phone.device), 7);
}

#[test]
fn giving_up_a_number_twice_or_one_that_has_arrived_changes_nothing() {
    let (mut server, phone) = (Server::new(), six());
    server.push(phone.device, &phone.sent()[..2], &[3]);
    let reception = server.push(phone.device, &phone.sent()[3..], &[1, 2, 3]);
    assert_eq!(reception.answers.len(), 3);
    assert!(server.has_task(1) && server.has_task(2) && !server.has_task(3));
}

#[test]
fn a_number_that_was_given_up_and_comes_all_the_same_is_a_fork_and_not_an_overwrite() {
    let (mut server, phone) = (Server::new(), six());
    server.push(phone.device, &phone.sent()[..1], &[2]);
    let reception = server.push(phone.device, &phone.sent()[1..2], &[]);
    assert!(reception.fork && reception.answers.is_empty() && reception.log.is_empty());
    assert_eq!(server.log[1].outcome, Outcome::Lost);
}

#[test]
fn numbers_may_be_given_up_with_no_command_behind_them() {
    let mut server = Server::new();
    let lost: Vec<u64> = (1..=2_000).collect();
    let reception = server.push(phone_id(), &[], &lost);
    assert!(reception.answers.iter().all(|answer| answer.outcome == Outcome::Lost));
    assert_eq!((reception.answers.len(), reception.log.len(), server.expected(phone_id())), (2_000, 2_000, 2_001));
}

proptest! {
    /// Any of a phone's rows may be gone when it sends: everything that is still there arrives, without a fork.
    #[test]
    fn what_is_lost_never_holds_up_what_is_not(lost in prop::collection::btree_set(1_u64..=9, 0..9), cut in 0_usize..10) {
        let mut phone = Phone::with((1..=9).map(|n| (n, leave(n, shop()))));
        phone.rows.retain(|row| !lost.contains(&row.seq));
        let sent = phone.sent();
        let cut = cut.min(sent.len());
        let mut server = Server::new();
        for part in [&sent[..cut], &sent[cut..]] {
            // The phone gives up what lies between what the server waits for and what it still has.
            let expected = server.expected(phone.device);
            let given_up: Vec<u64> = lost.iter().copied().filter(|seq| *seq >= expected).collect();
            let first = part.first().map_or(0, |sent| sent.seq);
            let given_up: BTreeSet<u64> = given_up.into_iter().filter(|seq| *seq < first || cut == sent.len()).collect();
            let within: Vec<u64> = lost.iter().copied().filter(|seq| part.last().is_some_and(|last| *seq < last.seq)).collect();
            let all: Vec<u64> = given_up.into_iter().chain(within).collect();
            prop_assert!(!server.push(phone.device, part, &all).fork);
        }
        for n in 1..=9_u64 {
            prop_assert_eq!(server.has_task(u128::from(n)), !lost.contains(&n));
        }
    }
}
