//! The phone was taken out of use (P26): it sends what it still holds, which is kept for a manager, and then erases
//! everything of this person. The login page says so.

use super::{Trouble, photos, push};
use crate::account::Account;
use crate::change::Change;
use crate::device::Inner;
use crate::error::StorageError;
use crate::installation::ERASED;

/// Sends what waits; what is then left to be done is [`Inner::erase`].
pub(super) async fn farewell(inner: &Inner, account: &Account) -> Trouble {
    // Held back until there is Wi-Fi, they would be erased with the rest.
    inner.leaving.set(true);
    match send_all(inner, account).await {
        Ok(()) => Trouble::Revoked,
        // Nothing is erased before it was sent: the next exchange tries again.
        Err(trouble) => trouble,
    }
}

async fn send_all(inner: &Inner, account: &Account) -> Result<(), Trouble> {
    push::push(inner, account).await?;
    // What was sent whole is not sent again; a receipt of it comes to this phone no more.
    while photos::send(inner, account).await? {}
    Ok(())
}

impl Inner {
    /// Erases what is here of somebody, and lets the screens know that nobody is in any more.
    pub(super) async fn erase(&self, account: &Account) -> Result<(), StorageError> {
        let name = account.session().user.name;
        // First nobody is in, then their data goes: a phone that dies in between shows nothing of it.
        self.installation.set_current(None).await?;
        self.installation.set_setting(ERASED, &name).await?;
        self.installation.forget_device(account.device()).await?;
        // It is opened with the key that leaving forgets.
        let carried = account.erase_carried().await;
        self.leave();
        self.leaving.set(false);
        self.tell(Change { session: true, settings: true, ..Change::default() });
        // Where it is that something is carried is written in the user's own store, so that goes last, and goes anyway.
        account.database.erase().await?;
        self.installation.forget_keyring(account.user()).await?;
        carried
    }
}
