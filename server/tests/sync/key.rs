//! The key of a device, as a phone that is played here holds one.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};

/// See the module; another number is another key.
pub struct Key(SigningKey);

impl Key {
    pub fn of(number: u8) -> Self {
        Self(SigningKey::from_slice(&[number; 32]).unwrap())
    }

    pub fn public(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(VerifyingKey::from(&self.0).to_sec1_point(false).as_bytes())
    }

    pub fn sign(&self, text: &str) -> String {
        let signature: Signature = self.0.sign(text.as_bytes());
        BASE64_URL_SAFE_NO_PAD.encode(signature.to_bytes())
    }
}
