//! What is carried to the server by somebody else arrives as if its own phone had sent it, once, whichever way is gone
//! first, and nobody can have made what they did not (F101).

use crate::ground::{CHECKLIST, MANAGER, OTHER_REP, REP, east_shop, west_shop};
use crate::key::Key;
use crate::phone::{Phone, outcomes};
use crate::photos::take;
use crate::served::Served;
use domain::commands::CheckIn;
use domain::records::{Role, Visit, VisitReason};
use futures::future::join_all;
use reqwest::StatusCode;
use std::sync::atomic::{AtomicU64, Ordering};
use store::{Accounts, Records, RevokedDevice};
use sync::Body;
use sync::client::RowState;
use sync::parcel::{Stuck, stuck};
use sync::proof::command_text;
use sync::wire::{Became, Delivered, Delivery, Outcome};

impl Phone {
    /// Signs what waits.
    fn sign(&mut self, key: &Key) {
        let device = self.device;
        for row in self.rows.iter_mut().filter(|row| row.state == RowState::Waiting) {
            row.signature = Some(key.sign(&command_text(device, &row.link)));
        }
    }

    /// What waits, as somebody else would carry it.
    fn delivery(&self) -> Delivery {
        Delivery { device: self.device, commands: self.request().commands }
    }

    /// Hands in what was made elsewhere.
    async fn carry(&self, delivery: &Delivery) -> Delivered {
        let response = self.post("sync/deliver", delivery).await;
        assert_eq!(response.status(), StatusCode::OK);
        response.json().await.unwrap()
    }
}

/// The rep's phone, whose key the server has heard of.
async fn author(served: &Served, key: &Key) -> Phone {
    let mut phone = Phone::new(served, REP, 1).await;
    phone.key = Some(key.public());
    phone.push().await;
    phone
}

fn became(delivered: &Delivered) -> Vec<(u64, Became)> {
    delivered.taken.iter().map(|taken| (taken.seq, taken.became)).collect()
}

/// Each look is from a phone of its own.
static READERS: AtomicU64 = AtomicU64::new(0);

async fn tasks(served: &Served) -> usize {
    let mut reader = Phone::new(served, REP, 90 + u128::from(READERS.fetch_add(1, Ordering::Relaxed))).await;
    reader.pull().await;
    reader.count("task")
}

#[tokio::test]
async fn what_a_colleague_of_another_area_carries_in_counts_as_its_authors_and_the_phone_hears_of_each_once() {
    let (served, key) = (Served::new().await, Key::of(1));
    let mut phone = author(&served, &key).await;
    phone.leave_task(east_shop(1), "补货");
    phone.leave_task(east_shop(2), "");
    phone.leave_task(east_shop(3), "换海报");
    phone.sign(&key);
    let bearer = Phone::new(&served, OTHER_REP, 2).await;
    let delivered = bearer.carry(&phone.delivery()).await;
    assert_eq!(became(&delivered), [(1, Became::Applied), (2, Became::Refused), (3, Became::Applied)]);
    assert!(delivered.taken.iter().all(|taken| taken.reason.is_none()), "why is nothing for whoever carries it");
    assert_eq!((delivered.expected, stuck(&phone.request().commands, &delivered)), (4, None));

    // The phone comes back, and sends as if nothing had happened.
    let answer = phone.push().await;
    assert!(answer.answers.iter().all(|answer| answer.duplicate));
    assert!(matches!(phone.state(1), RowState::Applied { .. }));
    assert!(matches!(phone.state(2), RowState::Refused { .. }));
    phone.leave_task(east_shop(4), "下一件");
    let answer = phone.push().await;
    assert!(!answer.fork && !answer.answers[0].duplicate, "and goes on behind it");
    assert_eq!(tasks(&served).await, 3);
}

