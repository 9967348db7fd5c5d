//! What the right rows would change, the first ones; and new shops that may be there already.

use crate::text::Texts;
use crate::ui::section;
use leptos::prelude::*;
use sync::limits::IMPORT_SHOWN;
use sync::wire::{ImportChange, ImportCheck};

pub(super) fn changes(t: Texts, check: &ImportCheck) -> AnyView {
    if check.changes.is_empty() {
        return ().into_any();
    }
    let all = (check.new + check.changed) as usize;
    let fact = if all > check.changes.len() { (t.import.first)(IMPORT_SHOWN) } else { String::new() };
    let rows = check.changes.iter().map(|change| row(t, change)).collect_view();
    view! {
        <section>
            {section(t.import.changes, fact)}
            <ul class="group">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(t: Texts, change: &ImportChange) -> AnyView {
    let fields = change.fields.iter().map(|field| {
        let name = (t.import.field)(field.field);
        let shown = |text: &str| if text.is_empty() { t.import.blank.to_owned() } else { text.to_owned() };
        match change.new {
            true => (t.import.becomes)(name, &shown(&field.after)),
            false => (t.import.turns)(name, &shown(&field.before), &shown(&field.after)),
        }
    });
    let fields = fields.collect::<Vec<_>>().join(t.frame.dot);
    let what = if change.new { t.import.new } else { t.import.changed };
    view! {
        <li class="line">
            <span class="grow">
                <span class="t">{change.name.clone()}</span>
                <span class="w">{fields}</span>
            </span>
            <span class="val">{what}</span>
        </li>
    }
    .into_any()
}

pub(super) fn twins(t: Texts, check: &ImportCheck) -> AnyView {
    if check.twins.is_empty() {
        return ().into_any();
    }
    let rows = check
        .twins
        .iter()
        .map(|twin| {
            let words = (t.import.twin)(twin.row, &twin.name, &twin.code, &twin.known);
            view! { <li class="line"><span class="grow t">{words}</span></li> }
        })
        .collect_view();
    view! {
        <section>
            {section((t.import.twins)(check.twins.len()), "")}
            <p class="pad hint">{t.import.twins_more}</p>
            <ul class="group">{rows}</ul>
        </section>
    }
    .into_any()
}
