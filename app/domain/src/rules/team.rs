//! What a rep's work came to, in two numbers that do not replace each other (S70): how fast what was owed was done, and
//! how well it held; and what was done for shops beside how much was sold (S65). Nothing here makes a ranking.

use crate::id::{ChecklistId, OutletId, PhotoId, UserId};
use crate::order::InOrder;
use crate::records::{Ruling, Task, TaskKind, Visit};
use crate::time::{DateWindow, Offset};
use std::collections::{BTreeMap, BTreeSet};

/// What it is counted from. All of it may be more than one rep's.
#[derive(Clone, Copy, Debug)]
pub struct Past<'a> {
    /// What was owed.
    pub tasks: &'a [Task],
    /// What was said of the photos that show it.
    pub rulings: &'a BTreeMap<PhotoId, Option<Ruling>>,
    /// Visits.
    pub visits: &'a [Visit],
    /// The checklists by which a partner is served.
    pub serving: &'a BTreeSet<ChecklistId>,
    /// The days that count.
    pub days: DateWindow,
    /// Where they begin and end.
    pub offset: Offset,
}

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// What was owed and done.
    pub closed: usize,
    /// Half of it took no longer than this from being asked for to being done, in milliseconds (效率).
    pub median: Option<i64>,
    /// Of what was done, what a photo shows and a manager has judged.
    pub judged: usize,
    /// Of that, what was found good (效益).
    pub verified: usize,
    /// Of that, what came back.
    pub returned: usize,
    /// What had been done, by word or by photo, and was opened again because it did not hold.
    pub reopened: usize,
    /// Service: what was promised to shops and done.
    pub kept: usize,
    /// Service: visits to partners to serve them.
    pub served: usize,
    /// Service: visits on which somebody came along to guide or to train.
    pub guided: usize,
    /// Volume: visits that ended.
    pub visits: usize,
    /// Volume: shops that were visited.
    pub shops: usize,
}

impl Work {
    /// All that was done for shops.
    #[must_use]
    pub const fn service(&self) -> usize {
        self.kept + self.served + self.guided
    }
}

/// The photo that shows that a task was done, if one does: whoever asks for its verdict asks for this one.
#[must_use]
pub fn shown_by(task: &Task) -> Option<PhotoId> {
    task.closed.as_ref().filter(|closed| !closed.withdrawn).and_then(|closed| closed.photo)
}

/// What came of the work of somebody.
#[must_use]
pub fn work(rep: UserId, past: &Past<'_>) -> Work {
    let mut work = Work::default();
    let mut took = Vec::new();
    for task in past.tasks.iter().filter(|task| task.owner == rep) {
        let again = task.reopened.iter().filter(|again| past.days.contains(again.at.date(past.offset)));
        work.reopened += again.count();
        let Some(closed) = task.closed.as_ref().filter(|closed| !closed.withdrawn) else { continue };
        if !past.days.contains(closed.at.date(past.offset)) {
            continue;
        }
        work.closed += 1;
        took.push(closed.at.since(task.asked_at).max(0));
        work.kept += usize::from(matches!(task.kind, TaskKind::FollowUp { .. }));
        match closed.photo.and_then(|photo| past.rulings.get(&photo).copied().flatten()) {
            Some(Ruling::Pass) => work.verified += 1,
            Some(Ruling::Redo) => work.returned += 1,
            None => {}
        }
    }
    work.judged = work.verified + work.returned;
    work.median = median(took);
    let mut shops: BTreeSet<OutletId> = BTreeSet::new();
    for visit in past.visits.iter().filter(|visit| visit.rep == rep && !visit.is_open()) {
        if past.days.contains(visit.day) {
            work.visits += 1;
            work.served += usize::from(past.serving.contains(&visit.checklist));
            work.guided += usize::from(!visit.companions.is_empty());
            shops.insert(visit.outlet);
        }
    }
    work.shops = shops.len();
    work
}

/// The lower one of the two in the middle: a time that something really took.
fn median(mut took: Vec<i64>) -> Option<i64> {
    took.in_order();
    took.get(took.len().checked_sub(1)? / 2).copied()
}
