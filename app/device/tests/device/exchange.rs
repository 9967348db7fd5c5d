//! The exchange over every kind of line: each command arrives once, and what comes back is seen.

use crate::support::browser::rows_in;
use crate::support::line::{self, Line};
use crate::support::shop::{SHOP, TERRITORY, answer, check_in, check_out, shop};
use crate::support::{phone, pulled, record, sent, settled, start, until};
use device::Reach;
use domain::Refusal;
use domain::commands::Changes;
use domain::id::VisitId;
use domain::records::{Outlet, RecordKey, Visit};
use sync::client::RowState;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_visit_made_offline_arrives_when_the_line_is_back() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    record(&device, answer(visit, true)).await;
    record(&device, check_out(visit)).await;
    device.sync_now();
    settled(&device, "it is noticed", |state| state.reach == Reach::Offline).await;
    assert_eq!(device.sync_state().waiting, 3);

    server.set_line(Line::Up);
    sent(&device).await;
    assert_eq!(device.sync_state().reach, Reach::Online);
    assert_eq!(server.commands(), 3);
    let there = server.get().record(RecordKey::of::<Visit>(visit)).expect("it arrived");
    let here: Visit = device.get(visit).await.expect("it can be read").expect("it is there");
    assert_eq!(there, here.into(), "both sides decided the same");
    assert_eq!(device.tally().await.map(|tally| (tally.received, tally.waiting, tally.sent_back)), Ok((3, 0, 0)));
}

#[wasm_bindgen_test]
async fn an_answer_that_is_lost_costs_nothing_and_repeats_nothing() {
    let (device, server) = phone().await;
    server.set_line(Line::LosesAnswers);
    record(&device, check_in(&device, device.new_id())).await;
    device.sync_now();
    settled(&device, "it is noticed", |state| state.reach == Reach::Offline).await;
    assert_eq!(server.commands(), 1, "it has arrived");
    assert_eq!(device.sync_state().waiting, 1, "and the phone does not know");
    server.set_line(Line::Up);
    sent(&device).await;
    assert_eq!(server.commands(), 1);
}

#[wasm_bindgen_test]
async fn the_page_of_a_captive_portal_changes_nothing() {
    let (device, server) = phone().await;
    server.set_line(Line::Portal);
    record(&device, check_in(&device, device.new_id())).await;
    device.sync_now();
    settled(&device, "it is noticed", |state| state.reach == Reach::Offline).await;
    assert_eq!((device.sync_state().waiting, rows_in("base").await), (1, 2));
    assert!(device.session().is_some());
}

#[wasm_bindgen_test]
async fn a_refused_check_in_blocks_what_was_built_on_it_and_leaves_the_screen() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let (closed, good): (VisitId, VisitId) = (device.new_id(), device.new_id());
    record(&device, check_in(&device, closed)).await;
    record(&device, answer(closed, true)).await;
    // Nobody told the phone that the shop has closed.
    server.write(&Changes::put(Outlet { open: false, ..shop(SHOP, TERRITORY) }));
    server.set_line(Line::Up);
    device.sync_now();
    settled(&device, "nothing waits", |state| state.waiting == 0).await;

    let rows = device.outbox(10).await.expect("it can be read");
    let refused = rows.iter().find(|item| item.row.seq == 1).expect("it is there");
    assert!(matches!(&refused.row.state, RowState::Refused { reason: Refusal::OutletClosed { .. } }));
    let blocked = rows.iter().find(|item| item.row.seq == 2).expect("it is there");
    assert_eq!(blocked.row.state, RowState::Blocked { by: refused.row.id });
    assert!(device.get::<Visit>(closed).await.is_ok_and(|visit| visit.is_none()), "it is not shown any more");
    assert_eq!(device.tally().await.map(|tally| tally.sent_back), Ok(2));
    device.dismiss(refused.row.id).await.expect("it is put away");
    assert_eq!(device.outbox(10).await.map(|rows| rows.iter().filter(|item| item.dismissed).count()), Ok(1));

    server.write(&Changes::put(shop(SHOP, TERRITORY)));
    pulled(&device, &server).await;
    record(&device, check_in(&device, good)).await;
    sent(&device).await;
    assert!(device.get::<Visit>(good).await.is_ok_and(|visit| visit.is_some()));
}

#[wasm_bindgen_test]
async fn an_expired_session_stops_sending_and_never_recording() {
    let (device, server) = phone().await;
    server.get().logged_out = true;
    record(&device, check_in(&device, device.new_id())).await;
    device.sync_now();
    settled(&device, "it is noticed", |state| state.reach == Reach::LoggedOut).await;
    record(&device, check_in(&device, device.new_id())).await;
    assert_eq!(rows_in("outbox").await, 2);
    server.get().logged_out = false;
    device.log_in("13800000001", "secret").await.expect("it is taken");
    sent(&device).await;
    assert_eq!(server.commands(), 2);
}

#[wasm_bindgen_test]
async fn who_is_in_is_not_taken_from_an_answer_that_was_on_its_way_while_the_password_was_changed() {
    let (device, server) = phone().await;
    server.get().password_due = true;
    server.get().holds_session = true;
    device.log_in("13800000001", "given").await.expect("it is taken");
    until("who is in is asked", || line::held() > 0).await;
    device.change_password("given", "their own").await.expect("it is changed");
    server.get().holds_session = false;
    line::let_go();
    record(&device, check_in(&device, device.new_id())).await;
    sent(&device).await;
    assert_eq!(device.session().map(|session| session.password_due), Some(false));
}

#[wasm_bindgen_test]
async fn logging_out_keeps_what_waits_and_nobody_else_sends_it() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    record(&device, check_in(&device, device.new_id())).await;
    device.log_out().await.expect("it is stored");
    assert!(device.session().is_none());
    server.set_line(Line::Up);
    let rep = server.get().author.user.clone();
    server.get().author.user.id = domain::id::UserId(uuid::Uuid::from_u128(2));
    device.log_in("13800000002", "secret").await.expect("it is taken");
    settled(&device, "everything is pulled", |state| state.complete_at.is_some()).await;
    assert_eq!((server.commands(), device.tally().await.map(|tally| tally.waiting)), (0, Ok(0)));

    device.log_out().await.expect("it is stored");
    server.get().author.user = rep;
    device.log_in("13800000001", "secret").await.expect("it is taken");
    sent(&device).await;
    assert_eq!(server.commands(), 1);
}

#[wasm_bindgen_test]
async fn two_tabs_send_each_command_once() {
    let (first, server) = phone().await;
    let second = start().await.expect("a tab");
    for tab in [&first, &second, &first, &second] {
        record(tab, check_in(tab, tab.new_id())).await;
        tab.sync_now();
    }
    sent(&first).await;
    sent(&second).await;
    assert_eq!(server.commands(), 4);
    let sent_twice = server.get().pushes.iter().map(|push| push.commands.len()).sum::<usize>();
    assert_eq!(sent_twice, 4, "not one was sent twice");
}
