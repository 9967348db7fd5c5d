//! Leaving a shop.

use super::{frame::photos_en, s};

/// See [`super::Text::checkout`].
pub struct Checkout {
    /// The last score.
    pub last: fn(u32) -> String,
    /// The first score.
    pub first: &'static str,
    /// Under the bars.
    pub pass_mark: &'static str,
    /// Photos taken.
    pub photos: fn(usize) -> String,
    /// Under it, for retaken ones.
    pub replaces: fn(usize) -> String,
    /// No photos.
    pub no_photos: &'static str,
    /// Knocked out by.
    pub knocked_out: fn(&str) -> String,
    /// Heading: where the points went.
    pub lost: &'static str,
    /// A knock-out, in a row.
    pub knock_out: &'static str,
    /// What would lift it, and to what.
    pub way_up: fn(&str, &str) -> String,
    /// Heading: answers that contradict each other.
    pub misfits: &'static str,
    /// The note field.
    pub note: &'static str,
    /// The act.
    pub check_out: &'static str,
    /// Under it.
    pub sent_by_itself: fn(usize, &str) -> String,
    /// What is open.
    pub open: fn(usize) -> String,
    /// Go there.
    pub to_open: &'static str,
    /// It is done.
    pub done: &'static str,
    /// Photos that look like earlier ones; how many are not explained yet.
    pub alike: fn(usize) -> String,
    /// Why one is kept.
    pub keep_because: &'static str,
    /// Reasons at a tap.
    pub keep_reasons: [&'static str; 3],
    /// What was said.
    pub kept: fn(&str) -> String,
    /// Leave something to be done.
    pub leave_task: &'static str,
    /// What.
    pub task_what: &'static str,
    /// Until when.
    pub task_due: &'static str,
    /// Button.
    pub task_save: &'static str,
    /// How many were left.
    pub tasks_left: fn(usize) -> String,
    /// Ended visit: nobody had checked out.
    pub forgotten: &'static str,
    /// Ended visit: from, to.
    pub from_to: fn(&str, &str) -> String,
    /// Ended visit: photos on the server.
    pub photos_there: fn(usize, usize) -> String,
    /// Back to the day.
    pub to_today: &'static str,
}

pub(super) const ZH: Checkout = Checkout {
    last: |points| format!("上次 {points} 分"),
    first: "第一次",
    pass_mark: "竖线是合格线",
    photos: |n| format!("{n} 张照片都存好了"),
    replaces: |n| format!("其中 {n} 张是补拍，会替换退回的"),
    no_photos: "这次没有照片",
    knocked_out: |items| format!("否决项没过：{items}"),
    lost: "分丢在这里",
    knock_out: "否决项",
    way_up: |items, band| format!("做好{items}，就能到“{band}”"),
    misfits: "有对不上的，再看一眼",
    note: "还有什么要说的",
    check_out: "签退，存进手机",
    sent_by_itself: |photos, bytes| match photos {
        0 => "有网就自动发".to_owned(),
        n => format!("有网就自动发，{n} 张照片共 {bytes}"),
    },
    open: |n| format!("还差 {n} 项必答"),
    to_open: "去答",
    done: "签退了，存在这台手机里",
    alike: |open| match open {
        0 => "和以前的照片很像，说过原因了".to_owned(),
        n => format!("{n} 张和以前的照片很像"),
    },
    keep_because: "为什么留用",
    keep_reasons: ["货架没变", "同一处，别的项目", "当场拍的"],
    kept: |because| format!("留用：{because}"),
    leave_task: "留下一件事",
    task_what: "要办什么",
    task_due: "哪天前",
    task_save: "记下来",
    tasks_left: |n| format!("留下 {n} 件事"),
    forgotten: "没签退，按最后一步的时间结束",
    from_to: |from, to| format!("{from} 到 {to}"),
    photos_there: |n, of| format!("照片 {n}/{of} 到了服务器"),
    to_today: "回到今天",
};

pub(super) const EN: Checkout = Checkout {
    last: |points| format!("last {points}"),
    first: "first visit",
    pass_mark: "The tick is the pass mark",
    photos: |n| format!("{} saved", photos_en(n)),
    replaces: |n| format!("{n} of them replace{} what was sent back", if n == 1 { "s" } else { "" }),
    no_photos: "No photos this time",
    knocked_out: |items| format!("Knocked out by: {items}"),
    lost: "Where the points went",
    knock_out: "Knock-out",
    way_up: |items, band| format!("With {items} put right it would be \"{band}\""),
    misfits: "Something does not fit; look once more",
    note: "Anything else to say",
    check_out: "Check out and save",
    sent_by_itself: |photos, bytes| match photos {
        0 => "Sent by itself with the next network".to_owned(),
        n => format!("Sent by itself: {}, {bytes}", photos_en(n)),
    },
    open: |n| format!("{n} required item{} open", s(n)),
    to_open: "Answer them",
    done: "Checked out, saved on this phone",
    alike: |open| match open {
        0 => "Like earlier photos, with your reasons".to_owned(),
        1 => "1 photo looks like an earlier one".to_owned(),
        n => format!("{n} photos look like earlier ones"),
    },
    keep_because: "Why it is kept",
    keep_reasons: ["Shelf unchanged", "Same place, other question", "Taken here and now"],
    kept: |because| format!("Kept: {because}"),
    leave_task: "Leave a task",
    task_what: "What is to be done",
    task_due: "By which day",
    task_save: "Note it",
    tasks_left: |n| format!("{n} task{} left", s(n)),
    forgotten: "No check-out; ended at the last step",
    from_to: |from, to| format!("{from} to {to}"),
    photos_there: |n, of| format!("{n} of {of} photos on the server"),
    to_today: "Back to today",
};
