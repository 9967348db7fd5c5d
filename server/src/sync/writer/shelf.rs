//! What is kept for a manager: it is put on the shelf of its region, and what a manager decides is what whoever asks
//! about it again is told.

use super::Push;
use super::group::Group;
use ::sync::server::{Author, Incoming, Logged, Shelf, quarantine_of};
use ::sync::wire::Outcome;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::commands::Decision;
use domain::id::{CommandId, QuarantineId, ReviewId};
use domain::records::{Quarantine, Review};
use domain::{Changes, Command, Need, Refusal, Scope};
use store::{ReviewLine, StoreError, Thumbnail};

/// Whether a line with this outcome may belong on the shelf.
pub(super) const fn may_be_kept(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Quarantined { .. } | Outcome::Blocked { .. })
}

impl Group<'_> {
    /// Puts a new line of the log on the shelf, if a manager has to decide about it: because the server keeps it, or
    /// because it builds on one that is kept.
    pub(super) async fn shelve(
        &mut self,
        push: &Push,
        sender: &Author,
        command: &Incoming,
        line: &Logged,
    ) -> Result<(), StoreError> {
        let behind = match &line.outcome {
            Outcome::Blocked { by } => self.kept(QuarantineId(by.0)).await?.filter(Quarantine::waits),
            _ => None,
        };
        let actor = command.head.as_ref().map(|head| head.actor);
        let other = actor.filter(|actor| *actor != sender.user.id);
        let other = other.map(|actor| self.standing.directory.author(actor));
        let maker = match &other {
            Some(known) => known.as_ref(),
            None => Some(sender),
        };
        let shelf = Shelf {
            sender,
            maker,
            behind: behind.as_ref(),
            world: &self.world,
            device_clock: push.device.clock,
            offset: self.shared.offset,
        };
        if let Some(kept) = quarantine_of(line, command, &shelf) {
            tracing::info!(id = %kept.id, rep = %kept.rep, why = ?kept.why, "a command is kept for a manager");
            self.standing.versions.apply(&Changes::put(kept), &mut self.world);
        }
        Ok(())
    }

    /// Carries on what a review that holds has begun: the outcome that is told from now on, word to whoever sent the
    /// command, and a photo that has become one by it.
    pub(super) async fn follow_review(
        &mut self,
        push: &Push,
        command: &Incoming,
        outcome: &Outcome,
    ) -> Result<(), StoreError> {
        let Outcome::Applied { versions } = outcome else { return Ok(()) };
        let Some(Command::ReviewQuarantine(review)) = command.body.as_ref().map(|body| &body.command) else {
            return Ok(());
        };
        let Some(kept) = self.kept(review.quarantine).await? else { return Ok(()) };
        let Some(reviewed) = kept.reviewed.clone() else { return Ok(()) };
        let outcome = match &review.decision {
            Decision::Return { because } => Outcome::Refused {
                reason: Refusal::ReturnedBy { judge_name: reviewed.by_name.clone(), because: because.clone() },
            },
            Decision::Accept | Decision::Rehome { .. } => {
                // The shelf is nothing that the author could see.
                let seen = versions.iter().filter(|(scope, _)| !matches!(scope, Scope::Office(_)));
                Outcome::Applied { versions: seen.map(|(scope, version)| (*scope, *version)).collect() }
            }
        };
        self.remember(&kept, &outcome);
        self.batch.reviews.push(ReviewLine { device: kept.device, seq: kept.seq, outcome, at: push.received_at });
        let word = Review {
            id: ReviewId(kept.id.0),
            sender: kept.sender,
            accepted: kept.is_accepted(),
            by_name: reviewed.by_name,
            at: reviewed.at,
        };
        self.standing.versions.apply(&Changes::put(word), &mut self.world);
        if kept.is_accepted() {
            self.follow_photo(push, &kept).await?;
        }
        Ok(())
    }

    /// Later commands of this group are decided by the review too.
    fn remember(&mut self, kept: &Quarantine, outcome: &Outcome) {
        let named = self.by_id.get_mut(&CommandId(kept.id.0));
        if let Some(line) = named.filter(|line| line.device == kept.device && line.seq == kept.seq) {
            line.outcome = outcome.clone();
        }
        if let Some(line) = self.devices.get_mut(&kept.device).and_then(|desk| desk.by_seq.get_mut(&kept.seq)) {
            line.outcome = outcome.clone();
        }
    }

    /// The picture came with the kept command, and perhaps its bytes since.
    async fn follow_photo(&mut self, push: &Push, kept: &Quarantine) -> Result<(), StoreError> {
        let Some(Command::TakePhoto(taken)) = kept.command.as_deref() else { return Ok(()) };
        let hash = &taken.picture.hash;
        let jpeg = BASE64_STANDARD.decode(&taken.thumbnail).ok();
        self.batch.thumbnails.extend(jpeg.map(|jpeg| Thumbnail { hash: hash.clone(), jpeg }));
        self.stored.extend(self.store.stored_among(std::slice::from_ref(hash)).await?);
        if self.stored.contains(hash) {
            self.mark_received(hash, push.received_at);
        }
        self.find_twins(taken.photo).await
    }

    async fn kept(&mut self, id: QuarantineId) -> Result<Option<Quarantine>, StoreError> {
        let missing = self.world.missing([Need::record::<Quarantine>(id)]);
        if !missing.is_empty() {
            self.bring(missing).await?;
        }
        Ok(self.world.get::<Quarantine>(id).cloned())
    }
}
