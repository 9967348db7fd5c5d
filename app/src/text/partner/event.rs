//! Events for candidates: who is invited, who came, and what came of it.

use domain::records::EventPremise;

/// See [`super::PartnerText::event`].
pub struct EventText {
    /// The name of the place, and of the list.
    pub title: &'static str,
    /// The opening sentence of the list: the next one is on a day.
    pub next: fn(&str) -> String,
    /// The opening sentence of the list: all of them are over.
    pub past: fn(usize) -> String,
    /// There is none.
    pub none: &'static str,
    /// What they are good for.
    pub none_more: &'static str,
    /// Button: plan one.
    pub plan: &'static str,
    /// It is planned.
    pub planned: &'static str,
    /// It was changed.
    pub changed: &'static str,
    /// When and where: a row, and its sheet.
    pub when_where: &'static str,
    /// Field.
    pub place: &'static str,
    /// Field.
    pub day: &'static str,
    /// Question: for which dealer.
    pub dealer: &'static str,
    /// Question: what of this holds of the dealer (S33).
    pub premises: &'static str,
    /// Each of them.
    pub premise: fn(EventPremise) -> &'static str,
    /// All of them hold.
    pub all_hold: &'static str,
    /// Nobody has looked at these yet.
    pub not_looked_at: fn(&str) -> String,
    /// For which dealer it is held.
    pub for_dealer: fn(&str) -> String,
    /// Who holds it.
    pub by: fn(&str) -> String,
    /// So many are invited, so many came, so many have become leads.
    pub sum: fn(usize, usize, usize) -> String,
    /// Section.
    pub guests: &'static str,
    /// So many of so many came.
    pub came_of: fn(usize, usize) -> String,
    /// Nobody is invited yet.
    pub guests_none: &'static str,
    /// Button: invite some.
    pub invite: &'static str,
    /// Field: a line each.
    pub invited: &'static str,
    /// Button: so many.
    pub invite_many: fn(usize) -> String,
    /// They were invited.
    pub invited_many: fn(usize) -> String,
    /// Chip: they came.
    pub came: &'static str,
    /// The same with the name.
    pub came_said: fn(&str) -> String,
    /// It was ticked.
    pub ticked: fn(&str) -> String,
    /// It was taken back.
    pub unticked: fn(&str) -> String,
    /// Button: strike them off the list.
    pub strike: fn(&str) -> String,
    /// They were struck off.
    pub struck: fn(&str) -> String,
    /// Chip: make a lead of them.
    pub make_lead: &'static str,
    /// The same with the name.
    pub make_lead_said: fn(&str) -> String,
    /// Section.
    pub leads: &'static str,
    /// Nobody yet.
    pub leads_none: &'static str,
    /// Button: add a lead.
    pub add_lead: &'static str,
    /// Link from a form: look at it.
    pub open: &'static str,
    /// Not known on this phone.
    pub unknown: &'static str,
}

pub const ZH: EventText = EventText {
    title: "招商会",
    next: |day| format!("下一场 {day}"),
    past: |count| format!("办过 {count} 场，接下来没有安排"),
    none: "还没办过招商会",
    none_more: "定好日子和地方，先把要请的人写下来，到场一个勾一个。",
    plan: "办一场",
    planned: "定下了，接着写要请谁",
    changed: "已改",
    when_where: "哪天，在哪",
    place: "地方",
    day: "哪天",
    dealer: "给哪家经销商招商",
    premises: "办会前，经销商这几样看过了吗",
    premise: |premise| match premise {
        EventPremise::Strong => "有实力",
        EventPremise::Respected => "有号召力",
        EventPremise::Wide => "面积大",
    },
    all_hold: "经销商有实力、有号召力、面积大",
    not_looked_at: |open| format!("办会的条件还没看过：{open}"),
    for_dealer: |name| format!("给{name}招商"),
    by: |name| format!("{name}办的"),
    sum: |invited, came, leads| match (came, leads) {
        (0, 0) => format!("请了 {invited} 家"),
        _ => format!("请了 {invited} 家，来了 {came} 家，{leads} 家成了线索"),
    },
    guests: "请了谁",
    came_of: |came, of| format!("来了 {came} / {of}"),
    guests_none: "还没写要请谁。",
    invite: "加要请的人",
    invited: "要请的人，一行一个",
    invite_many: |count| format!("加 {count} 家"),
    invited_many: |count| format!("加了 {count} 家"),
    came: "来了",
    came_said: |name| format!("来了：{name}"),
    ticked: |name| format!("{name}来了"),
    unticked: |name| format!("{name}没来"),
    strike: |name| format!("从名单去掉{name}"),
    struck: |name| format!("{name}从名单去掉了"),
    make_lead: "记成线索",
    make_lead_said: |name| format!("记成线索：{name}"),
    leads: "从这场来的",
    leads_none: "还没有线索。",
    add_lead: "加一家线索",
    open: "看这一场请了谁",
    unknown: "找不到这场招商会，可能还没同步到。",
};

pub const EN: EventText = EventText {
    title: "Events",
    next: |day| format!("The next one is on {day}"),
    past: |count| match count {
        1 => "1 held, none planned".to_owned(),
        count => format!("{count} held, none planned"),
    },
    none: "No event yet",
    none_more: "Fix a day and a place, write down whom to invite, and tick them off as they come.",
    plan: "Plan one",
    planned: "Planned: now write down whom to invite",
    changed: "Changed",
    when_where: "When and where",
    place: "Place",
    day: "Day",
    dealer: "For which dealer",
    premises: "Before it is held: what does the dealer have?",
    premise: |premise| match premise {
        EventPremise::Strong => "enough means",
        EventPremise::Respected => "a good name",
        EventPremise::Wide => "a wide territory",
    },
    all_hold: "The dealer has enough means, a good name and a wide territory",
    not_looked_at: |open| format!("Not confirmed: {open}"),
    for_dealer: |name| format!("for {name}"),
    by: |name| format!("held by {name}"),
    sum: |invited, came, leads| match (came, leads) {
        (0, 0) => format!("{invited} invited"),
        (came, 1) => format!("{invited} invited, {came} came, 1 has become a lead"),
        (came, leads) => format!("{invited} invited, {came} came, {leads} have become leads"),
    },
    guests: "Invited",
    came_of: |came, of| format!("{came} of {of} came"),
    guests_none: "Nobody is invited yet.",
    invite: "Invite",
    invited: "Whom to invite, one a line",
    invite_many: |count| format!("Add {count}"),
    invited_many: |count| format!("{count} added"),
    came: "Came",
    came_said: |name| format!("Came: {name}"),
    ticked: |name| format!("{name} came"),
    unticked: |name| format!("{name} did not come"),
    strike: |name| format!("Strike off {name}"),
    struck: |name| format!("{name} is struck off"),
    make_lead: "Make a lead",
    make_lead_said: |name| format!("Make a lead: {name}"),
    leads: "Results",
    leads_none: "No lead yet.",
    add_lead: "Add a lead",
    open: "Who is invited to it",
    unknown: "This event is not known here; it may not have arrived yet.",
};
