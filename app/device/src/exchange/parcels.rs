//! Handing in what this phone carries for others: their commands first, then their photos, each as the server takes it.
//! It comes after everything of the bearer's own, and a parcel that is stuck stops nothing.

use super::http::Call;
use super::{Trouble, photos};
use crate::account::{Account, json};
use crate::device::Inner;
use crate::error::StorageError;
use crate::parcel::Held;
use sync::parcel::{Content, Cover, Progress, Stuck};
use sync::wire::{Delivered, Delivery};

/// Forbidden: said of the bearer, never of what is carried.
const FORBIDDEN: u16 = 403;

/// Hands in what can be.
pub(super) async fn send(inner: &Inner, account: &Account) -> Result<(), Trouble> {
    for held in account.parcels().await? {
        let cover = &held.parcel.cover;
        if held.parcel.progress.is_done(cover) || held.parcel.progress.stuck == Some(Stuck::Damaged) {
            continue;
        }
        let mut progress = held.parcel.progress.clone();
        let handed = hand_in(inner, account, &held, &mut progress).await;
        if matches!(handed, Err(Trouble::Storage(StorageError::Damaged(_)))) {
            progress.stuck = Some(Stuck::Damaged);
            note(inner, account, cover, &progress).await?;
        } else {
            handed?;
        }
    }
    Ok(())
}

async fn hand_in(inner: &Inner, account: &Account, held: &Held, progress: &mut Progress) -> Result<(), Trouble> {
    commands(inner, account, held, progress).await?;
    pictures(inner, account, held, progress).await
}

async fn note(inner: &Inner, account: &Account, cover: &Cover, progress: &Progress) -> Result<(), Trouble> {
    account.note_progress(cover, progress).await?;
    inner.changed(account, Vec::new(), true, false);
    Ok(())
}

async fn commands(inner: &Inner, account: &Account, held: &Held, progress: &mut Progress) -> Result<(), Trouble> {
    let cover = &held.parcel.cover;
    // What stopped it may have gone: it is asked once in each exchange.
    while let Some(part) = progress.next_batch(cover).filter(|_| !inner.schedule.is_wanted()) {
        inner.still(account)?;
        let delivery = Delivery { device: cover.device, commands: account.parcel_batch(held, part).await? };
        let reply = Call::new("POST", "/api/v1/sync/deliver").json(&json(&delivery)).send().await?;
        if reply.is_refusal() && reply.status() != FORBIDDEN {
            // Never heard of the device, or of nothing that one could have made: it is no trouble of the bearer's.
            progress.stuck = Some(Stuck::Unknown);
        } else {
            let delivered: Delivered = reply.read().await?;
            progress.take_in(part, &delivery.commands, &delivered);
        }
        note(inner, account, cover, progress).await?;
        if progress.stuck.is_some() {
            break;
        }
    }
    Ok(())
}

async fn pictures(inner: &Inner, account: &Account, held: &Held, progress: &mut Progress) -> Result<(), Trouble> {
    let cover = &held.parcel.cover;
    let epoch = account.standpoint().await?.epoch;
    while let Some(part) = progress.next_photo(cover) {
        inner.still(account)?;
        if inner.photos_paused() || inner.photos_wait_for_wifi() || inner.schedule.is_wanted() {
            return Ok(());
        }
        let Some(Content::Photo(photo)) = cover.content(part) else { return Ok(()) };
        let bytes = account.parcel_part(held, part).await?;
        if !photos::carry(inner, account, &photo.hash, &epoch, &bytes).await? {
            // The server will not have it now; the next exchange offers it again.
            return Ok(());
        }
        progress.handed.insert(part);
        note(inner, account, cover, progress).await?;
    }
    Ok(())
}
