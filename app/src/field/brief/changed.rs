//! What differs between the last two visits, in words: the gravest at once, the rest folded; and where the stock goes.

use super::file::File;
use crate::field::visit::line_words;
use crate::text::{Texts, as_name};
use crate::ui::{self, section};
use domain::records::{AnswerValue, Product, Visit};
use domain::rules::changes::{Change, stock};
use leptos::prelude::*;

/// So many are shown before the rest folds: the screen is read at the door.
const AT_ONCE: usize = 3;

/// See the module.
pub fn changed(t: Texts, file: &File) -> Option<AnyView> {
    let stock = stock_row(t, &file.visits);
    if file.changes.is_empty() && stock.is_none() {
        return None;
    }
    let against = file.visits.get(1).map(|before| (t.brief.against)(&(t.time.day)(before.day))).unwrap_or_default();
    let (first, rest) = file.changes.split_at(file.changes.len().min(AT_ONCE));
    let rows = |changes: &[(Change, Option<Product>)]| {
        changes.iter().map(|(change, product)| row(t, change, product.as_ref())).collect_view()
    };
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details class="fold">
                <summary>{(t.brief.changed_more)(rest.len())}</summary>
                <dl class="facts-list changed">{rows(rest)}</dl>
            </details>
        }
    });
    Some(
        view! {
            <div class="lined">{section(t.brief.changed, against)}</div>
            <dl class="facts-list changed">{rows(first)} {stock}</dl>
            {more}
        }
        .into_any(),
    )
}

fn row(t: Texts, change: &Change, product: Option<&Product>) -> AnyView {
    let title = product.map_or(&change.item.title, |product| &product.name).get(t.language);
    let title = as_name(title).to_owned();
    let words = |value: &AnswerValue| line_words(t, &change.item, value);
    let class = if change.knocks_out { "returned b" } else { "" };
    let knocks = change.knocks_out.then(|| view! { {t.frame.comma} {t.checkout.knock_out} });
    view! {
        <dt>{title}</dt>
        <dd>
            <s><span class="vh">{t.brief.was}" "</span>{words(&change.before)}</s>
            <span class=class>{words(&change.after)}{knocks}</span>
        </dd>
    }
    .into_any()
}

/// The sum of what is counted, against the visit before, and its line over the last ones.
fn stock_row(t: Texts, visits: &[Visit]) -> Option<AnyView> {
    let sums = stock(visits.iter().rev());
    let [.., before, last] = sums.as_slice() else { return None };
    let said: Vec<String> = sums.iter().map(i64::to_string).collect();
    let drawn: Vec<u32> = sums.iter().map(|sum| u32::try_from(*sum).unwrap_or(u32::MAX)).collect();
    let line = ui::spark(&drawn, None, (t.brief.stock_trend)(&said.join(t.frame.list)));
    Some(
        view! {
            <dt>{t.brief.stock}</dt>
            <dd class="row between">
                <span>{(t.brief.pieces)(*last, last - before)}</span>
                {line}
            </dd>
        }
        .into_any(),
    )
}
