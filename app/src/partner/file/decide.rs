//! What a manager decides about a candidate (F47, F48): who is cut is cut by an item, and whoever would not pass by the
//! rule is qualified with a reason only, which is said before the tap.

use super::{Book, Desk};
use crate::state::{Phone, spawn};
use crate::ui::{self, Busy, Field, Toast, choice_buttons};
use domain::commands::RuleCandidate;
use domain::id::CandidateId;
use domain::records::{CandidateRuling, ProposalKind, Weighed};
use domain::rules::candidate::{rulings, says_why};
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::prelude::*;

/// What is known when the sheet opens.
struct Matter {
    id: CandidateId,
    rulings: Vec<CandidateRuling>,
    /// What they come to; none where the visits are not on this device.
    weighed: Option<Weighed>,
    /// By which item it was asked to cut them.
    item: String,
    until: Date,
}

impl Matter {
    fn of(book: &Book) -> Self {
        let months = book.rule.as_ref().map_or(12, |rule| rule.months);
        let asked = book.candidate.proposal.as_ref().map(|proposal| &proposal.kind);
        Self {
            id: book.candidate.id,
            rulings: rulings(&book.candidate),
            weighed: book.weighed.as_ref().filter(|_| book.place.is_some()).map(|weighed| weighed.verdict),
            item: match asked {
                Some(ProposalKind::Eliminate { item }) => item.clone(),
                _ => String::new(),
            },
            until: book.today.saturating_add(i32::from(months).months()),
        }
    }
}

/// What is entered; cheap to copy.
#[derive(Clone, Copy)]
struct Entry {
    ruling: Signal<Option<CandidateRuling>>,
    weighed: Option<Weighed>,
    item: RwSignal<String>,
    words: RwSignal<String>,
    until: RwSignal<String>,
}

impl Entry {
    fn says_why(self) -> bool {
        self.ruling.get().is_some_and(|ruling| says_why(ruling, self.weighed))
    }

    /// What has to be said and is not.
    fn lacks(self) -> bool {
        match self.ruling.get() {
            Some(CandidateRuling::Eliminate) => self.item.with(|item| item.trim().is_empty()),
            Some(CandidateRuling::Qualify) if self.until.with(|until| until.parse::<Date>().is_err()) => true,
            _ => self.says_why() && self.words.with(|words| words.trim().is_empty()),
        }
    }

    fn command(self, candidate: CandidateId, ruling: CandidateRuling) -> RuleCandidate {
        let until = (ruling == CandidateRuling::Qualify).then(|| self.until.get_untracked().parse().ok()).flatten();
        let item = if ruling == CandidateRuling::Eliminate { self.item.get_untracked() } else { String::new() };
        RuleCandidate { candidate, ruling, item, words: self.words.get_untracked(), until, weighed: self.weighed }
    }
}

/// The sheet.
pub fn sheet(desk: Desk) -> AnyView {
    let t = desk.t;
    let Some(matter) = untrack(|| desk.with(Matter::of)) else { return ().into_any() };
    let names = matter.rulings.iter().map(|ruling| act(t, *ruling).to_owned()).collect();
    let chosen = RwSignal::new(0_usize);
    let id = matter.id;
    let entry = Entry {
        ruling: Signal::derive(move || matter.rulings.get(chosen.get()).copied()),
        weighed: matter.weighed,
        item: RwSignal::new(matter.item),
        words: RwSignal::new(String::new()),
        until: RwSignal::new(matter.until.to_string()),
    };
    let busy = Busy::new();
    let save = move |_| {
        let Some(ruling) = entry.ruling.get_untracked() else { return };
        if !busy.take() {
            return;
        }
        spawn(async move {
            match Phone.record(entry.command(id, ruling).into()).await {
                Ok(()) => {
                    desk.open.set(false);
                    Toast::saved(t.partner.decided).show(desk.state);
                }
                Err(why) => Toast::not_recorded(t, &why).show(desk.state),
            }
            busy.done();
        });
    };
    let asked = view! {
        {choice_buttons(t.partner.decide.to_owned(), names, move || Some(chosen.get()), move |at| chosen.set(at))}
        {move || more(desk, entry)}
        {ui::field(text("decide-words", t.partner.because), move || entry.words.get(), move |text| entry.words.set(text), || "")}
    };
    let act = view! {
        <button type="button" class="btn main" disabled=move || busy.get() || entry.lacks() on:click=save>
            {move || entry.ruling.get().map(|ruling| act(t, ruling))}
        </button>
    };
    ui::sheet_form(asked.into_any(), act.into_any())
}

fn text(id: &'static str, label: &'static str) -> Field {
    Field { id, kind: "text", mode: "text", complete: "off", label }
}

/// What one ruling asks for beside the words.
fn more(desk: Desk, entry: Entry) -> Option<AnyView> {
    let t = desk.t;
    match entry.ruling.get()? {
        CandidateRuling::Qualify => {
            let day = Field { id: "decide-until", kind: "date", mode: "none", complete: "off", label: t.partner.until };
            let weighed = entry.weighed.filter(|_| entry.says_why()).map(|weighed| {
                let verdict = (t.partner.weighed.verdict)(weighed);
                view! { <p class="owed" role="status">{(t.partner.weighed.despite)(verdict)}</p> }
            });
            let until = ui::field(day, move || entry.until.get(), move |text| entry.until.set(text), || "");
            Some(
                view! {
                    {weighed}
                    {until}
                }
                .into_any(),
            )
        }
        CandidateRuling::Eliminate => {
            let label = text("decide-item", t.partner.cut_item);
            Some(ui::field(label, move || entry.item.get(), move |text| entry.item.set(text), || ""))
        }
        _ => None,
    }
}

fn act(t: crate::text::Texts, ruling: CandidateRuling) -> &'static str {
    match ruling {
        CandidateRuling::Qualify => t.partner.approve,
        CandidateRuling::SendBack => t.partner.send_back,
        CandidateRuling::Eliminate => t.partner.eliminate,
        CandidateRuling::Suspend => t.partner.suspend,
        CandidateRuling::Resume => t.partner.resume,
        CandidateRuling::Exit => t.partner.exit,
    }
}
