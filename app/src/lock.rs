//! The lock of the app (F113): the screen that asks for the PIN, and what a person sets about it.
//! What it does is in the device; a locked phone gives this module nothing to show but how often it was tried.

mod ask;
mod keypad;
mod screen;
mod security;

pub use screen::{at_login, lock_screen};
pub use security::security;

use crate::state::PinFailure;
use crate::text::Texts;
use domain::limits::PIN_TRIES;

/// What stands under the dots after a PIN that did nothing; `wrong` counts those in a row.
fn failed(t: Texts, failure: &PinFailure, wrong: u32, seconds: u32) -> String {
    match failure {
        PinFailure::NotSaved(_) => t.lock.failed.to_owned(),
        PinFailure::Wrong | PinFailure::TooSoon if seconds > 0 => (t.lock.wait)(seconds),
        PinFailure::Wrong | PinFailure::TooSoon => (t.lock.wrong)(PIN_TRIES.saturating_sub(wrong)),
    }
}
