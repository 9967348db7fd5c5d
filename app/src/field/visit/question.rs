//! The questions of a step. Those that were answered when the step was opened are one line each; a tap opens them.
//! Nothing folds under the thumb: what is answered now stays open until the rep moves on.

use super::desk::Desk;
use super::steps::{Step, steps_of};
use super::{again, answers, task, words};
use crate::text::Texts;
use crate::ui::{Icon, icon, icon_small};
use domain::records::{Item, ItemKey, ItemKind};
use leptos::prelude::*;

/// The questions of a step.
pub fn questions(desk: Desk, step: usize) -> AnyView {
    unfold_open_ones(desk, step);
    // Skip logic adds and takes questions; the others must keep what is typed into them.
    let keys = Memo::new(move |_| keys_of(desk, step));
    unfold_new_ones(desk, keys);
    // One for all of them: a tap must not make every question look for itself.
    let now = Memo::new(move |_| step_at(desk, step).and_then(|step| step.first_open(desk)));
    view! { <For each=move || keys.get() key=Clone::clone children=move |key| question(desk, now, key)/> }.into_any()
}

fn step_at(desk: Desk, step: usize) -> Option<Step> {
    steps_of(desk).into_iter().nth(step)
}

fn keys_of(desk: Desk, step: usize) -> Vec<ItemKey> {
    let step = step_at(desk, step);
    desk.with_list(|list| {
        step.iter().flat_map(|step| step.questions(list)).map(|item| item.key.clone()).collect::<Vec<_>>()
    })
}

/// Folds what is answered, and leaves the rest open.
pub fn unfold_open_ones(desk: Desk, step: usize) {
    let open = untrack(|| {
        let step = step_at(desk, step);
        desk.with_list(|list| {
            let questions = step.iter().flat_map(|step| step.questions(list));
            questions.filter(|item| !desk.is_answered(item)).map(|item| item.key.clone()).collect()
        })
    });
    desk.unfolded.set(open);
}

/// What an answer brings is open too, so that it does not fold in the moment it is answered.
fn unfold_new_ones(desk: Desk, keys: Memo<Vec<ItemKey>>) {
    Effect::new(move |before: Option<Vec<ItemKey>>| {
        let now = keys.get();
        if let Some(before) = before {
            let new = now.iter().filter(|key| !before.contains(key)).cloned();
            let new: Vec<_> =
                new.filter(|key| untrack(|| desk.item(key).is_some_and(|item| !desk.is_answered(&item)))).collect();
            if !new.is_empty() {
                desk.unfolded.update(|unfolded| unfolded.extend(new));
            }
        }
        now
    });
}

/// The id of a question on the page.
pub fn anchor(item: &ItemKey) -> String {
    format!("q-{}", item.0)
}

/// Brings a question into sight and the keyboard to it.
pub fn go_to(item: &ItemKey) {
    if let Some(element) = document().get_element_by_id(&anchor(item)) {
        element.scroll_into_view();
        if let Ok(element) = leptos::wasm_bindgen::JsCast::dyn_into::<leptos::web_sys::HtmlElement>(element) {
            // It has a tabindex, so this cannot fail; and if it did, it is in sight.
            drop(element.focus());
        }
    }
}

fn question(desk: Desk, current: Memo<Option<ItemKey>>, key: ItemKey) -> AnyView {
    let Some(item) = desk.item(&key) else { return ().into_any() };
    if let ItemKind::Computed { unit, target, .. } = &item.kind {
        return view! {
            {answers::computed(desk, &item, unit, *target)}
            {misfits(desk, key.clone())}
            {task::left_about(desk, key)}
        }
        .into_any();
    }
    let item = StoredValue::new(item);
    let folded = {
        let key = key.clone();
        Memo::new(move |_| {
            item.with_value(|item| desk.is_answered(item)) && !desk.unfolded.with(|unfolded| unfolded.contains(&key))
        })
    };
    let now = {
        let key = key.clone();
        Memo::new(move |_| current.with(|current| current.as_ref() == Some(&key)))
    };
    view! {
        {move || if folded.get() { flat(desk, item) } else { open(desk, item, now) }}
        {misfits(desk, key.clone())}
        {task::left_about(desk, key)}
    }
    .into_any()
}

