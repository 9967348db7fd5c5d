//! A group of the outbox: the records of a visit in one row, its photos in another, each with where it is.

use super::groups::{Group, GroupState};
use crate::routes;
use crate::state::{PhotoAt, use_state};
use crate::text::Texts;
use crate::ui::{SyncMark, mark, progress};
use domain::time::Offset;
use leptos::prelude::*;

/// See the module.
pub fn group(t: Texts, group: &Group, offset: Offset) -> AnyView {
    view! {
        {photos(t, group)}
        {records(t, group, offset)}
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
    let what = &group.what;
    let photos_there = group.photos.iter().all(|photo| photo.at == PhotoAt::Server);
    let mut parts = Vec::new();
    let mut add = |there: bool, words: String| {
        if there {
            parts.push(words);
        }
    };
    add(what.check_in, t.outbox.check_in.to_owned());
    add(what.answers > 0, (t.outbox.answers)(what.answers));
    add(photos_there && !group.photos.is_empty(), (t.outbox.photos)(group.photos.len()));
    add(what.check_out, t.outbox.check_out.to_owned());
    add(what.verdicts > 0, t.outbox.verdict.to_owned());
    add(what.tasks_left > 0, t.outbox.task_left.to_owned());
    add(what.tasks_closed > 0, t.outbox.task_closed.to_owned());
    add(what.postings > 0, t.outbox.posting.to_owned());
    add(what.unreadable > 0, t.outbox.unreadable.to_owned());
    parts.join(t.frame.list)
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
    let damaged = group.photos.iter().any(|photo| photo.at == PhotoAt::Damaged);
    if of == 0 || there == of {
        // Once all are there, the row of the visit names them.
        return None;
    }
    let waiting = || group.photos.iter().filter(|photo| photo.at == PhotoAt::Here);
    let (sent, bytes) = waiting().fold((0, 0), |(sent, bytes), photo| (sent + photo.sent, bytes + photo.bytes));
    let left = bytes - sent.min(bytes);
    let (which, second) = match (damaged, sent > 0) {
        (true, _) => (SyncMark::Refused, view! { <span class="why">{t.outbox.damaged}</span> }.into_any()),
        (false, true) => (SyncMark::Sending, progress(sent, bytes, (t.outbox.photos_of)(there, of))),
        (false, false) => {
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
