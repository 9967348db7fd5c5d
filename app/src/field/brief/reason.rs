//! Why from afar, why without a position, why off the route: ready reasons to tap, or one's own words.

use super::arrive::{Arrival, Plan};
use crate::text::Texts;
use crate::ui::{self, sheet};
use domain::commands::CheckIn;
use domain::limits::SHORT_TEXT_CHARS;
use leptos::prelude::*;

/// What the rep said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// Why from afar or without a position.
    pub why_far: String,
    /// Why off the route.
    pub why_here: String,
}

/// See the module.
pub fn reason_sheet(
    t: Texts,
    arrival: Arrival,
    plan: StoredValue<Plan>,
    check_in: Callback<Option<Reason>>,
) -> AnyView {
    let why_far = RwSignal::new(String::new());
    let why_here = RwSignal::new(String::new());
    let needs_far = move || {
        let fix = arrival.fix();
        plan.with_value(|plan| CheckIn::needs_reason(fix.as_ref(), &plan.outlet))
    };
    let needs_here = move || plan.with_value(Plan::is_unplanned);
    let missing = move || needs_far() && why_far.with(|why| why.trim().is_empty());
    let far = move || {
        needs_far().then(|| {
            let fix = arrival.fix();
            let shop = plan.with_value(|plan| plan.outlet.position);
            match fix {
                Some(fix) => {
                    let distance = (t.measure.distance)(fix.position.metres_to(shop));
                    asked(
                        t,
                        t.brief.why_far,
                        (t.brief.why_far_more)(&distance),
                        &t.brief.far_reasons,
                        why_far,
                        "why-far",
                    )
                }
                None => {
                    let more = t.brief.why_no_fix_more.to_owned();
                    asked(t, t.brief.why_no_fix, more, &t.brief.no_fix_reasons, why_far, "why-far")
                }
            }
        })
    };
    let here = move || {
        needs_here().then(|| {
            let more = t.brief.why_unplanned_more.to_owned();
            asked(t, t.brief.why_unplanned, more, &t.brief.unplanned_reasons, why_here, "why-here")
        })
    };
    let go = move |_| {
        arrival.asking.set(false);
        let said = |text: RwSignal<String>| text.get_untracked().trim().to_owned();
        check_in.run(Some(Reason { why_far: said(why_far), why_here: said(why_here) }));
    };
    let title = move || if needs_far() { t.brief.why_far_title } else { t.brief.why_unplanned }.to_owned();
    sheet(t, arrival.asking, title, move || {
        view! {
            <div class="sheet-body pad">
                {far}
                {here}
            </div>
            <div class="dock edge">
                <div class="acts">
                    <button type="button" class="btn main" disabled=missing on:click=go>
                        {t.brief.with_reason}
                    </button>
                </div>
            </div>
        }
        .into_any()
    })
}

fn asked(
    t: Texts,
    title: &'static str,
    more: String,
    ready: &[&'static str],
    text: RwSignal<String>,
    id: &'static str,
) -> AnyView {
    let chips = ready
        .iter()
        .map(|words| {
            let words = *words;
            view! {
                <button
                    type="button"
                    class="chip"
                    aria-pressed=move || text.with(|text| text == words).to_string()
                    on:click=move |_| text.set(words.to_owned())
                >
                    {words}
                </button>
            }
        })
        .collect_view();
    let own = ui::Field { id, kind: "text", mode: "text", complete: "off", label: t.brief.own_words };
    let input = move |written: String| text.set(written.chars().take(SHORT_TEXT_CHARS).collect());
    view! {
        <section class="stack">
            <h3>{title}</h3>
            <p class="small">{more}</p>
            <div class="chips wrap">{chips}</div>
            {ui::field(own, move || text.get(), input, || "")}
        </section>
    }
    .into_any()
}
