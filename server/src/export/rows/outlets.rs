//! Shops.

use super::text;
use crate::export::cell::Cell;
use crate::export::known::Known;
use crate::export::table::Row;
use domain::Scope;
use domain::records::{Outlet, OutletClass};

impl Row for Outlet {
    const SHEET: &'static str = "门店";
    const HEAD: &'static [&'static str] =
        &["编号", "名称", "等级", "渠道", "区域", "地址", "负责人", "电话", "供货方", "纬度", "经度", "状态"];

    fn may_be_in(scope: Scope) -> bool {
        matches!(scope, Scope::Territory(_))
    }

    fn counts(&self) -> bool {
        !self.partner
    }

    fn cells(&self, known: &Known) -> Vec<Cell> {
        let degrees = |part: i32| Cell::Text(format!("{:.6}", f64::from(part) / 1e6));
        vec![
            text(&self.code),
            text(&self.name),
            text(class(self.class)),
            text(&self.channel),
            text(known.territory(self.territory)),
            text(&self.address),
            text(&self.owner),
            text(&self.phone),
            text(known.responsible(self.responsible)),
            degrees(self.position.lat),
            degrees(self.position.lon),
            text(if self.open { "营业" } else { "关闭" }),
        ]
    }
}

const fn class(class: OutletClass) -> &'static str {
    match class {
        OutletClass::A => "A",
        OutletClass::B => "B",
        OutletClass::C => "C",
        OutletClass::D => "D",
    }
}
