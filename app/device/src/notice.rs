//! Telling the other tabs what changed in the store they share.

use crate::account::json;
use crate::change::Change;
use crate::state::SyncState;
use domain::id::UserId;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// What a tab tells the others.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Notice {
    /// Whose records, outbox and exchange it is about.
    pub(crate) user: Option<UserId>,
    pub(crate) change: Change,
    /// The state of the exchange, if that has changed.
    pub(crate) state: Option<SyncState>,
    /// The phone is locked by hand.
    pub(crate) lock: bool,
}

/// The channel between the tabs. A browser without one has only the timers.
pub(crate) struct Channel(Option<BroadcastChannel>);

impl Channel {
    pub(crate) fn open() -> Self {
        Self(BroadcastChannel::new("lianying").ok())
    }

    pub(crate) fn listen(&self, heard: impl Fn(Notice) + 'static) {
        let Some(channel) = &self.0 else { return };
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            // A tab of another build may say things that this one does not know.
            if let Some(notice) = event.data().as_string().and_then(|text| serde_json::from_str(&text).ok()) {
                heard(notice);
            }
        });
        channel.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
    }

    pub(crate) fn tell(&self, notice: &Notice) {
        if let Some(channel) = &self.0 {
            // Fails only for what cannot be copied, which a text always can.
            drop(channel.post_message(&json(notice).into()));
        }
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Some(channel) = &self.0 {
            channel.close();
        }
    }
}
