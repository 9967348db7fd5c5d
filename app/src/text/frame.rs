//! What many screens share.

use super::s;
use domain::records::{Band, RedoReason, Role};
use sync::wire::QuarantineReason;

/// See [`super::Text::frame`].
pub struct Frame {
    /// A screen whose file is not on this phone.
    pub no_part: &'static str,
    /// What can be done about it.
    pub no_part_more: &'static str,
    /// The product.
    pub name: &'static str,
    /// Skip link.
    pub to_content: &'static str,
    /// Label of the tab bar.
    pub navigation: &'static str,
    /// Tab.
    pub today: &'static str,
    /// Tab.
    pub outlets: &'static str,
    /// Tab.
    pub tasks: &'static str,
    /// Tab.
    pub outbox: &'static str,
    /// Tab.
    pub me: &'static str,
    /// Between two facts in a line.
    pub dot: &'static str,
    /// Between two facts of which the second hangs on the first.
    pub comma: &'static str,
    /// Between a name and what they said.
    pub colon: &'static str,
    /// Back.
    pub back: &'static str,
    /// Close.
    pub close: &'static str,
    /// Clear.
    pub clear: &'static str,
    /// Call on the phone.
    pub call: &'static str,
    /// Open in a map.
    pub navigate: &'static str,
    /// Undo.
    pub undo: &'static str,
    /// Try once more.
    pub again: &'static str,
    /// Sync state: durable on this phone.
    pub saved_here: &'static str,
    /// Sync state: bytes are leaving.
    pub sending: &'static str,
    /// Sync state: the server said so.
    pub on_server: &'static str,
    /// Sync state: refused.
    pub sent_back: &'static str,
    /// Count of a state.
    pub n_saved_here: fn(usize) -> String,
    /// No network.
    pub offline: &'static str,
    /// No network, and it does not matter here.
    pub works_offline: &'static str,
    /// While something loads, for screen readers.
    pub loading: &'static str,
    /// First synchronisation.
    pub first_sync: &'static str,
    /// How far it has come.
    pub first_sync_left: fn(u64) -> String,
    /// Local storage does not work.
    pub storage_broken: &'static str,
    /// What that means and what to do.
    pub storage_broken_more: &'static str,
    /// A page that does not exist.
    pub no_page: &'static str,
    /// Where to go from there.
    pub to_today: &'static str,
    /// A photo that cannot be shown now.
    pub photo_away: &'static str,
    /// Points.
    pub points: &'static str,
    /// What a score amounts to.
    pub band: fn(Band) -> &'static str,
    /// Why a photo goes back.
    pub redo_reason: fn(RedoReason) -> &'static str,
    /// What a person does.
    pub role: fn(Role) -> &'static str,
    /// Why a command waits for a manager.
    pub quarantine: fn(&QuarantineReason) -> &'static str,
    /// Several words in a list.
    pub list: &'static str,
    /// "class A".
    pub class: fn(&str) -> String,
}

