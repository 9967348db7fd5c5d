//! Reading what was sent, as far as it can be read, and what must be loaded to decide it.

use crate::body::{Body, ContentHash, Head, Link};
use crate::proof::is_signature;
use crate::wire::Sent;
use domain::{Need, World};

/// A command as it arrived.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Its number.
    pub seq: u64,
    /// The link it claims to follow.
    pub prev: Link,
    /// The signature that came with it, not yet verified; none if it cannot be one.
    pub signature: Option<String>,
    /// The hash of its bytes.
    pub content: ContentHash,
    /// Its bytes.
    pub raw: String,
    /// Id and author, if they can be read.
    pub head: Option<Head>,
    /// All of it, if this version understands it.
    pub body: Option<Body>,
}

impl Incoming {
    /// Reads one sent command. Never fails: what cannot be read goes to quarantine with its bytes.
    #[must_use]
    pub fn read(sent: &Sent) -> Self {
        let raw = sent.body.get();
        let body = Body::thaw(raw).ok();
        let head = match &body {
            Some(body) => Some(Head {
                id: body.id,
                actor: body.actor,
                captured_at: body.captured_at,
                skew: body.skew,
                after: body.after.clone(),
            }),
            None => serde_json::from_str(raw).ok(),
        };
        Self {
            seq: sent.seq,
            prev: sent.prev.clone(),
            signature: sent.signature.clone().filter(|signature| is_signature(signature)),
            content: ContentHash::of(raw.as_bytes()),
            raw: raw.to_owned(),
            head,
            body,
        }
    }
}

/// What must still be loaded before these commands can be decided. Load it, answer it in the world, ask again;
/// at the latest after a few rounds nothing is missing.
#[must_use]
pub fn needs(incoming: &[Incoming], world: &World) -> Vec<Need> {
    let mut missing: Vec<Need> = incoming
        .iter()
        .filter_map(|command| command.body.as_ref())
        .flat_map(|body| world.missing(body.command.needs(world)))
        .collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}
