//! What was done in shops, week by week.

use super::s;
use domain::rules::trends::{By, Figure, Measure};
use jiff::civil::Date;

/// See [`super::Text::trends`].
pub struct TrendsText {
    /// The screen.
    pub title: &'static str,
    /// A measure, short.
    pub measure: fn(Measure) -> &'static str,
    /// What it counts.
    pub counts: fn(Measure) -> &'static str,
    /// By what it is told apart.
    pub by: fn(By) -> &'static str,
    /// Label of that choice.
    pub by_label: &'static str,
    /// So many weeks.
    pub weeks: fn(u32) -> String,
    /// Label of that choice.
    pub weeks_label: &'static str,
    /// Label of what it is narrowed down to.
    pub within: &'static str,
    /// Takes one of them away.
    pub without: fn(&str) -> String,
    /// Opening sentence: a measure and its value in a week.
    pub head: fn(Measure, &str, Date) -> String,
    /// Nothing was counted in the week.
    pub head_none: fn(Date) -> String,
    /// The unit behind a value.
    pub unit: fn(Measure) -> &'static str,
    /// What stands for no value.
    pub nothing: &'static str,
    /// What a value was counted from.
    pub part: fn(Measure, Figure) -> String,
    /// So much more than the week before, with its unit.
    pub more: fn(Measure, &str) -> String,
    /// So much less.
    pub less: fn(Measure, &str) -> String,
    /// As the week before.
    pub same: &'static str,
    /// A week, by its Monday.
    pub week: fn(Date) -> String,
    /// The same where there is little room.
    pub week_short: fn(Date) -> String,
    /// The last week is not over.
    pub running: &'static str,
    /// What the chart is, for those who hear it.
    pub chart: fn(Measure) -> String,
    /// The figures as a table.
    pub table: &'static str,
    /// Column: the week.
    pub column_week: &'static str,
    /// Row: all together.
    pub all: &'static str,
    /// Heading of the rows: the worst first.
    pub worst_first: fn(By) -> String,
    /// In which order.
    pub order: fn(Measure) -> &'static str,
    /// As of when, from how many reps.
    pub as_of: fn(&str, u32) -> String,
    /// Everything is in it.
    pub complete: &'static str,
    /// So many reps are not wholly in it.
    pub behind: fn(usize) -> String,
    /// Last heard of then.
    pub seen: fn(&str) -> String,
    /// Never heard of.
    pub never_seen: &'static str,
    /// So many records have not come.
    pub records: fn(u64) -> String,
    /// So many photos have not come.
    pub photos: fn(u32) -> String,
    /// The shops are those of today.
    pub shops_now: &'static str,
    /// The visits behind a rep's figures.
    pub visits: &'static str,
    /// There are more of them than are listed.
    pub visits_more: fn(usize) -> String,
    /// There are none.
    pub visits_none: &'static str,
    /// How long somebody stayed.
    pub stayed: fn(i64) -> String,
    /// Photos judged, and sent back.
    pub judged: fn(u32, u32) -> String,
    /// Not scored.
    pub unscored: &'static str,
    /// Only with a network.
    pub offline: &'static str,
    /// What to do then.
    pub offline_more: &'static str,
    /// The figures of then are still shown.
    pub kept: fn(&str) -> String,
    /// Nobody and nothing to count.
    pub none: &'static str,
    /// Why that may be.
    pub none_more: &'static str,
    /// As a table of text.
    pub csv: &'static str,
    /// As an Excel file.
    pub xlsx: &'static str,
}

