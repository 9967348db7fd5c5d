//! What managers set up, and who may: routes, products, standards and new shops through the server.

use crate::ground::{CHECKLIST, EAST, MANAGER, OTHER_REP, REGION, REP, east_shop, records, user};
use crate::phone::Phone;
use crate::served::Served;
use domain::commands::{
    AddOutlet, AddProduct, PictureFrom, PlanRoutes, PublishChecklist, PublishStandard, RouteChange,
};
use domain::id::{ChecklistId, OutletId, PlanId, ProductId, RegionId, StandardId, TerritoryId, UserId};
use domain::measure::Money;
use domain::records::{
    AnyRecord, Checklist, DisplayStandard, Outlet, OutletClass, PhotoRef, Product, Region, Role, StandardPoint,
    Territory, TerritoryType, User, Weeks,
};
use domain::time::Offset;
use domain::{Command, Refusal, Scope, Words};
use sync::wire::Outcome;
use uuid::Uuid;

const FAR_REGION: RegionId = RegionId(Uuid::from_u128(9));
const FAR_MANAGER: UserId = UserId(Uuid::from_u128(29));
const CENTRE: UserId = UserId(Uuid::from_u128(28));

/// The region of the others, another one with its manager, and somebody of the marketing centre.
async fn served() -> Served {
    let served = Served::new().await;
    let far = TerritoryId(Uuid::from_u128(19));
    let name = Words::new("远", "");
    let ground = Territory {
        id: far,
        region: FAR_REGION,
        name: name.clone(),
        territory_type: TerritoryType::Urban,
        area_codes: Vec::new(),
    };
    let manager = User { region: FAR_REGION, ..user(FAR_MANAGER, "孙经理", Role::RegionalManager) };
    let centre = user(CENTRE, "周岚", Role::MarketingCentre);
    let region = Region { id: FAR_REGION, name };
    served.plant(vec![region.into(), ground.into(), manager.into(), centre.into()]).await;
    served
}

async fn outcome(phone: &mut Phone, command: impl Into<Command>) -> Outcome {
    phone.make(command);
    phone.push().await.answers[0].outcome.clone()
}

fn plan_id(number: u128) -> PlanId {
    PlanId(Uuid::from_u128(number))
}

fn new_route(served: &Served) -> PlanRoutes {
    let route = RouteChange::New {
        plan: plan_id(700),
        territory: EAST,
        name: "丛台六线".to_owned(),
        weekdays: vec![1, 2, 3, 4, 5, 6, 7],
        weeks: Weeks::Every,
        stops: vec![east_shop(1), east_shop(2)],
    };
    PlanRoutes { rep: REP, from: served.clock.now().date(Offset::CHINA), routes: vec![route] }
}

fn other_stops(served: &Served) -> PlanRoutes {
    let route = RouteChange::Stops {
        plan: plan_id(700),
        seen: vec![east_shop(1), east_shop(2)],
        stops: vec![east_shop(2)],
        next: plan_id(701),
        name: None,
        to: None,
    };
    PlanRoutes { routes: vec![route], ..new_route(served) }
}

#[tokio::test]
async fn a_route_that_a_manager_plans_is_on_the_phone_of_its_rep_and_on_no_other() {
    let served = served().await;
    let mut manager = Phone::new(&served, MANAGER, 1).await;
    assert!(matches!(outcome(&mut manager, new_route(&served)).await, Outcome::Applied { .. }));
    let (mut rep, mut other) = (Phone::new(&served, REP, 2).await, Phone::new(&served, OTHER_REP, 3).await);
    let mut far = Phone::new(&served, FAR_MANAGER, 4).await;
    for phone in [&mut rep, &mut other, &mut far] {
        phone.pull().await;
    }
    assert_eq!((rep.count("journey_plan"), other.count("journey_plan"), far.count("journey_plan")), (1, 0, 0));
    assert!(matches!(outcome(&mut manager, other_stops(&served)).await, Outcome::Applied { .. }));
    rep.pull().await;
    assert!(rep.base.values().any(|(.., body)| body.contains("丛台六线") && !body.contains(&east_shop(1).to_string())));
}

#[tokio::test]
async fn a_manager_of_another_region_plans_nothing_here_and_is_told_nothing_of_it() {
    let served = served().await;
    let mut manager = Phone::new(&served, MANAGER, 1).await;
    assert!(matches!(outcome(&mut manager, new_route(&served)).await, Outcome::Applied { .. }));
    let mut far = Phone::new(&served, FAR_MANAGER, 2).await;
    for command in [other_stops(&served), new_route(&served)] {
        let said = outcome(&mut far, command).await;
        // Not even that there is such a rep.
        assert_eq!(said, Outcome::Refused { reason: Refusal::PostingUnfit });
    }
    let shop = records().into_iter().find_map(|record| match record {
        AnyRecord::Outlet(outlet) if outlet.territory == EAST => Some(outlet),
        _ => None,
    });
    let new = Outlet { id: OutletId(Uuid::from_u128(9_000)), code: "HD9".to_owned(), ..shop.unwrap() };
    let said = outcome(&mut far, AddOutlet { outlet: new.clone() }).await;
    assert!(matches!(said, Outcome::Refused { reason: Refusal::OutsideYourArea { name } } if name.is_empty()));
    assert!(matches!(outcome(&mut manager, AddOutlet { outlet: new }).await, Outcome::Applied { .. }));
}

