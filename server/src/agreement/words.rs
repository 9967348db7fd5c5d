//! The words of the document. It is a contract under Chinese law, and Chinese whoever prints it.

use domain::records::{AllianceType, Duty, Party, TerritoryType};
use domain::rules::agreement::Standing;
use domain::time::{Moment, Offset};
use jiff::civil::Date;

/// A party.
pub const fn party(party: Party) -> &'static str {
    match party {
        Party::Manufacturer => "厂家",
        Party::Dealer => "经销商",
        Party::SubDistributor => "分销商",
    }
}

/// A party as contracts call it.
pub const fn side(side: Party) -> &'static str {
    match side {
        Party::Manufacturer => "甲方（厂家）",
        Party::Dealer => "乙方（经销商）",
        Party::SubDistributor => "丙方（分销商）",
    }
}

/// A type of alliance.
pub const fn alliance_type(alliance_type: AllianceType) -> &'static str {
    match alliance_type {
        AllianceType::Comprehensive => "综合式：区域内的网点由分销商开发",
        AllianceType::TerminalFill => "终端填充式：经销商开发网点，分销商做约定的等级",
    }
}

/// A type of ground.
pub const fn ground_type(ground_type: TerritoryType) -> &'static str {
    match ground_type {
        TerritoryType::Urban => "市区",
        TerritoryType::County => "县区",
        TerritoryType::Suburb => "郊区",
    }
}

/// What is written across an agreement that does not bind.
pub const fn watermark(standing: Standing) -> Option<&'static str> {
    match standing {
        Standing::Draft => Some("草稿 无效"),
        Standing::Offered => Some("未签齐"),
        Standing::Signed => Some("待批准"),
        Standing::Ahead | Standing::InForce => None,
        Standing::Over => Some("已结束"),
    }
}

/// How it stands.
pub const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Draft => "草稿，对谁都没有约束",
        Standing::Offered => "内容已定稿，等各方签字",
        Standing::Signed => "三方已签，等厂家批准",
        Standing::Ahead => "已批准，还没到开始日",
        Standing::InForce => "生效",
        Standing::Over => "已结束",
    }
}

/// A duty (S43, S44).
pub const fn duty(duty: Duty) -> &'static str {
    match duty {
        Duty::Planning => "制定计划",
        Duty::Policies => "起草政策",
        Duty::Training => "营销培训",
        Duty::Guidance => "工作指导",
        Duty::Supervision => "过程监督",
        Duty::Targets => "目标分解",
        Duty::Suggestions => "建议订单",
        Duty::Talks => "合作洽谈",
        Duty::Prices => "价格制定",
        Duty::Orders => "订单处理",
        Duty::Delivery => "物流配送",
        Duty::Incentives => "激励实施",
        Duty::Display => "标准化展示",
    }
}

/// A day in full.
pub fn day(date: Date) -> String {
    format!("{} 年 {} 月 {} 日", date.year(), date.month(), date.day())
}

/// A day and a time.
pub fn moment(at: Moment, offset: Offset) -> String {
    let (hour, minute) = at.clock(offset);
    format!("{} {hour:02}:{minute:02}", day(at.date(offset)))
}
