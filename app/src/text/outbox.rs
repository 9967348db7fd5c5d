//! What has been sent and what has not.

use super::{frame::photos_en, s};

/// See [`super::Text::outbox`].
pub struct OutboxText {
    /// The opening sentence: waiting, sent back.
    pub head: fn(usize, usize) -> String,
    /// All has arrived.
    pub all_sent: &'static str,
    /// Nothing was made yet.
    pub nothing: &'static str,
    /// Under the sentence while something waits.
    pub safe: &'static str,
    /// Under the sentence when all has arrived, with the time.
    pub confirmed: fn(&str) -> String,
    /// Photos that are still here.
    pub photos_waiting: fn(usize) -> String,
    /// The bar, said: made, received, sending, saved, sent back.
    pub tally: fn([usize; 5]) -> String,
    /// Group title of a refused item.
    pub refused: fn(&str) -> String,
    /// Blocked behind another.
    pub blocked: &'static str,
    /// Blocked behind this one, which waits for a manager or was sent back.
    pub blocked_by: fn(&str, bool) -> String,
    /// Button: what came back as a file.
    pub export: &'static str,
    /// Part of the file's name.
    pub export_name: &'static str,
    /// The file could not be made.
    pub not_exported: &'static str,
    /// Same id, other content.
    pub conflict: &'static str,
    /// What is safe.
    pub kept: &'static str,
    /// Button: open what it is about.
    pub open: &'static str,
    /// Button: it has been read.
    pub put_away: &'static str,
    /// Button: send again in another visit.
    pub visit_again: &'static str,
    /// What a command did.
    pub check_in: &'static str,
    /// Answers.
    pub answers: fn(usize) -> String,
    /// Check-out.
    pub check_out: &'static str,
    /// Photos.
    pub photos: fn(usize) -> String,
    /// Photos, some there.
    pub photos_of: fn(usize, usize) -> String,
    /// A reason for keeping a photo.
    pub photo_kept: &'static str,
    /// Something drawn on a photo.
    pub photo_marked: &'static str,
    /// A verdict.
    pub verdict: &'static str,
    /// A word against one.
    pub appeal: &'static str,
    /// A task left.
    pub task_left: &'static str,
    /// A task closed.
    pub task_closed: &'static str,
    /// A task moved on the board.
    pub task_placed: &'static str,
    /// A competitor's doing.
    pub sighting: &'static str,
    /// The shop's signature.
    pub confirmation: &'static str,
    /// Who came along.
    pub companion: &'static str,
    /// Button of what came back because its code is taken.
    pub other_code: &'static str,
    /// A note of theirs that was read.
    pub note_read: &'static str,
    /// A stop left out.
    pub skip: &'static str,
    /// Leave.
    pub leave: &'static str,
    /// A hand-over.
    pub hand_over: &'static str,
    /// Visits looked at.
    pub viewed: fn(usize) -> String,
    /// A posting.
    pub posting: &'static str,
    /// A decision about what was kept for a manager.
    pub review: &'static str,
    /// A candidate.
    pub candidate: &'static str,
    /// Something asked of a manager, or decided, about a candidate.
    pub proposal: &'static str,
    /// What somebody says of a candidate.
    pub claim: &'static str,
    /// An event for candidates.
    pub event: &'static str,
    /// An agreement.
    pub agreement: &'static str,
    /// A signature, a page, a copy.
    pub signature: &'static str,
    /// A duty.
    pub duty: &'static str,
    /// A form.
    pub form: &'static str,
    /// What is known of a shop, or whose it is.
    pub outlet: &'static str,
    /// The routes of somebody.
    pub route: &'static str,
    /// A product.
    pub product: &'static str,
    /// A display standard.
    pub standard: &'static str,
    /// A goal.
    pub goal: &'static str,
    /// Help that is asked for or given.
    pub help: &'static str,
    /// Row of the sums.
    pub sort_visits: &'static str,
    /// Row of the sums.
    pub sort_answers: &'static str,
    /// Row of the sums.
    pub sort_photos: &'static str,
    /// Row of the sums.
    pub sort_tasks: &'static str,
    /// Row of the sums.
    pub sort_others: &'static str,
    /// What is unfolded to see the sums.
    pub by_sort: &'static str,
    /// Column of the sums.
    pub made: &'static str,
    /// Last row of the sums.
    pub total: &'static str,
    /// Which days are counted.
    pub period: &'static str,
    /// Today.
    pub period_today: &'static str,
    /// Seven days.
    pub period_week: &'static str,
    /// Of the sums, what was made before those days.
    pub earlier: fn(usize) -> String,
    /// What is unfolded to see when each was made.
    pub each: fn(usize) -> String,
    /// By the phone's clock, and corrected.
    pub both_times: fn(&str, &str) -> String,
    /// Nothing was made in these days.
    pub nothing_today: &'static str,
    /// Of a later version.
    pub unreadable: &'static str,
    /// A visit whose shop is not known.
    pub some_visit: &'static str,
    /// Behind others.
    pub queued: &'static str,
    /// Size still to go.
    pub bytes_left: fn(&str) -> String,
    /// Dock: running.
    pub running: &'static str,
    /// Dock: so many to go.
    pub to_go: fn(usize) -> String,
    /// Dock: waiting for a network.
    pub waits_for_network: &'static str,
    /// What to do.
    pub waits_more: &'static str,
    /// Dock: waiting for Wi-Fi.
    pub waits_for_wifi: &'static str,
    /// What to do.
    pub waits_for_wifi_more: fn(usize, &str) -> String,
    /// Dock: the server is busy.
    pub busy: &'static str,
    /// Dock: this version is too old.
    pub outdated: &'static str,
    /// What to do.
    pub outdated_more: &'static str,
    /// Tried again in so many seconds.
    pub retry: fn(i64) -> String,
    /// Of the photos, so many bytes of so many are there.
    pub photo_bytes: &'static str,
    /// What is safe while photos are held back.
    pub paused_more: fn(usize, &str) -> String,
    /// Dock: all sent.
    pub last_contact: fn(&str) -> String,
    /// Never had contact.
    pub never_contact: &'static str,
    /// Button.
    pub send_now: &'static str,
    /// Button.
    pub pause: &'static str,
    /// Button.
    pub go_on: &'static str,
    /// Dock: paused.
    pub paused: &'static str,
    /// Keep the app open.
    pub keep_open: &'static str,
    /// The rest of the list.
    pub more: fn(usize) -> String,
    /// The login has expired.
    pub logged_out: &'static str,
    /// Damaged on the phone.
    pub damaged: &'static str,
    /// Lost by a restored server, and freed here before.
    pub gone: &'static str,
    /// Nothing waits, and some photos will never arrive.
    pub all_but_photos: &'static str,
}

