//! G and a letter go to a place of the manager's navigation, from wherever they are. The navigation listens; the letters
//! are told to assistive technology on its links.

use crate::manage::keys::is_taken;
use crate::routes;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::sync::atomic::{AtomicI64, Ordering};

/// How long after the G the letter may come, in milliseconds.
const TOGETHER: i64 = 1_500;

/// Where a letter leads.
#[must_use]
pub fn place(letter: &str) -> Option<&'static str> {
    Some(match letter {
        "n" => routes::NOW,
        "v" => routes::VISITS,
        "w" => routes::WALL,
        "p" => routes::PARTNERS,
        "t" => routes::TRENDS,
        "o" => routes::OUTBOX,
        "s" => routes::SETTINGS,
        _ => return None,
    })
}

/// What a link says of its letter.
#[must_use]
pub fn shortcut(to: &str) -> Option<String> {
    let letters = ["n", "v", "w", "p", "t", "o", "s"];
    letters.into_iter().find(|letter| place(letter) == Some(to)).map(|letter| format!("g {letter}"))
}

/// When the G was pressed, by the clock of events. The keys of a screen ask too, for the letter is not theirs then; their
/// listeners may be called before this one, so it cannot be taken away from them.
static BEGUN: AtomicI64 = AtomicI64::new(i64::MIN);

/// Whether a key is the letter after a G.
#[must_use]
pub fn follows(event: &KeyboardEvent) -> bool {
    let since = (event.time_stamp() as i64).saturating_sub(BEGUN.load(Ordering::Relaxed));
    place(&event.key().to_ascii_lowercase()).is_some() && since <= TOGETHER
}

/// Listens as long as the navigation is there.
pub fn listen() {
    let navigate = use_navigate();
    Effect::new(move |_| {
        let navigate = navigate.clone();
        let handle = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() || event.repeat() || is_taken(&event) {
                return;
            }
            let key = event.key().to_ascii_lowercase();
            let to = place(&key).filter(|_| follows(&event));
            let begun = if key == "g" { event.time_stamp() as i64 } else { i64::MIN };
            BEGUN.store(begun, Ordering::Relaxed);
            if let Some(to) = to {
                event.prevent_default();
                navigate(to, NavigateOptions::default());
            }
        });
        on_cleanup(move || handle.remove());
    });
}

#[cfg(test)]
mod tests {
    use super::{place, shortcut};
    use crate::routes;

    #[test]
    fn every_letter_leads_somewhere_else_and_is_told_on_its_link() {
        for to in [routes::NOW, routes::VISITS, routes::PARTNERS, routes::TRENDS, routes::OUTBOX, routes::SETTINGS] {
            let told = shortcut(to).unwrap();
            assert_eq!(place(told.trim_start_matches("g ")), Some(to));
        }
        assert_eq!(place("g"), None);
        assert_eq!(shortcut(routes::TODAY), None);
    }
}
