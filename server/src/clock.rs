//! The one door through which the server reads time and chance. Everybody else is given a [`Clock`],
//! so that a test can hold time still and move it by a month.

use domain::time::Moment;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// The server's clock; cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    held: Option<Arc<AtomicI64>>,
}

impl Clock {
    /// The machine's clock.
    #[must_use]
    pub fn system() -> Self {
        Self::default()
    }

    /// A clock that stands still until [`Clock::advance`] is called on it or on a clone.
    #[must_use]
    pub fn held(at: Moment) -> Self {
        Self { held: Some(Arc::new(AtomicI64::new(at.0))) }
    }

    /// What it shows.
    #[must_use]
    pub fn now(&self) -> Moment {
        match &self.held {
            Some(millis) => Moment(millis.load(Ordering::SeqCst)),
            None => system_now(),
        }
    }

    /// Moves a clock that is held; the machine's cannot be moved.
    pub fn advance(&self, millis: i64) {
        if let Some(held) = &self.held {
            held.fetch_add(millis, Ordering::SeqCst);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the server's clock module")]
fn system_now() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    // A machine whose clock stands before 1970 is at the beginning of time.
    Moment(since.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX)))
}

/// Bytes that nobody can guess.
///
/// # Errors
/// When the machine has no source of chance.
pub fn random<const N: usize>() -> Result<[u8; N], getrandom::Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}
