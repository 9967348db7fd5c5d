//! The locked phone: a dark screen with keys and nothing else. Nothing of anybody can be read from it.

use super::failed;
use super::keypad::{Typing, dots, keypad};
use crate::routes;
use crate::state::{Entry, Phone, PinFailure, Shut, spawn, use_state};
use crate::text::Texts;
use crate::ui::{Busy, Icon, icon, icon_small, logo};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use leptos_router::hooks::use_location;

/// How often the wait is looked at, in milliseconds.
const LOOK: u32 = 500;

/// The locked phone, whatever its address: what was open there is open again afterwards.
pub fn lock_screen(t: Texts) -> AnyView {
    let path = use_location();
    let here = format!("{}{}", path.pathname.get_untracked(), path.search.get_untracked());
    let door = Door::new();
    let typing = Typing::new(Signal::derive(move || door.shut.with(|shut| shut.seconds > 0)), move |busy, pin| {
        door.knock(busy, pin);
    });
    let said = move || {
        let shut = door.shut.get();
        door.failure
            .get()
            .or_else(|| (shut.seconds > 0).then_some(PinFailure::TooSoon))
            .map(|failure| view! { {icon_small(Icon::Warning)}{failed(t, &failure, shut.wrong, shut.seconds)} })
    };
    // Whatever had the focus is gone: what is read out begins here.
    Effect::new(move |_| {
        request_animation_frame(|| {
            let main = document().get_element_by_id("main").and_then(|main| main.dyn_into::<HtmlElement>().ok());
            // It has a tabindex, so this cannot fail.
            drop(main.map(|main| main.focus()));
        });
    });
    let way =
        move || if door.shut.with(|shut| shut.recoverable) { t.lock.by_password_more } else { t.lock.by_password_not };
    view! {
        <div class="app bare">
            <main class="locked" id="main" tabindex="-1">
                <header>
                    {logo()}
                    <h1>{t.lock.locked}</h1>
                    <p>{t.lock.locked_more}</p>
                </header>
                <div class="try">
                    {dots(t, typing)}
                    <p class="said" role="alert">{said}</p>
                </div>
                {keypad(t, typing, view! { <span></span> }.into_any())}
                <footer>
                    <p>{way}</p>
                    <a class="btn" href=routes::login(&here)>{t.lock.by_password}</a>
                </footer>
            </main>
        </div>
    }
    .into_any()
}

/// What the screen knows.
#[derive(Clone, Copy)]
struct Door {
    shut: RwSignal<Shut>,
    failure: RwSignal<Option<PinFailure>>,
    waiting: RwSignal<bool>,
}

impl Door {
    fn new() -> Self {
        let open = Shut { wrong: 0, seconds: 0, recoverable: true };
        let door = Self { shut: RwSignal::new(open), failure: RwSignal::new(None), waiting: RwSignal::new(false) };
        door.look();
        door
    }

    /// Asks how long the next PIN has to wait, again and again while it does.
    fn look(self) {
        let Some(shut) = Phone.shut() else { return };
        self.shut.set(shut);
        if shut.seconds == 0 || self.waiting.get_untracked() {
            return;
        }
        self.waiting.set(true);
        spawn(async move {
            loop {
                Phone.sleep(LOOK).await;
                // The screen may be gone, or the phone open.
                let Some(shut) = Phone.shut().filter(|_| self.waiting.try_get_untracked() == Some(true)) else {
                    return;
                };
                self.shut.maybe_update(|old| std::mem::replace(old, shut) != shut);
                if shut.seconds == 0 {
                    self.failure.set(None);
                    self.waiting.set(false);
                    return;
                }
            }
        });
    }

    fn knock(self, busy: Busy, pin: String) {
        if !busy.take() {
            return;
        }
        self.failure.set(None);
        spawn(async move {
            let opened = Phone.unlock(pin).await;
            if self.failure.try_get_untracked().is_none() {
                // The phone is open, and this screen with its signals gone.
                return;
            }
            busy.done();
            if let Err(failure) = opened {
                self.failure.set(Some(failure));
                self.look();
            }
        });
    }
}

/// On the login page of a locked phone: what a login does to it, and the way back.
pub fn at_login(t: Texts) -> AnyView {
    let state = use_state();
    (move || {
        let locked = state.entry.with(|entry| *entry == Entry::Locked);
        let words = Phone.shut().filter(|_| locked).map(|shut| match shut.recoverable {
            true => t.lock.at_login,
            false => t.lock.by_password_not,
        });
        words.map(|words| {
            view! {
                <section class="fault owed" role="status">
                    <h2>{icon(Icon::Lock)}{t.lock.locked}</h2>
                    <p>{words}</p>
                    <div class="acts"><a class="btn mid" href=routes::HOME>{t.lock.to_pin}</a></div>
                </section>
            }
        })
    })
    .into_any()
}