#[tokio::test]
async fn products_are_the_marketing_centres_and_reach_every_region() {
    let served = served().await;
    let product = Product {
        id: ProductId(Uuid::from_u128(800)),
        code: "CC500".to_owned(),
        name: Words::new("可乐", ""),
        barcode: String::new(),
        millilitres: 500,
        pieces_per_case: 24,
        case_price: Money(6_000),
        retail_price: Money(350),
        listed: true,
    };
    let mut manager = Phone::new(&served, MANAGER, 1).await;
    let said = outcome(&mut manager, AddProduct { product: product.clone() }).await;
    assert_eq!(said, Outcome::Refused { reason: Refusal::NotYourRole });
    let mut centre = Phone::new(&served, CENTRE, 2).await;
    assert!(matches!(outcome(&mut centre, AddProduct { product }).await, Outcome::Applied { .. }));
    let (mut rep, mut far) = (Phone::new(&served, REP, 3).await, Phone::new(&served, FAR_MANAGER, 4).await);
    rep.pull().await;
    far.pull().await;
    assert_eq!((rep.count("product"), far.count("product")), (1, 1));
}

#[tokio::test]
async fn a_standard_brings_its_picture_along_and_reps_publish_none() {
    let served = served().await;
    let standard = DisplayStandard {
        id: StandardId(Uuid::from_u128(810)),
        lineage: "shelf".to_owned(),
        version: 1,
        name: Words::new("主货架", ""),
        classes: vec![OutletClass::A],
        reference: Some(PhotoRef { hash: "a".repeat(64), bytes: 1_000, width: 40, height: 30 }),
        points: vec![StandardPoint { words: Words::new("满陈列", ""), at: (500, 500) }],
        from: served.clock.now().plus(domain::time::DAY),
        scope: Scope::Region(REGION),
    };
    let command = PublishStandard { standard, picture: Some(PictureFrom::Here("/9j/".to_owned())) };
    let mut rep = Phone::new(&served, REP, 1).await;
    let said = outcome(&mut rep, command.clone()).await;
    assert_eq!(said, Outcome::Refused { reason: Refusal::NotYourRole });
    let mut manager = Phone::new(&served, MANAGER, 2).await;
    assert!(matches!(outcome(&mut manager, command).await, Outcome::Applied { .. }));
    rep.pull().await;
    assert_eq!(rep.count("display_standard"), 1);
}

/// A version of the form that everybody has, for some of them.
fn form_for(served: &Served, scope: Scope, number: u128) -> PublishChecklist {
    let list = records().into_iter().find_map(|record| match record {
        AnyRecord::Checklist(list) if list.id == CHECKLIST => Some(list),
        _ => None,
    });
    let from = served.clock.now().plus(domain::time::DAY);
    let id = ChecklistId(Uuid::from_u128(number));
    PublishChecklist { checklist: Checklist { id, version: 2, from, scope, ..list.unwrap() } }
}

#[tokio::test]
async fn two_regions_have_different_versions_of_a_form_and_each_phone_has_its_own_only() {
    let served = served().await;
    let (mut manager, mut far) = (Phone::new(&served, MANAGER, 1).await, Phone::new(&served, FAR_MANAGER, 2).await);
    let (near_form, far_form) =
        (form_for(&served, Scope::Region(REGION), 820), form_for(&served, Scope::Region(FAR_REGION), 821));
    let of_east = form_for(&served, Scope::Territory(EAST), 822);
    assert!(matches!(outcome(&mut manager, near_form.clone()).await, Outcome::Applied { .. }));
    assert!(matches!(outcome(&mut manager, of_east).await, Outcome::Applied { .. }));
    assert!(matches!(outcome(&mut far, far_form).await, Outcome::Applied { .. }));
    let (mut rep, mut other) = (Phone::new(&served, REP, 3).await, Phone::new(&served, OTHER_REP, 4).await);
    let mut centre = Phone::new(&served, CENTRE, 5).await;
    let everywhere = form_for(&served, Scope::Company, 823);
    let said = outcome(&mut manager, everywhere.clone()).await;
    assert_eq!(said, Outcome::Refused { reason: Refusal::NotYourRole }, "what is for all is the marketing centre's");
    assert!(matches!(outcome(&mut centre, everywhere).await, Outcome::Applied { .. }));
    for phone in [&mut rep, &mut other, &mut manager, &mut far, &mut centre] {
        phone.pull().await;
    }
    let has = |phone: &Phone, number: u128| {
        let id = Uuid::from_u128(number).to_string();
        phone.base.values().any(|(.., body)| body.contains(&format!("\"id\":\"{id}\"")))
    };
    let forms = |phone: &Phone| [820, 821, 822, 823].map(|number| has(phone, number));
    assert_eq!(forms(&rep), [true, false, true, true]);
    assert_eq!(forms(&other), [true, false, false, true], "what is tried in the east is not in the west");
    assert_eq!(forms(&manager), [true, false, true, true]);
    assert_eq!(forms(&far), [false, true, false, true]);
    assert_eq!(forms(&centre), [true; 4]);
}

#[tokio::test]
async fn a_manager_publishes_nothing_for_another_region_and_is_told_nothing_of_it() {
    let served = served().await;
    let mut far = Phone::new(&served, FAR_MANAGER, 1).await;
    let outside = Outcome::Refused { reason: Refusal::OutsideYourArea { name: String::new() } };
    let nowhere = Scope::Territory(TerritoryId(Uuid::from_u128(99)));
    for (number, scope) in [(830, Scope::Region(REGION)), (831, Scope::Territory(EAST)), (832, nowhere)] {
        assert_eq!(outcome(&mut far, form_for(&served, scope, number)).await, outside, "{scope}");
    }
    let mut rep = Phone::new(&served, REP, 2).await;
    let said = outcome(&mut rep, form_for(&served, Scope::Territory(EAST), 833)).await;
    assert_eq!(said, Outcome::Refused { reason: Refusal::NotYourRole });
}
