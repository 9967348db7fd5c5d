//! Which browser this is, as far as it decides how the app gets onto the home screen. Told from what the browser calls
//! itself: where that is a lie, the general steps are still right.

/// The system it runs on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum System {
    /// iPhone or iPad.
    Ios,
    /// Android, and HarmonyOS as far as it is like it.
    Android,
    /// Anything with a keyboard.
    #[default]
    Desktop,
}

/// What shows the page there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Window {
    /// The browser that can install: Safari on iOS, Chrome on Android.
    #[default]
    Own,
    /// Another browser.
    Other,
    /// A window inside of another app, which installs nothing and forgets easily.
    Inside(Host),
}

/// The app around the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// 微信, also 企业微信.
    WeChat,
    /// 钉钉.
    DingTalk,
    /// 飞书.
    Feishu,
    /// QQ.
    Qq,
    /// One that does not give its name.
    Unknown,
}

/// Where the page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Browser {
    /// On what.
    pub system: System,
    /// In what.
    pub window: Window,
}

/// Apps that show pages inside of themselves, by what stands in their name. WeCom has both its own and WeChat's.
const HOSTS: [(&str, Host); 6] = [
    ("MicroMessenger", Host::WeChat),
    ("DingTalk", Host::DingTalk),
    ("Lark/", Host::Feishu),
    ("Feishu", Host::Feishu),
    (" QQ/", Host::Qq),
    ("; wv)", Host::Unknown),
];
/// Browsers on iOS that are not Safari.
const IOS_OTHERS: [&str; 9] =
    ["CriOS", "FxiOS", "EdgiOS", "OPiOS", "OPT/", "MQQBrowser", "UCBrowser", "baidu", "Quark"];
/// Browsers on Android that call themselves Chrome as well.
const ANDROID_OTHERS: [&str; 12] = [
    "EdgA/",
    "OPR/",
    "SamsungBrowser",
    "MiuiBrowser",
    "HuaweiBrowser",
    "HeyTapBrowser",
    "VivoBrowser",
    "UCBrowser",
    "MQQBrowser",
    "Quark",
    "baidu",
    "HonorBrowser",
];

/// Tells it from the browser's name of itself. An iPad calls itself a Mac, but no Mac has a screen to touch.
#[must_use]
pub fn detect(agent: &str, touch: bool) -> Browser {
    let says = |word: &str| agent.contains(word);
    let system = if ["iPhone", "iPad", "iPod"].into_iter().any(says) || (says("Macintosh") && touch) {
        System::Ios
    } else if ["Android", "HarmonyOS", "OpenHarmony"].into_iter().any(says) {
        System::Android
    } else {
        System::Desktop
    };
    let host = HOSTS.into_iter().find(|(word, _)| says(word)).map(|(_, host)| host);
    let own = match system {
        System::Ios => says("Version/") && says("Safari/") && !IOS_OTHERS.into_iter().any(says),
        System::Android => says("Chrome/") && says("Safari/") && !ANDROID_OTHERS.into_iter().any(says),
        System::Desktop => true,
    };
    let window = match (host, own) {
        (Some(host), _) => Window::Inside(host),
        (None, true) => Window::Own,
        (None, false) => Window::Other,
    };
    Browser { system, window }
}

#[cfg(test)]
mod tests {
    use super::{Browser, Host, System, Window, detect};

    const IPHONE: &str =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
    const ANDROID: &str = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)";

    fn told(agent: &str) -> (System, Window) {
        let Browser { system, window } = detect(agent, false);
        (system, window)
    }

    #[test]
    fn on_ios_only_safari_itself_is_the_one_that_can() {
        let with = |rest: &str| told(&format!("{IPHONE} {rest}"));
        assert_eq!(with("Version/17.5 Mobile/15E148 Safari/604.1"), (System::Ios, Window::Own));
        assert_eq!(with("CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1"), (System::Ios, Window::Other));
        assert_eq!(with("FxiOS/127.0 Mobile/15E148 Safari/605.1.15"), (System::Ios, Window::Other));
        assert_eq!(with("Version/17.0 MQQBrowser/15.0 Mobile/15E148 Safari/604.1"), (System::Ios, Window::Other));
    }

    #[test]
    fn an_ipad_that_calls_itself_a_mac_is_known_by_its_touch_screen() {
        let agent = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                     Version/17.5 Safari/605.1.15";
        assert_eq!(detect(agent, true), Browser { system: System::Ios, window: Window::Own });
        assert_eq!(detect(agent, false).system, System::Desktop);
    }

    #[test]
    fn on_android_a_browser_that_only_calls_itself_chrome_is_another() {
        let with = |rest: &str| told(&format!("{ANDROID} {rest}"));
        assert_eq!(with("Chrome/126.0.0.0 Mobile Safari/537.36"), (System::Android, Window::Own));
        assert_eq!(with("SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36").1, Window::Other);
        assert_eq!(
            with("Version/4.0 Chrome/100.0.4896.127 Mobile Safari/537.36 XiaoMi/MiuiBrowser/18.2").1,
            Window::Other
        );
        assert_eq!(with("Chrome/114.0.5735.196 HuaweiBrowser/15.0.4.312 Mobile Safari/537.36").1, Window::Other);
        let firefox = "Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0";
        assert_eq!(told(firefox), (System::Android, Window::Other));
        let harmony = "Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 \
                       Safari/537.36 ArkWeb/4.1.6.1 Mobile HuaweiBrowser/5.0.4.300";
        assert_eq!(told(harmony), (System::Android, Window::Other));
    }

    #[test]
    fn a_page_inside_of_another_app_is_told_whose_it_is() {
        let inside = |agent: &str| match told(agent) {
            (_, Window::Inside(host)) => Some(host),
            _ => None,
        };
        let wechat = format!("{IPHONE} Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/WIFI Language/zh_CN");
        assert_eq!(inside(&wechat), Some(Host::WeChat));
        let wechat = "Mozilla/5.0 (Linux; Android 13; M2102J2SC; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 \
                      Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160083 MMWEBSDK/20231202 MicroMessenger/8.0.47 WeChat/arm64";
        assert_eq!(inside(wechat), Some(Host::WeChat));
        let dingtalk =
            format!("{IPHONE} Mobile/15E148 AliApp(DingTalk/7.5.10) com.laiwang.DingTalk/36112330 Channel/201200");
        assert_eq!(inside(&dingtalk), Some(Host::DingTalk));
        assert_eq!(
            inside(&format!("{IPHONE} Mobile/15E148 Safari/604.1 Lark/7.18.5 LarkLocale/zh_CN")),
            Some(Host::Feishu)
        );
        let qq = "Mozilla/5.0 (Linux; Android 12; V2055A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 \
                  Chrome/109.0.5414.86 MQQBrowser/6.2 TBS/046811 Mobile Safari/537.36 V1_AND_SQ_8.9.85 QQ/8.9.85.12820";
        assert_eq!(inside(qq), Some(Host::Qq));
        let view = "Mozilla/5.0 (Linux; Android 13; Pixel 7; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 \
                    Chrome/126.0.0.0 Mobile Safari/537.36";
        assert_eq!(inside(view), Some(Host::Unknown));
    }
}
