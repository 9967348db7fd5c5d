//! A number that nobody enters: computed from answers before it, beside what is wanted (F21, F23).

use super::count::wanted;
use crate::field::visit::Desk;
use crate::field::visit::question::anchor;
use crate::field::visit::task::leave_button;
use domain::Words;
use domain::records::{AnswerValue, Item};
use leptos::prelude::*;

/// See the module.
pub fn computed(desk: Desk, item: &Item, unit: &Words, target: Option<i64>) -> AnyView {
    let t = desk.t;
    let item = StoredValue::new(item.clone());
    let value = Memo::new(move |_| match item.with_value(|item| desk.value(&item.key)) {
        Some(AnswerValue::Number(n)) => Some(n),
        _ => None,
    });
    let unit = StoredValue::new(unit.get(t.language).to_owned());
    let figure = move || match value.get() {
        Some(n) => view! { <p class="fig">{n}<small>{unit.get_value()}</small></p> }.into_any(),
        None => view! { <p class="meta">{t.visit.computed_later}</p> }.into_any(),
    };
    let beside = move || {
        let target = target.filter(|target| *target > 0)?;
        let n = value.get()?;
        Some(item.with_value(|item| unit.with_value(|unit| wanted(t, item, unit, target, Some(n)))))
    };
    let (id, title) = item.with_value(|item| (anchor(&item.key), item.title.get(t.language).to_owned()));
    let leave = item.with_value(|item| leave_button(desk, item));
    let title_id = format!("{id}-title");
    let labelled_by = title_id.clone();
    view! {
        <section class="q" id=id tabindex="-1" aria-labelledby=labelled_by>
            <h2 id=title_id>{title}</h2>
            <p class="pts">{t.visit.computed}</p>
            <div class="count" role="status">
                {figure}
                <div>{beside}</div>
            </div>
            <div class="after">{leave}</div>
        </section>
    }
    .into_any()
}
