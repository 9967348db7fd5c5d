//! What just happened, for six seconds, with a way to take it back instead of a question before.

use super::{Icon, icon_small};
use crate::state::{NotRecorded, Phone, State, spawn, use_state};
use crate::text::Texts;
use domain::Command;
use leptos::prelude::*;
use std::sync::Arc;

/// A short notice.
#[derive(Clone)]
pub struct Toast {
    number: u32,
    class: &'static str,
    icon: Icon,
    words: String,
    /// Not one of the reactive system's: the screen that made it may be drawn anew while the notice stands.
    undo: Option<Arc<dyn Fn() + Send + Sync>>,
}

impl Toast {
    /// It is durable on this phone.
    pub fn saved(words: impl Into<String>) -> Self {
        Self { number: 0, class: "saved", icon: Icon::Saved, words: words.into(), undo: None }
    }

    /// It did not work, and nothing is lost.
    pub fn failed(words: impl Into<String>) -> Self {
        Self { number: 0, class: "refused", icon: Icon::Warning, words: words.into(), undo: None }
    }

    /// It was not recorded, and why.
    pub fn not_recorded(t: Texts, why: &NotRecorded) -> Self {
        match why {
            NotRecorded::Refused(refusal) => Self::failed(refusal.text(t.language)),
            NotRecorded::NotSaved(_) => Self::failed(t.visit.not_saved),
        }
    }

    /// It can be taken back.
    #[must_use]
    pub fn with_undo(mut self, undo: impl Fn() + Send + Sync + 'static) -> Self {
        self.undo = Some(Arc::new(undo));
        self
    }

    /// Shows it. It goes by itself.
    pub fn show(mut self, state: State) {
        let number = state.toasts.with_untracked(|toasts| toasts.last().map_or(1, |last| last.number + 1));
        self.number = number;
        state.toasts.update(|toasts| {
            // One at a time: a pile of notices is read by nobody.
            toasts.clear();
            toasts.push(self);
        });
        set_timeout(
            move || state.toasts.update(|toasts| toasts.retain(|toast| toast.number != number)),
            std::time::Duration::from_secs(6),
        );
    }
}

/// Records what nobody waits for, such as what takes something back; a notice says so if it was not recorded.
pub fn record_or_say(t: Texts, state: State, command: impl Into<Command>) {
    let command = command.into();
    spawn(async move {
        if let Err(why) = Phone.record(command).await {
            Toast::not_recorded(t, &why).show(state);
        }
    });
}

/// The place for notices, at the foot of a screen.
pub fn toasts() -> AnyView {
    let state = use_state();
    view! {
        <div class="toasts" role="status">
            {move || {
                let t = state.texts();
                state
                    .toasts
                    .get()
                    .into_iter()
                    .map(|toast| {
                        let number = toast.number;
                        let undo = toast
                            .undo
                            .map(|undo| {
                                view! {
                                    <button
                                        type="button"
                                        class="btn"
                                        on:click=move |_| {
                                            state.toasts.update(|toasts| toasts.retain(|toast| toast.number != number));
                                            undo();
                                        }
                                    >
                                        {t.frame.undo}
                                    </button>
                                }
                            });
                        view! {
                            <div class="toast">
                                <span class=toast.class>{icon_small(toast.icon)}</span>
                                <span>{toast.words}</span>
                                {undo}
                            </div>
                        }
                    })
                    .collect_view()
            }}
        </div>
    }
    .into_any()
}
