//! What came of somebody's work: speed and effect side by side, service beside volume. Shown of a rep to the manager and
//! to the rep, in the same words.

use crate::text::Texts;
use domain::rules::team::Work;
use leptos::prelude::*;

fn speed(t: Texts, work: &Work) -> String {
    work.median.map_or_else(|| t.team.none_yet.to_owned(), t.team.took)
}

fn effect(t: Texts, work: &Work) -> String {
    if work.judged + work.reopened == 0 { t.team.none_yet.to_owned() } else { (t.team.verified)(work) }
}

/// In a row of the list.
pub fn brief(t: Texts, work: &Work) -> AnyView {
    let pair = |name: &'static str, value: String| {
        view! { <span class="w">{name}{t.frame.colon}<b>{value}</b></span> }
    };
    let done = |count: usize| count.to_string();
    view! {
        <span class="pairs">
            {pair(t.team.speed, speed(t, work))}
            {pair(t.team.effect, effect(t, work))}
            {pair(t.team.service, done(work.service()))}
            {pair(t.team.volume, done(work.visits))}
        </span>
    }
    .into_any()
}

/// In full.
pub fn figures(t: Texts, work: &Work) -> AnyView {
    let fact = |name: &'static str, value: String, more: &'static str| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>
                    <b>{value}</b>
                    {(!more.is_empty()).then(|| view! { <span class="w">{more}</span> })}
                </dd>
            </div>
        }
    };
    view! {
        <dl class="workfacts">
            {fact(t.team.speed, speed(t, work), t.team.speed_more)}
            {fact(t.team.effect, effect(t, work), t.team.effect_more)}
            {fact(t.team.service, (t.team.serviced)(work), "")}
            {fact(t.team.volume, (t.team.walked)(work), "")}
        </dl>
    }
    .into_any()
}
