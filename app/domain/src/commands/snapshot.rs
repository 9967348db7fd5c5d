//! A photo that is taken outside of any visit: the front of a candidate, a page of an agreement.

use super::Context;
use crate::id::{PhotoId, VisitId};
use crate::records::{Capture, ItemKey, Look, Outlet, Photo, PhotoRef};
use serde::{Deserialize, Serialize};

/// A photo that is taken outside of any visit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The photo.
    pub photo: PhotoId,
    /// The bytes, named.
    pub picture: PhotoRef,
    /// A small JPEG as base64.
    pub thumbnail: String,
    /// How.
    pub capture: Capture,
    /// What the phone saw in it.
    #[serde(default, skip_serializing_if = "Look::is_empty")]
    pub look: Look,
}

impl Snapshot {
    /// The photo as a record. `of` is what it belongs to in the place of a visit.
    pub(super) fn record(&self, of: VisitId, item: &str, slot: String, place: &Outlet, context: &Context) -> Photo {
        Photo {
            id: self.photo,
            visit: of,
            outlet: place.id,
            territory: place.territory,
            rep: context.actor,
            rep_name: context.actor_name.clone(),
            item: ItemKey(item.to_owned()),
            slot,
            standard: None,
            picture: self.picture.clone(),
            taken_at: context.captured_at,
            fix: None,
            capture: self.capture,
            look: self.look.clone(),
            before: None,
            kept_because: String::new(),
            twins: Vec::new(),
            annotations: Vec::new(),
            received_at: None,
            redo_of: None,
            proves: Vec::new(),
            shows: Vec::new(),
            verdict: None,
            ruling: None,
            appeal: None,
            audit: None,
        }
    }
}
