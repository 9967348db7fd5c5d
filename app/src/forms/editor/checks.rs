//! What must hold between answers (F21): one number beside another, or beside a fixed one. What compares more than that
//! is read and kept as it is.

use super::desk::{Desk, focus};
use super::fields::{Spot, words};
use super::formula::{can_be_computed_from, of, sentence};
use crate::text::both;
use crate::ui::{Icon, Toast, icon_button, icon_small, select, stepper};
use domain::limits::FORM_OPTIONS;
use domain::records::{Check, Checklist, Comparison, Formula, ItemKey};
use leptos::prelude::*;

const COMPARISONS: [Comparison; 3] = [Comparison::AtMost, Comparison::AtLeast, Comparison::Equal];
/// So far a fixed number may go, as for what is answered.
const NUMBER_MOST: i64 = 1_000_000_000;

/// The question that a side reads, if it is one alone.
const fn read(side: &Formula) -> Option<&ItemKey> {
    match side {
        Formula::Of(key) | Formula::StockOf(key) => Some(key),
        _ => None,
    }
}

const fn is_simple(check: &Check) -> bool {
    read(&check.left).is_some() && (read(&check.right).is_some() || matches!(check.right, Formula::Is(_)))
}

/// Under which question it is shown: the last one that it reads, for then both are answered.
fn shown_at(list: &Checklist, check: &Check) -> ItemKey {
    let last = list.items.iter().rev().find(|item| [&check.left, &check.right].map(read).contains(&Some(&item.key)));
    last.map_or_else(|| check.at.clone(), |item| item.key.clone())
}

/// See the module.
pub fn checks(desk: Desk) -> AnyView {
    let t = desk.t;
    let keys = Memo::new(move |_| {
        desk.list.with(|list| list.checks.iter().map(|check| check.key.clone()).collect::<Vec<_>>())
    });
    let numbers = Memo::new(move |_| {
        desk.list.with(|list| {
            let numbers = list.items.iter().filter(|item| can_be_computed_from(item));
            numbers.map(|item| (item.key.0.clone(), desk.title_of(item))).collect::<Vec<_>>()
        })
    });
    let cannot = move || keys.with(Vec::len) >= FORM_OPTIONS || numbers.with(Vec::is_empty);
    view! {
        <h3 class="formpart">{t.forms.editor.checks}</h3>
        <ol class="entries">
            <For each=move || keys.get() key=String::clone children=move |key| row(desk, key, numbers)/>
        </ol>
        <div class="chips wrap">
            <button type="button" class="chip" disabled=cannot on:click=move |_| add(desk)>
                {icon_small(Icon::Plus)}
                {t.forms.editor.add_check}
            </button>
        </div>
        {move || numbers.with(Vec::is_empty).then(|| view! { <p class="meta">{t.forms.editor.check_needs}</p> })}
    }
    .into_any()
}

