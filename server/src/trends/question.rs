//! What is asked, as far as the session may ask it.

use crate::account::Signed;
use crate::api::{ApiError, AppState};
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use domain::Scope;
use domain::id::{RegionId, TerritoryId, UserId};
use domain::limits::{TREND_WEEKS, TREND_WEEKS_AT_FIRST};
use domain::records::OutletClass;
use domain::rules::trends::{By, Measure, Week};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeSet;
use store::TrendWanted;

/// The question as it comes. Days stand for the weeks that they lie in.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    measure: Measure,
    #[serde(default)]
    by: By,
    from: Option<Date>,
    to: Option<Date>,
    /// So many up to the last, where the first is not said.
    weeks: Option<u32>,
    region: Option<RegionId>,
    territory: Option<TerritoryId>,
    rep: Option<UserId>,
    class: Option<OutletClass>,
    standard: Option<String>,
}

/// The question of somebody who may ask it.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    /// What is measured.
    pub measure: Measure,
    /// By what it is told apart.
    pub by: By,
    /// The weeks, in order; at least one.
    pub weeks: Vec<Week>,
    /// The one that runs.
    pub this_week: Week,
    /// Today.
    pub today: Date,
    /// The territories that are counted, with their regions.
    pub grounds: Vec<(TerritoryId, RegionId)>,
    /// The region that it is narrowed down to, if it is.
    pub region: Option<RegionId>,
    /// The territory.
    pub territory: Option<TerritoryId>,
    /// What the store is asked.
    pub wanted: TrendWanted,
}

impl Question {
    /// Whether what is for some people is for any who are counted.
    pub fn sees(&self, scope: Scope) -> bool {
        let counted = |(territory, region): &(TerritoryId, RegionId)| {
            Scope::Territory(*territory).lies_in(scope, &|_| Some(*region))
        };
        self.grounds.iter().any(counted)
    }

    /// Reads it.
    pub fn of(
        state: &AppState,
        signed: &Signed,
        asked: Result<Query<Asked>, QueryRejection>,
    ) -> Result<Self, ApiError> {
        let Query(asked) = asked.map_err(|error| ApiError::Malformed(error.body_text()))?;
        if !signed.author.user.role.manages() {
            return Err(ApiError::Forbidden("the trends are for managers"));
        }
        let today = signed.now.date(state.offset);
        let this_week = Week::of(today);
        let to = asked.to.map_or(this_week, Week::of);
        let so_many = asked.weeks.unwrap_or(TREND_WEEKS_AT_FIRST).clamp(1, TREND_WEEKS);
        let from = asked.from.map_or(to.back(so_many - 1), Week::of);
        let weeks = Week::range(from, to, TREND_WEEKS);
        let (Some(first), Some(last)) = (weeks.first().copied(), weeks.last().copied()) else {
            return Err(ApiError::Malformed("the weeks end before they begin".to_owned()));
        };
        let held: BTreeSet<&Scope> = signed.scopes.iter().collect();
        let mut grounds = signed.author.territories.clone();
        grounds.retain(|(territory, region)| {
            held.contains(&Scope::Territory(*territory))
                && asked.region.is_none_or(|wanted| wanted == *region)
                && asked.territory.is_none_or(|wanted| wanted == *territory)
        });
        if grounds.is_empty() && (asked.region.is_some() || asked.territory.is_some()) {
            return Err(ApiError::NotFound);
        }
        let wanted = TrendWanted {
            from: first,
            to: last,
            territories: grounds.iter().map(|(territory, _)| *territory).collect(),
            rep: asked.rep,
            class: asked.class,
            standard: asked.standard.filter(|standard| !standard.is_empty()),
        };
        Ok(Self {
            measure: asked.measure,
            by: asked.by,
            weeks,
            this_week,
            today,
            grounds,
            region: asked.region,
            territory: asked.territory,
            wanted,
        })
    }
}
