//! Who is invited to an event: written down before it, a line each; ticked as they come; made a lead of with one tap.

use super::{Desk, Held, add_lead};
use crate::partner::businesses::typed_line;
use crate::routes;
use crate::state::{Phone, spawn};
use crate::ui::{self, Busy, Icon, Toast, icon_small};
use domain::commands::NoteGuest;
use domain::id::EventId;
use domain::records::Guest;
use leptos::prelude::*;

/// The list.
pub fn guests(desk: Desk, held: &Held) -> AnyView {
    let t = desk.t;
    let all = &held.event.guests;
    let came = all.iter().filter(|guest| guest.came).count();
    let none = all.is_empty().then(|| view! { <p class="pad meta">{t.partner.event.guests_none}</p> });
    let rows = all.iter().enumerate().map(|(at, guest)| row(desk, held.event.id, at, guest)).collect_view();
    view! {
        <section class="group">
            {ui::section(t.partner.event.guests, if all.is_empty() { String::new() } else { (t.partner.event.came_of)(came, all.len()) })}
            {none}
            <ul>{rows}</ul>
            <button type="button" class="line" on:click=move |_| desk.inviting.set(true)>
                {icon_small(Icon::Plus)}
                <span class="t">{t.partner.event.invite}</span>
            </button>
        </section>
    }
    .into_any()
}

fn row(desk: Desk, event: EventId, at: usize, guest: &Guest) -> AnyView {
    let t = desk.t;
    let words = &t.partner.event;
    let name = guest.name.clone();
    let told = match guest.candidate {
        Some(candidate) => view! { <a class="t cut" href=routes::partner(candidate)>{name.clone()}</a> }.into_any(),
        None => view! { <span class="t cut">{name.clone()}</span> }.into_any(),
    };
    let came = guest.came;
    // Whoever has become a candidate was there: that is not unticked here.
    let tick = guest.candidate.is_none().then(|| {
        let guest = guest.clone();
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=came.to_string()
                aria-label=(words.came_said)(&name)
                on:click=move |_| turn(desk, event, &guest)
            >
                {came.then(|| icon_small(Icon::Check))}
                {words.came}
            </button>
        }
    });
    let more = match (guest.candidate, came) {
        (Some(_), _) => view! { <span class="quiet">{icon_small(Icon::Check)}</span> }.into_any(),
        (None, true) => view! {
            <a class="chip" href=add_lead(event, Some(at)) aria-label=(words.make_lead_said)(&name)>{words.make_lead}</a>
        }
        .into_any(),
        (None, false) => strike_button(desk, event, guest),
    };
    view! {
        <li class="line guest">
            <span class="grow">
                {told}
                <span class="w">{guest.phone.clone()}</span>
            </span>
            {more}
            {tick}
        </li>
    }
    .into_any()
}

fn note(event: EventId, guest: &Guest) -> NoteGuest {
    NoteGuest { event, name: guest.name.clone(), phone: guest.phone.clone(), came: guest.came, gone: false }
}

fn turn(desk: Desk, event: EventId, guest: &Guest) {
    let words = if guest.came { desk.t.partner.event.unticked } else { desk.t.partner.event.ticked };
    let before = note(event, guest);
    let after = NoteGuest { came: !guest.came, ..before.clone() };
    record(desk, after, words(&guest.name), before);
}

fn strike_button(desk: Desk, event: EventId, guest: &Guest) -> AnyView {
    let guest = guest.clone();
    let label = (desk.t.partner.event.strike)(&guest.name);
    view! {
        <button
            type="button"
            class="ib"
            aria-label=label
            on:click=move |_| {
                let before = note(event, &guest);
                let words = (desk.t.partner.event.struck)(&guest.name);
                record(desk, NoteGuest { gone: true, ..before.clone() }, words, before);
            }
        >
            {icon_small(Icon::Trash)}
        </button>
    }
    .into_any()
}

/// Records it, and offers the way back.
fn record(desk: Desk, after: NoteGuest, words: String, before: NoteGuest) {
    spawn(async move {
        match Phone.record(after.into()).await {
            Ok(()) => Toast::saved(words).with_undo(move || undo(desk, before.clone())).show(desk.state),
            Err(why) => Toast::not_recorded(desk.t, &why).show(desk.state),
        }
    });
}

fn undo(desk: Desk, before: NoteGuest) {
    spawn(async move {
        if let Err(why) = Phone.record(before.into()).await {
            Toast::not_recorded(desk.t, &why).show(desk.state);
        }
    });
}

/// Inviting: a line each, as pasted.
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
                let command = NoteGuest { event, name, phone, came: false, gone: false };
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
    view! {
        <div class="sheet-in">
            <div class="sheet-body pad">
                <div class="field">
                    <textarea
                        id="event-guests"
                        placeholder=t.partner.add.customers_more
                        prop:value=move || text.get()
                        on:input=move |event| text.set(event_target_value(&event))
                    ></textarea>
                    <label for="event-guests">{t.partner.event.invited}</label>
                </div>
            </div>
            <div class="dock edge">
                <div class="acts">
                    <button
                        type="button"
                        class="btn main"
                        disabled=move || busy.get() || fresh().is_empty()
                        on:click=save
                    >
                        {move || (t.partner.event.invite_many)(fresh().len())}
                    </button>
                </div>
            </div>
        </div>
    }
    .into_any()
}
