//! Notices of change: screens read again what they show when it may have changed, in whichever tab.

use domain::Kind;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::rc::{Rc, Weak};

/// What may have changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Change {
    /// Records of these kinds.
    pub kinds: Vec<Kind>,
    /// The outbox, and with it the tally.
    pub outbox: bool,
    /// The photos on the phone: kept, sent, received.
    pub photos: bool,
    /// What [`crate::Device::sync_state`] says.
    pub sync: bool,
    /// Who is logged in, or what they hold.
    pub session: bool,
    /// A setting.
    pub settings: bool,
    /// A new version of the app is ready.
    pub update: bool,
}

impl Change {
    /// Whether records of any of these kinds may have changed.
    #[must_use]
    pub fn touches(&self, kinds: &[Kind]) -> bool {
        self.kinds.iter().any(|kind| kinds.contains(kind))
    }
}

type Callback = dyn Fn(&Change);

/// Whoever wants to be told.
#[derive(Clone, Default)]
pub(crate) struct Watchers(Rc<RefCell<Vec<Weak<Callback>>>>);

/// Being told of changes; dropping it ends that.
#[must_use = "dropping it ends the watching"]
pub struct Watch(#[expect(dead_code, reason = "held for its drop")] Rc<Callback>);

impl Watchers {
    pub(crate) fn add(&self, callback: Rc<Callback>) -> Watch {
        self.0.borrow_mut().push(Rc::downgrade(&callback));
        Watch(callback)
    }

    pub(crate) fn tell(&self, change: &Change) {
        // Callbacks may add or drop watchers, so nothing stays borrowed while they run.
        let callbacks: Vec<_> = {
            let mut all = self.0.borrow_mut();
            all.retain(|callback| callback.strong_count() > 0);
            all.iter().filter_map(Weak::upgrade).collect()
        };
        for callback in callbacks {
            callback(change);
        }
    }
}
