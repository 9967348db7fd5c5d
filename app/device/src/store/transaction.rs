//! Transactions and the object stores in them.

use super::request::{Ask, fault};
use crate::crypto::Cipher;
use crate::error::StorageError;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbCursorDirection, IdbIndex, IdbObjectStore, IdbRequest, IdbTransaction};

/// A transaction under way. It ends by itself when nothing is asked of it any more,
/// so nothing but its own requests may be waited for while it lasts.
pub(crate) struct Transaction {
    inner: IdbTransaction,
    ended: Promise,
    cipher: Cipher,
}

impl Transaction {
    pub(super) fn new(inner: IdbTransaction, cipher: Cipher) -> Self {
        let ended = Promise::new(&mut |resolve, _| {
            inner.set_oncomplete(Some(&resolve));
            inner.set_onabort(Some(&resolve));
        });
        Self { inner, ended, cipher }
    }

    /// What seals and opens its values.
    pub(crate) const fn cipher(&self) -> &Cipher {
        &self.cipher
    }

    /// An object store that the transaction was opened for.
    pub(crate) fn shelf(&self, name: &str) -> Result<Shelf, StorageError> {
        self.inner.object_store(name).map(Shelf).map_err(|error| fault(&error))
    }

    /// Waits until all of it is written.
    pub(super) async fn complete(self) -> Result<(), StorageError> {
        let event: Event = JsFuture::from(self.ended).await.map_err(|error| fault(&error))?.into();
        if event.type_() == "complete" {
            return Ok(());
        }
        Err(self.inner.error().map_or_else(|| StorageError::Unavailable("aborted".to_owned()), |error| fault(&error)))
    }

    /// Takes all of it back.
    pub(super) fn abort(&self) {
        // It fails only when the transaction has ended already, which is what is wanted.
        drop(self.inner.abort());
    }
}

/// An object store within a transaction.
pub(crate) struct Shelf(IdbObjectStore);

type Asked = Result<Ask, StorageError>;

fn ask(made: Result<IdbRequest, JsValue>) -> Asked {
    made.map(Ask::new).map_err(|error| fault(&error))
}

impl Shelf {
    pub(crate) fn get(&self, key: &JsValue) -> Asked {
        ask(self.0.get(key))
    }

    /// All values, or those of a key or key range.
    pub(crate) fn all(&self, keys: &JsValue) -> Asked {
        ask(self.0.get_all_with_key(keys))
    }

    /// Values of a key range in the order of their keys, as many as a limit.
    pub(crate) fn some(&self, keys: &JsValue, limit: u32) -> Asked {
        ask(self.0.get_all_with_key_and_limit(keys, limit))
    }

    /// The primary keys of all values, or of those in a key range.
    pub(crate) fn keys(&self, keys: &JsValue) -> Asked {
        ask(self.0.get_all_keys_with_key(keys))
    }

    /// How many values there are under a key or key range.
    pub(crate) fn count(&self, keys: &JsValue) -> Asked {
        ask(self.0.count_with_key(keys))
    }

    /// The last value of a key range; `null` if there is none. The answer is a cursor.
    pub(crate) fn last(&self, keys: &JsValue) -> Asked {
        ask(self.0.open_cursor_with_range_and_direction(keys, IdbCursorDirection::Prev))
    }

    /// Writes a value under the key inside it. If that fails, the whole transaction does.
    pub(crate) fn put(&self, value: &JsValue) -> Result<(), StorageError> {
        self.0.put(value).map(drop).map_err(|error| fault(&error))
    }

    /// Adds a value under the next number. The answer is the number.
    pub(crate) fn add(&self, value: &JsValue) -> Asked {
        ask(self.0.add(value))
    }

    /// Writes a value under a key.
    pub(crate) fn put_at(&self, key: &JsValue, value: &JsValue) -> Result<(), StorageError> {
        self.0.put_with_key(value, key).map(drop).map_err(|error| fault(&error))
    }

    /// Deletes what is under a key or key range.
    pub(crate) fn delete(&self, key: &JsValue) -> Result<(), StorageError> {
        self.0.delete(key).map(drop).map_err(|error| fault(&error))
    }

    /// Deletes everything.
    pub(crate) fn clear(&self) -> Result<(), StorageError> {
        self.0.clear().map(drop).map_err(|error| fault(&error))
    }

    fn index(&self, name: &str) -> Result<IdbIndex, StorageError> {
        self.0.index(name).map_err(|error| fault(&error))
    }

    /// The first value under a key of an index.
    pub(crate) fn first_by(&self, index: &str, key: &JsValue) -> Asked {
        ask(self.index(index)?.get(key))
    }

    /// Values under a key of an index, in the order of their primary keys.
    pub(crate) fn all_by(&self, index: &str, key: &JsValue) -> Asked {
        ask(self.index(index)?.get_all_with_key(key))
    }

    /// The same, as many as a limit.
    pub(crate) fn some_by(&self, index: &str, key: &JsValue, limit: u32) -> Asked {
        ask(self.index(index)?.get_all_with_key_and_limit(key, limit))
    }

    /// Primary keys under a key of an index.
    pub(crate) fn keys_by(&self, index: &str, key: &JsValue) -> Asked {
        ask(self.index(index)?.get_all_keys_with_key(key))
    }

    /// How many values are under a key of an index.
    pub(crate) fn count_by(&self, index: &str, key: &JsValue) -> Asked {
        ask(self.index(index)?.count_with_key(key))
    }
}
