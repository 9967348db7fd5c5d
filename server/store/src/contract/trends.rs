//! The trends: what was done in shops, summed by week while it is written.

use crate::{StoreError, TrendRow, TrendVisit, TrendWanted};
use async_trait::async_trait;
use domain::id::TerritoryId;
use domain::records::OutletClass;
use domain::rules::trends::By;

/// The part of the store that dashboards use.
#[async_trait]
pub trait Trends: Send + Sync + 'static {
    /// What was counted, by week and key, in their order.
    async fn trend(&self, wanted: &TrendWanted, by: By) -> Result<Vec<TrendRow>, StoreError>;

    /// How many shops there are now, by territory and class.
    async fn trend_shops(
        &self,
        territories: &[TerritoryId],
    ) -> Result<Vec<(TerritoryId, OutletClass, i64)>, StoreError>;

    /// The visits of a rep behind the figures, the newest first, as many as a limit; none without a rep.
    async fn trend_visits(&self, wanted: &TrendWanted, limit: u32) -> Result<Vec<TrendVisit>, StoreError>;
}
