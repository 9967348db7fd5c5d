//! Language and appearance. They belong to the phone, not to the person, and hold before anybody logs in.

use crate::state::{Look, use_state};
use crate::text::Texts;
use crate::ui::{Icon, choice_buttons, icon};
use domain::Language;
use leptos::prelude::*;

const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];
const LOOKS: [Look; 3] = [Look::Auto, Look::Light, Look::Dark];

/// See the module.
pub fn preferences(t: Texts) -> AnyView {
    let state = use_state();
    let language = choice_buttons(
        t.account.language.to_owned(),
        vec!["中文".to_owned(), "English".to_owned()],
        move || LANGUAGES.iter().position(|language| *language == state.language.get()),
        move |index| state.language.set(LANGUAGES[index]),
    );
    let looks = [t.account.look_auto, t.account.look_light, t.account.look_dark];
    let look = choice_buttons(
        t.account.look.to_owned(),
        looks.map(str::to_owned).to_vec(),
        move || LOOKS.iter().position(|look| *look == state.look.get()),
        move |index| state.look.set(LOOKS[index]),
    );
    view! {
        <div class="set"><h2>{t.account.language}</h2>{language}</div>
        <div class="set"><h2>{t.account.look}</h2>{look}</div>
        <label class="line">
            {icon(Icon::Sun)}
            <span class="grow">
                <span class="t">{t.account.sun}</span>
                <span class="w">{t.account.sun_why}</span>
            </span>
            <input
                class="switch"
                type="checkbox"
                role="switch"
                prop:checked=move || state.sun.get()
                on:change=move |event| state.sun.set(event_target_checked(&event))
            />
        </label>
    }
    .into_any()
}
