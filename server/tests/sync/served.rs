//! The real server on a free port, with a database of its own and a clock that the test holds.

use crate::ground;
use crate::phone::Phone;
use domain::AnyRecord;
use domain::id::UserId;
use domain::time::Offset;
use server::account::SecureCookies;
use server::clock::Clock;
use server::command_line::{Data, Running, Serve, start};
use server::sync::{Planting, Writer};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Records, SqliteStore};
use tempfile::TempDir;

/// See the module.
pub struct Served {
    pub url: String,
    pub clock: Clock,
    /// A second look into the same database.
    pub store: SqliteStore,
    pub running: Running,
    folder: TempDir,
}

impl Served {
    /// A server with the [`ground`] in it.
    pub async fn new() -> Self {
        Self::at(tempfile::tempdir().unwrap(), ground::records()).await
    }

    /// A server on a folder with what lies there.
    pub async fn at(folder: TempDir, planted: Vec<AnyRecord>) -> Self {
        let data = data(folder.path());
        plant(&data, planted).await;
        let clock = Clock::held(ground::START);
        let serve = Serve {
            data: data.clone(),
            listen: "127.0.0.1:0".parse().unwrap(),
            site: Some(folder.path().join("site")),
            session_days: 30,
            keep_days: 14,
            secure_cookies: SecureCookies::Never,
            behind_proxy: false,
            open_metrics: false,
            webhooks_inside: false,
        };
        let running = start(&serve, clock.clone()).await.unwrap();
        let store = data.open_store().await.unwrap();
        Self { url: format!("http://{}", running.address), clock, store, running, folder }
    }

    /// Where its database lies.
    pub fn database(&self) -> PathBuf {
        data(self.folder.path()).database
    }

    /// Writes records that come from no command.
    pub async fn plant(&self, records: Vec<AnyRecord>) {
        self.running.state.writer.plant(Planting { records, ..Planting::default() }).await.unwrap();
    }

    /// Stops it and starts it again on the same data.
    pub async fn restarted(self) -> Self {
        let Self { running, store, folder, .. } = self;
        store.close().await;
        running.stop().await.unwrap();
        Self::at(folder, Vec::new()).await
    }
}

/// Where the data lies in a folder.
pub fn data(folder: &Path) -> Data {
    Data { database: folder.join("test.db"), photos: folder.join("photos") }
}

/// Writes records into a database that nobody serves yet.
pub async fn plant(data: &Data, records: Vec<AnyRecord>) {
    let store = Arc::new(data.open_store().await.unwrap());
    let writer = Writer::start(store.clone(), Clock::held(ground::START), Offset::CHINA).await.unwrap();
    writer.plant(Planting { records, ..Planting::default() }).await.unwrap();
    writer.stop().await;
    store.close().await;
}

/// A phone with a session in a database that nobody serves yet. Its clock is the machine's.
pub async fn session(data: &Data, user: UserId, device: u128) -> Phone {
    let store = data.open_store().await.unwrap();
    let phone = Phone::logged_in(&store, &Clock::system(), String::new(), user, device).await;
    store.close().await;
    phone
}
