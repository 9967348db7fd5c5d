//! How what lies on a phone is sealed: `XChaCha20-Poly1305`, synchronous, because a store's transaction does not wait for
//! the browser's own cryptography. A crate of its own because it is the one part of the app that is compiled for speed:
//! compiled for size, as the rest is, it takes seven times as long.

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{Tag, XChaCha20Poly1305, XNonce};
use std::cell::Cell;

/// What a sealer is made with: a key that nobody else knows.
pub type Key = [u8; 32];

/// What a sealer draws when it is made: bytes that nobody has drawn before.
pub type Chance = [u8; CHANCE];

const CHANCE: usize = 16;
const NONCE: usize = 24;
const TAG: usize = 16;
/// The first byte of what is sealed, so that another way could one day be told from this one.
const FORM: u8 = 1;
const HEAD: usize = 1 + NONCE;

/// Seals and opens with one key.
pub struct Sealer {
    cipher: XChaCha20Poly1305,
    /// Half of each nonce is drawn once and the rest counts: no nonce comes twice, and no write waits for a draw.
    chance: Chance,
    count: Cell<u64>,
}

impl Sealer {
    /// With a key. `chance` must be drawn anew each time.
    #[must_use]
    pub fn new(key: &Key, chance: Chance) -> Self {
        Self { cipher: XChaCha20Poly1305::new(key.into()), chance, count: Cell::new(0) }
    }

    /// Seals bytes for a place; moved to another one they do not open.
    #[must_use]
    pub fn seal(&self, place: &[u8], plain: &[u8]) -> Vec<u8> {
        let nonce = self.nonce();
        let mut sealed = Vec::with_capacity(HEAD + plain.len() + TAG);
        sealed.push(FORM);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(plain);
        let tag = self.cipher.encrypt_inout_detached(&nonce, place, (&mut sealed[HEAD..]).into());
        sealed.extend_from_slice(&tag.expect("it fails for more bytes than a phone has memory"));
        sealed
    }

    /// Opens what was sealed for a place; none if it was sealed with another key, for another place, or is spoilt.
    #[must_use]
    pub fn open(&self, place: &[u8], mut sealed: Vec<u8>) -> Option<Vec<u8>> {
        let end = sealed.len().checked_sub(TAG).filter(|end| *end >= HEAD && sealed[0] == FORM)?;
        let nonce = XNonce::try_from(&sealed[1..HEAD]).ok()?;
        let tag = Tag::try_from(&sealed[end..]).ok()?;
        sealed.truncate(end);
        sealed.drain(..HEAD);
        self.cipher.decrypt_inout_detached(&nonce, place, sealed.as_mut_slice().into(), &tag).ok()?;
        Some(sealed)
    }

    fn nonce(&self) -> XNonce {
        let count = self.count.get();
        self.count.set(count + 1);
        let mut nonce = [0; NONCE];
        nonce[..CHANCE].copy_from_slice(&self.chance);
        nonce[CHANCE..].copy_from_slice(&count.to_le_bytes());
        nonce.into()
    }
}

#[cfg(test)]
mod tests {
    use super::{HEAD, Sealer, TAG};

    fn sealer(key: u8) -> Sealer {
        Sealer::new(&[key; 32], [9; 16])
    }

    #[test]
    fn what_was_sealed_opens_with_its_key_at_its_place_only() {
        let sealed = sealer(1).seal(b"here", "惠民超市".as_bytes());
        assert_eq!(sealer(1).open(b"here", sealed.clone()).as_deref(), Some("惠民超市".as_bytes()));
        assert_eq!(sealer(1).open(b"there", sealed.clone()), None);
        assert_eq!(sealer(2).open(b"here", sealed), None);
    }

    #[test]
    fn the_same_text_is_never_sealed_the_same_way_twice() {
        let sealer = sealer(1);
        let (first, second) = (sealer.seal(b"here", b"text"), sealer.seal(b"here", b"text"));
        assert_ne!(first[..HEAD], second[..HEAD]);
        assert_ne!(first[HEAD..], second[HEAD..]);
        assert_eq!(sealer.open(b"here", second).as_deref(), Some(b"text".as_slice()));
    }

    #[test]
    fn whatever_is_spoilt_or_cut_does_not_open() {
        let sealed = sealer(1).seal(b"here", b"text");
        for at in 0..sealed.len() {
            let mut spoilt = sealed.clone();
            spoilt[at] ^= 1;
            assert_eq!(sealer(1).open(b"here", spoilt), None, "byte {at}");
            assert_eq!(sealer(1).open(b"here", sealed[..at].to_vec()), None, "cut at {at}");
        }
        assert_eq!(sealer(1).open(b"here", sealer(1).seal(b"here", b"")).map(|none| none.len()), Some(0));
        assert_eq!(sealer(1).seal(b"here", b"").len(), HEAD + TAG);
    }

    #[test]
    fn it_is_the_cipher_of_the_draft() {
        // draft-irtf-cfrg-xchacha-03, A.3.1: its nonce is our chance and count, its text and data are ours to give.
        let key: Vec<u8> = (0x80..=0x9f).collect();
        let chance: Vec<u8> = (0x40..=0x4f).collect();
        let sealer = Sealer::new(&key.try_into().expect("32 bytes"), chance.try_into().expect("16 bytes"));
        sealer.count.set(u64::from_le_bytes([0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57]));
        let place = [0x50, 0x51, 0x52, 0x53, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7];
        let text = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, \
            sunscreen would be it.";
        let sealed = sealer.seal(&place, text);
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        assert!(hex(&sealed[HEAD..]).starts_with("bd6d179d3e83d43b9576579493c0e939"), "{}", hex(&sealed[HEAD..]));
        assert!(hex(&sealed).ends_with("c0875924c1c7987947deafd8780acf49"), "{}", hex(&sealed));
    }
}
