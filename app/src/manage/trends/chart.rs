//! The line of a measure. One week of it is picked and read above it; a tap or an arrow key picks another one. What is
//! drawn is stretched to whatever room there is, and everything that is to be read stands beside it as text.

use super::news::{self, change, number};
use crate::text::Texts;
use domain::rules::trends::{Figure, Measure, Week};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::fmt::Write;
use sync::wire::Trends as Answer;

/// The plane that is drawn on.
const PLANE: (i64, i64) = (1000, 400);
/// As many weeks are named below the line as can be read on a phone.
const NAMED: usize = 6;

/// Which week is read, if somebody picked one: counted from the last, which stays when there are more or fewer.
#[derive(Clone, Copy)]
pub(super) struct Picked(RwSignal<Option<usize>>);

impl Picked {
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// The place of the week in the answer.
    pub fn place(self, answer: &Answer) -> usize {
        let last = answer.weeks.len().saturating_sub(1);
        self.0.get().and_then(|back| last.checked_sub(back)).unwrap_or_else(|| last_whole(answer))
    }

    fn pick(self, place: usize, weeks: usize) {
        self.0.set(weeks.checked_sub(place + 1));
    }
}

/// The last week that is over, which is what the screen speaks of first.
pub(super) fn last_whole(answer: &Answer) -> usize {
    answer.weeks.len().saturating_sub(if answer.running { 2 } else { 1 })
}

/// See the module.
pub(super) fn chart(t: Texts, answer: &Answer, picked: Picked) -> AnyView {
    let measure = answer.measure;
    let values: Vec<Option<i64>> = answer.total.iter().map(|figure| measure.hundredths(*figure)).collect();
    let top = top(measure, values.iter().flatten().copied().max().unwrap_or(0));
    let answer = StoredValue::new(answer.clone());
    let place = Memo::new(move |_| answer.with_value(|answer| picked.place(answer)));
    let weeks = values.len();
    let (whole, running) = answer.with_value(|answer| lines(&values, top, PLANE, answer.running));
    let dots = dots(&values, top);
    let now = move || {
        let at = place.get();
        let column = format!("M{0} 0V{1}", x(at, weeks, PLANE.0), PLANE.1);
        let dot = values.get(at).copied().flatten().map(|value| dot(at, weeks, value, top));
        view! { <path class="at" d=column></path><path class="dot now" d=dot.unwrap_or_default()></path> }
    };
    let strips = (0..weeks)
        .map(|at| {
            let (from, to) = (edge(at, weeks), edge(at + 1, weeks));
            view! {
                <rect
                    class="strip"
                    x=from.to_string()
                    width=(to - from).to_string()
                    height=PLANE.1.to_string()
                    on:click=move |_| picked.pick(at, weeks)
                ></rect>
            }
        })
        .collect_view();
    let step = weeks.div_ceil(NAMED).max(1);
    let name = |(at, week): (usize, &Week)| {
        let shown = (weeks - 1 - at).is_multiple_of(step);
        view! { <li>{shown.then(|| (t.trends.week_short)(week.monday()))}</li> }
    };
    let names = answer.with_value(|answer| answer.weeks.iter().enumerate().map(name).collect_view());
    let move_by = move |event: KeyboardEvent| {
        let at = place.get_untracked();
        let to = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => at.saturating_sub(1),
            "ArrowRight" | "ArrowUp" => (at + 1).min(weeks - 1),
            "Home" => 0,
            "End" => weeks - 1,
            _ => return,
        };
        event.prevent_default();
        picked.pick(to, weeks);
    };
    let heard = move || answer.with_value(|answer| news::week_said(t, answer, place.get()));
    let scale = [top, top / 2, 0].map(|value| view! { <li>{number(measure, value)}</li> }).collect_view();
    view! {
        {move || answer.with_value(|answer| reading(t, answer, place.get()))}
        <div class="trend">
            <ol class="scale" aria-hidden="true">{scale}</ol>
            <div
                class="plane"
                role="slider"
                tabindex="0"
                aria-label=(t.trends.chart)(measure)
                aria-valuemin="1"
                aria-valuemax=weeks.to_string()
                aria-valuenow=move || (place.get() + 1).to_string()
                aria-valuetext=heard
                on:keydown=move_by
            >
                <svg
                    viewBox=format!("0 0 {} {}", PLANE.0, PLANE.1)
                    preserveAspectRatio="none"
                    aria-hidden="true"
                >
                    <path class="grid" d=format!("M0 0H{0}M0 {1}H{0}M0 {2}H{0}", PLANE.0, PLANE.1 / 2, PLANE.1)></path>
                    {now}
                    <path class="run" d=running></path>
                    <path class="over" d=whole></path>
                    <path class="dot" d=dots></path>
                    {strips}
                </svg>
            </div>
            <ol class="named" aria-hidden="true">{names}</ol>
        </div>
    }
    .into_any()
}