pub const ZH: TrendsText = TrendsText {
    title: "趋势",
    measure: measure_zh,
    counts: |measure| match measure {
        Measure::Compliance => "打了分的拜访里，达到检查表及格线的占多少。",
        Measure::Coverage => "在册的门店里，这一周去过的占多少；一家店一周只算一次。",
        Measure::Frequency => "平均每家在册门店，这一周去了几次。",
        Measure::Stay => "从到店到离店平均多久；忘了签退、自动结束的不算。",
        Measure::Redo => "判过的照片里，退回重拍的占多少；算在拜访的那一周。",
    },
    by: by_zh,
    by_label: "分组",
    weeks: |n| format!("{n} 周"),
    weeks_label: "看多久",
    within: "只看",
    without: |name| format!("不再只看{name}"),
    head: |measure, value, monday| {
        let what = match measure {
            Measure::Compliance => "达标",
            Measure::Coverage => "覆盖",
            Measure::Frequency => "每店去了",
            Measure::Stay => "平均在店",
            Measure::Redo => "照片退回",
        };
        format!("{}月{}日那周{what} {value}", monday.month(), monday.day())
    },
    head_none: |monday| format!("{}月{}日那周没有可算的", monday.month(), monday.day()),
    unit: |measure| match measure {
        Measure::Compliance | Measure::Coverage | Measure::Redo => "%",
        Measure::Frequency => "次",
        Measure::Stay => "分钟",
    },
    nothing: "没有",
    part: |measure, Figure { part, whole }| match measure {
        Measure::Compliance => format!("{whole} 次打分的拜访，{part} 次达标"),
        Measure::Coverage => format!("{whole} 家店，去了 {part} 家"),
        Measure::Frequency => format!("{whole} 家店，去了 {part} 次"),
        Measure::Stay => format!("{whole} 次拜访，共 {} 分钟", part / 60),
        Measure::Redo => format!("{whole} 张判过的照片，退回 {part} 张"),
    },
    more: |measure, by| format!("比前一周多 {by}{}", if measure.is_share() { " 个点" } else { "" }),
    less: |measure, by| format!("比前一周少 {by}{}", if measure.is_share() { " 个点" } else { "" }),
    same: "和前一周一样",
    week: |monday| format!("{}月{}日起的一周", monday.month(), monday.day()),
    week_short: |monday| format!("{}/{}", monday.month(), monday.day()),
    running: "这周还没过完",
    chart: |measure| format!("{}，按周；左右键换一周", measure_zh(measure)),
    table: "看数字",
    column_week: "周",
    all: "合计",
    worst_first: |by| format!("按{}", by_zh(by)),
    order: |measure| if measure.less_is_better() { "退回多的在前" } else { "低的在前" },
    as_of: |when, reps| format!("截至 {when}，{reps} 位业务代表"),
    complete: "今天都联系上了，报过数的都到了。",
    behind: |n| format!("其中 {n} 位的可能还没算全"),
    seen: |when| format!("上次联系 {when}"),
    never_seen: "还没联系过",
    records: |n| format!("{n} 条没到"),
    photos: |n| format!("{n} 张照片没到"),
    shops_now: "门店数按现在的名册算。",
    visits: "背后的拜访",
    visits_more: |n| format!("只列最近 {n} 次，缩短周数再看更早的。"),
    visits_none: "这段时间没有拜访",
    stayed: |minutes| format!("在店 {minutes} 分钟"),
    judged: |judged, back| {
        if back == 0 {
            format!("判了 {judged} 张，都合格")
        } else {
            format!("判了 {judged} 张，退回 {back} 张")
        }
    },
    unscored: "没打分",
    offline: "有网才看得到趋势",
    offline_more: "这些数字是服务器算的，联网后再看。手机上的拜访和照片照样能看。",
    kept: |when| format!("没有网络，这是 {when} 的数字。"),
    none: "这里还没有可算的",
    none_more: "换个时间段，或者去掉筛选。",
    csv: "导出 CSV",
    xlsx: "导出 Excel",
};

