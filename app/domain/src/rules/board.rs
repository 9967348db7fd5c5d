//! The urgent x important board (F9, S69). Where a task belongs is proposed from what is known of it; its owner may
//! put it elsewhere and says why.

use crate::measure::Money;
use crate::records::{OutletClass, Quadrant, Task, TaskKind};
use jiff::civil::Date;

/// Due within so many days is urgent.
pub const URGENT_DAYS: i32 = 2;
/// From here on money at risk makes a task important by itself.
pub const IMPORTANT_FROM: Money = Money(100_000);

/// What speaks for urgent or important; shown with the proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// So many days late.
    Late(u32),
    /// Due in so many days; 0 is today.
    DueIn(u32),
    /// A photo was sent back: the display breaks the standard.
    SentBack,
    /// The shop is a key or a large one.
    KeyShop(OutletClass),
    /// So much is at risk.
    AtRisk(Money),
}

/// Where a task is proposed to be, and why.
#[must_use]
pub fn propose(task: &Task, class: Option<OutletClass>, today: Date) -> (Quadrant, Vec<Because>) {
    let days = today.until(task.due).map_or(0, |span| span.get_days());
    let mut because = Vec::new();
    let urgent = days <= URGENT_DAYS;
    if days < 0 {
        because.push(Because::Late(days.unsigned_abs()));
    } else if urgent {
        because.push(Because::DueIn(days.unsigned_abs()));
    }
    let before = because.len();
    if matches!(task.kind, TaskKind::Redo { .. }) {
        because.push(Because::SentBack);
    }
    because.extend(task.at_risk.filter(|money| *money >= IMPORTANT_FROM).map(Because::AtRisk));
    because.extend(class.filter(|class| *class <= OutletClass::B).map(Because::KeyShop));
    let important = because.len() > before;
    let quadrant = match (urgent, important) {
        (true, true) => Quadrant::UrgentImportant,
        (false, true) => Quadrant::Important,
        (true, false) => Quadrant::Urgent,
        (false, false) => Quadrant::Neither,
    };
    (quadrant, because)
}

/// Where a task is: where its owner has put it, else where it is proposed to be.
#[must_use]
pub fn quadrant(task: &Task, class: Option<OutletClass>, today: Date) -> Quadrant {
    task.placed.as_ref().map_or_else(|| propose(task, class, today).0, |placed| placed.quadrant)
}
