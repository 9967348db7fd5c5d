//! What the server may not simply apply is kept, and a manager decides: nothing is dropped, nothing is done twice (P21, P22).

use crate::ground::{CHECKLIST, EAST, MANAGER, OTHER_REP, POSTING, REP, east_shop, posting, user};
use crate::phone::Phone;
use crate::served::Served;
use domain::Refusal;
use domain::commands::{CheckIn, CheckOut, CloseTask, Decision, LeaveTask, ReviewQuarantine, TakePhoto};
use domain::geo::{Fix, Position};
use domain::id::{QuarantineId, TaskId, VisitId};
use domain::records::{
    Capture, Look, Photo, PhotoRef, Quarantine, QuarantineReason, Review, Role, Task, User, Visit, VisitReason,
};
use domain::time::DAY;
use serde::de::DeserializeOwned;
use store::{Photos, Records};
use sync::client::RowState;
use sync::wire::Outcome;

/// The rep's posting ended, and nobody's doubt about a clock reaches back to it.
async fn after_the_posting() -> Served {
    let served = Served::new().await;
    served.plant(vec![posting(POSTING, REP, EAST, "2026-01-01", Some("2026-02-01")).into()]).await;
    served.clock.advance(5 * DAY);
    served
}

fn all<T: DeserializeOwned>(phone: &Phone, kind: &str) -> Vec<T> {
    let of = phone.base.iter().filter(|((found, _), _)| found == kind);
    of.map(|(_, (.., body))| serde_json::from_str(body).unwrap()).collect()
}

/// What is on the shelf, in the order in which it came.
fn shelf(manager: &Phone) -> Vec<Quarantine> {
    let mut kept: Vec<Quarantine> = all(manager, "quarantine");
    kept.sort_by_key(|kept| (kept.device, kept.seq));
    kept
}

fn decide(manager: &mut Phone, quarantine: QuarantineId, decision: Decision) {
    manager.make(ReviewQuarantine { quarantine, decision });
}

fn because(words: &str) -> Decision {
    Decision::Return { because: words.to_owned() }
}

/// Pulls, asks again about what a manager has decided, and takes the answers in: as a phone does.
async fn hear(phone: &mut Phone) {
    phone.pull().await;
    for review in all::<Review>(phone, "review") {
        let row = phone.rows.iter_mut().find(|row| row.id.0 == review.id.0);
        row.unwrap().state = RowState::Waiting;
    }
    phone.push().await;
}

fn visit(phone: &mut Phone, hash: &str) -> VisitId {
    let visit: VisitId = phone.new_id();
    let position = Position { lat: 36_600_000, lon: 114_500_000 };
    let fix = Some(Fix { position, accuracy: 10, measured_at: phone.clock, jitter: None });
    let (outlet, reason) = (east_shop(1), VisitReason::Planned);
    let arrived = phone.make(CheckIn { visit, outlet, checklist: CHECKLIST, reason, fix, exception: None });
    let photo = phone.new_id();
    let taken = TakePhoto {
        photo,
        visit,
        item: "shelf".into(),
        slot: "front".to_owned(),
        picture: PhotoRef { hash: hash.to_owned(), bytes: 5, width: 2, height: 2 },
        thumbnail: "/9j/2Q==".to_owned(),
        fix,
        capture: Capture::Camera,
        look: Look::default(),
        redo: None,
    };
    phone.make_after(taken, vec![arrived]);
    phone.make_after(CheckOut { visit, fix, note: String::new() }, vec![arrived]);
    visit
}

