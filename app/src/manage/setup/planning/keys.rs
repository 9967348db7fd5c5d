//! Planning by keys: arrows move the stop that is picked, Delete takes it off; the focus goes along with it.

use super::hand::{Desk, Held};
use domain::id::OutletId;
use domain::rules::plan::monday_of;
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

impl Desk {
    /// The keys while a stop is picked: arrows move it, Delete takes it off, Escape lets it go.
    pub fn key(self, event: &KeyboardEvent) {
        let Some(held) = self.held.get_untracked() else { return };
        let typed = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let typed = typed.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "SELECT"));
        if typed || event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        match (event.key().as_str(), held.day) {
            ("ArrowLeft", Some(day)) => self.put(day.saturating_sub(1.day()), None),
            ("ArrowRight", Some(day)) => self.put(day.saturating_add(1.day()), None),
            ("ArrowLeft" | "ArrowRight", None) => {
                let first = untrack(|| self.first_day().zip(self.days().first().copied()));
                if let Some((first, monday)) = first {
                    self.put(first.max(monday), None);
                }
            }
            ("ArrowUp", _) => self.shift(false),
            ("ArrowDown", _) => self.shift(true),
            ("Delete" | "Backspace", _) => self.take_off(),
            ("Escape", _) => self.held.set(None),
            _ => return,
        }
        event.prevent_default();
    }

    /// Shows the week in which the picked stop is now, and brings the focus back to it: what is drawn anew has none.
    pub fn focus(self) {
        let Some(Held { shop, day: Some(day) }) = self.held.get_untracked() else { return };
        if let Some(first) = untrack(|| self.first_day()) {
            let days = monday_of(first).until(monday_of(day)).map_or(0, |span| span.get_days());
            self.week.set(u32::try_from(days / 7).unwrap_or(0));
        }
        request_animation_frame(move || {
            let card = document().get_element_by_id(&card_id(shop, day));
            // A card that has gone meanwhile needs no focus.
            drop(card.and_then(|card| card.dyn_into::<HtmlElement>().ok()).map(|card| card.focus()));
        });
    }
}

/// The id of the card of a stop on a day.
pub fn card_id(shop: OutletId, day: Date) -> String {
    format!("stop-{day}-{shop}")
}
