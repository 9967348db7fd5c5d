//! What regions and territories are called, as this device knows them: for what names them by their scope, such as tokens,
//! webhooks and repairs.

use crate::state::Phone;
use crate::text::Texts;
use domain::Scope;
use domain::id::{RegionId, TerritoryId};
use domain::order::InOrder;
use domain::records::{Region, Territory};
use futures_util::future::join;

/// See the module.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    /// All regions.
    pub regions: Vec<Region>,
    /// All territories, by region and name.
    pub territories: Vec<Territory>,
}

impl Places {
    /// Reads them.
    pub async fn read() -> Self {
        let (regions, mut territories) = join(Phone.all::<Region>(), Phone.all::<Territory>()).await;
        territories.order_by_key(|one| (one.region, one.name.zh.clone(), one.id));
        Self { regions, territories }
    }

    /// What a region is called, if it is known.
    pub fn region(&self, t: Texts, id: RegionId) -> Option<&str> {
        self.regions.iter().find(|one| one.id == id).map(|one| one.name.get(t.language))
    }

    /// What a territory is called, if it is known.
    pub fn territory(&self, t: Texts, id: TerritoryId) -> Option<&str> {
        self.territories.iter().find(|one| one.id == id).map(|one| one.name.get(t.language))
    }

    /// What a scope is called that somebody was given.
    pub fn words(&self, t: Texts, scope: Scope) -> String {
        let name = match scope {
            Scope::Region(id) => self.region(t, id).map(t.tokens.whole),
            Scope::Territory(id) => self.territory(t, id).map(str::to_owned),
            Scope::Company | Scope::Office(_) | Scope::User(_) => None,
        };
        name.unwrap_or_else(|| t.tokens.another.to_owned())
    }
}
