//! Goals, what the work of a rep came to, and help in a team.

use super::s;
use domain::records::GoalKind;
use domain::rules::goal::Standing;
use domain::rules::team::Work;

/// See [`super::Text::team`].
pub struct TeamText {
    /// The page.
    pub title: &'static str,
    /// Its row for a manager.
    pub row_more: &'static str,
    /// Its row for a rep.
    pub row_mine: &'static str,
    /// Opening sentence of a manager: so many reps, of their goals so many behind.
    pub head: fn(usize, usize) -> String,
    /// Opening sentence of a rep: so many steps to do.
    pub head_mine: fn(usize) -> String,
    /// What the figures are of.
    pub as_of: fn(i32) -> String,
    /// Nobody is picked yet.
    pub pick: &'static str,
    /// What to do then.
    pub pick_more: &'static str,
    /// They are not known here.
    pub unknown: &'static str,
    /// Heading over the figures.
    pub work: &'static str,
    /// How fast.
    pub speed: &'static str,
    /// What that is.
    pub speed_more: &'static str,
    /// How well it held.
    pub effect: &'static str,
    /// What that is.
    pub effect_more: &'static str,
    /// What was done for shops.
    pub service: &'static str,
    /// How much.
    pub volume: &'static str,
    /// Nothing yet.
    pub none_yet: &'static str,
    /// A time that something took, in milliseconds.
    pub took: fn(i64) -> String,
    /// Verified of judged, and returned.
    pub verified: fn(&Work) -> String,
    /// Service in words.
    pub serviced: fn(&Work) -> String,
    /// Volume in words.
    pub walked: fn(&Work) -> String,
    /// Heading over goals.
    pub goals: &'static str,
    /// There is none.
    pub no_goals: &'static str,
    /// A month by its number.
    pub month: fn(i8) -> String,
    /// A kind of goal.
    pub kind: fn(GoalKind) -> &'static str,
    /// It is everybody's.
    pub everybody: &'static str,
    /// How it stands.
    pub standing: fn(Standing) -> &'static str,
    /// So many percent of the month are over.
    pub gone: fn(u32) -> String,
    /// What was reached, of what.
    pub reached: fn(&str, &str) -> String,
    /// So many partners.
    pub partners: fn(i64) -> String,
    /// Nobody has reported yet.
    pub not_reported: &'static str,
    /// Who reported, and when.
    pub reported: fn(&str, &str) -> String,
    /// Partners are counted.
    pub counted: &'static str,
    /// Sets one.
    pub set: &'static str,
    /// Changes one.
    pub change: &'static str,
    /// Title of the sheet.
    pub set_for: fn(&str) -> String,
    /// Field: which kind.
    pub which: &'static str,
    /// Field: whose.
    pub whose: &'static str,
    /// Field: where.
    pub place: &'static str,
    /// Field: which month.
    pub when: &'static str,
    /// Field: how much, in yuan.
    pub target: &'static str,
    /// Field: how many.
    pub target_count: &'static str,
    /// Is not a target.
    pub target_wrong: &'static str,
    /// The bright act.
    pub keep: &'static str,
    /// Calls it off.
    pub drop: &'static str,
    /// Notice: set.
    pub is_set: &'static str,
    /// Notice: called off.
    pub is_dropped: &'static str,
    /// Adds a step.
    pub plan: &'static str,
    /// Changes one, for a screen reader.
    pub change_step: fn(&str) -> String,
    /// Field: what.
    pub what: &'static str,
    /// Field: who.
    pub who: &'static str,
    /// Field: until when.
    pub due: &'static str,
    /// Takes it away.
    pub drop_step: &'static str,
    /// Notice: planned.
    pub planned: &'static str,
    /// Notice: taken away.
    pub unplanned: &'static str,
    /// Of a step: until a day.
    pub until: fn(&str) -> String,
    /// Of a step: done on a day.
    pub done_on: fn(&str) -> String,
    /// Notice: done.
    pub is_done: &'static str,
    /// Notice: not done.
    pub is_undone: &'static str,
    /// Reports.
    pub report: &'static str,
    /// Title of the sheet.
    pub report_how: fn(&str) -> String,
    /// Field: since the first of the month.
    pub report_field: &'static str,
    /// Notice: reported.
    pub is_reported: &'static str,
    /// Heading over notes.
    pub notes: &'static str,
    /// There is none.
    pub no_notes: &'static str,
    /// Who wrote one where, and when.
    pub note_by: fn(&str, &str, &str) -> String,
    /// Says that one has read it.
    pub read: &'static str,
    /// Notice: read.
    pub is_read: &'static str,
    /// It was, and when.
    pub read_at: fn(&str) -> String,
    /// It was not yet.
    pub unread: &'static str,
    /// Heading over what was done lately.
    pub done: &'static str,
    /// Nothing was.
    pub no_done: &'static str,
    /// Where it was done, and when.
    pub done_when: fn(&str, &str) -> String,
    /// Opens it again.
    pub reopen: &'static str,
    /// What that does.
    pub reopen_more: &'static str,
    /// Field: why.
    pub because: &'static str,
    /// Notice: opened again.
    pub is_reopened: &'static str,
    /// Heading over help.
    pub help: &'static str,
    /// Nobody asks.
    pub no_help: &'static str,
    /// Asks.
    pub ask: &'static str,
    /// Field: what is needed.
    pub need: &'static str,
    /// Field: with which shop.
    pub shop: &'static str,
    /// With none.
    pub no_shop: &'static str,
    /// Field: how urgent.
    pub urgency: &'static str,
    /// It can wait; it cannot.
    pub urgencies: [&'static str; 2],
    /// It cannot wait.
    pub urgent: &'static str,
    /// Who asks, and when.
    pub asked_by: fn(&str, &str) -> String,
    /// Who takes it.
    pub taken_by: fn(&str) -> String,
    /// Nobody does.
    pub waits: &'static str,
    /// Takes it.
    pub take: &'static str,
    /// Gives it back.
    pub give_back: &'static str,
    /// Settles it.
    pub settle: &'static str,
    /// Notice: asked.
    pub is_asked: &'static str,
    /// Notice: taken.
    pub is_taken: &'static str,
    /// Notice: given back.
    pub is_given: &'static str,
    /// Notice: settled.
    pub is_settled: &'static str,
    /// To handing over whole days.
    pub away_more: &'static str,
    /// A rep without a territory sees none.
    pub nowhere: &'static str,
}

pub(super) const ZH: TeamText = TeamText {
    title: "团队",
    row_more: "目标和计划、效率和效果、带教、求助",
    row_mine: "我的目标、带教、互相帮忙",
    head: |reps, behind| match behind {
        0 => format!("{reps} 个人，目标都跟得上"),
        n => format!("{reps} 个人，{n} 个目标落后"),
    },
    head_mine: |steps| match steps {
        0 => "没有要做的步骤".to_owned(),
        n => format!("还有 {n} 步要做"),
    },
    as_of: |days| format!("近 {days} 天，按这台设备已经收到的记录；没发到的不在里面。"),
    pick: "选一个人",
    pick_more: "看他的目标、计划和效果，给他定目标。",
    unknown: "找不到这个人，可能还没收到。",
    work: "做得怎么样",
    speed: "效率",
    speed_more: "一半的事在这段时间内办完",
    effect: "效果",
    effect_more: "经理看过的里面，合格的和退回的；做完又重开的也算",
    service: "服务",
    volume: "拜访",
    none_yet: "还没有",
    took: |millis| match millis / 3_600_000 {
        0 => "不到 1 小时".to_owned(),
        hours @ 1..48 => format!("{hours} 小时"),
        hours => format!("{} 天", hours / 24),
    },
    verified: |work| {
        let judged = (work.judged > 0).then(|| format!("{}/{} 合格", work.verified, work.judged));
        let returned = (work.returned > 0).then(|| format!("退回 {}", work.returned));
        let reopened = (work.reopened > 0).then(|| format!("重开 {}", work.reopened));
        [judged, returned, reopened].into_iter().flatten().collect::<Vec<_>>().join("，")
    },
    serviced: |work| format!("答应的办成 {} 件，服务伙伴 {} 次，同行带教 {} 次", work.kept, work.served, work.guided),
    walked: |work| format!("{} 次，{} 家店", work.visits, work.shops),
    goals: "目标",
    no_goals: "这个月还没有目标。",
    month: |month| format!("{month}月"),
    kind: |kind| match kind {
        GoalKind::Sales => "销售",
        GoalKind::Expense => "费用",
        GoalKind::Customers => "客户开发",
    },
    everybody: "全区域一起",
    standing: |standing| match standing {
        Standing::Behind => "落后",
        Standing::OnTrack => "跟得上",
        Standing::Reached => "达到了",
    },
    gone: |percent| format!("这个月过了 {percent}%"),
    reached: |reached, target| format!("{reached} / {target}"),
    partners: |n| format!("{n} 家"),
    not_reported: "还没报过进度",
    reported: |name, when| format!("{name}{when}报的"),
    counted: "认证通过和协议生效的伙伴，自动数",
    set: "定目标",
    change: "改目标",
    set_for: |name| format!("给{name}定目标"),
    which: "哪一种",
    whose: "谁的",
    place: "区域",
    when: "哪个月",
    target: "目标（元）",
    target_count: "目标（家）",
    target_wrong: "填一个大于 0 的数",
    keep: "定下来",
    drop: "取消目标",
    is_set: "目标定好了",
    is_dropped: "目标取消了",
    plan: "加一步",
    change_step: |what| format!("改：{what}"),
    what: "做什么",
    who: "谁做",
    due: "哪天前",
    drop_step: "删掉这步",
    planned: "计划记下了",
    unplanned: "这步删了",
    until: |day| format!("{day}前"),
    done_on: |day| format!("{day}做完"),
    is_done: "做完了一步",
    is_undone: "改回没做完",
    report: "报进度",
    report_how: |kind| format!("{kind}到现在多少"),
    report_field: "本月累计（元）",
    is_reported: "进度报了",
    notes: "同行带教",
    no_notes: "还没有带教记录。一起去店里后，在那次拜访里写。",
    note_by: |name, shop, day| format!("{name}，{shop}，{day}"),
    read: "看过了",
    is_read: "记下了，经理看得到",
    read_at: |when| format!("看过了 · {when}"),
    unread: "还没看",
    done: "最近做完的",
    no_done: "这两周没有做完的事。",
    done_when: |shop, when| format!("{shop}，{when}"),
    reopen: "没做到位，重开",
    reopen_more: "重开以后，这件事又回到他的清单上，效果里记一次。",
    because: "哪里没做到位",
    is_reopened: "重开了",
    help: "求助",
    no_help: "现在没人求助。",
    ask: "求助",
    need: "要帮什么忙",
    shop: "哪家店",
    no_shop: "和店无关",
    urgency: "急不急",
    urgencies: ["不急", "急"],
    urgent: "急",
    asked_by: |name, when| format!("{name}，{when}"),
    taken_by: |name| format!("{name}接了"),
    waits: "还没人接",
    take: "我来",
    give_back: "我不接了",
    settle: "解决了",
    is_asked: "求助记下了，同事都看得到",
    is_taken: "你接了",
    is_given: "还给大家了",
    is_settled: "解决了",
    away_more: "整天要人替，就在这里交接",
    nowhere: "还没派到区域，暂时不能求助。",
};

pub(super) const EN: TeamText = TeamText {
    title: "Team",
    row_more: "Goals and plans, speed and effect, coaching, help",
    row_mine: "My goals, coaching, and helping each other",
    head: |reps, behind| match behind {
        0 => format!("{reps} rep{}, no goal behind", s(reps)),
        n => format!("{reps} rep{}, {n} goal{} behind", s(reps), s(n)),
    },
    head_mine: |steps| match steps {
        0 => "No steps to do".to_owned(),
        n => format!("{n} step{} to do", s(n)),
    },
    as_of: |days| {
        format!("The last {days} days, from what has reached this device. What has not been sent is not in it.")
    },
    pick: "Pick somebody",
    pick_more: "See their goals, plan and effect, and set goals.",
    unknown: "They are not known here. It may not have arrived yet.",
    work: "How the work goes",
    speed: "Speed",
    speed_more: "Half of what was asked for was done within this",
    effect: "Effect",
    effect_more: "Of what a manager has looked at: good, and sent back; also what was reopened",
    service: "Service",
    volume: "Volume",
    none_yet: "Nothing yet",
    took: |millis| match millis / 3_600_000 {
        0 => "under an hour".to_owned(),
        hours @ 1..48 => format!("{hours} h"),
        hours => format!("{} days", hours / 24),
    },
    verified: |work| {
        let judged = (work.judged > 0).then(|| format!("{}/{} good", work.verified, work.judged));
        let returned = (work.returned > 0).then(|| format!("{} sent back", work.returned));
        let reopened = (work.reopened > 0).then(|| format!("{} reopened", work.reopened));
        [judged, returned, reopened].into_iter().flatten().collect::<Vec<_>>().join(", ")
    },
    serviced: |work| {
        format!("{} promises kept, {} partner services, {} joint visits", work.kept, work.served, work.guided)
    },
    walked: |work| format!("{} visits, {} shops", work.visits, work.shops),
    goals: "Goals",
    no_goals: "No goals for this month yet.",
    month: |month| {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let place = usize::try_from(month).unwrap_or(1).clamp(1, 12) - 1;
        names[place].to_owned()
    },
    kind: |kind| match kind {
        GoalKind::Sales => "Sales",
        GoalKind::Expense => "Expense",
        GoalKind::Customers => "Customer development",
    },
    everybody: "The whole territory",
    standing: |standing| match standing {
        Standing::Behind => "Behind",
        Standing::OnTrack => "On track",
        Standing::Reached => "Reached",
    },
    gone: |percent| format!("{percent}% of the month is over"),
    reached: |reached, target| format!("{reached} / {target}"),
    partners: |n| format!("{n}"),
    not_reported: "Not reported yet",
    reported: |name, when| format!("Reported by {name}, {when}"),
    counted: "Partners qualified or with an agreement in force, counted by itself",
    set: "Set a goal",
    change: "Change the goal",
    set_for: |name| format!("A goal for {name}"),
    which: "Which kind",
    whose: "Whose",
    place: "Territory",
    when: "Which month",
    target: "Target (yuan)",
    target_count: "Target (partners)",
    target_wrong: "A number above 0",
    keep: "Set it",
    drop: "Call it off",
    is_set: "The goal is set",
    is_dropped: "The goal is called off",
    plan: "Add a step",
    change_step: |what| format!("Change: {what}"),
    what: "What is done",
    who: "By whom",
    due: "Until",
    drop_step: "Take it away",
    planned: "The step is planned",
    unplanned: "The step is gone",
    until: |day| format!("until {day}"),
    done_on: |day| format!("done on {day}"),
    is_done: "One step done",
    is_undone: "Not done after all",
    report: "Report",
    report_how: |kind| format!("{kind}: how far is it?"),
    report_field: "This month so far (yuan)",
    is_reported: "Reported",
    notes: "Coaching",
    no_notes: "No notes yet. After a joint visit, write one in that visit.",
    note_by: |name, shop, day| format!("{name}, {shop}, {day}"),
    read: "I have read it",
    is_read: "Noted, and your manager can see it",
    read_at: |when| format!("Read · {when}"),
    unread: "Not read yet",
    done: "Done lately",
    no_done: "Nothing was done in the last two weeks.",
    done_when: |shop, when| format!("{shop}, {when}"),
    reopen: "It did not hold: reopen",
    reopen_more: "It goes back on their list, and counts once in effect.",
    because: "What did not hold",
    is_reopened: "Reopened",
    help: "Help",
    no_help: "Nobody asks for help now.",
    ask: "Ask for help",
    need: "What is needed",
    shop: "Which shop",
    no_shop: "No shop",
    urgency: "How urgent",
    urgencies: ["Can wait", "Urgent"],
    urgent: "Urgent",
    asked_by: |name, when| format!("{name}, {when}"),
    taken_by: |name| format!("{name} takes it"),
    waits: "Nobody has taken it",
    take: "I take it",
    give_back: "Give it back",
    settle: "Settled",
    is_asked: "Your colleagues can see it",
    is_taken: "You take it",
    is_given: "Given back",
    is_settled: "Settled",
    away_more: "For whole days, hand over here",
    nowhere: "Not posted to a territory yet, so help cannot be asked for.",
};
