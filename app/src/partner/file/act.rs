//! The dock: the one thing that comes next for this candidate, and beside it the way out (F47).

use super::next::go;
use super::{Book, Desk, Sheet};
use crate::routes;
use crate::state::{Phone, spawn};
use crate::ui::{self, Toast};
use domain::commands::{ClaimCandidate, ProposeCandidate};
use domain::id::{AgreementId, OutletId};
use domain::records::{CandidateStage, ProposalKind, Purpose, Weighed};
use domain::rules::candidate::rulings;
use domain::rules::qualification::Missing;
use domain::rules::requalification::{ends_in, is_recent};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// What can be done next.
#[derive(Clone, Debug, PartialEq)]
enum Next {
    /// Go on with a visit that is open there.
    Open(String),
    TakeOver,
    Contact,
    Visit(Purpose, &'static str),
    Propose,
    Wait(String),
    Draft,
    Decide,
    Nothing,
}

/// See the module.
pub fn dock(desk: Desk) -> AnyView {
    let t = desk.t;
    let next = desk.with(|book| desk.me.with_value(|me| next_of(desk, book, me.id, me.role.manages())));
    let Some((next, aside, place)) = next else { return ui::toasts() };
    let bright = match next {
        Next::Nothing => return ui::toasts(),
        Next::Wait(words) => return wait(desk, words, aside),
        Next::Open(visit) => ui::main_link(visit, t.brief.to_visit),
        Next::TakeOver => button(t.partner.take_over, move || take_over(desk)),
        Next::Contact => button(t.partner.contacted, move || {
            let next = untrack(|| desk.with(|book| book.candidate.next.clone())).flatten();
            go(desk, CandidateStage::Contacted, next, t.partner.moved, || ());
        }),
        Next::Visit(purpose, words) => visit(desk, purpose, words, place),
        Next::Propose => button(t.partner.propose, move || propose(desk, ProposalKind::Qualify, String::new())),
        Next::Draft => draft(desk),
        Next::Decide => button(t.partner.decide, move || desk.show(Sheet::Decide)),
    };
    let aside = aside.map(|aside| quiet(desk, aside));
    ui::dock(t.partner.title, view! { <div class="acts">{aside}{bright}</div> }.into_any())
}

/// Nothing to do but to wait for somebody else; what stands beside it stays.
fn wait(desk: Desk, words: String, aside: Option<Sheet>) -> AnyView {
    let content = view! {
        <p class="grow">{words}</p>
        {aside.map(|aside| quiet(desk, aside))}
    };
    ui::dock_calm(desk.t.partner.title, content.into_any())
}

/// What stands beside the bright act: the rep proposes to cut, the manager decides.
fn quiet(desk: Desk, sheet: Sheet) -> AnyView {
    let words = if sheet == Sheet::Cut { desk.t.partner.cut } else { desk.t.partner.decide };
    view! {
        <button type="button" class="btn" on:click=move |_| desk.show(sheet)>{words}</button>
    }
    .into_any()
}

fn button(words: &'static str, act: impl FnMut() + Send + 'static) -> AnyView {
    ui::main_button(words, || false, act)
}

/// What comes next, what stands beside it, and the place.
fn next_of(desk: Desk, book: &Book, me: domain::id::UserId, manages: bool) -> (Next, Option<Sheet>, OutletId) {
    use CandidateStage as At;
    let t = desk.t;
    let candidate = &book.candidate;
    let place = candidate.place();
    let mine = candidate.owner == me;
    let open = book.open().filter(|visit| visit.rep == me).map(|visit| routes::visit(visit.id));
    let decides = manages && !rulings(candidate).is_empty();
    if let Some(visit) = open {
        return (Next::Open(visit), decides.then_some(Sheet::Decide), place);
    }
    let next = match candidate.stage {
        At::Eliminated | At::Left => Next::Nothing,
        At::Proposed | At::Suspended if manages => Next::Decide,
        // A yearly request waits for its answer, whatever the stage.
        _ if manages && candidate.proposal.is_some() => Next::Decide,
        // Somebody else may interview them as well: that is what two interviewers are for.
        At::Inspecting if !mine && wants(book, Purpose::Interview, me) => {
            Next::Visit(Purpose::Interview, t.partner.interview)
        }
        _ if !mine && !manages && book.place.is_some() => Next::TakeOver,
        _ if !mine && !manages => Next::Nothing,
        At::Lead => Next::Contact,
        At::Contacted => Next::Visit(Purpose::Inspection, t.partner.inspect),
        At::Inspecting => inspecting(desk, book, me),
        At::Proposed => {
            let by = candidate.proposal.as_ref().map(|proposal| proposal.by_name.as_str()).unwrap_or_default();
            Next::Wait((t.partner.waits)(by))
        }
        At::Qualified | At::Signing | At::Member if mine && ends_in(candidate, book.today).is_some() => {
            requalifying(desk, book)
        }
        At::Qualified | At::Signing => Next::Draft,
        At::Member => Next::Visit(Purpose::Service, t.partner.service),
        At::Suspended => Next::Nothing,
    };
    let cut = mine && !manages && matches!(candidate.stage, At::Contacted | At::Inspecting);
    let aside = match decides && next != Next::Decide {
        true => Some(Sheet::Decide),
        false => cut.then_some(Sheet::Cut),
    };
    (next, aside, place)
}

fn wants(book: &Book, purpose: Purpose, me: domain::id::UserId) -> bool {
    book.place.is_some() && !book.done(purpose).iter().any(|(_, visit)| visit.rep == me)
}

fn inspecting(desk: Desk, book: &Book, me: domain::id::UserId) -> Next {
    let t = desk.t;
    let missing = |what: &Missing| book.weighed.as_ref().is_some_and(|weighed| weighed.missing.contains(what));
    if missing(&Missing::Inspection) {
        Next::Visit(Purpose::Inspection, t.partner.inspect)
    } else if wants(book, Purpose::Interview, me) {
        Next::Visit(Purpose::Interview, t.partner.interview)
    } else {
        of_verdict(desk, book)
    }
}

/// What comes next once the owner has been there for both.
fn of_verdict(desk: Desk, book: &Book) -> Next {
    let t = desk.t;
    let waits = |what: &Missing| matches!(what, Missing::Interviewers(_));
    match &book.weighed {
        Some(weighed) if weighed.verdict == Weighed::Pass => Next::Propose,
        // One person's opinion is none yet (F45), and another look at the warehouse does not change that.
        Some(weighed) if weighed.verdict == Weighed::Unfinished && weighed.missing.iter().any(waits) => {
            Next::Wait(t.partner.waits_interview.to_owned())
        }
        _ => Next::Visit(Purpose::Inspection, t.partner.inspect_again),
    }
}

/// Whoever is qualified is inspected again before the manager is asked for another year (F48).
fn requalifying(desk: Desk, book: &Book) -> Next {
    let offset = desk.me.with_value(|me| me.offset);
    let last = book.done(Purpose::Inspection).first().map(|(_, visit)| visit.check_in.at.date(offset));
    match last {
        Some(day) if is_recent(day, book.today) => of_verdict(desk, book),
        _ => Next::Visit(Purpose::Inspection, desk.t.partner.inspect_again),
    }
}

/// The way into a visit of a purpose; the first inspection moves the candidate along.
fn visit(desk: Desk, purpose: Purpose, words: &'static str, place: OutletId) -> AnyView {
    let navigate = use_navigate();
    let to = routes::partner_visit(place, purpose);
    button(words, move || {
        let navigate = navigate.clone();
        let to = to.clone();
        let known = untrack(|| desk.with(|book| (book.candidate.stage, book.candidate.next.clone())));
        match known {
            Some((CandidateStage::Contacted, next)) if purpose == Purpose::Inspection => {
                go(desk, CandidateStage::Inspecting, next, "", move || navigate(&to, Default::default()));
            }
            _ => navigate(&to, Default::default()),
        }
    })
}

/// A new agreement has its number before it is written: a double tap is one draft.
fn draft(desk: Desk) -> AnyView {
    let t = desk.t;
    let id: AgreementId = Phone.new_id();
    let with = untrack(|| desk.with(|book| book.candidate.id));
    match with {
        Some(with) => ui::main_link(routes::draft_agreement(id, with), t.partner.draft),
        None => ().into_any(),
    }
}

fn take_over(desk: Desk) {
    let Some(candidate) = untrack(|| desk.with(|book| book.candidate.id)) else { return };
    spawn(async move {
        match Phone.record(ClaimCandidate { candidate }.into()).await {
            Ok(()) => Toast::saved(desk.t.partner.taken_over).show(desk.state),
            Err(why) => Toast::not_recorded(desk.t, &why).show(desk.state),
        }
    });
}

/// Asks the manager.
pub(super) fn propose(desk: Desk, kind: ProposalKind, words: String) {
    let Some(candidate) = untrack(|| desk.with(|book| book.candidate.id)) else { return };
    spawn(async move {
        match Phone.record(ProposeCandidate { candidate, kind, words }.into()).await {
            Ok(()) => {
                desk.open.set(false);
                Toast::saved(desk.t.partner.proposed).show(desk.state);
            }
            Err(why) => Toast::not_recorded(desk.t, &why).show(desk.state),
        }
    });
}
