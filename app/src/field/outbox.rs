//! The outbox: where everything made on this phone is. Four states that always add up, what came back first,
//! then visit by visit what has arrived and what has not.

mod card;
mod footing;
mod group;

use crate::state::{guarded, live_outbox, use_state};
use crate::text::Texts;
use crate::ui::{self, Icon, SyncMark, Tab, mark};
use domain::time::Offset;
use group::{Group, Outbox as Contents, contents};
use leptos::prelude::*;

/// How many received commands are looked at for the list; older ones are counted only.
const RECEIVED_SHOWN: u32 = 400;

/// `/outbox`.
#[component]
pub fn Outbox() -> impl IntoView {
    guarded(|t, me| {
        let found = live_outbox(|phone| contents(phone, RECEIVED_SHOWN));
        let offset = me.offset;
        ui::frame(t, &me, Tab::Outbox, head(t, offset), body(t, offset, found), footing::footing(t, offset))
    })
}

fn head(t: Texts, offset: Offset) -> AnyView {
    let state = use_state();
    (move || {
        let sync = state.sync.get();
        let photos = (sync.photos_waiting > 0).then(|| (t.outbox.photos_waiting)(sync.photos_waiting));
        let (sentence, more) = if sync.waiting + sync.sent_back > 0 {
            ((t.outbox.head)(sync.waiting, sync.sent_back), t.outbox.safe.to_owned())
        } else if let Some(photos) = photos {
            (photos, t.outbox.safe.to_owned())
        } else if sync.received == 0 {
            (t.outbox.nothing.to_owned(), String::new())
        } else {
            let when = sync.last_contact.map(|at| t.time.when(at, state.clock.get(), offset));
            (t.outbox.all_sent.to_owned(), when.map(|when| (t.outbox.confirmed)(&when)).unwrap_or_default())
        };
        // What waits is under way while the phone is talking to the server: one at a time cannot be told apart.
        let (sending, saved) = if sync.running { (sync.waiting, 0) } else { (0, sync.waiting) };
        view! {
            {ui::say(sentence, more)}
            {ui::tally_bar(t, [sync.received, sending, saved, sync.sent_back])}
        }
        .into_any()
    })
    .into_any()
}

fn body(t: Texts, offset: Offset, found: ReadSignal<Option<Contents>>) -> AnyView {
    let state = use_state();
    (move || {
        found.with(|found| {
            let Some(found) = found else { return ui::skeleton_rows(5) };
            if found.cards.is_empty() && found.groups.is_empty() {
                return ui::empty(Icon::Outbox, t.outbox.nothing, t.outbox.waits_more, None);
            }
            let cards = found.cards.iter().map(|card| card::card(t, card)).collect_view();
            let sync = state.sync.get();
            let now = state.clock.get();
            let rows = found.groups.iter().map(|group| row(t, offset, group, sync.running, now)).collect_view();
            view! {
                {cards}
                <div class="group">{rows}</div>
            }
            .into_any()
        })
    })
    .into_any()
}

/// One visit: what it holds, how much of it has arrived.
fn row(t: Texts, offset: Offset, group: &Group, running: bool, now: domain::time::Moment) -> AnyView {
    let title = if group.title.is_empty() { t.outbox.some_visit.to_owned() } else { group.title.clone() };
    let state = match group {
        group if group.waiting > 0 || group.photos_waiting > 0 => {
            if running { SyncMark::Sending } else { SyncMark::Saved }
        }
        group if group.back > 0 => SyncMark::Refused,
        _ => SyncMark::Server,
    };
    let when = t.time.when(group.latest, now, offset);
    let bar = (group.photos_waiting > 0).then(|| {
        let (sent, of) = (group.bytes - group.bytes_left.min(group.bytes), group.bytes);
        ui::progress(sent, of, (t.outbox.photos_of)(group.photos - group.photos_waiting, group.photos))
    });
    let left = (group.bytes_left > 0).then(|| (t.outbox.bytes_left)(&(t.measure.bytes)(group.bytes_left)));
    let inside = view! {
        {mark(state)}
        <div class="grow">
            <span class="t">{title}</span>
            <span class="why">{group.words(t)}</span>
            {bar}
        </div>
        <span class="end"><b class=state.class()>{state.word(t)}</b>{left.unwrap_or(when)}</span>
    };
    match group.link.clone() {
        Some(link) => view! { <a class="item" href=link>{inside}</a> }.into_any(),
        None => view! { <div class="item">{inside}</div> }.into_any(),
    }
}
