//! What stands on paper only: what both sides owe each month (S43, S44), which on the screen is the alliance's page, and
//! the sealed pages by the hashes of their photos.

use super::book::{Book, Desk};
use crate::text::long_day;
use crate::ui::section;
use domain::records::{Duty, Party};
use leptos::prelude::*;

/// The duties.
pub fn duties(desk: Desk) -> AnyView {
    let t = desk.t;
    let of = |party: Party| {
        let own = Duty::ALL.into_iter().filter(|duty| duty.party() == party);
        let own: Vec<&str> = own.map(t.partner.alliance.duty).collect();
        view! {
            <div class="clause">
                <dt>{(t.agreement.party)(party)}</dt>
                <dd>{own.join(t.frame.list)}</dd>
            </div>
        }
    };
    view! {
        <section class="paper print-only">
            {section(t.agreement.page.duties, "")}
            <dl class="facts-list">{of(Party::Manufacturer)} {of(Party::Dealer)}</dl>
        </section>
    }
    .into_any()
}

/// The sealed pages, if it was signed on paper.
pub fn sealed(desk: Desk) -> AnyView {
    let list = move || desk.of(|book| pages(desk, book)).flatten();
    view! { <div class="paper print-only">{list}</div> }.into_any()
}

fn pages(desk: Desk, book: &Book) -> Option<AnyView> {
    let t = &desk.t.agreement.page;
    if book.pages.is_empty() {
        return None;
    }
    let offset = desk.me.with_value(|me| me.offset);
    let rows = book.pages.iter().enumerate().map(|(at, photo)| {
        let day = long_day(desk.t, photo.taken_at.date(offset));
        view! { <li>{(t.page_hash)(at + 1, &day, &photo.picture.hash)}</li> }
    });
    Some(
        view! {
            {section(t.pages, "")}
            <ul class="sealed">{rows.collect_view()}</ul>
        }
        .into_any(),
    )
}
