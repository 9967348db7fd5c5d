//! The dock of the outbox: what runs, or what it waits for, and one quiet button that always sends. Stopping the
//! photos is a button of its own beside it: one that turned from "send" to "stop" would turn under the thumb.

use crate::routes;
use crate::state::{Phone, SyncView, use_state};
use crate::text::Texts;
use crate::ui::{self, Icon, SyncMark, icon, icon_button, mark};
use domain::time::Offset;
use leptos::prelude::*;

/// See the module.
pub fn dock(t: Texts, offset: Offset) -> AnyView {
    let state = use_state();
    let held = RwSignal::new(Phone.photos_paused());
    let content = move || {
        let sync = state.sync.get();
        let (glyph, words) = glyph_and_words(t, &sync, held.get());
        let more = more(t, &sync, offset);
        view! {
            <span>{glyph}</span>
            <div class="grow" role="status">
                <b>{words}</b>
                <p class="meta">{more}</p>
            </div>
            {stop(t, &sync, held)}
            {send(t, &sync, held)}
        }
    };
    ui::dock_calm(t.frame.outbox, content.into_any())
}

fn glyph_and_words(t: Texts, sync: &SyncView, held: bool) -> (AnyView, String) {
    if sync.logged_out {
        (icon(Icon::Lock), t.outbox.logged_out.to_owned())
    } else if !sync.counted {
        (mark(SyncMark::Sending), t.frame.loading.to_owned())
    } else if sync.all_sent() {
        let words = if sync.received == 0 { t.outbox.nothing } else { t.outbox.all_sent };
        (mark(SyncMark::Server), words.to_owned())
    } else if sync.is_offline() {
        (icon(Icon::WifiOff), t.outbox.waits_for_network.to_owned())
    } else if held && sync.waiting == 0 {
        (icon(Icon::Pause), t.outbox.paused.to_owned())
    } else {
        (mark(SyncMark::Sending), t.outbox.running.to_owned())
    }
}

fn more(t: Texts, sync: &SyncView, offset: Offset) -> String {
    let state = use_state();
    if !sync.all_sent() && sync.is_offline() {
        return t.outbox.waits_more.to_owned();
    }
    if sync.waiting > 0 {
        return (t.outbox.to_go)(sync.waiting);
    }
    if sync.photos_waiting > 0 {
        let left = (t.outbox.bytes_left)(&(t.measure.bytes)(sync.bytes_waiting));
        return format!("{left}{}{}", t.frame.comma, t.outbox.keep_open);
    }
    match sync.last_contact {
        Some(at) => (t.outbox.last_contact)(&t.time.when(at, state.clock.get(), offset)),
        None => t.outbox.never_contact.to_owned(),
    }
}

/// Only photos can be stopped: records are small and are what counts.
fn stop(t: Texts, sync: &SyncView, held: RwSignal<bool>) -> Option<AnyView> {
    let going = sync.photos_waiting > 0 && sync.waiting == 0 && !sync.is_offline() && !sync.logged_out;
    (going && !held.get()).then(|| icon_button(Icon::Pause, t.outbox.pause, move || hold(held, true)))
}

fn send(t: Texts, sync: &SyncView, held: RwSignal<bool>) -> AnyView {
    if sync.logged_out {
        return view! { <a class="btn mid" href=routes::login(routes::OUTBOX)>{t.account.log_in}</a> }.into_any();
    }
    let words = if held.get() && sync.photos_waiting > 0 { t.outbox.go_on } else { t.outbox.send_now };
    let send = move |_| {
        if held.get_untracked() {
            hold(held, false);
        }
        Phone.sync_now();
    };
    view! { <button type="button" class="btn mid" on:click=send>{words}</button> }.into_any()
}

fn hold(held: RwSignal<bool>, hold: bool) {
    held.set(hold);
    Phone.pause_photos(hold);
}
