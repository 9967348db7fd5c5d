//! The routes of the reps, planned by the week.

use super::s;
use domain::records::Weeks;

/// See [`super::Text::planning`].
pub struct PlanningText {
    /// The page.
    pub title: &'static str,
    /// Its row in the settings.
    pub row_more: &'static str,
    /// Opening sentence: whose week, and so many stops of so many shops.
    pub head: fn(&str, usize) -> String,
    /// There is no rep to plan for.
    pub no_reps: &'static str,
    /// What to do then.
    pub no_reps_more: &'static str,
    /// So many shops are led to too seldom.
    pub seldom_sum: fn(usize) -> String,
    /// So many days are too long.
    pub long_sum: fn(usize) -> String,
    /// So many shops are on no route.
    pub loose_sum: fn(usize) -> String,
    /// Nothing is wrong with it.
    pub fine: &'static str,
    /// Whose routes.
    pub rep: &'static str,
    /// From which day on.
    pub from: &'static str,
    /// That day has gone by.
    pub from_past: &'static str,
    /// Which week is looked at.
    pub week: &'static str,
    /// The week that begins on a day.
    pub week_of: fn(&str) -> String,
    /// How long a visit takes, by so many of their own.
    pub time_own: fn(u32, usize) -> String,
    /// How long a visit is taken to take.
    pub time_usual: fn(u32) -> String,
    /// Label of the week.
    pub days: &'static str,
    /// A day before the first one.
    pub before: &'static str,
    /// Nobody walks on that day.
    pub free: &'static str,
    /// What a day asks: stops, time, way.
    pub load: fn(usize, &str, &str) -> String,
    /// Label of its bar.
    pub load_label: fn(&str) -> String,
    /// It is too long by a time.
    pub too_long: fn(&str) -> String,
    /// Button: the one that is picked comes here.
    pub put: &'static str,
    /// Its label, for a day.
    pub put_label: fn(&str) -> String,
    /// Button: the shortest order of a day.
    pub shorten: &'static str,
    /// Its label.
    pub shorten_label: fn(&str) -> String,
    /// A shop is led to every so many days where it should be so many.
    pub seldom: fn(u32, u16) -> String,
    /// It has closed.
    pub closed: &'static str,
    /// It is not known here.
    pub unknown: &'static str,
    /// The shops that are on no route.
    pub loose: &'static str,
    /// There are none.
    pub loose_none: &'static str,
    /// All classes.
    pub all: &'static str,
    /// So many more than are shown.
    pub more: fn(usize) -> String,
    /// Label of the acts.
    pub acts: &'static str,
    /// Earlier on the day.
    pub earlier: &'static str,
    /// Later on the day.
    pub later: &'static str,
    /// Off the route.
    pub off: &'static str,
    /// Let it go.
    pub let_go: &'static str,
    /// What to do with the one that is picked.
    pub picked_more: &'static str,
    /// How it is done.
    pub how: &'static str,
    /// How it goes with a keyboard.
    pub how_keys: &'static str,
    /// The bright act.
    pub save: fn(&str) -> String,
    /// Forgets what was changed.
    pub discard: &'static str,
    /// Notice: it is saved.
    pub saved: fn(&str, &str) -> String,
    /// The list of a rep's routes.
    pub routes: &'static str,
    /// On which weekdays, 1 for Monday, and in which weeks.
    pub walked: fn(&[u8], Weeks) -> String,
    /// The next day of one that is not walked every week.
    pub next: fn(&str) -> String,
    /// So many stops.
    pub stops: fn(usize) -> String,
    /// Button: name and walker of a route.
    pub change: &'static str,
    /// Its label, for a route.
    pub change_label: fn(&str) -> String,
    /// It goes over to somebody.
    pub goes_to: fn(&str) -> String,
    /// What it is called.
    pub name: &'static str,
    /// Who walks it.
    pub walker: &'static str,
    /// Nobody else works there on the first day.
    pub nobody_else: fn(&str) -> String,
    /// Heading: stops in four weeks, before and after.
    pub four_weeks: &'static str,
    /// What the phones of both hold.
    pub both_hold: fn(&str) -> String,
    /// The bright act of the sheet.
    pub take_in: &'static str,
    /// What was begun was gone on with.
    pub resumed: &'static str,
    /// Somebody has changed the routes since it was begun.
    pub overtaken: &'static str,
    /// A new route is called so, by its weekday.
    pub new_route: fn(usize) -> String,
}

