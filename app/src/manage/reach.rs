//! For whom a form or a standard is published: the whole company, a region or a territory, of those that somebody may
//! publish for. The editors of forms and of standards ask it the same way.

use super::places::Places;
use crate::text::Texts;
use crate::ui::select;
use domain::Scope;
use domain::id::{RegionId, TerritoryId};
use domain::records::Role;
use leptos::prelude::*;

/// What a scope is called.
pub fn words(t: Texts, places: &Places, scope: Scope) -> String {
    if scope.is_company() { t.forms.whole_company.to_owned() } else { places.words(t, scope) }
}

/// In which region a territory lies, as this device knows it.
pub fn region_of(places: &Places) -> impl Fn(TerritoryId) -> Option<RegionId> {
    let known: Vec<_> = places.territories.iter().map(|one| (one.id, one.region)).collect();
    move |id| known.iter().find(|(territory, _)| *territory == id).map(|(_, region)| *region)
}

/// Whom somebody may publish for, the widest first.
pub fn choices(places: &Places, role: Role) -> Vec<Scope> {
    let regions = places.regions.iter().flat_map(|region| {
        let inside = places.territories.iter().filter(|one| one.region == region.id);
        std::iter::once(Scope::Region(region.id)).chain(inside.map(|one| Scope::Territory(one.id)))
    });
    role.sees_all().then_some(Scope::Company).into_iter().chain(regions).collect()
}

/// Whom it is for if nobody says otherwise: whom the version before was for, else the widest that is allowed.
pub fn usual(places: &Places, role: Role, before: Scope) -> Scope {
    let choices = choices(places, role);
    choices.iter().find(|scope| **scope == before).or(choices.first()).copied().unwrap_or(before)
}

/// The field.
pub fn field(
    t: Texts,
    id: &'static str,
    places: Memo<Places>,
    role: Role,
    now: impl Fn() -> Scope + Send + Sync + Copy + 'static,
    picked: RwSignal<Option<Scope>>,
) -> AnyView {
    (move || {
        let options = places.with(|places| {
            let all = choices(places, role).into_iter();
            all.map(|scope| (scope.to_string(), words(t, places, scope))).collect::<Vec<_>>()
        });
        select(id, t.forms.for_whom, options, move || now().to_string(), move |scope| picked.set(scope.parse().ok()))
    })
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::{choices, usual};
    use crate::manage::places::Places;
    use domain::id::{RegionId, TerritoryId};
    use domain::records::{Region, Role, Territory, TerritoryType};
    use domain::{Scope, Words};
    use uuid::Uuid;

    const HERE: RegionId = RegionId(Uuid::from_u128(1));
    const EAST: TerritoryId = TerritoryId(Uuid::from_u128(11));

    fn places() -> Places {
        let east = Territory {
            id: EAST,
            region: HERE,
            name: Words::default(),
            territory_type: TerritoryType::Urban,
            area_codes: Vec::new(),
        };
        Places { regions: vec![Region { id: HERE, name: Words::default() }], territories: vec![east] }
    }

    #[test]
    fn a_regional_manager_changes_a_form_of_the_company_for_their_region() {
        let own = [Scope::Region(HERE), Scope::Territory(EAST)];
        assert_eq!(choices(&places(), Role::RegionalManager), own);
        assert_eq!(usual(&places(), Role::RegionalManager, Scope::Company), Scope::Region(HERE));
        assert_eq!(usual(&places(), Role::RegionalManager, Scope::Territory(EAST)), Scope::Territory(EAST));
        assert_eq!(usual(&places(), Role::MarketingCentre, Scope::Company), Scope::Company);
    }
}
