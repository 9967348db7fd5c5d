//! Putting the app on the home screen: there the phone does not clear what has not been sent (P1).

#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "only a browser is asked which it is"))]
mod browser;
mod guide;
mod sketch;

#[cfg(target_arch = "wasm32")]
pub use browser::detect;
pub use browser::{Browser, System};
pub use guide::InstallPage;

use crate::routes;
use crate::state::use_state;
use crate::text::Texts;
use crate::ui::{Icon, icon, icon_small, logo_class};
use leptos::prelude::*;

/// The hint to do it. Gone once the app runs from the home screen; it cannot be put away before.
pub fn install_hint(t: Texts) -> AnyView {
    let state = use_state();
    let act = move || {
        state.installable.get().then(|| {
            view! {
                <button type="button" class="btn wide" on:click=move |_| state.install()>
                    {icon(Icon::Install)}
                    {t.account.install_act}
                </button>
            }
        })
    };
    view! {
        <div hidden=move || state.installed.get()>
            <div class="install">
                <span class="seal">{logo_class("i l")}</span>
                <div>
                    <h3>{t.account.install}</h3>
                    <p>{t.account.install_why}</p>
                </div>
            </div>
            {act}
            <a class="btn text wide" href=routes::INSTALL>{t.account.install_how}</a>
        </div>
    }
    .into_any()
}

/// In a browser tab on iOS, what is not sent goes after seven days of not coming back (P1). It cannot be put away: it
/// goes when nothing waits any more, or when the app is on the home screen.
pub fn at_risk(t: Texts) -> AnyView {
    let state = use_state();
    let waiting = Memo::new(move |_| {
        let exposed = state.browser.get().system == System::Ios && !state.installed.get();
        let waiting = state.sync.with(|sync| if sync.counted { sync.waiting + sync.photos_waiting } else { 0 });
        if exposed { waiting } else { 0 }
    });
    (move || {
        (waiting.get() > 0).then(|| {
            view! {
                <a class="aged" href=routes::INSTALL>
                    {icon(Icon::Warning)}
                    <span class="grow">
                        {(t.account.at_risk)(waiting.get())}
                        <p>{t.account.at_risk_why}</p>
                    </span>
                    {icon_small(Icon::ChevronRight)}
                </a>
            }
        })
    })
    .into_any()
}
