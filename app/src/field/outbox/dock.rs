//! The dock of the outbox: what runs, or what it waits for, and one quiet button.

use crate::routes;
use crate::state::{Phone, SyncView, use_state};
use crate::text::Texts;
use crate::ui::{self, Icon, SyncMark, icon, mark};
use domain::time::Offset;
use leptos::prelude::*;

/// See the module.
pub fn dock(t: Texts, offset: Offset) -> AnyView {
    let state = use_state();
    let held = RwSignal::new(false);
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
            {button(t, &sync, held)}
        }
    };
    ui::dock_calm(t.frame.outbox, content.into_any())
}

fn glyph_and_words(t: Texts, sync: &SyncView, held: bool) -> (AnyView, String) {
    if sync.logged_out {
        (icon(Icon::Lock), t.outbox.logged_out.to_owned())
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

fn button(t: Texts, sync: &SyncView, held: RwSignal<bool>) -> AnyView {
    if sync.logged_out {
        return view! { <a class="btn mid" href=routes::login(routes::OUTBOX)>{t.account.log_in}</a> }.into_any();
    }
    // Only photos can be stopped: records are small and are what counts.
    if sync.photos_waiting > 0 && sync.waiting == 0 && !sync.is_offline() {
        let hold = move |_| {
            held.update(|held| *held = !*held);
            Phone.pause_photos(held.get_untracked());
        };
        let words = if held.get() { t.outbox.go_on } else { t.outbox.pause };
        return view! { <button type="button" class="btn mid" on:click=hold>{words}</button> }.into_any();
    }
    view! { <button type="button" class="btn mid" on:click=move |_| Phone.sync_now()>{t.outbox.send_now}</button> }
        .into_any()
}
