//! What a checklist computes, and which answers do not fit each other (F21).

use crate::sample::*;
use domain::measure::{Money, Share};
use domain::records::*;
use domain::rules::formula::value;
use domain::rules::score::{Answers, open_items, score, walk};
use proptest::prelude::*;

fn number(key: &str) -> Item {
    Item { weight: 0, ..item(key, ItemKind::Number { unit: words("个"), min: 0, max: 1_000, target: None }) }
}

fn share_of(part: &str, whole: &str) -> Formula {
    Formula::Percent(Box::new(Formula::Of(part.into())), Box::new(Formula::Of(whole.into())))
}

fn computed(key: &str, formula: Formula, target: Option<i64>) -> Item {
    item(key, ItemKind::Computed { unit: words("%"), formula, target })
}

fn answers(given: &[(&str, AnswerValue)]) -> Answers {
    let answer = |value: &AnswerValue| Answer { value: value.clone(), at: morning(), confirmed: false };
    given.iter().map(|(key, value)| ((*key).into(), answer(value))).collect()
}

fn numbers(given: &[(&str, i64)]) -> Answers {
    let given: Vec<_> = given.iter().map(|(key, number)| (*key, AnswerValue::Number(*number))).collect();
    answers(&given)
}

fn not_more(key: &str, left: &str, right: &str) -> Check {
    Check {
        key: key.into(),
        at: left.into(),
        left: Formula::Of(left.into()),
        must_be: Comparison::AtMost,
        right: Formula::Of(right.into()),
        words: words("比总数还多"),
    }
}

/// Ours, all of them, and the share of ours.
fn facings(target: Option<i64>) -> Checklist {
    let items = vec![number("ours"), number("all"), computed("share", share_of("ours", "all"), target)];
    Checklist { checks: vec![not_more("ours_in_all", "ours", "all")], ..checklist(items) }
}

fn computed_in(list: &Checklist, answers: &Answers, key: &str) -> Option<AnswerValue> {
    walk(list, answers).computed.get(&key.into()).cloned()
}

#[test]
fn a_share_is_computed_from_two_answers() {
    let answers = numbers(&[("ours", 9), ("all", 28)]);
    assert_eq!(computed_in(&facings(None), &answers, "share"), Some(AnswerValue::Number(32)));
}

#[test]
fn what_lacks_an_answer_or_divides_by_nothing_has_no_number() {
    for given in [&[("ours", 9)][..], &[("ours", 9), ("all", 0)], &[]] {
        assert_eq!(computed_in(&facings(None), &numbers(given), "share"), None, "{given:?}");
    }
}

#[test]
fn a_computed_question_is_scored_against_its_target() {
    let mut list = facings(Some(40));
    list.items[2].weight = 10;
    let points = |ours| score(&list, &numbers(&[("ours", ours), ("all", 20)])).points;
    assert_eq!((points(8), points(4), points(0)), (10, 5, 0));
}

#[test]
fn nobody_is_asked_for_what_is_computed() {
    let mut list = facings(None);
    list.items[2].required = true;
    assert_eq!(open_items(&list, &Answers::new()), []);
}

#[test]
fn what_somebody_put_in_the_place_of_a_computed_answer_is_not_believed() {
    let mut list = facings(Some(40));
    list.items[2].weight = 10;
    let forged = numbers(&[("ours", 0), ("all", 20), ("share", 100)]);
    assert_eq!(score(&list, &forged).points, 0);
    assert_eq!(computed_in(&list, &forged, "share"), Some(AnswerValue::Number(0)));
}

#[test]
fn a_formula_sees_only_what_stands_earlier_and_is_asked() {
    let late = checklist(vec![computed("share", share_of("ours", "all"), None), number("ours"), number("all")]);
    let answers = numbers(&[("ours", 9), ("all", 28)]);
    assert_eq!(computed_in(&late, &answers, "share"), None);
    let mut hidden = facings(None);
    hidden.items[1].show_if = Some(Condition::Is("gate".into(), true));
    assert_eq!(computed_in(&hidden, &answers, "share"), None);
}

