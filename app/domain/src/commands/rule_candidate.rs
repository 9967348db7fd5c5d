//! What a manager decides about a candidate (F47, F48), with its line in the minutes.

use super::{Changes, Context, Decide};
use crate::id::CandidateId;
use crate::limits::{QUALIFIED_MONTHS, SHORT_TEXT_CHARS, TEXT_CHARS};
use crate::records::{Agreement, Candidate, CandidateRuling, CandidateStage, Minute, ProposalKind, Weighed};
use crate::refusal::Refusal;
use crate::rules::agreement::standing;
use crate::rules::candidate::{known, says_why};
use crate::rules::text::within;
use crate::world::{Index, Need, World};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// See [`super::Command::RuleCandidate`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleCandidate {
    /// Which.
    pub candidate: CandidateId,
    /// What.
    pub ruling: CandidateRuling,
    /// By which item, for who is cut.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub item: String,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Until which day, for who is qualified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// What they were weighed to be on the screen on which it was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weighed: Option<Weighed>,
}

impl Decide for RuleCandidate {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Candidate>(self.candidate), Need::Index(Index::AgreementsWith(self.candidate))]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        if !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        let before = known(world, self.candidate)?;
        let (stage, until, suspended_from) = self.outcome(before, context)?;
        if matches!(self.ruling, CandidateRuling::Exit | CandidateRuling::Eliminate) {
            bound_by_nothing(before, world, context)?;
        }
        within(&self.words, TEXT_CHARS)?;
        within(&self.item, SHORT_TEXT_CHARS)?;
        let asked_item = match before.proposal.as_ref().map(|proposal| &proposal.kind) {
            Some(ProposalKind::Eliminate { item }) => item.as_str(),
            _ => "",
        };
        let item = [self.item.trim(), asked_item].into_iter().find(|item| !item.is_empty()).unwrap_or_default();
        let item = if self.ruling == CandidateRuling::Eliminate { item } else { "" };
        if says_why(self.ruling, self.weighed) && self.words.trim().is_empty() && item.is_empty() {
            return Err(Refusal::WordsNeeded);
        }
        let mut candidate = before.clone();
        candidate.minutes.push(Minute {
            ruling: self.ruling,
            item: item.to_owned(),
            words: self.words.trim().to_owned(),
            weighed: self.weighed,
            proposed_by: before.proposal.as_ref().map(|proposal| proposal.by_name.clone()).unwrap_or_default(),
            by_name: context.actor_name.clone(),
            at: context.captured_at,
        });
        candidate.stage = stage;
        candidate.qualified_until = until;
        candidate.suspended_from = suspended_from;
        candidate.proposal = None;
        candidate.touched_at = context.captured_at;
        Ok(Changes::put(candidate))
    }
}

/// Nobody leaves or is cut while an agreement goes on, or is on offer, whose end is not written down: it would keep others
/// out of their ground.
fn bound_by_nothing(candidate: &Candidate, world: &World, context: &Context) -> Result<(), Refusal> {
    let today = context.captured_at.date(context.offset);
    let theirs = world.all::<Agreement>().filter(|agreement| agreement.candidate == candidate.id);
    let mut bound = theirs.filter(|one| one.ended.is_none() && standing(one, today).holds_ground());
    bound.next().map_or(Ok(()), |one| Err(Refusal::AgreementRuns { number: one.number() }))
}

impl RuleCandidate {
    /// The stage, the day until which it is qualified, and what a suspension goes back to.
    fn outcome(
        &self,
        before: &Candidate,
        context: &Context,
    ) -> Result<(CandidateStage, Option<Date>, Option<CandidateStage>), Refusal> {
        use {CandidateRuling as Ruling, CandidateStage as At};
        let (stage, until) = (before.stage, before.qualified_until);
        let unfit = Err(Refusal::StageUnfit { stage });
        match (self.ruling, stage) {
            (Ruling::Qualify, At::Proposed | At::Qualified | At::Signing | At::Member) => {
                let today = context.captured_at.date(context.offset);
                let last = today.saturating_add(jiff::Span::new().months(i64::from(QUALIFIED_MONTHS)));
                let until = self.until.filter(|until| (today..=last).contains(until));
                let until = until.ok_or(Refusal::DatesUnfit)?;
                let stage = if stage == At::Proposed { At::Qualified } else { stage };
                Ok((stage, Some(until), None))
            }
            (Ruling::SendBack, At::Proposed) => Ok((At::Inspecting, until, None)),
            // A yearly look that did not convince: they stay what they are until the day comes.
            (Ruling::SendBack, stage) if stage.is_qualified() && before.proposal.is_some() => Ok((stage, until, None)),
            (Ruling::Eliminate, stage) if stage < At::Member => Ok((At::Eliminated, None, None)),
            (Ruling::Suspend, stage) if stage.is_qualified() => Ok((At::Suspended, until, Some(stage))),
            (Ruling::Resume, At::Suspended) => Ok((before.suspended_from.unwrap_or(At::Qualified), until, None)),
            (Ruling::Exit, At::Member | At::Suspended) => Ok((At::Left, None, None)),
            _ => unfit,
        }
    }
}