fn row(desk: Desk, key: String, numbers: Memo<Vec<(String, String)>>) -> AnyView {
    let t = desk.t;
    let spot = Spot::Check(key.clone());
    let id = key.clone();
    let key = StoredValue::new(key);
    let now = Memo::new(move |_| {
        desk.list.with(|list| key.with_value(|key| list.checks.iter().find(|check| check.key == *key).cloned()))
    });
    let change = move |change: &dyn Fn(&mut Check)| {
        desk.list.update(|list| {
            let Some(at) = key.with_value(|key| list.checks.iter().position(|check| check.key == *key)) else { return };
            change(&mut list.checks[at]);
            list.checks[at].at = shown_at(list, &list.checks[at]);
        });
    };
    let side = move |key: &str| desk.list.with_untracked(|list| list.item(&ItemKey(key.to_owned())).map(of));
    let left = {
        let id = format!("check-{id}-left");
        move || {
            let chosen = move || now.with(|now| read(&now.as_ref()?.left).map(|key| key.0.clone())).unwrap_or_default();
            let choose = move |chosen: String| {
                if let Some(side) = side(&chosen) {
                    change(&|check| check.left = side.clone());
                }
            };
            select(&id, t.forms.editor.left, with_gone(numbers.get(), chosen(), t.forms.editor.nothing), chosen, choose)
        }
    };
    let right = {
        let id = format!("check-{id}-right");
        move || {
            let chosen =
                move || now.with(|now| read(&now.as_ref()?.right).map(|key| key.0.clone())).unwrap_or_default();
            let choose = move |chosen: String| {
                let right = if chosen.is_empty() { Some(Formula::Is(0)) } else { side(&chosen) };
                if let Some(side) = right {
                    change(&|check| check.right = side.clone());
                }
            };
            let fixed = (String::new(), t.forms.editor.fixed.to_owned());
            let options = std::iter::once(fixed).chain(with_gone(numbers.get(), chosen(), t.forms.editor.nothing));
            select(&id, t.forms.editor.right, options.collect(), chosen, choose)
        }
    };
    let must_be = {
        let id = format!("check-{id}-way");
        move || {
            let options =
                t.forms.editor.comparisons.iter().enumerate().map(|(at, words)| (at.to_string(), (*words).to_owned()));
            let chosen = move || {
                let at = now
                    .with(|now| COMPARISONS.iter().position(|way| now.as_ref().is_some_and(|now| now.must_be == *way)));
                at.map(|at| at.to_string()).unwrap_or_default()
            };
            let choose = move |chosen: String| {
                if let Some(way) = chosen.parse::<usize>().ok().and_then(|at| COMPARISONS.get(at)) {
                    change(&|check| check.must_be = *way);
                }
            };
            select(&id, t.forms.editor.compared, options.collect(), chosen, choose)
        }
    };
    let fixed = move || {
        let number = now.with(|now| now.as_ref().map(|now| matches!(now.right, Formula::Is(_))));
        let value = move || {
            now.with(|now| now.as_ref().and_then(|now| if let Formula::Is(n) = now.right { Some(n) } else { None }))
        };
        let set =
            move |number: i64| change(&|check| check.right = Formula::Is(number.clamp(-NUMBER_MOST, NUMBER_MOST)));
        number.unwrap_or_default().then(|| {
            view! {
                <div class="line">
                    <span class="grow t">{t.forms.editor.fixed}</span>
                    {stepper(t, t.forms.editor.fixed.to_owned(), true, (-NUMBER_MOST, NUMBER_MOST), value, set)}
                </div>
            }
        })
    };
    let said = move || {
        now.with(|now| {
            let check = now.as_ref()?;
            let way = COMPARISONS.iter().position(|way| *way == check.must_be)?;
            Some(desk.list.with(|list| {
                let (left, right) = (sentence(t, list, &check.left), sentence(t, list, &check.right));
                format!("{left} {} {right}", t.forms.editor.comparisons[way])
            }))
        })
    };
    let simple = Memo::new(move |_| now.with(|now| now.as_ref().is_some_and(is_simple)));
    let fields = move || {
        simple.get().then(|| {
            view! {
                {left.clone()}
                {must_be.clone()}
                {right.clone()}
                {fixed}
            }
        })
    };
    let remove = move || take_out(desk, &key.get_value());
    view! {
        <li>
            <div class="formrow">
                <p class="formsaid grow" role="status">{said}</p>
                {icon_button(Icon::Trash, t.forms.editor.remove_check, remove)}
            </div>
            {fields}
            {words(desk, spot, t.forms.editor.check_words.to_owned())}
        </li>
    }
    .into_any()
}

/// The numbers to choose from; what is chosen and gone is among them, so that it is seen.
fn with_gone(mut options: Vec<(String, String)>, chosen: String, gone: &str) -> Vec<(String, String)> {
    if !chosen.is_empty() && options.iter().all(|(key, _)| *key != chosen) {
        options.insert(0, (chosen, gone.to_owned()));
    }
    options
}

/// Begins with the last two numbers, the earlier not more than the later.
fn add(desk: Desk) {
    let mut begun = None;
    desk.list.update(|list| {
        let mut numbers = list.items.iter().rev().filter(|item| can_be_computed_from(item));
        let Some(last) = numbers.next() else { return };
        let first = numbers.next();
        let used = |key: &String| list.checks.iter().any(|check| check.key == *key);
        let Some(key) = (1..=list.checks.len() + 1).map(|number| format!("c{number}")).find(|key| !used(key)) else {
            return;
        };
        let check = Check {
            key: key.clone(),
            at: last.key.clone(),
            left: of(first.unwrap_or(last)),
            must_be: if first.is_some() { Comparison::AtMost } else { Comparison::AtLeast },
            right: first.map_or(Formula::Is(0), |_| of(last)),
            words: both(|t| t.forms.editor.check_begun.to_owned()),
        };
        list.checks.push(check);
        begun = Some(key);
    });
    if let Some(key) = begun {
        focus(format!("check-{key}-left"));
    }
}

fn take_out(desk: Desk, key: &str) {
    let mut gone = None;
    desk.list.update(|list| {
        if let Some(at) = list.checks.iter().position(|check| check.key == key) {
            gone = Some((at, list.checks.remove(at)));
        }
    });
    let Some((at, check)) = gone else { return };
    let back = move || desk.list.update(|list| list.checks.insert(at.min(list.checks.len()), check.clone()));
    Toast::saved(desk.t.forms.editor.check_removed).with_undo(back).show(desk.state);
}
