//! A new version of the app: fetched by the service worker while this one runs, used when a person is ready.

use crate::page::navigator_has;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

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
            update.registration.replace(Some(registration.clone()));
            if registration.waiting().is_some() {
                ready();
            }
            let follow = {
                let (registration, update) = (registration.clone(), Rc::clone(&update));
                move || {
                    let Some(worker) = registration.installing() else { return };
                    let (registration, update, ready) = (registration.clone(), Rc::clone(&update), Rc::clone(&ready));
                    let installing = worker.clone();
                    let on_state = Closure::<dyn Fn()>::new(move || {
                        if registration.waiting().is_some() {
                            ready();
                        } else if installing.state() == ServiceWorkerState::Redundant {
                            // Cut off in the middle: the next answer of the server is a reason to look again.
                            update.build.take();
                        }
                    });
                    worker.set_onstatechange(Some(on_state.into_js_value().unchecked_ref()));
                }
            };
            // The browser looks for a new version as soon as the page is opened, and may have found it before
            // there was anybody here to be told.
            follow();
            registration.set_onupdatefound(Some(Closure::<dyn Fn()>::new(follow).into_js_value().unchecked_ref()));
        });
    }

    /// Looks for a new version when the server first says which build it is, and when it says another one than before.
    pub(crate) fn look(self: &Rc<Self>, build: &str) {
        let Some(registration) = self.registration.borrow().clone() else { return };
        if self.build.replace(build.to_owned()) == build {
            return;
        }
        let Ok(looked) = registration.update() else { return };
        let update = Rc::clone(self);
        spawn_local(async move {
            if JsFuture::from(looked).await.is_err() {
                update.build.take();
            }
        });
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
