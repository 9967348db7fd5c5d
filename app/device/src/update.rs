//! A new version of the app: fetched by the service worker while this one runs, used when a person is ready.

use crate::page::navigator_has;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration};

/// What the worker is told to take over; it does so for nothing else.
const TAKE_OVER: &str = "take-over";
/// How long the new worker may take to take over, in milliseconds.
const PATIENCE: u32 = 5_000;

/// The service worker's registration, if there is one.
#[derive(Default)]
pub(crate) struct Update {
    registration: RefCell<Option<ServiceWorkerRegistration>>,
    build: RefCell<String>,
    applied: Cell<bool>,
}

fn container() -> Option<ServiceWorkerContainer> {
    navigator_has("serviceWorker")
        .then(|| web_sys::window().map(|window| window.navigator().service_worker()))
        .flatten()
}

impl Update {
    /// Watches for a new version, and calls back when one waits.
    pub(crate) fn watch(self: &Rc<Self>, ready: impl Fn() + 'static) {
        let Some(container) = container() else { return };
        let (update, ready) = (Rc::clone(self), Rc::new(ready));
        spawn_local(async move {
            // Registered by the boot script, which may still be at it.
            let Ok(ready_promise) = container.ready() else { return };
            let Ok(found) = JsFuture::from(ready_promise).await else { return };
            let registration: ServiceWorkerRegistration = found.unchecked_into();
            if registration.waiting().is_some() {
                ready();
            }
            let on_found = {
                let registration = registration.clone();
                Closure::<dyn Fn()>::new(move || {
                    let Some(worker) = registration.installing() else { return };
                    let (registration, ready) = (registration.clone(), Rc::clone(&ready));
                    let on_state = Closure::<dyn Fn()>::new(move || {
                        if registration.waiting().is_some() {
                            ready();
                        }
                    });
                    worker.set_onstatechange(Some(on_state.into_js_value().unchecked_ref()));
                })
            };
            registration.set_onupdatefound(Some(on_found.into_js_value().unchecked_ref()));
            update.registration.replace(Some(registration));
        });
    }

    /// Looks for a new version when the server says that it is another build than before.
    pub(crate) fn look(&self, build: &str) {
        let before = self.build.replace(build.to_owned());
        if let Some(registration) =
            self.registration.borrow().as_ref().filter(|_| !before.is_empty() && before != build)
            && let Ok(looked) = registration.update()
        {
            spawn_local(async move {
                // Offline it fails, and the browser looks again by itself.
                drop(JsFuture::from(looked).await);
            });
        }
    }

    /// Whether a new version waits.
    pub(crate) fn is_ready(&self) -> bool {
        self.registration.borrow().as_ref().is_some_and(|registration| registration.waiting().is_some())
    }

    /// Hands over to the new version, then loads the page anew, once.
    pub(crate) fn apply(&self) {
        let waiting = self.registration.borrow().as_ref().and_then(ServiceWorkerRegistration::waiting);
        let (Some(worker), Some(container)) = (waiting, container()) else { return };
        if self.applied.replace(true) {
            return;
        }
        let reloaded = Rc::new(Cell::new(false));
        let reload = move || {
            if !reloaded.replace(true)
                && let Some(window) = web_sys::window()
            {
                drop(window.location().reload());
            }
        };
        let late = reload.clone();
        container.set_oncontrollerchange(Some(Closure::<dyn Fn()>::new(reload).into_js_value().unchecked_ref()));
        Timeout::new(PATIENCE, late).forget();
        drop(worker.post_message(&TAKE_OVER.into()));
    }
}
