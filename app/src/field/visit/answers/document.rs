//! A paper such as a licence: its number, until when it holds, whether the original was seen (S36).

use super::write::{Written, line};
use crate::field::visit::Desk;
use crate::field::visit::question::anchor;
use crate::ui::Field;
use domain::records::{AnswerValue, Item};
use jiff::civil::Date;
use leptos::prelude::*;

#[derive(Clone, Default)]
struct Paper {
    number: String,
    expires: Option<Date>,
    seen: bool,
}

/// See the module.
pub fn document(desk: Desk, item: &Item) -> AnyView {
    let t = desk.t;
    let key = item.key.clone();
    let begun = match untrack(|| desk.value(&key)) {
        Some(AnswerValue::Document { number, expires, original_seen }) => {
            Paper { number, expires, seen: original_seen }
        }
        _ => Paper::default(),
    };
    let paper = RwSignal::new(begun.clone());
    let id = anchor(&key);
    let send = move || {
        let Paper { number, expires, seen } = paper.get_untracked();
        let empty = number.trim().is_empty() && expires.is_none() && !seen;
        desk.answer(&key, (!empty).then_some(AnswerValue::Document { number, expires, original_seen: seen }));
    };
    let send = StoredValue::new(send);
    let number = Written::new(begun.number, move |text| {
        paper.update(|paper| paper.number = text);
        send.with_value(|send| send());
        true
    });
    let expires = Written::new(begun.expires.map(|date| date.to_string()).unwrap_or_default(), move |text| {
        let date = text.parse::<Date>().ok();
        let read = text.is_empty() || date.is_some();
        if read {
            paper.update(|paper| paper.expires = date);
            send.with_value(|send| send());
        }
        read
    });
    let field = |kind: &'static str, label: &'static str| Field { id: "", kind, mode: "text", complete: "off", label };
    view! {
        {line(desk, format!("{id}-number"), field("text", t.visit.document_number), None, number)}
        {line(desk, format!("{id}-expires"), field("date", t.visit.document_expires), None, expires)}
        <label class="line">
            <span class="grow"><span class="t">{t.visit.document_seen}</span></span>
            <input
                class="switch"
                type="checkbox"
                role="switch"
                prop:checked=move || paper.with(|paper| paper.seen)
                on:change=move |event| {
                    paper.update(|paper| paper.seen = event_target_checked(&event));
                    send.with_value(|send| send());
                }
            />
        </label>
    }
    .into_any()
}
