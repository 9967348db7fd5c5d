//! The wire, letter by letter. Phones in the field hold these bytes for weeks and the log for years:
//! a change here is a new protocol, not a new expectation.

mod day;
mod partners;
mod setup;
mod shops;
mod team;

use crate::sample::*;
use domain::commands::*;
use domain::geo::{Fix, Position};
use domain::measure::{Money, Share};
use domain::records::*;
use domain::time::{DateWindow, Moment};
use domain::{Command, Kind, Scope};
use jiff::civil::date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Compares values with the lines of a file, and reads the lines back.
fn compare<T: Serialize + for<'de> Deserialize<'de> + PartialEq + std::fmt::Debug>(values: &[T], lines: &str) {
    for (value, line) in values.iter().zip(lines.lines()) {
        assert_eq!(serde_json::to_string(value).unwrap(), line);
        assert_eq!(&serde_json::from_str::<T>(line).unwrap(), value);
    }
    assert_eq!(values.len(), lines.lines().count());
}

fn moment() -> Moment {
    Moment(1_773_014_400_000)
}

fn a_fix() -> Fix {
    Fix { position: Position { lat: 36_612_000, lon: 114_490_000 }, accuracy: 12, measured_at: moment(), jitter: None }
}

fn a_look() -> Look {
    Look { print: Some(Print(0xf0)), doubts: Doubt::ALL.to_vec() }
}

fn marks() -> Vec<Mark> {
    let (from, to) = (Spot { x: 0, y: 20 }, Spot { x: 1_000, y: 500 });
    vec![Mark::Frame(from, to), Mark::Arrow(to, from), Mark::Words(to, "缺货".into())]
}

fn commands() -> Vec<Command> {
    vec![
        CheckIn {
            visit: visit_id(),
            outlet: outlet(),
            checklist: id(4),
            reason: VisitReason::Unplanned("顺路".into()),
            fix: Some(a_fix()),
            exception: Some("店搬了".into()),
        }
        .into(),
        CheckIn {
            visit: visit_id(),
            outlet: outlet(),
            checklist: id(4),
            reason: VisitReason::Planned,
            fix: None,
            exception: None,
        }
        .into(),
        AnswerItem { visit: visit_id(), item: "stock".into(), value: None, confirmed: false }.into(),
        TakePhoto {
            photo: photo_id(),
            visit: visit_id(),
            item: "shelf".into(),
            slot: "front".into(),
            picture: picture('b'),
            thumbnail: "/9j/".into(),
            fix: None,
            capture: Capture::File,
            look: Look::default(),
            redo: Some(task_id()),
        }
        .into(),
        TakePhoto {
            photo: photo_id(),
            visit: visit_id(),
            item: "shelf".into(),
            slot: "front".into(),
            picture: picture('b'),
            thumbnail: "/9j/".into(),
            fix: None,
            capture: Capture::Camera,
            look: a_look(),
            redo: None,
        }
        .into(),
        KeepPhoto { photo: photo_id(), visit: visit_id(), because: "货架没变".into() }.into(),
        AnnotatePhoto { photo: photo_id(), visit: visit_id(), marks: marks() }.into(),
        DropPhoto { photo: photo_id(), visit: visit_id() }.into(),
        CheckOut { visit: visit_id(), fix: None, note: String::new() }.into(),
        CheckOut { visit: visit_id(), fix: Some(a_fix()), note: "好".into() }.into(),
        JudgePhoto {
            verdict: verdict_id(),
            photo: photo_id(),
            ruling: Ruling::Redo,
            reasons: RedoReason::ALL.to_vec(),
            points: vec![1, 3],
            note: "看不清".into(),
            seen: Some(id(71)),
            task: task_id(),
            due: date(2026, 3, 12),
        }
        .into(),
        JudgePhoto {
            verdict: verdict_id(),
            photo: photo_id(),
            ruling: Ruling::Pass,
            reasons: vec![],
            points: vec![],
            note: String::new(),
            seen: None,
            task: task_id(),
            due: date(2026, 3, 12),
        }
        .into(),
        TakeBackVerdict { photo: photo_id(), verdict: verdict_id() }.into(),
        leave_task().into(),
        close_task().into(),
        CloseTask { photo: Some(photo_id()), ..close_task() }.into(),
        Assign {
            assignment: posting_id(),
            user: rep(),
            territory: territory(),
            window: DateWindow { from: DAY, until: None },
        }
        .into(),
        EndAssignment { assignment: posting_id(), until: date(2026, 6, 30) }.into(),
        EndForgotten { visit: visit_id(), note: String::new() }.into(),
        EndForgotten { visit: visit_id(), note: "好".into() }.into(),
    ]
}

