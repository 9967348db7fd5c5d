//! How far an agreement has come, as one line: draft, frozen, three signatures, in force, over.

use super::book::{Book, Desk};
use crate::text::long_day;
use domain::rules::agreement::{Standing, days_left, last_day, standing};
use leptos::prelude::*;

/// The line.
pub fn rail(desk: Desk) -> AnyView {
    let t = &desk.t.agreement.page;
    let steps = move || {
        desk.of(|book| {
            let signed = book.agreement.signatures.len();
            let at = match standing(&book.agreement, book.today) {
                Standing::Draft => 0,
                Standing::Offered if signed == 0 => 1,
                Standing::Offered | Standing::Signed => 2,
                Standing::Ahead | Standing::InForce => 3,
                Standing::Over => 4,
            };
            let steps = t.step.into_iter().enumerate().map(|(place, name)| {
                let class = match place.cmp(&at) {
                    std::cmp::Ordering::Less => "d",
                    std::cmp::Ordering::Equal => "n",
                    std::cmp::Ordering::Greater => "",
                };
                let count = (place == 2).then(|| (t.of_three)(signed));
                view! { <li class=class aria-current=(place == at).then_some("step")>{name}" "{count}</li> }
            });
            steps.collect_view()
        })
    };
    view! { <ol class="road" aria-label=t.rail>{steps}</ol> }.into_any()
}

/// The sentence that opens the page.
pub fn sentence(desk: Desk, book: &Book) -> String {
    let t = &desk.t.agreement.page;
    let agreement = &book.agreement;
    let day = |date| long_day(desk.t, date);
    match (standing(agreement, book.today), &agreement.ended) {
        (Standing::Draft, _) => (t.head_draft)(&agreement.candidate_name),
        (Standing::Offered, _) => (t.head_offered)(agreement.signatures.len()),
        (Standing::Signed, _) => t.head_signed.to_owned(),
        (Standing::Over, _) => (t.head_ended)(&day(last_day(agreement))),
        // One that another takes the place of is not cut short.
        (_, Some(ending)) if !ending.because.is_empty() => (t.head_ending)(&day(ending.on)),
        (Standing::Ahead, _) => (t.head_begins)(&day(agreement.terms.from)),
        (Standing::InForce, _) => (t.head_active)(days_left(agreement, book.today)),
    }
}
