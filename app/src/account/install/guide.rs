//! The page that shows how the app gets onto the home screen, in the three steps that this browser needs.

use super::browser::{Browser, Host, System, Window};
use super::sketch::{Sketch, sketch};
use crate::routes;
use crate::state::{Entry, use_state};
use crate::text::Texts;
use crate::ui::{self, Icon, icon};
use leptos::prelude::*;

/// See the module.
#[component]
pub fn InstallPage() -> impl IntoView {
    let state = use_state();
    // Also before anybody has logged in: the phone is made ready first.
    move || {
        let t = state.texts();
        let back = if matches!(state.entry.get(), Entry::In(_)) { routes::ME.to_owned() } else { routes::login("") };
        ui::frame_bare(
            view! {
                {ui::back_bar(t, back, t.account.install, ().into_any())}
                <main class="page" id="main" tabindex="-1">{body(t)}</main>
                {ui::toasts()}
            }
            .into_any(),
        )
    }
}

fn body(t: Texts) -> AnyView {
    let state = use_state();
    (move || {
        if state.installed.get() {
            return ui::empty(Icon::Shield, t.account.installed, t.account.installed_more, None);
        }
        let browser = state.browser.get();
        let act = move || {
            state.installable.get().then(|| {
                view! {
                    <div class="pad">
                        <button type="button" class="btn main wide" on:click=move |_| state.install()>
                            {icon(Icon::Install)}
                            {t.account.install_act}
                        </button>
                    </div>
                }
            })
        };
        let steps = steps(t, browser)
            .into_iter()
            .map(|(which, words)| view! { <li>{sketch(which)}<p>{words}</p></li> })
            .collect_view();
        view! {
            <div class="pad">
                <h2>{title(t, browser)}</h2>
                <p class="meta">{t.account.install_why}</p>
            </div>
            {act}
            <ol class="guide">{steps}</ol>
        }
        .into_any()
    })
    .into_any()
}

fn title(t: Texts, Browser { system, window }: Browser) -> String {
    match (system, window) {
        (_, Window::Inside(host)) => (t.account.guide_inside)(host_name(t, host)),
        (System::Ios, Window::Own) => t.account.guide_safari.to_owned(),
        (System::Ios, Window::Other) => t.account.guide_ios.to_owned(),
        (System::Android, Window::Own) => t.account.guide_chrome.to_owned(),
        (System::Android, Window::Other) => t.account.guide_android.to_owned(),
        (System::Desktop, _) => t.account.guide_desktop.to_owned(),
    }
}

const fn host_name(t: Texts, host: Host) -> &'static str {
    match host {
        Host::WeChat => t.account.wechat,
        Host::DingTalk => t.account.dingtalk,
        Host::Feishu => t.account.feishu,
        Host::Qq => "QQ",
        Host::Unknown => t.account.some_app,
    }
}

/// What to do, with what to look for.
fn steps(t: Texts, Browser { system, window }: Browser) -> [(Sketch, &'static str); 3] {
    let (sketches, words) = match (system, window) {
        (System::Ios, Window::Inside(_)) => {
            ([Sketch::Dots, Sketch::Compass, Sketch::Share], t.account.steps_inside_ios)
        }
        (_, Window::Inside(_)) => ([Sketch::Dots, Sketch::Compass, Sketch::Add], t.account.steps_inside),
        (System::Ios, Window::Own) => ([Sketch::Share, Sketch::Add, Sketch::Home], t.account.steps_safari),
        (System::Ios, Window::Other) => ([Sketch::Share, Sketch::Compass, Sketch::Add], t.account.steps_ios),
        (System::Android, Window::Own) => ([Sketch::Dots, Sketch::Add, Sketch::Home], t.account.steps_chrome),
        (System::Android, Window::Other) => ([Sketch::Dots, Sketch::Add, Sketch::Home], t.account.steps_android),
        (System::Desktop, _) => ([Sketch::Bar, Sketch::Add, Sketch::Home], t.account.steps_desktop),
    };
    let [one, two, three] = sketches;
    [(one, words[0]), (two, words[1]), (three, words[2])]
}
