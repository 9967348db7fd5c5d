//! A form filled in for trial, with the questions that a rep sees and the score that a visit gets. Nothing of it is kept.

use crate::field::{Desk, answer_controls};
use crate::state::Me;
use crate::text::Texts;
use domain::records::{Checklist, Item};
use domain::rules::score::score;
use leptos::prelude::*;

/// The phone.
pub fn phone(t: Texts, me: Me, list: &Checklist) -> AnyView {
    let desk = Desk::trial(t, me, list);
    let items: Vec<Item> = list.items.clone();
    let shown = StoredValue::new(list.clone());
    let percent = move || desk.answers.with(|answers| shown.with_value(|list| score(list, answers).share.percent()));
    let question = move |item: Item| {
        let key = item.key.clone();
        let asked = move || {
            let at = shown.with_value(|list| list.items.iter().position(|known| known.key == key));
            at.is_some_and(|at| desk.asked().contains(&at))
        };
        let title = item.title.get(t.language).to_owned();
        let hint = item.hint.get(t.language).to_owned();
        view! {
            <section class="q" hidden=move || !asked()>
                <h3>{title}</h3>
                {(!hint.is_empty()).then(|| view! { <p class="meta">{hint}</p> })}
                {answer_controls(desk, &item)}
            </section>
        }
    };
    view! {
        <div class="trial" aria-label=t.forms.preview role="group">
            <p class="meta pad">{t.forms.trial}</p>
            {items.into_iter().map(question).collect_view()}
            <p class="b pad" role="status">{move || (t.forms.trial_score)(percent())}</p>
        </div>
    }
    .into_any()
}
