//! The steps of a visit: arrive, what the checklist names, leave. The current one fills as required questions are answered.

use super::desk::Desk;
use crate::routes;
use domain::records::Item;
use leptos::prelude::*;

/// A step of the checklist.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its name.
    pub name: String,
    /// Its questions, as far as they are asked.
    pub items: Vec<Item>,
}

impl Step {
    /// How many of its required questions are answered, and how many there are.
    pub fn progress(&self, desk: Desk) -> (usize, usize) {
        let required = || self.items.iter().filter(|item| item.required);
        (required().filter(|item| desk.is_answered(item)).count(), required().count())
    }
}

/// The steps in the order of the checklist. Steps without a question that is asked stay, so that numbers do not shift.
pub fn steps_of(desk: Desk) -> Vec<Step> {
    let language = desk.t.language;
    let mut steps: Vec<Step> = Vec::new();
    desk.with_list(|list| {
        for item in &list.items {
            let name = item.step.get(language);
            if steps.iter().all(|step| step.name != name) {
                steps.push(Step { name: name.to_owned(), items: Vec::new() });
            }
        }
    });
    for item in desk.asked() {
        if let Some(step) = steps.iter_mut().find(|step| step.name == item.step.get(language)) {
            step.items.push(item);
        }
    }
    steps
}

/// See the module.
pub fn steps(desk: Desk, here: Memo<usize>) -> AnyView {
    let t = desk.t;
    let list = move || {
        let here = here.get();
        steps_of(desk)
            .into_iter()
            .enumerate()
            .map(|(index, step)| {
                let (done, of) = step.progress(desk);
                let current = index == here;
                let class = match (current, done == of) {
                    (true, _) => "on",
                    (false, true) => "ok",
                    (false, false) => "",
                };
                let words = if of > 0 && current { format!("{} {done}/{of}", step.name) } else { step.name };
                let bar = current.then(|| {
                    view! {
                        <progress class="prog" value=done.to_string() max=of.max(1).to_string() aria-hidden="true"></progress>
                    }
                });
                view! {
                    <li class=class>
                        <a href=routes::visit_step(desk.id, index) aria-current=current.then_some("step")>
                            {words}
                        </a>
                        {bar}
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <nav aria-label=t.visit.steps>
            <ol class="steps">
                <li class="ok"><span>{t.visit.arrived}</span></li>
                {list}
                <li><a href=routes::checkout(desk.id)>{t.visit.leave}</a></li>
            </ol>
        </nav>
    }
    .into_any()
}
