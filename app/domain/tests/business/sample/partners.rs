//! The second half of a rep's work: a candidate, what is said of it, an agreement with it, the alliance.

use super::*;
use domain::commands::*;
use domain::id::{AgreementId, AllianceId, CandidateId, ClaimId, DealerId, EventId};
use domain::measure::Money;
use domain::rules::agreement::{content_hash, preset};
use std::collections::BTreeSet;

pub fn candidate_id() -> CandidateId {
    id(180)
}
pub fn claim_id() -> ClaimId {
    id(190)
}
pub fn agreement_id() -> AgreementId {
    id(200)
}
pub fn event_id() -> EventId {
    id(210)
}
pub fn dealer_id() -> DealerId {
    id(35)
}
pub fn alliance_id() -> AllianceId {
    Alliance::of(dealer_id())
}
/// The last day of a year that begins on [`DAY`].
pub const YEAR_END: Date = date(2027, 3, 8);
/// The first day of the month of [`DAY`].
pub const MONTH: Date = date(2026, 3, 1);

pub fn facts() -> CandidateFacts {
    CandidateFacts {
        name: "鑫源商贸".into(),
        contact: "刘鑫".into(),
        phone: "13931000001".into(),
        licence: "91130402MA0001".into(),
        address: "陵西大街8号".into(),
        brands: vec!["红牛".into()],
        note: String::new(),
    }
}

/// Met on the street this morning.
pub fn a_candidate() -> Candidate {
    Candidate {
        id: candidate_id(),
        region: region(),
        territory: territory(),
        facts: facts(),
        initials: "xysm".into(),
        source: CandidateSource::Street,
        stage: CandidateStage::Lead,
        owner: rep(),
        owner_name: "李娜".into(),
        next: None,
        proposal: None,
        minutes: vec![],
        qualified_until: None,
        suspended_from: None,
        shopfront: None,
        added_at: morning(),
        touched_at: morning(),
    }
}

pub fn at(stage: CandidateStage) -> Candidate {
    Candidate { stage, ..a_candidate() }
}

/// For a year from [`DAY`] on.
pub fn qualified() -> Candidate {
    Candidate { qualified_until: Some(YEAR_END), ..at(CandidateStage::Qualified) }
}

/// Where the candidate is.
pub fn a_place() -> Outlet {
    Outlet {
        id: a_candidate().place(),
        code: String::new(),
        name: "鑫源商贸".into(),
        initials: "xysm".into(),
        channel: String::new(),
        address: "陵西大街8号".into(),
        owner: "刘鑫".into(),
        phone: "13931000001".into(),
        partner: true,
        moved: None,
        ..an_outlet()
    }
}

pub fn a_dealer() -> Dealer {
    Dealer {
        id: dealer_id(),
        region: region(),
        name: "永顺商贸".into(),
        owner: "孟永顺".into(),
        phone: "13803100018".into(),
    }
}

pub fn an_event() -> RecruitEvent {
    let guest = |name: &str| Guest { name: name.into(), phone: String::new(), came: false, candidate: None };
    RecruitEvent {
        id: event_id(),
        region: region(),
        name: "春季招商会".into(),
        place: "滏东宾馆".into(),
        day: DAY,
        guests: vec![guest("鑫源商贸"), guest("广源副食")],
        dealer: None,
        premises: BTreeSet::new(),
        host: rep(),
        host_name: "李娜".into(),
        touched_at: morning(),
    }
}

pub fn claim(witness: Witness, name: &str, said: Said) -> Claim {
    Claim {
        id: claim_id(),
        candidate: candidate_id(),
        region: region(),
        topic: Topic::Turnover,
        said,
        witness,
        witness_name: name.into(),
        by: rep(),
        by_name: "李娜".into(),
        at: morning(),
    }
}

pub fn a_claim() -> Claim {
    claim(Witness::Peer, "老赵", Said::Amount(Money(50_000_000)))
}

pub fn area(code: &str) -> Area {
    Area { code: code.into(), name: format!("区{code}") }
}

pub fn ground_shop(number: u128, area: &str) -> GroundOutlet {
    GroundOutlet { outlet: id(number), name: format!("店{number}"), area: area.into() }
}

/// Whole areas in a city.
pub fn ground_of(codes: &[&str]) -> Ground {
    Ground {
        ground_type: TerritoryType::Urban,
        areas: codes.iter().map(|code| area(code)).collect(),
        outlets: vec![],
        without: vec![],
        channels: vec![],
    }
}

/// A year in one district.
pub fn terms() -> Terms {
    Terms {
        alliance_type: AllianceType::Comprehensive,
        ground: ground_of(&["130402"]),
        coverage: preset(AllianceType::Comprehensive),
        products: vec![],
        prices: vec![PriceLine { product: id(40), price: Money(5_200), ex_works: None, shop: None }],
        from: DAY,
        until: YEAR_END,
        cycle_days: 7,
        exception: String::new(),
        more: String::new(),
    }
}

