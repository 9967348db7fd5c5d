//! Taking in what the server said: each answer is one transaction.

use super::Phone;
use super::exchange::Standpoint;
use crate::plant::Plant;
use crate::storage::{BaseRow, Durability, NoRoom, PhotoState, Shelf};
use domain::Scope;
use domain::id::DeviceId;
use domain::records::{AnyRecord, RecordKey};
use domain::time::Moment;
use std::collections::{BTreeMap, BTreeSet};
use sync::client::{Check, Repair, RowState, absorb_pull, absorb_push, leaves, renumber};
use sync::digest::Digest;
use sync::wire::{Cursor, PullResponse, PushResponse};

/// What became of a page.
#[derive(Clone, Copy, Default)]
pub struct Taken {
    pub stale: bool,
    pub restart: bool,
}

impl Phone {
    /// Whether the answer moved anything.
    pub(super) fn absorb_push(
        &mut self,
        tab: usize,
        device: DeviceId,
        response: &PushResponse,
        now: Moment,
    ) -> Result<bool, NoRoom> {
        if response.fork {
            self.fork()?;
            self.heard(tab, None);
            return Ok(true);
        }
        let skew = response.server_time.since(self.clock(now));
        let effect = absorb_push(&rows(self.shelf()), device, &self.shelf().epoch, response);
        let moved = !effect.states.is_empty();
        let taken = if self.plant == Some(Plant::TakesOneAnswer) { 1 } else { usize::MAX };
        let response = response.clone();
        self.storage.write(Durability::Relaxed, move |shelf| {
            shelf.skew = skew;
            let effect = absorb_push(&rows(shelf), device, &shelf.epoch, &response);
            for (seq, state) in effect.states.into_iter().take(taken) {
                set(shelf, device, seq, state, Some(response.server_time));
            }
        })?;
        Ok(self.heard(tab, Some(effect.expected)) || moved)
    }

    /// The outbox goes on under a new id.
    fn fork(&mut self) -> Result<(), NoRoom> {
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
            ask_for_gone(shelf);
        })
    }

    pub(super) fn absorb_page(
        &mut self,
        asked: &Standpoint,
        page: &PullResponse,
        now: Moment,
    ) -> Result<Taken, NoRoom> {
        let skew = page.server_time.since(self.clock(now));
        let plant = self.plant;
        let mut taken = Taken::default();
        if plant == Some(Plant::CursorBeforePage) && is_at(self.shelf(), asked) {
            let cursor = page.cursor.clone();
            self.storage.write(Durability::Strict, move |shelf| shelf.cursor = cursor.clone())?;
            let at = Standpoint { cursor: page.cursor.clone(), ..asked.clone() };
            let page = page.clone();
            self.storage.write(Durability::Relaxed, move |shelf| {
                take_page(shelf, &at, &page, plant, skew);
            })?;
            return Ok(taken);
        }
        if !is_at(self.shelf(), asked) && plant != Some(Plant::TakesStalePages) {
            return Ok(Taken { stale: true, restart: false });
        }
        let shelf = self.shelf();
        taken.restart = absorb_pull(&rows(shelf), shelf.device, &shelf.epoch, page).restart;
        let (asked, page) = (asked.clone(), page.clone());
        self.storage.write(Durability::Relaxed, move |shelf| {
            take_page(shelf, &asked, &page, plant, skew);
        })?;
        Ok(taken)
    }

    /// Compares the base with the digests of a last page; says whether something is to be fetched again.
    pub(super) fn compare(&mut self, page: &PullResponse) -> Result<bool, NoRoom> {
        let asked = Standpoint { cursor: page.cursor.clone(), epoch: page.epoch.clone() };
        if page.digests.is_none() || !is_at(self.shelf(), &asked) {
            return Ok(false);
        }
        let forgets = self.plant == Some(Plant::RepairsForEver);
        let repairs = compared(&mut self.shelf().clone(), page);
        self.repairs += repairs.len() as u32;
        let page = page.clone();
        self.storage.write(Durability::Relaxed, move |shelf| {
            if is_at(shelf, &asked) {
                shelf.rotten &= !compared(shelf, &page).is_empty();
                if forgets {
                    shelf.check = Check::default();
                }
            }
        })?;
        Ok(!repairs.is_empty())
    }

    /// What the server said of a photo. If it has been restored since it was asked, it said nothing.
    pub(super) fn photo_is(&mut self, epoch: String, hash: String, state: PhotoState) -> Result<(), NoRoom> {
        self.storage.write(Durability::Relaxed, move |shelf| {
            if shelf.epoch == epoch {
                mark(shelf, &hash, state);
            }
        })
    }
}

