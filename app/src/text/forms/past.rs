//! The versions of a form.

use domain::rules::form::{FormPart, ItemPart};

/// See [`super::FormsText::past`].
pub struct PastText {
    /// The row, and its sheet.
    pub title: &'static str,
    /// So many.
    pub count: fn(usize) -> String,
    /// There is nothing to compare with.
    pub first: &'static str,
    /// What is edited now.
    pub unpublished: &'static str,
    /// Field: the earlier one.
    pub from: &'static str,
    /// Field: the later one.
    pub to: &'static str,
    /// They do not differ.
    pub same: &'static str,
    /// Heading.
    pub added: &'static str,
    /// Heading.
    pub removed: &'static str,
    /// Heading.
    pub changed: &'static str,
    /// Heading.
    pub form: &'static str,
    /// In what a question was changed.
    pub part: fn(ItemPart) -> String,
    /// What was changed of the form as a whole.
    pub form_part: fn(FormPart) -> &'static str,
}

pub const ZH: PastText = PastText {
    title: "版本",
    count: |n| match n {
        0 => "还没发布过".to_owned(),
        n => format!("发布过 {n} 版，看改了什么"),
    },
    first: "要有两版才能比。发布新版以后，这里能看到改了什么。",
    unpublished: "现在改的，还没发布",
    from: "从哪一版",
    to: "到哪一版",
    same: "这两版一样。",
    added: "加了",
    removed: "去掉了",
    changed: "改了",
    form: "整张表",
    part: |part| match part {
        ItemPart::Title => "问法".to_owned(),
        ItemPart::Hint => "提示".to_owned(),
        ItemPart::Step => "步骤".to_owned(),
        ItemPart::Answer => "怎么答".to_owned(),
        ItemPart::Points(before, after) => format!("分值 {before} → {after}"),
        ItemPart::Required(true) => "现在必答".to_owned(),
        ItemPart::Required(false) => "不再必答".to_owned(),
        ItemPart::KnockOut => "一票否决".to_owned(),
        ItemPart::Condition => "什么时候问".to_owned(),
    },
    form_part: |part| match part {
        FormPart::Title => "表名",
        FormPart::Classes => "用在哪些门店",
        FormPart::Bands => "合格线和待改线",
        FormPart::Checks => "答案之间的核对",
        FormPart::Order => "题的顺序",
    },
};

pub const EN: PastText = PastText {
    title: "Versions",
    count: |n| match n {
        0 => "Never published".to_owned(),
        1 => "Published once".to_owned(),
        n => format!("Published {n} times; see what changed"),
    },
    first: "It takes two versions to compare. Once another one is published, what changed is shown here.",
    unpublished: "As edited now, not published",
    from: "From version",
    to: "To version",
    same: "Both are the same.",
    added: "Added",
    removed: "Taken out",
    changed: "Changed",
    form: "The form as a whole",
    part: |part| match part {
        ItemPart::Title => "question".to_owned(),
        ItemPart::Hint => "hint".to_owned(),
        ItemPart::Step => "step".to_owned(),
        ItemPart::Answer => "answer".to_owned(),
        ItemPart::Points(before, after) => format!("points {before} → {after}"),
        ItemPart::Required(true) => "required now".to_owned(),
        ItemPart::Required(false) => "not required any more".to_owned(),
        ItemPart::KnockOut => "knock-out".to_owned(),
        ItemPart::Condition => "when it is asked".to_owned(),
    },
    form_part: |part| match part {
        FormPart::Title => "Title",
        FormPart::Classes => "Shops it is for",
        FormPart::Bands => "Pass mark and mark to mend",
        FormPart::Checks => "Checks between answers",
        FormPart::Order => "Order of the questions",
    },
};
