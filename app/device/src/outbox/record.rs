//! Recording a command: decided, numbered and stored with what it changes in one transaction.
//! When that is complete the command is on the disk, and only then the screen may say so.

use super::standing::{ask_tip, enter, raws, tip};
use crate::account::Account;
use crate::clock;
use crate::error::StorageError;
use crate::photo::{PhotoState, mark};
use crate::replica::overlay::write_changes;
use crate::replica::world::{Sight, load};
use crate::store::row::{self, FrozenRow, StandingRow};
use crate::store::schema::{BASE, LEDGER, MAKERS, OUTBOX, OVERLAY, PHOTOS, STANDING};
use crate::store::{Durability, Transaction};
use domain::id::CommandId;
use domain::records::{AnyRecord, Kind, Photo};
use domain::time::Moment;
use domain::{Changes, Command, Record, Refusal, World};
use std::cell::Cell;
use sync::Body;
use sync::client::{OutboxRow, RowState, builds_on, seal};
use sync::limits::{AFTER, PROTOCOL};
use sync::wire::Cursor;

const SHELVES: &[&str] = &[BASE, OVERLAY, OUTBOX, STANDING, LEDGER, MAKERS, PHOTOS];

impl Account {
    /// Records a command, and says of which kinds records changed.
    pub(crate) async fn record(&self, command: &Command) -> Result<Result<Vec<Kind>, Refusal>, StorageError> {
        let attempt = Attempt {
            account: self,
            command,
            // Given once: should the transaction be repeated, it is still the same command.
            id: CommandId(clock::new_uuid()),
            made_at: clock::phone(),
            mono: clock::mono(),
            again: Cell::new(false),
        };
        self.database.write(SHELVES, Durability::Strict, async |transaction| attempt.run(transaction).await).await
    }
}

struct Attempt<'a> {
    account: &'a Account,
    command: &'a Command,
    id: CommandId,
    made_at: Moment,
    mono: i64,
    /// Whether the transaction was run before.
    again: Cell<bool>,
}

impl Attempt<'_> {
    async fn run(&self, transaction: &Transaction) -> Result<Result<Vec<Kind>, Refusal>, StorageError> {
        let done = match self.again.replace(true) {
            true => Some(transaction.shelf(STANDING)?.count_by("id", &self.id.to_string().into())?),
            false => None,
        };
        let last = ask_tip(transaction, self.account.device())?;
        let makers = self.ask_makers(transaction)?;

        let mut world = World::new();
        load(transaction, &mut world, self.command, Sight::Shown).await?;
        if let Some(done) = done
            && done.number().await? > 0
        {
            // An earlier run of this transaction was complete, and its answer was lost with the connection.
            return Ok(Ok(Kind::ALL.to_vec()));
        }
        let context = self.account.context(self.made_at, self.account.skew());
        let changes = match self.command.decide(&world, &context) {
            Ok(changes) => changes,
            Err(_) if self.is_repeat(transaction, &world).await? => return Ok(Ok(Vec::new())),
            Err(refusal) => return Ok(Err(refusal)),
        };

        let mut after: Vec<CommandId> = Vec::new();
        for maker in makers {
            if let Some(id) = maker.text().await?.and_then(|id| id.parse().ok()).filter(|id| !after.contains(id)) {
                after.push(id);
            }
        }
        after.truncate(AFTER);
        let raw = Body {
            id: self.id,
            actor: context.actor,
            captured_at: self.made_at,
            mono: self.mono,
            skew: self.account.skew(),
            after,
            nonce: self.account.nonce(),
            command: self.command.clone(),
        }
        .freeze();
        let sealed =
            seal(self.account.device(), tip(transaction.cipher(), last).await?.as_ref(), self.id, &raw, self.made_at);
        self.store(transaction, &sealed, &changes, &world).await?;
        self.account.note_fresh(sealed.seq);
        write_changes(transaction, &changes)?;
        let kinds = changes.put.iter().map(|record| record.key().kind);
        Ok(Ok(kinds.chain(changes.remove.iter().map(|key| key.kind)).collect()))
    }

    fn ask_makers(&self, transaction: &Transaction) -> Result<Vec<crate::store::Ask>, StorageError> {
        let makers = transaction.shelf(MAKERS)?;
        builds_on(self.command).iter().map(|key| makers.get(&key.to_string().into())).collect()
    }

    /// A second tap on the same button: what the command would bring into being is there already,
    /// by the very same command that is still under way. That is one act (law 7).
    async fn is_repeat(&self, transaction: &Transaction, world: &World) -> Result<bool, StorageError> {
        let makers = transaction.shelf(MAKERS)?;
        let standing = transaction.shelf(STANDING)?;
        let keys = self.command.needs(world).into_iter().filter_map(|need| match need {
            domain::Need::Record(key) => Some(key),
            domain::Need::Index(_) => None,
        });
        for key in keys {
            let Some(maker) = makers.get(&key.to_string().into())?.text().await? else { continue };
            let row: Option<StandingRow> = standing.first_by("id", &maker.into())?.row().await?;
            let Some(row) = row else { continue };
            let raw = raws(transaction, &[row]).await?.pop().unwrap_or_default();
            if Body::thaw(&raw).is_ok_and(|body| body.command == *self.command) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn store(
        &self,
        transaction: &Transaction,
        sealed: &OutboxRow,
        changes: &Changes,
        world: &World,
    ) -> Result<(), StorageError> {
        let frozen = FrozenRow::of(transaction.cipher(), &sealed.id.to_string(), &sealed.raw, PROTOCOL);
        let n = transaction.shelf(OUTBOX)?.add(&frozen)?.value().await?;

        let made: Vec<String> = changes
            .put
            .iter()
            .map(AnyRecord::key)
            .filter(|key| world.any(*key).is_none())
            .map(|key| key.to_string())
            .collect();
        let makers = transaction.shelf(MAKERS)?;
        for key in &made {
            makers.put_at(&key.as_str().into(), &sealed.id.to_string().into())?;
        }

        let line: StandingRow = row::new();
        line.number(sealed);
        line.set_command(&sealed.id.to_string());
        line.set_made_at(sealed.made_at.0 as f64);
        line.set_n(n.as_f64().unwrap_or_default());
        line.mark(transaction.cipher(), &RowState::Waiting, &Cursor::default());
        line.set_made(&row::list(made.iter().map(String::as_str)));
        line.set_drops(&row::list(self.dropped(changes, world)));
        if let Some((picture, _)) = self.command.photo() {
            line.set_photo(&picture.hash);
            if !mark(transaction, &picture.hash, PhotoState::Waiting).await? {
                return Err(StorageError::Damaged("the photo is not on this phone".to_owned()));
            }
        }
        transaction.shelf(STANDING)?.put(&line)?;
        enter(transaction, sealed)
    }

    /// The pictures of photos that go away.
    fn dropped<'w>(&self, changes: &Changes, world: &'w World) -> Vec<&'w str> {
        let own = self.command.photo().map(|(picture, _)| picture.hash.as_str());
        let gone = changes.remove.iter().filter_map(|key| world.any(*key).and_then(Photo::from_any));
        gone.map(|photo| photo.picture.hash.as_str()).filter(|hash| Some(*hash) != own).collect()
    }
}
