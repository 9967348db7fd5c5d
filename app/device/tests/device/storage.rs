//! The store: what was shown as saved is there, and what is not there is never shown as saved.

use crate::support::browser::{break_transactions, js, rows_in, seen_transactions, spy_on_transactions};
use crate::support::line::Line;
use crate::support::shop::{answer, check_in};
use crate::support::{browser, phone, record, settled, start};
use device::{DeviceError, RecordError};
use domain::id::VisitId;
use domain::records::Visit;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_command_is_written_with_strict_durability() {
    let (device, _server) = phone().await;
    spy_on_transactions().await;
    record(&device, check_in(&device, device.new_id())).await;
    let writes: Vec<String> = seen_transactions().into_iter().filter(|line| line.contains("outbox")).collect();
    assert!(writes.iter().any(|line| line.contains("overlay") && line.ends_with("readwrite strict")), "{writes:?}");
}

#[wasm_bindgen_test]
async fn a_lost_connection_is_opened_anew_and_the_command_is_there_once() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    for (times, expected) in [(1, 1), (3, 2)] {
        break_transactions(times).await;
        record(&device, check_in(&device, device.new_id())).await;
        assert_eq!(rows_in("outbox").await, expected);
    }
}

#[wasm_bindgen_test]
async fn a_store_that_stays_away_is_said_and_nothing_is_half_written() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    break_transactions(1_000).await;
    let refused = device.record(answer(visit, true)).await;
    assert!(matches!(refused, Err(RecordError::NotSaved(_))), "{refused:?}");
    break_transactions(0).await;
    assert_eq!((rows_in("outbox").await, rows_in("ledger").await, rows_in("standing").await), (1, 1, 1));
    let kept: Visit = device.get(visit).await.expect("it can be read").expect("it is there");
    assert!(kept.answers.is_empty());
    record(&device, answer(visit, true)).await;
    assert_eq!(rows_in("outbox").await, 2);
}

#[wasm_bindgen_test]
async fn an_aborted_transaction_leaves_nothing_behind() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    js("
        let left = 1;
        IDBObjectStore.prototype.put = function () {
            if (this.name === 'ledger' && left-- > 0) this.transaction.abort();
            return self.kept.put.apply(this, arguments);
        };
    ")
    .await;
    record(&device, check_in(&device, device.new_id())).await;
    assert_eq!((rows_in("outbox").await, rows_in("ledger").await, rows_in("standing").await), (1, 1, 1));
}

#[wasm_bindgen_test]
async fn without_a_store_there_is_no_device() {
    browser::forget_everything().await;
    js("IDBFactory.prototype.open = () => { throw new DOMException('not here', 'SecurityError'); };").await;
    let opened = start().await;
    assert!(matches!(opened, Err(DeviceError::NoDurableStore(_))));
    browser::forget_everything().await;
}

#[wasm_bindgen_test]
async fn a_phone_that_starts_again_offline_goes_on_where_it_was() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    record(&device, answer(visit, true)).await;
    device.keep_draft("note", Some("货架")).await.expect("it is kept");
    device.stop();

    let device = start().await.expect("the store is there");
    assert_eq!(device.session().map(|session| session.user.name), Some("王芳".to_owned()));
    let kept: Visit = device.get(visit).await.expect("it can be read").expect("it is there");
    assert_eq!(kept.answers.len(), 1);
    assert_eq!(device.draft("note").await, Ok(Some("货架".to_owned())));
    assert_eq!(device.tally().await.map(|tally| tally.waiting), Ok(2));
    assert_eq!(device.sync_state().missing, 0);
}

#[wasm_bindgen_test]
async fn work_that_the_phone_has_lost_is_said() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    record(&device, check_in(&device, device.new_id())).await;
    record(&device, check_in(&device, device.new_id())).await;
    device.stop();
    browser::in_store(
        "outbox",
        "readwrite",
        "const [key] = await ask(store.getAllKeys()); await ask(store.delete(key));",
    )
    .await;
    let device = start().await.expect("the store is there");
    settled(&device, "the hole is seen", |state| state.missing == 1).await;
}

#[wasm_bindgen_test]
async fn a_start_never_says_that_nothing_waits_before_it_has_looked() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    record(&device, check_in(&device, device.new_id())).await;
    device.stop();
    let device = start().await.expect("the store is there");
    let first = device.sync_state();
    assert!(!first.counted || first.waiting == 1, "{first:?}");
    assert_eq!(settled(&device, "it is counted", |_| true).await.waiting, 1);
}
