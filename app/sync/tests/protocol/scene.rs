//! A server with everything in memory, and phones that make simple commands: tasks left at shops.

use domain::World;
use domain::commands::{CloseTask, Command, LeaveTask};
use domain::geo::Position;
use domain::id::{CommandId, DeviceId, OutletId, TaskId, TerritoryId, UserId};
use domain::records::*;
use domain::time::{DateWindow, Moment, Offset};
use jiff::civil::date;
use std::collections::BTreeMap;
use sync::Body;
use sync::client::{OutboxRow, next_batch, seal};
use sync::server::{Author, Desk, DeviceChain, Incoming, Known, Logged, Reception, Versions, needs};
use sync::wire::{Answer, Lost, Outcome, PushResponse, Sent};
use uuid::Uuid;

/// The typed id with a number.
pub fn id<T: From<Uuid>>(number: u128) -> T {
    T::from(Uuid::from_u128(number))
}

pub fn rep() -> UserId {
    id(20)
}
pub fn phone_id() -> DeviceId {
    id(100)
}
/// Where the rep is posted.
pub fn territory() -> TerritoryId {
    id(10)
}
/// The shop there.
pub fn shop() -> OutletId {
    id(30)
}
/// A shop of a territory that the rep had until last year.
pub fn former_shop() -> OutletId {
    id(31)
}
/// A shop of a territory that the rep never had.
pub fn far_shop() -> OutletId {
    id(32)
}

/// Noon of 10 March 2026 in China.
pub const NOON: Moment = Moment(1_773_115_200_000);
pub const DAY: i64 = domain::time::DAY;

pub fn outlet(outlet: OutletId, territory: TerritoryId) -> Outlet {
    Outlet {
        id: outlet,
        territory,
        code: "HD0001".into(),
        name: "惠民超市".into(),
        initials: "hmcs".into(),
        class: OutletClass::A,
        channel: String::new(),
        address: String::new(),
        owner: String::new(),
        phone: String::new(),
        position: Position { lat: 36_612_000, lon: 114_490_000 },
        responsible: Responsible::Open,
        open: true,
        partner: false,
        moved: None,
    }
}

pub fn posting(territory: u128, window: DateWindow) -> Assignment {
    Assignment {
        id: id(90 + territory),
        user: rep(),
        territory: id(territory),
        region: id(1),
        window,
        changed_at: Moment(0),
    }
}

pub fn author() -> Author {
    let since = |until| DateWindow { from: date(2025, 1, 1), until };
    Author {
        user: User { id: rep(), region: id(1), name: "李娜".into(), role: Role::Rep, active: true },
        assignments: vec![posting(10, since(None)), posting(11, since(Some(date(2025, 12, 31))))],
        territories: [10, 11, 12].map(|n| (id(n), id(1))).to_vec(),
        revoked: false,
    }
}

pub struct Server {
    pub author: Author,
    pub world: World,
    pub versions: Versions,
    pub chains: BTreeMap<DeviceId, DeviceChain>,
    by_seq: BTreeMap<DeviceId, BTreeMap<u64, Logged>>,
    by_id: BTreeMap<CommandId, Logged>,
    pub log: Vec<Logged>,
    pub now: Moment,
    /// What the phone says its clock shows.
    pub phone_clock: Moment,
}

impl Server {
    pub fn new() -> Self {
        let mut world = World::new();
        for (shop, territory) in [(shop(), 10), (former_shop(), 11), (far_shop(), 12)] {
            world.put(outlet(shop, id(territory)));
        }
        Self {
            author: author(),
            world,
            versions: Versions::default(),
            chains: BTreeMap::new(),
            by_seq: BTreeMap::new(),
            by_id: BTreeMap::new(),
            log: Vec::new(),
            now: NOON,
            phone_clock: NOON,
        }
    }

