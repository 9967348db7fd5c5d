//! The proof of a photo as a file, and the key that it is signed with.

use super::{Seal, is_signed_by};
use crate::account::Signed;
use crate::api::{ApiError, AppState};
use crate::photo::may_look;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use store::{ChainLine, Store, StoreError};
use sync::proof::{FORMAT, Proof, command_text};
use sync::wire::Problem;
use utoipa::ToSchema;

/// The nonce of a body, whatever version made it.
#[derive(Deserialize)]
struct Dated {
    #[serde(default)]
    nonce: Option<String>,
}

/// The nonce that a frozen command names.
pub(super) fn nonce_of(body: &str) -> Option<String> {
    serde_json::from_str(body).ok().and_then(|body: Dated| body.nonce)
}

/// The key that this server signs proofs with.
#[derive(Serialize, ToSchema)]
pub struct ServerKey {
    /// P-256, uncompressed, in base64url.
    key: String,
}

/// The proof of a photo: what was signed on the phone and when the server had it, for checking without the server.
#[utoipa::path(get, path = "/api/v1/photos/{hash}/proof", tag = "evidence",
    params(("hash" = String, Path, description = "SHA-256 of the bytes, 64 hex digits.")),
    responses(
        (status = 200, body = Proof),
        (status = 401, body = Problem, description = "No open session."),
        (status = 404, body = Problem, description = "No such photo, not for this session, or not sent by a phone."),
))]
pub async fn proof(
    State(state): State<AppState>,
    signed: Signed,
    Path(hash): Path<String>,
) -> Result<impl IntoResponse, ApiError> {
    may_look(&state, &signed, &hash).await?;
    let line = state.store.line_of_photo(&hash).await?.ok_or(ApiError::NotFound)?;
    let name = format!("attachment; filename=\"{}.proof.json\"", &hash[..16]);
    let proof = of_line(state.store.as_ref(), state.writer.seal(), hash, line).await?;
    Ok(([(header::CONTENT_DISPOSITION, name)], Json(proof)))
}

/// The public key that proofs of this server are signed with. Everybody may know it.
#[utoipa::path(get, path = "/api/v1/evidence/key", tag = "evidence", responses((status = 200, body = ServerKey)))]
pub async fn key(State(state): State<AppState>) -> Json<ServerKey> {
    Json(ServerKey { key: state.writer.seal().public() })
}

async fn of_line(store: &dyn Store, seal: &Seal, photo: String, line: ChainLine) -> Result<Proof, StoreError> {
    let keys = store.keys_of(line.device).await?;
    // A device has one key. Should it have named several, the one that signed this counts; should none of them have,
    // the first is named, and whoever checks sees that it does not fit.
    let text = command_text(line.device, &line.link);
    let fits = |key: &str| line.signature.as_deref().is_some_and(|signature| is_signed_by(key, signature, &text));
    let key = keys.iter().find(|known| fits(&known.key)).or(keys.first()).filter(|_| line.signature.is_some());
    let mut proof = Proof {
        format: FORMAT.to_owned(),
        bytes_received_at: store.blob(&photo).await?.map(|blob| blob.received_at),
        photo,
        device: line.device,
        seq: line.seq,
        prev: line.prev.unwrap_or_default(),
        link: line.link,
        key: key.map(|known| known.key.clone()),
        key_since: key.map(|known| known.since),
        signature: line.signature,
        not_before: nonce_of(&line.body).and_then(|nonce| seal.nonce_time(&nonce)),
        body: line.body,
        received_at: line.received_at,
        server_key: seal.public(),
        server_signature: String::new(),
    };
    proof.server_signature = seal.sign(&proof.text());
    Ok(proof)
}
