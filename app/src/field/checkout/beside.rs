//! What happened beside the questions of a visit, to look at afterwards: for its rep and for a manager.

use super::together::companion_words;
use crate::field::visit::{sighting_words, signed, task_words};
use crate::text::{Texts, clock};
use crate::ui::{Icon, icon, section};
use domain::records::{Companion, Confirmation, Sighting, Task, Visit};
use domain::time::Offset;
use leptos::prelude::*;

/// Competitors that were seen.
pub fn seen(t: Texts, sightings: &[Sighting]) -> Option<AnyView> {
    (!sightings.is_empty()).then(|| {
        let rows = sightings.iter().map(|sighting| {
            let (what, more) = sighting_words(t, sighting);
            row(Icon::Eye, what, more)
        });
        let rows = rows.collect_view();
        view! {
            {section((t.beside.sightings)(sightings.len()), "")}
            <div class="group">{rows}</div>
        }
        .into_any()
    })
}

/// What was left to be done.
pub fn promises(t: Texts, tasks: &[Task]) -> Option<AnyView> {
    (!tasks.is_empty()).then(|| {
        let rows = tasks.iter().map(|task| {
            let (what, more) = task_words(t, task, &[]);
            row(Icon::Clock, what, more)
        });
        let rows = rows.collect_view();
        view! {
            {section((t.checkout.tasks_left)(tasks.len()), "")}
            <div class="group">{rows}</div>
        }
        .into_any()
    })
}

/// Who came along, and what they told the rep.
pub fn companions(t: Texts, companions: &[Companion]) -> Option<AnyView> {
    (!companions.is_empty()).then(|| {
        let rows =
            companions.iter().map(|companion| row(Icon::Person, companion_words(t, companion), coached(t, companion)));
        let rows = rows.collect_view();
        view! {
            {section(t.beside.together, "")}
            <div class="group">{rows}</div>
        }
        .into_any()
    })
}

/// What they told the rep, and the one thing that comes next.
pub fn coached(t: Texts, companion: &Companion) -> String {
    let next = (!companion.next.is_empty()).then(|| (t.beside.next_is)(&companion.next));
    let told = Some(companion.feedback.clone()).filter(|told| !told.is_empty());
    told.into_iter().chain(next).collect::<Vec<_>>().join(t.frame.dot)
}

/// The shop's signature, with the name and the time.
pub fn signature(t: Texts, offset: Offset, visit: &Visit) -> Option<AnyView> {
    let Confirmation { name, signature, at } = visit.confirmed.as_ref()?;
    Some(
        view! {
            {section((t.beside.signed_by)(name, &clock(*at, offset)), "")}
            {signed((t.beside.signature_of)(name), signature.clone())}
        }
        .into_any(),
    )
}

fn row(which: Icon, what: String, more: String) -> AnyView {
    view! {
        <div class="line">
            <span class="quiet">{icon(which)}</span>
            <span class="grow">
                <span class="t">{what}</span>
                <span class="w">{more}</span>
            </span>
        </div>
    }
    .into_any()
}
