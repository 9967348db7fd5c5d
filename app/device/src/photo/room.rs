//! Room for a photo: what the browser says there is, and the steps that make some (P8).

use crate::account::Account;
use crate::camera::{Shot, lighter};
use crate::error::{PhotoError, StorageError};
use crate::page;
use domain::records::PhotoRef;
use sync::client::{Room, Step};

impl Account {
    /// Keeps a picture, and makes room for it first if there is little.
    pub(crate) async fn keep_in_room(&self, shot: &Shot) -> Result<PhotoRef, PhotoError> {
        let mut shot = shot.clone();
        let photo = |shot: &Shot| u64::from(shot.jpeg.byte_length());
        let mut room = Room { free: None, photo: photo(&shot), seen: true, received: true, large: true };
        let mut full = false;
        loop {
            room.free = page::room().await.map(|(used, quota)| quota.saturating_sub(used));
            let step = if full { room.step_when_full() } else { room.step() };
            match step {
                Step::ForgetSeen => page::forget_seen().await,
                Step::FreeReceived => self.free_photos(true).await?,
                Step::Lean => {
                    // What cannot be made smaller is kept as it is.
                    if let Some(lean) = lighter(&shot).await.filter(|lean| photo(lean) < photo(&shot)) {
                        shot = lean;
                    }
                    room.photo = photo(&shot);
                }
                Step::Keep | Step::Ask => match self.keep_photo(&shot).await {
                    // The browser had less than it said: the next step, and then it is tried again.
                    Err(PhotoError::NotSaved(StorageError::Full)) if room.step_when_full() != Step::Ask => {
                        full = true;
                        continue;
                    }
                    kept => return kept,
                },
            }
            full = false;
            room = room.after(step);
        }
    }
}
