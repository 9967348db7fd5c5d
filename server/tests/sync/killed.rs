//! A server that is killed keeps what it acknowledged (law 1, on its side of the line).

use crate::ground::{self, REP, east_shop};
use crate::served::{data, plant, session};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use sync::client::RowState;

/// The server as a process of its own.
struct Process {
    child: Child,
    url: String,
}

impl Process {
    fn start(folder: &Path) -> Self {
        let data = data(folder);
        let mut child = Command::new(env!("CARGO_BIN_EXE_server"))
            .arg("serve")
            .args(["--listen", "127.0.0.1:0", "--site"])
            .arg(folder.join("site"))
            .arg("--database")
            .arg(data.database)
            .arg("--photos")
            .arg(data.photos)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line.trim().rsplit(' ').next().unwrap().to_owned();
        Self { child, url }
    }
}

impl Drop for Process {
    /// SIGKILL: nothing is flushed, nobody is told.
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_server_keeps_what_it_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    plant(&data(folder.path()), ground::records()).await;
    let mut phone = session(&data(folder.path()), REP, 1).await;
    for round in 0..3 {
        let process = Process::start(folder.path());
        phone.url.clone_from(&process.url);
        let mut sender = phone.clone();
        let sending = tokio::spawn(async move {
            for n in 0.. {
                sender.leave_task(east_shop(n), "补货");
                // The connection breaks at some moment; what was not answered waits.
                if sender.try_push().await.is_none() {
                    break;
                }
            }
            sender
        });
        tokio::time::sleep(Duration::from_millis(150 + round * 70)).await;
        drop(process);
        phone = sending.await.unwrap();
        let acknowledged = phone.rows.iter().filter(|row| row.state != RowState::Waiting).count() as u64;
        assert!(acknowledged > 0);

        let process = Process::start(folder.path());
        phone.url.clone_from(&process.url);
        let page = phone.pull().await.pop().unwrap();
        assert!(page.acknowledged >= acknowledged, "{} < {acknowledged}", page.acknowledged);
        assert_eq!(phone.count("task") as u64, page.acknowledged, "no effect without its command, and none twice");
        phone.push().await;
        assert!(phone.rows.iter().all(|row| matches!(row.state, RowState::Applied { .. })));
    }
}
