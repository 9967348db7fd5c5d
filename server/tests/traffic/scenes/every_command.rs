//! Every command of the protocol, in every shape that it is written in, and a record of every kind that is pulled.

use crate::ground::{MANAGER, REP};
use crate::tape::Tape;
use domain::{AnyRecord, Command};
use sync::Body;

const COMMANDS: &str = include_str!("../../../../app/domain/tests/business/shapes/commands.jsonl");
const RECORDS: &str = include_str!("../../../../app/domain/tests/business/shapes/records.jsonl");

pub async fn play(tape: &mut Tape) {
    let records = RECORDS.lines().map(|line| {
        let (kind, body) = line.split_once(' ').unwrap();
        AnyRecord::parse(kind.parse().unwrap(), body).unwrap()
    });
    // Those that name who may see what would change who may see the others.
    let is_seen = |record: &AnyRecord| !matches!(record, AnyRecord::User(_) | AnyRecord::Assignment(_));
    tape.plant(records.filter(is_seen).collect()).await;
    for (who, user, device) in [("rep", REP, 1), ("manager", MANAGER, 2)] {
        let mut phone = tape.log_in(who, user, device).await;
        while tape.pull(who, &mut phone).await.more {}
        for line in COMMANDS.lines() {
            let command: Command = serde_json::from_str(line).unwrap();
            let id = phone.new_id();
            let (captured_at, nonce) = (phone.clock, phone.nonce.clone());
            phone.freeze(&Body { id, actor: user, captured_at, mono: 5, skew: -3, after: Vec::new(), nonce, command });
        }
        tape.push(who, &mut phone).await;
        while tape.pull(who, &mut phone).await.more {}
    }
}
