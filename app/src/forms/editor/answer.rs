//! What is answered, for each kind of question: its range, its options, its products.

use super::desk::Desk;
use super::fields::{Spot, number, switch, words};
use super::{entries, formula, photo};
use crate::ui::{choice_buttons, picks};
use domain::id::ProductId;
use domain::limits::MONEY_MOST;
use domain::records::{Item, ItemKey, ItemKind, TableColumn};
use leptos::prelude::*;

/// So far a number may go: a warehouse in pieces.
const NUMBER_MOST: i64 = 1_000_000_000;

/// See the module.
pub fn answer(desk: Desk, key: &ItemKey) -> AnyView {
    let t = desk.t;
    let Some(kind) = untrack(|| desk.read(key, |item| item.kind.clone())) else { return ().into_any() };
    match kind {
        ItemKind::YesNo { .. } => good(desk, key),
        ItemKind::Number { .. } => counted(desk, key),
        ItemKind::Money { .. } => amount(desk, key),
        ItemKind::Choice { .. } => view! {
            {entries::entries(desk, key, t.forms.editor.options, entries::rate)}
            {switch(desk, key, t.forms.editor.many, is_many, set_many)}
        }
        .into_any(),
        ItemKind::Scale { .. } => entries::entries(desk, key, t.forms.editor.anchors, |_, _, _| ().into_any()),
        ItemKind::Photo { .. } => photo::photo(desk, key),
        ItemKind::Table { .. } => table(desk, key),
        ItemKind::Computed { .. } => view! {
            {formula::formula(desk, key)}
            {words(desk, Spot::Unit(key.clone()), t.forms.editor.unit.to_owned())}
            {target(desk, key)}
        }
        .into_any(),
        ItemKind::Date | ItemKind::Barcode | ItemKind::Signature | ItemKind::Document | ItemKind::Text => ().into_any(),
    }
}

const fn is_many(item: &Item) -> bool {
    matches!(item.kind, ItemKind::Choice { many: true, .. })
}

fn set_many(item: &mut Item, on: bool) {
    if let ItemKind::Choice { many, .. } = &mut item.kind {
        *many = on;
    }
}

/// Which of the two is good.
fn good(desk: Desk, key: &ItemKey) -> AnyView {
    let t = desk.t;
    let key = StoredValue::new(key.clone());
    let chosen = move || {
        let good = key.with_value(|key| desk.read(key, |item| matches!(item.kind, ItemKind::YesNo { good: true })));
        good.map(|good| usize::from(!good))
    };
    let choose = move |at: usize| {
        key.with_value(|key| desk.item(key, |item| item.kind = ItemKind::YesNo { good: at == 0 }));
    };
    let words = vec![t.visit.yes.to_owned(), t.visit.no.to_owned()];
    view! {
        <h3 class="formpart">{t.forms.editor.good}</h3>
        {choice_buttons(t.forms.editor.good.to_owned(), words, chosen, choose)}
    }
    .into_any()
}

fn counted(desk: Desk, key: &ItemKey) -> AnyView {
    let t = desk.t;
    let range = (-NUMBER_MOST, NUMBER_MOST);
    let least = |item: &Item| match item.kind {
        ItemKind::Number { min, .. } => Some(min),
        _ => None,
    };
    let most = |item: &Item| match item.kind {
        ItemKind::Number { max, .. } => Some(max),
        _ => None,
    };
    let set_least = |item: &mut Item, value: i64| {
        if let ItemKind::Number { min, .. } = &mut item.kind {
            *min = value;
        }
    };
    let set_most = |item: &mut Item, value: i64| {
        if let ItemKind::Number { max, .. } = &mut item.kind {
            *max = value;
        }
    };
    view! {
        {words(desk, Spot::Unit(key.clone()), t.forms.editor.unit.to_owned())}
        {number(desk, key, t.forms.editor.least, range, least, set_least)}
        {number(desk, key, t.forms.editor.most, range, most, set_most)}
        {target(desk, key)}
    }
    .into_any()
}

