//! When agreements run: a bar for each over the months to come, with today as a line (F54).

use super::Region;
use crate::routes;
use crate::text::{Texts, long_day};
use crate::ui::{self, Icon};
use domain::order::InOrder;
use domain::records::{Agreement, AgreementState};
use domain::rules::agreement::{days_left, reminder};
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::prelude::*;

/// How much is shown: a quarter back, and five quarters ahead.
const MONTHS: (i32, i32) = (3, 15);

/// See the module.
pub(super) fn calendar(t: Texts, region: &Region) -> AnyView {
    let first = region.today.first_of_month().saturating_sub(MONTHS.0.months());
    let last = region.today.first_of_month().saturating_add(MONTHS.1.months());
    let mut shown: Vec<&Agreement> = region
        .agreements
        .iter()
        .filter(|agreement| agreement.state == AgreementState::Active && days_left(agreement, first) >= 0)
        .collect();
    shown.order_by_key(|agreement| days_left(agreement, region.today));
    if shown.is_empty() {
        return ui::empty(Icon::Today, t.board.calendar_none, "", None);
    }
    let months = (0..MONTHS.0 + MONTHS.1).map(|month| first.saturating_add(month.months()));
    let scale = months.map(|month| view! { <li>{month.month()}</li> }).collect_view();
    let rows = shown.into_iter().map(|agreement| row(t, agreement, region.today, (first, last))).collect_view();
    view! {
        <div class="calendar">
            <div class="line run" aria-hidden="true">
                <span></span>
                <ol class="months">{scale}</ol>
                <span class="val">{long_day(t, region.today)}</span>
            </div>
            <ul class="group">{rows}</ul>
        </div>
    }
    .into_any()
}

fn row(t: Texts, agreement: &Agreement, today: Date, (first, last): (Date, Date)) -> AnyView {
    let end = agreement.ended.as_ref().map_or(agreement.terms.until, |ending| ending.on);
    let (from, until) = (per_mille(first, last, agreement.terms.from), per_mille(first, last, end));
    let now = per_mille(first, last, today);
    let class = match reminder(agreement, today) {
        Some(..=30) => "bar late",
        Some(_) => "bar soon",
        None => "bar",
    };
    let ends = long_day(t, end);
    let said = (t.board.calendar_said)(&agreement.candidate_name, &long_day(t, agreement.terms.from), &ends);
    view! {
        <li>
            <a class="line run" href=routes::agreement(agreement.id) aria-label=said>
                <span class="t cut">{agreement.candidate_name.clone()}</span>
                <svg viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">
                    <rect class=class x=from.to_string() y="5" width=(until - from).max(4).to_string() height="14" rx="6"></rect>
                    <path class="now" d=format!("M{now} 0V24")></path>
                </svg>
                <span class="val">{ends}</span>
            </a>
        </li>
    }
    .into_any()
}

/// Where a day stands between two others, in thousandths, at the edge if it lies beyond.
fn per_mille(first: Date, last: Date, day: Date) -> i64 {
    let days = |from: Date, to: Date| from.until(to).map_or(0, |span| i64::from(span.get_days()));
    (days(first, day) * 1000 / days(first, last).max(1)).clamp(0, 1000)
}
