//! Which questions are asked.

use crate::sample::*;
use domain::measure::Money;
use domain::records::*;
use domain::rules::score::{Answers, asked};

fn answers(given: &[(&str, AnswerValue)]) -> Answers {
    given
        .iter()
        .map(|(key, value)| ((*key).into(), Answer { value: value.clone(), at: morning(), confirmed: false }))
        .collect()
}

fn shown(items: &[Item], given: &[(&str, AnswerValue)]) -> Vec<String> {
    asked(&checklist(items.to_vec()), &answers(given)).into_iter().map(|item| item.key.0.clone()).collect()
}

fn question(key: &str) -> Item {
    item(key, ItemKind::YesNo { good: true })
}

fn only_if(key: &str, condition: Condition) -> Item {
    Item { show_if: Some(condition), ..question(key) }
}

fn yes(key: &str) -> Condition {
    Condition::Is(key.into(), true)
}

const YES: AnswerValue = AnswerValue::YesNo(true);
const NO: AnswerValue = AnswerValue::YesNo(false);

/// Whether the second of two questions is asked, given an answer to the first, of whatever kind.
fn follows(condition: Condition, answer: Option<AnswerValue>) -> bool {
    let given: Vec<_> = answer.into_iter().map(|value| ("first", value)).collect();
    shown(&[question("first"), only_if("second", condition)], &given).contains(&"second".to_owned())
}

#[test]
fn a_question_without_a_condition_is_always_asked() {
    assert_eq!(shown(&[question("a"), question("b")], &[]), ["a", "b"]);
}

#[test]
fn every_condition_looks_at_its_answer() {
    let is = |wanted| Condition::Is("first".into(), wanted);
    assert!(follows(is(true), Some(YES)) && !follows(is(true), Some(NO)) && !follows(is(true), None));
    assert!(follows(is(false), Some(NO)) && !follows(is(false), Some(YES)) && !follows(is(false), None));

    let at_least = || Condition::AtLeast("first".into(), 3);
    for (value, holds) in [
        (AnswerValue::Number(3), true),
        (AnswerValue::Number(2), false),
        (AnswerValue::Money(Money(3)), true),
        (AnswerValue::Money(Money(2)), false),
        (AnswerValue::Scale(3), true),
        (AnswerValue::Scale(2), false),
        (AnswerValue::Text("3".into()), false),
    ] {
        assert_eq!(follows(at_least(), Some(value.clone())), holds, "{value:?}");
    }

    let picked = || Condition::Picked("first".into(), "fridge".into());
    let choice = |keys: &[&str]| AnswerValue::Choice(keys.iter().map(|key| (*key).to_owned()).collect());
    assert!(follows(picked(), Some(choice(&["shelf", "fridge"]))));
    assert!(!follows(picked(), Some(choice(&["shelf"]))) && !follows(picked(), None));
}

#[test]
fn conditions_are_put_together() {
    let no = || Condition::Is("first".into(), false);
    let cases = [
        (Condition::All(vec![]), true),
        (Condition::Any(vec![]), false),
        (Condition::All(vec![yes("first"), no()]), false),
        (Condition::Any(vec![no(), yes("first")]), true),
        (Condition::Not(Box::new(no())), true),
        (Condition::Not(Box::new(yes("first"))), false),
    ];
    for (condition, holds) in cases {
        assert_eq!(follows(condition.clone(), Some(YES)), holds, "{condition:?}");
    }
}

#[test]
fn an_answer_to_a_hidden_question_shows_nothing() {
    let items = [question("a"), only_if("b", yes("a")), only_if("c", yes("b"))];
    assert_eq!(shown(&items, &[("a", YES), ("b", YES)]), ["a", "b", "c"]);
    assert_eq!(shown(&items, &[("a", NO), ("b", YES)]), ["a"], "b was answered and then hidden");
}

#[test]
fn a_condition_never_looks_at_itself_or_ahead() {
    let items = [only_if("a", yes("a")), only_if("b", yes("c")), question("c")];
    assert_eq!(shown(&items, &[("a", YES), ("b", YES), ("c", YES)]), ["c"]);
}
