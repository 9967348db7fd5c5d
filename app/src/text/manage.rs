//! The manager's words.

use super::s;

/// See [`super::Text::manage`].
pub struct Manage {
    /// Above what is odd about a photo.
    pub odd: &'static str,
    /// What its phone doubted.
    pub doubted: fn(&str) -> String,
    /// It looks like another one: whose, of which day, of which shop.
    pub like: fn(&str, &str, &str) -> String,
    /// It looks like one that this manager may not see.
    pub like_elsewhere: &'static str,
    /// Tab and heading.
    pub visits: &'static str,
    /// Tab.
    pub settings: &'static str,
    /// How many visits, and how many of them are not all here.
    pub counted: fn(usize, usize) -> String,
    /// Filter.
    pub all: &'static str,
    /// Filter.
    pub to_judge: &'static str,
    /// Filter.
    pub sent_back: &'static str,
    /// Filter: somebody speaks against a verdict.
    pub appeals: &'static str,
    /// Mark of a row: how many wait for an answer.
    pub appeal_count: fn(u32) -> String,
    /// Mark of a photo.
    pub appealed: &'static str,
    /// Who says what against the verdict.
    pub appeal: fn(&str, &str) -> String,
    /// No visit in the days that are shown.
    pub none: &'static str,
    /// What that may mean.
    pub none_more: &'static str,
    /// More days.
    pub earlier: &'static str,
    /// Beside the list while nothing is picked.
    pub pick: &'static str,
    /// Under it.
    pub pick_more: &'static str,
    /// Still in the shop.
    pub in_shop: &'static str,
    /// From when to when.
    pub from_to: fn(&str, &str) -> String,
    /// All photos are here.
    pub complete: &'static str,
    /// Some are still on the phone.
    pub photos_here: fn(u32, u32) -> String,
    /// Photos sent back.
    pub redo_count: fn(u32) -> String,
    /// Photos not judged.
    pub waiting: fn(u32) -> String,
    /// All judged.
    pub all_judged: &'static str,
    /// The original is on its way.
    pub thumbnail_only: &'static str,
    /// Column.
    pub item: &'static str,
    /// Column.
    pub target: &'static str,
    /// Column.
    pub actual: &'static str,
    /// Column.
    pub score: &'static str,
    /// Not answered.
    pub not_answered: &'static str,
    /// Nobody looked; what it was last time.
    pub not_looked_at: fn(&str) -> String,
    /// How long an answer took, in seconds.
    pub took_seconds: fn(i64) -> String,
    /// Heading over the facts of the visit.
    pub trace: &'static str,
    /// Check-in.
    pub checked_in: fn(&str, u32) -> String,
    /// Check-in without a position.
    pub checked_in_blind: &'static str,
    /// The reason that the rep gave.
    pub because: fn(&str) -> String,
    /// Photos taken.
    pub took: fn(usize) -> String,
    /// Photos through the file picker.
    pub from_file: fn(usize) -> String,
    /// Check-out.
    pub checked_out: fn(&str) -> String,
    /// All photos received.
    pub received: &'static str,
    /// Some photos not received.
    pub not_received: fn(u32) -> String,
    /// Heading over the rep's note.
    pub words_of: fn(&str) -> String,
    /// Heading of the standard.
    pub standard: fn(&str) -> String,
    /// Its version.
    pub version: fn(u32) -> String,
    /// Heading: the same slot last time.
    pub last_time: &'static str,
    /// Which photo of how many.
    pub photo_of: fn(usize, usize) -> String,
    /// Label of the verdict bar.
    pub judge: &'static str,
    /// Label of the reasons.
    pub reasons: &'static str,
    /// The act.
    pub redo: &'static str,
    /// The act.
    pub pass: &'static str,
    /// A reason is wanted first.
    pub reason_first: &'static str,
    /// Label of the points of the standard.
    pub missed: &'static str,
    /// One of them: its number, and what it asks.
    pub point: fn(u8, &str) -> String,
    /// Own words to the rep.
    pub note: &'static str,
    /// It is judged.
    pub passed: &'static str,
    /// It is judged.
    pub returned: fn(&str) -> String,
    /// It is taken back.
    pub taken_back: &'static str,
    /// Who judged, and when.
    pub judged_by: fn(&str, &str) -> String,
    /// The visit is still going on.
    pub not_yet: &'static str,
    /// The visit is not known here.
    pub unknown: &'static str,
    /// What that may mean.
    pub unknown_more: &'static str,
    /// A photo that replaces one that was sent back.
    pub retaken: &'static str,
    /// The way to who is away, with how many wait for somebody to step in.
    pub away_waiting: fn(usize) -> String,
    /// Opening sentence of that page.
    pub away_head: fn(usize) -> String,
    /// Under it.
    pub away_head_more: &'static str,
    /// Nobody waits.
    pub away_none: &'static str,
    /// Nobody has asked for anything.
    pub away_none_more: &'static str,
    /// Heading.
    pub away_settled: &'static str,
    /// Whose leave, where.
    pub away_of: fn(&str, &str) -> String,
    /// So many stops lie in those days.
    pub away_stops: fn(usize) -> String,
    /// Label of the choice.
    pub away_who: &'static str,
    /// So many stops of their own in those days.
    pub away_own_stops: fn(usize) -> String,
    /// They know the territory.
    pub away_knows: &'static str,
    /// They are away themselves.
    pub away_too: &'static str,
    /// The act.
    pub hand_over_to: fn(&str) -> String,
    /// It is done.
    pub handed_over: fn(&str, &str) -> String,
    /// It is taken back.
    pub hand_over_back: fn(&str) -> String,
    /// Nobody could.
    pub away_nobody: &'static str,
}

