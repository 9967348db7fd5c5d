//! The four sync states: glyph, word and colour together, so that no one of them carries the meaning alone.

use super::{Icon, icon};
use crate::text::Texts;
use leptos::prelude::*;

/// Where a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyncMark {
    /// Durable on this phone.
    Saved,
    /// Bytes are leaving.
    Sending,
    /// The server said so.
    Server,
    /// Refused, blocked, kept for a manager.
    Refused,
}

impl SyncMark {
    /// The class that colours it.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Sending => "sending",
            Self::Server => "server",
            Self::Refused => "refused",
        }
    }

    /// Its glyph.
    #[must_use]
    pub const fn icon(self) -> Icon {
        match self {
            Self::Saved => Icon::Saved,
            Self::Sending => Icon::Sending,
            Self::Server => Icon::Server,
            Self::Refused => Icon::Refused,
        }
    }

    /// Its word.
    #[must_use]
    pub const fn word(self, t: Texts) -> &'static str {
        match self {
            Self::Saved => t.frame.saved_here,
            Self::Sending => t.frame.sending,
            Self::Server => t.frame.on_server,
            Self::Refused => t.frame.sent_back,
        }
    }
}

/// Glyph and words in a line.
pub fn chip(state: SyncMark, words: impl Into<String>) -> AnyView {
    let class = match state {
        SyncMark::Saved => "st saved",
        SyncMark::Sending => "st sending",
        SyncMark::Server => "st server",
        SyncMark::Refused => "st refused",
    };
    view! { <span class=class>{icon(state.icon())}{words.into()}</span> }.into_any()
}

/// The glyph alone, for the start of a row whose end says the word.
pub fn mark(state: SyncMark) -> AnyView {
    view! { <span class=state.class()>{icon(state.icon())}</span> }.into_any()
}
