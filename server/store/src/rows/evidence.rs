//! What proofs are made of, and what is read to check the log. It is read as it stands: damage is for whoever checks.

use domain::id::DeviceId;
use domain::time::Moment;
use sync::{ContentHash, Link};

/// A key that a device has named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceKey {
    /// The device.
    pub device: DeviceId,
    /// The public half in base64url.
    pub key: String,
    /// When the server first heard of it.
    pub since: Moment,
}

/// In which line of the log a photo is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoLine {
    /// The photo.
    pub hash: String,
    /// The device.
    pub device: DeviceId,
    /// Its number there.
    pub seq: u64,
}

/// A line of the log as a link of its chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainLine {
    /// Whose.
    pub device: DeviceId,
    /// Its number.
    pub seq: u64,
    /// The hash that its bytes should have.
    pub content: ContentHash,
    /// The link before it, where the line says so itself.
    pub prev: Option<Link>,
    /// The link after it.
    pub link: Link,
    /// Its bytes.
    pub body: String,
    /// The device's signature.
    pub signature: Option<String>,
    /// When it arrived.
    pub received_at: Moment,
    /// The number was lost: there are no bytes and no link.
    pub lost: bool,
}
