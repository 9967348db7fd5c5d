//! A fixed route and the calendar it is walked by (F2, S51). `rules::plan` expands it into days.

use crate::id::{OutletId, PlanId, RegionId, TerritoryId, UserId};
use crate::scope::Scope;
use crate::time::DateWindow;
use serde::{Deserialize, Serialize};

/// Which weeks a route is walked in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weeks {
    /// Every week.
    Every,
    /// Every n-th week, `phase` weeks after the week of the window's first day.
    /// Weeks begin on Monday. `n` of 0 or 1 means every week.
    EveryNth {
        /// The distance in weeks.
        n: u32,
        /// Which of the n weeks.
        phase: u32,
    },
}

/// A route: stops in order, on weekdays, in a window of dates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JourneyPlan {
    /// Its id.
    pub id: PlanId,
    /// The territory it lies in.
    pub territory: TerritoryId,
    /// The region of the territory.
    pub region: RegionId,
    /// Who walks it.
    pub rep: UserId,
    /// Its name, such as 丛台二线.
    pub name: String,
    /// Weekdays, 1 = Monday to 7 = Sunday.
    pub weekdays: Vec<u8>,
    /// Which weeks.
    pub weeks: Weeks,
    /// From when to when.
    pub window: DateWindow,
    /// Days in the window on which it is not walked: holidays and leave.
    #[serde(default)]
    pub skip: Vec<jiff::civil::Date>,
    /// The outlets in walking order.
    pub stops: Vec<OutletId>,
}

impl JourneyPlan {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Territory(self.territory)
    }
}
