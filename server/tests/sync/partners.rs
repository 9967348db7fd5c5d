//! Whose ground is whose, between phones that know nothing of each other (F53, S15): the server has the last word, and
//! nobody's work is lost by it.

use crate::ground::{CHECKLIST, EAST, MANAGER, OTHER_REP, REGION, REP, START, WEST};
use crate::phone::Phone;
use crate::served::Served;
use domain::commands::*;
use domain::geo::Position;
use domain::id::{AgreementId, CandidateId, DealerId, TerritoryId, UserId};
use domain::records::*;
use domain::rules::agreement::{a_year_from, content_hash, preset};
use domain::time::Offset;
use domain::{Refusal, World};
use jiff::civil::Date;
use sync::client::RowState;
use uuid::Uuid;

const DEALER: DealerId = DealerId(Uuid::from_u128(51));
const FIRST: CandidateId = CandidateId(Uuid::from_u128(61));
const SECOND: CandidateId = CandidateId(Uuid::from_u128(62));
const MINE: AgreementId = AgreementId(Uuid::from_u128(71));
const THEIRS: AgreementId = AgreementId(Uuid::from_u128(72));

fn today() -> Date {
    START.date(Offset::CHINA)
}

fn dealer() -> Dealer {
    let (name, owner, phone) = ("永顺商贸".into(), String::new(), String::new());
    Dealer { id: DEALER, region: REGION, name, owner, phone }
}

fn facts(name: &str) -> CandidateFacts {
    CandidateFacts { name: name.into(), ..CandidateFacts::default() }
}

fn candidate(id: CandidateId, territory: TerritoryId, owner: UserId) -> Candidate {
    Candidate {
        id,
        region: REGION,
        territory,
        facts: facts("鑫源商贸"),
        initials: "xysm".into(),
        source: CandidateSource::Street,
        stage: CandidateStage::Qualified,
        owner,
        owner_name: String::new(),
        next: None,
        proposal: None,
        minutes: Vec::new(),
        qualified_until: Some(a_year_from(today())),
        suspended_from: None,
        shopfront: None,
        added_at: START,
        touched_at: START,
    }
}

fn place(candidate: &Candidate) -> Outlet {
    Outlet {
        id: candidate.place(),
        territory: candidate.territory,
        code: String::new(),
        name: candidate.facts.name.clone(),
        initials: candidate.initials.clone(),
        class: OutletClass::A,
        channel: String::new(),
        address: String::new(),
        owner: String::new(),
        phone: String::new(),
        position: Position { lat: 36_600_000, lon: 114_500_000 },
        responsible: Responsible::Open,
        open: true,
        partner: true,
        moved: None,
    }
}

/// A company with a dealer and two who may become partners, one with each rep.
async fn company() -> Served {
    let served = Served::new().await;
    let candidates = [candidate(FIRST, EAST, REP), candidate(SECOND, WEST, OTHER_REP)];
    let mut records: Vec<AnyRecord> = vec![dealer().into()];
    for candidate in candidates {
        records.extend([place(&candidate).into(), candidate.into()]);
    }
    served.plant(records).await;
    served
}

fn draft(agreement: AgreementId, candidate: CandidateId, code: &str) -> DraftAgreement {
    let ground = Ground {
        ground_type: TerritoryType::Urban,
        areas: vec![Area { code: code.into(), name: "邯山区".into() }],
        outlets: Vec::new(),
        without: Vec::new(),
        channels: Vec::new(),
    };
    let terms = Terms {
        alliance_type: AllianceType::Comprehensive,
        ground,
        coverage: preset(AllianceType::Comprehensive),
        products: Vec::new(),
        prices: Vec::new(),
        from: today(),
        until: a_year_from(today()),
        cycle_days: 7,
        exception: String::new(),
        more: String::new(),
    };
    DraftAgreement { agreement, candidate, dealer: DEALER, terms, renews: None }
}

/// What all three read before they sign.
fn hash_of(draft: &DraftAgreement, name: &str) -> String {
    let mut world = World::new();
    world.put(dealer());
    world.put(Candidate { facts: facts(name), ..candidate(draft.candidate, EAST, REP) });
    let context = Context {
        actor: REP,
        actor_name: String::new(),
        role: Role::Rep,
        device: domain::id::DeviceId(Uuid::nil()),
        captured_at: START,
        decided_at: START,
        offset: Offset::CHINA,
        scopes: vec![domain::Scope::Region(REGION)],
    };
    domain::Command::from(draft.clone()).carry_out(&mut world, &context).unwrap();
    content_hash(world.get::<Agreement>(draft.agreement).unwrap())
}

/// Written, agreed, offered, signed by all three, a copy for each: all on the glass of one phone.
fn conclude(phone: &mut Phone, draft: &DraftAgreement, name: &str) {
    let (agreement, hash) = (draft.agreement, hash_of(draft, name));
    phone.make(draft.clone());
    phone.make(SignOffGround { agreement, name: "刘鑫".into() });
    phone.make(OfferAgreement { agreement });
    for party in Party::ALL {
        let (name, signature) = ("签字人".into(), "M1 2L3 4".into());
        phone.make(SignAgreement { agreement, hash: hash.clone(), party, name, signature });
    }
    for party in Party::ALL {
        phone.make(HandCopy { agreement, party });
    }
}

/// The agreement as a phone has pulled it.
fn pulled(phone: &Phone, agreement: AgreementId) -> Agreement {
    let (_, _, body) = &phone.base[&("agreement".to_owned(), agreement.0)];
    serde_json::from_str(body).unwrap()
}

