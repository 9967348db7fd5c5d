//! Every refusal can be read, in both languages.

use crate::sample::*;
use domain::measure::Money;
use domain::records::{CandidateStage, Evidence, Party, Topic};
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
        Refusal::NotPosted { rep_name: name(), name: name() },
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
        Refusal::CandidateUnknown { candidate: candidate_id() },
        Refusal::CandidateExists { candidate: candidate_id() },
        Refusal::NotYourCandidate { owner_name: name() },
        Refusal::StageUnfit { stage: CandidateStage::Lead },
        Refusal::ClaimUnknown,
        Refusal::EventUnknown,
        Refusal::TooMany { limit: 300 },
        Refusal::DatesUnfit,
        Refusal::DealerUnknown,
        Refusal::AllianceUnknown,
        Refusal::AgreementUnknown { agreement: agreement_id() },
        Refusal::NotYourAgreement { author_name: name() },
        Refusal::AgreementFrozen { number: "2026-0000".into() },
        Refusal::NotOffered,
        Refusal::TermTooShort { until: YEAR_END },
        Refusal::TermTooLong { until: YEAR_END },
        Refusal::CycleTooLong { most: 15 },
        Refusal::GroundEmpty,
        Refusal::GroundTooLarge { areas: 60, outlets: 500 },
        Refusal::AreaUnfit,
        Refusal::AgreementRuns { number: "2026-0000".into() },
        Refusal::ShopUnplaced { shop: name() },
        Refusal::CoverageUnfit,
        Refusal::ExceptionNeeded,
        Refusal::GroundNotSigned,
        Refusal::GroundTaken { number: "2026-0000".into(), partner: name(), places: vec![name(), name()] },
        Refusal::TermsDiffer,
        Refusal::SignatureNeeded,
        Refusal::SignedBefore,
        Refusal::SignaturesMissing { parties: Party::ALL.to_vec() },
        Refusal::CopiesMissing { parties: Party::ALL.to_vec() },
        Refusal::NotQualified { name: name() },
        Refusal::FormUnfit,
        Refusal::SaidUnfit { topic: Topic::Vehicles },
        Refusal::MoveUnfit { name: name() },
        Refusal::PlaceOfPartner { name: name() },
        Refusal::RouteUnfit { name: name() },
        Refusal::ProductUnfit,
        Refusal::StandardUnfit,
        Refusal::OutletUnfit,
        Refusal::CodeTaken { code: name() },
        Refusal::GoalUnknown,
        Refusal::GoalUnfit,
        Refusal::StepUnknown,
        Refusal::HelpUnknown,
        Refusal::HelpSettled,
        Refusal::HelpTaken { by_name: name() },
    ];
    let variants: BTreeSet<u8> = all.iter().map(number).collect();
    assert_eq!(variants.len(), 99, "one of each");
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
        Refusal::CandidateUnknown { .. } => 51,
        Refusal::CandidateExists { .. } => 52,
        Refusal::NotYourCandidate { .. } => 53,
        Refusal::StageUnfit { .. } => 54,
        Refusal::ClaimUnknown => 55,
        Refusal::EventUnknown => 56,
        Refusal::TooMany { .. } => 57,
        Refusal::DatesUnfit => 58,
        Refusal::DealerUnknown => 59,
        Refusal::AllianceUnknown => 60,
        Refusal::AgreementUnknown { .. } => 61,
        Refusal::NotYourAgreement { .. } => 62,
        Refusal::AgreementFrozen { .. } => 63,
        Refusal::NotOffered => 64,
        Refusal::TermTooShort { .. } => 65,
        Refusal::TermTooLong { .. } => 66,
        Refusal::CycleTooLong { .. } => 67,
        Refusal::GroundEmpty => 68,
        Refusal::GroundTooLarge { .. } => 69,
        Refusal::AreaUnfit => 70,
        Refusal::CoverageUnfit => 71,
        Refusal::ExceptionNeeded => 72,
        Refusal::GroundNotSigned => 73,
        Refusal::GroundTaken { .. } => 74,
        Refusal::TermsDiffer => 75,
        Refusal::SignatureNeeded => 76,
        Refusal::SignedBefore => 77,
        Refusal::SignaturesMissing { .. } => 78,
        Refusal::CopiesMissing { .. } => 79,
        Refusal::NotQualified { .. } => 80,
        Refusal::FormUnfit => 81,
        Refusal::SaidUnfit { .. } => 82,
        Refusal::ShopUnplaced { .. } => 83,
        Refusal::AgreementRuns { .. } => 84,
        Refusal::MoveUnfit { .. } => 85,
        Refusal::PlaceOfPartner { .. } => 86,
        Refusal::RouteUnfit { .. } => 87,
        Refusal::NotPosted { .. } => 97,
        Refusal::ProductUnfit => 88,
        Refusal::StandardUnfit => 89,
        Refusal::OutletUnfit => 90,
        Refusal::CodeTaken { .. } => 98,
        Refusal::GoalUnknown => 91,
        Refusal::GoalUnfit => 92,
        Refusal::StepUnknown => 93,
        Refusal::HelpUnknown => 94,
        Refusal::HelpSettled => 95,
        Refusal::HelpTaken { .. } => 96,
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
        (Refusal::CodeTaken { code: "HD0001".into() }, vec!["HD0001"]),
        (Refusal::NotYourVisit { rep_name: "Li Na".into() }, vec!["Li Na"]),
        (Refusal::AnswerOutOfRange { item: "n".into(), min: -7, max: 8_015 }, vec!["-7", "8015"]),
        (Refusal::TooLong { limit: 2_317 }, vec!["2317"]),
        (Refusal::ItemsOpen { items: vec!["a".into(), "b".into(), "c".into()] }, vec!["3"]),
        (Refusal::TooManyPhotos { limit: 41 }, vec!["41"]),
        (Refusal::TooManyMarks { limit: 23 }, vec!["23"]),
        (Refusal::JudgedByOther { judge_name: "Zhao".into() }, vec!["Zhao"]),
        (Refusal::OutsideYourArea { name: "Huimin".into() }, vec!["Huimin"]),
        (Refusal::AmountUnfit { most: Money(12_345_600) }, vec!["¥123,456.00"]),
        (Refusal::TooManyCompanions { limit: 7 }, vec!["7"]),
        (Refusal::ReviewedBefore { judge_name: "Zhao".into() }, vec!["Zhao"]),
        (Refusal::ReturnedBy { judge_name: "Zhao".into(), because: "moved.".into() }, vec!["Zhao", "moved"]),
        (Refusal::NotYourCandidate { owner_name: "Li Na".into() }, vec!["Li Na"]),
        (Refusal::TooMany { limit: 300 }, vec!["300"]),
        (Refusal::NotYourAgreement { author_name: "Li Na".into() }, vec!["Li Na"]),
        (Refusal::AgreementFrozen { number: "2026-9AF".into() }, vec!["2026-9AF"]),
        (Refusal::TermTooShort { until: YEAR_END }, vec!["2027-03-08"]),
        (Refusal::TermTooLong { until: YEAR_END }, vec!["2027-03-08"]),
        (Refusal::CycleTooLong { most: 15 }, vec!["15"]),
        (Refusal::GroundTooLarge { areas: 60, outlets: 500 }, vec!["60", "500"]),
        (
            Refusal::GroundTaken {
                number: "2026-9AF".into(),
                partner: "Guangyuan".into(),
                places: vec!["Hanshan".into(), "Fuxing".into()],
            },
            vec!["2026-9AF", "Guangyuan", "Hanshan", "Fuxing"],
        ),
        (Refusal::NotQualified { name: "Xinyuan".into() }, vec!["Xinyuan"]),
        (Refusal::MoveUnfit { name: "Xinyuan".into() }, vec!["Xinyuan"]),
        (Refusal::PlaceOfPartner { name: "Xinyuan".into() }, vec!["Xinyuan"]),
        (Refusal::HelpTaken { by_name: "Li Na".into() }, vec!["Li Na"]),
        (Refusal::RouteUnfit { name: "Congtai 2".into() }, vec!["Congtai 2"]),
        (Refusal::NotPosted { rep_name: "Li Na".into(), name: "Congtai 2".into() }, vec!["Li Na", "Congtai 2"]),
    ] {
        for language in [Language::Zh, Language::En] {
            let text = refusal.text(language);
            assert!(wanted.iter().all(|part| text.contains(part)), "{language:?}: {text}");
        }
    }
}

