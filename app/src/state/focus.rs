//! Keeps the keyboard where it is. A query's new answer draws its screen anew, and what had the focus is then no longer
//! in the page; its twin in the new drawing gets it (WCAG 2.4.3).

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// What tells a control from its neighbours, beside its words.
const MARKS: [&str; 5] = ["id", "name", "href", "aria-label", "value"];

/// What has the focus, if anything has.
pub(super) fn held() -> Option<Element> {
    document().active_element().filter(|active| document().body().is_none_or(|body| *active != *body))
}

/// Gives the focus to the twin of what had it, when that is gone once the screen is drawn.
pub(super) fn give_back(held: Element) {
    request_animation_frame(move || {
        if held.is_connected() || self::held().is_some() {
            return;
        }
        if let Some(twin) = twin(&held) {
            // Fails only for what cannot have the focus, and then nothing has it, as before.
            drop(twin.focus());
        }
    });
}

fn twin(lost: &Element) -> Option<HtmlElement> {
    let alike = document().get_elements_by_tag_name(&lost.tag_name());
    (0..alike.length()).filter_map(|n| alike.item(n)).find(|other| same(lost, other))?.dyn_into().ok()
}

fn same(lost: &Element, other: &Element) -> bool {
    lost.text_content() == other.text_content()
        && MARKS.iter().all(|mark| lost.get_attribute(mark) == other.get_attribute(mark))
}
