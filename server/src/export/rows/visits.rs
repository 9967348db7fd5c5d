//! Visits.

use super::{moment, text};
use crate::export::cell::Cell;
use crate::export::known::Known;
use crate::export::table::Row;
use domain::Scope;
use domain::records::{Band, Visit, VisitReason};
use domain::time::Offset;
use jiff::civil::Date;

impl Row for Visit {
    const SHEET: &'static str = "拜访";
    const HEAD: &'static [&'static str] = &[
        "日期",
        "业务代表",
        "门店编号",
        "门店",
        "区域",
        "原因",
        "到店",
        "离店",
        "在店分钟",
        "到店距离（米）",
        "到店说明",
        "得分",
        "结果",
        "照片数",
        "店方确认",
        "同行",
        "备注",
    ];
    const NAMES_OUTLETS: bool = true;

    fn may_be_in(scope: Scope) -> bool {
        matches!(scope, Scope::Territory(_))
    }

    fn day(&self, _: Offset) -> Option<Date> {
        Some(self.day)
    }

    fn cells(&self, known: &Known) -> Vec<Cell> {
        let (code, name) = known.outlet(self.outlet);
        let score = self.score.as_ref();
        let along: Vec<&str> = self.companions.iter().map(|companion| companion.name.as_str()).collect();
        vec![
            Cell::Text(self.day.to_string()),
            text(&self.rep_name),
            text(code),
            text(name),
            text(known.territory(self.territory)),
            reason(&self.reason),
            moment(self.check_in.at, known),
            self.check_out.as_ref().map_or(Cell::Nothing, |out| moment(out.at, known)),
            self.stayed().map_or(Cell::Nothing, |millis| Cell::Count(millis / 60_000)),
            self.check_in.distance.map_or(Cell::Nothing, |metres| Cell::Count(metres.into())),
            text(self.check_in.exception.as_deref().unwrap_or_default()),
            score.map_or(Cell::Nothing, |score| Cell::Hundredths(score.share.0.into())),
            text(score.map_or("", |score| band(score.band))),
            Cell::Count(self.photos.into()),
            text(self.confirmed.as_ref().map_or("", |confirmed| confirmed.name.as_str())),
            Cell::Text(along.join("、")),
            text(&self.note),
        ]
    }
}

fn reason(reason: &VisitReason) -> Cell {
    match reason {
        VisitReason::Planned => text("计划"),
        VisitReason::Unplanned(why) => Cell::Text(format!("临时：{why}")),
        VisitReason::Redo => text("重拍"),
    }
}

const fn band(band: Band) -> &'static str {
    match band {
        Band::Pass => "合格",
        Band::Conditional => "待改",
        Band::Fail => "不合格",
    }
}
