//! A finger that draws a row to the left: the row goes with it, and what lies behind says what letting go will do.
//! Up and down stay the browser's, and everything that a swipe does a button does too.

use crate::state::Phone;
use crate::text::Texts;
use crate::ui::{Icon, icon};
use leptos::ev::{MouseEvent, PointerEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

/// Drawn so many pixels, which is as wide as the words behind it, it is meant; let go before, the row springs back.
const MEANT: i32 = 112;
/// Fewer pixels are a tap that shook.
const SHAKE: i32 = 10;

/// A finger on a row; cheap to copy.
#[derive(Clone, Copy)]
pub struct Swipe {
    /// Where it came down.
    from: StoredValue<Option<(i32, i32)>>,
    /// How far the row is drawn, while it is.
    drawn: RwSignal<Option<i32>>,
    /// Whether it was drawn: the click that a browser makes of it leads nowhere.
    swiped: StoredValue<bool>,
}

impl Swipe {
    /// No finger.
    pub fn new() -> Self {
        Self { from: StoredValue::new(None), drawn: RwSignal::new(None), swiped: StoredValue::new(false) }
    }

    /// What the row is for the style sheet: drawn, drawn far enough, or neither.
    pub fn state(self) -> Option<&'static str> {
        self.drawn.get().map(|drawn| if drawn >= MEANT { "meant" } else { "on" })
    }

    /// Where the row is.
    pub fn place(self) -> String {
        format!("-{}px", self.drawn.get().unwrap_or_default())
    }

    /// The finger comes down.
    pub fn begin(self, event: &PointerEvent) {
        if event.is_primary() {
            self.from.set_value(Some((event.client_x(), event.client_y())));
        }
    }

    /// It moves.
    pub fn follow(self, event: &PointerEvent) {
        let Some((x, y)) = self.from.get_value().filter(|_| event.is_primary()) else { return };
        // Let go where nobody heard of it.
        if event.buttons() == 0 {
            return self.forget();
        }
        let (left, along) = (x - event.client_x(), (y - event.client_y()).abs());
        let before = self.drawn.get_untracked();
        if before.is_none() {
            if along > SHAKE && along >= left.abs() {
                return self.forget();
            }
            if left < SHAKE || left <= along {
                return;
            }
            // A mouse that leaves the row still draws it; a finger does so anyway.
            let row = event.current_target().and_then(|row| row.dyn_into::<Element>().ok());
            drop(row.map(|row| row.set_pointer_capture(event.pointer_id())));
            self.swiped.set_value(true);
        }
        let drawn = left.max(0);
        if drawn >= MEANT && before.is_none_or(|before| before < MEANT) {
            Phone.buzz();
        }
        self.drawn.set(Some(drawn));
    }

    /// It is let go.
    pub fn end(self, act: impl Fn() + 'static) {
        self.from.set_value(None);
        let Some(drawn) = self.drawn.get_untracked() else { return };
        self.drawn.set(None);
        // After the click, if one follows: what opens now would get it.
        request_animation_frame(move || {
            let _ = self.swiped.try_update_value(|swiped| *swiped = false);
            if drawn >= MEANT {
                act();
            }
        });
    }

    /// It scrolls, or the browser has taken it.
    pub fn forget(self) {
        self.from.set_value(None);
        self.swiped.set_value(false);
        if self.drawn.get_untracked().is_some() {
            self.drawn.set(None);
        }
    }

    /// A click that was a swipe leads nowhere.
    pub fn swallow(self, event: &MouseEvent) {
        if self.swiped.get_value() {
            event.prevent_default();
        }
    }
}

/// What lies behind the row. The button beside the row says the same to whoever does not see it.
pub fn behind(t: Texts, swipe: Swipe) -> AnyView {
    let words = move || if swipe.state() == Some("meant") { t.today.skip_let_go } else { t.today.skip };
    view! { <span class="behind" aria-hidden="true">{icon(Icon::Missed)}{words}</span> }.into_any()
}
