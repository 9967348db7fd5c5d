//! What people do with those who may become partners: names are found, taken over and moved along, things are said of
//! them, and agreements are written, offered, signed and decided about, by several at once over the same grounds.

use super::{Ids, Phone};
use crate::chance::Chance;
use crate::region::{day, dealer, here, territories};
use domain::World;
use domain::commands::*;
use domain::id::CandidateId;
use domain::records::*;
use domain::rules::agreement::{a_year_from, is_ripe, preset};

impl Phone {
    /// Something about a partner that makes sense on this screen, or nearly.
    pub(super) fn recruit(&self, world: &World, chance: &mut Chance, ids: &mut Ids) -> Option<Command> {
        let candidates: Vec<&Candidate> = world.all::<Candidate>().collect();
        let Some(candidate) = chance.of(&candidates).filter(|_| chance.below(6) > 0) else {
            return find(chance, ids);
        };
        match chance.below(10) {
            0 => Some(self.talk(world, candidate, chance, ids)),
            1..=3 => {
                let own = |one: &&Candidate| one.stage.is_early() && one.owner == self.user;
                Some(self.move_along(mostly(&candidates, own, chance).unwrap_or(candidate), chance))
            }
            4 => {
                // A name may be written about too: to offer it something is refused.
                let ripe = |one: &&Candidate| is_ripe(one) && (one.owner == self.user || self.role != Role::Rep);
                draft(world, mostly(&candidates, ripe, chance).unwrap_or(candidate).id, chance, ids)
            }
            _ => self.go_on(world, chance),
        }
    }

    /// Something is said of them, or was not.
    fn talk(&self, world: &World, candidate: &Candidate, chance: &mut Chance, ids: &mut Ids) -> Command {
        let claims: Vec<&Claim> = world.all::<Claim>().filter(|claim| claim.by == self.user).collect();
        if let Some(claim) = chance.of(&claims).filter(|_| chance.one_in(3)) {
            return DropClaim { claim: claim.id }.into();
        }
        NoteClaim {
            claim: ids.next(),
            candidate: candidate.id,
            topic: Topic::Vehicles,
            said: Said::Number(chance.between(0, 9)),
            witness: Witness::Dealer,
            witness_name: String::new(),
        }
        .into()
    }

    fn move_along(&self, candidate: &Candidate, chance: &mut Chance) -> Command {
        let id = candidate.id;
        if self.role != Role::Rep && chance.below(4) > 0 {
            let (ruling, words) = (CandidateRuling::Qualify, String::new());
            let until = Some(a_year_from(day(0)));
            return RuleCandidate { candidate: id, ruling, item: String::new(), words, until, weighed: None }.into();
        }
        if candidate.owner != self.user {
            return ClaimCandidate { candidate: id }.into();
        }
        if candidate.stage == CandidateStage::Inspecting {
            return ProposeCandidate { candidate: id, kind: ProposalKind::Qualify, words: String::new() }.into();
        }
        let stage = if chance.one_in(2) { CandidateStage::Contacted } else { CandidateStage::Inspecting };
        MoveCandidate { candidate: id, stage, next: None }.into()
    }

    /// The next step of an agreement, or one back.
    fn go_on(&self, world: &World, chance: &mut Chance) -> Option<Command> {
        let agreements: Vec<&Agreement> = world.all::<Agreement>().collect();
        let known = chance.of(&agreements)?;
        let (agreement, party) = (known.id, chance.of(&Party::ALL)?);
        let decides = self.role != Role::Rep;
        Some(match known.state {
            AgreementState::Draft if chance.one_in(12) => DropAgreement { agreement }.into(),
            AgreementState::Draft if known.ground_signed.is_none() => {
                SignOffGround { agreement, name: "刘鑫".into() }.into()
            }
            AgreementState::Draft => OfferAgreement { agreement }.into(),
            AgreementState::Offered | AgreementState::Signed if decides && chance.one_in(4) => {
                RuleAgreement { agreement, approve: false, words: "改一下区域".into() }.into()
            }
            AgreementState::Signed if decides && Party::ALL.into_iter().all(|party| known.has_copy(party)) => {
                RuleAgreement { agreement, approve: true, words: String::new() }.into()
            }
            AgreementState::Offered if !known.is_signed_by(party) => SignAgreement {
                agreement,
                hash: known.hash.clone().unwrap_or_default(),
                party,
                name: "签字人".into(),
                signature: "M1 2L3 4".into(),
            }
            .into(),
            AgreementState::Active if decides && chance.one_in(4) => EndAgreement {
                agreement,
                on: day(chance.between(0, 9)),
                because: "断货".into(),
                dealer_note: "同意".into(),
                partner_note: "同意".into(),
            }
            .into(),
            _ => HandCopy { agreement, party }.into(),
        })
    }
}

/// Mostly one of those that fit.
fn mostly<'a>(
    candidates: &[&'a Candidate],
    fits: impl Fn(&&'a Candidate) -> bool,
    chance: &mut Chance,
) -> Option<&'a Candidate> {
    let fitting: Vec<&Candidate> = candidates.iter().copied().filter(fits).collect();
    chance.of(&fitting).filter(|_| chance.below(5) > 0)
}

/// A name is heard on the street.
fn find(chance: &mut Chance, ids: &mut Ids) -> Option<Command> {
    let shopfront = chance.one_in(2).then(|| Snapshot {
        photo: ids.next(),
        picture: ids.picture(),
        thumbnail: String::new(),
        capture: Capture::Camera,
        look: Look::default(),
    });
    Some(
        AddCandidate {
            candidate: ids.next(),
            territory: chance.of(&territories())?,
            facts: CandidateFacts { name: "鑫源商贸".into(), ..CandidateFacts::default() },
            source: CandidateSource::Street,
            fix: Some(here()),
            shopfront,
        }
        .into(),
    )
}

/// A draft over one of a few grounds, new or another one's boundary moved.
fn draft(world: &World, candidate: CandidateId, chance: &mut Chance, ids: &mut Ids) -> Option<Command> {
    let drafts: Vec<&Agreement> = world.all::<Agreement>().collect();
    let new = (ids.next(), candidate);
    let known = chance.of(&drafts).filter(|_| chance.one_in(2)).map(|draft| (draft.id, draft.candidate));
    let (agreement, candidate) = known.unwrap_or(new);
    let code = chance.of(&["130400", "130402", "130403", "130402001"])?.to_owned();
    let from = day(chance.between(-3, 6));
    let ground = Ground {
        ground_type: TerritoryType::Urban,
        areas: vec![Area { name: code.clone(), code }],
        outlets: vec![],
        without: vec![],
        channels: vec![],
    };
    let terms = Terms {
        alliance_type: AllianceType::Comprehensive,
        ground,
        coverage: preset(AllianceType::Comprehensive),
        products: vec![],
        prices: vec![],
        from,
        until: a_year_from(from),
        cycle_days: 7,
        exception: String::new(),
        more: String::new(),
    };
    Some(DraftAgreement { agreement, candidate, dealer: dealer(), terms, renews: None }.into())
}
