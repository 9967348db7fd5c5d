//! The overlay: what the phone's own unsettled commands make of the base records.
//! Screens read the overlay first and the base behind it.

use crate::body::Body;
use domain::id::CommandId;
use domain::records::{AnyRecord, RecordKey};
use domain::{Context, Refusal, World};
use std::collections::{BTreeMap, BTreeSet};

/// Records as the unsettled commands leave them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overlay {
    /// New or changed.
    pub put: BTreeMap<RecordKey, AnyRecord>,
    /// Gone.
    pub gone: BTreeSet<RecordKey>,
    /// Commands that no longer hold over the new base. They stay in the outbox: only the server refuses.
    pub failing: Vec<(CommandId, Refusal)>,
}

impl Overlay {
    /// Lays what happened later over this. A phone that loads the world bit by bit replays bit by bit.
    pub fn then(&mut self, later: Self) {
        for key in later.gone {
            self.put.remove(&key);
            self.gone.insert(key);
        }
        for (key, record) in later.put {
            self.gone.remove(&key);
            self.put.insert(key, record);
        }
        self.failing.extend(later.failing);
    }
}

/// Replays commands in order over a world that has all they need.
pub fn replay(world: &mut World, commands: &[Body], context: impl Fn(&Body) -> Context) -> Overlay {
    let mut overlay = Overlay::default();
    for body in commands {
        match body.command.carry_out(world, &context(body)) {
            Ok(changes) => {
                for key in changes.remove {
                    overlay.put.remove(&key);
                    overlay.gone.insert(key);
                }
                for record in changes.put {
                    overlay.gone.remove(&record.key());
                    overlay.put.insert(record.key(), record);
                }
            }
            Err(refusal) => overlay.failing.push((body.id, refusal)),
        }
    }
    overlay
}
