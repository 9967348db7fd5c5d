//! Choices: a few as large buttons side by side, many or long ones as a list.
//! Real radio buttons and checkboxes, so that keyboards and screen readers get them for nothing.

use leptos::prelude::*;

/// Two to four choices. The chosen one is filled with ink and ticked.
pub fn choice_buttons(
    label: String,
    choices: Vec<String>,
    chosen: impl Fn() -> Option<usize> + Send + Sync + Copy + 'static,
    choose: impl Fn(usize) + Send + Sync + Copy + 'static,
) -> AnyView {
    let name = group_name(&label, &choices);
    let buttons = choices
        .into_iter()
        .enumerate()
        .map(|(index, words)| {
            view! {
                <label>
                    <input
                        type="radio"
                        name=name.clone()
                        prop:checked=move || chosen() == Some(index)
                        on:change=move |_| choose(index)
                    />
                    <span>{words}</span>
                </label>
            }
        })
        .collect_view();
    view! { <div class="seg" role="radiogroup" aria-label=label>{buttons}</div> }.into_any()
}

/// A list of choices, one or several.
pub fn picks(
    label: String,
    many: bool,
    choices: Vec<String>,
    picked: impl Fn(usize) -> bool + Send + Sync + Copy + 'static,
    pick: impl Fn(usize, bool) + Send + Sync + Copy + 'static,
) -> AnyView {
    let name = group_name(&label, &choices);
    let (kind, role) = if many { ("checkbox", "group") } else { ("radio", "radiogroup") };
    let rows = choices
        .into_iter()
        .enumerate()
        .map(|(index, words)| {
            view! {
                <label class="pick">
                    <input
                        type=kind
                        name=name.clone()
                        prop:checked=move || picked(index)
                        on:change=move |event| pick(index, event_target_checked(&event))
                    />
                    <i></i>
                    <span>{words}</span>
                </label>
            }
        })
        .collect_view();
    view! { <div class="picks" role=role aria-label=label>{rows}</div> }.into_any()
}

/// Radio buttons belong together by name; question and answers together are name enough on one screen.
fn group_name(label: &str, choices: &[String]) -> String {
    format!("{label}|{}", choices.join("|"))
}
