//! When a question is asked (F21): by the answer to one before it. What is more than that is read and kept as it is.

use super::desk::Desk;
use super::fields::toggle;
use crate::text::Texts;
use crate::ui::{Toast, choice_buttons, select, stepper};
use domain::measure::Money;
use domain::records::{Checklist, Condition, Item, ItemKey, ItemKind};
use domain::rules::form::is_number;
use leptos::prelude::*;

/// So far a number may go, as for what is answered.
const NUMBER_MOST: i64 = 1_000_000_000;

fn can_be_looked_at(item: &Item) -> bool {
    is_number(&item.kind) || matches!(item.kind, ItemKind::YesNo { .. } | ItemKind::Choice { .. })
}

/// The question that a simple condition looks at.
const fn looks_at(condition: &Condition) -> Option<&ItemKey> {
    match condition {
        Condition::Is(key, _) | Condition::AtLeast(key, _) | Condition::Picked(key, _) => Some(key),
        Condition::All(_) | Condition::Any(_) | Condition::Not(_) => None,
    }
}

/// With what a condition on a question begins.
fn begun(item: &Item) -> Condition {
    let key = item.key.clone();
    match &item.kind {
        ItemKind::Choice { options, .. } => {
            Condition::Picked(key, options.first().map(|option| option.key.clone()).unwrap_or_default())
        }
        ItemKind::Scale { anchors } => Condition::AtLeast(key, anchors.len() as i64 / 2),
        ItemKind::YesNo { .. } => Condition::Is(key, true),
        // A yuan.
        ItemKind::Money { .. } => Condition::AtLeast(key, 100),
        _ => Condition::AtLeast(key, 1),
    }
}

/// See the module.
pub fn condition(desk: Desk, key: &ItemKey) -> AnyView {
    let t = desk.t;
    let key = StoredValue::new(key.clone());
    let now = Memo::new(move |_| key.with_value(|key| desk.read(key, |item| item.show_if.clone())).flatten());
    let earlier = Memo::new(move |_| {
        key.with_value(|key| {
            desk.earlier(key, |earlier| {
                let wanted = earlier.iter().filter(|item| can_be_looked_at(item));
                wanted.map(|item| (item.key.0.clone(), desk.title_of(item))).collect::<Vec<_>>()
            })
        })
    });
    let is_on = move || now.with(Option::is_some);
    let set = Callback::new(move |on: bool| if on { begin(desk, key) } else { take_off(desk, key) });
    let shown = Memo::new(move |_| is_on() || earlier.with(|earlier| !earlier.is_empty()));
    let switch = move || match shown.get() {
        true => toggle(t.forms.editor.asked_if, is_on, set),
        false => view! { <p class="meta">{t.forms.editor.nothing_earlier}</p> }.into_any(),
    };
    let said = move || {
        let sentence = now.with(|now| {
            let show_if = now.as_ref()?;
            Some(desk.list.with(|list| (t.forms.editor.asked_when)(&sentence(t, list, show_if))))
        });
        sentence.map(|sentence| view! { <p class="formsaid" role="status">{sentence}</p> })
    };
    // Which question is looked at; another answer to it does not draw the fields anew.
    let looked_at = Memo::new(move |_| now.with(|now| now.as_ref().and_then(looks_at).cloned()));
    let fields = move || looked_at.get().map(|at| fields(desk, key, earlier, now, &at));
    view! {
        {switch}
        {said}
        {fields}
    }
    .into_any()
}

/// Begins with the nearest question before it.
fn begin(desk: Desk, key: StoredValue<ItemKey>) {
    key.with_value(|key| {
        let show_if = untrack(|| {
            desk.earlier(key, |earlier| earlier.iter().rev().find(|item| can_be_looked_at(item)).map(begun))
        });
        desk.item(key, |item| item.show_if = show_if);
    });
}

fn take_off(desk: Desk, key: StoredValue<ItemKey>) {
    let key = key.get_value();
    let mut gone = None;
    desk.item(&key, |item| gone = item.show_if.take());
    let back = move || desk.item(&key, |item| item.show_if.clone_from(&gone));
    Toast::saved(desk.t.forms.editor.always_asked).with_undo(back).show(desk.state);
}

