//! One run: people work, phones exchange, and everything goes wrong that can; then nothing goes wrong any more,
//! and what is left is looked at.

mod carrying;
mod drain;
mod faults;
mod rest;

use crate::build::Build;
use crate::chance::Chance;
use crate::check::laws;
use crate::check::ledger::Ledger;
use crate::network::{Letter, Network, Request, Response, Sender, Weather};
use crate::phone::carry::Parcel;
use crate::phone::person::Ids;
use crate::phone::{NotSaved, Phone};
use crate::plant::Plant;
use crate::region::{BEGIN, managers, records, reps};
use crate::server::{Crash, Server};
use crate::tally::Tally;
use domain::id::UserId;
use domain::records::Role;
use domain::time::{DAY, Moment};
use drain::Drained;
use faults::Faults;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

/// What a run is made of. The same plan makes the same run.
#[derive(Clone, Debug)]
pub struct Plan {
    pub seed: u64,
    pub steps: u32,
    /// The only steps that are taken, if not all are: what a shrunk run consists of.
    pub only: Option<Arc<BTreeSet<u32>>>,
    /// Whether phones' clocks are wrong.
    pub wrong_clocks: bool,
    /// Whether it is compared with a run of right clocks: then clocks are wrong, but do not jump.
    pub twin: bool,
    pub plant: Option<Plant>,
    /// Whether to say what happens.
    pub aloud: bool,
}

/// A law that did not hold, and where.
#[derive(Clone, Debug)]
pub struct Broken {
    pub plan: Plan,
    pub step: u32,
    pub what: String,
}

/// How wrong a clock may be, in days.
const TEN_YEARS: i64 = 3_650;

pub struct Run {
    plan: Plan,
    step: u32,
    now: Moment,
    chance: Chance,
    ids: Ids,
    faults: Faults,
    server: Server,
    phones: Vec<Phone>,
    network: Network,
    requests: u64,
    /// How often something went over the line in hours when all was well.
    moves: u32,
    ledger: Ledger,
    /// Parcels that were made: files that anybody may have.
    files: Vec<Rc<Parcel>>,
    /// What each phone sends after all faults have stopped.
    drained: Option<Vec<Drained>>,
    pub tally: Tally,
}

impl Run {
    pub fn new(plan: Plan) -> Self {
        let mut chance = Chance::from(plan.seed);
        let mut faults = Faults::draw(&mut chance);
        faults.rot &= Plant::lets_rot(plan.plant);
        let page_size = 1 + chance.place(12);
        let ([a, b], [c, d]) = (reps(), managers());
        let users =
            [(a, Role::Rep), (a, Role::Rep), (b, Role::Rep), (c, Role::RegionalManager), (d, Role::RegionalManager)];
        let phones = users.into_iter().map(|(user, role)| {
            let tabs = 1 + chance.place(2);
            let ids = Ids(Chance::from(chance.number()));
            let mut phone = Phone::new(user, role, tabs, ids, plan.plant);
            let error = chance.between(-TEN_YEARS, TEN_YEARS) * DAY * i64::from(chance.one_in(2));
            // No clock is right to the millisecond; and no error at all would read as one that was never measured.
            phone.clock_error = if plan.wrong_clocks { error + 700 } else { 700 };
            phone.build = if faults.upgrades { Build::Old } else { Build::New };
            phone
        });
        let phones = phones.collect();
        let mut server = Server::new(records(), page_size, plan.plant);
        server.build = if faults.upgrades { Build::Old } else { Build::New };
        Self {
            plan,
            step: 0,
            now: BEGIN,
            ids: Ids(Chance::from(chance.number())),
            faults,
            server,
            phones,
            network: Network::default(),
            requests: 0,
            moves: 0,
            ledger: Ledger::default(),
            files: Vec::new(),
            drained: None,
            tally: Tally::default(),
            chance,
        }
    }

    /// The whole run.
    pub fn play(mut self) -> Result<Tally, Broken> {
        let result = self.work().and_then(|()| self.come_to_rest());
        result.map_err(|what| Broken { plan: self.plan, step: self.step, what })?;
        self.tally.count_outcomes(&self.server.tables, self.step + self.moves);
        Ok(self.tally)
    }

    fn work(&mut self) -> Result<(), String> {
        // Most phones have been in use for a while.
        for phone in 0..self.phones.len() {
            if self.chance.below(4) > 0 {
                self.exchange(phone, 0)?;
            }
        }
        while self.step < self.plan.steps {
            self.step += 1;
            if self.plan.only.as_ref().is_some_and(|only| !only.contains(&self.step)) {
                continue;
            }
            self.chance = Chance::of_step(self.plan.seed, self.step);
            self.ids = Ids(Chance::from(self.chance.number()));
            self.one_step()?;
            if self.chance.one_in(3) {
                let at = self.chance.place(self.phones.len());
                laws::at_any_time(&self.server, &self.phones[at], &self.ledger)
                    .map_err(|broken| format!("phone {at}: {broken}"))?;
            }
        }
        Ok(())
    }

