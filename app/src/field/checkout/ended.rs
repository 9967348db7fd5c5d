//! An ended visit, to look at: what it came to, where its photos are, what was said.

use super::beside::{companions, promises, seen, signature};
use super::{lost, misfits, odd_words, result, strip};
use crate::field::visit::{Backdrop, Book};
use crate::routes;
use crate::state::Me;
use crate::text::{Texts, clock};
use crate::ui::{self, section};
use domain::rules::score::score;
use leptos::prelude::*;
use std::sync::Arc;

/// See the module.
pub fn ended(t: Texts, me: &Me, backdrop: Backdrop, book: Book) -> AnyView {
    let (mine, offset) = (me.id, me.offset);
    let backdrop = Arc::new(backdrop);
    let shop = backdrop.outlet.as_ref().map(|outlet| outlet.name.clone()).unwrap_or_default();
    let content = move || {
        let visit = book.visit.get().flatten()?;
        let photos = book.photos_in_order();
        let list = &backdrop.list;
        let points = visit.score.clone().unwrap_or_else(|| score(list, &visit.answers));
        let begun = clock(visit.check_in.at, offset);
        let when = match &visit.check_out {
            Some(out) => (t.checkout.from_to)(&begun, &clock(out.at, offset)),
            None => begun,
        };
        let day = (t.time.day)(visit.day);
        let who = if visit.rep == mine { (t.brief.by_you)(&day) } else { (t.brief.by_other)(&day, &visit.rep_name) };
        let there = photos.iter().filter(|photo| photo.received_at.is_some()).count();
        let arrived = (!photos.is_empty()).then(|| (t.checkout.photos_there)(there, photos.len()));
        let note = (!visit.note.is_empty()).then(|| {
            view! {
                {section(t.visit.note, "")}
                <p class="pad">{visit.note.clone()}</p>
            }
        });
        Some(view! {
            {result(t, list, &points, when)}
            {misfits(t, &odd_words(t, list, &visit.odd))}
            <div class="group">
                {strip(t, list, &photos)}
                <div class="line">
                    <span class="grow">
                        <span class="t">{who}</span>
                        <span class="w">{arrived}</span>
                        {visit.forgotten.map(|_| view! { <span class="w owed b">{t.checkout.forgotten}</span> })}
                    </span>
                </div>
            </div>
            {note}
            {promises(t, &book.left(&visit))}
            {seen(t, &book.sightings.get().unwrap_or_default())}
            {companions(t, &visit.companions)}
            {signature(t, offset, &visit)}
            {lost(t, list, &points, None)}
        })
    };
    view! {
        {ui::back_bar(t, routes::TODAY, shop, ().into_any())}
        <main class="page" id="main" tabindex="0">{content}</main>
        {ui::dock_edge(
            t.checkout.to_today,
            view! { <div class="acts"><a class="btn" href=routes::TODAY>{t.checkout.to_today}</a></div> }.into_any(),
        )}
    }
    .into_any()
}
