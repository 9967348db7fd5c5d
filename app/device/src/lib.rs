//! The browser side of the product: what the pure crates decide is carried out here.
//!
//! [`Device`] is the one handle that screens hold. It keeps records, the outbox and photos in IndexedDB,
//! decides commands on the spot, and exchanges with the server whenever there is one.
#![cfg(target_arch = "wasm32")]

pub mod camera;
mod change;
mod clock;
mod device;
mod error;
mod photo;
pub mod position;
mod state;

pub use camera::{Camera, CameraError, Shot};
pub use change::{Change, Watch};
pub use device::{Device, OutboxItem};
pub use error::{DeviceError, LogInError, PhotoError, RecordError, StorageError};
pub use photo::{PhotoProgress, PhotoSize, PhotoState, PhotoUrl};
pub use position::PositionError;
pub use state::{Activity, Reach, StorageReport, SyncState};
