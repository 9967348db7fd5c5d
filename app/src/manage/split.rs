//! List beside detail, as the manager's visits and what is kept for a decision are shown: on a phone one of the two.

use crate::state::Me;
use crate::text::Texts;
use crate::ui::{self, Tab};
use leptos::prelude::*;

/// The detail is what the screen is about while `any` is picked; before that it says `pick`.
pub fn split(
    t: Texts,
    me: &Me,
    any: impl Fn() -> bool + Send + Sync + Copy + 'static,
    pick: &'static str,
    list: AnyView,
    detail: AnyView,
) -> AnyView {
    split_in(t, me, Tab::Visits, any, pick, list, detail)
}

/// The same at another place of the navigation.
pub fn split_in(
    t: Texts,
    me: &Me,
    here: Tab,
    any: impl Fn() -> bool + Send + Sync + Copy + 'static,
    pick: &'static str,
    list: AnyView,
    detail: AnyView,
) -> AnyView {
    view! {
        <div class="app">
            <a class="skip" href="#main" rel="external">{t.frame.to_content}</a>
            {ui::tabs(t, me, here)}
            <div class="screen">
                <div class="split" data-show=move || if any() { "detail" } else { "list" }>
                    {list}
                    <div
                        class="detail"
                        role=move || if any() { "main" } else { "region" }
                        aria-label=move || (!any()).then_some(pick)
                        id=move || any().then_some("main")
                        tabindex="-1"
                    >
                        {detail}
                    </div>
                </div>
                {ui::toasts()}
            </div>
        </div>
    }
    .into_any()
}
