//! One exchange from begin to end.

use super::revoked::farewell;
use super::{Trouble, locked, parcels, photos, pull, push};
use crate::account::Account;
use crate::clock;
use crate::device::Inner;
use crate::error::StorageError;
use crate::state::Reach;
use std::rc::Rc;
use sync::wire::Session;
use wasm_bindgen_futures::spawn_local;

/// The lock that a tab holds while it exchanges, and while it changes who is logged in.
pub(crate) const LOCK: &str = "lianying-exchange";
/// How long what the server says of the session is good for, in milliseconds.
const SESSION_FRESH: i64 = 60 * 60 * 1000;

impl Inner {
    /// Exchanges after a pause, or sooner if that was planned.
    pub(crate) fn exchange_in(self: &Rc<Self>, millis: u32) {
        let weak = Rc::downgrade(self);
        self.schedule.set(millis, move || {
            if let Some(inner) = weak.upgrade() {
                inner.exchange_now();
            }
        });
    }

    /// There is a sign that the line may be back.
    pub(crate) fn exchange_hopefully(self: &Rc<Self>) {
        self.schedule.hope();
        self.exchange_now();
    }

    /// Exchanges now, or once more after the one that is running.
    pub(crate) fn exchange_now(self: &Rc<Self>) {
        self.schedule.clear();
        let Some(account) = self.account() else { return };
        if !self.schedule.begin() {
            return;
        }
        let inner = Rc::clone(self);
        spawn_local(async move {
            let result = {
                let _held = locked(LOCK).await;
                exchange(&inner, &account).await
            };
            // What one person's exchange came to is nothing to tell the next of.
            if inner.still(&account).is_ok() {
                inner.show(None);
                match &result {
                    Ok(()) => inner.reached(Reach::Online),
                    Err(trouble) => {
                        if let Some(reach) = trouble.reach() {
                            inner.reached(reach);
                        }
                    }
                }
            }
            if result == Err(Trouble::Revoked) {
                // What could not be deleted now is shown to nobody, and goes when this person logs in here again:
                // its device id is still the revoked one.
                drop(inner.erase(&account).await);
                if let Some(pause) = inner.schedule.end(&result, true) {
                    inner.exchange_in(pause);
                }
                return;
            }
            tend(&account, &result).await;
            inner.refresh(&account).await;
            if let Some(pause) = inner.schedule.end(&result, crate::page::is_visible()) {
                inner.retry_in(result.is_err().then_some(pause));
                inner.exchange_in(pause);
            }
        });
    }
}

/// Looks after the room on the phone. What the server says must find some, or nothing would ever be freed.
async fn tend(account: &Account, result: &Result<(), Trouble>) {
    // What cannot be done now is done after another exchange.
    match result {
        Ok(()) => drop(account.lay_reserve().await),
        Err(Trouble::Storage(StorageError::Full)) => {
            drop(account.spend_reserve().await);
            drop(account.free_photos(true).await);
        }
        Err(_) => {}
    }
}

async fn exchange(inner: &Rc<Inner>, account: &Account) -> Result<(), Trouble> {
    // Another tab may have logged somebody else in while this one waited: the cookie is theirs now.
    if inner.installation.current().await? != Some(account.user()) {
        return Err(Trouble::NotOurs);
    }
    account.still_here().await?;
    match renew_session(inner, account).await {
        Err(Trouble::Revoked) => return Err(farewell(inner, account).await),
        renewed => renewed?,
    }
    if !inner.state().counted {
        // The first push tells the server how many photos wait.
        inner.refresh(account).await;
    }
    loop {
        push::push(inner, account).await?;
        let pulled = pull::pull(inner, account).await;
        if matches!(pulled, Err(Trouble::Revoked)) {
            return Err(farewell(inner, account).await);
        }
        // A build that is too old to fetch still sends everything it has.
        let outdated = matches!(pulled, Err(Trouble::Outdated));
        if !outdated {
            let pulled = pulled?;
            inner.update.look(&pulled.build);
            if pulled.again {
                continue;
            }
        }
        // Their receipts come with the next pull.
        if photos::send(inner, account).await? && !outdated {
            continue;
        }
        if !outdated {
            parcels::send(inner, account).await?;
        }
        inner.listen();
        return if outdated { Err(Trouble::Outdated) } else { Ok(()) };
    }
}

/// Asks now and then who the server thinks we are: roles and areas change.
async fn renew_session(inner: &Inner, account: &Account) -> Result<(), Trouble> {
    let now = clock::mono();
    if inner.session_asked.get().is_some_and(|asked| now - asked < SESSION_FRESH) {
        return Ok(());
    }
    let before = account.renewals();
    let reply = super::http::Call::new("GET", "/api/v1/session").send().await?;
    let session: Session = reply.read().await?;
    if account.renewals() != before {
        // They took a password of their own meanwhile, which no exchange waits for: an answer of before would have them
        // take another one.
        return Ok(());
    }
    if session.user.id != account.user() {
        return Err(Trouble::NotOurs);
    }
    inner.session_asked.set(Some(now));
    if account.renew(session).await? {
        inner.session_changed();
    }
    Ok(())
}
