//! The step that a question belongs to. A step is its name: naming it anew names it for all its questions.

use super::desk::Desk;
use crate::text::both;
use crate::ui::select;
use domain::language::Words;
use domain::records::{Item, ItemKey};
use leptos::prelude::*;

/// What the choice says for a step that there is not yet.
const NEW: &str = "new";

fn steps(items: &[Item]) -> Vec<Words> {
    let mut steps: Vec<Words> = Vec::new();
    for item in items {
        if !steps.contains(&item.step) {
            steps.push(item.step.clone());
        }
    }
    steps
}

/// See the module.
pub fn step(desk: Desk, key: &ItemKey) -> AnyView {
    let key = StoredValue::new(key.clone());
    let known = Memo::new(move |_| desk.list.with(|list| steps(&list.items)));
    let here = Memo::new(move |_| key.with_value(|key| desk.read(key, |item| item.step.clone())).unwrap_or_default());
    view! {
        {move || choice(desk, key, known.get(), here)}
        <div class="twofields">
            {name(desk, here, false)}
            {name(desk, here, true)}
        </div>
    }
    .into_any()
}

fn choice(desk: Desk, key: StoredValue<ItemKey>, known: Vec<Words>, here: Memo<Words>) -> AnyView {
    let t = desk.t;
    let name = |step: &Words| match step.get(t.language) {
        "" => t.forms.editor.no_step.to_owned(),
        name => name.to_owned(),
    };
    let mut options: Vec<(String, String)> =
        known.iter().enumerate().map(|(at, step)| (at.to_string(), name(step))).collect();
    options.push((NEW.to_owned(), t.forms.editor.new_step.to_owned()));
    let known = StoredValue::new(known);
    let chosen = move || {
        let at = here.with(|here| known.with_value(|known| known.iter().position(|step| step == here)));
        at.map(|at| at.to_string()).unwrap_or_default()
    };
    let choose = move |chosen: String| {
        let step = match chosen.parse::<usize>() {
            Ok(at) => known.with_value(|known| known.get(at).cloned()),
            Err(_) => {
                let number = known.with_value(Vec::len) + 1;
                Some(both(|t| (t.forms.editor.another_step)(number)))
            }
        };
        if let Some(step) = step {
            key.with_value(|key| desk.item(key, |item| item.step = step));
        }
    };
    select("form-step", t.forms.editor.step, options, chosen, choose)
}

/// Taken when the field is left: on the way to its name a step may pass through that of another one.
fn name(desk: Desk, here: Memo<Words>, english: bool) -> AnyView {
    let label = name_label(desk, english);
    let id = if english { "form-step-en" } else { "form-step-zh" };
    let value = move || here.with(|here| if english { here.en.clone() } else { here.zh.clone() });
    let rename = move |event| {
        let value = event_target_value(&event);
        let before = here.get_untracked();
        let after = if english { Words { en: value, ..before.clone() } } else { Words { zh: value, ..before.clone() } };
        desk.list.update(|list| {
            for item in list.items.iter_mut().filter(|item| item.step == before) {
                item.step = after.clone();
            }
        });
    };
    let lang = if english { "en" } else { "zh-CN" };
    view! {
        <div class="field">
            <input id=id type="text" lang=lang autocomplete="off" placeholder=" " prop:value=value on:change=rename/>
            <label for=id>{label}</label>
        </div>
    }
    .into_any()
}

fn name_label(desk: Desk, english: bool) -> String {
    let words = &desk.t.forms.editor;
    if english { (words.english)(words.step_name) } else { words.step_name.to_owned() }
}
