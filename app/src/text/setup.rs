//! The shops of a region as a manager looks after them.

use super::s;

/// See [`super::Text::setup`].
pub struct SetupText {
    /// The page.
    pub title: &'static str,
    /// Its row in the settings.
    pub row_more: &'static str,
    /// Opening sentence: so many shops.
    pub head: fn(usize) -> String,
    /// None was found.
    pub nothing: &'static str,
    /// Nothing is picked yet.
    pub pick: &'static str,
    /// What to do then.
    pub pick_more: &'static str,
    /// The shop is not known here.
    pub unknown: &'static str,
    /// What was typed is kept on this device only.
    pub unsaved: &'static str,
    /// What was typed before is there again.
    pub resumed: &'static str,
    /// The record has changed since it was begun.
    pub overtaken: &'static str,
    /// Button: away with it.
    pub discard: &'static str,
    /// Which territory.
    pub territory: &'static str,
    /// All of them.
    pub everywhere: &'static str,
    /// Nobody works there.
    pub nobody: &'static str,
    /// Who works there.
    pub reps: &'static str,
    /// On which routes it is.
    pub routes: &'static str,
    /// On none.
    pub no_route: &'static str,
    /// From where it came, and on which day.
    pub came: fn(&str, &str) -> String,
    /// In a list: it has closed.
    pub closed: &'static str,
    /// What that means.
    pub closed_more: &'static str,
    /// Label of the tick of a shop.
    pub tick: fn(&str) -> String,
    /// Label of what is done with those that are ticked.
    pub chosen_label: &'static str,
    /// So many are ticked.
    pub chosen: fn(usize) -> String,
    /// Button: none any more.
    pub none: &'static str,
    /// Button: where to.
    pub move_them: &'static str,
    /// Heading over the fields.
    pub known: &'static str,
    /// Button: one that is not known yet.
    pub add: &'static str,
    /// Heading of a new one.
    pub new: &'static str,
    /// The number people say on the phone.
    pub code: &'static str,
    /// Another shop has it.
    pub code_taken: &'static str,
    /// Button: the next one that is free.
    pub take_code: fn(&str) -> String,
    /// In a choice: none yet.
    pub which_territory: &'static str,
    /// Where it stands, in degrees.
    pub place: &'static str,
    /// That is nowhere.
    pub place_wrong: &'static str,
    /// Button: where the tablet is.
    pub here: &'static str,
    /// The tablet does not know where it is.
    pub no_position: &'static str,
    /// The bright act for a new one.
    pub save_new: &'static str,
    /// Notice: it is added.
    pub added: fn(&str) -> String,
    /// The name on the sign.
    pub name: &'static str,
    /// Its class.
    pub class: &'static str,
    /// Its trade.
    pub channel: &'static str,
    /// Its address.
    pub address: &'static str,
    /// Who runs it.
    pub owner: &'static str,
    /// How to reach them.
    pub phone: &'static str,
    /// Label of the acts.
    pub acts: &'static str,
    /// The bright act.
    pub save: &'static str,
    /// Notice: it is changed.
    pub saved: fn(&str) -> String,
    /// Button: to another territory.
    pub relocate: &'static str,
    /// Button: it has closed.
    pub close: &'static str,
    /// Button: it is open again.
    pub reopen: &'static str,
    /// Notice: it has closed.
    pub is_closed: fn(&str) -> String,
    /// Notice: it is open again.
    pub opened: fn(&str) -> String,
    /// Sheet: where to, with so many shops.
    pub where_to: fn(usize) -> String,
    /// Which route it joins.
    pub route: &'static str,
    /// None yet.
    pub no_route_yet: &'static str,
    /// They are there already.
    pub there_already: &'static str,
    /// Who loses how many, and where.
    pub loses: fn(&str, &str, usize) -> String,
    /// Who gets how many, and where.
    pub gets: fn(&str, &str, usize) -> String,
    /// Nobody works where they go.
    pub gets_nobody: fn(&str) -> String,
    /// A route loses so many stops.
    pub leaves: fn(&str, usize) -> String,
    /// So much that is owed goes to somebody.
    pub owed_goes: fn(usize, &str) -> String,
    /// So much that is owed stays whose it is.
    pub owed_stays: fn(usize) -> String,
    /// What was done stays where it was done.
    pub history_stays: &'static str,
    /// The bright act of the sheet.
    pub move_there: &'static str,
    /// Notice: so many are moved to a place.
    pub moved: fn(usize, &str) -> String,
    /// Notice: they are back.
    pub moved_back: fn(usize) -> String,
}

