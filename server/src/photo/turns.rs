//! One writer per upload, and the newest wins: a phone that lost its connection comes back before the server
//! has noticed, so a new request ends the old one instead of being told to wait for it (P15).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::OwnedMutexGuard;
use tokio_util::sync::CancellationToken;

/// How long a new request waits for the old one to put down what it holds.
const PATIENCE: Duration = Duration::from_secs(10);

/// Who writes to which upload.
#[derive(Clone, Default)]
pub struct Turns(Arc<Mutex<HashMap<String, Slot>>>);

#[derive(Clone, Default)]
struct Slot {
    lock: Arc<tokio::sync::Mutex<()>>,
    newest: CancellationToken,
}

/// The right to write to an upload, until it is dropped or somebody newer comes.
pub struct Turn {
    turns: Turns,
    id: String,
    /// Cancelled when somebody newer has come: put down what you hold.
    pub ended: CancellationToken,
    lock: Option<OwnedMutexGuard<()>>,
}

impl Turns {
    /// Takes the turn from whoever has it. None if that one does not let go, or if somebody newer came meanwhile.
    pub async fn take(&self, id: &str) -> Option<Turn> {
        let ended = CancellationToken::new();
        let lock = {
            let mut slots = self.slots();
            let slot = slots.entry(id.to_owned()).or_default();
            slot.newest.cancel();
            slot.newest = ended.clone();
            Arc::clone(&slot.lock)
        };
        // Made before the wait, so that whoever gives up waiting tidies up as well.
        let mut turn = Turn { turns: self.clone(), id: id.to_owned(), ended, lock: None };
        turn.lock = Some(tokio::time::timeout(PATIENCE, lock.lock_owned()).await.ok()?);
        (!turn.ended.is_cancelled()).then_some(turn)
    }

    fn slots(&self) -> MutexGuard<'_, HashMap<String, Slot>> {
        // Nothing in here can panic half-way.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.lock = None;
        let mut slots = self.turns.slots();
        // Whoever waits holds the lock's other end.
        if slots.get(&self.id).is_some_and(|slot| Arc::strong_count(&slot.lock) == 1) {
            slots.remove(&self.id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Turns;

    #[tokio::test]
    async fn the_newest_request_ends_the_one_before_and_nothing_is_left_behind() {
        let turns = Turns::default();
        let first = turns.take("a").await.unwrap();
        let second = tokio::spawn({
            let turns = turns.clone();
            async move { turns.take("a").await.is_some() }
        });
        first.ended.cancelled().await;
        drop(first);
        assert!(second.await.unwrap());
        assert!(turns.slots().is_empty());
    }
}