fn refusals(phone: &Phone) -> Vec<Refusal> {
    let refused = |state: &RowState| match state {
        RowState::Refused { reason } => Some(reason.clone()),
        _ => None,
    };
    phone.rows.iter().filter_map(|row| refused(&row.state)).collect()
}

/// How many commands were carried out.
fn applied(phone: &Phone) -> usize {
    phone.rows.iter().filter(|row| matches!(row.state, RowState::Applied { .. })).count()
}

#[tokio::test]
async fn of_two_who_sign_one_ground_without_a_network_one_holds_it_and_the_other_has_their_draft() {
    let served = company().await;
    let mut first = Phone::new(&served, REP, 1).await;
    let mut second = Phone::new(&served, OTHER_REP, 2).await;
    let theirs = draft(THEIRS, SECOND, "130402001");
    conclude(&mut first, &draft(MINE, FIRST, "130402"), "鑫源商贸");
    conclude(&mut second, &theirs, "鑫源商贸");
    first.push().await;
    second.push().await;
    assert_eq!((applied(&first), refusals(&first)), (9, vec![]));
    let taken = &refusals(&second)[0];
    assert!(matches!(taken, Refusal::GroundTaken { partner, .. } if partner == "鑫源商贸"), "{taken:?}");
    assert_eq!(refusals(&second)[1..], vec![Refusal::NotOffered; 6], "nothing was signed that is not offered");
    assert_eq!(applied(&second), 2);
    for phone in [&mut first, &mut second] {
        phone.pull().await;
        assert_eq!(pulled(phone, MINE).state, AgreementState::Signed);
        let draft = pulled(phone, THEIRS);
        assert_eq!((draft.state, &draft.terms), (AgreementState::Draft, &theirs.terms), "as it was written");
        assert!(draft.ground_signed.is_some());
    }
    // The boundary is moved, and everything goes through.
    conclude(&mut second, &draft(THEIRS, SECOND, "130403"), "鑫源商贸");
    second.push().await;
    second.pull().await;
    assert_eq!((applied(&second), pulled(&second, THEIRS).state), (2 + 9, AgreementState::Signed));
}

#[tokio::test]
async fn whoever_comes_first_of_many_at_the_same_moment_holds_the_ground_alone() {
    let served = company().await;
    let mut phones = Vec::new();
    for n in 0..8_u128 {
        let (user, with) = if n % 2 == 0 { (REP, FIRST) } else { (OTHER_REP, SECOND) };
        let mut phone = Phone::new(&served, user, n + 1).await;
        conclude(&mut phone, &draft(AgreementId(Uuid::from_u128(700 + n)), with, "130402"), "鑫源商贸");
        phones.push(phone);
    }
    let pushing = phones.into_iter().map(|mut phone| {
        tokio::spawn(async move {
            phone.push().await;
            phone
        })
    });
    let mut partners = Vec::new();
    for task in pushing.collect::<Vec<_>>() {
        let phone = task.await.unwrap();
        let taken = refusals(&phone).iter().any(|refusal| matches!(refusal, Refusal::GroundTaken { .. }));
        assert_eq!(applied(&phone), if taken { 2 } else { 9 });
        partners.extend((!taken).then_some(phone.user));
    }
    assert_eq!(partners.len(), 4, "all of one partner's, who may have several, and none of the other's");
    assert!(partners.iter().all(|user| *user == partners[0]));
}

#[tokio::test]
async fn a_partner_found_and_signed_in_one_push_is_a_member_with_the_managers_word() {
    let served = company().await;
    let mut phone = Phone::new(&served, REP, 1).await;
    let mut manager = Phone::new(&served, MANAGER, 2).await;
    let (candidate, place) = (phone.new_id::<CandidateId>(), "丰泽批发");
    phone.make(AddCandidate {
        candidate,
        territory: EAST,
        facts: facts(place),
        source: CandidateSource::Street,
        fix: None,
        shopfront: None,
    });
    let visit = phone.new_id();
    phone.make(CheckIn {
        visit,
        outlet: domain::id::OutletId(candidate.0),
        checklist: CHECKLIST,
        reason: VisitReason::Planned,
        fix: None,
        exception: Some("没有定位".into()),
    });
    phone.make(CheckOut { visit, fix: None, note: String::new() });
    phone.make(ProposeCandidate { candidate, kind: ProposalKind::Qualify, words: String::new() });
    let terms = draft(MINE, candidate, "130402");
    conclude(&mut phone, &terms, place);
    phone.push().await;
    assert_eq!((applied(&phone), refusals(&phone)), (4 + 9, vec![]));

    manager.pull().await;
    let signed = pulled(&manager, MINE);
    assert_eq!((signed.state, signed.hash.as_deref()), (AgreementState::Signed, Some(hash_of(&terms, place).as_str())));
    manager.make(RuleCandidate {
        candidate,
        ruling: CandidateRuling::Qualify,
        item: String::new(),
        words: String::new(),
        until: Some(a_year_from(today())),
        weighed: None,
    });
    manager.make(RuleAgreement { agreement: MINE, approve: true, words: String::new() });
    manager.push().await;
    assert_eq!((applied(&manager), refusals(&manager)), (2, vec![]));
    phone.pull().await;
    assert_eq!(pulled(&phone, MINE).state, AgreementState::Active);
    let (_, _, alliance) = &phone.base[&("alliance".to_owned(), DEALER.0)];
    let alliance: Alliance = serde_json::from_str(alliance).unwrap();
    assert_eq!(alliance.members.iter().map(|member| member.candidate).collect::<Vec<_>>(), [candidate]);
    assert!(phone.base.contains_key(&("sub_distributor".to_owned(), candidate.0)));
}
