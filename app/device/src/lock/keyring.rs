//! The keyring of a user: one row of the installation with their data key in its wrappings.

use crate::clock;
use crate::crypto::{DataKey, wrap};
use crate::error::StorageError;
use crate::installation::Installation;
use crate::store::row;
use crate::store::schema::KEYRINGS;
use crate::store::{Durability, Transaction};
use domain::id::UserId;
use domain::limits::LOCK_AFTER_MINUTES;
use domain::rules::pin::pause;
use domain::time::Moment;
use js_sys::{Object, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::CryptoKey;

const SALT: usize = 16;
/// After how many minutes a phone locks itself if nothing else was chosen.
const AFTER: u32 = LOCK_AFTER_MINUTES[1];

#[wasm_bindgen]
extern "C" {
    /// A keyring.
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone)]
    pub(super) type KeyringRow;
    /// The key that stays in this browser.
    #[wasm_bindgen(method, getter)]
    fn phone(this: &KeyringRow) -> CryptoKey;
    #[wasm_bindgen(method, setter)]
    fn set_phone(this: &KeyringRow, key: &CryptoKey);
    /// The data key in that key alone; none while there is a PIN.
    #[wasm_bindgen(method, getter)]
    fn open(this: &KeyringRow) -> Option<Uint8Array>;
    #[wasm_bindgen(method, setter)]
    fn set_open(this: &KeyringRow, wrapped: &JsValue);
    /// The data key in the key of the PIN, in that of the phone.
    #[wasm_bindgen(method, getter)]
    fn pin(this: &KeyringRow) -> Option<Uint8Array>;
    #[wasm_bindgen(method, setter)]
    fn set_pin(this: &KeyringRow, wrapped: &JsValue);
    #[wasm_bindgen(method, getter)]
    fn salt(this: &KeyringRow) -> Option<Uint8Array>;
    #[wasm_bindgen(method, setter)]
    fn set_salt(this: &KeyringRow, salt: &JsValue);
    #[wasm_bindgen(method, getter)]
    fn rounds(this: &KeyringRow) -> Option<f64>;
    #[wasm_bindgen(method, setter)]
    fn set_rounds(this: &KeyringRow, rounds: f64);
    /// The data key in the secret of the server, in the key of the phone.
    #[wasm_bindgen(method, getter)]
    fn recovery(this: &KeyringRow) -> Option<Uint8Array>;
    #[wasm_bindgen(method, setter)]
    fn set_recovery(this: &KeyringRow, wrapped: &JsValue);
    /// Wrong PINs in a row, and when the last of them came by the phone's clock.
    #[wasm_bindgen(method, getter)]
    fn wrong(this: &KeyringRow) -> Option<f64>;
    #[wasm_bindgen(method, setter)]
    fn set_wrong(this: &KeyringRow, wrong: f64);
    #[wasm_bindgen(method, getter)]
    fn wrong_at(this: &KeyringRow) -> Option<f64>;
    #[wasm_bindgen(method, setter)]
    fn set_wrong_at(this: &KeyringRow, at: f64);
    #[wasm_bindgen(method, getter)]
    fn after(this: &KeyringRow) -> Option<f64>;
    #[wasm_bindgen(method, setter)]
    fn set_after(this: &KeyringRow, minutes: f64);
}

/// See the module.
#[derive(Clone)]
pub(super) struct Keyring(KeyringRow);

/// A data key in the key of a PIN.
pub(super) struct PinWrap {
    wrapped: Uint8Array,
    salt: Uint8Array,
}

impl Keyring {
    /// A new one without a PIN, and the key on it; none where the browser makes no keys.
    pub(super) async fn make() -> Option<Self> {
        let key = wrap::new_data_key()?;
        let row: KeyringRow = row::new();
        row.set_phone(&wrap::new_phone_key().await?);
        let made = Self(row);
        let open = made.in_phone_key(&key).await?;
        made.0.set_open(&open);
        Some(made)
    }

    /// As it lies in a store.
    pub(super) fn of_row(row: KeyringRow) -> Self {
        Self(row)
    }

    pub(super) fn row(&self) -> &KeyringRow {
        &self.0
    }

    pub(super) fn has_pin(&self) -> bool {
        self.0.pin().is_some()
    }

    pub(super) fn is_recoverable(&self) -> bool {
        self.0.recovery().is_some()
    }

    /// Minutes in the background.
    pub(super) fn after(&self) -> u32 {
        self.0.after().map_or(AFTER, |minutes| minutes as u32)
    }

    /// Wrong PINs in a row.
    pub(super) fn wrong(&self) -> u32 {
        self.0.wrong().unwrap_or_default() as u32
    }

    /// How long the next PIN has to wait, in milliseconds.
    pub(super) fn wait(&self, now: Moment) -> i64 {
        let pause = pause(self.wrong());
        let last = Moment(self.0.wrong_at().unwrap_or_default() as i64);
        // A clock that was set back since must not make anybody wait for years.
        last.plus(pause).since(now).clamp(0, pause)
    }

    /// The data key, if no PIN is in the way.
    pub(super) async fn open(&self) -> Option<DataKey> {
        self.out_of_phone_key(self.0.open()).await?.try_into().ok()
    }

    /// The data key, by the PIN.
    pub(super) async fn open_by_pin(&self, pin: &str) -> Option<DataKey> {
        let inner = self.out_of_phone_key(self.0.pin()).await?;
        let key = wrap::key_of_pin(pin, &self.0.salt()?.to_vec(), self.0.rounds()? as u32).await?;
        wrap::unwrap(&key, &inner).await?.try_into().ok()
    }

