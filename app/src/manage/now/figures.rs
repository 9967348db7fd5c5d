//! The figures of the day. Each says as of when it is, from how many phones, and what it cannot contain yet (law 6), and
//! leads to the visits that it counts.

use super::Desk;
use crate::routes;
use domain::rules::now::{Figures, Freshness};
use leptos::prelude::*;

/// One figure: the number, its unit, what it is, of what.
type Figure = (String, String, &'static str, String);

/// See the module.
pub fn figures(desk: Desk) -> AnyView {
    let t = desk.t;
    let counted = Memo::new(move |_| desk.book.with(|book| book.as_ref().map(|book| book.field.figures())));
    let fresh = desk.freshness();
    let shown = move || {
        let counted = counted.get()?;
        let notes = move || fresh.with(|fresh| note(desk, fresh.as_ref()));
        let one = |(number, unit, what, of): Figure| {
            view! {
                <a href=routes::VISITS>
                    <b>{number}<small>{unit}</small></b>
                    <span>{what}{t.frame.dot}{of}</span>
                    <span class="note">{notes}</span>
                </a>
            }
        };
        Some(four(desk, &counted).map(one).collect_view())
    };
    view! { <section class="nums" aria-label=t.now.figures>{shown}</section> }.into_any()
}

fn four(desk: Desk, counted: &Figures) -> [Figure; 4] {
    let t = desk.t;
    let share = (counted.passed * 100).checked_div(counted.judged);
    let passed = match share {
        Some(share) => (share.to_string(), "%".to_owned()),
        None => ("–".to_owned(), String::new()),
    };
    let judged = match counted.judged {
        0 => t.now.none_judged.to_owned(),
        judged => (t.now.judged)(judged, counted.passed),
    };
    let stayed = match counted.stayed {
        Some(stayed) => ((stayed / 60_000).to_string(), format!(" {}", t.now.minutes)),
        None => ("–".to_owned(), String::new()),
    };
    [
        (counted.done.to_string(), format!("/{}", counted.stops), t.now.walked, (t.now.of_visits)(counted.visits)),
        (passed.0, passed.1, t.now.passed, judged),
        (stayed.0, stayed.1, t.now.stayed, (t.now.of_visits)(counted.visits)),
        (counted.received.to_string(), format!("/{}", counted.photos), t.now.photos, (t.now.of_visits)(counted.visits)),
    ]
}

fn note(desk: Desk, fresh: Option<&Freshness>) -> String {
    let t = desk.t;
    let as_of = desk.as_of();
    match fresh {
        None => format!("{as_of}{}{}", t.frame.comma, t.now.phones_unknown),
        Some(fresh) => {
            let lacks = if fresh.from.is_empty() {
                t.now.lacks_nothing.to_owned()
            } else {
                (t.now.without)(&fresh.from.join(t.frame.list), fresh.commands, fresh.photos)
            };
            format!("{as_of}{comma}{}{comma}{lacks}", (t.now.people)(fresh.told, fresh.all), comma = t.frame.comma)
        }
    }
}
