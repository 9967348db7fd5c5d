//! The store of one user: everything they recorded and everything they may see. Another user on the same phone
//! has another one, and neither is ever sent under the other's name (P20).

use crate::clock;
use crate::crypto::{Cipher, DeviceKey};
use crate::error::StorageError;
use crate::store::schema::{DRAFTS, STATUS, USER};
use crate::store::{Database, Durability, Transaction};
use domain::id::{DeviceId, UserId};
use domain::time::Moment;
use domain::{Context, Scope};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use sync::wire::Session;
use wasm_bindgen::JsValue;

const SESSION: &str = "session";
/// What it is sealed for.
const SESSION_PLACE: &[&str] = &["status", SESSION];
const DEVICE: &str = "device";
const SKEW: &str = "skew";
const NONCE: &str = "nonce";

/// The open store of a user.
pub(crate) struct Account {
    pub(crate) database: Database,
    session: RefCell<Session>,
    /// How often the server's word of the session was taken in.
    renewals: Cell<u64>,
    device: Cell<DeviceId>,
    skew: Cell<i64>,
    /// The last that the server gave; empty if none. One that is older than another tab's proves less, and nothing wrong.
    nonce: RefCell<String>,
    /// The key that was last asked for, and whose it is.
    pub(crate) known_key: RefCell<Option<(DeviceId, Rc<DeviceKey>)>>,
    /// Whether the reserve of commands is known to be there.
    pub(crate) reserved: Cell<bool>,
    /// The first number that was given out here and has not been signed.
    pub(crate) fresh: Cell<Option<u64>>,
    /// What is carried for others, once it has been asked for.
    pub(crate) carried: RefCell<Option<Database>>,
}

impl Account {
    /// What the store of a user is called in the browser.
    pub(crate) fn name(user: UserId) -> String {
        ["lianying-", &user.to_string()].concat()
    }

    /// Opens the store of a user. A session that was just got from the server takes the place of the one in it;
    /// without one, nobody may have logged in here yet.
    pub(crate) async fn open(
        user: UserId,
        cipher: Cipher,
        fresh: Option<&Session>,
    ) -> Result<Option<Self>, StorageError> {
        let database = Database::open(Self::name(user), &USER, cipher.clone()).await?;
        let kept = database
            .read(&[STATUS], async |transaction| {
                let status = transaction.shelf(STATUS)?;
                let (session, device) = (status.get(&SESSION.into())?, status.get(&DEVICE.into())?);
                let (skew, nonce) = (status.get(&SKEW.into())?, status.get(&NONCE.into())?);
                let skew = async { skew.value().await.map(|skew| skew.as_f64()) };
                Ok((session.value().await?, device.text().await?, skew.await?, nonce.text().await?))
            })
            .await?;
        let (kept, device, skew, nonce) = kept;
        let (session, is_own) = (cipher.text(SESSION_PLACE, &kept), cipher.wrote(SESSION_PLACE, &kept));
        if session.is_none() && !kept.is_undefined() {
            // Whoever went on would write beside what is there, and show none of it.
            return Err(StorageError::Damaged("the store is sealed with another key".to_owned()));
        }
        let session = match fresh {
            Some(session) => session.clone(),
            None => match session.and_then(|text| serde_json::from_str(&text).ok()) {
                Some(session) => session,
                None => return Ok(None),
            },
        };
        // The id under which this store numbers its commands outlives sessions.
        let device = device.and_then(|text| text.parse().ok()).unwrap_or(session.device);
        let skew = Cell::new(skew.unwrap_or_default() as i64);
        let account = Self {
            database,
            session: RefCell::new(session),
            renewals: Cell::new(0),
            device: Cell::new(device),
            skew,
            nonce: RefCell::new(nonce.unwrap_or_default()),
            known_key: RefCell::default(),
            reserved: Cell::default(),
            fresh: Cell::default(),
            carried: RefCell::default(),
        };
        // What an earlier version left in plain is sealed from now on, and says whose store it is.
        if fresh.is_some() || !is_own {
            account.keep_session().await?;
        }
        Ok(Some(account))
    }

    pub(crate) fn session(&self) -> Session {
        // After a fork the device has another id than the one it logged in with.
        Session { device: self.device(), ..self.session.borrow().clone() }
    }

    pub(crate) fn user(&self) -> UserId {
        self.session.borrow().user.id
    }

    /// The id under which commands are numbered.
    pub(crate) fn device(&self) -> DeviceId {
        self.device.get()
    }

    /// Server time minus phone time, in milliseconds.
    pub(crate) fn skew(&self) -> i64 {
        self.skew.get()
    }

    /// Now, by the corrected clock.
    pub(crate) fn now(&self) -> Moment {
        clock::phone().plus(self.skew())
    }

    /// How often the server's word was taken in: what was asked before the last time is not taken in any more.
    pub(crate) fn renewals(&self) -> u64 {
        self.renewals.get()
    }

    /// Takes in what the server says of the session now.
    pub(crate) async fn renew(&self, session: Session) -> Result<bool, StorageError> {
        self.renewals.set(self.renewals.get() + 1);
        let changed = {
            let mut mine = self.session.borrow_mut();
            let changed = mine.user != session.user
                || mine.scopes != session.scopes
                || mine.offset != session.offset
                || mine.password_due != session.password_due;
            *mine = session;
            changed
        };
        self.keep_session().await.map(|()| changed)
    }

    /// Takes over what another tab has written of the session.
    pub(crate) async fn reread_session(&self) -> Result<(), StorageError> {
        let kept = self.read_status(SESSION).await?;
        let kept = self.database.cipher()?.text(SESSION_PLACE, &kept);
        if let Some(session) = kept.and_then(|text| serde_json::from_str(&text).ok()) {
            self.session.replace(session);
        }
        Ok(())
    }

