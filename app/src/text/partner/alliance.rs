//! The alliance of a dealer.

use domain::records::Duty;

/// See [`super::PartnerText::alliance`].
pub struct AllianceText {
    /// The alliances.
    pub title: &'static str,
    /// There is none.
    pub none: &'static str,
    /// When there will be.
    pub none_more: &'static str,
    /// So many members.
    pub member_count: fn(usize) -> String,
    /// A member since.
    pub since: fn(&str) -> String,
    /// A month: year, month.
    pub month: fn(i16, i8) -> String,
    /// Button.
    pub month_before: &'static str,
    /// Button.
    pub month_after: &'static str,
    /// The manufacturer's duties.
    pub manufacturer: &'static str,
    /// So many of so many.
    pub done_of: fn(usize, usize) -> String,
    /// The duties.
    pub duty: fn(Duty) -> &'static str,
    /// Button: done.
    pub tick: &'static str,
    /// The button, said: which duty.
    pub tick_said: fn(&str) -> String,
    /// It is open.
    pub open: &'static str,
    /// The month is over.
    pub late: &'static str,
    /// This month: so many of so many.
    pub this_month: fn(usize, usize) -> String,
    /// Which ones of the month before were not done.
    pub missed: fn(&str) -> String,
    /// Which ones of this month are open.
    pub to_do: fn(&str) -> String,
    /// All of this month's are done.
    pub all_done: &'static str,
    /// It was ticked off.
    pub ticked: &'static str,
    /// The tick was taken back.
    pub unticked: &'static str,
}

pub const ZH: AllianceText = AllianceText {
    title: "联合体",
    none: "还没有联合体",
    none_more: "第一份三方协议生效，联合体就成立了。",
    member_count: |count| format!("{count} 家成员"),
    since: |day| format!("{day}加入 "),
    month: |year, month| format!("{year}年{month}月职责"),
    month_before: "上个月",
    month_after: "下个月",
    manufacturer: "厂家",
    done_of: |done, of| format!("{done} / {of}"),
    duty: |duty| match duty {
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
    },
    tick: "完成",
    tick_said: |duty| format!("完成：{duty}"),
    open: "本月还没做",
    late: "月底前没做",
    this_month: |done, of| format!("本月职责做了 {done} / {of}"),
    missed: |names| format!("上个月没做：{names}"),
    to_do: |names| format!("还没做：{names}"),
    all_done: "本月的都做了",
    ticked: "已勾上",
    unticked: "已取消",
};

pub const EN: AllianceText = AllianceText {
    title: "Alliance",
    none: "No alliance yet",
    none_more: "It is founded when the first agreement comes into force.",
    member_count: |count| match count {
        1 => "1 member".to_owned(),
        count => format!("{count} members"),
    },
    since: |day| format!("since {day} "),
    month: |year, month| format!("Duties of {} {year}", crate::text::time::month(month)),
    month_before: "The month before",
    month_after: "The month after",
    manufacturer: "Manufacturer",
    done_of: |done, of| format!("{done} of {of}"),
    duty: |duty| match duty {
        Duty::Planning => "Planning",
        Duty::Policies => "Drafting policies",
        Duty::Training => "Training",
        Duty::Guidance => "Guidance",
        Duty::Supervision => "Supervision",
        Duty::Targets => "Splitting targets",
        Duty::Suggestions => "Suggesting orders",
        Duty::Talks => "Talks",
        Duty::Prices => "Setting prices",
        Duty::Orders => "Handling orders",
        Duty::Delivery => "Delivery",
        Duty::Incentives => "Carrying out incentives",
        Duty::Display => "Standard display",
    },
    tick: "Done",
    tick_said: |duty| format!("Done: {duty}"),
    open: "Open this month",
    late: "Not done in its month",
    this_month: |done, of| format!("Duties of this month: {done} of {of} done"),
    missed: |names| format!("Not done last month: {names}"),
    to_do: |names| format!("Open: {names}"),
    all_done: "All of this month's are done",
    ticked: "Ticked off",
    unticked: "Taken back",
};
