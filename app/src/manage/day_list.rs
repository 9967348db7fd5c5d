//! The list of visits by day, the latest first, with what is still to be judged one tap away.

use super::line::{Line, lines};
use crate::routes;
use crate::state::{live, use_state};
use crate::text::{Texts, clock};
use crate::ui::{self, Icon, SyncMark, chip, icon};
use domain::Kind;
use domain::id::VisitId;
use domain::time::Offset;
use jiff::civil::Date;
use leptos::prelude::*;

/// How many days are shown at first, and how many more at each wish.
const DAYS: i32 = 3;
const MORE_DAYS: i32 = 7;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Filter {
    All,
    ToJudge,
    SentBack,
    Appealed,
}

impl Filter {
    fn keeps(self, line: &Line) -> bool {
        match self {
            Self::All => true,
            Self::ToJudge => !line.visit.is_open() && line.state.unjudged > 0,
            Self::SentBack => line.state.redo > 0,
            Self::Appealed => line.state.appealed > 0,
        }
    }
}

/// See the module.
pub fn day_list(t: Texts, offset: Offset, picked: Memo<Option<VisitId>>) -> AnyView {
    let state = use_state();
    let days = RwSignal::new(DAYS);
    let filter = RwSignal::new(Filter::All);
    let today = Memo::new(move |_| state.clock.get().date(offset));
    let found = live(&[Kind::Visit, Kind::Photo, Kind::Outlet], move |phone| {
        let (today, days) = (today.get(), days.get());
        async move { lines(phone, today, days).await }
    });
    let count = move |which: Filter| {
        found.with(|lines| lines.as_ref().map_or(0, |lines| lines.iter().filter(|line| which.keeps(line)).count()))
    };
    let counted = move || {
        found.with(|lines| {
            let lines = lines.as_ref()?;
            let on_the_way = lines.iter().filter(|line| !line.state.is_complete()).count();
            Some((t.manage.counted)(lines.len(), on_the_way))
        })
    };
    let filter_chip = move |which: Filter, words: &'static str| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || if filter.get() == which { "true" } else { "false" }
                on:click=move |_| filter.set(which)
            >
                {words}
                <b>{move || count(which)}</b>
            </button>
        }
    };
    let rows = move || {
        found.with(|lines| {
            let Some(lines) = lines else { return ui::skeleton_rows(8) };
            let kept: Vec<Line> = lines.iter().filter(|line| filter.get().keeps(line)).cloned().collect();
            if kept.is_empty() {
                ui::empty(Icon::Store, t.manage.none, t.manage.none_more, None)
            } else {
                day_groups(t, offset, today.get(), &kept, picked)
            }
        })
    };
    view! {
        <div
            class="list vlist"
            role=move || if picked.get().is_some() { "complementary" } else { "main" }
            aria-label=t.manage.visits
            id=move || picked.get().is_none().then_some("main")
            tabindex="-1"
        >
            <div class="th"><h1 class="grow">{t.manage.visits}</h1>{super::wall::way(t)}{super::quarantine::way(t)}{super::away::way(t, offset)}</div>
            <p class="count-line" aria-live="polite">{counted}</p>
            <div class="chips">
                {filter_chip(Filter::All, t.manage.all)}
                {filter_chip(Filter::ToJudge, t.manage.to_judge)}
                {filter_chip(Filter::SentBack, t.manage.sent_back)}
                {filter_chip(Filter::Appealed, t.manage.appeals)}
            </div>
            <div class="scroll">
                {rows}
                <div class="pad">
                    <button type="button" class="btn wide" on:click=move |_| days.update(|days| *days += MORE_DAYS)>
                        {icon(Icon::History)}
                        {t.manage.earlier}
                    </button>
                </div>
            </div>
        </div>
    }
    .into_any()
}

fn day_groups(t: Texts, offset: Offset, today: Date, lines: &[Line], picked: Memo<Option<VisitId>>) -> AnyView {
    lines
        .chunk_by(|a, b| a.visit.day == b.visit.day)
        .map(|group| {
            let day = group.first().map_or(today, |line| line.visit.day);
            let words = if day == today { t.time.today.to_owned() } else { (t.time.weekday)(day) };
            let rows = group.iter().map(|line| row(t, offset, line, picked)).collect_view();
            view! {
                <div class="sec"><h2>{words}</h2></div>
                <ol>{rows}</ol>
            }
        })
        .collect_view()
        .into_any()
}

fn row(t: Texts, offset: Offset, line: &Line, picked: Memo<Option<VisitId>>) -> AnyView {
    let visit = &line.visit;
    let id = visit.id;
    let times = times(t, offset, visit);
    let score = visit.score.as_ref().map_or_else(|| "–".to_owned(), |score| score.share.percent().to_string());
    let (mark, words) = match line.state {
        state if state.appealed > 0 => (SyncMark::Refused, (t.manage.appeal_count)(state.appealed)),
        state if state.redo > 0 => (SyncMark::Refused, (t.manage.redo_count)(state.redo)),
        state if !state.is_complete() => (SyncMark::Sending, (t.manage.photos_here)(state.received, state.photos)),
        _ => (SyncMark::Server, t.manage.complete.to_owned()),
    };
    view! {
        <li>
            <a class="vrow" href=routes::visit(id) aria-current=move || (picked.get() == Some(id)).then_some("true")>
                <span class="t cut">{line.outlet.clone()}</span>
                <span class="sc">{score}</span>
                <span class="w cut">{visit.rep_name.clone()}{t.frame.dot}{times}</span>
                {chip(mark, words)}
            </a>
        </li>
    }
    .into_any()
}

/// From when to when, or since when.
pub(super) fn times(t: Texts, offset: Offset, visit: &domain::records::Visit) -> String {
    let from = clock(visit.check_in.at, offset);
    match &visit.check_out {
        Some(out) => (t.manage.from_to)(&from, &clock(out.at, offset)),
        None => format!("{from}{}{}", t.frame.comma, t.manage.in_shop),
    }
}
