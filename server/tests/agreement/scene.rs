//! The ground of the other tests with a second region beside it, some candidates, and agreements at every stage.

use crate::support::ground::{EAST, MANAGER, REGION, REP, START};
use crate::support::{Fixture, PASSWORD, Phone};
use domain::id::{AgreementId, CandidateId, DealerId, PhotoId, ProductId, RegionId, UserId};
use domain::language::Words;
use domain::measure::Money;
use domain::records::{
    Agreement, AgreementState, AllianceType, Area, Candidate, CandidateFacts, CandidateSource, CandidateStage, Ground,
    GroundOutlet, NextStep, Party, PartyCopy, PartySignature, PriceLine, Product, Region, Role, SignOff, Terms,
    TerritoryType, User,
};
use domain::rules::agreement::{content_hash, preset};
use server::account::hash_password;
use store::Credential;
use uuid::Uuid;

const ELSEWHERE: RegionId = RegionId(Uuid::from_u128(9));
const STRANGER: UserId = UserId(Uuid::from_u128(29));
const STRANGERS_NUMBER: &str = "13800000009";
const JUICE: ProductId = ProductId(Uuid::from_u128(51));

/// The fixture with the scene in it.
pub async fn set() -> Fixture {
    let fixture = Fixture::start().await;
    let manager =
        User {
            id: STRANGER, region: ELSEWHERE, name: "石经理".to_owned(), role: Role::RegionalManager, active: true
        };
    let juice = Product {
        id: JUICE,
        code: "CZ500".to_owned(),
        name: Words::new("鲜橙汁 500ml", "Orange juice 500 ml"),
        barcode: "6900000000012".to_owned(),
        millilitres: 500,
        pieces_per_case: 15,
        case_price: Money(4_500),
        retail_price: Money(400),
        listed: true,
    };
    let region = Region { id: ELSEWHERE, name: Words::new("保定", "") };
    fixture.plant(vec![region.into(), manager.into(), juice.into()]).await;
    let password_hash = hash_password(PASSWORD).unwrap();
    let credential = Credential { user: STRANGER, phone: STRANGERS_NUMBER.to_owned(), password_hash, given: false };
    fixture.running.state.store.put_credentials(&[credential]).await.unwrap();
    fixture
}

/// The phone of another region's manager.
pub async fn stranger(fixture: &Fixture) -> Phone {
    let phone = Phone::new(&fixture.url);
    assert_eq!(phone.log_in(STRANGERS_NUMBER, PASSWORD).await.status(), 200);
    phone
}

/// An agreement in force.
pub fn agreement() -> Agreement {
    let id = AgreementId(Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_00ab_cdef));
    let place = |number, name: &str| GroundOutlet {
        outlet: domain::id::OutletId(Uuid::from_u128(number)),
        name: name.to_owned(),
        area: "130403".to_owned(),
    };
    let mut agreement = Agreement {
        id,
        region: REGION,
        territory: EAST,
        dealer: DealerId(Uuid::from_u128(61)),
        dealer_name: "永顺商贸".to_owned(),
        candidate: CandidateId(Uuid::from_u128(71)),
        candidate_name: "丛台永盛配送部".to_owned(),
        terms: Terms {
            alliance_type: AllianceType::TerminalFill,
            ground: Ground {
                ground_type: TerritoryType::Urban,
                areas: vec![Area { code: "130403".to_owned(), name: "丛台区".to_owned() }],
                outlets: vec![place(1_001, "惠民超市")],
                without: vec![place(1_002, "鑫源购物广场")],
                channels: vec!["便利店".to_owned()],
            },
            coverage: preset(AllianceType::TerminalFill),
            products: Vec::new(),
            prices: vec![PriceLine { product: JUICE, price: Money(4_230), ex_works: None, shop: None }],
            from: "2026-02-01".parse().unwrap(),
            until: "2027-01-31".parse().unwrap(),
            cycle_days: 7,
            exception: String::new(),
            more: "年底返利按季结。".to_owned(),
        },
        state: AgreementState::Active,
        ground_signed: Some(SignOff { name: "邢永盛".to_owned(), at: START }),
        hash: None,
        signatures: Vec::new(),
        pages: Vec::new(),
        copies: Party::ALL.map(|party| PartyCopy { party, at: START }).to_vec(),
        approved: Some(SignOff { name: "韩经理".to_owned(), at: START }),
        sent_back: String::new(),
        ended: None,
        renews: None,
        author: REP,
        author_name: "周建国".to_owned(),
        touched_at: START,
    };
    agreement.hash = Some(content_hash(&agreement));
    agreement.signatures =
        [(Party::Manufacturer, "韩经理"), (Party::Dealer, "孟永顺"), (Party::SubDistributor, "邢永盛")]
            .map(|(party, name)| PartySignature {
                party,
                name: name.to_owned(),
                signature: "M40 20 Q60 10 90 60 L70 90 Z".to_owned(),
                at: START,
                witness: MANAGER,
            })
            .to_vec();
    agreement
}

/// The same while it is written: nothing is frozen.
pub fn draft() -> Agreement {
    Agreement {
        id: AgreementId(Uuid::from_u128(82)),
        state: AgreementState::Draft,
        hash: None,
        ground_signed: None,
        signatures: Vec::new(),
        copies: Vec::new(),
        approved: None,
        ..agreement()
    }
}

/// The same a year before: nobody has touched it since it was approved.
pub fn run_out() -> Agreement {
    running(84, "2025-01-31", "2026-01-30")
}

/// The same, approved for a time to come.
pub fn not_begun() -> Agreement {
    running(85, "2026-12-01", "2027-11-30")
}

fn running(number: u128, from: &str, until: &str) -> Agreement {
    let terms = Terms { from: from.parse().unwrap(), until: until.parse().unwrap(), ..agreement().terms };
    Agreement { id: AgreementId(Uuid::from_u128(number)), terms, ..agreement() }
}

/// The same on paper: its pages are photographed, and one of them has not arrived.
pub fn on_paper() -> Agreement {
    let mut paper = Agreement { id: AgreementId(Uuid::from_u128(83)), state: AgreementState::Signed, ..agreement() };
    paper.approved = None;
    paper.pages = vec![PhotoId(Uuid::from_u128(91)), PhotoId(Uuid::from_u128(92))];
    paper.signatures.iter_mut().for_each(|signature| signature.signature = String::new());
    paper
}

/// A candidate with a name that somebody chose with care.
pub fn candidate(number: u128, name: &str) -> Candidate {
    Candidate {
        id: CandidateId(Uuid::from_u128(number)),
        region: REGION,
        territory: EAST,
        facts: CandidateFacts {
            name: name.to_owned(),
            contact: "邢永盛".to_owned(),
            phone: "+86 13803100101".to_owned(),
            note: "第一行，\n第二行".to_owned(),
            ..CandidateFacts::default()
        },
        initials: String::new(),
        source: CandidateSource::Street,
        stage: CandidateStage::Lead,
        owner: REP,
        owner_name: "周建国".to_owned(),
        next: Some(NextStep { words: "打电话".to_owned(), due: "2026-02-10".parse().unwrap() }),
        proposal: None,
        minutes: Vec::new(),
        qualified_until: None,
        suspended_from: None,
        shopfront: None,
        added_at: START,
        touched_at: START,
    }
}
