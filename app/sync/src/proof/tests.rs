use super::{FORMAT, Finding, Found, Point, Proof, command_text, holds, is_key, is_signature, nonce, nonce_time};
use crate::body::{ContentHash, Link};
use crate::client::{renumber, seal};
use crate::wire::{DeviceReport, Sent};
use domain::id::DeviceId;
use domain::time::Moment;
use uuid::Uuid;

const PHOTO: &str = "ab";

fn proof() -> Proof {
    let body = r#"{"command":{"do":"take_photo","picture":{"hash":"ab","bytes":5}}}"#.to_owned();
    let prev = Link("p".to_owned());
    let link = prev.next(7, &ContentHash::of(body.as_bytes()));
    Proof {
        format: FORMAT.to_owned(),
        photo: PHOTO.to_owned(),
        body,
        device: DeviceId(Uuid::from_u128(1)),
        seq: 7,
        prev,
        link,
        signature: Some("s".to_owned()),
        key: Some("k".to_owned()),
        key_since: Some(Moment(1)),
        not_before: Some(Moment(2)),
        received_at: Moment(3),
        bytes_received_at: None,
        server_key: "sk".to_owned(),
        server_signature: "ss".to_owned(),
    }
}

fn found() -> Found {
    Found { photo: PHOTO.to_owned(), device: true, server: true }
}

/// The points of a proof that do not hold.
fn failing(proof: &Proof, found: &Found) -> Vec<Point> {
    let points = proof.examine(found);
    points.into_iter().filter(|(_, finding)| *finding == Finding::Fails).map(|(point, _)| point).collect()
}

#[test]
fn what_was_changed_is_the_point_that_fails() {
    let whole = proof();
    assert!(holds(&whole.examine(&found())));
    assert_eq!(failing(&whole, &Found { photo: "cd".to_owned(), ..found() }), [Point::Photo]);
    assert_eq!(failing(&whole, &Found { device: false, ..found() }), [Point::Device]);
    assert_eq!(failing(&whole, &Found { server: false, ..found() }), [Point::Server]);
    let body = whole.body.replace("\"bytes\":5", "\"bytes\":6");
    assert_eq!(failing(&Proof { body, ..proof() }, &found()), [Point::Chain]);
    let body = whole.body.replace("\"ab\"", "\"cd\"");
    assert_eq!(failing(&Proof { body, ..proof() }, &found()), [Point::Command, Point::Chain]);
    assert_eq!(failing(&Proof { seq: 8, ..proof() }, &found()), [Point::Chain]);
    assert_eq!(failing(&Proof { not_before: Some(Moment(4)), ..proof() }, &found()), [Point::Times]);
    assert_eq!(failing(&Proof { format: "other".to_owned(), ..proof() }, &found()), [Point::Server]);
}

#[test]
fn what_a_proof_does_not_say_speaks_neither_for_nor_against_it() {
    let bare = Proof { signature: None, key: None, key_since: None, not_before: None, ..proof() };
    let points = bare.examine(&Found { device: false, ..found() });
    assert!(holds(&points));
    let absent: Vec<Point> =
        points.into_iter().filter(|(_, finding)| *finding == Finding::Absent).map(|(point, _)| point).collect();
    assert_eq!(absent, [Point::Device, Point::Times]);
}

#[test]
fn every_fact_of_a_proof_is_in_the_text_that_the_server_signs() {
    let whole = proof();
    let others = [
        Proof { photo: "x".to_owned(), ..proof() },
        Proof { body: "x".to_owned(), ..proof() },
        Proof { device: DeviceId(Uuid::from_u128(2)), ..proof() },
        Proof { seq: 8, ..proof() },
        Proof { prev: Link("x".to_owned()), ..proof() },
        Proof { link: Link("x".to_owned()), ..proof() },
        Proof { signature: None, ..proof() },
        Proof { key: None, ..proof() },
        Proof { key_since: None, ..proof() },
        Proof { not_before: None, ..proof() },
        Proof { received_at: Moment(9), ..proof() },
        Proof { bytes_received_at: Some(Moment(9)), ..proof() },
        Proof { server_key: "x".to_owned(), ..proof() },
    ];
    for other in others {
        assert_ne!(other.text(), whole.text(), "{other:?}");
    }
    let smuggled = Proof { photo: "ab\nseq 9".to_owned(), ..proof() };
    assert!(!smuggled.text().contains("seq 9"), "a line break makes no line");
}

#[test]
fn the_text_that_a_device_signs_is_written_as_it_always_was() {
    let text = command_text(DeviceId(Uuid::from_u128(1)), &Link("ab".to_owned()));
    assert_eq!(text, "lianying command 1\n00000000-0000-0000-0000-000000000001\nab");
}

#[test]
fn keys_and_signatures_are_known_by_their_form() {
    assert!(is_signature(&"a".repeat(86)) && is_key(&"B-_".repeat(29)));
    assert!(!is_signature(&"a".repeat(85)) && !is_key(&"+".repeat(87)));
}

#[test]
fn a_nonce_names_its_time() {
    assert_eq!(nonce_time(&nonce(Moment(17), "seal")), Some(Moment(17)));
    assert_eq!((nonce_time("17"), nonce_time("x.seal")), (None, None));
}

#[test]
fn what_a_signing_phone_says_is_left_out_by_one_that_does_not_sign() {
    let text = r#"{"seq":1,"prev":"ab","signature":"s","body":{}}"#;
    let sent: Sent = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&sent).unwrap(), text);
    let plain = Sent { signature: None, ..sent };
    assert_eq!(serde_json::to_string(&plain).unwrap(), r#"{"seq":1,"prev":"ab","body":{}}"#);
    let report = r#"{"id":"00000000-0000-0000-0000-000000000001","epoch":"","next_seq":1,"photos_waiting":0,"persisted":null,"clock":5,"key":"k"}"#;
    let read: DeviceReport = serde_json::from_str(report).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), report);
    let plain = DeviceReport { key: None, ..read };
    assert_eq!(serde_json::to_string(&plain).unwrap(), report.replace(r#","key":"k""#, ""));
}

#[test]
fn a_command_that_takes_a_new_place_is_signed_anew() {
    let (old, new) = (DeviceId(Uuid::from_u128(1)), DeviceId(Uuid::from_u128(2)));
    let raw = serde_json::value::RawValue::from_string("{}".to_owned()).unwrap();
    let mut row = seal(old, None, Uuid::from_u128(3).into(), &raw, Moment(1));
    row.signature = Some("of the old place".to_owned());
    let moved = renumber(&[row.clone()], new);
    assert_eq!((moved[0].device, &moved[0].raw, &moved[0].signature), (new, &row.raw, &None));
}
