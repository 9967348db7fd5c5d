//! What only SQLite has to show: that every need has its index, that the log cannot be rewritten,
//! and that the reports can be read.

use crate::scene::{Scene, logged, page_request, put};
use domain::records::{RecordKey, Task};
use domain::{Index, Scope};
use sqlx::{AssertSqlSafe, ConnectOptions, Row, SqliteConnection};
use std::collections::BTreeMap;
use store::{Batch, DeviceRow, LogLine, PageRequest, Records, SqliteStore};
use sync::digest::Digest;
use sync::server::RecordChange;

/// A store with the scene in it, and a connection of somebody else to the same file.
async fn opened() -> (tempfile::TempDir, SqliteStore, SqliteConnection) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sqlite.db");
    let store = SqliteStore::open(&path).await.unwrap();
    let scene = Scene::new();
    let changes = scene.records().into_iter().zip(1..).map(|(record, version)| put(record, version)).collect();
    let log = vec![LogLine { logged: logged(scene.device, 1), actor: scene.user }];
    let devices = vec![DeviceRow::new(scene.device, scene.user)];
    store.commit(Batch { changes, log, devices, ..Batch::default() }).await.unwrap();
    let other = sqlx::sqlite::SqliteConnectOptions::new().filename(&path).connect().await.unwrap();
    (folder, store, other)
}

#[tokio::test]
async fn every_need_is_answered_by_an_index_and_never_by_a_scan() {
    let (_folder, _store, mut other) = opened().await;
    for (kind, field) in Index::FIELDS {
        let sql = format!(
            "EXPLAIN QUERY PLAN SELECT record.body FROM json_each('[\"x\"]') AS wanted CROSS JOIN record
             ON record.kind = '{kind}' AND json_extract(record.body, '$.{field}') = wanted.value"
        );
        let plan = sqlx::query(AssertSqlSafe(sql)).fetch_all(&mut other).await.unwrap();
        let plan: Vec<String> = plan.iter().map(|row| row.get("detail")).collect();
        let index = format!("SEARCH record USING INDEX {kind}_{field}");
        assert!(plan.iter().any(|step| step.starts_with(&index)), "{kind}.{field}: {plan:?}");
    }
}

#[tokio::test]
async fn the_command_log_can_neither_be_rewritten_nor_shortened() {
    let (_folder, _store, mut other) = opened().await;
    for sql in ["UPDATE command_log SET body = ''", "DELETE FROM command_log"] {
        let error = sqlx::query(sql).execute(&mut other).await.unwrap_err();
        assert!(error.to_string().contains("append-only"), "{error}");
    }
}

#[tokio::test]
async fn every_report_can_be_read() {
    let (_folder, _store, mut other) = opened().await;
    let views = sqlx::query("SELECT name FROM sqlite_schema WHERE type = 'view'").fetch_all(&mut other).await.unwrap();
    assert!(views.len() >= 6);
    for view in views {
        let sql = format!("SELECT * FROM {}", view.get::<String, _>(0));
        sqlx::query(AssertSqlSafe(sql)).fetch_all(&mut other).await.unwrap();
    }
    let photos = sqlx::query("SELECT rep FROM report_photo").fetch_all(&mut other).await.unwrap();
    assert_eq!(photos.len(), 8);
}

#[tokio::test]
async fn a_record_that_cannot_be_read_is_named_and_not_taken_for_absent() {
    let (_folder, store, mut other) = opened().await;
    let task = Scene::new().task;
    sqlx::query("UPDATE record SET body = json_set(body, '$.due', 'never') WHERE kind = 'task'")
        .execute(&mut other)
        .await
        .unwrap();
    let needs =
        [domain::Need::record::<domain::records::Task>(task.id), domain::Need::Index(Index::TasksAt(task.outlet))];
    let loaded = store.load(&needs).await.unwrap();
    assert!(loaded.records.is_empty());
    assert_eq!(loaded.unreadable, needs);
}

/// The digests as they are kept, and as all the records there are give them.
async fn digests(other: &mut SqliteConnection) -> (Vec<(String, i64)>, Vec<(String, i64)>) {
    let kept = sqlx::query_as("SELECT name, digest FROM scope ORDER BY name").fetch_all(&mut *other).await.unwrap();
    let rows = sqlx::query(
        "SELECT scope.name, record.kind, record.id, record.version FROM scope LEFT JOIN record ON record.scope = number",
    );
    let mut folded = BTreeMap::<String, Digest>::new();
    for row in rows.fetch_all(other).await.unwrap() {
        let digest = folded.entry(row.get(0)).or_default();
        if let Some(kind) = row.get::<Option<&str>, _>(1) {
            digest.fold(kind, row.get(2), row.get::<i64, _>(3).cast_unsigned());
        }
    }
    (kept, folded.into_iter().map(|(name, digest)| (name, digest.0.cast_signed())).collect())
}

#[tokio::test]
async fn the_digest_of_a_scope_is_that_of_its_records_whatever_is_written_moved_and_taken_away() {
    let (folder, store, mut other) = opened().await;
    let scene = Scene::new();
    let (ground, elsewhere) = (scene.ground(), Scope::Territory(scene.other_territory));
    let height = store.versions().await.unwrap()[&ground];
    let key = RecordKey::of::<Task>(scene.task.id);
    let left = |scope, version| RecordChange::Gone { key, scope, version };
    let moved = Task { territory: scene.other_territory, ..scene.task.clone() };
    let batches = [
        vec![put(scene.task.clone(), height + 1)],
        vec![put(moved.clone(), 1), left(ground, height + 2)],
        vec![put(moved, 2)],
        // It left a scope in which it is not: nothing changes there.
        vec![left(ground, height + 3)],
        vec![put(scene.task.clone(), height + 4), left(elsewhere, 3)],
        vec![left(ground, height + 5)],
        vec![put(scene.photo.clone(), height + 6), put(scene.task.clone(), height + 7)],
    ];
    for changes in batches {
        store.commit(Batch { changes, ..Batch::default() }).await.unwrap();
        let (kept, folded) = digests(&mut other).await;
        assert_eq!(kept, folded);
    }

    let request = PageRequest { digests: true, bytes: 1, ..page_request(&scene, height) };
    assert!(store.page(&request).await.unwrap().digests.is_none(), "there is more to come");
    let request = PageRequest { bytes: 100_000, ..request };
    let page = store.page(&request).await.unwrap();
    assert_eq!(page.digests.as_ref().unwrap()[&ground].0.cast_signed(), digests(&mut other).await.0[0].1);
    let idle = PageRequest { scopes: page.cursor, ..request };
    assert_eq!(store.page(&idle).await.unwrap().digests, page.digests, "also when nothing is new");
    assert!(store.page(&PageRequest { digests: false, ..idle }).await.unwrap().digests.is_none());

    // A database of a build that kept none: the next start folds what is there, and until then nothing is said.
    sqlx::query("UPDATE scope SET digest = NULL").execute(&mut other).await.unwrap();
    store.commit(Batch { changes: vec![put(scene.task.clone(), height + 8)], ..Batch::default() }).await.unwrap();
    let request = PageRequest { digests: true, ..page_request(&scene, height) };
    assert_eq!(store.page(&request).await.unwrap().digests, Some(BTreeMap::new()));
    store.close().await;
    let again = SqliteStore::open(&folder.path().join("sqlite.db")).await.unwrap();
    let (kept, folded) = digests(&mut other).await;
    assert_eq!(kept, folded);
    again.close().await;
}
