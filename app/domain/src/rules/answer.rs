//! Whether an answer is one that its question can have. Ranges and lists come from the checklist.

use crate::limits::{SHORT_TEXT_CHARS, SIGNATURE_BYTES, TABLE_ROWS, TEXT_CHARS};
use crate::records::{AnswerValue, Item, ItemKind, TableRow};
use crate::refusal::Refusal;
use crate::rules::text::within;

/// Checks an answer against its item.
///
/// # Errors
/// When the answer is of another kind, out of range, not on the list or too long.
pub fn fits(item: &Item, value: &AnswerValue) -> Result<(), Refusal> {
    let key = || item.key.clone();
    let not_on_list = || Refusal::AnswerNotOnList { item: key() };
    let in_range = |number: i64, min: i64, max: i64| {
        if (min..=max).contains(&number) { Ok(()) } else { Err(Refusal::AnswerOutOfRange { item: key(), min, max }) }
    };
    match (&item.kind, value) {
        (ItemKind::YesNo { .. }, AnswerValue::YesNo(_)) | (ItemKind::Date, AnswerValue::Date(_)) => Ok(()),
        (ItemKind::Number { min, max, .. }, AnswerValue::Number(number)) => in_range(*number, *min, *max),
        (ItemKind::Money { min, max }, AnswerValue::Money(money)) => in_range(money.0, *min, *max),
        (ItemKind::Choice { options, many }, AnswerValue::Choice(picked)) => {
            let known = picked.iter().all(|key| options.iter().any(|option| option.key == *key));
            let once = (1..picked.len()).all(|i| !picked[..i].contains(&picked[i]));
            let count = !picked.is_empty() && (*many || picked.len() == 1);
            if known && once && count { Ok(()) } else { Err(not_on_list()) }
        }
        (ItemKind::Scale { anchors }, AnswerValue::Scale(step)) => {
            if (*step as usize) < anchors.len() {
                Ok(())
            } else {
                Err(not_on_list())
            }
        }
        (ItemKind::Photo { slots, .. }, AnswerValue::Photos(photos)) => {
            if photos.keys().all(|slot| slots.iter().any(|known| known.key == *slot)) {
                Ok(())
            } else {
                Err(not_on_list())
            }
        }
        (ItemKind::Barcode, AnswerValue::Barcode(code)) => within(code, SHORT_TEXT_CHARS),
        (ItemKind::Signature, AnswerValue::Signature(path)) => signature_fits(path),
        (ItemKind::Document, AnswerValue::Document { number, .. }) => within(number, SHORT_TEXT_CHARS),
        (ItemKind::Table { products, .. }, AnswerValue::Table(rows)) => {
            let distinct = (1..rows.len()).all(|i| rows[..i].iter().all(|row| row.product != rows[i].product));
            if rows.len() > TABLE_ROWS || !distinct || !rows.iter().all(|row| products.contains(&row.product)) {
                return Err(not_on_list());
            }
            rows.iter().try_for_each(|row| row_fits(row, &in_range))
        }
        (ItemKind::Text, AnswerValue::Text(text)) => within(text, TEXT_CHARS),
        _ => Err(Refusal::AnswerOfOtherKind { item: key() }),
    }
}

/// Stock and prices are counted things: nothing below zero, nothing beyond a warehouse.
fn row_fits(row: &TableRow, in_range: &impl Fn(i64, i64, i64) -> Result<(), Refusal>) -> Result<(), Refusal> {
    in_range(row.stock.unwrap_or(0), 0, 1_000_000)?;
    in_range(row.price.map_or(0, |price| price.0), 0, 10_000_000)
}

/// Whether a text is a drawing: path data and nothing else, because it is put into a page later.
///
/// # Errors
/// When it is something else, or too large.
pub fn signature_fits(path: &str) -> Result<(), Refusal> {
    let drawn =
        path.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b' ' | b'.' | b'-' | b',' | b'M' | b'L' | b'Q' | b'Z'));
    match (drawn, path.len() <= SIGNATURE_BYTES) {
        (true, true) => Ok(()),
        _ => Err(Refusal::TooLong { limit: u32::try_from(SIGNATURE_BYTES).unwrap_or(u32::MAX) }),
    }
}
