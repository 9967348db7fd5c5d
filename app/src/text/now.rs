//! What a manager has to know now.

use super::s;

/// See [`super::Text::now`].
pub struct NowText {
    /// Tab and heading.
    pub title: &'static str,
    /// Opening sentence: so many things to see to.
    pub head: fn(usize) -> String,
    /// How they are ordered.
    pub ranked: &'static str,
    /// Opening sentence when nothing is to be seen to.
    pub none: &'static str,
    /// What that rests on.
    pub none_more: &'static str,
    /// Kinds, in the order of their urgency.
    pub kinds: [&'static str; 8],
    /// Shows the rest of a kind: so many.
    pub rest: fn(usize) -> String,
    /// Whose phone is silent, for how long.
    pub silent: fn(&str, &str) -> String,
    /// Whose phone holds old work.
    pub unsent: fn(&str) -> String,
    /// What is still on it: records, photos.
    pub holds: fn(u64, u32) -> String,
    /// Whose records were refused, how many.
    pub refused: fn(&str, u32) -> String,
    /// What that means.
    pub refused_more: &'static str,
    /// What to ask its owner for.
    pub refused_ask: &'static str,
    /// Nothing is known to be on it.
    pub holds_nothing: &'static str,
    /// The oldest of it was made then.
    pub oldest: fn(&str) -> String,
    /// What to do about it.
    pub ask_them: &'static str,
    /// Calls somebody.
    pub call: fn(&str) -> String,
    /// So many records of whom are kept.
    pub held: fn(&str, usize) -> String,
    /// Who speaks against so many verdicts.
    pub appealed: fn(&str, usize) -> String,
    /// Which shop was not reached.
    pub missed: fn(&str) -> String,
    /// Nothing was said of it.
    pub missed_unsaid: &'static str,
    /// Which shop failed, with how many percent.
    pub failed: fn(&str, u32) -> String,
    /// Which visit is to be looked at for its position.
    pub doubtful: fn(&str) -> String,
    /// A shop that is not on this device.
    pub some_shop: &'static str,
    /// As of when.
    pub as_of: fn(&str) -> String,
    /// From so many of so many phones.
    pub phones: fn(usize, usize) -> String,
    /// Nothing is known of the phones.
    pub phones_unknown: &'static str,
    /// Not in it: on whose phone, what.
    pub lacks: fn(&str, &str) -> String,
    /// Under a figure: from so many of so many people.
    pub people: fn(usize, usize) -> String,
    /// Under a figure, not in it: on whose phone, records, photos.
    pub without: fn(&str, u64, u32) -> String,
    /// Nothing that is known of is missing.
    pub lacks_nothing: &'static str,
    /// Asks the phones again.
    pub refresh: &'static str,
    /// Label of the figures.
    pub figures: &'static str,
    /// Figure: stops walked.
    pub walked: &'static str,
    /// Figure: photos passed.
    pub passed: &'static str,
    /// Of so many judged so many.
    pub judged: fn(u32, u32) -> String,
    /// Nobody has judged any.
    pub none_judged: &'static str,
    /// Figure: minutes in the shop.
    pub stayed: &'static str,
    /// The unit.
    pub minutes: &'static str,
    /// Of so many visits.
    pub of_visits: fn(usize) -> String,
    /// Figure: photos that are here.
    pub photos: &'static str,
    /// Label of the reps.
    pub reps: &'static str,
    /// Under it.
    pub worst_first: &'static str,
    /// So many of so many stops.
    pub stops: fn(usize, usize) -> String,
    /// When the phone was last heard of.
    pub last: fn(&str) -> String,
    /// It never was.
    pub never: &'static str,
    /// It is not known without a network.
    pub last_unknown: &'static str,
    /// Everything has come.
    pub all_sent: &'static str,
    /// So many visits with a doubtful position.
    pub doubts: fn(usize) -> String,
    /// Nobody walks today.
    pub nobody: &'static str,
    /// What that may mean.
    pub nobody_more: &'static str,
    /// Heading of the map.
    pub map: &'static str,
    /// What it shows, for who does not see it: so many stops of so many reps.
    pub map_label: fn(usize, usize) -> String,
    /// The same stops as a list.
    pub list: &'static str,
    /// A stop that was walked.
    pub done: &'static str,
    /// One with photos that are still on the phone.
    pub done_owed: &'static str,
    /// The rep is there.
    pub here: &'static str,
    /// To come.
    pub to_come: &'static str,
    /// Left out.
    pub left_out: &'static str,
    /// So many stops have no place on the map.
    pub unplaced: fn(usize) -> String,
}

pub(super) const ZH: NowText = NowText {
    title: "现在",
    head: |n| format!("{n} 件要你看"),
    ranked: "急的在前，近三天",
    none: "近三天没有要你处理的",
    none_more: "没联系上的、没走到的、不合格的、申诉的，会出现在这里",
    kinds: ["没联系上", "一直没发到", "被退回没处理", "等你定", "申诉", "没走到", "陈列不合格", "定位要核对"],
    rest: |n| format!("还有 {n} 件"),
    silent: |name, since| format!("{name}从{since}起没联系上"),
    unsent: |name| format!("{name}的记录一直没发到"),
    refused: |name, n| format!("{name}有 {n} 条被退回，还没处理"),
    refused_more: "记录还在手机里，没有丢，也没有算进来",
    refused_ask: "请他打开发件箱，看原因，改好再发或者收起来。",
    holds: |commands, photos| match (commands, photos) {
        (0, photos) => format!("手机里还有 {photos} 张照片"),
        (commands, 0) => format!("手机里还有 {commands} 条"),
        (commands, photos) => format!("手机里还有 {commands} 条、{photos} 张照片"),
    },
    holds_nothing: "上次联系时都发到了，之后不知道",
    oldest: |when| format!("最早的是 {when}的"),
    ask_them: "记录都存在手机里，没有丢。请他连上网，打开联营。",
    call: |name| format!("打给{name}"),
    held: |name, parts| format!("{name}的 {parts} 条等你定"),
    appealed: |name, photos| format!("{name}申诉 {photos} 张"),
    missed: |shop| format!("{shop}没走到"),
    missed_unsaid: "没说为什么",
    failed: |shop, percent| format!("{shop} {percent} 分"),
    doubtful: |shop| format!("{shop}的签到"),
    some_shop: "一家店",
    as_of: |clock| format!("截至 {clock}"),
    phones: |told, all| format!("{all} 人里 {told} 人的手机都发到了"),
    phones_unknown: "没有网络，不知道各人手机里还有多少",
    lacks: |who, what| format!("{who}{what}，没算在内"),
    people: |told, all| format!("{told}/{all} 人的手机"),
    without: |who, commands, photos| match (commands, photos) {
        (0, photos) => format!("没算{who} {photos} 张照片"),
        (commands, 0) => format!("没算{who} {commands} 条"),
        (commands, photos) => format!("没算{who} {commands} 条、{photos} 张照片"),
    },
    lacks_nothing: "没有已知的缺口",
    refresh: "再问一次手机",
    figures: "今天的数字",
    walked: "走完的站",
    passed: "照片合格",
    judged: |judged, passed| format!("已判 {judged} 张里 {passed} 张"),
    none_judged: "今天的还没判",
    stayed: "在店时间，中位",
    minutes: "分钟",
    of_visits: |n| format!("{n} 次拜访"),
    photos: "照片到了",
    reps: "今天谁在走",
    worst_first: "最久没消息的在前",
    stops: |done, all| format!("{done}/{all} 站"),
    last: |when| format!("最后联系 {when}"),
    never: "没有登录着的手机",
    last_unknown: "没有网络，不知道",
    all_sent: "都发到了",
    doubts: |n| format!("{n} 次定位要核对"),
    nobody: "今天没有人要走",
    nobody_more: "没有排路线，或者放假",
    map: "今天的站点",
    map_label: |stops, reps| format!("示意图：{reps} 人的 {stops} 站，下面有同样的名单"),
    list: "按名单看这些站",
    done: "走完",
    done_owed: "走完，照片没到齐",
    here: "正在店里",
    to_come: "还没走",
    left_out: "没走到",
    unplaced: |n| format!("另有 {n} 站没有位置，只在名单里"),
};

pub(super) const EN: NowText = NowText {
    title: "Now",
    head: |n| format!("{n} thing{} to see to", s(n)),
    ranked: "Most urgent first, last three days",
    none: "Nothing to see to in the last three days",
    none_more: "Silent phones, stops not reached, failed displays and appeals appear here",
    kinds: [
        "Not heard from",
        "Not arriving",
        "Refused, not seen to",
        "For you to decide",
        "Appeals",
        "Not reached",
        "Displays that failed",
        "Positions to check",
    ],
    rest: |n| format!("{n} more"),
    silent: |name, since| format!("{name}: not heard from since {since}"),
    unsent: |name| format!("{name}'s records do not arrive"),
    refused: |name, n| format!("{n} record{} of {name} refused and not seen to", s(n as usize)),
    refused_more: "They are still on the phone: not lost, and not counted",
    refused_ask: "Ask them to open the outbox, read the reason, and mend or put them away.",
    holds: |commands, photos| match (commands, photos) {
        (0, photos) => format!("{photos} photo{} still on the phone", s(photos as usize)),
        (commands, 0) => format!("{commands} record{} still on the phone", s(commands as usize)),
        (commands, photos) => {
            let (of_records, of_photos) = (s(commands as usize), s(photos as usize));
            format!("{commands} record{of_records} and {photos} photo{of_photos} still on the phone")
        }
    },
    holds_nothing: "Everything had arrived when last heard from; since then nobody knows",
    oldest: |when| format!("the oldest of {when}"),
    ask_them: "The records are safe on the phone. Ask them to go online and open Lianying.",
    call: |name| format!("Call {name}"),
    held: |name, parts| format!("{parts} record{} of {name} for you to decide", s(parts)),
    appealed: |name, photos| format!("{name} appeals {photos} photo{}", s(photos)),
    missed: |shop| format!("{shop}: not reached"),
    missed_unsaid: "no reason given",
    failed: |shop, percent| format!("{shop}: {percent} points"),
    doubtful: |shop| format!("Check-in at {shop}"),
    some_shop: "A shop",
    as_of: |clock| format!("As of {clock}"),
    phones: |told, all| format!("{told} of {all} phones have sent everything"),
    phones_unknown: "No network: what is still on the phones is not known",
    lacks: |who, what| format!("{who}: {what}, not counted"),
    people: |told, all| format!("{told}/{all} phones"),
    without: |who, commands, photos| match (commands, photos) {
        (0, photos) => format!("without {photos} photo{} of {who}", s(photos as usize)),
        (commands, 0) => format!("without {commands} record{} of {who}", s(commands as usize)),
        (commands, photos) => {
            let (of_records, of_photos) = (s(commands as usize), s(photos as usize));
            format!("without {commands} record{of_records} and {photos} photo{of_photos} of {who}")
        }
    },
    lacks_nothing: "nothing is known to be missing",
    refresh: "Ask the phones again",
    figures: "Figures of today",
    walked: "stops walked",
    passed: "photos passed",
    judged: |judged, passed| format!("{passed} of {judged} judged"),
    none_judged: "today's are not judged yet",
    stayed: "in the shop, median",
    minutes: "min",
    of_visits: |n| format!("{n} visit{}", s(n)),
    photos: "photos here",
    reps: "Who walks today",
    worst_first: "Longest unheard first",
    stops: |done, all| format!("{done}/{all} stops"),
    last: |when| format!("Last heard {when}"),
    never: "No phone is logged in",
    last_unknown: "No network: not known",
    all_sent: "All sent",
    doubts: |n| format!("{n} position{} to check", s(n)),
    nobody: "Nobody walks today",
    nobody_more: "No route is planned, or it is a free day",
    map: "Today's stops",
    map_label: |stops, reps| format!("Sketch of {stops} stops of {reps} reps; the same stops are listed below"),
    list: "These stops as a list",
    done: "walked",
    done_owed: "walked, photos missing",
    here: "in the shop now",
    to_come: "to come",
    left_out: "not reached",
    unplaced: |n| format!("{n} more without a place, in the list only"),
};
