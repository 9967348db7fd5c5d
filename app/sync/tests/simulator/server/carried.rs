//! Taking what somebody else's device has made: in the name of its author, as far as the device signed it (F101).

use super::group::Group;
use crate::phone::carry::signed;
use crate::plant::Plant;
use domain::id::{DeviceId, UserId};
use sync::server::{Incoming, clock_as_signed};
use sync::wire::{Became, Delivered, Delivery, DeviceReport, Outcome, PushRequest, PushResponse, Sent, Taken};

impl Group<'_> {
    /// Decides a delivery; nothing if the device was never heard of. Also says what was decided, for the laws.
    pub fn deliver(
        &mut self,
        bearer: UserId,
        delivery: &Delivery,
        one_by_one: bool,
    ) -> Option<(Delivered, PushResponse)> {
        let device = delivery.device;
        let owner = self.owner(device)?;
        let author = if self.plant == Some(Plant::TakesTheBearerForTheAuthor) { bearer } else { owner };
        let end = delivery.commands.iter().position(|sent| !is_signed(device, sent));
        let unproven = end.map(|end| delivery.commands[end].seq);
        let commands = delivery.commands[..end.unwrap_or(delivery.commands.len())].to_vec();
        let incoming: Vec<Incoming> = commands.iter().map(Incoming::read).collect();
        let report = DeviceReport {
            id: device,
            epoch: String::new(),
            next_seq: commands.last().map_or(1, |sent| sent.seq + 1),
            photos_waiting: 0,
            persisted: None,
            clock: clock_as_signed(&incoming, self.heard(device), self.now),
            key: None,
            unsent: None,
            refused: 0,
        };
        self.bearer = Some(bearer);
        let request = PushRequest { device: report, commands, lost: Vec::new() };
        let response = self.push(author, &request, one_by_one);
        self.bearer = None;
        let taken = response.answers.iter().map(|answer| Taken {
            seq: answer.seq,
            became: Became::of(&answer.outcome),
            reason: match &answer.outcome {
                Outcome::Refused { reason } if bearer == owner => Some(reason.clone()),
                _ => None,
            },
        });
        let delivered = Delivered {
            taken: taken.collect(),
            expected: response.expected,
            fork: response.fork,
            unproven,
            server_time: response.server_time,
            epoch: response.epoch.clone(),
        };
        Some((delivered, response))
    }
}

fn is_signed(device: DeviceId, sent: &Sent) -> bool {
    let link = sent.prev.next(sent.seq, &sync::ContentHash::of(sent.body.get().as_bytes()));
    sent.signature.as_deref() == Some(signed(device, &link).as_str())
}
