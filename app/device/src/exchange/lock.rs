//! One tab at a time: Web Locks, which web-sys has only behind its unstable flag.
//! Where they are missing nothing breaks: two tabs that exchange at once only send and fetch twice.

use js_sys::{Function, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, callback: &Function) -> Result<Promise, JsValue>;
}

/// Held until it is dropped, or its tab dies.
pub(crate) struct Held(#[expect(dead_code, reason = "held for its drop")] Option<Release>);

struct Release(Function);

impl Drop for Release {
    fn drop(&mut self) {
        drop(self.0.call0(&JsValue::NULL));
    }
}

/// Waits until this tab is the one.
pub(crate) async fn locked(name: &str) -> Held {
    let navigator = web_sys::window().map(|window| window.navigator());
    let locks = navigator.and_then(|navigator| Reflect::get(&navigator, &"locks".into()).ok());
    let Some(locks) = locks.filter(|locks| locks.is_object()) else { return Held(None) };
    let locks: LockManager = locks.unchecked_into();

    let release = Rc::new(RefCell::new(None));
    let granted = Promise::new(&mut |granted, _| {
        let release = Rc::clone(&release);
        // The lock is held as long as the promise that this returns is open.
        let hold = Closure::once_into_js(move || {
            let open = Promise::new(&mut |done, _| {
                release.replace(Some(Release(done)));
            });
            drop(granted.call0(&JsValue::NULL));
            open
        });
        if locks.request(name, hold.unchecked_ref()).is_err() {
            // Refused in a page that is going away.
        }
    });
    drop(JsFuture::from(granted).await);
    Held(release.take())
}
