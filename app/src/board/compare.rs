//! Candidates side by side (F47): what each comes to, what knocks it out, what is missing.

use crate::partner::{Book, read_book};
use crate::routes;
use crate::state::live;
use crate::text::Texts;
use crate::ui::{self, skeleton_rows};
use domain::Kind;
use domain::id::CandidateId;
use domain::measure::Share;
use domain::rules::qualification::Qualification;
use domain::time::Offset;
use leptos::prelude::*;

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
    let names = books.iter().map(|book| {
        view! { <th scope="col"><a href=routes::partner(book.candidate.id)>{book.candidate.facts.name.clone()}</a></th> }
    });
    let share = |read: fn(&Qualification) -> Option<Share>| {
        let cell = move |book: &Book| match book.weighed.as_ref().and_then(read) {
            Some(share) => share.percent().to_string(),
            None => "–".to_owned(),
        };
        books.iter().map(cell).collect::<Vec<_>>()
    };
    let words = |read: fn(Texts, &Qualification) -> String| {
        let cell = move |book: &Book| book.weighed.as_ref().map(|weighed| read(t, weighed)).unwrap_or_default();
        books.iter().map(cell).collect::<Vec<_>>()
    };
    let row = |name: &'static str, cells: Vec<String>| {
        let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    };
    view! {
        <table class="side">
            <thead><tr><td></td>{names.collect_view()}</tr></thead>
            <tbody>
                {row(t.partner.weighed.site, share(|weighed| weighed.site))}
                {row(t.partner.weighed.mindset, share(|weighed| weighed.mindset))}
                {row(t.partner.weighed.whole, share(|weighed| weighed.whole))}
                {row(t.board.verdict, words(|t, weighed| (t.partner.weighed.verdict)(weighed.verdict).to_owned()))}
                {row(t.board.against, words(|t, weighed| count(t, weighed.knocked_out.len())))}
                {row(t.board.missing, words(|t, weighed| count(t, weighed.missing.len())))}
            </tbody>
        </table>
    }
    .into_any()
}

fn count(t: Texts, items: usize) -> String {
    if items == 0 { "–".to_owned() } else { (t.board.items)(items) }
}
