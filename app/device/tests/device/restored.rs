//! Phones and servers that were set back: nothing is lost, nothing is done twice.

use crate::support::line::Line;
use crate::support::shop::{answer, check_in};
use crate::support::{phone, record, sent, settled};
use domain::id::VisitId;
use domain::records::{RecordKey, Visit};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_forked_chain_goes_on_under_a_new_id_with_the_same_bytes() {
    let (device, server) = phone().await;
    record(&device, check_in(&device, device.new_id())).await;
    sent(&device).await;
    server.set_line(Line::Cut);
    record(&device, check_in(&device, device.new_id())).await;
    let before = device.outbox(10).await.expect("it can be read");
    server.get().says_fork = true;
    server.set_line(Line::Up);
    sent(&device).await;

    // Its rows are under the new id a moment before the phone reads by it.
    let mut after = device.outbox(10).await.expect("it can be read");
    for _ in 0..100 {
        if after.len() == 2 {
            break;
        }
        TimeoutFuture::new(50).await;
        after = device.outbox(10).await.expect("it can be read");
    }
    assert_eq!(after.len(), 2);
    assert_ne!(before[0].row.device, after[0].row.device);
    assert_eq!(before[0].row.raw, after[0].row.raw);
    let mut ids: Vec<_> = server.get().log.values().flat_map(|log| log.values().filter_map(|line| line.id)).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 2, "each command took effect once");
    record(&device, check_in(&device, device.new_id())).await;
    sent(&device).await;
}

#[wasm_bindgen_test]
async fn a_restored_server_gets_again_what_it_has_lost() {
    let (device, server) = phone().await;
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    record(&device, answer(visit, true)).await;
    sent(&device).await;
    server.get().lose(RecordKey::of::<Visit>(visit));
    server.get().restore(0);

    device.sync_now();
    settled(&device, "the server has it again", |state| {
        state.waiting == 0 && server.get().record(RecordKey::of::<Visit>(visit)).is_some()
    })
    .await;
    let there = server.get().record(RecordKey::of::<Visit>(visit)).expect("it is there");
    sent(&device).await;
    let here: Visit = device.get(visit).await.expect("it can be read").expect("it is there");
    assert_eq!(there, here.into());
}
