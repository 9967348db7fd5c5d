//! `server verify`: an honest database is whole, and whatever is changed behind its back is found and named.

use crate::ground::east_shop;
use crate::scene::{Key, PHOTO, hash, phone, receive};
use crate::served::{Served, data};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use store::Records;
use sync::proof::Proof;
use tempfile::TempDir;

/// A database in which a phone has left four signed commands, one of them a photo's, and the proof of that photo.
async fn honest() -> (TempDir, Proof) {
    let served = Served::new().await;
    let key = Key::of(7);
    let mut phone = phone(&served, &key).await;
    phone.take();
    phone.leave_task(east_shop(1), "补货");
    phone.leave_task(east_shop(2), "换海报");
    phone.sign(&key);
    served.clock.advance(60_000);
    phone.push().await;
    receive(&served).await;
    let proof = phone.ask_proof().await.json().await.unwrap();
    let from = served.database();
    served.store.close().await;
    served.running.stop().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(from, data(folder.path()).database).unwrap();
    let photo = photo_file(folder.path());
    std::fs::create_dir_all(photo.parent().unwrap()).unwrap();
    std::fs::write(photo, PHOTO).unwrap();
    (folder, proof)
}

fn photo_file(folder: &Path) -> PathBuf {
    let hash = hash();
    data(folder).photos.join(&hash[..2]).join(&hash[2..4]).join(format!("{hash}.jpg"))
}

/// The database after somebody with access to the file has been at it.
async fn tampered(folder: &Path, sql: &str) {
    let options = SqliteConnectOptions::new().filename(data(folder).database);
    let mut connection = options.connect().await.unwrap();
    let unguarded = "DROP TRIGGER command_log_is_never_rewritten; DROP TRIGGER command_log_is_never_shortened;";
    for statements in [unguarded, sql] {
        sqlx::raw_sql(AssertSqlSafe(statements.to_owned())).execute(&mut connection).await.unwrap();
    }
    connection.close().await.unwrap();
}

fn verify(folder: &Path, more: &[&Path]) -> Output {
    let data = data(folder);
    let mut command = Command::new(env!("CARGO_BIN_EXE_server"));
    command.arg("verify").arg("--database").arg(data.database).arg("--photos").arg(data.photos);
    command.args(more).output().unwrap()
}

/// What it says, and that it ends as it should.
fn said(output: &Output, whole: bool) -> String {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    assert_eq!(output.status.code(), Some(i32::from(!whole)), "{text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

#[tokio::test]
async fn an_honest_database_is_whole() {
    let (folder, _) = honest().await;
    let text = said(&verify(folder.path(), &[]), true);
    assert!(text.contains("4 commands, 4 signed, 0 lost, 1 keys: whole"), "{text}");
    assert!(text.contains("1 photos: 0 faults"), "{text}");
}

#[tokio::test]
async fn whatever_is_changed_in_the_log_is_found_and_named() {
    let foreign = Key::of(9).sign("anything");
    let cases = [
        (
            "UPDATE command_log SET body = replace(body, '补货', '补贷') WHERE seq = 3".to_owned(),
            "line 3 has other bytes than those that arrived",
        ),
        (
            "UPDATE command_log SET seq = 1002 WHERE seq = 2; UPDATE command_log SET seq = 2 WHERE seq = 3;
             UPDATE command_log SET seq = 3 WHERE seq = 1002"
                .to_owned(),
            "line 2 does not follow the one before",
        ),
        ("DELETE FROM command_log WHERE seq = 2".to_owned(), "line 2 is missing"),
        ("DELETE FROM command_log WHERE seq = 4".to_owned(), "the chain ends at line 3, and should end at 4"),
        (
            format!("UPDATE command_log SET signature = '{foreign}' WHERE seq = 2"),
            "line 2 is signed with a key that is not this device's",
        ),
        (
            "UPDATE command_log SET received_at = 1 WHERE seq = 4".to_owned(),
            "line 4 arrived before its nonce was given",
        ),
        (
            "UPDATE meta SET value = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' WHERE key = 'nonce_secret'"
                .to_owned(),
            "line 1 names a nonce that this server did not give",
        ),
    ];
    let (honest, _) = honest().await;
    for (sql, fault) in cases {
        let folder = tempfile::tempdir().unwrap();
        std::fs::copy(data(honest.path()).database, data(folder.path()).database).unwrap();
        let photo = photo_file(folder.path());
        std::fs::create_dir_all(photo.parent().unwrap()).unwrap();
        std::fs::write(photo, PHOTO).unwrap();
        tampered(folder.path(), &sql).await;
        let text = said(&verify(folder.path(), &[]), false);
        assert!(text.contains("DAMAGED") && text.contains(fault), "{sql}\n{text}");
    }
}

#[tokio::test]
async fn a_photo_that_was_changed_or_taken_away_is_named() {
    let (folder, _) = honest().await;
    std::fs::write(photo_file(folder.path()), b"five bottles on a shelf").unwrap();
    let text = said(&verify(folder.path(), &[]), false);
    assert!(text.contains(&format!("photo {} has other bytes than those that arrived", hash())), "{text}");
    std::fs::remove_file(photo_file(folder.path())).unwrap();
    let text = said(&verify(folder.path(), &[]), false);
    assert!(text.contains(&format!("photo {} is not in the folder", hash())), "{text}");
}

#[tokio::test]
async fn a_proof_holds_for_its_photo_and_for_no_other_and_needs_no_database() {
    let (folder, proof) = honest().await;
    let at = |name: &str| folder.path().join(name);
    let (file, photo, other) = (at("proof.json"), at("photo.jpg"), at("other.jpg"));
    std::fs::write(&file, serde_json::to_vec(&proof).unwrap()).unwrap();
    std::fs::write(&photo, PHOTO).unwrap();
    std::fs::write(&other, b"five bottles on a shelf").unwrap();
    let nowhere = tempfile::tempdir().unwrap();
    let check = |photo: &Path| verify(nowhere.path(), &[Path::new("--export"), &file, Path::new("--photo"), photo]);
    assert!(!said(&check(&photo), true).contains("NO"));
    assert!(said(&check(&other), false).contains("the photo is the one of the proof: NO"));
    let later = Proof { received_at: proof.received_at.plus(-1), ..proof };
    std::fs::write(&file, serde_json::to_vec(&later).unwrap()).unwrap();
    assert!(said(&check(&photo), false).contains("the server has signed the proof: NO"));
}
