//! The rows of the outbox by visit, newest first: people think in visits, not in commands.

use super::deed::Deed;
use super::sums::{Period, Sums};
use crate::state::{OutboxLine, Phone, PhotoAt, PhotoState};
use domain::Command;
use domain::id::{AgreementId, CandidateId, CommandId, OutletId, TaskId, VisitId};
use domain::records::{Agreement, Candidate, Outlet, Task, Visit};
use domain::time::{DAY, Moment, Offset};
use std::collections::{BTreeMap, BTreeSet};
use sync::client::RowState;

/// What the screen shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    /// What came back and was not put away, oldest first: it is to be mended in order.
    pub returned: Vec<Returned>,
    /// Everything by visit, newest first.
    pub groups: Vec<Group>,
    /// What was made, by what it is and where it is.
    pub sums: Sums,
    /// Of these, what was made before the days that are counted.
    pub earlier: usize,
    /// Whether anything is in the outbox at all.
    pub any: bool,
}

impl Contents {
    /// Whether nothing was ever made here.
    pub const fn is_empty(&self) -> bool {
        !self.any
    }
}

/// A command that came back.
#[derive(Clone, Debug, PartialEq)]
pub struct Returned {
    /// Its id.
    pub id: CommandId,
    /// The shop it is about.
    pub shop: String,
    /// The shop's id.
    pub outlet: Option<OutletId>,
    /// The partner it is about.
    pub partner: Option<CandidateId>,
    /// The visit it belongs to.
    pub visit: Option<VisitId>,
    /// The command; none if a later version made it.
    pub command: Option<Command>,
    /// Why it came back.
    pub state: RowState,
}

/// The rows of one visit, or one thing done outside of a visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The shop.
    pub shop: String,
    /// The visit, to look at.
    pub visit: Option<VisitId>,
    /// The partner, to look at.
    pub partner: Option<CandidateId>,
    /// What was done.
    pub what: BTreeMap<Deed, usize>,
    /// The same one by one, the newest first.
    pub acts: Vec<Act>,
    /// Where the commands are.
    pub state: GroupState,
    /// When the last of them was made.
    pub made_at: Moment,
    /// Its photos.
    pub photos: Vec<PhotoState>,
}

/// One command of a group: what it did, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Act {
    /// What.
    pub deed: Deed,
    /// When, by the phone's clock as it stood.
    pub by_phone: Moment,
    /// Server time minus phone time, as it was known then, in milliseconds.
    pub skew: i64,
}

/// Where the commands of a group are, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupState {
    /// One came back.
    Back,
    /// One is only on this phone.
    Here,
    /// The server has them all.
    Server,
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    Visit(VisitId),
    Partner(CandidateId),
    Alone(CommandId),
    /// Looking at visits is said once, whatever was looked at.
    Viewings,
}

/// The visit that a command belongs to.
pub fn visit_of(command: &Command) -> Option<VisitId> {
    match command {
        Command::CheckIn(command) => Some(command.visit),
        Command::AnswerItem(command) => Some(command.visit),
        Command::TakePhoto(command) => Some(command.visit),
        Command::DropPhoto(command) => Some(command.visit),
        Command::KeepPhoto(command) => Some(command.visit),
        Command::AnnotatePhoto(command) => Some(command.visit),
        Command::CheckOut(command) => Some(command.visit),
        Command::EndForgotten(command) => Some(command.visit),
        Command::NoteSighting(command) => Some(command.visit),
        Command::DropSighting(command) => Some(command.visit),
        Command::ConfirmVisit(command) => Some(command.visit),
        Command::NoteCompanion(command) => Some(command.visit),
        Command::ReadNote(command) => Some(command.visit),
        _ => None,
    }
}

fn task_of(command: &Command) -> Option<TaskId> {
    match command {
        Command::CloseTask(command) => Some(command.task),
        Command::ReopenTask(command) => Some(command.task),
        Command::PlaceTask(command) => Some(command.task),
        Command::DropTask(command) => Some(command.task),
        _ => None,
    }
}

/// The candidate that a command is about, if it says so itself.
fn candidate_of(command: &Command) -> Option<CandidateId> {
    match command {
        Command::AddCandidate(command) => Some(command.candidate),
        Command::EditCandidate(command) => Some(command.candidate),
        Command::MoveCandidate(command) => Some(command.candidate),
        Command::ClaimCandidate(command) => Some(command.candidate),
        Command::ProposeCandidate(command) => Some(command.candidate),
        Command::RuleCandidate(command) => Some(command.candidate),
        Command::NoteClaim(command) => Some(command.candidate),
        Command::DraftAgreement(command) => Some(command.candidate),
        _ => None,
    }
}

