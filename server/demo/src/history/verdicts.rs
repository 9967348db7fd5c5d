//! The manager's verdicts of the past: what is clear and as the standard wants it passes, the rest goes back
//! and becomes a task. Yesterday's photos are left for whoever looks at the demo.

use super::MINUTE;
use super::visit::Made;
use crate::chance::Chance;
use crate::id;
use crate::shelf::Truth;
use domain::id::{TaskId, UserId, VerdictId};
use domain::records::{
    AnyRecord, DisplayStandard, Evidence, Photo, RedoReason, Role, Ruling, Task, TaskClosing, TaskKind, User, Verdict,
};
use domain::rules::standard::missed;
use domain::time::Offset;
use std::collections::BTreeMap;

/// Photos younger than this are not judged yet, in days.
const UNJUDGED_DAYS: i64 = 1;

/// Who judges.
pub struct Judge<'a> {
    id: UserId,
    name: String,
    standards: &'a [DisplayStandard],
}

impl<'a> Judge<'a> {
    /// The regional manager.
    pub fn new<'b>(mut users: impl Iterator<Item = &'b User>, standards: &'a [DisplayStandard]) -> Self {
        let manager = users.find(|user| user.role == Role::RegionalManager);
        manager.map_or_else(
            || Self { id: UserId(uuid::Uuid::nil()), name: String::new(), standards },
            |user| Self { id: user.id, name: user.name.clone(), standards },
        )
    }

    /// Judges the photos of a visit; what goes back is owed at the shop from now on.
    pub fn judge(
        &self,
        made: &Made<'_>,
        back: i64,
        owed: &mut Vec<Task>,
        records: &mut Vec<AnyRecord>,
        draw: &mut Chance,
    ) {
        for (photo, shot) in &made.photos {
            let mut photo = photo.clone();
            // Not every photo is looked at: a quarter of the older ones never was.
            if back > UNJUDGED_DAYS && (back < 4 || draw.percent(75)) {
                let reasons = faults(&photo, &shot.truth);
                let verdict = self.verdict(&photo, reasons, draw);
                photo.verdict = Some(verdict.id);
                photo.ruling = Some(verdict.ruling);
                owed.extend(self.task(&photo, &verdict));
                records.push(verdict.into());
            }
            records.push(photo.into());
        }
        records.push(made.visit.clone().into());
    }

    fn verdict(&self, photo: &Photo, reasons: Vec<RedoReason>, draw: &mut Chance) -> Verdict {
        let at = photo.received_at.unwrap_or(photo.taken_at).plus(draw.range(15..=600) * MINUTE);
        let day = at.date(Offset::CHINA);
        let ruling = if reasons.is_empty() { Ruling::Pass } else { Ruling::Redo };
        let id: VerdictId = id(day, draw);
        let task: TaskId = crate::id(day, draw);
        Verdict {
            id,
            photo: photo.id,
            visit: photo.visit,
            territory: photo.territory,
            judge: self.id,
            judge_name: self.name.clone(),
            ruling,
            note: note(&reasons).to_owned(),
            points: points(photo, &reasons),
            reasons,
            at,
            task: (ruling == Ruling::Redo).then_some(task),
            taken_back: false,
            replaces: None,
        }
    }

    fn task(&self, photo: &Photo, verdict: &Verdict) -> Option<Task> {
        let standard = self.standards.iter().find(|standard| Some(standard.id) == photo.standard);
        Some(Task {
            id: verdict.task?,
            outlet: photo.outlet,
            territory: photo.territory,
            owner: photo.rep,
            kind: TaskKind::Redo {
                photo: photo.id,
                verdict: verdict.id,
                item: photo.item.clone(),
                slot: photo.slot.clone(),
                reasons: verdict.reasons.clone(),
                missed: missed(standard, &verdict.points),
            },
            note: verdict.note.clone(),
            asked_by: self.id,
            asked_by_name: self.name.clone(),
            asked_at: verdict.at,
            due: verdict.at.plus(7 * domain::time::DAY).date(Offset::CHINA),
            origin: None,
            evidence: Evidence::Photo,
            with: None,
            at_risk: None,
            placed: None,
            closed: None,
            reopened: Vec::new(),
        })
    }
}

/// What is to be taken again on a photo. The side view and the front are looked at for clearness only.
fn faults(photo: &Photo, truth: &Truth) -> Vec<RedoReason> {
    let mut reasons = Vec::new();
    if !truth.clear {
        reasons.push(RedoReason::Unclear);
    }
    if photo.item.0 == "fridge" && truth.rivals > 0 || photo.slot == "front" && truth.rivals > 1 {
        reasons.push(RedoReason::Mixed);
    }
    if photo.slot == "front" && truth.gaps > 2 {
        reasons.push(RedoReason::OutOfStock);
    }
    if photo.slot == "front" && !truth.tags {
        reasons.push(RedoReason::PriceTags);
    }
    reasons
}

/// The points of the standard that were missed, in the order of `standards.rs`.
fn points(photo: &Photo, reasons: &[RedoReason]) -> Vec<u8> {
    let point = |reason: &RedoReason| match (photo.item.0.as_str(), reason) {
        ("shelf" | "fridge", RedoReason::OutOfStock) => Some(if photo.item.0 == "shelf" { 1 } else { 2 }),
        ("shelf", RedoReason::Mixed) => Some(2),
        ("fridge", RedoReason::Mixed) => Some(1),
        ("shelf", RedoReason::PriceTags) => Some(3),
        _ => None,
    };
    reasons.iter().filter_map(point).collect()
}

fn note(reasons: &[RedoReason]) -> &'static str {
    match reasons.first() {
        Some(RedoReason::Unclear) => "看不清下两层，换个角度再拍",
        Some(RedoReason::Mixed) => "先把别家的移走再拍",
        Some(RedoReason::OutOfStock) => "补满货再拍",
        Some(RedoReason::PriceTags) => "价签换好再拍",
        _ => "",
    }
}

/// Leaves the latest few redos of each rep open; older ones are called off.
pub fn withdraw_most(tasks: &mut [Task], keep: usize) {
    tasks.sort_by_key(|task| std::cmp::Reverse(task.asked_at));
    let mut open: BTreeMap<UserId, usize> = BTreeMap::new();
    for task in tasks.iter_mut().filter(|task| task.is_open()) {
        let count = open.entry(task.owner).or_default();
        *count += 1;
        if *count > keep {
            let (at, by) = (task.asked_at.plus(2 * domain::time::DAY), task.asked_by);
            task.closed = Some(TaskClosing::withdrawn(at, by));
        }
    }
}
