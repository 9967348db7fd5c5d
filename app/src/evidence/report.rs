//! What a check found, each point as a plain sentence.

use crate::state::Checked;
use crate::text::Texts;
use crate::ui::{Icon, icon};
use domain::time::{Moment, Offset};
use leptos::prelude::*;
use sync::proof::{Finding, Point, holds};

/// The points, with the server's taken for failed when another server has signed.
fn points(checked: &Checked) -> Vec<(Point, Finding)> {
    let mut points = checked.proof.examine(&checked.found);
    for (point, finding) in &mut points {
        if *point == Point::Server && checked.ours == Some(false) {
            *finding = Finding::Fails;
        }
    }
    points
}

/// The opening sentence.
pub(super) fn sentence(t: Texts, checked: &Checked) -> &'static str {
    let points = points(checked);
    if !holds(&points) {
        t.evidence.fails_head
    } else if points.contains(&(Point::Device, Finding::Absent)) {
        t.evidence.unsigned_head
    } else {
        t.evidence.holds_head
    }
}

/// All of it.
pub(super) fn report(t: Texts, checked: &Checked) -> AnyView {
    let points = points(checked);
    // The dates of a proof that does not hold say nothing.
    let bounds = holds(&points).then(|| bounds(t, checked));
    let rows = points
        .into_iter()
        .map(|(point, finding)| {
            let (class, which, state) = match finding {
                Finding::Holds => ("point", Icon::Check, t.evidence.yes),
                Finding::Fails => ("point bad", Icon::Close, t.evidence.no),
                Finding::Absent => ("point none", Icon::Minus, t.evidence.not_said),
            };
            let words = if point == Point::Server && finding == Finding::Fails && checked.found.server {
                t.evidence.other_server
            } else {
                (t.evidence.point)(point, finding)
            };
            view! {
                <li class=class>
                    {icon(which)}
                    <span><span class="vh">{state}{t.frame.colon}</span>{words}</span>
                </li>
            }
        })
        .collect_view();
    let proof = &checked.proof;
    let unknown = checked.ours.is_none().then(|| {
        view! { <p class="hint">{(t.evidence.unknown_server)(&proof.server_key)}</p> }
    });
    view! {
        <section class="pad verify-report">
            {bounds}
            <h2 class="vh">{t.evidence.points}</h2>
            <ul>{rows}</ul>
            {unknown}
            <p class="meta">{(t.evidence.device)(&proof.device.to_string(), proof.seq)}</p>
        </section>
    }
    .into_any()
}

fn bounds(t: Texts, checked: &Checked) -> AnyView {
    let proof = &checked.proof;
    let until = stamp(proof.received_at);
    let words = match proof.not_before {
        Some(from) => (t.evidence.between)(&stamp(from), &until),
        None => (t.evidence.until)(&until),
    };
    view! { <p class="bounds">{words}</p> }.into_any()
}

/// A date to keep: with its year, and where its day begins.
fn stamp(at: Moment) -> String {
    let (hours, minutes) = at.clock(Offset::CHINA);
    format!("{} {hours}:{minutes:02}", at.date(Offset::CHINA))
}
