//! What the shop reads before it signs: what it came to, what was counted, how many photos, what was promised.

use crate::field::visit::{Desk, task_words};
use crate::text::Texts;
use crate::ui::section;
use domain::records::{AnswerValue, Product};
use domain::rules::score::score;
use leptos::prelude::*;

/// See the module. The owner reads it once: it stands still while they do.
pub fn summary(desk: Desk) -> AnyView {
    let t = desk.t;
    untrack(move || {
        let points = desk.answers.with(|answers| desk.with_list(|list| score(list, answers)));
        let result = (t.beside.sum_score)(points.share.percent(), (t.frame.band)(points.band));
        let photos = (t.beside.sum_photos)(desk.book.photos.with(|photos| photos.as_ref().map_or(0, |all| all.len())));
        view! {
            <p class="pad lead b">{result}</p>
            <p class="pad meta tight">{photos}</p>
            {stock(desk, t)}
            {section(t.beside.sum_promised, "")}
            {promised(desk, t)}
        }
        .into_any()
    })
}

fn stock(desk: Desk, t: Texts) -> Option<AnyView> {
    let rows = desk.answers.with(|answers| {
        let tables = answers.values().filter_map(|answer| match &answer.value {
            AnswerValue::Table(rows) => Some(rows.clone()),
            _ => None,
        });
        tables.flatten().filter_map(|row| row.stock.map(|pieces| (row.product, pieces))).collect::<Vec<_>>()
    });
    let name = |product: &Product| product.name.get(t.language).to_owned();
    (!rows.is_empty()).then(|| {
        let lines = desk.backdrop.with_value(|backdrop| {
            let lines = rows.iter().map(|(product, pieces)| {
                let name = backdrop.products.get(product).map(name).unwrap_or_default();
                view! {
                    <dt>{name}</dt>
                    <dd>{(t.beside.pieces)(*pieces)}</dd>
                }
            });
            lines.collect_view()
        });
        view! {
            {section(t.beside.sum_stock, "")}
            <dl class="facts-list counted">{lines}</dl>
        }
        .into_any()
    })
}

fn promised(desk: Desk, t: Texts) -> AnyView {
    let visit = desk.book.visit.get().flatten();
    let tasks = visit.map(|visit| desk.book.left(&visit)).unwrap_or_default();
    if tasks.is_empty() {
        return view! { <p class="pad meta tight">{t.beside.sum_no_promise}</p> }.into_any();
    }
    let partners = desk.backdrop.with_value(|backdrop| backdrop.partners.clone());
    let lines = tasks.iter().map(|task| task_words(t, task, &partners));
    let lines = lines.map(|(what, more)| view! { <li><b>{what}</b>{t.frame.dot}{more}</li> }).collect_view();
    view! { <ul class="promises">{lines}</ul> }.into_any()
}
