//! The real server on a free port, with a database, a photo folder and a site of its own and a clock that the test holds.
#![allow(dead_code, reason = "every test program uses another part of it")]

#[path = "../sync/ground.rs"]
pub mod ground;
pub mod phone;
pub mod picture;
pub mod wire;

use domain::AnyRecord;
use domain::id::UserId;
use server::account::{SecureCookies, hash_password};
use server::clock::Clock;
use server::command_line::{Data, Running, Serve, start};
use server::sync::Planting;
use std::path::Path;
use std::sync::LazyLock;
use store::Credential;
use tempfile::TempDir;

pub use phone::Phone;

/// Of everybody.
pub const PASSWORD: &str = "correct horse";
/// Hashing is slow on purpose: once per test program is enough.
static HASH: LazyLock<String> = LazyLock::new(|| hash_password(PASSWORD).unwrap());

/// Who can log in, with their phone numbers.
pub const PEOPLE: [(UserId, &str); 3] =
    [(ground::REP, "13800000001"), (ground::OTHER_REP, "13800000002"), (ground::MANAGER, "13800000003")];

/// See the module.
pub struct Fixture {
    pub url: String,
    pub clock: Clock,
    pub running: Running,
    pub folder: TempDir,
    serve: Serve,
}

impl Fixture {
    /// A server with the [`ground`] in it, its people able to log in.
    pub async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// The same, configured in another way.
    pub async fn start_with(configure: impl FnOnce(&mut Serve)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut serve = Serve {
            data: Data { database: folder.path().join("test.db"), photos: folder.path().join("photos") },
            listen: "127.0.0.1:0".parse().unwrap(),
            site: Some(folder.path().join("site")),
            session_days: 30,
            keep_days: 14,
            secure_cookies: SecureCookies::Auto,
            behind_proxy: false,
            open_metrics: false,
            webhooks_inside: false,
        };
        configure(&mut serve);
        let clock = Clock::held(ground::START);
        let running = start(&serve, clock.clone()).await.unwrap();
        let url = format!("http://{}", running.address);
        let fixture = Self { url, clock, running, folder, serve };
        fixture.plant(ground::records()).await;
        let credentials = PEOPLE.map(|(user, phone)| Credential {
            user,
            phone: phone.to_owned(),
            password_hash: HASH.clone(),
            given: false,
        });
        fixture.running.state.store.put_credentials(&credentials).await.unwrap();
        fixture
    }

    /// Stops the server and starts it again on the same data, on another port.
    pub async fn restart(&mut self) {
        let running = start(&self.serve, self.clock.clone()).await.unwrap();
        self.url = format!("http://{}", running.address);
        std::mem::replace(&mut self.running, running).stop().await.unwrap();
    }

    /// Writes records that come from no command.
    pub async fn plant(&self, records: Vec<AnyRecord>) {
        self.running.state.writer.plant(Planting { records, ..Planting::default() }).await.unwrap();
    }

    /// Somebody's phone, logged in.
    pub async fn log_in(&self, user: UserId) -> Phone {
        let phone = Phone::new(&self.url);
        let answer = phone.log_in(number_of(user), PASSWORD).await;
        assert_eq!(answer.status(), 200);
        phone
    }

    /// Where photos lie.
    pub fn photos(&self) -> &Path {
        &self.serve.data.photos
    }
}

/// Somebody's phone number.
pub fn number_of(user: UserId) -> &'static str {
    PEOPLE.iter().find(|(known, _)| *known == user).unwrap().1
}
