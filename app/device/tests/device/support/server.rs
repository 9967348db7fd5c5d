//! A small server in the test's own memory. What it decides it decides with the real code.

use super::line::{Answered, Arrived, Line, lay};
use domain::id::{CommandId, DeviceId};
use domain::records::{AnyRecord, RecordKey};
use domain::rules::reach::Strictness;
use domain::time::{Moment, Offset};
use domain::{Changes, Scope, World};
use serde_json::value::RawValue;
use std::cell::{RefCell, RefMut};
use std::collections::BTreeMap;
use std::rc::Rc;
use sync::ContentHash;
use sync::digest::Digest;
use sync::server::{Author, Desk, DeviceChain, Incoming, Known, Logged, Reception, RecordChange, Versions};
use sync::wire::{
    Became, Delivered, Delivery, Gone, LoggedIn, Lost, PullRequest, PullResponse, PushRequest, PushResponse, Sent,
    Session, Taken, WireRecord,
};

/// The server; clones are one.
#[derive(Clone)]
pub struct Server(Rc<RefCell<Data>>);

/// What it knows. Tests look into it and change it.
pub struct Data {
    pub author: Author,
    pub line: Line,
    pub epoch: String,
    /// Every push as it arrived.
    pub pushes: Vec<PushRequest>,
    /// Everything it has, by device and number.
    pub log: BTreeMap<DeviceId, BTreeMap<u64, Logged>>,
    pub chains: BTreeMap<DeviceId, DeviceChain>,
    /// Rows in a page of a pull.
    pub page: usize,
    pub pulls: u32,
    pub logged_out: bool,
    /// Whether the password was given by somebody else.
    pub password_due: bool,
    /// Whether who is in is answered later than anything that is asked after it.
    pub holds_session: bool,
    /// Photos, whole or not, by hash.
    pub photos: BTreeMap<String, Vec<u8>>,
    pub receipts: Vec<String>,
    /// Bytes of photos that still arrive before the line is cut.
    pub photo_budget: usize,
    /// So many pieces are told that they begin elsewhere than where the server is.
    pub disputes: u32,
    pub says_fork: bool,
    /// Whether a login brings the secret that opens a phone whose PIN was forgotten.
    pub gives_recovery: bool,
    /// Photos that it will not take, by hash.
    pub unwanted: Vec<String>,
    /// Scopes of which phones said that their rows differed.
    pub differing: Vec<Scope>,
    pub wrong_digests: bool,
    pub keep_days: Option<u16>,
    /// Every delivery as it arrived.
    pub deliveries: Vec<Delivery>,
    /// Whose each device is, as its first push said.
    pub owners: BTreeMap<DeviceId, Author>,
    /// It has heard of no device but the one that asks.
    pub knows_nobody: bool,
    world: World,
    versions: Versions,
    rows: BTreeMap<RecordKey, (Scope, u64, String)>,
    gone: Vec<Gone>,
}

impl Server {
    /// Puts a server with one account behind `fetch`.
    pub fn start(author: Author) -> Self {
        let server = Self(Rc::new(RefCell::new(Data {
            author,
            line: Line::Up,
            epoch: "first".to_owned(),
            pushes: Vec::new(),
            log: BTreeMap::new(),
            chains: BTreeMap::new(),
            page: 1000,
            pulls: 0,
            logged_out: false,
            password_due: false,
            holds_session: false,
            photos: BTreeMap::new(),
            receipts: Vec::new(),
            photo_budget: usize::MAX,
            disputes: 0,
            says_fork: false,
            gives_recovery: true,
            unwanted: Vec::new(),
            differing: Vec::new(),
            wrong_digests: false,
            keep_days: None,
            deliveries: Vec::new(),
            owners: BTreeMap::new(),
            knows_nobody: false,
            world: World::new(),
            versions: Versions::default(),
            rows: BTreeMap::new(),
            gone: Vec::new(),
        })));
        let behind = server.clone();
        lay(move |request| behind.get().serve(&request));
        server
    }

