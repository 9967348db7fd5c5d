//! Phones that were cloned or restored, and ids that were used twice.

use crate::scene::*;
use domain::records::Task;
use sync::ContentHash;
use sync::client::{RowState, absorb_pull, renumber};
use sync::wire::{Answer, Outcome, QuarantineReason};

fn three() -> Phone {
    Phone::with((1..=3).map(|n| (n, leave(n, shop()))))
}

#[test]
fn other_content_under_a_number_that_is_taken_is_a_fork_and_takes_nothing() {
    let (mut server, phone) = (Server::new(), three());
    server.push(phone.device, &phone.sent(), &[]);
    let other = Phone::with([(1, leave(1, shop())), (9, leave(9, shop())), (8, leave(8, shop()))]);
    let reception = server.push(phone.device, &other.sent(), &[]);
    assert!(reception.fork && reception.log.is_empty());
    assert_eq!(reception.answers.len(), 1, "what both have in common is answered");
    assert!(!server.has_task(9) && !server.has_task(8));
}

#[test]
fn a_new_number_that_does_not_follow_what_the_server_has_is_a_fork() {
    let (mut server, phone) = (Server::new(), three());
    server.push(phone.device, &phone.sent(), &[]);
    // Another past, long enough to look like a continuation.
    let other = Phone::with((11..=14).map(|n| (n, leave(n, shop()))));
    let reception = server.push(phone.device, &other.sent()[3..], &[]);
    assert!(reception.fork && reception.answers.is_empty());
    assert_eq!(server.expected(phone.device), 4);
}

#[test]
fn a_first_command_that_claims_a_past_is_a_fork() {
    let mut server = Server::new();
    let mut sent = three().sent();
    sent[0].prev = sent[1].prev.clone();
    assert!(server.push(phone_id(), &sent, &[]).fork);
}

#[test]
fn two_copies_of_one_phone_lose_nothing_and_do_nothing_twice() {
    let mut server = Server::new();
    let mut original = three();
    let mut copy = original.clone();
    original.make(4, leave(4, shop()), &[]);
    copy.make(5, leave(5, shop()), &[]);
    assert!(!server.push(original.device, &original.sent(), &[]).fork);
    let reception = server.push(copy.device, &copy.sent(), &[]);
    assert!(reception.fork);
    assert_eq!(reception.answers.len(), 3);
    // The copy goes on under a new id, with everything it has.
    copy = Phone { device: id(101), rows: renumber(&copy.rows, id(101)), clock: NOON };
    let reception = server.push(copy.device, &copy.sent(), &[]);
    assert!(!reception.fork);
    assert_eq!(reception.answers.iter().map(|answer| answer.duplicate).collect::<Vec<_>>(), [true, true, true, false]);
    assert_eq!(server.world.all::<Task>().count(), 5);
    assert_eq!(server.log.iter().filter(|line| line.id.is_some()).count(), 5);
}

/// A restored server has lost what one copy of a phone was told it had, and took the other copy's under its numbers.
#[test]
fn a_restored_server_that_took_a_copys_commands_finds_out_and_gets_the_others() {
    let mut server = Server::new();
    let mut original = three();
    let mut copy = original.clone();
    original.make(4, leave(4, shop()), &[]);
    original.rows.iter_mut().for_each(|row| row.state = RowState::Applied { versions: Default::default() });
    copy.make(5, leave(5, shop()), &[]);
    copy.make(6, leave(6, shop()), &[]);
    server.push(copy.device, &copy.sent(), &[]);
    for seq in pulled_after_restore(&original, 5) {
        original.rows[seq as usize - 1].state = RowState::Waiting;
    }
    assert!(server.push(original.device, &original.sent(), &[]).fork);
    let mut anew = Phone { device: id(101), rows: renumber(&original.rows, id(101)), clock: NOON };
    anew.rows.iter_mut().for_each(|row| row.state = RowState::Waiting);
    assert!(!server.push(anew.device, &anew.sent(), &[]).fork);
    assert_eq!(server.world.all::<Task>().count(), 6);
}

