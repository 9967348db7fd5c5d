//! The order of the stops to come: by distance from where the phone is (F5), or by hand. It is the rep's own affair:
//! it stays on this phone, over a restart too, and with undo the order is again what it was.

use super::View;
use super::day::Row;
use crate::field::day_book::order_key;
use crate::state::{Lens, Phone, State, spawn};
use crate::text::Texts;
use crate::ui::{Busy, Toast};
use domain::geo::Position;
use domain::id::OutletId;
use domain::rules::tour;
use jiff::civil::Date;
use leptos::prelude::*;

/// Puts the nearest way first. The position is asked for here, because the rep has asked for it (F114).
pub fn shorten(t: Texts, state: State, view: View, busy: Busy) {
    if !busy.take() {
        return;
    }
    spawn(async move {
        match position(state).await {
            Some(here) => shorten_from(t, view, state, here).await,
            None => Toast::failed(t.today.no_position).show(state),
        }
        busy.done();
    });
}

/// Measured now or, in a cellar, a short while ago.
async fn position(state: State) -> Option<Position> {
    let fix = match Phone.position(|_| ()).await {
        Ok(fix) => {
            state.fix.set(Some(fix));
            Some(fix)
        }
        Err(_) => Lens::fresh(state.fix.get_untracked(), Phone.now()),
    };
    fix.map(|fix| fix.position)
}

async fn shorten_from(t: Texts, view: View, state: State, here: Position) {
    let Some((date, before, placed, lost)) = view
        .day
        .try_with_untracked(|day| {
            let day = day.as_ref()?;
            let (placed, lost): (Vec<&Row>, Vec<&Row>) = day.to_come().partition(|row| row.outlet.is_some());
            let placed: Vec<_> = placed.iter().filter_map(|row| Some((row.stop.outlet, row.position()?))).collect();
            let lost: Vec<OutletId> = lost.iter().map(|row| row.stop.outlet).collect();
            Some((day.date, day.order.clone(), placed, lost))
        })
        .flatten()
    else {
        return;
    };
    let stops: Vec<Position> = placed.iter().map(|(_, position)| *position).collect();
    let given: Vec<usize> = (0..stops.len()).collect();
    let order = tour::shorten(Some(here), &stops);
    let saved = tour::length(here, &stops, &given).saturating_sub(tour::length(here, &stops, &order));
    if order == given {
        Toast::saved(t.today.shortest).show(state);
        return;
    }
    let shops = order.iter().map(|index| placed[*index].0).chain(lost).collect();
    keep(view, date, shops).await;
    Phone.buzz();
    let metres = u32::try_from(saved).unwrap_or(u32::MAX);
    Toast::saved((t.today.shortened)(&(t.measure.distance)(metres)))
        .with_undo(move || {
            let before = before.clone();
            spawn(async move { keep(view, date, before).await });
        })
        .show(state);
}

/// Where a stop stands among those to come, from 1, and how many those are.
pub fn place(view: View, outlet: OutletId) -> Option<(usize, usize)> {
    view.day.with(|day| {
        let day = day.as_ref()?;
        let place = day.to_come().position(|row| row.stop.outlet == outlet)?;
        Some((place + 1, day.to_come().count()))
    })
}

/// Moves a stop one place towards the beginning or the end of what is to come.
pub fn shift(view: View, outlet: OutletId, earlier: bool, busy: Busy) {
    let moved = view.day.with_untracked(|day| {
        let day = day.as_ref()?;
        let mut shops: Vec<OutletId> = day.to_come().map(|row| row.stop.outlet).collect();
        let from = shops.iter().position(|shop| *shop == outlet)?;
        let to = if earlier { from.checked_sub(1)? } else { from + 1 };
        if to >= shops.len() {
            return None;
        }
        shops.swap(from, to);
        Some((day.date, shops))
    });
    let Some((date, shops)) = moved.filter(|_| busy.take()) else { return };
    spawn(async move {
        keep(view, date, shops).await;
        Phone.buzz();
        busy.done();
    });
}

/// Keeps an order; an empty one is the plan's. Yesterday's is of no use to anyone.
async fn keep(view: View, date: Date, shops: Vec<OutletId>) {
    let ids: Vec<String> = shops.iter().map(ToString::to_string).collect();
    Phone.keep_draft(order_key(date), (!ids.is_empty()).then(|| ids.join(" "))).await;
    if let Ok(yesterday) = date.yesterday() {
        Phone.keep_draft(order_key(yesterday), None).await;
    }
    // The screen may be gone by now; the next one reads what was kept.
    let _ = view.orders.try_update(|orders| *orders = orders.wrapping_add(1));
}