#[tokio::test]
async fn a_visit_made_after_the_area_was_lost_is_kept_whole_and_carried_out_when_a_manager_accepts_it() {
    let served = after_the_posting().await;
    let hash = "ab".repeat(32);
    let mut rep = Phone::new(&served, REP, 1).await;
    let mut manager = Phone::new(&served, MANAGER, 2).await;
    let id = visit(&mut rep, &hash);
    rep.push().await;
    assert_eq!(rep.state(1), &RowState::Quarantined { why: QuarantineReason::NoLongerTheirs });
    assert!(matches!(rep.state(3), RowState::Blocked { .. }));
    served.running.state.writer.photo_received(&hash, 5).await.unwrap();

    manager.pull().await;
    let kept = shelf(&manager);
    assert_eq!(kept.len(), 3, "what builds on it waits with it");
    assert!(kept.iter().all(|kept| kept.territory == Some(EAST) && kept.rep_name == "周建国" && kept.waits()));
    assert_eq!(kept[1].behind, Some(kept[0].id));
    assert_eq!((manager.count("visit"), manager.count("photo")), (0, 0), "and nothing of it is done");

    for kept in &kept {
        decide(&mut manager, kept.id, Decision::Accept);
    }
    manager.push().await;
    assert!(manager.rows.iter().all(|row| matches!(row.state, RowState::Applied { .. })), "{:?}", manager.rows);
    manager.pull().await;
    let done = &all::<Visit>(&manager, "visit")[0];
    assert_eq!((done.id, done.rep, done.device), (id, REP, rep.device));
    assert!(done.check_out.is_some());
    assert!(all::<Photo>(&manager, "photo")[0].received_at.is_some(), "its bytes were here already");
    assert_eq!(served.store.thumbnail(&hash).await.unwrap(), Some(vec![0xff, 0xd8, 0xff, 0xd9]));
    assert!(shelf(&manager).iter().all(Quarantine::is_accepted));

    hear(&mut rep).await;
    assert!(rep.rows.iter().all(|row| matches!(row.state, RowState::Applied { .. })), "{:?}", rep.rows);
    assert_eq!(all::<Review>(&rep, "review").len(), 3);
    assert_eq!(rep.count("quarantine"), 0, "the shelf is the managers'");
}

#[tokio::test]
async fn what_goes_back_says_who_sent_it_back_and_why_and_changes_nothing() {
    let served = after_the_posting().await;
    let mut rep = Phone::new(&served, REP, 1).await;
    let mut manager = Phone::new(&served, MANAGER, 2).await;
    rep.leave_task(east_shop(1), "补货");
    rep.push().await;
    manager.pull().await;
    let kept = shelf(&manager)[0].id;
    decide(&mut manager, kept, because("店已经换人"));
    manager.push().await;
    hear(&mut rep).await;
    let reason = Refusal::ReturnedBy { judge_name: "韩经理".to_owned(), because: "店已经换人".to_owned() };
    assert_eq!(rep.state(1), &RowState::Refused { reason });
    manager.pull().await;
    assert_eq!(manager.count("task"), 0);

    // On second thoughts.
    let kept = shelf(&manager)[0].id;
    decide(&mut manager, kept, Decision::Accept);
    manager.push().await;
    manager.pull().await;
    assert_eq!(manager.count("task"), 1);
    hear(&mut rep).await;
    assert!(matches!(rep.state(1), RowState::Applied { .. }));
}

#[tokio::test]
async fn what_was_decided_is_decided_once_however_often_and_by_however_many_it_is_sent() {
    let served = after_the_posting().await;
    let mut rep = Phone::new(&served, REP, 1).await;
    let mut manager = Phone::new(&served, MANAGER, 2).await;
    let mut other = Phone::new(&served, MANAGER, 3).await;
    let first = rep.leave_task(east_shop(1), "补货");
    rep.push().await;
    for phone in [&mut manager, &mut other] {
        phone.pull().await;
        let kept = shelf(phone);
        decide(phone, kept[0].id, Decision::Accept);
    }
    let request = manager.request();
    for _ in 0..5 {
        let answer = manager.send(&request).await;
        assert!(matches!(answer.answers[0].outcome, Outcome::Applied { .. }));
    }
    let answer = other.push().await;
    let again = Refusal::ReviewedBefore { judge_name: "韩经理".to_owned() };
    assert_eq!(answer.answers[0].outcome, Outcome::Refused { reason: again });
    manager.pull().await;
    assert_eq!(manager.count("task"), 1);

    // Asked again, also under a new number and after a restart of the writer, the answer is the review's.
    rep.rows[0].state = RowState::Waiting;
    let told = rep.push().await;
    assert!(matches!(told.answers[0].outcome, Outcome::Applied { .. }) && told.answers[0].duplicate);
    let lines = served.store.lines_by_id(&[first]).await.unwrap();
    assert!(matches!(lines[0].outcome, Outcome::Applied { .. }));

    // What builds on it is tried like on any other.
    let task: TaskId = all::<Task>(&manager, "task")[0].id;
    served.plant(vec![posting(POSTING, REP, EAST, "2026-01-01", None).into()]).await;
    rep.make_after(CloseTask { task, photo: None, words: String::new() }, vec![first]);
    let answer = rep.push().await;
    assert!(matches!(answer.answers[0].outcome, Outcome::Applied { .. }), "{answer:?}");
}

