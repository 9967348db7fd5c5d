//! The PIN: opening the phone with it, setting it, changing it, taking it off.

use super::enter::stuck;
use super::{Locked, PinError, PinState};
use crate::account::Account;
use crate::change::Change;
use crate::clock;
use crate::crypto::{Cipher, DataKey};
use crate::device::{AFTER_START, Inner};
use crate::error::StorageError;
use domain::id::UserId;
use std::cell::Cell;
use std::rc::Rc;

impl Inner {
    /// Whether the phone is locked, and what that means for the next try.
    pub(crate) fn locked(&self) -> Option<Locked> {
        self.lock.locked.get()?;
        let keyring = self.lock.keyring.borrow();
        let keyring = keyring.as_ref()?;
        let wait = keyring.wait(clock::phone());
        Some(Locked { wrong: keyring.wrong(), wait, recoverable: keyring.is_recoverable() })
    }

    /// What is set; none where there are no keys to lock with, or nobody is in.
    pub(crate) fn pin_state(&self) -> Option<PinState> {
        self.account()?;
        let keyring = self.lock.keyring.borrow();
        let keyring = keyring.as_ref()?;
        Some(PinState {
            set: keyring.has_pin(),
            recoverable: keyring.is_recoverable(),
            after: keyring.after(),
            wrong: keyring.wrong(),
            wait: keyring.wait(clock::phone()),
        })
    }

    /// Opens the phone, and goes on where it was.
    pub(crate) async fn unlock(self: &Rc<Self>, pin: &str) -> Result<(), PinError> {
        let Some(user) = self.lock.locked.get() else { return Ok(()) };
        let key = self.try_pin(user, pin).await?;
        // Somebody has logged in meanwhile.
        if self.lock.locked.get() != Some(user) {
            return Ok(());
        }
        let account = Account::open(user, Cipher::new(key), None).await?.ok_or(StorageError::NobodyHere)?;
        self.lock.open();
        self.enter(Rc::new(account), AFTER_START).await;
        self.watchers.tell(&Change { session: true, settings: true, ..Change::default() });
        Ok(())
    }

    /// Sets a PIN, or another one in the place of an old one, which has to be the right one.
    pub(crate) async fn set_pin(&self, old: Option<&str>, new: &str) -> Result<(), PinError> {
        let user = self.account().ok_or(StorageError::NobodyHere)?.user();
        let key = self.key_by(user, old).await?;
        let keyring = self.lock.keyring.borrow().clone().ok_or(PinError::NoKeys)?;
        let wrapped = keyring.wrap_in_pin(&key, new).await.ok_or_else(stuck)?;
        self.change_keyring(user, |keyring| keyring.put_pin(&wrapped)).await?;
        self.tell(Change { settings: true, ..Change::default() });
        Ok(())
    }

    /// Whether it is the PIN of whoever is in; a wrong one counts as it does on a locked phone.
    pub(crate) async fn check_pin(&self, pin: &str) -> Result<(), PinError> {
        let user = self.account().ok_or(StorageError::NobodyHere)?.user();
        self.try_pin(user, pin).await.map(drop)
    }

    /// Takes the PIN off.
    pub(crate) async fn take_pin(&self, pin: &str) -> Result<(), PinError> {
        let user = self.account().ok_or(StorageError::NobodyHere)?.user();
        let key = self.key_by(user, Some(pin)).await?;
        let keyring = self.lock.keyring.borrow().clone().ok_or(PinError::NoKeys)?;
        let open = keyring.in_phone_key(&key).await.ok_or_else(stuck)?;
        self.change_keyring(user, |keyring| keyring.take_pin(&open)).await?;
        self.tell(Change { settings: true, ..Change::default() });
        Ok(())
    }

    /// Locks after so many minutes in the background.
    pub(crate) async fn lock_after(&self, minutes: u32) -> Result<(), StorageError> {
        let user = self.account().ok_or(StorageError::NobodyHere)?.user();
        self.change_keyring(user, |keyring| keyring.put_after(minutes)).await?;
        self.tell(Change { settings: true, ..Change::default() });
        Ok(())
    }

    /// The data key of whoever is in, by their PIN if they have one: a phone that lies open on a counter gives
    /// nobody the way to keep its owner out.
    async fn key_by(&self, user: UserId, pin: Option<&str>) -> Result<DataKey, PinError> {
        let has_pin = self.lock.keyring.borrow().as_ref().ok_or(PinError::NoKeys)?.has_pin();
        if has_pin {
            return self.try_pin(user, pin.unwrap_or_default()).await;
        }
        let account = self.account().ok_or(StorageError::NobodyHere)?;
        account.database.cipher()?.key().ok_or(PinError::NoKeys)
    }

    /// Counts a try before it is made: whoever ends the page in between has used it up.
    pub(super) async fn try_pin(&self, user: UserId, pin: &str) -> Result<DataKey, PinError> {
        let now = clock::phone();
        let early = Cell::new(false);
        self.change_keyring(user, |keyring| {
            early.set(keyring.wait(now) > 0);
            if !early.get() {
                keyring.count_wrong(now);
            }
        })
        .await?;
        if early.get() {
            return Err(PinError::TooSoon);
        }
        let keyring = self.lock.keyring.borrow().clone().ok_or(PinError::NoKeys)?;
        // Another tab may have taken the PIN off.
        let key = if keyring.has_pin() { keyring.open_by_pin(pin).await } else { keyring.open().await };
        let key = key.ok_or(PinError::Wrong)?;
        self.change_keyring(user, |keyring| keyring.forgive()).await?;
        Ok(key)
    }
}
