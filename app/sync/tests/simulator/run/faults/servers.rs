//! What happens around the server: it is restored and updated, and people in offices change what there is.

use crate::build::Build;
use crate::phone::exchange::Tab;
use crate::region::{outlets, reps, territories};
use crate::run::Run;
use domain::records::{AnyRecord, Outlet, User};

impl Run {
    /// Accounts are disabled and enabled, shops close and change territory, by nobody's command.
    pub(super) fn office(&mut self) {
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

    /// A backup is restored, with its photos or with those that lie there by now.
    pub(super) fn restore(&mut self) {
        let lost = self.server.restore(&mut self.chance, self.now);
        self.say(|| format!("the server is restored: {lost:?}"));
        if let Some(lost) = lost {
            self.tally.restores += 1;
            self.tally.lost_photos += lost.len() as u32;
            self.ledger.lost_photos.extend(lost);
        }
    }

    /// The server or a phone is updated; now and then the server then fetches for nobody who is not.
    pub(super) fn upgrade(&mut self, at: usize) {
        if self.chance.one_in(2) {
            self.server.build = Build::New;
            self.server.min_protocol =
                if self.chance.one_in(2) { Build::New.protocol() } else { Build::Old.protocol() };
        } else {
            self.phones[at].build = Build::New;
            self.phones[at].tabs.iter_mut().for_each(|tab| *tab = Tab::default());
            self.network.cut(at);
        }
        self.tally.upgrades += 1;
        self.say(|| format!("the server is {:?}, phone {at} {:?}", self.server.build, self.phones[at].build));
    }
}