const ZH_DAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
/// The weekdays of a route and its weeks.
fn zh_walked(days: &[u8], weeks: Weeks) -> String {
    let days: Vec<&str> =
        days.iter().filter_map(|day| ZH_DAYS.get(usize::from(*day).wrapping_sub(1)).copied()).collect();
    match weeks {
        Weeks::EveryNth { n, .. } if n > 1 => format!("每 {n} 周的周{}", days.join("、")),
        _ => format!("每周{}", days.join("、")),
    }
}

fn en_walked(days: &[u8], weeks: Weeks) -> String {
    let days: Vec<&str> =
        days.iter().filter_map(|day| EN_DAYS.get(usize::from(*day).wrapping_sub(1)).copied()).collect();
    match weeks {
        Weeks::EveryNth { n, .. } if n > 1 => format!("{}, every {n} weeks", days.join(", ")),
        _ => format!("{}, every week", days.join(", ")),
    }
}

const EN_DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

pub(super) const ZH: PlanningText = PlanningText {
    title: "路线",
    row_more: "按星期排线、看每天的量、补没排上的店",
    head: |rep, n| format!("{rep}这周走 {n} 站"),
    no_reps: "还没有业务代表",
    no_reps_more: "先在人员和区域里派人。",
    seldom_sum: |n| format!("{n} 家店去得太少"),
    long_sum: |n| format!("{n} 天太满"),
    loose_sum: |n| format!("{n} 家店没排上"),
    fine: "每家店都够次数，没有一天太满。",
    rep: "谁的路线",
    from: "从哪天起这样走",
    from_past: "这天已经过了，选今天或以后。",
    week: "看哪一周",
    week_of: |day| format!("{day}那周"),
    time_own: |minutes, n| format!("一家店按 {minutes} 分钟算（他最近 {n} 次拜访的中位数）。"),
    time_usual: |minutes| format!("一家店按 {minutes} 分钟算（他的拜访还太少，先用一般的）。"),
    days: "这一周",
    before: "还按原来的走",
    free: "不走",
    load: |n, time, way| format!("{n} 站 · {time} · {way}"),
    load_label: |day| format!("{day}的量"),
    too_long: |time| format!("超出 {time}"),
    put: "放这天",
    put_label: |day| format!("放这天，{day}"),
    shorten: "最短顺序",
    shorten_label: |day| format!("{day}排成最短顺序"),
    seldom: |every, wanted| format!("{every} 天一次，应该 {wanted} 天"),
    closed: "已关店",
    unknown: "找不到这家店",
    loose: "没排上的店",
    loose_none: "都排上了",
    all: "所有等级",
    more: |n| format!("还有 {n} 家，选等级看。"),
    acts: "排线",
    earlier: "往前",
    later: "往后",
    off: "拿掉",
    let_go: "放开",
    picked_more: "点一天放过去。",
    how: "点一家店再点一天，或直接拖过去。",
    how_keys: "键盘：回车选中，方向键移动，Delete 拿掉。",
    save: |day| format!("存下来，{day}起走"),
    discard: "不改了",
    saved: |rep, day| format!("{rep}的路线排好了，{day}起走"),
    routes: "这些路线",
    walked: zh_walked,
    next: |day| format!("下次 {day}"),
    stops: |n| format!("{n} 站"),
    change: "改名、交接",
    change_label: |route| format!("改名、交接，{route}"),
    goes_to: |rep| format!("交给{rep}"),
    name: "路线名称",
    walker: "谁走",
    nobody_else: |place| format!("那天没有别人派到{place}，要交出去先在人员里派人。"),
    four_weeks: "四周的站数",
    both_hold: |place| {
        format!("两个人的手机都已经有{place}的店和记录，交接不用重新下载；从那天起，这条路线出现在接手人的今天里。")
    },
    take_in: "放进计划",
    resumed: "接着上次没存的改。",
    overtaken: "你开始改之后，别人改过这些路线。现在存会被退回，请不改了再排。",
    new_route: |day| format!("周{}线", ZH_DAYS[day % 7]),
};

