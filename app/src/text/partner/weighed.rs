//! How a candidate is weighed, and what that comes to.

use domain::records::Weighed;

/// See [`super::PartnerText::weighed`].
pub struct WeighedText {
    /// Section.
    pub title: &'static str,
    /// Papers and site.
    pub site: &'static str,
    /// Mindset.
    pub mindset: &'static str,
    /// Both.
    pub whole: &'static str,
    /// With its floor.
    pub floor: fn(u32) -> String,
    /// With its pass mark.
    pub pass: fn(u32) -> String,
    /// Not there yet.
    pub not_yet: &'static str,
    /// The verdict.
    pub verdict: fn(Weighed) -> &'static str,
    /// Before who would not pass is qualified: what they come to, and that a reason is asked for.
    pub despite: fn(&str) -> String,
    /// In the minutes: what they came to then.
    pub then: fn(&str) -> String,
    /// Missing: the inspection.
    pub miss_inspection: &'static str,
    /// Missing: interviewers.
    pub miss_interviewers: fn(u32) -> String,
    /// Missing: sources.
    pub miss_sources: fn(u32) -> String,
    /// Missing: the original.
    pub miss_original: fn(&str) -> String,
    /// Knocked out by a question.
    pub out_item: fn(&str) -> String,
    /// Knocked out by the mindset.
    pub out_mindset: &'static str,
    /// A paper has run out.
    pub out_expired: fn(&str, &str) -> String,
    /// Names differ.
    pub out_names: fn(&str, &str) -> String,
    /// Names of so many papers agree, and what may differ.
    pub names_agree: fn(usize) -> String,
    /// The rep inspected, and nobody of the dealer came along (S35).
    pub alone: fn(&str) -> String,
    /// The rep inspected, and who came along.
    pub together: fn(&str, &str) -> String,
    /// Interviewers disagree: on what.
    pub disagree: fn(&str) -> String,
    /// What would change the verdict.
    pub would_help: &'static str,
}

pub const ZH: WeighedText = WeighedText {
    title: "资质认证",
    site: "资料与实地",
    mindset: "经营意识",
    whole: "总分",
    floor: |floor| format!("底线 {floor}"),
    pass: |pass| format!("及格 {pass}"),
    not_yet: "还没有",
    verdict: |verdict| match verdict {
        Weighed::Unfinished => "还不完整",
        Weighed::Pass => "可以通过",
        Weighed::Below => "分数不够",
        Weighed::KnockedOut => "一票否决",
    },
    despite: |verdict| format!("资质认证{verdict}，照样通过要写一句原因"),
    then: |verdict| format!("当时{verdict}"),
    miss_inspection: "还没实地考察",
    miss_interviewers: |count| format!("还要 {count} 个人访谈"),
    miss_sources: |count| format!("经营额还要 {count} 个独立来源"),
    miss_original: |paper| format!("{paper}：没看到原件"),
    out_item: |item| format!("{item}：不达标"),
    out_mindset: "经营意识低于底线，硬件再好也不补",
    out_expired: |paper, day| format!("{paper}：{day}已过期"),
    out_names: |one, other| format!("名字对不上：{one} / {other}"),
    alone: |rep| format!("{rep}一个人考察的，没记下经销商同行的人"),
    together: |rep, along| format!("{rep}和{along}一起考察"),
    names_agree: |count| format!("{count} 处名称一致，公司后缀、地名和个别字不算"),
    disagree: |item| format!("两人看法不同：{item}"),
    would_help: "哪几项补上，总分能加多少",
};

pub const EN: WeighedText = WeighedText {
    title: "Qualification",
    site: "Papers and site",
    mindset: "Mindset",
    whole: "Total",
    floor: |floor| format!("floor {floor}"),
    pass: |pass| format!("pass {pass}"),
    not_yet: "not yet",
    verdict: |verdict| match verdict {
        Weighed::Unfinished => "Not complete",
        Weighed::Pass => "May pass",
        Weighed::Below => "Below the mark",
        Weighed::KnockedOut => "Knocked out",
    },
    despite: |verdict| format!("Qualification: {verdict}. To approve all the same, say why"),
    then: |verdict| format!("then: {verdict}"),
    miss_inspection: "Not inspected yet",
    miss_interviewers: |count| format!("{count} more to interview them"),
    miss_sources: |count| format!("{count} more sources on the turnover"),
    miss_original: |paper| format!("{paper}: original not seen"),
    out_item: |item| format!("{item}: not met"),
    out_mindset: "The mindset is below its floor; hardware does not make that good",
    out_expired: |paper, day| format!("{paper}: ran out on {day}"),
    out_names: |one, other| format!("Names differ: {one} / {other}"),
    alone: |rep| format!("{rep} inspected alone; nobody of the dealer is named"),
    together: |rep, along| format!("{rep} inspected together with {along}"),
    names_agree: |count| format!("{count} names agree; suffixes, places and a single letter may differ"),
    disagree: |item| format!("Interviewers disagree: {item}"),
    would_help: "What each of these would add to the total",
};
