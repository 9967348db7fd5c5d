//! A number counted with two large buttons. It can be typed too: nobody taps forty times.

use super::{Icon, icon};
use crate::text::Texts;
use leptos::prelude::*;

/// Minus, the number, plus. `value` is none while it has not been answered; the first tap begins at the smallest.
pub fn stepper(
    t: Texts,
    label: String,
    slim: bool,
    range: (i64, i64),
    value: impl Fn() -> Option<i64> + Send + Sync + Copy + 'static,
    set: impl Fn(i64) + Send + Sync + Copy + 'static,
) -> AnyView {
    let (min, max) = range;
    let group = label.clone();
    let class = move || match (slim, value().is_none()) {
        (false, false) => "ctl",
        (false, true) => "ctl none",
        (true, false) => "ctl slim",
        (true, true) => "ctl slim none",
    };
    let step = move |by: i64| set(value().map_or(min.max(0), |n| n.saturating_add(by)).clamp(min, max));
    view! {
        <div class=class role="group" aria-label=group>
            <button
                type="button"
                aria-label=t.visit.less
                disabled=move || value().is_some_and(|n| n <= min)
                on:click=move |_| step(-1)
            >
                {icon(Icon::Minus)}
            </button>
            <input
                inputmode="numeric"
                autocomplete="off"
                aria-label=label
                placeholder="–"
                prop:value=move || value().map(|n| n.to_string()).unwrap_or_default()
                on:change=move |event| {
                    if let Ok(n) = event_target_value(&event).trim().parse::<i64>() {
                        set(n);
                    }
                }
            />
            <button
                type="button"
                aria-label=t.visit.more
                disabled=move || value().is_some_and(|n| n >= max)
                on:click=move |_| step(1)
            >
                {icon(Icon::Plus)}
            </button>
        </div>
    }
    .into_any()
}
