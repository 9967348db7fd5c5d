//! The work on one visit's photos: which is at hand, why it would go back, and the acts. Judged at once, on this
//! device, with or without a network; undo is an act of its own.

use super::asking::Asking;
use super::dossier::Dossier;
use super::keys::{Step, Wish};
use crate::state::{Me, NotRecorded, Phone, State, spawn, use_state};
use crate::text::Texts;
use crate::ui::{Busy, Toast};
use domain::commands::{JudgePhoto, TakeBackVerdict};
use domain::id::{PhotoId, TaskId, VerdictId};
use domain::records::{Photo, Ruling, Verdict};
use domain::rules::review::next_unjudged;
use domain::time::Offset;
use leptos::prelude::*;
use std::sync::Arc;

/// How long a rep has for a redo, in days.
pub(super) const REDO_DAYS: i32 = 7;

/// See the module; cheap to copy.
#[derive(Clone, Copy)]
pub struct Bench {
    /// The texts.
    pub t: Texts,
    /// The visit with all that belongs to it.
    pub dossier: Signal<Option<Dossier>>,
    /// Why the photo at hand goes back.
    pub asking: Asking,
    picked: RwSignal<Option<PhotoId>>,
    last: RwSignal<Option<(PhotoId, VerdictId)>>,
    busy: Busy,
    state: State,
    offset: Offset,
}

impl Bench {
    /// A bench for a visit.
    #[must_use]
    pub fn new(t: Texts, me: &Me, dossier: Signal<Option<Dossier>>) -> Self {
        let picked = RwSignal::new(None);
        let standard = Memo::new(move |_| {
            dossier.with(|dossier| {
                let dossier = dossier.as_ref()?;
                dossier.standard_of(&at_hand(dossier, picked.get())?).cloned().map(Arc::new)
            })
        });
        Self {
            t,
            dossier,
            asking: Asking::new(standard.into()),
            picked,
            last: RwSignal::new(None),
            busy: Busy::new(),
            state: use_state(),
            offset: me.offset,
        }
    }

    /// Lays another photo on the bench.
    pub fn pick(self, photo: PhotoId) {
        self.picked.set(Some(photo));
        self.asking.close();
    }

    /// The photo at hand: the picked one, else the first without a verdict, else the first.
    #[must_use]
    pub fn photo(self, dossier: &Dossier) -> Option<Photo> {
        at_hand(dossier, self.picked.get())
    }

    /// Whether a verdict can be given now.
    #[must_use]
    pub fn can_judge(self) -> bool {
        !self.busy.get()
            && self.dossier.with(|dossier| dossier.as_ref().is_some_and(|dossier| !dossier.visit.is_open()))
    }

    /// Whether there is a verdict to take back.
    #[must_use]
    pub fn can_undo(self) -> bool {
        self.last.get().is_some() && !self.busy.get()
    }

    /// Who judged, and when.
    #[must_use]
    pub fn judged_words(self, verdict: &Verdict) -> String {
        let when = self.t.time.when(verdict.at, self.state.clock.get(), self.offset);
        (self.t.manage.judged_by)(&verdict.judge_name, &when)
    }

    /// Does what a key or a button asks for; false where it has no use for it.
    pub fn act(self, wish: Wish) -> bool {
        match wish {
            Wish::Pass => self.judge(Ruling::Pass),
            Wish::Redo if self.asking.reasons.with_untracked(Vec::is_empty) => self.asking.ask(),
            Wish::Redo => self.judge(Ruling::Redo),
            Wish::Reason(reason) => self.asking.reason(reason),
            Wish::Point(number) => self.asking.point(number),
            Wish::Undo => self.undo(),
            Wish::Go(Step::Right, _) => self.step(1),
            Wish::Go(Step::Left, _) => self.step(-1),
            Wish::Close => self.asking.close(),
            // One photo is at hand here, and it is large already; up and down scroll the page.
            Wish::Go(..) | Wish::Large | Wish::Pick | Wish::PickAll | Wish::Keys => return false,
        }
        true
    }

    fn step(self, by: isize) {
        let Some(here) = self.photo_now() else { return };
        let to = self.dossier.with_untracked(|dossier| {
            let photos = &dossier.as_ref()?.photos;
            let at = photos.iter().position(|photo| photo.id == here.id)?;
            photos.get(at.checked_add_signed(by)?).map(|photo| photo.id)
        });
        if let Some(to) = to {
            self.pick(to);
        }
    }

    fn photo_now(self) -> Option<Photo> {
        untrack(|| self.dossier.with(|dossier| dossier.as_ref().and_then(|dossier| self.photo(dossier))))
    }

    fn judge(self, ruling: Ruling) {
        let Some(photo) = self.photo_now() else { return };
        if !untrack(|| self.can_judge()) || !self.busy.take() {
            return;
        }
        let verdict: VerdictId = Phone.new_id();
        let due = Phone.now().date(self.offset).saturating_add(jiff::Span::new().days(REDO_DAYS));
        let redo = ruling == Ruling::Redo;
        let command = JudgePhoto {
            verdict,
            photo: photo.id,
            ruling,
            reasons: if redo { self.asking.reasons.get_untracked() } else { Vec::new() },
            points: if redo { self.asking.points() } else { Vec::new() },
            note: if redo { self.asking.note.get_untracked() } else { String::new() },
            seen: photo.verdict,
            task: Phone.new_id::<TaskId>(),
            due,
        };
        spawn(async move {
            let answer = Phone.record(command.into()).await;
            self.busy.done();
            match answer {
                Ok(()) => self.judged(&photo, verdict, ruling),
                Err(problem) => self.failed(problem),
            }
        });
    }

    fn judged(self, photo: &Photo, verdict: VerdictId, ruling: Ruling) {
        self.last.set(Some((photo.id, verdict)));
        let words = match ruling {
            Ruling::Pass => self.t.manage.passed.to_owned(),
            Ruling::Redo => (self.t.manage.returned)(&photo.rep_name),
        };
        Toast::saved(words).with_undo(move || self.undo()).show(self.state);
        let next = self.dossier.with_untracked(|dossier| next_unjudged(&dossier.as_ref()?.photos, Some(photo.id)));
        self.pick(next.unwrap_or(photo.id));
    }

    fn undo(self) {
        let Some((photo, verdict)) = self.last.get_untracked() else { return };
        if !self.busy.take() {
            return;
        }
        spawn(async move {
            let answer = Phone.record(TakeBackVerdict { photo, verdict }.into()).await;
            self.busy.done();
            match answer {
                Ok(()) => {
                    self.last.set(None);
                    self.pick(photo);
                    Toast::saved(self.t.manage.taken_back).show(self.state);
                }
                Err(problem) => self.failed(problem),
            }
        });
    }

    fn failed(self, problem: NotRecorded) {
        let words = match problem {
            NotRecorded::Refused(refusal) => refusal.text(self.t.language),
            NotRecorded::NotSaved(_) => self.t.visit.not_saved.to_owned(),
        };
        Toast::failed(words).show(self.state);
    }
}

/// The photo at hand: the picked one, else the first without a verdict, else the first.
fn at_hand(dossier: &Dossier, picked: Option<PhotoId>) -> Option<Photo> {
    let wanted = picked.or_else(|| next_unjudged(&dossier.photos, None));
    dossier.photos.iter().find(|photo| Some(photo.id) == wanted).or(dossier.photos.first()).cloned()
}