    /// The data key, by the secret of the server.
    pub(super) async fn open_by_secret(&self, secret: &str) -> Option<DataKey> {
        let inner = self.out_of_phone_key(self.0.recovery()).await?;
        wrap::unwrap(&wrap::key_of_secret(secret).await?, &inner).await?.try_into().ok()
    }

    /// The data key in the key of a PIN.
    pub(super) async fn wrap_in_pin(&self, key: &DataKey, pin: &str) -> Option<PinWrap> {
        let salt: [u8; SALT] = clock::random();
        let inner = wrap::wrap(&wrap::key_of_pin(pin, &salt, wrap::ROUNDS).await?, key).await?;
        Some(PinWrap { wrapped: self.in_phone_key(&inner).await?, salt: Uint8Array::from(salt.as_slice()) })
    }

    /// The data key in a secret of the server.
    pub(super) async fn wrap_in_secret(&self, key: &DataKey, secret: &str) -> Option<Uint8Array> {
        let inner = wrap::wrap(&wrap::key_of_secret(secret).await?, key).await?;
        self.in_phone_key(&inner).await
    }

    /// The data key without a PIN.
    pub(super) async fn in_phone_key(&self, bytes: &[u8]) -> Option<Uint8Array> {
        Some(Uint8Array::from(wrap::wrap(&self.0.phone(), bytes).await?.as_slice()))
    }

    async fn out_of_phone_key(&self, wrapped: Option<Uint8Array>) -> Option<Vec<u8>> {
        wrap::unwrap(&self.0.phone(), &wrapped?.to_vec()).await
    }

    /// From now on it takes this PIN.
    pub(super) fn put_pin(&self, pin: &PinWrap) {
        self.0.set_open(&JsValue::UNDEFINED);
        self.0.set_pin(&pin.wrapped);
        self.0.set_salt(&pin.salt);
        self.0.set_rounds(f64::from(wrap::ROUNDS));
        self.0.set_wrong(0.0);
    }

    /// From now on it takes none.
    pub(super) fn take_pin(&self, open: &Uint8Array) {
        self.0.set_open(open);
        for clear in [KeyringRow::set_pin, KeyringRow::set_salt] {
            clear(&self.0, &JsValue::UNDEFINED);
        }
        self.0.set_wrong(0.0);
    }

    pub(super) fn put_recovery(&self, wrapped: &Uint8Array) {
        self.0.set_recovery(wrapped);
    }

    pub(super) fn put_after(&self, minutes: u32) {
        self.0.set_after(f64::from(minutes));
    }

    /// One more wrong PIN.
    pub(super) fn count_wrong(&self, now: Moment) {
        self.0.set_wrong(f64::from(self.wrong().saturating_add(1)));
        self.0.set_wrong_at(now.0 as f64);
    }

    /// The right one has come.
    pub(super) fn forgive(&self) {
        self.0.set_wrong(0.0);
    }

    async fn read(transaction: &Transaction, user: UserId) -> Result<Option<Self>, StorageError> {
        let kept = transaction.shelf(KEYRINGS)?.get(&user.to_string().into())?;
        Ok(kept.row::<KeyringRow>().await?.map(Self))
    }
}

impl Installation {
    /// The keyring of a user, if they have one.
    pub(super) async fn keyring(&self, user: UserId) -> Result<Option<Keyring>, StorageError> {
        if !self.database.has(KEYRINGS).await? {
            return Ok(None);
        }
        self.database.read(&[KEYRINGS], async |transaction| Keyring::read(transaction, user).await).await
    }

    /// Keeps a new one, before anything is sealed with its key, and gives the one that is kept: another tab may have
    /// been faster. None where there is no place for it, and everything stays plain.
    pub(super) async fn keep_keyring(&self, user: UserId, made: Keyring) -> Result<Option<Keyring>, StorageError> {
        if !self.database.has(KEYRINGS).await? {
            return Ok(None);
        }
        self.database
            .write(&[KEYRINGS], Durability::Strict, async |transaction| {
                if let Some(first) = Keyring::read(transaction, user).await? {
                    return Ok(Some(first));
                }
                transaction.shelf(KEYRINGS)?.put_at(&user.to_string().into(), &made.0)?;
                Ok(Some(made.clone()))
            })
            .await
    }

    /// Changes a keyring as it is now in the store.
    pub(super) async fn change_keyring(
        &self,
        user: UserId,
        change: impl Fn(&Keyring),
    ) -> Result<Keyring, StorageError> {
        self.database
            .write(&[KEYRINGS], Durability::Strict, async |transaction| {
                let keyring = Keyring::read(transaction, user).await?.ok_or(StorageError::NobodyHere)?;
                change(&keyring);
                transaction.shelf(KEYRINGS)?.put_at(&user.to_string().into(), &keyring.0)?;
                Ok(keyring)
            })
            .await
    }

    /// Forgets a keyring: what was sealed with its key stays sealed for ever.
    pub(crate) async fn forget_keyring(&self, user: UserId) -> Result<(), StorageError> {
        if !self.database.has(KEYRINGS).await? {
            return Ok(());
        }
        self.database
            .write(&[KEYRINGS], Durability::Strict, async |transaction| {
                transaction.shelf(KEYRINGS)?.delete(&user.to_string().into())
            })
            .await
    }
}