fn is_at(shelf: &Shelf, asked: &Standpoint) -> bool {
    shelf.cursor == asked.cursor && shelf.epoch == asked.epoch
}

/// Compares, and lays what differs open for the next pull.
fn compared(shelf: &mut Shelf, page: &PullResponse) -> BTreeMap<Scope, Repair> {
    let Some(theirs) = &page.digests else { return BTreeMap::new() };
    let mut mine: BTreeMap<Scope, Digest> = BTreeMap::new();
    for (key, row) in &shelf.base {
        mine.entry(row.scope).or_default().fold_key(&key.to_string(), row.version);
    }
    let repairs = shelf.check.compare(&shelf.cursor, &mine, theirs, &page.epoch, page.server_time);
    for (scope, repair) in &repairs {
        if repair.drops() {
            shelf.base.retain(|_, row| row.scope != *scope);
        }
        if let Some(at) = shelf.cursor.scopes.get_mut(scope) {
            *at = 0;
        }
    }
    repairs
}

fn rows(shelf: &Shelf) -> Vec<sync::client::OutboxRow> {
    shelf.rows.iter().map(|row| row.sealed.clone()).collect()
}

fn mark(shelf: &mut Shelf, hash: &str, state: PhotoState) {
    if let Some(photo) = shelf.photos.get_mut(hash) {
        photo.state = state;
    }
}

/// Sets the state of a row, and what it means for the photo that hangs on it.
fn set(shelf: &mut Shelf, device: DeviceId, seq: u64, state: RowState, heard: Option<Moment>) {
    let found = shelf.rows.iter_mut().find(|row| row.sealed.device == device && row.sealed.seq == seq);
    let Some(row) = found else { return };
    let photo = row.photo.clone();
    let next = match &state {
        RowState::Waiting => PhotoState::Waiting,
        RowState::Applied { .. } | RowState::Quarantined { .. } => PhotoState::Due,
        _ => PhotoState::Withheld,
    };
    row.sealed.state = state;
    row.heard = heard;
    let Some(hash) = photo else { return };
    let received = shelf.photos.get(&hash).is_some_and(|photo| photo.state == PhotoState::Received);
    if !received || next == PhotoState::Waiting {
        mark(shelf, &hash, next);
    }
}

/// The receipts were given by a server that is no more: what is still here is offered again, and what was freed is
/// asked about as long as its command is here.
fn doubt_receipts(shelf: &mut Shelf, plant: Option<Plant>) {
    ask_for_gone(shelf);
    let named: BTreeSet<&String> = shelf.rows.iter().filter_map(|row| row.photo.as_ref()).collect();
    for (hash, photo) in shelf.photos.iter_mut().filter(|(_, photo)| photo.state == PhotoState::Received) {
        if (photo.bytes || named.contains(hash)) && plant != Some(Plant::BelievesOldReceipts) {
            photo.state = PhotoState::Due;
        }
    }
}

/// A server that was restored has forgotten who asked for what is gone, and a device under a new id never did.
fn ask_for_gone(shelf: &mut Shelf) {
    for photo in shelf.photos.values_mut().filter(|photo| photo.state == PhotoState::Gone) {
        photo.state = PhotoState::Due;
    }
}

fn take_page(shelf: &mut Shelf, asked: &Standpoint, page: &PullResponse, plant: Option<Plant>, skew: i64) {
    if !is_at(shelf, asked) && plant != Some(Plant::TakesStalePages) {
        return;
    }
    shelf.skew = skew;
    let mut effect = absorb_pull(&rows(shelf), shelf.device, &shelf.epoch, page);
    if plant == Some(Plant::BelievesOldVerdicts) {
        let last = effect.again.iter().copied().filter(|seq| *seq <= page.acknowledged).max();
        effect.again.retain(|seq| *seq > page.acknowledged || Some(*seq) == last);
    }
    if effect.restart {
        doubt_receipts(shelf, plant);
    }
    if plant != Some(Plant::NeverSendsAgain) {
        let device = shelf.device;
        for seq in effect.again {
            set(shelf, device, seq, RowState::Waiting, None);
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
