//! One tab's exchange: push until nothing waits, pull until there is nothing more, then photos.

use super::Phone;
use crate::build::Build;
use crate::network::{Request, Response};
use crate::plant::Plant;
use crate::storage::{Durability, NoRoom, PhotoState};
use domain::id::DeviceId;
use domain::time::Moment;
use std::collections::BTreeSet;
use sync::client::{OutboxRow, RowState, next_batch};
use sync::wire::{Cursor, Delivered, DeviceReport, Lost, PullRequest, PullResponse, PushRequest, PushResponse};
use uuid::Uuid;

/// Most commands in one push.
const BATCH: usize = 4;

/// How far the base is: what a page is asked for from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standpoint {
    pub cursor: Cursor,
    pub epoch: String,
}

/// What a tab waits for.
#[derive(Clone, Debug, Default)]
pub enum Stage {
    #[default]
    Idle,
    Pushing {
        device: DeviceId,
        epoch: String,
        nothing: bool,
    },
    Pulling {
        asked: Standpoint,
    },
    Uploading {
        epoch: String,
    },
    /// Whether a photo is there whose bytes were freed.
    Asking {
        epoch: String,
    },
    /// A part of somebody else's parcel: commands.
    Delivering {
        parcel: Uuid,
        part: u32,
    },
    /// The same: a photo.
    Handing {
        parcel: Uuid,
        part: u32,
    },
}

/// What a tab remembers while it lives.
#[derive(Default)]
pub struct Tab {
    pub stage: Stage,
    /// The request whose answer it waits for.
    pub request: u64,
    /// The number the server waits for, if it has said one.
    expected: Option<u64>,
    announced: Option<u64>,
    idle: u32,
    restored: bool,
    /// Photos that were sent and whose receipt has not come.
    sent: BTreeSet<String>,
    /// Parcels that were found to be stuck.
    pub(super) stopped: BTreeSet<Uuid>,
}

impl Tab {
    pub const fn is_idle(&self) -> bool {
        matches!(self.stage, Stage::Idle)
    }

    /// Gives up waiting.
    pub fn give_up(&mut self) {
        self.stage = Stage::Idle;
        self.request = 0;
    }
}

impl Phone {
    /// A tab begins to exchange.
    pub fn begin(&mut self, tab: usize, now: Moment) -> Option<Request> {
        let own = &mut self.tabs[tab];
        own.announced = None;
        own.idle = 0;
        own.restored = false;
        own.sent.clear();
        own.stopped.clear();
        self.push(tab, now)
    }

    fn push(&mut self, tab: usize, now: Moment) -> Option<Request> {
        let shelf = self.shelf();
        let expected = self.tabs[tab].expected;
        let last = shelf.tip.as_ref().filter(|tip| tip.device == shelf.device).map_or(0, |tip| tip.seq);
        let rows: Vec<OutboxRow> = shelf.rows.iter().map(|row| row.sealed.clone()).collect();
        // Small batches, so that an exchange has many places to die at.
        let waiting = (0..rows.len()).filter(|at| rows[*at].state == RowState::Waiting);
        let rows = &rows[..waiting.take(BATCH).last().map_or(rows.len(), |last| last + 1)];
        let there = |seq: &u64| rows.iter().any(|row| row.seq == *seq);
        let mut batch = if self.plant == Some(Plant::GivesUpWhatItHas) {
            let waiting: Vec<OutboxRow> = rows.iter().filter(|row| row.state == RowState::Waiting).cloned().collect();
            next_batch(&waiting, shelf.device, expected)
        } else {
            next_batch(rows, shelf.device, expected)
        };
        // Rows that are missing at the very end have no later one that would show the hole.
        if let Some(expected) = expected.filter(|_| batch.commands.is_empty()) {
            batch.lost = (expected..=last).filter(|seq| !there(seq)).map(|seq| Lost { seq }).collect();
        }
        let nothing = batch.commands.is_empty() && batch.lost.is_empty();
        if nothing && self.tabs[tab].announced == Some(last) {
            return self.pull(tab, now);
        }
        let report = DeviceReport {
            id: shelf.device,
            epoch: shelf.epoch.clone(),
            next_seq: last + 1,
            photos_waiting: 0,
            persisted: None,
            clock: self.clock(now),
            key: None,
            unsent: None,
            refused: 0,
        };
        let stage = Stage::Pushing { device: shelf.device, epoch: shelf.epoch.clone(), nothing };
        let request = PushRequest { device: report, commands: batch.commands, lost: batch.lost };
        let sent: Vec<u64> = request.commands.iter().map(|sent| sent.seq).collect();
        if self.plant == Some(Plant::SentIsReceived) {
            self.take_for_received(sent);
        }
        self.tabs[tab].stage = stage;
        self.tabs[tab].announced = Some(last);
        Some(Request::Push(written(&request)))
    }

