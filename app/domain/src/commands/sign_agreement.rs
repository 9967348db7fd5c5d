//! Signing (F51, S40): three signatures on the glass or sealed pages, a copy for each, and the manager's approval, with
//! which the partner joins the alliance.

use super::candidate::Snapshot;
use super::draft_agreement::ground_is_free;
use super::{Changes, Context, Decide};
use crate::id::{AgreementId, OutletId, SubDistributorId, VisitId};
use crate::limits::{PAGES, SHORT_TEXT_CHARS, TEXT_CHARS};
use crate::records::{
    Agreement, AgreementState, Alliance, Candidate, CandidateStage, Dealer, Ending, Member, Outlet, Party, PartyCopy,
    PartySignature, Photo, SignOff, SubDistributor,
};
use crate::refusal::Refusal;
use crate::rules::agreement::may_write;
use crate::rules::answer::signature_fits;
use crate::rules::candidate::known;
use crate::rules::photo::picture_fits;
use crate::rules::text::within;
use crate::world::{Index, Need, World};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// See [`super::Command::SignAgreement`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignAgreement {
    /// Which.
    pub agreement: AgreementId,
    /// The hash of what was shown to whoever signed.
    pub hash: String,
    /// For whom.
    pub party: Party,
    /// Who signs.
    pub name: String,
    /// SVG path data in a 300 x 100 box; empty where the sealed pages are photographed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub signature: String,
}

impl Decide for SignAgreement {
    fn needs(&self, world: &World) -> Vec<Need> {
        with_the_region(self.agreement, world)
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let agreement = offered(world, self.agreement, context)?;
        if agreement.hash.as_deref() != Some(self.hash.as_str()) {
            return Err(Refusal::TermsDiffer);
        }
        within(&self.name, SHORT_TEXT_CHARS)?;
        signature_fits(&self.signature)?;
        if self.name.trim().is_empty() {
            return Err(Refusal::WordsNeeded);
        }
        if self.signature.is_empty() && agreement.pages.is_empty() {
            return Err(Refusal::SignatureNeeded);
        }
        if agreement.is_signed_by(self.party) {
            return Err(Refusal::SignedBefore);
        }
        // Two drafts made without a network: whoever comes second learns it here, and nothing of theirs is lost.
        ground_is_free(agreement, world)?;
        let mut signed = agreement.clone();
        signed.signatures.push(PartySignature {
            party: self.party,
            name: self.name.trim().to_owned(),
            signature: self.signature.clone(),
            at: context.captured_at,
            witness: context.actor,
        });
        if Party::ALL.into_iter().all(|party| signed.is_signed_by(party)) {
            signed.state = AgreementState::Signed;
        }
        signed.touched_at = context.captured_at;
        Ok(Changes::put(signed))
    }
}

/// The agreement, and with it everybody's in the region.
fn with_the_region(id: AgreementId, world: &World) -> Vec<Need> {
    let mut needs = vec![Need::record::<Agreement>(id)];
    if let Some(agreement) = world.get::<Agreement>(id) {
        needs.push(Need::Index(Index::AgreementsIn(agreement.region)));
    }
    needs
}

fn offered<'a>(world: &'a World, id: AgreementId, context: &Context) -> Result<&'a Agreement, Refusal> {
    let agreement = world.get::<Agreement>(id).ok_or(Refusal::AgreementUnknown { agreement: id })?;
    may_write(agreement, context)?;
    match agreement.state {
        AgreementState::Offered => Ok(agreement),
        AgreementState::Draft => Err(Refusal::NotOffered),
        _ => Err(Refusal::AgreementFrozen { number: agreement.number() }),
    }
}

/// See [`super::Command::TakePage`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TakePage {
    /// Whose page.
    pub agreement: AgreementId,
    /// The photo.
    #[serde(flatten)]
    pub snapshot: Snapshot,
}

impl Decide for TakePage {
    fn needs(&self, world: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<Agreement>(self.agreement), Need::record::<Photo>(self.snapshot.photo)];
        needs.extend(world.get::<Agreement>(self.agreement).map(|agreement| {
            // The page lies where the partner's place does.
            Need::record::<Outlet>(OutletId(agreement.candidate.0))
        }));
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let agreement = offered(world, self.agreement, context)?;
        if world.get::<Photo>(self.snapshot.photo).is_some() {
            return Err(Refusal::PhotoExists { photo: self.snapshot.photo });
        }
        picture_fits(&self.snapshot.picture, &self.snapshot.thumbnail, &self.snapshot.look)?;
        if agreement.pages.len() >= PAGES {
            return Err(Refusal::TooManyPhotos { limit: PAGES as u32 });
        }
        let place = world.get::<Outlet>(OutletId(agreement.candidate.0));
        let place = place.ok_or(Refusal::CandidateUnknown { candidate: agreement.candidate })?;
        let slot = (agreement.pages.len() + 1).to_string();
        let photo = self.snapshot.record(VisitId(agreement.id.0), "page", slot, place, context);
        let mut paged = agreement.clone();
        paged.pages.push(self.snapshot.photo);
        paged.touched_at = context.captured_at;
        Ok(Changes::put(paged).and(photo))
    }
}

/// See [`super::Command::HandCopy`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandCopy {
    /// Of which agreement.
    pub agreement: AgreementId,
    /// To whom.
    pub party: Party,
}

impl Decide for HandCopy {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Agreement>(self.agreement)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let id = self.agreement;
        let agreement = world.get::<Agreement>(id).ok_or(Refusal::AgreementUnknown { agreement: id })?;
        may_write(agreement, context)?;
        if agreement.state == AgreementState::Draft {
            return Err(Refusal::NotOffered);
        }
        let mut handed = agreement.clone();
        // A second tap changes nothing.
        if !handed.has_copy(self.party) {
            handed.copies.push(PartyCopy { party: self.party, at: context.captured_at });
            handed.touched_at = context.captured_at;
        }
        Ok(Changes::put(handed))
    }
}

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
        if !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        let id = self.agreement;
        let agreement = world.get::<Agreement>(id).ok_or(Refusal::AgreementUnknown { agreement: id })?;
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
        if self.words.trim().is_empty() {
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
    let qualified =
        matches!(candidate.stage, CandidateStage::Qualified | CandidateStage::Signing | CandidateStage::Member)
            && candidate.qualified_until.is_some_and(|until| until >= today);
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

fn ending(on: Date, because: &str, dealer_note: &str, partner_note: &str, context: &Context) -> Ending {
    Ending {
        on,
        because: because.trim().to_owned(),
        dealer_note: dealer_note.trim().to_owned(),
        partner_note: partner_note.trim().to_owned(),
        by_name: context.actor_name.clone(),
        at: context.captured_at,
    }
}

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
