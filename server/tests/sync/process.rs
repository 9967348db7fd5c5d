//! The server as a process of its own, which can be killed and whose files can be kept from growing.

use crate::served::data;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// See the module.
pub struct Process {
    child: Child,
    pub url: String,
}

impl Process {
    /// On the data in a folder, which may have been another's before.
    pub fn start(folder: &Path) -> Self {
        // A write beyond a limit is to fail, as on a full disk, and not to end the process: what is ignored before stays
        // ignored in what is run.
        let mut child = Command::new("sh")
            .args(["-c", r#"trap "" XFSZ; exec "$0" "$@""#, env!("CARGO_BIN_EXE_server"), "serve"])
            .args(["--listen", "127.0.0.1:0", "--site"])
            .arg(folder.join("site"))
            .args(paths(folder))
            .env("LIANYING_LOG", "error")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line.trim().rsplit(' ').next().unwrap().to_owned();
        Self { child, url }
    }

    /// From here on none of its files grows beyond so many bytes; none is no limit.
    pub fn limit(&self, bytes: Option<u64>) {
        let bytes = bytes.map_or_else(|| "unlimited".to_owned(), |bytes| bytes.to_string());
        let process = ["--pid".to_owned(), self.child.id().to_string(), format!("--fsize={bytes}:unlimited")];
        assert!(Command::new("prlimit").args(process).status().unwrap().success());
    }
}

impl Drop for Process {
    /// SIGKILL: nothing is flushed, nobody is told.
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// What `server verify` says of the data in a folder; anything but whole fails the test.
pub fn assert_whole(folder: &Path) {
    let verified = Command::new(env!("CARGO_BIN_EXE_server")).arg("verify").args(paths(folder)).output().unwrap();
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}

fn paths(folder: &Path) -> [std::ffi::OsString; 4] {
    let data = data(folder);
    ["--database".into(), data.database.into(), "--photos".into(), data.photos.into()]
}
