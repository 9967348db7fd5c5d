//! The description of the API, put together from the areas. A snapshot of it is a test: the API does not change by accident.

use crate::{account, agreement, evidence, export, import, photo, reading, webhook};
use utoipa::OpenApi;
use utoipa::openapi::OpenApi as Description;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Lianying",
        description = "Commands go up (`push`), records come down (`pull`), photos travel by tus 1.0.0. \
            Every answer carries `x-lianying: <protocol>`; whatever lacks it is not from this server. Errors are `Problem`s.",
    ),
    paths(super::health::healthz)
)]
struct Head;

/// The description.
#[must_use]
pub fn openapi() -> Description {
    let mut all = Head::openapi();
    for area in [
        account::docs(),
        crate::sync::docs(),
        photo::docs(),
        evidence::docs(),
        agreement::docs(),
        export::docs(),
        import::docs(),
        reading::docs(),
        webhook::docs(),
        crate::trends::docs(),
    ] {
        all.merge(area);
    }
    all
}
