//! The day of a rep.

use super::s;
use domain::records::SkipReason;

/// See [`super::Text::today`].
pub struct Today {
    /// The opening sentence.
    pub left: fn(usize) -> String,
    /// All done.
    pub all_done: fn(usize) -> String,
    /// In the ring.
    pub walked: &'static str,
    /// The ring, said: all, walked, left out.
    pub ring: fn(usize, usize, usize) -> String,
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
    /// Walked and left out: the sentence of such a day, and the folded row.
    pub done_skipped: fn(usize, usize) -> String,
    /// The folded row when nothing was walked yet.
    pub skipped: fn(usize) -> String,
    /// Dock when the rest was left out.
    pub finished_skipped: fn(usize) -> String,
    /// Button: what else can be done with a stop; its shop.
    pub more: fn(&str) -> String,
    /// Question: why a stop is left out.
    pub skip_why: &'static str,
    /// The ready answers.
    pub skip_reason: fn(SkipReason) -> &'static str,
    /// Field.
    pub skip_note: &'static str,
    /// Field, when the answer says nothing yet.
    pub skip_note_needed: &'static str,
    /// The bright act of that sheet.
    pub skip: &'static str,
    /// Behind a stop that is drawn aside far enough.
    pub skip_let_go: &'static str,
    /// Notice: the shop was left out.
    pub left_out: fn(&str) -> String,
    /// A stop that was left out.
    pub not_walked: &'static str,
    /// Button: walk there after all.
    pub take_up: &'static str,
    /// The same, said: the shop.
    pub take_up_shop: fn(&str) -> String,
    /// Notice: it is on the route again.
    pub taken_up: &'static str,
    /// Heading of the stops to come.
    pub route: &'static str,
    /// Button: the shortest way first.
    pub shorten: &'static str,
    /// Notice: so much shorter.
    pub shortened: fn(&str) -> String,
    /// Notice: there is no shorter way.
    pub shortest: &'static str,
    /// Notice: without a position there is no order by distance.
    pub no_position: &'static str,
    /// Heading: moving one stop.
    pub move_stop: &'static str,
    /// Where it stands, of how many.
    pub place: fn(usize, usize) -> String,
    /// Button.
    pub earlier: &'static str,
    /// Button.
    pub later: &'static str,
    /// Heading: overdue shops that are not on the list.
    pub off_route: &'static str,
    /// Link to all of them.
    pub all_overdue: &'static str,
    /// A day on which nobody walks, by its name.
    pub free: fn(&str) -> String,
    /// What that means.
    pub free_more: &'static str,
    /// The rep is away.
    pub away: &'static str,
    /// What that means.
    pub away_more: &'static str,
    /// Until which day.
    pub away_until: fn(&str) -> String,
    /// Who walks meanwhile.
    pub somebody_steps_in: fn(&str) -> String,
    /// Nobody has been named.
    pub nobody_steps_in: &'static str,
    /// Whose route this is, and which.
    pub walk_for: fn(&str, &str) -> String,
    /// For whom the rep steps in, on a day without a route of theirs.
    pub stand_in: fn(&str) -> String,
    /// Under it: there is something to read.
    pub hand_over: &'static str,
}

