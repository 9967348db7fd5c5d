//! The phone as the screens see it. The half that runs in a browser wraps the `device` crate; the half that
//! is compiled into the server answers nothing and never resolves, so that no screen needs to know where it runs.

use domain::Refusal;
use domain::geo::Fix;
use domain::id::DeviceId;
use domain::records::{Look, PhotoRef};
use domain::time::Moment;
use leptos::web_sys::Blob;
use sync::Body;
use sync::client::OutboxRow;
use sync::parcel::{Cover, Progress};
use sync::proof::{Found, Proof};
use sync::wire::ProblemCode;

/// A handle on this phone; costs nothing to copy.
#[derive(Clone, Copy, Debug, Default)]
pub struct Phone;

/// Why something was not recorded.
#[derive(Clone, Debug, PartialEq)]
pub enum NotRecorded {
    /// The rules say no.
    Refused(Refusal),
    /// The phone could not write it down. What was entered must stay on the screen.
    NotSaved(Trouble),
}

/// A fault of the phone, for the small print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble(pub String);

/// A row of the outbox with what can be read of it.
#[derive(Clone, Debug, PartialEq)]
pub struct OutboxLine {
    /// The row.
    pub row: OutboxRow,
    /// The command; none if a later version made it.
    pub body: Option<Body>,
    /// Whether the person has put its card away.
    pub dismissed: bool,
}

/// A parcel that was just made.
#[derive(Clone, Debug)]
pub struct Packed {
    /// The file.
    pub file: Blob,
    /// What opens it, in groups.
    pub code: String,
    /// What is in it.
    pub cover: Cover,
}

/// A parcel of somebody that this phone carries.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// Whose it is.
    pub cover: Cover,
    /// How far it has come.
    pub progress: Progress,
}

/// Why a parcel was not loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotLoaded {
    /// No code has this form.
    NoCode,
    /// It does not open the file.
    WrongCode,
    /// Some other file.
    NotAParcel,
    /// A later version made it.
    Newer,
    /// Damaged on its way.
    Damaged,
    /// The browser does not give the file.
    Unreadable,
    /// No room.
    Full,
    /// The store did not take it.
    NotSaved,
}

/// Where the bytes of a photo of this phone are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoAt {
    /// On this phone.
    Here,
    /// The server has them.
    Server,
    /// Damaged on this phone.
    Damaged,
    /// Neither here any more nor on the server, which was restored from a backup.
    Gone,
    /// Not sent, because its command came back or threw it away.
    Withheld,
}

/// How far the bytes of a photo of this phone have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhotoState {
    /// Where they are.
    pub at: PhotoAt,
    /// Bytes that the server has acknowledged.
    pub sent: u64,
    /// All its bytes.
    pub bytes: u64,
}

/// Which picture is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoSize {
    /// A small one for lists.
    Thumbnail,
    /// The whole picture.
    Original,
}

/// A picture just taken and already durable on this phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shot {
    /// Its bytes, named.
    pub picture: PhotoRef,
    /// A small JPEG as base64.
    pub thumbnail: String,
    /// What the phone saw in it.
    pub look: Look,
}

/// What can be set at an open camera.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LensAbilities {
    /// Whether it has a light that can stay on.
    pub torch: bool,
    /// How many times it can bring the shelf nearer; 1 for not at all.
    pub zoom: f64,
}

/// Why the camera does not open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CameraFailure {
    /// The person or the browser does not allow it.
    Denied,
    /// Anything else.
    Broken(String),
    /// The picture could not be written down.
    NotSaved(Trouble),
}

/// Why there is no position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFix {
    /// The person or the browser does not allow it.
    Denied,
    /// It cannot be found, or takes too long.
    NotFound,
}

/// Why a login did not work, or another password was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryFailure {
    /// The server said why.
    Said(ProblemCode, Option<u64>),
    /// The server could not be reached.
    NoNetwork,
    /// This browser does not keep anything.
    NoStorage,
}

/// Why the server did not do what it was asked for beside the sync.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// It said why.
    Said(ProblemCode),
    /// It could not be reached.
    NoNetwork,
}

/// A phone that waits for its PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shut {
    /// Wrong PINs in a row.
    pub wrong: u32,
    /// How many seconds the next one has to wait.
    pub seconds: u32,
    /// Whether a login by password opens it as well.
    pub recoverable: bool,
}

/// What is set about the PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PinSet {
    /// Whether there is one.
    pub set: bool,
    /// Whether a login by password would open the phone if it were forgotten.
    pub recoverable: bool,
    /// After how many minutes in the background the phone locks itself.
    pub after: u32,
}

/// Why a PIN did not do what it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PinFailure {
    /// It is another one.
    Wrong,
    /// Too many wrong ones: it was not looked at.
    TooSoon,
    /// The phone could not write it down, or makes no keys. Nothing has changed.
    NotSaved(Trouble),
}

/// What the browser says about the room that is left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Depot {
    /// Bytes used.
    pub used: u64,
    /// Bytes that may be used.
    pub quota: u64,
    /// Whether the browser has promised not to clear it; none if it has not been asked.
    pub persisted: Option<bool>,
    /// Photos that only this phone has: how many, and their bytes.
    pub photos_waiting: (u32, u64),
    /// Photos that the server has as well: how many, and the bytes that can be freed.
    pub photos_received: (u32, u64),
}

impl Depot {
    /// Whether so little room is left that a photo may soon not be kept. Browsers that do not say how much there is
    /// are taken to have enough.
    #[must_use]
    pub const fn is_short(&self) -> bool {
        self.quota > 0 && self.quota.saturating_sub(self.used) < domain::limits::STORAGE_RESERVE_BYTES
    }
}

/// A phone that somebody is logged in on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceRow {
    /// Its id.
    pub device: DeviceId,
    /// What it calls itself.
    pub name: String,
    /// When it was last heard of.
    pub last_seen: Moment,
    /// Whether it is this one.
    pub current: bool,
}

/// What reads codes with the camera, where the browser can.
pub struct CodeReader(pub(super) super::phone_half::ReaderHalf);

/// A proof that was handed in, with what was found out about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The proof.
    pub proof: Proof,
    /// What keys and bytes say.
    pub found: Found,
    /// Whether the server of this app has signed it; none while its key has never been heard of.
    pub ours: Option<bool>,
}

/// Why nothing could be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unchecked {
    /// The file is no proof.
    Proof,
    /// The photo cannot be read.
    Photo,
    /// This browser has no cryptography, or the page has no HTTPS.
    NoKeys,
}

/// An open camera. Dropping it switches it off.
pub struct Lens(pub(super) super::phone_half::LensHalf);

impl Lens {
    /// The fix that the shots of a visit carry: the last one measured, if it is fresh.
    #[must_use]
    pub fn fresh(fix: Option<Fix>, now: Moment) -> Option<Fix> {
        fix.filter(|fix| (0..15 * 60_000).contains(&now.since(fix.measured_at)))
    }
}
