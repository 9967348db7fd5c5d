//! One act at a time. A button is dead from the tap until its act is done, so that a double tap is one act (law 7).

use leptos::prelude::*;

/// Whether an act is running; cheap to copy.
#[derive(Clone, Copy)]
pub struct Busy(RwSignal<bool>);

impl Busy {
    /// Nothing runs.
    #[must_use]
    pub fn new() -> Self {
        Self(RwSignal::new(false))
    }

    /// Whether something runs.
    #[must_use]
    pub fn get(self) -> bool {
        self.0.try_get().unwrap_or(false)
    }

    /// Takes the turn. False if somebody else has it: then do nothing.
    #[must_use]
    pub fn take(self) -> bool {
        if self.0.try_get_untracked().unwrap_or(true) {
            return false;
        }
        self.0.set(true);
        true
    }

    /// Gives the turn back.
    pub fn done(self) {
        self.0.set(false);
    }
}

impl Default for Busy {
    fn default() -> Self {
        Self::new()
    }
}
