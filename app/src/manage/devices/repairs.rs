//! What a phone held differently from the server and fetched again (P25): which part, how often, when, and whether the
//! cause is more likely the phone's storage or the server's own sum.

use crate::manage::places::Places;
use crate::state::use_state;
use crate::text::Texts;
use domain::Scope;
use domain::time::Offset;
use leptos::prelude::*;
use sync::limits::REPAIRS_DAYS;
use sync::wire::{OfficeDevice, Repaired};

/// From how many repairs of one part on one phone alone its storage is not to be relied on: a rep's phone repairs once
/// in years.
const OFTEN: u32 = 3;

/// The names that are needed: for most lists none.
pub(super) async fn places(devices: &[OfficeDevice]) -> Places {
    let none = devices.iter().all(|device| device.repairs.is_empty());
    if none { Places::default() } else { Places::read().await }
}

/// What a part is called.
fn part(t: Texts, places: &Places, scope: Scope) -> String {
    let region = |id| places.region(t, id).unwrap_or(t.devices.of_another);
    match scope {
        Scope::Company => t.devices.of_company.to_owned(),
        Scope::Region(id) => (t.devices.of_region)(region(id)),
        Scope::Office(id) => (t.devices.of_office)(region(id)),
        Scope::Territory(id) => places.territory(t, id).unwrap_or(t.devices.of_another).to_owned(),
        Scope::User(_) => t.devices.of_oneself.to_owned(),
    }
}

/// What a phone's row says of its repairs; nothing, for nearly all.
pub(super) fn lines(t: Texts, offset: Offset, device: &OfficeDevice, places: &Places) -> AnyView {
    let now = use_state().clock.get_untracked();
    let line = |repaired: &Repaired| {
        let when = t.time.when(repaired.last, now, offset);
        let words = (t.devices.repaired)(&part(t, places, repaired.scope), repaired.times, &when);
        view! { <p class="w">{words}</p> }
    };
    let lines = device.repairs.iter().map(line).collect_view();
    let shared = device.repairs.iter().map(|repaired| repaired.elsewhere).max().unwrap_or_default();
    let often = device.repairs.iter().any(|repaired| repaired.times >= OFTEN);
    let advice = match shared {
        0 if often => Some(t.devices.repaired_often.to_owned()),
        0 => None,
        others => Some((t.devices.repaired_elsewhere)(others)),
    };
    let days = (!device.repairs.is_empty()).then(|| (t.devices.repaired_days)(REPAIRS_DAYS));
    view! {
        {days.map(|days| view! { <p class="w"><b>{days}</b></p> })}
        {lines}
        {advice.map(|advice| view! { <p class="w"><b>{advice}</b></p> })}
    }
    .into_any()
}
