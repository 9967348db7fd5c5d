//! A dealer's customers (S30): a line each, pasted or typed, kept or dropped, then added at once. Whoever may be known
//! already is dropped unless it is kept by hand (F42). With one name only it is a form as everywhere.

use super::form::{Form, Line};
use super::same::{self, Like};
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
                on:input=move |event| form.customers.set(event_target_value(&event))
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

/// The lines, each as a name and a phone number; the same one twice is one customer.
fn lines(form: Form) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    form.customers.with(|text| {
        for line in text.lines().filter_map(typed_line) {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    });
    lines
}

fn facts((name, phone): &Line) -> CandidateFacts {
    CandidateFacts { name: name.clone(), phone: phone.clone(), ..CandidateFacts::default() }
}

/// Those who may be the same as a line.
fn alike(form: Form, line: &Line) -> Like {
    if let Some(found) = form.alike.with_value(|alike| alike.get(line).cloned()) {
        return found;
    }
    let found = same::like(form, &facts(line), None);
    form.alike.update_value(|alike| drop(alike.insert(line.clone(), found.clone())));
    found
}

/// Whether a line is kept: as was chosen, and else if nobody is known who may be the same (F42).
fn keeps(form: Form, line: &Line) -> bool {
    let chosen = form.chosen.with(|chosen| chosen.get(line).copied());
    chosen.unwrap_or_else(|| alike(form, line).is_empty())
}

/// Those that are kept.
pub fn kept(form: Form) -> Vec<Line> {
    lines(form).into_iter().filter(|line| keeps(form, line)).collect()
}

fn keeping(form: Form) -> AnyView {
    let rows = lines(form).into_iter().map(|line| row(form, line)).collect_view();
    view! { <ul class="group kept">{rows}</ul> }.into_any()
}

fn row(form: Form, line: Line) -> AnyView {
    let t = form.t;
    let (name, phone) = line.clone();
    // Who may be the same, and why: the likeliest one says enough.
    let like = alike(form, &line).into_iter().next().and_then(|(id, reasons)| {
        let known = same::known(form, id)?;
        let words = [known.facts.name, same::reasons(t, &reasons)].join(t.frame.dot);
        Some(view! { <span class="w owed">{words}</span> })
    });
    let keep = {
        let line = line.clone();
        Signal::derive(move || keeps(form, &line))
    };
    let turn = move |_| {
        let kept = keep.get_untracked();
        form.chosen.update(|chosen| _ = chosen.insert(line.clone(), !kept));
    };
    view! {
        <li class="line">
            <span class="grow">
                <span class="t cut">{name}</span>
                <span class="w">{phone}</span>
                {like}
            </span>
            <button type="button" class="chip" aria-pressed=move || keep.get().to_string() on:click=turn>
                {move || keep.get().then(|| icon_small(Icon::Check))}
                {t.partner.add.keep}
            </button>
        </li>
    }
    .into_any()
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
        for line in kept {
            let facts = facts(&line);
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
            form.customers.update(|text| {
                let rest = text.lines().filter(|other| typed_line(other).as_ref() != Some(&line));
                *text = rest.collect::<Vec<_>>().join("\n");
            });
        }
        form.busy.done();
        Toast::saved((form.t.partner.add.add_many)(added)).show(form.state);
        form.leave();
    });
}
