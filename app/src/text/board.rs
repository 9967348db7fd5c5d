//! The manager's board of partners, their approvals, the calendar of agreements.

/// See [`super::Text::board`].
pub struct BoardText {
    /// The opening sentence: so many wait for a decision.
    pub head: fn(usize) -> String,
    /// Nothing waits.
    pub head_none: &'static str,
    /// So many are in the pipeline, so many are members.
    pub sum: fn(usize, usize) -> String,
    /// View.
    pub inbox: &'static str,
    /// View.
    pub pipeline: &'static str,
    /// View.
    pub calendar: &'static str,
    /// View.
    pub ground: &'static str,
    /// Nothing waits for a decision.
    pub inbox_none: &'static str,
    /// What comes there.
    pub inbox_more: &'static str,
    /// Three signatures; may come into force.
    pub to_approve: &'static str,
    /// Qualification runs out.
    pub runs_out: fn(&str) -> String,
    /// The agreement ends in so many days.
    pub ends_in: fn(i64) -> String,
    /// Choose for comparison.
    pub compare_this: &'static str,
    /// Button: side by side.
    pub compare: fn(usize) -> String,
    /// The sheet.
    pub comparison: &'static str,
    /// Row.
    pub verdict: &'static str,
    /// Row: what speaks against them.
    pub against: &'static str,
    /// Row: what is missing.
    pub missing: &'static str,
    /// Which place of the shortlist.
    pub place: fn(usize) -> String,
    /// A column without cards.
    pub column_none: &'static str,
    /// No agreement is in force.
    pub calendar_none: &'static str,
    /// What the calendar shows, said.
    pub calendar_said: fn(&str, &str, &str) -> String,
    /// What the map shows.
    pub ground_more: &'static str,
    /// Nobody holds the area.
    pub free: &'static str,
    /// So many shops.
    pub shops: fn(usize) -> String,
    /// Button: the list as a file.
    pub export: &'static str,
    /// Button: agreements as a file.
    pub export_agreements: &'static str,
}

pub const ZH: BoardText = BoardText {
    head: |count| format!("{count} 件等你批"),
    head_none: "没有要批的",
    sum: |pipeline, members| format!("{pipeline} 家在路上，{members} 家已加入"),
    inbox: "待批",
    pipeline: "看板",
    calendar: "协议日历",
    ground: "区域图",
    inbox_none: "没有要批的",
    inbox_more: "业务代表报上来的认证、淘汰，签好的协议，快到期的，都会到这里。",
    to_approve: "三方已签，等你批准生效",
    runs_out: |day| format!("认证到{day}，该复审了"),
    ends_in: |days| format!("协议还有 {days} 天到期"),
    compare_this: "选来比",
    compare: |count| format!("并排比 {count} 家"),
    comparison: "并排比",
    verdict: "结论",
    against: "否决",
    missing: "还缺",
    place: |place| format!("第 {place} 名"),
    column_none: "空",
    calendar_none: "还没有生效的协议",
    calendar_said: |name, from, until| format!("{name}：{from}到{until}"),
    ground_more: "圆越大，门店越多。谁独家经营，看下面。",
    free: "没有人",
    shops: |count| format!("{count} 家店"),
    export: "导出伙伴",
    export_agreements: "导出协议",
};

pub const EN: BoardText = BoardText {
    head: |count| match count {
        1 => "1 decision waits for you".to_owned(),
        count => format!("{count} decisions wait for you"),
    },
    head_none: "Nothing waits for you",
    sum: |pipeline, members| format!("{pipeline} on the way, {members} members"),
    inbox: "To decide",
    pipeline: "Board",
    calendar: "Calendar",
    ground: "Grounds",
    inbox_none: "Nothing waits for you",
    inbox_more: "Requests to qualify or to cut, signed agreements and what is about to run out come here.",
    to_approve: "Signed by all three; may come into force",
    runs_out: |day| format!("Qualified until {day}: look again"),
    ends_in: |days| format!("The agreement ends in {days} days"),
    compare_this: "Compare",
    compare: |count| format!("Compare {count}"),
    comparison: "Side by side",
    verdict: "Verdict",
    against: "Against",
    missing: "Missing",
    place: |place| format!("Place {place}"),
    column_none: "none",
    calendar_none: "No agreement is in force",
    calendar_said: |name, from, until| format!("{name}: {from} to {until}"),
    ground_more: "The larger the circle, the more shops. The list below says whose ground it is.",
    free: "nobody",
    shops: |count| match count {
        1 => "1 shop".to_owned(),
        count => format!("{count} shops"),
    },
    export: "Export partners",
    export_agreements: "Export agreements",
};
