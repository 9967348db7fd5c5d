//! Verdicts on what is picked, one command for each photo, and taking them back together.

use super::super::filter::waits;
use super::super::shelf::Shot;
use super::{Batch, Wall};
use crate::manage::bench::REDO_DAYS;
use crate::state::{NotRecorded, Phone, spawn};
use crate::ui::Toast;
use domain::commands::{JudgePhoto, TakeBackVerdict};
use domain::id::{PhotoId, TaskId, VerdictId};
use domain::records::Ruling;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

impl Wall {
    pub(super) fn judge(self, ruling: Ruling) {
        let mut meant = untrack(|| self.meant());
        let all_judged = !meant.is_empty() && meant.iter().all(|shot| !wants(shot, ruling));
        meant.retain(|shot| wants(shot, ruling));
        if all_judged {
            // It stands as wished already: on to what does not.
            self.picks.update(BTreeSet::clear);
            self.onwards(&[]);
            return;
        }
        if meant.is_empty() || !self.busy.take() {
            return;
        }
        let (reasons, points, note) = match ruling {
            Ruling::Redo => {
                (self.asking.reasons.get_untracked(), self.asking.points(), self.asking.note.get_untracked())
            }
            Ruling::Pass => Default::default(),
        };
        // Before the first of them is durable: nothing leaves its place while the others follow.
        self.judged.update(|judged| judged.extend(meant.iter().map(|shot| shot.photo.id)));
        let due = Phone.now().date(self.offset).saturating_add(jiff::Span::new().days(REDO_DAYS));
        spawn(async move {
            let (mut batch, mut problem) = (Batch::new(), None);
            for shot in &meant {
                let verdict: VerdictId = Phone.new_id();
                let command = JudgePhoto {
                    verdict,
                    photo: shot.photo.id,
                    ruling,
                    reasons: reasons.clone(),
                    points: points.clone(),
                    note: note.clone(),
                    seen: shot.photo.verdict,
                    task: Phone.new_id::<TaskId>(),
                    due,
                };
                match Phone.record(command.into()).await {
                    Ok(()) => batch.push((shot.photo.id, verdict)),
                    Err(why) => problem = problem.or(Some(why)),
                }
            }
            self.settle(&meant, batch, ruling, problem);
        });
    }

    fn settle(self, meant: &[Arc<Shot>], batch: Batch, ruling: Ruling, problem: Option<NotRecorded>) {
        let t = self.t;
        let done = batch.len();
        self.busy.done();
        let words = match (ruling, meant) {
            (Ruling::Pass, [_]) => t.manage.passed.to_owned(),
            (Ruling::Redo, [shot]) => (t.manage.returned)(&shot.photo.rep_name),
            (Ruling::Pass, _) => (t.wall.passed)(done),
            (Ruling::Redo, _) => (t.wall.returned)(done),
        };
        let ids: Vec<PhotoId> = batch.iter().map(|(photo, _)| *photo).collect();
        let back = batch.clone();
        let undo = move || self.take_back(back.clone());
        match problem {
            None => Toast::saved(words).with_undo(undo).show(self.state),
            Some(why) if done == 0 => Toast::not_recorded(t, &why).show(self.state),
            Some(why) => {
                let why = match why {
                    NotRecorded::Refused(refusal) => refusal.text(t.language),
                    NotRecorded::NotSaved(_) => t.visit.not_saved.to_owned(),
                };
                Toast::failed((t.wall.partly)(done, meant.len() - done, &why)).with_undo(undo).show(self.state);
            }
        }
        // Somebody may have gone elsewhere meanwhile.
        if done > 0 && self.done.try_update(|all| all.push(batch)).is_some() {
            self.picks.update(BTreeSet::clear);
            self.onwards(&ids);
        }
    }

    /// On to the next one that waits, going round once; the one at hand stays if none does.
    fn onwards(self, judged: &[PhotoId]) {
        let here = self.place.get_untracked().unwrap_or(0);
        let next = self.shown.with_untracked(|shots| {
            let waiting = |shot: &Shot| {
                !judged.contains(&shot.photo.id) && (waits(shot) || shot.audit || shot.photo.open_appeal().is_some())
            };
            let after = shots.iter().enumerate().skip(here + 1);
            after.chain(shots.iter().enumerate().take(here)).find(|(_, shot)| waiting(shot)).map(|(place, _)| place)
        });
        self.take(next.unwrap_or(here));
    }

    pub(super) fn undo(self) {
        if let Some(batch) = self.done.with_untracked(|done| done.last().cloned()) {
            self.take_back(batch);
        }
    }

    /// Takes verdicts back. The notice that offers it may outlive the screen.
    fn take_back(self, batch: Batch) {
        if !self.busy.take() {
            return;
        }
        spawn(async move {
            let mut problem = None;
            for (photo, verdict) in &batch {
                if let Err(why) = Phone.record(TakeBackVerdict { photo: *photo, verdict: *verdict }.into()).await {
                    problem = Some(why);
                }
            }
            match problem {
                None if batch.len() == 1 => Toast::saved(self.t.manage.taken_back).show(self.state),
                None => Toast::saved((self.t.wall.taken_back)(batch.len())).show(self.state),
                Some(why) => Toast::not_recorded(self.t, &why).show(self.state),
            }
            // What could not be taken back now will not be later: somebody has judged it or done it since.
            let open = self.done.try_update(|done| done.retain(|known| *known != batch)).is_some();
            if open {
                self.busy.done();
                self.at_hand.set(batch.first().map(|(photo, _)| *photo));
                self.asking.close();
            }
        });
    }
}

/// Whether a verdict would say something new about a photo.
fn wants(shot: &Shot, ruling: Ruling) -> bool {
    shot.ended && (shot.photo.ruling != Some(ruling) || shot.audit)
}
