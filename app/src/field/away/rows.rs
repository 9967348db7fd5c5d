//! The leaves as rows: when, who steps in, what was written for them, and what can still be changed.

use super::ask::Form;
use super::back::{as_it_is, take_back};
use super::leaves::Leaves;
use super::window_words;
use crate::state::{Phone, spawn};
use crate::ui::{self, Busy, Toast};
use domain::Command;
use domain::commands::WithdrawLeave;
use domain::records::Leave;
use leptos::prelude::*;

/// See the module.
pub fn rows(form: Form, leaves: &Leaves) -> AnyView {
    let t = form.t;
    let group = |title: &'static str, rows: Vec<AnyView>| {
        (!rows.is_empty()).then(|| {
            view! {
                {ui::section(title, "")}
                <div class="group">{rows}</div>
            }
        })
    };
    let mine = leaves.mine.iter().map(|leave| mine(form, leaves, leave)).collect();
    let for_others = leaves.for_others.iter().map(|leave| for_other(form, leaves, leave)).collect();
    view! {
        {group(t.away.for_others, for_others)}
        {group(t.away.mine, mine)}
    }
    .into_any()
}

fn mine(form: Form, leaves: &Leaves, leave: &Leave) -> AnyView {
    let t = form.t;
    let waits = !leave.withdrawn && leave.substitute.is_none();
    let who = if leave.withdrawn {
        view! { <span class="tag">{t.away.withdrawn}</span> }.into_any()
    } else if leave.substitute.is_some() {
        (t.away.settled_by)(&leave.substitute_name, &leave.settled_by_name).into_any()
    } else {
        view! { <b class="owed">{t.away.by_nobody}</b> }.into_any()
    };
    let acts = (waits && leaves.is_ahead(leave)).then(|| acts(form, leave));
    view! {
        <article class="leave">
            <h3>{window_words(t, leave.window)}</h3>
            <p>{leaves.place(t, leave.territory)}{t.frame.dot}{who}</p>
            {(!leave.brief.is_empty()).then(|| view! { <p class="handover">{leave.brief.clone()}</p> })}
            {acts}
        </article>
    }
    .into_any()
}

fn for_other(form: Form, leaves: &Leaves, leave: &Leave) -> AnyView {
    let t = form.t;
    let brief = if leave.brief.is_empty() { t.away.no_brief.to_owned() } else { leave.brief.clone() };
    view! {
        <article class="leave">
            <h3>{(t.away.stand_in)(&leave.rep_name, &leaves.place(t, leave.territory))}</h3>
            <p>{window_words(t, leave.window)}</p>
            <p class="handover">{brief}</p>
        </article>
    }
    .into_any()
}

fn acts(form: Form, leave: &Leave) -> AnyView {
    let t = form.t;
    let busy = Busy::new();
    let kept = StoredValue::new(leave.clone());
    let withdraw = move |_| {
        if !busy.take() {
            return;
        }
        let leave = kept.get_value();
        spawn(async move {
            match Phone.record(Command::from(WithdrawLeave { leave: leave.id })).await {
                Ok(()) => {
                    let again = move || take_back(form, as_it_is(&leave), t.away.holds_again);
                    Toast::saved(t.away.is_withdrawn).with_undo(again).show(form.state);
                }
                Err(why) => Toast::not_recorded(t, &why).show(form.state),
            }
            busy.done();
        });
    };
    view! {
        <div class="acts">
            <button type="button" class="btn small" on:click=move |_| form.edit(&kept.get_value())>{t.away.edit}</button>
            <button type="button" class="btn small" disabled=move || busy.get() on:click=withdraw>
                {t.away.withdraw}
            </button>
        </div>
    }
    .into_any()
}