    pub fn push(&mut self, device: DeviceId, commands: &[Sent], lost: &[u64]) -> Reception {
        let incoming: Vec<Incoming> = commands.iter().map(Incoming::read).collect();
        for need in needs(&incoming, &self.world) {
            self.world.answer(need);
        }
        let lost: Vec<Lost> = lost.iter().map(|seq| Lost { seq: *seq }).collect();
        let mut known =
            Known { by_seq: self.by_seq.remove(&device).unwrap_or_default(), by_id: std::mem::take(&mut self.by_id) };
        let reception = Desk {
            device,
            author: &self.author,
            chain: self.chains.entry(device).or_default(),
            known: &mut known,
            world: &mut self.world,
            versions: &mut self.versions,
            received_at: self.now,
            device_clock: self.phone_clock,
            offset: Offset::CHINA,
        }
        .receive(&incoming, &lost);
        self.by_seq.insert(device, known.by_seq);
        self.by_id = known.by_id;
        self.log.extend(reception.log.iter().cloned());
        reception
    }

    /// The outcomes of commands sent one by one in one push from a fresh phone.
    pub fn outcomes(&mut self, phone: &Phone) -> Vec<Outcome> {
        let reception = self.push(phone.device, &phone.sent(), &[]);
        reception.answers.into_iter().map(|answer| answer.outcome).collect()
    }

    pub fn expected(&self, device: DeviceId) -> u64 {
        self.chains.get(&device).map_or(1, |chain| chain.last_seq + 1)
    }

    pub fn has_task(&self, task: u128) -> bool {
        self.world.get::<Task>(id(task)).is_some()
    }
}

pub fn leave(task: u128, at: OutletId) -> Command {
    leave_for(task, at, None)
}

/// Left because of an answer in a visit, or of nothing in particular.
pub fn leave_for(task: u128, at: OutletId, origin: Option<Origin>) -> Command {
    LeaveTask {
        task: id::<TaskId>(task),
        outlet: at,
        owner: rep(),
        what: "补价签".into(),
        due: date(2026, 3, 20),
        origin,
        evidence: Evidence::Word,
        with: None,
        at_risk: None,
    }
    .into()
}

pub fn close(task: u128) -> Command {
    CloseTask { task: id::<TaskId>(task), photo: None, words: String::new() }.into()
}

/// A phone's outbox.
#[derive(Clone)]
pub struct Phone {
    pub device: DeviceId,
    pub rows: Vec<OutboxRow>,
    pub clock: Moment,
}

impl Phone {
    pub fn new() -> Self {
        Self { device: phone_id(), rows: Vec::new(), clock: NOON }
    }

    pub fn with(commands: impl IntoIterator<Item = (u128, Command)>) -> Self {
        let mut phone = Self::new();
        for (command, sentence) in commands {
            phone.make(command, sentence, &[]);
        }
        phone
    }

    /// The body as this phone would freeze it.
    pub fn body(&self, command: u128, sentence: Command, after: &[u128]) -> Body {
        Body {
            id: id(command),
            actor: rep(),
            captured_at: self.clock,
            mono: 0,
            skew: 0,
            after: after.iter().map(|n| id(*n)).collect(),
            nonce: None,
            command: sentence,
        }
    }

    pub fn make(&mut self, command: u128, sentence: Command, after: &[u128]) {
        let body = self.body(command, sentence, after);
        self.seal(&body);
    }

    pub fn seal(&mut self, body: &Body) {
        let row = seal(self.device, self.rows.last(), body.id, &body.freeze(), body.captured_at);
        self.rows.push(row);
    }

    /// A row with any bytes, as a later version of the app would leave it behind.
    pub fn seal_text(&mut self, command: u128, json: &str) {
        let raw = serde_json::value::RawValue::from_string(json.to_owned()).unwrap();
        self.rows.push(seal(self.device, self.rows.last(), id(command), &raw, self.clock));
    }

    /// What it would send now.
    pub fn sent(&self) -> Vec<Sent> {
        next_batch(&self.rows, self.device, None).commands
    }

    /// Takes in what the server answered.
    pub fn absorb(&mut self, response: &PushResponse) -> sync::client::PushEffect {
        let effect = sync::client::absorb_push(&self.rows, self.device, "e1", response);
        for (seq, state) in &effect.states {
            let row = self.rows.iter_mut().find(|row| row.device == self.device && row.seq == *seq).unwrap();
            row.state = state.clone();
        }
        effect
    }
}

pub fn response(answers: Vec<Answer>, expected: u64) -> PushResponse {
    PushResponse { answers, expected, fork: false, server_time: NOON, epoch: "e1".into(), nonce: String::new() }
}

pub const fn is_applied(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Applied { .. })
}
