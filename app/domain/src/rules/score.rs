//! Skip logic and scoring of a checklist (F21-F24): which questions are asked, which are still open,
//! what the answers are worth. Integers only, so that phone and server agree to the point.

use crate::measure::Share;
use crate::records::{
    Answer, AnswerValue, Band, Check, Checklist, Condition, Item, ItemKey, ItemKind, ItemScore, Score, TableColumn,
    TableRow,
};
use crate::rules::formula;
use std::collections::BTreeMap;

/// Answers by question.
pub type Answers = BTreeMap<ItemKey, Answer>;

/// A checklist gone through once.
#[derive(Clone, Debug, Default)]
pub struct Walk<'a> {
    /// The questions that are asked, in order.
    pub items: Vec<&'a Item>,
    /// What was computed, where everything it is computed from is there.
    pub computed: BTreeMap<ItemKey, AnswerValue>,
    /// What does not fit (F21), in the checklist's order. A side that has no number yet breaks nothing.
    pub broken: Vec<&'a Check>,
}

impl<'a> Walk<'a> {
    /// The answer to a question: given, or computed. What somebody gave where it is computed is not believed.
    #[must_use]
    pub fn value<'b>(&'b self, item: &Item, answers: &'b Answers) -> Option<&'b AnswerValue> {
        match item.kind {
            ItemKind::Computed { .. } => self.computed.get(&item.key),
            _ => answers.get(&item.key).map(|answer| &answer.value),
        }
    }
}

/// Goes through a checklist. A condition or a formula sees only questions that are themselves asked and stand
/// earlier, so what was answered and then hidden has no effect, and nothing goes in circles.
#[must_use]
pub fn walk<'a>(checklist: &'a Checklist, answers: &Answers) -> Walk<'a> {
    let mut seen: BTreeMap<&ItemKey, AnswerValue> = BTreeMap::new();
    let mut walk = Walk::default();
    for item in &checklist.items {
        let answer = |key: &ItemKey| seen.get(key);
        if item.show_if.as_ref().is_some_and(|condition| !holds(condition, &answer)) {
            continue;
        }
        walk.items.push(item);
        if let ItemKind::Computed { formula, .. } = &item.kind
            && let Some(number) = formula::value(formula, &answer)
        {
            walk.computed.insert(item.key.clone(), AnswerValue::Number(number));
        }
        if let Some(value) = walk.value(item, answers).cloned() {
            seen.insert(&item.key, value);
        }
    }
    let answer = |key: &ItemKey| seen.get(key);
    let breaks = |check: &Check| {
        let sides = formula::value(&check.left, &answer).zip(formula::value(&check.right, &answer));
        sides.is_some_and(|(left, right)| !formula::holds(left, check.must_be, right))
    };
    walk.broken = checklist.checks.iter().filter(|check| breaks(check)).collect();
    walk
}

/// The questions that are asked, in order; see [`walk`].
#[must_use]
pub fn asked<'a>(checklist: &'a Checklist, answers: &Answers) -> Vec<&'a Item> {
    walk(checklist, answers).items
}

fn holds<'a>(condition: &Condition, answer: &impl Fn(&ItemKey) -> Option<&'a AnswerValue>) -> bool {
    match condition {
        Condition::Is(key, wanted) => matches!(answer(key), Some(AnswerValue::YesNo(said)) if said == wanted),
        Condition::AtLeast(key, floor) => match answer(key) {
            Some(AnswerValue::Number(number)) => number >= floor,
            Some(AnswerValue::Money(money)) => money.0 >= *floor,
            Some(AnswerValue::Scale(step)) => i64::from(*step) >= *floor,
            _ => false,
        },
        Condition::Picked(key, option) => {
            matches!(answer(key), Some(AnswerValue::Choice(picked)) if picked.contains(option))
        }
        Condition::All(parts) => parts.iter().all(|part| holds(part, answer)),
        Condition::Any(parts) => parts.iter().any(|part| holds(part, answer)),
        Condition::Not(part) => !holds(part, answer),
    }
}

/// Required questions that are asked and not fully answered, in order.
#[must_use]
pub fn open_items(checklist: &Checklist, answers: &Answers) -> Vec<ItemKey> {
    asked(checklist, answers)
        .into_iter()
        .filter(|item| item.required && !is_answered(item, answers.get(&item.key).map(|answer| &answer.value)))
        .map(|item| item.key.clone())
        .collect()
}

