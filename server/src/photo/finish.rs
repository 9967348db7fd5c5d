//! What happens when the last byte is here: check, keep, tell the writer, and only then answer.

use super::{BlobError, picture};
use crate::api::{ApiError, AppState};
use std::path::PathBuf;
use std::sync::Arc;
use store::{Thumbnail, Upload};

/// Receives a photo whose bytes are all in the file. If they are not what was announced, the upload is over; otherwise it
/// stays known until it expires, so that whoever missed the answer can ask for it.
pub async fn finish(state: &AppState, upload: &Upload, file: PathBuf) -> Result<(), ApiError> {
    let checked = {
        let (state, upload) = (state.clone(), upload.clone());
        tokio::task::spawn_blocking(move || keep(&state, &upload, file)).await.map_err(ApiError::internal)?
    };
    match checked {
        Ok(()) => {}
        Err(error @ (ApiError::Internal(_) | ApiError::NoRoom(_))) => return Err(error),
        Err(error) => {
            state.store.drop_upload(&upload.id).await?;
            state.metrics.count("photos_discarded_total");
            tracing::warn!(hash = upload.hash, user = %upload.user, why = %error, "an upload was discarded");
            return Err(error);
        }
    }
    announce(state, &upload.hash, upload.bytes).await
}

/// Tells the writer that a photo is here in full, and has a small picture of it made.
pub async fn announce(state: &AppState, hash: &str, bytes: u64) -> Result<(), ApiError> {
    state.writer.photo_received(hash, bytes).await?;
    state.metrics.count("photos_received_total");
    let (state, hash) = (state.clone(), hash.to_owned());
    tokio::spawn(async move {
        if let Err(error) = draw(&state, &hash).await {
            // The one that came with the command stays in use.
            tracing::warn!(hash, why = %error, "no small picture could be made");
        }
    });
    Ok(())
}

fn keep(state: &AppState, upload: &Upload, file: PathBuf) -> Result<(), ApiError> {
    let wrong = if picture::hash_of(&file).map_err(ApiError::internal)? != upload.hash {
        Some(ApiError::WrongHash)
    } else if !picture::is_jpeg(&file).map_err(ApiError::internal)? {
        Some(ApiError::OtherType("the bytes are no JPEG of a size that is kept"))
    } else {
        None
    };
    match wrong {
        Some(error) => {
            std::fs::remove_file(&file).map_err(ApiError::internal)?;
            Err(error)
        }
        None => state.photos.blobs.adopt(&file, &upload.hash).map_err(|error| match error {
            BlobError::Io(error) => ApiError::of_file(error),
            error => ApiError::internal(error),
        }),
    }
}

async fn draw(state: &AppState, hash: &str) -> Result<(), ApiError> {
    let _turn = Arc::clone(&state.photos.drawing).acquire_owned().await.map_err(ApiError::internal)?;
    let photo = state.photos.blobs.get(hash).await.map_err(ApiError::internal)?.ok_or(ApiError::NotFound)?;
    let bytes = photo.bytes().await.map_err(ApiError::internal)?;
    let jpeg = tokio::task::spawn_blocking(move || picture::thumbnail(&bytes)).await.map_err(ApiError::internal)?;
    let jpeg = jpeg.map_err(ApiError::internal)?;
    state.store.put_thumbnail(&Thumbnail { hash: hash.to_owned(), jpeg }).await?;
    Ok(())
}

/// Gives up uploads that nobody came back to.
///
/// # Errors
/// When the folder or the store fails.
pub async fn give_up_expired(state: &AppState) -> Result<(), ApiError> {
    for upload in state.store.expired_uploads(state.clock.now()).await? {
        let Some(_turn) = state.photos.turns.take(&upload.id).await else { continue };
        give_up(state, &upload).await?;
    }
    Ok(())
}

/// Gives up one upload, whose turn the caller has. A photo that was received stays.
pub async fn give_up(state: &AppState, upload: &Upload) -> Result<(), ApiError> {
    match tokio::fs::remove_file(state.photos.partial.join(&upload.id)).await {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(ApiError::internal(error)),
        _ => Ok(state.store.drop_upload(&upload.id).await?),
    }
}
