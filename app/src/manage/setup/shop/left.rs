//! What is typed of a shop and not saved: kept on this device, and gone on with when the shop is opened again. Only the
//! fields that were typed in are kept: what somebody else changes meanwhile stays as they have changed it.

use super::Form;
use crate::manage::setup::unsaved;
use domain::id::OutletId;
use leptos::prelude::*;

/// Under which name it is kept.
pub fn name(id: OutletId) -> String {
    format!("shop:{id}")
}

impl Form {
    /// Keeps what is typed at each change.
    pub fn keep(self) {
        let name = name(self.before.with_untracked(|shop| shop.id));
        let work = move || Some(self.change()).filter(|change| !change.is_nothing());
        unsaved::keep(move || Some(name.clone()), work);
    }

    /// Forgets what was typed: the fields are as the shop is now.
    pub fn discard(self) {
        self.resumed.set(false);
        self.after.set(self.before.get_untracked());
    }
}
