//! Our own camera view. Taking pictures inside the page keeps the page alive (a camera app may kill it),
//! and says that the picture was taken here and now.

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
    /// The file is not a picture that this phone can read.
    #[error("not a picture")]
    NotAPicture,
    /// Anything else.
    #[error("the camera failed: {0}")]
    Failed(String),
}

/// The camera while its view is open; dropping it switches the camera off.
pub struct Camera {
    _private: (),
}

impl Camera {
    /// Shows the camera at the back in a video element.
    ///
    /// # Errors
    /// When there is none or it may not be used.
    pub async fn open(_video: &web_sys::HtmlVideoElement) -> Result<Self, CameraError> {
        Err(CameraError::NotFound)
    }

    /// Takes the frame that is shown.
    ///
    /// # Errors
    /// When no frame is there yet or the phone cannot draw it.
    pub async fn shot(&self) -> Result<Shot, CameraError> {
        Err(CameraError::NotFound)
    }

    /// Whether the camera still runs: phones take it away from pages in the background.
    #[must_use]
    pub fn is_live(&self) -> bool {
        false
    }
}

/// The marked fallback: a picture from the file input, turned upright and made as small as one of ours.
///
/// # Errors
/// When the file is not a picture.
pub async fn from_file(_file: &web_sys::File) -> Result<Shot, CameraError> {
    Err(CameraError::NotAPicture)
}
