//! A second copy of the keyring, in the store that it opens. Browsers lose single databases; without its keyring a whole
//! store would be there and nobody could read it.

use super::keyring::{Keyring, KeyringRow};
use crate::account::Account;
use crate::crypto::Cipher;
use crate::error::StorageError;
use crate::store::Database;
use crate::store::schema::{STATUS, USER};
use domain::id::UserId;
use wasm_bindgen::JsValue;

/// Where it lies among what is said of the store.
const COPY: &str = "keyring";

impl Account {
    /// Writes the copy anew.
    pub(super) async fn copy_keyring(&self, keyring: &Keyring) -> Result<(), StorageError> {
        let row: &JsValue = keyring.row();
        self.write_status(COPY, row).await
    }
}

/// The copy in a user's store, if that is there and has one.
pub(super) async fn copied(user: UserId) -> Result<Option<Keyring>, StorageError> {
    let database = Database::open(Account::name(user), &USER, Cipher::none()).await?;
    let kept = database
        .read(&[STATUS], async |transaction| transaction.shelf(STATUS)?.get(&COPY.into())?.row::<KeyringRow>().await)
        .await;
    database.close();
    Ok(kept?.map(Keyring::of_row))
}
