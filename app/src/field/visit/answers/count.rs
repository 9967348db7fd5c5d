//! A counted number: a stepper, and how far it is from what is wanted.

use crate::field::visit::Desk;
use crate::field::visit::words::points_for;
use crate::text::Texts;
use crate::ui::{progress, stepper};
use domain::Words;
use domain::records::{AnswerValue, Item};
use domain::rules::score::rate;
use leptos::prelude::*;

/// More than this many pips cannot be told apart.
const PIPS: i64 = 12;

/// See the module.
pub fn number(desk: Desk, item: &Item, unit: &Words, range: (i64, i64), target: Option<i64>) -> AnyView {
    let t = desk.t;
    let key = StoredValue::new(item.key.clone());
    let value = Memo::new(move |_| match key.with_value(|key| desk.value(key)) {
        Some(AnswerValue::Number(n)) => Some(n),
        _ => None,
    });
    let label = item.title.get(t.language).to_owned();
    let set = move |n: i64| key.with_value(|key| desk.answer(key, Some(AnswerValue::Number(n))));
    let control = stepper(t, label, false, range, move || value.get(), set);
    let unit = unit.get(t.language).to_owned();
    let beside = match target.filter(|target| *target > 0) {
        Some(target) => {
            let item = item.clone();
            (move || wanted(t, &item, &unit, target, value.get())).into_any()
        }
        None => {
            let words = (t.visit.between)(&range.0.to_string(), &range.1.to_string());
            view! { <p class="meta">{words}" "{unit}</p> }.into_any()
        }
    };
    view! {
        <div class="count">
            {control}
            <div>{beside}</div>
        </div>
    }
    .into_any()
}

/// How far a number is from what is wanted, drawn and in words (F23).
pub(super) fn wanted(t: Texts, item: &Item, unit: &str, target: i64, value: Option<i64>) -> AnyView {
    let n = value.unwrap_or(0);
    let said = (t.visit.pips)(n.min(target), target);
    let bar = if target <= PIPS {
        let pips = (0..target).map(|i| view! { <i class=if i < n { "" } else { "no" }></i> }).collect_view();
        view! { <div class="pips" role="img" aria-label=said>{pips}</div> }.into_any()
    } else {
        progress(n.max(0).unsigned_abs().min(target.unsigned_abs()), target.unsigned_abs(), said)
    };
    let words = value.map(|n| {
        let points = points_for(item, rate(item, Some(&AnswerValue::Number(n))));
        if n >= target { (t.visit.reached)(points) } else { (t.visit.short_of)(target - n, unit, points) }
    });
    view! {
        {bar}
        <p class="meta">{words}</p>
    }
    .into_any()
}
