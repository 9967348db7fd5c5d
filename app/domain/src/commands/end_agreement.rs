//! Ending an agreement before its time, with a reason and both others' word (S17).

use super::{Changes, Context, Decide};
use crate::id::AgreementId;
use crate::limits::TEXT_CHARS;
use crate::records::{Agreement, AgreementState, Alliance, Ending};
use crate::refusal::Refusal;
use crate::rules::text::within;
use crate::world::{Need, World};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// See [`super::Command::EndAgreement`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndAgreement {
    /// Which.
    pub agreement: AgreementId,
    /// Its last day.
    pub on: Date,
    /// Why.
    pub because: String,
    /// What the dealer says to it (S17).
    pub dealer_note: String,
    /// What the sub-distributor says to it.
    pub partner_note: String,
}

impl Decide for EndAgreement {
    fn needs(&self, world: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<Agreement>(self.agreement)];
        needs.extend(
            world
                .get::<Agreement>(self.agreement)
                .map(|agreement| Need::record::<Alliance>(Alliance::of(agreement.dealer))),
        );
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        if !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        let id = self.agreement;
        let agreement = world.get::<Agreement>(id).ok_or(Refusal::AgreementUnknown { agreement: id })?;
        if agreement.state == AgreementState::Draft || agreement.state == AgreementState::Ended {
            return Err(Refusal::AgreementFrozen { number: agreement.number() });
        }
        // Whose end is known may have made room for somebody by it: it comes earlier, and never later.
        let last = agreement.ended.as_ref().map_or(agreement.terms.until, |ending| ending.on);
        if !(agreement.terms.from..=last).contains(&self.on) {
            return Err(Refusal::DatesUnfit);
        }
        for text in [&self.because, &self.dealer_note, &self.partner_note] {
            within(text, TEXT_CHARS)?;
            // Ending early takes a reason and both others' word.
            if text.trim().is_empty() {
                return Err(Refusal::WordsNeeded);
            }
        }
        let end = ending(self.on, &self.because, &self.dealer_note, &self.partner_note, context);
        let today = context.captured_at.date(context.offset);
        let state = if self.on < today { AgreementState::Ended } else { agreement.state };
        let mut changes =
            Changes::put(Agreement { state, ended: Some(end), touched_at: context.captured_at, ..agreement.clone() });
        if let Some(alliance) = world.get::<Alliance>(Alliance::of(agreement.dealer)) {
            let mut alliance = alliance.clone();
            alliance.members.retain(|member| member.agreement != id || self.on >= today);
            changes = changes.and(alliance);
        }
        Ok(changes)
    }
}

/// What is written down of an end.
pub(super) fn ending(on: Date, because: &str, dealer_note: &str, partner_note: &str, context: &Context) -> Ending {
    Ending {
        on,
        because: because.trim().to_owned(),
        dealer_note: dealer_note.trim().to_owned(),
        partner_note: partner_note.trim().to_owned(),
        by_name: context.actor_name.clone(),
        at: context.captured_at,
    }
}