#[test]
fn each_stage_and_each_party_has_a_name_of_its_own_in_a_refusal() {
    for language in [Language::Zh, Language::En] {
        let stages = CandidateStage::ALL.map(|stage| Refusal::StageUnfit { stage }.text(language));
        assert_eq!(stages.iter().collect::<BTreeSet<_>>().len(), stages.len(), "{stages:?}");
        let parties = Party::ALL.map(|party| Refusal::CopiesMissing { parties: vec![party] }.text(language));
        assert_eq!(parties.iter().collect::<BTreeSet<_>>().len(), 3, "{parties:?}");
        let all = Refusal::SignaturesMissing { parties: Party::ALL.to_vec() }.text(language);
        let name = |party| {
            let one = Refusal::SignaturesMissing { parties: vec![party] }.text(language);
            one.trim_end_matches(['。', '.']).rsplit(['：', ':']).next().unwrap().trim().to_owned()
        };
        assert!(Party::ALL.into_iter().all(|party| all.contains(&name(party))), "{all}");
    }
}

#[test]
fn every_refusal_survives_the_log() {
    for refusal in every_refusal("李\"娜") {
        let text = serde_json::to_string(&refusal).unwrap();
        assert_eq!(serde_json::from_str::<Refusal>(&text).unwrap(), refusal, "{text}");
    }
}