    pub fn get(&self) -> RefMut<'_, Data> {
        self.0.borrow_mut()
    }

    pub fn set_line(&self, line: Line) {
        self.get().line = line;
    }

    /// Writes records as if somebody else had made them.
    pub fn write(&self, changes: &Changes) {
        let mut data = self.get();
        let Data { versions, world, .. } = &mut *data;
        versions.apply(changes, world);
        data.publish();
    }

    /// How many commands it has carried out or turned away.
    pub fn commands(&self) -> usize {
        self.get().log.values().map(BTreeMap::len).sum()
    }
}

/// A row of a pull: a record with its body, or one that is gone.
type Due = (Scope, u64, Result<(RecordKey, String), Gone>);

fn now() -> Moment {
    Moment(js_sys::eval("Date.now()").ok().and_then(|now| now.as_f64()).unwrap_or_default() as i64)
}

impl Data {
    fn serve(&mut self, request: &Arrived) -> (Line, Option<Answered>) {
        if matches!(self.line, Line::Cut | Line::Portal) {
            return (self.line, None);
        }
        let answer = match (request.method.as_str(), request.path.as_str()) {
            ("POST", "/api/v1/session") => Answered::json(&LoggedIn {
                session: self.session(),
                // 32 bytes in base64url.
                recovery: self.gives_recovery.then(|| "A1b2".repeat(10) + "A1E"),
            }),
            ("POST", "/api/v1/session/password") => {
                self.password_due = false;
                Answered::json(&self.session())
            }
            ("GET", "/api/v1/session") if self.holds_session => {
                return (Line::Holds, Some(Answered::json(&self.session())));
            }
            (_, "/api/v1/session") => Answered::json(&self.session()),
            _ if self.logged_out => Answered { body: r#"{"code":"logged_out"}"#.to_owned(), ..Answered::status(401) },
            ("POST", "/api/v1/sync/push") => {
                Answered::json(&self.push(&serde_json::from_str(&request.text).expect("a push")))
            }
            ("POST", "/api/v1/sync/deliver") if self.knows_nobody => Answered::status(404),
            ("POST", "/api/v1/sync/deliver") => {
                Answered::json(&self.deliver(&serde_json::from_str(&request.text).expect("a delivery")))
            }
            ("POST", "/api/v1/sync/pull") => {
                Answered::json(&self.pull(&serde_json::from_str(&request.text).expect("a pull")))
            }
            (_, path) if path.starts_with("/api/v1/photos") => match self.photo(request) {
                Some(answer) => answer,
                None => return (Line::Cut, None),
            },
            (method, path) => panic!("nobody answers {method} {path}"),
        };
        (self.line, Some(answer))
    }

    fn session(&self) -> Session {
        Session {
            user: self.author.user.clone(),
            // Everybody has their own.
            device: DeviceId(uuid::Uuid::from_u128(6 + self.author.user.id.0.as_u128())),
            scopes: self.scopes(),
            offset: Offset::CHINA,
            expires_at: now().plus(1_000_000),
            server_time: now(),
            keep_days: self.keep_days,
            password_due: self.password_due,
        }
    }

    fn scopes(&self) -> Vec<Scope> {
        self.author.scopes(now(), Offset::CHINA, Strictness::Exact)
    }

    fn push(&mut self, request: &PushRequest) -> PushResponse {
        self.pushes.push(request.clone());
        let device = request.device.id;
        let author = self.author.clone();
        self.owners.entry(device).or_insert_with(|| author.clone());
        let (reception, expected) =
            self.receive(&author, device, request.device.clock, &request.commands, &request.lost);
        let fork = reception.fork || std::mem::take(&mut self.says_fork);
        PushResponse {
            answers: if fork { Vec::new() } else { reception.answers },
            expected,
            fork,
            server_time: now(),
            epoch: self.epoch.clone(),
            nonce: sync::proof::nonce(now(), "seal"),
        }
    }

    fn deliver(&mut self, delivery: &Delivery) -> Delivered {
        self.deliveries.push(delivery.clone());
        let author = self.owners.get(&delivery.device).cloned().expect("a device that has pushed before");
        let (reception, expected) = self.receive(&author, delivery.device, now(), &delivery.commands, &[]);
        let taken = reception.answers.iter();
        let taken = taken.map(|answer| Taken { seq: answer.seq, became: Became::of(&answer.outcome), reason: None });
        Delivered {
            taken: taken.collect(),
            expected,
            fork: reception.fork,
            unproven: None,
            server_time: now(),
            epoch: self.epoch.clone(),
        }
    }

    /// Takes commands of a device, whoever brought them; also says which number it waits for.
    fn receive(
        &mut self,
        author: &Author,
        device: DeviceId,
        device_clock: Moment,
        commands: &[Sent],
        lost: &[Lost],
    ) -> (Reception, u64) {
        let chain = self.chains.entry(device).or_default();
        let by_id: BTreeMap<CommandId, Logged> =
            self.log.values().flat_map(BTreeMap::values).filter_map(|line| Some((line.id?, line.clone()))).collect();
        let mut known = Known { by_seq: self.log.get(&device).cloned().unwrap_or_default(), by_id };
        let incoming: Vec<Incoming> = commands.iter().map(Incoming::read).collect();
        let reception = Desk {
            device,
            author,
            chain,
            known: &mut known,
            world: &mut self.world,
            versions: &mut self.versions,
            received_at: now(),
            device_clock,
            offset: Offset::CHINA,
        }
        .receive(&incoming, lost);
        let expected = chain.last_seq + 1;
        let log = self.log.entry(device).or_default();
        log.extend(reception.log.iter().map(|line| (line.seq, line.clone())));
        self.publish();
        (reception, expected)
    }

    /// Makes what was written findable for pulls.
    fn publish(&mut self) {
        for change in self.versions.take().0 {
            match change {
                RecordChange::Put { record, version } => {
                    self.rows.insert(record.key(), (record.scope(), version, record.body()));
                }
                RecordChange::Gone { key, scope, version } => {
                    if self.rows.get(&key).is_some_and(|(at, ..)| *at == scope) {
                        self.rows.remove(&key);
                    }
                    self.gone.push(Gone { kind: key.kind.name().to_owned(), id: key.id, scope, version });
                }
            }
        }
    }

    fn pull(&mut self, request: &PullRequest) -> PullResponse {
        self.pulls += 1;
        self.differing.extend(request.check.iter().flat_map(|check| check.scopes.iter().copied()));
        let held = self.scopes();
        let mut cursor = request.cursor.clone();
        let leave: Vec<Scope> = cursor.scopes.keys().copied().filter(|scope| !held.contains(scope)).collect();
        let enter: Vec<Scope> = held.iter().copied().filter(|scope| !cursor.scopes.contains_key(scope)).collect();
        cursor.scopes.retain(|scope, _| held.contains(scope));
        for scope in &held {
            cursor.scopes.entry(*scope).or_default();
        }
        let mut due: Vec<Due> = self
            .rows
            .iter()
            .map(|(key, (scope, version, body))| (*scope, *version, Ok((*key, body.clone()))))
            .chain(self.gone.iter().map(|gone| (gone.scope, gone.version, Err(gone.clone()))))
            .filter(|(scope, version, _)| cursor.scopes.get(scope).is_some_and(|at| version > at))
            .collect();
        due.sort_by_key(|(scope, version, _)| (*scope, *version));
        let remaining = due.len().saturating_sub(self.page);
        due.truncate(self.page);

        let (mut records, mut removed) = (Vec::new(), Vec::new());
        for (scope, version, row) in due {
            cursor.scopes.insert(scope, version);
            match row {
                Ok((key, body)) => records.push(WireRecord {
                    kind: key.kind.name().to_owned(),
                    id: key.id,
                    scope,
                    version,
                    body: RawValue::from_string(body).expect("a body is JSON"),
                }),
                Err(gone) => removed.push(gone),
            }
        }
        let receipts =
            self.receipts.split_off(usize::try_from(cursor.receipts).expect("small").min(self.receipts.len()));
        let all = [self.receipts.as_slice(), &receipts].concat();
        cursor.receipts = all.len() as u64;
        self.receipts = all;
        PullResponse {
            records,
            removed,
            enter,
            leave,
            receipts,
            cursor,
            more: remaining > 0,
            remaining: remaining as u64,
            acknowledged: self.chains.get(&request.device).map_or(0, |chain| chain.last_seq),
            server_time: now(),
            epoch: self.epoch.clone(),
            min_protocol: 1,
            build: "test".to_owned(),
            nonce: sync::proof::nonce(now(), "seal"),
            digests: (request.check.is_some() && remaining == 0).then(|| self.digests(&held)),
        }
    }

    fn digests(&self, held: &[Scope]) -> BTreeMap<Scope, Digest> {
        let mut digests: BTreeMap<Scope, Digest> =
            held.iter().map(|scope| (*scope, Digest(u64::from(self.wrong_digests)))).collect();
        for (key, (scope, version, _)) in &self.rows {
            if let Some(digest) = digests.get_mut(scope) {
                digest.fold(key.kind.name(), &key.id.to_string(), *version);
            }
        }
        digests
    }

    /// tus, as far as a phone uses it; none if the line was cut.
    fn photo(&mut self, request: &Arrived) -> Option<Answered> {
        let name = request.path.rsplit('/').next().unwrap_or_default().to_owned();
        let length = |photos: &BTreeMap<String, Vec<u8>>, hash: &str| photos.get(hash).map_or(0, Vec::len);
        Some(match request.method.as_str() {
            "POST" => {
                let metadata = request.header("upload-metadata");
                let encoded = metadata.split([' ', ',']).nth(1).unwrap_or_default().to_owned();
                let window = web_sys::window().expect("a page");
                let hash = window.atob(&encoded).expect("base64");
                let offset = length(&self.photos, &hash);
                self.photos.entry(hash.clone()).or_default();
                let place = ["/api/v1/photos/uploads/", &hash].concat();
                Answered::status(201).with("location", place).with("upload-offset", offset)
            }
            "HEAD" => Answered::status(200).with("upload-offset", length(&self.photos, &name)),
            "PATCH" if self.disputes > 0 => {
                self.disputes -= 1;
                Answered::status(409)
            }
            "PATCH" => {
                let here = self.photos.entry(name.clone()).or_default();
                assert_eq!(request.header("upload-offset"), here.len().to_string(), "it goes on where it stopped");
                let taken = request.bytes.len().min(self.photo_budget);
                here.extend_from_slice(&request.bytes[..taken]);
                self.photo_budget -= taken;
                if taken < request.bytes.len() {
                    return None;
                }
                let offset = here.len();
                if ContentHash::of(here).0 == name {
                    if self.unwanted.contains(&name) {
                        return Some(Answered::status(415));
                    }
                    self.receipts.push(name);
                }
                Answered::status(204).with("upload-offset", offset)
            }
            method => panic!("nobody answers {method} {}", request.path),
        })
    }

    /// The record as the server has it.
    pub fn record(&self, key: RecordKey) -> Option<AnyRecord> {
        self.world.any(key).cloned()
    }

    /// Everything that was written since is gone, as after a restored backup.
    pub fn restore(&mut self, kept: u64) {
        self.epoch = "second".to_owned();
        for log in self.log.values_mut() {
            log.retain(|seq, _| *seq <= kept);
        }
        for (device, chain) in &mut self.chains {
            let last = self.log.get(device).and_then(|log| log.last_key_value());
            *chain = last.map_or_else(DeviceChain::default, |(seq, line)| DeviceChain {
                last_seq: *seq,
                link: line.link.clone(),
            });
        }
    }

    /// Takes a record away without a trace, as a restored backup does.
    pub fn lose(&mut self, key: RecordKey) {
        self.world.remove(key);
        self.rows.remove(&key);
    }
}
