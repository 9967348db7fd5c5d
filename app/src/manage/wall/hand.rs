//! The work at the wall: which photo is at hand, which are picked, and what happens to them. A verdict is durable on
//! this device before the next photo comes, with or without a network; taking it back is an act of its own.

use super::filter::{Filter, waits};
use super::shelf::{Shelf, Shot, frame, shelf};
use crate::manage::bench::{REDO_DAYS, turn};
use crate::manage::keys::{Step, Wish};
use crate::state::{Me, NotRecorded, Phone, State, live, spawn, use_state};
use crate::text::Texts;
use crate::ui::{Busy, Toast};
use domain::Kind;
use domain::commands::{JudgePhoto, TakeBackVerdict};
use domain::id::{PhotoId, TaskId, VerdictId};
use domain::records::{RedoReason, Ruling};
use domain::time::Offset;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How many days hang on the wall at first, and how many more at each wish.
const DAYS: i32 = 14;

/// Verdicts that were given in one go.
type Batch = Vec<(PhotoId, VerdictId)>;

/// See the module; cheap to copy.
#[derive(Clone, Copy)]
pub struct Wall {
    /// The texts.
    pub t: Texts,
    /// Where days begin and end.
    pub offset: Offset,
    /// How many days hang here.
    pub days: RwSignal<i32>,
    /// What is looked at.
    pub filter: RwSignal<Filter>,
    /// All that hangs here; none until it was read.
    pub shelf: Memo<Option<Shelf>>,
    /// What is looked at of it. What was judged since it was chosen stays, so that nothing moves under the hand.
    pub shown: Memo<Vec<Arc<Shot>>>,
    /// The place of the photo at hand.
    pub place: Memo<Option<usize>>,
    /// What is picked.
    pub picks: RwSignal<BTreeSet<PhotoId>>,
    /// It is asked why something goes back.
    pub asking: RwSignal<bool>,
    /// Reasons for that.
    pub reasons: RwSignal<Vec<RedoReason>>,
    /// A word to the rep.
    pub note: RwSignal<String>,
    /// The photo at hand is shown large.
    pub large: RwSignal<bool>,
    /// The keys are shown.
    pub keys: RwSignal<bool>,
    /// So many photos stand side by side.
    pub across: RwSignal<usize>,
    at_hand: RwSignal<Option<PhotoId>>,
    /// From where a row of picks reaches.
    anchor: RwSignal<Option<usize>>,
    judged: RwSignal<BTreeSet<PhotoId>>,
    done: RwSignal<Vec<Batch>>,
    busy: Busy,
    state: State,
}

impl Wall {
    /// The wall of somebody who judges.
    pub fn begin(t: Texts, me: &Me) -> Self {
        let (state, offset, judge) = (use_state(), me.offset, me.id);
        let days = RwSignal::new(DAYS);
        let today = Memo::new(move |_| state.clock.get().date(offset));
        let frame = live(&[Kind::Visit, Kind::Outlet, Kind::Checklist, Kind::DisplayStandard], move |phone| {
            let (today, days) = (today.get(), days.get());
            async move { frame(phone, today, days).await }
        });
        let found = live(&[Kind::Photo], move |phone| {
            let frame = frame.get();
            async move {
                match frame {
                    Some(frame) => Some(shelf(phone, frame, judge).await),
                    None => None,
                }
            }
        });
        let kept = Memo::new(move |_| found.get().flatten());
        let filter = RwSignal::new(Filter::default());
        let judged = RwSignal::new(BTreeSet::new());
        let shown = Memo::new(move |_| {
            let (filter, judged) = (filter.get(), judged.get());
            kept.with(|shelf| {
                let shots = shelf.iter().flat_map(|shelf| &shelf.shots);
                let still = |shot: &Shot| judged.contains(&shot.photo.id) || filter.keeps(t, shot);
                shots.filter(|shot| still(shot)).cloned().collect::<Vec<_>>()
            })
        });
        let at_hand = RwSignal::new(None);
        let place = Memo::new(move |_| {
            let wanted = at_hand.get();
            shown.with(|shots| {
                let here = shots.iter().position(|shot| Some(shot.photo.id) == wanted);
                here.or_else(|| shots.iter().position(|shot| waits(shot))).or((!shots.is_empty()).then_some(0))
            })
        });
        let wall = Self {
            t,
            offset,
            days,
            filter,
            shelf: kept,
            shown,
            place,
            picks: RwSignal::new(BTreeSet::new()),
            asking: RwSignal::new(false),
            reasons: RwSignal::new(Vec::new()),
            note: RwSignal::new(String::new()),
            large: RwSignal::new(false),
            keys: RwSignal::new(false),
            across: RwSignal::new(2),
            at_hand,
            anchor: RwSignal::new(None),
            judged,
            done: RwSignal::new(Vec::new()),
            busy: Busy::new(),
            state,
        };
        // Another choice begins with nothing picked, and without what was judged before it.
        Effect::new(move |before: Option<()>| {
            filter.track();
            if before.is_some() {
                judged.update(BTreeSet::clear);
                wall.picks.update(BTreeSet::clear);
                wall.anchor.set(None);
            }
        });
        wall
    }

    /// The photo at hand.
    #[must_use]
    pub fn shot(self) -> Option<Arc<Shot>> {
        let place = self.place.get()?;
        self.shown.with(|shots| shots.get(place).cloned())
    }

    /// Further back in time.
    pub fn earlier(self) {
        self.days.update(|days| *days += DAYS);
    }

