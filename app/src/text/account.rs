//! Login, and the rep's own page.

use super::s;

/// See [`super::Text::account`].
pub struct Account {
    /// Under the name of the product.
    pub motto: &'static str,
    /// Heading and button.
    pub log_in: &'static str,
    /// Field.
    pub phone: &'static str,
    /// What is wrong with the number.
    pub phone_wrong: &'static str,
    /// Field.
    pub password: &'static str,
    /// What is wrong with it.
    pub password_missing: &'static str,
    /// Button in the field.
    pub show_password: &'static str,
    /// Button in the field.
    pub hide_password: &'static str,
    /// Under the button.
    pub first_time: &'static str,
    /// The name of the other language, in that language.
    pub other_language: &'static str,
    /// Install hint.
    pub install: &'static str,
    /// Why.
    pub install_why: &'static str,
    /// Button.
    pub install_act: &'static str,
    /// How, where the browser has no button for it.
    pub install_how: &'static str,
    /// Login failed.
    pub wrong_credentials: &'static str,
    /// Login failed.
    pub throttled: fn(u64) -> String,
    /// Login failed.
    pub no_network: &'static str,
    /// Login failed.
    pub failed: &'static str,
    /// Storage does not work here.
    pub no_storage: &'static str,
    /// Heading.
    pub look: &'static str,
    /// Follow the phone.
    pub look_auto: &'static str,
    /// Light.
    pub look_light: &'static str,
    /// Dark.
    pub look_dark: &'static str,
    /// Sunlight mode.
    pub sun: &'static str,
    /// What it does.
    pub sun_why: &'static str,
    /// Heading.
    pub language: &'static str,
    /// Heading.
    pub storage: &'static str,
    /// How much is used.
    pub storage_used: fn(&str, &str) -> String,
    /// The browser promised to keep it.
    pub protected: &'static str,
    /// What that means.
    pub protected_why: &'static str,
    /// The browser did not promise.
    pub unprotected: &'static str,
    /// What to do.
    pub unprotected_why: &'static str,
    /// Heading.
    pub devices: &'static str,
    /// This one.
    pub this_device: &'static str,
    /// Last heard of.
    pub last_seen: fn(&str) -> String,
    /// Button.
    pub revoke: &'static str,
    /// Needs a network.
    pub devices_offline: &'static str,
    /// Button.
    pub log_out: &'static str,
    /// What logging out does.
    pub log_out_why: &'static str,
    /// It refuses.
    pub waiting: fn(usize, usize) -> String,
    /// Why it refuses, and what to do.
    pub waiting_why: &'static str,
    /// A new version is there.
    pub update: &'static str,
    /// What the tap does.
    pub update_why: &'static str,
    /// Button.
    pub update_act: &'static str,
    /// An update waits for an open visit.
    pub update_waits: &'static str,
    /// The session has expired.
    pub expired: &'static str,
    /// What still works.
    pub expired_why: &'static str,
    /// Work that is gone: commands, photos.
    pub lost: fn(usize, usize) -> String,
    /// What to do.
    pub lost_more: &'static str,
    /// At the foot of the page.
    pub version: fn(&str) -> String,
}

