//! A dealer's customers (S30): a line each, pasted or typed, kept or dropped, then added at once. With one name only it is
//! a form as everywhere.

use super::form::Form;
use super::source::{dealer, more, names};
use crate::partner::businesses::typed_line;
use crate::state::{Phone, spawn};
use crate::ui::{Icon, Toast, icon_small};
use domain::commands::AddCandidate;
use domain::records::{CandidateFacts, CandidateSource};
use leptos::prelude::*;

/// The fields.
pub fn fields(form: Form) -> AnyView {
    let t = form.t;
    view! {
        {dealer(form)}
        <div class="field">
            <textarea
                id="partner-customers"
                placeholder=t.partner.add.customers_more
                prop:value=move || form.customers.get()
                on:input=move |event| {
                    form.customers.set(event_target_value(&event));
                    form.dropped.set(Vec::new());
                }
            ></textarea>
            <label for="partner-customers">{t.partner.add.customers}</label>
        </div>
        {move || {
            if lines(form).is_empty() {
                view! {
                    {names(form)}
                    {more(form)}
                }
                .into_any()
            } else {
                keeping(form)
            }
        }}
    }
    .into_any()
}

/// The lines, each as a name and a phone number.
fn lines(form: Form) -> Vec<(String, String)> {
    form.customers.with(|text| text.lines().filter_map(typed_line).collect())
}

/// Those that are kept.
pub fn kept(form: Form) -> Vec<(String, String)> {
    let dropped = form.dropped.get();
    let all = lines(form).into_iter().enumerate();
    all.filter(|(at, _)| !dropped.contains(at)).map(|(_, line)| line).collect()
}

fn keeping(form: Form) -> AnyView {
    let t = form.t;
    let rows = lines(form)
        .into_iter()
        .enumerate()
        .map(|(at, (name, phone))| {
            let keep = move || form.dropped.with(|dropped| !dropped.contains(&at));
            let turn = move |_| {
                form.dropped.update(|dropped| {
                    if dropped.contains(&at) {
                        dropped.retain(|known| *known != at);
                    } else {
                        dropped.push(at);
                    }
                });
            };
            view! {
                <li class="line">
                    <span class="grow">
                        <span class="t cut">{name}</span>
                        <span class="w">{phone}</span>
                    </span>
                    <button type="button" class="chip" aria-pressed=move || keep().to_string() on:click=turn>
                        {move || keep().then(|| icon_small(Icon::Check))}
                        {t.partner.add.keep}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="group kept">{rows}</ul> }.into_any()
}

/// Adds those that are kept.
pub fn save(form: Form) {
    let (Some(territory), Some(dealer)) = (form.territory_now(), form.dealer_now()) else { return };
    if !form.busy.take() {
        return;
    }
    let kept = untrack(|| kept(form));
    spawn(async move {
        let mut added = 0;
        for (name, phone) in kept {
            let facts = CandidateFacts { name, phone, ..CandidateFacts::default() };
            let command = AddCandidate {
                candidate: Phone.new_id(),
                territory,
                facts,
                source: CandidateSource::Existing(dealer),
                fix: None,
                shopfront: None,
            };
            if let Err(why) = Phone.record(command.into()).await {
                Toast::not_recorded(form.t, &why).show(form.state);
                form.busy.done();
                return;
            }
            added += 1;
            // What is saved is not saved again by a second tap.
            form.customers.update(|text| *text = text.lines().skip(1).collect::<Vec<_>>().join("\n"));
        }
        form.busy.done();
        Toast::saved((form.t.partner.add.add_many)(added)).show(form.state);
        form.leave();
    });
}
