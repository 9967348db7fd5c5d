//! What is wrong with a row: where, what was read, and why it cannot be taken.

use super::Field;
use serde::{Deserialize, Serialize};

/// Something wrong in a row. The others go on without it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The row, as the spreadsheet counts.
    pub row: u32,
    /// The column, from 0; none if there is no such column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<u16>,
    /// What was to be read there.
    pub field: Field,
    /// What stands there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub read: String,
    /// Why it cannot be taken.
    #[serde(flatten)]
    pub why: Why,
}

/// Why a row cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Why {
    /// Nothing stands there, and something new needs it.
    Missing,
    /// Too many characters.
    TooLong {
        /// So many are allowed.
        limit: u32,
    },
    /// A spreadsheet has rounded a long number: 1.38E+10.
    Rounded,
    /// Not a phone number.
    Phone,
    /// Not a whole number above nothing.
    Number,
    /// Not an amount of money.
    Price,
    /// Not a place on the globe.
    Place,
    /// None of A to D.
    Class,
    /// Neither yes nor no.
    YesOrNo,
    /// The check digit does not fit.
    Barcode,
    /// None of the territories and regions that the person answers for.
    Outside,
    /// No partner of that name, or several.
    Partner,
    /// Several are called so already.
    Several,
    /// The same stands in a row above.
    Twice {
        /// Which. Beside the row of the fault it has another name.
        #[serde(rename = "above")]
        row: u32,
    },
    /// It is known in another territory: a table moves nobody.
    Elsewhere {
        /// Where it is.
        territory: String,
    },
    /// No rep of that name whom the person answers for, or several.
    Rep,
    /// No shop with that number among those that the person answers for.
    Shop,
    /// The shop has closed.
    Closed,
    /// The shop lies elsewhere: a route stays in one territory.
    Ground {
        /// Where the route lies.
        territory: String,
    },
    /// The rep does not work there on the first day.
    Posting {
        /// Where the route lies.
        territory: String,
    },
    /// No days of the week.
    Weekdays,
    /// No rhythm in weeks.
    Weeks,
    /// No day, or one that has gone by.
    Day,
    /// A row above says otherwise of the same route.
    Differs {
        /// Which.
        #[serde(rename = "above")]
        row: u32,
    },
    /// More stops than a route may have.
    Stops {
        /// So many are allowed.
        limit: u32,
    },
}
