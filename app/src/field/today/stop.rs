//! One stop to come. A tap leads to its brief; the button beside it, and a swipe to the left as a shortcut,
//! open what else can be done with it.

use super::View;
use super::day::Row;
use super::route::reasons;
use crate::field::shop::metres_to;
use crate::routes;
use crate::state::use_state;
use crate::text::Texts;
use crate::ui::{Icon, class_letter, icon};
use domain::id::OutletId;
use domain::rules::today::StopReason;
use leptos::ev::{MouseEvent, PointerEvent};
use leptos::prelude::*;

/// A finger that goes so many pixels to the left means it; fewer is a tap that shook.
const SWIPE: i32 = 56;
/// A finger that goes so many pixels up or down meanwhile scrolls.
const STRAY: i32 = 40;

/// See the module.
pub fn stop(t: Texts, view: View, outlet: OutletId) -> AnyView {
    let row = Memo::new(move |_| view.day.with(|day| day.as_ref().and_then(|day| day.at(outlet).cloned())));
    let class = move || {
        row.with(|row| match row.as_ref().and_then(|row| row.stop.reasons.first()) {
            Some(StopReason::Redo(..)) => "stop hot",
            Some(StopReason::OpenTask(_) | StopReason::Overdue(_)) => "stop late",
            _ => "stop",
        })
    };
    let label = move || row.with(|row| row.as_ref().map(|row| (t.today.more)(&row.name())));
    let swipe = Swipe::new();
    view! {
        <li
            class=class
            on:pointerdown=move |event| swipe.begin(&event)
            on:pointerup=move |event| swipe.end(&event, move || view.ask(outlet))
            on:pointercancel=move |_| swipe.forget()
        >
            <a href=routes::outlet(outlet) draggable="false" on:click=move |event| swipe.swallow(&event)>
                {move || row.with(|row| row.as_ref().map(|row| content(t, row)))}
            </a>
            <button type="button" class="ib more" aria-label=label on:click=move |_| view.ask(outlet)>
                {icon(Icon::More)}
            </button>
        </li>
    }
    .into_any()
}

fn content(t: Texts, row: &Row) -> AnyView {
    let state = use_state();
    let position = row.position();
    let distance = move || position.and_then(|position| metres_to(state, position)).map(t.measure.distance);
    view! {
        <span class="n"><b>{row.stop.number}</b></span>
        <span class="body">
            <span class="grow">
                <h2>
                    <span class="cut">{row.name()}</span>
                    {row.outlet.as_ref().map(|outlet| class_letter(outlet.class))}
                </h2>
                <p class="why">{reasons(t, &row.stop.reasons)}</p>
            </span>
            <span class="dist">{distance}</span>
        </span>
    }
    .into_any()
}

/// A finger on a row.
#[derive(Clone, Copy)]
struct Swipe {
    /// Where it came down.
    from: StoredValue<Option<(i32, i32)>>,
    /// Whether it swiped: the click that a browser makes of it leads nowhere.
    swiped: StoredValue<bool>,
}

impl Swipe {
    fn new() -> Self {
        Self { from: StoredValue::new(None), swiped: StoredValue::new(false) }
    }

    fn begin(self, event: &PointerEvent) {
        self.from.set_value(Some((event.client_x(), event.client_y())));
    }

    fn end(self, event: &PointerEvent, act: impl Fn() + 'static) {
        let Some((x, y)) = self.from.get_value() else { return };
        self.forget();
        if x - event.client_x() >= SWIPE && (y - event.client_y()).abs() <= STRAY {
            self.swiped.set_value(true);
            // After the click, if one follows: what opens now would get it.
            request_animation_frame(move || {
                let _ = self.swiped.try_update_value(|swiped| *swiped = false);
                act();
            });
        }
    }

    fn forget(self) {
        self.from.set_value(None);
    }

    fn swallow(self, event: &MouseEvent) {
        if self.swiped.get_value() {
            event.prevent_default();
        }
    }
}
