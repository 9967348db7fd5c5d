//! The lines of a recording, as they lie in the file.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::AnyRecord;
use domain::id::UserId;
use domain::time::Moment;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// One step.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// Somebody may log in.
    Admit { user: UserId, phone: String, password_hash: String },
    /// Records that come from no command.
    Plant(Vec<Planted>),
    /// A request and its answer.
    Exchange(Box<Exchange>),
}

/// A record.
#[derive(Serialize, Deserialize)]
pub struct Planted {
    kind: String,
    body: Value,
}

impl Planted {
    pub fn of(record: &AnyRecord) -> Self {
        Self { kind: record.key().kind.name().to_owned(), body: serde_json::from_str(&record.body()).unwrap() }
    }

    pub fn record(&self) -> AnyRecord {
        AnyRecord::parse(self.kind.parse().unwrap(), &self.body.to_string()).unwrap()
    }
}

/// A request and its answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Exchange {
    /// What the server's clock showed.
    pub at: Moment,
    /// Whose phone: each has a jar for cookies of its own.
    pub who: String,
    pub method: String,
    pub path: String,
    pub request: Message,
    pub status: u16,
    pub answer: Message,
    /// What the answer did to the phone, see the tests of `sync`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<Value>,
}

/// Headers and a body; of the headers those that either side looks at.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Message {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub headers: BTreeMap<String, String>,
    /// Byte for byte: hashes are taken of what stands in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What is no text, in base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base64: Option<String>,
}

impl Message {
    pub fn bytes(&self) -> Vec<u8> {
        match (&self.text, &self.base64) {
            (Some(text), _) => text.clone().into_bytes(),
            (None, Some(base64)) => STANDARD.decode(base64).unwrap(),
            (None, None) => Vec::new(),
        }
    }

    pub fn with(headers: BTreeMap<String, String>, body: Vec<u8>) -> Self {
        let (mut text, mut base64) = (None, None);
        if !body.is_empty() {
            match String::from_utf8(body) {
                Ok(read) => text = Some(read),
                Err(error) => base64 = Some(STANDARD.encode(error.as_bytes())),
            }
        }
        Self { headers, text, base64 }
    }
}
