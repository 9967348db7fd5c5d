//! A row of the table of products.

use super::plan::Known;
use super::row::{Row, put};
use super::{Field, Why};
use crate::id::ProductId;
use crate::language::Words;
use crate::measure::Money;
use crate::records::Product;
use crate::rules::barcode::is_mistyped;
use uuid::Uuid;

/// What was there, and what the row makes of it. None if something is wrong.
pub(super) fn read<'k>(row: &mut Row<'_>, known: &'k Known<'_>) -> Option<(Option<&'k Product>, Product)> {
    let code = row.short_code(Field::Code);
    let code = row.needed(Field::Code, code)?;
    let Ok(before) = known.product(&code) else {
        row.wrong(Field::Code, Why::Several);
        return None;
    };
    let (name, english) = (row.text(Field::Name), row.text(Field::EnglishName));
    let barcode = barcode(row);
    let (millilitres, pieces) = (row.count(Field::Millilitres), row.count(Field::PiecesPerCase));
    let (case_price, retail_price) = (row.money(Field::CasePrice), row.money(Field::RetailPrice));
    let listed = row.yes_or_no(Field::Listed);
    let mut after = match before {
        Some(before) => before.clone(),
        None => {
            let name = row.needed(Field::Name, name.clone());
            let millilitres = row.needed(Field::Millilitres, millilitres);
            let pieces_per_case = row.needed(Field::PiecesPerCase, pieces);
            Product {
                id: ProductId(Uuid::nil()),
                code,
                name: Words::new(name?, ""),
                barcode: String::new(),
                millilitres: millilitres?,
                pieces_per_case: pieces_per_case?,
                case_price: Money(0),
                retail_price: Money(0),
                listed: true,
            }
        }
    };
    put(&mut after.name.zh, name);
    put(&mut after.name.en, english);
    put(&mut after.barcode, barcode);
    put(&mut after.millilitres, millilitres);
    put(&mut after.pieces_per_case, pieces);
    put(&mut after.case_price, case_price);
    put(&mut after.retail_price, retail_price);
    put(&mut after.listed, listed);
    row.faults.is_empty().then_some((before, after))
}

fn barcode(row: &mut Row<'_>) -> Option<String> {
    let code = row.code(Field::Barcode)?;
    if is_mistyped(&code) {
        row.wrong(Field::Barcode, Why::Barcode);
        return None;
    }
    Some(code)
}
