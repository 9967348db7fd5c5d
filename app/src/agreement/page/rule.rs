//! What a manager decides: to send an agreement back with a word, or to end it before its time with a reason and what
//! the two others say to it (S17). Approving is the page's bright act and stands in its dock.

use super::book::{Book, Desk};
use crate::text::long_day;
use crate::ui::{self, section, sheet};
use domain::commands::{EndAgreement, RuleAgreement};
use domain::rules::agreement::standing;
use jiff::civil::Date;
use leptos::prelude::*;

/// What is being decided; cheap to copy.
#[derive(Clone, Copy)]
pub struct Ruling {
    desk: Desk,
    back: RwSignal<bool>,
    words: RwSignal<String>,
    end: RwSignal<bool>,
    on: RwSignal<String>,
    because: RwSignal<String>,
    dealer: RwSignal<String>,
    partner: RwSignal<String>,
    /// Why it was not recorded.
    pub wrong: RwSignal<String>,
}

impl Ruling {
    /// Nothing is decided yet.
    pub fn new(desk: Desk) -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            desk,
            back: RwSignal::new(false),
            words: text(),
            end: RwSignal::new(false),
            on: text(),
            because: text(),
            dealer: text(),
            partner: text(),
            wrong: text(),
        }
    }

    /// Opens the sheet that sends it back.
    pub fn send_back(self) {
        self.wrong.set(String::new());
        self.back.set(true);
    }

    /// Puts it in force.
    pub fn approve(self) {
        let desk = self.desk;
        let Some(partner) = untrack(|| desk.of(|book| book.agreement.candidate_name.clone())) else { return };
        let command = RuleAgreement { agreement: desk.id, approve: true, words: String::new() };
        desk.act(command, (desk.t.agreement.page.approved)(&partner), self.wrong, || ());
    }

    fn begin_end(self) {
        self.wrong.set(String::new());
        if self.on.with_untracked(String::is_empty) {
            let today = untrack(|| self.desk.of(|book| book.today)).unwrap_or_default();
            self.on.set(today.to_string());
        }
        self.end.set(true);
    }
}

/// The sheet that sends it back.
pub fn back_sheet(ruling: Ruling) -> AnyView {
    let desk = ruling.desk;
    let t = &desk.t.agreement.page;
    let send = move || {
        let words = ruling.words.get_untracked();
        let command = RuleAgreement { agreement: desk.id, approve: false, words };
        desk.act(command, t.is_sent_back.to_owned(), ruling.wrong, move || ruling.back.set(false));
    };
    let dead = move || desk.busy.get() || ruling.words.with(|words| words.trim().is_empty());
    sheet(
        desk.t,
        ruling.back,
        move || t.send_back_title.to_owned(),
        move || {
            view! {
                <div class="sheet-body pad">
                    {ui::area("back-words", t.send_back_words, ruling.words)}
                    <p class="sheet-wrong" role="alert">{move || ruling.wrong.get()}</p>
                </div>
                <div class="dock edge">
                    <div class="acts">{ui::main_button(t.send_back, dead, send)}</div>
                </div>
            }
            .into_any()
        },
    )
}

/// The quiet way to an early end, and its sheet.
pub fn end(ruling: Ruling) -> AnyView {
    let desk = ruling.desk;
    let t = &desk.t.agreement.page;
    let due = move || {
        let runs = desk.of(|book| standing(&book.agreement, book.today).runs() && book.agreement.ended.is_none());
        runs.unwrap_or(false) && desk.manages()
    };
    let row = move || {
        due().then(|| {
            view! {
                <div class="pad no-print">
                    <button type="button" class="btn danger" on:click=move |_| ruling.begin_end()>
                        {t.end}
                    </button>
                </div>
            }
        })
    };
    view! {
        {row}
        {sheet(desk.t, ruling.end, move || t.end_title.to_owned(), move || end_content(ruling))}
    }
    .into_any()
}

fn end_content(ruling: Ruling) -> AnyView {
    let desk = ruling.desk;
    let t = &desk.t.agreement.page;
    let day = move || ruling.on.with(|on| on.parse::<Date>().ok());
    let dead = move || {
        let empty = |text: RwSignal<String>| text.with(|text| text.trim().is_empty());
        desk.busy.get() || day().is_none() || empty(ruling.because) || empty(ruling.dealer) || empty(ruling.partner)
    };
    let save = move || {
        let Some(on) = untrack(day) else { return };
        let command = EndAgreement {
            agreement: desk.id,
            on,
            because: ruling.because.get_untracked(),
            dealer_note: ruling.dealer.get_untracked(),
            partner_note: ruling.partner.get_untracked(),
        };
        desk.act(command, t.end_kept.to_owned(), ruling.wrong, move || ruling.end.set(false));
    };
    let words = move || day().map_or_else(|| t.end.to_owned(), |day| (t.end_save)(&long_day(desk.t, day)));
    view! {
        <div class="sheet-body pad">
            <div class="field">
                <input
                    id="end-on"
                    type="date"
                    placeholder=" "
                    prop:value=move || ruling.on.get()
                    on:input=move |event| ruling.on.set(event_target_value(&event))
                />
                <label for="end-on">{t.end_on}</label>
            </div>
            {ui::area("end-because", t.end_because, ruling.because)} {ui::area("end-dealer", t.end_dealer, ruling.dealer)}
            {ui::area("end-partner", t.end_partner, ruling.partner)}
            <p class="sheet-wrong" role="alert">{move || ruling.wrong.get()}</p>
        </div>
        <div class="dock edge">
            <div class="acts">
                <button
                    type="button"
                    class="btn main"
                    aria-busy=move || desk.busy.get().then_some("true")
                    disabled=dead
                    on:click=move |_| save()
                >
                    {words}
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// How it ended, if it did before its time.
pub fn ending(desk: Desk) -> AnyView {
    let content = move || desk.of(|book| ended(desk, book)).flatten();
    view! { <div class="paper">{content}</div> }.into_any()
}

fn ended(desk: Desk, book: &Book) -> Option<AnyView> {
    let t = &desk.t.agreement.page;
    let ending = book.agreement.ended.as_ref().filter(|ending| !ending.because.is_empty())?;
    Some(
        view! {
            {section(t.ending, "")}
            <p class="pad tight small">{(t.ended_by)(&long_day(desk.t, ending.on), &ending.by_name)}</p>
            <dl class="facts-list">
                <dt>{t.end_because}</dt>
                <dd class="written">{ending.because.clone()}</dd>
                <dt>{t.dealer_says}</dt>
                <dd class="written">{ending.dealer_note.clone()}</dd>
                <dt>{t.partner_says}</dt>
                <dd class="written">{ending.partner_note.clone()}</dd>
            </dl>
        }
        .into_any(),
    )
}
