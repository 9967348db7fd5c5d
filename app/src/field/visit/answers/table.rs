//! A line per product: pieces in stock and the price on the shelf, the number under the right thumb.

use super::write::{Written, fen, fen_text, line};
use crate::field::visit::Desk;
use crate::field::visit::question::anchor;
use crate::ui::{Field, stepper};
use domain::id::ProductId;
use domain::measure::Money;
use domain::records::{AnswerValue, Item, ItemKey, TableColumn, TableRow};
use leptos::prelude::*;

/// The most pieces a row may say; the rules have the same limit.
const MOST: i64 = 1_000_000;

/// See the module.
pub fn table(desk: Desk, item: &Item, products: &[ProductId], columns: &[TableColumn]) -> AnyView {
    let t = desk.t;
    let key = StoredValue::new(item.key.clone());
    let rows = Memo::new(move |_| key.with_value(|key| rows_of(desk, key)));
    let of = products.len();
    let list = products.iter().map(|product| row(desk, key, rows, *product, columns)).collect_view();
    view! {
        <p class="sofar">{move || (t.visit.rows_done)(rows.with(Vec::len), of)}</p>
        {list}
    }
    .into_any()
}

fn rows_of(desk: Desk, key: &ItemKey) -> Vec<TableRow> {
    match desk.value(key) {
        Some(AnswerValue::Table(rows)) => rows,
        _ => Vec::new(),
    }
}

/// Changes one row and leaves the others as they are. A row that says nothing any more goes.
fn change(desk: Desk, key: &ItemKey, product: ProductId, put: impl FnOnce(&mut TableRow)) {
    let mut rows = untrack(|| rows_of(desk, key));
    let at = rows.iter().position(|row| row.product == product).unwrap_or_else(|| {
        rows.push(TableRow { product, stock: None, price: None });
        rows.len() - 1
    });
    put(&mut rows[at]);
    rows.retain(|row| row.stock.is_some() || row.price.is_some());
    desk.answer(key, (!rows.is_empty()).then_some(AnswerValue::Table(rows)));
}

fn row(
    desk: Desk,
    key: StoredValue<ItemKey>,
    rows: Memo<Vec<TableRow>>,
    product: ProductId,
    columns: &[TableColumn],
) -> AnyView {
    let t = desk.t;
    let (name, guide) = desk.backdrop.with_value(|backdrop| match backdrop.products.get(&product) {
        Some(product) => (product.name.get(t.language).to_owned(), product.retail_price.yuan()),
        None => (String::new(), String::new()),
    });
    let stock =
        Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.product == product).and_then(|row| row.stock)));
    let counter = columns.contains(&TableColumn::Stock).then(|| {
        let label = format!("{name}{}{}", t.frame.comma, t.visit.stock);
        let set = move |n: i64| key.with_value(|key| change(desk, key, product, |row| row.stock = Some(n)));
        stepper(t, label, true, (0, MOST), move || stock.get(), set)
    });
    let price = columns.contains(&TableColumn::Price).then(|| {
        let begun =
            untrack(|| rows.with(|rows| rows.iter().find(|row| row.product == product).and_then(|row| row.price)));
        let written = Written::new(begun.map(fen_text).unwrap_or_default(), move |text| match fen(&text) {
            Ok(money) => {
                let price: Option<Money> = money;
                key.with_value(|key| change(desk, key, product, |row| row.price = price));
                true
            }
            Err(_) => false,
        });
        let id = key.with_value(|key| format!("{}-{product}", anchor(key)));
        let field = Field { id: "", kind: "text", mode: "decimal", complete: "off", label: t.visit.price };
        line(desk, id, field, Some(t.visit.yuan), written)
    });
    // With one column it stands beside the name; two need a row of their own.
    let beside = counter.is_none() || price.is_none();
    let controls = view! {
        {counter}
        {price}
    };
    let (right, below) =
        if beside { (Some(controls), None) } else { (None, Some(view! { <div class="row">{controls}</div> })) };
    view! {
        <div class="sku">
            <div class="grow">
                <h3>{name}</h3>
                <p>{guide}</p>
                {below}
            </div>
            {right}
        </div>
    }
    .into_any()
}
