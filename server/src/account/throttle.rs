//! Slowing down whoever guesses, passwords above all: by phone number, so that one account is not tried from everywhere,
//! and by address, so that one place does not try every account. Kept in the store: a restart forgets nothing.

use super::Caller;
use crate::api::ApiError;
use domain::time::Moment;
use store::{Store, StoreError};

/// How long a failed login counts, in milliseconds.
const MEMORY: i64 = 15 * 60 * 1000;
/// Failures of one phone number before it has to wait.
const BY_PHONE: u32 = 5;
/// Failures from one address before it has to wait; a whole office may share one.
const BY_ADDRESS: u32 = 60;
/// Questions from one address that met nothing before it has to wait.
const BY_GUESS: u32 = 20;
/// The first wait, doubled with every further failure, in seconds.
const FIRST_WAIT: u64 = 15;
/// The longest wait, in seconds.
const LONGEST_WAIT: u64 = 15 * 60;

/// The keys under which the logins of one phone number from one address are counted.
pub struct Throttle {
    phone: String,
    address: String,
}

impl Throttle {
    pub fn new(phone: &str, caller: Caller) -> Self {
        Self { phone: format!("phone:{phone}"), address: format!("address:{}", caller.network()) }
    }

    /// Refuses a login that comes too soon after others that failed.
    pub async fn check(&self, store: &dyn Store, now: Moment) -> Result<(), ApiError> {
        let_in(store, &self.phone, BY_PHONE, now).await?;
        let_in(store, &self.address, BY_ADDRESS, now).await
    }

    /// Notes a try before its password is looked at, so that of many at once only a few get through.
    pub async fn begin(&self, store: &dyn Store, now: Moment) -> Result<(), ApiError> {
        let tries = store.note_failed_login(&self.phone, now, now.plus(-MEMORY)).await?;
        if tries > BY_PHONE * 2 {
            return Err(ApiError::Throttled { after: wait_after(tries, BY_PHONE) });
        }
        Ok(())
    }

    /// Notes that the password was wrong.
    pub async fn failed(&self, store: &dyn Store, now: Moment) -> Result<(), StoreError> {
        store.note_failed_login(&self.address, now, now.plus(-MEMORY)).await.map(|_| ())
    }

    /// Forgets the failures of a phone number whose owner has come. Those of the address stay.
    pub async fn succeeded(&self, store: &dyn Store) -> Result<(), StoreError> {
        store.forget_failed_logins(&self.phone).await
    }
}

/// Slows down whoever asks, without a login, for what is not there. Only what is not found counts: a whole office may
/// look at what is.
pub struct Guesses(String);

impl Guesses {
    /// Those of an address about one sort of thing.
    pub fn at(thing: &str, caller: Caller) -> Self {
        Self(format!("{thing}:{}", caller.network()))
    }

    /// Refuses a question that comes too soon after others that met nothing.
    pub async fn check(&self, store: &dyn Store, now: Moment) -> Result<(), ApiError> {
        let_in(store, &self.0, BY_GUESS, now).await
    }

    /// Notes that nothing was met.
    pub async fn missed(&self, store: &dyn Store, now: Moment) -> Result<(), StoreError> {
        store.note_failed_login(&self.0, now, now.plus(-MEMORY)).await.map(|_| ())
    }
}

/// Whether the wait after the failures under a key is over.
async fn let_in(store: &dyn Store, key: &str, allowed: u32, now: Moment) -> Result<(), ApiError> {
    let (failures, last) = store.failed_logins(key, now.plus(-MEMORY)).await?;
    let waited = last.map_or(i64::MAX, |last| now.since(last));
    let left = wait_after(failures, allowed).saturating_sub(u64::try_from(waited / 1000).unwrap_or(0));
    if left > 0 { Err(ApiError::Throttled { after: left }) } else { Ok(()) }
}

/// How many seconds to wait after so many failures.
fn wait_after(failures: u32, allowed: u32) -> u64 {
    match failures.checked_sub(allowed) {
        None => 0,
        Some(over) => FIRST_WAIT.checked_shl(over.min(16)).unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT),
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_WAIT, wait_after};

    #[test]
    fn the_wait_begins_at_the_limit_and_doubles_to_a_quarter_of_an_hour() {
        assert_eq!([4, 5, 6, 7].map(|failures| wait_after(failures, 5)), [0, 15, 30, 60]);
        assert_eq!(wait_after(u32::MAX, 5), LONGEST_WAIT);
    }
}
