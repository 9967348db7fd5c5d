//! Imports of tables: written if everything is as it was when they were weighed, and taken back if nothing has happened to
//! what they wrote since. Both are decided here, where nobody else writes meanwhile.

use super::group::Group;
use domain::code::{coded_like, taken_among, territories};
use domain::records::{AnyRecord, RecordKey};
use domain::rules::import::{used_in, used_in_kinds, uses, walked};
use domain::time::DAY;
use domain::{Changes, Kind, Need};
use jiff::civil::Date;
use std::collections::BTreeSet;
use store::{ImportNote, ImportStep, StoreError};

/// Records that are looked up at once.
const AT_ONCE: usize = 1_000;

/// What became of an import, or of taking it back.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportOutcome {
    /// All of it will be written.
    Done,
    /// Nothing will: these records have changed, or are used by something of a kind.
    Hindered(Vec<(AnyRecord, Option<Kind>)>),
}

impl Group<'_> {
    pub(super) async fn import(&mut self, note: &ImportNote) -> Result<ImportOutcome, StoreError> {
        let outcome = match note {
            ImportNote::Made(_, steps) => self.make(steps).await?,
            ImportNote::Undone(id, _, at) => {
                let Some(row) = self.store.import(*id).await?.filter(|row| row.undone.is_none()) else {
                    return Ok(ImportOutcome::Done);
                };
                let steps = self.store.import_steps(*id).await?;
                // A phone's clock may be a day off either way.
                let days = [row.at.plus(-DAY), at.plus(DAY)].map(|moment| moment.date(self.shared.offset));
                let today = at.date(self.shared.offset);
                self.take_back(steps, days, today).await?
            }
        };
        if outcome == ImportOutcome::Done {
            self.batch.imports.push(note.clone());
        }
        Ok(outcome)
    }

    async fn make(&mut self, steps: &[ImportStep]) -> Result<ImportOutcome, StoreError> {
        self.bring_all(steps.iter().map(|step| Need::Record(step.after.key())).collect()).await?;
        let changed = steps.iter().filter(|step| self.world.any(step.after.key()) != step.before.as_ref());
        let mut hindered: Vec<_> = changed.map(|step| (step.after.clone(), None)).collect();
        // Somebody may have taken a code since the table was weighed.
        let new = || steps.iter().filter(|step| step.before.is_none()).map(|step| &step.after);
        self.bring_all(new().filter_map(coded_like).map(Need::Index).collect()).await?;
        let mut needs = territories(new());
        needs.extend(territories(self.world.records()));
        self.bring_all(needs).await?;
        hindered.extend(taken_among(new(), &self.world).into_iter().map(|record| (record.clone(), None)));
        if !hindered.is_empty() {
            return Ok(ImportOutcome::Hindered(hindered));
        }
        let put = steps.iter().map(|step| step.after.clone()).collect();
        self.standing.versions.apply(&Changes { put, remove: Vec::new() }, &mut self.world);
        Ok(ImportOutcome::Done)
    }

    async fn take_back(
        &mut self,
        steps: Vec<ImportStep>,
        [from, until]: [Date; 2],
        today: Date,
    ) -> Result<ImportOutcome, StoreError> {
        self.bring_all(steps.iter().map(|step| Need::Record(step.after.key())).collect()).await?;
        let changed = steps.iter().filter(|step| self.world.any(step.after.key()) != Some(&step.after));
        let mut hindered: Vec<_> = changed.map(|step| (step.after.clone(), None)).collect();
        let new = || steps.iter().filter(|step| step.before.is_none()).map(|step| &step.after);
        hindered.extend(walked(new(), today).into_iter().map(|route| (route, Some(Kind::Visit))));
        let made: BTreeSet<RecordKey> = new().map(AnyRecord::key).collect();
        if !made.is_empty() {
            self.bring_all(used_in(&made, from, until)).await?;
            for kind in used_in_kinds(&made) {
                for record in self.store.all_of(kind).await? {
                    self.admit(record);
                }
            }
            let users = uses(&made, self.world.records());
            hindered.extend(
                users.into_iter().filter_map(|(made, user)| Some((self.world.any(made)?.clone(), Some(user.kind)))),
            );
        }
        if !hindered.is_empty() {
            return Ok(ImportOutcome::Hindered(hindered));
        }
        let mut changes = Changes { put: Vec::new(), remove: Vec::new() };
        for step in steps {
            match step.before {
                Some(before) => changes.put.push(before),
                None => changes.remove.push(step.after.key()),
            }
        }
        self.standing.versions.apply(&changes, &mut self.world);
        Ok(ImportOutcome::Done)
    }

    async fn bring_all(&mut self, needs: Vec<Need>) -> Result<(), StoreError> {
        for needs in self.world.missing(needs).chunks(AT_ONCE) {
            self.bring(needs.to_vec()).await?;
        }
        Ok(())
    }
}
