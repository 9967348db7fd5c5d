//! What is kept for a manager, and what becomes of it.

use super::s;
use domain::records::QuarantineReason;

/// See [`super::Text::quarantine`].
pub struct QuarantineText {
    /// The screen.
    pub title: &'static str,
    /// The way here, with how many wait.
    pub way: fn(usize) -> String,
    /// What the row on one's own page says.
    pub row_more: &'static str,
    /// Opening sentence: so many wait.
    pub head: fn(usize) -> String,
    /// Under it.
    pub head_more: &'static str,
    /// Opening sentence when nothing waits.
    pub none: &'static str,
    /// Under it.
    pub none_more: &'static str,
    /// Beside the list while nothing is picked.
    pub pick: &'static str,
    /// Under it.
    pub pick_more: &'static str,
    /// It is not here.
    pub unknown: &'static str,
    /// Heading of what was decided.
    pub settled: &'static str,
    /// So many things in it.
    pub things: fn(usize) -> String,
    /// Why it is kept, said to the manager, with the author's name.
    pub why: fn(&QuarantineReason, &str) -> String,
    /// Nobody can read it.
    pub unreadable: &'static str,
    /// When it was made and when it came.
    pub times: fn(&str, &str) -> String,
    /// Heading of what it says.
    pub says: &'static str,
    /// Of an answer: it takes back the one before.
    pub taken_back: &'static str,
    /// A photo that came with it.
    pub photo: &'static str,
    /// The bright act, for so many things.
    pub accept: fn(usize) -> String,
    /// After it went back.
    pub accept_after_all: &'static str,
    /// What accepting means.
    pub accept_more: fn(&str) -> String,
    /// Button: send it back.
    pub give_back: &'static str,
    /// Label of the reason.
    pub because: &'static str,
    /// Under it, with the author's name.
    pub because_more: fn(&str) -> String,
    /// Heading: somebody else takes the task over.
    pub rehome: &'static str,
    /// Button: this one does.
    pub rehome_to: fn(&str) -> String,
    /// Notice: accepted, with the author's name.
    pub accepted: fn(&str) -> String,
    /// Notice: sent back.
    pub returned: fn(&str) -> String,
    /// In the list: accepted by whom.
    pub accepted_by: fn(&str) -> String,
    /// In the list: sent back by whom.
    pub returned_by: fn(&str) -> String,
    /// Why it went back.
    pub reason: fn(&str) -> String,
}

pub const ZH: QuarantineText = QuarantineText {
    title: "待定的记录",
    way: |n| if n == 0 { "待定".to_owned() } else { format!("待定 {n}") },
    row_more: "服务器不能直接收的记录，由你来定",
    head: |n| format!("{n} 件等你定"),
    head_more: "都原样留着，没有你点头不会生效，也不会丢。",
    none: "没有要你定的",
    none_more: "区域改派、账号停用之后发来的记录，会先放在这里。",
    pick: "从左边选一件",
    pick_more: "看清是谁、什么时候、为什么，再定。",
    unknown: "这一件不在这里了。",
    settled: "已经定过的",
    things: |n| format!("{n} 条记录"),
    why: |why, name| match why {
        QuarantineReason::NotUnderstood => format!("服务器读不懂{name}手机发来的这一条。"),
        QuarantineReason::NoLongerTheirs => format!("做这件事的时候，这个区域已经不归{name}了。"),
        QuarantineReason::AccountDisabled => format!("{name}的账号停用了，这是之后才发到的。"),
        QuarantineReason::NotTheSender => format!("记录写的是{name}，发来的却是另一个人的手机。"),
        QuarantineReason::DeviceRevoked => format!("{name}的这台手机已经停用，这是之后才发到的。"),
    },
    unreadable: "读不出内容，只能退回。原样的数据留在服务器上。",
    times: |made, came| format!("{made} 做的，{came} 收到"),
    says: "里面有什么",
    taken_back: "收回了答案",
    photo: "随记录来的照片",
    accept: |n| if n > 1 { format!("收下这 {n} 条") } else { "收下".to_owned() },
    accept_after_all: "还是收下",
    accept_more: |name| format!("收下后算{name}的，时间按当时。"),
    give_back: "退回",
    because: "退回的原因",
    because_more: |name| format!("{name}会在手机上看到这句话。"),
    rehome: "或者交给现在管这里的人",
    rehome_to: |name| format!("交给{name}"),
    accepted: |name| format!("收下了，算{name}的。"),
    returned: |name| format!("已退给{name}，附上你的原因。"),
    accepted_by: |name| format!("{name}收下了"),
    returned_by: |name| format!("{name}退回了"),
    reason: |words| format!("退回的原因：{words}"),
};

pub const EN: QuarantineText = QuarantineText {
    title: "Kept for a decision",
    way: |n| if n == 0 { "Kept".to_owned() } else { format!("{n} kept") },
    row_more: "Records that the server may not simply take",
    head: |n| format!("{n} kept for you to decide"),
    head_more: "All of it is kept as it came. Nothing counts before you say so, and nothing is lost.",
    none: "Nothing to decide",
    none_more: "What is sent after an area has changed hands or an account was closed comes here first.",
    pick: "Pick one on the left",
    pick_more: "See who, when and why, then decide.",
    unknown: "This one is not here any more.",
    settled: "Decided",
    things: |n| format!("{n} record{}", s(n)),
    why: |why, name| match why {
        QuarantineReason::NotUnderstood => format!("The server cannot read what {name}'s phone sent."),
        QuarantineReason::NoLongerTheirs => format!("The area was not {name}'s any more when this was made."),
        QuarantineReason::AccountDisabled => format!("{name}'s account is disabled, and this came afterwards."),
        QuarantineReason::NotTheSender => format!("It says that {name} made it, but somebody else's phone sent it."),
        QuarantineReason::DeviceRevoked => {
            format!("{name}'s phone had been taken out of use, and this came afterwards.")
        }
    },
    unreadable: "It cannot be read, so it can only go back. The bytes stay on the server.",
    times: |made, came| format!("Made {made}, came {came}"),
    says: "What is in it",
    taken_back: "Answer taken back",
    photo: "A photo that came with it",
    accept: |n| if n > 1 { format!("Accept these {n}") } else { "Accept".to_owned() },
    accept_after_all: "Accept after all",
    accept_more: |name| format!("It then counts as {name}'s, at the time it was made."),
    give_back: "Send back",
    because: "Why it goes back",
    because_more: |name| format!("{name} reads this on the phone."),
    rehome: "Or hand it to somebody who is there now",
    rehome_to: |name| format!("To {name}"),
    accepted: |name| format!("Accepted as {name}'s."),
    returned: |name| format!("Sent back to {name} with your reason."),
    accepted_by: |name| format!("Accepted by {name}"),
    returned_by: |name| format!("Sent back by {name}"),
    reason: |words| format!("Sent back because: {words}"),
};
