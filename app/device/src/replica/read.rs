//! Reading what screens show: overlay first, base behind it, through indexes.

use crate::account::Account;
use crate::error::StorageError;
use crate::store::row::{self, RecordRow};
use crate::store::schema::{BASE, OVERLAY};
use crate::store::{Ask, Transaction};
use domain::{Index, Kind, RecordKey};
use std::collections::BTreeSet;
use wasm_bindgen::JsValue;

/// Which index of the record stores is asked, and for what.
#[derive(Clone, Copy)]
enum Where<'a> {
    Kind(&'a str),
    Keys(&'a str),
}

impl<'a> Where<'a> {
    const fn parts(self) -> (&'static str, &'a str) {
        match self {
            Self::Kind(kind) => ("kind", kind),
            Self::Keys(key) => ("keys", key),
        }
    }
}

impl Account {
    /// The body of a record.
    pub(crate) async fn body(&self, key: RecordKey) -> Result<Option<String>, StorageError> {
        let cipher = self.database.cipher()?;
        let shown = self.database.read(&[BASE, OVERLAY], async |transaction| one(transaction, key).await).await?;
        Ok(shown.map(|row| row.body(&cipher)))
    }

    /// The bodies of several records, in their order: each transaction costs a cheap phone as much as dozens of reads.
    pub(crate) async fn bodies_at(&self, keys: &[RecordKey]) -> Result<Vec<Option<String>>, StorageError> {
        self.database
            .read(&[BASE, OVERLAY], async |transaction| {
                let asked = keys.iter().map(|key| ask(transaction, *key)).collect::<Result<Vec<_>, _>>()?;
                let mut bodies = Vec::with_capacity(keys.len());
                for asked in asked {
                    bodies.push(answer(asked).await?.map(|row| row.body(transaction.cipher())));
                }
                Ok(bodies)
            })
            .await
    }

    /// The bodies under an index key.
    pub(crate) async fn bodies(&self, index: Index) -> Result<Vec<String>, StorageError> {
        let key = row::index_key(index);
        self.shown(Where::Keys(&key)).await
    }

    /// The bodies of a kind.
    pub(crate) async fn bodies_of(&self, kind: Kind) -> Result<Vec<String>, StorageError> {
        self.shown(Where::Kind(kind.name())).await
    }

    async fn shown(&self, which: Where<'_>) -> Result<Vec<String>, StorageError> {
        let cipher = self.database.cipher()?;
        let rows = self.database.read(&[BASE, OVERLAY], async |transaction| many(transaction, which).await).await?;
        Ok(rows.iter().map(|row| row.body(&cipher)).collect())
    }

    /// How many records of a kind there are.
    pub(crate) async fn count_of(&self, kind: Kind) -> Result<u32, StorageError> {
        self.database
            .read(&[BASE, OVERLAY], async |transaction| {
                let kind = JsValue::from_str(kind.name());
                let (base, overlay) = (transaction.shelf(BASE)?, transaction.shelf(OVERLAY)?);
                let (settled, changed) = (base.count_by("kind", &kind)?, overlay.all_by("kind", &kind)?);
                let (mut count, changed) = (settled.number().await?, changed.rows::<RecordRow>().await?);
                let known: Vec<_> =
                    changed.iter().map(|row| base.count(&row.key().into())).collect::<Result<_, _>>()?;
                for (row, known) in changed.iter().zip(known) {
                    match (row.gone(), known.number().await? > 0) {
                        (true, true) => count = count.saturating_sub(1),
                        (false, false) => count += 1,
                        _ => {}
                    }
                }
                Ok(count)
            })
            .await
    }
}

/// The row of a record that is shown.
async fn one(transaction: &Transaction, key: RecordKey) -> Result<Option<RecordRow>, StorageError> {
    answer(ask(transaction, key)?).await
}

/// A record in the overlay, and the same in the base.
fn ask(transaction: &Transaction, key: RecordKey) -> Result<(Ask, Ask), StorageError> {
    let key = JsValue::from_str(&key.to_string());
    Ok((transaction.shelf(OVERLAY)?.get(&key)?, transaction.shelf(BASE)?.get(&key)?))
}

/// Which of the two is shown.
async fn answer((overlay, base): (Ask, Ask)) -> Result<Option<RecordRow>, StorageError> {
    match overlay.row::<RecordRow>().await? {
        Some(row) => Ok((!row.gone()).then_some(row)),
        None => base.row().await,
    }
}

/// The rows under an index key that are shown.
pub(super) async fn under(transaction: &Transaction, index: Index) -> Result<Vec<RecordRow>, StorageError> {
    many(transaction, Where::Keys(&row::index_key(index))).await
}

async fn many(transaction: &Transaction, which: Where<'_>) -> Result<Vec<RecordRow>, StorageError> {
    let (index, key) = which.parts();
    let key = JsValue::from_str(key);
    let (base, overlay) = (transaction.shelf(BASE)?, transaction.shelf(OVERLAY)?);
    // Every key of the overlay is asked for: a record may have left this index key by an unsettled command.
    let (base, mine) = (base.all_by(index, &key)?, overlay.all_by(index, &key)?);
    let changed = overlay.keys(&JsValue::UNDEFINED)?;
    let (base, mine) = (base.rows::<RecordRow>().await?, mine.rows::<RecordRow>().await?);
    let changed: BTreeSet<String> = changed.texts().await?.into_iter().collect();
    let mut shown: Vec<RecordRow> = mine.into_iter().filter(|row| !row.gone()).collect();
    shown.extend(base.into_iter().filter(|row| changed.is_empty() || !changed.contains(&row.key())));
    Ok(shown)
}
