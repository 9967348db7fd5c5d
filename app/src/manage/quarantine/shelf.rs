//! What lies on the shelf: what belongs to one visit is one matter, and is decided about as one.

use crate::field::{Deed, visit_of};
use crate::state::Phone;
use domain::commands::Decision;
use domain::id::{OutletId, QuarantineId, TerritoryId, UserId, VisitId};
use domain::order::InOrder;
use domain::records::{Assignment, Checklist, Item, Outlet, Quarantine, Role, Task, User, Visit};
use domain::time::Offset;
use domain::{Command, Kind};
use std::collections::BTreeMap;

/// What is read.
pub const KINDS: &[Kind] = &[Kind::Quarantine, Kind::Outlet, Kind::Visit, Kind::Task, Kind::User, Kind::Assignment];

/// How many matters that were decided are shown.
const SETTLED: usize = 20;

/// The shelf.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf {
    /// What waits, the oldest first.
    pub waiting: Vec<Matter>,
    /// What was decided, the latest first.
    pub settled: Vec<Matter>,
}

/// What is decided about at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Matter {
    /// Its name: that of its first part.
    pub id: QuarantineId,
    /// Its parts, in the order in which they were made.
    pub parts: Vec<Quarantine>,
    /// The shop, where it is known.
    pub shop: String,
    /// Who could take a task over.
    pub stand_ins: Vec<(UserId, String)>,
    /// The questions that its parts answer, as far as they are known.
    pub items: Vec<Item>,
}

impl Matter {
    /// The part that is spoken of.
    pub fn first(&self) -> Option<&Quarantine> {
        self.parts.first()
    }

    /// Whether any of it can be carried out.
    pub fn is_acceptable(&self) -> bool {
        self.parts.iter().any(|part| part.acceptable().is_some())
    }

    /// Whether it went back, and may still be accepted.
    pub fn went_back(&self) -> bool {
        self.parts.iter().any(|part| {
            part.reviewed.as_ref().is_some_and(|reviewed| matches!(reviewed.decision, Decision::Return { .. }))
        })
    }

    /// What it did.
    pub fn deeds(&self) -> Vec<(Deed, usize)> {
        let mut deeds: BTreeMap<Deed, usize> = BTreeMap::new();
        for part in &self.parts {
            *deeds.entry(Deed::of(part.command.as_deref())).or_default() += 1;
        }
        deeds.into_iter().collect()
    }
}

/// What its parts have in common.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    Visit(VisitId, bool),
    Alone(QuarantineId),
}

/// How many matters wait.
pub async fn count(phone: Phone) -> usize {
    grouped(phone.all::<Quarantine>().await.into_iter().filter(Quarantine::waits)).len()
}

/// Reads the shelf.
pub async fn read(phone: Phone, offset: Offset) -> Shelf {
    let (waiting, settled): (Vec<_>, Vec<_>) = phone.all::<Quarantine>().await.into_iter().partition(Quarantine::waits);
    let mut shelf = Shelf { waiting: Vec::new(), settled: Vec::new() };
    let (users, postings, lists) = (phone.all().await, phone.all().await, phone.all().await);
    let office = Office { users, postings, lists, offset };
    for parts in grouped(waiting) {
        shelf.waiting.push(office.matter(phone, parts).await);
    }
    let mut settled = grouped(settled);
    settled.reverse();
    settled.truncate(SETTLED);
    for parts in settled {
        shelf.settled.push(office.matter(phone, parts).await);
    }
    shelf
}

/// Parts of one matter together, the matter that came first at the front.
fn grouped(kept: impl IntoIterator<Item = Quarantine>) -> Vec<Vec<Quarantine>> {
    let mut matters: BTreeMap<About, Vec<Quarantine>> = BTreeMap::new();
    for part in kept {
        let visit = part.command.as_deref().and_then(visit_of);
        let about = visit.map_or(About::Alone(part.id), |visit| About::Visit(visit, part.is_accepted()));
        matters.entry(about).or_default().push(part);
    }
    let mut matters: Vec<Vec<Quarantine>> = matters.into_values().collect();
    for parts in &mut matters {
        parts.order_by_key(|part| (part.device, part.seq));
    }
    let when = |parts: &Vec<Quarantine>| parts.iter().map(|part| part.received_at).min();
    matters.order_by(|a, b| when(a).cmp(&when(b)));
    matters
}

/// Who is there.
struct Office {
    users: Vec<User>,
    postings: Vec<Assignment>,
    lists: Vec<Checklist>,
    offset: Offset,
}

impl Office {
    async fn matter(&self, phone: Phone, parts: Vec<Quarantine>) -> Matter {
        let mut shop = String::new();
        for command in parts.iter().filter_map(|part| part.command.as_deref()) {
            let outlet = outlet_of(phone, command).await;
            if let Some(known) = match outlet {
                Some(id) => phone.get::<Outlet>(id).await,
                None => None,
            } {
                shop = known.name;
                break;
            }
        }
        let stand_ins = match parts.as_slice() {
            [only] if matches!(only.command.as_deref(), Some(Command::LeaveTask(_))) => {
                only.territory.map(|territory| self.there(phone, territory, only.rep)).unwrap_or_default()
            }
            _ => Vec::new(),
        };
        // A matter has at least one part: it was made of them.
        let id = parts.first().map_or_else(|| QuarantineId(uuid::Uuid::nil()), |part| part.id);
        let items = parts.iter().filter_map(|part| self.item(part.command.as_deref()?)).collect();
        Matter { id, parts, shop, stand_ins, items }
    }

    /// The question that a command answers. The visit that would name its checklist was kept as well, so that any
    /// checklist with the question will do.
    fn item(&self, command: &Command) -> Option<Item> {
        let Command::AnswerItem(command) = command else { return None };
        self.lists.iter().find_map(|list| list.item(&command.item)).cloned()
    }

    /// Who is posted to a territory today, but for one.
    fn there(&self, phone: Phone, territory: TerritoryId, but: UserId) -> Vec<(UserId, String)> {
        let today = phone.now().date(self.offset);
        let here = |user: &&User| {
            self.postings.iter().any(|posting| {
                posting.user == user.id && posting.territory == territory && posting.window.contains(today)
            })
        };
        let fits = self.users.iter().filter(|user| user.active && user.role == Role::Rep && user.id != but);
        fits.filter(here).map(|user| (user.id, user.name.clone())).collect()
    }
}

/// The shop that a command is about.
async fn outlet_of(phone: Phone, command: &Command) -> Option<OutletId> {
    match command {
        Command::CheckIn(command) => return Some(command.outlet),
        Command::LeaveTask(command) => return Some(command.outlet),
        Command::SkipStop(command) => return Some(command.outlet),
        Command::CloseTask(command) => return phone.get::<Task>(command.task).await.map(|task| task.outlet),
        _ => {}
    }
    phone.get::<Visit>(visit_of(command)?).await.map(|visit| visit.outlet)
}
