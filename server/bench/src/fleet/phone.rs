//! A phone of the fleet. What it makes is decided on the server like anybody's; what breaks off it says again.

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::Command;
use domain::commands::{AnswerItem, CheckIn, CheckOut, LeaveTask, TakePhoto};
use domain::geo::{Fix, Position};
use domain::id::{ChecklistId, CommandId, DeviceId, OutletId, UserId, VisitId};
use domain::records::{AnswerValue, Capture, Look, PhotoRef, VisitReason};
use domain::time::{DAY, Moment, Offset};
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use serde_json::json;
use std::time::{Duration, Instant};
use sync::wire::{Cursor, Outcome, PullResponse, PushResponse, Sent};
use sync::{Body, ContentHash, Link};
use uuid::Uuid;

use super::latency::Latencies;

/// The one that every visit is made with.
pub const CHECKLIST: ChecklistId = ChecklistId(Uuid::from_u128(0xc4ec));
/// How often the same thing is tried.
const TRIES: u32 = 20;

/// Who has the phone, and where they work.
pub struct Place {
    pub user: UserId,
    pub device: DeviceId,
    pub ticket: String,
    pub shops: Vec<OutletId>,
}

/// What all phones share.
pub struct Net {
    pub client: Client,
    pub url: String,
    pub latencies: Latencies,
    /// Of a hundred requests, so many break off.
    pub faults: u64,
}

/// See the module.
pub struct Phone<'a> {
    net: &'a Net,
    place: Place,
    cursor: Cursor,
    next: u64,
    link: Link,
    made: u128,
    chance: u64,
}

impl<'a> Phone<'a> {
    pub fn new(net: &'a Net, place: Place) -> Self {
        let chance = place.device.0.as_u128() as u64 ^ 0x9e37_79b9_7f4a_7c15;
        Self { net, place, cursor: Cursor::default(), next: 1, link: Link::default(), made: 0, chance }
    }

