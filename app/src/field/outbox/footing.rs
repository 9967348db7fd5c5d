//! The dock of the outbox: what runs, or what it waits for, with one quiet button.

use crate::routes;
use crate::state::{Phone, use_state};
use crate::text::Texts;
use crate::ui::{self, Icon, SyncMark, icon, mark};
use domain::time::Offset;
use leptos::prelude::*;

/// See the module.
pub fn footing(t: Texts, offset: Offset) -> AnyView {
    let state = use_state();
    let content = move || {
        let sync = state.sync.get();
        let contact = sync.last_contact.map(|at| (t.outbox.last_contact)(&t.time.when(at, state.clock.get(), offset)));
        let contact = contact.unwrap_or_else(|| t.outbox.never_contact.to_owned());
        let left = (sync.bytes_waiting > 0).then(|| (t.outbox.bytes_left)(&(t.measure.bytes)(sync.bytes_waiting)));
        let (glyph, head, under) = match sync {
            ref sync if sync.logged_out => (icon(Icon::Lock), t.outbox.logged_out, contact),
            ref sync if sync.running => (mark(SyncMark::Sending), t.outbox.running, left.unwrap_or_else(|| t.outbox.keep_open.to_owned())),
            ref sync if sync.is_offline() => (icon(Icon::WifiOff), t.outbox.waits_for_network, contact),
            ref sync if sync.all_sent() => (mark(SyncMark::Server), t.outbox.all_sent, contact),
            _ => (mark(SyncMark::Saved), t.outbox.waits_for_network, contact),
        };
        let act = if sync.logged_out {
            view! { <a class="btn mid" href=routes::login(routes::OUTBOX)>{t.account.log_in}</a> }.into_any()
        } else {
            view! {
                <button type="button" class="btn mid" disabled=sync.running on:click=move |_| Phone.sync_now()>
                    {t.outbox.send_now}
                </button>
            }
            .into_any()
        };
        view! {
            {glyph}
            <div class="grow">
                <b>{head}</b>
                <p class="meta">{under}</p>
            </div>
            {act}
        }
    };
    ui::dock_calm(t.frame.outbox, content.into_any())
}