pub(super) const ZH: OutboxText = OutboxText {
    head: |waiting, back| match (waiting, back) {
        (n, 0) => format!("{n} 条没发到"),
        (0, n) => format!("{n} 条要改"),
        (n, back) => format!("{n} 条没发到，{back} 条要改"),
    },
    all_sent: "都发到了",
    nothing: "还没有要发的",
    safe: "都在这台手机里，关机也不会丢",
    confirmed: |when| format!("服务器{when}确认过"),
    photos_waiting: |n| format!("还有 {n} 张照片没发到"),
    tally: |[made, received, sending, saved, back]| {
        format!("做了 {made} 条：{received} 条到了，{sending} 条在发，{saved} 条存着，{back} 条退回")
    },
    refused: |what| format!("{what}被退回"),
    blocked: "前面一条被退回，这一条也先停着。",
    blocked_by: |what, kept| {
        if kept {
            format!("它跟着前面的「{what}」，等经理一起定。")
        } else {
            format!("它跟着前面的「{what}」，那一条被退回，这一条也先停着。")
        }
    },
    export: "退回的存成文件",
    export_name: "退回",
    not_exported: "文件没存成，记录都还在手机上。",
    conflict: "服务器上有一条同号的，内容不一样。",
    kept: "你填的都还在。",
    open: "打开看看",
    put_away: "知道了",
    visit_again: "再拜访一次",
    check_in: "签到",
    answers: |n| format!("{n} 个答案"),
    check_out: "签退",
    photos: |n| format!("照片 {n} 张"),
    photos_of: |n, of| format!("照片 {n}/{of}"),
    photo_kept: "留用照片的说明",
    photo_marked: "照片上的标注",
    verdict: "照片结论",
    appeal: "申诉",
    task_left: "留下的事",
    task_closed: "办完的事",
    task_placed: "任务排位",
    sighting: "竞品动向",
    confirmation: "店主签认",
    companion: "同行的人",
    other_code: "换个编号",
    note_read: "同行的话看过了",
    skip: "跳过的站",
    leave: "请假",
    hand_over: "交接",
    viewed: |n| format!("看过 {n} 次拜访"),
    posting: "人员调动",
    review: "待定处理",
    candidate: "伙伴资料",
    proposal: "伙伴审批",
    claim: "核实说法",
    event: "招商会",
    agreement: "协议",
    signature: "签约",
    duty: "职责",
    form: "检查表",
    outlet: "门店资料",
    route: "路线",
    product: "产品",
    standard: "陈列标准",
    goal: "目标",
    help: "求助",
    sort_visits: "签到签退",
    sort_answers: "答案",
    sort_photos: "照片",
    sort_tasks: "任务",
    sort_others: "其他",
    by_sort: "按种类看，看几天",
    made: "做了",
    total: "合计",
    period: "看几天的",
    period_today: "今天",
    period_week: "7 天",
    earlier: |n| format!("里面有 {n} 条是更早做的，还没了结。"),
    each: |n| format!("{n} 条，几点做的"),
    both_times: |phone, corrected| format!("{corrected}（手机上是 {phone}）"),
    nothing_today: "今天还没有做过什么",
    unreadable: "新版本做的一条",
    some_visit: "一次拜访",
    queued: "排在后面",
    bytes_left: |bytes| format!("还剩 {bytes}"),
    running: "正在发送",
    to_go: |n| format!("还有 {n} 条"),
    waits_for_network: "等有网就自动发",
    waits_more: "不用守着，打开应用就会接着发",
    waits_for_wifi: "照片等有 Wi-Fi 再发",
    waits_for_wifi_more: |n, bytes| format!("{n} 张，{bytes}，都在手机里。要现在发，去“我”里关掉只用 Wi-Fi"),
    busy: "服务器忙，手机自己会再发",
    outdated: "这个版本太旧了",
    outdated_more: "记录照样发出去。在“我”里换上新版本",
    retry: |seconds| format!("约 {seconds} 秒后再试"),
    photo_bytes: "照片发了多少",
    paused_more: |n, bytes| format!("{n} 张，{bytes}，都在手机里。点“接着发”就走"),
    last_contact: |when| format!("上次联系服务器 {when}"),
    never_contact: "还没联系过服务器",
    send_now: "现在就发",
    pause: "先停",
    go_on: "接着发",
    paused: "先停着",
    keep_open: "应用开着，发完为止",
    more: |n| format!("另外 {n} 次"),
    logged_out: "登录过期了，登录后自动发",
    damaged: "在手机上损坏了",
    gone: "服务器恢复备份时丢了，手机上也腾掉了",
    all_but_photos: "都发到了，只缺丢失的照片",
};

