//! One way to answer for every kind of question, built from the same few controls.

mod barcode;
mod choose;
mod computed;
mod count;
mod document;
mod photos;
mod scan;
mod signature;
mod table;
mod write;

pub use computed::computed;
pub use photos::{before_of, first_empty_slot};
pub use signature::{signature_pad, signed};
pub use write::{NotAnAmount, fen, fen_text};

use super::desk::Desk;
use domain::records::{Item, ItemKind};
use leptos::prelude::*;

/// The controls of a question.
pub fn answer(desk: Desk, item: &Item) -> AnyView {
    match &item.kind {
        ItemKind::YesNo { .. } => choose::yes_no(desk, item),
        ItemKind::Choice { options, many } => choose::options(desk, item, options, *many),
        ItemKind::Scale { anchors } => choose::scale(desk, item, anchors),
        ItemKind::Number { unit, min, max, target } => count::number(desk, item, unit, (*min, *max), *target),
        ItemKind::Money { min, max } => write::money(desk, item, (*min, *max)),
        ItemKind::Text => write::text(desk, item),
        ItemKind::Barcode => barcode::barcode(desk, item),
        ItemKind::Date => write::date(desk, item),
        ItemKind::Photo { slots, .. } => photos::photos(desk, item, slots),
        ItemKind::Signature => signature::signature(desk, item),
        ItemKind::Document => document::document(desk, item),
        ItemKind::Table { products, columns } => table::table(desk, item, products, columns),
        // Nobody answers it; see `computed`.
        ItemKind::Computed { .. } => ().into_any(),
    }
}
