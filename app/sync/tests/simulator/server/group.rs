//! A group of pushes, photos and plantings under decision, in memory; it becomes true with its commit.

use super::due::{Due, Step};
use super::tables::{Event, Line, Tables};
use crate::build::Build;
use crate::plant::Plant;
use crate::region::OFFSET;
use domain::id::{CommandId, DeviceId, UserId};
use domain::records::{AnyRecord, Assignment, Photo, RecordKey, Role};
use domain::rules::photo::received;
use domain::time::Moment;
use domain::{Changes, Need, Scope, World};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use sync::server::{Author, Desk, DeviceChain, Incoming, Known, Logged, Versions, needs};
use sync::wire::{Outcome, PushRequest, PushResponse, Sent};

pub struct Group<'a> {
    tables: &'a Tables,
    build: Build,
    pub(super) plant: Option<Plant>,
    pub(super) now: Moment,
    /// Who carries what is being decided, if not the device that made it.
    pub(super) bearer: Option<UserId>,
    world: World,
    versions: Versions,
    chains: BTreeMap<DeviceId, DeviceChain>,
    by_seq: BTreeMap<DeviceId, BTreeMap<u64, Logged>>,
    by_id: BTreeMap<CommandId, Logged>,
    people: BTreeMap<RecordKey, AnyRecord>,
    /// Photos that came in this group.
    fresh: BTreeSet<String>,
    /// Photos whose records are still to be told.
    arrived: BTreeSet<String>,
    due: Due,
}

impl<'a> Group<'a> {
    pub fn new(tables: &'a Tables, build: Build, plant: Option<Plant>, now: Moment) -> Self {
        let mut versions = Versions::default();
        for (scope, version) in &tables.counters {
            versions.load(*scope, *version);
        }
        Self {
            tables,
            build,
            plant,
            now,
            bearer: None,
            world: World::new(),
            versions,
            chains: BTreeMap::new(),
            by_seq: BTreeMap::new(),
            by_id: BTreeMap::new(),
            people: BTreeMap::new(),
            fresh: BTreeSet::new(),
            arrived: BTreeSet::new(),
            due: Due::default(),
        }
    }

    /// Decides a push; `one_by_one` loads before each command instead of once before all.
    pub fn push(&mut self, user: UserId, request: &PushRequest, one_by_one: bool) -> PushResponse {
        let device = request.device.id;
        self.due.owners.insert(device, user);
        if self.bearer.is_none() {
            self.due.heard.insert(device, self.now.since(request.device.clock));
        }
        let mut response = PushResponse {
            answers: Vec::new(),
            expected: 0,
            fork: false,
            server_time: self.now,
            epoch: format!("epoch-{}", self.tables.epoch),
            nonce: String::new(),
        };
        let size = if one_by_one { 1 } else { request.commands.len().max(1) };
        let mut pieces: Vec<&[Sent]> = request.commands.chunks(size).collect();
        if pieces.is_empty() {
            pieces.push(&[]);
        }
        for (at, piece) in pieces.iter().enumerate() {
            let Some(author) = self.author(user) else { break };
            let next = pieces.get(at + 1).and_then(|piece| piece.first()).map_or(u64::MAX, |sent| sent.seq);
            let lost: Vec<_> = request.lost.iter().filter(|lost| lost.seq < next).cloned().collect();
            let incoming: Vec<Incoming> = piece.iter().map(|sent| self.read(sent)).collect();
            self.load(device, &incoming);
            let author = Rc::new(author);
            let mut believed = Author::clone(&author);
            if self.plant == Some(Plant::AsksNobodysRights) {
                believed.user.role = Role::Admin;
            }
            let reception = self.receive(device, &believed, request.device.clock, &incoming, &lost);
            let taken = reception.answers.len() >= incoming.len();
            response.answers.extend(reception.answers);
            for logged in reception.log {
                if let Some(incoming) = incoming.iter().find(|incoming| incoming.seq == logged.seq) {
                    self.follow_up(&logged, incoming);
                }
                let line = Line {
                    logged,
                    author: Rc::clone(&author),
                    clock: request.device.clock,
                    build: self.build,
                    bearer: self.bearer,
                };
                self.due.steps.push(Step::Line(Box::new(line)));
                self.settle_photos();
            }
            response.fork = reception.fork;
            if response.fork || !taken {
                break;
            }
        }
        response.expected = self.chains.get(&device).map_or(1, |chain| chain.last_seq + 1);
        response
    }

    /// Reads one sent command as far as this build can.
    fn read(&self, sent: &Sent) -> Incoming {
        let incoming = Incoming::read(sent);
        let body = incoming.body.filter(|body| self.build.reads(&body.command));
        Incoming { body, ..incoming }
    }

    fn receive(
        &mut self,
        device: DeviceId,
        author: &Author,
        device_clock: Moment,
        incoming: &[Incoming],
        lost: &[sync::wire::Lost],
    ) -> sync::server::Reception {
        let mut chain = self.chain(device);
        let mut known =
            Known { by_seq: self.by_seq.remove(&device).unwrap_or_default(), by_id: std::mem::take(&mut self.by_id) };
        let forgets = match self.plant {
            Some(Plant::ForgetsWhatItHas) => true,
            Some(Plant::ForgetsWhatCameItself) => self.bearer.is_some(),
            _ => false,
        };
        if forgets && incoming.first().is_some_and(|first| first.seq <= chain.last_seq) {
            chain = DeviceChain { last_seq: incoming[0].seq - 1, link: incoming[0].prev.clone() };
            known = Known::default();
        }
        let mut incoming = incoming;
        if self.plant == Some(Plant::OneBadStopsAll) {
            let bad = |command: &Incoming| {
                command.seq > chain.last_seq && command.body.as_ref().is_none_or(|body| body.actor != author.user.id)
            };
            incoming = &incoming[..incoming.iter().position(bad).unwrap_or(incoming.len())];
        }
        let reception = Desk {
            device,
            author,
            chain: &mut chain,
            known: &mut known,
            world: &mut self.world,
            versions: &mut self.versions,
            received_at: self.now,
            device_clock,
            offset: OFFSET,
        }
        .receive(incoming, lost);
        self.by_seq.insert(device, known.by_seq);
        self.by_id = known.by_id;
        self.chains.insert(device, chain.clone());
        self.due.chains.insert(device, chain);
        reception
    }

