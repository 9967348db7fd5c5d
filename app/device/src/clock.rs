//! The one door to the phone's clock and to its random source.

use domain::time::Moment;
use wasm_bindgen::JsCast;

/// The phone's clock as it stands, right or wrong.
#[expect(clippy::disallowed_methods, reason = "this is the clock module of device")]
pub(crate) fn phone() -> Moment {
    Moment(js_sys::Date::now() as i64)
}

/// Milliseconds that never jump back while the page lives.
pub(crate) fn mono() -> i64 {
    let performance = web_sys::window().and_then(|window| window.performance());
    performance.map_or(0, |performance| performance.now() as i64)
}

/// A new id from the phone's clock and ten random bytes.
pub(crate) fn new_uuid() -> uuid::Uuid {
    domain::id::new_uuid(u64::try_from(phone().0).unwrap_or(0), random())
}

/// Bytes that nobody can guess.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut random = [0; N];
    fill(&mut random);
    random
}

/// Fills at most 64 KiB with random bytes.
pub(crate) fn fill(bytes: &mut [u8]) {
    let global: web_sys::Window = js_sys::global().unchecked_into();
    let filled = global.crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(bytes).map(|_| ()));
    filled.expect("every browser since 2014 has crypto.getRandomValues, also outside secure contexts");
}
