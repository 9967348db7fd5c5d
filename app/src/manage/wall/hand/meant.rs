//! What a verdict would be about, and what that is held against. The wall asks both before there is a hand to ask.

use super::super::shelf::Shot;
use domain::id::PhotoId;
use domain::records::DisplayStandard;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is picked, else what is at hand.
pub fn meant(
    shown: Memo<Vec<Arc<Shot>>>,
    place: Memo<Option<usize>>,
    picks: RwSignal<BTreeSet<PhotoId>>,
) -> Vec<Arc<Shot>> {
    let picked: Vec<Arc<Shot>> = picks.with(|picks| {
        shown.with(|shots| shots.iter().filter(|shot| picks.contains(&shot.photo.id)).cloned().collect())
    });
    if !picked.is_empty() {
        return picked;
    }
    let here = place.get().and_then(|place| shown.with(|shots| shots.get(place).cloned()));
    here.into_iter().collect()
}

/// What all of them are held against: a number would mean another point where they differ.
pub fn one_standard(shots: &[Arc<Shot>]) -> Option<Arc<DisplayStandard>> {
    let first = shots.first()?.standard.clone()?;
    shots.iter().all(|shot| shot.photo.standard == Some(first.id)).then_some(first)
}