pub(super) const ZH: Manage = Manage {
    odd: "这张要多看一眼",
    doubted: |words| format!("手机当场提示过：{words}"),
    like: |rep, day, shop| format!("和{rep} {day}在{shop}拍的几乎一样"),
    like_elsewhere: "和别的区域的一张几乎一样",
    visits: "拜访",
    settings: "设置",
    counted: |all, on_the_way| match on_the_way {
        0 => format!("{all} 次，照片都到了"),
        n => format!("{all} 次，其中 {n} 次照片还在路上"),
    },
    all: "全部",
    to_judge: "还没判",
    sent_back: "退回过",
    appeals: "申诉",
    appeal_count: |n| format!("{n} 张申诉"),
    appealed: "有申诉",
    appeal: |who, why| format!("{who}申诉：{why}"),
    none: "这几天没有拜访到服务器",
    none_more: "手机没网的时候，拜访存在手机里，有网才会到这里",
    earlier: "再往前看",
    pick: "左边选一次拜访",
    pick_more: "照片、答案和时间都在这里看",
    in_shop: "还在店里",
    from_to: |from, to| format!("{from} 到 {to}"),
    complete: "全到了",
    photos_here: |here, all| format!("照片 {here}/{all}"),
    redo_count: |n| format!("退回 {n} 张"),
    waiting: |n| format!("{n} 张照片等你判"),
    all_judged: "照片都判完了",
    thumbnail_only: "先看小图，原图还在路上",
    item: "检查项",
    target: "标准",
    actual: "实际",
    score: "得分",
    not_answered: "没答",
    not_looked_at: |last| format!("没看，上次是{last}"),
    took_seconds: |seconds| match seconds {
        0..60 => format!("用 {seconds} 秒"),
        _ => format!("用 {} 分钟", seconds / 60),
    },
    trace: "这次拜访的经过",
    checked_in: |distance, accuracy| format!("签到，离店 {distance}，误差 {accuracy} 米"),
    checked_in_blind: "签到，没有定位",
    because: |why| format!("说明：{why}"),
    took: |n| format!("拍了 {n} 张照片"),
    from_file: |n| format!("其中 {n} 张从相册选的，可信度低"),
    checked_out: |stayed| format!("签退，在店 {stayed}"),
    received: "照片原图都到服务器了",
    not_received: |n| format!("还有 {n} 张原图在手机上"),
    words_of: |name| format!("{name}的话"),
    standard: |name| format!("{name}标准"),
    version: |n| format!("第 {n} 版"),
    last_time: "这家店上次",
    photo_of: |n, of| format!("第 {n} 张，共 {of} 张"),
    judge: "判这张照片",
    reasons: "重拍原因",
    redo: "退回重拍",
    pass: "合格",
    reason_first: "先选一个重拍原因",
    missed: "没做到标准的哪几点",
    point: |number, words| format!("{number} {words}"),
    note: "给业务代表的话",
    passed: "判了合格",
    returned: |name| format!("退回了，{name}会看到"),
    taken_back: "撤回了，这张还没判",
    judged_by: |name, when| format!("{name} {when}判的"),
    not_yet: "还没签退，签退后再判",
    unknown: "没有这次拜访",
    unknown_more: "可能还没到这台设备，联网后再看",
    retaken: "补拍",
    away_waiting: |n| match n {
        0 => "请假".to_owned(),
        n => format!("请假 {n} 人"),
    },
    away_head: |n| format!("{n} 个请假等你定谁接手"),
    away_head_more: "交出去以后，接手的人那几天看得到这个区域。",
    away_none: "请假的都有人接手",
    away_none_more: "业务代表请了假，会出现在这里",
    away_settled: "定了的",
    away_of: |name, place| format!("{name}·{place}"),
    away_stops: |n| format!("那几天 {n} 站要人走"),
    away_who: "交给谁",
    away_own_stops: |n| format!("那几天自己 {n} 站"),
    away_knows: "走过这个区域",
    away_too: "那几天也请假",
    hand_over_to: |name| format!("交给{name}"),
    handed_over: |from, to| format!("{from}的交给了{to}"),
    hand_over_back: |from| format!("{from}的又等你定谁接手"),
    away_nobody: "这个区域没有别的业务代表可以接手。",
};

