//! Where the points went, what would lift the visit to the next band, and what does not fit together (F21, F24):
//! while the rep is still in the shop and can put it right, and afterwards to look at.

use crate::field::visit::{Desk, step_of};
use crate::routes;
use crate::text::{Texts, as_name};
use crate::ui::{self, Icon, icon_small};
use domain::records::{Checklist, Score};
use domain::rules::explain::{Loss, losses, way_up};
use leptos::prelude::*;

/// Where the points went. With a desk each row leads to its question.
pub fn lost(t: Texts, list: &Checklist, score: &Score, desk: Option<Desk>) -> AnyView {
    let losses = losses(score);
    if losses.is_empty() {
        return ().into_any();
    }
    let names = |items: &[domain::records::ItemKey]| {
        let names = items.iter().filter_map(|key| list.item(key)).map(|item| item.title.get(t.language));
        names.map(as_name).collect::<Vec<_>>().join(t.frame.list)
    };
    let way = way_up(list, score).map(|way| {
        view! { <p class="pad small b">{(t.checkout.way_up)(&names(&way.items), (t.frame.band)(way.to))}</p> }
    });
    let rows = losses.iter().map(|loss| row(t, list, loss, desk)).collect_view();
    view! {
        {ui::section(t.checkout.lost, "")}
        {way}
        <div class="group">{rows}</div>
    }
    .into_any()
}

fn row(t: Texts, list: &Checklist, loss: &Loss, desk: Option<Desk>) -> AnyView {
    let Some(item) = list.item(&loss.item) else { return ().into_any() };
    let points = (t.visit.minus)(loss.points);
    let words = if loss.knocks_out { format!("{}{}{points}", t.checkout.knock_out, t.frame.dot) } else { points };
    let class = if loss.knocks_out { "returned b" } else { "owed b" };
    let content = view! {
        <span class="grow">
            <span class="t">{item.title.get(t.language).to_owned()}</span>
            <span class="w"><span class=class>{words}</span></span>
        </span>
    };
    match desk {
        Some(desk) => view! {
            <a class="line" href=routes::visit_step(desk.id, step_of(desk, &loss.item))>
                {content}
                <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
            </a>
        }
        .into_any(),
        None => view! { <div class="line">{content}</div> }.into_any(),
    }
}

/// What does not fit together, in the checklist's words.
pub fn misfits(t: Texts, words: &[String]) -> Option<AnyView> {
    (!words.is_empty()).then(|| {
        let lines = words.iter().map(|words| view! { <p>{words.clone()}</p> }).collect_view();
        view! {
            <section class="fault owed">
                <h2>{ui::icon(Icon::Warning)}{t.checkout.misfits}</h2>
                {lines}
            </section>
        }
        .into_any()
    })
}

/// The words of the checks that were broken at check-out.
pub fn odd_words(t: Texts, list: &Checklist, odd: &[String]) -> Vec<String> {
    let broken = list.checks.iter().filter(|check| odd.contains(&check.key));
    broken.map(|check| check.words.get(t.language).to_owned()).collect()
}