    /// Whether the store is still the one that was opened. Another tab may have erased it and somebody have logged in
    /// anew: what would be written with the key of before nobody could read.
    pub(crate) async fn still_here(&self) -> Result<(), StorageError> {
        self.database.read(&[STATUS], async |transaction| self.is_here(transaction).await).await
    }

    /// The same, as part of a larger transaction.
    pub(crate) async fn is_here(&self, transaction: &Transaction) -> Result<(), StorageError> {
        let kept = transaction.shelf(STATUS)?.get(&SESSION.into())?.value().await?;
        if transaction.cipher().wrote(SESSION_PLACE, &kept) { Ok(()) } else { Err(StorageError::NobodyHere) }
    }

    async fn keep_session(&self) -> Result<(), StorageError> {
        self.database
            .write(&[STATUS], Durability::Strict, async |transaction| {
                let status = transaction.shelf(STATUS)?;
                self.write_session(transaction)?;
                status.put_at(&DEVICE.into(), &self.device().to_string().into())
            })
            .await
    }

    /// Writes the session as part of a larger transaction.
    pub(crate) fn write_session(&self, transaction: &Transaction) -> Result<(), StorageError> {
        let text = json(&*self.session.borrow());
        transaction.shelf(STATUS)?.put_at(&SESSION.into(), &transaction.cipher().seal(SESSION_PLACE, &text))
    }

    /// Takes in which scopes were won and lost, and says whether that changes anything.
    pub(crate) fn hold(&self, enter: &[Scope], leave: &[Scope]) -> bool {
        let mut session = self.session.borrow_mut();
        let before = session.scopes.clone();
        session.scopes.retain(|scope| !leave.contains(scope));
        for scope in enter {
            if !session.scopes.contains(scope) {
                session.scopes.push(*scope);
            }
        }
        session.scopes != before
    }

    /// Writes a new id for numbering commands, as part of a larger transaction; it counts once that is complete.
    pub(crate) fn write_device(&self, transaction: &Transaction, device: DeviceId) -> Result<(), StorageError> {
        transaction.shelf(STATUS)?.put_at(&DEVICE.into(), &device.to_string().into())
    }

    pub(crate) fn set_device(&self, device: DeviceId) {
        self.device.set(device);
        // Numbers under the old id say nothing any more; what is unsigned is signed before it is sent.
        self.fresh.set(None);
    }

    /// Takes in the server's clock, as it was between two moments of the phone's clock.
    pub(crate) async fn set_skew(&self, asked: Moment, answered: Moment, server: Moment) -> Result<(), StorageError> {
        let skew = server.since(asked.plus(answered.since(asked) / 2));
        // The way to the server takes a while each time: what is no more than that is left alone.
        if (skew - self.skew()).abs() <= 2_000 {
            return Ok(());
        }
        self.skew.set(skew);
        self.write_status(SKEW, &(skew as f64).into()).await
    }

    /// The last nonce of the server, for the next command.
    pub(crate) fn nonce(&self) -> Option<String> {
        Some(self.nonce.borrow().clone()).filter(|nonce| !nonce.is_empty())
    }

    /// Takes in the nonce of an answer as part of a larger transaction. Older servers give none.
    pub(crate) fn write_nonce(&self, transaction: &Transaction, nonce: &str) -> Result<(), StorageError> {
        if nonce.is_empty() {
            return Ok(());
        }
        nonce.clone_into(&mut self.nonce.borrow_mut());
        transaction.shelf(STATUS)?.put_at(&NONCE.into(), &nonce.into())
    }

    /// Notes that a number was given out.
    pub(crate) fn note_fresh(&self, seq: u64) {
        self.fresh.set(Some(self.fresh.get().map_or(seq, |first| first.min(seq))));
    }

    pub(crate) async fn write_status(&self, key: &str, value: &JsValue) -> Result<(), StorageError> {
        self.database
            .write(&[STATUS], Durability::Relaxed, async |transaction| {
                transaction.shelf(STATUS)?.put_at(&key.into(), value)
            })
            .await
    }

    pub(crate) async fn read_status(&self, key: &str) -> Result<JsValue, StorageError> {
        self.database
            .read(&[STATUS], async |transaction| transaction.shelf(STATUS)?.get(&key.into())?.value().await)
            .await
    }

    pub(crate) async fn draft(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.database
            .read(&[DRAFTS], async |transaction| {
                let kept = transaction.shelf(DRAFTS)?.get(&key.into())?.value().await?;
                Ok(transaction.cipher().text(&["draft", key], &kept))
            })
            .await
    }

    pub(crate) async fn keep_draft(&self, key: &str, value: Option<&str>) -> Result<(), StorageError> {
        self.database
            .write(&[DRAFTS], Durability::Relaxed, async |transaction| {
                let drafts = transaction.shelf(DRAFTS)?;
                match value {
                    Some(value) => drafts.put_at(&key.into(), &transaction.cipher().seal(&["draft", key], value)),
                    None => drafts.delete(&key.into()),
                }
            })
            .await
    }

    /// The context of something captured at a moment of the phone's clock, with the skew known then.
    pub(crate) fn context(&self, captured_at: Moment, skew: i64) -> Context {
        let session = self.session.borrow();
        Context {
            actor: session.user.id,
            actor_name: session.user.name.clone(),
            role: session.user.role,
            device: self.device(),
            captured_at: captured_at.plus(skew),
            decided_at: self.now(),
            offset: session.offset,
            scopes: session.scopes.clone(),
        }
    }
}

/// Writes something of ours as JSON.
pub(crate) fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("what is kept has string keys only, so writing it as JSON cannot fail")
}
