//! What belongs to this copy of the app and to no user: who is logged in, which device id goes with which
//! phone number, and settings such as the language.

use crate::clock;
use crate::crypto::Cipher;
use crate::error::StorageError;
use crate::store::schema::{INSTALLATION, SETTINGS};
use crate::store::{Database, Durability};
use domain::id::{DeviceId, UserId};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;

const CURRENT: &str = "current";
const DEVICE: &str = "device ";
const SETTING: &str = "setting ";
/// The setting that says whose data was erased here because the phone was taken out of use; empty if nobody's.
pub(crate) const ERASED: &str = "erased";

/// The open store of the installation. Settings are kept in memory as well, because screens cannot wait for them.
pub(crate) struct Installation {
    pub(crate) database: Database,
    settings: RefCell<BTreeMap<String, String>>,
}

impl Installation {
    pub(crate) async fn open() -> Result<Self, StorageError> {
        let database = Database::open("lianying".to_owned(), &INSTALLATION, Cipher::none()).await?;
        let installation = Self { database, settings: RefCell::default() };
        installation.reload().await?;
        Ok(installation)
    }

    /// Reads the settings again, after another tab has changed one.
    pub(crate) async fn reload(&self) -> Result<(), StorageError> {
        let (keys, values) = self
            .database
            .read(&[SETTINGS], async |transaction| {
                let settings = transaction.shelf(SETTINGS)?;
                let (keys, values) = (settings.keys(&JsValue::UNDEFINED)?, settings.all(&JsValue::UNDEFINED)?);
                Ok((keys.texts().await?, values.texts().await?))
            })
            .await?;
        let settings = keys.into_iter().zip(values);
        *self.settings.borrow_mut() =
            settings.filter_map(|(key, value)| Some((key.strip_prefix(SETTING)?.to_owned(), value))).collect();
        Ok(())
    }

    pub(crate) fn setting(&self, key: &str) -> Option<String> {
        self.settings.borrow().get(key).cloned()
    }

    pub(crate) async fn set_setting(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.write(&[SETTING, key].concat(), Some(value)).await?;
        self.settings.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    /// Who is logged in, as the store says now: another tab may have changed it.
    pub(crate) async fn current(&self) -> Result<Option<UserId>, StorageError> {
        Ok(self.read(CURRENT).await?.and_then(|id| id.parse().ok()))
    }

    pub(crate) async fn set_current(&self, user: Option<UserId>) -> Result<(), StorageError> {
        self.write(CURRENT, user.map(|user| user.to_string()).as_deref()).await
    }

    /// The device id that goes with a phone number. Each user on a phone has their own, because each has their own
    /// outbox, and numbers count per device id.
    pub(crate) async fn device_of(&self, phone: &str) -> Result<DeviceId, StorageError> {
        let known = self.read(&[DEVICE, phone].concat()).await?.and_then(|id| id.parse().ok());
        Ok(known.unwrap_or_else(|| DeviceId(clock::new_uuid())))
    }

    pub(crate) async fn set_device_of(&self, phone: &str, device: DeviceId) -> Result<(), StorageError> {
        self.write(&[DEVICE, phone].concat(), Some(&device.to_string())).await
    }

    /// Forgets a device id, whatever phone number it goes with.
    pub(crate) async fn forget_device(&self, device: DeviceId) -> Result<(), StorageError> {
        let device = device.to_string();
        self.database
            .write(&[SETTINGS], Durability::Strict, async |transaction| {
                let settings = transaction.shelf(SETTINGS)?;
                let (keys, values) = (settings.keys(&JsValue::UNDEFINED)?, settings.all(&JsValue::UNDEFINED)?);
                for (key, value) in keys.texts().await?.into_iter().zip(values.texts().await?) {
                    if value == device && key.starts_with(DEVICE) {
                        settings.delete(&key.into())?;
                    }
                }
                Ok(())
            })
            .await
    }

    async fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.database
            .read(&[SETTINGS], async |transaction| transaction.shelf(SETTINGS)?.get(&key.into())?.text().await)
            .await
    }

    async fn write(&self, key: &str, value: Option<&str>) -> Result<(), StorageError> {
        self.database
            .write(&[SETTINGS], Durability::Strict, async |transaction| {
                let settings = transaction.shelf(SETTINGS)?;
                match value {
                    Some(value) => settings.put_at(&key.into(), &value.into()),
                    None => settings.delete(&key.into()),
                }
            })
            .await
    }
}
