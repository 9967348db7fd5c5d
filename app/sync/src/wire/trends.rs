//! The trends, as a manager's screen and a table show them: figures by week, and what they do not contain yet.

use domain::Words;
use domain::id::VisitId;
use domain::rules::trends::{By, Figure, Measure, Week};
use domain::time::Moment;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A measure over some weeks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Trends {
    /// What is measured.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub measure: Measure,
    /// By what it is told apart.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub by: By,
    /// The weeks, each by its Monday.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub weeks: Vec<Week>,
    /// What it was narrowed down to, from the widest.
    pub within: Vec<Within>,
    /// All together: a part and a whole for each week.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<Object>))]
    pub total: Vec<Figure>,
    /// Told apart.
    pub lines: Vec<TrendLine>,
    /// When this was counted, by the server's clock.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub as_of: Moment,
    /// Whether the last week still runs.
    pub running: bool,
    /// How many reps are posted there now.
    pub reps: u32,
    /// Those of them whose work is not all in it.
    pub behind: Vec<Behind>,
}

/// A filter that was set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Within {
    /// Of which sort.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub by: By,
    /// What it is called; the key of a rep who is not known here.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub name: Words,
}

/// The figures of one region, territory, rep, class or standard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TrendLine {
    /// What a filter calls it: an id, the letter of a class, the name that versions of a standard have in common.
    pub key: String,
    /// Its name.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub name: Words,
    /// A part and a whole for each week.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<Object>))]
    pub figures: Vec<Figure>,
}

/// A rep who has not been heard of today, or whose phone holds something that has not come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Behind {
    /// Their name.
    pub name: String,
    /// When a phone of theirs was last heard of, by the server's clock; none if never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<i64>))]
    pub last_seen: Option<Moment>,
    /// What was announced and has not come.
    pub records: u64,
    /// Photos that have not come.
    pub photos: u32,
}

/// The visits of a rep behind a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TrendsVisits {
    /// The newest first.
    pub visits: Vec<TrendsVisit>,
    /// Whether there are more than are told.
    pub more: bool,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TrendsVisit {
    /// The visit.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub visit: VisitId,
    /// The shop.
    pub outlet_name: String,
    /// Its day.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub day: Date,
    /// What it came to, in ten thousandths; none if it was not scored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<u32>,
    /// How long it took in seconds; none if that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<i64>,
    /// Photos that were judged.
    pub judged: u32,
    /// Those of them that are to be taken again.
    pub sent_back: u32,
}
