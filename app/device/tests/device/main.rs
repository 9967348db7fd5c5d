//! The device in a real browser: its store, its outbox, and the exchange with a server that is played here
//! by the very code that decides on the real one.
#![cfg(target_arch = "wasm32")]

mod camera;
mod check;
mod exchange;
mod lock;
mod numbering;
mod parcels;
mod photos;
mod replica;
mod restored;
mod room;
mod saved;
mod sealed;
mod signing;
mod storage;
mod support;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
