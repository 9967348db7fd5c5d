//! A server that comes back from a backup: what was made since comes again from the phones, once (P24, F108).

use crate::ground::{REP, east_shop};
use crate::phone::Phone;
use crate::served::{Served, data};
use clap::Parser;
use server::command_line::CommandLine;
use std::path::Path;
use sync::client::RowState;
use sync::wire::Outcome;

async fn type_in(line: &[&str]) -> anyhow::Result<()> {
    CommandLine::parse_from(std::iter::once("server").chain(line.iter().copied())).run().await
}

fn place(of: &Path) -> [String; 4] {
    let data = data(of);
    let [database, photos] = [data.database, data.photos].map(|path| path.to_str().unwrap().to_owned());
    ["--database".to_owned(), database, "--photos".to_owned(), photos]
}

async fn act(name: &str, of: &Path, folder: &Path) -> anyhow::Result<()> {
    let place = place(of);
    let mut line = vec![name];
    line.extend(place.iter().map(String::as_str));
    line.push(folder.to_str().unwrap());
    type_in(&line).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_made_after_the_backup_comes_again_from_the_phones_and_once() {
    let served = Served::new().await;
    let before = served.database();
    let backup = tempfile::tempdir().unwrap();
    let mut phone = Phone::new(&served, REP, 1).await;
    for n in 0..20 {
        phone.leave_task(east_shop(n), "补货");
    }
    phone.push().await;
    phone.pull().await;
    act("backup", before.parent().unwrap(), backup.path()).await.unwrap();
    for n in 20..120 {
        phone.leave_task(east_shop(n % 40), "换价签");
    }
    phone.push().await;
    let epoch = phone.pull_page().await.epoch;

    let again = tempfile::tempdir().unwrap();
    act("restore", again.path(), backup.path()).await.unwrap();
    let served = Served::at(again, Vec::new()).await;
    phone.url.clone_from(&served.url);
    phone.cursor = sync::wire::Cursor::default();
    phone.base.clear();
    assert_ne!(phone.pull_page().await.epoch, epoch, "it says that it is another");
    phone.pull().await;
    assert_eq!(phone.count("task"), 20, "as it was at the backup");

    // As a phone does in another epoch: what it was told counts no more.
    phone.expected = None;
    phone.rows.iter_mut().for_each(|row| row.state = RowState::Waiting);
    let answer = phone.push().await;
    assert_eq!(answer.answers.len(), 120);
    assert!(answer.answers.iter().all(|answer| matches!(answer.outcome, Outcome::Applied { .. })));
    assert_eq!(answer.answers.iter().filter(|answer| answer.duplicate).count(), 20);
    phone.pull().await;
    assert_eq!(phone.count("task"), 120);
}

#[tokio::test]
async fn a_restore_overwrites_nothing_and_a_folder_that_is_no_backup_is_said_to_be_none() {
    let served = Served::new().await;
    let here = served.database();
    let backup = tempfile::tempdir().unwrap();
    act("backup", here.parent().unwrap(), backup.path()).await.unwrap();
    act("backup", here.parent().unwrap(), backup.path()).await.expect("a second one replaces the first");
    let refused = act("restore", here.parent().unwrap(), backup.path()).await.unwrap_err();
    assert!(refused.to_string().contains("nothing is overwritten"), "{refused}");

    let (nothing, again) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let refused = act("restore", again.path(), nothing.path()).await.unwrap_err();
    assert!(refused.to_string().contains("is no backup"), "{refused}");
    assert_eq!(std::fs::read_dir(again.path()).unwrap().count(), 0, "nothing is left behind");
}