pub(super) const ZH: SetupText = SetupText {
    title: "门店资料",
    row_more: "改资料、关店、移到别的区域",
    head: |n| format!("{n} 家店"),
    nothing: "没有这样的店",
    pick: "选一家店",
    pick_more: "左边点一家看资料，打勾可以几家一起移。",
    unknown: "找不到这家店，可能还没收到。",
    unsaved: "还没存，只留在这台设备上。",
    resumed: "接着上次没存的改。",
    overtaken: "你开始改之后，别人改过它。看一下再存。",
    discard: "丢掉没存的",
    territory: "区域",
    everywhere: "所有区域",
    nobody: "没有人走",
    reps: "谁在走",
    routes: "路线",
    no_route: "不在路线上",
    came: |place, day| format!("{day}从{place}移来"),
    closed: "已关店",
    closed_more: "这家店关了，不能签到，手机的门店列表里也没有。",
    tick: |name| format!("勾选{name}"),
    chosen_label: "勾选的店",
    chosen: |n| format!("勾了 {n} 家"),
    none: "都不勾",
    move_them: "移到…",
    known: "资料",
    add: "加门店",
    new: "新门店",
    code: "编号",
    code_taken: "这个编号已经有店用了。",
    take_code: |code| format!("用 {code}"),
    which_territory: "选一个区域",
    place: "位置（纬度, 经度）",
    place_wrong: "照地图上的写，比如 36.6123, 114.4901。",
    here: "用我现在的位置",
    no_position: "拿不到位置，照地图填经纬度。",
    save_new: "加上",
    added: |name| format!("{name}加上了"),
    name: "店名",
    class: "等级",
    channel: "渠道",
    address: "地址",
    owner: "店主",
    phone: "电话",
    acts: "这家店",
    save: "存下来",
    saved: |name| format!("{name}的资料改了"),
    relocate: "移到别的区域",
    close: "关店",
    reopen: "重新开店",
    is_closed: |name| format!("{name}关店了"),
    opened: |name| format!("{name}重新开了"),
    where_to: |n| format!("{n} 家店移到哪儿"),
    route: "排进哪条路线",
    no_route_yet: "先不排进路线",
    there_already: "已经在这个区域了。",
    loses: |reps, place, n| format!("{place}（{reps}）少 {n} 家，他们的手机下次联网就不再有。"),
    gets: |reps, place, n| format!("{place}（{reps}）多 {n} 家，他们的手机下次联网就有。"),
    gets_nobody: |place| format!("{place}现在没有人走，移过去暂时没人拜访。"),
    leaves: |route, n| format!("离开路线{route}：{n} 站。"),
    owed_goes: |n, name| format!("没办完的 {n} 件交给{name}。"),
    owed_stays: |n| format!("没办完的 {n} 件跟店走，还是原来的人负责。"),
    history_stays: "做过的拜访、照片和成绩都不变，还算在原来的区域。",
    move_there: "移过去",
    moved: |n, place| format!("{n} 家移到{place}了"),
    moved_back: |n| format!("{n} 家移回去了"),
};

pub(super) const EN: SetupText = SetupText {
    title: "Shop records",
    row_more: "Change what is known, close a shop, move it to another territory",
    head: |n| format!("{n} shop{}", s(n)),
    nothing: "No such shop",
    pick: "Pick a shop",
    pick_more: "Tap one to see its record, or tick several to move them together.",
    unknown: "This shop is not known here. It may not have arrived yet.",
    unsaved: "Not saved yet: it is kept on this device only.",
    resumed: "Going on with what was not saved.",
    overtaken: "Somebody has changed it since you began. Look again before you save.",
    discard: "Discard what is not saved",
    territory: "Territory",
    everywhere: "All territories",
    nobody: "nobody",
    reps: "Who walks it",
    routes: "Routes",
    no_route: "On no route",
    came: |place, day| format!("came from {place}, {day}"),
    closed: "closed",
    closed_more: "This shop has closed: nobody checks in there, and it is not in the phones' lists.",
    tick: |name| format!("Tick {name}"),
    chosen_label: "Ticked shops",
    chosen: |n| format!("{n} ticked"),
    none: "Untick all",
    move_them: "Move to…",
    known: "Record",
    add: "Add a shop",
    new: "New shop",
    code: "Number",
    code_taken: "Another shop has this number.",
    take_code: |code| format!("Take {code}"),
    which_territory: "Pick a territory",
    place: "Position (latitude, longitude)",
    place_wrong: "As maps give it, such as 36.6123, 114.4901.",
    here: "Where I am now",
    no_position: "The tablet does not know where it is. Take the position from a map.",
    save_new: "Add",
    added: |name| format!("{name}: added"),
    name: "Name",
    class: "Class",
    channel: "Channel",
    address: "Address",
    owner: "Owner",
    phone: "Phone",
    acts: "This shop",
    save: "Save",
    saved: |name| format!("{name}: record changed"),
    relocate: "Move to another territory",
    close: "Close the shop",
    reopen: "Open it again",
    is_closed: |name| format!("{name} is closed"),
    opened: |name| format!("{name} is open again"),
    where_to: |n| format!("Move {n} shop{} where?", s(n)),
    route: "Onto which route",
    no_route_yet: "No route yet",
    there_already: "Already in this territory.",
    loses: |reps, place, n| {
        format!("{place} ({reps}) loses {n} shop{}: gone from those phones at their next contact.", s(n))
    },
    gets: |reps, place, n| format!("{place} ({reps}) gets {n} shop{}: on those phones at their next contact.", s(n)),
    gets_nobody: |place| format!("Nobody walks {place} at present: for now nobody would visit there."),
    leaves: |route, n| format!("Leaves the route {route}: {n} stop{}.", s(n)),
    owed_goes: |n, name| format!("{n} open task{} go{} to {name}.", s(n), if n == 1 { "es" } else { "" }),
    owed_stays: |n| {
        format!("{n} open task{} move{} along and stay whose they are.", s(n), if n == 1 { "s" } else { "" })
    },
    history_stays: "Past visits, photos and scores do not change: they still count where they were made.",
    move_there: "Move",
    moved: |n, place| format!("{n} shop{} moved to {place}", s(n)),
    moved_back: |n| format!("{n} shop{} moved back", s(n)),
};
