//! What a manager decides about a candidate (F47, F48).

use super::Desk;
use crate::state::{Phone, spawn};
use crate::ui::{self, Busy, Field, Toast, choice_buttons};
use domain::commands::RuleCandidate;
use domain::records::CandidateRuling;
use domain::rules::candidate::rulings;
use jiff::ToSpan;
use leptos::prelude::*;

/// The sheet.
pub fn sheet(desk: Desk) -> AnyView {
    let t = desk.t;
    let Some((id, all, today, months)) = untrack(|| {
        desk.with(|book| {
            let months = book.rule.as_ref().map_or(12, |rule| rule.months);
            (book.candidate.id, rulings(&book.candidate), book.today, months)
        })
    }) else {
        return ().into_any();
    };
    let names = all.iter().map(|ruling| act(t, *ruling).to_owned()).collect();
    let chosen = RwSignal::new(0_usize);
    let all = StoredValue::new(all);
    let ruling = move || all.with_value(|all| all.get(chosen.get()).copied());
    let words = RwSignal::new(String::new());
    let until = RwSignal::new(today.saturating_add(i32::from(months).months()).to_string());
    let busy = Busy::new();
    let silent = move || matches!(ruling(), Some(CandidateRuling::Qualify | CandidateRuling::Resume));
    let save = move |_| {
        let Some(ruling) = untrack(ruling) else { return };
        if !busy.take() {
            return;
        }
        let until = (ruling == CandidateRuling::Qualify).then(|| until.get_untracked().parse().ok()).flatten();
        let command = RuleCandidate { candidate: id, ruling, item: String::new(), words: words.get_untracked(), until };
        spawn(async move {
            match Phone.record(command.into()).await {
                Ok(()) => {
                    desk.open.set(false);
                    Toast::saved(t.partner.decided).show(desk.state);
                }
                Err(why) => Toast::not_recorded(t, &why).show(desk.state),
            }
            busy.done();
        });
    };
    let why = Field { id: "decide-words", kind: "text", mode: "text", complete: "off", label: t.partner.because };
    let day = Field { id: "decide-until", kind: "date", mode: "none", complete: "off", label: t.partner.until };
    view! {
        <div class="sheet-in">
            <div class="sheet-body pad">
                {choice_buttons(t.partner.decide.to_owned(), names, move || Some(chosen.get()), move |at| chosen.set(at))}
                {move || {
                    (ruling() == Some(CandidateRuling::Qualify))
                        .then(|| ui::field(day, move || until.get(), move |text| until.set(text), || ""))
                }}
                {ui::field(why, move || words.get(), move |text| words.set(text), || "")}
            </div>
            <div class="dock edge">
                <div class="acts">
                    <button
                        type="button"
                        class="btn main"
                        disabled=move || busy.get() || (!silent() && words.with(|words| words.trim().is_empty()))
                        on:click=save
                    >
                        {move || ruling().map(|ruling| act(t, ruling))}
                    </button>
                </div>
            </div>
        </div>
    }
    .into_any()
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
