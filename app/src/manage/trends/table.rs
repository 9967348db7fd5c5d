//! The same figures as a table: for those who do not see the line, and for copying.

use super::choice::Choice;
use super::news::with_unit;
use crate::state::use_state;
use crate::text::Texts;
use crate::ui::{Icon, icon_small};
use domain::rules::trends::Figure;
use leptos::prelude::*;
use sync::wire::Trends as Answer;

/// See the module.
pub(super) fn table(t: Texts, answer: &Answer) -> AnyView {
    let measure = answer.measure;
    let head = answer.weeks.iter().map(|week| view! { <th scope="col">{(t.trends.week_short)(week.monday())}</th> });
    let row = |name: String, figures: &[Figure]| {
        let cell = |figure: &Figure| {
            let value = measure.hundredths(*figure);
            let value = value.map_or_else(|| t.trends.nothing.to_owned(), |value| with_unit(t, measure, value));
            view! { <td title=(t.trends.part)(measure, *figure)>{value}</td> }
        };
        view! { <tr><th scope="row">{name}</th>{figures.iter().map(cell).collect_view()}</tr> }
    };
    let lines = answer.lines.iter().map(|line| row(line.name.get(t.language).to_owned(), &line.figures));
    view! {
        <details class="figures">
            <summary>{t.trends.table}</summary>
            <div class="across" role="region" aria-label=t.trends.table tabindex="0">
                <table class="side">
                    <caption class="vh">{(t.trends.measure)(measure)}</caption>
                    <thead><tr><th scope="col">{t.trends.column_week}</th>{head.collect_view()}</tr></thead>
                    <tbody>
                        {row(t.trends.all.to_owned(), &answer.total)}
                        {lines.collect_view()}
                    </tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

/// The same as files; made by the server, so they are there when it is.
pub(super) fn exports(t: Texts, choice: &Choice) -> AnyView {
    let state = use_state();
    let query = choice.query();
    let entry = move |ending: &'static str, words: &'static str| {
        view! {
            <a class="chip" href=format!("/api/v1/export/trends.{ending}?{query}") rel="external" download>
                {icon_small(Icon::Download)}
                {words}
            </a>
        }
    };
    (move || {
        let online = state.sync.with(|sync| sync.online == Some(true));
        online.then(|| {
            view! { <div class="chips">{entry("csv", t.trends.csv)}{entry("xlsx", t.trends.xlsx)}</div> }
        })
    })
    .into_any()
}