pub(super) const ZH: Frame = Frame {
    name: "联营",
    to_content: "跳到正文",
    navigation: "主导航",
    today: "今天",
    outlets: "门店",
    tasks: "任务",
    outbox: "发件箱",
    me: "我",
    dot: "·",
    comma: "，",
    colon: "：",
    back: "返回",
    close: "关闭",
    clear: "清空",
    call: "打电话给店主",
    navigate: "导航",
    undo: "撤销",
    no_part: "这一页还没下载到手机上",
    no_part_more: "连上网再试一次，下载过就不再需要网络。已经存的都在。",
    again: "再试一次",
    saved_here: "存在本机",
    sending: "正在发送",
    on_server: "已收到",
    sent_back: "被退回",
    n_saved_here: |n| format!("存在本机 {n} 条"),
    offline: "没有网络",
    works_offline: "离线也能签",
    loading: "正在打开",
    first_sync: "正在把你的门店拿到这台设备",
    first_sync_left: |n| format!("还有 {n} 条"),
    storage_broken: "这台设备现在存不了东西",
    storage_broken_more: "为了不丢你的记录，先不能填。关掉别的标签页或无痕窗口，再打开一次。",
    no_page: "没有这个页面",
    to_today: "去今天",
    photo_away: "照片不在这台设备上",
    points: "分",
    band: |band| match band {
        Band::Pass => "合格",
        Band::Conditional => "待改",
        Band::Fail => "不合格",
    },
    redo_reason: |reason| match reason {
        RedoReason::OutOfStock => "缺货",
        RedoReason::Mixed => "混放",
        RedoReason::Unclear => "看不清",
        RedoReason::PriceTags => "价签不对",
        RedoReason::WrongPlace => "不是这里",
        RedoReason::Other => "其他",
    },
    role: |role| match role {
        Role::Rep => "业务代表",
        Role::RegionalManager => "区域经理",
        Role::MarketingCentre => "营销中心",
        Role::Admin => "管理员",
    },
    quarantine: |why| match why {
        QuarantineReason::NotUnderstood => "服务器还读不懂这一条，已经原样收下，等经理处理。",
        QuarantineReason::NoLongerTheirs => "做这条的时候，这个区域已经不归你了。已经原样收下，等经理决定。",
        QuarantineReason::AccountDisabled => "你的账号停用了。已经原样收下，等经理决定。",
        QuarantineReason::NotTheSender => "这条不是你做的。已经原样收下，等经理决定。",
        QuarantineReason::DeviceRevoked => "这台手机已经停用。已经原样收下，等经理决定。",
    },
    list: "、",
    class: |letter| format!("{letter} 类"),
};

pub(super) const EN: Frame = Frame {
    name: "Lianying",
    to_content: "Skip to content",
    navigation: "Main",
    today: "Today",
    outlets: "Shops",
    tasks: "Tasks",
    outbox: "Outbox",
    me: "Me",
    dot: " · ",
    comma: ", ",
    colon: ": ",
    back: "Back",
    close: "Close",
    clear: "Clear",
    call: "Call the owner",
    navigate: "Directions",
    undo: "Undo",
    no_part: "This screen is not on the phone yet",
    no_part_more: "Connect and try again; once it is here it needs no network. What was saved is safe.",
    again: "Try again",
    saved_here: "Saved here",
    sending: "Sending",
    on_server: "On server",
    sent_back: "Sent back",
    n_saved_here: |n| format!("{n} saved here"),
    offline: "No network",
    works_offline: "Works offline",
    loading: "Opening",
    first_sync: "Bringing your shops to this device",
    first_sync_left: |n| format!("{n} to go"),
    storage_broken: "This device cannot save right now",
    storage_broken_more: "So that nothing is lost, recording is closed. Close other tabs or the private window, then open again.",
    no_page: "There is no such page",
    to_today: "Go to today",
    photo_away: "The photo is not on this device",
    points: "pts",
    band: |band| match band {
        Band::Pass => "Pass",
        Band::Conditional => "To mend",
        Band::Fail => "Fail",
    },
    redo_reason: |reason| match reason {
        RedoReason::OutOfStock => "facings missing",
        RedoReason::Mixed => "mixed with others",
        RedoReason::Unclear => "not clear",
        RedoReason::PriceTags => "price tags",
        RedoReason::WrongPlace => "not this place",
        RedoReason::Other => "other",
    },
    role: |role| match role {
        Role::Rep => "Sales rep",
        Role::RegionalManager => "Regional manager",
        Role::MarketingCentre => "Marketing centre",
        Role::Admin => "Administrator",
    },
    quarantine: |why| match why {
        QuarantineReason::NotUnderstood => "The server cannot read this one yet. It is kept as it is, for a manager.",
        QuarantineReason::NoLongerTheirs => {
            "When this was made, the area was no longer yours. It is kept as it is; a manager decides."
        }
        QuarantineReason::AccountDisabled => "Your account is disabled. It is kept as it is; a manager decides.",
        QuarantineReason::NotTheSender => "This was made by somebody else. It is kept as it is; a manager decides.",
        QuarantineReason::DeviceRevoked => {
            "This phone had been taken out of use. It is kept as it is; a manager decides."
        }
    },
    list: ", ",
    class: |letter| format!("class {letter}"),
};

/// "2 photos".
pub(super) fn photos_en(n: usize) -> String {
    format!("{n} photo{}", s(n))
}
