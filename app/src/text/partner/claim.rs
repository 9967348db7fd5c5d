//! What others say of a candidate.

use domain::records::{Topic, Witness};

/// See [`super::PartnerText::claim`].
pub struct ClaimText {
    /// Section.
    pub title: &'static str,
    /// So many independent sources agree.
    pub agree: fn(usize, usize) -> String,
    /// Only they say so.
    pub only_they: &'static str,
    /// Button: write down a claim.
    pub add: &'static str,
    /// Field.
    pub topic: &'static str,
    /// The topics.
    pub topics: fn(Topic) -> &'static str,
    /// Their units.
    pub unit: fn(Topic) -> &'static str,
    /// Field.
    pub witness: &'static str,
    /// The witnesses.
    pub witnesses: fn(Witness) -> &'static str,
    /// Field.
    pub witness_name: &'static str,
    /// Field.
    pub said: &'static str,
    /// It is asked for in a number, and something else was typed.
    pub number_needed: &'static str,
    /// Button: throw a claim away.
    pub drop: &'static str,
    /// A claim was thrown away.
    pub dropped: &'static str,
}

pub const ZH: ClaimText = ClaimText {
    title: "多方核实",
    agree: |agree, of| match (agree, of) {
        (_, 1) => "1 个来源".to_owned(),
        (agree, of) if agree == of => format!("{of} 个来源一致"),
        (agree, of) => format!("{of} 个来源，{agree} 个一致"),
    },
    only_they: "只有本人这么说",
    add: "记一条说法",
    topic: "说的是什么",
    topics: |topic| match topic {
        Topic::Turnover => "年经营额",
        Topic::Outlets => "下属门店",
        Topic::Staff => "员工",
        Topic::Vehicles => "送货车",
        Topic::Warehouse => "仓库",
        Topic::Delivery => "配送周期",
        Topic::Credit => "回款信用",
        Topic::Willingness => "合作意愿",
    },
    unit: |topic| match topic {
        Topic::Turnover => "万元",
        Topic::Outlets => "家",
        Topic::Staff => "人",
        Topic::Vehicles => "辆",
        Topic::Warehouse => "平方米",
        Topic::Delivery => "天",
        Topic::Credit | Topic::Willingness => "",
    },
    witness: "谁说的",
    witnesses: |witness| match witness {
        Witness::Themselves => "本人",
        Witness::Peer => "同行",
        Witness::Employee => "员工",
        Witness::Dealer => "经销商",
        Witness::Network => "下属门店",
        Witness::Seen => "亲眼看到",
    },
    witness_name: "姓名或店名",
    said: "怎么说的",
    number_needed: "只填整数，单位在后面",
    drop: "删掉这条",
    dropped: "已删掉这条",
};

pub const EN: ClaimText = ClaimText {
    title: "What others say",
    agree: |agree, of| match (agree, of) {
        (_, 1) => "1 source".to_owned(),
        (agree, of) if agree == of => format!("{of} sources agree"),
        (agree, of) => format!("{agree} of {of} sources agree"),
    },
    only_they: "only they say so",
    add: "Note what somebody says",
    topic: "About what",
    topics: |topic| match topic {
        Topic::Turnover => "Turnover a year",
        Topic::Outlets => "Outlets supplied",
        Topic::Staff => "Staff",
        Topic::Vehicles => "Vehicles",
        Topic::Warehouse => "Warehouse",
        Topic::Delivery => "Delivery cycle",
        Topic::Credit => "Credit",
        Topic::Willingness => "Willingness",
    },
    unit: |topic| match topic {
        Topic::Turnover => "× ¥10k",
        Topic::Outlets => "outlets",
        Topic::Staff => "people",
        Topic::Vehicles => "vehicles",
        Topic::Warehouse => "m²",
        Topic::Delivery => "days",
        Topic::Credit | Topic::Willingness => "",
    },
    witness: "Who says so",
    witnesses: |witness| match witness {
        Witness::Themselves => "themselves",
        Witness::Peer => "a peer",
        Witness::Employee => "an employee",
        Witness::Dealer => "the dealer",
        Witness::Network => "an outlet of theirs",
        Witness::Seen => "seen by us",
    },
    witness_name: "Name",
    said: "What they say",
    number_needed: "A whole number; the unit stands behind it",
    drop: "Throw away",
    dropped: "Thrown away",
};
