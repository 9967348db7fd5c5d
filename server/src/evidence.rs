//! Evidence that can be believed: the server seals the time into nonces, signs the proofs of photos, and checks the
//! whole log when somebody asks. Signatures of devices are kept as they come; a push never waits for one to be verified.

mod audit;
mod proof;
mod seal;

pub use audit::{Audit, Fault, Whole, audit};
pub use seal::{Seal, is_signed_by};

use crate::api::AppState;
use axum::Router;
use axum::routing::get;
use utoipa::OpenApi;

/// The routes.
pub fn router() -> Router<AppState> {
    Router::new().route("/photos/{hash}/proof", get(proof::proof)).route("/evidence/key", get(proof::key))
}

#[derive(OpenApi)]
#[openapi(paths(proof::proof, proof::key))]
struct Docs;

pub(crate) fn docs() -> utoipa::openapi::OpenApi {
    Docs::openapi()
}
