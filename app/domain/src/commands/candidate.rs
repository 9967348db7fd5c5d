//! Candidates as the rep works with them (F41, F42): adding one, changing what is known, moving it along, taking it over.

use super::event::came_of;
use super::snapshot::Snapshot;
use super::{Changes, Context, Decide};
use crate::geo::{Fix, Position};
use crate::id::{CandidateId, OutletId, TerritoryId, VisitId};
use crate::limits::{BRANDS, SHORT_TEXT_CHARS, TEXT_CHARS};
use crate::records::{
    Candidate, CandidateFacts, CandidateSource, CandidateStage, NextStep, Outlet, OutletClass, Photo, Proposal,
    ProposalKind, RecruitEvent, Responsible, Territory,
};
use crate::refusal::Refusal;
use crate::rules::candidate::{known, own};
use crate::rules::photo::picture_fits;
use crate::rules::pinyin::initials;
use crate::rules::text::within;
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::AddCandidate`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AddCandidate {
    /// What comes into being.
    pub candidate: CandidateId,
    /// The territory that its place lies in.
    pub territory: TerritoryId,
    /// What is known.
    #[serde(flatten)]
    pub facts: CandidateFacts,
    /// Where it comes from.
    pub source: CandidateSource,
    /// Where the phone was, at the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// The photo of its front.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shopfront: Option<Snapshot>,
}

impl Decide for AddCandidate {
    fn needs(&self, _: &World) -> Vec<Need> {
        let mut needs = vec![
            Need::record::<Candidate>(self.candidate),
            Need::record::<Outlet>(OutletId(self.candidate.0)),
            Need::record::<Territory>(self.territory),
        ];
        needs.extend(self.shopfront.as_ref().map(|snapshot| Need::record::<Photo>(snapshot.photo)));
        if let CandidateSource::Event(event) = self.source {
            needs.push(Need::record::<RecruitEvent>(event));
        }
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let place = OutletId(self.candidate.0);
        if world.get::<Candidate>(self.candidate).is_some() || world.get::<Outlet>(place).is_some() {
            return Err(Refusal::CandidateExists { candidate: self.candidate });
        }
        let territory = world.get::<Territory>(self.territory);
        let territory = territory.ok_or_else(|| Refusal::OutsideYourArea { name: self.facts.name.clone() })?;
        let facts = fitting(&self.facts)?;
        if let CandidateSource::Targeted { criterion } = &self.source {
            within(criterion, SHORT_TEXT_CHARS)?;
        }
        let candidate = Candidate {
            id: self.candidate,
            region: territory.region,
            territory: self.territory,
            initials: initials(&facts.name),
            facts,
            source: self.source.clone(),
            stage: CandidateStage::Lead,
            owner: context.actor,
            owner_name: context.actor_name.clone(),
            next: None,
            proposal: None,
            minutes: Vec::new(),
            qualified_until: None,
            suspended_from: None,
            shopfront: self.shopfront.as_ref().map(|snapshot| snapshot.photo),
            added_at: context.captured_at,
            touched_at: context.captured_at,
        };
        // Without a position it lies where nobody is near it: whoever checks in there says why, as for any shop.
        let place = place_of(&candidate, measured(self.fix).unwrap_or(Position { lat: 0, lon: 0 }));
        let mut changes = Changes::default();
        if let Some(snapshot) = &self.shopfront {
            if world.get::<Photo>(snapshot.photo).is_some() {
                return Err(Refusal::PhotoExists { photo: snapshot.photo });
            }
            picture_fits(&snapshot.picture, &snapshot.thumbnail, &snapshot.look)?;
            let of = VisitId(self.candidate.0);
            let photo = Photo { fix: self.fix, ..snapshot.record(of, "front", "front".to_owned(), &place, context) };
            changes = changes.and(photo);
        }
        if let CandidateSource::Event(event) = self.source {
            changes = changes.and(came_of(event, &candidate, world)?);
        }
        Ok(changes.and(candidate).and(place))
    }
}

/// Facts as they are kept.
fn fitting(facts: &CandidateFacts) -> Result<CandidateFacts, Refusal> {
    let short = [&facts.name, &facts.contact, &facts.phone, &facts.licence, &facts.address];
    for text in short.into_iter().chain(&facts.brands) {
        within(text, SHORT_TEXT_CHARS)?;
    }
    within(&facts.note, TEXT_CHARS)?;
    if facts.name.trim().is_empty() {
        return Err(Refusal::WordsNeeded);
    }
    if facts.brands.len() > BRANDS {
        return Err(Refusal::TooMany { limit: BRANDS as u32 });
    }
    let trimmed = |text: &String| text.trim().to_owned();
    Ok(CandidateFacts {
        name: trimmed(&facts.name),
        contact: trimmed(&facts.contact),
        phone: trimmed(&facts.phone),
        licence: trimmed(&facts.licence).to_uppercase(),
        address: trimmed(&facts.address),
        brands: facts.brands.iter().map(trimmed).filter(|brand| !brand.is_empty()).collect(),
        note: trimmed(&facts.note),
    })
}

/// Where a phone was; one that says it was nowhere on earth has not said it.
fn measured(fix: Option<Fix>) -> Option<Position> {
    fix.map(|fix| fix.position).filter(|position| position.is_valid())
}

/// The place of a candidate, which is visited as a shop is.
fn place_of(candidate: &Candidate, position: Position) -> Outlet {
    Outlet {
        id: candidate.place(),
        territory: candidate.territory,
        code: String::new(),
        name: candidate.facts.name.clone(),
        initials: candidate.initials.clone(),
        class: OutletClass::A,
        channel: String::new(),
        address: candidate.facts.address.clone(),
        owner: candidate.facts.contact.clone(),
        phone: candidate.facts.phone.clone(),
        position,
        responsible: Responsible::Open,
        open: true,
        partner: true,
        moved: None,
    }
}

/// See [`super::Command::EditCandidate`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EditCandidate {
    /// Which.
    pub candidate: CandidateId,
    /// What is known now.
    #[serde(flatten)]
    pub facts: CandidateFacts,
    /// Where it is, if that was measured anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
}

impl Decide for EditCandidate {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Candidate>(self.candidate), Need::record::<Outlet>(OutletId(self.candidate.0))]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let known = own(world, self.candidate, context)?;
        let facts = fitting(&self.facts)?;
        let candidate =
            Candidate { initials: initials(&facts.name), facts, touched_at: context.captured_at, ..known.clone() };
        let place = world.get::<Outlet>(candidate.place());
        let place = place.ok_or(Refusal::CandidateUnknown { candidate: self.candidate })?;
        let place = Outlet {
            class: place.class,
            channel: place.channel.clone(),
            responsible: place.responsible,
            open: place.open,
            ..place_of(&candidate, measured(self.fix).unwrap_or(place.position))
        };
        Ok(Changes::put(candidate).and(place))
    }
}

/// See [`super::Command::MoveCandidate`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MoveCandidate {
    /// Which.
    pub candidate: CandidateId,
    /// How far it has come. One beyond the early stages says that it stays where it is: the phone may not have heard yet
    /// what was decided.
    pub stage: CandidateStage,
    /// What comes next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<NextStep>,
}

impl Decide for MoveCandidate {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Candidate>(self.candidate)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let known = own(world, self.candidate, context)?;
        // What is beyond the early stages is decided by somebody, and not by moving a card.
        let stage = if self.stage.is_early() { self.stage } else { known.stage };
        if stage != known.stage && !known.stage.is_early() {
            return Err(Refusal::StageUnfit { stage: known.stage });
        }
        if let Some(next) = &self.next {
            within(&next.words, SHORT_TEXT_CHARS)?;
            if next.words.trim().is_empty() {
                return Err(Refusal::WordsNeeded);
            }
        }
        Ok(Changes::put(Candidate { stage, next: self.next.clone(), touched_at: context.captured_at, ..known.clone() }))
    }
}

/// See [`super::Command::ClaimCandidate`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimCandidate {
    /// Which.
    pub candidate: CandidateId,
}

impl Decide for ClaimCandidate {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Candidate>(self.candidate)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let known = known(world, self.candidate)?;
        if known.stage.is_over() {
            return Err(Refusal::StageUnfit { stage: known.stage });
        }
        // Whoever cannot visit the place cannot look after it.
        if !context.holds(crate::scope::Scope::Territory(known.territory)) {
            return Err(Refusal::OutsideYourArea { name: known.facts.name.clone() });
        }
        Ok(Changes::put(Candidate {
            owner: context.actor,
            owner_name: context.actor_name.clone(),
            touched_at: context.captured_at,
            ..known.clone()
        }))
    }
}

/// See [`super::Command::ProposeCandidate`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProposeCandidate {
    /// Which.
    pub candidate: CandidateId,
    /// What the manager is asked for.
    #[serde(flatten)]
    pub kind: ProposalKind,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

impl Decide for ProposeCandidate {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Candidate>(self.candidate)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let known = own(world, self.candidate, context)?;
        let fits = match &self.kind {
            // Whoever is qualified is asked for again once a year, also while an agreement is on its way.
            ProposalKind::Qualify => known.stage.is_early() || known.stage.is_qualified(),
            ProposalKind::Eliminate { .. } => known.stage.is_early() || known.stage == CandidateStage::Proposed,
        };
        if !fits {
            return Err(Refusal::StageUnfit { stage: known.stage });
        }
        within(&self.words, TEXT_CHARS)?;
        if let ProposalKind::Eliminate { item } = &self.kind {
            within(item, SHORT_TEXT_CHARS)?;
            if item.trim().is_empty() {
                return Err(Refusal::WordsNeeded);
            }
        }
        let stage = if known.stage.is_early() { CandidateStage::Proposed } else { known.stage };
        Ok(Changes::put(Candidate {
            stage,
            proposal: Some(Proposal {
                kind: self.kind.clone(),
                words: self.words.trim().to_owned(),
                by: context.actor,
                by_name: context.actor_name.clone(),
                at: context.captured_at,
            }),
            touched_at: context.captured_at,
            ..known.clone()
        }))
    }
}
