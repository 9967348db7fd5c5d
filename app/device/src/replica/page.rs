//! Taking in a page of a pull. The page, its cursor, the outbox rows it settles and the overlay over it
//! are one transaction: a screen never sees half of it, and a phone that dies has all of it or none.

use super::check::drop_rows;
use crate::account::{Account, json};
use crate::error::StorageError;
use crate::outbox::review::ask_again;
use crate::outbox::standing::{RECEIVED, UNSEEN, numbers};
use crate::photo::{PhotoState, doubt_receipts, mark, receive};
use crate::store::row::{self, RecordRow, StandingRow};
use crate::store::schema::{BASE, MAKERS, OUTBOX, OVERLAY, PHOTOS, STANDING, STATUS};
use crate::store::{Durability, Transaction};
use domain::Kind;
use sync::client::{PullEffect, RowState, absorb_pull, is_settled, leaves};
use sync::wire::{Cursor, PullResponse};
use wasm_bindgen::JsValue;

const SHELVES: &[&str] = &[BASE, OVERLAY, OUTBOX, STANDING, MAKERS, PHOTOS, STATUS];
const CURSOR: &str = "cursor";
const EPOCH: &str = "epoch";
/// When a pull last ended with nothing more to come, by the server's clock.
pub(crate) const COMPLETE_AT: &str = "complete_at";

/// How far the base is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Standpoint {
    pub(crate) cursor: Cursor,
    /// The server epoch that it came from; empty before the first page.
    pub(crate) epoch: String,
}

/// What a page changed.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    pub(crate) kinds: Vec<Kind>,
    /// Rows of the outbox have a new state.
    pub(crate) outbox: bool,
    /// Photos have.
    pub(crate) photos: bool,
    /// Which scopes are held.
    pub(crate) session: bool,
    /// The server was restored: everything is pulled anew, and commands may wait again.
    pub(crate) restart: bool,
    /// A manager has decided about commands that the server kept: they are asked about again.
    pub(crate) reviewed: bool,
    /// Another tab has been faster; the page was thrown away.
    pub(crate) stale: bool,
}

impl Standpoint {
    pub(crate) async fn read(transaction: &Transaction) -> Result<Self, StorageError> {
        let status = transaction.shelf(STATUS)?;
        let (cursor, epoch) = (status.get(&CURSOR.into())?, status.get(&EPOCH.into())?);
        // A cursor that cannot be read is none: everything is pulled again.
        let cursor = cursor.text().await?.and_then(|text| serde_json::from_str(&text).ok());
        Ok(Self { cursor: cursor.unwrap_or_default(), epoch: epoch.text().await?.unwrap_or_default() })
    }

    pub(crate) fn write(&self, transaction: &Transaction) -> Result<(), StorageError> {
        let status = transaction.shelf(STATUS)?;
        status.put_at(&CURSOR.into(), &json(&self.cursor).into())?;
        status.put_at(&EPOCH.into(), &self.epoch.as_str().into())
    }
}

impl Account {
    pub(crate) async fn standpoint(&self) -> Result<Standpoint, StorageError> {
        self.database.read(&[STATUS], async |transaction| Standpoint::read(transaction).await).await
    }

    /// Takes in a page that was asked for from a standpoint.
    pub(crate) async fn take_page(&self, asked: &Standpoint, page: &PullResponse) -> Result<Taken, StorageError> {
        self.database
            .write(SHELVES, Durability::Relaxed, async |transaction| {
                self.is_here(transaction).await?;
                if Standpoint::read(transaction).await? != *asked {
                    return Ok(Taken { stale: true, ..Taken::default() });
                }
                let mut taken = Taken::default();
                let effect = self.send_again(transaction, asked, page, &mut taken).await?;
                let standpoint = Standpoint { cursor: effect.cursor, epoch: page.epoch.clone() };
                standpoint.write(transaction)?;
                self.write_nonce(transaction, &page.nonce)?;
                if effect.restart {
                    transaction.shelf(BASE)?.clear()?;
                    taken.restart = true;
                    taken.kinds = Kind::ALL.to_vec();
                } else {
                    drop_scopes(transaction, &effect.drop, &mut taken).await?;
                    write_rows(transaction, page, &mut taken).await?;
                    self.settle(transaction, &standpoint.cursor, page, &mut taken).await?;
                    taken.reviewed = ask_again(transaction, page).await?;
                    taken.outbox |= taken.reviewed;
                }
                let moved = self.rebuild(transaction).await?;
                taken.kinds.extend(moved);
                Ok(taken)
            })
            .await
    }

