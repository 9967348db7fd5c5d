//! Pages, settling, and the tally.

use crate::scene::*;
use domain::Scope;
use domain::time::Moment;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use std::collections::BTreeMap;
use sync::client::*;
use sync::wire::{Cursor, PullResponse};

fn page(epoch: &str, acknowledged: u64) -> PullResponse {
    PullResponse {
        records: vec![],
        removed: vec![],
        enter: vec![],
        leave: vec![],
        receipts: vec![],
        cursor: Cursor { scopes: BTreeMap::from([(Scope::Company, 9)]), receipts: 2 },
        more: false,
        remaining: 0,
        acknowledged,
        server_time: NOON,
        epoch: epoch.into(),
        min_protocol: 1,
        build: "b".into(),
        nonce: String::new(),
        digests: None,
    }
}

fn applied(versions: &[(Scope, u64)]) -> RowState {
    RowState::Applied { versions: versions.iter().copied().collect() }
}

fn three() -> Phone {
    let mut phone = Phone::with((1..=3).map(|n| (n, leave(n, shop()))));
    phone.rows[0].state = applied(&[]);
    phone.rows[1].state = RowState::Conflict;
    phone
}

#[test]
fn a_page_moves_the_cursor_and_drops_the_scopes_that_are_left() {
    let phone = three();
    let response = PullResponse { leave: vec![Scope::Territory(territory())], ..page("e1", 2) };
    let effect = absorb_pull(&phone.rows, phone.device, "e1", &response);
    let wanted = PullEffect {
        drop: vec![Scope::Territory(territory())],
        cursor: response.cursor.clone(),
        restart: false,
        again: vec![],
    };
    assert_eq!(effect, wanted);
    let first = absorb_pull(&phone.rows, phone.device, "", &response);
    let asked = PullEffect { again: vec![1, 2], ..wanted };
    assert_eq!(first, asked, "nobody knows in which epoch a push before the first page was answered");
}

#[test]
fn a_page_of_another_epoch_forgets_the_base_and_everything_is_sent_again() {
    let phone = three();
    let again = |acknowledged| {
        let effect = absorb_pull(&phone.rows, phone.device, "e1", &page("e2", acknowledged));
        assert_eq!(effect, PullEffect { restart: true, again: effect.again.clone(), ..PullEffect::default() });
        effect.again
    };
    assert_eq!(again(0), [1, 2]);
    assert_eq!(again(1), [1, 2], "what it still has may have become something else there");
    assert_eq!(again(9), [1, 2]);
}

#[test]
fn what_the_server_no_longer_has_waits_again_whatever_became_of_it() {
    let phone = three();
    assert_eq!(absorb_pull(&phone.rows, phone.device, "e1", &page("e1", 0)).again, [1, 2]);
    let others = absorb_pull(&phone.rows, id(101), "e1", &page("e1", 0));
    assert!(others.again.is_empty(), "only this device is spoken of");
}

#[test]
fn a_command_is_settled_when_the_base_shows_it_or_never_will() {
    let (here, there) = (Scope::Territory(territory()), Scope::Company);
    let cursor = |at: &[(Scope, u64)]| Cursor { scopes: at.iter().copied().collect(), receipts: 0 };
    let state = applied(&[(here, 5), (there, 3)]);
    assert!(!is_settled(&RowState::Waiting, &cursor(&[(here, 99)])));
    assert!(!is_settled(&state, &cursor(&[(here, 5), (there, 2)])));
    assert!(is_settled(&state, &cursor(&[(here, 5), (there, 3)])));
    assert!(is_settled(&state, &cursor(&[(there, 3)])), "a scope that is no longer held is not waited for");
    assert!(is_settled(&RowState::Blocked { by: id(1) }, &cursor(&[])));
    assert!(is_settled(&RowState::Conflict, &cursor(&[])));
}

fn any_state() -> impl Strategy<Value = RowState> {
    prop_oneof![
        Just(RowState::Waiting),
        Just(applied(&[])),
        Just(RowState::Conflict),
        Just(RowState::Blocked { by: id(1) }),
        Just(RowState::Refused { reason: domain::Refusal::VisitEnded }),
    ]
}

proptest! {
    #[test]
    fn the_tally_always_adds_up(states in vec((any_state(), any::<i64>()), 0..20)) {
        let mut phone = Phone::with((0..states.len() as u128).map(|n| (n, close(n))));
        for (row, (state, made_at)) in phone.rows.iter_mut().zip(&states) {
            row.state = state.clone();
            row.made_at = Moment(*made_at);
        }
        let tally = tally(&phone.rows);
        prop_assert_eq!((tally.received + tally.waiting + tally.sent_back) as usize, states.len());
        let waiting = states.iter().filter(|(state, _)| *state == RowState::Waiting);
        prop_assert_eq!(tally.waiting as usize, waiting.clone().count());
        prop_assert_eq!(tally.oldest_waiting, waiting.map(|(_, at)| Moment(*at)).min());
        prop_assert_eq!(tally.sent_back as usize, phone.rows.iter().filter(|row| row.state.came_back()).count());
    }

    #[test]
    fn a_settled_command_stays_settled_as_the_cursor_moves_on(
        versions in btree_map(0_u128..4, 0_u64..9, 0..4),
        at in btree_map(0_u128..4, 0_u64..9, 0..4),
        further in 0_u64..9,
    ) {
        let scopes = |map: &BTreeMap<u128, u64>, more| map.iter().map(|(n, v)| (Scope::Territory(id(*n)), v + more)).collect();
        let state = RowState::Applied { versions: scopes(&versions, 0) };
        let cursor = |more| Cursor { scopes: scopes(&at, more), receipts: 0 };
        prop_assert!(!is_settled(&state, &cursor(0)) || is_settled(&state, &cursor(further)));
        prop_assert!(is_settled(&state, &cursor(9)));
    }

    #[test]
    fn every_row_is_stored_as_it_is(state in any_state()) {
        let mut row = three().rows.remove(0);
        row.state = state;
        let text = serde_json::to_string(&row).unwrap();
        prop_assert_eq!(serde_json::from_str::<OutboxRow>(&text).unwrap(), row);
    }
}
