//! Candidates, agreements and alliances, drawn from a number: their records, and what is done with them.

use super::Draw;
use crate::sample::*;
use domain::commands::*;
use domain::records::*;
use domain::{Command, Kind};
use jiff::civil::date;

/// What every agreement is signed under when few things are drawn, so that signatures fit now and then.
const HASH: &str = "f";

impl Draw {
    fn facts(&mut self) -> CandidateFacts {
        CandidateFacts {
            name: self.text(),
            contact: self.text(),
            phone: self.text(),
            licence: self.text(),
            address: self.text(),
            brands: self.several(Self::text),
            note: self.text(),
        }
    }

    fn source(&mut self) -> CandidateSource {
        match self.below(4) {
            0 => CandidateSource::Existing(self.id(35, 2)),
            1 => CandidateSource::Targeted { criterion: self.text() },
            2 => CandidateSource::Event(self.id(210, 2)),
            _ => CandidateSource::Street,
        }
    }

    fn stage(&mut self) -> CandidateStage {
        self.of(&CandidateStage::ALL)
    }

    fn candidate_ruling(&mut self) -> CandidateRuling {
        self.of(&[
            CandidateRuling::Qualify,
            CandidateRuling::SendBack,
            CandidateRuling::Eliminate,
            CandidateRuling::Suspend,
            CandidateRuling::Resume,
            CandidateRuling::Exit,
        ])
    }

    fn proposal_kind(&mut self) -> ProposalKind {
        if self.coin() { ProposalKind::Qualify } else { ProposalKind::Eliminate { item: self.text() } }
    }

    fn next_step(&mut self) -> NextStep {
        NextStep { words: self.text(), due: self.day() }
    }

    fn candidate(&mut self) -> Candidate {
        Candidate {
            id: self.id(180, 3),
            region: self.id(1, 1),
            territory: self.id(10, 2),
            facts: self.facts(),
            initials: self.text(),
            source: self.source(),
            stage: self.stage(),
            owner: self.id(20, 2),
            owner_name: self.text(),
            next: self.maybe(Self::next_step),
            proposal: self.maybe(|draw| Proposal {
                kind: draw.proposal_kind(),
                words: draw.text(),
                by: draw.id(20, 2),
                by_name: draw.text(),
                at: draw.moment(),
            }),
            minutes: self.several(|draw| Minute {
                ruling: draw.candidate_ruling(),
                item: draw.text(),
                words: draw.text(),
                weighed: draw.maybe(|draw| draw.of(&Weighed::ALL)),
                proposed_by: draw.text(),
                by_name: draw.text(),
                at: draw.moment(),
            }),
            qualified_until: self.maybe(Self::day),
            suspended_from: self.maybe(Self::stage),
            shopfront: self.maybe(|draw| draw.id(60, 4)),
            added_at: self.moment(),
            touched_at: self.moment(),
        }
    }

    fn said(&mut self) -> Said {
        match self.below(3) {
            0 => Said::Amount(self.money()),
            1 => Said::Number(self.whole()),
            _ => Said::Words(self.text()),
        }
    }

    fn party(&mut self) -> Party {
        self.of(&Party::ALL)
    }

    fn ground_outlet(&mut self) -> GroundOutlet {
        GroundOutlet { outlet: self.id(30, 4), name: self.text(), area: self.area_code() }
    }

    fn area_code(&mut self) -> String {
        if self.crowded {
            self.of(&["130402", "130403", "130400", "130404001", "130481"]).to_owned()
        } else {
            self.text()
        }
    }

    pub fn ground(&mut self) -> Ground {
        Ground {
            ground_type: self.of(&[TerritoryType::Urban, TerritoryType::Urban, TerritoryType::Suburb]),
            areas: self.several(|draw| Area { code: draw.area_code(), name: draw.text() }),
            outlets: self.several(Self::ground_outlet),
            without: self.several(Self::ground_outlet),
            channels: self.several(Self::text),
        }
    }

