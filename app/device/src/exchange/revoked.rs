//! The phone was taken out of use (P26): it sends what it still holds, which is kept for a manager, and then erases
//! everything of this person. The login page says so.

use super::{Trouble, push};
use crate::account::Account;
use crate::change::Change;
use crate::device::Inner;
use crate::error::StorageError;
use crate::installation::ERASED;

/// Sends what waits; what is then left to be done is [`Inner::erase`].
pub(super) async fn farewell(inner: &Inner, account: &Account) -> Trouble {
    match push::push(inner, account).await {
        Ok(()) => Trouble::Revoked,
        // Nothing is erased before it was sent: the next exchange tries again.
        Err(trouble) => trouble,
    }
}

impl Inner {
    /// Erases what is here of somebody, and lets the screens know that nobody is in any more.
    pub(super) async fn erase(&self, account: &Account) -> Result<(), StorageError> {
        let name = account.session().user.name;
        // First nobody is in, then their data goes: a phone that dies in between shows nothing of it.
        self.installation.set_current(None).await?;
        self.installation.set_setting(ERASED, &name).await?;
        self.installation.forget_device(account.device()).await?;
        self.leave();
        self.tell(Change { session: true, settings: true, ..Change::default() });
        account.database.erase().await
    }
}
