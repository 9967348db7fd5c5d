//! Who is invited to an event: ticked as they come, and made a lead of with one tap.

use super::{Desk, Held, add_lead};
use crate::routes;
use crate::state::{Phone, spawn};
use crate::ui::{self, Icon, Toast, icon, icon_small, line_link};
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
    // Whoever has become a candidate was there: that is not unticked here.
    if let Some(candidate) = guest.candidate {
        let link = line_link(
            routes::partner(candidate),
            icon(Icon::Check),
            guest.name.clone(),
            guest.phone.clone().into_any(),
        );
        return view! { <li>{link}</li> }.into_any();
    }
    let name = guest.name.clone();
    let came = guest.came;
    // The room of the tick stays, so that all names begin at one place.
    let mark = if came { icon(Icon::Check) } else { view! { <span class="i"></span> }.into_any() };
    let ticked = guest.clone();
    let tick = view! {
        <button
            type="button"
            class="chip"
            aria-pressed=came.to_string()
            aria-label=(words.came_said)(&name)
            on:click=move |_| turn(desk, event, &ticked)
        >
            {words.came}
        </button>
    };
    let more = if came {
        view! {
            <a class="chip" href=add_lead(event, Some(at)) aria-label=(words.make_lead_said)(&name)>{words.make_lead}</a>
        }
        .into_any()
    } else {
        strike_button(desk, event, guest)
    };
    view! {
        <li class="line guest">
            {mark}
            <span class="grow">
                <span class="t cut">{name}</span>
                <span class="w">{guest.phone.clone()}</span>
            </span>
            {more}
            {tick}
        </li>
    }
    .into_any()
}

fn note(event: EventId, guest: &Guest) -> NoteGuest {
    let (name, phone) = (guest.name.clone(), guest.phone.clone());
    NoteGuest { event, name, phone, came: guest.came, invited: false, gone: false }
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
                let after = NoteGuest { gone: true, ..before.clone() };
                // Somebody may have ticked them meanwhile: putting them back on the list takes that from nobody.
                record(desk, after, words, NoteGuest { invited: true, ..before });
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
            Ok(()) => Toast::saved(words)
                .with_undo(move || ui::record_or_say(desk.t, desk.state, before.clone()))
                .show(desk.state),
            Err(why) => Toast::not_recorded(desk.t, &why).show(desk.state),
        }
    });
}
