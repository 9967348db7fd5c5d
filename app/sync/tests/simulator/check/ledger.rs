//! What an onlooker knows who sees everything: what was saved where, what may be gone for a reason,
//! and what the server has ever said.

use crate::server::Said;
use crate::server::pull::held;
use crate::server::tables::Tables;
use domain::id::{CommandId, DeviceId};
use domain::time::Moment;
use std::collections::{BTreeMap, BTreeSet};
use sync::body::Head;
use sync::wire::{Outcome, PushResponse};

#[derive(Default)]
pub struct Ledger {
    /// Commands that a phone showed as saved, and which phone, in the order in which they were made.
    pub saved: Vec<(CommandId, usize)>,
    /// Commands that may be gone: their phone was set back, its disk was damaged, or they were confirmed long ago.
    pub excused: BTreeSet<CommandId>,
    /// Photos that the server had and lost when it was restored.
    pub lost_photos: BTreeSet<String>,
    /// What the server said of a command, per epoch.
    said: BTreeMap<(u64, CommandId), Outcome>,
}

impl Ledger {
    /// Looks at an answer before it is sent. I3: an outcome never changes. I5: no page shows what is not theirs.
    pub fn look(&mut self, said: &Said, tables: &Tables, now: Moment) -> Result<(), String> {
        match said {
            Said::Push(device, response) => self.look_at_answers(*device, response, tables),
            Said::Pull(user, page) => {
                let held = held(tables, *user, now);
                let records = page.records.iter().map(|record| record.scope);
                let mut scopes =
                    records.chain(page.removed.iter().map(|gone| gone.scope)).chain(page.cursor.scopes.keys().copied());
                match scopes.find(|scope| !held.contains(scope)) {
                    Some(scope) => Err(format!("law 4, I5: a page for {user} shows {scope}")),
                    None => Ok(()),
                }
            }
        }
    }

    fn look_at_answers(&mut self, device: DeviceId, response: &PushResponse, tables: &Tables) -> Result<(), String> {
        for answer in &response.answers {
            let Some(at) = tables.by_seq.get(&(device, answer.seq)) else {
                return Err(format!("law 2: an answer to {} of {device}, which is not in the log", answer.seq));
            };
            let logged = &tables.log[*at].logged;
            let Ok(head) = serde_json::from_str::<Head>(&logged.body) else { continue };
            if matches!(answer.outcome, Outcome::Conflict { .. }) {
                continue;
            }
            let first = self.said.entry((tables.epoch, head.id)).or_insert_with(|| answer.outcome.clone());
            if *first != answer.outcome {
                return Err(format!("I3: {:?} was said of {}, and now {:?}", first, head.id, answer.outcome));
            }
        }
        Ok(())
    }
}
