//! The shortlist (F47): candidates side by side, the best first, with what each comes to, what knocks it out and what is
//! missing.

use crate::partner::{Book, knocked_words, missing_words, read_book};
use crate::routes;
use crate::state::live;
use crate::text::Texts;
use crate::ui::{self, skeleton_rows};
use domain::Kind;
use domain::id::CandidateId;
use domain::measure::Share;
use domain::order::InOrder;
use domain::rules::qualification::Qualification;
use domain::time::Offset;
use leptos::prelude::*;
use std::cmp::Reverse;

/// Most that are held side by side.
pub const MOST: usize = 4;

/// The sheet.
pub fn sheet(t: Texts, offset: Offset, open: RwSignal<bool>, compared: RwSignal<Vec<CandidateId>>) -> AnyView {
    let books = live(&[Kind::Candidate, Kind::Visit, Kind::Claim], move |phone| {
        let wanted = if open.get() { compared.get() } else { Vec::new() };
        async move {
            let mut books = Vec::new();
            for id in wanted {
                books.extend(read_book(phone, id, offset).await);
            }
            // Whoever is on another phone in full has no place in the order, and stands at its end.
            books.order_by_key(|book| book.weighed.as_ref().map_or((u8::MAX, Reverse(None)), Qualification::rank));
            books
        }
    });
    ui::sheet(
        t,
        open,
        || t.board.comparison.to_owned(),
        move || {
            let inside =
                move || books.with(|books| books.as_ref().map_or_else(|| skeleton_rows(4), |books| table(t, books)));
            view! { <div class="sheet-in"><div class="sheet-body pad">{inside}</div></div> }.into_any()
        },
    )
}

fn table(t: Texts, books: &[Book]) -> AnyView {
    let names = books.iter().enumerate().map(|(at, book)| {
        let name = book.candidate.facts.name.clone();
        view! {
            <th scope="col">
                <span class="place" aria-label=(t.board.place)(at + 1)>{at + 1}</span>
                <a href=routes::partner(book.candidate.id)>{name}</a>
            </th>
        }
    });
    let share = |name: &'static str, read: fn(&Qualification) -> Option<Share>| {
        let shares: Vec<_> = books.iter().map(|book| book.weighed.as_ref().and_then(read)).collect();
        let best = shares.iter().flatten().max().copied();
        let cells = shares.into_iter().map(|share| match share {
            Some(share) => view! {
                <td class:best=Some(share) == best>
                    <span class="sidebar" aria-hidden="true" style:--share=format!("{}%", share.percent())></span>
                    {share.percent()}
                </td>
            }
            .into_any(),
            None => view! { <td class="meta">"–"</td> }.into_any(),
        });
        view! { <tr><th scope="row">{name}</th>{cells.collect_view()}</tr> }
    };
    let words = |name: &'static str, read: fn(Texts, &Book, &Qualification) -> Vec<String>| {
        let cells = books.iter().map(|book| {
            let all = book.weighed.as_ref().map(|weighed| read(t, book, weighed)).unwrap_or_default();
            match all.is_empty() {
                true => view! { <td class="meta">"–"</td> }.into_any(),
                false => {
                    let all = all.into_iter().map(|words| view! { <li>{words}</li> }).collect_view();
                    view! { <td><ul>{all}</ul></td> }.into_any()
                }
            }
        });
        view! { <tr><th scope="row">{name}</th>{cells.collect_view()}</tr> }
    };
    let verdict =
        |t: Texts, _: &Book, weighed: &Qualification| vec![(t.partner.weighed.verdict)(weighed.verdict).to_owned()];
    view! {
        <table class="side">
            <thead><tr><td></td>{names.collect_view()}</tr></thead>
            <tbody>
                {share(t.partner.weighed.site, |weighed| weighed.site)}
                {share(t.partner.weighed.mindset, |weighed| weighed.mindset)}
                {share(t.partner.weighed.whole, |weighed| weighed.whole)}
                {words(t.board.verdict, verdict)}
                {words(t.board.against, knocked_words)}
                {words(t.board.missing, missing_words)}
            </tbody>
        </table>
    }
    .into_any()
}