/// What broke I1 in a run of the simulator: the server was restored, a copy of the phone sent the same command again,
/// and by then its author was disabled. The server had the number, so the phone asked about nothing and kept the old tick.
#[test]
fn a_command_that_became_something_else_in_another_epoch_is_asked_about_though_the_server_has_it() {
    let mut server = Server::new();
    let mut phone = Phone::with([(1, leave(1, shop())), (2, leave(2, shop()))]);
    let first = server.push(phone.device, &phone.sent(), &[]);
    phone.absorb(&response(first.answers, 3));
    assert!(phone.sent().is_empty(), "both have arrived");
    let mut copy = phone.clone();

    let mut restored = Server::new();
    restored.author.user.active = false;
    copy.rows.iter_mut().for_each(|row| row.state = RowState::Waiting);
    restored.push(copy.device, &copy.sent(), &[]);

    for seq in pulled_after_restore(&phone, 2) {
        phone.rows[seq as usize - 1].state = RowState::Waiting;
    }
    let again = restored.push(phone.device, &phone.sent(), &[]);
    assert!(!again.fork, "the bytes are the same");
    phone.absorb(&response(again.answers, 3));
    let kept = RowState::Quarantined { why: QuarantineReason::AccountDisabled };
    assert!(phone.rows.iter().all(|row| row.state == kept), "{:?}", phone.rows[0].state);
}

/// The numbers that a phone sends again when the first page of another epoch says how far the server is.
fn pulled_after_restore(phone: &Phone, acknowledged: u64) -> Vec<u64> {
    let text = format!(
        r#"{{"records":[],"removed":[],"enter":[],"leave":[],"receipts":[],"cursor":{{}},"more":false,"remaining":0,
            "acknowledged":{acknowledged},"server_time":0,"epoch":"e2","min_protocol":1,"build":""}}"#
    );
    absorb_pull(&phone.rows, phone.device, "e1", &serde_json::from_str(&text).unwrap()).again
}

/// The row behind a damaged one follows bytes that nobody has any more: that looks like a fork, once and not for ever.
#[test]
fn damaged_bytes_never_hold_up_what_was_made_after_them() {
    for damaged in ["", "{\"id\": dam", "\u{0}\"", "{\"still\":\"json\"}"] {
        let mut server = Server::new();
        let mut phone = three();
        phone.rows[1].raw = damaged.into();
        assert!(server.push(phone.device, &phone.sent(), &[]).fork);
        phone = Phone { device: id(101), rows: renumber(&phone.rows, id(101)), clock: NOON };
        let reception = server.push(phone.device, &phone.sent(), &[]);
        assert!(!reception.fork, "{damaged:?}");
        assert!(server.has_task(1) && !server.has_task(2) && server.has_task(3));
    }
}

#[test]
fn an_id_with_other_content_is_a_conflict_and_the_first_one_stands() {
    let (mut server, phone) = (Server::new(), Phone::with([(1, leave(1, shop()))]));
    server.push(phone.device, &phone.sent(), &[]);
    let mut other = Phone { device: id(101), rows: vec![], clock: NOON };
    other.make(1, leave(7, shop()), &[]);
    other.make(2, leave(2, shop()), &[]);
    let reception = server.push(other.device, &other.sent(), &[]);
    let first = ContentHash::of(phone.rows[0].raw.as_bytes());
    let conflict = Answer { seq: 1, id: None, outcome: Outcome::Conflict { first }, duplicate: false };
    assert_eq!(reception.answers[0], conflict);
    assert!(is_applied(&reception.answers[1].outcome), "and the next one goes on");
    assert!(server.has_task(1) && !server.has_task(7));
    // The bytes are kept under the number they came with, and the id stays the first one's.
    assert_eq!((reception.log[0].id, reception.log[0].body.as_str()), (None, other.rows[0].raw.as_str()));
    let again = server.push(other.device, &other.sent(), &[]);
    assert_eq!(again.answers[0], Answer { duplicate: true, ..conflict });
}

#[test]
fn a_heartbeat_without_commands_takes_nothing_and_forks_nothing() {
    let mut server = Server::new();
    let reception = server.push(phone_id(), &[], &[]);
    assert!(reception.answers.is_empty() && reception.log.is_empty() && !reception.fork);
}
