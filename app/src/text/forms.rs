//! Forms and weights, as a manager edits them.

mod editor;
mod flaw;
mod past;

pub use editor::EditorText;
pub use past::PastText;

use domain::records::Purpose;
use domain::rules::form::FlawKind;

/// See [`super::Text::forms`].
pub struct FormsText {
    /// The name of the place.
    pub title: &'static str,
    /// The row in the settings.
    pub row_more: &'static str,
    /// What a form is for.
    pub purpose: fn(Purpose) -> &'static str,
    /// Which version, since when, so many questions.
    pub version: fn(u32, &str, usize) -> String,
    /// For whom it is.
    pub for_whom: &'static str,
    /// For everybody.
    pub whole_company: &'static str,
    /// Somebody has published another version since this one was begun.
    pub replaced: &'static str,
    /// Button: one's own changes on top of it.
    pub take_over: &'static str,
    /// Button: both beside each other.
    pub see_both: &'static str,
    /// Button: without one's own changes.
    pub drop_mine: &'static str,
    /// They were taken over.
    pub taken_over: &'static str,
    /// They were, and both had changed these questions.
    pub taken_over_but: fn(&str) -> String,
    /// They were not.
    pub dropped: &'static str,
    /// It comes later.
    pub later: fn(&str) -> String,
    /// The weights of candidates.
    pub weights: &'static str,
    /// Field.
    pub question: &'static str,
    /// Field.
    pub points: &'static str,
    /// Switch.
    pub required: &'static str,
    /// Switch.
    pub knock_out: &'static str,
    /// Button.
    pub up: &'static str,
    /// Button.
    pub down: &'static str,
    /// Button.
    pub remove: &'static str,
    /// A question was taken out.
    pub removed: &'static str,
    /// Button.
    pub add: &'static str,
    /// What a new question is called.
    pub new_question: &'static str,
    /// Anchors of a new scale.
    pub anchors: [&'static str; 5],
    /// The phone beside it.
    pub preview: &'static str,
    /// What a trial is.
    pub trial: &'static str,
    /// Its score, and what it amounts to.
    pub trial_score: fn(u32, &str) -> String,
    /// Field: from when.
    pub from: &'static str,
    /// Button.
    pub publish: &'static str,
    /// It is published.
    pub published: &'static str,
    /// Nothing was changed.
    pub unchanged: &'static str,
    /// Fields of the weights.
    pub site_weight: &'static str,
    /// See above.
    pub mindset_weight: &'static str,
    /// See above.
    pub floor: &'static str,
    /// See above.
    pub pass: &'static str,
    /// See above.
    pub interviewers: &'static str,
    /// See above.
    pub sources: &'static str,
    /// See above.
    pub months: &'static str,
    /// What today's candidates would come to.
    pub would: &'static str,
    /// It is no form.
    pub unknown: &'static str,
    /// Heading: making another form.
    pub new_form: &'static str,
    /// What keeps people from filling it in.
    pub flaw: fn(FlawKind) -> &'static str,
    /// Editing a form.
    pub editor: EditorText,
    /// Its versions.
    pub past: PastText,
}

pub const ZH: FormsText = FormsText {
    title: "检查表和权重",
    row_more: "门店检查、实地考察、访谈、服务，和资质怎么算分",
    purpose: |purpose| match purpose {
        Purpose::Shop => "门店拜访",
        Purpose::Inspection => "实地考察",
        Purpose::Interview => "经营意识访谈",
        Purpose::Service => "服务回访",
    },
    version: |version, from, items| format!("第 {version} 版，{from}起，{items} 项"),
    for_whom: "给谁用",
    whole_company: "全公司",
    replaced: "你开始改的那一版，别人已经发布了新版替换它。你的改动还在这台设备上。",
    take_over: "把我的改动带到新版",
    see_both: "两版对着看",
    drop_mine: "不要我的改动",
    taken_over: "改动带过来了，看一遍再发布",
    taken_over_but: |titles| format!("改动带过来了。这几题两边都改过，先用了你的：{titles}"),
    dropped: "换成新版了",
    later: |from| format!("新版{from}生效"),
    weights: "资质权重",
    question: "问什么",
    points: "分值",
    required: "必答",
    knock_out: "一票否决",
    up: "上移",
    down: "下移",
    remove: "去掉",
    removed: "已去掉一项",
    add: "加一项",
    new_question: "新的一项",
    anchors: ["很差", "较差", "一般", "较好", "很好"],
    preview: "手机上是这样",
    trial: "在这里试着填，什么都不会存。",
    trial_score: |percent, band| format!("试填得分 {percent}，{band}"),
    from: "从哪天起用",
    publish: "发布新版",
    published: "新版已发布",
    unchanged: "还没有改动",
    site_weight: "资料与实地占",
    mindset_weight: "经营意识占",
    floor: "经营意识底线",
    pass: "及格线",
    interviewers: "要几个人访谈",
    sources: "经营额要几个来源一致",
    months: "认证管几个月",
    would: "按新权重，现在的候选会怎样",
    unknown: "找不到这份表。",
    new_form: "新建一份",
    flaw: flaw::zh,
    editor: editor::ZH,
    past: past::ZH,
};

pub const EN: FormsText = FormsText {
    title: "Forms and weights",
    row_more: "Shop visits, inspections, interviews, service, and how candidates are weighed",
    purpose: |purpose| match purpose {
        Purpose::Shop => "Shop visit",
        Purpose::Inspection => "Inspection",
        Purpose::Interview => "Mindset interview",
        Purpose::Service => "Service visit",
    },
    version: |version, from, items| format!("Version {version} since {from}, {items} questions"),
    for_whom: "For whom",
    whole_company: "The whole company",
    replaced: "Somebody has published another version since you began. Your changes are still on this device.",
    take_over: "Take my changes over",
    see_both: "See both",
    drop_mine: "Drop my changes",
    taken_over: "Your changes are taken over. Read them once more before you publish",
    taken_over_but: |titles| format!("Your changes are taken over. Both had changed these, and yours stand: {titles}"),
    dropped: "This is the new version now",
    later: |from| format!("A new version from {from}"),
    weights: "Weights of candidates",
    question: "Question",
    points: "Points",
    required: "Required",
    knock_out: "Knock-out",
    up: "Move up",
    down: "Move down",
    remove: "Take out",
    removed: "Taken out",
    add: "Add a question",
    new_question: "A new question",
    anchors: ["very poor", "poor", "fair", "good", "very good"],
    preview: "On the phone",
    trial: "Try it here; nothing is kept.",
    trial_score: |percent, band| format!("Trial score {percent}: {band}"),
    from: "Used from",
    publish: "Publish",
    published: "The new version is published",
    unchanged: "Nothing was changed",
    site_weight: "Papers and site weigh",
    mindset_weight: "Mindset weighs",
    floor: "Floor of the mindset",
    pass: "Pass mark",
    interviewers: "Interviewers needed",
    sources: "Sources that agree on the turnover",
    months: "Months that it holds",
    would: "What today's candidates would come to",
    unknown: "There is no such form.",
    new_form: "A new form",
    flaw: flaw::en,
    editor: editor::EN,
    past: past::EN,
};
