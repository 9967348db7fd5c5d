//! What a manager's screen has from the server alone, and not from what lies on the device: asked for, out of reach, or
//! here; and one thing that the server is to do about it. Devices, tokens and webhooks are such lists.

use crate::state::{Phone, State, spawn};
use crate::text::Texts;
use crate::ui::{self, Busy, Icon, Toast, skeleton_rows};
use leptos::prelude::*;

/// What is known of such a list.
#[derive(Clone, PartialEq)]
pub enum Asked<T> {
    /// The answer is under way.
    Asking,
    /// There is no network, or no answer.
    Offline,
    /// The answer.
    Here(T),
}

impl<T> Asked<T> {
    /// What came of asking.
    pub fn of(answer: Option<T>) -> Self {
        answer.map_or(Self::Offline, Self::Here)
    }

    /// The answer, if it is here.
    pub const fn here(&self) -> Option<&T> {
        match self {
            Self::Here(found) => Some(found),
            Self::Asking | Self::Offline => None,
        }
    }

    /// The list; without a network the words for that, and the way to ask again.
    pub fn draw(
        &self,
        t: Texts,
        (offline, more): (&'static str, &'static str),
        again: impl Fn() + 'static,
        here: impl FnOnce(&T) -> AnyView,
    ) -> AnyView {
        match self {
            Self::Asking => skeleton_rows(4),
            Self::Offline => {
                let again = view! {
                    <button type="button" class="btn" on:click=move |_| again()>{t.frame.again}</button>
                };
                ui::empty(Icon::WifiOff, offline, more, Some(again.into_any()))
            }
            Self::Here(found) => here(found),
        }
    }
}

/// Has the server do something once, says that it did, and goes on; or says what failed.
pub fn have_done(
    state: State,
    busy: Busy,
    (method, path): (&'static str, String),
    (done, failed): (String, &'static str),
    then: impl FnOnce() + 'static,
) {
    if !busy.take() {
        return;
    }
    spawn(async move {
        match Phone.ask::<()>(method, &path).await {
            Ok(()) => {
                Toast::saved(done).show(state);
                then();
            }
            Err(_) => Toast::failed(failed).show(state),
        }
        busy.done();
    });
}
