//! A phone as the server sees it: an outbox kept by the client's own state machine, a cursor, a replica, a session.

use crate::served::Served;
use domain::commands::LeaveTask;
use domain::id::{CommandId, DeviceId, OutletId, UserId};
use domain::time::Moment;
use domain::{Command, Scope};
use reqwest::{Client, Response, StatusCode};
use serde::Serialize;
use server::clock::Clock;
use std::collections::BTreeMap;
use store::{Accounts, SessionRow, SqliteStore};
use sync::client::{OutboxRow, RowState, absorb_push, next_batch, seal};
use sync::wire::{Cursor, DeviceReport, Outcome, PullRequest, PullResponse, PushRequest, PushResponse};
use sync::{Body, ContentHash};
use uuid::Uuid;

/// See the module.
#[derive(Clone)]
pub struct Phone {
    pub client: Client,
    pub url: String,
    pub cookie: String,
    pub user: UserId,
    pub device: DeviceId,
    pub clock: Moment,
    pub rows: Vec<OutboxRow>,
    pub expected: Option<u64>,
    pub cursor: Cursor,
    /// What it has pulled: scope, version and body by kind and id.
    pub base: BTreeMap<(String, Uuid), (Scope, u64, String)>,
    pub made: u128,
    /// Goes into its next commands.
    pub nonce: Option<String>,
    /// What it says its key is.
    pub key: Option<String>,
}

impl Phone {
    /// A phone that somebody has logged in on.
    pub async fn new(served: &Served, user: UserId, device: u128) -> Self {
        Self::logged_in(&served.store, &served.clock, served.url.clone(), user, device).await
    }

    /// The same, with a session written into a database.
    pub async fn logged_in(store: &SqliteStore, clock: &Clock, url: String, user: UserId, device: u128) -> Self {
        let token = format!("token-{user}-{device}");
        let device = DeviceId(Uuid::from_u128(device));
        let now = clock.now();
        let session = SessionRow {
            token_hash: ContentHash::of(token.as_bytes()).0,
            user,
            device,
            name: String::new(),
            created_at: now,
            expires_at: now.plus(90 * domain::time::DAY),
            last_seen: now,
            revoked_at: None,
            password_due: false,
        };
        store.open_session(&session).await.unwrap();
        Self {
            client: Client::new(),
            url,
            cookie: format!("lianying={token}"),
            user,
            device,
            clock: now,
            rows: Vec::new(),
            expected: None,
            cursor: Cursor::default(),
            base: BTreeMap::new(),
            made: 0,
            nonce: None,
            key: None,
        }
    }

    /// A new id, like no other phone's.
    pub fn new_id<T: From<Uuid>>(&mut self) -> T {
        self.made += 1;
        Uuid::from_u128((self.device.0.as_u128() << 64) + self.made).into()
    }

    /// From here on its ids are others than those of the phone that it was copied from.
    pub fn made_elsewhere(&mut self) {
        self.made += 1_000_000;
    }

    /// Makes a command and puts it into the outbox.
    pub fn make(&mut self, command: impl Into<Command>) -> CommandId {
        self.make_after(command, Vec::new())
    }

    /// The same, building on others.
    pub fn make_after(&mut self, command: impl Into<Command>, after: Vec<CommandId>) -> CommandId {
        let id = self.new_id();
        let command = command.into();
        let (captured_at, nonce) = (self.clock, self.nonce.clone());
        self.freeze(&Body { id, actor: self.user, captured_at, mono: 0, skew: 0, after, nonce, command });
        id
    }

    /// Puts a body into the outbox.
    pub fn freeze(&mut self, body: &Body) {
        self.rows.push(seal(self.device, self.rows.last(), body.id, &body.freeze(), self.clock));
    }

    /// Puts bytes into the outbox that are no body.
    pub fn freeze_raw(&mut self, raw: &str) {
        let id = self.new_id();
        let raw = serde_json::value::RawValue::from_string(raw.to_owned()).unwrap();
        self.rows.push(seal(self.device, self.rows.last(), id, &raw, self.clock));
    }

