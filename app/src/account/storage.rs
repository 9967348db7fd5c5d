//! What the phone holds, whether the browser has promised to keep it (P2), and how room is made: only what the server
//! has is ever freed.

use crate::state::{Depot, Phone, live_outbox, spawn, use_state};
use crate::text::Texts;
use crate::ui::{Busy, Icon, SyncMark, Toast, icon, mark};
use leptos::prelude::*;

/// See the module.
pub fn storage(t: Texts) -> AnyView {
    let depot = live_outbox(|phone| async move { phone.depot().await });
    view! {
        {move || depot.get().map(|depot| meter(t, &depot))}
        {freeing(t, depot)}
        {line_of_photos(t)}
    }
    .into_any()
}

fn meter(t: Texts, depot: &Depot) -> AnyView {
    let words = (t.account.storage_used)(&(t.measure.bytes)(depot.used), &(t.measure.bytes)(depot.quota));
    // Above four fifths the bar turns ochre: sending frees room.
    let class = if depot.used * 5 > depot.quota * 4 { "prog owed" } else { "prog" };
    let (glyph, title, why) = if depot.persisted == Some(true) {
        (icon(Icon::Shield), t.account.protected, t.account.protected_why)
    } else {
        (mark(SyncMark::Saved), t.account.unprotected, t.account.unprotected_why)
    };
    let (count, bytes) = depot.photos_waiting;
    let waiting = (count > 0).then(|| {
        view! {
            <div class="line">
                {mark(SyncMark::Saved)}
                <span class="grow">
                    <span class="t">{(t.account.photos_here)(count as usize, &(t.measure.bytes)(bytes))}</span>
                    <span class="w">{t.account.photos_here_why}</span>
                </span>
            </div>
        }
    });
    view! {
        <div class="store-meter">
            <p><span>{t.account.storage}</span><b>{words}</b></p>
            <progress
                class=class
                value=depot.used.to_string()
                max=depot.quota.max(1).to_string()
                aria-label=t.account.storage
            ></progress>
        </div>
        {depot.is_short().then(|| view! { <p class="clock-off">{icon(Icon::Warning)}{t.account.short}</p> })}
        <div class="line">
            {glyph}
            <span class="grow">
                <span class="t">{title}</span>
                <span class="w">{why}</span>
            </span>
        </div>
        {waiting}
    }
    .into_any()
}

/// Photos that the server has are kept a while all the same; whoever needs the room has it at once.
fn freeing(t: Texts, depot: ReadSignal<Option<Depot>>) -> AnyView {
    let state = use_state();
    let busy = Busy::new();
    let there = Memo::new(move |_| depot.with(|depot| depot.as_ref().map_or((0, 0), |depot| depot.photos_received)));
    let any = Memo::new(move |_| there.get().0 > 0);
    let free = move |_| {
        if busy.take() {
            let bytes = (t.measure.bytes)(there.get_untracked().1);
            spawn(async move {
                Phone.free_photos().await;
                busy.done();
                Toast::saved((t.account.freed)(&bytes)).show(state);
            });
        }
    };
    (move || {
        any.get().then(|| {
            view! {
                <div class="line">
                    {mark(SyncMark::Server)}
                    <span class="grow">
                        <span class="t">
                            {move || {
                                let (count, bytes) = there.get();
                                (t.account.photos_there)(count as usize, &(t.measure.bytes)(bytes))
                            }}
                        </span>
                        <span class="w">{t.account.photos_there_why}</span>
                    </span>
                    <button type="button" class="btn small" disabled=move || busy.get() on:click=free>
                        {t.account.free}
                    </button>
                </div>
            }
        })
    })
    .into_any()
}

/// Wi-Fi only, where the browser says what the line is; else a switch that holds photos back by hand.
fn line_of_photos(t: Texts) -> AnyView {
    let state = use_state();
    let wifi = RwSignal::new(None::<bool>);
    // What the line is, is not known before the store is open, nor on the server's page.
    Effect::new(move |_| {
        state.sync.track();
        wifi.set(Phone.wifi_only());
    });
    let offered = Memo::new(move |_| wifi.get().is_some());
    (move || {
        let (title, why) = if offered.get() {
            (t.account.wifi_only, t.account.wifi_only_why)
        } else {
            (t.account.hold_photos, t.account.hold_photos_why)
        };
        let on = move || wifi.get().unwrap_or_else(|| state.sync.with(|sync| sync.photos_paused));
        let switch = move |on: bool| {
            if offered.get_untracked() {
                wifi.set(Some(on));
                Phone.set_wifi_only(on);
            } else {
                Phone.pause_photos(on);
            }
        };
        view! {
            <label class="line">
                {icon(Icon::Image)}
                <span class="grow">
                    <span class="t">{title}</span>
                    <span class="w">{why}</span>
                </span>
                <input
                    class="switch"
                    type="checkbox"
                    role="switch"
                    prop:checked=on
                    on:change=move |event| switch(event_target_checked(&event))
                />
            </label>
        }
    })
    .into_any()
}

/// Before a picture is taken: that there may soon be no room for it, and what makes some (F99).
pub fn short_of_room(t: Texts) -> AnyView {
    let short = live_outbox(|phone| async move { phone.depot().await.is_short() });
    (move || (short.get() == Some(true)).then(|| view! { <p class="camnote">{t.account.short}</p> })).into_any()
}
