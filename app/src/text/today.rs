//! The day of a rep.

use super::s;

/// See [`super::Text::today`].
pub struct Today {
    /// The opening sentence.
    pub left: fn(usize) -> String,
    /// All done.
    pub all_done: fn(usize) -> String,
    /// In the ring.
    pub walked: &'static str,
    /// The ring, said.
    pub ring: fn(usize, usize) -> String,
    /// The folded row.
    pub done: fn(usize) -> String,
    /// Above the shop in the dock.
    pub next: fn(u32) -> String,
    /// Label of the dock.
    pub next_label: &'static str,
    /// The rep is in this shop.
    pub here: fn(&str) -> String,
    /// The bright act.
    pub to_brief: &'static str,
    /// The bright act while a visit is open.
    pub back_to_visit: &'static str,
    /// Reason.
    pub redo: fn(u32) -> String,
    /// Reason.
    pub open_task: &'static str,
    /// Reason: days over the frequency of its class.
    pub overdue: fn(u32) -> String,
    /// Reason.
    pub planned: &'static str,
    /// Reason.
    pub unplanned: &'static str,
    /// The last visit: when.
    pub last: fn(&str) -> String,
    /// The last visit: when and how many points.
    pub last_score: fn(&str, u32) -> String,
    /// Never been there.
    pub never: &'static str,
    /// No plan for the day.
    pub empty: &'static str,
    /// What to do then.
    pub empty_more: &'static str,
    /// Button.
    pub empty_act: &'static str,
    /// Dock when all is done.
    pub finished: &'static str,
    /// Dock when all is done and something still waits.
    pub finished_waiting: fn(usize) -> String,
    /// Button.
    pub to_outbox: &'static str,
    /// Old unsent work.
    pub aged: fn(usize, &str) -> String,
    /// What to do about it.
    pub aged_more: &'static str,
    /// Heading: visits of earlier days without a check-out.
    pub not_checked_out: &'static str,
    /// It can be gone on with; the day.
    pub left_open: fn(&str) -> String,
    /// It was ended by itself; the day, and when.
    pub forgotten: fn(&str, &str) -> String,
    /// Score of a finished stop.
    pub scored: fn(u32) -> String,
}

pub(super) const ZH: Today = Today {
    left: |n| format!("还有 {n} 家要走"),
    all_done: |n| format!("今天 {n} 家都走完了"),
    walked: "已走",
    ring: |done, all| format!("今天 {all} 家，已走 {done} 家"),
    done: |n| format!("已走完 {n} 家"),
    next: |n| format!("下一站·第 {n} 家"),
    next_label: "下一站",
    here: |since| format!("正在拜访·{since}签到"),
    to_brief: "看简报，去签到",
    back_to_visit: "回到这次拜访",
    redo: |n| format!("退回重拍 {n} 张"),
    open_task: "有事没办完",
    overdue: |days| format!("逾期 {days} 天"),
    planned: "计划内",
    unplanned: "计划外",
    last: |when| format!("上次 {when}"),
    last_score: |when, points| format!("上次 {when}，{points} 分"),
    never: "第一次去",
    empty: "今天没有安排",
    empty_more: "从门店名单里挑一家去看看？",
    empty_act: "看门店",
    finished: "今天的路线走完了",
    finished_waiting: |n| format!("还有 {n} 条没发到"),
    to_outbox: "看发件箱",
    aged: |n, since| format!("{n} 条存了 {since}没发"),
    aged_more: "找个有网的地方，打开一会儿就发出去",
    not_checked_out: "忘了签退的",
    left_open: |day| format!("{day}进的店，还没签退，点开接着做"),
    forgotten: |day, clock| format!("{day}没签退，按最后一步 {clock} 结束了，填的都在"),
    scored: |points| format!("{points} 分"),
};

pub(super) const EN: Today = Today {
    left: |n| format!("{n} shop{} to go", s(n)),
    all_done: |n| format!("All {n} shops done"),
    walked: "done",
    ring: |done, all| format!("{all} shops today, {done} done"),
    done: |n| format!("{n} shop{} done", s(n)),
    next: |n| format!("Next · stop {n}"),
    next_label: "Next stop",
    here: |since| format!("In the shop · since {since}"),
    to_brief: "See the brief",
    back_to_visit: "Back to this visit",
    redo: |n| format!("{n} photo{} to retake", s(n as usize)),
    open_task: "Something is open",
    overdue: |days| format!("{days} day{} overdue", s(days as usize)),
    planned: "Planned",
    unplanned: "Not planned",
    last: |when| format!("last {when}"),
    last_score: |when, points| format!("last {when}, {points} pts"),
    never: "first visit",
    empty: "Nothing planned today",
    empty_more: "Pick a shop from the list?",
    empty_act: "See the shops",
    finished: "The route is done",
    finished_waiting: |n| format!("{n} not sent yet"),
    to_outbox: "See the outbox",
    aged: |n, since| format!("{n} unsent for {since}"),
    aged_more: "Find a place with a network and keep the app open",
    not_checked_out: "Without a check-out",
    left_open: |day| format!("Begun on {day}, not checked out; tap to go on"),
    forgotten: |day, clock| format!("{day}: no check-out, ended at the last step, {clock}; all answers kept"),
    scored: |points| format!("{points} pts"),
};
