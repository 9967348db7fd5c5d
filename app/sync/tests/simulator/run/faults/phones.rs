//! What happens to phones: they die, are set back, are copied, lose what they held, and grow old.

use crate::chance::Chance;
use crate::check::laws;
use crate::phone::Phone;
use crate::phone::person::Ids;
use crate::region::territories;
use crate::run::Run;
use crate::storage::{BaseRow, Durability};
use domain::Scope;
use domain::records::RecordKey;
use domain::time::DAY;
use sync::limits::RECEIPT_DAYS;
use uuid::Uuid;

impl Run {
    pub(super) fn phone_dies(&mut self, at: usize) -> Result<(), String> {
        self.say(|| format!("phone {at} dies"));
        self.tally.phone_crashes += 1;
        self.network.cut(at);
        self.phones[at].crash(&mut self.chance);
        laws::after_a_crash(&self.ledger, at, &self.phones[at])
    }

    /// A phone is backed up, set back to its backup, or copied to a second one that goes on beside it.
    pub(super) fn set_back(&mut self, at: usize) {
        match self.chance.below(6) {
            0 if self.phones.len() < 8 => {
                self.say(|| format!("phone {at} is copied"));
                let ids = Ids(Chance::from(self.chance.number()));
                let (user, role) = (self.phones[at].user, self.phones[at].role);
                let mut copy = Phone::new(user, role, 1, ids, self.plan.plant);
                copy.clock_error = self.phones[at].clock_error;
                copy.build = self.phones[at].build;
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
    pub(super) fn damage(&mut self, at: usize) {
        let count = self.phones[at].shelf().rows.len();
        if count == 0 {
            return;
        }
        let (row, lost) = (self.chance.place(count), self.chance.one_in(2));
        let id = self.phones[at].shelf().rows[row].sealed.id;
        self.say(|| format!("phone {at} damages {id}"));
        self.ledger.excused.insert(id);
        self.tally.damaged += 1;
        self.phones[at].storage.change(Durability::Strict, move |shelf| {
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

    /// The disk of a phone loses a record, or keeps it as it never was; nothing says so.
    pub(super) fn rot(&mut self, at: usize) {
        let keys: Vec<RecordKey> = self.phones[at].shelf().base.keys().copied().collect();
        let Some(key) = self.chance.of(&keys) else { return };
        let (how, elsewhere, other) = (self.chance.below(4), territories()[self.chance.place(3)], self.chance.number());
        self.say(|| format!("phone {at} spoils {key}, {how}"));
        self.tally.rotten += 1;
        self.phones[at].storage.change(Durability::Strict, move |shelf| {
            let Some(mut row) = shelf.base.remove(&key) else { return };
            shelf.rotten = true;
            match how {
                0 => return,
                1 => row.version = row.version.saturating_sub(1),
                2 => row.scope = Scope::Territory(elsewhere),
                _ => {
                    // One too many, that no tombstone names.
                    let stray = RecordKey { id: Uuid::from_u64_pair(other, other), ..key };
                    shelf.base.insert(stray, BaseRow { version: row.version + 1_000, ..row.clone() });
                }
            }
            shelf.base.insert(key, row);
        });
    }

    /// Two weeks go by, and the phone forgets what the server confirmed before.
    pub(super) fn grow_old(&mut self, at: usize) -> Result<(), String> {
        if self.chance.one_in(3) {
            self.now = self.now.plus((RECEIPT_DAYS + 1) * DAY);
        }
        let forgotten = self.phones[at].tidy(self.now);
        laws::nothing_is_forgotten_early(&self.server, &self.phones[at], &forgotten, self.now)
            .map_err(|broken| format!("phone {at}: {broken}"))?;
        self.tally.forgotten += forgotten.len() as u32;
        self.ledger.excused.extend(forgotten);
        Ok(())
    }
}
