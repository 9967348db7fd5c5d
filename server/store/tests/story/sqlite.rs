//! What only SQLite has to show: that every need has its index, that the log cannot be rewritten,
//! and that the reports can be read.

use crate::scene::{Scene, logged, put};
use domain::Index;
use sqlx::{AssertSqlSafe, ConnectOptions, Row, SqliteConnection};
use store::{Batch, DeviceRow, LogLine, Records, SqliteStore};

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
