//! Logging out. It refuses while something has not been sent, and says what: logging out never loses work (P20).

use crate::routes;
use crate::state::{Phone, spawn, use_state};
use crate::text::Texts;
use crate::ui::{Busy, Icon, SyncMark, Toast, icon, icon_small, mark};
use leptos::prelude::*;

/// See the module.
pub fn leave(t: Texts) -> AnyView {
    let state = use_state();
    let busy = Busy::new();
    let leave = move |_| {
        if busy.take() {
            spawn(async move {
                if let Err(trouble) = Phone.log_out().await {
                    Toast::failed(trouble.0).show(state);
                }
                busy.done();
            });
        }
    };
    // The button stays the same one while the exchange goes on around it: a tap on one that is drawn anew between the
    // finger's coming and its going is lost, and the next person on this phone would find the one before still in.
    let waiting = Memo::new(move |_| state.sync.with(|sync| (sync.waiting, sync.photos_waiting)));
    (move || {
        let (items, photos) = waiting.get();
        if items + photos > 0 {
            view! {
                <a class="line" href=routes::OUTBOX>
                    {mark(SyncMark::Saved)}
                    <span class="grow">
                        <span class="t">{(t.account.waiting)(items, photos)}</span>
                        <span class="w">{t.account.waiting_why}</span>
                    </span>
                    <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
                </a>
            }
            .into_any()
        } else {
            view! {
                <button type="button" class="line" disabled=move || busy.get() on:click=leave>
                    {icon(Icon::Logout)}
                    <span class="grow">
                        <span class="t">{t.account.log_out}</span>
                        <span class="w">{t.account.log_out_why}</span>
                    </span>
                </button>
            }
            .into_any()
        }
    })
    .into_any()
}
