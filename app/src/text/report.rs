//! A visit on paper.

/// See [`super::Text::report`].
pub struct ReportText {
    /// What it is.
    pub title: &'static str,
    /// The way here from a visit.
    pub open: &'static str,
    /// Button.
    pub print: &'static str,
    /// What it shows that the screen beside it does not: nothing more than this device holds.
    pub as_of: fn(&str) -> String,
    /// The shop's number and class.
    pub shop: &'static str,
    /// Who was there.
    pub rep: &'static str,
    /// When.
    pub time: &'static str,
    /// How far the position at the check-in can be believed.
    pub trust: &'static str,
    /// What it came to.
    pub score: &'static str,
    /// The score with its band.
    pub scored: fn(&str, &str) -> String,
    /// Who works there.
    pub address: &'static str,
    /// Heading over the questions.
    pub answers: &'static str,
    /// Heading over the photos: so many.
    pub photos: fn(usize) -> String,
    /// A photo that the server does not have yet.
    pub small: &'static str,
    /// Under the picture of a standard.
    pub standard: fn(&str) -> String,
    /// What was missed of it.
    pub missed: fn(&str) -> String,
    /// Who judged, and when.
    pub judged: fn(&str, &str) -> String,
    /// The shop has not signed.
    pub unsigned: &'static str,
}

pub(super) const ZH: ReportText = ReportText {
    title: "拜访报告",
    open: "报告和打印",
    print: "打印",
    as_of: |when| format!("按这台设备 {when} 的记录打印，之后的变化不在里面"),
    shop: "门店",
    rep: "业务代表",
    time: "时间",
    trust: "签到",
    score: "得分",
    scored: |points, band| format!("{points} 分，{band}"),
    address: "地址",
    answers: "问题和回答",
    photos: |n| format!("{n} 张照片"),
    small: "原图还没到，这是小图",
    standard: |name| format!("标准：{name}"),
    missed: |points| format!("没做到：{points}"),
    judged: |name, when| format!("{name} {when}"),
    unsigned: "店方没有签字",
};

pub(super) const EN: ReportText = ReportText {
    title: "Visit report",
    open: "Report, to print",
    print: "Print",
    as_of: |when| format!("As this device had it {when}; what changed later is not in it"),
    shop: "Shop",
    rep: "Rep",
    time: "Time",
    trust: "Check-in",
    score: "Score",
    scored: |points, band| format!("{points} points: {band}"),
    address: "Address",
    answers: "Questions and answers",
    photos: |n| format!("{n} photo{}", super::s(n)),
    small: "The original has not arrived: a small picture",
    standard: |name| format!("Standard: {name}"),
    missed: |points| format!("Missed: {points}"),
    judged: |name, when| format!("{name}, {when}"),
    unsigned: "The shop has not signed",
};
