//! Which scopes a user holds.

use crate::sample::*;
use domain::Scope;
use domain::id::{RegionId, TerritoryId};
use domain::limits::ASSIGNMENT_GRACE_MILLIS;
use domain::records::{Assignment, Role, User};
use domain::rules::reach::{Directory, Strictness, scopes_of};
use domain::time::{DAY as DAY_MILLIS, DateWindow, Moment, Offset};
use jiff::Span;
use jiff::civil::Date;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

const EVERY: [Strictness; 3] = [Strictness::Exact, Strictness::WithGrace, Strictness::Ever];

fn far_region() -> RegionId {
    id(2)
}

fn territories() -> Vec<(TerritoryId, RegionId)> {
    vec![(territory(), region()), (other_territory(), region()), (id(12), far_region())]
}

fn reach(user: &User, postings: &[Assignment], at: Moment, strictness: Strictness) -> Vec<Scope> {
    let territories = territories();
    let directory = Directory { territories: &territories, assignments: postings, offset: Offset::CHINA };
    scopes_of(user, &directory, at, strictness)
}

fn posted(from: Date, until: Option<Date>) -> Assignment {
    Assignment { window: DateWindow { from, until }, ..a_posting() }
}

fn after(days: i64) -> Date {
    DAY + Span::new().days(days)
}

/// Noon of a day after [`DAY`].
fn noon(days: i64) -> Moment {
    Moment::start_of(after(days), Offset::CHINA).plus(DAY_MILLIS / 2)
}

fn holds(posting: &Assignment, at: Moment, strictness: Strictness) -> bool {
    let user = user(rep(), Role::Rep);
    reach(&user, std::slice::from_ref(posting), at, strictness).contains(&Scope::Territory(posting.territory))
}

#[test]
fn a_rep_holds_the_company_the_region_themselves_and_the_territories_they_are_posted_to() {
    let own = vec![Scope::Company, Scope::Region(region()), Scope::Territory(territory()), Scope::User(rep())];
    let postings = [a_posting(), Assignment { user: other_rep(), territory: other_territory(), ..a_posting() }];
    assert_eq!(reach(&user(rep(), Role::Rep), &postings, noon(0), Strictness::Exact), own);
}

#[test]
fn a_regional_manager_holds_the_region_its_office_and_all_its_territories() {
    let wanted = vec![
        Scope::Company,
        Scope::Region(region()),
        Scope::Office(region()),
        Scope::Territory(territory()),
        Scope::Territory(other_territory()),
        Scope::User(manager()),
    ];
    for strictness in EVERY {
        assert_eq!(reach(&user(manager(), Role::RegionalManager), &[], noon(0), strictness), wanted);
    }
}

#[test]
fn the_marketing_centre_and_the_admin_hold_all_regions() {
    for role in [Role::MarketingCentre, Role::Admin] {
        let held = reach(&user(manager(), role), &[], noon(0), Strictness::Exact);
        for (territory, region) in territories() {
            for scope in [Scope::Territory(territory), Scope::Region(region), Scope::Office(region)] {
                assert!(held.contains(&scope), "{role:?} {scope}");
            }
        }
    }
}

#[test]
fn a_disabled_user_holds_nothing_now_but_what_they_sent_can_still_be_placed() {
    let disabled = User { active: false, ..user(rep(), Role::Rep) };
    assert!(reach(&disabled, &[a_posting()], noon(0), Strictness::Exact).is_empty());
    assert!(reach(&disabled, &[a_posting()], noon(0), Strictness::WithGrace).contains(&Scope::Territory(territory())));
}

#[test]
fn a_territory_is_held_to_the_day() {
    let posting = posted(after(0), Some(after(2)));
    let held: Vec<bool> = (-1..=3).map(|day| holds(&posting, noon(day), Strictness::Exact)).collect();
    assert_eq!(held, [false, true, true, true, false]);
    let last_moment = Moment::start_of(after(3), Offset::CHINA).plus(-1);
    assert!(
        holds(&posting, last_moment, Strictness::Exact) && !holds(&posting, last_moment.plus(1), Strictness::Exact)
    );
}

#[test]
fn a_posting_of_one_day_has_its_whole_grace_without_a_gap() {
    let posting = posted(after(0), Some(after(0)));
    let held: Vec<bool> = (-1..=5).map(|day| holds(&posting, noon(day), Strictness::WithGrace)).collect();
    assert_eq!(held, [false, true, true, true, true, false, false]);
}

#[test]
fn a_posting_that_was_ended_before_it_began_was_never_held() {
    let posting = posted(after(0), Some(after(-1)));
    assert!((-3..6).all(|day| !holds(&posting, noon(day), Strictness::WithGrace)));
    assert!(holds(&posting, noon(0), Strictness::Ever));
}

proptest! {
    /// With grace a territory is held if it was held at some moment of the last 72 hours, looked at hour by hour.
    #[test]
    fn the_grace_is_the_union_of_its_moments(from in -9_i64..9, length in option::of(-1_i64..6), hour in -240_i64..240) {
        let posting = posted(after(from), length.map(|days| after(from + days)));
        let at = noon(0).plus(hour * 3_600_000);
        let hours = 0..=ASSIGNMENT_GRACE_MILLIS / 3_600_000;
        let at_some_hour = hours.into_iter().any(|back| holds(&posting, at.plus(-back * 3_600_000), Strictness::Exact));
        prop_assert_eq!(holds(&posting, at, Strictness::WithGrace), at_some_hour);
    }

    /// Looser readings hold more, never less; each scope is named once; and everybody holds the company.
    #[test]
    fn looser_readings_never_lose_a_scope(windows in vec((-30_i64..30, option::of(-2_i64..30), 10_u128..13), 0..5), day in -40_i64..40) {
        let postings: Vec<Assignment> = windows
            .into_iter()
            .map(|(from, length, to)| Assignment { territory: id(to), ..posted(after(from), length.map(|days| after(from + days))) })
            .collect();
        for role in [Role::Rep, Role::RegionalManager, Role::MarketingCentre, Role::Admin] {
            let user = user(rep(), role);
            let [exact, grace, ever] = EVERY.map(|strictness| reach(&user, &postings, noon(day), strictness));
            prop_assert!(exact.iter().all(|scope| grace.contains(scope)));
            prop_assert!(grace.iter().all(|scope| ever.contains(scope)));
            for held in [exact, grace, ever] {
                prop_assert!(held.contains(&Scope::Company) && held.contains(&Scope::User(rep())));
                prop_assert!(held.is_sorted_by(|a, b| a < b), "in order, each once");
            }
        }
    }
}
