//! What a formula comes to (F21). Which answers it may see is for `rules::score::walk` to say.

use crate::records::{AnswerValue, Comparison, Formula, ItemKey};

/// The number a formula comes to; none while an answer is missing, or where there is no such number.
pub fn value<'a>(formula: &Formula, answer: &dyn Fn(&ItemKey) -> Option<&'a AnswerValue>) -> Option<i64> {
    let both = |left: &Formula, right: &Formula| Some((value(left, answer)?, value(right, answer)?));
    match formula {
        Formula::Is(number) => Some(*number),
        Formula::Of(key) => match answer(key)? {
            AnswerValue::Number(number) => Some(*number),
            AnswerValue::Money(money) => Some(money.0),
            AnswerValue::Scale(step) => Some(i64::from(*step)),
            _ => None,
        },
        Formula::StockOf(key) => match answer(key)? {
            AnswerValue::Table(rows) => rows.iter().filter_map(|row| row.stock).try_fold(0_i64, i64::checked_add),
            _ => None,
        },
        Formula::Sum(parts) => parts.iter().try_fold(0_i64, |sum, part| sum.checked_add(value(part, answer)?)),
        Formula::Less(left, right) => both(left, right).and_then(|(left, right)| left.checked_sub(right)),
        Formula::Times(left, right) => both(left, right).and_then(|(left, right)| left.checked_mul(right)),
        Formula::Percent(part, whole) => {
            let (part, whole) = both(part, whole)?;
            i64::try_from((i128::from(part) * 100).checked_div_euclid(i128::from(whole))?).ok()
        }
    }
}

/// Whether two numbers stand to each other as they have to.
#[must_use]
pub const fn holds(left: i64, must_be: Comparison, right: i64) -> bool {
    match must_be {
        Comparison::AtMost => left <= right,
        Comparison::AtLeast => left >= right,
        Comparison::Equal => left == right,
    }
}
