//! Candidates and members of the alliance: the list, the file of one, and what a manager decides. What belongs to one
//! part of it stands in a file of its own.

mod add;
mod alliance;
mod claim;
mod event;
mod weighed;

pub use add::AddText;
pub use alliance::AllianceText;
pub use claim::ClaimText;
pub use event::EventText;
pub use weighed::WeighedText;

use domain::records::{CandidateRuling, CandidateStage};

/// See [`super::Text::partner`].
pub struct PartnerText {
    /// The name of the place.
    pub title: &'static str,
    /// How far somebody has come.
    pub stage: fn(CandidateStage) -> &'static str,
    /// The opening sentence: looked after, next steps overdue.
    pub head: fn(usize, usize) -> String,
    /// Nobody is looked after.
    pub head_none: &'static str,
    /// Chip: one's own.
    pub mine: &'static str,
    /// Chip: everybody's in the region.
    pub all: &'static str,
    /// Chip: qualified and signing.
    pub to_sign: &'static str,
    /// Chip: members.
    pub members: &'static str,
    /// Chip: over.
    pub over: &'static str,
    /// Placeholder and label of the search.
    pub search: &'static str,
    /// Nobody is meant by what is typed.
    pub not_found: &'static str,
    /// What to try instead.
    pub not_found_more: &'static str,
    /// Nothing in the list.
    pub empty: &'static str,
    /// What to do.
    pub empty_more: &'static str,
    /// Button: add one.
    pub add_one: &'static str,
    /// The next step is overdue by so many days.
    pub overdue: fn(i32) -> String,
    /// No next step.
    pub no_next: &'static str,
    /// Who looks after it.
    pub with: fn(&str) -> String,
    /// Field.
    pub name: &'static str,
    /// Field.
    pub contact: &'static str,
    /// Field.
    pub phone: &'static str,
    /// Field.
    pub licence: &'static str,
    /// Field.
    pub address: &'static str,
    /// Field.
    pub brands: &'static str,
    /// Field.
    pub note: &'static str,
    /// Field.
    pub dealer: &'static str,
    /// The front, said.
    pub front: &'static str,
    /// The camera cannot be used.
    pub no_camera: &'static str,
    /// Button.
    pub save: &'static str,
    /// Button: look after it.
    pub take_over: &'static str,
    /// It is taken over.
    pub taken_over: &'static str,
    /// Button: somebody has been talked to.
    pub contacted: &'static str,
    /// Button: inspect.
    pub inspect: &'static str,
    /// Button: inspect again.
    pub inspect_again: &'static str,
    /// Button: interview.
    pub interview: &'static str,
    /// Button: ask the manager.
    pub propose: &'static str,
    /// The manager was asked.
    pub proposed: &'static str,
    /// Dock: what it waits for.
    pub waits: fn(&str) -> String,
    /// Dock: it waits for the second interviewer.
    pub waits_interview: &'static str,
    /// Button: a service visit.
    pub service: &'static str,
    /// Button: propose to cut.
    pub cut: &'static str,
    /// Which item, and why.
    pub cut_item: &'static str,
    /// Button: the facts.
    pub edit: &'static str,
    /// Section.
    pub next: &'static str,
    /// Field: what comes next.
    pub next_what: &'static str,
    /// Field: until when.
    pub next_due: &'static str,
    /// It was written down.
    pub moved: &'static str,
    /// Button: an agreement.
    pub draft: &'static str,
    /// Section.
    pub visits: &'static str,
    /// Nobody has been there.
    pub no_visits: &'static str,
    /// Section.
    pub minutes: &'static str,
    /// What was decided.
    pub ruling: fn(CandidateRuling) -> &'static str,
    /// Section.
    pub about: &'static str,
    /// Where it comes from.
    pub from: &'static str,
    /// Chip: to be looked at again, so many.
    pub to_requalify: fn(usize) -> String,
    /// The qualification ends, or has ended, on a day: so many days from now.
    pub requalify: fn(&str, i32) -> String,
    /// Qualified until.
    pub until: &'static str,
    /// Asked for, by whom.
    pub asked_by: fn(&str) -> String,
    /// Asked to qualify.
    pub asks_qualify: &'static str,
    /// Asked to cut, by which item.
    pub asks_cut: fn(&str) -> String,
    /// Unknown.
    pub unknown: &'static str,
    /// Of another area: visits are not here.
    pub elsewhere: &'static str,
    /// Button of the manager.
    pub approve: &'static str,
    /// Button of the manager.
    pub send_back: &'static str,
    /// Button of the manager.
    pub eliminate: &'static str,
    /// Button of the manager.
    pub suspend: &'static str,
    /// Button of the manager.
    pub resume: &'static str,
    /// Button of the manager.
    pub exit: &'static str,
    /// More acts.
    pub decide: &'static str,
    /// Field: why.
    pub because: &'static str,
    /// It was decided.
    pub decided: &'static str,
    /// Adding a candidate by one of the four ways.
    pub add: AddText,
    /// The alliance of a dealer.
    pub alliance: AllianceText,
    /// What others say of a candidate.
    pub claim: ClaimText,
    /// Events for candidates.
    pub event: EventText,
    /// How a candidate is weighed, and what that comes to.
    pub weighed: WeighedText,
}