#[test]
fn commands_are_written_as_they_always_were() {
    let of_areas = day::commands().into_iter().chain(partners::commands()).chain(shops::commands());
    let of_areas = of_areas.chain(team::commands()).chain(setup::commands());
    let commands: Vec<Command> = commands().into_iter().chain(of_areas).collect();
    compare(&commands, include_str!("shapes/commands.jsonl"));
}

#[test]
fn answers_are_written_as_they_always_were() {
    compare(&answer_values(), include_str!("shapes/answers.jsonl"));
}

#[test]
fn questions_are_written_as_they_always_were() {
    compare(&questions(), include_str!("shapes/questions.jsonl"));
}

#[test]
fn records_are_written_as_they_always_were() {
    let lines = include_str!("shapes/records.jsonl");
    let of_areas = day::records().into_iter().chain(partners::records()).chain(shops::records());
    let of_areas = of_areas.chain(team::records());
    let records: Vec<AnyRecord> = records().into_iter().chain(of_areas).collect();
    for (record, line) in records.iter().zip(lines.lines()) {
        let (kind, body) = line.split_once(' ').unwrap();
        assert_eq!((record.key().kind.name(), record.body().as_str()), (kind, body));
        assert_eq!(&AnyRecord::parse(kind.parse().unwrap(), body).unwrap(), record);
    }
    assert_eq!(records.len(), lines.lines().count());
    let kinds: BTreeSet<Kind> = records.iter().map(|record| record.key().kind).collect();
    assert_eq!(kinds.len(), Kind::ALL.len(), "every kind has its line");
}

#[test]
fn scopes_are_written_as_they_always_were() {
    let written = [
        (Scope::Company, "company"),
        (Scope::Region(id(1)), "region:00000000-0000-0000-0000-000000000001"),
        (Scope::Office(id(1)), "office:00000000-0000-0000-0000-000000000001"),
        (Scope::Territory(id(2)), "territory:00000000-0000-0000-0000-000000000002"),
        (Scope::User(id(3)), "user:00000000-0000-0000-0000-000000000003"),
    ];
    for (scope, text) in written {
        assert_eq!(scope.to_string(), text);
    }
}

/// What an older phone wrote before a field existed is still read.
#[test]
fn optional_fields_may_be_missing() {
    let check_in = r#"{"do":"check_in","visit":"00000000-0000-0000-0000-000000000032","outlet":"00000000-0000-0000-0000-00000000001e","checklist":"00000000-0000-0000-0000-000000000004","reason":"planned"}"#;
    let answer = r#"{"do":"answer_item","visit":"00000000-0000-0000-0000-000000000032","item":"stock"}"#;
    for text in [check_in, answer] {
        assert!(serde_json::from_str::<Command>(text).is_ok(), "{text}");
    }
}

