//! The keys with which photos are judged, the same on the wall and in a visit. They rest while somebody types, chooses
//! or has a sheet open.

use crate::ui::follows_jump;
use domain::records::RedoReason;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// Where to go from the photo at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the one before.
    Left,
    /// To the next one.
    Right,
    /// To the one above.
    Up,
    /// To the one below.
    Down,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// What a key or a button asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// 合格.
    Pass,
    /// 退回重拍: first asks why, then does it.
    Redo,
    /// A reason.
    Reason(RedoReason),
    /// A point of the standard that is missed, counted from 1.
    Point(u8),
    /// The photo at hand large, or small again.
    Large,
    /// Picks the photo at hand, or lets it go.
    Pick,
    /// Picks all.
    PickAll,
    /// Takes the last verdicts back.
    Undo,
    /// Another photo; all on the way are picked if it is set.
    Go(Step, bool),
    /// Which keys there are.
    Keys,
    /// Closes what is open: the large photo, the reasons, the picks.
    Close,
}

/// A key with what is held beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Shift.
    pub shift: bool,
    /// Ctrl, or the command key.
    pub ctrl: bool,
}

/// Reads a key. While it is asked why a photo goes back, digits are reasons, with Shift points of the standard, and Enter
/// sends it.
#[must_use]
pub fn wish(key: &str, held: Held, asking: bool) -> Option<Wish> {
    if held.ctrl {
        return match key {
            "z" | "Z" => Some(Wish::Undo),
            "a" | "A" => Some(Wish::PickAll),
            _ => None,
        };
    }
    let go = |step| Some(Wish::Go(step, held.shift));
    match key {
        "ArrowLeft" => go(Step::Left),
        "ArrowRight" => go(Step::Right),
        "ArrowUp" => go(Step::Up),
        "ArrowDown" => go(Step::Down),
        "Home" => go(Step::First),
        "End" => go(Step::Last),
        "p" | "P" => Some(Wish::Pass),
        "f" | "F" | "r" | "R" => Some(Wish::Redo),
        "x" | "X" => Some(Wish::Pick),
        "u" | "U" | "z" | "Z" => Some(Wish::Undo),
        "?" => Some(Wish::Keys),
        "Escape" => Some(Wish::Close),
        "Enter" if asking => Some(Wish::Redo),
        " " | "Enter" => Some(Wish::Large),
        digit if asking => {
            let number = digit.parse::<u8>().ok().filter(|number| *number > 0)?;
            match held.shift {
                true => Some(Wish::Point(number)),
                false => RedoReason::ALL.get(usize::from(number) - 1).copied().map(Wish::Reason),
            }
        }
        "1" if !held.shift => Some(Wish::Pass),
        "2" if !held.shift => Some(Wish::Redo),
        _ => None,
    }
}

/// Listens as long as the screen is open. What `act` has no use for, it answers with false: the browser gets it.
pub fn listen(asking: RwSignal<bool>, act: Callback<Wish, bool>) {
    Effect::new(move |_| {
        let handle = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
            // Enter also ends what an input method composes.
            if event.alt_key()
                || event.is_composing()
                || event.repeat() && !event.key().starts_with("Arrow")
                || is_taken(&event)
                || follows_jump(&event)
            {
                return;
            }
            let held = Held { shift: event.shift_key(), ctrl: event.ctrl_key() || event.meta_key() };
            if wish(&pressed(&event), held, asking.get_untracked()).is_some_and(|wish| act.run(wish)) {
                event.prevent_default();
            }
        });
        on_cleanup(move || handle.remove());
    });
}

/// The key; a digit also with Shift, which writes something else on most keyboards.
fn pressed(event: &KeyboardEvent) -> String {
    let code = event.code();
    match code.strip_prefix("Digit").filter(|_| event.shift_key()) {
        Some(digit) => digit.to_owned(),
        None => event.key(),
    }
}

/// What has the focus, if anything that a person put it on has.
pub fn focused() -> Option<HtmlElement> {
    let active = document().active_element().filter(|active| active.tag_name() != "BODY")?;
    active.dyn_into::<HtmlElement>().ok()
}

/// Whether the key belongs to what has the focus: a field, a choice, or a link or button that is pressed.
pub(crate) fn is_taken(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| {
        let tag = element.tag_name();
        // From the word to the rep Enter sends, as from a form.
        let sends = event.key() == "Enter" && element.closest(".asked").ok().flatten().is_some();
        let types = matches!(tag.as_str(), "INPUT" | "TEXTAREA" | "SELECT") && event.key() != "Escape" && !sends;
        let presses = matches!(event.key().as_str(), " " | "Enter") && matches!(tag.as_str(), "BUTTON" | "A");
        // What is beside the photos scrolls by keys too.
        let scrolls = matches!(event.key().as_str(), "ArrowUp" | "ArrowDown" | "Home" | "End")
            && element.class_list().contains("std");
        types || presses || scrolls || element.closest("dialog").ok().flatten().is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::{Held, Step, Wish, wish};
    use domain::records::RedoReason;

    const ALONE: Held = Held { shift: false, ctrl: false };

    #[test]
    fn digits_are_verdicts_until_it_is_asked_why_and_reasons_then() {
        assert_eq!(wish("1", ALONE, false), Some(Wish::Pass));
        assert_eq!(wish("2", ALONE, false), Some(Wish::Redo));
        assert_eq!(wish("3", ALONE, false), None);
        assert_eq!(wish("1", ALONE, true), Some(Wish::Reason(RedoReason::OutOfStock)));
        assert_eq!(wish("6", ALONE, true), Some(Wish::Reason(RedoReason::Other)));
        assert_eq!(wish("7", ALONE, true), None);
        assert_eq!(wish("Enter", ALONE, true), Some(Wish::Redo));
        assert_eq!(wish("Enter", ALONE, false), Some(Wish::Large));
    }

    #[test]
    fn with_shift_digits_are_points_of_the_standard_and_never_verdicts() {
        let shift = Held { shift: true, ctrl: false };
        assert_eq!(wish("3", shift, true), Some(Wish::Point(3)));
        assert_eq!(wish("9", shift, true), Some(Wish::Point(9)), "there are more points than reasons");
        assert_eq!(wish("0", shift, true), None);
        assert_eq!(wish("1", shift, false), None);
    }

    #[test]
    fn shift_picks_all_on_the_way() {
        assert_eq!(wish("ArrowDown", Held { shift: true, ctrl: false }, false), Some(Wish::Go(Step::Down, true)));
        assert_eq!(wish("ArrowDown", ALONE, true), Some(Wish::Go(Step::Down, false)));
    }

    #[test]
    fn the_browser_keeps_its_own_keys() {
        for key in ["r", "p", "1", "x", "ArrowLeft"] {
            assert_eq!(wish(key, Held { shift: false, ctrl: true }, false), None, "{key}");
        }
        assert_eq!(wish("z", Held { shift: false, ctrl: true }, false), Some(Wish::Undo));
    }
}
