//! The photo part of the API: tus 1.0.0, and looking.

use super::checksum::Checksum;
use super::piece::{self, Ended};
use super::turns::Turn;
use super::tus::{self, Announced};
use super::{finish, look};
use crate::account::{Sender, Signed};
use crate::api::{ApiError, AppState};
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::from_fn;
use axum::response::{AppendHeaders, IntoResponse, Response};
use axum::routing::{get, head, post};
use domain::time::DAY;
use std::path::PathBuf;
use store::Upload;
use sync::ContentHash;
use sync::wire::Problem;
use tracing::Instrument;
use utoipa::OpenApi;

/// How long an upload waits for its phone, in milliseconds.
const PATIENCE: i64 = 14 * DAY;

/// The routes.
pub fn router() -> Router<AppState> {
    let uploads = Router::new()
        .route("/photos", post(create).options(abilities))
        .route("/photos/uploads/{id}", head(how_far).patch(go_on).delete(give_up).options(abilities))
        .layer(from_fn(tus::speak));
    let pictures = Router::new()
        .route("/photos/{hash}/original", get(look::original))
        .route("/photos/{hash}/thumbnail", get(look::thumbnail));
    uploads.merge(pictures)
}

#[derive(OpenApi)]
#[openapi(paths(create, how_far, go_on, give_up, look::original, look::thumbnail))]
struct Docs;

pub fn docs() -> utoipa::openapi::OpenApi {
    Docs::openapi()
}

async fn abilities() -> impl IntoResponse {
    (StatusCode::NO_CONTENT, AppendHeaders(tus::abilities()))
}

/// Begin or take up an upload (tus creation). Its id follows from the hash and the user, so that a phone that was
/// restarted finds its own. A photo that is here already is answered with the full offset: nothing is to be sent.
#[utoipa::path(post, path = "/api/v1/photos", tag = "photo",
    params(
        ("Tus-Resumable" = String, Header, description = "`1.0.0`."),
        ("Upload-Length" = u64, Header, description = "How many bytes there will be."),
        ("Upload-Metadata" = String, Header, description = "`sha256 <base64 of the hex hash>,device <base64 of the id>`."),
    ),
    responses(
        (status = 201, description = "`Location` is where to send it, `Upload-Offset` where to go on."),
        (status = 400, body = Problem), (status = 401, body = Problem), (status = 412, body = Problem),
        (status = 413, body = Problem, description = "Too large."),
))]
async fn create(
    State(state): State<AppState>,
    Sender(signed): Sender,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, ApiError> {
    let announced = Announced::read(&headers)?;
    let checksum = Checksum::read(&headers)?;
    let user = signed.author.user.id;
    let mut upload = Upload {
        id: ContentHash::of(format!("{}:{user}", announced.hash).as_bytes()).0,
        hash: announced.hash,
        bytes: announced.bytes,
        user,
        device: announced.device,
        created_at: signed.now,
        expires_at: signed.now.plus(PATIENCE),
    };
    if let Some(bytes) = already_here(&state, &upload.hash).await? {
        upload.bytes = bytes;
        state.store.put_upload(&upload).await?;
        return Ok(created(&upload, bytes));
    }
    let turn = turn(&state, &upload.id).await?;
    let file = state.photos.partial.join(&upload.id);
    let mut offset = piece::length(&file).await?;
    if offset > upload.bytes {
        // Announced with another length before: the bytes cannot be trusted.
        tokio::fs::remove_file(&file).await.map_err(ApiError::internal)?;
        offset = 0;
    }
    state.store.put_upload(&upload).await?;
    if offset == 0 && tus::is_piece(&headers) {
        offset = receive(&state, upload.clone(), file, 0, (body, checksum), turn).await?;
    } else if offset == upload.bytes {
        finish::finish(&state, &upload, file).await?;
    }
    Ok(created(&upload, offset))
}

/// How far an upload has come. Whoever was still writing to it is sent away.
#[utoipa::path(head, path = "/api/v1/photos/uploads/{id}", tag = "photo",
    params(("id" = String, Path, description = "From `Location`.")),
    responses(
        (status = 200, description = "`Upload-Offset` says it."),
        (status = 401, description = "No open session."),
        (status = 404, description = "No such upload, or it is over: create it again."),
))]
async fn how_far(
    State(state): State<AppState>,
    Sender(signed): Sender,
    Path(id): Path<String>,
) -> Result<Response, ApiError> {
    let (upload, _turn) = own_upload(&state, &signed, &id).await?;
    let offset = come_to(&state, &upload, &state.photos.partial.join(&upload.id)).await?;
    let head = [(tus::OFFSET, HeaderValue::from(offset)), (tus::LENGTH, HeaderValue::from(upload.bytes))];
    let mut response = (head, [(header::CACHE_CONTROL, "no-store")]).into_response();
    response.headers_mut().extend(expires(&upload));
    Ok(response)
}

