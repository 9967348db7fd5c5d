//! A new version of a form or of the weights (F27, S80). What is published is never changed: visits keep the version
//! they began with, and a later one takes its place from its day on.

use super::{Changes, Context, Decide};
use crate::limits::{FORM_ITEMS, FORM_OPTIONS, SHORT_TEXT_CHARS, TEXT_CHARS, WEIGHT_MOST};
use crate::measure::Share;
use crate::records::{Checklist, Item, ItemKind, QualificationRule};
use crate::refusal::Refusal;
use crate::rules::text::within;
use crate::time::Moment;
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// See [`super::Command::PublishChecklist`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublishChecklist {
    /// The new version, under an id of its own.
    pub checklist: Checklist,
}

impl Decide for PublishChecklist {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Checklist>(self.checklist.id)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        may_publish(self.checklist.from, context)?;
        if world.get::<Checklist>(self.checklist.id).is_some() {
            return Err(Refusal::FormUnfit);
        }
        form_fits(&self.checklist)?;
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
fn may_publish(from: Moment, context: &Context) -> Result<(), Refusal> {
    if !context.role.manages() {
        return Err(Refusal::NotYourRole);
    }
    if from < context.captured_at { Err(Refusal::DatesUnfit) } else { Ok(()) }
}

/// Whether people can fill it in: names for everything, keys that tell questions apart, weights that can be added up.
///
/// # Errors
/// What does not fit.
pub fn form_fits(list: &Checklist) -> Result<(), Refusal> {
    if list.items.len() > FORM_ITEMS {
        return Err(Refusal::TooMany { limit: FORM_ITEMS as u32 });
    }
    let keys: BTreeSet<_> = list.items.iter().map(|item| &item.key).collect();
    let bands = list.bands.conditional <= list.bands.pass && list.bands.pass <= Share::WHOLE;
    if list.items.is_empty() || keys.len() != list.items.len() || list.version == 0 || !bands {
        return Err(Refusal::FormUnfit);
    }
    if list.title.zh.trim().is_empty() || list.lineage.trim().is_empty() {
        return Err(Refusal::WordsNeeded);
    }
    within(&list.lineage, SHORT_TEXT_CHARS)?;
    list.items.iter().try_for_each(item_fits)
}

fn item_fits(item: &Item) -> Result<(), Refusal> {
    if item.title.zh.trim().is_empty() || item.key.0.trim().is_empty() {
        return Err(Refusal::WordsNeeded);
    }
    within(&item.key.0, SHORT_TEXT_CHARS)?;
    for words in [&item.title, &item.step, &item.hint] {
        within(&words.zh, TEXT_CHARS)?;
        within(&words.en, TEXT_CHARS)?;
    }
    let floor = item.knock_out.as_ref().is_none_or(|floor| floor.at_least <= Share::WHOLE);
    let kind = match &item.kind {
        ItemKind::Number { min, max, .. } | ItemKind::Money { min, max } => min <= max,
        ItemKind::Choice { options, .. } => (2..=FORM_OPTIONS).contains(&options.len()),
        ItemKind::Scale { anchors } => (2..=FORM_OPTIONS).contains(&anchors.len()),
        ItemKind::Photo { slots, .. } => (1..=FORM_OPTIONS).contains(&slots.len()),
        _ => true,
    };
    if item.weight <= WEIGHT_MOST && floor && kind { Ok(()) } else { Err(Refusal::FormUnfit) }
}
