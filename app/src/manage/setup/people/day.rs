//! The day of a rep as their phone has it, by the same rule, to be looked at only. What they have not sent yet is not in it.

use crate::field::day_book::DayBook;
use crate::field::today::reasons;
use crate::state::{Me, live};
use crate::text::Texts;
use crate::ui::skeleton_rows;
use domain::Kind;
use domain::records::{Outlet, User};
use domain::rules::today::{Stop, StopState};
use leptos::prelude::*;

const KINDS: &[Kind] = &[
    Kind::JourneyPlan,
    Kind::Visit,
    Kind::Task,
    Kind::Skip,
    Kind::Leave,
    Kind::Calendar,
    Kind::Frequency,
    Kind::LastVisit,
    Kind::Outlet,
];

/// See the module.
pub fn day(t: Texts, me: &Me, rep: &User) -> AnyView {
    // The order that they have chosen for themselves is on their phone alone.
    let them = Me { id: rep.id, name: rep.name.clone(), role: rep.role, ..me.clone() };
    let stops = live(KINDS, move |phone| {
        let them = them.clone();
        async move {
            let today = phone.now().date(them.offset);
            DayBook::read(phone, &them, today).await.stops_with_shops(phone).await
        }
    });
    (move || {
        stops.with(|stops| match stops {
            None => skeleton_rows(4),
            Some(stops) if stops.is_empty() => view! { <p class="words">{t.people.day_none}</p> }.into_any(),
            Some(stops) => {
                let rows = stops.iter().map(|(stop, shop)| row(t, stop, shop.as_ref())).collect_view();
                view! {
                    <p class="meta">{t.people.day_more}</p>
                    <ol class="theirday">{rows}</ol>
                }
                .into_any()
            }
        })
    })
    .into_any()
}

fn row(t: Texts, stop: &Stop, shop: Option<&Outlet>) -> AnyView {
    let state = match stop.state {
        StopState::ToDo => "",
        StopState::Open(_) => t.people.there_now,
        StopState::Done(_) => t.people.done,
        StopState::Skipped(_) => t.people.skipped,
    };
    let name = shop.map_or(t.people.no_shop, |shop| shop.name.as_str()).to_owned();
    view! {
        <li>
            <span class="n">{stop.number}</span>
            <span class="grow">
                <span class="t cut">{name}</span>
                <span class="w cut">{reasons(t, &stop.reasons)}</span>
            </span>
            <span class="w">{state}</span>
        </li>
    }
    .into_any()
}
