//! The sheet in which a PIN is set, changed or taken off: the one there is first, then the new one, twice.

use super::failed;
use super::keypad::{Typing, dots, keypad};
use crate::state::{Phone, PinFailure, State, spawn, use_state};
use crate::text::Texts;
use crate::ui::{Busy, Icon, Toast, icon_small, sheet};
use domain::rules::pin::{is_easy, is_whole};
use leptos::prelude::*;

/// What the sheet is open for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// A PIN, where there is none.
    Set,
    /// Another one.
    Change,
    /// None any more.
    Off,
}

/// What has been typed so far.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Old,
    New { old: Option<String> },
    Again { old: Option<String>, new: String },
}

/// The sheet; cheap to copy.
#[derive(Clone, Copy)]
pub struct Asking {
    open: RwSignal<bool>,
    aim: RwSignal<Aim>,
    step: RwSignal<Step>,
    said: RwSignal<Option<String>>,
}

impl Asking {
    /// Closed.
    pub fn new() -> Self {
        Self {
            open: RwSignal::new(false),
            aim: RwSignal::new(Aim::Set),
            step: RwSignal::new(Step::Old),
            said: RwSignal::new(None),
        }
    }

    /// Opens it.
    pub fn begin(self, aim: Aim) {
        self.aim.set(aim);
        self.said.set(None);
        self.step.set(if aim == Aim::Set { Step::New { old: None } } else { Step::Old });
        self.open.set(true);
    }

    fn take(self, t: Texts, state: State, busy: Busy, pin: String) {
        self.said.set(None);
        match (self.aim.get_untracked(), self.step.get_untracked()) {
            (Aim::Off, _) => self.carry_out(t, state, busy, None, pin),
            (_, Step::Old) => self.check(t, busy, pin),
            (_, Step::New { .. }) if !is_whole(&pin) || is_easy(&pin) => self.said.set(Some(t.lock.easy.to_owned())),
            (_, Step::New { old }) => self.step.set(Step::Again { old, new: pin }),
            (_, Step::Again { old, new }) if new == pin => {
                self.carry_out(t, state, busy, Some(new), old.unwrap_or_default())
            }
            (_, Step::Again { old, .. }) => {
                self.said.set(Some(t.lock.differs.to_owned()));
                self.step.set(Step::New { old });
            }
        }
    }

    /// Asks for a new one once the old one was right.
    fn check(self, t: Texts, busy: Busy, pin: String) {
        if !busy.take() {
            return;
        }
        spawn(async move {
            let checked = Phone.check_pin(pin.clone()).await;
            busy.done();
            match checked {
                Ok(()) => self.step.set(Step::New { old: Some(pin) }),
                Err(failure) => self.refuse(t, &failure),
            }
        });
    }

    /// Sets the new one, or none.
    fn carry_out(self, t: Texts, state: State, busy: Busy, new: Option<String>, old: String) {
        if !busy.take() {
            return;
        }
        spawn(async move {
            let words = if new.is_some() { t.lock.is_set } else { t.lock.is_off };
            let done = match new {
                Some(new) => Phone.set_pin(Some(old).filter(|old| !old.is_empty()), new).await,
                None => Phone.take_pin(old).await,
            };
            busy.done();
            match done {
                Ok(()) => {
                    self.open.set(false);
                    Toast::saved(words).show(state);
                }
                Err(failure) => self.refuse(t, &failure),
            }
        });
    }

    fn refuse(self, t: Texts, failure: &PinFailure) {
        let (wrong, seconds) = Phone.tries();
        self.said.set(Some(failed(t, failure, wrong, seconds)));
        // A wrong one that there is, is typed again; a new one that was not written down, too.
        self.step.set(if self.aim.get_untracked() == Aim::Set { Step::New { old: None } } else { Step::Old });
    }
}

/// The sheet itself.
pub fn asking_sheet(t: Texts, asking: Asking) -> AnyView {
    let state = use_state();
    let title = move || match asking.step.get() {
        Step::Old => t.lock.old.to_owned(),
        Step::New { .. } => t.lock.new.to_owned(),
        Step::Again { .. } => t.lock.again.to_owned(),
    };
    sheet(t, asking.open, title, move || {
        let typing = Typing::new(Signal::derive(|| false), move |busy, pin| asking.take(t, state, busy, pin));
        let said = move || asking.said.get().map(|said| view! { {icon_small(Icon::Warning)}{said} });
        let more = move || matches!(asking.step.get(), Step::New { .. }).then_some(t.lock.new_more);
        view! {
            <div class="sheet-body pad pin">
                <p class="meta">{more}</p>
                <div class="try">
                    {dots(t, typing)}
                    <p class="said" role="alert">{said}</p>
                </div>
                {keypad(t, typing, view! { <span></span> }.into_any())}
            </div>
        }
        .into_any()
    })
}
