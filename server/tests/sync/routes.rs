//! Routes that go over from one rep to another, through the server.

use crate::ground::{EAST, MANAGER, OTHER_REP, REP, east_shop, posting, user};
use crate::phone::Phone;
use crate::served::Served;
use domain::commands::{PlanRoutes, RouteChange};
use domain::id::{AssignmentId, PlanId, RegionId, UserId};
use domain::records::{JourneyPlan, Role, User, Weeks};
use domain::time::{DateWindow, Offset};
use domain::{AnyRecord, Command, Refusal};
use sync::wire::Outcome;
use uuid::Uuid;

const FAR_MANAGER: UserId = UserId(Uuid::from_u128(29));
const FAR_REGION: RegionId = RegionId(Uuid::from_u128(9));

fn plan_id(number: u128) -> PlanId {
    PlanId(Uuid::from_u128(number))
}

/// A route of the first rep that begins today, and a manager of another region.
async fn served() -> Served {
    let served = Served::new().await;
    let route = JourneyPlan {
        id: plan_id(700),
        territory: EAST,
        region: crate::ground::REGION,
        rep: REP,
        name: "丛台六线".to_owned(),
        weekdays: vec![1, 2, 3, 4, 5, 6, 7],
        weeks: Weeks::Every,
        window: DateWindow { from: served.clock.now().date(Offset::CHINA), until: None },
        skip: Vec::new(),
        stops: vec![east_shop(1), east_shop(2)],
    };
    let far = User { region: FAR_REGION, ..user(FAR_MANAGER, "孙经理", Role::RegionalManager) };
    served.plant(vec![route.into(), far.into()]).await;
    served
}

fn handed(served: &Served) -> PlanRoutes {
    let stops = vec![east_shop(1), east_shop(2)];
    let route = RouteChange::Stops {
        plan: plan_id(700),
        seen: stops.clone(),
        stops,
        next: plan_id(701),
        name: Some("丛台东线".to_owned()),
        to: Some(OTHER_REP),
    };
    PlanRoutes { rep: REP, from: served.clock.now().date(Offset::CHINA).tomorrow().unwrap(), routes: vec![route] }
}

async fn outcome(phone: &mut Phone, command: impl Into<Command>) -> Outcome {
    phone.make(command);
    phone.push().await.answers[0].outcome.clone()
}

#[tokio::test]
async fn a_route_goes_over_to_whoever_works_there_and_is_on_both_phones_and_no_other_region_hands_it_over() {
    let served = served().await;
    let mut manager = Phone::new(&served, MANAGER, 1).await;
    let said = outcome(&mut manager, handed(&served)).await;
    let not_posted = Refusal::NotPosted { rep_name: "马晓燕".to_owned(), name: "丛台六线".to_owned() };
    assert_eq!(said, Outcome::Refused { reason: not_posted });
    let mut far = Phone::new(&served, FAR_MANAGER, 2).await;
    assert_eq!(outcome(&mut far, handed(&served)).await, Outcome::Refused { reason: Refusal::PostingUnfit });

    let there: AnyRecord = posting(AssignmentId(Uuid::from_u128(39)), OTHER_REP, EAST, "2026-01-01", None).into();
    served.plant(vec![there]).await;
    assert!(matches!(outcome(&mut manager, handed(&served)).await, Outcome::Applied { .. }));
    let (mut rep, mut other) = (Phone::new(&served, REP, 3).await, Phone::new(&served, OTHER_REP, 4).await);
    for phone in [&mut rep, &mut other] {
        phone.pull().await;
        let named = |name: &str| phone.base.values().filter(|(.., body)| body.contains(name)).count();
        assert_eq!((named("丛台东线"), named("丛台六线")), (1, 1), "as it was, and as it goes on");
        let goes_on = phone.base.values().find(|(.., body)| body.contains("丛台东线")).unwrap();
        assert!(goes_on.2.contains(&OTHER_REP.to_string()));
    }
    far.pull().await;
    assert_eq!(far.count("journey_plan"), 0);
}
