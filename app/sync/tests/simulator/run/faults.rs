//! What goes wrong. Each run draws which sorts of it there are, so that rare ones meet each other now and then.

use super::Run;
use crate::chance::Chance;
use crate::check::laws;
use crate::network::Weather;
use crate::phone::Phone;
use crate::phone::person::Ids;
use crate::region::{outlets, reps, territories};
use crate::storage::Durability;
use domain::records::{AnyRecord, Outlet, User};
use domain::time::DAY;
use sync::limits::RECEIPT_DAYS;

pub struct Faults {
    pub weather: Weather,
    pub server_crashes: bool,
    phone_crashes: bool,
    partitions: bool,
    clock_jumps: bool,
    office: bool,
    restores: bool,
    set_backs: bool,
    damage: bool,
    old_age: bool,
}

impl Faults {
    pub fn draw(chance: &mut Chance) -> Self {
        let weather = Weather { lose: [0, 20, 8, 3][chance.place(4)], double: [0, 20, 8, 3][chance.place(4)] };
        // Now and then there is everything at once.
        let all = chance.one_in(4);
        let mut sort = || chance.one_in(2) || all;
        let restores = sort();
        Self {
            weather,
            server_crashes: sort(),
            phone_crashes: sort(),
            partitions: sort(),
            clock_jumps: sort(),
            office: sort(),
            restores,
            set_backs: sort(),
            damage: sort(),
            old_age: sort(),
        }
    }
}

impl Run {
    pub(super) fn something_goes_wrong(&mut self) -> Result<(), String> {
        let at = self.chance.place(self.phones.len());
        match self.chance.below(14) {
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
            4 => {
                let error = self.chance.between(-60, 60) * DAY;
                if self.faults.clock_jumps && !self.plan.twin {
                    self.phones[at].clock_error = error;
                }
            }
            5 | 6 if self.faults.office => self.office(),
            7 if self.faults.restores => self.server.back_up(),
            8 if self.faults.restores && self.chance.one_in(4) => {
                let restored = self.server.restore(&mut self.chance, self.now);
                self.tally.restores += u32::from(restored);
                self.say(|| format!("the server is restored: {restored}"));
            }
            9 | 10 if self.faults.set_backs => self.set_back(at),
            11 if self.faults.damage && self.chance.one_in(2) => self.damage(at),
            12 => self.phones[at].free_photos(),
            13 if self.faults.old_age => self.grow_old(at),
            _ => {}
        }
        Ok(())
    }

    fn phone_dies(&mut self, at: usize) -> Result<(), String> {
        self.say(|| format!("phone {at} dies"));
        self.tally.phone_crashes += 1;
        self.network.cut(at);
        self.phones[at].crash(&mut self.chance);
        laws::after_a_crash(&self.ledger, at, &self.phones[at])
    }

    /// Accounts are disabled and enabled, shops close and change territory, by nobody's command.
    fn office(&mut self) {
        let tables = &self.server.tables;
        let record: Option<AnyRecord> = if self.chance.one_in(3) {
            let user = self.chance.of(&reps()).and_then(|user| tables.get::<User>(user));
            // Who is disabled does not stay so for long, or nobody would get anything done.
            let user = user.filter(|user| !user.active || self.chance.one_in(3));
            user.map(|user| User { active: !user.active, ..user.clone() }.into())
        } else {
            let outlet = self.chance.of(&outlets()).and_then(|outlet| tables.get::<Outlet>(outlet)).cloned();
            outlet.map(|mut outlet| {
                if self.chance.one_in(3) {
                    outlet.open ^= true;
                } else {
                    outlet.territory = territories()[self.chance.place(3)];
                }
                outlet.into()
            })
        };
        if let Some(record) = record {
            self.say(|| format!("the office writes {record:?}"));
            self.server.planted(record, self.now);
            self.tally.planted += 1;
        }
    }

    /// A phone is backed up, set back to its backup, or copied to a second one that goes on beside it.
    fn set_back(&mut self, at: usize) {
        match self.chance.below(6) {
            0 if self.phones.len() < 8 => {
                self.say(|| format!("phone {at} is copied"));
                let ids = Ids(Chance::from(self.chance.number()));
                let (user, role) = (self.phones[at].user, self.phones[at].role);
                let mut copy = Phone::new(user, role, 1, ids, self.plan.plant);
                copy.clock_error = self.phones[at].clock_error;
                copy.restore(self.phones[at].storage.disk().clone());
                self.phones[at].copied = true;
                self.phones.push(copy);
                self.tally.copies += 1;
            }
            1 | 2 => {
                let Some(backup) = self.phones[at].backup.clone() else { return };
                self.say(|| format!("phone {at} is set back"));
                let gone = self.phones[at].shelf().rows.iter().map(|row| row.sealed.id);
                let gone: Vec<_> = gone.filter(|id| backup.rows.iter().all(|row| row.sealed.id != *id)).collect();
                self.ledger.excused.extend(gone);
                self.network.cut(at);
                self.phones[at].restore(backup);
                self.tally.set_backs += 1;
            }
            _ => self.phones[at].backup = Some(self.phones[at].storage.disk().clone()),
        }
    }

    /// The disk of a phone loses a row of the outbox, with its photo, or spoils its bytes.
    fn damage(&mut self, at: usize) {
        let count = self.phones[at].shelf().rows.len();
        if count == 0 {
            return;
        }
        let (row, lost) = (self.chance.place(count), self.chance.one_in(2));
        let id = self.phones[at].shelf().rows[row].sealed.id;
        self.say(|| format!("phone {at} damages {id}"));
        self.ledger.excused.insert(id);
        self.tally.damaged += 1;
        self.phones[at].storage.write(Durability::Strict, move |shelf| {
            if lost {
                if let Some(hash) = shelf.rows.remove(row).photo {
                    shelf.photos.remove(&hash);
                }
            } else {
                shelf.rows[row].sealed.raw.truncate(9);
                shelf.rows[row].body = None;
            }
        });
    }

    /// Two weeks go by, and the phone forgets what the server confirmed before.
    fn grow_old(&mut self, at: usize) {
        if self.chance.one_in(3) {
            self.now = self.now.plus((RECEIPT_DAYS + 1) * DAY);
        }
        let older_than = self.phones[at].clock(self.now).plus(-RECEIPT_DAYS * DAY);
        let forgotten = self.phones[at].tidy(older_than);
        self.tally.forgotten += forgotten.len() as u32;
        self.ledger.excused.extend(forgotten);
    }
}
