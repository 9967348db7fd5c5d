//! 发件包: the outbox as a file that somebody else carries, and what this phone carries for others (F101). The originals
//! stay where they are: the file is a second way, and whichever comes first, each counts once.

mod carry;
mod make;

pub use carry::{carried, load};
pub use make::Made;

use crate::routes;
use crate::state::{Carried, guarded, live_outbox, use_state};
use crate::text::Texts;
use crate::ui::{self, Icon, Tab, icon, line_link, section, skeleton_rows};
use domain::time::Offset;
use leptos::prelude::*;

/// `/outbox/parcels`.
#[component]
pub fn Parcels() -> impl IntoView {
    guarded(|t, me| {
        let head = ui::back_and_say(t, routes::OUTBOX, t.parcel.title, t.parcel.head.to_owned(), t.parcel.head_more);
        let parcels = live_outbox(|phone| phone.parcels());
        let list = move || match parcels.get() {
            None => skeleton_rows(1),
            Some(parcels) => list(t, &parcels, me.offset),
        };
        let body = view! {
            {make::make(t, me.offset)}
            {section(t.parcel.carried, "")}
            {list}
            {load(t)}
            <p class="meta pad">{t.parcel.carried_more}</p>
        };
        ui::frame(t, &me, Tab::Outbox, head, body.into_any(), ui::toasts())
    })
}

fn list(t: Texts, parcels: &[Carried], offset: Offset) -> AnyView {
    if parcels.is_empty() {
        return ().into_any();
    }
    let rows = parcels.iter().map(|parcel| carried(t, parcel, offset, None)).collect_view();
    view! { <ul class="group parcels">{rows}</ul> }.into_any()
}

/// The way here from the outbox, saying what is on its way in a file.
pub fn row(t: Texts, offset: Offset) -> AnyView {
    let state = use_state();
    let known = live_outbox(|phone| async move {
        let parcels = phone.parcels().await;
        let under_way = parcels.iter().filter(|parcel| !parcel.progress.is_done(&parcel.cover)).count();
        (Made::kept(phone).await, under_way)
    });
    let waits = Memo::new(move |_| state.sync.with(|sync| sync.waiting + sync.photos_waiting > 0));
    let words = move || {
        known.with(|known| match known {
            Some((_, under_way)) if *under_way > 0 => (t.parcel.row_carries)(*under_way),
            Some((Some(made), _)) if waits.get() => {
                (t.parcel.row_made)(&t.time.when(made.at, state.clock.get(), offset))
            }
            _ => t.parcel.row_more.to_owned(),
        })
    };
    let row = line_link(routes::PARCELS.to_owned(), icon(Icon::Outbox), t.parcel.title.to_owned(), words.into_any());
    view! { <div class="group">{row}</div> }.into_any()
}
