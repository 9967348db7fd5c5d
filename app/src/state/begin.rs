//! Opens the device and keeps the signals in step with it, for as long as the page lives.

use super::{Entry, Me, Phone, State, SyncView};
use device::{Activity, Change, Device, DeviceError, Reach, StorageError, Watch};
use domain::Kind;
use gloo_timers::callback::Interval;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};

thread_local! {
    static DEVICE: RefCell<Option<Device>> = const { RefCell::new(None) };
    static COUNTED: Cell<u64> = const { Cell::new(0) };
    static COUNTING: Cell<Counting> = const { Cell::new(Counting::Over) };
    static STATE: Cell<Option<State>> = const { Cell::new(None) };
    static KEPT: RefCell<Vec<(Watch, Interval)>> = const { RefCell::new(Vec::new()) };
}

/// How long counting waits, in milliseconds: what was tapped is drawn first.
const AFTER_FRAME: u32 = 50;
/// How often "8 minutes in the shop" is looked at again, in milliseconds.
const CLOCK: u32 = 20_000;

/// The open device.
pub(super) fn device() -> Option<Device> {
    DEVICE.with_borrow(Clone::clone)
}

/// The store does not answer: every screen says so.
pub(super) fn broken(error: &StorageError) {
    if let Some(state) = STATE.get() {
        state.entry.set(Entry::Broken(error.to_string()));
    }
}

/// See the module.
pub(super) fn begin(state: State) {
    STATE.set(Some(state));
    super::install::listen(state);
    notice_a_keyboard();
    super::spawn(async move {
        match Device::open().await {
            Ok(device) => {
                DEVICE.with_borrow_mut(|slot| *slot = Some(device.clone()));
                follow(state, &device);
            }
            Err(DeviceError::NoDurableStore(why)) => state.entry.set(Entry::Broken(why)),
        }
    });
}

/// Hints about keys are shown once somebody uses a keyboard.
fn notice_a_keyboard() {
    let listener = window_event_listener(leptos::ev::keydown, |_| {
        if let Some(html) = document().document_element() {
            // Fails only for a name that is no attribute name.
            drop(html.set_attribute("data-keys", "on"));
        }
    });
    // Wanted as long as the page lives.
    std::mem::forget(listener);
}

fn follow(state: State, device: &Device) {
    let watch = device.watch(move |change| absorb(state, change));
    let tick = Interval::new(CLOCK, move || tell_time(state));
    KEPT.with_borrow_mut(|kept| kept.push((watch, tick)));
    tell_time(state);
    let all = Change {
        kinds: Kind::ALL.to_vec(),
        outbox: true,
        photos: true,
        sync: true,
        session: true,
        settings: true,
        update: true,
    };
    absorb(state, &all);
}

fn tell_time(state: State) {
    if let Some(device) = device() {
        state.clock.set(device.now());
    }
}

fn absorb(state: State, change: &Change) {
    let Some(device) = device() else { return };
    if change.session {
        let out = if device.locked().is_some() { Entry::Locked } else { Entry::Out };
        let entry = match device.session() {
            None => out,
            Some(session) if session.password_due => Entry::PasswordDue,
            Some(session) => Entry::In(Me {
                id: session.user.id,
                name: session.user.name,
                role: session.user.role,
                device: session.device,
                offset: session.offset,
            }),
        };
        state.entry.maybe_update(|old| {
            let new = *old != entry;
            if new {
                *old = entry;
            }
            new
        });
    }
    for kind in &change.kinds {
        state.touch(*kind);
    }
    if change.outbox || change.photos {
        state.touch_outbox();
    }
    if change.session || change.settings {
        state.pin.set(Phone.pin());
    }
    if change.update {
        state.update.set(device.update_ready());
    }
    if change.session {
        // What was counted of somebody else is nothing any more.
        COUNTED.set(COUNTED.get() + 1);
    }
    if change.sync || change.outbox || change.photos || change.session {
        recount(state, device);
    }
}

/// Counts now, or once more after the count that is running: while photos go out something changes all the time, and a
/// count that is given up for the next one would never end.
fn recount(state: State, device: Device) {
    if COUNTING.replace(Counting::Again) != Counting::Over {
        return;
    }
    super::spawn(async move {
        while COUNTING.get() == Counting::Again {
            TimeoutFuture::new(AFTER_FRAME).await;
            COUNTING.set(Counting::Now);
            count(state, &device).await;
        }
        COUNTING.set(Counting::Over);
    });
}

/// How the counting stands.
#[derive(Clone, Copy, PartialEq)]
enum Counting {
    Over,
    Now,
    Again,
}

/// What the screens say of the sync.
async fn count(state: State, device: &Device) {
    let mine = COUNTED.get();
    let Ok(tally) = device.tally().await else { return };
    // Cards that were put away are not asked about any more.
    let sent_back = match tally.sent_back {
        0 => 0,
        _ => match device.outbox(0).await {
            Ok(items) => items.iter().filter(|item| item.row.state.came_back() && !item.dismissed).count(),
            Err(_) => tally.sent_back as usize,
        },
    };
    // Somebody else has logged in meanwhile.
    if COUNTED.get() != mine {
        return;
    }
    let said = device.sync_state();
    let view = SyncView {
        online: match said.reach {
            Reach::Unknown => None,
            Reach::Offline => Some(false),
            Reach::Online | Reach::Troubled | Reach::LoggedOut | Reach::Outdated => Some(true),
        },
        running: said.running.is_some(),
        logged_out: said.reach == Reach::LoggedOut,
        outdated: said.reach == Reach::Outdated,
        troubled: said.reach == Reach::Troubled,
        counted: said.counted,
        waiting: tally.waiting as usize,
        received: tally.received as usize,
        sent_back,
        oldest_waiting: tally.oldest_waiting,
        photos_waiting: said.photos_waiting as usize,
        // What is under way says how far it is; the rest is counted when it is over.
        bytes_waiting: match said.running {
            Some(Activity::Photos { bytes_left, .. }) => bytes_left,
            _ => said.photo_bytes_waiting,
        },
        complete: said.complete_at.is_some(),
        to_fetch: match said.running {
            Some(Activity::Fetching { left, .. }) => left,
            _ => 0,
        },
        last_contact: said.last_contact,
        retry_at: said.retry_at,
        skew: said.skew,
        photos_paused: device.photos_paused(),
        photos_wait_for_wifi: device.photos_wait_for_wifi(),
        lost: said.missing as usize,
        damaged: said.photos_damaged as usize,
        gone: said.photos_gone as usize,
    };
    state.sync.maybe_update(|old| {
        let new = *old != view;
        if new {
            *old = view;
        }
        new
    });
}
