//! Sending what waits, in order, in batches that fit the line.

use super::Trouble;
use super::http::Call;
use crate::account::{Account, json};
use crate::clock;
use crate::crypto::Cipher;
use crate::device::Inner;
use crate::error::StorageError;
use crate::outbox::standing::{RETURNED, WAITING, ask_tip, between, enter, numbers, raws, tip};
use crate::photo::{PhotoState, ask_for_gone, mark};
use crate::replica::{Standpoint, wait_again};
use crate::state::Activity;
use crate::store::row::{self, StandingRow};
use crate::store::schema::{BASE, LEDGER, MAKERS, OUTBOX, OVERLAY, PHOTOS, STANDING, STATUS};
use crate::store::{Durability, Transaction};
use domain::id::DeviceId;
use domain::time::Moment;
use std::cell::Cell;
use std::collections::BTreeMap;
use sync::client::{Batch, OutboxRow, RowState, absorb_push, next_batch, renumber};
use sync::limits::{MIN_PAGE_BYTES, PAGE_BYTES, PUSH_BYTES, PUSH_COMMANDS};
use sync::wire::{DeviceReport, Lost, PushRequest, PushResponse, Unsent};
use wasm_bindgen::JsValue;

/// What is remembered from push to push while the page lives.
pub(crate) struct Line {
    /// The number the server waits for, if it has said one.
    expected: Cell<Option<u64>>,
    /// How many bytes of commands are tried at once: a slow line gets small batches, or none would ever arrive.
    batch_bytes: Cell<usize>,
    /// How large a page is asked for, likewise.
    page_bytes: Cell<usize>,
    /// What was last said of the device.
    announced: Cell<Option<Says>>,
}

/// What a heartbeat is for: the next number, photos that wait, whether storage is kept, what was refused.
type Says = (u64, u32, Option<bool>, u32);

/// Refused commands are counted up to here: beyond, a manager knows enough.
const REFUSED_COUNTED: u32 = 200;
/// A batch on a line that nothing is known of: a poor one that breaks again and again has to carry the first of them too.
const FIRST_BATCH: usize = 32 * 1024;
/// A batch that took less than this many milliseconds may be followed by a larger one.
const QUICK: i64 = 4_000;
/// A page on a line that nothing is known of.
const FIRST_PAGE: usize = 32 * 1024;
/// A page whose bytes took less than this many milliseconds may be followed by a larger one.
const QUICK_PAGE: i64 = 400;
/// One that took this many is followed by a smaller one.
const SLOW_PAGE: i64 = 1_000;

impl Line {
    pub(crate) const fn new() -> Self {
        Self {
            expected: Cell::new(None),
            batch_bytes: Cell::new(FIRST_BATCH),
            page_bytes: Cell::new(FIRST_PAGE),
            announced: Cell::new(None),
        }
    }

    /// How large the next page is to be.
    pub(super) fn page_bytes(&self) -> usize {
        self.page_bytes.get()
    }

    /// The bytes of a page have taken so many milliseconds, or never came. What the line breaks off is fetched twice, and the smaller
    /// a page, the less of it that is.
    pub(super) fn page_took(&self, millis: Option<i64>) {
        let bytes = self.page_bytes.get();
        let next = match millis {
            Some(..QUICK_PAGE) => bytes * 2,
            Some(..SLOW_PAGE) => bytes,
            _ => bytes / 2,
        };
        self.page_bytes.set(next.clamp(MIN_PAGE_BYTES, PAGE_BYTES));
    }

    /// Somebody else sends from now on: what was said of one person's numbers says nothing of another's.
    pub(crate) fn forget(&self) {
        self.expected.set(None);
        self.announced.set(None);
    }
}

/// Sends until nothing waits.
pub(super) async fn push(inner: &Inner, account: &Account) -> Result<(), Trouble> {
    let mut idle = 0;
    loop {
        inner.still(account)?;
        let Next { batch, last, waiting, unsent, refused } = next(inner, account).await?;
        let state = inner.state();
        let says = (last + 1, state.photos_waiting, inner.persisted(), refused);
        let nothing = batch.commands.is_empty() && batch.lost.is_empty();
        if nothing && inner.line.announced.get() == Some(says) {
            return Ok(());
        }
        if !batch.commands.is_empty() {
            inner.show(Some(Activity::Sending { left: waiting }));
        }
        let standpoint = account.standpoint().await?;
        let report = DeviceReport {
            id: account.device(),
            epoch: standpoint.epoch,
            next_seq: says.0,
            photos_waiting: says.1,
            persisted: says.2,
            clock: clock::phone(),
            key: account.key().await.map(|key| key.public()),
            unsent,
            refused,
        };
        let request = PushRequest { device: report, commands: batch.commands, lost: batch.lost };
        let response = send(inner, account, &request).await?;
        inner.line.announced.set(Some(says));
        let moved = absorb(inner, account, &request, &response).await?;
        if moved {
            inner.schedule.hope();
        }
        // A restored server: what it said counts for nothing until the pull has told what it still has.
        let restored = !request.device.epoch.is_empty() && request.device.epoch != response.epoch;
        if nothing || restored {
            return Ok(());
        }
        // A server that neither takes nor refuses what it is sent is asked again later, not at once.
        idle = if moved { 0 } else { idle + 1 };
        if idle > 2 {
            return Err(Trouble::Troubled(None));
        }
    }
}

