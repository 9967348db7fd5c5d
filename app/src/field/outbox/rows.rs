//! A group of the outbox: the records of a visit in one row, its photos in another, each with where it is.

use super::deed::Deed;
use super::groups::{Group, GroupState};
use crate::routes;
use crate::state::{PhotoAt, use_state};
use crate::text::{Texts, clock};
use crate::ui::{SyncMark, mark, progress};
use domain::limits::CLOCK_OFF_MILLIS;
use domain::order::InOrder;
use domain::time::Offset;
use leptos::prelude::*;

/// See the module.
pub fn group(t: Texts, group: &Group, offset: Offset) -> AnyView {
    view! {
        {photos(t, group)}
        {records(t, group, offset)}
        {times(t, group, offset)}
    }
    .into_any()
}

fn title(t: Texts, group: &Group, what: &str) -> String {
    let shop = match (group.shop.is_empty(), group.visit) {
        (false, _) => &*group.shop,
        (true, Some(_)) => t.outbox.some_visit,
        (true, None) => return what.to_owned(),
    };
    if what.is_empty() { shop.to_owned() } else { format!("{shop}{}{what}", t.frame.dot) }
}

fn words(t: Texts, group: &Group) -> String {
    let photos_there = group.photos.iter().all(|photo| photo.at == PhotoAt::Server);
    let photos = (photos_there && !group.photos.is_empty()).then_some((Deed::Photo, group.photos.len()));
    let mut parts: Vec<(Deed, usize)> = group.what.iter().map(|(deed, count)| (*deed, *count)).chain(photos).collect();
    parts.in_order();
    parts.into_iter().map(|(deed, count)| deed.words(t, count)).collect::<Vec<_>>().join(t.frame.list)
}

/// When each of them was made, by the phone's clock and, where that was wrong, by the right one (F111).
fn times(t: Texts, group: &Group, offset: Offset) -> AnyView {
    let rows = group
        .acts
        .iter()
        .map(|act| {
            let by_phone = clock(act.by_phone, offset);
            let corrected = clock(act.by_phone.plus(act.skew), offset);
            let wrong = act.skew.abs() > CLOCK_OFF_MILLIS;
            let words = if wrong { (t.outbox.both_times)(&by_phone, &corrected) } else { corrected };
            view! { <li>{act.deed.words(t, 1)}<span>{words}</span></li> }
        })
        .collect_view();
    view! {
        <details class="times">
            <summary>{(t.outbox.each)(group.acts.len())}</summary>
            <ul>{rows}</ul>
        </details>
    }
    .into_any()
}

fn records(t: Texts, group: &Group, offset: Offset) -> AnyView {
    let state = use_state();
    let at = group.state;
    let made_at = group.made_at;
    let which = move || match at {
        GroupState::Back => SyncMark::Refused,
        GroupState::Server => SyncMark::Server,
        GroupState::Here if state.sync.with(|sync| sync.running && !sync.is_offline()) => SyncMark::Sending,
        GroupState::Here => SyncMark::Saved,
    };
    let when = move || t.time.when(made_at, state.clock.get(), offset);
    let inside = view! {
        {move || mark(which())}
        <span class="grow">
            <span class="t">{title(t, group, "")}</span>
            <span class="why">{words(t, group)}</span>
        </span>
        <span class="end">
            <b class=move || which().class()>{move || which().word(t)}</b>
            {when}
        </span>
    };
    match group.visit {
        Some(visit) => view! { <a class="item" href=routes::visit(visit)>{inside}</a> }.into_any(),
        None => view! { <div class="item">{inside}</div> }.into_any(),
    }
}

/// The photos of a visit: "2 of 4", with what is under way.
fn photos(t: Texts, group: &Group) -> Option<AnyView> {
    let of = group.photos.len();
    let there = group.photos.iter().filter(|photo| photo.at == PhotoAt::Server).count();
    let any = |at| group.photos.iter().any(|photo| photo.at == at);
    let lack = match (any(PhotoAt::Damaged), any(PhotoAt::Gone)) {
        (true, _) => Some(t.outbox.damaged),
        (false, true) => Some(t.outbox.gone),
        (false, false) => None,
    };
    if of == 0 || there == of {
        // Once all are there, the row of the visit names them.
        return None;
    }
    let waiting = || group.photos.iter().filter(|photo| photo.at == PhotoAt::Here);
    let (sent, bytes) = waiting().fold((0, 0), |(sent, bytes), photo| (sent + photo.sent, bytes + photo.bytes));
    let left = bytes - sent.min(bytes);
    let (which, second) = match (lack, sent > 0) {
        (Some(lack), _) => (SyncMark::Refused, view! { <span class="why">{lack}</span> }.into_any()),
        (None, true) => (SyncMark::Sending, progress(sent, bytes, (t.outbox.photos_of)(there, of))),
        (None, false) => {
            let words = format!("{}{}{}", t.outbox.queued, t.frame.comma, (t.measure.bytes)(left));
            (SyncMark::Saved, view! { <span class="why">{words}</span> }.into_any())
        }
    };
    let words = if there > 0 || sent > 0 { (t.outbox.photos_of)(there, of) } else { (t.outbox.photos)(of) };
    let percent = (sent > 0).then(|| format!("{}%", sent * 100 / bytes.max(1)));
    Some(
        view! {
            <div class="item">
                {mark(which)}
                <span class="grow">
                    <span class="t">{title(t, group, &words)}</span>
                    {second}
                </span>
                <span class="end">
                    <b class=which.class()>{which.word(t)}</b>
                    {percent}
                </span>
            </div>
        }
        .into_any(),
    )
}
