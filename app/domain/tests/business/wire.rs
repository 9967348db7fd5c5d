//! Records and commands as JSON: nothing is lost on the way, and what a newer version adds is skipped.

use crate::draw::Draw;
use crate::sample::*;
use domain::code::Code;
use domain::records::{AnyRecord, RecordKey};
use domain::{Command, Index, Kind, Language, Scope, Words};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;

fn with_a_new_field(text: &str) -> String {
    let mut value: Value = serde_json::from_str(text).unwrap();
    let object = value.as_object_mut().expect("every body is an object");
    object.insert("from_a_newer_version".into(), serde_json::json!({"deep": [1, null, "x"]}));
    value.to_string()
}

fn scope() -> impl Strategy<Value = Scope> {
    (0_u8..5, any::<u128>()).prop_map(|(sort, n)| match sort {
        0 => Scope::Company,
        1 => Scope::Region(id(n)),
        2 => Scope::Office(id(n)),
        3 => Scope::Territory(id(n)),
        _ => Scope::User(id(n)),
    })
}

proptest! {
    #[test]
    fn every_record_comes_back_as_it_went(seed: u64) {
        let mut draw = Draw::wild(seed);
        for kind in Kind::ALL {
            let record = draw.record(*kind);
            let body = record.body();
            prop_assert_eq!(&AnyRecord::parse(*kind, &body).unwrap(), &record, "{}", body);
            prop_assert_eq!(&AnyRecord::parse(*kind, &with_a_new_field(&body)).unwrap(), &record, "{}", body);
            prop_assert_eq!(record.key().kind, *kind);
        }
    }

    #[test]
    fn every_command_comes_back_as_it_went(seed: u64) {
        let mut draw = Draw::wild(seed);
        for name in Draw::COMMANDS {
            let command = draw.command(name);
            let text = serde_json::to_string(&command).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Command>(&text).unwrap(), &command, "{}", text);
            prop_assert_eq!(&serde_json::from_str::<Command>(&with_a_new_field(&text)).unwrap(), &command);
            let value: Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(&value["do"], name);
        }
    }

    #[test]
    fn a_scope_is_read_as_it_was_written(scope in scope()) {
        prop_assert_eq!(scope.to_string().parse::<Scope>(), Ok(scope));
        prop_assert_eq!(serde_json::to_value(scope).unwrap(), Value::String(scope.to_string()));
    }

    #[test]
    fn a_text_that_is_no_scope_is_said_to_be_none_and_breaks_nothing(text: String) {
        if let Ok(scope) = text.parse::<Scope>() {
            prop_assert_eq!(scope.to_string().parse::<Scope>(), Ok(scope));
        }
    }

    #[test]
    fn what_cannot_be_read_is_an_error_and_never_a_panic(text: String, kind in prop::sample::select(Kind::ALL)) {
        prop_assert!(AnyRecord::parse(kind, &text).is_err());
        prop_assert!(serde_json::from_str::<Command>(&text).is_err());
    }
}

#[test]
fn kinds_have_names_of_their_own_and_are_read_by_them() {
    let names: BTreeSet<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    assert_eq!(names.len(), Kind::ALL.len());
    for kind in Kind::ALL {
        assert_eq!(kind.name().parse::<Kind>(), Ok(*kind));
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
    }
    assert!("of_a_newer_version".parse::<Kind>().is_err());
}

/// The stores find records by a top-level field's text: it has to be there, under that name, as that text.
#[test]
fn every_index_names_a_field_that_its_records_have() {
    let indexes: [(Index, AnyRecord); 22] = [
        (Index::VisitsAt(outlet()), a_visit().into()),
        (Index::VisitsOn(DAY), a_visit().into()),
        (Index::PhotosOf(visit_id()), a_photo().into()),
        (Index::PhotosFor(task_id()), domain::records::Photo { redo_of: Some(task_id()), ..a_photo() }.into()),
        (Index::VerdictsOn(photo_id()), a_redo_verdict().into()),
        (Index::TasksAt(outlet()), a_redo_task().into()),
        (Index::TasksOf(rep()), a_follow_up().into()),
        (Index::PlansOf(id(20)), Draw::crowded_plan_of(rep())),
        (Index::AssignmentsOf(rep()), a_posting().into()),
        (Index::SkipsOn(DAY), a_skip().into()),
        (Index::LeavesOf(rep()), a_leave().into()),
        (Index::LeavesFor(other_rep()), a_settled_leave().into()),
        (Index::SightingsAt(outlet()), a_sighting().into()),
        (Index::SightingsIn(visit_id()), a_sighting().into()),
        (Index::ViewingsOf(visit_id()), a_viewing().into()),
        (Index::ViewingsAbout(rep()), a_viewing().into()),
        (Index::ClaimsAbout(candidate_id()), a_claim().into()),
        (Index::AgreementsIn(region()), an_agreement().into()),
        (Index::AgreementsWith(candidate_id()), an_agreement().into()),
        (Index::DutiesOf(alliance_id()), a_duty_month().into()),
        (Index::OutletsCoded(Code::read("HD0001").unwrap()), an_outlet().into()),
        (Index::ProductsCoded(Code::read("CC500").unwrap()), a_product().into()),
    ];
    for (index, record) in &indexes {
        let (kind, field, text) = index.parts();
        let body: Value = serde_json::from_str(&record.body()).unwrap();
        assert_eq!((record.key().kind, &body[field]), (kind, &Value::String(text)), "{index:?}");
    }
    let fields: Vec<_> = indexes.iter().map(|(index, _)| (index.parts().0, index.parts().1)).collect();
    assert_eq!(fields, domain::world::Index::FIELDS);
}

#[test]
fn a_key_is_written_as_kind_and_id() {
    let key = RecordKey::of::<domain::records::Visit>(visit_id());
    assert_eq!(key.to_string(), "visit/00000000-0000-0000-0000-000000000032");
}

#[test]
fn a_name_without_english_is_read_in_chinese() {
    let both = Words::new("主货架", "Main shelf");
    assert_eq!((both.get(Language::Zh), both.get(Language::En)), ("主货架", "Main shelf"));
    assert_eq!(Words::new("主货架", "").get(Language::En), "主货架");
    assert_eq!((Language::Zh.tag(), Language::En.tag(), Language::default()), ("zh-CN", "en", Language::Zh));
}

#[test]
fn an_id_carries_its_time_and_its_random_bytes() {
    let made: domain::id::VisitId = domain::id::VisitId::new(0x0123_4567_89ab, [0xff; 10]);
    assert_eq!(made.to_string(), "01234567-89ab-7fff-bfff-ffffffffffff");
    assert_eq!(made.to_string().parse(), Ok(made));
    let later = domain::id::VisitId::new(0x0123_4567_89ac, [0; 10]);
    assert!(made < later, "later ids sort behind earlier ones, whatever the random bytes");
}
