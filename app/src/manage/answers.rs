//! The answers as a table: question, what was wanted, what was found, points. What fell short is ochre,
//! what failed the visit by itself is flagged.

use super::dossier::Dossier;
use crate::field::{answer_words, misfits, odd_words, plain_words};
use crate::text::Texts;
use crate::ui::{Icon, icon_small};
use domain::records::{Item, ItemKey, ItemKind};
use domain::rules::carry::{Looked, looked};
use domain::rules::pace::pace;
use domain::rules::score::{Walk, walk};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// See the module.
pub fn answers(t: Texts, dossier: &Dossier) -> AnyView {
    let Some(checklist) = &dossier.checklist else { return ().into_any() };
    let walk = walk(checklist, &dossier.visit.answers);
    let pace = pace(&dossier.visit);
    let rows = walk
        .items
        .iter()
        .filter(|item| !matches!(item.kind, ItemKind::Photo { .. }))
        .map(|item| row(t, dossier, &walk, &pace, item))
        .collect_view();
    view! {
        {misfits(t, &odd_words(t, checklist, &dossier.visit.odd))}
        <table class="ans">
            <thead>
                <tr>
                    <th scope="col">{t.manage.item}</th>
                    <th scope="col">{t.manage.target}</th>
                    <th scope="col">{t.manage.actual}</th>
                    <th scope="col">{t.manage.score}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(t: Texts, dossier: &Dossier, walk: &Walk, pace: &BTreeMap<ItemKey, i64>, item: &Item) -> AnyView {
    let visit = &dossier.visit;
    let value = walk.value(item, &visit.answers);
    let actual = value.map_or_else(|| t.manage.not_answered.to_owned(), |value| answer_words(t, item, value));
    let mut about = Vec::new();
    match looked(item, visit.answers.get(&item.key), dossier.last.as_ref().and_then(|last| last.answers.get(&item.key)))
    {
        Looked::Confirmed => about.push(t.visit.same_as_last.to_owned()),
        Looked::NotLookedAt(last) => about.push((t.manage.not_looked_at)(&plain_words(t, item, &last))),
        Looked::Entered | Looked::Nothing => {}
    }
    // What was tapped within the second says nothing of how it was answered.
    let took = pace.get(&item.key).map(|took| took / 1000).filter(|seconds| *seconds > 0);
    about.extend(took.map(t.manage.took_seconds));
    let about = (!about.is_empty()).then(|| view! { <small>{about.join(t.frame.dot)}</small> });
    let line = visit.score.as_ref().and_then(|score| score.items.iter().find(|line| line.item == item.key));
    let knocked_out = visit.score.as_ref().is_some_and(|score| score.knocked_out.contains(&item.key));
    let short = line.is_some_and(|line| line.points < line.out_of);
    let points = line.map(|line| view! { {line.points}<span>"/"{line.out_of}</span> });
    view! {
        <tr>
            <th scope="row">{item.title.get(t.language).to_owned()}</th>
            <td data-label=t.manage.target>{wanted(t, item)}</td>
            <td data-label=t.manage.actual>
                {if short { view! { <b class="owed">{actual}</b> }.into_any() } else { actual.into_any() }}
                {knocked_out.then(|| view! { <span class="ko">{icon_small(Icon::Flag)}</span> })}
                {about}
            </td>
            <td>{points}</td>
        </tr>
    }
    .into_any()
}

/// What would have brought all the points, in words.
fn wanted(t: Texts, item: &Item) -> String {
    match &item.kind {
        ItemKind::YesNo { good: true } => t.visit.yes.to_owned(),
        ItemKind::YesNo { good: false } => t.visit.no.to_owned(),
        ItemKind::Number { target: Some(target), unit, .. } | ItemKind::Computed { target: Some(target), unit, .. } => {
            format!("{target} {}", unit.get(t.language))
        }
        ItemKind::Choice { options, .. } if item.weight > 0 => {
            let best = options.iter().max_by_key(|option| option.rate);
            best.map(|option| option.words.get(t.language).to_owned()).unwrap_or_default()
        }
        ItemKind::Scale { anchors } => {
            anchors.last().map(|anchor| anchor.get(t.language).to_owned()).unwrap_or_default()
        }
        _ => String::new(),
    }
}
