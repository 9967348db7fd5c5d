//! Where the phone is, asked only at check-in and at capture (F114), always measured anew. The first reading is told at
//! once, because nobody waits at a door; a few more follow, because a receiver's readings wander and most inventions
//! stand still (F110).

mod receiver;

use self::receiver::Receiver;
use domain::geo::{Fix, Jitter, Position};
use domain::time::Moment;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Longest wait for a first reading, in milliseconds: under a roof a phone may never get one.
const TIMEOUT: u32 = 15_000;
/// How long further readings are listened for, in milliseconds.
const SETTLING: u32 = 2_500;
/// With so many readings there is nothing more to learn.
const READINGS: usize = 6;

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

/// Measures the position: `first` hears the first reading, the answer is the best of several, with how far they lay
/// apart.
///
/// # Errors
/// When the phone is not allowed to, cannot, or takes longer than 15 seconds.
pub async fn current(first: impl FnOnce(Fix)) -> Result<Fix, PositionError> {
    let receiver = Receiver::join()?;
    first(receiver.reading().await?);
    let pause = future_to_promise(async {
        TimeoutFuture::new(SETTLING).await;
        Ok(JsValue::UNDEFINED)
    });
    // Whichever comes first; neither of them fails.
    drop(JsFuture::from(Promise::race(&Array::of2(receiver.enough(), &pause))).await);
    best(&receiver.readings()).ok_or(PositionError::Unavailable)
}

/// The most exact reading, the newest of equals, with how far all of them lay from the last.
fn best(readings: &[Fix]) -> Option<Fix> {
    let best = *readings.iter().rev().min_by_key(|reading| reading.accuracy)?;
    let last = readings.last()?.position;
    let jitter = (readings.len() > 1).then(|| Jitter {
        readings: u8::try_from(readings.len()).unwrap_or(u8::MAX),
        centimetres: readings.iter().map(|reading| reading.position.centimetres_to(last)).max().unwrap_or_default(),
    });
    Some(Fix { jitter, ..best })
}

fn read(position: &web_sys::Position) -> Option<Fix> {
    let coords = position.coords();
    Some(Fix {
        position: Position::from_degrees(coords.latitude(), coords.longitude())?,
        // Casts from a float saturate, and an error radius is never negative.
        accuracy: coords.accuracy().ceil() as u32,
        measured_at: Moment(position.timestamp() as i64),
        jitter: None,
    })
}

/// Browsers call the class of the error by two names, so its code is read by name instead.
fn reason(error: &JsValue) -> PositionError {
    match Reflect::get(error, &"code".into()).ok().and_then(|code| code.as_f64()) {
        Some(1.0) => PositionError::Denied,
        Some(3.0) => PositionError::TimedOut,
        _ => PositionError::Unavailable,
    }
}
