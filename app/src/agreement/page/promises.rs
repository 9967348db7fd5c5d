//! The four guarantees (F55): each promise with what there is to show for it and a day, in three states that are told
//! apart by icon and word.

use super::book::Desk;
use crate::text::long_day;
use crate::ui::{Icon, icon, section};
use domain::records::AgreementState;
use domain::rules::guarantee::{Light, Promise};
use leptos::prelude::*;

/// See the module. There is nothing to keep before it is in force.
pub fn promises(desk: Desk) -> AnyView {
    let t = &desk.t.agreement.page;
    let rows = move || {
        desk.of(|book| {
            let begun = matches!(book.agreement.state, AgreementState::Active | AgreementState::Ended);
            begun.then(|| {
                let rows = book.promises.iter().map(|promise| row(desk, promise)).collect_view();
                view! {
                    {section(t.promises, "")}
                    <ul class="group promises-list">{rows}</ul>
                }
            })
        })
    };
    view! { <div class="no-print">{rows}</div> }.into_any()
}

fn row(desk: Desk, promise: &Promise) -> AnyView {
    let t = &desk.t.agreement.page;
    let (class, tag, which) = match promise.light {
        Light::Green => ("received", "tag received", Icon::Check),
        Light::Amber => ("owed", "tag owed", Icon::Clock),
        Light::Red => ("returned", "tag returned", Icon::Warning),
    };
    let mut second = vec![(t.shown)(&promise.shown)];
    second.extend(promise.date.map(|date| (t.by_day)(&long_day(desk.t, date))));
    view! {
        <li>
            <div class="line">
                <span class=class>{icon(which)}</span>
                <span class="grow">
                    <span class="t">{(t.guarantee)(promise.guarantee)}</span>
                    <span class="w">{second.join(desk.t.frame.dot)}</span>
                </span>
                <span class=tag>{(t.light)(promise.light)}</span>
            </div>
        </li>
    }
    .into_any()
}