#[test]
fn a_command_of_a_later_version_is_an_error_and_not_something_else() {
    assert!(serde_json::from_str::<Command>(r#"{"do":"of_a_later_version"}"#).is_err());
}

fn answer_values() -> Vec<AnswerValue> {
    vec![
        AnswerValue::YesNo(true),
        AnswerValue::Number(-7),
        AnswerValue::Money(Money(350)),
        AnswerValue::Choice(vec!["good".into()]),
        AnswerValue::Scale(2),
        AnswerValue::Photos(BTreeMap::from([("front".into(), photo_id())])),
        AnswerValue::Date(DAY),
        AnswerValue::Barcode("690".into()),
        AnswerValue::Signature("M1 2".into()),
        AnswerValue::Document { number: "SC".into(), expires: Some(DAY), original_seen: true },
        AnswerValue::Table(vec![
            TableRow { product: id(40), stock: Some(3), price: Some(Money(350)) },
            TableRow { product: id(41), stock: None, price: None },
        ]),
        AnswerValue::Text("好".into()),
    ]
}

fn questions() -> Vec<Item> {
    let mut items = items_of_every_kind();
    if let ItemKind::Photo { slots, .. } = &mut items[6].kind {
        slots[1].after = Some("front".into());
    }
    items[0].knock_out = Some(KnockOut { at_least: Share(10_000), words: words("必须") });
    items[0].show_if = Some(Condition::All(vec![
        Condition::Any(vec![Condition::Is("a".into(), true), Condition::AtLeast("b".into(), 3)]),
        Condition::Not(Box::new(Condition::Picked("c".into(), "fridge".into()))),
    ]));
    items
}

fn a_redo_task_with_points() -> Task {
    let mut task = a_redo_task();
    if let TaskKind::Redo { missed, .. } = &mut task.kind {
        *missed = vec![MissedPoint { number: 3, words: words("价签对齐") }];
    }
    task
}

fn records() -> Vec<AnyRecord> {
    let scored = Visit {
        answers: BTreeMap::from([(
            "yes_no".into(),
            Answer { value: AnswerValue::YesNo(true), at: moment(), confirmed: false },
        )]),
        odd: Vec::new(),
        forgotten: None,
        score: Some(Score {
            share: Share(769),
            points: 10,
            out_of: 130,
            band: Band::Fail,
            knocked_out: vec!["photo".into()],
            items: vec![ItemScore { item: "yes_no".into(), points: 10, out_of: 10 }],
        }),
        note: "缺货".into(),
        photos: 1,
        check_in: Attendance { at: moment(), fix: Some(a_fix()), distance: Some(0), exception: None },
        ..ended(a_visit())
    };
    vec![
        Company { id: id(0), name: words("联营"), offset: domain::time::Offset::CHINA }.into(),
        Region { id: region(), name: domain::Words::new("邯郸", "Handan") }.into(),
        a_territory(territory(), region()).into(),
        user(rep(), Role::RegionalManager).into(),
        a_posting().into(),
        Assignment { window: DateWindow { from: DAY, until: Some(DAY) }, ..a_posting() }.into(),
        Dealer { id: id(35), region: region(), name: "甲".into(), owner: "王".into(), phone: "1".into() }.into(),
        SubDistributor {
            id: id(36),
            dealer: id(35),
            territory: territory(),
            name: "乙".into(),
            owner: "李".into(),
            phone: "2".into(),
        }
        .into(),
        an_outlet().into(),
        Outlet { responsible: Responsible::Dealer(id(35)), ..an_outlet() }.into(),
        Outlet { responsible: Responsible::SubDistributor(id(36)), ..an_outlet() }.into(),
        Product {
            id: id(40),
            code: "CC500".into(),
            name: words("可乐"),
            barcode: "690".into(),
            millilitres: 500,
            pieces_per_case: 24,
            case_price: Money(6_000),
            retail_price: Money(350),
            listed: true,
        }
        .into(),
        JourneyPlan {
            id: id(45),
            territory: territory(),
            region: region(),
            rep: rep(),
            name: "丛台二线".into(),
            weekdays: vec![1, 4],
            weeks: Weeks::EveryNth { n: 2, phase: 1 },
            window: DateWindow { from: DAY, until: None },
            skip: vec![date(2026, 5, 1)],
            stops: vec![outlet()],
        }
        .into(),
        Checklist { classes: vec![OutletClass::A, OutletClass::D], ..checklist(vec![]) }.into(),
        DisplayStandard {
            id: id(5),
            lineage: "shelf".into(),
            version: 1,
            name: words("主货架"),
            classes: vec![OutletClass::B],
            reference: Some(picture('a')),
            points: vec![StandardPoint { words: words("满陈列"), at: (250, 500) }],
            from: moment(),
            scope: Scope::Company,
        }
        .into(),
        a_visit().into(),
        scored.into(),
        a_photo().into(),
        Photo {
            fix: Some(a_fix()),
            received_at: Some(moment()),
            redo_of: Some(task_id()),
            verdict: Some(verdict_id()),
            ruling: Some(Ruling::Redo),
            ..a_photo()
        }
        .into(),
        Photo {
            look: a_look(),
            before: Some(id(61)),
            kept_because: "货架没变".into(),
            twins: vec![Twin { photo: id(62), distance: 3 }],
            annotations: vec![Annotation { by: rep(), by_name: "李娜".into(), marks: marks() }],
            ..a_photo()
        }
        .into(),
        a_redo_verdict().into(),
        Verdict {
            ruling: Ruling::Pass,
            reasons: vec![],
            points: vec![],
            note: "好".into(),
            task: None,
            taken_back: true,
            replaces: Some(id(71)),
            ..a_redo_verdict()
        }
        .into(),
        a_redo_task().into(),
        a_redo_task_with_points().into(),
        Task { note: "快".into(), closed: Some(closing(Some(photo_id()), false)), ..a_follow_up() }.into(),
    ]
}
