//! Answering questions.

use crate::sample::*;
use domain::Refusal;
use domain::commands::AnswerItem;
use domain::limits::{SHORT_TEXT_CHARS, SIGNATURE_BYTES, TEXT_CHARS};
use domain::measure::Money;
use domain::records::{AnswerValue, Checklist, ItemKey, TableRow, Visit};
use jiff::civil::date;
use std::collections::BTreeMap;

fn answer(item: &str, value: impl Into<Option<AnswerValue>>) -> AnswerItem {
    AnswerItem { visit: visit_id(), item: item.into(), value: value.into(), confirmed: false }
}

fn stage() -> Stage {
    Stage::rep().having(a_visit())
}

fn document(number: &str) -> AnswerValue {
    AnswerValue::Document { number: number.into(), expires: Some(date(2027, 1, 1)), original_seen: true }
}

fn row(product: u128, stock: Option<i64>, price: Option<i64>) -> TableRow {
    TableRow { product: id(product), stock, price: price.map(Money) }
}

fn choice(keys: &[&str]) -> AnswerValue {
    AnswerValue::Choice(keys.iter().map(|key| (*key).to_owned()).collect())
}

#[test]
fn an_answer_of_every_kind_is_kept_with_its_moment_and_leaves_the_others_alone() {
    let fitting = [
        ("yes_no", AnswerValue::YesNo(false)),
        ("number", AnswerValue::Number(50)),
        ("money", AnswerValue::Money(Money(0))),
        ("choice", choice(&["fair"])),
        ("choices", choice(&["c", "a"])),
        ("scale", AnswerValue::Scale(2)),
        ("date", AnswerValue::Date(date(2026, 5, 1))),
        ("barcode", AnswerValue::Barcode("6901234567892".into())),
        ("signature", AnswerValue::Signature("M1 2L3.5-4Q5,6 7 8Z".into())),
        ("document", document("SC-1")),
        ("table", AnswerValue::Table(vec![row(41, Some(3), Some(350)), row(40, None, None)])),
        ("text", AnswerValue::Text("好".repeat(TEXT_CHARS))),
    ];
    let mut stage = stage();
    for (item, value) in &fitting {
        stage = stage.after(answer(item, value.clone()));
    }
    let visit = stage.get::<Visit>(visit_id());
    assert_eq!(visit.answers.len(), fitting.len());
    for (item, value) in fitting {
        let kept = &visit.answers[&ItemKey::from(item)];
        assert_eq!((&kept.value, kept.at), (&value, morning()), "{item}");
    }
}

#[test]
fn an_answer_can_be_changed_and_taken_back() {
    let stage = stage().after(answer("number", AnswerValue::Number(3))).after(answer("number", AnswerValue::Number(4)));
    let visit = stage.get::<Visit>(visit_id());
    assert_eq!(visit.answers[&ItemKey::from("number")].value, AnswerValue::Number(4));
    let stage = stage.after(answer("number", None));
    assert!(stage.get::<Visit>(visit_id()).answers.is_empty());
}

#[test]
fn an_answer_to_a_visit_that_is_not_known_is_refused() {
    let refusal = Stage::rep().refusal(answer("yes_no", AnswerValue::YesNo(true)));
    assert_eq!(refusal, Refusal::VisitUnknown { visit: visit_id() });
}

#[test]
fn an_answer_to_somebody_elses_visit_is_refused_by_their_name() {
    let refusal = stage().acting_as(other_rep()).refusal(answer("yes_no", AnswerValue::YesNo(true)));
    assert_eq!(refusal, Refusal::NotYourVisit { rep_name: "李娜".into() });
}

#[test]
fn an_answer_after_check_out_is_refused() {
    let stage = Stage::rep().having(ended(a_visit()));
    assert_eq!(stage.refusal(answer("yes_no", AnswerValue::YesNo(true))), Refusal::VisitEnded);
}

#[test]
fn an_answer_without_its_checklist_is_refused() {
    let stage = stage().without::<Checklist>(id(4));
    assert_eq!(stage.refusal(answer("yes_no", AnswerValue::YesNo(true))), Refusal::ChecklistUnknown);
}