pub(super) const ZH: Account = Account {
    motto: "厂家、经销商、分销商，一张网",
    log_in: "登录",
    phone: "手机号",
    phone_wrong: "手机号是 11 位数字",
    password: "密码",
    password_missing: "还没填密码",
    show_password: "看密码",
    hide_password: "藏起密码",
    first_time: "第一次要联网，约 2 MB。以后没有网也能用。",
    other_language: "English",
    install: "放到桌面，像应用一样用",
    install_why: "这样手机不会清掉没发的记录",
    install_act: "放到桌面",
    install_how: "在浏览器的菜单里点“添加到主屏幕”。",
    wrong_credentials: "手机号或密码不对。",
    throttled: |seconds| format!("试得太多了，{seconds} 秒后再试。"),
    no_network: "连不上服务器。第一次登录要有网，换个地方再试。",
    failed: "没登录上，服务器那边出了问题，过一会儿再试。",
    no_storage: "这个浏览器不让存东西。关掉无痕模式，或换一个浏览器。",
    look: "外观",
    look_auto: "跟手机",
    look_light: "浅色",
    look_dark: "深色",
    sun: "大太阳模式",
    sun_why: "字更黑，线更粗，太阳底下看得清",
    language: "语言",
    storage: "存储",
    storage_used: |used, of| format!("用了 {used}，共 {of}"),
    protected: "手机答应不清掉记录",
    protected_why: "空间再紧，没发的东西也留着",
    unprotected: "手机可能会清掉记录",
    unprotected_why: "放到桌面，或者让浏览器答应留着",
    devices: "登录过的手机",
    this_device: "这台",
    last_seen: |when| format!("上次联系 {when}"),
    revoke: "让它退出",
    devices_offline: "有网才看得到别的手机。",
    log_out: "退出登录",
    log_out_why: "记录留在这台手机里，别人登录看不到",
    waiting: |items, photos| match (items, photos) {
        (items, 0) => format!("还有 {items} 条没发到"),
        (0, photos) => format!("还有 {photos} 张照片没发到"),
        (items, photos) => format!("还有 {items} 条、{photos} 张照片没发到"),
    },
    waiting_why: "发完再退出，一条都不会丢。",
    update: "有新版本",
    update_why: "换上只要几秒，没发的记录都留着",
    update_act: "换上",
    update_waits: "拜访签退后再换新版本",
    expired: "登录过期了",
    expired_why: "照样能填，登录后自动发出去。",
    lost: |items, photos| match (items, photos) {
        (items, 0) => format!("这台手机丢了 {items} 条记录"),
        (0, photos) => format!("这台手机弄坏了 {photos} 张照片"),
        (items, photos) => format!("这台手机丢了 {items} 条记录，弄坏了 {photos} 张照片"),
    },
    lost_more: "手机清掉过数据。经理也看得到少了哪几条，要补的请再拜访一次。",
    version: |build| format!("版本 {build}"),
};

pub(super) const EN: Account = Account {
    motto: "Maker, dealer, sub-distributor: one net",
    log_in: "Log in",
    phone: "Mobile number",
    phone_wrong: "A mobile number has 11 digits",
    password: "Password",
    password_missing: "The password is missing",
    show_password: "Show password",
    hide_password: "Hide password",
    first_time: "The first time needs a network, about 2 MB. After that it works without.",
    other_language: "中文",
    install: "Put it on the home screen",
    install_why: "Then the phone never clears what is not sent",
    install_act: "Add to home screen",
    install_how: "In the browser's menu, tap \"Add to home screen\".",
    wrong_credentials: "Wrong mobile number or password.",
    throttled: |seconds| format!("Too many tries. Try again in {seconds} second{}.", s(seconds as usize)),
    no_network: "The server cannot be reached. The first login needs a network.",
    failed: "Not logged in: something went wrong on the server. Try again in a while.",
    no_storage: "This browser does not allow saving. Leave private mode, or use another browser.",
    look: "Appearance",
    look_auto: "As the phone",
    look_light: "Light",
    look_dark: "Dark",
    sun: "Sunlight mode",
    sun_why: "Darker text and lines, for bright sun",
    language: "Language",
    storage: "Storage",
    storage_used: |used, of| format!("{used} of {of} used"),
    protected: "The phone promised to keep records",
    protected_why: "Even when space gets tight",
    unprotected: "The phone may clear records",
    unprotected_why: "Put the app on the home screen, or ask the browser to keep them",
    devices: "Logged-in phones",
    this_device: "this one",
    last_seen: |when| format!("last seen {when}"),
    revoke: "Log it out",
    devices_offline: "Other phones are listed when there is a network.",
    log_out: "Log out",
    log_out_why: "Records stay on this phone; nobody else can see them",
    waiting: |items, photos| match (items, photos) {
        (items, 0) => format!("{items} record{} not sent yet", s(items)),
        (0, photos) => format!("{photos} photo{} not sent yet", s(photos)),
        (items, photos) => format!("{items} record{} and {photos} photo{} not sent yet", s(items), s(photos)),
    },
    waiting_why: "Log out after they are sent, and nothing is lost.",
    update: "A new version is here",
    update_why: "It takes seconds; what is not sent stays",
    update_act: "Switch",
    update_waits: "The new version waits until you have checked out",
    expired: "The login has expired",
    expired_why: "You can go on recording. It is sent after you log in.",
    lost: |items, photos| match (items, photos) {
        (items, 0) => format!("This phone has lost {items} record{}", s(items)),
        (0, photos) => format!("This phone has spoilt {photos} photo{}", s(photos)),
        (items, photos) => {
            format!("This phone has lost {items} record{} and spoilt {photos} photo{}", s(items), s(photos))
        }
    },
    lost_more: "The phone cleared some data. Your manager sees which are missing; visit again to make up for them.",
    version: |build| format!("Version {build}"),
};
