//! The hand-over drafted from what is open: shop, what, by when. Promises of today are among it.

use crate::field::names::slot_name;
use crate::state::{Me, Phone};
use crate::text::Texts;
use domain::Index;
use domain::id::TerritoryId;
use domain::records::{Checklist, Outlet, Photo, Task, TaskKind, Visit};
use domain::rules::handover::to_hand_over;

/// The lines, the most urgent first.
pub async fn lines(t: Texts, phone: Phone, me: &Me, territory: TerritoryId) -> Vec<String> {
    let tasks = phone.find::<Task>(Index::TasksOf(me.id)).await;
    let mut lines = Vec::new();
    for task in to_hand_over(&tasks, me.id, territory) {
        let shop = phone.get::<Outlet>(task.outlet).await.map(|outlet| outlet.name).unwrap_or_default();
        lines.push((t.away.matter)(&shop, &what(t, phone, task).await, &(t.time.day)(task.due)));
    }
    lines
}

async fn what(t: Texts, phone: Phone, task: &Task) -> String {
    let (photo, item, slot) = match &task.kind {
        TaskKind::FollowUp { what } => return what.clone(),
        TaskKind::Redo { photo, item, slot, .. } => (*photo, item, slot),
    };
    let mut list = None;
    if let Some(photo) = phone.get::<Photo>(photo).await
        && let Some(visit) = phone.get::<Visit>(photo.visit).await
    {
        list = phone.get::<Checklist>(visit.checklist).await;
    }
    (t.tasks.retake)(&slot_name(t, list.as_ref(), item, slot))
}
