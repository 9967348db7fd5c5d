//! Writing one piece of an upload. Whatever has arrived when the connection ends, for whatever reason, is made durable;
//! only what is durable is ever counted.

use super::checksum::Checksum;
use super::turns::Turn;
use crate::api::ApiError;
use axum::body::Body;
use futures::StreamExt;
use std::path::Path;
use tokio::fs::{File, OpenOptions};
use tokio::io::{AsyncSeekExt, AsyncWriteExt, SeekFrom};

/// Handed to the file at once: fewer, larger writes.
const GATHERED: usize = 256 * 1024;

/// How a piece ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Ended {
    /// The body was read to its end.
    Whole,
    /// The connection broke, or a newer request took the turn.
    Cut,
}

/// The length of an upload's file, durable; 0 if there is none yet.
pub async fn length(file: &Path) -> Result<u64, ApiError> {
    match File::open(file).await {
        Ok(file) => {
            file.sync_all().await.map_err(ApiError::of_file)?;
            Ok(file.metadata().await.map_err(ApiError::of_file)?.len())
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(0),
        Err(error) => Err(ApiError::of_file(error)),
    }
}

/// Appends the body at `offset`, which is the end of the file, and gives the new end. The upload ends at `limit`.
/// A piece with a checksum counts whole or not at all.
pub async fn append(
    path: &Path,
    offset: u64,
    limit: u64,
    (body, mut checksum): (Body, Option<Checksum>),
    turn: &Turn,
) -> Result<(u64, Ended), ApiError> {
    let options = OpenOptions::new().create(true).write(true).truncate(false).open(path).await;
    let mut file = options.map_err(ApiError::of_file)?;
    file.seek(SeekFrom::Start(offset)).await.map_err(ApiError::of_file)?;
    let mut frames = body.into_data_stream();
    let mut gathered = Vec::with_capacity(GATHERED);
    let mut end = offset;
    let ended = loop {
        let frame = tokio::select! {
            biased;
            () = turn.ended.cancelled() => break Ended::Cut,
            frame = frames.next() => frame,
        };
        let bytes = match frame {
            None => break Ended::Whole,
            Some(Err(_)) => break Ended::Cut,
            Some(Ok(bytes)) => bytes,
        };
        if end + bytes.len() as u64 > limit {
            // More than was announced: none of this piece counts.
            file.set_len(offset).await.map_err(ApiError::of_file)?;
            return Err(ApiError::TooLarge);
        }
        end += bytes.len() as u64;
        if let Some(checksum) = &mut checksum {
            checksum.add(&bytes);
        }
        gathered.extend_from_slice(&bytes);
        if gathered.len() >= GATHERED {
            file.write_all(&gathered).await.map_err(ApiError::of_file)?;
            gathered.clear();
        }
    };
    if let Some(checksum) = checksum
        && (ended == Ended::Cut || !checksum.holds())
    {
        file.flush().await.map_err(ApiError::of_file)?;
        file.set_len(offset).await.map_err(ApiError::of_file)?;
        file.sync_all().await.map_err(ApiError::of_file)?;
        return if ended == Ended::Cut { Ok((offset, ended)) } else { Err(ApiError::WrongHash) };
    }
    file.write_all(&gathered).await.map_err(ApiError::of_file)?;
    file.flush().await.map_err(ApiError::of_file)?;
    file.sync_data().await.map_err(ApiError::of_file)?;
    Ok((end, ended))
}
