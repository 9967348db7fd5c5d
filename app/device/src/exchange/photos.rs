//! Sending photos by tus 1.0, after their commands: created by hash, resumed where the server says it stopped.
//! Bytes are hashed once more before they leave; what the phone has spoilt is never sent as good.

use super::Trouble;
use super::http::{Call, Reply};
use crate::account::Account;
use crate::clock;
use crate::crypto::sha256;
use crate::device::Inner;
use crate::error::StorageError;
use crate::photo::{PhotoState, mark, receive};
use crate::replica::Standpoint;
use crate::state::Activity;
use crate::store::row::PhotoRow;
use crate::store::schema::{PHOTOS, STATUS};
use crate::store::{Durability, Transaction};
use gloo_timers::future::TimeoutFuture;
use js_sys::ArrayBuffer;
use sync::limits::CHUNK_BYTES;

const TUS: (&str, &str) = ("tus-resumable", "1.0.0");
/// A first piece on a line that nothing is known of, in bytes.
const FIRST_PIECE: u32 = 128 * 1024;
/// A piece that took less than this many milliseconds may be followed by a larger one.
const QUICK: i64 = 4_000;
/// How long the receipt of a sent photo is waited for before the server is asked again, in milliseconds.
const RECEIPT_WAIT: i64 = 120_000;
/// How often a photo is begun anew in one exchange when the server is at another offset than it said.
const ASKED_AGAIN: u32 = 4;
/// The first pause before that, in milliseconds.
const DISPUTE: u32 = 150;
/// The answer to a piece that begins elsewhere than where the server is.
const CONFLICT: u16 = 409;
/// The answer to a piece of an upload that is over.
const OVER: u16 = 404;
/// The answer to bytes that are no picture.
const NO_PICTURE: u16 = 415;

/// Sends the photos that are due; says whether there were any.
pub(super) async fn send(inner: &Inner, account: &Account) -> Result<bool, Trouble> {
    let mut piece = FIRST_PIECE;
    let mut any = false;
    loop {
        inner.still(account)?;
        let due = due(inner, account).await?;
        let Some(photo) = due.first() else { return Ok(any) };
        // Commands made meanwhile go first; a new exchange follows at once.
        if inner.photos_paused() || inner.photos_wait_for_wifi() || (inner.schedule.is_wanted() && !inner.leaving.get())
        {
            return Ok(false);
        }
        let left = due.len() as u32;
        let to_go = |photo: &PhotoRow| (photo.bytes() - photo.offset()).max(0.0) as u64;
        let others = due[1..].iter().map(to_go).sum();
        inner.show(Some(Activity::Photos { left, bytes_left: others + to_go(photo) }));
        let hash = photo.hash();
        let epoch = account.standpoint().await?.epoch;
        let settled = if photo.freed().unwrap_or_default() {
            ask(account, photo, &epoch).await?
        } else {
            match account.photo_bytes(&hash).await? {
                Some(bytes) if sha256(&bytes).await? == hash => {
                    let going =
                        Going { hash: &hash, epoch: &epoch, bytes: &bytes, known: photo.offset() as u32, left, others };
                    upload(inner, account, &going, &mut piece).await?
                }
                _ => {
                    set(account, &hash, Some(PhotoState::Damaged), 0).await?;
                    inner.changed(account, Vec::new(), false, true);
                    continue;
                }
            }
        };
        // What the server has whole waits for its receipt; what it will not have waits for better days.
        // Neither holds up the next one.
        if !settled {
            inner.sent.borrow_mut().push((hash, clock::mono()));
        }
        any = true;
        inner.changed(account, Vec::new(), false, true);
    }
}

