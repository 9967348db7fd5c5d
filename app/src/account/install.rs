//! The hint to put the app on the home screen: there the phone does not clear what has not been sent (P1).

use crate::state::use_state;
use crate::text::Texts;
use crate::ui::{Icon, icon, logo_class};
use leptos::prelude::*;

/// Gone once the app runs from the home screen; it cannot be put away before.
pub fn install_hint(t: Texts) -> AnyView {
    let state = use_state();
    let act = move || {
        if state.installable.get() {
            view! {
                <button type="button" class="btn wide" on:click=move |_| state.install()>
                    {icon(Icon::Install)}
                    {t.account.install_act}
                </button>
            }
            .into_any()
        } else {
            view! { <p class="meta">{t.account.install_how}</p> }.into_any()
        }
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
        </div>
    }
    .into_any()
}
