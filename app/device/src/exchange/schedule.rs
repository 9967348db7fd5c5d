//! When to exchange: at once after something was made here, on every sign that the line may be back,
//! every half minute while somebody looks, and with growing pauses while nothing works.

use super::Trouble;
use crate::clock;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};

/// While somebody looks, in milliseconds.
const LOOKED_AT: u32 = 30_000;
/// Longest pause after failures, in milliseconds.
const LONGEST: u32 = 120_000;
/// First pause after a failure, in milliseconds.
const FIRST: u32 = 2_000;

/// The state of the timing.
#[derive(Default)]
pub(crate) struct Schedule {
    wanted: Cell<bool>,
    running: Cell<bool>,
    failures: Cell<u32>,
    timer: RefCell<Option<(i64, Timeout)>>,
}

impl Schedule {
    /// Whether another exchange was asked for while one is running.
    pub(crate) fn is_wanted(&self) -> bool {
        self.wanted.get()
    }

    /// Sets the timer, unless one goes off sooner.
    pub(super) fn set(&self, millis: u32, go: impl FnOnce() + 'static) {
        let at = clock::mono() + i64::from(millis);
        let mut timer = self.timer.borrow_mut();
        if timer.as_ref().is_none_or(|(due, _)| at < *due) {
            *timer = Some((at, Timeout::new(millis, go)));
        }
    }

    /// Nothing is begun any more, nor followed by another.
    pub(crate) fn stop(&self) {
        self.wanted.set(false);
        self.clear();
    }

    /// The timer went off, or is not needed any more.
    pub(super) fn clear(&self) {
        self.timer.take();
    }

    /// Begins an exchange, unless one is running: then another follows it.
    pub(super) fn begin(&self) -> bool {
        if self.running.replace(true) {
            self.wanted.set(true);
            return false;
        }
        self.wanted.set(false);
        true
    }

    /// Ends one. The answer is the pause before the next, in milliseconds; none if there is nothing to wait for.
    pub(super) fn end(&self, result: &Result<(), Trouble>, visible: bool) -> Option<u32> {
        self.running.set(false);
        match result {
            Ok(()) => {
                self.failures.set(0);
                if self.wanted.take() { Some(0) } else { visible.then_some(LOOKED_AT) }
            }
            // A login starts the next one; whoever logged in while this one ran has asked for theirs already.
            Err(Trouble::LoggedOut | Trouble::NotOurs | Trouble::Revoked) => self.wanted.take().then_some(0),
            Err(trouble) => {
                self.wanted.set(false);
                let failures = self.failures.get();
                self.failures.set(failures + 1);
                let pause = FIRST.saturating_mul(1 << failures.min(6)).min(if visible { LOOKED_AT } else { LONGEST });
                // So that a thousand phones do not all come back in the same second.
                let pause = pause / 2 + (f64::from(pause) * js_sys::Math::random()) as u32;
                let told = match trouble {
                    Trouble::Troubled(Some(seconds)) => u32::try_from(*seconds).unwrap_or(600).min(600) * 1000,
                    _ => 0,
                };
                Some(pause.max(told))
            }
        }
    }

    /// Forgets earlier failures: there is a sign that the line may be back.
    pub(crate) fn hope(&self) {
        self.failures.set(0);
    }
}
