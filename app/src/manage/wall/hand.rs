//! The work at the wall: which photo is at hand, which are picked, and what happens to them. A verdict is durable on
//! this device before the next photo comes, with or without a network; taking it back is an act of its own.

mod meant;
mod steps;
mod verdicts;

use super::filter::{Filter, waits};
use super::shelf::{Shelf, Shot, frame, shelf};
use crate::manage::asking::Asking;
use crate::manage::keys::Wish;
use crate::state::{Me, State, live, use_state};
use crate::text::Texts;
use crate::ui::Busy;
use domain::Kind;
use domain::id::{PhotoId, VerdictId};
use domain::records::Ruling;
use domain::time::Offset;
use leptos::prelude::*;
use meant::{meant, one_standard};
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
    /// Why something goes back.
    pub asking: Asking,
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
        let picks = RwSignal::new(BTreeSet::new());
        let standard = Memo::new(move |_| one_standard(&meant(shown, place, picks)));
        let wall = Self {
            t,
            offset,
            days,
            filter,
            shelf: kept,
            shown,
            place,
            picks,
            asking: Asking::new(standard.into()),
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
        meant(self.shown, self.place, self.picks)
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

    /// Does what a key or a button asks for.
    pub fn act(self, wish: Wish) {
        match wish {
            Wish::Pass => self.judge(Ruling::Pass),
            Wish::Redo if self.asking.reasons.with_untracked(Vec::is_empty) => self.asking.ask(),
            Wish::Redo => self.judge(Ruling::Redo),
            Wish::Reason(reason) => self.asking.reason(reason),
            Wish::Point(number) => self.asking.point(number),
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
            Wish::Close if self.asking.open.get_untracked() => self.asking.close(),
            Wish::Close => self.picks.update(BTreeSet::clear),
        }
    }
}
