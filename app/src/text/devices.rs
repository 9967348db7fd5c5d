//! The phones of a region: when each was last heard of, and what it never sent.

use super::s;

/// See [`super::Text::devices`].
pub struct DevicesText {
    /// The screen.
    pub title: &'static str,
    /// What the row on one's own page says.
    pub row_more: &'static str,
    /// Opening sentence: so many phones hold so many records that never came.
    pub head: fn(usize, u64) -> String,
    /// Under it.
    pub head_more: &'static str,
    /// Opening sentence when nothing is missing.
    pub none: &'static str,
    /// Under it, for so many phones.
    pub none_more: fn(usize) -> String,
    /// Only with a network.
    pub offline: &'static str,
    /// What to do then.
    pub offline_more: &'static str,
    /// When it was last heard of.
    pub last_seen: fn(&str) -> String,
    /// Captured so many, all came.
    pub all_came: fn(u64) -> String,
    /// Captured so many, so many never came.
    pub never_came: fn(u64, u64) -> String,
    /// From when to when those were made.
    pub between: fn(&str, &str) -> String,
    /// Photos that are still on it.
    pub photos: fn(u32) -> String,
    /// Refused commands that its owner has not seen to.
    pub refused: fn(u32) -> String,
    /// What they are, with a count.
    pub of_these: fn(&str) -> String,
    /// The same person goes on elsewhere.
    pub replaced: &'static str,
    /// The browser keeps its storage.
    pub persisted: &'static str,
    /// The browser may clear it.
    pub not_persisted: &'static str,
    /// Nobody knows.
    pub persisted_unknown: &'static str,
    /// Over what it repaired: in so many days.
    pub repaired_days: fn(i64) -> String,
    /// Which part it fetched again, how often, and when last.
    pub repaired: fn(&str, u32, &str) -> String,
    /// Its storage may be failing.
    pub repaired_often: &'static str,
    /// So many other phones fetched the same again.
    pub repaired_elsewhere: fn(u32) -> String,
    /// A part: what everybody in the company has.
    pub of_company: &'static str,
    /// What everybody in a region has.
    pub of_region: fn(&str) -> String,
    /// What the managers of a region have.
    pub of_office: fn(&str) -> String,
    /// What only they have.
    pub of_oneself: &'static str,
    /// One whose name is not known here.
    pub of_another: &'static str,
    /// Nobody is logged in on it.
    pub logged_out: &'static str,
    /// It was taken out of use then.
    pub revoked: fn(&str) -> String,
    /// This one.
    pub this_one: &'static str,
    /// Button.
    pub revoke: &'static str,
    /// What the button does.
    pub revoke_more: &'static str,
    /// Notice: whose phone is out of use.
    pub done: fn(&str) -> String,
    /// Notice: it did not work.
    pub not_done: &'static str,
    /// What is unfolded to see a phone's act.
    pub acts: &'static str,
}

