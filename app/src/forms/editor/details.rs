//! Everything about one question: its words and step, what is answered, what it is worth, when it is asked.

use super::desk::Desk;
use super::fields::{Spot, number, switch, words};
use super::{answer, condition, step};
use crate::ui::{Icon, icon_button, icon_small};
use domain::limits::WEIGHT_MOST;
use domain::measure::Share;
use domain::records::{Item, ItemKey, ItemKind, KnockOut};
use leptos::prelude::*;

/// See the module.
pub fn details(desk: Desk, key: &ItemKey) -> AnyView {
    let t = desk.t;
    let computed =
        untrack(|| desk.read(key, |item| matches!(item.kind, ItemKind::Computed { .. }))).unwrap_or_default();
    let required =
        (!computed).then(|| switch(desk, key, t.forms.required, |item| item.required, |item, on| item.required = on));
    let points = number(
        desk,
        key,
        t.forms.points,
        (0, i64::from(WEIGHT_MOST)),
        |item| Some(i64::from(item.weight)),
        |item, points| item.weight = u32::try_from(points).unwrap_or_default(),
    );
    view! {
        <div class="formdetails">
            {words(desk, Spot::Question(key.clone()), t.forms.question.to_owned())}
            {words(desk, Spot::Hint(key.clone()), t.forms.editor.hint.to_owned())}
            {step::step(desk, key)}
            {answer::answer(desk, key)}
            {required}
            {points}
            {knock_out(desk, key)}
            {condition::condition(desk, key)}
            {acts(desk, key)}
        </div>
    }
    .into_any()
}

fn knock_out(desk: Desk, key: &ItemKey) -> AnyView {
    let t = desk.t;
    let set = |item: &mut Item, on: bool| {
        item.knock_out = on.then(|| KnockOut { at_least: Share(5_000), words: item.title.clone() });
    };
    let floor = {
        let key = key.clone();
        let is_on = Memo::new({
            let key = key.clone();
            move |_| desk.read(&key, |item| item.knock_out.is_some()).unwrap_or_default()
        });
        move || {
            is_on.get().then(|| {
                let at_least = number(
                    desk,
                    &key,
                    t.forms.editor.floor,
                    (1, 100),
                    |item| item.knock_out.as_ref().map(|floor| i64::from(floor.at_least.percent())),
                    |item, percent| {
                        if let Some(floor) = &mut item.knock_out {
                            floor.at_least = Share(u32::try_from(percent).unwrap_or_default() * 100);
                        }
                    },
                );
                view! {
                    {at_least}
                    {words(desk, Spot::Floor(key.clone()), t.forms.editor.floor_words.to_owned())}
                }
            })
        }
    };
    view! {
        {switch(desk, key, t.forms.knock_out, |item| item.knock_out.is_some(), set)}
        {floor}
    }
    .into_any()
}

fn acts(desk: Desk, key: &ItemKey) -> AnyView {
    let t = desk.t;
    let key = StoredValue::new(key.clone());
    view! {
        <div class="formrow">
            {icon_button(Icon::ChevronUp, t.forms.up, move || key.with_value(|key| desk.shift(key, -1)))}
            {icon_button(Icon::ChevronDown, t.forms.down, move || key.with_value(|key| desk.shift(key, 1)))}
            <span class="grow"></span>
            <button type="button" class="btn small" on:click=move |_| desk.remove(&key.get_value())>
                {icon_small(Icon::Trash)}
                {t.forms.remove}
            </button>
        </div>
    }
    .into_any()
}