pub(super) const EN: OutboxText = OutboxText {
    head: |waiting, back| match (waiting, back) {
        (n, 0) => format!("{n} not sent yet"),
        (0, n) => format!("{n} to mend"),
        (n, back) => format!("{n} not sent yet, {back} to mend"),
    },
    all_sent: "Everything has arrived",
    nothing: "Nothing to send yet",
    safe: "All of it is on this phone, even when it is switched off",
    confirmed: |when| format!("The server confirmed it {when}"),
    photos_waiting: |n| format!("{} not sent yet", photos_en(n)),
    tally: |[made, received, sending, saved, back]| {
        format!("{made} made: {received} arrived, {sending} sending, {saved} saved here, {back} sent back")
    },
    refused: |what| format!("{what}: sent back"),
    blocked: "One before it was sent back, so this one waits too.",
    blocked_by: |what, kept| {
        if kept {
            format!("It builds on the {what} before it; the manager decides about both.")
        } else {
            format!("It builds on the {what} before it, which was sent back, so this one waits too.")
        }
    },
    export: "Save what came back as a file",
    export_name: "sent-back",
    not_exported: "The file was not saved. Everything is still on the phone.",
    conflict: "The server has another one with the same number.",
    kept: "What you entered is kept.",
    open: "Open it",
    put_away: "Put away",
    visit_again: "Visit again",
    check_in: "check-in",
    answers: |n| format!("{n} answer{}", s(n)),
    check_out: "check-out",
    photos: photos_en,
    photos_of: |n, of| format!("photos {n}/{of}"),
    photo_kept: "Why a photo was kept",
    photo_marked: "Marks on a photo",
    verdict: "verdict",
    appeal: "appeal",
    task_left: "task left",
    task_closed: "task done",
    task_placed: "task moved",
    sighting: "competitor seen",
    confirmation: "shop's signature",
    companion: "who came along",
    other_code: "Another code",
    note_read: "a note that was read",
    skip: "stop skipped",
    leave: "leave",
    hand_over: "hand-over",
    viewed: |n| format!("{n} visit{} looked at", s(n)),
    posting: "posting",
    review: "decision on a kept item",
    candidate: "partner's file",
    proposal: "partner approval",
    claim: "claim",
    event: "recruiting event",
    agreement: "agreement",
    signature: "signing",
    duty: "duty",
    form: "form",
    outlet: "shop record",
    route: "routes",
    product: "product",
    standard: "display standard",
    goal: "goal",
    help: "call for help",
    sort_visits: "Check-ins and -outs",
    sort_answers: "Answers",
    sort_photos: "Photos",
    sort_tasks: "Tasks",
    sort_others: "Others",
    by_sort: "By kind, by days",
    made: "Made",
    total: "Total",
    period: "Which days",
    period_today: "Today",
    period_week: "7 days",
    earlier: |n| format!("{n} of these were made earlier and are not settled yet."),
    each: |n| format!("All {n}, with their times"),
    both_times: |phone, corrected| format!("{corrected} (the phone said {phone})"),
    nothing_today: "Nothing made today yet",
    unreadable: "made by a newer version",
    some_visit: "A visit",
    queued: "queued",
    bytes_left: |bytes| format!("{bytes} to go"),
    running: "Sending",
    to_go: |n| format!("{n} to go"),
    waits_for_network: "Goes by itself with a network",
    waits_more: "No need to wait here; it goes on when the app is open",
    waits_for_wifi: "Photos wait for Wi-Fi",
    waits_for_wifi_more: |n, bytes| {
        format!("{}, {bytes}, all on the phone. To send now, switch off Wi-Fi only under Me", photos_en(n))
    },
    busy: "The server is busy; the phone tries again by itself",
    outdated: "This version is too old",
    outdated_more: "Records still go out. Switch to the new version under Me",
    retry: |seconds| format!("Tried again in about {seconds} s"),
    photo_bytes: "How much of the photos is sent",
    paused_more: |n, bytes| format!("{}, {bytes}, all on the phone. Tap Go on to send", photos_en(n)),
    last_contact: |when| format!("Server last reached {when}"),
    never_contact: "Server not reached yet",
    send_now: "Send now",
    pause: "Pause",
    go_on: "Go on",
    paused: "Paused",
    keep_open: "Keep the app open until it is done",
    more: |n| format!("{n} more"),
    logged_out: "The login has expired; it goes after you log in",
    damaged: "damaged on the phone",
    gone: "lost when the server was restored, and no longer on this phone",
    all_but_photos: "All has arrived but lost photos",
};