    /// Whose device it is.
    pub(super) fn owner(&self, device: DeviceId) -> Option<UserId> {
        self.due.owners.get(&device).or_else(|| self.tables.owners.get(&device)).copied()
    }

    /// How far its clock was behind when it last spoke for itself.
    pub(super) fn heard(&self, device: DeviceId) -> i64 {
        self.due.heard.get(&device).or_else(|| self.tables.heard.get(&device)).copied().unwrap_or_default()
    }

    fn chain(&self, device: DeviceId) -> DeviceChain {
        self.chains.get(&device).or_else(|| self.tables.chains.get(&device)).cloned().unwrap_or_default()
    }

    /// Loads what is needed, round by round, and the lines of the log that matter.
    fn load(&mut self, device: DeviceId, incoming: &[Incoming]) {
        self.by_seq.entry(device).or_default();
        loop {
            let missing = needs(incoming, &self.world);
            if missing.is_empty() {
                break;
            }
            for need in missing {
                for record in self.tables.load(need) {
                    self.admit(record);
                }
                self.world.answer(need);
            }
        }
        let line = |at: &usize| self.tables.log[*at].logged.clone();
        for command in incoming {
            if let Some(logged) = self.tables.by_seq.get(&(device, command.seq)).map(line) {
                self.by_seq.entry(device).or_default().insert(command.seq, logged);
            }
            let ids = command.head.iter().flat_map(|head| head.after.iter().copied().chain([head.id]));
            for id in ids {
                if let Some(logged) = self.tables.by_id.get(&id).map(line) {
                    self.by_id.insert(id, logged);
                }
            }
        }
    }

    /// Takes a stored record into the world, unless this group knows better.
    fn admit(&mut self, record: AnyRecord) {
        let need = Need::Record(record.key());
        if !self.world.has(need) {
            self.world.put(record);
            self.world.answer(need);
        }
    }

    fn author(&self, user: UserId) -> Option<Author> {
        let mut author = self.tables.author(user)?;
        for record in self.people.values() {
            match record {
                AnyRecord::User(changed) if changed.id == user => author.user = changed.clone(),
                AnyRecord::Assignment(changed) if changed.user == user => {
                    author.assignments.retain(|posting| posting.id != changed.id);
                    author.assignments.push(changed.clone());
                }
                _ => {}
            }
        }
        Some(author)
    }

    /// What follows from a command that was taken.
    fn follow_up(&mut self, logged: &Logged, incoming: &Incoming) {
        let Some(body) = &incoming.body else { return };
        if let Some((picture, _)) = body.command.photo() {
            self.due.claims.insert((picture.hash.clone(), logged.device));
            if self.tables.blobs.contains(&picture.hash) || self.fresh.contains(&picture.hash) {
                self.arrived.insert(picture.hash.clone());
            }
        }
        if let Outcome::Applied { versions } = &logged.outcome
            && versions.keys().any(|scope| matches!(scope, Scope::Office(_)))
        {
            let people = self.world.all::<Assignment>().map(|posting| AnyRecord::from(posting.clone()));
            self.people.extend(people.map(|record| (record.key(), record)));
        }
    }

    fn settle_photos(&mut self) {
        for hash in std::mem::take(&mut self.arrived) {
            self.mark_received(&hash);
        }
    }

    fn mark_received(&mut self, hash: &str) {
        let photos = self.world.all::<Photo>().filter(|photo| photo.picture.hash == hash);
        let put: Vec<AnyRecord> = photos.filter_map(|photo| received(photo, self.now)).map(AnyRecord::from).collect();
        self.versions.apply(&Changes { put, remove: Vec::new() }, &mut self.world);
        self.due.steps.push(Step::Other(Event::Received(hash.to_owned(), self.now)));
    }

    /// The bytes of a photo are there in full.
    pub fn photo(&mut self, hash: &str) {
        let photos: Vec<AnyRecord> = self
            .tables
            .all::<Photo>()
            .filter(|photo| photo.picture.hash == hash)
            .cloned()
            .map(AnyRecord::from)
            .collect();
        for photo in photos {
            self.admit(photo);
        }
        self.fresh.insert(hash.to_owned());
        self.due.blobs.insert(hash.to_owned());
        self.mark_received(hash);
    }

    /// A record that comes from no command.
    pub fn plant(&mut self, record: AnyRecord) {
        for before in self.tables.load(Need::Record(record.key())) {
            self.admit(before);
        }
        self.versions.apply(&Changes::put(record.clone()), &mut self.world);
        if matches!(record, AnyRecord::User(_)) {
            self.people.insert(record.key(), record.clone());
        }
        self.due.steps.push(Step::Other(Event::Planted(Box::new(record))));
    }

    /// What is to be written.
    /// A device waits for a photo: it gets a receipt when somebody brings it.
    pub fn claim(&mut self, hash: &str, device: DeviceId) {
        self.due.claims.insert((hash.to_owned(), device));
    }

    pub fn finish(mut self) -> Due {
        self.due.changes = self.versions.take().0;
        self.due
    }
}
