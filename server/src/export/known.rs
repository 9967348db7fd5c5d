//! What the rows of a list name: shops, territories and partners, each by its id.

use super::pages::Pages;
use crate::account::Signed;
use crate::api::{ApiError, AppState};
use domain::Language;
use domain::Scope;
use domain::id::{DealerId, OutletId, SubDistributorId, TerritoryId};
use domain::records::{Dealer, Outlet, Record, Responsible, SubDistributor, Territory};
use domain::time::Offset;
use jiff::civil::Date;
use std::collections::HashMap;
use std::hash::Hash;
use store::StoreError;

/// See the module.
pub(crate) struct Known {
    /// Of the company's clock.
    pub offset: Offset,
    /// By it.
    pub today: Date,
    /// Number and name of each.
    outlets: HashMap<OutletId, (String, String)>,
    territories: HashMap<TerritoryId, String>,
    dealers: HashMap<DealerId, String>,
    sub_distributors: HashMap<SubDistributorId, String>,
}

impl Known {
    /// What a session may see; shops only when they are asked for, for there are many.
    pub async fn read(state: &AppState, signed: &Signed, with_outlets: bool) -> Result<Self, ApiError> {
        let outlet = |one: Outlet| (one.id, (one.code, one.name));
        Ok(Self {
            offset: state.offset,
            today: signed.now.date(state.offset),
            outlets: if with_outlets { walked(state, signed, outlet).await? } else { HashMap::new() },
            territories: small(state, signed, |one: &Territory| (one.id, one.name.get(Language::Zh).to_owned()))
                .await?,
            dealers: small(state, signed, |one: &Dealer| (one.id, one.name.clone())).await?,
            sub_distributors: small(state, signed, |one: &SubDistributor| (one.id, one.name.clone())).await?,
        })
    }

    /// Number and name of a shop; nothing for one that the session does not hold any more.
    pub fn outlet(&self, id: OutletId) -> (&str, &str) {
        self.outlets.get(&id).map_or(("", ""), |(code, name)| (code, name))
    }

    /// The name of a territory.
    pub fn territory(&self, id: TerritoryId) -> &str {
        self.territories.get(&id).map_or("", String::as_str)
    }

    /// The name of a dealer.
    pub fn dealer(&self, id: DealerId) -> &str {
        self.dealers.get(&id).map_or("", String::as_str)
    }

    /// The name of whoever supplies a shop.
    pub fn responsible(&self, who: Responsible) -> &str {
        match who {
            Responsible::Dealer(id) => self.dealer(id),
            Responsible::SubDistributor(id) => self.sub_distributors.get(&id).map_or("", String::as_str),
            Responsible::Open => "",
        }
    }
}

/// Of a kind of which a company has few.
async fn small<R: Record, K: Eq + Hash, V>(
    state: &AppState,
    signed: &Signed,
    entry: impl Fn(&R) -> (K, V),
) -> Result<HashMap<K, V>, StoreError> {
    let all = state.store.all_of(R::KIND).await?;
    let held = all.iter().filter(|record| signed.scopes.contains(&record.scope()));
    Ok(held.filter_map(R::from_any).map(entry).collect())
}

/// Of a kind of which there are many: page by page, of the territories only.
async fn walked<R: Record, K: Eq + Hash, V>(
    state: &AppState,
    signed: &Signed,
    entry: impl Fn(R) -> (K, V),
) -> Result<HashMap<K, V>, StoreError> {
    let mut pages = Pages::of(state, signed, |scope| matches!(scope, Scope::Territory(_)));
    let mut found = HashMap::new();
    while pages.more {
        found.extend(pages.next::<R>().await?.into_iter().map(&entry));
    }
    Ok(found)
}
