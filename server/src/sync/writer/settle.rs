//! What follows from a command that was taken, from a photo that arrived and from records that come from no command;
//! and closing the group.

use super::group::{Group, Standing};
use super::{Planting, Push};
use ::sync::server::Incoming;
use ::sync::wire::Outcome;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::records::{Assignment, Photo, Territory, User};
use domain::rules::photo::received;
use domain::time::Moment;
use domain::{AnyRecord, Changes, Need, Scope};
use store::{Batch, Blob, PhotoLine, StoreError, Thumbnail};

/// Records planted per look at what was there before.
const PLANTED: usize = 1_000;

impl Group<'_> {
    /// Notes what the command says about photos, and takes in who may do what. Whether that has changed.
    pub(super) fn follow_up(&mut self, push: &Push, command: &Incoming, outcome: &Outcome) -> bool {
        let Some(body) = &command.body else { return false };
        if let Some((picture, thumbnail)) = body.command.photo() {
            // Whatever became of the command, its phone keeps the bytes until it has a receipt.
            self.batch.claims.push((picture.hash.clone(), push.device.id));
            let line = PhotoLine { hash: picture.hash.clone(), device: push.device.id, seq: command.seq };
            self.batch.photo_lines.push(line);
            if matches!(outcome, Outcome::Applied { .. }) {
                let jpeg = BASE64_STANDARD.decode(thumbnail).ok();
                self.batch.thumbnails.extend(jpeg.map(|jpeg| Thumbnail { hash: picture.hash.clone(), jpeg }));
                if self.stored.contains(&picture.hash) {
                    self.mark_received(&picture.hash, push.received_at);
                }
            }
        }
        let Outcome::Applied { versions } = outcome else { return false };
        // Accounts and postings belong to offices, and territories to nobody else's commands.
        let people_changed = versions.keys().any(|scope| matches!(scope, Scope::Office(_)));
        if people_changed {
            let (world, directory) = (&self.world, &mut self.standing.directory);
            world.all::<User>().for_each(|user| directory.take_in(&user.clone().into()));
            world.all::<Assignment>().for_each(|posting| directory.take_in(&posting.clone().into()));
            world.all::<Territory>().for_each(|territory| directory.take_in(&territory.clone().into()));
        }
        people_changed
    }

    /// A photo is here in full.
    pub(super) async fn photo(&mut self, blob: &Blob) -> Result<(), StoreError> {
        for photo in self.store.photos_with(&blob.hash).await? {
            self.admit(photo.into());
        }
        self.mark_received(&blob.hash, blob.received_at);
        self.stored.insert(blob.hash.clone());
        self.batch.blobs.push(blob.clone());
        Ok(())
    }

    pub(super) fn mark_received(&mut self, hash: &str, at: Moment) {
        let photos = self.world.all::<Photo>().filter(|photo| photo.picture.hash == hash);
        let put: Vec<AnyRecord> = photos.filter_map(|photo| received(photo, at)).map(AnyRecord::from).collect();
        self.standing.versions.apply(&Changes { put, remove: Vec::new() }, &mut self.world);
    }

    /// Records and photos that come from no command.
    pub(super) async fn plant(&mut self, planting: &Planting) -> Result<(), StoreError> {
        for records in planting.records.chunks(PLANTED) {
            // What was there before says which scope a record leaves.
            let keys = records.iter().map(|record| Need::Record(record.key()));
            let missing = self.world.missing(keys);
            self.bring(missing).await?;
            let changes = Changes { put: records.to_vec(), remove: Vec::new() };
            self.standing.versions.apply(&changes, &mut self.world);
            records.iter().for_each(|record| self.standing.directory.take_in(record));
        }
        self.stored.extend(planting.blobs.iter().map(|blob| blob.hash.clone()));
        self.batch.blobs.extend_from_slice(&planting.blobs);
        self.batch.thumbnails.extend_from_slice(&planting.thumbnails);
        Ok(())
    }

    /// What is to be written, and what the next group goes on from.
    pub(super) fn finish(mut self) -> (Batch, Standing) {
        let (changes, _) = self.standing.versions.take();
        self.batch.changes = changes;
        self.batch.devices = self.devices.into_values().filter(|desk| desk.changed).map(|desk| desk.row).collect();
        (self.batch, self.standing)
    }
}