/// The picked week in figures.
fn reading(t: Texts, answer: &Answer, at: usize) -> AnyView {
    let measure = answer.measure;
    let figure = answer.total.get(at).copied().unwrap_or_default();
    let value = match measure.hundredths(figure) {
        Some(value) => {
            view! { <b class="fig">{number(measure, value)}<small>{(t.trends.unit)(measure)}</small></b> }.into_any()
        }
        None => view! { <b class="fig">{t.trends.nothing}</b> }.into_any(),
    };
    let week = answer.weeks.get(at).map(|week| (t.trends.week)(week.monday())).unwrap_or_default();
    let is_running = answer.running && at + 1 == answer.weeks.len();
    view! {
        <div class="reading">
            {value}
            <p>
                <b>{week}{is_running.then(|| format!("{}{}", t.frame.comma, t.trends.running))}</b>
                <span>{change(t, measure, &answer.total, at)}</span>
                <span class="quiet">{(t.trends.part)(measure, figure)}</span>
            </p>
        </div>
    }
    .into_any()
}

/// The small line of a row, on the scale of its list.
pub(super) fn spark(measure: Measure, figures: &[Figure], top: i64, running: bool) -> AnyView {
    let values: Vec<Option<i64>> = figures.iter().map(|figure| measure.hundredths(*figure)).collect();
    let (whole, running) = lines(&values, top, (108, 36), running);
    view! {
        <svg class="spark" viewBox="0 -2 108 40" aria-hidden="true">
            <path class="goal" d=running></path>
            <path d=whole></path>
        </svg>
    }
    .into_any()
}

/// What the top of a scale stands for: shares a round part of the whole, others the next 1, 2 or 5. It begins at nothing.
pub(super) fn top(measure: Measure, most: i64) -> i64 {
    if measure.is_share() {
        return [1_000, 2_000, 5_000].into_iter().find(|top| *top >= most).unwrap_or(10_000);
    }
    let mut unit = 100;
    loop {
        match [unit, 2 * unit, 5 * unit].into_iter().find(|top| *top >= most) {
            Some(top) => return top,
            None => unit *= 10,
        }
    }
}

fn edge(at: usize, weeks: usize) -> i64 {
    at as i64 * PLANE.0 / weeks.max(1) as i64
}

fn x(at: usize, weeks: usize, width: i64) -> i64 {
    (2 * at as i64 + 1) * width / (2 * weeks.max(1) as i64)
}

fn dot(at: usize, weeks: usize, value: i64, top: i64) -> String {
    // A line without a length is drawn as its round end, which stays round however the plane is stretched.
    format!("M{} {}h0", x(at, weeks, PLANE.0), y(value, top, PLANE.1))
}

fn dots(values: &[Option<i64>], top: i64) -> String {
    let dots = values.iter().enumerate().filter_map(|(at, value)| Some(dot(at, values.len(), (*value)?, top)));
    dots.collect()
}

fn y(value: i64, top: i64, height: i64) -> i64 {
    height - value.clamp(0, top) * height / top.max(1)
}

/// The line over the weeks that are over, broken where there is nothing, and its end in the week that runs.
fn lines(values: &[Option<i64>], top: i64, (width, height): (i64, i64), running: bool) -> (String, String) {
    let weeks = values.len();
    let point = |at: usize, value: i64| format!("{} {}", x(at, weeks, width), y(value, top, height));
    let over = if running { weeks.saturating_sub(1) } else { weeks };
    let mut whole = String::new();
    let mut before = None;
    for (at, value) in values.iter().take(over).enumerate() {
        if let Some(value) = value {
            // Writing to a string cannot fail.
            let _ = write!(whole, "{}{}", if before.is_some() { "L" } else { "M" }, point(at, *value));
        }
        before = *value;
    }
    let end = values.get(over).copied().flatten().zip(before);
    let end = end.map(|(now, before)| format!("M{}L{}", point(over - 1, before), point(over, now)));
    (whole, end.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{Measure, lines, top};

    #[test]
    fn a_scale_ends_where_it_can_be_read_and_holds_all_of_it() {
        assert_eq!([0, 900, 1_001, 5_001].map(|most| top(Measure::Redo, most)), [1_000, 1_000, 2_000, 10_000]);
        assert_eq!([0, 101, 1_300].map(|most| top(Measure::Stay, most)), [100, 200, 2_000]);
    }

    #[test]
    fn a_week_without_a_figure_breaks_the_line_and_the_one_that_runs_is_drawn_apart() {
        let values = [Some(0), Some(100), None, Some(50), Some(100)];
        let (whole, running) = lines(&values, 100, (50, 10), true);
        assert_eq!((whole.as_str(), running.as_str()), ("M5 10L15 0M35 5", "M35 5L45 0"));
        assert_eq!(lines(&[], 100, (50, 10), true), (String::new(), String::new()));
        assert_eq!(lines(&[Some(1)], 100, (50, 10), true).1, "");
    }
}
