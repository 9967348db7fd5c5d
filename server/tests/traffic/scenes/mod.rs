//! What is recorded: every request that a phone makes, in the order in which phones make them.

mod accounts;
mod day;
mod every_command;
mod photos;
mod shelf;

use crate::ground::CHECKLIST;
use crate::phone::Phone;
use crate::tape::Tape;
use domain::commands::{CheckIn, TakePhoto};
use domain::geo::{Fix, Position};
use domain::id::{CommandId, OutletId, VisitId};
use domain::records::{Capture, Look, PhotoRef, VisitReason};

/// The recordings, each a file.
pub const NAMES: [&str; 5] = ["accounts", "day", "every_command", "photos", "shelf"];

pub async fn play(name: &str, tape: &mut Tape) {
    match name {
        "accounts" => accounts::play(tape).await,
        "day" => day::play(tape).await,
        "every_command" => every_command::play(tape).await,
        "photos" => photos::play(tape).await,
        "shelf" => shelf::play(tape).await,
        name => panic!("nobody plays {name}"),
    }
}

fn fix(phone: &Phone) -> Option<Fix> {
    let position = Position { lat: 36_600_000, lon: 114_500_000 };
    Some(Fix { position, accuracy: 10, measured_at: phone.clock, jitter: None })
}

fn arrive(phone: &mut Phone, outlet: OutletId) -> (CommandId, VisitId) {
    let (visit, fix) = (phone.new_id(), fix(phone));
    let reason = VisitReason::Planned;
    (phone.make(CheckIn { visit, outlet, checklist: CHECKLIST, reason, fix, exception: None }), visit)
}

fn take(phone: &mut Phone, visit: VisitId, after: CommandId, hash: &str, bytes: u64) -> CommandId {
    let (photo, fix) = (phone.new_id(), fix(phone));
    let taken = TakePhoto {
        photo,
        visit,
        item: "shelf".into(),
        slot: "front".to_owned(),
        picture: PhotoRef { hash: hash.to_owned(), bytes, width: 64, height: 48 },
        thumbnail: "/9j/2Q==".to_owned(),
        fix,
        capture: Capture::Camera,
        look: Look::default(),
        redo: None,
    };
    phone.make_after(taken, vec![after])
}