    fn take_for_received(&mut self, sent: Vec<u64>) {
        self.storage.change(Durability::Relaxed, move |shelf| {
            for row in shelf.rows.iter_mut().filter(|row| sent.contains(&row.sealed.seq)) {
                row.sealed.state = RowState::Applied { versions: Default::default() };
            }
        });
    }

    fn pull(&mut self, tab: usize, now: Moment) -> Option<Request> {
        let due = self.shelf().check.is_due(self.clock(now).plus(self.shelf().skew));
        let compares = due && Plant::lets_compare(self.plant) && self.build == Build::New;
        let shelf = self.shelf();
        let check = compares.then(|| shelf.check.request());
        let asked = Standpoint { cursor: shelf.cursor.clone(), epoch: shelf.epoch.clone() };
        let request = PullRequest { device: shelf.device, cursor: shelf.cursor.clone(), check };
        self.tabs[tab].stage = Stage::Pulling { asked };
        Some(Request::Pull(written(&request)))
    }

    fn upload(&mut self, tab: usize) -> Option<Request> {
        let (shelf, sent) = (self.storage.read(), &self.tabs[tab].sent);
        let due = shelf.photos.iter().find(|(hash, photo)| photo.state == PhotoState::Due && !sent.contains(*hash));
        let Some((hash, photo)) = due else { return self.carry(tab) };
        let epoch = shelf.epoch.clone();
        let (request, stage) = if photo.bytes {
            (Request::Upload(hash.clone()), Stage::Uploading { epoch })
        } else {
            (Request::Ask(hash.clone(), shelf.device), Stage::Asking { epoch })
        };
        self.tabs[tab].stage = stage;
        Some(request)
    }

    /// An answer has come; what to ask next, nothing when the exchange is over or cannot go on.
    pub fn answered(&mut self, tab: usize, response: &Response, now: Moment) -> Option<Request> {
        let stage = std::mem::take(&mut self.tabs[tab].stage);
        self.take_answer(tab, stage, response, now).unwrap_or_default()
    }

    fn take_answer(
        &mut self,
        tab: usize,
        stage: Stage,
        response: &Response,
        now: Moment,
    ) -> Result<Option<Request>, NoRoom> {
        Ok(match (stage, response) {
            (Stage::Pushing { device, epoch, nothing }, Response::Push(text)) => {
                let Some(response) = read::<PushResponse>(text) else { return Ok(None) };
                let moved = self.absorb_push(tab, device, &response, now)?;
                let restored = !epoch.is_empty() && epoch != response.epoch;
                if nothing || restored {
                    return Ok(self.pull(tab, now));
                }
                let own = &mut self.tabs[tab];
                own.idle = if moved { 0 } else { own.idle + 1 };
                if own.idle > 2 { None } else { self.push(tab, now) }
            }
            (Stage::Pulling { asked }, Response::Pull(text)) => {
                let Some(page) = read::<PullResponse>(text) else { return Ok(None) };
                // A build that is too old to fetch still sends everything it has.
                if page.min_protocol > self.build.protocol() {
                    return Ok(self.upload(tab));
                }
                let taken = self.absorb_page(&asked, &page, now)?;
                self.tabs[tab].restored |= taken.restart;
                if taken.stale || taken.restart || page.more || self.compare(&page)? {
                    return Ok(self.pull(tab, now));
                }
                if std::mem::take(&mut self.tabs[tab].restored) { self.push(tab, now) } else { self.upload(tab) }
            }
            (Stage::Uploading { epoch }, Response::Uploaded(hash, had)) => {
                self.tabs[tab].sent.insert(hash.clone());
                if *had {
                    self.photo_is(epoch, hash.clone(), PhotoState::Received)?;
                }
                self.upload(tab)
            }
            (Stage::Asking { epoch }, Response::Uploaded(hash, had)) => {
                let state = if *had { PhotoState::Received } else { PhotoState::Gone };
                self.photo_is(epoch, hash.clone(), state)?;
                self.upload(tab)
            }
            (Stage::Delivering { parcel, part }, Response::Delivered(text)) => {
                let Some(delivered) = read::<Delivered>(text) else { return Ok(None) };
                self.delivered(tab, parcel, part, Some(delivered))?
            }
            (Stage::Delivering { parcel, part }, Response::Unknown) => self.delivered(tab, parcel, part, None)?,
            (Stage::Handing { parcel, part }, Response::Uploaded(..)) => self.handed(tab, parcel, part)?,
            _ => None,
        })
    }

    /// What the server waits for, as the tab was told.
    pub(super) fn heard(&mut self, tab: usize, expected: Option<u64>) -> bool {
        std::mem::replace(&mut self.tabs[tab].expected, expected) != expected
    }
}

pub(super) fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("wire types have text keys only, so writing them cannot fail")
}

/// None if it was cut on the way.
fn read<T: for<'de> serde::Deserialize<'de>>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}
