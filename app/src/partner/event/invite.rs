//! Writing down whom to invite: a line each, as pasted.

use super::Desk;
use crate::partner::businesses::typed_line;
use crate::state::{Phone, spawn};
use crate::ui::{self, Busy, Toast};
use domain::commands::NoteGuest;
use leptos::prelude::*;

/// The sheet.
pub fn sheet(desk: Desk) -> AnyView {
    ui::sheet(desk.t, desk.inviting, move || desk.t.partner.event.invite.to_owned(), move || fields(desk))
}

fn fields(desk: Desk) -> AnyView {
    let t = desk.t;
    let text = RwSignal::new(String::new());
    let busy = Busy::new();
    // Whoever is on the list already is not written down again: that would untick them.
    let fresh = move || {
        let mut names: Vec<String> =
            untrack(|| desk.with(|held| held.event.guests.iter().map(|guest| guest.name.clone()).collect()))
                .unwrap_or_default();
        let lines: Vec<_> = text.with(|text| text.lines().filter_map(typed_line).collect());
        let mut fresh = Vec::new();
        for (name, phone) in lines {
            if !names.contains(&name) {
                names.push(name.clone());
                fresh.push((name, phone));
            }
        }
        fresh
    };
    let save = move |_| {
        let Some(event) = untrack(|| desk.with(|held| held.event.id)) else { return };
        if !busy.take() {
            return;
        }
        let guests = untrack(fresh);
        spawn(async move {
            let count = guests.len();
            for (name, phone) in guests {
                let command = NoteGuest { event, name, phone, came: false, invited: true, gone: false };
                if let Err(why) = Phone.record(command.into()).await {
                    // Those before it are on the list, and what is left to write stays in the sheet.
                    Toast::not_recorded(t, &why).show(desk.state);
                    busy.done();
                    return;
                }
            }
            busy.done();
            desk.inviting.set(false);
            Toast::saved((t.partner.event.invited_many)(count)).show(desk.state);
        });
    };
    let asked = view! {
        <div class="field">
            <textarea
                id="event-guests"
                placeholder=t.partner.add.customers_more
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            ></textarea>
            <label for="event-guests">{t.partner.event.invited}</label>
        </div>
    };
    let act = view! {
        <button
            type="button"
            class="btn main"
            disabled=move || busy.get() || fresh().is_empty()
            on:click=save
        >
            {move || (t.partner.event.invite_many)(fresh().len())}
        </button>
    };
    ui::sheet_form(asked.into_any(), act.into_any())
}