/// The agreement that a command is about.
fn agreement_of(command: &Command) -> Option<AgreementId> {
    match command {
        Command::DraftAgreement(command) => Some(command.agreement),
        Command::DropAgreement(command) => Some(command.agreement),
        Command::SignOffGround(command) => Some(command.agreement),
        Command::OfferAgreement(command) => Some(command.agreement),
        Command::SignAgreement(command) => Some(command.agreement),
        Command::TakePage(command) => Some(command.agreement),
        Command::HandCopy(command) => Some(command.agreement),
        Command::RuleAgreement(command) => Some(command.agreement),
        Command::EndAgreement(command) => Some(command.agreement),
        _ => None,
    }
}

/// Visits of which something is not at the server, or came back.
pub async fn unsent_visits(phone: Phone) -> BTreeSet<VisitId> {
    let lines = phone.outbox(0).await;
    lines.iter().filter_map(|line| visit_of(&line.body.as_ref()?.command)).collect()
}

/// Reads the outbox: what was made in a period, and whatever has not arrived or has come back.
pub async fn read(phone: Phone, period: Period, offset: Offset) -> Contents {
    let mut lines = phone.outbox(period.most()).await;
    let mut contents = Contents { any: !lines.is_empty(), ..Contents::default() };
    let now = phone.now();
    let from = Moment::start_of(now.date(offset), offset).plus(-(period.days() - 1) * DAY);
    let at = |line: &OutboxLine| line.row.made_at.plus(line.body.as_ref().map_or(0, |body| body.skew));
    lines.retain(|line| at(line) >= from || !matches!(line.row.state, RowState::Applied { .. }));
    let shops = Shops::of(phone, &lines).await;
    let mut order: Vec<About> = Vec::new();
    let mut by_subject: BTreeMap<About, Vec<&OutboxLine>> = BTreeMap::new();
    for line in &lines {
        let command = line.body.as_ref().map(|body| &body.command);
        let about = match command {
            Some(Command::ViewVisit(_)) => About::Viewings,
            command => command
                .and_then(visit_of)
                .map(About::Visit)
                .or_else(|| command.and_then(|command| shops.partner(command)).map(About::Partner))
                .unwrap_or(About::Alone(line.row.id)),
        };
        let deed = Deed::of(command);
        contents.earlier += usize::from(at(line) < from);
        if !by_subject.contains_key(&about) {
            order.push(about);
        }
        by_subject.entry(about).or_default().push(line);
        let picture = match command.and_then(Command::photo) {
            Some((picture, _)) => phone.photo_state(picture.hash.clone()).await,
            None => None,
        };
        let counts = contents.sums.of(deed.sort());
        match (&line.row.state, picture.map(|picture| picture.at)) {
            (RowState::Waiting, _) | (RowState::Applied { .. }, Some(PhotoAt::Here)) => counts.waiting += 1,
            (RowState::Applied { .. }, Some(PhotoAt::Damaged | PhotoAt::Gone)) => counts.back += 1,
            (RowState::Applied { .. }, _) => counts.received += 1,
            _ => counts.back += 1,
        }
        if line.row.state.came_back() && !line.dismissed {
            contents.returned.push(shops.returned(line));
        }
    }
    contents.returned.reverse();
    for about in order {
        let lines = by_subject.remove(&about).unwrap_or_default();
        contents.groups.push(group(phone, &shops, about, &lines).await);
    }
    contents
}

async fn group(phone: Phone, shops: &Shops, about: About, lines: &[&OutboxLine]) -> Group {
    let mut what: BTreeMap<Deed, usize> = BTreeMap::new();
    let mut acts = Vec::with_capacity(lines.len());
    let mut photos = Vec::new();
    let mut seen = BTreeSet::new();
    for line in lines {
        let command = line.body.as_ref().map(|body| &body.command);
        let deed = Deed::of(command);
        let skew = line.body.as_ref().map_or(0, |body| body.skew);
        acts.push(Act { deed, by_phone: line.row.made_at, skew });
        let counts = match command {
            // Ten taps on a stepper are one answer.
            Some(Command::AnswerItem(command)) => seen.insert(command.item.clone()),
            Some(Command::TakePhoto(command)) => {
                let state = phone.photo_state(command.picture.hash.clone()).await;
                photos.extend(state.filter(|state| state.at != PhotoAt::Withheld));
                // Photos are counted by their pictures.
                false
            }
            // They say something about a photo, which is counted itself.
            Some(Command::DropPhoto(_) | Command::KeepPhoto(_) | Command::AnnotatePhoto(_)) => false,
            _ => true,
        };
        if counts {
            *what.entry(deed).or_default() += 1;
        }
    }
    let any = |test: fn(&RowState) -> bool| lines.iter().any(|line| test(&line.row.state));
    let state = match (any(RowState::came_back), any(|state| *state == RowState::Waiting)) {
        (true, _) => GroupState::Back,
        (false, true) => GroupState::Here,
        (false, false) => GroupState::Server,
    };
    let (visit, partner) = match about {
        About::Visit(visit) => (Some(visit), None),
        About::Partner(partner) => (None, Some(partner)),
        About::Alone(_) | About::Viewings => (None, None),
    };
    let shop = match partner {
        Some(partner) => shops.partners.get(&partner).cloned().unwrap_or_default(),
        None => lines.iter().find_map(|line| shops.of_line(line)).map(|(_, name)| name).unwrap_or_default(),
    };
    let made_at = lines.iter().map(|line| line.row.made_at).max().unwrap_or_default();
    Group { shop, visit, partner, what, acts, state, made_at, photos }
}

