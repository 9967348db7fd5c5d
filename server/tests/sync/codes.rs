//! Codes of shops are nobody else's, in the whole company: the server decides, and says no more than that one is taken.

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
const FAR_MANAGER: UserId = UserId(Uuid::from_u128(29));

/// The region of the others, and another one with its manager.
async fn served() -> Served {
    let served = Served::new().await;
    let name = Words::new("远", "");
    let far = Territory {
        id: FAR,
        region: FAR_REGION,
        name: name.clone(),
        territory_type: TerritoryType::Urban,
        area_codes: Vec::new(),
    };
    let manager = User { region: FAR_REGION, ..user(FAR_MANAGER, "孙经理", Role::RegionalManager) };
    served.plant(vec![Region { id: FAR_REGION, name }.into(), far.into(), manager.into()]).await;
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
    let (mut here, mut far) = (Phone::new(&served, MANAGER, 1).await, Phone::new(&served, FAR_MANAGER, 2).await);
    here.make(shop(9_001, EAST, "XY001"));
    far.make(shop(9_002, FAR, " XY001 "));
    let (one, other) = tokio::join!(here.push(), far.push());
    let outcomes = [&one.answers[0].outcome, &other.answers[0].outcome];
    let applied = outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Applied { .. })).count();
    let taken = Outcome::Refused { reason: Refusal::CodeTaken { code: "XY001".to_owned() } };
    assert_eq!((applied, outcomes.iter().filter(|outcome| ***outcome == taken).count()), (1, 1), "{outcomes:?}");

    // Whoever came second has nothing of the other's, and gives it another code.
    let loser =
        if matches!(one.answers[0].outcome, Outcome::Applied { .. }) { (&mut far, FAR) } else { (&mut here, EAST) };
    loser.0.make(shop(9_003, loser.1, "XY002"));
    assert!(matches!(loser.0.push().await.answers[0].outcome, Outcome::Applied { .. }));
    let before = loser.0.count("outlet");
    loser.0.pull().await;
    assert!(!loser.0.base.values().any(|(_, _, body)| body.contains("XY001")), "of {before}");
}

#[tokio::test]
async fn a_code_that_was_given_before_stays_taken_everywhere() {
    let served = served().await;
    let (mut here, mut far) = (Phone::new(&served, MANAGER, 1).await, Phone::new(&served, FAR_MANAGER, 2).await);
    here.make(shop(9_001, EAST, "XY001"));
    assert!(matches!(here.push().await.answers[0].outcome, Outcome::Applied { .. }));
    far.make(shop(9_002, FAR, "XY001"));
    far.make(shop(9_004, FAR, "XY003"));
    let answers = far.push().await.answers;
    let reason = Refusal::CodeTaken { code: "XY001".to_owned() };
    assert_eq!(answers[0].outcome, Outcome::Refused { reason });
    assert!(matches!(answers[1].outcome, Outcome::Applied { .. }), "a bad one blocks no good one");
}
