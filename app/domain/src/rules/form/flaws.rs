//! What keeps people from filling a form in, and at which question. The editor points to it, and a form with a flaw is
//! not published: both by these rules.

use crate::language::Words;
use crate::limits::{FORM_ITEMS, FORM_OPTIONS, SHORT_TEXT_CHARS, TABLE_ROWS, TEXT_CHARS, WEIGHT_MOST};
use crate::measure::Share;
use crate::records::{Checklist, Condition, Formula, Item, ItemKey, ItemKind, Slot, TableColumn};
use crate::refusal::Refusal;
use crate::rules::text::within;

/// Something that is wrong with a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// With which question; none if it is the form as a whole.
    pub item: Option<ItemKey>,
    /// What.
    pub kind: FlawKind,
}

/// See [`Flaw`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FlawKind {
    /// The form asks nothing.
    NoQuestions,
    /// More questions than anybody answers.
    TooManyQuestions,
    /// The form has no title.
    NoTitle,
    /// "To mend" would begin above "passed".
    Bands,
    /// A check compares answers to questions that are not there.
    Check,
    /// No words to ask with.
    NoWords,
    /// A text is too long.
    TooLong,
    /// Another question has the same key.
    SameKey,
    /// More points than a question can have.
    Points,
    /// The floor of a knock-out cannot be reached.
    Floor,
    /// Nobody says what a knock-out means.
    FloorWords,
    /// The smallest number is larger than the largest.
    Range,
    /// What is wanted cannot be answered.
    Target,
    /// Fewer options, steps or photos than make a question.
    FewOptions,
    /// More of them than fit on a phone.
    ManyOptions,
    /// One of them says nothing.
    OptionWords,
    /// Two of them have the same key.
    SameOption,
    /// One of them is worth more than the whole.
    OptionRate,
    /// A photo shows a shelf afterwards, and no photo before it shows it as it was.
    Pair,
    /// A table without products, or with more than anybody counts.
    Products,
    /// A table that asks nothing of its products.
    Columns,
    /// It looks at a question that is not asked before it.
    Unseen,
    /// It looks at a question for an answer that it cannot have.
    OtherAnswer,
}

impl FlawKind {
    /// How it is said to somebody who tries to publish it all the same.
    #[must_use]
    pub const fn refusal(self) -> Refusal {
        match self {
            Self::TooManyQuestions => Refusal::TooMany { limit: FORM_ITEMS as u32 },
            Self::NoTitle | Self::NoWords | Self::FloorWords | Self::OptionWords => Refusal::WordsNeeded,
            Self::TooLong => Refusal::TooLong { limit: TEXT_CHARS as u32 },
            _ => Refusal::FormUnfit,
        }
    }
}

/// Everything that is wrong with a form: with the whole of it first, then question by question.
#[must_use]
pub fn flaws(list: &Checklist) -> Vec<Flaw> {
    let whole = of_form(list).into_iter().map(|kind| Flaw { item: None, kind });
    let single = (0..list.items.len()).flat_map(|at| {
        let (earlier, rest) = list.items.split_at(at);
        rest.first()
            .into_iter()
            .flat_map(|item| of_item(earlier, item).into_iter().map(|kind| Flaw { item: Some(item.key.clone()), kind }))
    });
    whole.chain(single).collect()
}

fn present(flaws: &[(bool, FlawKind)]) -> Vec<FlawKind> {
    flaws.iter().filter(|(there, _)| *there).map(|(_, kind)| *kind).collect()
}

fn of_form(list: &Checklist) -> Vec<FlawKind> {
    let bands = list.bands.conditional <= list.bands.pass && list.bands.pass <= Share::WHOLE;
    let lost = list.checks.iter().any(|check| {
        let sides = [&check.left, &check.right];
        list.item(&check.at).is_none() || sides.iter().any(|side| formula(&list.items, side).is_some())
    });
    present(&[
        (list.items.len() > FORM_ITEMS, FlawKind::TooManyQuestions),
        (list.items.is_empty(), FlawKind::NoQuestions),
        (is_empty(&list.title), FlawKind::NoTitle),
        (is_long(&list.title), FlawKind::TooLong),
        (!bands, FlawKind::Bands),
        (lost, FlawKind::Check),
    ])
}

fn of_item(earlier: &[Item], item: &Item) -> Vec<FlawKind> {
    let key = item.key.0.trim();
    let floor = item.knock_out.as_ref();
    let mut flaws = present(&[
        (is_empty(&item.title), FlawKind::NoWords),
        ([&item.title, &item.step, &item.hint].into_iter().any(is_long), FlawKind::TooLong),
        (key.is_empty() || within(key, SHORT_TEXT_CHARS).is_err(), FlawKind::SameKey),
        (earlier.iter().any(|other| other.key == item.key), FlawKind::SameKey),
        (item.weight > WEIGHT_MOST, FlawKind::Points),
        (floor.is_some_and(|floor| floor.at_least > Share::WHOLE), FlawKind::Floor),
        (floor.is_some_and(|floor| is_empty(&floor.words)), FlawKind::FloorWords),
        (floor.is_some_and(|floor| is_long(&floor.words)), FlawKind::TooLong),
    ]);
    flaws.extend(of_kind(earlier, &item.kind));
    flaws.extend(item.show_if.as_ref().and_then(|show_if| condition(earlier, show_if)));
    flaws
}