pub(super) const EN: Manage = Manage {
    odd: "Look twice at this one",
    doubted: |words| format!("The phone said at the shelf: it {words}"),
    like: |rep, day, shop| format!("Almost the same as {rep}'s of {day} at {shop}"),
    like_elsewhere: "Almost the same as one of another area",
    visits: "Visits",
    settings: "Settings",
    counted: |all, on_the_way| match on_the_way {
        0 => format!("{all} visit{}, all photos here", s(all)),
        n => format!("{all} visit{}, photos of {n} still on the way", s(all)),
    },
    all: "All",
    to_judge: "To judge",
    sent_back: "Sent back",
    appeals: "Appeals",
    appeal_count: |n| format!("{n} appealed"),
    appealed: "Appealed",
    appeal: |who, why| format!("{who} appeals: {why}"),
    none: "No visits have arrived for these days",
    none_more: "Without a network a visit stays on its phone and arrives here later",
    earlier: "Earlier days",
    pick: "Pick a visit on the left",
    pick_more: "Its photos, answers and times appear here",
    in_shop: "still in the shop",
    from_to: |from, to| format!("{from} to {to}"),
    complete: "All here",
    photos_here: |here, all| format!("Photos {here}/{all}"),
    redo_count: |n| format!("{n} sent back"),
    waiting: |n| format!("{n} photo{} for you to judge", s(n as usize)),
    all_judged: "Every photo is judged",
    thumbnail_only: "Small picture; the original is on its way",
    item: "Item",
    target: "Target",
    actual: "Actual",
    score: "Points",
    not_answered: "not answered",
    not_looked_at: |last| format!("not looked at, was {last}"),
    took_seconds: |seconds| match seconds {
        0..60 => format!("took {seconds} s"),
        _ => format!("took {} min", seconds / 60),
    },
    trace: "How this visit went",
    checked_in: |distance, accuracy| format!("Checked in {distance} from the shop, give or take {accuracy} m"),
    checked_in_blind: "Checked in without a position",
    because: |why| format!("Reason: {why}"),
    took: |n| format!("Took {n} photo{}", s(n)),
    from_file: |n| format!("{n} picked from files: lower trust"),
    checked_out: |stayed| format!("Checked out after {stayed}"),
    received: "All originals are on the server",
    not_received: |n| format!("{n} original{} still on the phone", s(n as usize)),
    words_of: |name| format!("{name} says"),
    standard: |name| format!("Standard: {name}"),
    version: |n| format!("version {n}"),
    last_time: "This shop last time",
    photo_of: |n, of| format!("Photo {n} of {of}"),
    judge: "Judge this photo",
    reasons: "Why again",
    redo: "Send back",
    pass: "Pass",
    reason_first: "Pick a reason first",
    missed: "Points of the standard it misses",
    point: |number, words| format!("{number} {words}"),
    note: "A word to the rep",
    passed: "Passed",
    returned: |name| format!("Sent back; {name} will see it"),
    taken_back: "Taken back: not judged yet",
    judged_by: |name, when| format!("Judged by {name}, {when}"),
    not_yet: "Not checked out yet; judge it then",
    unknown: "This visit is not here",
    unknown_more: "It may not have reached this device yet. Look again when online.",
    retaken: "Retaken",
    away_waiting: |n| match n {
        0 => "Leave".to_owned(),
        n => format!("Leave {n}"),
    },
    away_head: |n| format!("{n} leave{} need{} somebody", s(n), if n == 1 { "s" } else { "" }),
    away_head_more: "Whoever steps in sees the territory on those days.",
    away_none: "Somebody steps in for everybody",
    away_none_more: "When a rep asks for leave it appears here",
    away_settled: "Settled",
    away_of: |name, place| format!("{name} · {place}"),
    away_stops: |n| format!("{n} stop{} on those days", s(n)),
    away_who: "Who steps in",
    away_own_stops: |n| format!("{n} stop{} of their own", s(n)),
    away_knows: "knows the territory",
    away_too: "away too on those days",
    hand_over_to: |name| format!("Hand over to {name}"),
    handed_over: |from, to| format!("{to} steps in for {from}"),
    hand_over_back: |from| format!("{from} waits for a stand-in again"),
    away_nobody: "No other rep of the region could step in.",
};
