//! Parcels: what one phone holds as a file, which another hands in (F101). Files lie about, and are loaded by whoever has
//! them, once or on many phones, while the phone that made them sends as well.

use super::Phone;
use super::exchange::{Stage, written};
use crate::network::Request;
use crate::plant::Plant;
use crate::storage::{Durability, NoRoom, PhotoState};
use domain::id::DeviceId;
use domain::time::Moment;
use std::rc::Rc;
use sync::client::{OutboxRow, RowState, is_settled};
use sync::parcel::{Content, Cover, Enclosed, Progress, Stuck, batches};
use sync::proof::command_text;
use sync::wire::{Delivered, Delivery, Sent};
use sync::{ContentHash, Link};
use uuid::Uuid;

/// Commands in a part: few, so that a parcel has many places to be cut at.
const PART: usize = 3;

/// A file. Nobody can change what is in it: what is sealed fits together or is not opened.
#[derive(Debug)]
pub struct Parcel {
    pub cover: Cover,
    batches: Vec<Vec<Sent>>,
}

/// A parcel on the phone of whoever carries it.
#[derive(Clone, Debug)]
pub struct Carried {
    pub parcel: Rc<Parcel>,
    pub progress: Progress,
}

/// In the place of a signature: what stands for it nobody else could make.
pub fn signed(device: DeviceId, link: &Link) -> String {
    ContentHash::of(command_text(device, link).as_bytes()).0
}

impl Phone {
    /// Packs what waits, what came back, and what the server has but this phone does not show as such yet.
    pub fn pack(&mut self, id: Uuid, now: Moment) -> Option<Parcel> {
        let shelf = self.shelf();
        let packed = |row: &&OutboxRow| row.state.came_back() || !is_settled(&row.state, &shelf.cursor);
        let rows = shelf.rows.iter().map(|row| &row.sealed).filter(packed);
        let rows: Vec<OutboxRow> =
            rows.map(|row| OutboxRow { signature: Some(signed(row.device, &row.link)), ..row.clone() }).collect();
        let batches: Vec<Vec<Sent>> = rows.chunks(PART).flat_map(batches).collect();
        let due = |state| matches!(state, PhotoState::Waiting | PhotoState::Due);
        let photos = shelf.photos.iter().filter(|(_, photo)| photo.bytes && due(photo.state));
        let photos: Vec<Enclosed> = photos.map(|(hash, _)| Enclosed { hash: hash.clone(), bytes: 1_000 }).collect();
        let cover = Cover {
            id,
            protocol: self.build.protocol(),
            server: String::new(),
            epoch: shelf.epoch.clone(),
            author: self.user,
            author_name: self.user.to_string(),
            device: shelf.device,
            made_at: self.clock(now),
            commands: rows.len() as u32,
            batches: batches.len() as u32,
            photos,
        };
        if self.plant == Some(Plant::TakesPackedForReceived) {
            let packed: Vec<u64> = rows.iter().map(|row| row.seq).collect();
            self.storage.change(Durability::Relaxed, move |shelf| {
                for row in shelf.rows.iter_mut().filter(|row| packed.contains(&row.sealed.seq)) {
                    row.sealed.state = RowState::Applied { versions: Default::default() };
                }
            });
        }
        (!rows.is_empty()).then_some(Parcel { cover, batches })
    }

    /// Loads a file. One that is here goes on where it is.
    pub fn load(&mut self, parcel: &Rc<Parcel>) -> Result<(), NoRoom> {
        let parcel = Rc::clone(parcel);
        self.storage.write(Durability::Strict, move |shelf| {
            if shelf.carried.iter().all(|carried| carried.parcel.cover.id != parcel.cover.id) {
                shelf.carried.push(Carried { parcel: Rc::clone(&parcel), progress: Progress::default() });
            }
        })
    }

    /// What is to be handed in next: after everything of the bearer's own, and what is stuck once in each exchange.
    pub(super) fn carry(&mut self, tab: usize) -> Option<Request> {
        let (shelf, stopped) = (self.storage.read(), &self.tabs[tab].stopped);
        for Carried { parcel, progress } in &shelf.carried {
            let cover = &parcel.cover;
            if let Some(part) = progress.next_batch(cover).filter(|_| !stopped.contains(&cover.id)) {
                let commands = parcel.batches[part as usize - 1].clone();
                let request = Request::Deliver(written(&Delivery { device: cover.device, commands }));
                self.tabs[tab].stage = Stage::Delivering { parcel: cover.id, part };
                return Some(request);
            }
            if let Some(part) = progress.next_photo(cover)
                && let Some(Content::Photo(photo)) = cover.content(part)
            {
                let request = Request::Upload(photo.hash.clone());
                self.tabs[tab].stage = Stage::Handing { parcel: cover.id, part };
                return Some(request);
            }
        }
        self.tabs[tab].stage = Stage::Idle;
        None
    }

    /// What the server said of a batch; nothing if it has never heard of the device.
    pub(super) fn delivered(
        &mut self,
        tab: usize,
        parcel: Uuid,
        part: u32,
        delivered: Option<Delivered>,
    ) -> Result<Option<Request>, NoRoom> {
        self.note(parcel, move |carried| match &delivered {
            Some(delivered) => {
                carried.progress.take_in(part, &carried.parcel.batches[part as usize - 1], delivered);
            }
            None => carried.progress.stuck = Some(Stuck::Unknown),
        })?;
        let held = self.shelf().carried.iter().find(|carried| carried.parcel.cover.id == parcel);
        if held.is_some_and(|carried| carried.progress.stuck.is_some()) {
            self.tabs[tab].stopped.insert(parcel);
        }
        Ok(self.carry(tab))
    }

    /// The server has a photo of a parcel.
    pub(super) fn handed(&mut self, tab: usize, parcel: Uuid, part: u32) -> Result<Option<Request>, NoRoom> {
        self.note(parcel, move |carried| {
            carried.progress.handed.insert(part);
        })?;
        Ok(self.carry(tab))
    }

    fn note(&mut self, parcel: Uuid, change: impl Fn(&mut Carried) + 'static) -> Result<(), NoRoom> {
        self.storage.write(Durability::Relaxed, move |shelf| {
            let held = shelf.carried.iter_mut().find(|carried| carried.parcel.cover.id == parcel);
            held.into_iter().for_each(&change);
        })
    }
}