pub const EN: TrendsText = TrendsText {
    title: "Trends",
    measure: measure_en,
    counts: |measure| match measure {
        Measure::Compliance => "Of the visits that were scored, those that reached the pass mark of their checklist.",
        Measure::Coverage => "Of the shops on the books, those visited in the week; a shop counts once a week.",
        Measure::Frequency => "Visits in the week for each shop on the books.",
        Measure::Stay => "From arriving to leaving, on average. Visits that ended by themselves do not count.",
        Measure::Redo => "Of the photos that were judged, those to be taken again, in the week of their visit.",
    },
    by: by_en,
    by_label: "Told apart by",
    weeks: |n| format!("{n} weeks"),
    weeks_label: "How long",
    within: "Only",
    without: |name| format!("No longer only {name}"),
    head: |measure, value, monday| {
        let what = match measure {
            Measure::Compliance => "complied",
            Measure::Coverage => "were covered",
            Measure::Frequency => "visits a shop",
            Measure::Stay => "in store",
            Measure::Redo => "of photos were sent back",
        };
        format!("{value} {what} in the week of {}", day(monday))
    },
    head_none: |monday| format!("Nothing to count in the week of {}", day(monday)),
    unit: |measure| match measure {
        Measure::Compliance | Measure::Coverage | Measure::Redo => "%",
        Measure::Frequency => "visits",
        Measure::Stay => "min",
    },
    nothing: "none",
    part: |measure, Figure { part, whole }| {
        let many = s(usize::try_from(whole).unwrap_or(2));
        match measure {
            Measure::Compliance => format!("{part} of {whole} scored visit{many} passed"),
            Measure::Coverage => format!("{part} of {whole} shop{many} visited"),
            Measure::Frequency => format!("{part} visits to {whole} shop{many}"),
            Measure::Stay => format!("{} min in {whole} visit{many}", part / 60),
            Measure::Redo => format!("{part} of {whole} judged photo{many} sent back"),
        }
    },
    more: |measure, by| format!("{by}{} more than the week before", if measure.is_share() { " points" } else { "" }),
    less: |measure, by| format!("{by}{} less than the week before", if measure.is_share() { " points" } else { "" }),
    same: "as the week before",
    week: |monday| format!("Week of {}", day(monday)),
    week_short: day,
    running: "this week is not over",
    chart: |measure| format!("{} by week; arrow keys move to another week", measure_en(measure)),
    table: "See the figures",
    column_week: "Week",
    all: "All",
    worst_first: |by| format!("By {}", by_en(by).to_lowercase()),
    order: |measure| if measure.less_is_better() { "most sent back first" } else { "lowest first" },
    as_of: |when, reps| format!("As of {when}, from {reps} rep{}", s(reps as usize)),
    complete: "All were heard of today, and all that was announced is here.",
    behind: |n| format!("{n} of them may not be wholly counted yet"),
    seen: |when| format!("last contact {when}"),
    never_seen: "never heard of",
    records: |n| format!("{n} record{} not here", s(usize::try_from(n).unwrap_or(2))),
    photos: |n| format!("{n} photo{} not here", s(n as usize)),
    shops_now: "Shops are those on the books today.",
    visits: "The visits behind it",
    visits_more: |n| format!("Only the last {n} are listed. Choose fewer weeks to see earlier ones."),
    visits_none: "No visits in this time",
    stayed: |minutes| format!("{minutes} min in store"),
    judged: |judged, back| match back {
        0 => format!("{judged} judged, all passed"),
        back => format!("{judged} judged, {back} sent back"),
    },
    unscored: "not scored",
    offline: "Trends are there when there is a network",
    offline_more: "The server counts them. Look again when online; visits and photos on this device can be seen as always.",
    kept: |when| format!("No network: these are the figures of {when}."),
    none: "Nothing to count here yet",
    none_more: "Choose another time, or take a filter away.",
    csv: "Export CSV",
    xlsx: "Export Excel",
};

fn day(date: Date) -> String {
    (super::time::EN.day)(date)
}

const fn measure_zh(measure: Measure) -> &'static str {
    match measure {
        Measure::Compliance => "达标",
        Measure::Coverage => "覆盖",
        Measure::Frequency => "频次",
        Measure::Stay => "在店",
        Measure::Redo => "退回",
    }
}

const fn by_zh(by: By) -> &'static str {
    match by {
        By::Region => "大区",
        By::Territory => "区域",
        By::Rep => "业务代表",
        By::Class => "门店等级",
        By::Standard => "陈列标准",
    }
}

const fn measure_en(measure: Measure) -> &'static str {
    match measure {
        Measure::Compliance => "Compliance",
        Measure::Coverage => "Coverage",
        Measure::Frequency => "Frequency",
        Measure::Stay => "Time in store",
        Measure::Redo => "Sent back",
    }
}

const fn by_en(by: By) -> &'static str {
    match by {
        By::Region => "Region",
        By::Territory => "Territory",
        By::Rep => "Rep",
        By::Class => "Shop class",
        By::Standard => "Display standard",
    }
}
