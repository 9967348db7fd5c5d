//! What a manager is shown of a command that is kept, so that they can decide about it (P21, P22, P26).

use super::{Author, Incoming, Logged};
use crate::body::{Body, ContentHash};
use crate::wire::Outcome;
use domain::Scope;
use domain::World;
use domain::id::{QuarantineId, TerritoryId};
use domain::records::Quarantine;
use domain::time::{Moment, Offset};

/// What is known when a command is put on the shelf.
pub struct Shelf<'a> {
    /// Whose session sent it.
    pub sender: &'a Author,
    /// Who made it, if there is such an account.
    pub maker: Option<&'a Author>,
    /// The one that it builds on, if that is on the shelf too and nobody has decided yet.
    pub behind: Option<&'a Quarantine>,
    /// The records, loaded as for deciding it.
    pub world: &'a World,
    /// The device's clock as it said in the push.
    pub device_clock: Moment,
    /// Where civil days begin and end.
    pub offset: Offset,
}

/// What is put on the shelf for a new line of the log: those that the server keeps, and those that build on one.
#[must_use]
pub fn quarantine_of(line: &Logged, command: &Incoming, shelf: &Shelf<'_>) -> Option<Quarantine> {
    let why = match (&line.outcome, shelf.behind) {
        (Outcome::Quarantined { why }, _) => why.clone(),
        (Outcome::Blocked { .. }, Some(behind)) => behind.why.clone(),
        _ => return None,
    };
    let maker = shelf.maker.unwrap_or(shelf.sender);
    // Nobody's account can answer for what an unknown one made.
    let body = command.body.as_ref().filter(|_| shelf.maker.is_some());
    let made = body.map(|body| made(body, line, maker, shelf));
    let behind = shelf.behind;
    let territory =
        made.as_ref().and_then(|made| made.territory).or_else(|| behind.and_then(|behind| behind.territory));
    let region = territory.and_then(|territory| maker.region_of(territory));
    Some(Quarantine {
        id: line.id.map_or_else(|| nameless(line), |id| QuarantineId(id.0)),
        region: region.or_else(|| behind.map(|behind| behind.region)).unwrap_or(maker.user.region),
        territory,
        rep: maker.user.id,
        rep_name: maker.user.name.clone(),
        role: maker.user.role,
        sender: shelf.sender.user.id,
        device: line.device,
        seq: line.seq,
        scopes: made.as_ref().map(|made| made.scopes.clone()).unwrap_or_default(),
        captured_at: made.as_ref().map_or(line.captured_at.unwrap_or(line.received_at), |made| made.at),
        received_at: line.received_at,
        why,
        behind: behind.map(|behind| behind.id),
        command: body.map(|body| Box::new(body.command.clone())),
        reviewed: None,
    })
}

/// When, where and with what rights a command was made.
struct Made {
    at: Moment,
    territory: Option<TerritoryId>,
    scopes: Vec<Scope>,
}

fn made(body: &Body, line: &Logged, maker: &Author, shelf: &Shelf<'_>) -> Made {
    let context = maker.context(body, line.device, shelf.device_clock, line.received_at, shelf.offset);
    let ever = maker.ever(&context, shelf.offset);
    let changes = body.command.decide(shelf.world, &ever).unwrap_or_default();
    let territory = changes.put.iter().find_map(|record| match record.scope() {
        Scope::Territory(territory) => Some(territory),
        _ => None,
    });
    Made { at: ever.captured_at, territory, scopes: ever.scopes }
}

/// The id of a line whose bytes have none, or one that another line has: the same each time it is asked for.
fn nameless(line: &Logged) -> QuarantineId {
    let hash = ContentHash::of(format!("{}/{}", line.device, line.seq).as_bytes());
    let digits = u128::from_str_radix(hash.0.get(..32).unwrap_or_default(), 16).unwrap_or_default();
    QuarantineId(uuid::Builder::from_custom_bytes(digits.to_be_bytes()).into_uuid())
}
