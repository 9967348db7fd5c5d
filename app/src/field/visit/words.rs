//! Answers in words: whole for who judges, in one line for the question that folds to it; and the score by step.

use crate::text::Texts;
use domain::measure::Share;
use domain::records::{AnswerValue, Checklist, Item, ItemKind, Score};
use domain::rules::score::rate;

/// Characters of a text that a line has room for.
const LINE: usize = 14;

/// An answer in words, with the points it loses.
pub fn answer_words(t: Texts, item: &Item, value: &AnswerValue) -> String {
    with_loss(t, item, value, plain_words(t, item, value))
}

/// The same in the one line of a phone.
pub fn folded_words(t: Texts, item: &Item, value: &AnswerValue) -> String {
    with_loss(t, item, value, line_words(t, item, value))
}

fn with_loss(t: Texts, item: &Item, value: &AnswerValue, mut words: String) -> String {
    let lost = item.weight - rate(item, Some(value)).times(item.weight).min(item.weight);
    if lost > 0 {
        if !words.is_empty() {
            words.push_str(t.frame.comma);
        }
        words.push_str(&(t.visit.minus)(lost));
    }
    words
}

/// An answer in words.
pub fn plain_words(t: Texts, item: &Item, value: &AnswerValue) -> String {
    let language = t.language;
    match (&item.kind, value) {
        (_, AnswerValue::YesNo(true)) => t.visit.yes.to_owned(),
        (_, AnswerValue::YesNo(false)) => t.visit.no.to_owned(),
        (ItemKind::Number { unit, .. } | ItemKind::Computed { unit, .. }, AnswerValue::Number(n)) => {
            format!("{n} {}", unit.get(language))
        }
        (_, AnswerValue::Number(n)) => n.to_string(),
        (_, AnswerValue::Money(money)) => money.yuan(),
        (ItemKind::Choice { options, .. }, AnswerValue::Choice(picked)) => {
            let names =
                options.iter().filter(|option| picked.contains(&option.key)).map(|option| option.words.get(language));
            names.collect::<Vec<_>>().join(t.frame.list)
        }
        (ItemKind::Scale { anchors }, AnswerValue::Scale(step)) => {
            anchors.get(*step as usize).map(|anchor| anchor.get(language).to_owned()).unwrap_or_default()
        }
        (ItemKind::Photo { slots, .. }, AnswerValue::Photos(photos)) => {
            format!("{}/{}", photos.len(), slots.len())
        }
        (_, AnswerValue::Date(date)) => (t.time.day)(*date),
        (_, AnswerValue::Barcode(text) | AnswerValue::Text(text)) => text.clone(),
        (_, AnswerValue::Signature(_)) => t.visit.signed.to_owned(),
        (_, AnswerValue::Document { number, .. }) => number.clone(),
        (ItemKind::Table { products, .. }, AnswerValue::Table(rows)) => (t.visit.rows_done)(rows.len(), products.len()),
        _ => String::new(),
    }
}

/// An answer in words, of what was written only the beginning: the line has room for no more.
pub fn line_words(t: Texts, item: &Item, value: &AnswerValue) -> String {
    let whole = plain_words(t, item, value);
    let written = matches!(value, AnswerValue::Barcode(_) | AnswerValue::Text(_) | AnswerValue::Document { .. });
    match whole.char_indices().nth(LINE) {
        Some((end, _)) if written => format!("{}…", &whole[..end]),
        _ => whole,
    }
}

/// Points by step: name, reached, at stake. Steps that are not scored are left out.
pub fn score_by_step(t: Texts, list: &Checklist, score: &Score) -> Vec<(String, u32, u32)> {
    let mut steps: Vec<(String, u32, u32)> = Vec::new();
    for scored in &score.items {
        let Some(item) = list.item(&scored.item) else { continue };
        let name = item.step.get(t.language);
        match steps.iter_mut().find(|(known, ..)| known == name) {
            Some((_, points, out_of)) => {
                *points += scored.points;
                *out_of += scored.out_of;
            }
            None => steps.push((name.to_owned(), scored.points, scored.out_of)),
        }
    }
    steps
}

/// Points that a share of an item's weight is.
pub fn points_for(item: &Item, share: Share) -> u32 {
    share.times(item.weight)
}
