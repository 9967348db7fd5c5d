//! The table of agreements.

use crate::export::cell::Cell;
use crate::export::known::Known;
use crate::export::table::Row;
use domain::Scope;
use domain::records::{Agreement, AllianceType, Area, Party, TerritoryType};
use domain::rules::agreement::{Standing, standing};
use domain::time::Offset;
use jiff::civil::Date;

impl Row for Agreement {
    const SHEET: &'static str = "协议";
    const HEAD: &'static [&'static str] = &[
        "编号",
        "状态",
        "经销商",
        "分销商",
        "联营方式",
        "区域类型",
        "行政区",
        "行政区代码",
        "渠道",
        "另含网点数",
        "不含网点数",
        "开始",
        "到期",
        "配送周期（天）",
        "已签字",
        "批准人",
        "批准日期",
        "终止日期",
        "终止原因",
        "起草人",
        "校验码",
    ];

    fn may_be_in(scope: Scope) -> bool {
        matches!(scope, Scope::Region(_))
    }

    fn cells(&self, known: &Known) -> Vec<Cell> {
        row(self, known.today, known.offset).into_iter().map(|words| super::text(&words)).collect()
    }
}

fn row(agreement: &Agreement, today: Date, offset: Offset) -> Vec<String> {
    let (terms, ground) = (&agreement.terms, &agreement.terms.ground);
    let areas = |part: fn(&Area) -> &str| ground.areas.iter().map(part).collect::<Vec<_>>().join("、");
    let signed = Party::ALL.into_iter().filter(|party| agreement.is_signed_by(*party)).map(party);
    let (approved, ended) = (agreement.approved.as_ref(), agreement.ended.as_ref());
    vec![
        agreement.number(),
        stands(standing(agreement, today)).to_owned(),
        agreement.dealer_name.clone(),
        agreement.candidate_name.clone(),
        alliance_type(terms.alliance_type).to_owned(),
        ground_type(ground.ground_type).to_owned(),
        areas(|area| &area.name),
        areas(|area| &area.code),
        if ground.channels.is_empty() { "全部".to_owned() } else { ground.channels.join("、") },
        ground.outlets.len().to_string(),
        ground.without.len().to_string(),
        terms.from.to_string(),
        terms.until.to_string(),
        terms.cycle_days.to_string(),
        signed.collect::<Vec<_>>().join("、"),
        approved.map(|by| by.name.clone()).unwrap_or_default(),
        approved.map(|by| by.at.date(offset).to_string()).unwrap_or_default(),
        ended.map(|end| end.on.to_string()).unwrap_or_default(),
        ended.map(|end| end.because.clone()).unwrap_or_default(),
        agreement.author_name.clone(),
        agreement.hash.clone().unwrap_or_default(),
    ]
}

const fn party(party: Party) -> &'static str {
    match party {
        Party::Manufacturer => "厂家",
        Party::Dealer => "经销商",
        Party::SubDistributor => "分销商",
    }
}

const fn stands(standing: Standing) -> &'static str {
    match standing {
        Standing::Draft => "起草中",
        Standing::Offered => "待签字",
        Standing::Signed => "待批准",
        Standing::Ahead => "未开始",
        Standing::InForce => "生效中",
        Standing::Over => "已结束",
    }
}

const fn alliance_type(alliance_type: AllianceType) -> &'static str {
    match alliance_type {
        AllianceType::Comprehensive => "综合式",
        AllianceType::TerminalFill => "终端填充式",
    }
}

const fn ground_type(ground_type: TerritoryType) -> &'static str {
    match ground_type {
        TerritoryType::Urban => "市区",
        TerritoryType::County => "县区",
        TerritoryType::Suburb => "郊区",
    }
}
