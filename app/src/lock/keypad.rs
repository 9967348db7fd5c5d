//! The keys of a PIN and the dots that count its digits: large, at the thumb, and the keyboard's digits do the same.

use crate::text::Texts;
use crate::ui::{Busy, Icon, icon};
use domain::limits::PIN_DIGITS;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// What is being typed; cheap to copy.
#[derive(Clone, Copy)]
pub struct Typing {
    digits: RwSignal<String>,
    /// A PIN is being looked at.
    pub busy: Busy,
    /// No key does anything.
    resting: Signal<bool>,
    whole: Callback<(Busy, String)>,
}

impl Typing {
    /// Calls `whole` with each PIN that was typed to its end, and forgets it; whoever looks at it takes the turn.
    pub fn new(resting: Signal<bool>, whole: impl Fn(Busy, String) + Send + Sync + 'static) -> Self {
        let whole = Callback::new(move |(busy, pin)| whole(busy, pin));
        Self { digits: RwSignal::new(String::new()), busy: Busy::new(), resting, whole }
    }

    fn press(self, digit: char) {
        if self.rests() {
            return;
        }
        self.digits.update(|digits| digits.push(digit));
        if self.digits.with_untracked(String::len) == PIN_DIGITS {
            let pin = self.digits.get_untracked();
            self.digits.set(String::new());
            self.whole.run((self.busy, pin));
        }
    }

    fn take_back(self) {
        if !self.rests() {
            self.digits.update(|digits| digits.truncate(digits.len().saturating_sub(1)));
        }
    }

    fn rests(self) -> bool {
        self.resting.get_untracked() || self.busy.get()
    }
}

/// How much of it is there. While one is looked at all dots are full.
pub fn dots(t: Texts, typing: Typing) -> AnyView {
    let count = move || if typing.busy.get() { PIN_DIGITS } else { typing.digits.with(String::len) };
    let words =
        move || if typing.busy.get() { t.lock.checking.to_owned() } else { (t.lock.typed)(count(), PIN_DIGITS) };
    let dots = (0..PIN_DIGITS).map(|n| view! { <i class:on=move || { n < count() }></i> }).collect_view();
    view! { <div class="dots" role="img" aria-label=words>{dots}</div> }.into_any()
}

/// The keys. `corner` stands beside the nought.
pub fn keypad(t: Texts, typing: Typing, corner: AnyView) -> AnyView {
    Effect::new(move |_| {
        let handle = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            match event.key().as_str() {
                "Backspace" => typing.take_back(),
                key => {
                    if let [digit @ b'0'..=b'9'] = key.as_bytes() {
                        typing.press(char::from(*digit));
                    }
                }
            }
        });
        on_cleanup(move || handle.remove());
    });
    let key = move |digit: char| {
        view! {
            <button
                type="button"
                class="key"
                disabled=move || typing.resting.get()
                on:click=move |_| typing.press(digit)
            >
                {digit.to_string()}
            </button>
        }
    };
    view! {
        <div class="keypad" role="group" aria-label=t.lock.keys>
            {('1'..='9').map(key).collect_view()}
            {corner}
            {key('0')}
            <button
                type="button"
                class="key plain"
                aria-label=t.lock.back
                disabled=move || typing.resting.get()
                on:click=move |_| typing.take_back()
            >
                {icon(Icon::Erase)}
            </button>
        </div>
    }
    .into_any()
}
