//! Signing (F51, S40): three signatures on the glass or sealed pages, and a copy for each.

use super::draft_agreement::ground_is_free;
use super::snapshot::Snapshot;
use super::{Changes, Context, Decide};
use crate::id::{AgreementId, OutletId, VisitId};
use crate::limits::{PAGES, SHORT_TEXT_CHARS};
use crate::records::{Agreement, AgreementState, Outlet, Party, PartyCopy, PartySignature, Photo};
use crate::refusal::Refusal;
use crate::rules::agreement::may_write;
use crate::rules::answer::signature_fits;
use crate::rules::photo::picture_fits;
use crate::rules::text::within;
use crate::world::{Index, Need, World};
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
pub(super) fn with_the_region(id: AgreementId, world: &World) -> Vec<Need> {
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
