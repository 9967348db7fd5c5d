//! Old apps before a new server (P19). `v1/` and the folders after it hold what phones of that protocol said and what
//! they were answered, recorded from a real server and the client's own state machines. Every line is said again to the
//! server of today, and what it answers has to mean the same: each recorded field is there with the recorded value.
//! More may be there; a phone skips what it does not know. Free to differ are the ticket in the session's cookie, the
//! build, the nonce (it is given back as it came) and the words of an error for the log; secrets and epoch are planted,
//! and the clock is held where it stood.
//!
//! `cargo test -p server --test traffic record -- --ignored` writes the folder of the protocol that this build
//! speaks. A recording that has been released is never written again: a new protocol gets a new folder.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod alike;
#[path = "../../../app/sync/tests/protocol/effect.rs"]
mod effect;
#[path = "../sync/ground.rs"]
#[allow(dead_code, reason = "made for the tests of the protocol")]
mod ground;
#[path = "../sync/key.rs"]
mod key;
mod line;
#[path = "../sync/phone.rs"]
#[allow(dead_code, reason = "made for the tests of the protocol")]
mod phone;
#[path = "../evidence/scene.rs"]
#[allow(dead_code, reason = "made for the tests of evidence")]
mod scene;
mod scenes;
#[path = "../sync/served.rs"]
#[allow(dead_code, reason = "made for the tests of the protocol")]
mod served;
mod stage;
mod tape;

use alike::differences;
use line::Line;
use stage::Stage;
use std::fs;
use std::path::{Path, PathBuf};
use sync::limits::PROTOCOL;
use tape::Tape;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/traffic")
}

/// The recordings of all protocols.
fn recordings() -> Vec<PathBuf> {
    let folders = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let released = folders.filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with('v') && path.is_dir());
    let mut files: Vec<PathBuf> =
        released.flat_map(|version| fs::read_dir(version).unwrap().map(|entry| entry.unwrap().path())).collect();
    files.sort();
    files
}

fn lines(file: &Path) -> Vec<Line> {
    let text = fs::read_to_string(file).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error} in {line}"))).collect()
}

#[tokio::test]
async fn whatever_a_released_phone_has_ever_said_is_answered_as_it_was() {
    let files = recordings();
    assert!(files.len() >= scenes::NAMES.len(), "{files:?}");
    for file in files {
        let mut stage = Stage::open().await;
        for (number, line) in lines(&file).into_iter().enumerate() {
            let Some((recorded, now)) = stage.replay(line).await else { continue };
            let differ = differences(&recorded, &now);
            let place = format!("{}, line {}: {} {}", file.display(), number + 1, recorded.method, recorded.path);
            assert!(differ.is_empty(), "{place}\n{}\nnow: {:?}", differ.join("\n"), now.answer);
        }
    }
}

#[tokio::test]
#[ignore = "writes the folder of a protocol, once in its life"]
async fn record() {
    let folder = folder().join(format!("v{PROTOCOL}"));
    fs::create_dir_all(&folder).unwrap();
    for name in scenes::NAMES {
        let mut tape = Tape::open().await;
        scenes::play(name, &mut tape).await;
        let text: String = tape.lines.iter().map(|line| serde_json::to_string(line).unwrap() + "\n").collect();
        fs::write(folder.join(format!("{name}.jsonl")), text).unwrap();
    }
}