pub(super) const ZH: Today = Today {
    left: |n| format!("还有 {n} 家要走"),
    all_done: |n| format!("今天 {n} 家都走完了"),
    walked: "已走",
    ring: |all, done, skipped| match skipped {
        0 => format!("今天 {all} 家，已走 {done} 家"),
        n => format!("今天 {all} 家，已走 {done} 家，跳过 {n} 家"),
    },
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
    done_skipped: |done, skipped| format!("走了 {done} 家，跳过 {skipped} 家"),
    skipped: |n| format!("跳过 {n} 家"),
    finished_skipped: |n| format!("路线走完了，跳过 {n} 家"),
    more: |shop| format!("{shop}：不去，或换个次序"),
    skip_why: "今天不去，因为",
    skip_reason: |reason| match reason {
        SkipReason::Shut => "关着门",
        SkipReason::OwnerAway => "店主不在",
        SkipReason::NoTime => "来不及",
        SkipReason::NoWay => "路不通",
        SkipReason::ByPhone => "电话办了",
        SkipReason::Other => "其他",
    },
    skip_note: "补一句（可以不写）",
    skip_note_needed: "写一句为什么",
    skip: "跳过这家",
    skip_let_go: "松手，说为什么",
    left_out: |shop| format!("{shop}今天不走了"),
    not_walked: "没走",
    take_up: "还是去",
    take_up_shop: |shop| format!("还是去{shop}"),
    taken_up: "放回路线了",
    route: "要走的",
    shorten: "按距离重排",
    shortened: |distance| format!("排好了，少走 {distance}"),
    shortest: "现在的次序就最近",
    no_position: "没有定位，次序没动。到窗边或屋外再试",
    move_stop: "换个次序",
    place: |place, of| format!("排第 {place}，接下来一共 {of} 家"),
    earlier: "往前一位",
    later: "往后一位",
    off_route: "逾期没排上的",
    all_overdue: "看所有逾期的店",
    free: |name| format!("{name}，今天休息"),
    free_more: "路线不用走。想看看门店也行。",
    away: "你今天请假",
    away_more: "路线不用走。",
    away_until: |day| format!("请假到 {day}"),
    somebody_steps_in: |name| format!("{name}替你走"),
    nobody_steps_in: "还没定谁替你走",
    walk_for: |name, routes| format!("替{name}走{routes}"),
    stand_in: |name| format!("这几天替{name}"),
    hand_over: "有交接的话，点开看",
};

pub(super) const EN: Today = Today {
    left: |n| format!("{n} shop{} to go", s(n)),
    all_done: |n| format!("All {n} shops done"),
    walked: "done",
    ring: |all, done, skipped| match skipped {
        0 => format!("{all} shops today, {done} done"),
        n => format!("{all} shops today, {done} done, {n} skipped"),
    },
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
    done_skipped: |done, skipped| format!("{done} done, {skipped} skipped"),
    skipped: |n| format!("{n} skipped"),
    finished_skipped: |n| format!("The route is done, {n} skipped"),
    more: |shop| format!("{shop}: skip or move"),
    skip_why: "Not going today, because",
    skip_reason: |reason| match reason {
        SkipReason::Shut => "Closed",
        SkipReason::OwnerAway => "Owner away",
        SkipReason::NoTime => "No time",
        SkipReason::NoWay => "Road blocked",
        SkipReason::ByPhone => "Done by phone",
        SkipReason::Other => "Other",
    },
    skip_note: "Anything to add (optional)",
    skip_note_needed: "Say why in a few words",
    skip: "Skip this shop",
    skip_let_go: "Let go and say why",
    left_out: |shop| format!("{shop} is skipped today"),
    not_walked: "Not reached",
    take_up: "Go after all",
    take_up_shop: |shop| format!("Go to {shop} after all"),
    taken_up: "Back on the route",
    route: "To go",
    shorten: "Sort by distance",
    shortened: |distance| format!("Sorted, {distance} less to go"),
    shortest: "This is the shortest order already",
    no_position: "No position, so the order is unchanged. Try near a window or outside",
    move_stop: "Move it",
    place: |place, of| format!("Number {place} of the {of} still ahead"),
    earlier: "One earlier",
    later: "One later",
    off_route: "Overdue, not on a route",
    all_overdue: "See all overdue shops",
    free: |name| format!("{name}: a free day"),
    free_more: "No route to walk. You can still look at the shops.",
    away: "You are on leave today",
    away_more: "No route to walk.",
    away_until: |day| format!("On leave until {day}"),
    somebody_steps_in: |name| format!("{name} walks for you"),
    nobody_steps_in: "Nobody is named to walk for you yet",
    walk_for: |name, routes| format!("For {name}: {routes}"),
    stand_in: |name| format!("You stand in for {name}"),
    hand_over: "There is a hand-over; tap to read",
};