/// Which shop each row is about. A visit that was refused is in no record, so its check-in is asked first.
#[derive(Default)]
struct Shops {
    of_visit: BTreeMap<VisitId, OutletId>,
    of_task: BTreeMap<TaskId, OutletId>,
    skipped: BTreeSet<OutletId>,
    names: BTreeMap<OutletId, String>,
    of_agreement: BTreeMap<AgreementId, CandidateId>,
    partners: BTreeMap<CandidateId, String>,
}

impl Shops {
    async fn of(phone: Phone, lines: &[OutboxLine]) -> Self {
        let mut shops = Self::default();
        let commands = || lines.iter().filter_map(|line| line.body.as_ref()).map(|body| &body.command);
        for command in commands() {
            match command {
                Command::CheckIn(command) => drop(shops.of_visit.insert(command.visit, command.outlet)),
                Command::LeaveTask(command) => drop(shops.of_task.insert(command.task, command.outlet)),
                Command::SkipStop(command) => drop(shops.skipped.insert(command.outlet)),
                Command::ChangeOutlet(command) => drop(shops.skipped.insert(command.outlet)),
                Command::MoveOutlet(command) => drop(shops.skipped.insert(command.outlet)),
                // One that was refused is in no record.
                Command::AddOutlet(command) => {
                    shops.names.insert(command.outlet.id, command.outlet.name.clone());
                }
                Command::DraftAgreement(command) => {
                    shops.of_agreement.insert(command.agreement, command.candidate);
                }
                // One that was refused is in no record.
                Command::AddCandidate(command) => {
                    shops.partners.insert(command.candidate, command.facts.name.clone());
                }
                _ => {}
            }
        }
        for command in commands() {
            if let Some(visit) = visit_of(command).filter(|visit| !shops.of_visit.contains_key(visit))
                && let Some(known) = phone.get::<Visit>(visit).await
            {
                shops.of_visit.insert(visit, known.outlet);
            }
            if let Some(task) = task_of(command).filter(|task| !shops.of_task.contains_key(task))
                && let Some(known) = phone.get::<Task>(task).await
            {
                shops.of_task.insert(task, known.outlet);
            }
            if let Some(agreement) = agreement_of(command).filter(|id| !shops.of_agreement.contains_key(id))
                && let Some(known) = phone.get::<Agreement>(agreement).await
            {
                shops.of_agreement.insert(agreement, known.candidate);
            }
            if let Some(partner) = shops.partner(command).filter(|id| !shops.partners.contains_key(id))
                && let Some(known) = phone.get::<Candidate>(partner).await
            {
                shops.partners.insert(partner, known.facts.name);
            }
        }
        let known = shops.of_visit.values().chain(shops.of_task.values()).chain(&shops.skipped);
        let wanted: BTreeSet<OutletId> = known.copied().collect();
        for outlet in wanted {
            if let Some(known) = phone.get::<Outlet>(outlet).await {
                shops.names.insert(outlet, known.name);
            }
        }
        shops
    }

    /// The candidate that a command is about.
    fn partner(&self, command: &Command) -> Option<CandidateId> {
        candidate_of(command)
            .or_else(|| agreement_of(command).and_then(|agreement| self.of_agreement.get(&agreement).copied()))
    }

    fn of_line(&self, line: &OutboxLine) -> Option<(OutletId, String)> {
        let command = &line.body.as_ref()?.command;
        let task = match command {
            Command::LeaveTask(command) => Some(command.task),
            other => task_of(other),
        };
        let outlet = match (command, visit_of(command)) {
            (Command::SkipStop(command), _) => Some(&command.outlet),
            (Command::ChangeOutlet(command), _) => Some(&command.outlet),
            (Command::MoveOutlet(command), _) => Some(&command.outlet),
            (Command::AddOutlet(command), _) => Some(&command.outlet.id),
            (_, Some(visit)) => self.of_visit.get(&visit),
            (_, None) => task.and_then(|task| self.of_task.get(&task)),
        };
        outlet.map(|outlet| (*outlet, self.names.get(outlet).cloned().unwrap_or_default()))
    }

    fn returned(&self, line: &OutboxLine) -> Returned {
        let command = line.body.as_ref().map(|body| body.command.clone());
        let partner = command.as_ref().and_then(|command| self.partner(command));
        let (outlet, shop) = self.of_line(line).map_or((None, String::new()), |(id, name)| (Some(id), name));
        let shop = partner.map_or(shop, |partner| self.partners.get(&partner).cloned().unwrap_or_default());
        Returned {
            id: line.row.id,
            shop,
            outlet,
            partner,
            visit: command.as_ref().and_then(visit_of),
            command,
            state: line.row.state.clone(),
        }
    }
}