/// Photos whose command has arrived, oldest first, without those that only wait for their receipt.
async fn due(inner: &Inner, account: &Account) -> Result<Vec<PhotoRow>, StorageError> {
    let name = PhotoState::Due.name();
    let mut due: Vec<PhotoRow> = account
        .database
        .read(&[PHOTOS], async |transaction| transaction.shelf(PHOTOS)?.all_by("state", &name.into())?.rows().await)
        .await?;
    let now = clock::mono();
    inner.sent.borrow_mut().retain(|(_, at)| now - at < RECEIPT_WAIT);
    due.retain(|photo| inner.sent.borrow().iter().all(|(hash, _)| *hash != photo.hash()));
    due.sort_by(|a, b| a.kept_at().total_cmp(&b.kept_at()));
    Ok(due)
}

/// How sending one photo ended.
enum Ended {
    /// The server has it, and has said so.
    Received,
    /// The server has all of it, and its receipt comes with the next pull; or it will not have it.
    Later,
    /// The server is at another offset than it said: a piece that was cut here still arrived there.
    Disputed,
}

/// A photo that goes out, and what waits behind it.
struct Going<'a> {
    hash: &'a str,
    /// The epoch of the server in which it is sent.
    epoch: &'a str,
    bytes: &'a ArrayBuffer,
    /// How much of it the server was last known to have.
    known: u32,
    /// Photos that wait, this one included.
    left: u32,
    /// Bytes of the others.
    others: u64,
}

impl Going<'_> {
    /// Shows how far all of them are when this one has come to `offset`.
    fn show(&self, inner: &Inner, offset: u32) {
        let bytes_left = self.others + u64::from(self.bytes.byte_length().saturating_sub(offset));
        inner.show(Some(Activity::Photos { left: self.left, bytes_left }));
    }
}

/// Sends one photo; says whether that is all there is to do about it.
async fn upload(inner: &Inner, account: &Account, going: &Going<'_>, piece: &mut u32) -> Result<bool, Trouble> {
    for asked in 1..=ASKED_AGAIN {
        match attempt(inner, account, going, piece).await? {
            Ended::Received => return Ok(true),
            Ended::Later => return Ok(false),
            // What the cut one left behind is being written there at this moment.
            Ended::Disputed => TimeoutFuture::new(asked * DISPUTE).await,
        }
    }
    Ok(false)
}

/// Sends a photo that is carried for somebody else. It has no row here, so what is written of rows finds none. Says
/// whether the server has it: a bearer is sent no receipts, so it is asked until it says so.
pub(super) async fn carry(
    inner: &Inner,
    account: &Account,
    hash: &str,
    epoch: &str,
    bytes: &ArrayBuffer,
) -> Result<bool, Trouble> {
    let going = Going { hash, epoch, bytes, known: 0, left: 1, others: 0 };
    let mut piece = FIRST_PIECE;
    let received = upload(inner, account, &going, &mut piece).await?;
    if received { Ok(true) } else { upload(inner, account, &going, &mut piece).await }
}

/// Asks a restored server whether it has a photo whose bytes were freed when the server before it had said so.
/// If not, nobody has it: the person is told, and nothing waits for it. Says whether it answered.
async fn ask(account: &Account, photo: &PhotoRow, epoch: &str) -> Result<bool, Trouble> {
    let (hash, length) = (photo.hash(), photo.bytes() as u32);
    let created = create(account, &hash, length).await?;
    if created.is_refusal() {
        return Ok(false);
    }
    let created = created.good().await?;
    let there = offset_of(&created) == Some(length);
    let state = if there { PhotoState::Received } else { PhotoState::Gone };
    end(account, &hash, epoch, state, if there { length } else { 0 }).await?;
    Ok(true)
}

async fn create(account: &Account, hash: &str, length: u32) -> Result<Reply, Trouble> {
    let metadata = ["sha256 ", &base64(hash), ",device ", &base64(&account.device().to_string())].concat();
    Call::new("POST", "/api/v1/photos")
        .header(TUS.0, TUS.1)
        .header("upload-length", &length.to_string())
        .header("upload-metadata", &metadata)
        .send()
        .await
}