/// Send a piece. It is durable when it is acknowledged; with the last piece the hash is checked and the photo received.
#[utoipa::path(patch, path = "/api/v1/photos/uploads/{id}", tag = "photo",
    params(
        ("id" = String, Path, description = "From `Location`."),
        ("Upload-Offset" = u64, Header, description = "Where the piece begins: where the last one ended."),
        ("Upload-Checksum" = Option<String>, Header, description = "`sha256` or `sha1`, a space, the sum of the piece in base64."),
    ),
    request_body(content_type = "application/offset+octet-stream", content = Vec<u8>),
    responses(
        (status = 204, description = "`Upload-Offset` is where to go on."),
        (status = 400, body = Problem), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "The offset is another, or a newer request has taken over."),
        (status = 413, body = Problem, description = "More than was announced."),
        (status = 415, body = Problem, description = "Not a piece; or, at the end, not a JPEG: the upload is over."),
        (status = 460, body = Problem, description = "Not the announced checksum: nothing of the piece counts. At the end: not the announced hash: the upload is over."),
        (status = 507, body = Problem, description = "The server has no room left; again after `Retry-After`."),
))]
async fn go_on(
    State(state): State<AppState>,
    Sender(signed): Sender,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, ApiError> {
    if !tus::is_piece(&headers) {
        return Err(ApiError::OtherType("a piece is application/offset+octet-stream"));
    }
    let from = tus::number(&headers, &tus::OFFSET)?;
    let checksum = Checksum::read(&headers)?;
    let (upload, turn) = own_upload(&state, &signed, &id).await?;
    if headers.contains_key(header::CONTENT_LENGTH)
        && tus::number(&headers, &header::CONTENT_LENGTH)? > upload.bytes.saturating_sub(from)
    {
        return Err(ApiError::TooLarge);
    }
    let file = state.photos.partial.join(&upload.id);
    let mut offset = come_to(&state, &upload, &file).await?;
    if offset != from {
        return Err(ApiError::Conflict("the upload has come to another offset"));
    }
    // At the end there is nothing to write, and perhaps no file any more.
    if offset < upload.bytes {
        offset = receive(&state, upload.clone(), file, from, (body, checksum), turn).await?;
    }
    let mut response = (StatusCode::NO_CONTENT, [(tus::OFFSET, HeaderValue::from(offset))]).into_response();
    response.headers_mut().extend(expires(&upload));
    Ok(response)
}

/// Give up an upload (tus termination). A photo that has been received stays.
#[utoipa::path(delete, path = "/api/v1/photos/uploads/{id}", tag = "photo",
    params(("id" = String, Path, description = "From `Location`.")),
    responses(
        (status = 204, description = "What had come of it is gone."),
        (status = 401, body = Problem, description = "No open session."),
        (status = 404, body = Problem, description = "No such upload, or it is over."),
))]
async fn give_up(
    State(state): State<AppState>,
    signed: Signed,
    Path(id): Path<String>,
) -> Result<StatusCode, ApiError> {
    let (upload, _turn) = own_upload(&state, &signed, &id).await?;
    finish::give_up(&state, &upload).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Writes a piece, and finishes the upload if it was the last. In a task of its own: a request is dropped at the moment
/// its connection breaks, and what had arrived by then would go with it.
async fn receive(
    state: &AppState,
    upload: Upload,
    file: PathBuf,
    from: u64,
    body: (Body, Option<Checksum>),
    turn: Turn,
) -> Result<u64, ApiError> {
    let state = state.clone();
    let task = async move {
        let (offset, ended) = piece::append(&file, from, upload.bytes, body, &turn).await?;
        if offset == upload.bytes {
            finish::finish(&state, &upload, file).await?;
        } else if ended == Ended::Cut {
            return Err(ApiError::Conflict("the connection was cut, or a newer request has taken over"));
        }
        Ok(offset)
    };
    tokio::spawn(task.in_current_span()).await.map_err(ApiError::internal)?
}

/// The size of a photo that is here in full: the bytes count, not what is written of them, for a disk can lose the one
/// without the other. If the server died between keeping it and saying so, it is said now.
async fn already_here(state: &AppState, hash: &str) -> Result<Option<u64>, ApiError> {
    let size = state.photos.blobs.size(hash).await.map_err(ApiError::internal)?;
    if let Some(bytes) = size
        && state.store.blob(hash).await?.is_none()
    {
        finish::announce(state, hash, bytes).await?;
    }
    Ok(size)
}

/// How far an upload has come; all the way if its photo is here, whoever sent it.
async fn come_to(state: &AppState, upload: &Upload, file: &std::path::Path) -> Result<u64, ApiError> {
    match piece::length(file).await? {
        0 if state.photos.blobs.size(&upload.hash).await.map_err(ApiError::internal)?.is_some() => Ok(upload.bytes),
        length => Ok(length),
    }
}

/// The sender's own upload, and the turn at it.
async fn own_upload(state: &AppState, signed: &Signed, id: &str) -> Result<(Upload, Turn), ApiError> {
    find(state, signed, id).await?;
    let turn = turn(state, id).await?;
    // Whoever had the turn may have ended it.
    Ok((find(state, signed, id).await?, turn))
}

async fn find(state: &AppState, signed: &Signed, id: &str) -> Result<Upload, ApiError> {
    let upload = if super::is_hash(id) { state.store.upload(id).await? } else { None };
    upload.filter(|upload| upload.user == signed.author.user.id).ok_or(ApiError::NotFound)
}

async fn turn(state: &AppState, id: &str) -> Result<Turn, ApiError> {
    state.photos.turns.take(id).await.ok_or(ApiError::Busy)
}

fn created(upload: &Upload, offset: u64) -> Response {
    let place = format!("/api/v1/photos/uploads/{}", upload.id);
    let mut response = (StatusCode::CREATED, [(header::LOCATION, place)]).into_response();
    response.headers_mut().insert(tus::OFFSET, HeaderValue::from(offset));
    response.headers_mut().extend(expires(upload));
    response
}

fn expires(upload: &Upload) -> Option<(HeaderName, HeaderValue)> {
    Some((HeaderName::from_static("upload-expires"), http_date(upload.expires_at.0)?))
}

fn http_date(millis: i64) -> Option<HeaderValue> {
    let date = jiff::Timestamp::from_millisecond(millis).ok()?.to_zoned(jiff::tz::TimeZone::UTC);
    HeaderValue::try_from(date.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()).ok()
}