#[tokio::test]
async fn the_receipt_of_a_photo_that_was_carried_comes_to_the_phone_that_took_it() {
    let (served, key) = (Served::new().await, Key::of(1));
    let mut phone = author(&served, &key).await;
    let hash = "cd".repeat(32);
    take(&mut phone, &hash);
    phone.sign(&key);
    let mut bearer = Phone::new(&served, OTHER_REP, 2).await;
    bearer.carry(&phone.delivery()).await;
    served.running.state.writer.photo_received(&hash, 5).await.unwrap();
    assert!(bearer.pull_page().await.receipts.is_empty(), "it is none of the bearer's");
    assert_eq!(phone.pull_page().await.receipts, [hash]);
}

#[tokio::test]
async fn a_parcel_that_comes_after_its_phone_has_sent_changes_nothing() {
    let (served, key) = (Served::new().await, Key::of(1));
    let mut phone = author(&served, &key).await;
    for n in 0..5 {
        phone.leave_task(east_shop(n), "补货");
    }
    phone.sign(&key);
    let parcel = phone.delivery();
    let first = phone.push().await;
    let bearer = Phone::new(&served, OTHER_REP, 2).await;
    for _ in 0..2 {
        let delivered = bearer.carry(&parcel).await;
        assert_eq!((delivered.taken.len(), delivered.expected), (first.answers.len(), first.expected));
        assert!(delivered.taken.iter().all(|taken| taken.became == Became::Applied));
    }
    assert_eq!(tasks(&served).await, 5);
}

#[tokio::test]
async fn carried_by_two_and_sent_by_the_phone_at_the_same_moment_each_command_counts_once() {
    let (served, key) = (Served::new().await, Key::of(1));
    let mut phone = author(&served, &key).await;
    for n in 0..40 {
        phone.leave_task(east_shop(n), "补货");
    }
    phone.sign(&key);
    let (delivery, request) = (phone.delivery(), phone.request());
    let first = Phone::new(&served, OTHER_REP, 2).await;
    let second = Phone::new(&served, MANAGER, 3).await;
    let carried = join_all((0..6).map(|n| if n % 2 == 0 { first.carry(&delivery) } else { second.carry(&delivery) }));
    let sent = join_all((0..4).map(|_| phone.send(&request)));
    let (carried, sent) = tokio::join!(carried, sent);
    assert!(carried.iter().all(|delivered| delivered.taken.len() == 40 && delivered.unproven.is_none()));
    assert!(sent.iter().all(|answer| outcomes(answer) == outcomes(&sent[0])), "everybody is told the same");
    let ours = sent[0].answers.iter().map(|answer| (answer.seq, Became::of(&answer.outcome)));
    assert_eq!(became(&carried[0]), ours.collect::<Vec<_>>());
    assert_eq!(tasks(&served).await, 40);
}

#[tokio::test]
async fn what_the_device_has_not_signed_is_left_alone_and_all_behind_it() {
    let (served, key) = (Served::new().await, Key::of(1));
    let mut phone = author(&served, &key).await;
    for n in 0..4 {
        phone.leave_task(east_shop(n), "补货");
    }
    phone.sign(&key);
    let bearer = Phone::new(&served, OTHER_REP, 2).await;
    let spoilt: [fn(&mut Delivery); 3] = [
        |delivery| delivery.commands[2].signature = None,
        |delivery| delivery.commands[2].signature = delivery.commands[1].signature.clone(),
        // Signed well, by somebody else's key.
        |delivery| {
            let sent = &mut delivery.commands[2];
            let link = sent.prev.next(sent.seq, &sync::ContentHash::of(sent.body.get().as_bytes()));
            sent.signature = Some(Key::of(9).sign(&command_text(delivery.device, &link)));
        },
    ];
    for spoil in spoilt {
        let mut delivery = phone.delivery();
        spoil(&mut delivery);
        let delivered = bearer.carry(&delivery).await;
        assert_eq!((delivered.taken.len(), delivered.unproven), (2, Some(3)));
        assert_eq!(stuck(&delivery.commands, &delivered), Some(Stuck::Unproven));
    }
    assert_eq!(tasks(&served).await, 2);
    let mut manager = Phone::new(&served, MANAGER, 3).await;
    manager.pull().await;
    assert_eq!(manager.count("quarantine"), 0, "a forger fills nobody's desk");
    let answer = phone.push().await;
    assert!(!answer.fork, "and takes no number of the honest phone");
    assert_eq!(tasks(&served).await, 4);
}

