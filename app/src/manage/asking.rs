//! Why a photo goes back: reasons, the points of its standard that it misses, and a word to the rep. The wall and a visit
//! ask the same way. The keyboard goes there when it is asked and back to where it was afterwards, so that Enter sends
//! whatever had the focus before.

use super::keys::{Wish, focused};
use crate::text::Texts;
use crate::ui::{Icon, icon_small};
use domain::limits::TEXT_CHARS;
use domain::records::{DisplayStandard, RedoReason};
use leptos::html::Div;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use std::collections::BTreeSet;
use std::sync::Arc;

/// See the module; cheap to copy.
#[derive(Clone, Copy)]
pub struct Asking {
    /// It is asked.
    pub open: RwSignal<bool>,
    /// Reasons.
    pub reasons: RwSignal<Vec<RedoReason>>,
    /// Numbers of the points that are missed.
    pub missed: RwSignal<BTreeSet<u8>>,
    /// A word to the rep.
    pub note: RwSignal<String>,
    /// What it is held against; none where it would be several at once.
    pub standard: Signal<Option<Arc<DisplayStandard>>>,
    panel: NodeRef<Div>,
    /// Where the keyboard was.
    before: StoredValue<Option<HtmlElement>, LocalStorage>,
}

impl Asking {
    /// Nothing is asked.
    pub fn new(standard: Signal<Option<Arc<DisplayStandard>>>) -> Self {
        Self {
            open: RwSignal::new(false),
            reasons: RwSignal::new(Vec::new()),
            missed: RwSignal::new(BTreeSet::new()),
            note: RwSignal::new(String::new()),
            standard,
            panel: NodeRef::new(),
            before: StoredValue::new_local(None),
        }
    }

    /// Asks, and takes the keyboard along.
    pub fn ask(self) {
        if self.open.get_untracked() {
            return;
        }
        self.before.set_value(focused());
        self.open.set(true);
        request_animation_frame(move || {
            if let Some(panel) = self.panel.get_untracked() {
                // It has a tabindex, so this cannot fail; without it the focus stays where it was.
                drop(panel.focus());
            }
        });
    }

    /// Asks no more, and gives the keyboard back unless it has gone elsewhere.
    pub fn close(self) {
        if !self.open.get_untracked() {
            return;
        }
        self.open.set(false);
        self.reasons.set(Vec::new());
        self.missed.update(BTreeSet::clear);
        self.note.set(String::new());
        let Some(before) = self.before.try_update_value(Option::take).flatten() else { return };
        request_animation_frame(move || {
            if focused().is_none() {
                // What is gone from the page takes no focus, and whoever looks for the photo at hand finds it.
                drop(before.focus());
            }
        });
    }

    /// The points that are missed, as a verdict names them.
    pub fn points(self) -> Vec<u8> {
        self.missed.with_untracked(|missed| missed.iter().copied().collect())
    }

    /// Gives a reason, or takes it back.
    pub fn reason(self, reason: RedoReason) {
        self.ask();
        self.reasons.update(|reasons| turn(reasons, reason));
    }

    /// Says that a point is missed, or takes that back. What the standard does not ask cannot be missed.
    pub fn point(self, number: u8) {
        let asked =
            self.standard.with_untracked(|standard| standard.as_ref().map_or(0, |standard| standard.points.len()));
        if !(1..=asked).contains(&usize::from(number)) {
            return;
        }
        self.ask();
        self.missed.update(|missed| {
            if !missed.remove(&number) {
                missed.insert(number);
            }
        });
    }
}

fn turn(reasons: &mut Vec<RedoReason>, reason: RedoReason) {
    match reasons.iter().position(|known| *known == reason) {
        Some(at) => drop(reasons.remove(at)),
        None => reasons.push(reason),
    }
}

/// See the module.
pub fn asked(t: Texts, asking: Asking, act: Callback<Wish>) -> AnyView {
    let buttons = RedoReason::ALL.into_iter().zip(1_u32..).map(|(reason, number)| {
        let pressed = move || asking.reasons.with(|reasons| reasons.contains(&reason)).to_string();
        view! {
            <button type="button" class="btn" aria-pressed=pressed on:click=move |_| act.run(Wish::Reason(reason))>
                {(t.frame.redo_reason)(reason)}
                <kbd class="kbd">{number}</kbd>
            </button>
        }
    });
    let lacking = move || {
        let none = asking.reasons.with(Vec::is_empty);
        none.then(|| view! { <span class="why-label">{icon_small(Icon::Info)}{t.manage.reason_first}</span> })
    };
    let points = move || asking.standard.get().map(|standard| points(t, asking, &standard, act));
    view! {
        <div class="asked" node_ref=asking.panel tabindex="-1" role="group" aria-label=t.manage.reasons>
            <div class="reasons">{buttons.collect_view()}{lacking}</div>
            {points}
            <div class="field">
                <input
                    id="verdict-note"
                    placeholder=" "
                    maxlength=TEXT_CHARS.to_string()
                    prop:value=move || asking.note.get()
                    on:input=move |event| asking.note.set(event_target_value(&event))
                />
                <label for="verdict-note">{t.manage.note}</label>
            </div>
        </div>
    }
    .into_any()
}

/// What the standard asks, each to be picked if the photo misses it.
fn points(t: Texts, asking: Asking, standard: &DisplayStandard, act: Callback<Wish>) -> AnyView {
    let buttons = standard.points.iter().zip(1_u8..).map(|(point, number)| {
        let pressed = move || asking.missed.with(|missed| missed.contains(&number)).to_string();
        // Only digits have a key.
        let key = (number < 10).then(|| view! { <kbd class="kbd">{format!("⇧{number}")}</kbd> });
        view! {
            <button type="button" class="btn" aria-pressed=pressed on:click=move |_| act.run(Wish::Point(number))>
                {(t.manage.point)(number, point.words.get(t.language))}
                {key}
            </button>
        }
    });
    view! {
        <div class="reasons" role="group" aria-label=t.manage.missed>
            <span class="why-label">{t.manage.missed}</span>
            {buttons.collect_view()}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::turn;
    use domain::records::RedoReason;

    #[test]
    fn a_reason_that_is_given_twice_is_taken_back() {
        let mut reasons = vec![RedoReason::Mixed];
        turn(&mut reasons, RedoReason::Unclear);
        turn(&mut reasons, RedoReason::Mixed);
        assert_eq!(reasons, [RedoReason::Unclear]);
    }
}
