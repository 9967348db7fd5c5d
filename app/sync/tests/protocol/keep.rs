//! What the server has stays on the phone as long as the server says, within reason.

use crate::scene::*;
use proptest::prelude::*;
use sync::client::may_go;
use sync::limits::{KEEP_LEAST_DAYS, KEEP_MOST_DAYS, RECEIPT_DAYS};

#[test]
fn a_server_that_says_nothing_has_its_phones_keep_two_weeks() {
    assert!(!may_go(NOON, NOON.plus(RECEIPT_DAYS * DAY), None));
    assert!(may_go(NOON, NOON.plus(RECEIPT_DAYS * DAY + 1), None));
    assert!(may_go(NOON, NOON.plus(8 * DAY), Some(7)) && !may_go(NOON, NOON.plus(8 * DAY), Some(9)));
}

proptest! {
    #[test]
    fn no_rule_lets_anything_go_at_once_or_keeps_it_for_ever(rule in any::<u16>(), days in 0..5_000_i64) {
        let goes = may_go(NOON, NOON.plus(days * DAY), Some(rule));
        prop_assert!(!goes || days > KEEP_LEAST_DAYS);
        prop_assert!(goes || days <= KEEP_MOST_DAYS);
        prop_assert!(!may_go(NOON, NOON.plus(-days * DAY), Some(rule)), "before it was confirmed nothing is old");
    }
}
