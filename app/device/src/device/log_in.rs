//! Logging in and out, and another password. A login needs the network once; after that the session is kept, and recording
//! goes on whatever the server thinks of it.

use super::Inner;
use crate::account::{Account, json};
use crate::change::Change;
use crate::clock;
use crate::error::{LogInError, StorageError};
use crate::exchange::http::{Call, Reply};
use crate::exchange::{LOCK, Trouble, locked};
use crate::installation::ERASED;
use domain::id::DeviceId;
use std::rc::Rc;
use sync::wire::{LoggedIn, Login, PasswordChange, ProblemCode, Session};
use wasm_bindgen_futures::spawn_local;

/// The status under which a server says, among other things, that the device was taken out of use.
const REVOKED: u16 = 403;

impl Inner {
    pub(super) async fn log_in(self: &Rc<Self>, phone: &str, password: &str) -> Result<Session, LogInError> {
        // No other tab may send anything while the cookie changes hands.
        let held = locked(LOCK).await;
        let mut login = Login {
            phone: phone.to_owned(),
            password: password.to_owned(),
            device: self.installation.device_of(phone).await?,
            device_name: device_name(),
        };
        let mut reply = ask(&login).await?;
        if reply.status() == REVOKED {
            let problem = reply.problem().await;
            if problem.code != ProblemCode::DeviceRevoked {
                return Err(LogInError::Refused { code: problem.code, retry_after: problem.retry_after });
            }
            // What this phone was to them is over; it may become another one. What it still held of theirs is
            // sent under the old id by the first exchange, and erased.
            login.device = DeviceId(clock::new_uuid());
            reply = ask(&login).await?;
        }
        if !(200..300).contains(&reply.status()) {
            let problem = reply.problem().await;
            return Err(LogInError::Refused { code: problem.code, retry_after: problem.retry_after });
        }
        let LoggedIn { session, recovery } = reply.read().await.map_err(refused)?;
        let cipher = self.cipher_after_login(session.user.id, recovery.as_deref()).await?;
        if self.account().is_some_and(|account| account.user() != session.user.id) {
            self.leave();
        }
        let Some(cipher) = cipher else {
            return self.log_in_locked(session).await;
        };
        let account = Account::open(session.user.id, cipher, Some(&session)).await?.ok_or(StorageError::NobodyHere)?;
        self.lock.open();
        self.installation.set_device_of(phone, account.device()).await?;
        self.installation.set_current(Some(session.user.id)).await?;
        self.installation.set_setting(ERASED, "").await?;
        drop(held);
        self.enter(Rc::new(account), 0).await;
        self.tell(Change { session: true, ..Change::default() });
        Ok(session)
    }

    /// The server knows them, and their store here takes a PIN all the same: it gave no secret that opens it.
    async fn log_in_locked(self: &Rc<Self>, session: Session) -> Result<Session, LogInError> {
        self.installation.set_current(Some(session.user.id)).await?;
        self.leave();
        self.lock.close(session.user.id);
        self.tell(Change { session: true, ..Change::default() });
        Ok(session)
    }

    /// The store is sealed with a key that is no matter of passwords: nothing in it is touched.
    pub(super) async fn change_password(self: &Rc<Self>, old: &str, new: &str) -> Result<(), LogInError> {
        let account = self.account().ok_or(StorageError::NobodyHere)?;
        // Another tab may have logged somebody else in: the cookie is theirs now.
        if self.installation.current().await? != Some(account.user()) {
            return Err(StorageError::NobodyHere.into());
        }
        let change = PasswordChange { old: old.to_owned(), new: new.to_owned() };
        let reply = Call::new("POST", "/api/v1/session/password").json(&json(&change)).send().await.map_err(refused)?;
        if !(200..300).contains(&reply.status()) {
            let problem = reply.problem().await;
            return Err(LogInError::Refused { code: problem.code, retry_after: problem.retry_after });
        }
        account.renew(reply.read().await.map_err(refused)?).await?;
        self.session_changed();
        // What could not be sent before goes now.
        self.exchange_now();
        Ok(())
    }

    pub(super) async fn log_out(self: &Rc<Self>) -> Result<(), StorageError> {
        self.installation.set_current(None).await?;
        self.leave();
        self.tell(Change { session: true, ..Change::default() });
        spawn_local(async {
            // The answer takes the cookie away: it must not come between the next login and its cookie, nor end the
            // session under an exchange that is still on its way.
            let _held = locked(LOCK).await;
            // Offline the server's session lives on until it expires, but nobody here uses it.
            drop(Call::new("DELETE", "/api/v1/session").send().await);
        });
        Ok(())
    }
}

async fn ask(login: &Login) -> Result<Reply, LogInError> {
    Call::new("POST", "/api/v1/session").json(&json(login)).send().await.map_err(refused)
}

fn refused(trouble: Trouble) -> LogInError {
    match trouble {
        Trouble::Unreachable => LogInError::Unreachable,
        Trouble::LoggedOut => LogInError::Refused { code: ProblemCode::WrongCredentials, retry_after: None },
        Trouble::Storage(error) => LogInError::NotSaved(error),
        Trouble::Troubled(retry_after) => LogInError::Refused { code: ProblemCode::Busy, retry_after },
        Trouble::Outdated | Trouble::Revoked | Trouble::NotOurs => {
            LogInError::Refused { code: ProblemCode::Outdated, retry_after: None }
        }
    }
}

/// What the phone calls itself in the list of sessions: the first bracket of the user agent says it best.
fn device_name() -> String {
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default();
    let name = agent.split(['(', ')']).nth(1).unwrap_or(&agent);
    name.chars().take(80).collect()
}
