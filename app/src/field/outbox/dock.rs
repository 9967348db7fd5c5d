//! The dock of the outbox: what runs, or why it waits and what to do, and one quiet button that always sends. Stopping
//! the photos is a button of its own beside it: one that turned from "send" to "stop" would turn under the thumb. The
//! buttons stay the same ones while the words around them change, or a tap would meet one that is gone.

use crate::routes;
use crate::state::{Phone, SyncView, use_state};
use crate::text::Texts;
use crate::ui::{self, Icon, SyncMark, icon, icon_button, mark, progress};
use domain::time::Offset;
use leptos::prelude::*;

/// What is going on, or why nothing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    LoggedOut,
    Counting,
    Nothing,
    AllSent,
    AllButPhotos,
    Offline,
    Busy,
    Outdated,
    Paused,
    NoWifi,
    Running,
}

impl Why {
    fn of(sync: &SyncView) -> Self {
        let only_photos = sync.waiting == 0 && sync.photos_waiting > 0;
        match sync {
            _ if sync.logged_out => Self::LoggedOut,
            _ if !sync.counted => Self::Counting,
            _ if sync.all_sent() && sync.outdated => Self::Outdated,
            _ if sync.all_sent() && sync.received == 0 => Self::Nothing,
            _ if sync.all_sent() && sync.lacks_photos() => Self::AllButPhotos,
            _ if sync.all_sent() => Self::AllSent,
            _ if sync.is_offline() => Self::Offline,
            _ if sync.troubled => Self::Busy,
            _ if only_photos && sync.photos_paused => Self::Paused,
            _ if only_photos && sync.photos_wait_for_wifi => Self::NoWifi,
            _ => Self::Running,
        }
    }

    fn glyph(self) -> AnyView {
        match self {
            Self::LoggedOut => icon(Icon::Lock),
            Self::Nothing | Self::AllSent => mark(SyncMark::Server),
            Self::Offline | Self::NoWifi => icon(Icon::WifiOff),
            Self::AllButPhotos => mark(SyncMark::Refused),
            Self::Busy => icon(Icon::Clock),
            Self::Outdated => icon(Icon::Download),
            Self::Paused => icon(Icon::Pause),
            Self::Counting | Self::Running => mark(SyncMark::Sending),
        }
    }

    const fn words(self, t: Texts) -> &'static str {
        match self {
            Self::LoggedOut => t.outbox.logged_out,
            Self::Counting => t.frame.loading,
            Self::Nothing => t.outbox.nothing,
            Self::AllSent => t.outbox.all_sent,
            Self::AllButPhotos => t.outbox.all_but_photos,
            Self::Offline => t.outbox.waits_for_network,
            Self::Busy => t.outbox.busy,
            Self::Outdated => t.outbox.outdated,
            Self::Paused => t.outbox.paused,
            Self::NoWifi => t.outbox.waits_for_wifi,
            Self::Running => t.outbox.running,
        }
    }
}

/// See the module.
pub fn dock(t: Texts, offset: Offset) -> AnyView {
    let state = use_state();
    let why = Memo::new(move |_| state.sync.with(Why::of));
    let content = view! {
        <span>{move || why.get().glyph()}</span>
        <div class="grow" role="status">
            <b>{move || why.get().words(t)}</b>
            <p class="meta">{move || more(t, why.get(), offset)}</p>
            {photo_progress(t)}
        </div>
        {stop(t)}
        {send(t)}
    };
    ui::dock_calm(t.frame.outbox, content.into_any())
}

/// What it means: what is safe, how much is left, when it goes on, what to do.
fn more(t: Texts, why: Why, offset: Offset) -> String {
    let state = use_state();
    let sync = state.sync.get();
    let bytes = (t.measure.bytes)(sync.bytes_waiting);
    match why {
        Why::Offline => t.outbox.waits_more.to_owned(),
        Why::Outdated => t.outbox.outdated_more.to_owned(),
        Why::Paused => (t.outbox.paused_more)(sync.photos_waiting, &bytes),
        Why::NoWifi => (t.outbox.waits_for_wifi_more)(sync.photos_waiting, &bytes),
        Why::Busy => {
            state.clock.track();
            let left = sync.retry_at.map(|at| at.since(Phone.now()) / 1000).filter(|seconds| *seconds > 0);
            left.map_or_else(|| t.outbox.waits_more.to_owned(), t.outbox.retry)
        }
        _ if sync.waiting > 0 => (t.outbox.to_go)(sync.waiting),
        _ if sync.photos_waiting > 0 => {
            format!("{}{}{}", (t.outbox.bytes_left)(&bytes), t.frame.comma, t.outbox.keep_open)
        }
        _ => match sync.last_contact {
            Some(at) => (t.outbox.last_contact)(&t.time.when(at, state.clock.get(), offset)),
            None => t.outbox.never_contact.to_owned(),
        },
    }
}

/// How many of the bytes that waited have gone. The most that waited since nothing did is the whole.
fn photo_progress(t: Texts) -> AnyView {
    let state = use_state();
    let left = Memo::new(move |before: Option<&(u64, u64)>| {
        let left = state.sync.with(|sync| sync.bytes_waiting);
        let whole = if left == 0 { 0 } else { before.map_or(0, |(_, whole)| *whole).max(left) };
        (left, whole)
    });
    (move || {
        let (left, whole) = left.get();
        (whole > left).then(|| progress(whole - left, whole, t.outbox.photo_bytes))
    })
    .into_any()
}

/// Only photos can be stopped: records are small and are what counts.
fn stop(t: Texts) -> AnyView {
    let state = use_state();
    let can = Memo::new(move |_| {
        state.sync.with(|sync| sync.photos_waiting > 0 && sync.waiting == 0 && Why::of(sync) == Why::Running)
    });
    (move || can.get().then(|| icon_button(Icon::Pause, t.outbox.pause, move || Phone.pause_photos(true)))).into_any()
}

fn send(t: Texts) -> AnyView {
    let state = use_state();
    let out = Memo::new(move |_| state.sync.with(|sync| sync.logged_out));
    let held = Memo::new(move |_| state.sync.with(|sync| sync.photos_paused && sync.photos_waiting > 0));
    (move || {
        if out.get() {
            return view! { <a class="btn mid" href=routes::login(routes::OUTBOX)>{t.account.log_in}</a> }.into_any();
        }
        let send = move |_| {
            if state.sync.with_untracked(|sync| sync.photos_paused) {
                Phone.pause_photos(false);
            }
            Phone.sync_now();
        };
        let words = move || if held.get() { t.outbox.go_on } else { t.outbox.send_now };
        view! { <button type="button" class="btn mid" on:click=send>{words}</button> }.into_any()
    })
    .into_any()
}
