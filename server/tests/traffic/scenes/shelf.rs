//! What came too late for an area, and what a manager makes of it; and a rep whose area has gone to somebody else.

use super::{arrive, take};
use crate::ground::{EAST, MANAGER, POSTING, REP, east_shop, posting};
use crate::tape::Tape;
use domain::commands::{Decision, ReviewQuarantine};
use domain::id::QuarantineId;
use domain::time::DAY;
use sync::client::RowState;

pub async fn play(tape: &mut Tape) {
    let mut rep = tape.log_in("rep", REP, 1).await;
    while tape.pull("rep", &mut rep).await.more {}
    tape.plant(vec![posting(POSTING, REP, EAST, "2026-01-01", Some("2026-02-01")).into()]).await;
    tape.stage.advance(5 * DAY);
    let (arrived, visit) = arrive(&mut rep, east_shop(1));
    take(&mut rep, visit, arrived, &"cd".repeat(32), 1_000);
    rep.leave_task(east_shop(2), "补货");
    tape.push("rep", &mut rep).await;
    // It leaves the area, and keeps what it made there.
    while tape.pull("rep", &mut rep).await.more {}

    let mut manager = tape.log_in("manager", MANAGER, 2).await;
    while tape.pull("manager", &mut manager).await.more {}
    for row in &rep.rows {
        let quarantine = QuarantineId(row.id.0);
        let because = "店已经换人".to_owned();
        let decision = if row.seq == 3 { Decision::Return { because } } else { Decision::Accept };
        manager.make(ReviewQuarantine { quarantine, decision });
    }
    tape.push("manager", &mut manager).await;
    while tape.pull("manager", &mut manager).await.more {}

    // The phone hears of it, and asks again about what was decided.
    while tape.pull("rep", &mut rep).await.more {}
    rep.rows.iter_mut().for_each(|row| row.state = RowState::Waiting);
    tape.push("rep", &mut rep).await;
}
