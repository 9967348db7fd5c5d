//! The visits of a rep behind the figures, each leading to its photos.

use crate::routes;
use crate::text::Texts;
use crate::ui::{self, Icon, icon_small, section};
use domain::measure::Share;
use leptos::prelude::*;
use sync::wire::{TrendsVisit, TrendsVisits};

/// See the module.
pub(super) fn visits(t: Texts, found: &TrendsVisits) -> AnyView {
    if found.visits.is_empty() {
        return ui::empty(Icon::Store, t.trends.visits_none, "", None);
    }
    let more = found.more.then(|| view! { <p class="meta standing">{(t.trends.visits_more)(found.visits.len())}</p> });
    view! {
        {section(t.trends.visits, found.visits.len().to_string())}
        <ul class="group">{found.visits.iter().map(|visit| row(t, visit)).collect_view()}</ul>
        {more}
    }
    .into_any()
}

fn row(t: Texts, visit: &TrendsVisit) -> AnyView {
    let mut facts = vec![(t.time.weekday)(visit.day)];
    facts.extend(visit.seconds.map(|seconds| (t.trends.stayed)((seconds + 30) / 60)));
    facts.extend((visit.judged > 0).then(|| (t.trends.judged)(visit.judged, visit.sent_back)));
    let score = visit.share.map_or_else(|| t.trends.unscored.to_owned(), |share| Share(share).percent().to_string());
    let unit = visit.share.map(|_| view! { <small>{t.frame.points}</small> });
    view! {
        <li>
            <a class="line" href=routes::visit(visit.visit)>
                <span class="grow">
                    <span class="t cut">{visit.outlet_name.clone()}</span>
                    <span class="w">{facts.join(t.frame.dot)}</span>
                </span>
                <span class="val"><b>{score}</b>{unit}</span>
                <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
            </a>
        </li>
    }
    .into_any()
}
