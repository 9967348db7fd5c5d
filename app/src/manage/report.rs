//! A visit on paper: the shop, the times and how far they can be believed, answers with their points, each photo beside its
//! standard with the verdict, what was left to do, and the shop's signature. It is made of what this device holds, so it
//! prints without a network too.

mod photos;

use super::answers::answers;
use super::beside::beside;
use super::day_list::times;
use super::dossier::{Dossier, dossier};
use crate::routes;
use crate::state::{Me, guarded, live, use_state};
use crate::text::{Texts, clock, long_day};
use crate::trust;
use crate::ui::{self, Icon, Tab, icon, section, skeleton_rows};
use domain::Kind;
use domain::id::VisitId;
use domain::time::{Moment, Offset};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

/// `/visits/:id/report`. A rep who comes here goes to the visit itself.
#[component]
pub fn Report() -> impl IntoView {
    let navigate = StoredValue::new(use_navigate());
    let named = super::named_visit(use_params_map());
    guarded(move |t, me| match named.get() {
        Some(id) if me.role.manages() => screen(t, &me, id),
        Some(id) => {
            let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
            Effect::new(move |_| navigate.with_value(|go| go(&routes::visit(id), replace.clone())));
            ui::skeleton_page(t)
        }
        None => ui::empty(Icon::Help, t.manage.unknown, t.manage.unknown_more, None),
    })
}

fn screen(t: Texts, me: &Me, id: VisitId) -> AnyView {
    let (offset, state) = (me.offset, use_state());
    super::viewing::note(me, id);
    let found = live(
        &[Kind::Visit, Kind::Photo, Kind::Verdict, Kind::Outlet, Kind::Sighting, Kind::Task],
        move |phone| async move { dossier(phone, id).await },
    );
    let body = move || {
        found.with(|found| match found {
            None => skeleton_rows(6),
            Some(None) => ui::empty(Icon::Help, t.manage.unknown, t.manage.unknown_more, None),
            Some(Some(dossier)) => paper(t, offset, state.clock.get_untracked(), dossier),
        })
    };
    // Where a browser cannot print there is nothing to be done about it.
    let print = move |_| drop(window().print());
    let head = view! {
        <header class="bar no-print">
            <a class="ib" href=routes::visit(id) aria-label=t.frame.back>{icon(Icon::Back)}</a>
            <p class="meta grow cut">{t.report.title}</p>
            <button type="button" class="btn small" on:click=print>{t.report.print}</button>
        </header>
    };
    ui::frame(t, me, Tab::Visits, head.into_any(), body.into_any(), ui::toasts())
}

fn paper(t: Texts, offset: Offset, now: Moment, dossier: &Dossier) -> AnyView {
    let visit = &dossier.visit;
    let name = dossier.outlet.as_ref().map(|outlet| outlet.name.clone()).unwrap_or_default();
    let unsigned = visit.confirmed.is_none().then(|| view! { <p class="words">{t.report.unsigned}</p> });
    let note = (!visit.note.is_empty()).then(|| {
        view! {
            {section((t.manage.words_of)(&visit.rep_name), "")}
            <p class="words">{visit.note.clone()}</p>
        }
    });
    let as_of = format!("{} {}", long_day(t, now.date(offset)), clock(now, offset));
    // It scrolls, and nothing in it takes the focus: keys scroll it by itself.
    view! {
        <article class="report" tabindex="0" aria-label=t.report.title>
            <h1>{name}</h1>
            {facts(t, offset, dossier)}
            {section(t.report.answers, "")}
            {answers(t, dossier)}
            {note}
            {photos::photos(t, offset, dossier)}
            {beside(t, offset, dossier)}
            {unsigned}
            <p class="meta">{(t.report.as_of)(&as_of)}</p>
        </article>
    }
    .into_any()
}

fn facts(t: Texts, offset: Offset, dossier: &Dossier) -> AnyView {
    let visit = &dossier.visit;
    let words = &t.report;
    let mut facts: Vec<(&str, String)> = Vec::new();
    if let Some(outlet) = &dossier.outlet {
        let class = (t.frame.class)(outlet.class.letter());
        // A partner's place has no code.
        let named = [outlet.code.as_str(), class.as_str()].into_iter().filter(|word| !word.is_empty());
        facts.push((words.shop, named.collect::<Vec<_>>().join(t.frame.dot)));
        facts.push((words.address, outlet.address.clone()));
    }
    facts.push((words.rep, visit.rep_name.clone()));
    let mut time = format!("{} {}", long_day(t, visit.day), times(t, offset, visit));
    if let Some(stayed) = visit.stayed() {
        time = format!("{time}{}{}", t.frame.dot, (t.time.minutes)(stayed));
    }
    facts.push((words.time, time));
    let trust = trust::of_check_in(visit, dossier.outlet.as_ref(), dossier.fix_before.as_ref());
    facts.push((words.trust, trust::words(t, &trust)));
    facts.extend(
        visit
            .score
            .as_ref()
            .map(|score| (words.score, (words.scored)(&score.share.percent().to_string(), (t.frame.band)(score.band)))),
    );
    let rows = facts
        .into_iter()
        .filter(|(_, fact)| !fact.is_empty())
        .map(|(about, fact)| view! { <dt>{about}</dt><dd>{fact}</dd> })
        .collect_view();
    view! { <dl class="facts-list">{rows}</dl> }.into_any()
}
