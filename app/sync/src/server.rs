//! Deciding what arrives. One call takes the commands of one push against a loaded world and says,
//! purely, what became of each, what is written to the log and which records change at which version.
//! The server's writer loads the needs of many pushes, calls this for each, and commits once.

mod author;
mod carried;
mod intake;
mod quarantine;
mod versions;

pub use author::Author;
pub use carried::clock_as_signed;
pub use intake::{Incoming, needs};
pub use quarantine::{Shelf, quarantine_of};
pub use versions::{RecordChange, Versions};

use crate::body::{Body, ContentHash, Link};
use crate::wire::{Answer, Lost, Outcome, QuarantineReason};
use domain::id::{CommandId, DeviceId};
use domain::time::{Moment, Offset};
use domain::{Refusal, World};
use std::collections::{BTreeMap, BTreeSet};

/// How far the server has come with one device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeviceChain {
    /// The last number taken, 0 before the first.
    pub last_seq: u64,
    /// The link after it; empty before the first, and after a number that was lost.
    pub link: Link,
}

impl DeviceChain {
    /// After a number that was lost the link is not known: the next command starts the chain anew.
    fn follows_lost(&self) -> bool {
        self.last_seq > 0 && self.link == Link::default()
    }
}

/// A line of the command log.
#[derive(Clone, Debug, PartialEq)]
pub struct Logged {
    /// The device.
    pub device: DeviceId,
    /// Its number.
    pub seq: u64,
    /// Its id; none if the bytes had none, or the number was lost.
    pub id: Option<CommandId>,
    /// The hash of its bytes; empty if lost.
    pub content: ContentHash,
    /// The link before it where the log cannot know it: after a number that was lost the device names it.
    pub prev: Option<Link>,
    /// The link after it.
    pub link: Link,
    /// The frozen bytes; empty if lost.
    pub body: String,
    /// The device's signature of the link, as it came.
    pub signature: Option<String>,
    /// When it was made, by the phone's clock as it stood.
    pub captured_at: Option<Moment>,
    /// When it arrived.
    pub received_at: Moment,
    /// What became of it.
    pub outcome: Outcome,
}

/// What the log already says of commands in this push: by number of this device, and by id of any device.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// By number of this device.
    pub by_seq: BTreeMap<u64, Logged>,
    /// By id; also the forerunners that the commands name.
    pub by_id: BTreeMap<CommandId, Logged>,
}

/// Everything one push is decided with.
pub struct Desk<'a> {
    /// The device that sends.
    pub device: DeviceId,
    /// Whose session it is.
    pub author: &'a Author,
    /// How far the server has come with the device; moved on.
    pub chain: &'a mut DeviceChain,
    /// What the log says already; new lines are added, for later pushes of the same transaction.
    pub known: &'a mut Known,
    /// The loaded records; changed by what is applied.
    pub world: &'a mut World,
    /// The version counters of the scopes; moved on.
    pub versions: &'a mut Versions,
    /// When the push arrived.
    pub received_at: Moment,
    /// The device's clock as it said in the push.
    pub device_clock: Moment,
    /// Where civil days begin and end.
    pub offset: Offset,
}

/// What is to be written and answered.
#[derive(Debug, Default, PartialEq)]
pub struct Reception {
    /// One per command that was looked at.
    pub answers: Vec<Answer>,
    /// New lines of the log, in order.
    pub log: Vec<Logged>,
    /// Whether the chain does not fit: nothing of this push was taken from there on.
    pub fork: bool,
}

