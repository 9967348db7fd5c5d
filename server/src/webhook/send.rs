//! Sending a message: signed, over a connection that leads to nobody inside, and what became of it.

use super::target::OnlyOutside;
use domain::time::Moment;
use reqwest::redirect::Policy;
use reqwest::{Client, Url};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;
use store::MessageRow;
use tokio::sync::Mutex;

/// How long somebody may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// Bytes that SHA-256 takes in at a time, which HMAC is made of.
const BLOCK: usize = 64;

/// What sends.
#[derive(Debug)]
pub struct Sender {
    client: Client,
    /// Whether it may lead to this machine and its neighbours.
    pub inside: bool,
    /// Held for a round: of two at once each would send the same.
    pub(super) turn: Mutex<()>,
}

impl Sender {
    /// One that leads outside only, unless it is told that it may lead inside.
    ///
    /// # Errors
    /// When the machine has no random source.
    pub fn new(inside: bool) -> Result<Self, reqwest::Error> {
        let client = Client::builder()
            .timeout(PATIENCE)
            // Somewhere else is not where it was agreed to send.
            .redirect(Policy::none())
            .no_proxy()
            .user_agent("lianying")
            .dns_resolver(Arc::new(OnlyOutside { inside }))
            .build()?;
        Ok(Self { client, inside, turn: Mutex::new(()) })
    }

    /// Sends a message. The status of the answer; none if there was none.
    pub async fn send(&self, url: &Url, secret: &str, message: &MessageRow, now: Moment) -> Option<u16> {
        let signature = signature(secret, now, &message.body);
        let request = self
            .client
            .post(url.clone())
            .header("content-type", "application/json")
            .header("x-lianying-event", message.event.name())
            .header("x-lianying-delivery", message.n.to_string())
            .header("x-lianying-signature", signature)
            .body(message.body.clone());
        match request.send().await {
            Ok(answer) => Some(answer.status().as_u16()),
            Err(error) => {
                tracing::info!(message = message.n, why = %crate::api::with_causes(&error), "nobody answered");
                None
            }
        }
    }
}

/// `t=<milliseconds>,v1=<hex>`: HMAC-SHA256 over the time, a dot and the body, so that nobody replays a message later.
pub fn signature(secret: &str, at: Moment, body: &str) -> String {
    let mac = hmac(secret.as_bytes(), format!("{}.{body}", at.0).as_bytes());
    let mut text = format!("t={},v1=", at.0);
    for byte in mac {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// RFC 2104 over SHA-256: twelve lines of what is here already, and no further crate.
fn hmac(secret: &[u8], message: &[u8]) -> [u8; 32] {
    let mut key = [0_u8; BLOCK];
    if secret.len() > BLOCK {
        key[..32].copy_from_slice(&Sha256::digest(secret));
    } else {
        key[..secret.len()].copy_from_slice(secret);
    }
    let keyed = |pad: u8, message: &[u8]| -> [u8; 32] {
        let pad: Vec<u8> = key.iter().map(|byte| byte ^ pad).collect();
        Sha256::new().chain_update(pad).chain_update(message).finalize().into()
    };
    keyed(0x5c, &keyed(0x36, message))
}

#[cfg(test)]
mod tests {
    use super::{hmac, signature};
    use domain::time::Moment;

    #[test]
    fn messages_are_signed_as_rfc_4231_has_it() {
        let hex = |bytes: [u8; 32]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        assert_eq!(
            hex(hmac(b"Jefe", b"what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
        assert_eq!(
            hex(hmac(&[0xaa; 131], b"Test Using Larger Than Block-Size Key - Hash Key First")),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        );
    }

    #[test]
    fn a_signature_names_its_time() {
        assert!(signature("s", Moment(5), "{}").starts_with("t=5,v1="));
        assert_ne!(signature("s", Moment(5), "{}")[7..], signature("s", Moment(6), "{}")[7..]);
    }
}
