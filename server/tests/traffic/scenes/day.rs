//! A day: what is carried out, refused, blocked, lost, sent twice, taken by another, and not understood.

use super::{arrive, fix, take};
use crate::ground::{MANAGER, REP, east_shop};
use crate::scene::Key;
use crate::tape::Tape;
use domain::commands::{CheckOut, CloseTask, LeaveTask};
use domain::id::TaskId;
use sync::Body;

pub async fn play(tape: &mut Tape) {
    let key = Key::of(7);
    let mut rep = tape.log_in("rep", REP, 1).await;
    rep.key = Some(key.public());
    tape.pull("rep", &mut rep).await;
    tape.stage.advance(60_000);

    let (arrived, visit) = arrive(&mut rep, east_shop(1));
    take(&mut rep, visit, arrived, &"ab".repeat(32), 1_000);
    let task: TaskId = rep.new_id();
    let due = "2026-03-01".parse().unwrap();
    let left = rep.make_after(LeaveTask::plain(task, east_shop(1), REP, "补货".to_owned(), due), vec![arrived]);
    rep.make_after(CloseTask { task, photo: None, words: "好了".to_owned() }, vec![left]);
    let out = CheckOut { visit, fix: fix(&rep), note: "老板不在".to_owned() };
    rep.make_after(out, vec![arrived]);
    rep.sign(&key);
    let request = rep.request();
    tape.push("rep", &mut rep).await;
    tape.stage.advance(1_000);
    tape.send("rep", &request).await;

    // Refused, and what builds on it; bytes that nobody understands; and one that is well.
    let refused = rep.leave_task(east_shop(1), "");
    let closes = CloseTask { task: rep.new_id(), photo: None, words: String::new() };
    rep.make_after(closes, vec![refused]);
    rep.freeze_raw(r#"{"id":"00000000-0000-0001-0000-0000000000ff","do":"dance"}"#);
    rep.leave_task(east_shop(2), "换价签");
    tape.push("rep", &mut rep).await;

    // A hole: first the phone does not know that it is waited for, then it gives the number up.
    rep.leave_task(east_shop(0), "一");
    rep.leave_task(east_shop(0), "二");
    rep.rows.remove(rep.rows.len() - 2);
    rep.expected = None;
    tape.push("rep", &mut rep).await;
    tape.push("rep", &mut rep).await;

    // Another phone with the same id for something else, and a copy of the first one that has gone its own way.
    let mut other = tape.log_in("other", REP, 2).await;
    other.leave_task(east_shop(2), "别的");
    let taken = Body { id: left, ..Body::thaw(&other.rows.remove(0).raw).unwrap() };
    other.freeze(&taken);
    tape.push("other", &mut other).await;
    let mut copy = rep.clone();
    copy.rows.truncate(2);
    copy.made_elsewhere();
    copy.leave_task(east_shop(0), "三");
    tape.push("rep", &mut copy).await;

    tape.pull("rep", &mut rep).await;
    tape.pull("rep", &mut rep).await;
    let mut manager = tape.log_in("manager", MANAGER, 3).await;
    while tape.pull("manager", &mut manager).await.more {}
}
