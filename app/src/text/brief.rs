//! What to know before entering a shop, and arriving there.

use super::s;

/// See [`super::Text::brief`].
pub struct Brief {
    /// Which stop of the day.
    pub stop_of: fn(u32, usize) -> String,
    /// Off the route.
    pub off_route: &'static str,
    /// Who runs the shop.
    pub owner: fn(&str) -> String,
    /// Who supplies it.
    pub by_sub_distributor: fn(&str) -> String,
    /// Who supplies it.
    pub by_dealer: fn(&str) -> String,
    /// Nobody supplies it yet.
    pub open_supply: &'static str,
    /// Heading.
    pub last_visit: &'static str,
    /// By the rep.
    pub by_you: fn(&str) -> String,
    /// By somebody else.
    pub by_other: fn(&str, &str) -> String,
    /// More than before.
    pub more: fn(u32) -> String,
    /// Less than before.
    pub less: fn(u32) -> String,
    /// As before.
    pub same: &'static str,
    /// How long.
    pub stayed: fn(&str) -> String,
    /// Never been there.
    pub never: &'static str,
    /// The pictures of the chart, said.
    pub trend: fn(&str) -> String,
    /// A photo to take again.
    pub redo: fn(&str) -> String,
    /// Until when.
    pub due: fn(&str) -> String,
    /// Overdue.
    pub overdue: fn(i64) -> String,
    /// Address and code.
    pub about: &'static str,
    /// How often.
    pub every: fn(u16) -> String,
    /// How long ago.
    pub gone: fn(i32) -> String,
    /// Days over.
    pub over: fn(u32) -> String,
    /// Days left.
    pub days_left: fn(u32) -> String,
    /// Heading: what differs between the last two visits.
    pub changed: &'static str,
    /// Against which day.
    pub against: fn(&str) -> String,
    /// How many more.
    pub changed_more: fn(usize) -> String,
    /// Before something that was, said.
    pub was: &'static str,
    /// Pieces in stock.
    pub stock: &'static str,
    /// So many, and how many more or less than before.
    pub pieces: fn(i64, i64) -> String,
    /// The line of it, said.
    pub stock_trend: fn(&str) -> String,
    /// Heading: competitors seen.
    pub rivals: &'static str,
    /// Term.
    pub address: &'static str,
    /// Term.
    pub code: &'static str,
    /// Term.
    pub trade: &'static str,
    /// How far.
    pub from_shop: fn(&str) -> String,
    /// How exact, how old.
    pub accuracy: fn(u32, &str) -> String,
    /// Measuring.
    pub measuring: &'static str,
    /// What it is for.
    pub measuring_why: &'static str,
    /// No position.
    pub no_fix: &'static str,
    /// Why it does not matter.
    pub no_fix_why: &'static str,
    /// Not allowed.
    pub fix_denied: &'static str,
    /// Measure again.
    pub measure_again: &'static str,
    /// The bright act.
    pub check_in: &'static str,
    /// The bright act while another visit is open.
    pub other_open: fn(&str) -> String,
    /// The bright act while the visit here is open.
    pub to_visit: &'static str,
    /// Sheet: title while a reason for the place is asked.
    pub why_far_title: &'static str,
    /// Sheet: why from afar.
    pub why_far: &'static str,
    /// How far.
    pub why_far_more: fn(&str) -> String,
    /// Sheet: why without a position.
    pub why_no_fix: &'static str,
    /// What it is for.
    pub why_no_fix_more: &'static str,
    /// Sheet: why off the plan.
    pub why_unplanned: &'static str,
    /// What it is for.
    pub why_unplanned_more: &'static str,
    /// Ready reasons: far.
    pub far_reasons: [&'static str; 4],
    /// Ready reasons: no fix.
    pub no_fix_reasons: [&'static str; 3],
    /// Ready reasons: unplanned.
    pub unplanned_reasons: [&'static str; 4],
    /// Own words.
    pub own_words: &'static str,
    /// Button in the sheet.
    pub with_reason: &'static str,
    /// The shop is closed.
    pub closed: &'static str,
    /// Not on this phone.
    pub unknown: &'static str,
    /// What that may mean.
    pub unknown_more: &'static str,
    /// Checked in.
    pub done_today: fn(&str) -> String,
    /// Look at it.
    pub see_visit: &'static str,
    /// Visit once more.
    pub visit_again: &'static str,
}

pub(super) const ZH: Brief = Brief {
    stop_of: |n, all| format!("今天第 {n} 家，共 {all} 家"),
    off_route: "不在今天的路线上",
    owner: |name| format!("店主{name}"),
    by_sub_distributor: |name| format!("分销商{name}"),
    by_dealer: |name| format!("经销商{name}直供"),
    open_supply: "还没有人供货",
    last_visit: "上次拜访",
    by_you: |when| format!("{when}，你自己去的"),
    by_other: |when, name| format!("{when}，{name}去的"),
    more: |n| format!("比前一次高 {n} 分"),
    less: |n| format!("比前一次低 {n} 分"),
    same: "和前一次一样",
    stayed: |time| format!("在店 {time}"),
    never: "还没有人来过，你是第一个",
    trend: |points| format!("最近几次得分：{points}"),
    redo: |what| format!("{what}要重拍"),
    due: |day| format!("{day}前"),
    overdue: |days| format!("晚了 {days} 天"),
    about: "这家店",
    every: |days| format!("每 {days} 天去一次"),
    gone: |days| match days {
        0 => "今天去过".to_owned(),
        n => format!("上次 {n} 天前"),
    },
    over: |days| format!("超了 {days} 天"),
    days_left: |days| match days {
        0 => "今天到期".to_owned(),
        n => format!("还有 {n} 天"),
    },
    changed: "变了什么",
    against: |day| format!("和{day}比"),
    changed_more: |n| format!("还有 {n} 处变了"),
    was: "原来",
    stock: "库存合计",
    pieces: |n, more| match more {
        0 => format!("{n} 件，没变"),
        more if more > 0 => format!("{n} 件，多了 {more}"),
        less => format!("{n} 件，少了 {}", -less),
    },
    stock_trend: |pieces| format!("最近几次库存：{pieces}"),
    rivals: "竞品在做什么",
    address: "地址",
    code: "编号",
    trade: "业态",
    from_shop: |distance| format!("离店 {distance}"),
    accuracy: |metres, when| format!("定位误差 {metres} 米，{when}测的"),
    measuring: "正在定位",
    measuring_why: "等不及也能签，写句原因就行",
    no_fix: "定位不到",
    no_fix_why: "写句原因照样能签",
    fix_denied: "定位被关了，写句原因照样能签",
    measure_again: "重新定位",
    check_in: "签到，开始拜访",
    other_open: |name| format!("先签退{name}"),
    to_visit: "回到这次拜访",
    why_far_title: "写一句原因",
    why_far: "离店有点远",
    why_far_more: |distance| format!("手机说离店 {distance}。写一句原因，经理看得到。"),
    why_no_fix: "没有定位",
    why_no_fix_more: "写一句原因，经理看得到。",
    why_unplanned: "为什么来这家",
    why_unplanned_more: "不在今天的路线上，记一笔原因。",
    far_reasons: ["店搬了", "地图标错了", "在店主家里谈", "在仓库"],
    no_fix_reasons: ["在地下室", "手机没信号", "定位关了"],
    unplanned_reasons: ["顺路", "店主叫我来", "送货、补货", "新店"],
    own_words: "自己写一句",
    with_reason: "签到，开始拜访",
    closed: "这家店已经关了",
    unknown: "这台手机上没有这家店",
    unknown_more: "可能已经改给别人，或者还没下载到。联网后再看。",
    done_today: |clock| format!("今天 {clock} 来过"),
    see_visit: "看那次拜访",
    visit_again: "再拜访一次",
};

pub(super) const EN: Brief = Brief {
    stop_of: |n, all| format!("Stop {n} of {all} today"),
    off_route: "Not on today's route",
    owner: |name| name.to_owned(),
    by_sub_distributor: |name| format!("served by {name}"),
    by_dealer: |name| format!("served by {name} directly"),
    open_supply: "nobody supplies it yet",
    last_visit: "Last visit",
    by_you: |when| format!("{when}, by you"),
    by_other: |when, name| format!("{when}, by {name}"),
    more: |n| format!("{n} more than before"),
    less: |n| format!("{n} less than before"),
    same: "as before",
    stayed: |time| format!("{time} in the shop"),
    never: "Nobody has been here yet; you are the first",
    trend: |points| format!("Recent scores: {points}"),
    redo: |what| format!("Retake: {what}"),
    due: |day| format!("by {day}"),
    overdue: |days| format!("{days} day{} late", s(days.unsigned_abs() as usize)),
    about: "This shop",
    every: |days| format!("every {days} days"),
    gone: |days| match days {
        0 => "visited today".to_owned(),
        n => format!("last {n} day{} ago", s(n.unsigned_abs() as usize)),
    },
    over: |days| format!("{days} day{} over", s(days as usize)),
    days_left: |days| match days {
        0 => "due today".to_owned(),
        n => format!("{n} day{} left", s(n as usize)),
    },
    changed: "What changed",
    against: |day| format!("against {day}"),
    changed_more: |n| format!("{n} more change{}", s(n)),
    was: "was",
    stock: "Stock in all",
    pieces: |n, more| match more {
        0 => format!("{n}, as before"),
        more if more > 0 => format!("{n}, {more} more"),
        less => format!("{n}, {} less", -less),
    },
    stock_trend: |pieces| format!("Recent stock: {pieces}"),
    rivals: "What competitors do",
    address: "Address",
    code: "Code",
    trade: "Trade",
    from_shop: |distance| format!("{distance} from the door"),
    accuracy: |metres, when| format!("Fix ±{metres} m, taken {when}"),
    measuring: "Finding your position",
    measuring_why: "You can check in now with a short reason",
    no_fix: "No position",
    no_fix_why: "A short reason is enough",
    fix_denied: "Position is switched off; a short reason is enough",
    measure_again: "Measure again",
    check_in: "Check in",
    other_open: |name| format!("Check out of {name} first"),
    to_visit: "Back to this visit",
    why_far_title: "A short reason",
    why_far: "Far from the shop",
    why_far_more: |distance| format!("The phone says {distance}. Give a short reason; your manager sees it."),
    why_no_fix: "No position",
    why_no_fix_more: "Give a short reason; your manager sees it.",
    why_unplanned: "Why this shop",
    why_unplanned_more: "It is not on today's route. Note a reason.",
    far_reasons: ["The shop has moved", "Wrong on the map", "At the owner's home", "In the warehouse"],
    no_fix_reasons: ["In a basement", "No signal", "Position is off"],
    unplanned_reasons: ["On the way", "The owner called", "Delivery", "New shop"],
    own_words: "In your own words",
    with_reason: "Check in",
    closed: "This shop has closed",
    unknown: "This shop is not on this phone",
    unknown_more: "It may have been given to somebody else, or has not come down yet. Look again when online.",
    done_today: |clock| format!("Visited today at {clock}"),
    see_visit: "See that visit",
    visit_again: "Visit again",
};
