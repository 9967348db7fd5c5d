//! What has been entered outlives a look at somebody who may be the same (F42): coming back finds it as it was, with the
//! photo and the position. It lies in memory only, and is handed out once and to the same person.

use super::form::{Form, Place, Way};
use crate::state::Shot;
use domain::id::{CandidateId, DealerId, EventId, TerritoryId, UserId};
use domain::records::CandidateFacts;
use leptos::prelude::*;
use std::cell::RefCell;

struct Kept {
    who: UserId,
    id: CandidateId,
    way: Way,
    facts: CandidateFacts,
    brands: String,
    criterion: String,
    dealer: Option<DealerId>,
    event: Option<EventId>,
    event_chosen: bool,
    event_name: String,
    territory: Option<TerritoryId>,
    shot: Option<Shot>,
    fix: Place,
}

thread_local! {
    // The signals of a screen end with it.
    static KEPT: RefCell<Option<Kept>> = const { RefCell::new(None) };
}

/// Keeps it, as the screen is left.
pub fn keep(form: Form) {
    let kept = Kept {
        who: form.who,
        id: form.id.get_untracked(),
        way: form.way.get_untracked(),
        facts: form.facts.get_untracked(),
        brands: form.brands.get_untracked(),
        criterion: form.criterion.get_untracked(),
        dealer: form.dealer.get_untracked(),
        event: form.event.get_untracked(),
        event_chosen: form.event_chosen.get_untracked(),
        event_name: form.event_name.get_untracked(),
        territory: form.territory.get_untracked(),
        shot: form.shot.get_untracked(),
        fix: form.fix.get_untracked(),
    };
    KEPT.set(Some(kept));
}

/// Puts back what was kept; whether there was anything.
pub fn take_up(form: Form) -> bool {
    let Some(kept) = KEPT.take().filter(|kept| kept.who == form.who) else { return false };
    form.id.set(kept.id);
    form.way.set(kept.way);
    form.facts.set(kept.facts);
    form.brands.set(kept.brands);
    form.criterion.set(kept.criterion);
    form.dealer.set(kept.dealer);
    form.event.set(kept.event);
    form.event_chosen.set(kept.event_chosen);
    form.event_name.set(kept.event_name);
    form.territory.set(kept.territory);
    form.shot.set(kept.shot);
    form.fix.set(kept.fix);
    true
}
