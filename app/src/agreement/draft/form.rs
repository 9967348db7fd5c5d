//! What is being written. It is kept as a draft on the phone after every pause and when the page is left, so that nobody
//! types a thing twice; the page never reads its own echo.

use super::source::{Asked, Source};
use crate::state::{NotRecorded, Phone, State, live, spawn, use_state};
use crate::text::Texts;
use crate::ui::Busy;
use domain::commands::DraftAgreement;
use domain::id::{AgreementId, DealerId};
use domain::records::{Agreement, AgreementState, SignOff, Terms};
use domain::rules::ground::{Overlap, overlaps};
use domain::{Command, Index, Kind};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

/// A pause in writing.
const PAUSE: Duration = Duration::from_millis(600);

/// See the module; cheap to copy.
#[derive(Clone, Copy)]
pub struct Form {
    pub t: Texts,
    pub state: State,
    pub id: AgreementId,
    pub source: StoredValue<Source>,
    pub terms: RwSignal<Terms>,
    pub dealer: RwSignal<Option<DealerId>>,
    /// Where it meets the ground of others, as it stands.
    pub met: Memo<Vec<Overlap>>,
    /// As it is on the phone, if it is.
    pub saved: Memo<Option<Agreement>>,
    /// Why it was not kept.
    pub wrong: RwSignal<String>,
    pub busy: Busy,
    /// What was kept last.
    kept: RwSignal<Option<DraftAgreement>>,
    /// What is on its way to the phone's memory: nobody is told yet that it is kept, and it is not sent there twice.
    on_the_way: StoredValue<Option<DraftAgreement>>,
    pause: StoredValue<Option<TimeoutHandle>>,
}

impl Form {
    /// As it was left, and kept from now on.
    pub fn new(t: Texts, asked: Asked, source: Source) -> Self {
        let region = source.candidate.region;
        let all =
            live(
                &[Kind::Agreement],
                move |phone| async move { phone.find::<Agreement>(Index::AgreementsIn(region)).await },
            );
        let id = asked.agreement;
        let kept = source.agreement.as_ref().map(|agreement| DraftAgreement {
            agreement: agreement.id,
            candidate: agreement.candidate,
            dealer: agreement.dealer,
            terms: agreement.terms.clone(),
            renews: agreement.renews,
        });
        let terms = RwSignal::new(source.terms());
        let dealer = RwSignal::new(source.dealer());
        let source = StoredValue::new(source);
        let met = Memo::new(move |_| {
            all.with(|all| all.as_ref().map(|all| overlaps(&as_it_stands(id, source, &terms.get()), all)))
                .unwrap_or_default()
        });
        let saved = Memo::new(move |_| {
            all.with(|all| all.as_ref().and_then(|all| all.iter().find(|agreement| agreement.id == id).cloned()))
        });
        let form = Self {
            t,
            state: use_state(),
            id,
            source,
            terms,
            dealer,
            met,
            saved,
            wrong: RwSignal::new(String::new()),
            busy: Busy::new(),
            kept: RwSignal::new(kept),
            on_the_way: StoredValue::new(None),
            pause: StoredValue::new(None),
        };
        Effect::new(move |before: Option<()>| {
            terms.track();
            dealer.track();
            if before.is_some() {
                form.after_a_pause();
            }
        });
        on_cleanup(move || form.keep());
        form
    }

    /// The partner's name.
    pub fn partner(self) -> String {
        self.source.with_value(|source| source.candidate.facts.name.clone())
    }

    /// Who agreed to the boundary, if it still is the one that they saw.
    pub fn signed_off(self) -> Option<SignOff> {
        self.saved.with(|saved| {
            let saved = saved.as_ref()?;
            let same = self.terms.with(|terms| terms.ground == saved.terms.ground);
            saved.ground_signed.clone().filter(|_| same)
        })
    }

    /// Whether somebody has frozen it, here or on another device.
    pub fn is_frozen(self) -> bool {
        self.saved.with(|saved| saved.as_ref().is_some_and(|saved| saved.state != AgreementState::Draft))
    }