fn fields(
    desk: Desk,
    key: StoredValue<ItemKey>,
    earlier: Memo<Vec<(String, String)>>,
    now: Memo<Option<Condition>>,
    looked_at: &ItemKey,
) -> AnyView {
    let t = desk.t;
    let put = move |show_if: Condition| key.with_value(|key| desk.item(key, |item| item.show_if = Some(show_if)));
    let chosen = {
        let looked_at = StoredValue::new(looked_at.0.clone());
        move || looked_at.get_value()
    };
    let choose = move |chosen: String| {
        let show_if = desk.list.with_untracked(|list| list.item(&ItemKey(chosen)).map(begun));
        if let Some(show_if) = show_if {
            put(show_if);
        }
    };
    let which = move || {
        let mut options = earlier.get();
        // What it looks at may have gone behind it; then nothing is chosen.
        if options.iter().all(|(key, _)| *key != chosen()) {
            options.insert(0, (chosen(), t.forms.editor.nothing.to_owned()));
        }
        select("form-if", t.forms.editor.which, options, chosen, choose)
    };
    let kind = untrack(|| desk.read(looked_at, |item| item.kind.clone()));
    let at_least = move || match now.get() {
        Some(Condition::AtLeast(_, floor)) => Some(floor),
        _ => None,
    };
    let key = StoredValue::new(looked_at.clone());
    let set_floor = move |floor: i64| put(Condition::AtLeast(key.get_value(), floor));
    let answer = match kind {
        Some(ItemKind::YesNo { .. }) => {
            let words = vec![t.visit.yes.to_owned(), t.visit.no.to_owned()];
            let said = move || match now.get() {
                Some(Condition::Is(_, yes)) => Some(usize::from(!yes)),
                _ => None,
            };
            let say = move |at: usize| put(Condition::Is(key.get_value(), at == 0));
            choice_buttons(t.forms.editor.answered.to_owned(), words, said, say)
        }
        Some(ItemKind::Choice { options, .. }) => {
            let options = options.into_iter().map(|option| (option.key, option.words.get(t.language).to_owned()));
            let picked = move || match now.get() {
                Some(Condition::Picked(_, option)) => option,
                _ => String::new(),
            };
            let pick = move |option: String| put(Condition::Picked(key.get_value(), option));
            select("form-if-answer", t.forms.editor.answered, options.collect(), picked, pick)
        }
        Some(ItemKind::Scale { anchors }) => {
            let steps =
                anchors.iter().enumerate().map(|(at, anchor)| (at.to_string(), anchor.get(t.language).to_owned()));
            let step = move || at_least().map(|step| step.to_string()).unwrap_or_default();
            let put_step = move |step: String| set_floor(step.parse().unwrap_or_default());
            select("form-if-answer", t.forms.editor.at_least, steps.collect(), step, put_step)
        }
        Some(ItemKind::Money { .. }) => {
            let yuan = move || at_least().map(|fen| fen / 100);
            floor(t, t.forms.editor.at_least_yuan, yuan, move |yuan| set_floor(yuan.saturating_mul(100)))
        }
        Some(_) => floor(t, t.forms.editor.at_least, at_least, set_floor),
        None => ().into_any(),
    };
    view! {
        {which}
        {answer}
    }
    .into_any()
}

fn floor(
    t: Texts,
    label: &'static str,
    value: impl Fn() -> Option<i64> + Send + Sync + Copy + 'static,
    set: impl Fn(i64) + Send + Sync + Copy + 'static,
) -> AnyView {
    view! {
        <div class="line">
            <span class="grow t">{label}</span>
            {stepper(t, label.to_owned(), true, (-NUMBER_MOST, NUMBER_MOST), value, set)}
        </div>
    }
    .into_any()
}

/// A condition as people read it.
pub fn sentence(t: Texts, list: &Checklist, condition: &Condition) -> String {
    let words = &t.forms.editor;
    let title = |item: &Item| (words.quoted)(item.title.get(t.language));
    let found = looks_at(condition).and_then(|key| list.item(key));
    let parts = |parts: &[Condition], with: &str| {
        let said: Vec<String> = parts.iter().map(|part| sentence(t, list, part)).collect();
        format!("({})", said.join(with))
    };
    match (condition, found) {
        (Condition::Is(_, yes), Some(item)) => {
            (words.answer_is)(&title(item), if *yes { t.visit.yes } else { t.visit.no })
        }
        (Condition::Picked(_, option), Some(item)) => {
            let name = match &item.kind {
                ItemKind::Choice { options, .. } => options.iter().find(|known| known.key == *option),
                _ => None,
            };
            (words.answer_is)(&title(item), name.map_or(words.nothing, |option| option.words.get(t.language)))
        }
        (Condition::AtLeast(_, floor), Some(item)) => {
            let floor = match &item.kind {
                ItemKind::Scale { anchors } => {
                    let anchor = usize::try_from(*floor).ok().and_then(|at| anchors.get(at));
                    anchor.map_or_else(|| floor.to_string(), |anchor| anchor.get(t.language).to_owned())
                }
                ItemKind::Money { .. } => Money(*floor).yuan(),
                ItemKind::Number { unit, .. } | ItemKind::Computed { unit, .. } => {
                    format!("{floor} {}", unit.get(t.language)).trim_end().to_owned()
                }
                _ => floor.to_string(),
            };
            (words.answer_at_least)(&title(item), &floor)
        }
        (Condition::Is(..) | Condition::Picked(..) | Condition::AtLeast(..), None) => words.nothing.to_owned(),
        (Condition::All(all), _) => parts(all, words.and),
        (Condition::Any(any), _) => parts(any, words.or),
        (Condition::Not(part), _) => (words.not)(&sentence(t, list, part)),
    }
}
