//! The manager's word on an agreement (S40): sent back it is a draft again (its author may do that too before anybody has
//! signed), approved it is in force and the partner joins
//! the alliance.

use super::draft_agreement::ground_is_free;
use super::end_agreement::ending;
use super::sign_agreement::with_the_region;
use super::{Changes, Context, Decide};
use crate::id::{AgreementId, OutletId, SubDistributorId};
use crate::limits::TEXT_CHARS;
use crate::records::{
    Agreement, AgreementState, Alliance, Candidate, CandidateStage, Dealer, Member, Outlet, Party, SignOff,
    SubDistributor,
};
use crate::refusal::Refusal;
use crate::rules::agreement::may_take_back;
use crate::rules::candidate::known;
use crate::rules::text::within;
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::RuleAgreement`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleAgreement {
    /// Which.
    pub agreement: AgreementId,
    /// Whether it comes into force; if not, it is a draft again.
    pub approve: bool,
    /// Why not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

impl Decide for RuleAgreement {
    fn needs(&self, world: &World) -> Vec<Need> {
        let mut needs = with_the_region(self.agreement, world);
        if let Some(agreement) = world.get::<Agreement>(self.agreement) {
            needs.extend([
                Need::record::<Candidate>(agreement.candidate),
                Need::record::<Outlet>(OutletId(agreement.candidate.0)),
                Need::record::<Dealer>(agreement.dealer),
                Need::record::<Alliance>(Alliance::of(agreement.dealer)),
                Need::record::<SubDistributor>(SubDistributorId(agreement.candidate.0)),
            ]);
            needs.extend(agreement.renews.map(Need::record::<Agreement>));
        }
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let (id, manages) = (self.agreement, context.role.manages());
        let known = world.get::<Agreement>(id);
        // Whoever offered it may take it back as long as nobody has put a name under it.
        let takes_back = !self.approve && known.is_some_and(|known| may_take_back(known, context.actor));
        if !manages && !takes_back {
            return Err(Refusal::NotYourRole);
        }
        let agreement = known.ok_or(Refusal::AgreementUnknown { agreement: id })?;
        if !matches!(agreement.state, AgreementState::Offered | AgreementState::Signed) {
            return Err(Refusal::AgreementFrozen { number: agreement.number() });
        }
        within(&self.words, TEXT_CHARS)?;
        if self.approve { approved(agreement, world, context) } else { self.sent_back(agreement, context) }
    }
}

impl RuleAgreement {
    /// A draft again, without what was signed: other terms are signed anew.
    fn sent_back(&self, agreement: &Agreement, context: &Context) -> Result<Changes, Refusal> {
        // One's own offer is taken back without a word to oneself.
        if self.words.trim().is_empty() && !may_take_back(agreement, context.actor) {
            return Err(Refusal::WordsNeeded);
        }
        Ok(Changes::put(Agreement {
            state: AgreementState::Draft,
            hash: None,
            signatures: Vec::new(),
            copies: Vec::new(),
            sent_back: self.words.trim().to_owned(),
            touched_at: context.captured_at,
            ..agreement.clone()
        }))
    }
}

/// In force, and the partner a member (S40).
fn approved(agreement: &Agreement, world: &World, context: &Context) -> Result<Changes, Refusal> {
    let missing: Vec<Party> = Party::ALL.into_iter().filter(|party| !agreement.is_signed_by(*party)).collect();
    if !missing.is_empty() {
        return Err(Refusal::SignaturesMissing { parties: missing });
    }
    let missing: Vec<Party> = Party::ALL.into_iter().filter(|party| !agreement.has_copy(*party)).collect();
    if !missing.is_empty() {
        return Err(Refusal::CopiesMissing { parties: missing });
    }
    let candidate = known(world, agreement.candidate)?;
    let today = context.captured_at.date(context.offset);
    let qualified = candidate.stage.is_qualified() && candidate.qualified_until.is_some_and(|until| until >= today);
    if !qualified {
        return Err(Refusal::NotQualified { name: candidate.facts.name.clone() });
    }
    ground_is_free(agreement, world)?;
    let place = world.get::<Outlet>(candidate.place());
    let place = place.ok_or(Refusal::CandidateUnknown { candidate: candidate.id })?;
    let active = Agreement {
        state: AgreementState::Active,
        approved: Some(SignOff { name: context.actor_name.clone(), at: context.captured_at }),
        touched_at: context.captured_at,
        ..agreement.clone()
    };
    let member = Candidate { stage: CandidateStage::Member, touched_at: context.captured_at, ..candidate.clone() };
    let partner = SubDistributor {
        id: SubDistributorId(candidate.id.0),
        dealer: agreement.dealer,
        territory: place.territory,
        name: candidate.facts.name.clone(),
        owner: candidate.facts.contact.clone(),
        phone: candidate.facts.phone.clone(),
    };
    let mut changes = Changes::put(alliance_with(agreement, world, context)).and(active).and(member).and(partner);
    if let Some(old) = agreement.renews.and_then(|old| world.get::<Agreement>(old)).filter(|old| old.ended.is_none()) {
        // The old one runs until the day before the new one begins.
        let on = old.terms.until.min(agreement.terms.from.saturating_sub(jiff::Span::new().days(1)));
        changes = changes.and(Agreement { ended: Some(ending(on, "", "", "", context)), ..old.clone() });
    }
    Ok(changes)
}

fn alliance_with(agreement: &Agreement, world: &World, context: &Context) -> Alliance {
    let id = Alliance::of(agreement.dealer);
    let mut alliance = world.get::<Alliance>(id).cloned().unwrap_or_else(|| Alliance {
        id,
        region: agreement.region,
        dealer: agreement.dealer,
        dealer_name: agreement.dealer_name.clone(),
        members: Vec::new(),
        founded_at: context.captured_at,
    });
    let member = Member {
        candidate: agreement.candidate,
        name: agreement.candidate_name.clone(),
        agreement: agreement.id,
        since: agreement.terms.from,
    };
    match alliance.members.iter_mut().find(|known| known.candidate == agreement.candidate) {
        // They have been a member since before.
        Some(known) => known.agreement = member.agreement,
        None => alliance.members.push(member),
    }
    alliance
}
