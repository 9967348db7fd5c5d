//! Signing for one party (F51): what is signed in a few lines, a name, and strokes on the glass, or the sealed pages
//! that were photographed. What was shown is what is signed: its hash goes along.

use super::book::Desk;
use super::seal::SHORT;
use super::terms::ground_words;
use crate::field::signature_pad;
use crate::state::Phone;
use crate::text::long_day;
use crate::ui::{self, choice_buttons, sheet};
use domain::commands::SignAgreement;
use domain::limits::SHORT_TEXT_CHARS;
use domain::records::{Agreement, Party};
use leptos::prelude::*;

/// A signature as it is being made; cheap to copy.
#[derive(Clone, Copy)]
pub struct Signing {
    desk: Desk,
    open: RwSignal<bool>,
    party: RwSignal<Party>,
    /// Of what was shown: terms that change meanwhile are not what was read.
    hash: RwSignal<Option<String>>,
    name: RwSignal<String>,
    path: RwSignal<String>,
    paper: RwSignal<bool>,
    /// Why it was not recorded.
    pub wrong: RwSignal<String>,
}

impl Signing {
    /// Nobody signs yet.
    pub fn new(desk: Desk) -> Self {
        Self {
            desk,
            open: RwSignal::new(false),
            party: RwSignal::new(Party::Manufacturer),
            hash: RwSignal::new(None),
            name: RwSignal::new(String::new()),
            path: RwSignal::new(String::new()),
            paper: RwSignal::new(false),
            wrong: RwSignal::new(String::new()),
        }
    }

    /// Opens the pad for a party. For the manufacturer it is mostly whoever holds the phone.
    pub fn begin(self, party: Party) {
        let ours = self.desk.me.with_value(|me| me.name.clone());
        self.party.set(party);
        self.hash.set(untrack(|| self.desk.of(|book| book.agreement.hash.clone())).flatten());
        self.name.set(if party == Party::Manufacturer { ours } else { String::new() });
        self.path.set(String::new());
        self.paper.set(false);
        self.wrong.set(String::new());
        self.open.set(true);
    }

    fn save(self) {
        let (desk, party) = (self.desk, self.party.get_untracked());
        let Some(hash) = self.hash.get_untracked() else { return };
        let paper = self.paper.get_untracked();
        let command = SignAgreement {
            agreement: desk.id,
            hash,
            party,
            name: self.name.get_untracked(),
            signature: if paper { String::new() } else { self.path.get_untracked() },
        };
        let said = (desk.t.agreement.page.sign_kept)((desk.t.agreement.party)(party));
        desk.act(command, said, self.wrong, move || {
            Phone.buzz();
            self.open.set(false);
        });
    }
}

/// See the module.
pub fn sign_sheet(signing: Signing) -> AnyView {
    let t = signing.desk.t;
    let title = move || (t.agreement.page.sign_title)((t.agreement.party)(signing.party.get()));
    sheet(t, signing.open, title, move || content(signing))
}

fn content(signing: Signing) -> AnyView {
    let desk = signing.desk;
    let t = &desk.t.agreement.page;
    let field = ui::Field { id: "party-name", kind: "text", mode: "text", complete: "off", label: t.sign_name };
    let named = move |typed: String| signing.name.set(typed.chars().take(SHORT_TEXT_CHARS).collect());
    let how = vec![t.sign_glass.to_owned(), t.sign_paper.to_owned()];
    let chosen = move || Some(usize::from(signing.paper.get()));
    let pages = move || desk.of(|book| book.agreement.pages.len()).unwrap_or(0);
    let incomplete = move || {
        let nothing = if signing.paper.get() { pages() == 0 } else { signing.path.with(String::is_empty) };
        desk.busy.get() || nothing || signing.name.with(|name| name.trim().is_empty())
    };
    let place = move || {
        if signing.paper.get() {
            return view! { <p class="pad small">{(t.paper_shown)(pages())}</p> }.into_any();
        }
        let begun = signing.path.get_untracked();
        signature_pad(desk.t, t.sign_pad.to_owned(), begun, move |path| signing.path.set(path))
    };
    let wrong = move || signing.wrong.get();
    view! {
        <div class="sheet-body signing">
            {summary(desk)}
            <div class="pad">{ui::field(field, move || signing.name.get(), named, || "")}</div>
            <div class="pad tight">
                {choice_buttons(t.sign_how.to_owned(), how, chosen, move |at| signing.paper.set(at == 1))}
            </div> {place} <p class="sheet-wrong" role="alert">{wrong}</p>
        </div>
        <div class="dock edge">
            <div class="acts">{ui::main_button(t.sign_save, incomplete, move || signing.save())}</div>
        </div>
    }
    .into_any()
}

/// What the one who signs reads: it stands still while they do.
fn summary(desk: Desk) -> AnyView {
    let t = desk.t;
    let words = &t.agreement.page;
    let lines = |agreement: &Agreement| {
        let terms = &agreement.terms;
        let hash = agreement.hash.as_deref().and_then(|hash| hash.get(..SHORT)).unwrap_or_default();
        view! {
            <p class="pad meta tight">{(words.sign_more)(hash)}</p>
            <dl class="facts-list">
                <dt>{words.dealer}</dt>
                <dd>{agreement.dealer_name.clone()}</dd>
                <dt>{words.partner}</dt>
                <dd>{agreement.candidate_name.clone()}</dd>
                <dt>{words.ground}</dt>
                <dd>{ground_words(t, &terms.ground)}</dd>
                <dt>{words.term}</dt>
                <dd>{(t.agreement.days)(&long_day(t, terms.from), &long_day(t, terms.until))}</dd>
            </dl>
        }
        .into_any()
    };
    untrack(|| desk.of(|book| lines(&book.agreement))).into_any()
}