    /// What a restored server no longer has waits again, and all there is if it is another server than before.
    async fn send_again(
        &self,
        transaction: &Transaction,
        asked: &Standpoint,
        page: &PullResponse,
        taken: &mut Taken,
    ) -> Result<PullEffect, StorageError> {
        let standing = transaction.shelf(STANDING)?;
        let from = if asked.epoch == page.epoch { page.acknowledged + 1 } else { 1 };
        let beyond = standing.all(&numbers(self.device(), from)?)?.rows::<StandingRow>().await?;
        let rows =
            beyond.iter().map(|row| row.read(transaction.cipher(), String::new())).collect::<Result<Vec<_>, _>>()?;
        let effect = absorb_pull(&rows, self.device(), &asked.epoch, page);
        if effect.restart {
            let named: Vec<String> = beyond.iter().filter_map(StandingRow::photo).collect();
            doubt_receipts(transaction, &named).await?;
            taken.photos = true;
        }
        for row in beyond.iter().filter(|row| effect.again.contains(&(row.seq() as u64))) {
            wait_again(transaction, row).await?;
            taken.outbox = true;
        }
        Ok(effect)
    }

    async fn settle(
        &self,
        transaction: &Transaction,
        cursor: &Cursor,
        page: &PullResponse,
        taken: &mut Taken,
    ) -> Result<(), StorageError> {
        for hash in &page.receipts {
            taken.photos |= receive(transaction, hash, page.server_time).await?;
        }
        let standing = transaction.shelf(STANDING)?;
        for row in standing.all_by("stage", &UNSEEN.into())?.rows::<StandingRow>().await? {
            if is_settled(&row.read(transaction.cipher(), String::new())?.state, cursor) {
                row.set_stage(RECEIVED);
                standing.put(&row)?;
            }
        }
        if self.hold(&page.enter, &page.leave) {
            self.write_session(transaction)?;
            taken.session = true;
        }
        if !page.more {
            transaction.shelf(STATUS)?.put_at(&COMPLETE_AT.into(), &(page.server_time.0 as f64).into())?;
        }
        Ok(())
    }
}

/// A command that had arrived, and whose server has lost it, waits with its photo.
pub(crate) async fn wait_again(transaction: &Transaction, row: &StandingRow) -> Result<(), StorageError> {
    row.mark(transaction.cipher(), &RowState::Waiting, &Cursor::default());
    transaction.shelf(STANDING)?.put(row)?;
    let makers = transaction.shelf(MAKERS)?;
    for key in row::texts(&row.made()) {
        makers.put_at(&key.into(), &row.id().into())?;
    }
    if let Some(hash) = row.photo() {
        mark(transaction, &hash, PhotoState::Waiting).await?;
    }
    Ok(())
}

async fn drop_scopes(
    transaction: &Transaction,
    scopes: &[domain::Scope],
    taken: &mut Taken,
) -> Result<(), StorageError> {
    for scope in scopes {
        drop_rows(transaction, *scope).await?;
        taken.kinds = Kind::ALL.to_vec();
    }
    Ok(())
}

async fn write_rows(transaction: &Transaction, page: &PullResponse, taken: &mut Taken) -> Result<(), StorageError> {
    let base = transaction.shelf(BASE)?;
    let key = |kind: &str, id: &uuid::Uuid| [kind, "/", &id.to_string()].concat();
    let keys: Vec<JsValue> = page.removed.iter().map(|gone| key(&gone.kind, &gone.id).into()).collect();
    let asked = keys.iter().map(|key| base.get(key)).collect::<Result<Vec<_>, _>>()?;
    for ((gone, key), asked) in page.removed.iter().zip(&keys).zip(asked) {
        let Some(row) = asked.row::<RecordRow>().await? else { continue };
        if row.scope().parse().is_ok_and(|scope| leaves(gone, scope, row.version() as u64)) {
            base.delete(key)?;
            taken.kinds.extend(gone.kind.parse::<Kind>());
        }
    }
    for record in &page.records {
        let key = key(&record.kind, &record.id);
        let row = row::record(transaction.cipher(), &key, &record.kind, record.scope, record.body.get());
        row.set_version(record.version as f64);
        base.put(&row)?;
        let kind = record.known_kind().filter(|kind| !taken.kinds.contains(kind));
        taken.kinds.extend(kind);
    }
    Ok(())
}
