//! How a stop is drawn: whose it is by its shape, how far it has come by its fill, so that no colour carries a meaning
//! alone.

use crate::routes;
use crate::text::Texts;
use domain::id::VisitId;
use domain::rules::now::{Field, Seen};
use domain::rules::today::{Stop, StopState};
use leptos::prelude::*;

/// How far a stop has come, as a class of the style and in words.
pub fn fill(field: &Field, stop: &Stop) -> &'static str {
    match stop.state {
        StopState::ToDo => "",
        StopState::Open(_) => "n",
        StopState::Done(visit) if seen(field, visit).is_some_and(Seen::lacks_photos) => "u",
        StopState::Done(_) => "d",
        StopState::Skipped(_) => "m",
    }
}

/// All of them, for a legend.
pub const FILLS: [&str; 5] = ["d", "u", "n", "", "m"];

/// The words for a class.
pub fn words(t: Texts, fill: &str) -> &'static str {
    match fill {
        "d" => t.now.done,
        "u" => t.now.done_owed,
        "n" => t.now.here,
        "m" => t.now.left_out,
        _ => t.now.to_come,
    }
}

/// Where a stop leads: to its visit, or to the shop where nobody has been.
pub fn leads_to(stop: &Stop) -> String {
    match stop.state {
        StopState::Open(visit) | StopState::Done(visit) => routes::visit(visit),
        StopState::ToDo | StopState::Skipped(_) => routes::outlet(stop.outlet),
    }
}

fn seen(field: &Field, visit: VisitId) -> Option<&Seen> {
    field.visits.iter().find(|seen| seen.visit == visit)
}

/// The shape of somebody around a place: circle, square, diamond, triangle, and over again.
pub fn shape(rep: usize, x: i32, y: i32, r: i32) -> String {
    match rep % 4 {
        0 => format!("M{} {y}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0z", x - r, d = 2 * r),
        1 => format!("M{} {}h{d}v{d}h-{d}z", x - r, y - r, d = 2 * r),
        2 => format!("M{x} {}l{w} {w}l-{w} {w}l-{w} -{w}z", y - r - 2, w = r + 2),
        _ => format!("M{x} {}l{w} {h}h-{}z", y - r - 2, 2 * (r + 2), w = r + 2, h = 2 * r + 3),
    }
}

/// Somebody's shape beside their name.
pub fn badge(rep: usize) -> AnyView {
    view! {
        <svg class="whose" viewBox="0 0 24 24" aria-hidden="true">
            <path class="d" d=shape(rep, 12, 12, 7)></path>
        </svg>
    }
    .into_any()
}

/// A stop beside its words.
pub fn sample(rep: usize, fill: &'static str) -> AnyView {
    view! {
        <svg class="whose" viewBox="0 0 24 24" aria-hidden="true">
            <path class=fill d=shape(rep, 12, 12, 7)></path>
        </svg>
    }
    .into_any()
}
