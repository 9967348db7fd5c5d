//! Posting people to territories, by dates (F3). History is never rewritten: a posting is ended, not deleted,
//! because it decides whose a late command is.

use super::{Changes, Context, Decide};
use crate::id::{AssignmentId, TerritoryId, UserId};
use crate::records::{Assignment, Territory, User};
use crate::refusal::Refusal;
use crate::time::DateWindow;
use crate::world::{Need, World};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// See [`super::Command::Assign`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assign {
    /// The posting that comes into being.
    pub assignment: AssignmentId,
    /// Who.
    pub user: UserId,
    /// Where.
    pub territory: TerritoryId,
    /// From which day to which.
    pub window: DateWindow,
}

impl Decide for Assign {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![
            Need::record::<Assignment>(self.assignment),
            Need::record::<User>(self.user),
            Need::record::<Territory>(self.territory),
        ]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        if !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        let user = world.get::<User>(self.user).ok_or(Refusal::PostingUnfit)?;
        let territory = world.get::<Territory>(self.territory).ok_or(Refusal::PostingUnfit)?;
        let ends_before_it_begins = self.window.until.is_some_and(|until| until < self.window.from);
        let exists = world.get::<Assignment>(self.assignment).is_some();
        if user.region != territory.region || ends_before_it_begins || exists {
            return Err(Refusal::PostingUnfit);
        }
        Ok(Changes::put(Assignment {
            id: self.assignment,
            user: self.user,
            territory: self.territory,
            region: territory.region,
            window: self.window,
            changed_at: context.decided_at,
        }))
    }
}

/// See [`super::Command::EndAssignment`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EndAssignment {
    /// The posting.
    pub assignment: AssignmentId,
    /// Its last day.
    pub until: Date,
}

impl Decide for EndAssignment {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Assignment>(self.assignment)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        if !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        let posting = world.get::<Assignment>(self.assignment).ok_or(Refusal::PostingUnfit)?;
        let mut posting = posting.clone();
        posting.window.until = Some(self.until);
        posting.changed_at = context.decided_at;
        Ok(Changes::put(posting))
    }
}
