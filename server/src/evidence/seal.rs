//! What only this server can do: seal a time into a nonce, sign, and give a user the secret that opens their phones. The
//! secrets lie in the database, so that they survive with it and with its backups; none is ever logged.

use crate::clock;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::id::UserId;
use domain::time::Moment;
use p256::ecdsa::signature::{Signer, Verifier};
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use std::fmt;
use store::{Store, StoreError};
use sync::proof;

/// The names of the secrets in the database.
const NONCE_SECRET: &str = "nonce_secret";
const SIGNING_SECRET: &str = "signing_secret";
const RECOVERY_SECRET: &str = "recovery_secret";
/// How much of the seal travels with every command: half of it cannot be guessed either.
const SEAL_BYTES: usize = 16;
/// The block of SHA-256.
const BLOCK: usize = 64;

/// The server's secrets in use.
pub struct Seal {
    nonce_secret: [u8; 32],
    recovery_secret: [u8; 32],
    signing: SigningKey,
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Seal").finish_non_exhaustive()
    }
}

impl Seal {
    /// The seal of a database, made at its first start.
    ///
    /// # Errors
    /// When the store fails, or what it holds is no secret.
    pub async fn load(store: &dyn Store) -> Result<Self, StoreError> {
        let nonce_secret = secret(store, NONCE_SECRET).await?;
        let recovery_secret = secret(store, RECOVERY_SECRET).await?;
        let signing = secret(store, SIGNING_SECRET).await?;
        // One number in 2^32 is none that can sign; the database then says so at its first start.
        let signing = SigningKey::from_slice(&signing).map_err(|error| StoreError::damaged(SIGNING_SECRET, error))?;
        Ok(Self { nonce_secret, recovery_secret, signing })
    }

    /// A nonce of a moment.
    #[must_use]
    pub fn nonce(&self, at: Moment) -> String {
        proof::nonce(at, &self.over(at))
    }

    /// The time of a nonce, if this server has given it.
    #[must_use]
    pub fn nonce_time(&self, nonce: &str) -> Option<Moment> {
        proof::nonce_time(nonce).filter(|at| self.nonce(*at) == nonce)
    }

    fn over(&self, at: Moment) -> String {
        let seal = hmac(&self.nonce_secret, format!("lianying nonce 1\n{}", at.0).as_bytes());
        BASE64_URL_SAFE_NO_PAD.encode(&seal[..SEAL_BYTES])
    }

    /// The secret of a user in base64url, for whoever has just shown their password and nobody else (F113). What is on a
    /// phone is wrapped in it and in a key of that phone: the server alone opens nothing with it.
    #[must_use]
    pub fn recovery(&self, user: UserId) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(hmac(&self.recovery_secret, format!("lianying recovery 1\n{user}").as_bytes()))
    }

    /// The public half of the key, in base64url.
    #[must_use]
    pub fn public(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(VerifyingKey::from(&self.signing).to_sec1_point(false).as_bytes())
    }

    /// Signs a text: r and s in base64url.
    #[must_use]
    pub fn sign(&self, text: &str) -> String {
        let signature: Signature = self.signing.sign(text.as_bytes());
        BASE64_URL_SAFE_NO_PAD.encode(signature.to_bytes())
    }
}

/// Whether a text was signed with the key of a public half. Whatever is no key and no signature did not sign it.
#[must_use]
pub fn is_signed_by(key: &str, signature: &str, text: &str) -> bool {
    let key = BASE64_URL_SAFE_NO_PAD.decode(key).ok().and_then(|key| VerifyingKey::from_sec1_bytes(&key).ok());
    let signature = BASE64_URL_SAFE_NO_PAD.decode(signature).ok();
    let signature = signature.and_then(|signature| Signature::from_slice(&signature).ok());
    key.zip(signature).is_some_and(|(key, signature)| key.verify(text.as_bytes(), &signature).is_ok())
}

async fn secret(store: &dyn Store, name: &'static str) -> Result<[u8; 32], StoreError> {
    let fresh = clock::random::<32>().map_err(|error| StoreError::damaged("source of chance", error))?;
    let kept = store.secret(name, &BASE64_URL_SAFE_NO_PAD.encode(fresh)).await?;
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(kept).map_err(|error| StoreError::damaged(name, error))?;
    bytes.try_into().map_err(|_| StoreError::damaged(name, "it has another length"))
}

/// HMAC-SHA256 (RFC 2104) with a key that is shorter than a block.
fn hmac(key: &[u8; 32], text: &[u8]) -> [u8; 32] {
    let padded = |pad: u8| {
        let mut block = [pad; BLOCK];
        block.iter_mut().zip(key).for_each(|(byte, key)| *byte ^= key);
        block
    };
    let inner = Sha256::new().chain_update(padded(0x36)).chain_update(text).finalize();
    Sha256::new().chain_update(padded(0x5c)).chain_update(inner).finalize().into()
}

#[cfg(test)]
mod tests {
    use super::{Seal, hmac, is_signed_by};
    use domain::id::UserId;
    use domain::time::Moment;
    use p256::ecdsa::SigningKey;

    fn seal(byte: u8) -> Seal {
        Seal {
            nonce_secret: [byte; 32],
            recovery_secret: [byte; 32],
            signing: SigningKey::from_slice(&[byte; 32]).unwrap(),
        }
    }

    #[test]
    fn the_seal_is_the_one_of_the_standard() {
        // RFC 4231, test case 1, its key of 20 bytes filled up with zeros, which is what HMAC does.
        let mut key = [0; 32];
        key[..20].fill(0x0b);
        let text: String = hmac(&key, b"Hi There").iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(text, "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    }

    #[test]
    fn a_nonce_is_believed_by_the_server_that_gave_it_and_as_it_was_given() {
        let (ours, other) = (seal(1), seal(2));
        let nonce = ours.nonce(Moment(17));
        assert_eq!(ours.nonce_time(&nonce), Some(Moment(17)));
        assert_eq!(other.nonce_time(&nonce), None);
        assert_eq!(ours.nonce_time(&nonce.replace("17.", "18.")), None);
        assert_eq!(ours.nonce_time(&nonce.replace("17.", "017.")), None);
    }

    #[test]
    fn a_recovery_secret_is_the_same_each_time_and_another_one_for_each_user_and_server() {
        let user = |id| UserId(uuid::Uuid::from_u128(id));
        assert_eq!(seal(1).recovery(user(1)), seal(1).recovery(user(1)));
        assert_ne!(seal(1).recovery(user(1)), seal(1).recovery(user(2)));
        assert_ne!(seal(1).recovery(user(1)), seal(2).recovery(user(1)));
    }

    #[test]
    fn a_signature_holds_for_its_key_and_its_text_only() {
        let ours = seal(1);
        let signature = ours.sign("text");
        assert!(sync::proof::is_key(&ours.public()) && sync::proof::is_signature(&signature));
        assert!(is_signed_by(&ours.public(), &signature, "text"));
        assert!(!is_signed_by(&ours.public(), &signature, "other"));
        assert!(!is_signed_by(&seal(2).public(), &signature, "text"));
        assert!(!is_signed_by("no key", &signature, "text") && !is_signed_by(&ours.public(), "none", "text"));
    }
}
