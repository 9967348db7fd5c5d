//! The reps of a region as a manager posts them.

mod account;

pub use account::AccountText;

use super::s;

/// See [`super::Text::people`].
pub struct PeopleText {
    /// The page.
    pub title: &'static str,
    /// Its row in the settings.
    pub row_more: &'static str,
    /// Opening sentence: so many reps.
    pub head: fn(usize) -> String,
    /// Nobody is picked yet.
    pub pick: &'static str,
    /// What to do then.
    pub pick_more: &'static str,
    /// They are not known here.
    pub unknown: &'static str,
    /// Posted nowhere.
    pub nowhere: &'static str,
    /// From a day on.
    pub from: fn(&str) -> String,
    /// From a day to another.
    pub from_until: fn(&str, &str) -> String,
    /// Heading over the postings.
    pub postings: &'static str,
    /// Heading over the day of somebody.
    pub day: fn(&str) -> String,
    /// What it does not contain.
    pub day_more: &'static str,
    /// Nothing is on it.
    pub day_none: &'static str,
    /// A shop that is not known here.
    pub no_shop: &'static str,
    /// The rep is in a shop.
    pub there_now: &'static str,
    /// Been there.
    pub done: &'static str,
    /// Left out.
    pub skipped: &'static str,
    /// Label of the acts.
    pub acts: &'static str,
    /// The bright act.
    pub post: &'static str,
    /// Ends a posting.
    pub end: &'static str,
    /// The same with the territory.
    pub end_of: fn(&str) -> String,
    /// Sheet: where somebody is posted.
    pub post_where: fn(&str) -> String,
    /// Sheet: when a posting ends.
    pub end_when: fn(&str) -> String,
    /// First day.
    pub first_day: &'static str,
    /// Last day of a new one, which may be open.
    pub until: &'static str,
    /// Last day of one that ends.
    pub last_day: &'static str,
    /// The bright act of the sheet.
    pub post_there: &'static str,
    /// The same for an end.
    pub end_then: &'static str,
    /// Notice: posted.
    pub posted: fn(&str) -> String,
    /// Notice: it ends.
    pub ended: fn(&str) -> String,
    /// What the phone holds from a day on.
    pub holds: fn(&str) -> String,
    /// How exact that is.
    pub holds_more: &'static str,
    /// Column: without the change.
    pub before: &'static str,
    /// Column: with it.
    pub after: &'static str,
    /// Rows: shops, visits, photos, tasks.
    pub kinds: [&'static str; 4],
    /// Row: all else.
    pub others: &'static str,
    /// Row: what it weighs.
    pub weight: &'static str,
    /// Their accounts.
    pub account: AccountText,
}

pub(super) const ZH: PeopleText = PeopleText {
    title: "人员和区域",
    row_more: "谁走哪个区域，从哪天到哪天",
    head: |n| format!("{n} 个业务代表"),
    pick: "选一个人",
    pick_more: "看他走哪些区域，今天手机上有什么。",
    unknown: "找不到这个人，可能还没收到。",
    nowhere: "没有派到任何区域",
    from: |day| format!("{day}起"),
    from_until: |from, until| format!("{from}到{until}"),
    postings: "走的区域",
    day: |name| format!("{name}今天看到的"),
    day_more: "和他手机上的算法一样，只能看。他还没发的、自己改的顺序不在里面。",
    day_none: "今天没有安排。",
    no_shop: "不在他手机上的店",
    there_now: "正在店里",
    done: "去过了",
    skipped: "没去",
    acts: "这个人",
    post: "派到一个区域",
    end: "结束",
    end_of: |place| format!("结束{place}"),
    post_where: |name| format!("{name}派到哪儿"),
    end_when: |name| format!("{name}走到哪天"),
    first_day: "从哪天",
    until: "到哪天（不填就一直走）",
    last_day: "最后一天",
    post_there: "派过去",
    end_then: "到这天结束",
    posted: |name| format!("{name}派好了"),
    ended: |name| format!("记下了{name}的最后一天"),
    holds: |day| format!("{day}起，他的手机上有"),
    holds_more: "按这台设备现在有的记录算，是大概数。没发的记录不会从手机上删掉。",
    before: "不改",
    after: "改了",
    kinds: ["门店", "拜访", "照片记录", "任务"],
    others: "其他",
    weight: "大小",
    account: account::ZH,
};

pub(super) const EN: PeopleText = PeopleText {
    title: "People and territories",
    row_more: "Who walks which territory, from when to when",
    head: |n| format!("{n} rep{}", s(n)),
    pick: "Pick somebody",
    pick_more: "See where they work and what their phone has today.",
    unknown: "They are not known here. It may not have arrived yet.",
    nowhere: "Posted nowhere",
    from: |day| format!("from {day}"),
    from_until: |from, until| format!("{from} to {until}"),
    postings: "Territories",
    day: |name| format!("What {name} sees today"),
    day_more: "By the same rule as on their phone, to look at only. What they have not sent and their own order are not in it.",
    day_none: "Nothing is planned today.",
    no_shop: "A shop that is not on their phone",
    there_now: "there now",
    done: "visited",
    skipped: "left out",
    acts: "This person",
    post: "Post to a territory",
    end: "End",
    end_of: |place| format!("End {place}"),
    post_where: |name| format!("Post {name} where?"),
    end_when: |name| format!("Until when does {name} work there?"),
    first_day: "First day",
    until: "Last day (empty: no end)",
    last_day: "Last day",
    post_there: "Post",
    end_then: "End on this day",
    posted: |name| format!("{name} is posted"),
    ended: |name| format!("The last day of {name} is noted"),
    holds: |day| format!("On their phone from {day}"),
    holds_more: "Counted among the records that this device has, so about. What was not sent is never taken from a phone.",
    before: "As it is",
    after: "Changed",
    kinds: ["Shops", "Visits", "Photo records", "Tasks"],
    others: "Others",
    weight: "Size",
    account: account::EN,
};
