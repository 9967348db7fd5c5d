//! The server's storage: what it can do ([`Store`]), the rows that go in and out, and the SQLite backend.
//!
//! Records, log, devices and versions are changed by the server's one writer task only, through
//! [`Records::commit`]: one call is one transaction. Accounts and uploads are changed by whoever handles the request.

mod contract;
mod error;
mod rows;
mod sqlite;

pub use contract::{Accounts, Evidence, Imports, Photos, Records, Store, Tokens, Trends, Webhooks};
pub use error::StoreError;
pub use rows::{
    AccountNote, ApiToken, Batch, Blob, ChainLine, Credential, DeviceKey, DeviceRow, ImportNote, ImportRow, ImportStep,
    KnownDevice, Loaded, LogLine, MessageRow, NewMessage, Page, PageRequest, PhotoLine, RepairRow, Repairs, ReviewLine,
    RevokedDevice, SessionRow, Thumbnail, TrendRow, TrendVisit, TrendWanted, Tried, Upload, WebhookRow,
};
pub use sqlite::SqliteStore;
