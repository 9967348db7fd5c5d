//! A phone as the server sees one: a session, a chain of commands, a cursor. What it sends is written beforehand,
//! so that the server is measured and not the writing.

use anyhow::{Context, Result};
use domain::Command;
use domain::commands::LeaveTask;
use domain::id::{DeviceId, OutletId};
use domain::time::Moment;
use reqwest::{Client, Response};
use serde_json::json;
use std::sync::atomic::{AtomicU64, Ordering};
use sync::wire::{Cursor, DeviceReport, PullRequest, PullResponse, PushRequest, PushResponse, Sent, Session};
use sync::{Body, ContentHash, Link};
use uuid::Uuid;

/// The reps of the demo region.
pub const REPS: [&str; 4] = ["13803100001", "13803100002", "13803100003", "13803100004"];
/// About what a task with a few sentences in Chinese weighs: 1 kB with everything around it.
const SENTENCES: &str = "下周来之前先给店主打电话，问清楚货架第二层换没换过位置，冰柜有没有放别家的货，";

/// See the module.
pub struct Phone {
    client: Client,
    url: String,
    session: Session,
    next: u64,
    link: Link,
    made: u64,
}

/// Commands that are ready to be sent.
pub struct Prepared {
    /// The body of one push.
    pub request: String,
    /// The frozen bytes of its commands.
    pub bodies: Vec<String>,
}

impl Phone {
    /// A phone that a rep has logged in on.
    pub async fn log_in(url: &str, number: &str) -> Result<Self> {
        let client = Client::builder().cookie_store(true).build()?;
        let device: DeviceId = new_id();
        let login = json!({ "phone": number, "password": "lianying1", "device": device, "device_name": "bench" });
        let session = client.post(format!("{url}/api/v1/session")).json(&login).send().await?.error_for_status()?;
        let session = serde_json::from_slice(&session.bytes().await?)?;
        Ok(Self { client, url: url.to_owned(), session, next: 1, link: Link::default(), made: 0 })
    }

    /// A push of so many commands of about 1 kB, each of which the domain decides and carries out.
    pub fn prepare(&mut self, count: usize, shops: &[OutletId]) -> Result<Prepared> {
        let mut commands = Vec::with_capacity(count);
        for at in 0..count {
            let raw = self.body(shops[at % shops.len()])?.freeze();
            let (seq, prev) = (self.next, self.link.clone());
            self.link = prev.next(seq, &ContentHash::of(raw.get().as_bytes()));
            self.next += 1;
            commands.push(Sent { seq, prev, signature: None, body: raw });
        }
        let bodies = commands.iter().map(|sent| sent.body.get().to_owned()).collect();
        let (id, clock) = (self.session.device, now()?);
        let device = DeviceReport {
            id,
            epoch: String::new(),
            next_seq: self.next,
            photos_waiting: 0,
            persisted: None,
            clock,
            key: None,
            unsent: None,
            refused: 0,
        };
        let request = PushRequest { device, commands, lost: Vec::new() };
        Ok(Prepared { request: serde_json::to_string(&request)?, bodies })
    }

    fn body(&mut self, outlet: OutletId) -> Result<Body> {
        self.made += 1;
        let user = self.session.user.id;
        let what = format!("{}第{}件", SENTENCES.repeat(4), self.made);
        let due = now()?.plus(7 * domain::time::DAY).date(self.session.offset);
        let task = LeaveTask::plain(new_id(), outlet, user, what, due);
        let id = new_id();
        let (command, after, nonce) = (Command::from(task), Vec::new(), None);
        Ok(Body { id, actor: user, captured_at: now()?, mono: 0, skew: 0, after, nonce, command })
    }

    /// Sends a push and gives back the bytes of the answer.
    pub async fn send(&self, prepared: &Prepared) -> Result<Vec<u8>> {
        Ok(self.post("sync/push", prepared.request.clone()).await?.bytes().await?.to_vec())
    }

    /// Fetches a page and gives back its bytes: what counts is when they are here.
    pub async fn fetch(&self, cursor: &Cursor) -> Result<Vec<u8>> {
        let request = PullRequest { device: self.session.device, cursor: cursor.clone(), check: None };
        Ok(self.post("sync/pull", serde_json::to_string(&request)?).await?.bytes().await?.to_vec())
    }

    /// Fetches all there is, and says how far it came.
    pub async fn fetch_all(&self, mut cursor: Cursor) -> Result<(usize, Vec<OutletId>, Cursor)> {
        let (mut records, mut shops) = (0, Vec::new());
        loop {
            let page: PullResponse = serde_json::from_slice(&self.fetch(&cursor).await?)?;
            records += page.records.len();
            shops
                .extend(page.records.iter().filter(|record| record.kind == "outlet").map(|record| OutletId(record.id)));
            cursor = page.cursor;
            if !page.more {
                return Ok((records, shops, cursor));
            }
        }
    }

    /// A request to the photo endpoint.
    pub fn photo(&self, method: reqwest::Method, address: &str) -> reqwest::RequestBuilder {
        self.client.request(method, format!("{}{address}", self.url)).header("tus-resumable", "1.0.0")
    }

    /// Its id.
    pub const fn device(&self) -> DeviceId {
        self.session.device
    }

    async fn post(&self, path: &str, body: String) -> Result<Response> {
        let request =
            self.client.post(format!("{}/api/v1/{path}", self.url)).header("content-type", "application/json");
        Ok(request.body(body).send().await?.error_for_status()?)
    }
}

/// How many of the answers say that the command was carried out, now or before.
pub fn applied(answer: &[u8]) -> Result<usize> {
    let answer: PushResponse = serde_json::from_slice(answer)?;
    Ok(answer.answers.iter().filter(|answer| matches!(answer.outcome, sync::wire::Outcome::Applied { .. })).count())
}

/// An id that no other has: each run has a database of its own.
pub fn new_id<T: From<Uuid>>() -> T {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    Uuid::from_u128(u128::from(NEXT.fetch_add(1, Ordering::Relaxed))).into()
}

#[expect(clippy::disallowed_methods, reason = "this is the clock of a phone")]
/// By the clock of this machine, which the phones share.
pub fn now() -> Result<Moment> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).context("a clock before 1970")?;
    Ok(Moment(i64::try_from(since.as_millis())?))
}
