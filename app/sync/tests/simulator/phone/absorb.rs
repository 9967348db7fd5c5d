//! Taking in what the server said: each answer is one transaction.

use super::Phone;
use super::exchange::Standpoint;
use crate::plant::Plant;
use crate::storage::{BaseRow, Durability, PhotoState, Shelf};
use domain::id::DeviceId;
use domain::records::{AnyRecord, RecordKey};
use domain::time::Moment;
use sync::client::{RowState, absorb_pull, absorb_push, leaves, renumber};
use sync::wire::{Cursor, PullResponse, PushResponse};

/// What became of a page.
#[derive(Clone, Copy, Default)]
pub struct Taken {
    pub stale: bool,
    pub restart: bool,
}

impl Phone {
    /// Whether the answer moved anything.
    pub(super) fn absorb_push(&mut self, tab: usize, device: DeviceId, response: &PushResponse, now: Moment) -> bool {
        if response.fork {
            self.fork();
            self.heard(tab, None);
            return true;
        }
        let skew = response.server_time.since(self.clock(now));
        let effect = absorb_push(&rows(self.shelf()), device, &self.shelf().epoch, response);
        let moved = !effect.states.is_empty();
        let response = response.clone();
        self.storage.write(Durability::Relaxed, move |shelf| {
            shelf.skew = skew;
            let effect = absorb_push(&rows(shelf), device, &shelf.epoch, &response);
            for (seq, state) in effect.states {
                set(shelf, device, seq, state);
            }
        });
        self.heard(tab, Some(effect.expected)) || moved
    }

    /// The outbox goes on under a new id.
    fn fork(&mut self) {
        let device: DeviceId = self.ids.next();
        let behind = self.plant == Some(Plant::LeavesRowsBehind);
        self.storage.write(Durability::Strict, move |shelf| {
            let mine: Vec<usize> = (0..shelf.rows.len())
                .filter(|at| !behind || shelf.rows[*at].sealed.state == RowState::Waiting)
                .collect();
            let sealed: Vec<_> = mine.iter().map(|at| shelf.rows[*at].sealed.clone()).collect();
            for (at, sealed) in mine.into_iter().zip(renumber(&sealed, device)) {
                shelf.tip = Some(sealed.clone());
                shelf.rows[at].sealed = sealed;
            }
            shelf.device = device;
            shelf.cursor.receipts = 0;
        });
    }

    pub(super) fn absorb_page(&mut self, asked: &Standpoint, page: &PullResponse, now: Moment) -> Taken {
        let skew = page.server_time.since(self.clock(now));
        let plant = self.plant;
        let mut taken = Taken::default();
        if plant == Some(Plant::CursorBeforePage) && is_at(self.shelf(), asked) {
            let cursor = page.cursor.clone();
            self.storage.write(Durability::Strict, move |shelf| shelf.cursor = cursor.clone());
            let at = Standpoint { cursor: page.cursor.clone(), ..asked.clone() };
            let page = page.clone();
            self.storage.write(Durability::Relaxed, move |shelf| {
                take_page(shelf, &at, &page, plant, skew);
            });
            return taken;
        }
        if !is_at(self.shelf(), asked) && plant != Some(Plant::TakesStalePages) {
            return Taken { stale: true, restart: false };
        }
        let shelf = self.shelf();
        taken.restart = absorb_pull(&rows(shelf), shelf.device, &shelf.epoch, page).restart;
        let (asked, page) = (asked.clone(), page.clone());
        self.storage.write(Durability::Relaxed, move |shelf| {
            take_page(shelf, &asked, &page, plant, skew);
        });
        taken
    }

    /// The server has a photo in full.
    pub(super) fn receipt(&mut self, hash: String) {
        self.storage.write(Durability::Relaxed, move |shelf| mark(shelf, &hash, PhotoState::Received));
    }
}

fn is_at(shelf: &Shelf, asked: &Standpoint) -> bool {
    shelf.cursor == asked.cursor && shelf.epoch == asked.epoch
}

fn rows(shelf: &Shelf) -> Vec<sync::client::OutboxRow> {
    shelf.rows.iter().map(|row| row.sealed.clone()).collect()
}

fn mark(shelf: &mut Shelf, hash: &str, state: PhotoState) {
    if let Some(photo) = shelf.photos.get_mut(hash) {
        // Bytes that were freed cannot wait again; the server has them.
        if photo.bytes || state == PhotoState::Received {
            photo.state = state;
        }
    }
}

/// Sets the state of a row, and what it means for the photo that hangs on it.
fn set(shelf: &mut Shelf, device: DeviceId, seq: u64, state: RowState) {
    let found = shelf.rows.iter_mut().find(|row| row.sealed.device == device && row.sealed.seq == seq);
    let Some(row) = found else { return };
    let photo = row.photo.clone();
    let next = match &state {
        RowState::Waiting => PhotoState::Waiting,
        RowState::Applied { .. } | RowState::Quarantined { .. } => PhotoState::Due,
        _ => PhotoState::Withheld,
    };
    row.sealed.state = state;
    let Some(hash) = photo else { return };
    if shelf.photos.get(&hash).is_some_and(|photo| photo.state != PhotoState::Received || next == PhotoState::Waiting) {
        mark(shelf, &hash, next);
    }
}

fn take_page(shelf: &mut Shelf, asked: &Standpoint, page: &PullResponse, plant: Option<Plant>, skew: i64) {
    if !is_at(shelf, asked) && plant != Some(Plant::TakesStalePages) {
        return;
    }
    shelf.skew = skew;
    let effect = absorb_pull(&rows(shelf), shelf.device, &shelf.epoch, page);
    if plant != Some(Plant::NeverSendsAgain) {
        let device = shelf.device;
        for seq in effect.again {
            set(shelf, device, seq, RowState::Waiting);
        }
    }
    shelf.epoch.clone_from(&page.epoch);
    shelf.cursor = effect.cursor;
    if effect.restart {
        shelf.cursor = Cursor::default();
        shelf.base.clear();
        return;
    }
    if plant != Some(Plant::IgnoresLeave) {
        shelf.base.retain(|_, row| !effect.drop.contains(&row.scope));
    }
    for gone in &page.removed {
        let Ok(kind) = gone.kind.parse() else { continue };
        let key = RecordKey { kind, id: gone.id };
        let any = plant == Some(Plant::AnyTombstoneTakes);
        if shelf.base.get(&key).is_some_and(|row| any || leaves(gone, row.scope, row.version)) {
            shelf.base.remove(&key);
        }
    }
    for record in &page.records {
        let Some(kind) = record.known_kind() else { continue };
        let parsed = AnyRecord::parse(kind, record.body.get()).expect("the server sends what it should");
        let row = BaseRow { scope: record.scope, version: record.version, record: parsed };
        shelf.base.insert(row.record.key(), row);
    }
    for hash in &page.receipts {
        mark(shelf, hash, PhotoState::Received);
    }
}
