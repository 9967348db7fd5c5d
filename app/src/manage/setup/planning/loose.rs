//! The shops of the rep's territories that no route leads to, by class: picked like a stop and put on a day. What is
//! dropped here is taken off its route.

use super::book::Findings;
use super::hand::Desk;
use crate::ui::class_letter;
use domain::id::OutletId;
use domain::records::OutletClass;
use leptos::prelude::*;

/// So many are listed: whoever looks for one among more picks a class.
const LISTED: usize = 40;
const CLASSES: [OutletClass; 4] = [OutletClass::A, OutletClass::B, OutletClass::C, OutletClass::D];

/// See the module.
pub fn loose(desk: Desk, findings: Memo<Findings>) -> AnyView {
    let t = desk.t;
    let all = Memo::new(move |_| {
        let class = desk.class.get();
        let mut loose = findings.get().loose;
        loose.retain(|stop| class.is_none_or(|class| desk.shop(*stop).is_some_and(|shop| shop.class == class)));
        loose
    });
    let chip = move |class: Option<OutletClass>| {
        let words = class.map_or_else(|| t.planning.all.to_owned(), |class| (t.frame.class)(class.letter()));
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (desk.class.get() == class).to_string()
                on:click=move |_| desk.class.set(class)
            >
                {words}
            </button>
        }
    };
    let chips = std::iter::once(None).chain(CLASSES.map(Some)).map(chip).collect_view();
    let rows = move || {
        let all = all.get();
        let more = all.len().saturating_sub(LISTED);
        let rows: Vec<AnyView> = all.into_iter().take(LISTED).map(|stop| row(desk, stop)).collect();
        if rows.is_empty() {
            return view! { <p class="meta">{t.planning.loose_none}</p> }.into_any();
        }
        let more = (more > 0).then(|| view! { <p class="meta">{(t.planning.more)(more)}</p> });
        view! { <ul class="planstops">{rows}</ul> {more} }.into_any()
    };
    let take_off = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        desk.take_off();
        desk.put_down();
    };
    view! {
        <section
            class="planloose"
            aria-label=t.planning.loose
            on:dragover=move |event| event.prevent_default()
            on:drop=take_off
        >
            <h2>{t.planning.loose}</h2>
            <div class="chips wrap">{chips}</div>
            {rows}
        </section>
    }
    .into_any()
}

fn row(desk: Desk, stop: OutletId) -> AnyView {
    let t = desk.t;
    let (name, class) = match desk.shop(stop) {
        Some(shop) => (shop.name.clone(), Some(class_letter(shop.class))),
        None => (t.planning.unknown.to_owned(), None),
    };
    let is_held = move || desk.held.get().is_some_and(|held| held.shop == stop && held.day.is_none());
    view! {
        <li>
            <button
                type="button"
                class="planstop"
                draggable="true"
                aria-pressed=move || is_held().to_string()
                on:click=move |_| desk.pick(stop, None)
                on:dragstart=move |_| desk.drag(stop, None)
                on:dragend=move |_| desk.put_down()
            >
                <span class="grow"><span class="t">{name}" "{class}</span></span>
            </button>
        </li>
    }
    .into_any()
}
