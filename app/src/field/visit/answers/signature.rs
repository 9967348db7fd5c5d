//! A signature, drawn with a finger. It is kept as path data in a box of 300 x 100, so that a manager's screen
//! and a printout show the same strokes.

use crate::field::visit::Desk;
use crate::text::Texts;
use domain::limits::SIGNATURE_BYTES;
use domain::records::{AnswerValue, Item};
use leptos::ev::PointerEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

const WIDTH: i32 = 300;
const HEIGHT: i32 = 100;
/// Points nearer than this add nothing that can be seen.
const STEP: i32 = 2;

/// Strokes as they grow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Drawing {
    path: String,
    last: Option<(i32, i32)>,
}

impl Drawing {
    fn begin(&mut self, at: (i32, i32)) {
        self.put('M', at);
        // A dot is a stroke too.
        self.put('L', at);
    }

    fn go_on(&mut self, at: (i32, i32)) {
        let far = |(x, y): (i32, i32)| (x - at.0).abs().max((y - at.1).abs()) >= STEP;
        if self.last.is_some_and(far) {
            self.put('L', at);
        }
    }

    fn put(&mut self, sort: char, (x, y): (i32, i32)) {
        // "L299 99" and some room: beyond the limit a stroke ends where it is.
        if self.path.len() + 8 <= SIGNATURE_BYTES {
            self.path.push_str(&format!("{sort}{x} {y}"));
            self.last = Some((x, y));
        }
    }
}

/// The question that asks for one.
pub fn signature(desk: Desk, item: &Item) -> AnyView {
    let key = StoredValue::new(item.key.clone());
    let begun = match untrack(|| desk.value(&item.key)) {
        Some(AnswerValue::Signature(path)) => path,
        _ => String::new(),
    };
    let label = item.title.get(desk.t.language).to_owned();
    signature_pad(desk.t, label, begun, move |path| {
        let value = (!path.is_empty()).then_some(AnswerValue::Signature(path));
        key.with_value(|key| desk.answer(key, value));
    })
}

/// A pad to sign on. `drawn` is told of every stroke that ends, and of nothing when it is wiped.
pub fn signature_pad(
    t: Texts,
    label: String,
    begun: String,
    drawn: impl Fn(String) + Send + Sync + 'static,
) -> AnyView {
    let drawn = StoredValue::new(drawn);
    let drawing = RwSignal::new(Drawing { path: begun, last: None });
    let down = move |event: PointerEvent| {
        event.prevent_default();
        if let Some((pad, at)) = place(&event) {
            // Without the capture a finger that leaves the pad ends the stroke: no harm.
            drop(pad.set_pointer_capture(event.pointer_id()));
            drawing.update(|drawing| drawing.begin(at));
        }
    };
    let go_on = move |event: PointerEvent| {
        if drawing.with_untracked(|drawing| drawing.last.is_some())
            && let Some((_, at)) = place(&event)
        {
            drawing.update(|drawing| drawing.go_on(at));
        }
    };
    let up = move |_: PointerEvent| {
        if drawing.with_untracked(|drawing| drawing.last.is_some()) {
            drawing.update(|drawing| drawing.last = None);
            drawn.with_value(|drawn| drawn(drawing.with_untracked(|drawing| drawing.path.clone())));
        }
    };
    let again = move |_| {
        drawing.set(Drawing::default());
        drawn.with_value(|drawn| drawn(String::new()));
    };
    let empty = move || drawing.with(|drawing| drawing.path.is_empty());
    view! {
        <div class="sec">
            <span>{move || if empty() { t.visit.sign_here } else { t.visit.signed }}</span>
            <button type="button" hidden=empty on:click=again>
                {t.visit.sign_again}
            </button>
        </div>
        <div class="sign">
            <svg
                viewBox=view_box()
                role="img"
                aria-label=label
                on:pointerdown=down
                on:pointermove=go_on
                on:pointerup=up
                on:pointercancel=up
            >
                <path d=move || drawing.with(|drawing| drawing.path.clone())></path>
            </svg>
        </div>
    }
    .into_any()
}

/// A signature to look at.
pub fn signed(label: String, path: String) -> AnyView {
    view! {
        <div class="sign still">
            <svg viewBox=view_box() role="img" aria-label=label>
                <path d=path></path>
            </svg>
        </div>
    }
    .into_any()
}

fn view_box() -> String {
    format!("0 0 {WIDTH} {HEIGHT}")
}

/// The pad and where in the box of 300 x 100 a pointer is. The box sits in the middle of the pad, undistorted.
fn place(event: &PointerEvent) -> Option<(Element, (i32, i32))> {
    let pad: Element = event.current_target()?.dyn_into().ok()?;
    let frame = pad.get_bounding_client_rect();
    let (width, height) = (frame.width().max(1.0), frame.height().max(1.0));
    let scale = (width / f64::from(WIDTH)).min(height / f64::from(HEIGHT));
    let inside = |pointer: i32, edge: f64, length: f64, units: i32| {
        let margin = (length - f64::from(units) * scale) / 2.0;
        // Casts from a float saturate, and the clamp does the rest.
        (((f64::from(pointer) - edge - margin) / scale).round() as i32).clamp(0, units)
    };
    let x = inside(event.client_x(), frame.left(), width, WIDTH);
    let y = inside(event.client_y(), frame.top(), height, HEIGHT);
    Some((pad, (x, y)))
}

#[cfg(test)]
mod tests {
    use super::Drawing;
    use domain::limits::SIGNATURE_BYTES;

    #[test]
    fn strokes_become_a_path_of_moves_and_lines() {
        let mut drawing = Drawing::default();
        drawing.begin((1, 2));
        drawing.go_on((2, 2));
        drawing.go_on((9, 4));
        assert_eq!(drawing.path, "M1 2L1 2L9 4", "points that cannot be told apart are left out");
    }

    #[test]
    fn a_signature_never_outgrows_what_the_rules_take() {
        let mut drawing = Drawing::default();
        for i in 0..10_000 {
            drawing.begin((i % 300, i % 100));
        }
        assert!(drawing.path.len() <= SIGNATURE_BYTES);
    }
}
