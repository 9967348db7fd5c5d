//! The three-party agreement: the words that both its pages share, and those of the page that reads and signs it.

#[cfg(feature = "ssr")]
mod compare;
mod draft;
mod page;
mod promises;

#[cfg(feature = "ssr")]
pub use compare::{CompareText, compare};
pub use draft::DraftText;
pub use page::AgreementPageText;
pub use promises::PromiseText;

use domain::records::{AllianceType, Party, TerritoryType};
use domain::rules::agreement::Standing;

/// See [`super::Text::agreement`].
pub struct AgreementText {
    /// The name of the place.
    pub title: &'static str,
    /// The words of writing one.
    pub draft: DraftText,
    /// The words of reading and signing one.
    pub page: AgreementPageText,
    /// The words of what was promised.
    pub promises: PromiseText,
    /// A party.
    pub party: fn(Party) -> &'static str,
    /// A type of alliance.
    pub alliance_type: fn(AllianceType) -> &'static str,
    /// A type of ground.
    pub ground_type: fn(TerritoryType) -> &'static str,
    /// How it stands.
    pub standing: fn(Standing) -> &'static str,
    /// From a day until a day.
    pub days: fn(&str, &str) -> String,
    /// Until a day.
    pub until: fn(&str) -> String,
    /// Of a partner.
    pub of_partner: &'static str,
    /// A partner has none.
    pub none: &'static str,
    /// Writing a new one.
    pub write: &'static str,
    /// The channels are all.
    pub all_channels: &'static str,
    /// The products are all.
    pub all_products: &'static str,
    /// No such agreement, or not here.
    pub unknown: &'static str,
    /// What to do then.
    pub unknown_more: &'static str,
}

pub const ZH: AgreementText = AgreementText {
    title: "协议",
    draft: draft::ZH,
    page: page::ZH,
    promises: promises::ZH,
    party: |party| match party {
        Party::Manufacturer => "厂家",
        Party::Dealer => "经销商",
        Party::SubDistributor => "分销商",
    },
    alliance_type: |kind| match kind {
        AllianceType::Comprehensive => "综合式",
        AllianceType::TerminalFill => "终端填充式",
    },
    ground_type: |kind| match kind {
        TerritoryType::Urban => "市区",
        TerritoryType::County => "县区",
        TerritoryType::Suburb => "郊区",
    },
    standing: |standing| match standing {
        Standing::Draft => "起草中",
        Standing::Offered => "等签字",
        Standing::Signed => "等经理批",
        Standing::Ahead => "还没开始",
        Standing::InForce => "生效中",
        Standing::Over => "已结束",
    },
    days: |from, until| format!("{from}到{until}"),
    until: |day| format!("到{day}"),
    of_partner: "协议",
    none: "还没有协议",
    write: "起草协议",
    all_channels: "全部渠道",
    all_products: "全部产品",
    unknown: "这台设备上没有这份协议",
    unknown_more: "可能是别的大区的，或者还没同步到。连上网再打开一次。",
};

pub const EN: AgreementText = AgreementText {
    title: "Agreement",
    draft: draft::EN,
    page: page::EN,
    promises: promises::EN,
    party: |party| match party {
        Party::Manufacturer => "Manufacturer",
        Party::Dealer => "Dealer",
        Party::SubDistributor => "Sub-distributor",
    },
    alliance_type: |kind| match kind {
        AllianceType::Comprehensive => "Comprehensive",
        AllianceType::TerminalFill => "Terminal fill",
    },
    ground_type: |kind| match kind {
        TerritoryType::Urban => "City",
        TerritoryType::County => "County",
        TerritoryType::Suburb => "Suburb",
    },
    standing: |standing| match standing {
        Standing::Draft => "Draft",
        Standing::Offered => "To be signed",
        Standing::Signed => "Waits for approval",
        Standing::Ahead => "Not begun",
        Standing::InForce => "In force",
        Standing::Over => "Ended",
    },
    days: |from, until| format!("{from} to {until}"),
    until: |day| format!("until {day}"),
    of_partner: "Agreements",
    none: "No agreement yet",
    write: "Write an agreement",
    all_channels: "all channels",
    all_products: "all products",
    unknown: "This agreement is not on this device",
    unknown_more: "It may be another region's, or has not arrived yet. Open it again with a network.",
};

/// A day with its year: a term goes over several.
#[must_use]
pub fn long_day(t: super::Texts, date: jiff::civil::Date) -> String {
    t.language
        .choose(format!("{}年{}", date.year(), (t.time.day)(date)), format!("{} {}", (t.time.day)(date), date.year()))
}