pub const ZH: DevicesText = DevicesText {
    title: "大家的手机",
    row_more: "上次联系、没发到的记录、停用丢了的手机",
    head: |phones, items| format!("{phones} 台手机上有 {items} 条没发到"),
    head_more: "手机报过数，东西还没到。先找到手机，让它联网。",
    none: "报过数的都到了",
    none_more: |phones| format!("{phones} 台手机，每台做了多少，服务器就收到多少。"),
    offline: "有网才看得到大家的手机",
    offline_more: "这张表在服务器上，联网后再看。",
    last_seen: |when| format!("上次联系 {when}"),
    all_came: |n| format!("做了 {n} 条，都到了"),
    never_came: |made, missing| format!("做了 {made} 条，{missing} 条没到"),
    between: |first, last| if first == last { first.to_owned() } else { format!("{first} 到 {last} 做的") },
    photos: |n| format!("还有 {n} 张照片在手机上"),
    refused: |n| format!("有 {n} 条被退回，还没处理"),
    of_these: |what| format!("其中{what}"),
    replaced: "本人后来换了手机登录",
    persisted: "存储受保护",
    not_persisted: "存储可能被手机清掉",
    persisted_unknown: "不清楚存储会不会被系统清掉",
    repaired_days: |days| format!("近 {days} 天自己修复过，没发的记录不受影响"),
    repaired: |part, times, when| format!("{part}：和服务器对不上，重新取了 {times} 次，最近 {when}"),
    repaired_often: "总对不上，手机存储可能坏了：先让它联网发完，再换一台。",
    repaired_elsewhere: |n| format!("另有 {n} 台也是这样，原因可能在服务器：告诉管服务器的人。"),
    of_company: "全公司共用的数据",
    of_region: |region| format!("{region}共用的数据"),
    of_office: |region| format!("{region}的人员数据"),
    of_oneself: "本人的数据",
    of_another: "别处",
    logged_out: "没有人登录",
    revoked: |when| format!("{when} 停用"),
    this_one: "就是这台",
    revoke: "停用这台手机",
    revoke_more: "停用后它看不到任何数据；还没发的会留给你定，然后手机上的数据抹掉。停用后不能恢复，要用就重新登录。",
    done: |name| format!("{name}的手机已停用。下次联网就会抹掉数据。"),
    not_done: "没有停用成，联网后再试。",
    acts: "手机丢了？",
};

pub const EN: DevicesText = DevicesText {
    title: "Everybody's phones",
    row_more: "Last contact, what never arrived, lost phones",
    head: |phones, items| {
        format!("{items} record{} on {phones} phone{} never arrived", s(usize::try_from(items).unwrap_or(2)), s(phones))
    },
    head_more: "The phone announced them and they did not come. Find it and get it online.",
    none: "Everything has arrived",
    none_more: |phones| format!("{phones} phone{}: what was made on each is on the server.", s(phones)),
    offline: "Phones are listed when there is a network",
    offline_more: "The list is on the server. Look again when online.",
    last_seen: |when| format!("Last contact {when}"),
    all_came: |n| format!("{n} made, all arrived"),
    never_came: |made, missing| format!("{made} made, {missing} never arrived"),
    between: |first, last| if first == last { format!("made {first}") } else { format!("made {first} to {last}") },
    photos: |n| format!("{n} photo{} still on it", s(n as usize)),
    refused: |n| format!("{n} record{} refused and not seen to", s(n as usize)),
    of_these: |what| format!("among them {what}"),
    replaced: "Its owner has logged in on another phone since",
    persisted: "Storage protected",
    not_persisted: "The phone may clear its storage",
    persisted_unknown: "Not known whether its storage is protected",
    repaired_days: |days| format!("Repaired in the last {days} days; what it has not sent is not touched by it"),
    repaired: |part, times, when| {
        format!("{part}: not what the server has, fetched again {times} time{}, last {when}", s(times as usize))
    },
    repaired_often: "Its storage may be failing: let it send what it holds, then replace it.",
    repaired_elsewhere: |n| {
        format!("The same on {n} other phone{}: the server may be wrong. Tell whoever runs it.", s(n as usize))
    },
    of_company: "Data of the whole company",
    of_region: |region| format!("Data of all of {region}"),
    of_office: |region| format!("The people of {region}"),
    of_oneself: "Data of its owner only",
    of_another: "Elsewhere",
    logged_out: "Nobody is logged in",
    revoked: |when| format!("Out of use since {when}"),
    this_one: "This one",
    revoke: "Take it out of use",
    revoke_more: "It then sees nothing any more. What it has not sent is kept for you to decide, and its data is erased. \
        This cannot be taken back; to use the phone again, log in anew.",
    done: |name| format!("{name}'s phone is out of use. Its data goes when it next comes online."),
    not_done: "It is still in use. Try again when online.",
    acts: "Lost it?",
};
