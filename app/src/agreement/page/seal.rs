//! What makes three copies comparable: one hash over all that was agreed, and a code that anybody can scan. Whoever
//! comes by the code is told whether this is word for word what they hold.

use super::book::Desk;
use crate::routes;
use crate::ui::{Icon, icon_small, section};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use qrcodegen::{QrCode, QrCodeEcc};

/// Modules of white around the code, without which it is not read.
const QUIET: i32 = 4;
/// As many letters of the hash as people compare by eye.
pub const SHORT: usize = 8;

/// See the module.
pub fn seal(desk: Desk) -> AnyView {
    let t = &desk.t.agreement.page;
    let whole = RwSignal::new(false);
    let scanned = use_location().hash;
    let content = move || {
        let hash = desk.of(|book| book.agreement.hash.clone()).flatten()?;
        let start = hash.get(..SHORT).unwrap_or_default().to_owned();
        let compared = compared(desk, &scanned.get(), &hash);
        let code = code(&address(&hash));
        let number = hash.clone();
        let words = move || if whole.get() { number.clone() } else { (t.hash_show)(&start) };
        Some(view! {
            {section(t.seal, "")}
            {compared}
            <div class="seal">
                {code.map(|path| drawn(t.seal_code, path))}
                <div class="grow">
                    <button
                        type="button"
                        class="hash no-print"
                        aria-expanded=move || whole.get().to_string()
                        on:click=move |_| whole.update(|whole| *whole = !*whole)
                    >
                        {words}
                    </button>
                    <p class="hash print-only">{hash}</p>
                    <p class="meta">{t.seal_more}</p>
                </div>
            </div>
        })
    };
    view! { <div class="paper">{content}</div> }.into_any()
}

/// What the code says: where anybody compares it, a dealer without an account too.
fn address(hash: &str) -> String {
    // Without an origin the code still carries the hash.
    let origin = window().location().origin().unwrap_or_default();
    format!("{origin}{}", routes::compare(hash))
}

/// What came with the address against what is on this phone.
fn compared(desk: Desk, scanned: &str, hash: &str) -> Option<AnyView> {
    let t = &desk.t.agreement.page;
    let scanned = scanned.trim_start_matches('#');
    // Other anchors are no hashes.
    if scanned.len() != hash.len() {
        return None;
    }
    let (class, which, words) = match scanned == hash {
        true => ("pad small received b row no-print", Icon::Check, t.same),
        false => ("pad small returned b row no-print", Icon::Warning, t.differs),
    };
    Some(view! { <p class=class role="status">{icon_small(which)}{words}</p> }.into_any())
}

/// The dark modules as one path, and how many there are on a side.
fn code(text: &str) -> Option<(String, i32)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                path.push_str(&format!("M{x} {y}h{run}v1h-{run}z"));
            }
            x += run.max(1);
        }
    }
    Some((path, size))
}

fn drawn(label: &'static str, (path, size): (String, i32)) -> AnyView {
    let side = size + 2 * QUIET;
    view! {
        <svg class="qr" viewBox=format!("-{QUIET} -{QUIET} {side} {side}") role="img" aria-label=label>
            <path d=path></path>
        </svg>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn a_code_is_drawn_row_by_row_and_begins_with_the_corner_that_readers_look_for() {
        let (path, size) = code("https://lianying.example/agreements/1#abc").unwrap_or_default();
        assert!(size >= 21);
        assert!(path.starts_with("M0 0h7v1h-7z"), "{path}");
    }
}
