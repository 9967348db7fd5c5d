//! What has been sent and what has not: a tally that adds up, what came back with its reason, and every visit's
//! records with their state. "Received" is only ever what the server said.

mod deed;
mod dock;
mod export;
mod groups;
mod parcels;
mod refused;
mod rows;
mod sums;

pub use deed::Deed;
pub use groups::{unsent_visits, visit_of};
pub use parcels::{Parcels, carried as carried_parcel, load as load_parcel};

use crate::state::{Me, guarded, live_outbox, use_state};
use crate::text::Texts;
use crate::ui::{self, Icon, Tab, icon, skeleton_rows};
use domain::time::Offset;
use groups::Contents;
use leptos::prelude::*;
use sums::{Period, sums};

/// See the module.
#[component]
pub fn Outbox() -> impl IntoView {
    guarded(screen)
}

fn screen(t: Texts, me: Me) -> AnyView {
    let offset = me.offset;
    let period = RwSignal::new(Period::default());
    let contents = live_outbox(move |phone| {
        let period = period.get();
        groups::read(phone, period, offset)
    });
    let body = move || match contents.get() {
        None => skeleton_rows(6),
        Some(contents) => list(t, contents, offset),
    };
    let body = view! {
        {body}
        {parcels::row(t, offset)}
    };
    let head = view! {
        {move || contents.with(|contents| sentence(t, contents.as_ref(), offset))}
        {clock_line(t)}
        {sums(t, contents, period)}
    };
    ui::frame(t, &me, Tab::Outbox, head.into_any(), body.into_any(), dock::dock(t, offset))
}

fn sentence(t: Texts, contents: Option<&Contents>, offset: Offset) -> AnyView {
    let state = use_state();
    let sync = state.sync.get();
    let Some(contents) = contents.filter(|_| sync.counted) else { return ui::say_soon(t.frame.outbox) };
    let back = contents.returned.len();
    if sync.waiting + back > 0 {
        let more = if sync.waiting > 0 { t.outbox.safe } else { t.outbox.kept };
        return ui::say((t.outbox.head)(sync.waiting, back), more);
    }
    if sync.photos_waiting > 0 {
        return ui::say((t.outbox.photos_waiting)(sync.photos_waiting), t.outbox.safe);
    }
    if contents.is_empty() {
        return ui::say(t.outbox.nothing, "");
    }
    let more = sync.last_contact.map(|at| (t.outbox.confirmed)(&t.time.when(at, state.clock.get(), offset)));
    let all = if sync.lacks_photos() { t.outbox.all_but_photos } else { t.outbox.all_sent };
    ui::say(all, more.unwrap_or_default())
}

/// A phone whose clock is wrong is told so, and that its records do not suffer from it (F111).
fn clock_line(t: Texts) -> AnyView {
    let state = use_state();
    let off = Memo::new(move |_| state.sync.with(crate::state::SyncView::minutes_off));
    (move || {
        off.get().map(|minutes| view! { <p class="clock-off">{icon(Icon::Clock)}{(t.account.clock_off)(minutes)}</p> })
    })
    .into_any()
}

/// Visits that are shown at once; what is older has long arrived.
const SHOWN: usize = 12;

fn list(t: Texts, contents: Contents, offset: Offset) -> AnyView {
    if contents.is_empty() {
        return ui::empty(Icon::Outbox, t.outbox.nothing, "", None);
    }
    if contents.groups.is_empty() {
        return ui::empty(Icon::Outbox, t.outbox.nothing_today, "", None);
    }
    let returned = contents.returned.iter().map(|item| refused::card(t, item, &contents.returned)).collect_view();
    let keep = (!contents.returned.is_empty()).then(|| export::keep(t, offset));
    let all = RwSignal::new(false);
    let older = contents.groups.len().saturating_sub(SHOWN);
    let groups = move || {
        let shown = if all.get() { usize::MAX } else { SHOWN };
        contents.groups.iter().take(shown).map(|group| rows::group(t, group, offset)).collect_view()
    };
    let more = (older > 0).then(|| {
        view! {
            <div class="pad" hidden=move || all.get()>
                <button type="button" class="btn wide" on:click=move |_| all.set(true)>
                    {(t.outbox.more)(older)}
                </button>
            </div>
        }
    });
    view! {
        {returned}
        {keep}
        <div class="group">{groups}</div>
        {more}
    }
    .into_any()
}
