//! A connection that heals. Browsers kill connections of pages in the background (P4), so a transaction that
//! is lost is repeated as a whole on a new one, a few times, before the screen is told.

use super::request::fault;
use super::schema::Schema;
use super::transaction::Transaction;
use crate::crypto::Cipher;
use crate::error::StorageError;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbTransaction};

/// How often a transaction is repeated before it counts as not saved.
const REPEATS: u32 = 3;
/// How long an opening may take, in milliseconds: WebKit sometimes never answers.
const OPENING: i32 = 10_000;
/// What is said of one that took longer.
const LATE: &str = "opening timed out";

/// When a write counts as done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Durability {
    /// When it is on the disk. For what exists nowhere else: commands and photos.
    Strict,
    /// When the system has it. For what can be fetched or sent again.
    Relaxed,
}

#[wasm_bindgen]
extern "C" {
    /// The database with the third argument of `transaction`, which web-sys lacks without its unstable flag.
    type Connection;

    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn begin(this: &Connection, names: &Array, mode: &str, options: &JsValue) -> Result<IdbTransaction, JsValue>;
}

/// A database of this origin.
#[derive(Clone)]
pub(crate) struct Database(Rc<Inner>);

struct Inner {
    name: String,
    schema: &'static Schema,
    connection: RefCell<Option<IdbDatabase>>,
    /// None once it is locked: then nothing is read or written any more.
    cipher: RefCell<Option<Cipher>>,
    /// It was deleted: whoever still holds it would only make an empty one.
    erased: Cell<bool>,
}

impl Database {
    /// Opens a database, or makes it.
    pub(crate) async fn open(name: String, schema: &'static Schema, cipher: Cipher) -> Result<Self, StorageError> {
        let (connection, cipher, erased) = (RefCell::new(None), RefCell::new(Some(cipher)), Cell::new(false));
        let database = Self(Rc::new(Inner { name, schema, connection, cipher, erased }));
        database.connected().await?;
        Ok(database)
    }

    /// What seals and opens its values.
    pub(crate) fn cipher(&self) -> Result<Cipher, StorageError> {
        self.0.cipher.borrow().clone().ok_or(StorageError::NobodyHere)
    }

    /// Whether it has a shelf: one whose new layout failed lacks what that would have brought.
    pub(crate) async fn has(&self, shelf: &str) -> Result<bool, StorageError> {
        Ok(self.connected().await?.object_store_names().contains(shelf))
    }

    /// Forgets its key; transactions under way still end.
    pub(crate) fn lock(&self) {
        self.0.cipher.take();
        self.close();
    }

    /// Reads within one transaction.
    pub(crate) async fn read<T>(
        &self,
        shelves: &[&str],
        work: impl AsyncFn(&Transaction) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        self.repeat(async || {
            let transaction = self.begin(shelves, "readonly", Durability::Relaxed).await?;
            work(&transaction).await
        })
        .await
    }

    /// Writes within one transaction, and returns when all of it is as durable as was asked for.
    /// The work may run more than once: after a lost connection nobody knows whether the first time counted.
    pub(crate) async fn write<T>(
        &self,
        shelves: &[&str],
        durability: Durability,
        work: impl AsyncFn(&Transaction) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        self.repeat(async || {
            let transaction = self.begin(shelves, "readwrite", durability).await?;
            match work(&transaction).await {
                Ok(value) => transaction.complete().await.map(|()| value),
                Err(error) => {
                    transaction.abort();
                    Err(error)
                }
            }
        })
        .await
    }

    async fn repeat<T>(&self, once: impl AsyncFn() -> Result<T, StorageError>) -> Result<T, StorageError> {
        let mut left = REPEATS;
        loop {
            match once().await {
                Err(StorageError::Unavailable(_)) if left > 0 => {
                    left -= 1;
                    self.close();
                    TimeoutFuture::new(50).await;
                }
                done => return done,
            }
        }
    }

    async fn begin(&self, shelves: &[&str], mode: &str, durability: Durability) -> Result<Transaction, StorageError> {
        // First: what is locked is not even opened.
        let cipher = self.cipher()?;
        let connection = self.connected().await?;
        let names: Array = shelves.iter().copied().map(JsValue::from_str).collect();
        let options = Object::new();
        if durability == Durability::Strict {
            Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(|error| fault(&error))?;
        }
        let connection: &Connection = connection.unchecked_ref();
        let begun = connection.begin(&names, mode, &options).map_err(|error| fault(&error))?;
        Ok(Transaction::new(begun, cipher))
    }