pub(super) const EN: PlanningText = PlanningText {
    title: "Routes",
    row_more: "Plan the week, see what each day asks, bring in shops that are on no route",
    head: |rep, n| format!("{rep} has {n} stop{} this week", s(n)),
    no_reps: "There is no rep yet",
    no_reps_more: "Post somebody first, under people and territories.",
    seldom_sum: |n| format!("{n} shop{} seen too seldom", s(n)),
    long_sum: |n| format!("{n} day{} too long", s(n)),
    loose_sum: |n| format!("{n} shop{} on no route", s(n)),
    fine: "Every shop is seen often enough, and no day is too long.",
    rep: "Whose routes",
    from: "First day of the change",
    from_past: "That day has gone by. Pick today or a later one.",
    week: "Which week",
    week_of: |day| format!("Week of {day}"),
    time_own: |minutes, n| format!("A visit counts {minutes} minutes: the median of their last {n}."),
    time_usual: |minutes| format!("A visit counts {minutes} minutes: they have made too few to tell."),
    days: "The week",
    before: "still as it was",
    free: "nobody walks",
    load: |n, time, way| format!("{n} stop{} · {time} · {way}", s(n)),
    load_label: |day| format!("What {day} asks"),
    too_long: |time| format!("Too long by {time}"),
    put: "Put here",
    put_label: |day| format!("Put here, {day}"),
    shorten: "Shortest order",
    shorten_label: |day| format!("Shortest order of {day}"),
    seldom: |every, wanted| format!("every {every} days, should be {wanted}"),
    closed: "closed",
    unknown: "unknown shop",
    loose: "On no route",
    loose_none: "Every shop is on a route",
    all: "All classes",
    more: |n| format!("{n} more: pick a class to see them."),
    acts: "Planning",
    earlier: "Earlier",
    later: "Later",
    off: "Take off",
    let_go: "Cancel",
    picked_more: "Tap a day to put it there.",
    how: "Tap a shop, then a day, or drag it there.",
    how_keys: " Keys: Enter picks, arrows move, Delete takes off.",
    save: |day| format!("Save, from {day}"),
    discard: "Discard",
    saved: |rep, day| format!("{rep}: planned from {day}"),
    routes: "These routes",
    walked: en_walked,
    next: |day| format!("next {day}"),
    stops: |n| format!("{n} stop{}", s(n)),
    change: "Rename, hand over",
    change_label: |route| format!("Rename, hand over: {route}"),
    goes_to: |rep| format!("goes to {rep}"),
    name: "Name of the route",
    walker: "Who walks it",
    nobody_else: |place| format!("Nobody else is posted to {place} on that day. Post somebody first to hand it over."),
    four_weeks: "Stops in four weeks",
    both_hold: |place| {
        format!(
            "Both phones hold the shops and records of {place} already, so nothing is loaded anew; from that day on the route is in the day of whoever takes it over."
        )
    },
    take_in: "Put into the plan",
    resumed: "Going on with what was not saved.",
    overtaken: "Somebody has changed these routes since you began. Saved now it would come back: discard it and plan again.",
    new_route: |day| format!("{} route", EN_DAYS[day % 7]),
};
