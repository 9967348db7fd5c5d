//! Every refusal can be read, in both languages.

use crate::sample::*;
use domain::measure::Money;
use domain::records::Evidence;
use domain::{Language, Refusal};
use std::collections::BTreeSet;

/// One of each, with names in the language that is looked at. A new refusal does not compile until it is here.
fn every_refusal(name: &str) -> Vec<Refusal> {
    let name = || name.to_owned();
    let all = vec![
        Refusal::OutletUnknown { outlet: outlet() },
        Refusal::OutletClosed { name: name() },
        Refusal::VisitUnknown { visit: visit_id() },
        Refusal::VisitExists { visit: visit_id() },
        Refusal::NotYourVisit { rep_name: name() },
        Refusal::VisitEnded,
        Refusal::ReasonNeeded,
        Refusal::ChecklistUnknown,
        Refusal::ItemUnknown { item: "photo".into() },
        Refusal::AnswerOfOtherKind { item: "photo".into() },
        Refusal::AnswerOutOfRange { item: "photo".into(), min: -7, max: 8_015 },
        Refusal::AnswerNotOnList { item: "photo".into() },
        Refusal::TooLong { limit: 2_317 },
        Refusal::ItemsOpen { items: vec!["a".into(), "b".into(), "c".into()] },
        Refusal::PhotoUnknown { photo: photo_id() },
        Refusal::PhotoExists { photo: photo_id() },
        Refusal::PhotoUnfit,
        Refusal::TooManyPhotos { limit: 41 },
        Refusal::BeforeFirst,
        Refusal::AfterTaken,
        Refusal::TooManyMarks { limit: 23 },
        Refusal::MarkUnfit,
        Refusal::VisitStillOpen,
        Refusal::JudgedByOther { judge_name: name() },
        Refusal::RedoNeedsReason,
        Refusal::TaskUnknown { task: task_id() },
        Refusal::AppealedBefore,
        Refusal::TaskClosed,
        Refusal::TaskForOther,
        Refusal::TaskOpen,
        Refusal::TaskStaysClosed,
        Refusal::NotYourRole,
        Refusal::OutsideYourArea { name: name() },
        Refusal::OutsideYourArea { name: String::new() },
        Refusal::PostingUnfit,
        Refusal::VisitGoesOn,
        Refusal::EvidenceNeeded { evidence: Evidence::Sentence },
        Refusal::EvidenceNeeded { evidence: Evidence::Photo },
        Refusal::EvidenceOlder,
        Refusal::WordsNeeded,
        Refusal::AmountUnfit { most: Money(12_345_600) },
        Refusal::SkipExists { skip: skip_id() },
        Refusal::SkipUnknown { skip: skip_id() },
        Refusal::SightingUnknown { sighting: sighting_id() },
        Refusal::TooManyCompanions { limit: 7 },
        Refusal::LeaveUnfit,
        Refusal::LeaveSettled,
        Refusal::TaskStays,
        Refusal::HandOverGone,
        Refusal::QuarantineUnknown,
        Refusal::ReviewedBefore { judge_name: name() },
        Refusal::NotAcceptable,
        Refusal::ReturnedBy { judge_name: name(), because: name() },
    ];
    let variants: BTreeSet<u8> = all.iter().map(number).collect();
    assert_eq!(variants.len(), 51, "one of each");
    all
}

