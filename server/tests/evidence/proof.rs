//! The proof of a photo.

use crate::ground::{self, MANAGER, OTHER_REP, REP};
use crate::phone::Phone;
use crate::scene::{Key, checked, phone, receive};
use crate::served::Served;
use domain::id::{RegionId, UserId};
use domain::records::{Role, User};
use store::Evidence;
use sync::proof::{Finding, Point, Proof, holds};
use uuid::Uuid;

#[tokio::test]
async fn a_photo_is_proven_from_the_phones_key_to_the_servers_and_dated_from_both_sides() {
    let served = Served::new().await;
    let key = Key::of(7);
    let mut phone = phone(&served, &key).await;
    let asked = served.clock.now();
    served.clock.advance(60_000);
    phone.take();
    phone.sign(&key);
    served.clock.advance(60_000);
    let arrived = served.clock.now();
    phone.push().await;
    served.clock.advance(60_000);
    receive(&served).await;

    let answer = phone.ask_proof().await;
    assert!(answer.headers()["content-disposition"].to_str().unwrap().ends_with(".proof.json\""));
    let proof: Proof = answer.json().await.unwrap();
    let points = checked(&proof);
    assert!(points.iter().all(|(_, finding)| *finding == Finding::Holds), "{points:?}");
    assert_eq!((proof.seq, proof.key, proof.key_since), (2, Some(key.public()), Some(arrived)));
    assert_eq!((proof.not_before, proof.received_at), (Some(asked), arrived));
    assert_eq!(proof.bytes_received_at, Some(served.clock.now()));

    let ours: serde_json::Value =
        reqwest::get(format!("{}/api/v1/evidence/key", served.url)).await.unwrap().json().await.unwrap();
    assert_eq!(ours["key"], proof.server_key);
}

#[tokio::test]
async fn a_proof_is_for_those_who_may_see_the_photo_and_not_there_for_others() {
    let served = Served::new().await;
    let elsewhere = UserId(Uuid::from_u128(29));
    let far =
        User { region: RegionId(Uuid::from_u128(9)), ..ground::user(elsewhere, "邢台经理", Role::RegionalManager) };
    served.plant(vec![far.into()]).await;
    let key = Key::of(7);
    let mut phone = phone(&served, &key).await;
    phone.take();
    phone.sign(&key);
    phone.push().await;
    for (user, status) in [(REP, 200), (MANAGER, 200), (OTHER_REP, 404), (elsewhere, 404)] {
        let asking = Phone::new(&served, user, 70 + u128::from(user.0.as_bytes()[15])).await;
        assert_eq!(asking.ask_proof().await.status(), status, "{user}");
    }
    let nobody = Phone { cookie: String::new(), ..phone };
    assert_eq!(nobody.ask_proof().await.status(), 401);
}

#[tokio::test]
async fn a_phone_without_keys_is_taken_as_before_and_its_proof_says_what_it_does_not_prove() {
    let served = Served::new().await;
    let mut phone = Phone::new(&served, REP, 1).await;
    phone.take();
    phone.push().await;
    let proof: Proof = phone.ask_proof().await.json().await.unwrap();
    let points = checked(&proof);
    assert!(holds(&points), "{points:?}");
    assert!(points.contains(&(Point::Device, Finding::Absent)) && points.contains(&(Point::Times, Finding::Absent)));
    assert_eq!((proof.signature, proof.key, proof.not_before), (None, None, None));
}

#[tokio::test]
async fn another_key_of_a_device_is_noted_with_its_time_beside_the_first() {
    let served = Served::new().await;
    let (first, second) = (Key::of(7), Key::of(8));
    let mut phone = phone(&served, &first).await;
    phone.take();
    phone.sign(&first);
    let began = served.clock.now();
    phone.push().await;
    served.clock.advance(1_000);
    for key in [&second, &first, &second] {
        phone.key = Some(key.public());
        phone.push().await;
    }
    let keys = served.store.keys_of(phone.device).await.unwrap();
    let keys: Vec<_> = keys.into_iter().map(|known| (known.key, known.since)).collect();
    assert_eq!(keys, [(first.public(), began), (second.public(), began.plus(1_000))]);
    let proof: Proof = phone.ask_proof().await.json().await.unwrap();
    assert_eq!(proof.key, Some(first.public()), "the one that signed it");
}

#[tokio::test]
async fn what_is_no_key_and_no_signature_is_in_nobodys_way() {
    let served = Served::new().await;
    let mut phone = Phone::new(&served, REP, 1).await;
    phone.key = Some("mine".to_owned());
    phone.take();
    phone.rows[1].signature = Some("trust me".to_owned());
    let answer = phone.push().await;
    assert_eq!(answer.answers.len(), 2);
    assert!(served.store.keys_of(phone.device).await.unwrap().is_empty());
    let proof: Proof = phone.ask_proof().await.json().await.unwrap();
    assert_eq!(proof.signature, None);
}