async fn send(inner: &Inner, account: &Account, request: &PushRequest) -> Result<PushResponse, Trouble> {
    let (asked, begun) = (clock::phone(), clock::mono());
    let reply = Call::new("POST", "/api/v1/sync/push").json(&json(request)).send().await;
    let response: Result<PushResponse, Trouble> = match reply {
        Ok(reply) => reply.read().await,
        Err(trouble) => Err(trouble),
    };
    let batch = &inner.line.batch_bytes;
    match &response {
        Ok(response) => {
            if clock::mono() - begun < QUICK {
                batch.set((batch.get() * 2).min(PUSH_BYTES));
            }
            account.set_skew(asked, clock::phone(), response.server_time).await?;
            inner.contact(account);
        }
        Err(Trouble::Unreachable) => batch.set((batch.get() / 2).max(8 * 1024)),
        Err(_) => {}
    }
    response
}

/// What is sent next.
struct Next {
    batch: Batch,
    /// The last number that was given out.
    last: u64,
    /// How many commands wait.
    waiting: u32,
    /// Those that do not travel with the batch.
    unsent: Option<Unsent>,
    /// Those that came back refused and that nobody has seen to.
    refused: u32,
}

async fn next(inner: &Inner, account: &Account) -> Result<Next, StorageError> {
    let device = account.device();
    let expected = inner.line.expected.get();
    let (mut rows, last, waiting, unsent, refused) = account
        .database
        .read(&[STANDING, OUTBOX, LEDGER], async |transaction| {
            let standing = transaction.shelf(STANDING)?;
            let limit = PUSH_COMMANDS as u32;
            let (rows, waiting) =
                (standing.some_by("stage", &WAITING.into(), limit)?, standing.count_by("stage", &WAITING.into())?);
            let returned = standing.some_by("stage", &RETURNED.into(), REFUSED_COUNTED)?;
            let last = ask_tip(transaction, device)?;
            let rows: Vec<StandingRow> = rows.rows().await?;
            let raws = raws(transaction, &rows).await?;
            let mut bytes = 0;
            let mut read = Vec::new();
            for (row, raw) in rows.iter().zip(&raws) {
                bytes += raw.len();
                if bytes > inner.line.batch_bytes.get() && !read.is_empty() {
                    break;
                }
                read.push(row.read(transaction.cipher(), raw.clone())?);
            }
            let (last, waiting) = (tip(transaction.cipher(), last).await?, waiting.number().await?);
            let left = waiting.saturating_sub(read.len() as u32);
            let unsent = last.as_ref().filter(|_| left > 0).map(|last| {
                let first = rows.get(read.len()).map_or(last.made_at, |row| Moment(row.made_at() as i64));
                let acts = raws.iter().skip(read.len()).filter_map(|raw| act_of(raw));
                Unsent { count: left, first, last: last.made_at, acts: counted(acts) }
            });
            let returned: Vec<StandingRow> = returned.rows().await?;
            let refused = to_see_to(transaction.cipher(), &returned)?;
            Ok((read, last.map_or(0, |row| row.seq), waiting, unsent, refused))
        })
        .await?;
    account.sign(&mut rows).await?;
    let mut batch = next_batch(&rows, device, expected);
    // Rows that are missing at the very end have no later one that would show the hole.
    if let Some(expected) = expected.filter(|expected| *expected <= last && batch.commands.is_empty()) {
        batch.lost = (expected..=last).map(|seq| Lost { seq }).collect();
    }
    Ok(Next { batch, last, waiting, unsent, refused })
}

/// How many of what came back somebody has still to mend or to put away. What a manager decides on is theirs to see to.
fn to_see_to(cipher: &Cipher, returned: &[StandingRow]) -> Result<u32, StorageError> {
    let mut count = 0;
    for row in returned.iter().filter(|row| row.dismissed() != Some(true)) {
        let state = row.read(cipher, String::new())?.state;
        count += u32::from(matches!(state, RowState::Refused { .. } | RowState::Blocked { .. }));
    }
    Ok(count)
}

/// What a command does, as the wire names it. Only that is read: the rest may be of a later version.
fn act_of(raw: &str) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Named {
        command: Act,
    }
    #[derive(serde::Deserialize)]
    struct Act {
        r#do: String,
    }
    serde_json::from_str::<Named>(raw).ok().map(|named| named.command.r#do)
}

