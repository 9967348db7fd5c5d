//! Keys for what is done a hundred times a day. They rest while somebody types or a sheet is open.

use domain::records::RedoReason;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// 合格.
    Pass,
    /// 退回重拍.
    Redo,
    /// A reason by its number.
    Reason(RedoReason),
    /// Take the last verdict back.
    Undo,
    /// The next photo.
    Next,
    /// The photo before.
    Previous,
}

/// Reads a key.
#[must_use]
pub fn wish(key: &str) -> Option<Wish> {
    Some(match key {
        " " => Wish::Pass,
        "r" | "R" => Wish::Redo,
        "z" | "Z" => Wish::Undo,
        "ArrowRight" => Wish::Next,
        "ArrowLeft" => Wish::Previous,
        digit => {
            let number = digit.parse::<usize>().ok()?;
            Wish::Reason(*RedoReason::ALL.get(number.checked_sub(1)?)?)
        }
    })
}

/// Listens as long as the screen is open.
pub fn listen(act: Callback<Wish>) {
    Effect::new(move |_| {
        let handle = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() || is_taken(&event) {
                return;
            }
            if let Some(wish) = wish(&event.key()) {
                event.prevent_default();
                act.run(wish);
            }
        });
        on_cleanup(move || handle.remove());
    });
}

/// Whether the key belongs to what has the focus: a field, or a link or button that the space bar presses.
/// A photo that was clicked has the focus too, and there the space bar is the verdict.
pub(super) fn is_taken(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| {
        let tag = element.tag_name();
        let types = matches!(tag.as_str(), "INPUT" | "TEXTAREA" | "SELECT");
        let presses =
            event.key() == " " && matches!(tag.as_str(), "BUTTON" | "A") && !element.class_list().contains("tile");
        types || presses || element.closest("dialog").ok().flatten().is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::{Wish, wish};
    use domain::records::RedoReason;

    #[test]
    fn digits_pick_reasons_in_their_order_and_nothing_beyond() {
        assert_eq!(wish("1"), Some(Wish::Reason(RedoReason::OutOfStock)));
        assert_eq!(wish("6"), Some(Wish::Reason(RedoReason::Other)));
        assert_eq!(wish("7"), None);
        assert_eq!(wish("0"), None);
    }

    #[test]
    fn other_keys_are_left_alone() {
        assert_eq!(wish("a"), None);
        assert_eq!(wish("Tab"), None);
    }
}
