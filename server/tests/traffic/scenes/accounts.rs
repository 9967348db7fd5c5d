//! Logging in and out, devices, and who is turned away.

use crate::ground::{MANAGER, REP, east_shop};
use crate::line::Message;
use crate::tape::{Tape, headers, login};
use sync::wire::Unsent;

pub async fn play(tape: &mut Tape) {
    let device = domain::id::DeviceId(uuid::Uuid::from_u128(1));
    tape.get("rep", "/api/v1/session").await;
    tape.post("rep", "/api/v1/session", login("13800000001", "wrong", device)).await;
    tape.post("rep", "/api/v1/session", "{".to_owned()).await;
    let mut rep = tape.log_in("rep", REP, 1).await;
    tape.get("rep", "/api/v1/session").await;

    // What it holds and has not sent, then nothing more.
    rep.leave_task(east_shop(0), "补货");
    let mut request = rep.request();
    request.commands.clear();
    let acts = [("leave_task".to_owned(), 1)].into();
    request.device.unsent = Some(Unsent { count: 1, first: rep.clock, last: rep.clock, acts });
    request.device.photos_waiting = 2;
    request.device.persisted = Some(true);
    tape.send("rep", &request).await;
    tape.stage.advance(60_000);
    tape.get("rep", "/api/v1/devices").await;

    tape.log_in("manager", MANAGER, 2).await;
    tape.get("manager", "/api/v1/office/devices").await;

    // A protocol that is not answered any more may still send.
    let mut old = headers(&[("content-type", "application/json")]);
    old.insert("x-lianying-protocol".to_owned(), "0".to_owned());
    let pull = format!(r#"{{"device":"{device}","cursor":{{}}}}"#);
    tape.say(
        "rep",
        "POST",
        "/api/v1/sync/pull",
        Message { headers: old.clone(), text: Some(pull.clone()), base64: None },
    )
    .await;
    let push = serde_json::to_string(&rep.request()).unwrap();
    tape.say("rep", "POST", "/api/v1/sync/push", Message { headers: old, text: Some(push), base64: None }).await;

    // Out of use: it is told so, and what it still sends is kept for a manager.
    let revoke = format!("/api/v1/devices/{device}");
    tape.say("manager", "DELETE", &revoke, Message { headers: headers(&[]), ..Message::default() }).await;
    tape.post("rep", "/api/v1/sync/pull", pull.clone()).await;
    rep.rows[0].state = sync::client::RowState::Waiting;
    rep.leave_task(east_shop(1), "换牌");
    tape.push("rep", &mut rep).await;
    tape.post("rep", "/api/v1/session", login("13800000001", crate::tape::PASSWORD, device)).await;
    tape.get("manager", "/api/v1/office/devices").await;

    tape.say("manager", "DELETE", "/api/v1/session", Message { headers: headers(&[]), ..Message::default() }).await;
    tape.post("manager", "/api/v1/sync/pull", pull).await;
    tape.get("manager", "/api/v1/nowhere").await;
}
