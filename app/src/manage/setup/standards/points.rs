//! The points as a list beside the picture: what each asks in both languages, its number to be moved by the arrow keys,
//! and taking it away.

use super::draft::{Draft, Point};
use crate::ui::{Icon, icon};
use domain::limits::STANDARD_POINTS;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// So far an arrow key moves a point, in thousandths; with Shift the shorter way.
const STEPS: (i32, i32) = (20, 2);

/// See the module.
pub fn points(draft: Draft) -> AnyView {
    let t = draft.t;
    // The rows stay while somebody types in them: only points that come and go draw them anew.
    let keys = Memo::new(move |_| draft.points.with(|points| points.iter().map(|point| point.key).collect::<Vec<_>>()));
    let rows =
        move || keys.get().into_iter().zip(1_usize..).map(|(key, number)| row(draft, key, number)).collect_view();
    let full = move || (!draft.has_room()).then(|| view! { <p class="meta">{(t.standards.full)(STANDARD_POINTS)}</p> });
    view! {
        <ol class="stdlist">{rows}</ol>
        <button
            type="button"
            class="btn small"
            disabled=move || !draft.has_room()
            on:click=move |_| draft.add((500, 500))
        >
            {t.standards.add_point}
        </button>
        {full}
    }
    .into_any()
}

fn row(draft: Draft, key: u32, number: usize) -> AnyView {
    let t = draft.t;
    let read = move |of: fn(&Point) -> String| {
        draft.points.with(|points| points.iter().find(|point| point.key == key).map(of).unwrap_or_default())
    };
    let write = move |change: fn(&mut Point, String), text: String| {
        draft.points.update(|points| {
            if let Some(point) = points.iter_mut().find(|point| point.key == key) {
                change(point, text);
            }
        });
    };
    let is_picked = move || draft.picked.get() == Some(key);
    view! {
        <li class:on=is_picked>
            <button
                type="button"
                class="ib stdnumber"
                aria-label=(t.standards.point)(number)
                aria-pressed=move || is_picked().to_string()
                on:click=move |_| draft.picked.set(Some(key))
                on:keydown=move |event| by_key(draft, key, &event)
            >
                {number}
            </button>
            <div class="grow">
                <input
                    aria-label=(t.standards.asks)(number)
                    placeholder=(t.standards.asks)(number)
                    prop:value=move || read(|point| point.words.zh.clone())
                    on:focus=move |_| draft.picked.set(Some(key))
                    on:input=move |event| write(|point, text| point.words.zh = text, event_target_value(&event))
                />
                <input
                    aria-label=(t.standards.asks_english)(number)
                    placeholder=(t.standards.asks_english)(number)
                    prop:value=move || read(|point| point.words.en.clone())
                    on:focus=move |_| draft.picked.set(Some(key))
                    on:input=move |event| write(|point, text| point.words.en = text, event_target_value(&event))
                />
            </div>
            <button
                type="button"
                class="ib"
                aria-label=(t.standards.drop_point)(number)
                on:click=move |_| draft.points.update(|points| points.retain(|point| point.key != key))
            >
                {icon(Icon::Trash)}
            </button>
        </li>
    }
    .into_any()
}

fn by_key(draft: Draft, key: u32, event: &KeyboardEvent) {
    let step = if event.shift_key() { STEPS.1 } else { STEPS.0 };
    let (x, y) = match event.key().as_str() {
        "ArrowLeft" => (-step, 0),
        "ArrowRight" => (step, 0),
        "ArrowUp" => (0, -step),
        "ArrowDown" => (0, step),
        _ => return,
    };
    event.prevent_default();
    let at = draft.points.with_untracked(|points| points.iter().find(|point| point.key == key).map(|point| point.at));
    if let Some(at) = at {
        // Between nothing and a thousand, which fits.
        let moved = |at: u16, by: i32| (i32::from(at) + by).clamp(0, 1_000) as u16;
        draft.picked.set(Some(key));
        draft.place(key, (moved(at.0, x), moved(at.1, y)));
    }
}
