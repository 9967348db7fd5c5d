//! Somebody has published another version since this one was begun: what was changed here is never lost silently. It is
//! taken over to that version, looked at beside it, or dropped, each to be undone.

use super::desk::Desk;
use crate::ui::{Icon, Toast, icon_small};
use domain::records::Checklist;
use domain::rules::form::rebased;
use leptos::prelude::*;

/// See the module; `past` opens both versions beside each other.
pub fn replaced(desk: Desk, newer: Checklist, past: RwSignal<bool>) -> AnyView {
    let t = desk.t;
    let newer = StoredValue::new(newer);
    view! {
        <div class="replaced" role="alert">
            <p>{icon_small(Icon::Warning)}{t.forms.replaced}</p>
            <div class="acts formacts">
                <button type="button" class="btn" on:click=move |_| drop_mine(desk, newer.get_value())>
                    {t.forms.drop_mine}
                </button>
                <button type="button" class="btn" on:click=move |_| past.set(true)>{t.forms.see_both}</button>
                <button type="button" class="btn main" on:click=move |_| take_over(desk, newer.get_value())>
                    {t.forms.take_over}
                </button>
            </div>
        </div>
    }
    .into_any()
}

fn take_over(desk: Desk, newer: Checklist) {
    let t = desk.t;
    let both = desk.before.with_untracked(|before| desk.list.with_untracked(|mine| rebased(before, mine, &newer)));
    let clashes: Vec<String> =
        both.clashes.iter().filter_map(|key| both.list.item(key)).map(|item| desk.title_of(item)).collect();
    let words = match clashes.is_empty() {
        true => t.forms.taken_over.to_owned(),
        false => (t.forms.taken_over_but)(&clashes.join(t.frame.list)),
    };
    put(desk, newer, both.list, words);
}

fn drop_mine(desk: Desk, newer: Checklist) {
    put(desk, newer.clone(), newer, desk.t.forms.dropped.to_owned());
}

/// Puts a version and what is made of it on the desk; what lay there can be fetched back.
fn put(desk: Desk, version: Checklist, list: Checklist, words: String) {
    let (before, mine) = (desk.before.get_untracked(), desk.list.get_untracked());
    let back = move || {
        desk.before.set(before.clone());
        desk.list.set(mine.clone());
    };
    desk.list.set(list);
    desk.before.set(version);
    Toast::saved(words).with_undo(back).show(desk.state);
}
