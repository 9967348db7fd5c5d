//! What one commit writes: all of it, or nothing.

use super::tables::{Event, Line, Tables};
use crate::plant::Plant;
use domain::id::{DeviceId, UserId};
use std::collections::{BTreeMap, BTreeSet};
use sync::server::{DeviceChain, RecordChange};

#[derive(Default)]
pub struct Due {
    pub changes: Vec<RecordChange>,
    pub steps: Vec<Step>,
    pub owners: BTreeMap<DeviceId, UserId>,
    pub heard: BTreeMap<DeviceId, i64>,
    pub chains: BTreeMap<DeviceId, DeviceChain>,
    pub claims: BTreeSet<(String, DeviceId)>,
    pub blobs: BTreeSet<String>,
}

pub enum Step {
    Line(Box<Line>),
    Other(Event),
}

impl Due {
    /// The commit.
    pub fn write(self, tables: &mut Tables, plant: Option<Plant>) {
        for change in self.changes {
            if plant == Some(Plant::NoTombstones) && matches!(change, RecordChange::Gone { .. }) {
                let RecordChange::Gone { key, scope, .. } = change else { continue };
                if tables.records.get(&key).is_some_and(|row| row.scope == scope) {
                    tables.records.remove(&key);
                }
                continue;
            }
            tables.write(change);
        }
        tables.owners.extend(self.owners);
        tables.heard.extend(self.heard);
        tables.chains.extend(self.chains);
        for step in self.steps {
            match step {
                Step::Line(line) => tables.append(*line),
                Step::Other(event) => tables.events.push(event),
            }
        }
        tables.claims.extend(self.claims);
        tables.blobs.extend(self.blobs);
        tables.give_receipts();
    }
}
