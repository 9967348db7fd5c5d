//! Two builds of one product, as they meet while an update is rolled out. The later one knows of what competitors do
//! in the shops; to the earlier one such commands are bytes, and such records lie unread until it is updated.

use domain::commands::Command;
use domain::records::Kind;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Build {
    Old,
    New,
}

impl Build {
    /// Whether it can show such a record.
    pub fn knows(self, kind: Kind) -> bool {
        self == Self::New || kind != Kind::Sighting
    }

    /// Whether it understands such a command.
    pub const fn reads(self, command: &Command) -> bool {
        matches!(self, Self::New) || !matches!(command, Command::NoteSighting(_) | Command::DropSighting(_))
    }

    /// The protocol that it speaks.
    pub const fn protocol(self) -> u32 {
        match self {
            Self::Old => 1,
            Self::New => 2,
        }
    }
}
