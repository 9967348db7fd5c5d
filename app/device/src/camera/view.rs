//! The open camera.
//!
//! Going from one slot to the next closes one view and opens another. The stream outlives that by a moment: a phone takes
//! a second to switch its camera on, and whoever photographs four shelves would wait for it four times.

use super::control::{self, Abilities};
use super::darkroom::develop;
use super::{CameraError, Shot};
use crate::page::navigator_has;
use domain::limits::PHOTO_EDGE;
use gloo_timers::callback::Timeout;
use js_sys::{Object, Reflect};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, HtmlVideoElement, MediaStream, MediaStreamConstraints, MediaStreamTrack, MediaStreamTrackState,
};

/// How long the camera stays on for the next view, in milliseconds.
const LINGER: u32 = 2_500;

thread_local! {
    /// The stream of the view that was closed last, and the timer that switches it off.
    static RESTING: RefCell<Option<(MediaStream, Timeout)>> = const { RefCell::new(None) };
}

/// The camera while its view is open. A moment after it is dropped the camera goes off, unless another view has taken it.
pub struct Camera {
    video: HtmlVideoElement,
    stream: MediaStream,
    busy: Cell<bool>,
}

impl Camera {
    /// Shows the camera at the back in a video element, which should be `muted` and `playsinline`.
    ///
    /// # Errors
    /// When there is none or it may not be used.
    pub async fn open(video: &HtmlVideoElement) -> Result<Self, CameraError> {
        let stream = match resting() {
            Some(stream) => stream,
            None => switched_on().await?,
        };
        // From here on the camera is on, and goes off with this value.
        let camera = Self { video: video.clone(), stream, busy: Cell::new(false) };
        video.set_src_object(Some(&camera.stream));
        let playing = video.play().map_err(|error| reason(&error))?;
        JsFuture::from(playing).await.map_err(|error| reason(&error))?;
        Ok(camera)
    }

    /// Takes the frame that is shown, with `foot` written into its foot. One at a time: a second tap while the first is
    /// drawn is no second picture.
    ///
    /// # Errors
    /// When no frame is there yet or the phone cannot draw it.
    pub async fn shot(&self, foot: &[String]) -> Result<Shot, CameraError> {
        let (width, height) = (self.video.video_width(), self.video.video_height());
        if width == 0 || height == 0 || !self.is_live() || self.busy.replace(true) {
            return Err(CameraError::NoFrame);
        }
        let shot = develop(width, height, foot, |paper, width, height| {
            paper.draw_image_with_html_video_element_and_dw_and_dh(&self.video, 0.0, 0.0, width, height)
        })
        .await;
        self.busy.set(false);
        shot
    }

    /// Whether the camera still runs: phones take it away from pages in the background.
    #[must_use]
    pub fn is_live(&self) -> bool {
        is_live(&self.stream)
    }

    /// What can be set at it.
    #[must_use]
    pub fn abilities(&self) -> Abilities {
        self.tracks().next().map(|track| control::abilities(&track)).unwrap_or_default()
    }

    /// Switches its light; says whether that worked.
    pub async fn light(&self, on: bool) -> bool {
        match self.tracks().next() {
            Some(track) => control::light(&track, on).await,
            None => false,
        }
    }

    /// Brings the shelf so many times nearer; says whether that worked.
    pub async fn zoom(&self, times: f64) -> bool {
        match self.tracks().next() {
            Some(track) => control::zoom(&track, times).await,
            None => false,
        }
    }

    fn tracks(&self) -> impl Iterator<Item = MediaStreamTrack> {
        tracks(&self.stream)
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        // The next view may have put its own stream there already.
        if self.video.src_object().is_some_and(|shown| shown == self.stream) {
            self.video.set_src_object(None);
        }
        if crate::page::is_visible() && is_live(&self.stream) {
            rest(self.stream.clone());
        } else {
            switch_off(&self.stream);
        }
    }
}

fn tracks(stream: &MediaStream) -> impl Iterator<Item = MediaStreamTrack> + use<> {
    stream.get_video_tracks().to_vec().into_iter().map(JsCast::unchecked_into)
}

fn is_live(stream: &MediaStream) -> bool {
    tracks(stream).any(|track| track.ready_state() == MediaStreamTrackState::Live && !track.muted())
}

fn switch_off(stream: &MediaStream) {
    tracks(stream).for_each(|track| track.stop());
}

/// Leaves a stream on for the next view. One rests at a time.
fn rest(stream: MediaStream) {
    let off = Timeout::new(LINGER, || {
        // Its own timer goes with it, which has gone off.
        if let Some((stream, _)) = RESTING.take() {
            switch_off(&stream);
        }
    });
    if let Some((before, _)) = RESTING.replace(Some((stream, off))) {
        switch_off(&before);
    }
}

/// The stream that rests, if the phone has not taken it away.
fn resting() -> Option<MediaStream> {
    let (stream, _) = RESTING.take()?;
    if is_live(&stream) {
        return Some(stream);
    }
    switch_off(&stream);
    None
}

async fn switched_on() -> Result<MediaStream, CameraError> {
    // Insecure pages have no `mediaDevices` at all.
    if !navigator_has("mediaDevices") {
        return Err(CameraError::NotFound);
    }
    let window = web_sys::window().ok_or(CameraError::NotFound)?;
    let devices = window.navigator().media_devices().map_err(|_| CameraError::NotFound)?;
    let constraints = MediaStreamConstraints::new();
    constraints.set_video(&wishes());
    let asked = devices.get_user_media_with_constraints(&constraints).map_err(|error| reason(&error))?;
    Ok(JsFuture::from(asked).await.map_err(|error| reason(&error))?.unchecked_into())
}

/// `{facingMode: {ideal: "environment"}, width: {ideal: …}, height: {ideal: …}}`: wishes, so that a laptop
/// with one camera has one too.
fn wishes() -> Object {
    let wishes = Object::new();
    let edge = f64::from(PHOTO_EDGE);
    let all: [(&str, JsValue); 3] =
        [("facingMode", "environment".into()), ("width", edge.into()), ("height", (edge * 0.75).into())];
    for (name, value) in all {
        let ideal = Object::new();
        // Setting a field of a plain object cannot fail.
        drop(Reflect::set(&ideal, &"ideal".into(), &value));
        drop(Reflect::set(&wishes, &name.into(), &ideal));
    }
    wishes
}

fn reason(error: &JsValue) -> CameraError {
    let name = error.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default();
    match name.as_str() {
        "NotAllowedError" | "SecurityError" => CameraError::NotAllowed,
        "NotFoundError" | "OverconstrainedError" => CameraError::NotFound,
        "NotReadableError" => CameraError::InUse,
        _ => CameraError::Failed(name),
    }
}
