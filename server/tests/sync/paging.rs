//! Pages and cursors: each row once, none passed over, whoever writes meanwhile (I6).

use crate::ground::{MANAGER, REP, SHOPS, east, east_shop};
use crate::phone::Phone;
use crate::served::Served;
use serde_json::json;
use std::collections::BTreeMap;
use sync::limits::{MIN_PAGE_BYTES, PAGE_BYTES, PAGE_HEADER};
use sync::wire::{Cursor, PullResponse};

#[tokio::test(flavor = "multi_thread")]
async fn paging_sees_each_row_once_while_others_write() {
    let served = Served::new().await;
    let mut writers = Vec::new();
    for device in 10..14 {
        let mut phone = Phone::new(&served, REP, device).await;
        writers.push(tokio::spawn(async move {
            for n in 0..40 {
                for _ in 0..10 {
                    phone.leave_task(east_shop(n), &"补货".repeat(100));
                }
                phone.push().await;
            }
        }));
    }
    let mut readers = Vec::new();
    for device in 20..23 {
        let mut phone = Phone::new(&served, REP, device).await;
        readers.push(tokio::spawn(async move {
            let mut seen: BTreeMap<(domain::Scope, u64), uuid::Uuid> = BTreeMap::new();
            let mut last: Cursor = Cursor::default();
            while phone.count("task") < 4 * 400 {
                let page = phone.pull_page().await;
                for record in &page.records {
                    let before = last.scopes.get(&record.scope).copied().unwrap_or_default();
                    assert!(record.version > before && record.version <= page.cursor.scopes[&record.scope]);
                    let twice = seen.insert((record.scope, record.version), record.id);
                    assert!(twice.is_none(), "{}@{} came twice", record.scope, record.version);
                }
                last = page.cursor;
            }
            phone
        }));
    }
    for writer in writers {
        writer.await.unwrap();
    }
    let mut fresh = Phone::new(&served, REP, 30).await;
    fresh.pull().await;
    for reader in readers {
        let mut reader = reader.await.unwrap();
        reader.pull().await;
        assert_eq!(reader.base, fresh.base, "whoever read meanwhile holds what a fresh phone gets");
    }
}

#[tokio::test]
async fn pages_are_cut_by_bytes_and_say_honestly_how_much_is_to_come() {
    let served = Served::new().await;
    let mut phone = Phone::new(&served, REP, 1).await;
    for n in 0..400 {
        phone.leave_task(east_shop(n), &"长".repeat(600));
    }
    phone.push().await;
    let mut reader = Phone::new(&served, REP, 2).await;
    let pages = reader.pull().await;
    assert!(pages.len() >= 3, "{}", pages.len());
    for (n, page) in pages.iter().enumerate() {
        let bytes: usize = page.records.iter().map(|record| record.body.get().len()).sum();
        assert!(bytes <= PAGE_BYTES && (bytes > PAGE_BYTES / 2 || !page.more));
        let rest: usize = pages[n + 1..].iter().map(|page| page.records.len()).sum();
        assert_eq!(page.remaining, rest as u64);
    }
    let idle = reader.pull_page().await;
    assert!(idle.records.is_empty() && idle.enter.is_empty() && !idle.more && idle.remaining == 0);
}

#[tokio::test]
async fn a_poor_line_gets_the_small_pages_that_it_asks_for_and_nobody_a_larger_one_than_there_is() {
    let served = Served::new().await;
    let mut phone = Phone::new(&served, REP, 1).await;
    for n in 0..400 {
        phone.leave_task(east_shop(n), &"长".repeat(600));
    }
    phone.push().await;
    for (asked, most) in
        [("16384", 16_384), ("40000", 40_000), ("1", MIN_PAGE_BYTES), ("9999999999", PAGE_BYTES), ("much", PAGE_BYTES)]
    {
        let request = phone.client.post(format!("{}/api/v1/sync/pull", served.url)).header(PAGE_HEADER, asked);
        let request = request.header("cookie", &phone.cookie).json(&json!({ "device": phone.device, "cursor": {} }));
        let page: PullResponse = request.send().await.unwrap().json().await.unwrap();
        let bytes: usize = page.records.iter().map(|record| record.body.get().len()).sum();
        assert!(page.more && bytes <= most && bytes > most / 2, "{asked}: {bytes}");
    }
}

#[tokio::test]
async fn only_what_has_changed_comes_again_and_a_row_that_changed_often_comes_once() {
    let served = Served::new().await;
    let mut rep = Phone::new(&served, REP, 1).await;
    let mut reader = Phone::new(&served, MANAGER, 2).await;
    reader.pull().await;
    rep.leave_task(east_shop(1), "补货");
    let task = match sync::Body::thaw(&rep.rows[0].raw).unwrap().command {
        domain::Command::LeaveTask(command) => command.task,
        other => panic!("{other:?}"),
    };
    rep.make(domain::commands::CloseTask { task, photo: None, words: String::new() });
    let answer = rep.push().await;
    let page = reader.pull_page().await;
    assert_eq!(page.records.len(), 1);
    assert!(page.records[0].body.get().contains("closed"));
    let sync::wire::Outcome::Applied { versions } = &answer.answers[1].outcome else { panic!("{answer:?}") };
    assert_eq!(page.cursor.scopes[&east()], versions[&east()], "settled as soon as it is pulled");
    assert!(page.records.len() < usize::try_from(SHOPS).unwrap());
}
