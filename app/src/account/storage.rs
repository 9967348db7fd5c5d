//! What the phone holds, and whether the browser has promised to keep it (P2).

use crate::state::live_outbox;
use crate::text::Texts;
use crate::ui::{Icon, SyncMark, icon, mark};
use leptos::prelude::*;

/// See the module.
pub fn storage(t: Texts) -> AnyView {
    let depot = live_outbox(|phone| async move { phone.depot().await });
    let line = move || {
        depot.get().map(|depot| {
            let words = (t.account.storage_used)(&(t.measure.bytes)(depot.used), &(t.measure.bytes)(depot.quota));
            // Above four fifths the bar turns ochre: sending frees room.
            let class = if depot.used * 5 > depot.quota * 4 { "prog owed" } else { "prog" };
            let (glyph, title, why) = if depot.persisted == Some(true) {
                (icon(Icon::Shield), t.account.protected, t.account.protected_why)
            } else {
                (mark(SyncMark::Saved), t.account.unprotected, t.account.unprotected_why)
            };
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
                <div class="line">
                    {glyph}
                    <span class="grow">
                        <span class="t">{title}</span>
                        <span class="w">{why}</span>
                    </span>
                </div>
            }
        })
    };
    line.into_any()
}
