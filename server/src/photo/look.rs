//! Looking at photos. Whoever does not hold the scope of a photo is told that there is none.

use super::is_hash;
use crate::account::Signed;
use crate::api::{ApiError, AppState};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sync::wire::Problem;

/// Bytes that are named by their hash never change.
const FOR_EVER: &str = "private, max-age=31536000, immutable";
/// A small picture that came with the command, until the server has made its own.
const FOR_NOW: &str = "private, max-age=300";

/// A photo as it was taken.
#[utoipa::path(get, path = "/api/v1/photos/{hash}/original", tag = "photo",
    params(("hash" = String, Path, description = "SHA-256 of the bytes, 64 hex digits.")),
    responses(
        (status = 200, content_type = "image/jpeg", body = Vec<u8>),
        (status = 401, body = Problem, description = "No open session."),
        (status = 404, body = Problem, description = "No such photo, or not for this session."),
))]
pub async fn original(
    State(state): State<AppState>,
    signed: Signed,
    headers: HeaderMap,
    Path(hash): Path<String>,
) -> Result<Response, ApiError> {
    may_look(&state, &signed, &hash).await?;
    let tag = format!("\"{hash}\"");
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
    }
    if state.store.blob(&hash).await?.is_none() {
        return Err(ApiError::NotFound);
    }
    let photo = state.photos.blobs.get(&hash).await.map_err(ApiError::internal)?.ok_or(ApiError::NotFound)?;
    let head = [
        (header::CONTENT_TYPE, "image/jpeg".to_owned()),
        (header::CONTENT_LENGTH, photo.meta.size.to_string()),
        (header::CACHE_CONTROL, FOR_EVER.to_owned()),
        (header::ETAG, tag),
    ];
    Ok((head, Body::from_stream(photo.into_stream())).into_response())
}

/// A small picture of a photo: the server's own, or until then the one that came with the command.
#[utoipa::path(get, path = "/api/v1/photos/{hash}/thumbnail", tag = "photo",
    params(("hash" = String, Path, description = "SHA-256 of the bytes, 64 hex digits.")),
    responses(
        (status = 200, content_type = "image/jpeg", body = Vec<u8>),
        (status = 401, body = Problem, description = "No open session."),
        (status = 404, body = Problem, description = "No such photo, or not for this session."),
))]
pub async fn thumbnail(
    State(state): State<AppState>,
    signed: Signed,
    Path(hash): Path<String>,
) -> Result<Response, ApiError> {
    may_look(&state, &signed, &hash).await?;
    let jpeg = state.store.thumbnail(&hash).await?.ok_or(ApiError::NotFound)?;
    let keep = if state.store.blob(&hash).await?.is_some() { FOR_EVER } else { FOR_NOW };
    Ok(([(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, keep)], jpeg).into_response())
}

/// Whether a session may see a photo; if not, there is none for it.
pub async fn may_look(state: &AppState, signed: &Signed, hash: &str) -> Result<(), ApiError> {
    if !is_hash(hash) {
        return Err(ApiError::NotFound);
    }
    let scopes = state.store.photo_scopes(hash).await?;
    if signed.scopes.iter().any(|scope| scopes.contains(scope)) { Ok(()) } else { Err(ApiError::NotFound) }
}