/// Whether a question has all it asks for: every slot its photo, every product its line.
#[must_use]
pub fn is_answered(item: &Item, value: Option<&AnswerValue>) -> bool {
    match (&item.kind, value) {
        // Nothing to answer.
        (ItemKind::Computed { .. }, _) => true,
        (_, None) => false,
        (ItemKind::Photo { slots, .. }, Some(AnswerValue::Photos(photos))) => {
            slots.iter().all(|slot| photos.contains_key(&slot.key))
        }
        (ItemKind::Table { products, columns }, Some(AnswerValue::Table(rows))) => {
            products.iter().all(|product| rows.iter().any(|row| row.product == *product && is_full(row, columns)))
        }
        (_, Some(AnswerValue::Text(text) | AnswerValue::Barcode(text) | AnswerValue::Signature(text))) => {
            !text.trim().is_empty()
        }
        (_, Some(AnswerValue::Document { number, .. })) => !number.trim().is_empty(),
        _ => true,
    }
}

fn is_full(row: &TableRow, columns: &[TableColumn]) -> bool {
    columns.iter().all(|column| match column {
        TableColumn::Stock => row.stock.is_some(),
        TableColumn::Price => row.price.is_some(),
    })
}

/// How good an answer is. Questions that only collect rate as whole once they are answered.
#[must_use]
pub fn rate(item: &Item, value: Option<&AnswerValue>) -> Share {
    let Some(value) = value else { return Share::NONE };
    match (&item.kind, value) {
        (ItemKind::YesNo { good }, AnswerValue::YesNo(said)) => {
            if said == good {
                Share::WHOLE
            } else {
                Share::NONE
            }
        }
        (
            ItemKind::Number { target: Some(target), .. } | ItemKind::Computed { target: Some(target), .. },
            AnswerValue::Number(number),
        ) if *target > 0 => Share::of(*number, *target),
        (ItemKind::Choice { options, .. }, AnswerValue::Choice(picked)) => options
            .iter()
            .filter(|option| picked.contains(&option.key))
            .map(|option| option.rate)
            .min()
            // A rate is data that somebody typed: more than the whole would be more points than are at stake.
            .map_or(Share::NONE, |rate| rate.min(Share::WHOLE)),
        (ItemKind::Scale { anchors }, AnswerValue::Scale(step)) => match anchors.len() {
            0 | 1 => Share::WHOLE,
            steps => Share::of(i64::from(*step), steps as i64 - 1),
        },
        (ItemKind::Photo { slots, .. }, AnswerValue::Photos(photos)) => {
            let taken = slots.iter().filter(|slot| photos.contains_key(&slot.key)).count();
            Share::of(taken as i64, slots.len() as i64)
        }
        (ItemKind::Table { products, columns }, AnswerValue::Table(rows)) => {
            let full = products
                .iter()
                .filter(|product| rows.iter().any(|row| row.product == **product && is_full(row, columns)));
            Share::of(full.count() as i64, products.len() as i64)
        }
        _ if is_answered(item, Some(value)) => Share::WHOLE,
        _ => Share::NONE,
    }
}

/// What the answers come to: Σ wᵢ·rᵢ / Σ wᵢ over the questions asked; any failed knock-out fails the visit
/// (requirements, section 12). A checklist without weights is whole.
#[must_use]
pub fn score(checklist: &Checklist, answers: &Answers) -> Score {
    let mut items = Vec::new();
    let mut knocked_out = Vec::new();
    let walk = walk(checklist, answers);
    for item in &walk.items {
        let rate = rate(item, walk.value(item, answers));
        if item.knock_out.as_ref().is_some_and(|knock_out| rate < knock_out.at_least) {
            knocked_out.push(item.key.clone());
        }
        if item.weight > 0 {
            items.push(ItemScore { item: item.key.clone(), points: rate.times(item.weight), out_of: item.weight });
        }
    }
    let points = items.iter().fold(0_u32, |sum, item| sum.saturating_add(item.points));
    let out_of = items.iter().fold(0_u32, |sum, item| sum.saturating_add(item.out_of));
    let share = if out_of == 0 { Share::WHOLE } else { Share::of(i64::from(points), i64::from(out_of)) };
    let band = if !knocked_out.is_empty() || share < checklist.bands.conditional {
        Band::Fail
    } else if share < checklist.bands.pass {
        Band::Conditional
    } else {
        Band::Pass
    };
    Score { share, points, out_of, band, knocked_out, items }
}
