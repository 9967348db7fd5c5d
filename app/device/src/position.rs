//! Where the phone is, asked only at check-in and at capture (F114), always measured anew.

use domain::geo::{Fix, Position};
use domain::time::Moment;
use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::PositionOptions;

/// Longest wait for a fix, in milliseconds: under a roof a phone may never get one.
const TIMEOUT: u32 = 15_000;

/// Why there is no fix. Each is a reason that the rep may give at check-in, never a wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PositionError {
    /// The person or the system does not allow it.
    #[error("not allowed")]
    Denied,
    /// The phone cannot tell.
    #[error("no position")]
    Unavailable,
    /// It took too long.
    #[error("timed out")]
    TimedOut,
}

/// Measures the position.
///
/// # Errors
/// When the phone is not allowed to, cannot, or takes longer than 15 seconds.
pub async fn current() -> Result<Fix, PositionError> {
    let geolocation =
        web_sys::window().and_then(|window| window.navigator().geolocation().ok()).ok_or(PositionError::Unavailable)?;
    let options = PositionOptions::new();
    options.set_enable_high_accuracy(true);
    options.set_maximum_age(0);
    options.set_timeout(TIMEOUT);
    let asked = Promise::new(&mut |resolve, reject| {
        let asked = geolocation.get_current_position_with_error_callback_and_options(&resolve, Some(&reject), &options);
        if let Err(error) = asked {
            // A promise that was already settled stays as it is.
            drop(reject.call1(&JsValue::NULL, &error));
        }
    });
    let position: web_sys::Position = JsFuture::from(asked).await.map_err(|error| reason(&error))?.unchecked_into();
    let coords = position.coords();
    Position::from_degrees(coords.latitude(), coords.longitude())
        .map(|at| Fix {
            position: at,
            // Casts from a float saturate, and an error radius is never negative.
            accuracy: coords.accuracy().ceil() as u32,
            measured_at: Moment(position.timestamp() as i64),
            jitter: None,
        })
        .ok_or(PositionError::Unavailable)
}

/// Browsers call the class of the error by two names, so its code is read by name instead.
fn reason(error: &JsValue) -> PositionError {
    match Reflect::get(error, &"code".into()).ok().and_then(|code| code.as_f64()) {
        Some(1.0) => PositionError::Denied,
        Some(3.0) => PositionError::TimedOut,
        _ => PositionError::Unavailable,
    }
}