/// A draft of the rep's.
pub fn an_agreement() -> Agreement {
    Agreement {
        id: agreement_id(),
        region: region(),
        territory: territory(),
        dealer: dealer_id(),
        dealer_name: "永顺商贸".into(),
        candidate: candidate_id(),
        candidate_name: "鑫源商贸".into(),
        terms: terms(),
        state: AgreementState::Draft,
        ground_signed: None,
        hash: None,
        signatures: vec![],
        pages: vec![],
        copies: vec![],
        approved: None,
        sent_back: String::new(),
        ended: None,
        renews: None,
        author: rep(),
        author_name: "李娜".into(),
        touched_at: morning(),
    }
}

/// The boundary list is agreed to.
pub fn agreed(agreement: Agreement) -> Agreement {
    Agreement { ground_signed: Some(SignOff { name: "刘鑫".into(), at: morning() }), ..agreement }
}

pub fn offered(agreement: Agreement) -> Agreement {
    let hash = Some(content_hash(&agreement));
    Agreement { state: AgreementState::Offered, hash, ..agreed(agreement) }
}

pub fn signature(party: Party) -> PartySignature {
    PartySignature { party, name: "签字人".into(), signature: "M1 2L3 4".into(), at: morning(), witness: rep() }
}

/// By all three, and each has its copy.
pub fn signed(agreement: Agreement) -> Agreement {
    Agreement {
        state: AgreementState::Signed,
        signatures: Party::ALL.map(signature).to_vec(),
        copies: Party::ALL.map(|party| PartyCopy { party, at: morning() }).to_vec(),
        ..offered(agreement)
    }
}

pub fn active(agreement: Agreement) -> Agreement {
    let approved = Some(SignOff { name: "赵强".into(), at: morning() });
    Agreement { state: AgreementState::Active, approved, ..signed(agreement) }
}

/// Another partner's, with the same terms.
pub fn others(number: u128) -> Agreement {
    Agreement { id: id(number), candidate: id(number + 1_000), candidate_name: "广源副食".into(), ..an_agreement() }
}

pub fn an_alliance() -> Alliance {
    Alliance {
        id: alliance_id(),
        region: region(),
        dealer: dealer_id(),
        dealer_name: "永顺商贸".into(),
        members: vec![Member {
            candidate: candidate_id(),
            name: "鑫源商贸".into(),
            agreement: agreement_id(),
            since: DAY,
        }],
        founded_at: morning(),
    }
}

pub fn a_duty_month() -> DutyMonth {
    let done = DutyDone { duty: Duty::Training, words: "讲了新品".into(), by_name: "李娜".into(), at: morning() };
    DutyMonth {
        id: DutyMonth::of(alliance_id(), MONTH),
        alliance: alliance_id(),
        region: region(),
        month: MONTH,
        done: vec![done],
    }
}

/// Papers and site weigh six, the mind four; below half of the mind nothing helps.
pub fn a_rule() -> QualificationRule {
    QualificationRule {
        id: id(220),
        version: 1,
        from: Moment(0),
        site_weight: 6,
        mindset_weight: 4,
        mindset_floor: Share(5_000),
        pass: Share(7_000),
        interviewers: 2,
        disagreement: 2,
        sources: 2,
        same_name: vec!["licence_name".into(), "account_name".into(), "sign_name".into()],
        months: 12,
    }
}

pub fn a_snapshot(number: u128) -> Snapshot {
    Snapshot {
        photo: id(number),
        picture: picture('c'),
        thumbnail: "/9j/".into(),
        capture: Capture::Camera,
        look: Look::default(),
    }
}

/// Met on the street.
pub fn add() -> AddCandidate {
    AddCandidate {
        candidate: candidate_id(),
        territory: territory(),
        facts: facts(),
        source: CandidateSource::Street,
        fix: None,
        shopfront: None,
    }
}

pub fn draft() -> DraftAgreement {
    DraftAgreement {
        agreement: agreement_id(),
        candidate: candidate_id(),
        dealer: dealer_id(),
        terms: terms(),
        renews: None,
    }
}

pub fn sign_off() -> SignOffGround {
    SignOffGround { agreement: agreement_id(), name: "刘鑫".into() }
}

pub fn offer() -> OfferAgreement {
    OfferAgreement { agreement: agreement_id() }
}

/// On the glass, what [`an_agreement`] says.
pub fn sign(party: Party) -> SignAgreement {
    SignAgreement {
        agreement: agreement_id(),
        hash: content_hash(&an_agreement()),
        party,
        name: "签字人".into(),
        signature: "M1 2L3 4".into(),
    }
}

pub fn hand_copy(party: Party) -> HandCopy {
    HandCopy { agreement: agreement_id(), party }
}

pub fn approve() -> RuleAgreement {
    RuleAgreement { agreement: agreement_id(), approve: true, words: String::new() }
}

pub fn send_back(words: &str) -> RuleAgreement {
    RuleAgreement { approve: false, words: words.into(), ..approve() }
}

/// After a month, for a reason, and both have said something to it.
pub fn end() -> EndAgreement {
    EndAgreement {
        agreement: agreement_id(),
        on: date(2026, 4, 9),
        because: "长期断货".into(),
        dealer_note: "同意".into(),
        partner_note: "没意见".into(),
    }
}
