//! The browser side of the product: what the pure crates decide is carried out here.
//!
//! [`Device`] is the one handle that screens hold. It keeps records, the outbox and photos in IndexedDB,
//! decides commands on the spot, and exchanges with the server whenever there is one.
#![cfg(target_arch = "wasm32")]

mod account;
pub mod barcode;
pub mod camera;
mod change;
mod clock;
mod crypto;
mod device;
mod error;
mod exchange;
mod installation;
mod lock;
mod notice;
mod outbox;
mod page;
mod parcel;
mod photo;
pub mod position;
mod replica;
mod state;
mod store;
mod update;

pub use camera::{Camera, CameraError, Shot};
pub use change::{Change, Watch};
pub use crypto::{hash_of, is_signed_by};
pub use device::Device;
pub use error::{DeviceError, LogInError, PhotoError, RecordError, StorageError};
pub use lock::{Locked, PinError, PinState};
pub use outbox::OutboxItem;
pub use parcel::{LoadError, Packed, Parcel};
pub use photo::{PhotoProgress, PhotoSize, PhotoState, PhotoUrl};
pub use position::PositionError;
pub use state::{Activity, PhotosKept, Reach, StorageReport, SyncState};
