//! Adding a question of any kind. It goes behind the one that stands open, or to the end, into the step of its neighbour.

use super::desk::{Desk, Opened, focus};
use super::{entries, formula};
use crate::text::both;
use domain::language::Words;
use domain::limits::MONEY_MOST;
use domain::measure::Share;
use domain::records::{Item, ItemKind, TableColumn};
use leptos::prelude::*;

/// Points of a question that is worth something, until somebody says otherwise.
const POINTS: u32 = 10;

/// See the module.
pub fn add(desk: Desk) -> AnyView {
    let t = desk.t;
    let chips = kinds(desk, &[]).into_iter().enumerate().map(|(at, kind)| {
        let words = (t.forms.editor.kind)(&kind);
        view! { <button type="button" class="chip" on:click=move |_| put(desk, at)>{words}</button> }
    });
    view! {
        <div class="addrow">
            <h3>{t.forms.add}</h3>
            <div class="chips wrap">{chips.collect_view()}</div>
        </div>
    }
    .into_any()
}

fn put(desk: Desk, which: usize) {
    let key = desk.free_key();
    let open = desk.open.get_untracked();
    desk.list.update(|list| {
        let behind = match &open {
            Some(Opened::Item(key)) => list.items.iter().position(|item| item.key == *key).map(|at| at + 1),
            _ => None,
        };
        let at = behind.unwrap_or(list.items.len());
        let neighbour = at.checked_sub(1).and_then(|at| list.items.get(at)).map(|item| item.step.clone());
        let Some(kind) = kinds(desk, &list.items[..at]).into_iter().nth(which) else { return };
        let item = Item {
            key: key.clone(),
            step: neighbour.unwrap_or_else(|| both(|t| t.forms.editor.first_step.to_owned())),
            title: both(|t| t.forms.new_question.to_owned()),
            hint: Words::default(),
            weight: if is_rated(&kind) { POINTS } else { 0 },
            kind,
            required: false,
            knock_out: None,
            show_if: None,
        };
        list.items.insert(at, item);
    });
    desk.open.set(Some(Opened::Item(key)));
    focus("form-question-zh".to_owned());
}

/// One of each kind that there is, as it begins, behind these questions.
fn kinds(desk: Desk, earlier: &[Item]) -> [ItemKind; 14] {
    let options = || vec![entries::option(1, Share::WHOLE), entries::option(2, Share::NONE)];
    let choice = |many| ItemKind::Choice { options: options(), many };
    let anchor = |at: usize| both(|t| t.forms.anchors[at].to_owned());
    let products = desk.held.with_untracked(|held| {
        let listed = held.iter().flat_map(|held| &held.products).filter(|product| product.listed);
        listed.map(|product| product.id).take(4).collect()
    });
    [
        ItemKind::YesNo { good: true },
        choice(false),
        choice(true),
        ItemKind::Number { unit: Words::default(), min: 0, max: 100, target: None },
        ItemKind::Money { min: 0, max: MONEY_MOST },
        ItemKind::Scale { anchors: (0..desk.t.forms.anchors.len()).map(anchor).collect() },
        ItemKind::Photo { standard: None, slots: vec![entries::photo(1)] },
        ItemKind::Table { products, columns: vec![TableColumn::Stock] },
        ItemKind::Computed { unit: Words::new("%", "%"), formula: formula::begun(earlier), target: None },
        ItemKind::Date,
        ItemKind::Barcode,
        ItemKind::Document,
        ItemKind::Signature,
        ItemKind::Text,
    ]
}

/// What only collects is worth nothing until somebody says so.
const fn is_rated(kind: &ItemKind) -> bool {
    matches!(
        kind,
        ItemKind::YesNo { .. }
            | ItemKind::Choice { .. }
            | ItemKind::Number { .. }
            | ItemKind::Scale { .. }
            | ItemKind::Photo { .. }
    )
}
