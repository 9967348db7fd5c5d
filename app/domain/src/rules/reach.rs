//! Which scopes a user holds at a moment: from role and dated assignments (DESIGN 4).
//! The server asks for now to answer a pull, and for the moment of capture to accept a command.

use crate::id::{RegionId, TerritoryId, UserId};
use crate::limits::ASSIGNMENT_GRACE_MILLIS;
use crate::order::InOrder;
use crate::records::{Assignment, Role, User};
use crate::scope::Scope;
use crate::time::{Moment, Offset};

/// The parts of the directory that reach depends on.
pub struct Directory<'a> {
    /// All territories with their regions.
    pub territories: &'a [(TerritoryId, RegionId)],
    /// The postings of the user in question; others are ignored.
    pub assignments: &'a [Assignment],
    /// Where civil days begin and end.
    pub offset: Offset,
}

/// How exactly the dates of postings are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// To the day: what a phone may hold now.
    Exact,
    /// With a grace after the end, because clocks are doubtful: whose a command was.
    WithGrace,
    /// Any posting ever: tells "no longer theirs" from "never theirs".
    Ever,
}

/// The scopes, in order, each once. A disabled user holds none.
#[must_use]
pub fn scopes_of(user: &User, directory: &Directory<'_>, at: Moment, strictness: Strictness) -> Vec<Scope> {
    if !user.active && strictness == Strictness::Exact {
        return Vec::new();
    }
    let mut scopes = vec![Scope::Company, Scope::Region(user.region), Scope::User(user.id)];
    match user.role {
        Role::Rep => {
            let held = directory
                .assignments
                .iter()
                .filter(|posting| holds(posting, user.id, directory.offset, at, strictness));
            scopes.extend(held.map(|posting| Scope::Territory(posting.territory)));
        }
        Role::RegionalManager => {
            scopes.push(Scope::Office(user.region));
            let inside = directory.territories.iter().filter(|(_, region)| *region == user.region);
            scopes.extend(inside.map(|(territory, _)| Scope::Territory(*territory)));
        }
        Role::MarketingCentre | Role::Admin => {
            for (territory, region) in directory.territories {
                scopes.extend([Scope::Region(*region), Scope::Office(*region), Scope::Territory(*territory)]);
            }
            scopes.push(Scope::Office(user.region));
        }
    }
    scopes.in_order();
    scopes.dedup();
    scopes
}

fn holds(posting: &Assignment, user: UserId, offset: Offset, at: Moment, strictness: Strictness) -> bool {
    let covers = match strictness {
        Strictness::Ever => true,
        Strictness::Exact => posting.window.contains(at.date(offset)),
        // At some moment between the two, so that a posting shorter than the grace has no gap after it.
        Strictness::WithGrace => {
            let earliest = at.plus(-ASSIGNMENT_GRACE_MILLIS).date(offset).max(posting.window.from);
            earliest <= at.date(offset) && posting.window.until.is_none_or(|until| until >= earliest)
        }
    };
    posting.user == user && covers
}
