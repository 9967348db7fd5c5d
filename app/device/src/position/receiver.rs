//! The phone's receiver while it measures: one for all who ask at the same time. A browser that was just asked, and is
//! still listening for somebody else, answers a second question only when the phone has moved.

use super::{PositionError, READINGS, TIMEOUT, read, reason};
use domain::geo::Fix;
use js_sys::{Function, Promise};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Geolocation, PositionOptions};

thread_local! {
    static RUNNING: RefCell<Weak<Receiver>> = const { RefCell::new(Weak::new()) };
}

/// A running measurement; it ends when the last who asked has let go of it, so that nothing is measured afterwards.
pub(super) struct Receiver {
    geolocation: Geolocation,
    id: i32,
    readings: Rc<RefCell<VecDeque<Fix>>>,
    first: Promise,
    enough: Promise,
    _heard: Closure<dyn FnMut(web_sys::Position)>,
    _failed: Closure<dyn FnMut(JsValue)>,
}

impl Receiver {
    /// The measurement that is going on, or a new one.
    pub(super) fn join() -> Result<Rc<Self>, PositionError> {
        if let Some(running) = RUNNING.with_borrow(Weak::upgrade) {
            return Ok(running);
        }
        let begun = Rc::new(Self::begin()?);
        RUNNING.set(Rc::downgrade(&begun));
        Ok(begun)
    }

    fn begin() -> Result<Self, PositionError> {
        let geolocation = web_sys::window()
            .and_then(|window| window.navigator().geolocation().ok())
            .ok_or(PositionError::Unavailable)?;
        let readings = Rc::new(RefCell::new(VecDeque::with_capacity(READINGS)));
        let (first, on_first, on_failed) = promise();
        let (enough, on_enough, _) = promise();
        // A promise that was already settled stays as it is, here and below.
        let heard = {
            let (readings, on_enough, on_failed) = (Rc::clone(&readings), on_enough.clone(), on_failed.clone());
            Closure::<dyn FnMut(web_sys::Position)>::new(move |position| {
                let Some(reading) = read(&position) else {
                    drop(on_failed.call0(&JsValue::NULL));
                    return;
                };
                let mut readings = readings.borrow_mut();
                if readings.len() == READINGS {
                    readings.pop_front();
                }
                readings.push_back(reading);
                drop(on_first.call0(&JsValue::NULL));
                if readings.len() == READINGS {
                    drop(on_enough.call0(&JsValue::NULL));
                }
            })
        };
        let failed = Closure::<dyn FnMut(JsValue)>::new(move |error: JsValue| {
            drop(on_failed.call1(&JsValue::NULL, &error));
            drop(on_enough.call0(&JsValue::NULL));
        });
        let begun = geolocation.watch_position_with_error_callback_and_options(
            heard.as_ref().unchecked_ref(),
            Some(failed.as_ref().unchecked_ref()),
            &options(),
        );
        let id = begun.map_err(|error| reason(&error))?;
        Ok(Self { geolocation, id, readings, first, enough, _heard: heard, _failed: failed })
    }

    /// The newest reading, as soon as there is one.
    pub(super) async fn reading(&self) -> Result<Fix, PositionError> {
        JsFuture::from(self.first.clone()).await.map_err(|error| reason(&error))?;
        self.readings.borrow().back().copied().ok_or(PositionError::Unavailable)
    }

    /// Settles when nothing more is to be learned.
    pub(super) fn enough(&self) -> &Promise {
        &self.enough
    }

    /// The last readings, oldest first.
    pub(super) fn readings(&self) -> Vec<Fix> {
        self.readings.borrow().iter().copied().collect()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.geolocation.clear_watch(self.id);
    }
}

fn options() -> PositionOptions {
    let options = PositionOptions::new();
    options.set_enable_high_accuracy(true);
    options.set_maximum_age(0);
    options.set_timeout(TIMEOUT);
    options
}

/// A promise with what settles it: well, and badly.
fn promise() -> (Promise, Function, Function) {
    let mut functions = None;
    let promise = Promise::new(&mut |done, failed| functions = Some((done, failed)));
    let (done, failed) = functions.expect("a promise hands its functions out before its constructor returns");
    (promise, done, failed)
}
