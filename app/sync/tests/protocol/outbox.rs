//! The outbox: numbering, batches, and what an answer changes.

use crate::scene::*;
use domain::Refusal;
use domain::Scope;
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;
use sync::client::*;
use sync::limits::{PUSH_BYTES, PUSH_COMMANDS};
use sync::wire::{Answer, Lost, Outcome, PushResponse, QuarantineReason};
use sync::{ContentHash, Link};

fn five() -> Phone {
    Phone::with((1..=5).map(|n| (n, leave(n, shop()))))
}

fn applied() -> RowState {
    RowState::Applied { versions: BTreeMap::new() }
}

fn applied_answer(seq: u64) -> Answer {
    Answer {
        seq,
        id: Some(id(u128::from(seq))),
        outcome: Outcome::Applied { versions: BTreeMap::new() },
        duplicate: false,
    }
}

fn numbers(batch: &Batch) -> Vec<u64> {
    batch.commands.iter().map(|sent| sent.seq).collect()
}

#[test]
fn rows_are_numbered_from_one_and_each_follows_the_one_before() {
    let phone = five();
    let mut link = Link::default();
    for (row, seq) in phone.rows.iter().zip(1..) {
        assert_eq!((row.seq, &row.prev, row.device), (seq, &link, phone.device));
        link = link.next(seq, &ContentHash::of(row.raw.as_bytes()));
        assert_eq!((&row.link, &row.state), (&link, &RowState::Waiting));
    }
}

#[test]
fn the_first_row_under_another_device_id_begins_a_chain_of_its_own() {
    let phone = five();
    let raw = serde_json::value::RawValue::from_string("{}".to_owned()).unwrap();
    let row = seal(id(101), phone.rows.last(), id(9), &raw, NOON);
    assert_eq!((row.seq, row.prev), (1, Link::default()));
}

#[test]
fn an_outbox_under_a_new_id_is_one_dense_chain_of_the_same_bytes_and_states() {
    let mut phone = five();
    phone.rows[0].state = applied();
    phone.rows.remove(2);
    let anew = renumber(&phone.rows, id(101));
    assert_eq!(anew.iter().map(|row| row.seq).collect::<Vec<_>>(), [1, 2, 3, 4]);
    let mut link = Link::default();
    for (row, before) in anew.iter().zip(&phone.rows) {
        assert_eq!(
            (&row.raw, &row.state, row.id, row.made_at),
            (&before.raw, &before.state, before.id, before.made_at)
        );
        assert_eq!((row.device, &row.prev), (id(101), &link));
        link = row.link.clone();
    }
}

#[test]
fn only_what_waits_on_this_device_is_sent() {
    let mut phone = five();
    phone.rows[1].state = applied();
    phone.rows[2].device = id(101);
    assert_eq!(numbers(&next_batch(&phone.rows, phone.device, None)), [1, 4, 5]);
    assert!(numbers(&next_batch(&[], phone.device, Some(7))).is_empty());
}

#[test]
fn a_batch_holds_no_more_commands_than_a_push_may() {
    let phone = Phone::with((1..=PUSH_COMMANDS as u128 + 3).map(|n| (n, close(n))));
    let batch = next_batch(&phone.rows, phone.device, None);
    assert_eq!(batch.commands.len(), PUSH_COMMANDS);
    assert_eq!(batch.commands.last().unwrap().seq, PUSH_COMMANDS as u64);
}

#[test]
fn a_batch_holds_no_more_bytes_than_a_push_may_but_always_one_command() {
    let mut phone = Phone::new();
    let half = format!("{{\"x\":\"{}\"}}", "y".repeat(PUSH_BYTES / 2));
    for n in 1..=3 {
        phone.seal_text(n, &half);
    }
    assert_eq!(numbers(&next_batch(&phone.rows, phone.device, None)), [1]);
    let mut phone = Phone::new();
    phone.seal_text(1, &format!("\"{}\"", "y".repeat(PUSH_BYTES * 2)));
    phone.seal_text(2, "{}");
    assert_eq!(numbers(&next_batch(&phone.rows, phone.device, None)), [1], "or one large row would block all others");
}

#[test]
fn bytes_that_the_disk_has_damaged_are_sent_as_a_text_and_are_in_nobodys_way() {
    let mut phone = five();
    phone.rows[1].raw = "{\"id\": dam".into();
    let batch = next_batch(&phone.rows, phone.device, None);
    assert_eq!(batch.commands[1].body.get(), "\"{\\\"id\\\": dam\"");
    let mut server = Server::new();
    let answers = server.push(phone.device, &batch.commands, &[]).answers;
    assert_eq!(answers[1].outcome, Outcome::Quarantined { why: QuarantineReason::NotUnderstood });
    assert_eq!(answers[1].id, None);
}

#[test]
fn numbers_that_the_server_waits_for_and_the_phone_no_longer_has_are_given_up() {
    let mut phone = five();
    phone.rows.retain(|row| ![2, 3].contains(&row.seq));
    phone.rows[0].state = applied();
    let lost = |expected| next_batch(&phone.rows, phone.device, expected).lost;
    assert_eq!(lost(Some(2)), [Lost { seq: 2 }, Lost { seq: 3 }]);
    assert_eq!(lost(Some(4)), []);
    assert_eq!(lost(None), [], "what the server has not asked for is not given up");
    phone.rows.iter_mut().for_each(|row| row.state = applied());
    assert_eq!(next_batch(&phone.rows, phone.device, Some(2)).lost, [], "with nothing to send nothing is given up");
}