fn of_kind(earlier: &[Item], kind: &ItemKind) -> Vec<FlawKind> {
    match kind {
        ItemKind::Number { unit, min, max, target } => present(&[
            (is_long(unit), FlawKind::TooLong),
            (min > max, FlawKind::Range),
            (min <= max && target.is_some_and(|target| !(*min..=*max).contains(&target)), FlawKind::Target),
        ]),
        ItemKind::Money { min, max } => present(&[(min > max, FlawKind::Range)]),
        ItemKind::Choice { options, .. } => {
            let mut flaws = several(2, options.iter().map(|option| &option.words));
            flaws.extend(present(&[
                (!distinct(options.iter().map(|option| &option.key)), FlawKind::SameOption),
                (options.iter().any(|option| option.rate > Share::WHOLE), FlawKind::OptionRate),
            ]));
            flaws
        }
        ItemKind::Scale { anchors } => several(2, anchors.iter()),
        ItemKind::Photo { slots, .. } => {
            let mut flaws = several(1, slots.iter().map(|slot| &slot.words));
            flaws.extend(present(&[
                (!distinct(slots.iter().map(|slot| &slot.key)), FlawKind::SameOption),
                ((0..slots.len()).any(|at| !has_before(slots, at)), FlawKind::Pair),
            ]));
            flaws
        }
        ItemKind::Table { products, columns } => present(&[
            (products.is_empty() || products.len() > TABLE_ROWS || !distinct(products.iter()), FlawKind::Products),
            (columns.is_empty() || !distinct(columns.iter()), FlawKind::Columns),
        ]),
        ItemKind::Computed { unit, formula: from, .. } => {
            let mut flaws = present(&[(is_long(unit), FlawKind::TooLong)]);
            flaws.extend(formula(earlier, from));
            flaws
        }
        ItemKind::YesNo { .. }
        | ItemKind::Date
        | ItemKind::Barcode
        | ItemKind::Signature
        | ItemKind::Document
        | ItemKind::Text => Vec::new(),
    }
}

fn several<'a>(least: usize, words: impl Iterator<Item = &'a Words> + Clone) -> Vec<FlawKind> {
    let count = words.clone().count();
    present(&[
        (count < least, FlawKind::FewOptions),
        (count > FORM_OPTIONS, FlawKind::ManyOptions),
        (words.clone().any(is_empty), FlawKind::OptionWords),
        (words.clone().any(is_long), FlawKind::TooLong),
    ])
}

fn has_before(slots: &[Slot], at: usize) -> bool {
    let before = slots.get(at).and_then(|slot| slot.after.as_ref());
    before.is_none_or(|before| slots.iter().take(at).any(|slot| slot.key == *before))
}

fn distinct<T: PartialEq>(mut things: impl Iterator<Item = T> + Clone) -> bool {
    while let Some(thing) = things.next() {
        if things.clone().any(|other| other == thing) {
            return false;
        }
    }
    true
}

fn is_empty(words: &Words) -> bool {
    words.zh.trim().is_empty()
}

fn is_long(words: &Words) -> bool {
    within(&words.zh, TEXT_CHARS).is_err() || within(&words.en, TEXT_CHARS).is_err()
}

/// What a condition cannot see: it looks at answers to questions before it (see `rules::score::walk`).
fn condition(earlier: &[Item], show_if: &Condition) -> Option<FlawKind> {
    match show_if {
        Condition::Is(key, _) => asks(earlier, key, |kind| matches!(kind, ItemKind::YesNo { .. })),
        Condition::AtLeast(key, _) => asks(earlier, key, is_number),
        Condition::Picked(key, wanted) => asks(
            earlier,
            key,
            |kind| matches!(kind, ItemKind::Choice { options, .. } if options.iter().any(|option| option.key == *wanted)),
        ),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().find_map(|part| condition(earlier, part)),
        Condition::Not(part) => condition(earlier, part),
    }
}

fn formula(earlier: &[Item], from: &Formula) -> Option<FlawKind> {
    match from {
        Formula::Is(_) => None,
        Formula::Of(key) => asks(earlier, key, is_number),
        Formula::StockOf(key) => asks(earlier, key, counts_stock),
        Formula::Sum(parts) => parts.iter().find_map(|part| formula(earlier, part)),
        Formula::Less(left, right) | Formula::Times(left, right) | Formula::Percent(left, right) => {
            formula(earlier, left).or_else(|| formula(earlier, right))
        }
    }
}

fn asks(earlier: &[Item], key: &ItemKey, can: impl Fn(&ItemKind) -> bool) -> Option<FlawKind> {
    match earlier.iter().find(|item| item.key == *key) {
        None => Some(FlawKind::Unseen),
        Some(item) if !can(&item.kind) => Some(FlawKind::OtherAnswer),
        Some(_) => None,
    }
}

/// Whether its answer is a number that can be compared and computed with.
#[must_use]
pub const fn is_number(kind: &ItemKind) -> bool {
    matches!(
        kind,
        ItemKind::Number { .. } | ItemKind::Money { .. } | ItemKind::Scale { .. } | ItemKind::Computed { .. }
    )
}

/// Whether the pieces in stock can be added up from it.
#[must_use]
pub fn counts_stock(kind: &ItemKind) -> bool {
    matches!(kind, ItemKind::Table { columns, .. } if columns.contains(&TableColumn::Stock))
}