#[test]
fn a_condition_may_look_at_what_is_computed() {
    let mut list = facings(None);
    list.items.push(Item { show_if: Some(Condition::AtLeast("share".into(), 30)), ..number("why") });
    let asked = |all| walk(&list, &numbers(&[("ours", 9), ("all", all)])).items.len();
    assert_eq!((asked(28), asked(90)), (4, 3));
}

#[test]
fn stock_is_added_over_the_lines_of_a_table_and_money_counts_in_fen() {
    let row = |n, stock| TableRow { product: id(n), stock, price: None };
    let table = AnswerValue::Table(vec![row(40, Some(12)), row(41, None), row(42, Some(5))]);
    let answers = answers(&[("table", table), ("price", AnswerValue::Money(Money(350)))]);
    let look = |formula: &Formula| value(formula, &|key| answers.get(key).map(|answer| &answer.value));
    let worth = Formula::Times(Box::new(Formula::StockOf("table".into())), Box::new(Formula::Of("price".into())));
    assert_eq!(look(&worth), Some(17 * 350));
    let left = Formula::Less(Box::new(Formula::Is(20)), Box::new(Formula::StockOf("table".into())));
    assert_eq!(look(&Formula::Sum(vec![left, Formula::Is(1)])), Some(4));
    assert_eq!(look(&Formula::Of("table".into())), None, "a table is no number");
}

#[test]
fn a_broken_check_is_named_and_stops_nobody() {
    let list = facings(None);
    let broken = |ours, all| walk(&list, &numbers(&[("ours", ours), ("all", all)])).broken.len();
    assert_eq!((broken(9, 8), broken(8, 8)), (1, 0));
    let odd = numbers(&[("ours", 9), ("all", 8)]);
    assert_eq!(open_items(&list, &odd), []);
    assert_eq!(walk(&list, &numbers(&[("ours", 9)])).broken, Vec::<&Check>::new(), "half an answer breaks nothing");
}

#[test]
fn checks_compare_three_ways() {
    for (must_be, holds) in [
        (Comparison::AtMost, [true, true, false]),
        (Comparison::AtLeast, [false, true, true]),
        (Comparison::Equal, [false, true, false]),
    ] {
        let mut list = facings(None);
        list.checks[0].must_be = must_be;
        let seen = [4, 5, 6].map(|ours| walk(&list, &numbers(&[("ours", ours), ("all", 5)])).broken.is_empty());
        assert_eq!(seen, holds, "{must_be:?}");
    }
}

proptest! {
    #[test]
    fn no_numbers_make_a_formula_panic(a in any::<i64>(), b in any::<i64>()) {
        let answers = numbers(&[("a", a), ("b", b)]);
        let look = |formula: &Formula| value(formula, &|key| answers.get(key).map(|answer| &answer.value));
        let (left, right) = (|| Box::new(Formula::Of("a".into())), || Box::new(Formula::Of("b".into())));
        prop_assert_eq!(look(&Formula::Less(left(), right())), a.checked_sub(b));
        prop_assert_eq!(look(&Formula::Times(left(), right())), a.checked_mul(b));
        prop_assert_eq!(look(&Formula::Sum(vec![*left(), *right()])), a.checked_add(b));
        let percent = look(&Formula::Percent(left(), right()));
        prop_assert!(b != 0 || percent.is_none());
    }

    #[test]
    fn a_share_of_a_whole_lies_between_nothing_and_all(whole in 1_i64..1_000_000, part in 0.0_f64..=1.0) {
        let part = (whole as f64 * part) as i64;
        let Some(AnswerValue::Number(percent)) = computed_in(&facings(None), &numbers(&[("ours", part), ("all", whole)]), "share")
        else { return Err(TestCaseError::fail("no number")) };
        prop_assert!((0..=100).contains(&percent));
        prop_assert_eq!(percent, i64::from(Share::of(part, whole).0 / 100));
    }
}