    fn one_step(&mut self) -> Result<(), String> {
        match self.chance.below(100) {
            0..32 => self.deliver(self.faults.weather),
            32..54 => {
                let crash = match self.chance.below(12) {
                    0 if self.faults.server_crashes => Crash::BeforeCommit,
                    1 if self.faults.server_crashes => Crash::AfterCommit,
                    2 if self.faults.server_crashes => Crash::BeforeTables,
                    _ => Crash::Never,
                };
                self.serve(crash)
            }
            54..76 => {
                self.act();
                Ok(())
            }
            76..90 => {
                let (phone, tab) = self.some_tab();
                self.begin(phone, tab);
                Ok(())
            }
            // A good hour: one phone exchanges until it is done.
            90 => {
                let (phone, tab) = self.some_tab();
                self.exchange(phone, tab)
            }
            91..93 => {
                let (seconds, days) = (self.chance.between(1, 3_600), self.chance.between(-30, 2).max(0));
                self.now = self.now.plus(seconds * 1_000 + days * DAY);
                Ok(())
            }
            _ => self.something_goes_wrong(),
        }
    }

    fn some_tab(&mut self) -> (usize, usize) {
        let phone = self.chance.place(self.phones.len());
        (phone, self.chance.place(self.phones[phone].tabs.len()))
    }

    /// Somebody does something, and sees that it is saved.
    fn act(&mut self) {
        let at = self.chance.place(self.phones.len());
        if self.chance.one_in(30) {
            return self.carry(at);
        }
        let world = self.phones[at].world();
        let idea = self.phones[at].idea(&world, &mut self.chance, &mut self.ids);
        let Some(command) = idea.filter(|command| self.phones[at].build.reads(command)) else { return };
        let id = self.ids.next();
        match self.phones[at].record(id, command.clone(), world, self.now) {
            Ok(()) => {
                self.say(|| format!("phone {at} records {id} {command:?}"));
                self.ledger.saved.push((id, at));
                self.tally.recorded += 1;
            }
            Err(NotSaved::Refused(_)) => self.tally.refused_at_once += 1,
            Err(NotSaved::NoRoom) => self.tally.no_room += 1,
        }
    }

    /// An idle tab begins to exchange.
    fn begin(&mut self, phone: usize, tab: usize) {
        if self.phones[phone].tabs[tab].is_idle() {
            let request = self.phones[phone].begin(tab, self.now);
            self.send_up(phone, tab, request);
        }
    }

    fn send_up(&mut self, phone: usize, tab: usize, request: Option<Request>) {
        let Some(request) = request else { return };
        if !self.phones[phone].online {
            self.phones[phone].tabs[tab].give_up();
            return;
        }
        if let Some(drained) = self.drained.as_mut().and_then(|drained| drained.get_mut(phone)) {
            drained.count(&request);
        }
        self.requests += 1;
        self.phones[phone].tabs[tab].request = self.requests;
        self.say(|| format!("phone {phone} tab {tab} asks {request:?}"));
        let sender = Sender { phone, tab, request: self.requests };
        self.network.send(Letter::Up(sender, request));
    }

    fn deliver(&mut self, weather: Weather) -> Result<(), String> {
        match self.network.deliver(&mut self.chance, weather) {
            None => {}
            Some(Letter::Up(sender, request)) => self.server.receive(sender, request),
            Some(Letter::Down(sender, response)) => self.hand_over(sender, &response),
        }
        Ok(())
    }

    /// An answer arrives. One that nobody waits for any more is thrown away.
    fn hand_over(&mut self, sender: Sender, response: &Response) {
        let Sender { phone, tab, request } = sender;
        if self.phones[phone].tabs.get(tab).is_none_or(|tab| tab.request != request) {
            return;
        }
        self.say(|| format!("phone {phone} tab {tab} hears {response:?}"));
        let device = self.phones[phone].shelf().device;
        self.phones[phone].tabs[tab].request = 0;
        let next = self.phones[phone].answered(tab, response, self.now);
        self.tally.forks += u32::from(self.phones[phone].shelf().device != device);
        self.send_up(phone, tab, next);
    }

    /// The server does some of what waits.
    fn serve(&mut self, crash: Crash) -> Result<(), String> {
        if !self.server.has_work() {
            return Ok(());
        }
        self.tally.server_crashes += u32::from(crash != Crash::Never);
        self.say(|| format!("the server works, {crash:?}"));
        let users: Vec<Option<UserId>> =
            self.phones.iter().map(|phone| (!phone.logged_out).then_some(phone.user)).collect();
        let (ledger, now) = (&mut self.ledger, self.now);
        let look = |said: &_, tables: &_| ledger.look(said, tables, now);
        let letters = self.server.work(&|phone| users[phone], &mut self.chance, now, crash, look)?;
        letters.into_iter().for_each(|letter| self.network.send(letter));
        Ok(())
    }

    fn say(&self, what: impl FnOnce() -> String) {
        if self.plan.aloud {
            println!("{:>5} {}", self.step, what());
        }
    }
}
