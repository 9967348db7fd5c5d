//! What came back as a file: what each was, why, and its bytes as they were frozen, to show or to keep (P14).

use super::deed::Deed;
use crate::state::{OutboxLine, Phone, spawn, use_state};
use crate::text::Texts;
use crate::ui::{Busy, Icon, Toast, icon};
use domain::time::Offset;
use leptos::prelude::*;
use leptos::serde_json::{self, Value, json};
use sync::client::RowState;

/// The button. It needs no network: the file is made on the phone.
pub fn keep(t: Texts, offset: Offset) -> AnyView {
    let state = use_state();
    let busy = Busy::new();
    let save = move |_| {
        if !busy.take() {
            return;
        }
        spawn(async move {
            let lines = Phone.outbox(0).await;
            let returned = lines.iter().filter(|line| line.row.state.came_back());
            let text = Value::Array(returned.map(|line| one(t, line)).collect()).to_string();
            let name = format!("lianying-{}-{}.json", t.outbox.export_name, Phone.now().date(offset));
            if !Phone.save_file(&name, text) {
                Toast::failed(t.outbox.not_exported).show(state);
            }
            busy.done();
        });
    };
    view! {
        <div class="pad">
            <button type="button" class="btn wide" disabled=move || busy.get() on:click=save>
                {icon(Icon::Download)}
                {t.outbox.export}
            </button>
        </div>
    }
    .into_any()
}

fn one(t: Texts, line: &OutboxLine) -> Value {
    let why = match &line.row.state {
        RowState::Refused { reason } => reason.text(t.language),
        RowState::Blocked { .. } => t.outbox.blocked.to_owned(),
        RowState::Quarantined { why } => (t.frame.quarantine)(why).to_owned(),
        RowState::Conflict => t.outbox.conflict.to_owned(),
        RowState::Waiting | RowState::Applied { .. } => String::new(),
    };
    json!({
        "id": line.row.id,
        "device": line.row.device,
        "seq": line.row.seq,
        // By the phone's clock, in milliseconds since 1970.
        "made_at": line.row.made_at,
        "what": Deed::of(line.body.as_ref().map(|body| &body.command)).words(t, 1),
        "why": why,
        "state": line.row.state,
        "body": serde_json::from_str(&line.row.raw).unwrap_or_else(|_| Value::String(line.row.raw.clone())),
    })
}
