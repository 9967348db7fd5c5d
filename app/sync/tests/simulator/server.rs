//! The server: tables that change by commits, a store of photos, requests that wait, and copies of the tables
//! that were made as backups.

mod carried;
mod due;
mod group;
pub mod pull;
pub mod tables;

use crate::build::Build;
use crate::chance::Chance;
use crate::network::{Letter, Request, Response, Sender};
use crate::plant::Plant;
use domain::id::{DeviceId, UserId};
use domain::records::AnyRecord;
use domain::time::Moment;
use group::Group;
use std::collections::BTreeSet;
use sync::wire::{Delivery, PullRequest, PullResponse, PushRequest, PushResponse};
use tables::Tables;

/// At which moment of its work the server dies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crash {
    Never,
    BeforeCommit,
    /// The bytes of photos are there, and the tables know nothing of them.
    BeforeTables,
    AfterCommit,
}

/// What the server said, for the laws to look at before it goes on the line.
pub enum Said {
    Push(DeviceId, PushResponse),
    Pull(UserId, PullResponse),
}

pub struct Server {
    pub tables: Tables,
    /// Photos whose bytes lie in the folder, apart from the tables.
    pub stored: BTreeSet<String>,
    /// Which build runs.
    pub build: Build,
    /// The oldest protocol that may still fetch.
    pub min_protocol: u32,
    waiting: Vec<(Sender, Request)>,
    backups: Vec<(Tables, BTreeSet<String>)>,
    plant: Option<Plant>,
    /// Rows on a page.
    pub page_size: usize,
}

impl Server {
    pub fn new(records: Vec<AnyRecord>, page_size: usize, plant: Option<Plant>) -> Self {
        let mut server = Self {
            tables: Tables { epoch: 1, ..Tables::default() },
            stored: BTreeSet::new(),
            build: Build::New,
            min_protocol: 1,
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

    fn group(&self, now: Moment) -> Group<'_> {
        Group::new(&self.tables, self.build, self.plant, now)
    }

    /// Writes a record that comes from no command.
    pub fn planted(&mut self, record: AnyRecord, now: Moment) {
        let mut group = self.group(now);
        group.plant(record);
        group.finish().write(&mut self.tables, self.plant);
    }

    pub fn receive(&mut self, sender: Sender, request: Request) {
        self.waiting.push((sender, request));
    }

    pub const fn has_work(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Does some of what waits as one group, and answers it. `who` says whose session a phone has, if it has one.
    pub fn work(
        &mut self,
        who: &dyn Fn(usize) -> Option<UserId>,
        chance: &mut Chance,
        now: Moment,
        crash: Crash,
        mut look: impl FnMut(&Said, &Tables) -> Result<(), String>,
    ) -> Result<Vec<Letter>, String> {
        let count = 1 + chance.place(self.waiting.len());
        let jobs: Vec<(Sender, Request)> = self.waiting.drain(..count).collect();
        let mut arrived = BTreeSet::new();
        let mut letters = Vec::new();
        let mut group = Group::new(&self.tables, self.build, self.plant, now);
        let mut pushes = Vec::new();
        let mut pulls = Vec::new();
        for (sender, request) in jobs {
            let Some(user) = who(sender.phone) else {
                letters.push(Letter::Down(sender, Response::Declined));
                continue;
            };
            let response = match request {
                Request::Push(text) => match serde_json::from_str::<PushRequest>(&text) {
                    Ok(request) => {
                        let response = group.push(user, &request, chance.one_in(2));
                        let text = written(&response);
                        pushes.push(Said::Push(request.device.id, response));
                        Response::Push(text)
                    }
                    Err(_) => Response::Declined,
                },
                Request::Deliver(text) => match serde_json::from_str::<Delivery>(&text) {
                    Ok(delivery) => match group.deliver(user, &delivery, chance.one_in(2)) {
                        Some((delivered, response)) => {
                            pushes.push(Said::Push(delivery.device, response));
                            Response::Delivered(written(&delivered))
                        }
                        None => Response::Unknown,
                    },
                    Err(_) => Response::Declined,
                },
                Request::Pull(text) => match serde_json::from_str::<PullRequest>(&text) {
                    Ok(request) => {
                        pulls.push((sender, user, request));
                        continue;
                    }
                    Err(_) => Response::Declined,
                },
                Request::Upload(hash) => {
                    let had = self.has(&mut group, &hash) || arrived.contains(&hash);
                    if !had {
                        group.photo(&hash);
                        arrived.insert(hash.clone());
                    }
                    Response::Uploaded(hash, had)
                }
                Request::Ask(hash, device) => {
                    let had = self.has(&mut group, &hash) || arrived.contains(&hash);
                    group.claim(&hash, device);
                    Response::Uploaded(hash, had)
                }
            };
            letters.push(Letter::Down(sender, response));
        }
        let due = group.finish();
        if crash == Crash::BeforeCommit {
            self.waiting.clear();
            return Ok(if self.plant == Some(Plant::AnswersBeforeCommit) { letters } else { Vec::new() });
        }
        // The bytes are durable before the tables say so.
        self.stored.extend(arrived);
        if crash == Crash::BeforeTables {
            self.waiting.clear();
            return Ok(Vec::new());
        }
        due.write(&mut self.tables, self.plant);
        pushes.iter().try_for_each(|said| look(said, &self.tables))?;
        for (sender, user, request) in pulls {
            let page = pull::page(&self.tables, user, &request, self.page_size, now, self.min_protocol, self.plant);
            letters.push(Letter::Down(sender, Response::Pull(written(&page))));
            look(&Said::Pull(user, page), &self.tables)?;
        }
        if crash == Crash::AfterCommit {
            self.waiting.clear();
            letters.clear();
        }
        Ok(letters)
    }

    /// Whether a photo is here in full. If the server died between keeping its bytes and saying so, it is said now.
    fn has(&self, group: &mut Group<'_>, hash: &str) -> bool {
        if self.tables.blobs.contains(hash) {
            return true;
        }
        let lies_there = self.stored.contains(hash);
        if lies_there && self.plant != Some(Plant::BelievesTheFolder) {
            group.photo(hash);
        }
        lies_there
    }

    pub fn back_up(&mut self) {
        self.backups.push((self.tables.clone(), self.stored.clone()));
    }

    /// Restores a backup, if there is one: of the tables, and now and then of the photos too. Those that are there are
    /// matched with the records again; those that are not are what it says.
    pub fn restore(&mut self, chance: &mut Chance, now: Moment) -> Option<BTreeSet<String>> {
        let at = chance.place(self.backups.len().max(1));
        let (tables, stored) = self.backups.get(at).cloned()?;
        self.backups.truncate(at + 1);
        let epoch = self.tables.epoch + 1;
        self.tables = Tables { epoch, ..tables };
        let mut lost = BTreeSet::new();
        if chance.one_in(2) {
            lost = self.stored.difference(&stored).cloned().collect();
            self.stored = stored;
        }
        self.waiting.clear();
        let mut group = self.group(now);
        for hash in self.stored.difference(&self.tables.blobs) {
            group.photo(hash);
        }
        group.finish().write(&mut self.tables, self.plant);
        Some(lost)
    }

    pub fn epoch(&self) -> String {
        format!("epoch-{}", self.tables.epoch)
    }
}

fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("wire types have text keys only, so writing them cannot fail")
}
