//! The tally of the outbox: one bar of made = received + sending + saved + sent back, and it always adds up.

use super::{SyncMark, icon};
use crate::text::Texts;
use leptos::prelude::*;

/// Counts of the four states, in the order received, sending, saved, sent back.
pub fn tally_bar(t: Texts, counts: [usize; 4]) -> AnyView {
    let states = [SyncMark::Server, SyncMark::Sending, SyncMark::Saved, SyncMark::Refused];
    let total: usize = counts.iter().sum();
    // A state with something in it is never too thin to see.
    let share = |count: usize| if count == 0 { 0 } else { (count * 100 / total.max(1)).max(2) };
    let sum: usize = counts.iter().map(|count| share(*count)).sum();
    let mut at = 0;
    let bar = states
        .into_iter()
        .zip(counts)
        .map(|(state, count)| {
            let (x, width) = (at * 100 / sum.max(1), share(count) * 100 / sum.max(1));
            at += share(count);
            view! { <rect class=state.class() x=format!("{x}%") width=format!("{width}%")></rect> }
        })
        .collect_view();
    let legend = states
        .into_iter()
        .zip(counts)
        .map(
            |(state, count)| view! { <div class=state.class()><b>{icon(state.icon())}{count}</b>{state.word(t)}</div> },
        )
        .collect_view();
    let [received, sending, saved, back] = counts;
    let label = (t.outbox.tally)([total, received, sending, saved, back]);
    view! {
        <svg class="tally" role="img" aria-label=label>{bar}</svg>
        <div class="legend" aria-hidden="true">{legend}</div>
    }
    .into_any()
}