pub const ZH: PartnerText = PartnerText {
    title: "伙伴",
    stage: |stage| match stage {
        CandidateStage::Lead => "线索",
        CandidateStage::Contacted => "已接触",
        CandidateStage::Inspecting => "考察中",
        CandidateStage::Proposed => "待审批",
        CandidateStage::Qualified => "已认证",
        CandidateStage::Signing => "签约中",
        CandidateStage::Member => "已加入",
        CandidateStage::Suspended => "已暂停",
        CandidateStage::Eliminated => "已淘汰",
        CandidateStage::Left => "已退出",
    },
    head: |all, late| match late {
        0 => format!("{all} 家在跟进"),
        late => format!("{all} 家在跟进，{late} 家该跟没跟"),
    },
    head_none: "还没有在跟进的伙伴",
    mine: "我跟的",
    all: "全区域",
    to_sign: "待签约",
    members: "已加入",
    over: "已结束",
    search: "名称、拼音首字母、电话、经营品牌",
    not_found: "没有找到",
    not_found_more: "少打几个字，或者换经营的品牌、电话试试。",
    empty: "这里还没有",
    empty_more: "街上看到合适的，拍张门头就能加。",
    add_one: "加一家",
    overdue: |days| format!("晚了 {days} 天"),
    no_next: "没有下一步",
    with: |name| format!("{name}在跟"),
    name: "店名或字号",
    contact: "负责人",
    phone: "电话",
    licence: "营业执照号",
    address: "地址",
    brands: "在卖的竞品，用顿号隔开",
    note: "备注",
    dealer: "经销商",
    front: "门头照片",
    no_camera: "相机打不开，可以先保存，以后再拍。",
    save: "保存",
    take_over: "认领",
    taken_over: "已认领，由你跟进",
    contacted: "已接触过",
    inspect: "开始考察",
    inspect_again: "再考察一次",
    interview: "做访谈",
    propose: "报经理审批",
    proposed: "已报审批",
    waits: |name| format!("等经理审批，{name}报的"),
    waits_interview: "还差另一位同事访谈",
    service: "服务回访",
    cut: "建议淘汰",
    cut_item: "因为哪一项",
    edit: "改资料",
    next: "下一步",
    next_what: "要做什么",
    next_due: "最晚哪天",
    moved: "已记下",
    draft: "起草协议",
    visits: "去过几次",
    no_visits: "还没去过",
    minutes: "审批记录",
    ruling: |ruling| match ruling {
        CandidateRuling::Qualify => "通过认证",
        CandidateRuling::SendBack => "退回再看",
        CandidateRuling::Eliminate => "淘汰",
        CandidateRuling::Suspend => "暂停",
        CandidateRuling::Resume => "恢复",
        CandidateRuling::Exit => "退出联合体",
    },
    about: "资料",
    from: "来源",
    to_requalify: |count| format!("要复审 {count}"),
    requalify: |day, days| match days {
        days if days < 0 => format!("认证{day}过期了，要复审"),
        0 => "认证今天到期，要复审".to_owned(),
        days => format!("认证{day}到期，还有 {days} 天，要复审"),
    },
    until: "认证到",
    asked_by: |name| format!("{name}报的"),
    asks_qualify: "申请认证",
    asks_cut: |item| format!("建议淘汰：{item}"),
    unknown: "找不到这家，可能还没同步到。",
    elsewhere: "不在你的区域，考察记录在跟进人手机上。",
    approve: "通过",
    send_back: "退回",
    eliminate: "淘汰",
    suspend: "暂停",
    resume: "恢复",
    exit: "退出",
    decide: "处理",
    because: "写一句原因",
    decided: "已处理",
    add: add::ZH,
    alliance: alliance::ZH,
    claim: claim::ZH,
    event: event::ZH,
    weighed: weighed::ZH,
};

