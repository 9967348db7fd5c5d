//! Loading what a command must see, inside the transaction that will write what it decides.

use super::read::under;
use crate::error::StorageError;
use crate::store::row::{self, RecordRow};
use crate::store::schema::{BASE, OVERLAY};
use crate::store::{Ask, Transaction};
use domain::records::AnyRecord;
use domain::{Command, Index, Need, World};
use sync::client::Overlay;
use wasm_bindgen::JsValue;

/// What is looked at.
#[derive(Clone, Copy)]
pub(crate) enum Sight<'a> {
    /// What screens show.
    Shown,
    /// The base only, while this overlay is being made: what it holds is in the world already.
    Base(&'a Overlay),
}

/// Loads what a command asks for until nothing is missing.
pub(crate) async fn load(
    transaction: &Transaction,
    world: &mut World,
    command: &Command,
    sight: Sight<'_>,
) -> Result<(), StorageError> {
    loop {
        let missing = world.missing(command.needs(world));
        if missing.is_empty() {
            return Ok(());
        }
        // All are asked for before the first is waited for.
        let asked = missing.iter().map(|need| ask(transaction, *need, sight)).collect::<Result<Vec<_>, _>>()?;
        for (need, asked) in missing.into_iter().zip(asked) {
            for row in asked.rows(transaction).await? {
                // A body of a later version that cannot be read is as good as not there.
                let record = row
                    .kind()
                    .parse()
                    .ok()
                    .and_then(|kind| AnyRecord::parse(kind, &row.body(transaction.cipher())).ok());
                if let Some(record) = record.filter(|record| is_news(record, sight)) {
                    world.put(record);
                }
            }
            world.answer(need);
        }
    }
}

enum Asked {
    Record { changed: Option<Ask>, settled: Ask },
    Under(Ask),
    Shown(Index),
}

fn ask(transaction: &Transaction, need: Need, sight: Sight<'_>) -> Result<Asked, StorageError> {
    let base = transaction.shelf(BASE)?;
    Ok(match (need, sight) {
        (Need::Record(key), _) => {
            let key = JsValue::from_str(&key.to_string());
            let changed = match sight {
                Sight::Shown => Some(transaction.shelf(OVERLAY)?.get(&key)?),
                Sight::Base(_) => None,
            };
            Asked::Record { changed, settled: base.get(&key)? }
        }
        (Need::Index(index), Sight::Base(_)) => Asked::Under(base.all_by("keys", &row::index_key(index).into())?),
        (Need::Index(index), Sight::Shown) => Asked::Shown(index),
    })
}

impl Asked {
    async fn rows(self, transaction: &Transaction) -> Result<Vec<RecordRow>, StorageError> {
        match self {
            Self::Record { changed, settled } => {
                let changed: Option<RecordRow> = match changed {
                    Some(changed) => changed.row().await?,
                    None => None,
                };
                match changed {
                    Some(row) => Ok((!row.gone()).then_some(row).into_iter().collect()),
                    None => Ok(settled.row().await?.into_iter().collect()),
                }
            }
            Self::Under(rows) => rows.rows().await,
            Self::Shown(index) => under(transaction, index).await,
        }
    }
}

fn is_news(record: &AnyRecord, sight: Sight<'_>) -> bool {
    match sight {
        Sight::Shown => true,
        Sight::Base(overlay) => !overlay.put.contains_key(&record.key()) && !overlay.gone.contains(&record.key()),
    }
}
