//! Numbers: dense for each device whoever asks for them, and one tap is one act.

use crate::support::browser::rows_in;
use crate::support::line::Line;
use crate::support::shop::{answer, check_in};
use crate::support::{phone, record, sent, start};
use device::RecordError;
use domain::Refusal;
use domain::id::VisitId;
use domain::records::Visit;
use futures_util::future::join_all;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn three_tabs_at_once_give_out_numbers_without_holes() {
    let (first, server) = phone().await;
    server.set_line(Line::Cut);
    let tabs = [first, start().await.expect("a tab"), start().await.expect("a tab")];
    let taps = tabs.iter().flat_map(|tab| (0..20).map(move |_| (tab, tab.new_id::<VisitId>())));
    join_all(taps.map(async |(tab, visit)| record(tab, check_in(tab, visit)).await)).await;

    let rows = tabs[0].outbox(100).await.expect("it can be read");
    let mut numbers: Vec<u64> = rows.iter().map(|item| item.row.seq).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=60).collect::<Vec<_>>());
    assert!(rows.is_sorted_by_key(|item| u64::MAX - item.row.seq), "newest first");

    server.set_line(Line::Up);
    sent(&tabs[0]).await;
    assert_eq!(server.commands(), 60);
}

#[wasm_bindgen_test]
async fn taps_at_once_on_one_visit_are_all_in_it() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    join_all((0..10).map(async |n| record(&device, answer(visit, n % 2 == 0)).await)).await;
    assert_eq!(rows_in("outbox").await, 11);
    let kept: Visit = device.get(visit).await.expect("it can be read").expect("it is there");
    assert_eq!(kept.answers.len(), 1);
}

#[wasm_bindgen_test]
async fn a_double_tap_is_one_act_and_another_check_in_is_refused() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let visit: VisitId = device.new_id();
    let command = check_in(&device, visit);
    record(&device, command.clone()).await;
    record(&device, command.clone()).await;
    assert_eq!(rows_in("outbox").await, 1);
    let other = domain::commands::CheckIn { fix: None, exception: Some("没信号".to_owned()), ..command };
    assert_eq!(device.record(other).await, Err(RecordError::Refused(Refusal::VisitExists { visit })));
}