    pub fn terms(&mut self) -> Terms {
        // Now and then a year, as it has to be.
        let year = self.crowded.then_some((DAY, YEAR_END)).filter(|_| self.below(3) > 0);
        let (from, until) = year.unwrap_or_else(|| (self.day(), self.day()));
        Terms {
            alliance_type: self.of(&[AllianceType::Comprehensive, AllianceType::TerminalFill]),
            ground: self.ground(),
            coverage: self
                .several(|draw| Coverage { class: draw.class(), by: draw.of(&[Party::Dealer, Party::SubDistributor]) }),
            products: self.several(|draw| draw.id(40, 3)),
            prices: self.several(|draw| PriceLine {
                product: draw.id(40, 3),
                price: draw.money(),
                ex_works: draw.maybe(Self::money),
                shop: draw.maybe(Self::money),
            }),
            from,
            until,
            cycle_days: if self.crowded { 7 } else { self.small() as u16 },
            exception: self.text(),
            more: self.text(),
        }
    }

    fn sign_off(&mut self) -> SignOff {
        SignOff { name: self.text(), at: self.moment() }
    }

    fn hash(&mut self) -> String {
        if self.crowded { HASH.to_owned() } else { self.text() }
    }

    /// Any agreement; drawn wild, its parts need not fit each other.
    pub fn agreement(&mut self) -> Agreement {
        let states = [
            AgreementState::Draft,
            AgreementState::Offered,
            AgreementState::Signed,
            AgreementState::Active,
            AgreementState::Ended,
        ];
        Agreement {
            id: self.id(200, 4),
            region: self.id(1, 1),
            territory: self.id(10, 2),
            dealer: self.id(35, 1),
            dealer_name: self.text(),
            candidate: self.id(180, 3),
            candidate_name: self.text(),
            terms: self.terms(),
            state: self.of(&states),
            ground_signed: self.maybe(Self::sign_off),
            hash: self.maybe(Self::hash),
            signatures: self.several(|draw| PartySignature {
                party: draw.party(),
                name: draw.text(),
                signature: draw.text(),
                at: draw.moment(),
                witness: draw.id(20, 2),
            }),
            pages: self.several(|draw| draw.id(60, 4)),
            copies: self.several(|draw| PartyCopy { party: draw.party(), at: draw.moment() }),
            approved: self.maybe(Self::sign_off),
            sent_back: self.text(),
            ended: self.maybe(|draw| Ending {
                on: draw.day(),
                because: draw.text(),
                dealer_note: draw.text(),
                partner_note: draw.text(),
                by_name: draw.text(),
                at: draw.moment(),
            }),
            renews: self.maybe(|draw| draw.id(200, 4)),
            author: self.id(20, 2),
            author_name: self.text(),
            touched_at: self.moment(),
        }
    }

    fn member(&mut self) -> Member {
        Member { candidate: self.id(180, 3), name: self.text(), agreement: self.id(200, 4), since: self.day() }
    }

    fn duty(&mut self) -> Duty {
        self.of(&Duty::ALL)
    }

    fn guest(&mut self) -> Guest {
        Guest {
            name: self.text(),
            phone: self.text(),
            came: self.coin(),
            candidate: self.maybe(|draw| draw.id(180, 3)),
        }
    }