impl Desk<'_> {
    /// Takes the commands of one push, in order.
    pub fn receive(&mut self, incoming: &[Incoming], lost: &[Lost]) -> Reception {
        let mut reception = Reception::default();
        let lost: &BTreeSet<u64> = &lost.iter().map(|lost| lost.seq).collect();
        for command in incoming {
            self.step_over_lost(command.seq, lost, &mut reception);
            if command.seq <= self.chain.last_seq {
                match self.repeat(command) {
                    Some(answer) => reception.answers.push(answer),
                    None => {
                        reception.fork = true;
                        break;
                    }
                }
                continue;
            }
            if command.seq != self.chain.last_seq + 1 {
                break;
            }
            if self.chain.link != command.prev && !self.chain.follows_lost() {
                reception.fork = true;
                break;
            }
            let (outcome, duplicate) = self.decide(command);
            let logged = self.log_line(command, outcome.clone());
            self.chain.last_seq = command.seq;
            self.chain.link = logged.link.clone();
            reception.answers.push(Answer { seq: command.seq, id: logged.id, outcome, duplicate });
            self.remember(&logged, duplicate);
            reception.log.push(logged);
        }
        if !reception.fork {
            self.step_over_lost(u64::MAX, lost, &mut reception);
        }
        reception
    }

    /// A number that the log has: the same bytes get the first outcome again, other bytes mean another phone.
    fn repeat(&self, command: &Incoming) -> Option<Answer> {
        let logged = self.known.by_seq.get(&command.seq)?;
        (logged.content == command.content).then(|| Answer {
            seq: command.seq,
            id: logged.id,
            outcome: logged.outcome.clone(),
            duplicate: true,
        })
    }

    fn step_over_lost(&mut self, before: u64, lost: &BTreeSet<u64>, reception: &mut Reception) {
        while self.chain.last_seq + 1 < before && lost.contains(&(self.chain.last_seq + 1)) {
            let seq = self.chain.last_seq + 1;
            let logged = Logged {
                device: self.device,
                seq,
                id: None,
                prev: None,
                link: Link::default(),
                content: ContentHash(String::new()),
                body: String::new(),
                signature: None,
                captured_at: None,
                received_at: self.received_at,
                outcome: Outcome::Lost,
            };
            self.chain.last_seq = seq;
            self.chain.link = logged.link.clone();
            reception.answers.push(Answer { seq, id: None, outcome: Outcome::Lost, duplicate: false });
            self.remember(&logged, true);
            reception.log.push(logged);
        }
    }

    fn log_line(&self, command: &Incoming, outcome: Outcome) -> Logged {
        let head = command.head.as_ref();
        // A second line for one id would break "at most once"; a conflict or a repeat under a new number
        // keeps its number in the chain, and its id stays with the first.
        let first = head.is_some_and(|head| !self.known.by_id.contains_key(&head.id));
        Logged {
            device: self.device,
            seq: command.seq,
            id: head.filter(|_| first).map(|head| head.id),
            content: command.content.clone(),
            prev: Some(&command.prev).filter(|_| self.chain.follows_lost()).cloned(),
            // From the link that the device names: after a lost number it alone knows it.
            link: command.prev.next(command.seq, &command.content),
            body: command.raw.clone(),
            signature: command.signature.clone(),
            captured_at: head.map(|head| head.captured_at),
            received_at: self.received_at,
            outcome,
        }
    }

    fn remember(&mut self, logged: &Logged, duplicate: bool) {
        self.known.by_seq.insert(logged.seq, logged.clone());
        if let Some(id) = logged.id.filter(|_| !duplicate) {
            self.known.by_id.entry(id).or_insert_with(|| logged.clone());
        }
    }

    /// The outcome of a command with a new number, and whether its id was known.
    fn decide(&mut self, command: &Incoming) -> (Outcome, bool) {
        let quarantined = |why| (Outcome::Quarantined { why }, false);
        let Some(head) = &command.head else { return quarantined(QuarantineReason::NotUnderstood) };
        if let Some(first) = self.known.by_id.get(&head.id) {
            return if first.content == command.content {
                (first.outcome.clone(), true)
            } else {
                (Outcome::Conflict { first: first.content.clone() }, false)
            };
        }
        if head.actor != self.author.user.id {
            return quarantined(QuarantineReason::NotTheSender);
        }
        if self.author.revoked {
            return quarantined(QuarantineReason::DeviceRevoked);
        }
        if !self.author.user.active {
            return quarantined(QuarantineReason::AccountDisabled);
        }
        let Some(body) = &command.body else { return quarantined(QuarantineReason::NotUnderstood) };
        if let Some(by) = self.blocked_by(body) {
            return (Outcome::Blocked { by }, false);
        }
        (self.carry_out(body), false)
    }

    /// The first forerunner that the log has and that was not carried out. One the log does not have is not waited for:
    /// numbers are dense, so it is not on this device.
    fn blocked_by(&self, body: &Body) -> Option<CommandId> {
        body.after.iter().copied().find(|id| {
            self.known.by_id.get(id).is_some_and(|logged| !matches!(logged.outcome, Outcome::Applied { .. }))
        })
    }

    fn carry_out(&mut self, body: &Body) -> Outcome {
        let context = self.author.context(body, self.device, self.device_clock, self.received_at, self.offset);
        match body.command.decide(self.world, &context) {
            Ok(changes) => Outcome::Applied { versions: self.versions.apply(&changes, self.world) },
            Err(Refusal::OutsideYourArea { name }) => {
                let ever = self.author.ever(&context, self.offset);
                if body.command.decide(self.world, &ever).is_ok() {
                    Outcome::Quarantined { why: QuarantineReason::NoLongerTheirs }
                } else {
                    Outcome::Refused { reason: Refusal::OutsideYourArea { name } }
                }
            }
            Err(reason) => Outcome::Refused { reason },
        }
    }
}
