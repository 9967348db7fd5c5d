//! What the tests share: a server behind `fetch`, a shop to visit, and a hand on the browser's store.

pub mod browser;
pub mod line;
pub mod saved;
pub mod server;
pub mod shop;

use device::{Device, DeviceError, SyncState};
use domain::Command;
use gloo_timers::future::TimeoutFuture;
use server::Server;
use std::cell::RefCell;

thread_local! {
    /// Every phone that was started since the browser last forgot everything.
    static STARTED: RefCell<Vec<Device>> = const { RefCell::new(Vec::new()) };
}

/// Starts the app on what the browser has. It is stopped before the browser forgets: what it has begun would open the
/// databases of the next test.
pub async fn start() -> Result<Device, DeviceError> {
    let device = Device::open().await?;
    STARTED.with_borrow_mut(|started| started.push(device.clone()));
    Ok(device)
}

/// Stops every phone.
fn stop_all() {
    STARTED.take().iter().for_each(Device::stop);
}

/// A phone with an empty store in front of a server, with a rep logged in and everything pulled.
pub async fn phone() -> (Device, Server) {
    browser::forget_everything().await;
    let server = Server::start(shop::author());
    shop::open(&server);
    let device = start().await.expect("the browser has a store");
    device.log_in("13800000001", "secret").await.expect("the server takes any password");
    settled(&device, "everything is pulled", |state| state.complete_at.is_some()).await;
    (device, server)
}

/// Waits until what waits has been counted, the state of the exchange is as wanted and nothing runs.
pub async fn settled(device: &Device, what: &str, wanted: impl Fn(&SyncState) -> bool) -> SyncState {
    for _ in 0..200 {
        let state = device.sync_state();
        if state.counted && state.running.is_none() && wanted(&state) {
            return state;
        }
        TimeoutFuture::new(50).await;
    }
    panic!("never happened: {what}; {:?}", device.sync_state());
}

/// Waits until it is so.
pub async fn until(what: &str, is_so: impl Fn() -> bool) {
    for _ in 0..200 {
        if is_so() {
            return;
        }
        TimeoutFuture::new(50).await;
    }
    panic!("never happened: {what}");
}

/// Exchanges until everything has gone.
pub async fn sent(device: &Device) {
    device.sync_now();
    settled(device, "everything is sent", |state| state.waiting == 0 && state.photos_waiting == 0).await;
}

/// Fetches what the server has by now.
pub async fn pulled(device: &Device, server: &Server) {
    let before = server.get().pulls;
    device.sync_now();
    settled(device, "it is pulled", |_| server.get().pulls > before).await;
}

/// Records what must hold.
pub async fn record(device: &Device, command: impl Into<Command>) {
    device.record(command).await.expect("it holds and is saved");
}
