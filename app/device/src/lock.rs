//! The lock of a phone (F113): who may open the store of the user that is in.
//!
//! Everything of a user is sealed with a data key, and that key is kept wrapped only, in the user's keyring:
//!
//! - without a PIN, in a key that cannot be taken out of this browser. The app starts by itself. It keeps copied rows
//!   from being read elsewhere; it does not keep out whoever has the phone unlocked in the hand, nor somebody who takes
//!   the browser's whole profile apart, for the browser keeps its own keys there too. That is the phone's own lock's work.
//! - with a PIN, in a key that is drawn out of it and then in that same key. A PIN can thus be tried on this phone only,
//!   and here wrong ones cost time. Against somebody with the whole profile, six digits hold for hours, not for ever.
//! - beside either, in a secret that the server gives with each login by password, and never otherwise. It is not kept here.
//!   With it a forgotten PIN loses nothing: whoever logs in again gets all that is on the phone, and the PIN is off.
//!
//! The keyring lies with the installation, where it is read before any store is opened, and a copy of it in the store
//! itself: whichever of the two a browser loses, what is sealed can still be opened.
//!
//! While it is locked nothing is read, written or sent, and no count is shown. Setting or taking off a PIN rewrites
//! the keyring and not one row of the store.

mod away;
mod copy;
mod enter;
mod keyring;
mod pin;

use crate::error::StorageError;
use domain::id::UserId;
use domain::time::Moment;
use gloo_timers::callback::Timeout;
use keyring::Keyring;
use std::cell::{Cell, RefCell};

/// The lock as this page knows it.
#[derive(Default)]
pub(crate) struct Lock {
    /// Of whoever is in, also while it is locked; none if the browser makes no keys.
    keyring: RefCell<Option<Keyring>>,
    /// Who is locked out until the PIN comes.
    locked: Cell<Option<UserId>>,
    /// When the page went out of sight, by the phone's clock and by the one that never jumps.
    left: Cell<Option<(Moment, i64)>>,
    timer: RefCell<Option<Timeout>>,
}

impl Lock {
    /// Nobody is locked out any more.
    pub(crate) fn open(&self) {
        self.locked.set(None);
    }

    /// Whether it is this one who waits for their PIN.
    pub(crate) fn is_closed_for(&self, user: UserId) -> bool {
        self.locked.get() == Some(user)
    }

    /// Somebody is, until the PIN comes.
    pub(crate) fn close(&self, user: UserId) {
        self.locked.set(Some(user));
    }
}

/// A locked phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locked {
    /// Wrong PINs in a row.
    pub wrong: u32,
    /// How long the next one has to wait, in milliseconds.
    pub wait: i64,
    /// Whether a login by password opens it as well.
    pub recoverable: bool,
}

/// What is set about the PIN of whoever is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PinState {
    /// Whether there is one.
    pub set: bool,
    /// Whether a login would open the store if it were forgotten.
    pub recoverable: bool,
    /// After how many minutes in the background the phone locks itself.
    pub after: u32,
    /// Wrong PINs in a row, typed to change it.
    pub wrong: u32,
    /// How long the next one has to wait, in milliseconds.
    pub wait: i64,
}

/// A PIN did not do what it should.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PinError {
    /// It is another one.
    #[error("a wrong PIN")]
    Wrong,
    /// Too many wrong ones: it was not looked at.
    #[error("too many wrong PINs")]
    TooSoon,
    /// This browser makes no keys.
    #[error("no keys to lock with")]
    NoKeys,
    /// The store failed; nothing has changed.
    #[error("not saved: {0}")]
    NotSaved(#[from] StorageError),
}
