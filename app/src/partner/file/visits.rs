//! When somebody was there, and what that visit was for.

use super::{Book, Desk};
use crate::routes;
use crate::ui::{self, Icon, icon, line_link};
use leptos::prelude::*;

/// As many as are shown.
const SHOWN: usize = 6;

/// See the module; nothing where the visits are on another phone.
pub fn visits(desk: Desk, book: &Book) -> Option<AnyView> {
    let t = desk.t;
    book.place.as_ref()?;
    let offset = desk.me.with_value(|me| me.offset);
    let now = crate::state::Phone.now();
    let rows = book.visits.iter().take(SHOWN).map(|(visit, list)| {
        let title = list.as_ref().map(|list| list.title.get(t.language).to_owned()).unwrap_or_default();
        let score = visit.score.as_ref().map(|score| format!("{}{}", t.frame.dot, score.share.percent()));
        let along = visit.companions.iter().map(|companion| companion.name.as_str());
        let who: Vec<_> = std::iter::once(visit.rep_name.as_str()).chain(along).collect();
        let second = format!(
            "{}{}{}{}",
            t.time.when(visit.check_in.at, now, offset),
            t.frame.dot,
            who.join(t.frame.list),
            score.unwrap_or_default()
        );
        line_link(routes::visit(visit.id), icon(Icon::History), title, second.into_any())
    });
    let rows = rows.collect::<Vec<_>>();
    let none = rows.is_empty().then(|| view! { <p class="meta pad">{t.partner.no_visits}</p> });
    Some(
        view! {
            <section class="group">
                {ui::section(t.partner.visits, book.visits.len().to_string())}
                {rows}
                {none}
            </section>
        }
        .into_any(),
    )
}
