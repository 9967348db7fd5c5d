//! Answering one question. One item per command, so that nothing else is overwritten and
//! every change is on the phone's disk before the next tap (F12).

use super::{Changes, Context, Decide};
use crate::id::VisitId;
use crate::records::{Answer, AnswerValue, Checklist, ItemKey, ItemKind, Visit};
use crate::refusal::Refusal;
use crate::rules::answer::fits;
use crate::rules::visit::open_for;
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::AnswerItem`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerItem {
    /// The visit.
    pub visit: VisitId,
    /// The question.
    pub item: ItemKey,
    /// The answer; none takes it back.
    pub value: Option<AnswerValue>,
    /// The rep looked and found it as it was at the visit before (F25).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confirmed: bool,
}

impl Decide for AnswerItem {
    fn needs(&self, world: &World) -> Vec<Need> {
        visit_and_checklist(self.visit, world)
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let mut visit = open_for(world, self.visit, context)?.clone();
        let checklist = world.get::<Checklist>(visit.checklist).ok_or(Refusal::ChecklistUnknown)?;
        let item = checklist.item(&self.item).ok_or_else(|| Refusal::ItemUnknown { item: self.item.clone() })?;
        // Photos come and go with their own commands, which know the bytes: taking the answer back
        // would leave them without a slot. What is computed is answered by nobody.
        if matches!(item.kind, ItemKind::Photo { .. } | ItemKind::Computed { .. }) {
            return Err(Refusal::AnswerOfOtherKind { item: self.item.clone() });
        }
        match &self.value {
            Some(value) => {
                fits(item, value)?;
                let answer = Answer { value: value.clone(), at: context.captured_at, confirmed: self.confirmed };
                visit.answers.insert(self.item.clone(), answer);
            }
            None => {
                visit.answers.remove(&self.item);
            }
        }
        // The shop signed other answers than these.
        visit.confirmed = None;
        Ok(Changes::put(visit))
    }
}

/// A visit, and once it is there the checklist it keeps.
pub(super) fn visit_and_checklist(id: VisitId, world: &World) -> Vec<Need> {
    let mut needs = vec![Need::record::<Visit>(id)];
    needs.extend(world.get::<Visit>(id).map(|visit| Need::record::<Checklist>(visit.checklist)));
    needs
}
