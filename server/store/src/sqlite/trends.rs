//! Keeping the trends, and asking for them. [`Touched`] counts what a transaction has written, inside it; so no sum is
//! ever ahead of or behind the records, and no answer looks at all visits.

mod ask;
mod count;

pub(super) use count::Touched;

use crate::{StoreError, TrendRow, TrendVisit, TrendWanted, Trends};
use async_trait::async_trait;
use domain::id::TerritoryId;
use domain::records::OutletClass;
use domain::rules::trends::By;

#[async_trait]
impl Trends for super::SqliteStore {
    async fn trend(&self, wanted: &TrendWanted, by: By) -> Result<Vec<TrendRow>, StoreError> {
        self.sums(wanted, by).await
    }

    async fn trend_shops(
        &self,
        territories: &[TerritoryId],
    ) -> Result<Vec<(TerritoryId, OutletClass, i64)>, StoreError> {
        self.shops_now(territories).await
    }

    async fn trend_visits(&self, wanted: &TrendWanted, limit: u32) -> Result<Vec<TrendVisit>, StoreError> {
        self.visits_behind(wanted, limit).await
    }
}
