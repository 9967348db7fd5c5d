//! What people drew on a photo (F36): shown over it, and drawn with a finger. The bytes stay as they are; what is drawn
//! is lines in thousandths of the picture, so that it fits whichever size is shown.

use super::choice_buttons;
use crate::text::Texts;
use domain::limits::{MARK_CHARS, MARKS_PER_PHOTO};
use domain::records::{Annotation, Mark, PhotoRef, RedoReason, Spot};
use leptos::ev::PointerEvent;
use leptos::prelude::*;
use leptos::svg::Svg;

/// A drag shorter than this, in thousandths, was a tap.
const SHORTEST: u16 = 25;
/// The height of words, as a part of the longer edge.
const WORDS: u32 = 24;

/// What the finger draws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tool {
    #[default]
    Frame,
    Arrow,
    Words,
}

impl Tool {
    const ALL: [Self; 3] = [Self::Frame, Self::Arrow, Self::Words];
}

/// What words are mostly about, for a tap.
const REASONS: [RedoReason; 4] =
    [RedoReason::OutOfStock, RedoReason::Mixed, RedoReason::PriceTags, RedoReason::Unclear];

/// What everybody drew on a photo, laid over it.
pub fn drawn(picture: &PhotoRef, annotations: &[Annotation]) -> Option<AnyView> {
    let marks: Vec<&Mark> = annotations.iter().flat_map(|annotation| &annotation.marks).collect();
    let size = (picture.width, picture.height);
    (!marks.is_empty()).then(|| {
        let shapes = marks.into_iter().map(|mark| shape(mark, size)).collect_view();
        view! { <svg class="drawn" viewBox=view_box(size) preserveAspectRatio="xMidYMid slice" aria-hidden="true">{shapes}</svg> }.into_any()
    })
}

/// A pad over a picture, with its tools under it.
pub fn drawing_pad(t: Texts, picture: &PhotoRef, shown: AnyView, marks: RwSignal<Vec<Mark>>) -> AnyView {
    let size = (picture.width, picture.height);
    let tool = RwSignal::new(Tool::default());
    let words = RwSignal::new((t.frame.redo_reason)(REASONS[0]).to_owned());
    let drag = RwSignal::new(None::<(Spot, Spot)>);
    let pad: NodeRef<Svg> = NodeRef::new();
    let full = move || marks.with(Vec::len) >= MARKS_PER_PHOTO;
    let spot = move |event: &PointerEvent| {
        let area = pad.get_untracked()?.get_bounding_client_rect();
        let part =
            |at: i32, from: f64, length: f64| ((f64::from(at) - from) / length * 1_000.0).clamp(0.0, 1_000.0) as u16;
        Some(Spot {
            x: part(event.client_x(), area.left(), area.width()),
            y: part(event.client_y(), area.top(), area.height()),
        })
    };
    let begin = move |event: PointerEvent| {
        if full() {
            return;
        }
        if let Some(pad) = pad.get_untracked() {
            // The finger may leave the picture; its lifting still belongs to what it draws.
            drop(pad.set_pointer_capture(event.pointer_id()));
        }
        drag.set(spot(&event).map(|at| (at, at)));
    };
    let go_on = move |event: PointerEvent| {
        let Some(now) = spot(&event) else { return };
        drag.maybe_update(|drag| drag.as_mut().map(|(_, to)| *to = now).is_some());
    };
    let end = move |_: PointerEvent| {
        let Some((from, to)) = drag.get_untracked() else { return };
        drag.set(None);
        marks.update(|marks| marks.extend(mark_of(tool.get_untracked(), from, to, &words.get_untracked())));
    };
    let growing = move || {
        let (from, to) = drag.get()?;
        mark_of(tool.get(), from, to, &words.get()).map(|mark| shape(&mark, size))
    };
    let names = [t.visit.draw_frame, t.visit.draw_arrow, t.visit.draw_words].map(str::to_owned).to_vec();
    let tools = choice_buttons(
        t.visit.draw.to_owned(),
        names,
        move || Tool::ALL.iter().position(|which| *which == tool.get()),
        move |at| tool.set(Tool::ALL[at]),
    );
    view! {
        <div class="pad-picture">
            {shown}
            <svg
                node_ref=pad
                class="drawn pen"
                viewBox=view_box(size)
                role="img"
                aria-label=t.visit.draw_on
                on:pointerdown=begin
                on:pointermove=go_on
                on:pointerup=end
                on:pointercancel=move |_| drag.set(None)
            >
                {move || marks.with(|marks| marks.iter().map(|mark| shape(mark, size)).collect_view())}
                {growing}
            </svg>
        </div>
        {tools}
        // Its room is kept: a picture that moved would move under the finger.
        <div class="pad-words" class:away=move || tool.get() != Tool::Words>{words_choice(t, words)}</div>
        <p class="meta" role="status">
            {move || if full() { (t.visit.draw_full)(MARKS_PER_PHOTO) } else { t.visit.draw_hint.to_owned() }}
        </p>
    }
    .into_any()
}