    pub(super) fn record_of_partners(&mut self, kind: Kind) -> AnyRecord {
        match kind {
            Kind::Candidate => self.candidate().into(),
            Kind::Claim => Claim {
                id: self.id(190, 3),
                candidate: self.id(180, 3),
                region: self.id(1, 1),
                topic: self.of(&Topic::ALL),
                said: self.said(),
                witness: self.of(&Witness::ALL),
                witness_name: self.text(),
                by: self.id(20, 2),
                by_name: self.text(),
                at: self.moment(),
            }
            .into(),
            Kind::QualificationRule => QualificationRule {
                id: self.id(220, 2),
                version: self.small(),
                from: self.moment(),
                site_weight: self.small(),
                mindset_weight: self.small(),
                mindset_floor: domain::measure::Share(self.small()),
                pass: domain::measure::Share(self.small()),
                interviewers: self.small(),
                disagreement: self.small(),
                sources: self.small(),
                same_name: self.several(Self::item_key),
                months: self.small() as u16,
            }
            .into(),
            Kind::Agreement => self.agreement().into(),
            Kind::Alliance => Alliance {
                id: self.id(35, 1),
                region: self.id(1, 1),
                dealer: self.id(35, 1),
                dealer_name: self.text(),
                members: self.several(Self::member),
                founded_at: self.moment(),
            }
            .into(),
            Kind::DutyMonth => {
                let (alliance, month) = (self.id(35, 1), self.day());
                DutyMonth {
                    id: DutyMonth::of(alliance, month),
                    alliance,
                    region: self.id(1, 1),
                    month,
                    done: self.several(|draw| DutyDone {
                        duty: draw.duty(),
                        words: draw.text(),
                        by_name: draw.text(),
                        at: draw.moment(),
                    }),
                }
                .into()
            }
            Kind::RecruitEvent => RecruitEvent {
                id: self.id(210, 2),
                region: self.id(1, 1),
                name: self.text(),
                place: self.text(),
                day: self.day(),
                guests: self.several(Self::guest),
                dealer: self.maybe(|draw| draw.id(30, 2)),
                premises: self.several(|draw| draw.of(&EventPremise::ALL)).into_iter().collect(),
                host: self.id(20, 2),
                host_name: self.text(),
                touched_at: self.moment(),
            }
            .into(),
            other => panic!("a kind that is not drawn: {other}"),
        }
    }

    /// Mostly what acts with partners are about; often as it is at a step of the road.
    pub(super) fn any_record_of_partners(&mut self) -> AnyRecord {
        let draft = an_agreement();
        match self.below(14) {
            0 => a_dealer().into(),
            1 => Outlet { id: self.id(180, 3), ..a_place() }.into(),
            2 => qualified().into(),
            3 => self.at_a_step(agreed(draft)).into(),
            4 => self.at_a_step(Agreement { hash: Some(HASH.into()), ..offered(draft) }).into(),
            5 | 6 => self.at_a_step(signed(draft)).into(),
            7 => Candidate { owner: self.id(20, 2), stage: self.stage(), ..a_candidate() }.into(),
            8 => an_event().into(),
            _ => {
                let kind = self.of(&[
                    Kind::Candidate,
                    Kind::Claim,
                    Kind::Agreement,
                    Kind::Alliance,
                    Kind::DutyMonth,
                    Kind::RecruitEvent,
                ]);
                self.record_of_partners(kind)
            }
        }
    }

    fn at_a_step(&mut self, agreement: Agreement) -> Agreement {
        let code = self.area_code();
        Agreement {
            id: self.id(200, 4),
            terms: Terms { ground: ground_of(&[&code]), ..agreement.terms.clone() },
            author: self.id(20, 2),
            ..agreement
        }
    }

    fn snapshot(&mut self) -> Snapshot {
        Snapshot {
            photo: self.id(60, 40),
            picture: self.picture(),
            thumbnail: self.text(),
            capture: self.of(&[Capture::Camera, Capture::File]),
            look: self.look(),
        }
    }

