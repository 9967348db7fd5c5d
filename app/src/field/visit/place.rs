//! Where in a visit the rep is: the step, the camera, the way out. It is in the address, and the last one is kept,
//! so that the day's dock leads back to exactly there after the phone was killed (P7).

use super::desk::Desk;
use super::steps::steps_of;
use crate::state::{Phone, spawn};
use domain::id::VisitId;
use domain::records::ItemKey;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The step, counted from 0.
    pub step: usize,
    /// Whether the rep is leaving.
    pub leaving: bool,
    /// The slot the camera is open for.
    pub camera: Option<Slot>,
}

/// A slot of a photo question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The question.
    pub item: ItemKey,
    /// Its slot.
    pub slot: String,
}

/// Reads the address. Without a step in it, it is the first one with something open.
pub fn use_place(desk: Desk) -> Memo<Place> {
    let query = use_query_map();
    let first_open = first_open_step(desk);
    Memo::new(move |_| {
        query.with(|query| {
            let step = query.get("step");
            Place {
                leaving: step.as_deref() == Some("out"),
                step: step.and_then(|step| step.parse().ok()).unwrap_or(first_open),
                camera: query.get("camera").and_then(|text| {
                    let (item, slot) = text.rsplit_once('.')?;
                    Some(Slot { item: ItemKey(item.to_owned()), slot: slot.to_owned() })
                }),
            }
        })
    })
}

fn first_open_step(desk: Desk) -> usize {
    untrack(|| steps_of(desk).iter().position(|step| step.first_open(desk).is_some())).unwrap_or(0)
}

/// Under which name the place is kept.
const DRAFT: &str = "place";

/// Keeps the place, whenever it changes.
pub fn remember(desk: Desk, place: Memo<Place>) {
    let location = use_location();
    Effect::new(move |_| {
        place.track();
        let kept = format!("{}{}", desk.id, location.search.get_untracked());
        spawn(async move { Phone.keep_draft(DRAFT.to_owned(), Some(kept)).await });
    });
}

/// The query of the address at which a visit was left; empty if it was another one.
pub async fn kept(phone: Phone, visit: VisitId) -> String {
    let kept = phone.draft(DRAFT.to_owned()).await.unwrap_or_default();
    let query = kept.strip_prefix(&visit.to_string()).map(|query| query.trim_start_matches('?')).unwrap_or_default();
    if query.is_empty() { String::new() } else { format!("?{query}") }
}
