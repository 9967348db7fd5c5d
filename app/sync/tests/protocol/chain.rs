//! Frozen bytes, hashes and links.

use crate::scene::*;
use proptest::prelude::*;
use sync::{Body, ContentHash, Link};

#[test]
fn a_body_is_written_as_it_always_was() {
    let mut body = Phone::new().body(1, close(80), &[]);
    let bare = r#"{"id":"00000000-0000-0000-0000-000000000001","actor":"00000000-0000-0000-0000-000000000014","captured_at":1773115200000,"mono":0,"skew":0,"command":{"do":"close_task","task":"00000000-0000-0000-0000-000000000050"}}"#;
    assert_eq!(body.freeze().get(), bare);
    body.after = vec![id(7)];
    let after = body.freeze();
    assert!(after.get().contains(r#""skew":0,"after":["00000000-0000-0000-0000-000000000007"],"command""#));
    assert_eq!(Body::thaw(after.get()).unwrap(), body);
}

#[test]
fn a_body_from_before_skew_and_after_is_still_read() {
    let old = r#"{"id":"00000000-0000-0000-0000-000000000001","actor":"00000000-0000-0000-0000-000000000014","captured_at":5,"mono":0,"command":{"do":"close_task","task":"00000000-0000-0000-0000-000000000050"},"of_a_later_version":1}"#;
    let body = Body::thaw(old).unwrap();
    assert_eq!((body.skew, body.after.len()), (0, 0));
}

#[test]
fn hashes_are_sha_256_in_lower_case_hex() {
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(ContentHash::of(b"").0, empty);
    assert_eq!(ContentHash::of(b"").to_string(), empty);
}

/// The chain is kept by phones and servers of every version: how a link is made can never change.
#[test]
fn links_are_made_as_they_always_were() {
    let first = Link::default().next(1, &ContentHash::of(b"a"));
    let second = first.next(2, &ContentHash::of(b"b"));
    assert_eq!(first.0, "6faf6f6966c7832c9a7bf274c5955c1162a256bc4815b7e24ad5b75aeace7a23");
    assert_eq!(second.0, "a04c49c23eeb0add044f00b01a0bc6a96ec105812db7989470ef9075442663c6");
}

proptest! {
    #[test]
    fn a_link_depends_on_everything_before_it(a: Vec<u8>, b: Vec<u8>, seq in 1_u64..1_000) {
        let link = |prev: &Link, seq, bytes: &[u8]| prev.next(seq, &ContentHash::of(bytes));
        let start = Link::default();
        prop_assert_eq!(link(&start, seq, &a) == link(&start, seq, &b), a == b);
        prop_assert_ne!(link(&start, seq, &a), link(&start, seq + 1, &a));
        let (after_a, after_b) = (link(&start, seq, &a), link(&start, seq, &b));
        prop_assert_eq!(link(&after_a, seq + 1, &a) == link(&after_b, seq + 1, &a), a == b);
    }
}
