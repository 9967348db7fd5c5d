//! The lines of what a rep's day is made of, and of older things with what they have gained since.

use super::{a_fix, moment};
use crate::sample::*;
use domain::commands::*;
use domain::geo::{Fix, Jitter};
use domain::measure::Money;
use domain::records::*;
use domain::time::DateWindow;
use domain::{Command, Words};
use jiff::civil::date;

fn a_measured_fix() -> Fix {
    Fix { jitter: Some(Jitter { readings: 4, centimetres: 130 }), ..a_fix() }
}

fn an_origin() -> Origin {
    Origin { visit: visit_id(), item: "stock".into() }
}

fn three_days() -> DateWindow {
    DateWindow { from: DAY, until: Some(date(2026, 3, 11)) }
}

pub fn commands() -> Vec<Command> {
    let mut commands: Vec<Command> = vec![
        CheckOut { visit: visit_id(), fix: Some(a_measured_fix()), note: String::new() }.into(),
        LeaveTask {
            origin: Some(an_origin()),
            evidence: Evidence::Photo,
            with: Some(Responsible::Dealer(id(35))),
            at_risk: Some(Money(120_000)),
            ..leave_task()
        }
        .into(),
        LeaveTask { evidence: Evidence::Sentence, with: Some(Responsible::Open), ..leave_task() }.into(),
        CloseTask { words: "换好了".into(), ..close_task() }.into(),
        PlaceTask { task: task_id(), quadrant: None, because: String::new() }.into(),
        UnskipStop { skip: skip_id() }.into(),
        SkipStop { skip: skip_id(), outlet: outlet(), reason: SkipReason::Other, note: "封路".into() }.into(),
        NoteSighting {
            sighting: sighting_id(),
            visit: visit_id(),
            brand: "红牛".into(),
            product: String::new(),
            price: None,
            promotion: String::new(),
            spend: None,
            photo: None,
        }
        .into(),
        NoteSighting {
            sighting: sighting_id(),
            visit: visit_id(),
            brand: "红牛".into(),
            product: "250ml".into(),
            price: Some(Money(600)),
            promotion: "买二送一".into(),
            spend: Some(Money(50_000)),
            photo: Some(photo_id()),
        }
        .into(),
        DropSighting { sighting: sighting_id(), visit: visit_id() }.into(),
        ConfirmVisit { visit: visit_id(), name: "王建".into(), signature: "M1 2".into() }.into(),
        ConfirmVisit { visit: visit_id(), name: String::new(), signature: String::new() }.into(),
        AskLeave { leave: leave_id(), territory: territory(), window: three_days(), brief: String::new() }.into(),
        AskLeave { leave: leave_id(), territory: territory(), window: three_days(), brief: "换货架".into() }.into(),
        WithdrawLeave { leave: leave_id() }.into(),
        HandOver { leave: leave_id(), to: other_rep(), assignment: posting_id() }.into(),
        ViewVisit { viewing: viewing_id(), visit: visit_id() }.into(),
    ];
    commands.extend(
        Quadrant::ALL
            .map(|quadrant| PlaceTask { task: task_id(), quadrant: Some(quadrant), because: "客户催".into() }.into()),
    );
    commands.extend(
        SkipReason::ALL
            .map(|reason| SkipStop { skip: skip_id(), outlet: outlet(), reason, note: String::new() }.into()),
    );
    commands.extend(JointRole::ALL.map(|role| {
        let (name, feedback, next) = ("赵强".into(), "先看价签".into(), String::new());
        NoteCompanion { visit: visit_id(), name, role, feedback, next }.into()
    }));
    let nobody = String::new();
    let (name, feedback, next) = (nobody.clone(), nobody.clone(), nobody);
    commands.push(NoteCompanion { visit: visit_id(), name, role: JointRole::Designer, feedback, next }.into());
    commands.push(ReopenTask { task: task_id(), because: String::new() }.into());
    commands.push(ReopenTask { task: task_id(), because: "还是空的".into() }.into());
    commands.push(ReadNote { visit: visit_id(), by: manager(), written: moment() }.into());
    let because = "当天断货".to_owned();
    commands.push(AppealVerdict { photo: photo_id(), verdict: verdict_id(), because }.into());
    commands.push(DropTask { task: task_id() }.into());
    commands.push(TakeBackHandOver { leave: leave_id(), assignment: posting_id() }.into());
    let decisions =
        [Decision::Accept, Decision::Rehome { to: other_rep() }, Decision::Return { because: "店已经换人".into() }];
    commands.extend(decisions.map(|decision| ReviewQuarantine { quarantine: quarantine_id(), decision }.into()));
    commands
}

pub fn records() -> Vec<AnyRecord> {
    let every = vec![Every { class: OutletClass::A, days: 7 }, Every { class: OutletClass::D, days: 30 }];
    let confirmed = Confirmation { name: "王建".into(), signature: "M1 2".into(), at: moment() };
    let companion = |role, feedback: &str| Companion {
        by: manager(),
        name: "赵强".into(),
        role,
        feedback: feedback.into(),
        next: String::new(),
        at: moment(),
        read: None,
    };
    let placed = Placed { quadrant: Quadrant::UrgentImportant, because: "客户催".into(), at: moment() };
    vec![
        Visit {
            confirmed: Some(confirmed),
            companions: vec![companion(JointRole::Trainer, "先看价签"), companion(JointRole::Builder, "")],
            ..a_visit()
        }
        .into(),
        Photo { fix: Some(a_measured_fix()), ..a_photo() }.into(),
        Task {
            origin: Some(an_origin()),
            evidence: Evidence::Sentence,
            with: Some(Responsible::SubDistributor(id(36))),
            at_risk: Some(Money(120_000)),
            placed: Some(placed),
            closed: Some(TaskClosing { words: "换好了".into(), ..closing(None, false) }),
            ..a_follow_up()
        }
        .into(),
        Frequency { id: id(150), version: 2, every, from: moment() }.into(),
        Calendar {
            id: id(160),
            year: 2026,
            free: vec![FreeDay { day: date(2026, 2, 17), name: Words::new("春节", "Spring Festival") }],
        }
        .into(),
        a_last_visit().into(),
        LastVisit { points: Some(77), ..a_last_visit() }.into(),
        a_skip().into(),
        Skip { reason: SkipReason::Other, note: "封路".into(), ..a_skip() }.into(),
        Leave { brief: String::new(), ..a_leave() }.into(),
        Leave { withdrawn: true, ..a_settled_leave() }.into(),
        a_sighting().into(),
        Sighting {
            product: String::new(),
            price: None,
            promotion: String::new(),
            spend: None,
            photo: Some(photo_id()),
            ..a_sighting()
        }
        .into(),
        a_viewing().into(),
        Photo { proves: vec![task_id()], shows: vec![sighting_id()], ..a_photo() }.into(),
        Photo { audit: Some(Audit { first: id(71), second: verdict_id(), agrees: true }), ..a_photo() }.into(),
        a_quarantine(leave_task()).into(),
        Quarantine {
            territory: None,
            why: QuarantineReason::NotUnderstood,
            behind: Some(id(171)),
            command: None,
            reviewed: Some(Reviewed {
                decision: Decision::Return { because: "店已经换人".into() },
                by: manager(),
                by_name: "赵强".into(),
                at: moment(),
            }),
            ..a_quarantine(leave_task())
        }
        .into(),
        Review { id: id(170), sender: rep(), accepted: true, by_name: "赵强".into(), at: moment() }.into(),
    ]
}
