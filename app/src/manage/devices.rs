//! The phones of the region (P3, P26): when each was last heard of, what was made on it and never came, whether its
//! storage is safe, what it had to repair; and taking one out of use that was lost. The list is the server's, so it needs a network.

mod repairs;

use super::asked::Asked;
use super::places::Places;
use crate::field::Deed;
use crate::routes;
use crate::state::{Me, Phone, managed, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Icon, Tab, Toast, icon, line_link};
use domain::id::DeviceId;
use domain::time::Offset;
use leptos::prelude::*;
use sync::wire::OfficeDevice;

/// The devices of the office, with the names of the places whose records they repaired.
type Known = Asked<(Vec<OfficeDevice>, Places)>;

/// `/devices`. A rep who comes here goes to their own page, which lists theirs.
#[component]
pub fn Devices() -> impl IntoView {
    managed(screen)
}

/// The way here from one's own page.
pub fn row(t: Texts) -> AnyView {
    line_link(routes::DEVICES.to_owned(), icon(Icon::Phone), t.devices.title.to_owned(), t.devices.row_more.into_any())
}

fn ask(known: RwSignal<Known>) {
    spawn(async move {
        let found = Phone.office_devices().await;
        let places = repairs::places(found.as_deref().unwrap_or_default()).await;
        // The screen may have gone meanwhile.
        known.try_set(Asked::of(found.map(|mut devices| {
            // What is missing comes first; among equals the last heard of.
            devices.sort_by_key(|device| std::cmp::Reverse((device.never_came() > 0, device.last_seen)));
            (devices, places)
        })));
    });
}

fn screen(t: Texts, me: Me) -> AnyView {
    let offset = me.offset;
    let known = RwSignal::new(Asked::Asking);
    Effect::new(move |_| ask(known));
    let head = move || {
        let (sentence, more) =
            known.with(|known| known.here().map(|(devices, _)| sentence(t, devices)).unwrap_or_default());
        ui::back_and_say(t, routes::SETTINGS, t.devices.title, sentence, more)
    };
    let busy = Busy::new();
    let body = move || {
        known.with(|found| {
            found.draw(
                t,
                (t.devices.offline, t.devices.offline_more),
                move || ask(known),
                |(devices, places)| {
                    let rows =
                        devices.iter().map(|device| entry(t, offset, device, places, busy, known)).collect_view();
                    view! { <ul class="group devices">{rows}</ul> }.into_any()
                },
            )
        })
    };
    let body = view! {
        {body}
        {super::parcels::row(t)}
    };
    ui::frame(t, &me, Tab::Settings, head.into_any(), body.into_any(), ui::toasts())
}

fn sentence(t: Texts, devices: &[OfficeDevice]) -> (String, String) {
    let missing: Vec<u64> = devices.iter().map(OfficeDevice::never_came).filter(|missing| *missing > 0).collect();
    if missing.is_empty() {
        (t.devices.none.to_owned(), (t.devices.none_more)(devices.len()))
    } else {
        ((t.devices.head)(missing.len(), missing.iter().sum()), t.devices.head_more.to_owned())
    }
}

fn entry(
    t: Texts,
    offset: Offset,
    device: &OfficeDevice,
    places: &Places,
    busy: Busy,
    known: RwSignal<Known>,
) -> AnyView {
    let state = use_state();
    let now = state.clock.get_untracked();
    let when = |at| t.time.when(at, now, offset);
    let missing = device.never_came();
    let mut facts: Vec<String> = vec![(t.devices.last_seen)(&when(device.last_seen))];
    facts.extend((device.photos_waiting > 0).then(|| (t.devices.photos)(device.photos_waiting)));
    facts.extend((device.refused > 0).then(|| (t.devices.refused)(device.refused)));
    facts.push(
        match device.persisted {
            Some(true) => t.devices.persisted,
            Some(false) => t.devices.not_persisted,
            None => t.devices.persisted_unknown,
        }
        .to_owned(),
    );
    let status = match device.revoked_at {
        Some(at) => Some((t.devices.revoked)(&when(at))),
        None if device.current => Some(t.devices.this_one.to_owned()),
        None if device.replaced && missing > 0 => Some(t.devices.replaced.to_owned()),
        None if !device.logged_in => Some(t.devices.logged_out.to_owned()),
        None => None,
    };
    let count = if missing > 0 {
        view! { <b class="owed">{(t.devices.never_came)(device.captured, missing)}</b> }.into_any()
    } else {
        view! { <span>{(t.devices.all_came)(device.captured)}</span> }.into_any()
    };
    let act = (device.revoked_at.is_none() && !device.current).then(|| revoke(t, device, busy, known));
    view! {
        <li class="device">
            {icon(Icon::Phone)}
            <div class="grow">
                <h2 class="t">{device.user_name.clone()}</h2>
                <p class="w cut">{device.name.clone()}</p>
                <p>{count}</p>
                {(missing > 0).then(|| unsent(t, offset, device))}
                <p class="w">{facts.join(t.frame.dot)}</p>
                {repairs::lines(t, offset, device, places)}
                {status.map(|status| view! { <p class="w"><b>{status}</b></p> })}
                {act}
            </div>
        </li>
    }
    .into_any()
}

/// What is known of what never came. The times are the phone's, moved by how wrong its clock was.
fn unsent(t: Texts, offset: Offset, device: &OfficeDevice) -> Option<AnyView> {
    let unsent = device.unsent.as_ref()?;
    let now = use_state().clock.get_untracked();
    let when = |at: domain::time::Moment| t.time.when(at.plus(device.clock_offset), now, offset);
    let named = unsent.acts.iter().filter_map(|(act, count)| Some(Deed::named(act)?.words(t, *count as usize)));
    let named: Vec<String> = named.collect();
    let words = (t.devices.between)(&when(unsent.first), &when(unsent.last));
    let what = (!named.is_empty()).then(|| (t.devices.of_these)(&named.join(t.frame.list)));
    Some(view! { <p class="w">{words}{what.map(|what| format!("{}{what}", t.frame.comma))}</p> }.into_any())
}

fn revoke(t: Texts, device: &OfficeDevice, busy: Busy, known: RwSignal<Known>) -> AnyView {
    let state = use_state();
    let (id, name): (DeviceId, _) = (device.device, StoredValue::new(device.user_name.clone()));
    let take_away = move |_| {
        if !busy.take() {
            return;
        }
        // Read before the row goes with what it holds.
        let name = name.get_value();
        spawn(async move {
            if Phone.revoke(id).await {
                Toast::saved((t.devices.done)(&name)).show(state);
                ask(known);
            } else {
                Toast::failed(t.devices.not_done).show(state);
            }
            busy.done();
        });
    };
    // What cannot be taken back is one fold away, with what it does in words.
    view! {
        <details class="lost-phone">
            <summary>{t.devices.acts}</summary>
            <p class="w">{t.devices.revoke_more}</p>
            <button type="button" class="btn mid" disabled=move || busy.get() on:click=take_away>
                {icon(Icon::Lock)}
                {t.devices.revoke}
            </button>
        </details>
    }
    .into_any()
}
