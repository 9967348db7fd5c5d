//! From what a number is computed: two numbers before it and what is done with them. What is more than that is read
//! and kept as it is.

use super::desk::Desk;
use crate::text::Texts;
use crate::ui::select;
use domain::records::{Checklist, Formula, Item, ItemKey, ItemKind};
use domain::rules::form::{counts_stock, is_number};
use leptos::prelude::*;

/// What is done with two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Percent,
    Sum,
    Less,
    Times,
}

const WAYS: [Way; 4] = [Way::Percent, Way::Sum, Way::Less, Way::Times];

/// A formula of two numbers.
#[derive(Clone, Debug, PartialEq)]
struct Simple {
    way: Way,
    left: ItemKey,
    right: ItemKey,
}

impl Simple {
    fn of(formula: &Formula) -> Option<Self> {
        let (way, left, right) = match formula {
            Formula::Percent(left, right) => (Way::Percent, &**left, &**right),
            Formula::Less(left, right) => (Way::Less, &**left, &**right),
            Formula::Times(left, right) => (Way::Times, &**left, &**right),
            Formula::Sum(parts) => match parts.as_slice() {
                [left, right] => (Way::Sum, left, right),
                _ => return None,
            },
            _ => return None,
        };
        let key = |formula: &Formula| match formula {
            Formula::Of(key) | Formula::StockOf(key) => Some(key.clone()),
            _ => None,
        };
        Some(Self { way, left: key(left)?, right: key(right)? })
    }

    fn formula(&self, earlier: &[Item]) -> Formula {
        let side = |key: &ItemKey| match earlier.iter().find(|item| item.key == *key) {
            Some(item) => of(item),
            None => Formula::Of(key.clone()),
        };
        let (left, right) = (side(&self.left), side(&self.right));
        match self.way {
            Way::Percent => Formula::Percent(Box::new(left), Box::new(right)),
            Way::Sum => Formula::Sum(vec![left, right]),
            Way::Less => Formula::Less(Box::new(left), Box::new(right)),
            Way::Times => Formula::Times(Box::new(left), Box::new(right)),
        }
    }
}

/// The number that a question gives.
pub(super) fn of(item: &Item) -> Formula {
    if counts_stock(&item.kind) { Formula::StockOf(item.key.clone()) } else { Formula::Of(item.key.clone()) }
}

pub(super) fn can_be_computed_from(item: &Item) -> bool {
    is_number(&item.kind) || counts_stock(&item.kind)
}

/// With what a new one begins: the share of the last two numbers before it.
pub fn begun(earlier: &[Item]) -> Formula {
    let mut numbers = earlier.iter().rev().filter(|item| can_be_computed_from(item)).map(|item| item.key.clone());
    let right = numbers.next().unwrap_or_else(|| ItemKey(String::new()));
    let left = numbers.next().unwrap_or_else(|| right.clone());
    Simple { way: Way::Percent, left, right }.formula(earlier)
}

fn of_item(item: &Item) -> Option<&Formula> {
    match &item.kind {
        ItemKind::Computed { formula, .. } => Some(formula),
        _ => None,
    }
}

/// See the module.
pub fn formula(desk: Desk, key: &ItemKey) -> AnyView {
    let t = desk.t;
    let key = StoredValue::new(key.clone());
    let simple =
        Memo::new(move |_| key.with_value(|key| desk.read(key, |item| of_item(item).and_then(Simple::of))).flatten());
    let numbers = Memo::new(move |_| {
        key.with_value(|key| {
            desk.earlier(key, |earlier| {
                let numbers = earlier.iter().filter(|item| can_be_computed_from(item));
                numbers.map(|item| (item.key.0.clone(), desk.title_of(item))).collect::<Vec<_>>()
            })
        })
    });
    let is_simple = Memo::new(move |_| simple.with(Option::is_some));
    let change = move |change: &dyn Fn(&mut Simple)| {
        let Some(mut wanted) = simple.get_untracked() else { return };
        change(&mut wanted);
        key.with_value(|key| {
            let formula = untrack(|| desk.earlier(key, |earlier| wanted.formula(earlier)));
            desk.item(key, |item| {
                if let ItemKind::Computed { formula: known, .. } = &mut item.kind {
                    *known = formula;
                }
            });
        });
    };
    let side = move |id: &'static str, label: &'static str, left: bool| {
        move || {
            let chosen = move || {
                let side =
                    simple.with(|simple| simple.as_ref().map(|s| if left { s.left.clone() } else { s.right.clone() }));
                side.map(|key| key.0).unwrap_or_default()
            };
            let choose = move |chosen: String| {
                change(&|simple| *(if left { &mut simple.left } else { &mut simple.right }) = ItemKey(chosen.clone()));
            };
            // Nothing is chosen while what was chosen is gone.
            let options = std::iter::once((String::new(), String::new())).chain(numbers.get()).collect();
            select(id, label, options, chosen, choose)
        }
    };
    let way = move || {
        let options = WAYS.iter().enumerate().map(|(at, _)| (at.to_string(), t.forms.editor.ways[at].to_owned()));
        let chosen = move || {
            let at = simple.with(|simple| WAYS.iter().position(|way| simple.as_ref().is_some_and(|s| s.way == *way)));
            at.map(|at| at.to_string()).unwrap_or_default()
        };
        let choose = move |chosen: String| {
            if let Some(way) = chosen.parse::<usize>().ok().and_then(|at| WAYS.get(at)) {
                change(&|simple| simple.way = *way);
            }
        };
        select("form-way", t.forms.editor.way, options.collect(), chosen, choose)
    };
    let said = move || {
        desk.list.with(|list| {
            let formula =
                key.with_value(|key| list.item(key).and_then(of_item).map(|formula| sentence(t, list, formula)));
            formula.unwrap_or_default()
        })
    };
    let fields = move || {
        is_simple.get().then(|| {
            view! {
                {side("form-left", t.forms.editor.left, true)}
                {way()}
                {side("form-right", t.forms.editor.right, false)}
            }
        })
    };
    view! {
        <h3 class="formpart">{t.forms.editor.computed}</h3>
        <p class="formsaid" role="status">{said}</p>
        {fields}
    }
    .into_any()
}

/// A formula as people read it.
pub fn sentence(t: Texts, list: &Checklist, formula: &Formula) -> String {
    let words = &t.forms.editor;
    let title = |key: &ItemKey| match list.item(key) {
        Some(item) => (words.quoted)(item.title.get(t.language)),
        None => words.nothing.to_owned(),
    };
    let both = |left: &Formula, sign: &str, right: &Formula| {
        format!("({} {sign} {})", sentence(t, list, left), sentence(t, list, right))
    };
    match formula {
        Formula::Is(number) => number.to_string(),
        Formula::Of(key) => title(key),
        Formula::StockOf(key) => (words.stock_of)(&title(key)),
        Formula::Sum(parts) => {
            let parts: Vec<String> = parts.iter().map(|part| sentence(t, list, part)).collect();
            format!("({})", parts.join(" + "))
        }
        Formula::Less(left, right) => both(left, "−", right),
        Formula::Times(left, right) => both(left, "×", right),
        Formula::Percent(left, right) => (words.percent_of)(&sentence(t, list, left), &sentence(t, list, right)),
    }
}
