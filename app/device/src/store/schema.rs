//! What is in the databases. One belongs to the installation, one to each user, and one
//! to what a user carries for others.
//!
//! Outbox, ledger, photos and blobs hold what exists nowhere else: they are added to, and never rebuilt.
//! Base, overlay and makers can be fetched or computed again.
//!
//! Keys of rows and what they are found under are ids, days and numbers, and lie there plain. What says something about
//! people or the business is sealed (see `crypto::Cipher`): bodies of records, frozen commands, reasons, drafts, photos,
//! the session.

use wasm_bindgen::JsValue;
use web_sys::{IdbDatabase, IdbIndexParameters, IdbObjectStoreParameters};

/// Settings of the installation: text under a name.
pub(crate) const SETTINGS: &str = "settings";
/// Of each user the wrapped key of their store, under their id.
pub(crate) const KEYRINGS: &str = "keyrings";
/// Records as the server has them.
pub(crate) const BASE: &str = "base";
/// Records as the unsettled commands leave them.
pub(crate) const OVERLAY: &str = "overlay";
/// Commands as they were frozen; never rewritten.
pub(crate) const OUTBOX: &str = "outbox";
/// The number of each command and what is known of it.
pub(crate) const STANDING: &str = "standing";
/// Every number that was given out, kept apart from the outbox so that missing work shows.
pub(crate) const LEDGER: &str = "ledger";
/// Which unsettled command brought a record into being.
pub(crate) const MAKERS: &str = "makers";
/// Photos by hash.
pub(crate) const PHOTOS: &str = "photos";
/// Their bytes, in rows.
pub(crate) const BLOBS: &str = "blobs";
/// Where the user's device stands: session, cursor, epoch, skew.
pub(crate) const STATUS: &str = "status";
/// Things half done.
pub(crate) const DRAFTS: &str = "drafts";
/// Parcels of others that are carried.
pub(crate) const PARCELS: &str = "parcels";
/// Their parts, sealed.
pub(crate) const PARTS: &str = "parts";

/// The stores of a database.
pub(crate) struct Schema {
    /// Goes up when a store or an index is added, and when an older build would misread what is written.
    pub(crate) version: u32,
    shelves: &'static [Layout],
}

struct Layout {
    name: &'static str,
    /// The fields of a value that are its key; none for a key beside the value, one is a plain key.
    key: &'static [&'static str],
    counts: bool,
    /// Each is named like its field.
    indexes: &'static [&'static str],
}

impl Layout {
    const fn plain(name: &'static str) -> Self {
        Self { name, key: &[], counts: false, indexes: &[] }
    }
}

/// Of the installation.
pub(crate) const INSTALLATION: Schema =
    Schema { version: 2, shelves: &[Layout::plain(SETTINGS), Layout::plain(KEYRINGS)] };

/// Of what a user carries for others.
pub(crate) const CARRIED: Schema = Schema {
    version: 1,
    shelves: &[Layout { name: PARCELS, key: &["id"], counts: false, indexes: &[] }, Layout::plain(PARTS)],
};

/// Of a user.
pub(crate) const USER: Schema = Schema {
    // From 2 on there are sealed values.
    version: 2,
    shelves: &[
        Layout { name: BASE, key: &["key"], counts: false, indexes: &["kind", "scope", "keys"] },
        Layout { name: OVERLAY, key: &["key"], counts: false, indexes: &["kind", "keys"] },
        Layout { name: OUTBOX, key: &["n"], counts: true, indexes: &[] },
        Layout { name: STANDING, key: &["device", "seq"], counts: false, indexes: &["stage", "id"] },
        Layout { name: LEDGER, key: &["device", "seq"], counts: false, indexes: &[] },
        Layout { name: PHOTOS, key: &["hash"], counts: false, indexes: &["state"] },
        Layout::plain(MAKERS),
        Layout::plain(BLOBS),
        Layout::plain(STATUS),
        Layout::plain(DRAFTS),
    ],
};

impl Schema {
    /// Adds what is missing.
    ///
    /// # Errors
    /// When the browser does not take it. Then all of it has to be taken back: half a layout would count as a whole one.
    pub(super) fn lay_out(&self, database: &IdbDatabase) -> Result<(), JsValue> {
        let missing = |layout: &&Layout| !database.object_store_names().contains(layout.name);
        self.shelves.iter().filter(missing).try_for_each(|layout| layout.make(database))
    }
}

impl Layout {
    fn make(&self, database: &IdbDatabase) -> Result<(), JsValue> {
        let options = IdbObjectStoreParameters::new();
        match self.key {
            [] => {}
            [field] => options.set_key_path(&JsValue::from_str(field)),
            fields => {
                let path: js_sys::Array = fields.iter().copied().map(JsValue::from_str).collect();
                options.set_key_path(&path);
            }
        }
        options.set_auto_increment(self.counts);
        let made = database.create_object_store_with_optional_parameters(self.name, &options)?;
        for index in self.indexes {
            let options = IdbIndexParameters::new();
            // A record is found under several fields: each of its `keys` is an entry.
            options.set_multi_entry(*index == "keys");
            made.create_index_with_str_and_optional_parameters(index, index, &options)?;
        }
        Ok(())
    }
}
