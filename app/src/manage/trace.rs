//! What happened in the visit and when, as a dated line of facts: how far it can be believed is for a person to say.

use super::dossier::Dossier;
use crate::text::{Texts, clock};
use crate::trust;
use domain::records::Capture;
use domain::time::{Moment, Offset};
use leptos::prelude::*;

/// One fact: the class of its dot, when, what.
type Fact = (&'static str, Option<Moment>, String);

/// See the module.
pub fn trace(t: Texts, offset: Offset, dossier: &Dossier) -> AnyView {
    let visit = &dossier.visit;
    let lines = facts(t, dossier)
        .into_iter()
        .map(|(class, at, words)| {
            let time = at.map(|at| view! { <time>{clock(at, offset)}</time> });
            view! { <li class=class>{time}{words}</li> }
        })
        .collect_view();
    let note = (!visit.note.is_empty()).then(|| {
        view! {
            <h2>{(t.manage.words_of)(&visit.rep_name)}</h2>
            <p class="words">{visit.note.clone()}</p>
        }
    });
    view! {
        <h2>{t.manage.trace}</h2>
        <ol class="tl">
            {lines}
            {trusted(t, dossier)}
        </ol>
        {note}
    }
    .into_any()
}

/// How far the position of the check-in can be believed, beside where the rep was before on that day (F110).
fn trusted(t: Texts, dossier: &Dossier) -> AnyView {
    let trust = trust::of_check_in(&dossier.visit, dossier.outlet.as_ref(), dossier.fix_before.as_ref());
    view! { <li class=trust::class(trust.level)>{trust::words(t, &trust)}</li> }.into_any()
}

fn facts(t: Texts, dossier: &Dossier) -> Vec<Fact> {
    let visit = &dossier.visit;
    let photos = &dossier.photos;
    let arrival = &visit.check_in;
    let arrived = match (arrival.fix, arrival.distance) {
        (Some(fix), Some(distance)) => (t.manage.checked_in)(&(t.measure.distance)(distance), fix.accuracy),
        _ => t.manage.checked_in_blind.to_owned(),
    };
    let doubt = if arrival.exception.is_some() { "owed" } else { "" };
    let mut facts: Vec<Fact> = vec![(doubt, Some(arrival.at), arrived)];
    facts.extend(arrival.exception.as_ref().map(|why| ("owed", None, (t.manage.because)(why))));
    if let Some(first) = photos.iter().map(|photo| photo.taken_at).min() {
        facts.push(("", Some(first), (t.manage.took)(photos.len())));
    }
    let from_file = photos.iter().filter(|photo| photo.capture == Capture::File).count();
    if from_file > 0 {
        facts.push(("owed", None, (t.manage.from_file)(from_file)));
    }
    if let (Some(out), Some(stayed)) = (&visit.check_out, visit.stayed()) {
        facts.push(("", Some(out.at), (t.manage.checked_out)(&(t.time.minutes)(stayed))));
    }
    facts.extend(visit.forgotten.map(|at| ("owed", Some(at), t.checkout.forgotten.to_owned())));
    let missing = photos.iter().filter(|photo| photo.received_at.is_none()).count();
    if missing > 0 {
        facts.push(("wait", None, (t.manage.not_received)(u32::try_from(missing).unwrap_or(u32::MAX))));
    } else if let Some(last) = photos.iter().filter_map(|photo| photo.received_at).max() {
        facts.push(("", Some(last), t.manage.received.to_owned()));
    }
    facts
}
