//! The end of a run: all faults stop, and within a bounded number of exchanges everything has to be where it belongs.

use super::Run;
use super::drain::Drained;
use crate::build::Build;
use crate::chance::Chance;
use crate::check::{laws, model};
use crate::network::Weather;
use crate::server::Crash;
use crate::storage::Durability;
use sync::limits::REPAIR_AGAIN;

/// Most rounds in which every phone exchanges until it is done.
const ROUNDS: u32 = 6;
/// Most letters that one exchange may take.
const LETTERS: u32 = 3_000;

impl Run {
    pub(super) fn come_to_rest(&mut self) -> Result<(), String> {
        self.say(|| "faults stop".to_owned());
        self.chance = Chance::of_step(self.plan.seed, u32::MAX);
        self.server.build = Build::New;
        // So long after the last comparison that there is another, also of what could not be repaired.
        if self.faults.rot {
            self.now = self.now.plus(REPAIR_AGAIN);
        }
        self.drained = Some(self.phones.iter().map(|phone| Drained::by(phone.shelf().device)).collect());
        for phone in &mut self.phones {
            phone.online = true;
            phone.logged_out = false;
            phone.storage.full = false;
            phone.build = Build::New;
        }
        for _ in 0..ROUNDS {
            let before = self.standing();
            for phone in 0..self.phones.len() {
                for tab in 0..self.phones[phone].tabs.len() {
                    self.exchange(phone, tab)?;
                }
            }
            if self.standing() == before {
                for phone in &mut self.phones {
                    phone.storage.change(Durability::Strict, |shelf| shelf.rotten = false);
                }
                let carried = || self.phones.iter().flat_map(|phone| &phone.shelf().carried);
                let handed_in = carried().filter(|carried| carried.progress.is_done(&carried.parcel.cover)).count();
                self.tally.handed_in = handed_in as u32;
                self.tally.stuck = carried().filter(|carried| carried.progress.stuck.is_some()).count() as u32;
                self.tally.repairs = self.phones.iter().map(|phone| phone.repairs).sum();
                return self.look_at_everything();
            }
        }
        Err("I11: it does not come to rest".to_owned())
    }

    /// One tab exchanges until it is done; letters that are under way still arrive, in any order.
    pub(super) fn exchange(&mut self, phone: usize, tab: usize) -> Result<(), String> {
        self.phones[phone].tabs[tab].give_up();
        self.begin(phone, tab);
        for _ in 0..LETTERS {
            if self.phones[phone].tabs[tab].is_idle() && self.network.is_quiet() && !self.server.has_work() {
                return Ok(());
            }
            self.moves += 1;
            self.deliver(Weather::default())?;
            self.serve(Crash::Never)?;
        }
        Err(format!("I11: phone {phone} does not finish its exchange"))
    }

    /// What changes as long as there is something to do.
    fn standing(&self) -> (usize, usize, Vec<(String, usize)>) {
        let phones = self.phones.iter().map(|phone| {
            let shelf = phone.shelf();
            let waiting = shelf.rows.iter().filter(|row| !row.sealed.state.has_arrived()).count();
            (format!("{:?}{}{}", shelf.cursor, shelf.epoch, shelf.device), waiting)
        });
        (self.server.tables.log.len(), self.server.tables.events.len(), phones.collect())
    }

    fn look_at_everything(&mut self) -> Result<(), String> {
        for (at, phone) in self.phones.iter().enumerate() {
            if !phone.has_sent() {
                let rows = phone.shelf().rows.iter().map(|row| (row.sealed.id, &row.sealed.state));
                let waiting: Vec<_> = rows.filter(|(_, state)| !state.has_arrived()).collect();
                let photos = &phone.shelf().photos;
                return Err(format!("I11: phone {at} never has sent all: {waiting:?} {photos:?}"));
            }
        }
        for (at, drained) in self.drained.iter().flatten().enumerate() {
            drained.is_frugal(self.phones[at].tabs.len()).map_err(|broken| format!("phone {at}: {broken}"))?;
            self.tally.sent += drained.sent();
            self.tally.useful += drained.useful();
        }
        model::compare(&self.server.tables)?;
        laws::at_rest(&self.server, &self.phones, &self.ledger, self.now)
    }
}
