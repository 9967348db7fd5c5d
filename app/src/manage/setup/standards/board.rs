//! The picture with its points: a tap adds one, a finger that stays moves it. Points lie in thousandths of the picture, so
//! that they fit it in any size.

use super::draft::Draft;
use crate::state::PhotoSize;
use crate::ui::{Icon, icon, picture};
use leptos::ev::PointerEvent;
use leptos::prelude::*;
use leptos::svg::Svg;

/// A finger that comes down so near to a point, in thousandths, takes that one.
const NEAR: i32 = 45;

/// See the module.
pub fn board(draft: Draft) -> AnyView {
    let t = draft.t;
    let shown = move || {
        draft
            .reference
            .get()
            .map(|reference| picture(t, reference.hash, PhotoSize::Original, t.standards.board.to_owned()))
    };
    let empty = move || {
        draft.reference.with(Option::is_none).then(|| {
            view! { <p class="stdnone">{icon(Icon::Image)}{t.standards.no_picture}</p> }
        })
    };
    view! {
        <div class="stdboard">{shown} {empty} {pad(draft)}</div>
        <p class="meta">{t.standards.how}<span class="bykeys">{t.standards.how_keys}</span></p>
    }
    .into_any()
}

fn pad(draft: Draft) -> AnyView {
    let node: NodeRef<Svg> = NodeRef::new();
    let moving = RwSignal::new(false);
    let spot = move |event: &PointerEvent| {
        let area = node.get_untracked()?.get_bounding_client_rect();
        let part =
            |at: i32, from: f64, length: f64| ((f64::from(at) - from) / length * 1_000.0).clamp(0.0, 1_000.0) as u16;
        Some((part(event.client_x(), area.left(), area.width()), part(event.client_y(), area.top(), area.height())))
    };
    let begin = move |event: PointerEvent| {
        let Some(at) = spot(&event).filter(|_| draft.reference.with_untracked(Option::is_some)) else { return };
        if let Some(node) = node.get_untracked() {
            // The finger may leave the picture; its lifting still belongs to the point.
            drop(node.set_pointer_capture(event.pointer_id()));
        }
        match nearest(draft, at) {
            Some(key) => draft.picked.set(Some(key)),
            None => draft.add(at),
        }
        moving.set(true);
    };
    let go_on = move |event: PointerEvent| {
        let held = draft.picked.get_untracked().filter(|_| moving.get_untracked());
        if let Some((key, at)) = held.zip(spot(&event)) {
            draft.place(key, at);
        }
    };
    let marks = move || {
        let picked = draft.picked.get();
        draft.points.with(|points| {
            let marks = points.iter().zip(1_usize..);
            marks.map(|(point, number)| mark(point.at, number, picked == Some(point.key))).collect_view()
        })
    };
    view! {
        <svg
            node_ref=node
            class="stdpoints"
            aria-hidden="true"
            on:pointerdown=begin
            on:pointermove=go_on
            on:pointerup=move |_| moving.set(false)
            on:pointercancel=move |_| moving.set(false)
        >
            {marks}
        </svg>
    }
    .into_any()
}

fn mark((x, y): (u16, u16), number: usize, on: bool) -> AnyView {
    let percent = |at: u16| format!("{}.{}%", at / 10, at % 10);
    let (x, y) = (percent(x), percent(y));
    view! {
        <g class=if on { "on" } else { "" }>
            <circle cx=x.clone() cy=y.clone() r="15"></circle>
            <text x=x y=y dy="5" text-anchor="middle">{number}</text>
        </g>
    }
    .into_any()
}

/// The point that a finger takes.
fn nearest(draft: Draft, (x, y): (u16, u16)) -> Option<u32> {
    let apart = |a: u16, b: u16| (i32::from(a) - i32::from(b)).abs();
    draft.points.with_untracked(|points| {
        let far = points.iter().map(|point| (apart(point.at.0, x).max(apart(point.at.1, y)), point.key));
        far.filter(|(far, _)| *far <= NEAR).min().map(|(_, key)| key)
    })
}
