//! The steps of a visit: arrive, what the checklist names, leave. The current one fills as required questions are answered.

use super::desk::Desk;
use crate::routes;
use domain::records::{Checklist, Item, ItemKey};
use leptos::prelude::*;

/// A step of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its name.
    pub name: String,
    /// Places in the checklist of its questions, as far as they are asked.
    pub items: Vec<usize>,
}

impl Step {
    /// How many of its required questions are answered, and how many there are.
    pub fn progress(&self, desk: Desk) -> (usize, usize) {
        desk.with_list(|list| {
            let required = || self.questions(list).filter(|item| item.required);
            (required().filter(|item| !desk.is_open(&item.key)).count(), required().count())
        })
    }

    /// Its questions, as far as they are asked.
    pub fn questions<'a>(&'a self, list: &'a Checklist) -> impl Iterator<Item = &'a Item> {
        self.items.iter().filter_map(|at| list.items.get(*at))
    }

    /// The first of its questions that is required and open.
    pub fn first_open(&self, desk: Desk) -> Option<ItemKey> {
        desk.with_list(|list| self.questions(list).map(|item| &item.key).find(|key| desk.is_open(key)).cloned())
    }
}

/// The steps in the order of the checklist. Steps without a question that is asked stay, so that numbers do not shift.
pub fn steps_of(desk: Desk) -> Vec<Step> {
    let language = desk.t.language;
    let mut steps: Vec<Step> = Vec::new();
    let asked = desk.asked();
    desk.with_list(|list| {
        for (at, item) in list.items.iter().enumerate() {
            let name = item.step.get(language);
            let place = steps.iter().position(|step| step.name == name).unwrap_or_else(|| {
                steps.push(Step { name: name.to_owned(), items: Vec::new() });
                steps.len() - 1
            });
            if asked.contains(&at) {
                steps[place].items.push(at);
            }
        }
    });
    steps
}

/// The names of the steps, in their order.
pub fn step_names(desk: Desk) -> Vec<String> {
    untrack(|| steps_of(desk)).into_iter().map(|step| step.name).collect()
}

/// Which step a question belongs to, counted from 0.
pub fn step_of(desk: Desk, key: &ItemKey) -> usize {
    let steps = untrack(|| steps_of(desk));
    desk.with_list(|list| steps.iter().position(|step| step.questions(list).any(|item| &item.key == key))).unwrap_or(0)
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
