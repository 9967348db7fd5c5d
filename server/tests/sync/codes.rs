//! No two shops of a region have one code: the server decides when two managers give it at once, and what another region
//! numbers is its own affair.

use crate::ground::{EAST, MANAGER, records, user};
use crate::phone::Phone;
use crate::served::Served;
use domain::commands::AddOutlet;
use domain::id::{OutletId, RegionId, TerritoryId, UserId};
use domain::records::{AnyRecord, Outlet, Region, Role, Territory, TerritoryType, User};
use domain::{Refusal, Words};
use sync::wire::Outcome;
use uuid::Uuid;

const FAR_REGION: RegionId = RegionId(Uuid::from_u128(9));
const FAR: TerritoryId = TerritoryId(Uuid::from_u128(19));
/// Another manager of the region of the others.
const SECOND: UserId = UserId(Uuid::from_u128(28));
const FAR_MANAGER: UserId = UserId(Uuid::from_u128(29));

/// The region of the others, and another one with its manager.
async fn served() -> Served {
    let served = Served::new().await;
    let name = Words::new("远", "");
    let second = user(SECOND, "吴经理", Role::RegionalManager);
    let far = Territory {
        id: FAR,
        region: FAR_REGION,
        name: name.clone(),
        territory_type: TerritoryType::Urban,
        area_codes: Vec::new(),
    };
    let manager = User { region: FAR_REGION, ..user(FAR_MANAGER, "孙经理", Role::RegionalManager) };
    served.plant(vec![Region { id: FAR_REGION, name }.into(), far.into(), manager.into(), second.into()]).await;
    served
}

fn shop(id: u128, territory: TerritoryId, code: &str) -> AddOutlet {
    let like = records().into_iter().find_map(|record| match record {
        AnyRecord::Outlet(outlet) => Some(outlet),
        _ => None,
    });
    let outlet = Outlet { id: OutletId(Uuid::from_u128(id)), territory, code: code.to_owned(), ..like.unwrap() };
    AddOutlet { outlet: Outlet { partner: false, moved: None, ..outlet } }
}

#[tokio::test]
async fn of_two_managers_who_give_one_code_at_once_one_has_it_and_the_other_is_told_that_it_is_taken() {
    let served = served().await;
    let (mut one, mut other) = (Phone::new(&served, MANAGER, 1).await, Phone::new(&served, SECOND, 2).await);
    one.make(shop(9_001, EAST, "XY001"));
    other.make(shop(9_002, EAST, " XY001 "));
    let (first, second) = tokio::join!(one.push(), other.push());
    let outcomes = [&first.answers[0].outcome, &second.answers[0].outcome];
    let applied = outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Applied { .. })).count();
    let taken = Outcome::Refused { reason: Refusal::CodeTaken { code: "XY001".to_owned() } };
    assert_eq!((applied, outcomes.iter().filter(|outcome| ***outcome == taken).count()), (1, 1), "{outcomes:?}");

    // Whoever came second gives it another code, and a bad one blocks no good one.
    let loser = if matches!(first.answers[0].outcome, Outcome::Applied { .. }) { &mut other } else { &mut one };
    loser.make(shop(9_003, EAST, "XY001"));
    loser.make(shop(9_004, EAST, "XY002"));
    let answers = loser.push().await.answers;
    assert_eq!(answers[0].outcome, taken);
    assert!(matches!(answers[1].outcome, Outcome::Applied { .. }));
}

#[tokio::test]
async fn what_another_region_numbers_can_be_neither_seen_nor_guessed() {
    let served = served().await;
    let (mut here, mut far) = (Phone::new(&served, MANAGER, 1).await, Phone::new(&served, FAR_MANAGER, 2).await);
    here.make(shop(9_001, EAST, "XY001"));
    assert!(matches!(here.push().await.answers[0].outcome, Outcome::Applied { .. }));
    far.make(shop(9_002, FAR, "XY001"));
    let answers = far.push().await.answers;
    assert!(matches!(answers[0].outcome, Outcome::Applied { .. }), "{answers:?}");
}
