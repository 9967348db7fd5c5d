//! What has changed at a shop between two visits (F13).

use crate::sample::*;
use domain::measure::{Money, Share};
use domain::records::*;
use domain::rules::changes::{changes, stock};
use domain::rules::score::score;
use proptest::prelude::*;

fn question(key: &str) -> Item {
    item(key, ItemKind::YesNo { good: true })
}

fn knock_out(item: Item) -> Item {
    Item { knock_out: Some(KnockOut { at_least: Share(5_000), words: words("必须") }), ..item }
}

fn visited(list: &Checklist, answers: &[(&str, AnswerValue)]) -> Visit {
    let given = |value: &AnswerValue| Answer { value: value.clone(), at: morning(), confirmed: false };
    let answers = answers.iter().map(|(key, value)| ((*key).into(), given(value))).collect();
    let score = Some(score(list, &answers));
    ended(Visit { answers, score, ..a_visit() })
}

fn said(list: &Checklist, answers: &[(&str, bool)]) -> Visit {
    let answers: Vec<_> = answers.iter().map(|(key, yes)| (*key, AnswerValue::YesNo(*yes))).collect();
    visited(list, &answers)
}

fn row(product: u128, stock: i64, price: i64) -> TableRow {
    TableRow { product: id(product), stock: Some(stock), price: Some(Money(price)) }
}

fn table(rows: Vec<TableRow>) -> AnswerValue {
    AnswerValue::Table(rows)
}

fn a_table() -> Checklist {
    let products = vec![id(40), id(41)];
    checklist(vec![item("stock", ItemKind::Table { products, columns: vec![TableColumn::Stock, TableColumn::Price] })])
}

#[test]
fn a_knock_out_comes_first_then_what_got_worse_then_the_rest() {
    let list = checklist(vec![question("better"), question("worse"), question("same"), knock_out(question("out"))]);
    let before = said(&list, &[("better", false), ("worse", true), ("same", true), ("out", true)]);
    let after = said(&list, &[("better", true), ("worse", false), ("same", true), ("out", false)]);
    let changed = changes(&list, &before, &after);
    let keys: Vec<&str> = changed.iter().map(|change| change.item.key.0.as_str()).collect();
    assert_eq!(keys, ["out", "worse", "better"]);
    assert!(changed[0].knocks_out && !changed[1].knocks_out);
    assert_eq!((&changed[1].before, &changed[1].after), (&AnswerValue::YesNo(true), &AnswerValue::YesNo(false)));
}

#[test]
fn what_was_answered_only_once_has_not_changed() {
    let list = checklist(vec![question("a"), question("b")]);
    assert_eq!(changes(&list, &said(&list, &[("a", true)]), &said(&list, &[("b", true)])), []);
}

#[test]
fn a_question_that_is_no_longer_asked_has_not_changed() {
    let hidden = Item { show_if: Some(Condition::Is("a".into(), true)), ..question("b") };
    let list = checklist(vec![question("a"), hidden]);
    let changed =
        changes(&list, &said(&list, &[("a", true), ("b", true)]), &said(&list, &[("a", false), ("b", false)]));
    assert_eq!(changed.len(), 1, "only what hides it: {changed:?}");
}

#[test]
fn of_a_table_the_prices_are_compared_and_the_stock_is_not() {
    let list = a_table();
    let before = visited(&list, &[("stock", table(vec![row(40, 10, 350), row(41, 4, 500)]))]);
    let after = visited(&list, &[("stock", table(vec![row(40, 3, 300), row(41, 9, 500)]))]);
    let changed = changes(&list, &before, &after);
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0].product, Some(id(40)));
    assert_eq!(changed[0].after, AnswerValue::Money(Money(300)));
}

#[test]
fn texts_signatures_and_photos_are_of_their_own_day() {
    let list = checklist(vec![item("text", ItemKind::Text), item("signature", ItemKind::Signature)]);
    let told = |text: &str, path: &str| {
        let signature = AnswerValue::Signature(path.into());
        visited(&list, &[("text", AnswerValue::Text(text.into())), ("signature", signature)])
    };
    assert_eq!(changes(&list, &told("甲", "M1 1"), &told("乙", "M2 2")), []);
}

#[test]
fn stock_is_summed_over_what_the_last_visit_counted() {
    let list = a_table();
    let counted = |rows: Vec<TableRow>| visited(&list, &[("stock", table(rows))]);
    let all = [
        counted(vec![row(40, 10, 1), row(41, 20, 1), row(42, 900, 1)]),
        counted(vec![row(40, 7, 1)]),
        counted(vec![row(40, 5, 1), row(41, 6, 1)]),
    ];
    assert_eq!(stock(&all), [30, 11], "what was counted in part has no sum");
    assert_eq!(stock(&[said(&list, &[])]), [] as [i64; 0]);
}

proptest! {
    #[test]
    fn a_visit_differs_from_itself_in_nothing(yes in proptest::collection::vec(any::<bool>(), 1..8)) {
        let keys: Vec<String> = (0..yes.len()).map(|n| format!("q{n}")).collect();
        let list = checklist(keys.iter().map(|key| question(key)).collect());
        let answers: Vec<(&str, bool)> = keys.iter().map(String::as_str).zip(yes).collect();
        let visit = said(&list, &answers);
        prop_assert_eq!(changes(&list, &visit, &visit), []);
    }
}
