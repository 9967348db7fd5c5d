//! Dealers and sub-distributors, which are two lists.

use super::text;
use crate::export::cell::Cell;
use crate::export::known::Known;
use crate::export::table::Row;
use domain::Scope;
use domain::records::{Dealer, SubDistributor};

impl Row for Dealer {
    const SHEET: &'static str = "经销商";
    const HEAD: &'static [&'static str] = &["名称", "负责人", "电话"];

    fn may_be_in(scope: Scope) -> bool {
        matches!(scope, Scope::Region(_))
    }

    fn cells(&self, _: &Known) -> Vec<Cell> {
        [&self.name, &self.owner, &self.phone].map(|words| text(words)).to_vec()
    }
}

impl Row for SubDistributor {
    const SHEET: &'static str = "分销商";
    const HEAD: &'static [&'static str] = &["名称", "经销商", "区域", "负责人", "电话"];

    fn may_be_in(scope: Scope) -> bool {
        matches!(scope, Scope::Territory(_))
    }

    fn cells(&self, known: &Known) -> Vec<Cell> {
        vec![
            text(&self.name),
            text(known.dealer(self.dealer)),
            text(known.territory(self.territory)),
            text(&self.owner),
            text(&self.phone),
        ]
    }
}