    /// A number below a limit, the same in every run.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.chance = self.chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.chance >> 33) % limit.max(1)
    }

    /// Fetches all there is. How many records came.
    pub async fn pull(&mut self, what: &'static str) -> Result<usize> {
        let mut records = 0;
        loop {
            let body = json!({ "device": self.place.device, "cursor": self.cursor }).to_string();
            let begun = Instant::now();
            let page: PullResponse = serde_json::from_slice(&self.say("sync/pull", &body).await?)?;
            self.net.latencies.took(what, begun.elapsed());
            records += page.records.len();
            self.cursor = page.cursor;
            if !page.more {
                return Ok(records);
            }
        }
    }

    /// Sends commands, until all of them have been answered. Each has to have been carried out.
    pub async fn push(&mut self, commands: Vec<(Command, Vec<CommandId>)>, now: Moment) -> Result<usize> {
        let count = commands.len();
        let mut sent = Vec::with_capacity(count);
        for (command, after) in commands {
            let id = self.new_id();
            let (actor, nonce) = (self.place.user, None);
            let raw = Body { id, actor, captured_at: now, mono: 0, skew: 0, after, nonce, command }.freeze();
            let (seq, prev) = (self.next, self.link.clone());
            self.link = prev.next(seq, &ContentHash::of(raw.get().as_bytes()));
            self.next += 1;
            sent.push(Sent { seq, prev, signature: None, body: raw });
        }
        let device = json!({ "id": self.place.device, "next_seq": self.next, "clock": now });
        // The bytes of a command are what its hash was taken of, and have to stay in this order.
        let body = format!(r#"{{"device":{device},"commands":{}}}"#, serde_json::to_string(&sent)?);
        let begun = Instant::now();
        let answer: PushResponse = serde_json::from_slice(&self.say("sync/push", &body).await?)?;
        self.net.latencies.took("push", begun.elapsed());
        let applied = answer.answers.iter().filter(|answer| matches!(answer.outcome, Outcome::Applied { .. })).count();
        ensure!(applied == count, "{applied} of {count} were carried out: {:?}", answer.answers);
        Ok(count)
    }

    /// A day's work: so many shops with arriving, answering, a task and leaving, and photos in the first of them.
    pub fn day(&mut self, visits: usize, photos: &[Vec<u8>], now: Moment) -> Vec<(Command, Vec<CommandId>)> {
        let mut commands: Vec<(Command, Vec<CommandId>)> = Vec::new();
        let shops = self.place.shops.clone();
        for (at, outlet) in shops.into_iter().cycle().take(visits).enumerate() {
            let visit: VisitId = self.new_id();
            let position = Position { lat: 36_600_000, lon: 114_500_000 };
            let fix = Some(Fix { position, accuracy: 10, measured_at: now, jitter: None });
            let reason = VisitReason::Planned;
            let arrive = CheckIn { visit, outlet, checklist: CHECKLIST, reason, fix, exception: None };
            commands.push((arrive.into(), Vec::new()));
            let value = Some(AnswerValue::YesNo(at % 3 > 0));
            commands.push((AnswerItem { visit, item: "clean".into(), value, confirmed: false }.into(), Vec::new()));
            if let Some(bytes) = photos.get(at) {
                commands.push((self.take(visit, bytes, fix).into(), Vec::new()));
            }
            let due = now.plus(7 * DAY).date(Offset::CHINA);
            let what = "下周来之前先给店主打电话，问清楚货架第二层换没换过位置".to_owned();
            commands.push((LeaveTask::plain(self.new_id(), outlet, self.place.user, what, due).into(), Vec::new()));
            commands.push((CheckOut { visit, fix, note: String::new() }.into(), Vec::new()));
        }
        commands
    }

    fn take(&mut self, visit: VisitId, bytes: &[u8], fix: Option<Fix>) -> TakePhoto {
        TakePhoto {
            photo: self.new_id(),
            visit,
            item: "shelf".into(),
            slot: "front".to_owned(),
            picture: PhotoRef { hash: ContentHash::of(bytes).0, bytes: bytes.len() as u64, width: 320, height: 240 },
            thumbnail: STANDARD.encode(&bytes[..bytes.len().min(6_000)]),
            fix,
            capture: Capture::Camera,
            look: Look::default(),
            redo: None,
        }
    }

    /// Sends a photo by tus, going on where the line broke.
    pub async fn upload(&mut self, photo: &[u8]) -> Result<()> {
        let device = self.place.device.to_string();
        let metadata =
            format!("sha256 {},device {}", STANDARD.encode(ContentHash::of(photo).0), STANDARD.encode(device));
        let begun = Instant::now();
        for _ in 0..TRIES {
            let create = self.request(Method::POST, "photos").header("tus-resumable", "1.0.0");
            let create = create.header("upload-length", photo.len()).header("upload-metadata", metadata.clone());
            let Some(created) = self.over_the_line(create).await? else { continue };
            ensure!(created.status() == StatusCode::CREATED, "{}", created.text().await?);
            let header = |name: &str| created.headers().get(name).and_then(|value| value.to_str().ok());
            let place = header("location").context("no place for the upload")?.to_owned();
            let offset: usize = header("upload-offset").context("no offset")?.parse()?;
            if offset < photo.len() {
                let piece = self.net.client.patch(format!("{}{place}", self.net.url)).header("cookie", self.cookie());
                let piece = piece.header("tus-resumable", "1.0.0").header("upload-offset", offset);
                let piece =
                    piece.header("content-type", "application/offset+octet-stream").body(photo[offset..].to_vec());
                let Some(sent) = self.over_the_line(piece).await? else { continue };
                if sent.status() == StatusCode::CONFLICT {
                    // What broke off before is still being written there.
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
                ensure!(sent.status() == StatusCode::NO_CONTENT, "{}", sent.text().await?);
            }
            self.net.latencies.took("photo", begun.elapsed());
            return Ok(());
        }
        bail!("a photo did not get through in {TRIES} tries")
    }

    /// Says something until it is answered.
    async fn say(&mut self, path: &str, body: &str) -> Result<Vec<u8>> {
        for _ in 0..TRIES {
            let request = self.request(Method::POST, path).header("content-type", "application/json");
            let Some(response) = self.over_the_line(request.body(body.to_owned())).await? else { continue };
            if response.status() == StatusCode::SERVICE_UNAVAILABLE {
                let after = response.headers().get("retry-after").and_then(|value| value.to_str().ok()?.parse().ok());
                tokio::time::sleep(Duration::from_secs(after.unwrap_or(1))).await;
                continue;
            }
            return Ok(response.error_for_status()?.bytes().await?.to_vec());
        }
        bail!("{path} was not answered in {TRIES} tries")
    }

    /// The answer, or none if the line broke: anywhere between the first byte out and the last one in.
    async fn over_the_line(&mut self, request: RequestBuilder) -> Result<Option<Response>> {
        if self.below(100) >= self.net.faults {
            return Ok(Some(request.send().await?));
        }
        let patience = Duration::from_micros(self.below(20_000));
        match tokio::time::timeout(patience, request.send()).await {
            // It came all the same, and the phone never knows.
            Ok(_) | Err(_) => Ok(None),
        }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.net.client.request(method, format!("{}/api/v1/{path}", self.net.url));
        request.header("cookie", self.cookie())
    }

    fn cookie(&self) -> String {
        format!("lianying={}", self.place.ticket)
    }

    fn new_id<T: From<Uuid>>(&mut self) -> T {
        self.made += 1;
        let number = self.place.device.0.as_u128() & 0xffff_ffff;
        Uuid::from_u128((9 << 96) | (number << 40) | self.made).into()
    }
}
