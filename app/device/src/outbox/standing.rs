//! Rows of the outbox as they are stored: the frozen bytes in one place, never rewritten,
//! the number and the state in another.

use crate::account::json;
use crate::crypto::Cipher;
use crate::error::StorageError;
use crate::store::row::{self, FrozenRow, StandingRow};
use crate::store::schema::{LEDGER, OUTBOX};
use crate::store::{Ask, Transaction};
use domain::id::DeviceId;
use domain::time::Moment;
use js_sys::Array;
use sync::body::Link;
use sync::client::{OutboxRow, RowState, is_settled};
use sync::wire::Cursor;
use wasm_bindgen::JsValue;
use web_sys::IdbKeyRange;

/// Not sent, or not answered.
pub(crate) const WAITING: &str = "waiting";
/// Carried out, but the base does not show it yet.
pub(crate) const UNSEEN: &str = "unseen";
/// Carried out, and in the base.
pub(crate) const RECEIVED: &str = "received";
/// Refused, blocked, kept for a manager or in conflict.
pub(crate) const RETURNED: &str = "returned";
/// All of them.
pub(crate) const STAGES: [&str; 4] = [WAITING, UNSEEN, RECEIVED, RETURNED];

/// Under which stage a state is found.
pub(crate) fn stage(state: &RowState, cursor: &Cursor) -> &'static str {
    match state {
        RowState::Waiting => WAITING,
        RowState::Applied { .. } if is_settled(state, cursor) => RECEIVED,
        RowState::Applied { .. } => UNSEEN,
        _ => RETURNED,
    }
}

impl StandingRow {
    /// The row as the pure code knows it; `raw` may be empty where only the state matters.
    pub(crate) fn read(&self, cipher: &Cipher, raw: String) -> Result<OutboxRow, StorageError> {
        let damaged = || StorageError::Damaged(["outbox row ", &self.id()].concat());
        Ok(OutboxRow {
            device: self.device().parse().map_err(|_| damaged())?,
            // Numbers are dense from 1, so they stay far below what a float holds exactly.
            seq: self.seq() as u64,
            prev: Link(self.prev()),
            link: Link(self.link()),
            id: self.id().parse().map_err(|_| damaged())?,
            raw,
            signature: self.signature(),
            made_at: Moment(self.made_at() as i64),
            state: cipher
                .text(&["state", &self.id()], &self.state())
                .and_then(|state| serde_json::from_str(&state).ok())
                .ok_or_else(damaged)?,
        })
    }

    /// Takes over number and chain; the signature of another place goes.
    pub(crate) fn number(&self, sealed: &OutboxRow) {
        self.set_device(&sealed.device.to_string());
        self.set_seq(sealed.seq as f64);
        self.set_prev(&sealed.prev.0);
        self.set_link(&sealed.link.0);
        self.set_signature(sealed.signature.as_deref());
    }

    /// Takes over a state.
    pub(crate) fn mark(&self, cipher: &Cipher, state: &RowState, cursor: &Cursor) {
        let text = json(state);
        self.set_state(&if state.came_back() { cipher.seal(&["state", &self.id()], &text) } else { text.into() });
        self.set_stage(stage(state, cursor));
    }
}

/// Writes into the ledger that a number was given out.
pub(crate) fn enter(transaction: &Transaction, sealed: &OutboxRow) -> Result<(), StorageError> {
    let line: StandingRow = row::new();
    line.number(sealed);
    line.set_command(&sealed.id.to_string());
    line.set_made_at(sealed.made_at.0 as f64);
    line.set_state(&json(&RowState::Waiting).into());
    transaction.shelf(LEDGER)?.put(&line)
}

/// Asks for the last number that was given out. It is the ledger that knows: a row may have been lost.
pub(crate) fn ask_tip(transaction: &Transaction, device: DeviceId) -> Result<Ask, StorageError> {
    transaction.shelf(LEDGER)?.last(&numbers(device, 0)?)
}

/// The answer to it.
pub(crate) async fn tip(cipher: &Cipher, asked: Ask) -> Result<Option<OutboxRow>, StorageError> {
    let cursor: Option<web_sys::IdbCursorWithValue> = asked.row().await?;
    let Some(value) = cursor.and_then(|cursor| cursor.value().ok()) else { return Ok(None) };
    let line: StandingRow = wasm_bindgen::JsCast::unchecked_into(value);
    line.read(cipher, String::new()).map(Some)
}

/// The numbers of a device from one on.
pub(crate) fn numbers(device: DeviceId, from: u64) -> Result<JsValue, StorageError> {
    between(device, from, f64::INFINITY)
}

/// The numbers of a device from one to another.
pub(crate) fn between(device: DeviceId, from: u64, to: f64) -> Result<JsValue, StorageError> {
    let device = JsValue::from_str(&device.to_string());
    let (lower, upper) = (Array::of2(&device, &(from as f64).into()), Array::of2(&device, &to.into()));
    IdbKeyRange::bound(&lower, &upper).map(JsValue::from).map_err(|_| StorageError::Damaged("key range".to_owned()))
}

/// The frozen bytes of rows, in the same order; empty where they are missing.
pub(crate) async fn raws(transaction: &Transaction, rows: &[StandingRow]) -> Result<Vec<String>, StorageError> {
    let outbox = transaction.shelf(OUTBOX)?;
    let asked = rows.iter().map(|row| outbox.get(&row.n().into())).collect::<Result<Vec<_>, _>>()?;
    let mut raws = Vec::with_capacity(asked.len());
    for frozen in asked {
        let frozen: Option<FrozenRow> = frozen.row().await?;
        raws.push(frozen.and_then(|frozen| frozen.raw(transaction.cipher())).unwrap_or_default());
    }
    Ok(raws)
}