#[test]
fn an_answer_to_a_question_that_is_not_asked_there_is_refused() {
    let refusal = stage().refusal(answer("elsewhere", AnswerValue::YesNo(true)));
    assert_eq!(refusal, Refusal::ItemUnknown { item: "elsewhere".into() });
}

#[test]
fn an_answer_of_another_kind_is_refused_for_every_kind_of_question() {
    for item in items_of_every_kind() {
        let wrong = match item.key.0.as_str() {
            "text" => AnswerValue::Barcode("1".into()),
            _ => AnswerValue::Text("1".into()),
        };
        let refusal = stage().refusal(answer(&item.key.0, wrong));
        assert_eq!(refusal, Refusal::AnswerOfOtherKind { item: item.key });
    }
}

#[test]
fn photos_are_never_answered_or_taken_back_by_hand() {
    let refusal = Refusal::AnswerOfOtherKind { item: "photo".into() };
    let by_hand = AnswerValue::Photos(BTreeMap::from([("front".to_owned(), photo_id())]));
    assert_eq!(stage().refusal(answer("photo", by_hand)), refusal);
    let stage = Stage::rep().having(a_visit_with_photo()).having(a_photo());
    assert_eq!(stage.refusal(answer("photo", None)), refusal, "the photo would be left without a slot");
}

#[test]
fn an_answer_out_of_range_is_refused_with_the_range() {
    let cases = [
        ("number", AnswerValue::Number(-1), 0, 50),
        ("number", AnswerValue::Number(51), 0, 50),
        ("money", AnswerValue::Money(Money(100_001)), 0, 100_000),
        ("table", AnswerValue::Table(vec![row(40, Some(-1), None)]), 0, 1_000_000),
        ("table", AnswerValue::Table(vec![row(40, None, Some(10_000_001))]), 0, 10_000_000),
    ];
    for (item, value, min, max) in cases {
        let refusal = stage().refusal(answer(item, value));
        assert_eq!(refusal, Refusal::AnswerOutOfRange { item: item.into(), min, max });
    }
}

#[test]
fn an_answer_that_is_not_on_the_list_is_refused() {
    let cases = [
        ("choice", choice(&["unheard-of"])),
        ("choice", choice(&[])),
        ("choice", choice(&["good", "bad"])),
        ("choices", choice(&["a", "a"])),
        ("scale", AnswerValue::Scale(3)),
        ("table", AnswerValue::Table(vec![row(42, None, None)])),
        ("table", AnswerValue::Table(vec![row(40, Some(1), None), row(40, Some(2), None)])),
    ];
    for (item, value) in cases {
        let refusal = stage().refusal(answer(item, value.clone()));
        assert_eq!(refusal, Refusal::AnswerNotOnList { item: item.into() }, "{value:?}");
    }
}

#[test]
fn a_text_that_is_too_long_is_refused_with_the_limit() {
    let long = |chars: usize| "长".repeat(chars + 1);
    let cases = [
        ("text", AnswerValue::Text(long(TEXT_CHARS)), TEXT_CHARS),
        ("barcode", AnswerValue::Barcode(long(SHORT_TEXT_CHARS)), SHORT_TEXT_CHARS),
        ("document", document(&long(SHORT_TEXT_CHARS)), SHORT_TEXT_CHARS),
        ("signature", AnswerValue::Signature("M".repeat(SIGNATURE_BYTES + 1)), SIGNATURE_BYTES),
        // What is not path data never gets into a page, however short it is.
        ("signature", AnswerValue::Signature("\"/><script>".into()), SIGNATURE_BYTES),
    ];
    for (item, value, limit) in cases {
        let refusal = stage().refusal(answer(item, value));
        assert_eq!(refusal, Refusal::TooLong { limit: limit as u32 }, "{item}");
    }
}

#[test]
fn a_confirmed_answer_is_marked_until_something_is_entered() {
    let confirmed = AnswerItem { confirmed: true, ..answer("number", AnswerValue::Number(9)) };
    let stage = stage().after(confirmed);
    assert!(stage.get::<Visit>(visit_id()).answers[&"number".into()].confirmed);
    let stage = stage.after(answer("number", AnswerValue::Number(10)));
    assert!(!stage.get::<Visit>(visit_id()).answers[&"number".into()].confirmed);
}
