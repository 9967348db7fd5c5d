//! Where the phone is, asked only at check-in and at capture (F114), always measured anew. The first reading is told at
//! once, because nobody waits at a door; a few more follow, because a receiver's readings wander and most inventions
//! stand still (F110).

use domain::geo::{Fix, Jitter, Position};
use domain::time::Moment;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Function, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Geolocation, PositionOptions};

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
    let geolocation =
        web_sys::window().and_then(|window| window.navigator().geolocation().ok()).ok_or(PositionError::Unavailable)?;
    let readings = Readings::default();
    let (one, enough) = (Signal::new(), Signal::new());
    let watch = Watch::begin(geolocation, &readings, &one, &enough)?;
    JsFuture::from(one.promise.clone()).await.map_err(|error| reason(&error))?;
    let reading = readings.borrow().last().copied().ok_or(PositionError::Unavailable)?;
    first(reading);
    let pause = future_to_promise(async {
        TimeoutFuture::new(SETTLING).await;
        Ok(JsValue::UNDEFINED)
    });
    // Whichever comes first; neither of them fails.
    drop(JsFuture::from(Promise::race(&Array::of2(&enough.promise, &pause))).await);
    drop(watch);
    let best = best(&readings.borrow());
    best.ok_or(PositionError::Unavailable)
}

type Readings = Rc<RefCell<Vec<Fix>>>;

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

/// A promise with what settles it.
struct Signal {
    promise: Promise,
    done: Function,
    failed: Function,
}

impl Signal {
    fn new() -> Self {
        let mut functions = None;
        let promise = Promise::new(&mut |done, failed| functions = Some((done, failed)));
        let (done, failed) = functions.expect("a promise hands its functions out before its constructor returns");
        Self { promise, done, failed }
    }
}

/// A running measurement; it ends when this is dropped, so that nothing is measured afterwards.
struct Watch {
    geolocation: Geolocation,
    id: i32,
    _heard: Closure<dyn FnMut(web_sys::Position)>,
    _failed: Closure<dyn FnMut(JsValue)>,
}

impl Watch {
    fn begin(
        geolocation: Geolocation,
        readings: &Readings,
        one: &Signal,
        enough: &Signal,
    ) -> Result<Self, PositionError> {
        let heard = {
            let (readings, one, enough) = (Rc::clone(readings), one.done.clone(), enough.done.clone());
            Closure::<dyn FnMut(web_sys::Position)>::new(move |position| {
                let Some(reading) = read(&position) else { return };
                readings.borrow_mut().push(reading);
                // A promise that was already settled stays as it is, here and below.
                drop(one.call0(&JsValue::NULL));
                if readings.borrow().len() >= READINGS {
                    drop(enough.call0(&JsValue::NULL));
                }
            })
        };
        let failed = {
            let (one, enough) = (one.failed.clone(), enough.done.clone());
            Closure::<dyn FnMut(JsValue)>::new(move |error: JsValue| {
                drop(one.call1(&JsValue::NULL, &error));
                drop(enough.call0(&JsValue::NULL));
            })
        };
        let options = PositionOptions::new();
        options.set_enable_high_accuracy(true);
        options.set_maximum_age(0);
        options.set_timeout(TIMEOUT);
        let begun = geolocation.watch_position_with_error_callback_and_options(
            heard.as_ref().unchecked_ref(),
            Some(failed.as_ref().unchecked_ref()),
            &options,
        );
        let id = begun.map_err(|error| reason(&error))?;
        Ok(Self { geolocation, id, _heard: heard, _failed: failed })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.geolocation.clear_watch(self.id);
    }
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