async fn attempt(inner: &Inner, account: &Account, going: &Going<'_>, piece: &mut u32) -> Result<Ended, Trouble> {
    let Going { hash, epoch, bytes, .. } = *going;
    let length = bytes.byte_length();
    let created = create(account, hash, length).await?;
    if created.is_refusal() {
        return Ok(Ended::Later);
    }
    let created = created.good().await?;
    let place = created.header("location").ok_or(Trouble::Troubled(None))?;
    let mut offset = match offset_of(&created) {
        Some(offset) => offset,
        None => {
            let head = Call::new("HEAD", &place).header(TUS.0, TUS.1).send().await?.good().await?;
            offset_of(&head).unwrap_or(0)
        }
    };
    if offset > going.known {
        // What a cut piece had brought there by then counts: a line that breaks within every piece is worth another try soon.
        inner.schedule.hope();
    }
    if offset == length {
        // The server had it already, which is as good as a receipt.
        end(account, hash, epoch, PhotoState::Received, length).await?;
        return Ok(Ended::Received);
    }
    while offset < length {
        inner.still(account)?;
        set(account, hash, None, offset).await?;
        going.show(inner, offset);
        inner.changed(account, Vec::new(), false, true);
        let end = length.min(offset + *piece);
        let begun = clock::mono();
        let reply = Call::new("PATCH", &place)
            .header(TUS.0, TUS.1)
            .header("upload-offset", &offset.to_string())
            .header("content-type", "application/offset+octet-stream")
            .bytes(bytes.slice_with_end(offset, end).into(), end - offset)
            .send()
            .await
            .inspect_err(|_| *piece = (*piece / 2).max(16 * 1024))?;
        if matches!(reply.status(), CONFLICT | OVER) {
            return Ok(Ended::Disputed);
        }
        if reply.is_refusal() {
            // Bytes that were right here and arrived as others go once more from the start, later.
            let spoilt = (reply.status() == NO_PICTURE).then_some(PhotoState::Damaged);
            set(account, hash, spoilt, 0).await?;
            return Ok(Ended::Later);
        }
        inner.schedule.hope();
        offset = offset_of(&reply.good().await?).filter(|offset| *offset <= length).ok_or(Trouble::Troubled(None))?;
        if clock::mono() - begun < QUICK {
            *piece = (*piece * 2).min(CHUNK_BYTES as u32);
        }
    }
    set(account, hash, None, length).await?;
    Ok(Ended::Later)
}

fn offset_of(reply: &Reply) -> Option<u32> {
    reply.header("upload-offset")?.parse().ok()
}

/// Notes what the server said of a photo in the epoch in which it was asked. If another tab has heard since that it was
/// restored, it said nothing, and is asked again.
async fn end(account: &Account, hash: &str, epoch: &str, state: PhotoState, offset: u32) -> Result<(), StorageError> {
    account
        .database
        .write(&[PHOTOS, STATUS], Durability::Relaxed, async |transaction| {
            if Standpoint::read(transaction).await?.epoch != epoch {
                return Ok(());
            }
            match state {
                PhotoState::Received => receive(transaction, hash, account.now()).await?,
                state => mark(transaction, hash, state).await?,
            };
            write_offset(transaction, hash, offset).await
        })
        .await
}

/// Notes how far a photo is.
async fn set(account: &Account, hash: &str, state: Option<PhotoState>, offset: u32) -> Result<(), StorageError> {
    account
        .database
        .write(&[PHOTOS], Durability::Relaxed, async |transaction| {
            if let Some(state) = state {
                mark(transaction, hash, state).await?;
            }
            write_offset(transaction, hash, offset).await
        })
        .await
}

async fn write_offset(transaction: &Transaction, hash: &str, offset: u32) -> Result<(), StorageError> {
    let photos = transaction.shelf(PHOTOS)?;
    if let Some(row) = photos.get(&hash.into())?.row::<PhotoRow>().await? {
        row.set_offset(f64::from(offset));
        photos.put(&row)?;
    }
    Ok(())
}

/// Of plain ASCII, which is all that is ever given.
fn base64(text: &str) -> String {
    web_sys::window().and_then(|window| window.btoa(text).ok()).unwrap_or_default()
}
