//! Loading, in a few statements, what a whole group will be decided with.

use super::group::{DeviceDesk, Group};
use super::{Job, Push};
use ::sync::server::{Incoming, needs};
use domain::id::{CommandId, DeviceId};
use domain::{AnyRecord, Need, World};
use std::collections::BTreeSet;
use store::{DeviceRow, StoreError};

/// How often a need may lead to another before the rest is left to the deciding, which asks again.
const ROUNDS: usize = 6;

impl Group<'_> {
    /// Loads the devices, what the log knows of the commands, and the records that they need.
    pub(super) async fn prepare(&mut self, jobs: &[Job]) -> Result<(), StoreError> {
        let pushes: Vec<&Push> =
            jobs.iter().filter_map(|job| if let Job::Push(push, _) = job { Some(push) } else { None }).collect();
        if pushes.is_empty() {
            return Ok(());
        }
        self.gather_devices(&pushes).await?;
        self.gather_lines(&pushes).await?;
        let fresh: Vec<&[Incoming]> = pushes.iter().map(|push| self.fresh(push)).collect();
        let hashes: Vec<String> = fresh
            .iter()
            .flat_map(|commands| commands.iter())
            .filter_map(|command| command.body.as_ref()?.command.photo())
            .map(|(picture, _)| picture.hash.clone())
            .collect();
        self.stored = self.store.stored_among(&hashes).await?;
        for _ in 0..ROUNDS {
            let missing: BTreeSet<Need> = fresh.iter().flat_map(|commands| needs(commands, &self.world)).collect();
            if missing.is_empty() {
                break;
            }
            self.bring(missing.into_iter().collect()).await?;
        }
        Ok(())
    }

    /// Loads needs into the world.
    pub(super) async fn bring(&mut self, missing: Vec<Need>) -> Result<(), StoreError> {
        let loaded = self.store.load(&missing).await?;
        for record in loaded.records {
            self.admit(record);
        }
        self.unreadable.extend(loaded.unreadable);
        for need in missing {
            self.world.answer(need);
        }
        Ok(())
    }

    /// Takes a stored record into the world, unless it was there before: then this group may have changed
    /// or removed it, and knows better.
    pub(super) fn admit(&mut self, record: AnyRecord) {
        let need = Need::Record(record.key());
        if !self.world.has(need) {
            self.world.put(record);
            self.world.answer(need);
        }
    }

    async fn gather_devices(&mut self, pushes: &[&Push]) -> Result<(), StoreError> {
        let ids: BTreeSet<DeviceId> = pushes.iter().map(|push| push.device.id).collect();
        let ids: Vec<DeviceId> = ids.into_iter().collect();
        for row in self.store.devices(&ids).await? {
            self.devices.insert(row.id, DeviceDesk::of(row));
        }
        for push in pushes {
            let first = || DeviceDesk::of(DeviceRow::new(push.device.id, push.user));
            self.devices.entry(push.device.id).or_insert_with(first);
        }
        Ok(())
    }

    async fn gather_lines(&mut self, pushes: &[&Push]) -> Result<(), StoreError> {
        let mut numbers: BTreeSet<(DeviceId, u64)> = BTreeSet::new();
        let mut ids: BTreeSet<CommandId> = BTreeSet::new();
        for push in pushes {
            let last = self.last_seq(push.device.id);
            for command in &push.commands {
                if command.seq <= last {
                    numbers.insert((push.device.id, command.seq));
                } else {
                    ids.extend(command.head.as_ref().map(|head| head.id));
                    ids.extend(command.body.iter().flat_map(|body| &body.after));
                }
            }
        }
        for line in self.store.lines_by_seq(&numbers.into_iter().collect::<Vec<_>>()).await? {
            if let Some(desk) = self.devices.get_mut(&line.device) {
                desk.by_seq.insert(line.seq, line);
            }
        }
        for line in self.store.lines_by_id(&ids.into_iter().collect::<Vec<_>>()).await? {
            self.by_id.extend(line.id.map(|id| (id, line)));
        }
        Ok(())
    }

    /// The part of a push from the first command on that the log does not have.
    fn fresh<'p>(&self, push: &'p Push) -> &'p [Incoming] {
        let last = self.last_seq(push.device.id);
        let first = push.commands.iter().position(|command| command.seq > last);
        first.map_or(&[], |first| &push.commands[first..])
    }

    fn last_seq(&self, device: DeviceId) -> u64 {
        self.devices.get(&device).map_or(0, |desk| desk.row.chain.last_seq)
    }
}

/// What a command still misses.
pub(super) fn missing(world: &World, command: &Incoming) -> Vec<Need> {
    command.body.as_ref().map(|body| world.missing(body.command.needs(world))).unwrap_or_default()
}
