//! The rows that go in and out of the store.

mod account;
mod commit;
mod evidence;
mod import;
mod page;
mod photo;
mod repair;
mod token;
mod trend;
mod webhook;

pub use account::{AccountNote, Credential, KnownDevice, RevokedDevice, SessionRow};
pub use commit::{Batch, DeviceRow, Loaded, LogLine, ReviewLine};
pub use evidence::{ChainLine, DeviceKey, PhotoLine};
pub use import::{ImportNote, ImportRow, ImportStep};
pub use page::{Page, PageRequest};
pub use photo::{Blob, Thumbnail, Upload};
pub use repair::{RepairRow, Repairs};
pub use token::ApiToken;
pub use trend::{TrendRow, TrendVisit, TrendWanted};
pub use webhook::{MessageRow, NewMessage, Tried, WebhookRow};
