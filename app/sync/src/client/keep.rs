//! How long a phone keeps what the server has. Confirmed commands and photos stay a while, because a server that was
//! restored from a backup asks for them again; how long is the server's rule, and both moments are the server's.

use crate::limits::{KEEP_LEAST_DAYS, KEEP_MOST_DAYS, RECEIPT_DAYS};
use domain::time::{DAY, Moment};

/// Whether what was confirmed at one moment may go at another. `rule` is what the server said; older ones say nothing.
#[must_use]
pub fn may_go(confirmed: Moment, now: Moment, rule: Option<u16>) -> bool {
    let days = rule.map_or(RECEIPT_DAYS, i64::from).clamp(KEEP_LEAST_DAYS, KEEP_MOST_DAYS);
    now.since(confirmed) > days * DAY
}
