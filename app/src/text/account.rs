//! Login, and the rep's own page.

use super::{frame::photos_en, s};

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
    /// What that does.
    pub revoke_more: &'static str,
    /// On the login page: the data of somebody was erased here.
    pub erased: fn(&str) -> String,
    /// Under it.
    pub erased_more: &'static str,
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
    /// Photos that a restored server has lost, and this phone had freed.
    pub gone: fn(usize) -> String,
    /// What is safe, what to do.
    pub gone_more: &'static str,
    /// It runs from the home screen.
    pub installed: &'static str,
    /// What that is good for.
    pub installed_more: &'static str,
    /// In a browser tab on iOS: so many are not sent.
    pub at_risk: fn(usize) -> String,
    /// Why.
    pub at_risk_why: &'static str,
    /// Title of the steps.
    pub guide_inside: fn(&str) -> String,
    /// Title of the steps.
    pub guide_safari: &'static str,
    /// Title of the steps.
    pub guide_ios: &'static str,
    /// Title of the steps.
    pub guide_chrome: &'static str,
    /// Title of the steps.
    pub guide_android: &'static str,
    /// Title of the steps.
    pub guide_desktop: &'static str,
    /// An app.
    pub wechat: &'static str,
    /// An app.
    pub dingtalk: &'static str,
    /// An app.
    pub feishu: &'static str,
    /// An app whose name is not known.
    pub some_app: &'static str,
    /// Inside an app on Android.
    pub steps_inside: [&'static str; 3],
    /// Inside an app on iOS.
    pub steps_inside_ios: [&'static str; 3],
    /// Safari.
    pub steps_safari: [&'static str; 3],
    /// Another browser on iOS.
    pub steps_ios: [&'static str; 3],
    /// Chrome on Android.
    pub steps_chrome: [&'static str; 3],
    /// Another browser on Android.
    pub steps_android: [&'static str; 3],
    /// A computer.
    pub steps_desktop: [&'static str; 3],
    /// What is stored about them.
    pub data: &'static str,
    /// What is there to see.
    pub data_why: &'static str,
    /// Heading.
    pub who_looked: &'static str,
    /// Nobody did.
    pub nobody_looked: &'static str,
    /// Who, as what, when, how many visits.
    pub looked: fn(&str, &str, &str, usize) -> String,
    /// Heading.
    pub stored: &'static str,
    /// Since when.
    pub since: fn(&str) -> String,
    /// Row.
    pub data_visits: &'static str,
    /// Row.
    pub data_positions: &'static str,
    /// Row.
    pub data_photos: &'static str,
    /// Row.
    pub data_tasks: &'static str,
    /// Row.
    pub data_signatures: &'static str,
    /// Row.
    pub data_leaves: &'static str,
    /// Heading.
    pub places: &'static str,
    /// When positions are taken.
    pub places_when: &'static str,
    /// A position that was taken with a photo.
    pub place_photo: &'static str,
    /// The error.
    pub give_or_take: fn(u32) -> String,
    /// Heading.
    pub how_long: &'static str,
    /// On the phone.
    pub kept_here: fn(i64) -> String,
    /// On the server.
    pub kept_there: &'static str,
    /// Why the phone knows.
    pub kept_same: &'static str,
    /// Button.
    pub export: &'static str,
    /// What is in it.
    pub export_why: &'static str,
    /// It did not work.
    pub not_exported: &'static str,
    /// Heading.
    pub clock: &'static str,
    /// So many minutes fast, or slow below zero.
    pub clock_off: fn(i64) -> String,
    /// It is right.
    pub clock_right: &'static str,
    /// Not compared yet.
    pub clock_unknown: &'static str,
    /// Little room is left.
    pub short: &'static str,
    /// Photos that only the phone has.
    pub photos_here: fn(usize, &str) -> String,
    /// What is safe.
    pub photos_here_why: &'static str,
    /// Photos that the server has too.
    pub photos_there: fn(usize, &str) -> String,
    /// What freeing does.
    pub photos_there_why: &'static str,
    /// Button.
    pub free: &'static str,
    /// Done.
    pub freed: fn(&str) -> String,
    /// Switch.
    pub wifi_only: &'static str,
    /// What it does.
    pub wifi_only_why: &'static str,
    /// Switch.
    pub hold_photos: &'static str,
    /// What it does.
    pub hold_photos_why: &'static str,
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
    install_how: "怎么放，三步",
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
    revoke: "停用",
    revoke_more: "停用后，那台手机把没发的交给经理，然后抹掉数据。要再用，重新登录。",
    erased: |name| format!("这台设备停用了，{name}的数据已经抹掉"),
    erased_more: "抹掉之前，还没发的记录都交给了经理。要接着用，重新登录就行。",
    devices_offline: "有网才看得到别的手机。",
    log_out: "退出登录",
    log_out_why: "记录留在这台设备里，别人登录看不到",
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
        (items, 0) => format!("这台设备丢了 {items} 条记录"),
        (0, photos) => format!("这台设备弄坏了 {photos} 张照片"),
        (items, photos) => format!("这台设备丢了 {items} 条记录，弄坏了 {photos} 张照片"),
    },
    gone: |photos| format!("服务器丢了 {photos} 张已收到的照片"),
    gone_more: "服务器恢复过备份，手机上的原图已经腾掉了。拜访记录都在；经理看得到缺哪几张，要补的会派重拍。",
    lost_more: "手机清掉过数据。经理也看得到少了哪几条，要补的请再拜访一次。",
    installed: "已经在桌面上了",
    installed_more: "从桌面打开，没发的记录手机不会清掉。",
    at_risk: |n| format!("{n} 条还没发到，先放到桌面"),
    at_risk_why: "在浏览器里开着，七天不打开手机可能会清掉",
    guide_inside: |app| format!("现在在{app}里，先换到浏览器"),
    guide_safari: "苹果手机，用 Safari",
    guide_ios: "苹果手机，别的浏览器",
    guide_chrome: "安卓手机，用 Chrome",
    guide_android: "安卓手机，手机自带的浏览器",
    guide_desktop: "电脑上",
    wechat: "微信",
    dingtalk: "钉钉",
    feishu: "飞书",
    some_app: "别的应用",
    steps_inside: ["点右上角的“…”", "选“在浏览器打开”", "在浏览器里打开菜单，选“添加到主屏幕”"],
    steps_inside_ios: [
        "点右上角的“…”",
        "选“在浏览器打开”或“在 Safari 中打开”",
        "在 Safari 点下面的分享，选“添加到主屏幕”",
    ],
    steps_safari: ["点下面中间的分享按钮", "往下翻，选“添加到主屏幕”", "点右上角“添加”，以后从桌面打开"],
    steps_ios: ["点分享按钮", "没有“添加到主屏幕”，就复制网址，用 Safari 打开", "在 Safari 点分享，选“添加到主屏幕”"],
    steps_chrome: ["点右上角的三个点", "选“安装应用”或“添加到主屏幕”", "点“安装”，以后从桌面打开"],
    steps_android: [
        "打开浏览器的菜单",
        "选“添加到桌面”或“添加到主屏幕”",
        "手机问能不能建快捷方式，点允许，以后从桌面打开",
    ],
    steps_desktop: ["看地址栏右边的安装图标", "没有图标，就在菜单里选“安装”或“添加到程序坞”", "以后从桌面或程序坞打开"],
    data: "存了我什么",
    data_why: "拜访、定位、照片，还有谁看过",
    who_looked: "谁看过",
    nobody_looked: "还没有人看过你的拜访。",
    looked: |name, role, day, n| format!("{name}（{role}）看了你 {day} 的 {n} 次拜访"),
    stored: "存了多少",
    since: |day| format!("{day}起"),
    data_visits: "拜访",
    data_positions: "定位",
    data_photos: "照片",
    data_tasks: "任务",
    data_signatures: "店主签名",
    data_leaves: "请假",
    places: "最近的定位",
    places_when: "只在签到、拍照和签退时",
    place_photo: "拍照",
    give_or_take: |metres| format!("误差 {metres} 米"),
    how_long: "存多久",
    kept_here: |days| format!("发件箱和照片：服务器收到以后，在这台设备上再留 {days} 天。"),
    kept_there: "服务器上：现在没有到期就删的规定，一直留着。",
    kept_same: "这里看到的，和服务器上关于你的一样。不再管的区域，记录会从手机上拿走，服务器上还在。",
    export: "存成文件",
    export_why: "上面这些的全部，JSON 格式，没有网也能存。",
    not_exported: "这个浏览器没让存文件，换一个浏览器再试。",
    clock: "手机时间",
    clock_off: |minutes| match minutes {
        0.. => format!("手机时间快了 {minutes} 分钟，记录按校正后的时间"),
        _ => format!("手机时间慢了 {} 分钟，记录按校正后的时间", -minutes),
    },
    clock_right: "和服务器的一样",
    clock_unknown: "连上服务器后再对",
    short: "手机快放不下照片了。先发掉，再腾地方",
    photos_here: |n, bytes| format!("{n} 张照片只在手机里，{bytes}"),
    photos_here_why: "没发到以前，谁也不会删",
    photos_there: |n, bytes| format!("{n} 张照片服务器有了，可以腾出 {bytes}"),
    photos_there_why: "腾了以后，看原图要有网",
    free: "腾地方",
    freed: |bytes| format!("腾出了 {bytes}"),
    wifi_only: "照片只用 Wi-Fi 发",
    wifi_only_why: "记录很小，照样马上发",
    hold_photos: "先不发照片",
    hold_photos_why: "省流量时打开；记录照样马上发",
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
    install_how: "How, in three steps",
    wrong_credentials: "Wrong mobile number or password.",
    throttled: |seconds| format!("Too many tries. Try again in {seconds} second{}.", s(seconds as usize)),
    no_network: "The server cannot be reached. The first login needs a network.",
    failed: "Not logged in: something went wrong on the server. Try again in a while.",
    no_storage: "This browser does not allow saving. Leave private mode, or use another browser.",
    look: "Appearance",
    look_auto: "Same as phone",
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
    revoke: "Take out of use",
    revoke_more: "A phone that is taken out of use hands what it has not sent to the manager and erases its data. To use it again, log in anew.",
    erased: |name| format!("This device was taken out of use, and {name}'s data is erased"),
    erased_more: "What had not been sent went to the manager before that. To go on using it, log in again.",
    devices_offline: "Other phones are listed when there is a network.",
    log_out: "Log out",
    log_out_why: "Records stay on this device; nobody else can see them",
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
        (items, 0) => format!("This device has lost {items} record{}", s(items)),
        (0, photos) => format!("This device has spoilt {photos} photo{}", s(photos)),
        (items, photos) => {
            format!("This device has lost {items} record{} and spoilt {photos} photo{}", s(items), s(photos))
        }
    },
    gone: |photos| format!("The server has lost {photos} photo{} it had received", s(photos)),
    gone_more: "It was restored from a backup, and this phone had made room by then. Every record of the visits is safe; your manager sees which photos are missing and can ask for new ones.",
    lost_more: "The phone cleared some data. Your manager sees which are missing; visit again to make up for them.",
    installed: "It is on the home screen",
    installed_more: "Opened from there, the phone does not clear what is not sent.",
    at_risk: |n| format!("{n} not sent yet: put it on the home screen"),
    at_risk_why: "In a browser tab the phone may clear them after seven days unopened",
    guide_inside: |app| format!("You are inside {app}: move to the browser first"),
    guide_safari: "iPhone or iPad, with Safari",
    guide_ios: "iPhone or iPad, another browser",
    guide_chrome: "Android, with Chrome",
    guide_android: "Android, the phone's own browser",
    guide_desktop: "On a computer",
    wechat: "WeChat",
    dingtalk: "DingTalk",
    feishu: "Feishu",
    some_app: "another app",
    steps_inside: [
        "Tap … in the top right corner",
        "Choose Open in browser",
        "In the browser's menu choose Add to home screen",
    ],
    steps_inside_ios: [
        "Tap … in the top right corner",
        "Choose Open in browser, or Open in Safari",
        "In Safari tap Share, then Add to Home Screen",
    ],
    steps_safari: [
        "Tap the share button at the bottom",
        "Scroll down to Add to Home Screen",
        "Tap Add, and open it from there",
    ],
    steps_ios: [
        "Tap the share button",
        "Without Add to Home Screen there, copy the address into Safari",
        "In Safari tap Share, then Add to Home Screen",
    ],
    steps_chrome: [
        "Tap the three dots in the top right corner",
        "Choose Install app, or Add to Home screen",
        "Tap Install, and open it from there",
    ],
    steps_android: [
        "Open the browser's menu",
        "Choose Add to home screen",
        "If the phone asks about shortcuts, allow it, and open it from there",
    ],
    steps_desktop: [
        "Look for the install icon at the right of the address bar",
        "Without one, choose Install, or Add to Dock, in the menu",
        "Open it from there from now on",
    ],
    data: "What is stored about me",
    data_why: "Visits, positions, photos, and who looked",
    who_looked: "Who looked",
    nobody_looked: "Nobody has looked at your visits yet.",
    looked: |name, role, day, n| format!("{name} ({role}) looked at {n} of your visits on {day}"),
    stored: "How much",
    since: |day| format!("since {day}"),
    data_visits: "Visits",
    data_positions: "Positions",
    data_photos: "Photos",
    data_tasks: "Tasks",
    data_signatures: "Shops' signatures",
    data_leaves: "Leaves",
    places: "Last positions",
    places_when: "Only at check-in, photos and check-out",
    place_photo: "photo",
    give_or_take: |metres| format!("give or take {metres} m"),
    how_long: "For how long",
    kept_here: |days| format!("Outbox and photos: {days} more days on this device after the server has them."),
    kept_there: "On the server: nothing is deleted by age at present.",
    kept_same: "What you see here is what the server has about you. Records of areas you no longer walk leave the phone and stay on the server.",
    export: "Save as a file",
    export_why: "All of the above as JSON. Works without a network.",
    not_exported: "This browser did not save the file. Try another one.",
    clock: "The phone's clock",
    clock_off: |minutes| match minutes {
        0.. => format!("The phone's clock is {minutes} min fast; records carry the corrected time"),
        _ => format!("The phone's clock is {} min slow; records carry the corrected time", -minutes),
    },
    clock_right: "The same as the server's",
    clock_unknown: "Compared when the server is reached",
    short: "Little room is left for photos. Send, then free some",
    photos_here: |n, bytes| format!("{} only on the phone, {bytes}", photos_en(n)),
    photos_here_why: "Nothing deletes them before they are sent",
    photos_there: |n, bytes| format!("{} on the server too: {bytes} can be freed", photos_en(n)),
    photos_there_why: "After that the originals need a network",
    free: "Free it",
    freed: |bytes| format!("{bytes} freed"),
    wifi_only: "Photos over Wi-Fi only",
    wifi_only_why: "Records are small and still go at once",
    hold_photos: "Hold photos back",
    hold_photos_why: "To save data; records still go at once",
    version: |build| format!("Version {build}"),
};
