//! Being away, and handing over.

use super::s;

/// See [`super::Text::away`].
pub struct Away {
    /// The page.
    pub title: &'static str,
    /// Its row on one's own page.
    pub row_more: &'static str,
    /// The same for whoever settles them.
    pub row_more_manager: &'static str,
    /// Opening sentence: nothing is asked for.
    pub none: &'static str,
    /// What the page is for.
    pub none_more: &'static str,
    /// Opening sentence: away from a day on, so many days.
    pub head: fn(&str, usize) -> String,
    /// Opening sentence: away today.
    pub head_now: fn(&str) -> String,
    /// Who steps in.
    pub by: fn(&str) -> String,
    /// Nobody steps in yet.
    pub by_nobody: &'static str,
    /// Nobody steps in yet: what that means.
    pub by_nobody_more: &'static str,
    /// Heading.
    pub mine: &'static str,
    /// Heading.
    pub for_others: &'static str,
    /// From which day to which, and how many.
    pub days: fn(&str, &str, usize) -> String,
    /// One day.
    pub one_day: fn(&str) -> String,
    /// Taken back.
    pub withdrawn: &'static str,
    /// Somebody has named who steps in.
    pub settled_by: fn(&str, &str) -> String,
    /// For whom one steps in, and where.
    pub stand_in: fn(&str, &str) -> String,
    /// No hand-over was written.
    pub no_brief: &'static str,
    /// The bright act.
    pub ask: &'static str,
    /// The same while one is asked for.
    pub ask_more: &'static str,
    /// Change it.
    pub edit: &'static str,
    /// Take it back.
    pub withdraw: &'static str,
    /// Sheet: title of a new one.
    pub sheet_new: &'static str,
    /// Sheet: title of one that is changed.
    pub sheet_edit: &'static str,
    /// First day.
    pub from: &'static str,
    /// Last day.
    pub until: &'static str,
    /// Which territory.
    pub where_from: &'static str,
    /// The hand-over.
    pub brief: &'static str,
    /// Under it.
    pub brief_more: &'static str,
    /// Drafts it.
    pub fill: &'static str,
    /// Nothing to fill in.
    pub fill_none: &'static str,
    /// What was filled in.
    pub filled: fn(usize) -> String,
    /// So many did not fit.
    pub left_out: fn(usize) -> String,
    /// One line of it: shop, what, by when.
    pub matter: fn(&str, &str, &str) -> String,
    /// The bright act of the sheet.
    pub save: &'static str,
    /// It is asked for.
    pub asked: &'static str,
    /// It is changed.
    pub changed: &'static str,
    /// The change is taken back.
    pub as_before: &'static str,
    /// It is taken back.
    pub is_withdrawn: &'static str,
    /// It holds again.
    pub holds_again: &'static str,
    /// No route, so nothing to hand over.
    pub no_route: &'static str,
}

pub(super) const ZH: Away = Away {
    title: "请假和交接",
    row_more: "说一声哪天不在，把没办完的交给接手的人",
    row_more_manager: "谁哪天不在，交给谁",
    none: "没有请假",
    none_more: "哪天不在，先说一声。路线会交给接手的人，交接的话他看得到。",
    head: |day, days| format!("{day}起不在，{days} 天"),
    head_now: |day| format!("请假到{day}"),
    by: |name| format!("{name}接手"),
    by_nobody: "还没有人接手",
    by_nobody_more: "经理定了谁接手，这里会写。在那之前还能改。",
    mine: "我请的",
    for_others: "我替别人走的",
    days: |from, until, n| format!("{from}到{until}，{n} 天"),
    one_day: |day| format!("{day}，1 天"),
    withdrawn: "撤回了",
    settled_by: |name, by| format!("{name}接手，{by}定的"),
    stand_in: |name, place| format!("替{name}走{place}"),
    no_brief: "没写交接的话，问问本人。",
    ask: "请假",
    ask_more: "再请一次假",
    edit: "改",
    withdraw: "撤回",
    sheet_new: "请假",
    sheet_edit: "改请假",
    from: "从哪天",
    until: "到哪天",
    where_from: "哪个区域",
    brief: "交接：什么没办完，找谁，答应过什么",
    brief_more: "接手的人看得到。",
    fill: "把没办完的填进来",
    fill_none: "这个区域没有没办完的事。",
    filled: |n| match n {
        0 => "都已经在里面了。".to_owned(),
        n => format!("填进来 {n} 件。"),
    },
    left_out: |n| format!("还有 {n} 件放不下。"),
    matter: |shop, what, due| format!("{shop}：{what}，{due}前"),
    save: "告诉经理",
    asked: "记下了，等经理定谁接手",
    changed: "改好了",
    as_before: "改回原来的了",
    is_withdrawn: "撤回了，照常走",
    holds_again: "请假还算数",
    no_route: "你名下没有路线，不用交接。",
};

pub(super) const EN: Away = Away {
    title: "Leave and hand-over",
    row_more: "Say when you are away and hand over what is open",
    row_more_manager: "Who is away when, and who steps in",
    none: "No leave",
    none_more: "Say early when you will be away. Whoever steps in gets your route and your hand-over.",
    head: |day, days| format!("Away from {day}, {days} day{}", s(days)),
    head_now: |day| format!("Away until {day}"),
    by: |name| format!("{name} steps in"),
    by_nobody: "Nobody steps in yet",
    by_nobody_more: "Your manager will name somebody. Until then you can change it.",
    mine: "Yours",
    for_others: "You step in",
    days: |from, until, n| format!("{from} to {until}, {n} days"),
    one_day: |day| format!("{day}, 1 day"),
    withdrawn: "taken back",
    settled_by: |name, by| format!("{name} steps in, named by {by}"),
    stand_in: |name, place| format!("For {name} in {place}"),
    no_brief: "No hand-over was written. Ask them.",
    ask: "Ask for leave",
    ask_more: "Ask for more leave",
    edit: "Change",
    withdraw: "Take back",
    sheet_new: "Leave",
    sheet_edit: "Change the leave",
    from: "First day",
    until: "Last day",
    where_from: "Which territory",
    brief: "Hand-over: what is open, whom to ask, what was promised",
    brief_more: "Whoever steps in can read it.",
    fill: "Fill in what is open",
    fill_none: "Nothing is open in this territory.",
    filled: |n| match n {
        0 => "All of it is in there already.".to_owned(),
        n => format!("{n} filled in."),
    },
    left_out: |n| format!("{n} more did not fit."),
    matter: |shop, what, due| format!("{shop}: {what}, by {due}"),
    save: "Tell your manager",
    asked: "Noted. Your manager names who steps in.",
    changed: "Changed",
    as_before: "As it was before",
    is_withdrawn: "Taken back: you walk as planned",
    holds_again: "The leave holds",
    no_route: "You have no route, so there is nothing to hand over.",
};
