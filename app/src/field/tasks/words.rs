//! What is said of a task in more than one place.

use super::owed::Row;
use crate::text::Texts;
use domain::records::{Evidence, Task, TaskKind};
use jiff::civil::Date;
use leptos::prelude::*;

/// Days past its due date; 0 while it is not.
pub fn days_late(task: &Task, today: Date) -> i64 {
    task.due.until(today).map_or(0, |span| i64::from(span.get_days())).max(0)
}

/// By when.
pub fn due(t: Texts, task: &Task, today: Date) -> AnyView {
    match days_late(task, today) {
        0 => (t.brief.due)(&(t.time.day)(task.due)).into_any(),
        days => view! { <b class="owed">{(t.brief.overdue)(days)}</b> }.into_any(),
    }
}

/// Who asks for it, and why, as far as they said.
pub fn said(t: Texts, task: &Task) -> String {
    match &task.kind {
        TaskKind::Redo { reasons, .. } => {
            let reasons: Vec<&str> = reasons.iter().map(|reason| (t.frame.redo_reason)(*reason)).collect();
            let note = if task.note.is_empty() { String::new() } else { format!("{}{}", t.frame.comma, task.note) };
            format!("{}{}{}{note}", task.asked_by_name, t.frame.colon, reasons.join(t.frame.list))
        }
        TaskKind::FollowUp { .. } => task.asked_by_name.clone(),
    }
}

/// What the photo missed of its standard.
pub fn missed(t: Texts, task: &Task) -> Option<String> {
    let TaskKind::Redo { missed, .. } = &task.kind else { return None };
    let points: Vec<String> =
        missed.iter().map(|point| (t.tasks.point)(point.number, point.words.get(t.language))).collect();
    (!points.is_empty()).then(|| (t.tasks.missed)(&points.join(t.frame.dot)))
}

/// Why it is proposed to be where it is.
pub fn because(t: Texts, row: &Row) -> String {
    if row.because.is_empty() {
        return t.tasks.because_none.to_owned();
    }
    row.because.iter().map(|because| (t.tasks.because)(*because)).collect::<Vec<_>>().join(t.frame.dot)
}

/// What it takes to close it, what is at stake, and who else has to act.
pub fn tags(t: Texts, row: &Row) -> Option<AnyView> {
    let task = &row.task;
    let evidence = (task.evidence != Evidence::Word).then(|| (t.tasks.evidence)(task.evidence).to_owned());
    let money = task.at_risk.map(|money| money.yuan());
    let tags: Vec<String> = [evidence, money, row.partner.clone()].into_iter().flatten().collect();
    (!tags.is_empty()).then(|| {
        let tags = tags.into_iter().map(|words| view! { <span class="tag">{words}</span> }).collect_view();
        view! { <span class="tags">{tags}</span> }.into_any()
    })
}
