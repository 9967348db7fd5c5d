//! The pipeline as a board: a column for each stage, the overdue first, and a tick on those that are to be held side by
//! side. Whoever searches it sees only whoever is meant, in the same columns.

use super::Region;
use super::compare::MOST;
use crate::partner::{days_late, is_meant};
use crate::routes;
use crate::text::Texts;
use domain::id::CandidateId;
use domain::records::{Candidate, CandidateStage};
use jiff::civil::Date;
use leptos::prelude::*;
use std::sync::Arc;

/// What a board shows; what is over is found in the lists.
const COLUMNS: [CandidateStage; 8] = [
    CandidateStage::Lead,
    CandidateStage::Contacted,
    CandidateStage::Inspecting,
    CandidateStage::Proposed,
    CandidateStage::Qualified,
    CandidateStage::Signing,
    CandidateStage::Member,
    CandidateStage::Suspended,
];

/// See the module.
pub(super) fn columns(
    t: Texts,
    region: Arc<Region>,
    sought: RwSignal<String>,
    compared: RwSignal<Vec<CandidateId>>,
) -> AnyView {
    let board =
        move || sought.with(|sought| COLUMNS.map(|stage| column(t, &region, stage, sought, compared)).collect_view());
    view! { <div class="columns" tabindex="0" role="group" aria-label=t.board.pipeline>{board}</div> }.into_any()
}

fn column(
    t: Texts,
    region: &Region,
    stage: CandidateStage,
    sought: &str,
    compared: RwSignal<Vec<CandidateId>>,
) -> AnyView {
    let here = |candidate: &&Candidate| candidate.stage == stage && is_meant(candidate, sought);
    let cards: Vec<_> = region.candidates.iter().filter(here).collect();
    let count = cards.len();
    let none = (count == 0).then(|| view! { <p class="meta">{t.board.column_none}</p> });
    let cards = cards.into_iter().map(|candidate| card(t, candidate, region.today, compared)).collect_view();
    view! {
        <section class="column" aria-label=(t.partner.stage)(stage)>
            <h2>{(t.partner.stage)(stage)}<span>{count}</span></h2>
            {none}
            <ul>{cards}</ul>
        </section>
    }
    .into_any()
}

fn card(t: Texts, candidate: &Candidate, today: Date, compared: RwSignal<Vec<CandidateId>>) -> AnyView {
    let id = candidate.id;
    let late = days_late(candidate, today);
    let next = candidate.next.as_ref().map(|next| {
        let class = if late > 0 { "owed b" } else { "" };
        let when = if late > 0 { (t.partner.overdue)(late) } else { (t.time.day)(next.due) };
        view! { <span class="w"><span class=class>{when}</span>{t.frame.dot}{next.words.clone()}</span> }
    });
    let weighed = matches!(
        candidate.stage,
        CandidateStage::Contacted | CandidateStage::Inspecting | CandidateStage::Proposed | CandidateStage::Qualified
    );
    let chosen = move || compared.with(|compared| compared.contains(&id));
    let turn = move |_| {
        compared.update(|compared| match compared.iter().position(|known| *known == id) {
            Some(at) => drop(compared.remove(at)),
            None if compared.len() < MOST => compared.push(id),
            None => {}
        });
    };
    let tick = weighed.then(|| {
        view! {
            <button type="button" class="chip" aria-pressed=move || chosen().to_string() on:click=turn>
                {t.board.compare_this}
            </button>
        }
    });
    view! {
        <li class="card">
            <a href=routes::partner(id)>
                <span class="t">{candidate.facts.name.clone()}</span>
                {next}
                <span class="w">{(t.partner.with)(&candidate.owner_name)}</span>
            </a>
            {tick}
        </li>
    }
    .into_any()
}
