//! What is owed.

use super::s;

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
    sent_back_photo: "退回的照片",
    to_shop: "去这家店",
    tick: "办完了",
    closed_photo: |when| format!("{when}补拍了"),
    closed_done: |when| format!("{when}办完"),
    withdrawn: |when| format!("{when}不用办了"),
    ticked: "记下了",
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
    sent_back_photo: "The photo that was sent back",
    to_shop: "Go to this shop",
    tick: "Done",
    closed_photo: |when| format!("retaken {when}"),
    closed_done: |when| format!("done {when}"),
    withdrawn: |when| format!("called off {when}"),
    ticked: "Noted",
};