/// What the words say: one of what photos go back for at a tap, or typed.
fn words_choice(t: Texts, words: RwSignal<String>) -> AnyView {
    let name = move |at: usize| (t.frame.redo_reason)(REASONS[at]);
    let names = (0..REASONS.len()).map(|at| name(at).to_owned()).collect();
    let chosen = move || (0..REASONS.len()).find(|at| words.with(|words| words == name(*at)));
    view! {
        {choice_buttons(t.visit.draw_words.to_owned(), names, chosen, move |at| words.set(name(at).to_owned()))}
        <div class="field">
            <input
                id="draw-words"
                placeholder=" "
                maxlength=MARK_CHARS.to_string()
                prop:value=move || words.get()
                on:input=move |event| words.set(event_target_value(&event))
            />
            <label for="draw-words">{t.visit.draw_words}</label>
        </div>
    }
    .into_any()
}

fn mark_of(tool: Tool, from: Spot, to: Spot, words: &str) -> Option<Mark> {
    let long = from.x.abs_diff(to.x).max(from.y.abs_diff(to.y)) >= SHORTEST;
    match tool {
        Tool::Frame => long.then_some(Mark::Frame(from, to)),
        Tool::Arrow => long.then_some(Mark::Arrow(from, to)),
        Tool::Words => (!words.trim().is_empty()).then(|| Mark::Words(to, words.trim().to_owned())),
    }
}

fn view_box((width, height): (u32, u32)) -> String {
    format!("0 0 {width} {height}")
}

fn shape(mark: &Mark, (width, height): (u32, u32)) -> AnyView {
    let place = |spot: Spot| {
        let part = |at: u16, length: u32| f64::from(at) * f64::from(length) / f64::from(Spot::EDGE);
        (part(spot.x, width), part(spot.y, height))
    };
    match mark {
        Mark::Frame(from, to) => {
            let ((x1, y1), (x2, y2)) = (place(*from), place(*to));
            view! { <rect x=x1.min(x2) y=y1.min(y2) width=(x2 - x1).abs() height=(y2 - y1).abs()></rect> }.into_any()
        }
        Mark::Arrow(tail, head) => view! { <path d=arrow(place(*tail), place(*head))></path> }.into_any(),
        Mark::Words(at, words) => {
            let ((x, y), size) = (place(*at), width.max(height) / WORDS);
            view! { <text x=x y=y font-size=size>{words.clone()}</text> }.into_any()
        }
    }
}

/// A line with a barb of a fifth of its length on each side of its head.
fn arrow((x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> String {
    let (back_x, back_y) = ((x1 - x2) * 0.2, (y1 - y2) * 0.2);
    let barb = |side: f64| (x2 + back_x - side * back_y * 0.6, y2 + back_y + side * back_x * 0.6);
    let ((ax, ay), (bx, by)) = (barb(1.0), barb(-1.0));
    format!("M{x1:.0} {y1:.0}L{x2:.0} {y2:.0}M{ax:.0} {ay:.0}L{x2:.0} {y2:.0}L{bx:.0} {by:.0}")
}
