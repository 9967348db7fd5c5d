//! Getting at the key of a store: at the start, in another tab, and at a login.

use super::copy::copied;
use super::keyring::Keyring;
use crate::account::Account;
use crate::crypto::{Cipher, DataKey};
use crate::device::Inner;
use crate::error::StorageError;
use domain::id::UserId;

impl Inner {
    /// Opens the store of whoever is in; none if nobody has logged in there, or if it takes a PIN.
    pub(crate) async fn open_account(&self, user: UserId) -> Result<Option<Account>, StorageError> {
        match self.cipher_of(user).await? {
            Some(cipher) => Account::open(user, cipher, None).await,
            None => {
                self.lock.close(user);
                Ok(None)
            }
        }
    }

    /// What opens the store of a user; none if that takes a PIN.
    async fn cipher_of(&self, user: UserId) -> Result<Option<Cipher>, StorageError> {
        self.lock.open();
        let keyring = match self.installation.keyring(user).await? {
            Some(kept) => Some(kept),
            None => match copied(user).await? {
                Some(copy) => self.installation.keep_keyring(user, copy).await?,
                None => match Keyring::make().await {
                    Some(made) => self.installation.keep_keyring(user, made).await?,
                    None => None,
                },
            },
        };
        self.lock.keyring.replace(keyring.clone());
        match keyring {
            None => Ok(Some(Cipher::none())),
            Some(keyring) if keyring.has_pin() => Ok(None),
            Some(keyring) => keyring.open().await.map(|key| Some(Cipher::new(key))).ok_or_else(stuck),
        }
    }

    /// The same for somebody who has just logged in by password, with the secret that came of it. Whoever could not
    /// be let in but by that secret has forgotten the PIN, or has logged out since: it is off from now on.
    pub(crate) async fn cipher_after_login(
        &self,
        user: UserId,
        secret: Option<&str>,
    ) -> Result<Option<Cipher>, StorageError> {
        let here = self.account().filter(|account| account.user() == user);
        let cipher = match here {
            Some(account) => {
                self.lock.keyring.replace(self.installation.keyring(user).await?);
                Some(account.database.cipher()?)
            }
            None => self.cipher_of(user).await?,
        };
        let cipher = match (cipher, secret) {
            (None, Some(secret)) => self.recover(user, secret).await?,
            (cipher, _) => cipher,
        };
        if let (Some(key), Some(secret)) = (cipher.as_ref().and_then(Cipher::key), secret) {
            self.keep_recovery(user, &key, secret).await?;
        }
        Ok(cipher)
    }

    async fn recover(&self, user: UserId, secret: &str) -> Result<Option<Cipher>, StorageError> {
        let Some(keyring) = self.lock.keyring.borrow().clone() else { return Ok(None) };
        let Some(key) = keyring.open_by_secret(secret).await else { return Ok(None) };
        let open = keyring.in_phone_key(&key).await.ok_or_else(stuck)?;
        self.change_keyring(user, |keyring| keyring.take_pin(&open)).await?;
        Ok(Some(Cipher::new(key)))
    }

    async fn keep_recovery(&self, user: UserId, key: &DataKey, secret: &str) -> Result<(), StorageError> {
        let Some(keyring) = self.lock.keyring.borrow().clone() else { return Ok(()) };
        match keyring.wrap_in_secret(key, secret).await {
            Some(wrapped) => self.change_keyring(user, |keyring| keyring.put_recovery(&wrapped)).await,
            // A server that gives no secret: what a PIN then costs is said before one is set.
            None => Ok(()),
        }
    }

    pub(super) async fn change_keyring(&self, user: UserId, change: impl Fn(&Keyring)) -> Result<(), StorageError> {
        let changed = self.installation.change_keyring(user, change).await?;
        self.lock.keyring.replace(Some(changed));
        if let Some(account) = self.account().filter(|account| account.user() == user) {
            self.copy_keyring(&account).await;
        }
        Ok(())
    }

    /// Keeps the second copy of the keyring of whoever is in.
    pub(crate) async fn copy_keyring(&self, account: &Account) {
        let keyring = self.lock.keyring.borrow().clone();
        if let Some(keyring) = keyring {
            // The first one is there; what is not copied now is copied at the next start.
            drop(account.copy_keyring(&keyring).await);
        }
    }

    /// Another tab may have set a PIN or taken one off.
    pub(crate) async fn reread_keyring(&self) {
        let user = self.lock.locked.get().or_else(|| self.account().map(|account| account.user()));
        if let Some(user) = user
            && let Ok(kept) = self.installation.keyring(user).await
        {
            self.lock.keyring.replace(kept);
        }
    }
}

/// The browser has lost its half.
pub(super) fn stuck() -> StorageError {
    StorageError::Damaged("the key of the store cannot be unwrapped".to_owned())
}