    /// What a verdict would be about: what is picked, else what is at hand.
    #[must_use]
    pub fn meant(self) -> Vec<Arc<Shot>> {
        let picked: Vec<Arc<Shot>> = self.picks.with(|picks| {
            self.shown.with(|shots| shots.iter().filter(|shot| picks.contains(&shot.photo.id)).cloned().collect())
        });
        if picked.is_empty() { self.shot().into_iter().collect() } else { picked }
    }

    /// Whether a verdict can be given now.
    #[must_use]
    pub fn can_judge(self) -> bool {
        !self.busy.get() && self.meant().iter().any(|shot| shot.ended)
    }

    /// Whether there is a verdict to take back.
    #[must_use]
    pub fn can_undo(self) -> bool {
        self.done.with(|done| !done.is_empty()) && !self.busy.get()
    }

    /// Takes the photo at a place to hand.
    pub fn take(self, place: usize) {
        let id = self.shown.with_untracked(|shots| shots.get(place).map(|shot| shot.photo.id));
        if id.is_some() {
            self.at_hand.set(id);
            self.ask_no_more();
        }
    }

    /// Picks the photo at a place, or lets it go.
    pub fn pick(self, place: usize) {
        let Some(id) = self.shown.with_untracked(|shots| shots.get(place).map(|shot| shot.photo.id)) else { return };
        self.anchor.set(Some(place));
        self.picks.update(|picks| {
            if !picks.remove(&id) {
                picks.insert(id);
            }
        });
    }

    /// Picks all from where the last pick was to a place.
    pub fn reach(self, place: usize) {
        let from = self.anchor.get_untracked().or(self.place.get_untracked()).unwrap_or(place);
        self.anchor.set(Some(from));
        let (first, last) = (from.min(place), from.max(place));
        let reached = self.shown.with_untracked(|shots| {
            shots.iter().skip(first).take(last - first + 1).map(|shot| shot.photo.id).collect()
        });
        self.picks.set(reached);
    }

    /// Does what a key or a button asks for.
    pub fn act(self, wish: Wish) {
        match wish {
            Wish::Pass => self.judge(Ruling::Pass),
            Wish::Redo if self.reasons.with_untracked(Vec::is_empty) => self.asking.set(true),
            Wish::Redo => self.judge(Ruling::Redo),
            Wish::Reason(reason) => {
                self.asking.set(true);
                self.reasons.update(|reasons| turn(reasons, reason));
            }
            Wish::Undo => self.undo(),
            Wish::Large => self.large.update(|large| *large = !*large),
            Wish::Pick => {
                if let Some(place) = self.place.get_untracked() {
                    self.pick(place);
                }
            }
            Wish::PickAll => {
                let all = self.shown.with_untracked(|shots| shots.iter().map(|shot| shot.photo.id).collect());
                self.picks.set(all);
            }
            Wish::Go(step, reach) => self.go(step, reach),
            Wish::Keys => self.keys.set(true),
            Wish::Close if self.large.get_untracked() => self.large.set(false),
            Wish::Close if self.asking.get_untracked() => self.ask_no_more(),
            Wish::Close => self.picks.update(BTreeSet::clear),
        }
    }

    fn ask_no_more(self) {
        self.asking.set(false);
        self.reasons.set(Vec::new());
        self.note.set(String::new());
    }

    fn go(self, step: Step, reach: bool) {
        let Some(here) = self.place.get_untracked() else { return };
        let count = self.shown.with_untracked(Vec::len);
        let Some(to) = beside(here, step, count, self.across.get_untracked()) else { return };
        if reach {
            self.reach(to);
        }
        self.take(to);
    }

    fn judge(self, ruling: Ruling) {
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
        let (reasons, note) = match ruling {
            Ruling::Redo => (self.reasons.get_untracked(), self.note.get_untracked()),
            Ruling::Pass => (Vec::new(), String::new()),
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
                    points: Vec::new(),
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

    fn undo(self) {
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
                self.ask_no_more();
            }
        });
    }
}

/// Whether a verdict would say something new about a photo.
fn wants(shot: &Shot, ruling: Ruling) -> bool {
    shot.ended && (shot.photo.ruling != Some(ruling) || shot.audit)
}

/// The place beside another one, of so many with so many in a row.
fn beside(here: usize, step: Step, count: usize, across: usize) -> Option<usize> {
    let to = match step {
        Step::Left => here.checked_sub(1)?,
        Step::Right => here + 1,
        Step::Up => here.checked_sub(across)?,
        // From above the end of a last row that is not full one comes to its end.
        Step::Down if here / across < (count.checked_sub(1)?) / across => (here + across).min(count - 1),
        Step::Down => return None,
        Step::First => 0,
        Step::Last => count.checked_sub(1)?,
    };
    (to < count && to != here).then_some(to)
}

#[cfg(test)]
mod tests {
    use super::beside;
    use crate::manage::keys::Step;

    #[test]
    fn arrows_move_in_rows_and_stop_at_the_edges() {
        assert_eq!(beside(4, Step::Left, 10, 3), Some(3));
        assert_eq!(beside(0, Step::Left, 10, 3), None);
        assert_eq!(beside(9, Step::Right, 10, 3), None);
        assert_eq!(beside(4, Step::Up, 10, 3), Some(1));
        assert_eq!(beside(2, Step::Up, 10, 3), None);
        assert_eq!(beside(4, Step::Down, 10, 3), Some(7));
        assert_eq!(beside(8, Step::Down, 10, 3), Some(9), "the last row has one");
        assert_eq!(beside(9, Step::Down, 10, 3), None);
        assert_eq!(beside(9, Step::First, 10, 3), Some(0));
        assert_eq!(beside(0, Step::Last, 10, 3), Some(9));
        assert_eq!(beside(0, Step::Last, 0, 3), None);
    }
}
