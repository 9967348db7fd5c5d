//! How long it runs: a year at least (S17), a tap for each year; and how often goods come (S76).

use super::form::Form;
use crate::text::long_day;
use crate::ui::{section, stepper};
use domain::limits::DELIVERY_CYCLE_DAYS;
use domain::rules::agreement::a_year_from;
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::prelude::*;

const YEARS: [u16; 3] = [1, 2, 3];

/// See the module.
pub fn term(form: Form) -> AnyView {
    let t = &form.t.agreement.draft;
    let wrong = move || {
        form.terms.with(|terms| {
            let first = a_year_from(terms.from);
            (terms.until < first).then(|| (t.term_wrong)(&long_day(form.t, first)))
        })
    };
    let cycle = move || Some(form.terms.with(|terms| i64::from(terms.cycle_days)));
    let set_cycle = move |days: i64| {
        // The stepper keeps it within the range.
        form.terms.update(|terms| terms.cycle_days = u16::try_from(days).unwrap_or(DELIVERY_CYCLE_DAYS));
    };
    let range = (1, i64::from(DELIVERY_CYCLE_DAYS));
    view! {
        {section(t.term, "")}
        <div class="pad tight">
            <div class="two">
                {day("agreement-from", t.from, move || form.terms.with(|terms| terms.from), move |from| begin(form, from))}
                {day(
                    "agreement-until",
                    t.until,
                    move || form.terms.with(|terms| terms.until),
                    move |until| form.terms.update(|terms| terms.until = until.max(terms.from)),
                )}
            </div>
            {years(form)}
            <p class="sheet-wrong apart" role="alert">{wrong}</p>
        </div>
        <div class="line">
            <span class="grow">
                <span class="t">{t.cycle}</span>
                <span class="w">{(t.cycle_more)(DELIVERY_CYCLE_DAYS)}</span>
            </span>
            {stepper(form.t, t.cycle.to_owned(), true, range, cycle, set_cycle)}
        </div>
    }
    .into_any()
}

fn day(
    id: &'static str,
    label: &'static str,
    value: impl Fn() -> Date + Send + Sync + 'static,
    set: impl Fn(Date) + Send + 'static,
) -> AnyView {
    view! {
        <div class="field">
            <input
                id=id
                type="date"
                placeholder=" "
                prop:value=move || value().to_string()
                on:change=move |event| {
                    if let Ok(date) = event_target_value(&event).parse() {
                        set(date);
                    }
                }
            />
            <label for=id>{label}</label>
        </div>
    }
    .into_any()
}

/// Another first day moves the last one along: the term stays as long as it was.
fn begin(form: Form, from: Date) {
    form.terms.update(|terms| {
        terms.until = match years_of(terms.from, terms.until) {
            Some(years) => last_of(from, years),
            None => terms.until.max(a_year_from(from)),
        };
        terms.from = from;
    });
}

fn last_of(from: Date, years: u16) -> Date {
    from.saturating_add(i32::from(years).years()).saturating_sub(1.day())
}

fn years_of(from: Date, until: Date) -> Option<u16> {
    YEARS.into_iter().find(|years| last_of(from, *years) == until)
}

fn years(form: Form) -> AnyView {
    let t = &form.t.agreement.draft;
    let buttons = YEARS.map(|years| {
        let on = move || form.terms.with(|terms| years_of(terms.from, terms.until) == Some(years));
        let choose = move || form.terms.update(|terms| terms.until = last_of(terms.from, years));
        super::ground::chip((t.n_years)(years), on, choose)
    });
    view! { <div class="chips years" role="group" aria-label=t.years>{buttons.collect_view()}</div> }.into_any()
}
