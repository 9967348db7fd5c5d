//! Hints from the server: "scope X is at version N", nothing else. Listened to only while somebody looks.

use crate::device::Inner;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{EventSource, MessageEvent};

/// An open stream of hints.
pub(crate) struct Stream {
    source: EventSource,
    _heard: Closure<dyn Fn(MessageEvent)>,
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.source.close();
    }
}

impl Inner {
    /// Listens, unless it does already or nobody looks.
    pub(super) fn listen(self: &Rc<Self>) {
        let is_open = |stream: &Stream| stream.source.ready_state() != EventSource::CLOSED;
        if !crate::page::is_visible() || self.stream.borrow().as_ref().is_some_and(is_open) {
            return;
        }
        let Ok(source) = EventSource::new("/api/v1/sync/events") else { return };
        let weak = Rc::downgrade(self);
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let (Some(inner), Some(text)) = (weak.upgrade(), event.data().as_string()) {
                wasm_bindgen_futures::spawn_local(async move { inner.heard(&text).await });
            }
        });
        if source.add_event_listener_with_callback("versions", heard.as_ref().unchecked_ref()).is_ok() {
            self.stream.replace(Some(Stream { source, _heard: heard }));
        }
    }

    /// Stops listening.
    pub(crate) fn stop_listening(&self) {
        self.stream.take();
    }

    /// Fetches if the server is ahead of the base.
    async fn heard(self: Rc<Self>, text: &str) {
        let Ok(versions) = serde_json::from_str::<BTreeMap<String, u64>>(text) else { return };
        let Some(account) = self.account() else { return };
        let Ok(standpoint) = account.standpoint().await else { return };
        let known: BTreeMap<String, u64> =
            standpoint.cursor.scopes.iter().map(|(scope, version)| (scope.to_string(), *version)).collect();
        if versions.iter().any(|(scope, version)| known.get(scope).is_none_or(|known| known < version)) {
            self.exchange_now();
        }
    }
}
