//! Yes or no, one or several of some options, a step of a scale.

use crate::field::visit::Desk;
use crate::ui::{choice_buttons, picks};
use domain::Words;
use domain::records::{AnswerValue, Item, ItemKey, Pick};
use leptos::prelude::*;

/// So many short choices fit side by side.
const SIDE_BY_SIDE: usize = 4;
/// A longer word than this makes a button of two lines.
const SHORT: usize = 8;

fn fit_side_by_side(words: &[String]) -> bool {
    words.len() <= SIDE_BY_SIDE && words.iter().all(|words| words.chars().count() <= SHORT)
}

fn label(desk: Desk, item: &Item) -> String {
    item.title.get(desk.t.language).to_owned()
}

/// One of a few or of many, by its index.
fn one(
    desk: Desk,
    item: &Item,
    words: Vec<String>,
    read: fn(Desk, &ItemKey) -> Option<usize>,
    value: Callback<usize, AnswerValue>,
) -> AnyView {
    let key = StoredValue::new(item.key.clone());
    let chosen = Memo::new(move |_| key.with_value(|key| read(desk, key)));
    let choose = move |index: usize| key.with_value(|key| desk.answer(key, Some(value.run(index))));
    if fit_side_by_side(&words) {
        choice_buttons(label(desk, item), words, move || chosen.get(), choose)
    } else {
        picks(label(desk, item), false, words, move |index| chosen.get() == Some(index), move |index, _| choose(index))
    }
}

/// Yes or no.
pub fn yes_no(desk: Desk, item: &Item) -> AnyView {
    let words = vec![desk.t.visit.yes.to_owned(), desk.t.visit.no.to_owned()];
    let read = |desk: Desk, key: &ItemKey| match desk.value(key) {
        Some(AnswerValue::YesNo(yes)) => Some(usize::from(!yes)),
        _ => None,
    };
    one(desk, item, words, read, Callback::new(|index| AnswerValue::YesNo(index == 0)))
}

/// A step of a scale, lowest first.
pub fn scale(desk: Desk, item: &Item, anchors: &[Words]) -> AnyView {
    let words = anchors.iter().map(|anchor| anchor.get(desk.t.language).to_owned()).collect();
    let read = |desk: Desk, key: &ItemKey| match desk.value(key) {
        Some(AnswerValue::Scale(step)) => Some(step as usize),
        _ => None,
    };
    // A scale has a handful of anchors.
    one(desk, item, words, read, Callback::new(|index: usize| AnswerValue::Scale(index as u32)))
}

/// One or several of some options.
pub fn options(desk: Desk, item: &Item, options: &[Pick], many: bool) -> AnyView {
    let words: Vec<String> = options.iter().map(|option| option.words.get(desk.t.language).to_owned()).collect();
    let key = StoredValue::new(item.key.clone());
    let keys = StoredValue::new(options.iter().map(|option| option.key.clone()).collect::<Vec<_>>());
    let picked = Memo::new(move |_| {
        let picked = match key.with_value(|key| desk.value(key)) {
            Some(AnswerValue::Choice(picked)) => picked,
            _ => Vec::new(),
        };
        keys.with_value(|keys| keys.iter().map(|key| picked.contains(key)).collect::<Vec<bool>>())
    });
    let is_picked = move |index: usize| picked.with(|picked| picked.get(index).copied().unwrap_or(false));
    let pick = move |index: usize, on: bool| {
        let chosen: Vec<String> = keys.with_value(|keys| {
            let wanted = |at: usize| if at == index { on } else { many && untrack(|| is_picked(at)) };
            keys.iter().enumerate().filter(|(at, _)| wanted(*at)).map(|(_, key)| key.clone()).collect()
        });
        let value = (!chosen.is_empty()).then_some(AnswerValue::Choice(chosen));
        key.with_value(|key| desk.answer(key, value));
    };
    if !many && fit_side_by_side(&words) {
        let chosen = move || picked.with(|picked| picked.iter().position(|on| *on));
        choice_buttons(label(desk, item), words, chosen, move |index| pick(index, true))
    } else {
        picks(label(desk, item), many, words, is_picked, pick)
    }
}
