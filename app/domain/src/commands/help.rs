//! Asking the team for help, taking it on, and saying that it is settled (S66). Somebody who steps in for whole days is
//! posted by a hand-over (F7); this is for one thing.

use super::{Changes, Context, Decide};
use crate::id::{HelpId, OutletId, TerritoryId};
use crate::limits::TEXT_CHARS;
use crate::records::{Help, HelpTaken, Outlet, SignOff, Territory};
use crate::refusal::Refusal;
use crate::rules::text::within;
use crate::scope::Scope;
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::AskHelp`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskHelp {
    /// What comes into being.
    pub help: HelpId,
    /// Where one works: its region is asked.
    pub territory: TerritoryId,
    /// The shop that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<OutletId>,
    /// What is needed.
    pub what: String,
    /// Whether it cannot wait.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub urgent: bool,
}

impl Decide for AskHelp {
    fn needs(&self, _: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<Help>(self.help), Need::record::<Territory>(self.territory)];
        needs.extend(self.outlet.map(Need::record::<Outlet>));
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let territory = world.get::<Territory>(self.territory).ok_or(Refusal::PostingUnfit)?;
        if !context.holds(Scope::Territory(self.territory)) {
            return Err(Refusal::OutsideYourArea { name: String::new() });
        }
        if world.get::<Help>(self.help).is_some() {
            return Err(Refusal::HelpSettled);
        }
        within(&self.what, TEXT_CHARS)?;
        if self.what.trim().is_empty() {
            return Err(Refusal::WordsNeeded);
        }
        let known = |outlet| world.get::<Outlet>(outlet).ok_or(Refusal::OutletUnknown { outlet });
        let outlet = self.outlet.map(known).transpose()?;
        // The name of a shop is told to the whole region: only by somebody who is allowed to know it.
        if let Some(outlet) = outlet.filter(|outlet| !context.holds(Scope::Territory(outlet.territory))) {
            return Err(Refusal::OutletUnknown { outlet: outlet.id });
        }
        Ok(Changes::put(Help {
            id: self.help,
            region: territory.region,
            asked_by: context.actor,
            asked_by_name: context.actor_name.clone(),
            asked_at: context.captured_at,
            outlet: self.outlet,
            outlet_name: outlet.map(|outlet| outlet.name.clone()).unwrap_or_default(),
            what: self.what.trim().to_owned(),
            urgent: self.urgent,
            taken: None,
            settled: None,
        }))
    }
}

/// See [`super::Command::TakeHelp`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakeHelp {
    /// Which.
    pub help: HelpId,
    /// Whether one takes it; if not, one gives back what one had taken.
    pub take: bool,
}

impl Decide for TakeHelp {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Help>(self.help)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let help = open(world, self.help)?;
        if self.take && help.asked_by == context.actor {
            return Err(Refusal::NotYourRole);
        }
        if let Some(taken) = help.taken.as_ref().filter(|taken| taken.by != context.actor) {
            return Err(Refusal::HelpTaken { by_name: taken.by_name.clone() });
        }
        let (by, by_name, at) = (context.actor, context.actor_name.clone(), context.captured_at);
        let taken = self.take.then_some(HelpTaken { by, by_name, at });
        Ok(Changes::put(Help { taken, ..help.clone() }))
    }
}

/// See [`super::Command::SettleHelp`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettleHelp {
    /// Which.
    pub help: HelpId,
}

impl Decide for SettleHelp {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Help>(self.help)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let help = open(world, self.help)?;
        let helps = help.taken.as_ref().is_some_and(|taken| taken.by == context.actor);
        if !helps && help.asked_by != context.actor && !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        let settled = Some(SignOff { name: context.actor_name.clone(), at: context.captured_at });
        Ok(Changes::put(Help { settled, ..help.clone() }))
    }
}

fn open(world: &World, help: HelpId) -> Result<&Help, Refusal> {
    let help = world.get::<Help>(help).ok_or(Refusal::HelpUnknown)?;
    if help.settled.is_some() { Err(Refusal::HelpSettled) } else { Ok(help) }
}
