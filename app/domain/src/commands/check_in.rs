//! Arriving at a shop. Far away or without a position a reason is asked for, never more (F10).

use super::{Changes, Context, Decide};
use crate::geo::{Fix, Nearness};
use crate::id::{ChecklistId, OutletId, VisitId};
use crate::limits::{AT_OUTLET_METRES, SHORT_TEXT_CHARS};
use crate::records::{Attendance, Checklist, LastVisit, Outlet, Visit, VisitReason};
use crate::refusal::Refusal;
use crate::rules::text::within;
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// See [`super::Command::CheckIn`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckIn {
    /// The visit that begins; its id is made when the brief is opened, so a double tap is one visit.
    pub visit: VisitId,
    /// The shop.
    pub outlet: OutletId,
    /// The version of the checklist that the phone holds and the visit will keep.
    pub checklist: ChecklistId,
    /// Why the rep is there.
    pub reason: VisitReason,
    /// Where the phone was, if it knew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// Why from afar, or why without a position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exception: Option<String>,
}

impl CheckIn {
    /// Whether a reason is needed for a fix at a shop.
    #[must_use]
    pub fn needs_reason(fix: Option<&Fix>, outlet: &Outlet) -> bool {
        fix.is_none_or(|fix| fix.nearness(outlet.position, AT_OUTLET_METRES) == Nearness::Far)
    }
}

impl Decide for CheckIn {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![
            Need::record::<Visit>(self.visit),
            Need::record::<Outlet>(self.outlet),
            Need::record::<Checklist>(self.checklist),
            // For the check-out that may come in the same push: until this is carried out it cannot say which shop's.
            Need::record::<LastVisit>(LastVisit::of(self.outlet)),
        ]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        if world.get::<Visit>(self.visit).is_some() {
            return Err(Refusal::VisitExists { visit: self.visit });
        }
        let outlet = world.get::<Outlet>(self.outlet).ok_or(Refusal::OutletUnknown { outlet: self.outlet })?;
        if !outlet.open {
            return Err(Refusal::OutletClosed { name: outlet.name.clone() });
        }
        // A form of elsewhere is none here.
        if world.get::<Checklist>(self.checklist).is_none_or(|list| !context.holds(list.scope)) {
            return Err(Refusal::ChecklistUnknown);
        }
        if let VisitReason::Unplanned(why) = &self.reason {
            within(why, SHORT_TEXT_CHARS)?;
        }
        let exception = self.exception.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
        within(exception.unwrap_or_default(), SHORT_TEXT_CHARS)?;
        if exception.is_none() && Self::needs_reason(self.fix.as_ref(), outlet) {
            return Err(Refusal::ReasonNeeded);
        }
        Ok(Changes::put(Visit {
            id: self.visit,
            outlet: self.outlet,
            territory: outlet.territory_for(|scope| context.holds(scope)),
            rep: context.actor,
            rep_name: context.actor_name.clone(),
            device: context.device,
            checklist: self.checklist,
            reason: self.reason.clone(),
            day: context.captured_at.date(context.offset),
            check_in: Attendance {
                at: context.captured_at,
                fix: self.fix,
                distance: self.fix.map(|fix| fix.position.metres_to(outlet.position)),
                exception: exception.map(str::to_owned),
            },
            check_out: None,
            answers: BTreeMap::new(),
            odd: Vec::new(),
            forgotten: None,
            score: None,
            confirmed: None,
            companions: Vec::new(),
            note: String::new(),
            photos: 0,
        }))
    }
}
