//! The phones this person is logged in on, and how to take one out of use that was lost.

use crate::state::{DeviceRow, Me, Phone, spawn, use_state};
use crate::text::Texts;
use crate::ui::{Busy, Icon, icon, section};
use leptos::prelude::*;

/// See the module.
pub fn devices(t: Texts, me: &Me) -> AnyView {
    let rows = RwSignal::new(None::<Vec<DeviceRow>>);
    let load = move || {
        spawn(async move {
            rows.set(Phone.devices().await);
        });
    };
    Effect::new(move |_| load());
    let offset = me.offset;
    let state = use_state();
    let busy = Busy::new();
    let revoke = move |row: &DeviceRow| {
        let device = row.device;
        if busy.take() {
            spawn(async move {
                if Phone.revoke(device).await {
                    load();
                }
                busy.done();
            });
        }
    };
    let list = move || {
        match rows.get() {
        None => view! { <p class="meta pad">{t.account.devices_offline}</p> }.into_any(),
        Some(rows) => rows
            .into_iter()
            .map(|row| {
                let when = t.time.when(row.last_seen, state.clock.get_untracked(), offset);
                let current = row.current;
                let name = row.name.clone();
                let act = (!current).then(|| {
                    view! {
                        <button type="button" class="btn small" disabled=move || busy.get() on:click=move |_| revoke(&row)>
                            {t.account.revoke}
                        </button>
                    }
                });
                view! {
                    <div class="line">
                        {icon(Icon::Phone)}
                        <span class="grow">
                            <span class="t">{name}</span>
                            <span class="w">
                                {if current { t.account.this_device.to_owned() } else { (t.account.last_seen)(&when) }}
                            </span>
                        </span>
                        {act}
                    </div>
                }
            })
            .collect_view()
            .into_any(),
    }
    };
    let more = move || {
        let others = rows.with(|rows| rows.as_ref().is_some_and(|rows| rows.iter().any(|row| !row.current)));
        others.then(|| view! { <p class="meta pad">{t.account.revoke_more}</p> })
    };
    view! {
        {section(t.account.devices, "")}
        {more}
        <div class="group">{list}</div>
    }
    .into_any()
}
