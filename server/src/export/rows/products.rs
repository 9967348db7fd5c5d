//! Products.

use super::{money, text};
use crate::export::cell::Cell;
use crate::export::known::Known;
use crate::export::table::Row;
use domain::records::Product;
use domain::{Language, Scope};

impl Row for Product {
    const SHEET: &'static str = "产品";
    const HEAD: &'static [&'static str] =
        &["编号", "名称", "英文名", "条码", "毫升", "每箱瓶数", "箱价（元）", "零售价（元）", "状态"];

    fn may_be_in(scope: Scope) -> bool {
        scope == Scope::Company
    }

    fn cells(&self, _: &Known) -> Vec<Cell> {
        vec![
            text(&self.code),
            text(self.name.get(Language::Zh)),
            text(self.name.get(Language::En)),
            text(&self.barcode),
            Cell::Count(self.millilitres.into()),
            Cell::Count(self.pieces_per_case.into()),
            money(self.case_price),
            money(self.retail_price),
            text(if self.listed { "在售" } else { "停售" }),
        ]
    }
}
