//! The server: tables that change by commits, a store of photos, requests that wait, and copies of the tables
//! that were made as backups.

mod due;
mod group;
pub mod pull;
pub mod tables;

use crate::chance::Chance;
use crate::network::{Letter, Request, Response, Sender};
use crate::plant::Plant;
use domain::id::{DeviceId, UserId};
use domain::records::AnyRecord;
use domain::time::Moment;
use group::Group;
use std::collections::BTreeSet;
use sync::wire::{PullRequest, PullResponse, PushRequest, PushResponse};
use tables::Tables;

/// At which moment of its work the server dies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crash {
    Never,
    BeforeCommit,
    AfterCommit,
}

/// What the server said, for the laws to look at before it goes on the line.
pub enum Said {
    Push(DeviceId, PushResponse),
    Pull(UserId, PullResponse),
}

pub struct Server {
    pub tables: Tables,
    /// Photos stored in full. They lie apart from the tables, and a restored database finds them still there.
    pub stored: BTreeSet<String>,
    waiting: Vec<(Sender, Request)>,
    backups: Vec<Tables>,
    plant: Option<Plant>,
    /// Rows on a page.
    pub page_size: usize,
}

impl Server {
    pub fn new(records: Vec<AnyRecord>, page_size: usize, plant: Option<Plant>) -> Self {
        let mut server = Self {
            tables: Tables { epoch: 1, ..Tables::default() },
            stored: BTreeSet::new(),
            waiting: Vec::new(),
            backups: Vec::new(),
            plant,
            page_size,
        };
        for record in records {
            server.planted(record, Moment(0));
        }
        server
    }

    /// Writes a record that comes from no command.
    pub fn planted(&mut self, record: AnyRecord, now: Moment) {
        let mut group = Group::new(&self.tables, &self.stored, self.plant, now);
        group.plant(record);
        group.finish().write(&mut self.tables, &self.stored, self.plant);
    }

    pub fn receive(&mut self, sender: Sender, request: Request) {
        self.waiting.push((sender, request));
    }

    pub const fn has_work(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Does some of what waits as one group, and answers it.
    pub fn work(
        &mut self,
        user_of: &dyn Fn(usize) -> UserId,
        chance: &mut Chance,
        now: Moment,
        crash: Crash,
        mut look: impl FnMut(&Said, &Tables) -> Result<(), String>,
    ) -> Result<Vec<Letter>, String> {
        let count = 1 + chance.place(self.waiting.len());
        let jobs: Vec<(Sender, Request)> = self.waiting.drain(..count).collect();
        let mut arrived = BTreeSet::new();
        let mut letters = Vec::new();
        let mut group = Group::new(&self.tables, &self.stored, self.plant, now);
        let mut pushes = Vec::new();
        for (sender, request) in &jobs {
            match request {
                Request::Push(text) => {
                    let request: PushRequest = serde_json::from_str(text).expect("phones send what they should");
                    let response = group.push(user_of(sender.phone), &request, chance.one_in(2));
                    letters.push(down(*sender, Response::Push(written(&response))));
                    pushes.push(Said::Push(request.device.id, response));
                }
                Request::Upload(hash) => {
                    let had = self.stored.contains(hash) || arrived.contains(hash);
                    if !had {
                        group.photo(hash);
                        arrived.insert(hash.clone());
                    }
                    letters.push(down(*sender, Response::Uploaded(hash.clone(), had)));
                }
                Request::Pull(_) => {}
            }
        }
        let due = group.finish();
        if crash == Crash::BeforeCommit {
            self.waiting.clear();
            return Ok(if self.plant == Some(Plant::AnswersBeforeCommit) { letters } else { Vec::new() });
        }
        // The bytes are durable before the tables say so.
        self.stored.extend(arrived);
        due.write(&mut self.tables, &self.stored, self.plant);
        pushes.iter().try_for_each(|said| look(said, &self.tables))?;
        for (sender, request) in &jobs {
            let Request::Pull(text) = request else { continue };
            let request: PullRequest = serde_json::from_str(text).expect("phones send what they should");
            let user = user_of(sender.phone);
            let page = pull::page(&self.tables, user, &request, self.page_size, now, self.plant);
            letters.push(down(*sender, Response::Pull(written(&page))));
            look(&Said::Pull(user, page), &self.tables)?;
        }
        if crash == Crash::AfterCommit {
            self.waiting.clear();
            letters.clear();
        }
        Ok(letters)
    }

    pub fn back_up(&mut self) {
        self.backups.push(self.tables.clone());
    }

    /// Restores a backup, if there is one. The photos are still there, and are matched with the records again.
    pub fn restore(&mut self, chance: &mut Chance, now: Moment) -> bool {
        if self.backups.is_empty() {
            return false;
        }
        let epoch = self.tables.epoch;
        let at = chance.place(self.backups.len());
        self.backups.truncate(at + 1);
        self.tables = self.backups[at].clone();
        self.tables.epoch = epoch + 1;
        self.waiting.clear();
        let mut group = Group::new(&self.tables, &self.stored, self.plant, now);
        for hash in &self.stored {
            group.photo(hash);
        }
        group.finish().write(&mut self.tables, &self.stored, self.plant);
        true
    }

    pub fn epoch(&self) -> String {
        format!("epoch-{}", self.tables.epoch)
    }
}

const fn down(sender: Sender, response: Response) -> Letter {
    Letter::Down(sender, response)
}

fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("wire types have text keys only, so writing them cannot fail")
}
