//! Our own camera view. Taking pictures inside the page keeps the page alive (a camera app may kill it, P7),
//! and says that the picture was taken here and now.

mod control;
mod darkroom;
mod stamp;
mod view;

pub use control::Abilities;
pub use darkroom::from_file;
pub(crate) use darkroom::lighter;
pub use view::Camera;

use domain::records::Look;

/// A picture that was just taken, ready for [`crate::Device::keep_photo`].
#[derive(Clone, Debug)]
pub struct Shot {
    /// The JPEG.
    pub jpeg: js_sys::ArrayBuffer,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// A small JPEG as base64 for the command.
    pub thumbnail_base64: String,
    /// What can be said of it without a person (F31, F38).
    pub look: Look,
}

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CameraError {
    /// The person or the system does not allow it.
    #[error("not allowed")]
    NotAllowed,
    /// There is no camera, or the page may not use one (no HTTPS).
    #[error("no camera")]
    NotFound,
    /// Another app has it.
    #[error("the camera is in use")]
    InUse,
    /// No frame is there yet, or the camera was taken away while the page was in the background.
    #[error("no picture")]
    NoFrame,
    /// The file is not a picture that this phone can read.
    #[error("not a picture")]
    NotAPicture,
    /// Anything else.
    #[error("the camera failed: {0}")]
    Failed(String),
}
