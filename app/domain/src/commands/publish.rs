//! A new version of a form or of the weights (F27, S80). What is published is never changed: visits keep the version
//! they began with, and a later one takes its place from its day on.

use super::{Changes, Context, Decide};
use crate::limits::{FORM_OPTIONS, SHORT_TEXT_CHARS, WEIGHT_MOST};
use crate::measure::Share;
use crate::records::{Checklist, DisplayStandard, QualificationRule, Territory};
use crate::refusal::Refusal;
use crate::rules::form::flaws;
use crate::rules::text::within;
use crate::scope::Scope;
use crate::time::Moment;
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::PublishChecklist`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublishChecklist {
    /// The new version, under an id of its own.
    pub checklist: Checklist,
}

impl Decide for PublishChecklist {
    fn needs(&self, _: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<Checklist>(self.checklist.id)];
        needs.extend(self.checklist.standards().map(Need::record::<DisplayStandard>));
        if let Scope::Territory(id) = self.checklist.scope {
            needs.push(Need::record::<Territory>(id));
        }
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        may_publish(self.checklist.from, context)?;
        may_publish_for(self.checklist.scope, context)?;
        if world.get::<Checklist>(self.checklist.id).is_some() {
            return Err(Refusal::FormUnfit);
        }
        form_fits(&self.checklist)?;
        let region_of = |id| world.get::<Territory>(id).map(|territory| territory.region);
        let unseen = |standard: &DisplayStandard| !self.checklist.scope.lies_in(standard.scope, &region_of);
        // A photo cannot be held against what whoever takes it does not have.
        if self.checklist.standards().filter_map(|id| world.get::<DisplayStandard>(id)).any(unseen) {
            return Err(Refusal::StandardUnfit);
        }
        Ok(Changes::put(self.checklist.clone()))
    }
}

/// See [`super::Command::PublishQualification`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishQualification {
    /// The new version, under an id of its own.
    pub rule: QualificationRule,
}

impl Decide for PublishQualification {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<QualificationRule>(self.rule.id)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let rule = &self.rule;
        may_publish(rule.from, context)?;
        let weighs = (1..=WEIGHT_MOST).contains(&rule.site_weight.saturating_add(rule.mindset_weight));
        let shares = rule.mindset_floor <= Share::WHOLE && rule.pass <= Share::WHOLE;
        let few = rule.interviewers <= 5 && rule.sources <= 10 && (1..=13).contains(&rule.months);
        if world.get::<QualificationRule>(rule.id).is_some() || !weighs || !shares || !few {
            return Err(Refusal::FormUnfit);
        }
        if rule.same_name.len() > FORM_OPTIONS {
            return Err(Refusal::TooMany { limit: FORM_OPTIONS as u32 });
        }
        Ok(Changes::put(rule.clone()))
    }
}

/// Managers publish, and never into the past: what was judged then was judged by what held then.
pub(super) fn may_publish(from: Moment, context: &Context) -> Result<(), Refusal> {
    if !context.role.manages() {
        return Err(Refusal::NotYourRole);
    }
    if from < context.captured_at { Err(Refusal::DatesUnfit) } else { Ok(()) }
}

/// What is for the whole company is the marketing centre's; a region and its territories are also their manager's. That
/// there are others is not even said.
pub(super) fn may_publish_for(scope: Scope, context: &Context) -> Result<(), Refusal> {
    match scope {
        Scope::Company if context.role.sees_all() => Ok(()),
        Scope::Company => Err(Refusal::NotYourRole),
        Scope::Region(_) | Scope::Territory(_) if context.holds(scope) => Ok(()),
        _ => Err(Refusal::OutsideYourArea { name: String::new() }),
    }
}

/// Whether people can fill it in. What is wrong with it is told to the editor by the same rule.
///
/// # Errors
/// The first flaw.
pub fn form_fits(list: &Checklist) -> Result<(), Refusal> {
    if list.version == 0 {
        return Err(Refusal::FormUnfit);
    }
    if list.lineage.trim().is_empty() {
        return Err(Refusal::WordsNeeded);
    }
    within(&list.lineage, SHORT_TEXT_CHARS)?;
    flaws(list).first().map_or(Ok(()), |flaw| Err(flaw.kind.refusal()))
}
