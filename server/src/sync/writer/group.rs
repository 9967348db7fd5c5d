//! A group under decision: the records it sees, what the log knows, and what is to be written.

use super::gather::missing;
use super::shelf::may_be_kept;
use super::twins::Prints;
use super::{Push, Shared, WriteError};
use crate::sync::Directory;
use ::sync::server::{Author, Desk, Incoming, Known, Logged, Reception, Versions};
use ::sync::wire::{Answer, Lost, Outcome, PushResponse};
use domain::id::{CommandId, DeviceId};
use domain::{Command, Need, World};
use std::collections::{BTreeMap, BTreeSet};
use store::{Batch, DeviceRow, LogLine, Store, StoreError};

/// How often one command's needs may lead to others: more than any command has.
const ROUNDS: usize = 16;

/// What the writer carries from one group to the next.
pub(super) struct Standing {
    /// Who may do what, with the changes of this group.
    pub directory: Directory,
    /// The counters of the scopes.
    pub versions: Versions,
    /// What all photos look like.
    pub prints: Prints,
}

/// A device in this group.
pub(super) struct DeviceDesk {
    /// As it will be written.
    pub row: DeviceRow,
    /// Lines of its log that matter to this group.
    pub by_seq: BTreeMap<u64, Logged>,
    /// Whether it is to be written.
    pub changed: bool,
}

impl DeviceDesk {
    pub(super) fn of(row: DeviceRow) -> Self {
        Self { row, by_seq: BTreeMap::new(), changed: false }
    }
}

/// See the module.
pub(super) struct Group<'a> {
    pub(super) store: &'a dyn Store,
    pub(super) shared: &'a Shared,
    pub(super) standing: Standing,
    pub(super) world: World,
    pub(super) unreadable: BTreeSet<Need>,
    pub(super) devices: BTreeMap<DeviceId, DeviceDesk>,
    pub(super) by_id: BTreeMap<CommandId, Logged>,
    /// Hashes of photos that are stored in full.
    pub(super) stored: BTreeSet<String>,
    pub(super) batch: Batch,
}

impl<'a> Group<'a> {
    pub(super) fn new(store: &'a dyn Store, standing: Standing, shared: &'a Shared) -> Self {
        Self {
            store,
            shared,
            standing,
            world: World::new(),
            unreadable: BTreeSet::new(),
            devices: BTreeMap::new(),
            by_id: BTreeMap::new(),
            stored: BTreeSet::new(),
            batch: Batch::default(),
        }
    }

    /// Decides a push. The outer error is the store's and concerns the whole group.
    pub(super) async fn push(&mut self, push: &Push) -> Result<Result<PushResponse, WriteError>, StoreError> {
        let Some(mut author) = self.standing.directory.author(push.user) else {
            return Ok(Err(WriteError::NoAccount));
        };
        author.revoked = push.revoked;
        let device = push.device.id;
        // Every device of the group was gathered; without it there is nothing to decide with.
        let Some(mut desk) = self.devices.remove(&device) else { return Ok(Err(WriteError::Busy)) };
        if desk.row.user != push.user {
            self.devices.insert(device, desk);
            return Ok(Err(WriteError::NotTheirDevice));
        }
        if push.bearer.is_none() {
            desk.changed |= desk.row.hear(&push.device, push.received_at);
            let key = desk.row.hear_key(&push.device, push.received_at);
            desk.changed |= key.is_some();
            self.batch.device_keys.extend(key);
        }
        let mut answers = Vec::with_capacity(push.commands.len());
        let fork = self.walk(push, &mut author, &mut desk, &mut answers).await?;
        let expected = desk.row.chain.last_seq + 1;
        if push.bearer.is_some() {
            // What was carried here was captured, though the device could not announce it.
            desk.row.next_seq = desk.row.next_seq.max(expected);
        }
        self.devices.insert(device, desk);
        let now = self.shared.clock.now();
        Ok(Ok(PushResponse {
            answers,
            expected,
            fork,
            server_time: now,
            epoch: self.shared.epoch.clone(),
            nonce: self.shared.seal.nonce(now),
        }))
    }

