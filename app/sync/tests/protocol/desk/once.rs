//! Each command takes effect once, and its outcome never changes.

use crate::scene::*;
use domain::records::Outlet;
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;
use sync::client::renumber;
use sync::wire::{Answer, Outcome};

fn ten() -> Phone {
    Phone::with((1..=10).map(|n| (n, leave(n, if n % 4 == 0 { far_shop() } else { shop() }))))
}

#[test]
fn a_push_that_is_sent_again_gets_the_same_answers_and_changes_nothing() {
    let (mut server, phone) = (Server::new(), ten());
    let first = server.push(phone.device, &phone.sent(), &[]);
    assert_eq!((first.answers.len(), first.log.len()), (10, 10));
    assert!(first.answers.iter().all(|answer| !answer.duplicate));
    let (changes, _) = server.versions.take();
    assert_eq!(changes.len(), 8, "two of the ten were refused");
    for _ in 0..3 {
        let again = server.push(phone.device, &phone.sent(), &[]);
        let as_repeats: Vec<Answer> =
            first.answers.iter().cloned().map(|answer| Answer { duplicate: true, ..answer }).collect();
        assert_eq!(again.answers, as_repeats);
        assert!(again.log.is_empty() && !again.fork);
        assert!(server.versions.take().0.is_empty());
    }
}

#[test]
fn a_repeat_gets_the_first_outcome_even_after_the_world_has_changed() {
    let (mut server, mut phone) = (Server::new(), Phone::with([(1, leave(1, shop())), (2, leave(2, far_shop()))]));
    let first = server.outcomes(&phone);
    assert!(is_applied(&first[0]) && !is_applied(&first[1]));
    // The shop is gone, the far one is theirs now, the account is disabled: what was said stands.
    server.world.remove(domain::RecordKey::of::<Outlet>(shop()));
    server.world.put(outlet(far_shop(), territory()));
    server.author.user.active = false;
    assert_eq!(server.outcomes(&phone), first);
    phone.make(3, leave(3, far_shop()), &[]);
    assert!(!is_applied(&server.outcomes(&phone)[2]), "a new one is judged by the world as it is");
}

#[test]
fn the_same_bytes_under_a_new_device_id_are_a_repeat_with_the_first_outcome() {
    let (mut server, phone) = (Server::new(), ten());
    let first = server.push(phone.device, &phone.sent(), &[]);
    server.versions.take();
    let device = id(101);
    let anew = Phone { device, rows: renumber(&phone.rows, device), clock: NOON };
    let again = server.push(device, &anew.sent(), &[]);
    assert_eq!(again.answers.len(), 10);
    for (answer, before) in again.answers.iter().zip(&first.answers) {
        assert_eq!((&answer.outcome, answer.duplicate), (&before.outcome, true));
    }
    assert!(server.versions.take().0.is_empty());
    assert!(again.log.iter().all(|line| line.id.is_none()), "an id has one line in the log");
    assert_eq!(server.expected(device), 11);
}

#[test]
fn an_id_that_comes_twice_in_one_push_takes_effect_once() {
    let mut server = Server::new();
    let mut phone = Phone::with([(1, leave(1, shop())), (1, leave(1, shop()))]);
    phone.make(2, leave(2, shop()), &[]);
    let answers = server.push(phone.device, &phone.sent(), &[]).answers;
    assert_eq!(answers[0].outcome, answers[1].outcome);
    assert_eq!([answers[0].duplicate, answers[1].duplicate], [false, true]);
    assert!(is_applied(&answers[2].outcome));
    assert_eq!(server.log.iter().filter(|line| line.id == Some(id(1))).count(), 1);
}

proptest! {
    /// Windows of the outbox arrive in any order and any number of times: the log gets every number once, in order,
    /// every answer to a number is the same, and in the end everything is there.
    #[test]
    fn whatever_arrives_how_often_in_whatever_order_counts_once(
        shops in vec(prop::sample::select(vec![shop(), former_shop(), far_shop()]), 1..12),
        windows in vec((0_usize..12, 1_usize..6), 0..20),
    ) {
        let phone = Phone::with(shops.iter().zip(1..).map(|(at, n)| (n, leave(n, *at))));
        let mut server = Server::new();
        let mut said: BTreeMap<u64, Outcome> = BTreeMap::new();
        let all = phone.sent();
        let whole = (0, all.len());
        for (from, count) in windows.into_iter().chain([whole]) {
            let window = &all[from.min(all.len())..(from + count).min(all.len())];
            let expected = server.expected(phone.device);
            let reception = server.push(phone.device, window, &[]);
            prop_assert!(!reception.fork);
            for answer in &reception.answers {
                prop_assert_eq!(answer.duplicate, answer.seq < expected);
                let first = said.entry(answer.seq).or_insert_with(|| answer.outcome.clone());
                prop_assert_eq!(first, &answer.outcome);
            }
        }
        let numbers: Vec<u64> = server.log.iter().map(|line| line.seq).collect();
        prop_assert_eq!(numbers, (1..=all.len() as u64).collect::<Vec<_>>());
        prop_assert_eq!(said.len(), all.len());
        for (n, at) in (1..).zip(&shops) {
            prop_assert_eq!(server.has_task(n), *at == shop());
        }
    }
}
