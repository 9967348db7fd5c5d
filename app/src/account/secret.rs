//! A field for a password, which can be looked at while it is typed.

use crate::text::Texts;
use crate::ui::{Icon, icon, icon_small};
use leptos::prelude::*;

/// What is typed, and whether it is shown.
#[derive(Clone, Copy)]
pub struct Secret {
    /// The text.
    pub text: RwSignal<String>,
    visible: RwSignal<bool>,
}

impl Secret {
    /// Hidden to begin with.
    pub fn new(text: String) -> Self {
        Self { text: RwSignal::new(text), visible: RwSignal::new(false) }
    }
}

/// See the module. `more` stands under it until something is wrong; both may be empty.
pub fn secret_field(
    t: Texts,
    (id, complete): (&'static str, &'static str),
    label: &'static str,
    secret: Secret,
    more: &'static str,
    wrong: impl Fn() -> &'static str + Send + Sync + Copy + 'static,
) -> AnyView {
    let Secret { text, visible } = secret;
    let (error, hint) = (format!("{id}-error"), format!("{id}-more"));
    let hint_id = hint.clone();
    let described = move || if wrong().is_empty() && !more.is_empty() { hint.clone() } else { format!("{id}-error") };
    let kind = move || if visible.get() { "text" } else { "password" };
    let show = move || if visible.get() { t.account.hide_password } else { t.account.show_password };
    view! {
        <div class="field has-ib">
            <input
                id=id
                type=kind
                autocomplete=complete
                placeholder=" "
                prop:value=move || text.get()
                aria-invalid=move || (!wrong().is_empty()).then_some("true")
                aria-describedby=described
                on:input=move |event| text.set(event_target_value(&event))
            />
            <label for=id>{label}</label>
            <button
                type="button"
                class="ib"
                aria-label=show
                aria-pressed=move || visible.get().to_string()
                on:click=move |_| visible.update(|visible| *visible = !*visible)
            >
                {move || icon(if visible.get() { Icon::EyeOff } else { Icon::Eye })}
            </button>
            {(!more.is_empty()).then(|| view! {
                <p class="meta" id=hint_id hidden=move || !wrong().is_empty()>{more}</p>
            })}
            <p class="err" id=error hidden=move || wrong().is_empty()>{icon_small(Icon::Warning)}{wrong}</p>
        </div>
    }
    .into_any()
}
