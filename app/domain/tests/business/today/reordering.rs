//! The rest of the day in another order.

use super::*;
use domain::rules::today::reordered;

const PLANNED: [StopReason; 1] = [StopReason::Planned];

/// A day of which the second stop is done, the fourth is left out and the others are to come.
fn day() -> Vec<Stop> {
    let states =
        [StopState::ToDo, StopState::Done(id(50)), StopState::ToDo, StopState::Skipped(id(110)), StopState::ToDo];
    (30..).zip(1..).zip(states).map(|((outlet, number), state)| stop(outlet, number, PLANNED.to_vec(), state)).collect()
}

fn order(outlets: &[u128]) -> Vec<OutletId> {
    outlets.iter().map(|outlet| id(*outlet)).collect()
}

fn outlets(stops: &[Stop]) -> Vec<OutletId> {
    stops.iter().map(|stop| stop.outlet).collect()
}

#[test]
fn what_is_done_or_left_out_stays_in_its_place_and_the_rest_goes_around_it() {
    let list = reordered(day(), &order(&[34, 32, 30]));
    assert_eq!(outlets(&list), order(&[34, 31, 32, 33, 30]));
    assert_eq!(list.iter().map(|stop| stop.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert_eq!((list[1].state, list[3].state), (StopState::Done(id(50)), StopState::Skipped(id(110))));
}

#[test]
fn stops_that_the_order_does_not_name_follow_as_they_were() {
    assert_eq!(outlets(&reordered(day(), &order(&[34]))), order(&[34, 31, 30, 33, 32]));
}

#[test]
fn an_order_that_names_what_is_done_or_unknown_moves_nothing_of_it() {
    assert_eq!(outlets(&reordered(day(), &order(&[31, 99, 33]))), outlets(&day()));
    assert_eq!(reordered(day(), &[]), day());
}

fn some_day() -> impl Strategy<Value = Vec<Stop>> {
    vec(0_u8..4, 0..9).prop_map(|states| {
        let numbered = states.into_iter().zip(30..).zip(1..);
        numbered
            .map(|((state, outlet), number)| {
                let state = match state {
                    0 => StopState::Open(id(50)),
                    1 => StopState::Done(id(50)),
                    2 => StopState::Skipped(id(110)),
                    _ => StopState::ToDo,
                };
                stop(outlet, number, PLANNED.to_vec(), state)
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn another_order_loses_no_stop_and_changes_nothing_but_places(stops in some_day(), wanted in vec(30_u128..40, 0..9)) {
        let wanted = order(&wanted);
        let list = reordered(stops.clone(), &wanted);
        prop_assert_eq!(list.iter().map(|stop| stop.number).collect::<Vec<_>>(), (1..=stops.len() as u32).collect::<Vec<_>>());
        for (place, before) in stops.iter().enumerate() {
            let after = list.iter().find(|stop| stop.outlet == before.outlet).unwrap();
            prop_assert_eq!(&Stop { number: before.number, ..after.clone() }, before);
            if before.state != StopState::ToDo {
                prop_assert_eq!(&list[place], before);
            }
        }
        // Those that are to come and named come in the order that was asked for, before those that are not.
        let to_come: Vec<OutletId> = list.iter().filter(|stop| stop.state == StopState::ToDo).map(|stop| stop.outlet).collect();
        let places: Vec<usize> = to_come.iter().map(|outlet| wanted.iter().position(|named| named == outlet).unwrap_or(usize::MAX)).collect();
        prop_assert!(places.is_sorted());
        prop_assert_eq!(reordered(list.clone(), &wanted), list);
    }
}