/// What is wanted, if anything is: then the share of it that was reached is what the answer is worth.
fn target(desk: Desk, key: &ItemKey) -> AnyView {
    let t = desk.t;
    let read = |item: &Item| match item.kind {
        ItemKind::Number { target, .. } | ItemKind::Computed { target, .. } => target,
        _ => None,
    };
    let write = |item: &mut Item, value: i64| {
        if let ItemKind::Number { target, .. } | ItemKind::Computed { target, .. } = &mut item.kind {
            *target = Some(value);
        }
    };
    let want = |item: &mut Item, on: bool| match &mut item.kind {
        ItemKind::Number { target, min, max, .. } => *target = on.then(|| (*min).max(1).min(*max)),
        ItemKind::Computed { target, .. } => *target = on.then_some(1),
        _ => {}
    };
    let wanted = switch(
        desk,
        key,
        t.forms.editor.wanted,
        |item| {
            matches!(item.kind, ItemKind::Number { target: Some(_), .. } | ItemKind::Computed { target: Some(_), .. })
        },
        want,
    );
    let key = key.clone();
    let is_on = {
        let key = key.clone();
        Memo::new(move |_| desk.read(&key, read).flatten().is_some())
    };
    view! {
        {wanted}
        {move || is_on.get().then(|| number(desk, &key, t.forms.editor.target, (1, NUMBER_MOST), read, write))}
    }
    .into_any()
}

/// In whole yuan; the record counts in fen.
fn amount(desk: Desk, key: &ItemKey) -> AnyView {
    let t = desk.t;
    let range = (0, MONEY_MOST / 100);
    let least = |item: &Item| match item.kind {
        ItemKind::Money { min, .. } => Some(min / 100),
        _ => None,
    };
    let most = |item: &Item| match item.kind {
        ItemKind::Money { max, .. } => Some(max / 100),
        _ => None,
    };
    let set_least = |item: &mut Item, value: i64| {
        if let ItemKind::Money { min, .. } = &mut item.kind {
            *min = value * 100;
        }
    };
    let set_most = |item: &mut Item, value: i64| {
        if let ItemKind::Money { max, .. } = &mut item.kind {
            *max = value * 100;
        }
    };
    view! {
        {number(desk, key, t.forms.editor.least_yuan, range, least, set_least)}
        {number(desk, key, t.forms.editor.most_yuan, range, most, set_most)}
    }
    .into_any()
}

const COLUMNS: [TableColumn; 2] = [TableColumn::Stock, TableColumn::Price];

/// Which products, and what is asked of each. A product that is not sold any more stays as long as it is asked for.
fn table(desk: Desk, key: &ItemKey) -> AnyView {
    let t = desk.t;
    let chosen = untrack(|| desk.read(key, products)).unwrap_or_default();
    let on_offer: Vec<(ProductId, String)> = desk.held.with_untracked(|held| {
        let all = held.iter().flat_map(|held| &held.products);
        all.filter(|product| product.listed || chosen.contains(&product.id))
            .map(|product| (product.id, product.name.get(t.language).to_owned()))
            .collect()
    });
    let (ids, names): (Vec<_>, Vec<_>) = on_offer.into_iter().unzip();
    let (ids, key) = (StoredValue::new(ids), StoredValue::new(key.clone()));
    let kind = move || key.with_value(|key| desk.read(key, |item| item.kind.clone()));
    let is_in = move |at: usize| {
        let id = ids.with_value(|ids| ids.get(at).copied());
        matches!((kind(), id), (Some(ItemKind::Table { products, .. }), Some(id)) if products.contains(&id))
    };
    let put = move |at: usize, on: bool| {
        let Some(id) = ids.with_value(|ids| ids.get(at).copied()) else { return };
        key.with_value(|key| {
            desk.item(key, |item| {
                if let ItemKind::Table { products, .. } = &mut item.kind {
                    products.retain(|known| *known != id);
                    products.extend(on.then_some(id));
                }
            });
        });
    };
    let is_asked =
        move |at: usize| matches!(kind(), Some(ItemKind::Table { columns, .. }) if columns.contains(&COLUMNS[at]));
    let ask = move |at: usize, on: bool| {
        key.with_value(|key| {
            desk.item(key, |item| {
                if let ItemKind::Table { columns, .. } = &mut item.kind {
                    let wanted =
                        |column: &TableColumn| if *column == COLUMNS[at] { on } else { columns.contains(column) };
                    *columns = COLUMNS.into_iter().filter(wanted).collect();
                }
            });
        });
    };
    let words = vec![t.visit.stock.to_owned(), t.visit.price.to_owned()];
    view! {
        <h3 class="formpart">{t.forms.editor.columns}</h3>
        {picks(t.forms.editor.columns.to_owned(), true, words, is_asked, ask)}
        <h3 class="formpart">{t.forms.editor.products}</h3>
        {picks(t.forms.editor.products.to_owned(), true, names, is_in, put)}
    }
    .into_any()
}

fn products(item: &Item) -> Vec<ProductId> {
    match &item.kind {
        ItemKind::Table { products, .. } => products.clone(),
        _ => Vec::new(),
    }
}