fn number(refusal: &Refusal) -> u8 {
    match refusal {
        Refusal::OutletUnknown { .. } => 0,
        Refusal::OutletClosed { .. } => 1,
        Refusal::VisitUnknown { .. } => 2,
        Refusal::VisitExists { .. } => 3,
        Refusal::NotYourVisit { .. } => 4,
        Refusal::VisitEnded => 5,
        Refusal::ReasonNeeded => 6,
        Refusal::ChecklistUnknown => 7,
        Refusal::ItemUnknown { .. } => 8,
        Refusal::AnswerOfOtherKind { .. } => 9,
        Refusal::AnswerOutOfRange { .. } => 10,
        Refusal::AnswerNotOnList { .. } => 11,
        Refusal::TooLong { .. } => 12,
        Refusal::ItemsOpen { .. } => 13,
        Refusal::PhotoUnknown { .. } => 14,
        Refusal::PhotoExists { .. } => 15,
        Refusal::PhotoUnfit => 16,
        Refusal::TooManyPhotos { .. } => 17,
        Refusal::VisitStillOpen => 18,
        Refusal::JudgedByOther { .. } => 19,
        Refusal::RedoNeedsReason => 20,
        Refusal::TaskUnknown { .. } => 21,
        Refusal::TaskClosed => 22,
        Refusal::TaskForOther => 23,
        Refusal::NotYourRole => 24,
        Refusal::OutsideYourArea { .. } => 25,
        Refusal::PostingUnfit => 26,
        Refusal::BeforeFirst => 27,
        Refusal::AfterTaken => 28,
        Refusal::TooManyMarks { .. } => 29,
        Refusal::MarkUnfit => 30,
        Refusal::VisitGoesOn => 31,
        Refusal::EvidenceNeeded { .. } => 32,
        Refusal::EvidenceOlder => 33,
        Refusal::WordsNeeded => 34,
        Refusal::AmountUnfit { .. } => 35,
        Refusal::SkipExists { .. } => 36,
        Refusal::SkipUnknown { .. } => 37,
        Refusal::SightingUnknown { .. } => 38,
        Refusal::TooManyCompanions { .. } => 39,
        Refusal::LeaveUnfit => 40,
        Refusal::LeaveSettled => 41,
        Refusal::TaskOpen => 42,
        Refusal::TaskStaysClosed => 43,
        Refusal::AppealedBefore => 44,
        Refusal::TaskStays => 45,
        Refusal::HandOverGone => 46,
        Refusal::QuarantineUnknown => 47,
        Refusal::ReviewedBefore { .. } => 48,
        Refusal::NotAcceptable => 49,
        Refusal::ReturnedBy { .. } => 50,
    }
}

#[test]
fn every_refusal_has_a_chinese_text_without_latin_letters() {
    for refusal in every_refusal("李娜") {
        let text = refusal.text(Language::Zh);
        assert!(text.ends_with('。') && text.chars().count() > 4, "{refusal:?}: {text}");
        assert!(!text.contains(|letter: char| letter.is_ascii_alphabetic()), "{refusal:?}: {text}");
    }
}

#[test]
fn every_refusal_has_an_english_text_without_chinese_characters() {
    for refusal in every_refusal("Li Na") {
        let text = refusal.text(Language::En);
        assert!(text.ends_with('.') && text.len() > 10, "{refusal:?}: {text}");
        // The sign of the currency is the same in both.
        assert!(text.replace('¥', "").is_ascii(), "{refusal:?}: {text}");
    }
}

#[test]
fn every_refusal_says_the_names_and_numbers_that_it_carries() {
    for (refusal, wanted) in [
        (Refusal::OutletClosed { name: "Huimin".into() }, vec!["Huimin"]),
        (Refusal::NotYourVisit { rep_name: "Li Na".into() }, vec!["Li Na"]),
        (Refusal::AnswerOutOfRange { item: "n".into(), min: -7, max: 8_015 }, vec!["-7", "8015"]),
        (Refusal::TooLong { limit: 2_317 }, vec!["2317"]),
        (Refusal::ItemsOpen { items: vec!["a".into(), "b".into(), "c".into()] }, vec!["3"]),
        (Refusal::TooManyPhotos { limit: 41 }, vec!["41"]),
        (Refusal::TooManyMarks { limit: 23 }, vec!["23"]),
        (Refusal::JudgedByOther { judge_name: "Zhao".into() }, vec!["Zhao"]),
        (Refusal::OutsideYourArea { name: "Huimin".into() }, vec!["Huimin"]),
        (Refusal::AmountUnfit { most: Money(12_345_600) }, vec!["¥123456.00"]),
        (Refusal::TooManyCompanions { limit: 7 }, vec!["7"]),
        (Refusal::ReviewedBefore { judge_name: "Zhao".into() }, vec!["Zhao"]),
        (Refusal::ReturnedBy { judge_name: "Zhao".into(), because: "moved.".into() }, vec!["Zhao", "moved"]),
    ] {
        for language in [Language::Zh, Language::En] {
            let text = refusal.text(language);
            assert!(wanted.iter().all(|part| text.contains(part)), "{language:?}: {text}");
        }
    }
}

#[test]
fn every_refusal_survives_the_log() {
    for refusal in every_refusal("李\"娜") {
        let text = serde_json::to_string(&refusal).unwrap();
        assert_eq!(serde_json::from_str::<Refusal>(&text).unwrap(), refusal, "{text}");
    }
}