pub const EN: PartnerText = PartnerText {
    title: "Partners",
    stage: |stage| match stage {
        CandidateStage::Lead => "Lead",
        CandidateStage::Contacted => "Contacted",
        CandidateStage::Inspecting => "Inspecting",
        CandidateStage::Proposed => "Proposed",
        CandidateStage::Qualified => "Qualified",
        CandidateStage::Signing => "Signing",
        CandidateStage::Member => "Member",
        CandidateStage::Suspended => "Suspended",
        CandidateStage::Eliminated => "Cut",
        CandidateStage::Left => "Left",
    },
    head: |all, late| match late {
        0 => format!("{all} looked after"),
        late => format!("{all} looked after, {late} overdue"),
    },
    head_none: "Nobody is looked after yet",
    mine: "Mine",
    all: "Region",
    to_sign: "To sign",
    members: "Members",
    over: "Over",
    search: "Name, initials, phone, brands",
    not_found: "Nobody found",
    not_found_more: "Type less, or try a brand they run or a phone number.",
    empty: "Nobody here yet",
    empty_more: "Met somebody on the street? A photo of the front is enough to begin.",
    add_one: "Add one",
    overdue: |days| match days {
        1 => "1 day late".to_owned(),
        days => format!("{days} days late"),
    },
    no_next: "No next step",
    with: |name| format!("with {name}"),
    name: "Name on the sign",
    contact: "Who runs it",
    phone: "Phone",
    licence: "Licence number",
    address: "Address",
    brands: "Competing brands, with commas",
    note: "Note",
    dealer: "Dealer",
    front: "Photo of the front",
    no_camera: "The camera does not open. Save now, take the photo later.",
    save: "Save",
    take_over: "Take over",
    taken_over: "Taken over: it is yours now",
    contacted: "Talked to them",
    inspect: "Inspect",
    inspect_again: "Inspect again",
    interview: "Interview",
    propose: "Ask for approval",
    proposed: "The manager was asked",
    waits: |name| format!("Waits for the manager; {name} asked"),
    waits_interview: "A second colleague has yet to interview them",
    service: "Service visit",
    cut: "Propose to cut",
    cut_item: "By which item",
    edit: "Edit",
    next: "Next step",
    next_what: "What",
    next_due: "Until",
    moved: "Noted",
    draft: "Draft an agreement",
    visits: "Visits",
    no_visits: "Nobody has been there",
    minutes: "Decisions",
    ruling: |ruling| match ruling {
        CandidateRuling::Qualify => "qualified",
        CandidateRuling::SendBack => "sent back",
        CandidateRuling::Eliminate => "cut",
        CandidateRuling::Suspend => "suspended",
        CandidateRuling::Resume => "resumed",
        CandidateRuling::Exit => "left the alliance",
    },
    about: "Facts",
    from: "Found by",
    to_requalify: |count| format!("Look again {count}"),
    requalify: |day, days| match days {
        days if days < 0 => format!("Qualification ended on {day}: look again"),
        0 => "Qualification ends today: look again".to_owned(),
        1 => format!("Qualification ends on {day}, in 1 day: look again"),
        days => format!("Qualification ends on {day}, in {days} days: look again"),
    },
    until: "Qualified until",
    asked_by: |name| format!("{name} asked"),
    asks_qualify: "To be qualified",
    asks_cut: |item| format!("To be cut: {item}"),
    unknown: "Not known here; it may not have arrived yet.",
    elsewhere: "Not in your area: the inspections are with whoever looks after it.",
    approve: "Approve",
    send_back: "Send back",
    eliminate: "Cut",
    suspend: "Suspend",
    resume: "Resume",
    exit: "Let go",
    decide: "Decide",
    because: "Why, in a sentence",
    decided: "Decided",
    add: add::EN,
    alliance: alliance::EN,
    claim: claim::EN,
    event: event::EN,
    weighed: weighed::EN,
};
