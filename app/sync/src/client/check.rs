//! Whether the base is still what the server has. A disk loses or spoils a row now and then, and nothing else would ever
//! notice: the cursor has passed it. So once a day the rows of each scope are folded and compared with the server's fold,
//! and a scope that differs is fetched again: first over what is there, so that nothing goes from the screen meanwhile,
//! and from nothing if that did not help. A fold that is wrong on the server's side costs no more than that.

use crate::digest::Digest;
use crate::limits::{CHECK_EVERY, REPAIR_AGAIN};
use crate::wire::{Cursor, Differing};
use domain::Scope;
use domain::time::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the phone keeps of the comparisons.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// When the last one ended, by the server's clock.
    #[serde(default)]
    at: Option<Moment>,
    /// What was done about scopes that have not been equal since.
    #[serde(default)]
    tried: BTreeMap<Scope, Tried>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Tried {
    epoch: String,
    at: Moment,
    repair: Repair,
    /// Whether it has not been looked at since.
    open: bool,
}

/// What is done about a scope that differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Repair {
    /// All of it is fetched again, over what is there.
    Over,
    /// What is there is dropped, and all of it is fetched.
    Anew,
    /// What is there is dropped: it is a scope that this phone does not hold.
    Drop,
}

impl Repair {
    /// Whether rows go before others come.
    #[must_use]
    pub const fn drops(self) -> bool {
        !matches!(self, Self::Over)
    }
}

impl Check {
    /// Whether it is time for another comparison, by the corrected clock: the day is over, or something was repaired.
    #[must_use]
    pub fn is_due(&self, now: Moment) -> bool {
        // A clock that was set back must not put it off for years.
        self.at.is_none_or(|at| now.since(at).abs() >= CHECK_EVERY) || self.tried.values().any(|tried| tried.open)
    }

    /// What the next pull asks for, and tells whoever runs the server.
    #[must_use]
    pub fn request(&self) -> Differing {
        let open = self.tried.iter().filter(|(_, tried)| tried.open);
        Differing { scopes: open.map(|(scope, _)| *scope).collect() }
    }

    /// Compares, and says what is to be done. `mine` are the folds of the rows that are here, as of the cursor; `theirs`
    /// those of the server as of the same. A scope of which the server says nothing is not compared.
    pub fn compare(
        &mut self,
        cursor: &Cursor,
        mine: &BTreeMap<Scope, Digest>,
        theirs: &BTreeMap<Scope, Digest>,
        epoch: &str,
        now: Moment,
    ) -> BTreeMap<Scope, Repair> {
        self.at = Some(now);
        self.tried.retain(|scope, _| cursor.scopes.contains_key(scope));
        let astray = mine.keys().filter(|scope| !cursor.scopes.contains_key(scope));
        let mut repairs: BTreeMap<Scope, Repair> = astray.map(|scope| (*scope, Repair::Drop)).collect();
        for (scope, digest) in theirs.iter().filter(|(scope, _)| cursor.scopes.contains_key(scope)) {
            if mine.get(scope).copied().unwrap_or_default() == *digest {
                self.tried.remove(scope);
            } else if let Some(repair) = self.next(*scope, epoch, now) {
                repairs.insert(*scope, repair);
            }
        }
        repairs
    }

    /// What has not been tried in this epoch; none if all of it was, not long ago.
    fn next(&mut self, scope: Scope, epoch: &str, now: Moment) -> Option<Repair> {
        let tried = self.tried.get_mut(&scope).filter(|tried| tried.epoch == epoch);
        let repair = match tried {
            Some(tried) if now.since(tried.at).abs() < REPAIR_AGAIN => match tried.repair {
                Repair::Over => Repair::Anew,
                Repair::Anew | Repair::Drop => {
                    tried.open = false;
                    return None;
                }
            },
            _ => Repair::Over,
        };
        self.tried.insert(scope, Tried { epoch: epoch.to_owned(), at: now, repair, open: true });
        Some(repair)
    }
}
