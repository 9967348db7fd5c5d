//! What it costs to empty the queues once nothing goes wrong any more.

use crate::network::Request;
use domain::id::DeviceId;
use std::collections::BTreeMap;
use sync::wire::PushRequest;

/// Bytes of a photo.
const PHOTO: u64 = 1_000;

/// What one phone has sent.
pub struct Drained {
    sent: u64,
    /// Each command and photo once, with its bytes: once more for a server that was restored, and once more under a new
    /// device id, as then all of it has to be told again.
    once: BTreeMap<(String, DeviceId, String), u64>,
    /// The epoch and the device id under which commands were sent last.
    under: (String, DeviceId),
}

impl Drained {
    pub fn by(device: DeviceId) -> Self {
        Self { sent: 0, once: BTreeMap::new(), under: (String::new(), device) }
    }

    pub fn count(&mut self, request: &Request) {
        match request {
            Request::Push(text) => {
                let push: PushRequest = serde_json::from_str(text).expect("a phone sends what can be read");
                self.under = (push.device.epoch, push.device.id);
                for command in push.commands {
                    self.add(command.body.get(), command.body.get().len() as u64);
                }
            }
            Request::Upload(hash) => self.add(hash, PHOTO),
            // A parcel that is stuck is offered once in each exchange: nobody tells the bearer that what stopped it is gone.
            Request::Pull(_) | Request::Ask(..) | Request::Deliver(_) => {}
        }
    }

    fn add(&mut self, what: &str, bytes: u64) {
        self.sent += bytes;
        let (epoch, device) = self.under.clone();
        self.once.insert((epoch, device, what.to_owned()), bytes);
    }

    pub const fn sent(&self) -> u64 {
        self.sent
    }

    pub fn useful(&self) -> u64 {
        self.once.values().sum()
    }

    /// I11: no more than twice what had to be sent, by each of so many tabs that know nothing of each other.
    pub fn is_frugal(&self, tabs: usize) -> Result<(), String> {
        if self.sent <= 2 * tabs as u64 * self.useful() {
            return Ok(());
        }
        Err(format!("I11: {} bytes were sent, and {} would have done", self.sent, self.useful()))
    }
}
