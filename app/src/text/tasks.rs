//! What is owed.

use super::s;
use domain::records::{Evidence, Quadrant};
use domain::rules::board::Because;

/// See [`super::Text::tasks`].
pub struct Tasks {
    /// The opening sentence.
    pub head: fn(usize) -> String,
    /// The opening sentence when photos are among them.
    pub head_redo: fn(usize, usize) -> String,
    /// Nothing owed.
    pub none: &'static str,
    /// Under it.
    pub none_more: &'static str,
    /// Heading.
    pub redo: &'static str,
    /// Heading.
    pub other: &'static str,
    /// Heading.
    pub closed: &'static str,
    /// Retake in a slot.
    pub retake: fn(&str) -> String,
    /// Which points of its standard it missed.
    pub missed: fn(&str) -> String,
    /// One of them: its number, and what it asks.
    pub point: fn(u8, &str) -> String,
    /// Term: what it is held against.
    pub standard: &'static str,
    /// A photo that was sent back, said.
    pub sent_back_photo: &'static str,
    /// The bright act.
    pub to_shop: &'static str,
    /// Tick.
    pub tick: &'static str,
    /// Closed by a new photo.
    pub closed_photo: fn(&str) -> String,
    /// Closed by hand.
    pub closed_done: fn(&str) -> String,
    /// Called off.
    pub withdrawn: fn(&str) -> String,
    /// It is ticked.
    pub ticked: &'static str,
    /// Label of the switch between the two views.
    pub view: &'static str,
    /// The one.
    pub as_list: &'static str,
    /// The other.
    pub as_board: &'static str,
    /// A quarter of the board.
    pub quadrant: fn(Quadrant) -> &'static str,
    /// Nothing in it.
    pub quadrant_none: &'static str,
    /// How many lines of it are not shown.
    pub lines_more: fn(usize) -> String,
    /// Why it is proposed there.
    pub because: fn(Because) -> String,
    /// Nothing speaks for urgent or important.
    pub because_none: &'static str,
    /// It has been moved, and why.
    pub placed: fn(&str) -> String,
    /// What has to be shown to close it.
    pub evidence: fn(Evidence) -> &'static str,
    /// Term.
    pub shop: &'static str,
    /// Term.
    pub until: &'static str,
    /// Term.
    pub asked: &'static str,
    /// By whom and when.
    pub asked_by: fn(&str, &str) -> String,
    /// Term: a manager has opened it again.
    pub again: &'static str,
    /// By whom, when and why.
    pub again_by: fn(&str, &str, &str) -> String,
    /// Term.
    pub origin: &'static str,
    /// Which question of which day.
    pub origin_of: fn(&str, &str) -> String,
    /// Term.
    pub with: &'static str,
    /// Nobody supplies the shop.
    pub with_open: &'static str,
    /// Term.
    pub at_risk: &'static str,
    /// Term.
    pub to_close: &'static str,
    /// The sentence that closes it.
    pub sentence: &'static str,
    /// Opens what else can be done about a photo; which one.
    pub more_on: fn(&str) -> String,
    /// The rep does not agree.
    pub appeal: &'static str,
    /// Why not.
    pub appeal_because: &'static str,
    /// That it can be done once.
    pub appeal_once: &'static str,
    /// Does it.
    pub appeal_send: &'static str,
    /// Notice.
    pub appealed: &'static str,
    /// It waits for an answer.
    pub appeal_waits: &'static str,
    /// It has been answered, and the photo is still to be taken again.
    pub appeal_answered: &'static str,
    /// Which photo closes it.
    pub which_photo: &'static str,
    /// A photo to choose: when.
    pub taken: fn(&str) -> String,
    /// No photo has been taken there since.
    pub no_photo: &'static str,
    /// What to do.
    pub no_photo_more: &'static str,
    /// The bright act.
    pub to_take_one: &'static str,
    /// The bright act of a redo.
    pub to_retake: &'static str,
    /// Move it.
    pub move_it: &'static str,
    /// Put it back.
    pub put_back: &'static str,
    /// Where to.
    pub where_to: &'static str,
    /// Why there.
    pub why_there: &'static str,
    /// Ready reasons.
    pub why_ready: [&'static str; 4],
    /// The bright act.
    pub move_now: &'static str,
    /// It has been moved.
    pub moved: fn(&str) -> String,
    /// It has been put back.
    pub is_back: &'static str,
    /// It is owed again.
    pub reopened: &'static str,
}

pub(super) const ZH: Tasks = Tasks {
    head: |n| format!("还有 {n} 件事没办"),
    head_redo: |redo, rest| match rest {
        0 => format!("{redo} 张照片要重拍"),
        rest => format!("{redo} 张要重拍，{rest} 件事没办"),
    },
    none: "没有欠着的事",
    none_more: "经理退回照片，会出现在这里",
    redo: "退回重拍",
    other: "要办的事",
    closed: "办完的",
    retake: |what| format!("重拍{what}"),
    missed: |points| format!("没做到：{points}"),
    point: |number, words| format!("第 {number} 点，{words}"),
    standard: "标准",
    sent_back_photo: "退回的照片",
    to_shop: "去这家店",
    tick: "办完了",
    closed_photo: |when| format!("{when}补拍了"),
    closed_done: |when| format!("{when}办完"),
    withdrawn: |when| format!("{when}不用办了"),
    ticked: "记下了",
    view: "怎么看",
    as_list: "清单",
    as_board: "四象限",
    quadrant: |quadrant| match quadrant {
        Quadrant::UrgentImportant => "紧急重要",
        Quadrant::Important => "重要不紧急",
        Quadrant::Urgent => "紧急不重要",
        Quadrant::Neither => "不紧急不重要",
    },
    quadrant_none: "没有",
    lines_more: |n| format!("还有 {n} 件"),
    because: |because| match because {
        Because::Late(days) => format!("晚了 {days} 天"),
        Because::DueIn(0) => "今天到期".to_owned(),
        Because::DueIn(1) => "明天到期".to_owned(),
        Because::DueIn(days) => format!("{days} 天后到期"),
        Because::SentBack => "退回重拍".to_owned(),
        Because::KeyShop(class) => format!("{} 类店", class.letter()),
        Because::AtRisk(money) => format!("有 {} 在里面", money.yuan()),
    },
    because_none: "不急，金额也不大",
    placed: |why| format!("挪过：{why}"),
    evidence: |evidence| match evidence {
        Evidence::Word => "说一声就行",
        Evidence::Sentence => "要写一句结果",
        Evidence::Photo => "要一张照片",
    },
    shop: "门店",
    until: "期限",
    asked: "谁要的",
    asked_by: |name, when| format!("{name}，{when}"),
    again: "重开了",
    again_by: |who, when, because| match because {
        "" => format!("{who}，{when}"),
        because => format!("{who}，{when}：{because}"),
    },
    origin: "从哪来",
    origin_of: |question, day| format!("{day}的“{question}”"),
    with: "找谁办",
    with_open: "还没有人供货",
    at_risk: "涉及",
    to_close: "怎么算办完",
    sentence: "结果怎么样，写一句",
    more_on: |what| format!("{what}，更多"),
    appeal: "我不同意，申诉一次",
    appeal_because: "为什么不该退回",
    appeal_once: "一张照片只能申诉一次。答复之前，任务还在。",
    appeal_send: "申诉，存进手机",
    appealed: "申诉存好了，等经理答复",
    appeal_waits: "申诉了，等答复",
    appeal_answered: "申诉答复了：还是要重拍",
    which_photo: "用哪张照片结",
    taken: |when| format!("{when}拍的"),
    no_photo: "这家店之后还没拍过照",
    no_photo_more: "去这家店签到，在拜访里拍一张，再回来结。",
    to_take_one: "去这家店拍一张",
    to_retake: "去这家店重拍",
    move_it: "挪到…",
    put_back: "放回原处",
    where_to: "挪到哪里",
    why_there: "为什么挪",
    why_ready: ["客户在催", "要等经销商", "和别的事一起办", "店主不急"],
    move_now: "挪过去",
    moved: |place| format!("挪到了{place}"),
    is_back: "放回原处了",
    reopened: "又放回没办的里面",
};

pub(super) const EN: Tasks = Tasks {
    head: |n| format!("{n} thing{} to do", s(n)),
    head_redo: |redo, rest| match rest {
        0 => format!("{redo} photo{} to retake", s(redo)),
        rest => format!("{redo} to retake, {rest} to do"),
    },
    none: "Nothing is owed",
    none_more: "A photo your manager sends back appears here",
    redo: "Retake",
    other: "To do",
    closed: "Done",
    retake: |what| format!("Retake: {what}"),
    missed: |points| format!("Missed: {points}"),
    point: |number, words| format!("point {number} – {words}"),
    standard: "Standard",
    sent_back_photo: "The photo that was sent back",
    to_shop: "Go to this shop",
    tick: "Done",
    closed_photo: |when| format!("retaken {when}"),
    closed_done: |when| format!("done {when}"),
    withdrawn: |when| format!("called off {when}"),
    ticked: "Noted",
    view: "View",
    as_list: "List",
    as_board: "Board",
    quadrant: |quadrant| match quadrant {
        Quadrant::UrgentImportant => "Urgent, important",
        Quadrant::Important => "Important, not urgent",
        Quadrant::Urgent => "Urgent, not important",
        Quadrant::Neither => "Neither",
    },
    quadrant_none: "Nothing",
    lines_more: |n| format!("{n} more"),
    because: |because| match because {
        Because::Late(days) => format!("{days} day{} late", s(days as usize)),
        Because::DueIn(0) => "due today".to_owned(),
        Because::DueIn(1) => "due tomorrow".to_owned(),
        Because::DueIn(days) => format!("due in {days} days"),
        Because::SentBack => "sent back".to_owned(),
        Because::KeyShop(class) => format!("class {} shop", class.letter()),
        Because::AtRisk(money) => format!("{} at risk", money.yuan()),
    },
    because_none: "no hurry, no large amount",
    placed: |why| format!("Moved: {why}"),
    evidence: |evidence| match evidence {
        Evidence::Word => "a word is enough",
        Evidence::Sentence => "needs a sentence",
        Evidence::Photo => "needs a photo",
    },
    shop: "Shop",
    until: "Due",
    asked: "Asked by",
    asked_by: |name, when| format!("{name}, {when}"),
    again: "Reopened",
    again_by: |who, when, because| match because {
        "" => format!("{who}, {when}"),
        because => format!("{who}, {when}: {because}"),
    },
    origin: "Comes from",
    origin_of: |question, day| format!("\"{question}\", {day}"),
    with: "Partner",
    with_open: "nobody supplies it yet",
    at_risk: "At risk",
    to_close: "To close it",
    sentence: "What came of it, in a sentence",
    more_on: |what| format!("{what}, more"),
    appeal: "I disagree: appeal once",
    appeal_because: "Why it should not go back",
    appeal_once: "A photo can be appealed once. Until the answer the task stays.",
    appeal_send: "Appeal, keep on the phone",
    appealed: "Appeal saved; your manager will answer",
    appeal_waits: "Appealed, waiting for an answer",
    appeal_answered: "Appeal answered: take it again all the same",
    which_photo: "Which photo shows it",
    taken: |when| format!("taken {when}"),
    no_photo: "No photo of this shop since then",
    no_photo_more: "Check in at the shop, take one in the visit, then come back to close this.",
    to_take_one: "Go to the shop for a photo",
    to_retake: "Go to the shop to retake",
    move_it: "Move to…",
    put_back: "Put it back",
    where_to: "Where to",
    why_there: "Why there",
    why_ready: ["The customer presses", "Waiting for the dealer", "Together with others", "The owner can wait"],
    move_now: "Move it",
    moved: |place| format!("Moved to: {place}"),
    is_back: "Put back",
    reopened: "Back among what is to do",
};