    /// Takes the commands one by one, so that each finds loaded whatever the ones before it made it need.
    async fn walk(
        &mut self,
        push: &Push,
        author: &mut Author,
        desk: &mut DeviceDesk,
        answers: &mut Vec<Answer>,
    ) -> Result<bool, StoreError> {
        if push.commands.is_empty() {
            let reception = self.receive(push, author, desk, &[], &push.lost);
            return Ok(self.keep(push, desk, reception, answers));
        }
        for (at, command) in push.commands.iter().enumerate() {
            let fresh = command.seq > desk.row.chain.last_seq;
            let readable = !fresh || self.complete(command).await?;
            let closed;
            let command = if readable {
                command
            } else {
                closed = Incoming { body: None, ..command.clone() };
                &closed
            };
            let next = push.commands.get(at + 1).map_or(u64::MAX, |next| next.seq);
            let lost: Vec<Lost> = push.lost.iter().filter(|lost| lost.seq < next).cloned().collect();
            let reception = self.receive(push, author, desk, std::slice::from_ref(command), &lost);
            let taken = reception.answers.iter().any(|answer| answer.seq == command.seq);
            let line = reception.log.iter().find(|line| line.seq == command.seq);
            let logged = line.map(|line| line.outcome.clone());
            let kept = line.filter(|line| may_be_kept(&line.outcome)).cloned();
            if self.keep(push, desk, reception, answers) {
                return Ok(true);
            }
            if !taken {
                // A hole: whatever comes after it waits for it.
                return Ok(false);
            }
            if matches!(logged, Some(Outcome::Applied { .. }))
                && let Some(Command::TakePhoto(taken)) = command.body.as_ref().map(|body| &body.command)
            {
                self.find_twins(taken.photo).await?;
            }
            if let Some(line) = kept {
                self.shelve(push, author, command, &line).await?;
            }
            if let Some(outcome) = &logged {
                self.follow_review(push, command, outcome).await?;
            }
            let people_changed = logged.is_some_and(|outcome| self.follow_up(push, command, &outcome));
            if let Some(current) = self.standing.directory.author(push.user).filter(|_| people_changed) {
                *author = Author { revoked: push.revoked, ..current };
            }
        }
        Ok(false)
    }

    /// Loads what a command still misses. Whether all of it can be read.
    async fn complete(&mut self, command: &Incoming) -> Result<bool, StoreError> {
        for _ in 0..ROUNDS {
            let missing = missing(&self.world, command);
            if missing.is_empty() {
                break;
            }
            self.bring(missing).await?;
        }
        if self.unreadable.is_empty() {
            return Ok(true);
        }
        let needs = command.body.as_ref().map(|body| body.command.needs(&self.world)).unwrap_or_default();
        Ok(!needs.iter().any(|need| self.unreadable.contains(need)))
    }

    fn receive(
        &mut self,
        push: &Push,
        author: &Author,
        desk: &mut DeviceDesk,
        commands: &[Incoming],
        lost: &[Lost],
    ) -> Reception {
        let mut known = Known { by_seq: std::mem::take(&mut desk.by_seq), by_id: std::mem::take(&mut self.by_id) };
        let reception = Desk {
            device: push.device.id,
            author,
            chain: &mut desk.row.chain,
            known: &mut known,
            world: &mut self.world,
            versions: &mut self.standing.versions,
            received_at: push.received_at,
            device_clock: push.device.clock,
            offset: self.shared.offset,
        }
        .receive(commands, lost);
        desk.by_seq = known.by_seq;
        self.by_id = known.by_id;
        reception
    }

    /// Notes what is to be written; whether the chain has forked.
    fn keep(&mut self, push: &Push, desk: &mut DeviceDesk, reception: Reception, answers: &mut Vec<Answer>) -> bool {
        desk.changed |= !reception.log.is_empty();
        let actor = push.bearer.unwrap_or(push.user);
        self.batch.log.extend(reception.log.into_iter().map(|logged| LogLine { logged, actor }));
        answers.extend(reception.answers);
        reception.fork
    }
}
