//! What was asked and decided, by whom and by which item (F47).

use super::{Book, Desk};
use crate::state::Phone;
use crate::ui::{self, Icon, icon};
use domain::records::{CandidateRuling, ProposalKind, Weighed};
use leptos::prelude::*;

/// See the module.
pub fn minutes(desk: Desk, book: &Book) -> Option<AnyView> {
    let t = desk.t;
    let candidate = &book.candidate;
    if candidate.minutes.is_empty() && candidate.proposal.is_none() {
        return None;
    }
    let offset = desk.me.with_value(|me| me.offset);
    let now = Phone.now();
    let asked = candidate.proposal.as_ref().map(|proposal| {
        let what = match &proposal.kind {
            ProposalKind::Qualify => t.partner.asks_qualify.to_owned(),
            ProposalKind::Eliminate { item } => (t.partner.asks_cut)(item),
        };
        let second = [(t.partner.asked_by)(&proposal.by_name), t.time.when(proposal.at, now, offset)];
        row("owed", Icon::Clock, what, second.join(t.frame.dot), proposal.words.clone())
    });
    let rows = candidate.minutes.iter().rev().map(|minute| {
        let (class, which) = match minute.ruling {
            CandidateRuling::Qualify | CandidateRuling::Resume => ("received", Icon::Check),
            CandidateRuling::SendBack | CandidateRuling::Suspend => ("owed", Icon::Undo),
            CandidateRuling::Eliminate | CandidateRuling::Exit => ("refused", Icon::Refused),
        };
        let what = match minute.item.is_empty() {
            true => (t.partner.ruling)(minute.ruling).to_owned(),
            false => format!("{}{}{}", (t.partner.ruling)(minute.ruling), t.frame.colon, minute.item),
        };
        let mut second = vec![minute.by_name.clone(), t.time.when(minute.at, now, offset)];
        if let Some(weighed) = minute.weighed.filter(|weighed| *weighed != Weighed::Pass) {
            second.push((t.partner.weighed.then)((t.partner.weighed.verdict)(weighed)));
        }
        if !minute.proposed_by.is_empty() {
            second.push((t.partner.asked_by)(&minute.proposed_by));
        }
        row(class, which, what, second.join(t.frame.dot), minute.words.clone())
    });
    Some(
        view! {
            <section class="group">
                {ui::section(t.partner.minutes, "")}
                {asked}
                {rows.collect_view()}
            </section>
        }
        .into_any(),
    )
}

fn row(class: &'static str, which: Icon, what: String, second: String, words: String) -> AnyView {
    view! {
        <div class="line">
            <span class=class>{icon(which)}</span>
            <span class="grow">
                <span class="t">{what}</span>
                {(!words.is_empty()).then(|| view! { <span class="said">{words}</span> })}
                <span class="w">{second}</span>
            </span>
        </div>
    }
    .into_any()
}
