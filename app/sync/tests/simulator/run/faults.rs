//! What goes wrong. Each run draws which sorts of it there are, so that rare ones meet each other now and then.

mod phones;
mod servers;

use super::{Run, TEN_YEARS};
use crate::chance::Chance;
use crate::network::Weather;
use domain::time::DAY;

pub struct Faults {
    pub weather: Weather,
    pub server_crashes: bool,
    pub upgrades: bool,
    phone_crashes: bool,
    partitions: bool,
    clock_jumps: bool,
    office: bool,
    restores: bool,
    set_backs: bool,
    damage: bool,
    old_age: bool,
    full_disks: bool,
    expiry: bool,
    pub rot: bool,
}

impl Faults {
    pub fn draw(chance: &mut Chance) -> Self {
        let mut one_in = || [0, 20, 8, 3][chance.place(4)];
        let weather = Weather { lose: one_in(), double: one_in(), cut: one_in() };
        // Now and then there is everything at once.
        let all = chance.one_in(4);
        let mut sort = || chance.one_in(2) || all;
        Self {
            weather,
            server_crashes: sort(),
            upgrades: sort(),
            phone_crashes: sort(),
            partitions: sort(),
            clock_jumps: sort(),
            office: sort(),
            restores: sort(),
            set_backs: sort(),
            damage: sort(),
            old_age: sort(),
            full_disks: sort(),
            expiry: sort(),
            rot: sort(),
        }
    }
}

impl Run {
    pub(super) fn something_goes_wrong(&mut self) -> Result<(), String> {
        let at = self.chance.place(self.phones.len());
        match self.chance.below(22) {
            0 if self.faults.phone_crashes => return self.phone_dies(at),
            1 | 2 => {
                let (phone, tab) = self.some_tab();
                self.phones[phone].tabs[tab].give_up();
            }
            3 if self.faults.partitions => {
                self.phones[at].online ^= true;
                if !self.phones[at].online {
                    self.network.cut(at);
                }
            }
            4 if self.faults.clock_jumps && !self.plan.twin => self.clock_goes_wrong(at),
            5 | 6 if self.faults.office => self.office(),
            7 | 18 if self.faults.restores => self.server.back_up(),
            8 | 19 if self.faults.restores && self.chance.one_in(4) => self.restore(),
            9 | 10 if self.faults.set_backs => self.set_back(at),
            11 if self.faults.damage && self.chance.one_in(2) => self.damage(at),
            12 => self.phones[at].free_photos(),
            13 if self.faults.old_age => return self.grow_old(at),
            14 | 15 if self.faults.full_disks => self.phones[at].storage.full = self.chance.one_in(4),
            16 if self.faults.expiry => self.phones[at].logged_out ^= true,
            17 if self.faults.upgrades => self.upgrade(at),
            20 | 21 if self.faults.rot => self.rot(at),
            _ => {}
        }
        Ok(())
    }

    /// A clock is set, to the right time or to any other within ten years, or stops.
    fn clock_goes_wrong(&mut self, at: usize) {
        let error = match self.chance.below(3) {
            0 => self.chance.between(-60, 60) * DAY,
            1 => self.chance.between(-TEN_YEARS, TEN_YEARS) * DAY,
            _ => 700,
        };
        let now = self.now;
        let phone = &mut self.phones[at];
        phone.stopped = self.chance.one_in(4).then(|| phone.clock(now));
        phone.clock_error = error;
        self.tally.clock_jumps += 1;
    }
}
