//! Visits of earlier days that nobody checked out of (F15). Those that can still be gone on with lead back to where the
//! rep was; those that were forgotten are ended here and say so, because a rep who is home remembers no hour.

use crate::routes;
use crate::state::{Me, Phone, spawn};
use crate::text::{Texts, clock};
use crate::ui::{Icon, icon, line_link, section};
use domain::commands::EndForgotten;
use domain::id::VisitId;
use domain::records::{Outlet, Visit};
use domain::rules::visit::is_forgotten;
use domain::time::{Moment, Offset};
use domain::{Command, Index};
use futures_util::future::join_all;
use jiff::Span;
use jiff::civil::Date;
use leptos::prelude::*;

/// So many days back they are looked for: the time that a phone may be without a network, and as much again.
const DAYS_BACK: i64 = 14;

/// A visit of an earlier day.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOpen {
    visit: Visit,
    shop: String,
    forgotten: bool,
}

impl LeftOpen {
    /// The visit, if it has to be ended.
    pub fn to_end(&self) -> Option<VisitId> {
        (self.forgotten && self.visit.is_open()).then_some(self.visit.id)
    }
}

/// Reads them, the newest first: what is open, and what was ended today.
pub async fn read(phone: Phone, me: &Me, date: Date, now: Moment) -> Vec<LeftOpen> {
    let days = (1..=DAYS_BACK).map(|back| date.saturating_sub(Span::new().days(back)));
    let found = join_all(days.map(|day| phone.find::<Visit>(Index::VisitsOn(day)))).await;
    let ended_today = |visit: &Visit| visit.forgotten.is_some_and(|at| at.date(me.offset) == date);
    let mine =
        found.into_iter().flatten().filter(|visit| visit.rep == me.id && (visit.is_open() || ended_today(visit)));
    let named = mine.map(|visit| async move {
        let shop = phone.get::<Outlet>(visit.outlet).await.map(|outlet| outlet.name).unwrap_or_default();
        LeftOpen { forgotten: is_forgotten(&visit, now) || visit.forgotten.is_some(), shop, visit }
    });
    join_all(named).await
}

/// Ends what was forgotten, with the note that was written for the check-out. Said twice it is refused, and nothing
/// is lost by that: then somebody has ended it.
pub fn end(visits: Vec<VisitId>) {
    for visit in visits {
        spawn(async move {
            let note = crate::field::visit::written_note(visit).await;
            drop(Phone.record(Command::from(EndForgotten { visit, note })).await);
        });
    }
}

/// See the module.
pub fn rows(t: Texts, visits: &[LeftOpen], offset: Offset) -> Option<AnyView> {
    if visits.is_empty() {
        return None;
    }
    let rows = visits
        .iter()
        .map(|left| {
            let visit = &left.visit;
            let day = (t.time.day)(visit.day);
            let words = match left.forgotten {
                true => (t.today.forgotten)(&day, &clock(visit.last_touched(), offset)),
                false => (t.today.left_open)(&day),
            };
            let start = view! { <span class="owed">{icon(Icon::Clock)}</span> }.into_any();
            line_link(routes::visit(visit.id), start, left.shop.clone(), words.into_any())
        })
        .collect_view();
    Some(
        view! {
            {section(t.today.not_checked_out, "")}
            <div class="group">{rows}</div>
        }
        .into_any(),
    )
}
