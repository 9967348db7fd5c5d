//! What is read from bytes that somebody kept: frozen commands, and the files of proofs.

use crate::scene::{Key, checked, phone, receive};
use crate::served::Served;
use crate::spoil::{noise, spoil, spoilt, tear, torn};
use proptest::prelude::*;
use sync::Body;
use sync::proof::{Proof, holds};

/// A proof as somebody downloads it.
fn proof() -> Proof {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let served = Served::new().await;
        let key = Key::of(7);
        let mut phone = phone(&served, &key).await;
        phone.take();
        phone.sign(&key);
        phone.push().await;
        receive(&served).await;
        phone.ask_proof().await.json().await.unwrap()
    })
}

#[test]
fn a_proof_that_is_changed_in_any_place_does_not_hold_any_more() {
    let right = proof();
    assert!(holds(&checked(&right)));
    let json = serde_json::to_value(&right).unwrap();
    proptest!(|(places in spoilt(), holes in torn())| {
        let bytes = tear(serde_json::to_vec(&spoil(&json, &places)).unwrap(), &holes);
        if let Ok(other) = serde_json::from_slice::<Proof>(&bytes) {
            prop_assert_eq!(holds(&checked(&other)), other == right, "{:?}", other);
        }
    });
}

#[test]
fn whatever_thaws_freezes_to_the_same_meaning_and_nothing_makes_it_panic() {
    let body = proof().body;
    let json = serde_json::from_str(&body).unwrap();
    proptest!(|(places in spoilt(), holes in torn(), noise in noise())| {
        let bytes = tear(serde_json::to_vec(&spoil(&json, &places)).unwrap(), &holes);
        for text in [String::from_utf8_lossy(&bytes), String::from_utf8_lossy(&noise)] {
            if let Ok(thawed) = Body::thaw(&text) {
                prop_assert_eq!(&Body::thaw(thawed.freeze().get()).unwrap(), &thawed);
            }
        }
    });
}