#[tokio::test]
async fn nobody_can_change_a_word_of_what_they_carry() {
    let (served, key) = (Served::new().await, Key::of(1));
    let mut phone = author(&served, &key).await;
    phone.leave_task(east_shop(1), "送一箱");
    phone.sign(&key);
    let mut delivery = phone.delivery();
    let changed = delivery.commands[0].body.get().replace("送一箱", "送十箱");
    delivery.commands[0].body = serde_json::value::RawValue::from_string(changed).unwrap();
    let bearer = Phone::new(&served, OTHER_REP, 2).await;
    let delivered = bearer.carry(&delivery).await;
    assert_eq!((delivered.taken.len(), delivered.unproven), (0, Some(1)));
    assert_eq!(tasks(&served).await, 0);
}

#[tokio::test]
async fn a_device_that_the_server_has_never_heard_of_is_not_believed() {
    let (served, key) = (Served::new().await, Key::of(1));
    let mut phone = Phone::new(&served, REP, 1).await;
    phone.leave_task(east_shop(1), "补货");
    phone.sign(&key);
    let bearer = Phone::new(&served, OTHER_REP, 2).await;
    assert_eq!(bearer.post("sync/deliver", &phone.delivery()).await.status(), StatusCode::NOT_FOUND);
    // Heard of, but without a key: as from a browser that has none.
    phone.rows.clear();
    phone.push().await;
    phone.leave_task(east_shop(1), "补货");
    phone.sign(&key);
    assert_eq!(bearer.carry(&phone.delivery()).await.unproven, Some(1));
    assert_eq!(tasks(&served).await, 0);
    let nobody = Phone { cookie: String::new(), ..bearer };
    assert_eq!(nobody.post("sync/deliver", &phone.delivery()).await.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn carrying_gives_no_rights_and_takes_none() {
    let (served, key) = (Served::new().await, Key::of(1));
    let mut phone = author(&served, &key).await;
    phone.leave_task(west_shop(1), "别人的店");
    let body = Body::thaw(&phone.rows[0].raw).unwrap();
    // Somebody else's sentence in the device's own chain.
    phone.freeze(&Body { id: phone.clone().new_id(), actor: OTHER_REP, ..body });
    phone.sign(&key);
    // To whom the west belongs, and who may not lend it.
    let bearer = Phone::new(&served, OTHER_REP, 2).await;
    let delivered = bearer.carry(&phone.delivery()).await;
    assert_eq!(delivered.taken.len(), 2);
    assert_eq!(delivered.taken[0].became, Became::Refused);
    assert_ne!(delivered.taken[1].became, Became::Applied);
    assert_eq!(tasks(&served).await, 0);
}

#[tokio::test]
async fn whoever_manages_the_author_is_told_why_something_was_refused() {
    let (served, key) = (Served::new().await, Key::of(1));
    let mut phone = author(&served, &key).await;
    phone.leave_task(east_shop(1), "");
    phone.sign(&key);
    let manager = Phone::new(&served, MANAGER, 3).await;
    assert!(Role::RegionalManager.manages());
    let delivered = manager.carry(&phone.delivery()).await;
    let first = phone.push().await;
    let Outcome::Refused { reason } = &first.answers[0].outcome else { panic!("{first:?}") };
    assert_eq!(delivered.taken[0].reason.as_ref(), Some(reason));
}

#[tokio::test]
async fn what_is_carried_from_a_device_that_is_out_of_use_waits_for_a_manager() {
    let (served, key) = (Served::new().await, Key::of(1));
    let mut phone = author(&served, &key).await;
    phone.leave_task(east_shop(1), "补货");
    phone.sign(&key);
    let revoked = RevokedDevice { user: REP, device: phone.device, by: MANAGER, at: served.clock.now() };
    served.store.revoke_device(&revoked).await.unwrap();
    served.running.state.writer.revoke(REP, phone.device).await;
    let bearer = Phone::new(&served, OTHER_REP, 2).await;
    assert_eq!(became(&bearer.carry(&phone.delivery()).await), [(1, Became::Quarantined)]);
    assert_eq!(tasks(&served).await, 0);
}

#[tokio::test]
async fn a_restored_server_asks_for_what_it_has_lost_and_takes_the_rest_behind_it() {
    let (served, key) = (Served::new().await, Key::of(1));
    let mut phone = author(&served, &key).await;
    for n in 0..3 {
        phone.leave_task(east_shop(n), "补货");
    }
    phone.sign(&key);
    let mut parcel = phone.delivery();
    // As if the first had been sent before a backup of the day before came back.
    let missing = parcel.commands.remove(0);
    served.store.renew_epoch("restored").await.unwrap();
    let served = served.restarted().await;
    let bearer = Phone::new(&served, OTHER_REP, 2).await;
    let delivered = bearer.carry(&parcel).await;
    assert_eq!((delivered.taken.len(), delivered.expected), (0, 1));
    assert_eq!(delivered.epoch, "restored");
    assert_eq!(stuck(&parcel.commands, &delivered), Some(Stuck::Gap));
    // The phone fills it itself, and the parcel fits again.
    parcel.commands.insert(0, missing);
    let mut phone = Phone { url: served.url.clone(), ..phone };
    phone.push().await;
    assert_eq!(bearer.carry(&parcel).await.taken.len(), 3);
    assert_eq!(tasks(&served).await, 3);
}

#[tokio::test]
async fn a_parcel_of_a_phone_that_has_gone_on_differently_takes_nothing_of_it() {
    let (served, key) = (Served::new().await, Key::of(1));
    let mut phone = author(&served, &key).await;
    phone.leave_task(east_shop(1), "一");
    let mut copy = phone.clone();
    copy.made_elsewhere();
    copy.leave_task(east_shop(2), "二");
    copy.sign(&key);
    let parcel = copy.delivery();
    phone.leave_task(east_shop(3), "三");
    phone.push().await;
    let bearer = Phone::new(&served, OTHER_REP, 2).await;
    let delivered = bearer.carry(&parcel).await;
    assert!(delivered.fork);
    assert_eq!(stuck(&parcel.commands, &delivered), Some(Stuck::Fork));
    assert_eq!(tasks(&served).await, 2);
}

#[tokio::test]
async fn the_hour_at_which_something_was_done_is_the_authors_whatever_the_bearer_does() {
    let (served, key) = (Served::new().await, Key::of(1));
    let mut phone = author(&served, &key).await;
    // The phone's clock is an hour slow, and it knows.
    let hour = 60 * 60 * 1000;
    let visit = phone.new_id();
    let (outlet, reason) = (east_shop(1), VisitReason::Planned);
    phone.make(CheckIn {
        visit,
        outlet,
        checklist: CHECKLIST,
        reason,
        fix: None,
        exception: Some("没有信号".to_owned()),
    });
    let body = Body::thaw(&phone.rows.pop().unwrap().raw).unwrap();
    let captured_at = body.captured_at.plus(-hour);
    phone.freeze(&Body { captured_at, skew: hour, ..body });
    phone.sign(&key);
    served.clock.advance(3 * hour);
    let bearer = Phone::new(&served, OTHER_REP, 2).await;
    assert_eq!(became(&bearer.carry(&phone.delivery()).await), [(1, Became::Applied)]);
    let mut reader = Phone::new(&served, REP, 90).await;
    reader.pull().await;
    let (.., body) = reader.base.iter().find(|((kind, _), _)| kind == "visit").unwrap().1;
    let visit: Visit = serde_json::from_str(body).unwrap();
    assert_eq!(visit.check_in.at, captured_at.plus(hour));
}
