//! How far an agreement has come, as one line: draft, frozen, three signatures, in force, over.

use super::book::{Book, Desk};
use crate::text::long_day;
use domain::records::AgreementState;
use domain::rules::agreement::days_left;
use leptos::prelude::*;

/// The line.
pub fn rail(desk: Desk) -> AnyView {
    let t = &desk.t.agreement.page;
    let steps = move || {
        desk.of(|book| {
            let state = book.agreement.state;
            let signed = book.agreement.signatures.len();
            let at = match state {
                AgreementState::Draft => 0,
                AgreementState::Offered if signed == 0 => 1,
                AgreementState::Offered | AgreementState::Signed => 2,
                AgreementState::Active => 3,
                AgreementState::Ended => 4,
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
    match (agreement.state, &agreement.ended) {
        (AgreementState::Draft, _) => (t.head_draft)(&agreement.candidate_name),
        (AgreementState::Offered, _) => (t.head_offered)(agreement.signatures.len()),
        (AgreementState::Signed, _) => t.head_signed.to_owned(),
        (_, Some(ending)) if ending.on < book.today => (t.head_ended)(&day(ending.on)),
        (AgreementState::Ended, _) => (t.head_ended)(&day(agreement.terms.until)),
        (AgreementState::Active, Some(ending)) => (t.head_ending)(&day(ending.on)),
        (AgreementState::Active, None) if agreement.terms.from > book.today => {
            (t.head_begins)(&day(agreement.terms.from))
        }
        (AgreementState::Active, None) => match days_left(agreement, book.today) {
            left @ 0.. => (t.head_active)(left),
            _ => (t.head_ended)(&day(agreement.terms.until)),
        },
    }
}