    async fn connected(&self) -> Result<IdbDatabase, StorageError> {
        if let Some(connection) = self.0.connection.borrow().clone() {
            return Ok(connection);
        }
        if self.0.erased.get() {
            return Err(StorageError::NobodyHere);
        }
        let opened = open(&self.0.name, self.0.schema).await?;
        // Two that wait for a connection at once open two; both work, and the later one is kept.
        self.close();
        let weak = Rc::downgrade(&self.0);
        let forget = Closure::<dyn Fn()>::new(move || {
            if let Some(connection) = weak.upgrade().and_then(|inner| inner.connection.take()) {
                connection.close();
            }
        })
        .into_js_value();
        // Another tab wants to change the schema, or the browser has closed it: the next transaction opens anew.
        opened.set_onversionchange(Some(forget.unchecked_ref()));
        opened.set_onclose(Some(forget.unchecked_ref()));
        self.0.connection.replace(Some(opened.clone()));
        Ok(opened)
    }

    /// Deletes the database with all that is in it. Other tabs let go of it when they are asked to.
    pub(crate) async fn erase(&self) -> Result<(), StorageError> {
        self.0.erased.set(true);
        self.close();
        let request = factory()?.delete_database(&self.0.name).map_err(|error| fault(&error))?;
        let answered = Promise::new(&mut |resolve, _| {
            request.set_onsuccess(Some(&resolve));
            request.set_onerror(Some(&resolve));
        });
        JsFuture::from(answered).await.map_err(|error| fault(&error))?;
        match request.error() {
            Ok(Some(error)) => Err(fault(&error)),
            _ => Ok(()),
        }
    }

    /// Closes the connection; transactions under way still end.
    pub(crate) fn close(&self) {
        if let Some(connection) = self.0.connection.take() {
            connection.close();
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        // The browser would keep it until it collects, and let nobody change the database meanwhile.
        if let Some(connection) = self.connection.take() {
            connection.close();
        }
    }
}

fn factory() -> Result<IdbFactory, StorageError> {
    let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten());
    factory.ok_or_else(|| StorageError::Unavailable("no IndexedDB".to_owned()))
}

/// Opens a database in the layout of this build. Where that cannot be had, it is opened as it lies there: another build
/// has laid it out anew, or a new layout failed and was taken back as a whole. What was recorded is in every layout, and
/// is to be read, sent and saved as a file whatever else is missing (P18).
async fn open(name: &str, schema: &'static Schema) -> Result<IdbDatabase, StorageError> {
    let request = factory()?.open_with_u32(name, schema.version).map_err(|error| fault(&error))?;
    match opened(request, move |database| schema.lay_out(database)).await {
        Err(StorageError::Unavailable(why)) if why != LATE => {
            let request = factory()?.open(name).map_err(|error| fault(&error))?;
            // Where nothing lies nothing is made: an empty database would be taken for one without any work in it.
            let nothing_here = |_: &IdbDatabase| Err(JsValue::UNDEFINED);
            opened(request, nothing_here).await.map_err(|_| StorageError::Unavailable(why))
        }
        answered => answered,
    }
}

/// Waits for an opening. A layout that fails is taken back as a whole, and with it the new version.
async fn opened(
    request: IdbOpenDbRequest,
    lay_out: impl FnOnce(&IdbDatabase) -> Result<(), JsValue> + 'static,
) -> Result<IdbDatabase, StorageError> {
    let upgrade = {
        let request = request.clone();
        Closure::once_into_js(move || {
            let database = request.result().map(IdbDatabase::unchecked_from_js);
            if database.and_then(|database| lay_out(&database)).is_err()
                && let Some(transaction) = request.transaction()
            {
                // It fails only when the transaction has ended already, which is what is wanted.
                drop(transaction.abort());
            }
        })
    };
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    let late = Promise::new(&mut |resolve, _| {
        let window = web_sys::window();
        drop(window.map(|w| w.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, OPENING)));
    });
    let answered = Promise::new(&mut |resolve, _| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&resolve));
    });
    let first = JsFuture::from(Promise::race(&Array::of2(&answered, &late))).await.map_err(|error| fault(&error))?;
    if first.is_undefined() {
        close_when_it_comes(&request);
        return Err(StorageError::Unavailable(LATE.to_owned()));
    }
    match request.error() {
        Ok(Some(error)) => Err(fault(&error)),
        _ => request.result().map(IdbDatabase::unchecked_from_js).map_err(|error| fault(&error)),
    }
}

/// A connection that nobody waits for any more would stand in the way of every later change of the layout.
fn close_when_it_comes(request: &IdbOpenDbRequest) {
    let waiting = request.clone();
    let close = Closure::once_into_js(move || {
        if let Ok(database) = waiting.result() {
            IdbDatabase::unchecked_from_js(database).close();
        }
    });
    request.set_onsuccess(Some(close.unchecked_ref()));
}
