//! What a phone does when room is short (P8): before each photo it looks, and lets go of what can be fetched again before
//! it troubles anybody. Commands have their own reserve and are asked nothing.

use domain::limits::ROOM_PER_PHOTO;

/// The room there is for a photo, and what could still be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Bytes that the browser still gives; none if it does not say.
    pub free: Option<u64>,
    /// Bytes of the photo as it now is.
    pub photo: u64,
    /// Pictures may be here that were only looked at.
    pub seen: bool,
    /// Photos may be here that the server has.
    pub received: bool,
    /// The photo has not been made as small as it may be.
    pub large: bool,
}

/// What is done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// There is room: the photo is kept.
    Keep,
    /// Pictures that were only looked at go: they can be fetched again.
    ForgetSeen,
    /// Photos that the server has go.
    FreeReceived,
    /// The photo is made smaller.
    Lean,
    /// Nothing is left to do: it is tried, and if it fails the person is asked to send first.
    Ask,
}

impl Room {
    /// The first thing that helps, gentlest first.
    #[must_use]
    pub fn step(&self) -> Step {
        let enough = self.photo.saturating_mul(ROOM_PER_PHOTO);
        match self.free {
            None => Step::Keep,
            Some(free) if free >= enough => Step::Keep,
            Some(_) if self.seen => Step::ForgetSeen,
            Some(_) if self.received => Step::FreeReceived,
            Some(_) if self.large => Step::Lean,
            Some(_) => Step::Ask,
        }
    }

    /// What is done if the browser had less than it said.
    #[must_use]
    pub fn step_when_full(&self) -> Step {
        Self { free: Some(0), ..*self }.step()
    }

    /// The same after a step: what was done once is not done again.
    #[must_use]
    pub const fn after(self, step: Step) -> Self {
        match step {
            Step::ForgetSeen => Self { seen: false, ..self },
            Step::FreeReceived => Self { received: false, ..self },
            Step::Lean => Self { large: false, ..self },
            Step::Keep | Step::Ask => self,
        }
    }
}
