//! 导入发件包: a manager takes the file and the code of a rep whose phone is broken or has no network, and sees what became
//! of each record (F101). It is opened in this browser and handed in under the rep's own name.

use crate::field::{Deed, carried_parcel, load_parcel};
use crate::routes;
use crate::state::{Carried, Me, Phone, guarded, live_outbox};
use crate::text::{Texts, clock};
use crate::ui::{self, Icon, Tab, icon, line_link, section, skeleton_rows};
use domain::time::{Moment, Offset};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use sync::Body;
use sync::wire::{Sent, Taken};

/// `/devices/parcels`. A rep who comes here goes to their own page.
#[component]
pub fn Parcels() -> impl IntoView {
    let navigate = StoredValue::new(use_navigate());
    guarded(move |t, me| {
        if me.role.manages() {
            return screen(t, me);
        }
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        Effect::new(move |_| navigate.with_value(|go| go(routes::PARCELS, replace.clone())));
        ui::skeleton_page(t)
    })
}

/// The way here from the list of phones.
pub fn row(t: Texts) -> AnyView {
    let row = line_link(
        routes::OFFICE_PARCELS.to_owned(),
        icon(Icon::Outbox),
        t.parcel.office.to_owned(),
        t.parcel.office_more.into_any(),
    );
    view! { <div class="group">{row}</div> }.into_any()
}

/// A record in a parcel.
#[derive(Clone, Debug, PartialEq)]
struct Each {
    seq: u64,
    deed: Deed,
    at: Option<Moment>,
    taken: Option<Taken>,
}

async fn read(phone: Phone) -> Vec<(Carried, Vec<Each>)> {
    let mut read = Vec::new();
    for parcel in phone.parcels().await {
        let commands = phone.parcel_commands(parcel.cover.id).await;
        let each = commands.iter().map(|sent| one(sent, &parcel)).collect();
        read.push((parcel, each));
    }
    read
}

fn one(sent: &Sent, parcel: &Carried) -> Each {
    let body = Body::thaw(sent.body.get()).ok();
    Each {
        seq: sent.seq,
        deed: Deed::of(body.as_ref().map(|body| &body.command)),
        at: body.map(|body| body.captured_at.plus(body.skew)),
        taken: parcel.progress.taken.get(&sent.seq).cloned(),
    }
}

fn screen(t: Texts, me: Me) -> AnyView {
    let offset = me.offset;
    let parcels = live_outbox(read);
    let list = move || match parcels.get() {
        None => skeleton_rows(1),
        Some(parcels) if parcels.is_empty() => ().into_any(),
        Some(parcels) => {
            let rows = parcels.iter().map(|(parcel, each)| {
                let inside = (!each.is_empty()).then(|| inside(t, each, offset));
                carried_parcel(t, parcel, offset, inside)
            });
            view! { <ul class="group parcels">{rows.collect_view()}</ul> }.into_any()
        }
    };
    let head = ui::back_and_say(
        t,
        routes::DEVICES,
        t.parcel.office,
        t.parcel.office_head.to_owned(),
        t.parcel.office_head_more,
    );
    let body = view! {
        {section(t.parcel.title, "")}
        {load_parcel(t)}
        {list}
    };
    ui::frame(t, &me, Tab::Settings, head, body.into_any(), ui::toasts())
}

fn inside(t: Texts, each: &[Each], offset: Offset) -> AnyView {
    let rows = each
        .iter()
        .map(|one| {
            let when = one.at.map(|at| format!("{} {}", (t.time.day)(at.date(offset)), clock(at, offset)));
            let became = one.taken.as_ref().map_or(t.parcel.not_there, |taken| (t.parcel.became)(taken.became));
            let why = one.taken.as_ref().and_then(|taken| taken.reason.as_ref()).map(|why| why.text(t.language));
            view! {
                <li>
                    <b>{one.deed.words(t, 1)}</b>
                    <span class="w">{when}</span>
                    <span>{became}</span>
                    {why.map(|why| view! { <span class="w">{why}</span> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="each">
            <summary>{(t.parcel.each)(each.len())}</summary>
            <ol>{rows}</ol>
        </details>
    }
    .into_any()
}