    /// Whether the draft is on the phone as it stands.
    pub fn is_kept(self) -> bool {
        self.kept.with(|kept| {
            let same = |kept: &DraftAgreement| {
                self.terms.with(|now| *now == kept.terms) && self.dealer.get() == Some(kept.dealer)
            };
            kept.as_ref().is_some_and(same)
        })
    }

    /// Keeps nothing any more: the draft is thrown away.
    pub fn stop(self) {
        if let Some(pause) = self.pause.try_get_value().flatten() {
            pause.clear();
        }
        self.on_the_way.set_value(self.written());
    }

    fn after_a_pause(self) {
        if let Some(pause) = self.pause.get_value() {
            pause.clear();
        }
        self.pause.set_value(set_timeout_with_handle(move || self.keep(), PAUSE).ok());
    }

    /// Keeps what is not kept yet, whether or not the page stays.
    pub fn keep(self) {
        let under_way = |written: &DraftAgreement| self.is_last(written) || self.is_on_the_way(written);
        if let Some(written) = self.written().filter(|written| !under_way(written)) {
            spawn(async move {
                self.put(written).await;
            });
        }
    }

    /// The same at once, for what comes next; also when nothing was written. Whether it is on the phone.
    pub async fn keep_now(self) -> bool {
        match self.written() {
            Some(written) if !self.is_last(&written) => self.put(written).await,
            Some(_) => true,
            None => false,
        }
    }

    /// What there is to keep; none without a dealer, or once the page is gone.
    fn written(self) -> Option<DraftAgreement> {
        let (terms, dealer) = self.terms.try_get_untracked().zip(self.dealer.try_get_untracked().flatten())?;
        let (candidate, renews) = self.source.try_with_value(|source| (source.candidate.id, source.renews))?;
        Some(DraftAgreement { agreement: self.id, candidate, dealer, terms, renews })
    }

    fn is_last(self, written: &DraftAgreement) -> bool {
        self.kept.try_with_untracked(|kept| kept.as_ref() == Some(written)).unwrap_or(false)
    }

    fn is_on_the_way(self, written: &DraftAgreement) -> bool {
        self.on_the_way.try_with_value(|sent| sent.as_ref() == Some(written)).unwrap_or(false)
    }

    async fn put(self, written: DraftAgreement) -> bool {
        self.on_the_way.try_set_value(Some(written.clone()));
        let recorded = Phone.record(Command::from(written.clone())).await;
        if self.is_on_the_way(&written) {
            self.on_the_way.try_set_value(None);
        }
        match recorded {
            Ok(()) => {
                self.kept.try_set(Some(written));
                self.wrong.try_set(String::new());
                true
            }
            Err(why) => {
                self.wrong.try_set(self.words(&why));
                false
            }
        }
    }

    /// Why something was not recorded.
    pub fn words(self, why: &NotRecorded) -> String {
        match why {
            NotRecorded::Refused(refusal) => refusal.text(self.t.language),
            NotRecorded::NotSaved(_) => self.t.visit.not_saved.to_owned(),
        }
    }
}

/// What is written, as if it were kept: to be held against the others.
fn as_it_stands(id: AgreementId, source: StoredValue<Source>, terms: &Terms) -> Agreement {
    source.with_value(|source| {
        let candidate = &source.candidate;
        Agreement {
            id,
            region: candidate.region,
            territory: candidate.territory,
            dealer: DealerId(uuid::Uuid::nil()),
            dealer_name: String::new(),
            candidate: candidate.id,
            candidate_name: candidate.facts.name.clone(),
            terms: terms.clone(),
            state: AgreementState::Draft,
            ground_signed: None,
            hash: None,
            signatures: Vec::new(),
            pages: Vec::new(),
            copies: Vec::new(),
            approved: None,
            sent_back: String::new(),
            ended: None,
            renews: source.renews,
            author: candidate.owner,
            author_name: String::new(),
            touched_at: domain::time::Moment::default(),
        }
    })
}
