//! Candidates and members of the alliance.

use domain::records::{CandidateRuling, CandidateStage, Duty, Topic, Witness};

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
    /// Nothing in the list.
    pub empty: &'static str,
    /// What to do.
    pub empty_more: &'static str,
    /// Button: add one.
    pub add: &'static str,
    /// The next step is overdue by so many days.
    pub overdue: fn(i32) -> String,
    /// No next step.
    pub no_next: &'static str,
    /// Who looks after it.
    pub with: fn(&str) -> String,

    /// The four ways.
    pub sources: [&'static str; 4],
    /// What each of them is for.
    pub sources_more: [&'static str; 4],
    /// Which way.
    pub source: &'static str,
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
    pub territory: &'static str,
    /// Field.
    pub criterion: &'static str,
    /// Field.
    pub dealer: &'static str,
    /// Field.
    pub event: &'static str,
    /// Choice: an event that is not there yet.
    pub new_event: &'static str,
    /// Field.
    pub event_name: &'static str,
    /// Field: a line each.
    pub customers: &'static str,
    /// What to write there.
    pub customers_more: &'static str,
    /// Each line: keep or drop.
    pub keep: &'static str,
    /// So many are added.
    pub add_many: fn(usize) -> String,
    /// More facts, unfolded.
    pub more: &'static str,
    /// Button: photograph the front.
    pub take_front: &'static str,
    /// Button: another one.
    pub retake: &'static str,
    /// The front, said.
    pub front: &'static str,
    /// The camera cannot be used.
    pub no_camera: &'static str,
    /// The position is being measured.
    pub measuring: &'static str,
    /// So exactly.
    pub measured: fn(&str) -> String,
    /// Without a position.
    pub no_position: &'static str,
    /// Button.
    pub save: &'static str,
    /// It is saved.
    pub saved: fn(&str) -> String,
    /// There may be one already.
    pub alike: fn(usize) -> String,
    /// What to do.
    pub alike_more: &'static str,
    /// The same licence.
    pub same_licence: &'static str,
    /// The same phone.
    pub same_phone: &'static str,
    /// A like name.
    pub like_name: &'static str,
    /// So far away.
    pub near: fn(&str) -> String,
    /// Button: add it all the same.
    pub add_anyway: &'static str,
    /// A name is needed.
    pub name_needed: &'static str,

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
    /// Section.
    pub qualification: &'static str,
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
    /// The verdicts, in the order of the rule's.
    pub verdicts: [&'static str; 4],
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
    /// Interviewers disagree: on what.
    pub disagree: fn(&str) -> String,
    /// What would change the verdict.
    pub would_help: &'static str,
    /// Section.
    pub claims: &'static str,
    /// So many independent sources agree.
    pub agree: fn(usize, usize) -> String,
    /// Only they say so.
    pub only_they: &'static str,
    /// Button: write down a claim.
    pub add_claim: &'static str,
    /// Field.
    pub topic: &'static str,
    /// The topics.
    pub topics: fn(Topic) -> &'static str,
    /// Their units.
    pub unit: fn(Topic) -> &'static str,
    /// Field.
    pub witness: &'static str,
    /// The witnesses.
    pub witnesses: fn(Witness) -> &'static str,
    /// Field.
    pub witness_name: &'static str,
    /// Field.
    pub said: &'static str,
    /// It was written down.
    pub moved: &'static str,
    /// Button: an agreement.
    pub draft: &'static str,
    /// Button: throw a claim away.
    pub drop_claim: &'static str,
    /// A claim was thrown away.
    pub claim_dropped: &'static str,
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
    /// The alliances.
    pub alliance: &'static str,
    /// There is none.
    pub no_alliance: &'static str,
    /// When there will be.
    pub no_alliance_more: &'static str,
    /// So many members.
    pub member_count: fn(usize) -> String,
    /// A member since.
    pub since: fn(&str) -> String,
    /// A month: year, month.
    pub month: fn(i16, i8) -> String,
    /// Button.
    pub month_before: &'static str,
    /// Button.
    pub month_after: &'static str,
    /// The manufacturer's duties.
    pub manufacturer: &'static str,
    /// So many of so many.
    pub done_of: fn(usize, usize) -> String,
    /// The duties.
    pub duty: fn(Duty) -> &'static str,
    /// Button: done.
    pub duty_tick: &'static str,
    /// It is open.
    pub duty_open: &'static str,
    /// The month is over.
    pub duty_late: &'static str,
    /// It was ticked off.
    pub duty_done: &'static str,
    /// The tick was taken back.
    pub duty_undone: &'static str,
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
    empty: "这里还没有",
    empty_more: "街上看到合适的，拍张门头就能加。",
    add: "加一家",
    overdue: |days| format!("晚了 {days} 天"),
    no_next: "没有下一步",
    with: |name| format!("{name}在跟"),
    sources: ["走访", "整合", "定向", "招商会"],
    sources_more: [
        "在街上遇到的：名字、门头、位置，半分钟记完。",
        "经销商现有的客户：一行一个，留下合适的。",
        "按条件找的：写下条件，和他在卖的竞品。",
        "招商会来的：选哪一场，记下是谁。",
    ],
    source: "怎么找到的",
    name: "店名或字号",
    contact: "负责人",
    phone: "电话",
    licence: "营业执照号",
    address: "地址",
    brands: "在卖的竞品，用顿号隔开",
    note: "备注",
    territory: "区域",
    criterion: "按什么条件找的",
    dealer: "经销商",
    event: "哪一场",
    new_event: "新的一场",
    event_name: "招商会名称",
    customers: "客户名单，一行一个",
    customers_more: "名字 电话，例如：宏达商贸 13900001111",
    keep: "留下",
    add_many: |count| format!("加 {count} 家"),
    more: "再多记一点",
    take_front: "拍门头",
    retake: "重拍",
    front: "门头照片",
    no_camera: "相机打不开，可以先保存，以后再拍。",
    measuring: "正在定位",
    measured: |exact| format!("位置已记，误差 {exact}"),
    no_position: "没有定位，可以先保存",
    save: "保存",
    saved: |name| format!("已加：{name}"),
    alike: |count| format!("可能已经有了：{count} 家相近"),
    alike_more: "同一家就打开它，别再加一遍。",
    same_licence: "执照号相同",
    same_phone: "电话相同",
    like_name: "名字相近",
    near: |distance| format!("相距 {distance}"),
    add_anyway: "不是同一家，照样加",
    name_needed: "写上店名",
    take_over: "认领",
    taken_over: "已认领，由你跟进",
    contacted: "已接触过",
    inspect: "开始考察",
    inspect_again: "再考察一次",
    interview: "做访谈",
    propose: "报经理审批",
    proposed: "已报审批",
    waits: |name| format!("等经理审批，{name}报的"),
    service: "服务拜访",
    cut: "建议淘汰",
    cut_item: "因为哪一项",
    edit: "改资料",
    next: "下一步",
    next_what: "要做什么",
    next_due: "最晚哪天",
    qualification: "资质认证",
    site: "资料与实地",
    mindset: "经营意识",
    whole: "总分",
    floor: |floor| format!("底线 {floor}"),
    pass: |pass| format!("及格 {pass}"),
    not_yet: "还没有",
    verdicts: ["还不完整", "可以通过", "分数不够", "一票否决"],
    miss_inspection: "还没实地考察",
    miss_interviewers: |count| format!("还要 {count} 个人访谈"),
    miss_sources: |count| format!("经营额还要 {count} 个独立来源"),
    miss_original: |paper| format!("{paper}：没看到原件"),
    out_item: |item| format!("{item}：不达标"),
    out_mindset: "经营意识低于底线，硬件再好也不补",
    out_expired: |paper, day| format!("{paper}：{day}已过期"),
    out_names: |one, other| format!("名字对不上：{one} / {other}"),
    disagree: |item| format!("两人看法不同：{item}"),
    would_help: "哪几项补上，总分能加多少",
    claims: "多方核实",
    agree: |agree, of| match (agree, of) {
        (_, 1) => "1 个来源".to_owned(),
        (agree, of) if agree == of => format!("{of} 个来源一致"),
        (agree, of) => format!("{of} 个来源，{agree} 个一致"),
    },
    only_they: "只有本人这么说",
    add_claim: "记一条说法",
    topic: "说的是什么",
    topics: |topic| match topic {
        Topic::Turnover => "年经营额",
        Topic::Outlets => "下属网点",
        Topic::Staff => "员工",
        Topic::Vehicles => "送货车",
        Topic::Warehouse => "仓库",
        Topic::Delivery => "配送周期",
        Topic::Credit => "回款信用",
        Topic::Willingness => "合作意愿",
    },
    unit: |topic| match topic {
        Topic::Turnover => "万元",
        Topic::Outlets => "家",
        Topic::Staff => "人",
        Topic::Vehicles => "辆",
        Topic::Warehouse => "平方米",
        Topic::Delivery => "天",
        Topic::Credit | Topic::Willingness => "",
    },
    witness: "谁说的",
    witnesses: |witness| match witness {
        Witness::Themselves => "本人",
        Witness::Peer => "同行",
        Witness::Employee => "员工",
        Witness::Dealer => "经销商",
        Witness::Network => "下属网点",
        Witness::Seen => "亲眼看到",
    },
    witness_name: "姓名或店名",
    said: "怎么说的",
    moved: "已记下",
    draft: "起草协议",
    drop_claim: "删掉这条",
    claim_dropped: "已删掉这条",
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
    until: "认证到",
    asked_by: |name| format!("{name}报的"),
    asks_qualify: "申请认证",
    asks_cut: |item| format!("建议淘汰：{item}"),
    unknown: "找不到这家，可能还没同步到。",
    elsewhere: "不在你的片区，考察记录在负责人手机上。",
    approve: "通过",
    send_back: "退回",
    eliminate: "淘汰",
    suspend: "暂停",
    resume: "恢复",
    exit: "退出",
    decide: "处理",
    because: "写一句原因",
    decided: "已处理",
    alliance: "联合体",
    no_alliance: "还没有联合体",
    no_alliance_more: "第一份三方协议生效，联合体就成立了。",
    member_count: |count| format!("{count} 家成员"),
    since: |day| format!("{day}加入 "),
    month: |year, month| format!("{year} 年 {month} 月职责"),
    month_before: "上个月",
    month_after: "下个月",
    manufacturer: "厂家",
    done_of: |done, of| format!("{done} / {of}"),
    duty: |duty| match duty {
        Duty::Planning => "制定计划",
        Duty::Policies => "起草政策",
        Duty::Training => "营销培训",
        Duty::Guidance => "工作指导",
        Duty::Supervision => "过程监督",
        Duty::Targets => "目标分解",
        Duty::Suggestions => "建议订单",
        Duty::Talks => "合作洽谈",
        Duty::Prices => "价格制定",
        Duty::Orders => "订单处理",
        Duty::Delivery => "物流配送",
        Duty::Incentives => "激励实施",
        Duty::Display => "标准化展示",
    },
    duty_tick: "完成",
    duty_open: "本月还没做",
    duty_late: "月底前没做",
    duty_done: "已勾上",
    duty_undone: "已取消",
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
    empty: "Nobody here yet",
    empty_more: "Met somebody on the street? A photo of the front is enough to begin.",
    add: "Add one",
    overdue: |days| match days {
        1 => "1 day late".to_owned(),
        days => format!("{days} days late"),
    },
    no_next: "No next step",
    with: |name| format!("with {name}"),
    sources: ["Street", "Existing", "Targeted", "Event"],
    sources_more: [
        "Met on the street: name, front, position. Half a minute.",
        "A dealer's customers: one a line, keep those that fit.",
        "Looked for: write down by what, and which competitors they sell.",
        "Came to an event: which one, and who.",
    ],
    source: "How they were found",
    name: "Name on the sign",
    contact: "Who runs it",
    phone: "Phone",
    licence: "Licence number",
    address: "Address",
    brands: "Competing brands, with commas",
    note: "Note",
    territory: "Territory",
    criterion: "Looked for by",
    dealer: "Dealer",
    event: "Which event",
    new_event: "A new one",
    event_name: "Name of the event",
    customers: "Customers, one a line",
    customers_more: "Name and phone, such as: Hongda Trading 13900001111",
    keep: "Keep",
    add_many: |count| format!("Add {count}"),
    more: "Note some more",
    take_front: "Photograph the front",
    retake: "Take again",
    front: "Photo of the front",
    no_camera: "The camera does not open. Save now, take the photo later.",
    measuring: "Measuring the position",
    measured: |exact| format!("Position noted, within {exact}"),
    no_position: "No position; it can be saved all the same",
    save: "Save",
    saved: |name| format!("Added: {name}"),
    alike: |count| format!("May be known already: {count} alike"),
    alike_more: "If it is the same one, open it instead of adding it twice.",
    same_licence: "same licence",
    same_phone: "same phone",
    like_name: "like name",
    near: |distance| format!("{distance} away"),
    add_anyway: "Another one: add it",
    name_needed: "A name is needed",
    take_over: "Take over",
    taken_over: "Taken over: it is yours now",
    contacted: "Talked to them",
    inspect: "Inspect",
    inspect_again: "Inspect again",
    interview: "Interview",
    propose: "Ask for approval",
    proposed: "The manager was asked",
    waits: |name| format!("Waits for the manager; {name} asked"),
    service: "Service visit",
    cut: "Propose to cut",
    cut_item: "By which item",
    edit: "Edit",
    next: "Next step",
    next_what: "What",
    next_due: "Until",
    qualification: "Qualification",
    site: "Papers and site",
    mindset: "Mindset",
    whole: "Total",
    floor: |floor| format!("floor {floor}"),
    pass: |pass| format!("pass {pass}"),
    not_yet: "not yet",
    verdicts: ["Not complete", "May pass", "Below the mark", "Knocked out"],
    miss_inspection: "Not inspected yet",
    miss_interviewers: |count| format!("{count} more to interview them"),
    miss_sources: |count| format!("{count} more sources on the turnover"),
    miss_original: |paper| format!("{paper}: original not seen"),
    out_item: |item| format!("{item}: not met"),
    out_mindset: "The mindset is below its floor; hardware does not make that good",
    out_expired: |paper, day| format!("{paper}: ran out on {day}"),
    out_names: |one, other| format!("Names differ: {one} / {other}"),
    disagree: |item| format!("Interviewers disagree: {item}"),
    would_help: "What each of these would add to the total",
    claims: "What others say",
    agree: |agree, of| match (agree, of) {
        (_, 1) => "1 source".to_owned(),
        (agree, of) if agree == of => format!("{of} sources agree"),
        (agree, of) => format!("{agree} of {of} sources agree"),
    },
    only_they: "only they say so",
    add_claim: "Note what somebody says",
    topic: "About what",
    topics: |topic| match topic {
        Topic::Turnover => "Turnover a year",
        Topic::Outlets => "Outlets supplied",
        Topic::Staff => "Staff",
        Topic::Vehicles => "Vehicles",
        Topic::Warehouse => "Warehouse",
        Topic::Delivery => "Delivery cycle",
        Topic::Credit => "Credit",
        Topic::Willingness => "Willingness",
    },
    unit: |topic| match topic {
        Topic::Turnover => "× ¥10,000",
        Topic::Outlets => "outlets",
        Topic::Staff => "people",
        Topic::Vehicles => "vehicles",
        Topic::Warehouse => "m²",
        Topic::Delivery => "days",
        Topic::Credit | Topic::Willingness => "",
    },
    witness: "Who says so",
    witnesses: |witness| match witness {
        Witness::Themselves => "themselves",
        Witness::Peer => "a peer",
        Witness::Employee => "an employee",
        Witness::Dealer => "the dealer",
        Witness::Network => "an outlet of theirs",
        Witness::Seen => "seen by us",
    },
    witness_name: "Name",
    said: "What they say",
    moved: "Noted",
    draft: "Draft an agreement",
    drop_claim: "Throw away",
    claim_dropped: "Thrown away",
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
    until: "Qualified until",
    asked_by: |name| format!("{name} asked"),
    asks_qualify: "Asked to qualify",
    asks_cut: |item| format!("Asked to cut: {item}"),
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
    alliance: "Alliance",
    no_alliance: "No alliance yet",
    no_alliance_more: "It is founded when the first agreement comes into force.",
    member_count: |count| match count {
        1 => "1 member".to_owned(),
        count => format!("{count} members"),
    },
    since: |day| format!("since {day} "),
    month: |year, month| format!("Duties of {year}-{month:02}"),
    month_before: "The month before",
    month_after: "The month after",
    manufacturer: "Manufacturer",
    done_of: |done, of| format!("{done} of {of}"),
    duty: |duty| match duty {
        Duty::Planning => "Planning",
        Duty::Policies => "Drafting policies",
        Duty::Training => "Training",
        Duty::Guidance => "Guidance",
        Duty::Supervision => "Supervision",
        Duty::Targets => "Splitting targets",
        Duty::Suggestions => "Suggesting orders",
        Duty::Talks => "Talks",
        Duty::Prices => "Setting prices",
        Duty::Orders => "Handling orders",
        Duty::Delivery => "Delivery",
        Duty::Incentives => "Carrying out incentives",
        Duty::Display => "Standard display",
    },
    duty_tick: "Done",
    duty_open: "Open this month",
    duty_late: "Not done in its month",
    duty_done: "Ticked off",
    duty_undone: "Taken back",
};