#[tokio::test]
async fn what_a_disabled_account_had_made_is_accepted_as_its_own() {
    let served = Served::new().await;
    let mut rep = Phone::new(&served, REP, 1).await;
    let mut manager = Phone::new(&served, MANAGER, 2).await;
    rep.leave_task(east_shop(1), "补货");
    served.plant(vec![User { active: false, ..user(REP, "周建国", Role::Rep) }.into()]).await;
    rep.push().await;
    manager.pull().await;
    let kept = shelf(&manager);
    assert_eq!((kept[0].why.clone(), kept[0].territory), (QuarantineReason::AccountDisabled, Some(EAST)));
    decide(&mut manager, kept[0].id, Decision::Rehome { to: OTHER_REP });
    manager.push().await;
    manager.pull().await;
    let task = &all::<Task>(&manager, "task")[0];
    assert_eq!((task.asked_by, task.owner), (REP, OTHER_REP), "somebody who is there takes it over");
    assert!(rep.push().await.answers.is_empty(), "and the phone has nothing to send again");
}

#[tokio::test]
async fn bytes_that_nobody_can_read_are_on_the_shelf_too_and_can_only_go_back() {
    let served = Served::new().await;
    let mut rep = Phone::new(&served, REP, 1).await;
    let mut manager = Phone::new(&served, MANAGER, 2).await;
    rep.freeze_raw(r#""no command at all""#);
    rep.push().await;
    manager.pull().await;
    let kept = shelf(&manager);
    assert_eq!((kept[0].why.clone(), kept[0].rep), (QuarantineReason::NotUnderstood, REP));
    decide(&mut manager, kept[0].id, Decision::Accept);
    decide(&mut manager, kept[0].id, because("读不懂"));
    let answer = manager.push().await;
    assert_eq!(answer.answers[0].outcome, Outcome::Refused { reason: Refusal::NotAcceptable });
    assert!(matches!(answer.answers[1].outcome, Outcome::Applied { .. }));
}

#[tokio::test]
async fn only_a_manager_decides_and_only_about_what_lies_on_the_shelf() {
    let served = after_the_posting().await;
    let mut rep = Phone::new(&served, REP, 1).await;
    let mut manager = Phone::new(&served, MANAGER, 2).await;
    let id = rep.leave_task(east_shop(1), "补货");
    rep.push().await;
    let mut other = Phone::new(&served, OTHER_REP, 3).await;
    decide(&mut other, QuarantineId(id.0), Decision::Accept);
    let answer = other.push().await;
    assert_eq!(answer.answers[0].outcome, Outcome::Refused { reason: Refusal::NotYourRole });
    other.pull().await;
    assert_eq!((other.count("quarantine"), other.count("review")), (0, 0));

    decide(&mut manager, QuarantineId(other.rows[0].id.0), Decision::Accept);
    let answer = manager.push().await;
    assert_eq!(answer.answers[0].outcome, Outcome::Refused { reason: Refusal::QuarantineUnknown });
    manager.pull().await;
    assert!(shelf(&manager)[0].waits());
    assert_eq!(manager.count("task"), 0);
}

#[tokio::test]
async fn what_is_only_blocked_behind_a_refused_one_is_nothing_for_a_manager() {
    let served = Served::new().await;
    let mut rep = Phone::new(&served, REP, 1).await;
    let mut manager = Phone::new(&served, MANAGER, 2).await;
    let task = rep.new_id();
    let due = "2026-03-01".parse().unwrap();
    let refused = rep.make(LeaveTask::plain(task, east_shop(1), REP, String::new(), due));
    rep.make_after(CloseTask { task, photo: None, words: String::new() }, vec![refused]);
    rep.push().await;
    assert!(matches!(rep.state(2), RowState::Blocked { .. }));
    manager.pull().await;
    assert!(shelf(&manager).is_empty());
}
