//! Leaving out a stop of the day with a reason, and taking that back (F6).

use super::{Changes, Context, Decide};
use crate::id::{OutletId, SkipId};
use crate::limits::SHORT_TEXT_CHARS;
use crate::records::{Outlet, RecordKey, Skip, SkipReason};
use crate::refusal::Refusal;
use crate::rules::text::within;
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::SkipStop`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SkipStop {
    /// What comes into being.
    pub skip: SkipId,
    /// The shop.
    pub outlet: OutletId,
    /// Why.
    pub reason: SkipReason,
    /// In their own words; the reason "other" needs some.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Decide for SkipStop {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Outlet>(self.outlet), Need::record::<Skip>(self.skip)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let outlet = world.get::<Outlet>(self.outlet).ok_or(Refusal::OutletUnknown { outlet: self.outlet })?;
        if world.get::<Skip>(self.skip).is_some() {
            return Err(Refusal::SkipExists { skip: self.skip });
        }
        within(&self.note, SHORT_TEXT_CHARS)?;
        if self.reason == SkipReason::Other && self.note.trim().is_empty() {
            return Err(Refusal::WordsNeeded);
        }
        Ok(Changes::put(Skip {
            id: self.skip,
            outlet: self.outlet,
            territory: outlet.territory_for(|scope| context.holds(scope)),
            rep: context.actor,
            rep_name: context.actor_name.clone(),
            day: context.captured_at.date(context.offset),
            reason: self.reason,
            note: self.note.trim().to_owned(),
            at: context.captured_at,
        }))
    }
}

/// See [`super::Command::UnskipStop`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnskipStop {
    /// What goes away again.
    pub skip: SkipId,
}

impl Decide for UnskipStop {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Skip>(self.skip)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let skip = world.get::<Skip>(self.skip).ok_or(Refusal::SkipUnknown { skip: self.skip })?;
        if skip.rep != context.actor {
            return Err(Refusal::NotYourVisit { rep_name: skip.rep_name.clone() });
        }
        Ok(Changes::default().without(RecordKey::of::<Skip>(self.skip)))
    }
}
