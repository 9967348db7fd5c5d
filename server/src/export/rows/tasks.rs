//! Tasks.

use super::text;
use crate::export::cell::Cell;
use crate::export::known::Known;
use crate::export::table::Row;
use domain::Scope;
use domain::records::{Task, TaskKind};
use domain::time::Offset;
use jiff::civil::Date;

impl Row for Task {
    const SHEET: &'static str = "任务";
    const HEAD: &'static [&'static str] =
        &["提出日期", "门店编号", "门店", "区域", "类别", "内容", "提出人", "截止", "状态", "完成日期"];
    const NAMES_OUTLETS: bool = true;

    fn may_be_in(scope: Scope) -> bool {
        matches!(scope, Scope::Territory(_))
    }

    fn day(&self, offset: Offset) -> Option<Date> {
        Some(self.asked_at.date(offset))
    }

    fn cells(&self, known: &Known) -> Vec<Cell> {
        let (code, name) = known.outlet(self.outlet);
        let (kind, what) = match &self.kind {
            TaskKind::Redo { .. } => ("重拍照片", self.note.as_str()),
            TaskKind::FollowUp { what } => ("跟进", what.as_str()),
        };
        let state = match &self.closed {
            Some(_) => "已完成",
            None if self.due < known.today => "逾期",
            None => "进行中",
        };
        vec![
            Cell::Text(self.asked_at.date(known.offset).to_string()),
            text(code),
            text(name),
            text(known.territory(self.territory)),
            text(kind),
            text(what),
            text(&self.asked_by_name),
            Cell::Text(self.due.to_string()),
            text(state),
            self.closed.as_ref().map_or(Cell::Nothing, |closed| Cell::Text(closed.at.date(known.offset).to_string())),
        ]
    }
}