/// What does not fit together, under the question it is about: to look at once more, never to be stopped by (F21).
fn misfits(desk: Desk, key: ItemKey) -> AnyView {
    (move || {
        let broken = desk.broken().into_iter().filter(|(at, _)| *at == key);
        broken
            .map(|(_, words)| view! { <p class="misfit" role="status">{icon_small(Icon::Warning)}{words}</p> })
            .collect_view()
    })
    .into_any()
}

fn flat(desk: Desk, item: StoredValue<Item>) -> AnyView {
    let t = desk.t;
    let key = item.with_value(|item| item.key.clone());
    let title = item.with_value(|item| item.title.get(t.language).to_owned());
    let answer =
        move || item.with_value(|item| desk.value(&item.key).map(|value| words::folded_words(t, item, &value)));
    let same = {
        let key = key.clone();
        move || desk.is_confirmed(&key).then(|| view! { <small>{t.visit.same_as_last}</small> })
    };
    let id = anchor(&key);
    view! {
        <button
            type="button"
            class="q flat"
            id=id
            aria-expanded="false"
            on:click=move |_| {
                desk.unfolded.update(|unfolded| {
                    unfolded.insert(key.clone());
                });
            }
        >
            {icon(Icon::Check)}
            <span>{title}</span>
            <span class="a">{answer}{same}</span>
        </button>
    }
    .into_any()
}

fn open(desk: Desk, item: StoredValue<Item>, now: Memo<bool>) -> AnyView {
    let t = desk.t;
    let item = item.get_value();
    let key = item.key.clone();
    let wrong = {
        let key = key.clone();
        move || {
            desk.wrong.with(|wrong| wrong.get(&key).cloned()).map(|words| {
                view! { <p class="miss" role="alert">{words}</p> }
            })
        }
    };
    let id = anchor(&key);
    let title_id = format!("{id}-title");
    let labelled_by = title_id.clone();
    view! {
        <section
            class="q"
            class:now=move || now.get()
            id=id
            tabindex="-1"
            aria-labelledby=labelled_by
        >
            <h2 id=title_id>{item.title.get(t.language).to_owned()}</h2>
            {conditions(t, &item)}
            {again::last_time(desk, &item)}
            {answers::answer(desk, &item)}
            {wrong}
            <div class="after">
                {task::leave_button(desk, &item)}
                {take_back(desk, &item)}
            </div>
        </section>
    }
    .into_any()
}

/// What it is about, what is wanted, what is at stake.
fn conditions(t: Texts, item: &Item) -> AnyView {
    let mut facts = Vec::new();
    let hint = item.hint.get(t.language);
    if !hint.is_empty() {
        facts.push(hint.to_owned());
    }
    match &item.kind {
        ItemKind::Number { target: Some(target), unit, .. } if *target > 0 => {
            facts.push((t.visit.wanted)(*target, unit.get(t.language)));
        }
        ItemKind::Photo { slots, .. } if slots.len() > 1 => {
            let names: Vec<&str> = slots.iter().map(|slot| slot.words.get(t.language)).collect();
            facts.push((t.visit.photos_wanted)(slots.len(), &names.join(t.frame.list)));
        }
        _ => {}
    }
    if item.weight > 0 {
        facts.push((t.visit.out_of)(item.weight));
    }
    if !item.required {
        facts.push(t.visit.optional.to_owned());
    }
    let knock_out = item.knock_out.as_ref().map(|knock_out| {
        let words = (t.visit.knock_out)(knock_out.words.get(t.language));
        view! { <span class="ko">{icon_small(Icon::Flag)}{words}</span> }
    });
    view! {
        <p class="pts">
            {knock_out}
            <span>{facts.join(t.frame.comma)}</span>
        </p>
    }
    .into_any()
}

/// Photos come and go with their own commands; everything else can be taken back here.
fn take_back(desk: Desk, item: &Item) -> Option<AnyView> {
    if item.required || matches!(item.kind, ItemKind::Photo { .. }) {
        return None;
    }
    let key = StoredValue::new(item.key.clone());
    let given = move || desk.answers.with(|answers| key.with_value(|key| answers.contains_key(key)));
    Some(
        (move || {
            given().then(|| {
                view! {
                    <button
                        type="button"
                        class="btn text small"
                        on:click=move |_| key.with_value(|key| desk.answer(key, None))
                    >
                        {desk.t.visit.clear}
                    </button>
                }
            })
        })
        .into_any(),
    )
}
