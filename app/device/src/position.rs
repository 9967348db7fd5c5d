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
    // Asked for by itself: a watch may wait until the phone has moved.
    let reading = once(&geolocation).await?;
    readings.borrow_mut().push(reading);
    first(reading);
    let enough = Signal::new();
    let watch = Watch::begin(geolocation, &readings, &enough);
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

async fn once(geolocation: &Geolocation) -> Result<Fix, PositionError> {
    let asked = Promise::new(&mut |heard, failed| {
        let asked = geolocation.get_current_position_with_error_callback_and_options(&heard, Some(&failed), &options());
        if let Err(error) = asked {
            // A promise that was already settled stays as it is.
            drop(failed.call1(&JsValue::NULL, &error));
        }
    });
    let position: web_sys::Position = JsFuture::from(asked).await.map_err(|error| reason(&error))?.unchecked_into();
    read(&position).ok_or(PositionError::Unavailable)
}

fn options() -> PositionOptions {
    let options = PositionOptions::new();
    options.set_enable_high_accuracy(true);
    options.set_maximum_age(0);
    options.set_timeout(TIMEOUT);
    options
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
}

impl Signal {
    fn new() -> Self {
        let mut function = None;
        let promise = Promise::new(&mut |done, _| function = Some(done));
        let done = function.expect("a promise hands its functions out before its constructor returns");
        Self { promise, done }
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
    /// Adds readings until there are enough or one fails; none where the browser does not watch.
    fn begin(geolocation: Geolocation, readings: &Readings, enough: &Signal) -> Option<Self> {
        let heard = {
            let (readings, enough) = (Rc::clone(readings), enough.done.clone());
            Closure::<dyn FnMut(web_sys::Position)>::new(move |position| {
                let Some(reading) = read(&position) else { return };
                readings.borrow_mut().push(reading);
                if readings.borrow().len() >= READINGS {
                    // A promise that was already settled stays as it is, here and below.
                    drop(enough.call0(&JsValue::NULL));
                }
            })
        };
        let failed = {
            let enough = enough.done.clone();
            Closure::<dyn FnMut(JsValue)>::new(move |_: JsValue| drop(enough.call0(&JsValue::NULL)))
        };
        let begun = geolocation.watch_position_with_error_callback_and_options(
            heard.as_ref().unchecked_ref(),
            Some(failed.as_ref().unchecked_ref()),
            &options(),
        );
        let id = begun.ok()?;
        Some(Self { geolocation, id, _heard: heard, _failed: failed })
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