    /// Leaves a task for itself in a shop.
    pub fn leave_task(&mut self, outlet: OutletId, what: &str) -> CommandId {
        let task = self.new_id();
        let due = "2026-03-01".parse().unwrap();
        self.make(LeaveTask::plain(task, outlet, self.user, what.to_owned(), due))
    }

    /// What it says about itself.
    pub fn report(&self) -> DeviceReport {
        let next_seq = self.rows.last().map_or(1, |row| row.seq + 1);
        let (clock, key) = (self.clock, self.key.clone());
        DeviceReport {
            id: self.device,
            epoch: String::new(),
            next_seq,
            photos_waiting: 0,
            persisted: None,
            clock,
            key,
            unsent: None,
            refused: 0,
        }
    }

    /// The next push.
    pub fn request(&self) -> PushRequest {
        let batch = next_batch(&self.rows, self.device, self.expected);
        PushRequest { device: self.report(), commands: batch.commands, lost: batch.lost }
    }

    /// Sends what waits, once, and takes the answer in.
    pub async fn push(&mut self) -> PushResponse {
        let response = self.send(&self.request()).await;
        self.take_in(&response);
        response
    }

    /// The same over a line that may break: then nothing is known.
    pub async fn try_push(&mut self) -> Option<PushResponse> {
        let request = self.client.post(format!("{}/api/v1/sync/push", self.url)).json(&self.request());
        let response = request.header("cookie", &self.cookie).send().await.ok()?;
        let response = response.json().await.ok()?;
        self.take_in(&response);
        Some(response)
    }

    fn take_in(&mut self, response: &PushResponse) {
        let effect = absorb_push(&self.rows, self.device, "", response);
        for (seq, state) in effect.states {
            self.rows.iter_mut().find(|row| row.seq == seq).unwrap().state = state;
        }
        self.expected = Some(effect.expected);
    }

    /// Sends a push that is answered well.
    pub async fn send(&self, request: &PushRequest) -> PushResponse {
        let response = self.post("sync/push", request).await;
        assert_eq!(response.status(), StatusCode::OK);
        response.json().await.unwrap()
    }

    /// Sends any JSON.
    pub async fn post(&self, path: &str, body: &impl Serialize) -> Response {
        self.post_bytes(path, serde_json::to_vec(body).unwrap()).await
    }

    /// Sends any bytes as JSON.
    pub async fn post_bytes(&self, path: &str, body: Vec<u8>) -> Response {
        let request = self.client.post(format!("{}/api/v1/{path}", self.url)).body(body);
        request.header("cookie", &self.cookie).header("content-type", "application/json").send().await.unwrap()
    }

    /// Pulls one page and takes it in.
    pub async fn pull_page(&mut self) -> PullResponse {
        let request = PullRequest { device: self.device, cursor: self.cursor.clone(), check: None };
        let response = self.post("sync/pull", &request).await;
        assert_eq!(response.status(), StatusCode::OK);
        let page: PullResponse = response.json().await.unwrap();
        self.base.retain(|_, (scope, ..)| !page.leave.contains(scope));
        for gone in &page.removed {
            let key = (gone.kind.clone(), gone.id);
            if self.base.get(&key).is_some_and(|(scope, version, _)| sync::client::leaves(gone, *scope, *version)) {
                self.base.remove(&key);
            }
        }
        for record in &page.records {
            let row = (record.scope, record.version, record.body.get().to_owned());
            self.base.insert((record.kind.clone(), record.id), row);
        }
        self.cursor = page.cursor.clone();
        page
    }

    /// Pulls until there is no more.
    pub async fn pull(&mut self) -> Vec<PullResponse> {
        let mut pages = vec![self.pull_page().await];
        while pages.last().unwrap().more {
            pages.push(self.pull_page().await);
        }
        pages
    }

    /// The records of a kind that it holds.
    pub fn count(&self, kind: &str) -> usize {
        self.base.keys().filter(|(found, _)| found == kind).count()
    }

    /// What is known of a row, by number.
    pub fn state(&self, seq: u64) -> &RowState {
        &self.rows[usize::try_from(seq).unwrap() - 1].state
    }
}

/// The outcomes of an answer, by number.
pub fn outcomes(response: &PushResponse) -> Vec<(u64, &Outcome)> {
    response.answers.iter().map(|answer| (answer.seq, &answer.outcome)).collect()
}