    pub(super) fn act_with_partners(&mut self, name: &str) -> Command {
        match name {
            "add_candidate" => AddCandidate {
                candidate: self.id(180, 12),
                territory: self.id(10, 2),
                facts: self.facts(),
                source: self.source(),
                fix: self.maybe(Self::fix),
                shopfront: self.maybe(Self::snapshot),
            }
            .into(),
            "edit_candidate" => {
                EditCandidate { candidate: self.id(180, 3), facts: self.facts(), fix: self.maybe(Self::fix) }.into()
            }
            "move_candidate" => {
                MoveCandidate { candidate: self.id(180, 3), stage: self.stage(), next: self.maybe(Self::next_step) }
                    .into()
            }
            "claim_candidate" => ClaimCandidate { candidate: self.id(180, 3) }.into(),
            "propose_candidate" => {
                ProposeCandidate { candidate: self.id(180, 3), kind: self.proposal_kind(), words: self.text() }.into()
            }
            "rule_candidate" => RuleCandidate {
                candidate: self.id(180, 3),
                ruling: self.candidate_ruling(),
                item: self.text(),
                words: self.text(),
                until: self.maybe(Self::day),
                weighed: self.maybe(|draw| draw.of(&Weighed::ALL)),
            }
            .into(),
            "note_claim" => NoteClaim {
                claim: self.id(190, 6),
                candidate: self.id(180, 3),
                topic: self.of(&Topic::ALL),
                said: self.said(),
                witness: self.of(&Witness::ALL),
                witness_name: self.text(),
            }
            .into(),
            "drop_claim" => DropClaim { claim: self.id(190, 3) }.into(),
            "hold_event" => HoldEvent {
                event: self.id(210, 3),
                region: self.id(1, 1),
                name: self.text(),
                place: self.text(),
                day: self.day(),
                guests: self.several(Self::guest),
                dealer: self.maybe(|draw| draw.id(30, 2)),
                premises: self.maybe(|draw| draw.several(|draw| draw.of(&EventPremise::ALL)).into_iter().collect()),
            }
            .into(),
            "note_guest" => NoteGuest {
                event: self.id(210, 3),
                name: self.text(),
                phone: self.text(),
                came: self.coin(),
                invited: self.coin(),
                gone: self.coin(),
            }
            .into(),
            other => self.act_on_an_agreement(other),
        }
    }

    fn act_on_an_agreement(&mut self, name: &str) -> Command {
        match name {
            "draft_agreement" => DraftAgreement {
                agreement: self.id(200, 8),
                candidate: self.id(180, 3),
                dealer: self.id(35, 1),
                terms: self.terms(),
                renews: self.maybe(|draw| draw.id(200, 4)),
            }
            .into(),
            "drop_agreement" => DropAgreement { agreement: self.id(200, 4) }.into(),
            "sign_off_ground" => SignOffGround { agreement: self.id(200, 4), name: self.text() }.into(),
            "offer_agreement" => OfferAgreement { agreement: self.id(200, 4) }.into(),
            "sign_agreement" => SignAgreement {
                agreement: self.id(200, 4),
                hash: self.hash(),
                party: self.party(),
                name: self.text(),
                signature: if self.coin() { "M1 2L3 4".to_owned() } else { self.text() },
            }
            .into(),
            "take_page" => TakePage { agreement: self.id(200, 4), snapshot: self.snapshot() }.into(),
            "hand_copy" => HandCopy { agreement: self.id(200, 4), party: self.party() }.into(),
            "rule_agreement" => {
                RuleAgreement { agreement: self.id(200, 4), approve: self.coin(), words: self.text() }.into()
            }
            "end_agreement" => EndAgreement {
                agreement: self.id(200, 4),
                on: self.of(&[DAY, date(2026, 6, 1), date(2026, 9, 9)]),
                because: self.text(),
                dealer_note: self.text(),
                partner_note: self.text(),
            }
            .into(),
            "mark_duty" => MarkDuty {
                alliance: self.id(35, 1),
                month: if self.crowded { MONTH } else { self.day() },
                duty: self.duty(),
                done: self.coin(),
                words: self.text(),
            }
            .into(),
            "publish_checklist" => match self.record(Kind::Checklist) {
                AnyRecord::Checklist(list) => {
                    PublishChecklist { checklist: Checklist { id: self.id(400, 3), from: self.moment(), ..list } }
                        .into()
                }
                other => panic!("{other:?} is no checklist"),
            },
            "publish_qualification" => match self.record(Kind::QualificationRule) {
                AnyRecord::QualificationRule(rule) => {
                    PublishQualification { rule: QualificationRule { id: self.id(300, 3), ..rule } }.into()
                }
                other => panic!("{other:?} is no rule"),
            },
            other => panic!("a command that is not drawn: {other}"),
        }
    }
}
