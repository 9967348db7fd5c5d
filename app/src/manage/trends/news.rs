//! What figures say in words, and how far they can be trusted: as of when, from whom, and what they do not contain yet.

use super::chart::last_whole;
use crate::state::use_state;
use crate::text::Texts;
use domain::rules::trends::{Figure, Measure};
use domain::time::Offset;
use leptos::prelude::*;
use sync::wire::{Behind, Trends as Answer};

/// The opening sentence: the last week that is over.
pub(super) fn sentence(t: Texts, answer: &Answer) -> String {
    let at = last_whole(answer);
    let Some(week) = answer.weeks.get(at) else { return t.trends.title.to_owned() };
    match answer.total.get(at).and_then(|figure| answer.measure.hundredths(*figure)) {
        Some(value) => (t.trends.head)(answer.measure, &with_unit(t, answer.measure, value), week.monday()),
        None => (t.trends.head_none)(week.monday()),
    }
}

/// What the measure counts.
pub(super) fn counts(t: Texts, answer: &Answer) -> String {
    let counts = (t.trends.counts)(answer.measure);
    match answer.measure {
        Measure::Coverage | Measure::Frequency => format!("{counts} {}", t.trends.shops_now),
        Measure::Compliance | Measure::Stay | Measure::Redo => counts.to_owned(),
    }
}

/// A value as steps that are shown: percent, hundredths of a visit, tenths of a minute.
const fn steps(measure: Measure, hundredths: i64) -> i64 {
    match measure {
        Measure::Compliance | Measure::Coverage | Measure::Redo => (hundredths + 50) / 100,
        Measure::Frequency => hundredths,
        Measure::Stay => (hundredths + 5) / 10,
    }
}

fn words(measure: Measure, steps: i64) -> String {
    match measure {
        Measure::Compliance | Measure::Coverage | Measure::Redo => steps.to_string(),
        Measure::Frequency => format!("{}.{:02}", steps / 100, steps % 100),
        Measure::Stay => format!("{}.{}", steps / 10, steps % 10),
    }
}

/// A value without its unit.
pub(super) fn number(measure: Measure, hundredths: i64) -> String {
    words(measure, steps(measure, hundredths))
}

/// A value with its unit.
pub(super) fn with_unit(t: Texts, measure: Measure, hundredths: i64) -> String {
    let gap = if measure.is_share() { "" } else { " " };
    format!("{}{gap}{}", number(measure, hundredths), (t.trends.unit)(measure))
}

/// How much more or less than the week before, as the figures are shown; nothing if one of the two is missing.
pub(super) fn change(t: Texts, measure: Measure, figures: &[Figure], at: usize) -> String {
    let value = |at: usize| figures.get(at).and_then(|figure| measure.hundredths(*figure));
    let Some((now, before)) = value(at).zip(at.checked_sub(1).and_then(value)) else { return String::new() };
    match steps(measure, now) - steps(measure, before) {
        0 => t.trends.same.to_owned(),
        more @ 1.. => (t.trends.more)(measure, &words(measure, more)),
        less => (t.trends.less)(measure, &words(measure, -less)),
    }
}

/// A week as it is read out.
pub(super) fn week_said(t: Texts, answer: &Answer, at: usize) -> String {
    let figure = answer.total.get(at).copied().unwrap_or_default();
    let value = answer.measure.hundredths(figure);
    let value = value.map_or_else(|| t.trends.nothing.to_owned(), |value| with_unit(t, answer.measure, value));
    let week = answer.weeks.get(at).map(|week| (t.trends.week)(week.monday())).unwrap_or_default();
    let change = change(t, answer.measure, &answer.total, at);
    let parts = [value, change, (t.trends.part)(answer.measure, figure)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{week}{}{}", t.frame.colon, parts.join(t.frame.comma))
}

/// As of when, from whom, and who is not wholly in it.
pub(super) fn standing(t: Texts, offset: Offset, answer: &Answer) -> AnyView {
    let now = use_state().clock.get_untracked().max(answer.as_of);
    let as_of = (t.trends.as_of)(&t.time.when(answer.as_of, now, offset), answer.reps);
    if answer.behind.is_empty() {
        let complete = (answer.reps > 0).then_some(t.trends.complete);
        return view! { <p class="meta standing">{as_of}{t.frame.dot}{complete}</p> }.into_any();
    }
    let one = |rep: &Behind| {
        let seen = rep
            .last_seen
            .map_or_else(|| t.trends.never_seen.to_owned(), |seen| (t.trends.seen)(&t.time.when(seen, now, offset)));
        let mut facts = vec![seen];
        facts.extend((rep.records > 0).then(|| (t.trends.records)(rep.records)));
        facts.extend((rep.photos > 0).then(|| (t.trends.photos)(rep.photos)));
        view! { <li><b>{rep.name.clone()}</b>" "{facts.join(t.frame.dot)}</li> }
    };
    view! {
        <details class="meta standing">
            <summary>{as_of}{t.frame.dot}<b class="owed">{(t.trends.behind)(answer.behind.len())}</b></summary>
            <ul>{answer.behind.iter().map(one).collect_view()}</ul>
        </details>
    }
    .into_any()
}
