//! What waits for a manager: requests of reps, agreements that all three have signed, what is about to run out.

use super::Region;
use crate::partner::stage_tag;
use crate::routes;
use crate::state::Phone;
use crate::text::{Texts, long_day};
use crate::ui::{self, Icon, icon, icon_small};
use domain::records::{Agreement, AgreementState, Candidate, ProposalKind};
use domain::rules::agreement::{days_left, reminder};
use domain::rules::requalification;
use domain::time::Offset;
use leptos::prelude::*;

/// One of them.
pub struct Matter<'a> {
    /// Whether it is to be decided, and not only to be known.
    pub decide: bool,
    what: What<'a>,
}

enum What<'a> {
    Asked(&'a Candidate),
    Signed(&'a Agreement),
    RunsOut(&'a Candidate),
    Ends(&'a Agreement, i64),
}

/// All of them, what is to be decided first.
pub(super) fn matters(region: &Region) -> Vec<Matter<'_>> {
    let asked = region.candidates.iter().filter(|candidate| candidate.proposal.is_some() && !candidate.stage.is_over());
    let asked = asked.map(|candidate| Matter { decide: true, what: What::Asked(candidate) });
    let signed = region.agreements.iter().filter(|agreement| agreement.state == AgreementState::Signed);
    let signed = signed.map(|agreement| Matter { decide: true, what: What::Signed(agreement) });
    let ends = region.agreements.iter().filter_map(|agreement| {
        reminder(agreement, region.today)?;
        Some(Matter { decide: false, what: What::Ends(agreement, days_left(agreement, region.today)) })
    });
    let runs_out =
        region.candidates.iter().filter(|candidate| requalification::ends_in(candidate, region.today).is_some());
    let runs_out = runs_out.map(|candidate| Matter { decide: false, what: What::RunsOut(candidate) });
    asked.chain(signed).chain(ends).chain(runs_out).collect()
}

/// See the module.
pub(super) fn inbox(t: Texts, offset: Offset, region: &Region) -> AnyView {
    let all = matters(region);
    if all.is_empty() {
        return ui::empty(Icon::Check, t.board.inbox_none, t.board.inbox_more, None);
    }
    let rows = all.iter().map(|matter| row(t, offset, matter)).collect_view();
    view! { <div class="group inbox">{rows}</div> }.into_any()
}

fn row(t: Texts, offset: Offset, matter: &Matter<'_>) -> AnyView {
    let dot = t.frame.dot;
    let (href, name, words, tag) = match matter.what {
        What::Asked(candidate) => {
            let asked = candidate.proposal.as_ref();
            let what = match asked.map(|proposal| &proposal.kind) {
                Some(ProposalKind::Eliminate { item }) => (t.partner.asks_cut)(item),
                _ => t.partner.asks_qualify.to_owned(),
            };
            let who = asked.map(|proposal| (t.partner.asked_by)(&proposal.by_name)).unwrap_or_default();
            let when = asked.map(|proposal| t.time.when(proposal.at, Phone.now(), offset)).unwrap_or_default();
            (
                routes::partner(candidate.id),
                candidate.facts.name.clone(),
                [what, who, when].join(dot),
                Some(stage_tag(t, candidate.stage)),
            )
        }
        What::Signed(agreement) => (
            routes::agreement(agreement.id),
            agreement.candidate_name.clone(),
            [t.board.to_approve.to_owned(), agreement.number()].join(dot),
            None,
        ),
        What::Ends(agreement, days) => (
            routes::agreement(agreement.id),
            agreement.candidate_name.clone(),
            [(t.board.ends_in)(days), agreement.number()].join(dot),
            None,
        ),
        What::RunsOut(candidate) => {
            let day = candidate.qualified_until.map(|day| long_day(t, day)).unwrap_or_default();
            (routes::partner(candidate.id), candidate.facts.name.clone(), (t.board.runs_out)(&day), None)
        }
    };
    let (class, which) = if matter.decide { ("owed", Icon::Flag) } else { ("quiet", Icon::Clock) };
    view! {
        <a class="line" href=href>
            <span class=class>{icon(which)}</span>
            <span class="grow">
                <span class="t">{name}</span>
                <span class="w">{words}</span>
            </span>
            {tag}
            <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
        </a>
    }
    .into_any()
}
