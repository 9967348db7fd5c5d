//! A row for each region, territory, rep, class or standard: its line, its value in the picked week and how it changed,
//! the worst of the last whole week first. A row leads further down.

use super::chart::{Picked, last_whole, spark, top};
use super::choice::Choice;
use super::news::{change, with_unit};
use crate::text::Texts;
use crate::ui::{Icon, icon_small, section};
use domain::order::InOrder;
use domain::rules::trends::By;
use leptos::prelude::*;
use sync::wire::{TrendLine, Trends as Answer};

/// See the module.
pub(super) fn lines(t: Texts, choice: &Choice, answer: &Answer, picked: Picked) -> AnyView {
    let measure = answer.measure;
    let at = last_whole(answer);
    let mut shown: Vec<&TrendLine> = answer.lines.iter().collect();
    shown.order_by_key(|line| measure.badness(line.figures.get(at).copied().unwrap_or_default()));
    let figures = shown.iter().flat_map(|line| &line.figures);
    let top = top(measure, figures.filter_map(|figure| measure.hundredths(*figure)).max().unwrap_or(0));
    let whole = StoredValue::new(answer.clone());
    let row = |line: &TrendLine| {
        let to = choice.down_to(&line.key);
        let name = match answer.by {
            By::Class => format!("{} {}", (t.trends.by)(By::Class), line.name.get(t.language)),
            By::Region | By::Territory | By::Rep | By::Standard => line.name.get(t.language).to_owned(),
        };
        let figures = StoredValue::new(line.figures.clone());
        let at = move || whole.with_value(|answer| picked.place(answer));
        let value = move || {
            let value = figures.with_value(|figures| figures.get(at()).and_then(|figure| measure.hundredths(*figure)));
            value.map_or_else(|| t.trends.nothing.to_owned(), |value| with_unit(t, measure, value))
        };
        let changed = move || figures.with_value(|figures| change(t, measure, figures, at()));
        let part = move || {
            let figure = figures.with_value(|figures| figures.get(at()).copied().unwrap_or_default());
            (t.trends.part)(measure, figure)
        };
        view! {
            <li>
                <a class="line trend-line" href=to>
                    <span class="grow">
                        <span class="t cut">{name}</span>
                        <span class="w">{part}</span>
                    </span>
                    {spark(measure, &line.figures, top, answer.running)}
                    <span class="val"><b>{value}</b><span class="w">{changed}</span></span>
                    <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
                </a>
            </li>
        }
    };
    view! {
        {section((t.trends.worst_first)(answer.by), (t.trends.order)(measure))}
        <ul class="group">{shown.into_iter().map(row).collect_view()}</ul>
    }
    .into_any()
}
