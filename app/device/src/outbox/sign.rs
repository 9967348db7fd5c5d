//! Signing what was recorded. A store's transaction does not wait for the browser's cryptography, so a command is on the
//! disk first and signed right after; whatever a dead tab left unsigned is signed before it is sent.

use crate::account::Account;
use crate::crypto::DeviceKey;
use crate::error::StorageError;
use crate::outbox::standing::numbers;
use crate::store::Durability;
use crate::store::row::StandingRow;
use crate::store::schema::{STANDING, STATUS};
use domain::id::DeviceId;
use js_sys::Array;
use std::rc::Rc;
use sync::client::OutboxRow;
use sync::proof::command_text;

/// Under which name of the status shelf the key of a device id is.
const KEY: &str = "key ";

impl Account {
    /// The key of this device id, made when it is first asked for; none where the browser has none to give or does not
    /// keep it: a key that lives as long as a page would prove nothing.
    pub(crate) async fn key(&self) -> Option<Rc<DeviceKey>> {
        let device = self.device();
        let known = self.known_key.borrow().clone().filter(|(of, _)| *of == device);
        if let Some((_, key)) = known {
            return Some(key);
        }
        let key = Rc::new(self.kept_key(device).await?);
        self.known_key.replace(Some((device, Rc::clone(&key))));
        Some(key)
    }

    async fn kept_key(&self, device: DeviceId) -> Option<DeviceKey> {
        let name = [KEY, &device.to_string()].concat();
        if let Some(key) = DeviceKey::of(&self.read_status(&name).await.ok()?) {
            return Some(key);
        }
        let made = DeviceKey::make().await?;
        let kept = self.database.write(&[STATUS], Durability::Strict, async |transaction| {
            let status = transaction.shelf(STATUS)?;
            // Another tab may have been faster, and one device has one key.
            if let Some(first) = DeviceKey::of(&status.get(&name.as_str().into())?.value().await?) {
                return Ok(first);
            }
            status.put_at(&name.as_str().into(), made.row())?;
            Ok(made.clone())
        });
        kept.await.ok()
    }

    /// Signs what was recorded since the last time.
    pub(crate) async fn sign_fresh(&self) -> Result<(), StorageError> {
        while let Some(from) = self.fresh.take() {
            let range = numbers(self.device(), from)?;
            let read = self.database.read(&[STANDING], async |transaction| {
                let rows: Vec<StandingRow> = transaction.shelf(STANDING)?.all(&range)?.rows().await?;
                rows.iter().map(|row| row.read(transaction.cipher(), String::new())).collect::<Result<Vec<_>, _>>()
            });
            self.sign(&mut read.await?).await?;
        }
        Ok(())
    }

    /// Signs rows that are not, and keeps the signatures. What cannot be signed stays as it is, and is sent so.
    pub(crate) async fn sign(&self, rows: &mut [OutboxRow]) -> Result<(), StorageError> {
        let device = self.device();
        let unsigned = |row: &&mut OutboxRow| row.signature.is_none() && row.device == device;
        let mut signed: Vec<&OutboxRow> = Vec::new();
        for row in rows.iter_mut().filter(unsigned) {
            let Some(key) = self.key().await else { break };
            row.signature = key.sign(&command_text(device, &row.link)).await;
            if row.signature.is_some() {
                signed.push(row);
            }
        }
        if signed.is_empty() {
            return Ok(());
        }
        self.database
            .write(&[STANDING], Durability::Relaxed, async |transaction| {
                let standing = transaction.shelf(STANDING)?;
                for row in &signed {
                    let place = Array::of2(&device.to_string().into(), &(row.seq as f64).into());
                    let kept: Option<StandingRow> = standing.get(&place)?.row().await?;
                    // In the meantime the outbox may have gone on under another device id.
                    if let Some(kept) = kept.filter(|kept| kept.link() == row.link.0) {
                        kept.set_signature(row.signature.as_deref());
                        standing.put(&kept)?;
                    }
                }
                Ok(())
            })
            .await
    }
}
