//! The form on a phone, to be filled in for trial: the questions, steps and score of a visit, of no shop. Nothing of it is
//! recorded; what was answered stays while the form is edited, as far as the questions still take it.

use super::editor::{Desk, Opened};
use crate::field::{self, step_names, step_questions};
use domain::records::Checklist;
use domain::rules::answer::fits;
use domain::rules::score::{Answers, score};
use leptos::prelude::*;

/// The phone.
pub fn phone(desk: Desk) -> AnyView {
    let t = desk.t;
    let kept = StoredValue::new(Answers::new());
    let step = RwSignal::new(0);
    follow(desk, step);
    view! {
        <div class="trial" aria-label=t.forms.preview role="group">
            <p class="meta pad">{t.forms.trial}</p>
            {move || filled(desk, desk.list.get(), kept, step)}
        </div>
    }
    .into_any()
}

/// The phone shows the step of the question that is worked on.
fn follow(desk: Desk, step: RwSignal<usize>) {
    Effect::new(move |_| {
        let Some(Opened::Item(key)) = desk.open.get() else { return };
        let language = desk.t.language;
        let at = desk.list.with_untracked(|list| {
            let here = list.item(&key)?.step.get(language);
            let mut names: Vec<&str> = Vec::new();
            for item in &list.items {
                let name = item.step.get(language);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            names.iter().position(|name| *name == here)
        });
        if let Some(at) = at {
            step.set(at);
        }
    });
}

/// Drawn anew whenever the form is another one.
fn filled(desk: Desk, list: Checklist, kept: StoredValue<Answers>, step: RwSignal<usize>) -> AnyView {
    let t = desk.t;
    let still_fits = |(key, answer): (&_, &domain::records::Answer)| {
        let item = list.item(key)?;
        fits(item, &answer.value).is_ok().then(|| (item.key.clone(), answer.clone()))
    };
    let begun: Answers = kept.with_value(|kept| kept.iter().filter_map(still_fits).collect());
    let products = desk.held.with_untracked(|held| held.as_ref().map(|held| held.products.clone()).unwrap_or_default());
    let shown = StoredValue::new(list.clone());
    let visit = field::Desk::trial(t, desk.me.get_value(), list, products, begun);
    Effect::new(move |before: Option<Answers>| {
        let now = visit.answers.get();
        kept.update_value(|kept| {
            // Taken back, and not only hidden by a change of the form.
            kept.retain(|key, _| now.contains_key(key) || !before.as_ref().is_some_and(|b| b.contains_key(key)));
            kept.extend(now.clone());
        });
        now
    });
    let names = step_names(visit);
    let last = names.len().saturating_sub(1);
    let here = Memo::new(move |_| step.get().min(last));
    let steps = names.into_iter().enumerate().map(|(at, name)| {
        let is_here = move || here.get() == at;
        view! {
            <li class:on=is_here>
                <button type="button" aria-current=move || is_here().then_some("step") on:click=move |_| step.set(at)>
                    {name}
                </button>
            </li>
        }
    });
    let came_to = move || {
        let score = visit.answers.with(|answers| shown.with_value(|list| score(list, answers)));
        (t.forms.trial_score)(score.share.percent(), (t.frame.band)(score.band))
    };
    view! {
        <ol class="steps" aria-label=t.visit.steps>{steps.collect_view()}</ol>
        {move || step_questions(visit, here.get())}
        <p class="b pad" role="status">{came_to}</p>
    }
    .into_any()
}