fn counted(acts: impl Iterator<Item = String>) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for act in acts {
        *counts.entry(act).or_default() += 1;
    }
    counts
}

const SHELVES: &[&str] = &[BASE, OVERLAY, OUTBOX, STANDING, LEDGER, MAKERS, PHOTOS, STATUS];

/// Takes in an answer; says whether it moved anything.
async fn absorb(
    inner: &Inner,
    account: &Account,
    request: &PushRequest,
    response: &PushResponse,
) -> Result<bool, StorageError> {
    let device = request.device.id;
    let before = inner.line.expected.get();
    if response.fork {
        fork(account).await?;
        inner.line.expected.set(None);
        return Ok(true);
    }
    let first = request.commands.first().map_or(response.expected, |sent| sent.seq).min(response.expected);
    // Rows behind what was sent matter only if the server waits for something else than the next one.
    let range = match request.commands.last().map(|sent| sent.seq) {
        Some(last) if response.expected == last + 1 => between(device, first, last as f64)?,
        _ => numbers(device, first)?,
    };
    let (moved, kinds) = account
        .database
        .write(SHELVES, Durability::Relaxed, async |transaction| {
            let standing = transaction.shelf(STANDING)?;
            let rows: Vec<StandingRow> = standing.all(&range)?.rows().await?;
            let known =
                rows.iter().map(|row| row.read(transaction.cipher(), String::new())).collect::<Result<Vec<_>, _>>()?;
            let standpoint = Standpoint::read(transaction).await?;
            let effect = absorb_push(&known, device, &standpoint.epoch, response);
            account.write_nonce(transaction, &response.nonce)?;
            let mut returned = false;
            for (seq, state) in &effect.states {
                let Some(row) = rows.iter().find(|row| row.seq() as u64 == *seq) else { continue };
                returned |= state.came_back();
                if *state == RowState::Waiting {
                    wait_again(transaction, row).await?;
                } else {
                    row.mark(transaction.cipher(), state, &standpoint.cursor);
                    row.set_heard_at(response.server_time.0 as f64);
                    standing.put(row)?;
                    follow(transaction, row, state).await?;
                }
            }
            // What came back must go from the screen, and with it what was built on it.
            let kinds = if returned { account.rebuild(transaction).await? } else { Vec::new() };
            Ok((!effect.states.is_empty(), kinds))
        })
        .await?;
    inner.line.expected.set(Some(response.expected));
    if moved {
        inner.changed(account, kinds, true, true);
    }
    Ok(moved || before != Some(response.expected))
}

/// What an outcome means for the photos and records that hang on the command.
async fn follow(transaction: &Transaction, row: &StandingRow, state: &RowState) -> Result<(), StorageError> {
    let taken = matches!(state, RowState::Applied { .. });
    if let Some(hash) = row.photo() {
        // A manager may still let a quarantined command through, so its picture is sent too.
        let sent = taken || matches!(state, RowState::Quarantined { .. });
        mark(transaction, &hash, if sent { PhotoState::Due } else { PhotoState::Withheld }).await?;
    }
    if taken {
        for hash in row::texts(&row.drops()) {
            mark(transaction, &hash, PhotoState::Dropped).await?;
        }
        let makers = transaction.shelf(MAKERS)?;
        for key in row::texts(&row.made()) {
            makers.delete(&key.into())?;
        }
    }
    Ok(())
}

/// The chain is another phone's as well (a restored backup, a cloned phone): the outbox goes on under a new id.
async fn fork(account: &Account) -> Result<(), StorageError> {
    let device = DeviceId(clock::new_uuid());
    account
        .database
        .write(SHELVES, Durability::Strict, async |transaction| {
            let standing = transaction.shelf(STANDING)?;
            let mut rows: Vec<StandingRow> = standing.all(&JsValue::UNDEFINED)?.rows().await?;
            rows.sort_by(|a, b| a.n().total_cmp(&b.n()));
            let raws = raws(transaction, &rows).await?;
            let known: Vec<OutboxRow> = rows
                .iter()
                .zip(raws)
                .map(|(row, raw)| row.read(transaction.cipher(), raw))
                .collect::<Result<_, _>>()?;
            standing.clear()?;
            transaction.shelf(LEDGER)?.clear()?;
            for (row, sealed) in rows.iter().zip(renumber(&known, device)) {
                row.number(&sealed);
                standing.put(row)?;
                enter(transaction, &sealed)?;
            }
            // Receipts are counted for each device id.
            let mut standpoint = Standpoint::read(transaction).await?;
            standpoint.cursor.receipts = 0;
            standpoint.write(transaction)?;
            ask_for_gone(transaction).await?;
            account.write_device(transaction, device)
        })
        .await?;
    account.set_device(device);
    Ok(())
}
