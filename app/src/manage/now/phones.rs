//! What the phones of the region have said of themselves. The server has heard it, so asking needs a network; what was
//! said last stays, with when that was.

use crate::state::{Phone, spawn, use_state};
use domain::id::UserId;
use domain::rules::now::{Heard, Phones};
use domain::time::Moment;
use leptos::prelude::*;
use std::collections::BTreeMap;
use sync::wire::OfficeDevice;

/// What was said, and when that was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// When.
    pub at: Moment,
    /// What.
    pub phones: Phones,
    /// At which numbers people are called.
    pub numbers: BTreeMap<UserId, String>,
}

/// Asks now and as often as the clock moves, which is twice a minute.
pub fn ask_on(said: RwSignal<Option<Said>>) {
    let clock = use_state().clock;
    Effect::new(move |_| {
        clock.track();
        ask(said);
    });
}

/// Asks once.
pub fn ask(said: RwSignal<Option<Said>>) {
    spawn(async move {
        if let Some(devices) = Phone.office_devices().await {
            let numbers = devices.iter().filter_map(|device| Some((device.user, device.number.clone()?))).collect();
            let new = Said { at: Phone.now(), phones: phones(&devices), numbers };
            // The screen may have gone meanwhile.
            said.try_set(Some(new));
        }
    });
}

/// All phones of one person together. One that was taken out of use was dealt with.
fn phones(devices: &[OfficeDevice]) -> Phones {
    let mut phones = Phones::new();
    for device in devices.iter().filter(|device| device.revoked_at.is_none()) {
        let nothing = Heard { last: device.last_seen, commands: 0, photos: 0, oldest: None, refused: 0 };
        let heard = phones.entry(device.user).or_insert(nothing);
        heard.last = heard.last.max(device.last_seen);
        heard.commands += device.never_came();
        heard.photos = heard.photos.saturating_add(device.photos_waiting);
        heard.refused = heard.refused.saturating_add(device.refused);
        let unsent = device.unsent.as_ref().filter(|_| device.never_came() > 0);
        let oldest = unsent.map(|unsent| unsent.first.plus(device.clock_offset));
        heard.oldest = heard.oldest.into_iter().chain(oldest).min();
    }
    phones
}