#[test]
fn every_outcome_becomes_its_state() {
    let versions = BTreeMap::from([(Scope::Company, 4)]);
    let reason = Refusal::VisitEnded;
    let why = QuarantineReason::NoLongerTheirs;
    let cases = [
        (Outcome::Applied { versions: versions.clone() }, RowState::Applied { versions }, false),
        (Outcome::Refused { reason: reason.clone() }, RowState::Refused { reason }, true),
        (Outcome::Blocked { by: id(9) }, RowState::Blocked { by: id(9) }, true),
        (Outcome::Quarantined { why: why.clone() }, RowState::Quarantined { why }, true),
        (Outcome::Conflict { first: ContentHash(String::new()) }, RowState::Conflict, true),
    ];
    for (outcome, state, came_back) in cases {
        let answer = Answer { seq: 1, id: Some(id(1)), outcome, duplicate: false };
        let effect = five().absorb(&response(vec![answer], 2));
        assert_eq!(effect.states, [(1, state.clone())]);
        assert_eq!((state.has_arrived(), state.came_back()), (true, came_back));
    }
    assert!(!RowState::Waiting.has_arrived() && !RowState::Waiting.came_back());
}

#[test]
fn an_answer_for_another_command_is_not_taken_for_ours() {
    let other = Answer { id: Some(id(77)), ..applied_answer(1) };
    let unknown = applied_answer(9);
    let lost = Answer { seq: 3, id: None, outcome: Outcome::Lost, duplicate: false };
    let effect = five().absorb(&response(vec![other, unknown, lost], 1));
    assert_eq!(effect, PushEffect { states: vec![], fork: false, expected: 1 });
    let nameless = Answer { id: None, ..applied_answer(1) };
    assert_eq!(five().absorb(&response(vec![nameless], 2)).states, [(1, applied())], "a repeat has its id elsewhere");
}

#[test]
fn what_a_restored_server_no_longer_has_waits_again() {
    let mut phone = five();
    phone.rows[..4].iter_mut().for_each(|row| row.state = applied());
    let effect = phone.absorb(&response(vec![], 3));
    assert_eq!(effect.states, [(3, RowState::Waiting), (4, RowState::Waiting)]);
    assert_eq!(numbers(&next_batch(&phone.rows, phone.device, Some(3))), [3, 4, 5]);
}

#[test]
fn what_was_answered_does_not_wait_again_whatever_is_expected() {
    let mut phone = five();
    phone.rows[0].state = applied();
    assert_eq!(phone.absorb(&response(vec![applied_answer(1)], 1)).states, [(1, applied())]);
}

#[test]
fn an_answer_from_another_epoch_confirms_nothing_but_may_ask_again() {
    let mut phone = five();
    phone.rows[0].state = applied();
    phone.rows[1].state = applied();
    let elsewhere = PushResponse { epoch: "e2".into(), ..response(vec![applied_answer(3)], 2) };
    assert_eq!(phone.absorb(&elsewhere).states, [(2, RowState::Waiting)]);
    let effect = absorb_push(&phone.rows, phone.device, "", &elsewhere);
    assert!(effect.states.contains(&(3, applied())), "before the first page there is no epoch to compare");
}

#[test]
fn a_fork_changes_no_state_but_what_was_answered() {
    let mut phone = five();
    phone.rows[0].state = applied();
    phone.rows[1].state = applied();
    let fork = PushResponse { fork: true, ..response(vec![applied_answer(1)], 2) };
    let effect = phone.absorb(&fork);
    assert!(effect.fork);
    assert_eq!(effect.states, [(1, applied())]);
}

proptest! {
    /// Any answers lost, any rows lost: a phone that sends what waits and gives up what it is asked for and has not
    /// got, ends with nothing waiting, and never by more pushes than there is to say.
    #[test]
    fn a_queue_always_drains(
        answered in vec(any::<bool>(), 40),
        lost in prop::collection::btree_set(1_u64..=12, 0..6),
        batch in 1_usize..5,
    ) {
        let mut phone = Phone::with((1..=12).map(|n| (n, leave(n, if n % 5 == 0 { far_shop() } else { shop() }))));
        phone.rows.retain(|row| !lost.contains(&row.seq));
        let mut server = Server::new();
        let mut expected = None;
        let mut arrivals = answered.into_iter();
        let mut pushes = 0;
        while phone.rows.iter().any(|row| row.state == RowState::Waiting) {
            pushes += 1;
            prop_assert!(pushes < 60, "the queue should have drained by now");
            let Batch { mut commands, lost } = next_batch(&phone.rows, phone.device, expected);
            commands.truncate(batch);
            let lost: Vec<u64> = lost.iter().map(|lost| lost.seq).collect();
            let reception = server.push(phone.device, &commands, &lost);
            prop_assert!(!reception.fork);
            // After the first forty every answer gets through.
            if arrivals.next().unwrap_or(true) {
                let effect = phone.absorb(&response(reception.answers, server.expected(phone.device)));
                expected = Some(effect.expected);
            }
        }
        for row in &phone.rows {
            prop_assert_eq!(matches!(row.state, RowState::Applied { .. }), row.seq % 5 != 0);
        }
        prop_assert_eq!(server.log.iter().filter(|line| line.id.is_some()).count(), phone.rows.len());
    }
}
