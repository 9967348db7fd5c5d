//! What a token of another program may read: never more than who made it may, and of that only what it was made for.
//! The server asks each time such a program reads, so that whatever its maker loses it loses too.

use crate::id::{RegionId, TerritoryId};
use crate::scope::Scope;

/// Whether somebody who holds scopes may make a token for these: regions and territories of their own, and some.
#[must_use]
pub fn may_grant(held: &[Scope], wanted: &[Scope]) -> bool {
    let grantable = |scope: &Scope| matches!(scope, Scope::Region(_) | Scope::Territory(_)) && held.contains(scope);
    !wanted.is_empty() && wanted.iter().all(grantable)
}

/// What of the scopes that its maker holds now a token reads that was made for some. A region stands for its territories,
/// those of later too; what the whole company shares comes with any. People are never in it.
#[must_use]
pub fn granted(held: &[Scope], made_for: &[Scope], territories: &[(TerritoryId, RegionId)]) -> Vec<Scope> {
    let in_region = |id: TerritoryId| {
        territories.iter().any(|(territory, region)| *territory == id && made_for.contains(&Scope::Region(*region)))
    };
    let reads = |scope: &&Scope| match **scope {
        Scope::Company => true,
        Scope::Region(_) => made_for.contains(*scope),
        Scope::Territory(id) => made_for.contains(*scope) || in_region(id),
        Scope::Office(_) | Scope::User(_) => false,
    };
    held.iter().filter(reads).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::{granted, may_grant};
    use crate::id::{RegionId, TerritoryId, UserId};
    use crate::scope::Scope;
    use uuid::Uuid;

    const REGION: RegionId = RegionId(Uuid::from_u128(1));
    const OTHER: RegionId = RegionId(Uuid::from_u128(2));
    const EAST: TerritoryId = TerritoryId(Uuid::from_u128(11));
    const WEST: TerritoryId = TerritoryId(Uuid::from_u128(12));
    const GROUND: [(TerritoryId, RegionId); 2] = [(EAST, REGION), (WEST, REGION)];

    fn held() -> Vec<Scope> {
        let user = UserId(Uuid::from_u128(3));
        let own = [Scope::Company, Scope::Region(REGION), Scope::Office(REGION), Scope::User(user)];
        own.into_iter().chain([EAST, WEST].map(Scope::Territory)).collect()
    }

    #[test]
    fn nobody_makes_a_token_for_what_they_do_not_hold() {
        assert!(may_grant(&held(), &[Scope::Territory(EAST)]));
        assert!(may_grant(&held(), &[Scope::Region(REGION)]));
        assert!(!may_grant(&held(), &[Scope::Region(OTHER)]));
        assert!(!may_grant(&held(), &[Scope::Territory(EAST), Scope::Region(OTHER)]), "not even beside what they do");
        assert!(!may_grant(&held(), &[Scope::Office(REGION)]), "accounts are not for programs");
        assert!(!may_grant(&held(), &[]));
    }

    #[test]
    fn a_token_for_a_territory_reads_it_and_what_the_company_shares() {
        let reads = granted(&held(), &[Scope::Territory(EAST)], &GROUND);
        assert_eq!(reads, [Scope::Company, Scope::Territory(EAST)]);
    }

    #[test]
    fn a_token_for_a_region_reads_its_territories_and_no_people() {
        let reads = granted(&held(), &[Scope::Region(REGION)], &GROUND);
        assert_eq!(reads, [Scope::Company, Scope::Region(REGION), Scope::Territory(EAST), Scope::Territory(WEST)]);
    }

    #[test]
    fn what_its_maker_loses_a_token_loses_too() {
        assert_eq!(
            granted(&[Scope::Company], &[Scope::Region(REGION), Scope::Territory(EAST)], &GROUND),
            [Scope::Company]
        );
        assert!(granted(&[], &[Scope::Region(REGION)], &GROUND).is_empty());
    }
}
