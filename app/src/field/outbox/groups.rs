//! The rows of the outbox by visit, newest first: people think in visits, not in commands.

use crate::state::{OutboxLine, Phone, PhotoAt, PhotoState};
use domain::Command;
use domain::id::{CommandId, OutletId, TaskId, VisitId};
use domain::records::{Outlet, Task, Visit};
use domain::time::Moment;
use std::collections::{BTreeMap, BTreeSet};
use sync::client::RowState;

/// How many received rows are looked at beside those that wait or came back.
const RECEIVED: u32 = 200;

/// What the screen shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    /// What came back and was not put away, oldest first: it is to be mended in order.
    pub returned: Vec<Returned>,
    /// Everything by visit, newest first.
    pub groups: Vec<Group>,
    /// All that came back, those put away included.
    pub came_back: usize,
}

impl Contents {
    /// Whether nothing was ever made here.
    pub const fn is_empty(&self) -> bool {
        self.groups.is_empty()
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
    /// What was done.
    pub what: What,
    /// Where the commands are.
    pub state: GroupState,
    /// When the last of them was made.
    pub made_at: Moment,
    /// Its photos.
    pub photos: Vec<PhotoState>,
}

/// What the rows of a group are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct What {
    /// Check-ins.
    pub check_in: bool,
    /// Check-outs.
    pub check_out: bool,
    /// Answers.
    pub answers: usize,
    /// Verdicts.
    pub verdicts: usize,
    /// Tasks left.
    pub tasks_left: usize,
    /// Tasks closed.
    pub tasks_closed: usize,
    /// Postings changed.
    pub postings: usize,
    /// Made by a later version.
    pub unreadable: usize,
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
    Alone(CommandId),
}

fn visit_of(command: &Command) -> Option<VisitId> {
    match command {
        Command::CheckIn(command) => Some(command.visit),
        Command::AnswerItem(command) => Some(command.visit),
        Command::TakePhoto(command) => Some(command.visit),
        Command::DropPhoto(command) => Some(command.visit),
        Command::KeepPhoto(command) => Some(command.visit),
        Command::AnnotatePhoto(command) => Some(command.visit),
        Command::CheckOut(command) => Some(command.visit),
        Command::EndForgotten(command) => Some(command.visit),
        _ => None,
    }
}

fn task_of(command: &Command) -> Option<TaskId> {
    match command {
        Command::CloseTask(command) => Some(command.task),
        _ => None,
    }
}

/// Visits of which something is not at the server, or came back.
pub async fn unsent_visits(phone: Phone) -> BTreeSet<VisitId> {
    let lines = phone.outbox(0).await;
    lines.iter().filter_map(|line| visit_of(&line.body.as_ref()?.command)).collect()
}

/// Reads the outbox.
pub async fn read(phone: Phone) -> Contents {
    let lines = phone.outbox(RECEIVED).await;
    let shops = Shops::of(phone, &lines).await;
    let mut contents = Contents::default();
    let mut order: Vec<About> = Vec::new();
    let mut by_subject: BTreeMap<About, Vec<&OutboxLine>> = BTreeMap::new();
    for line in &lines {
        let command = line.body.as_ref().map(|body| &body.command);
        let about = command.and_then(visit_of).map_or(About::Alone(line.row.id), About::Visit);
        if !by_subject.contains_key(&about) {
            order.push(about);
        }
        by_subject.entry(about).or_default().push(line);
        if line.row.state.came_back() {
            contents.came_back += 1;
            if !line.dismissed {
                contents.returned.push(shops.returned(line));
            }
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
    let mut what = What::default();
    let mut photos = Vec::new();
    let mut seen = BTreeSet::new();
    for line in lines {
        match line.body.as_ref().map(|body| &body.command) {
            Some(Command::CheckIn(_)) => what.check_in = true,
            Some(Command::CheckOut(_) | Command::EndForgotten(_)) => what.check_out = true,
            // Ten taps on a stepper are one answer.
            Some(Command::AnswerItem(command)) => what.answers += usize::from(seen.insert(command.item.clone())),
            Some(Command::TakePhoto(command)) => {
                let state = phone.photo_state(command.picture.hash.clone()).await;
                photos.extend(state.filter(|state| state.at != PhotoAt::Withheld));
            }
            // They say something about a photo, which is counted itself.
            Some(Command::DropPhoto(_) | Command::KeepPhoto(_) | Command::AnnotatePhoto(_)) => {}
            Some(Command::LeaveTask(_)) => what.tasks_left += 1,
            Some(Command::CloseTask(_)) => what.tasks_closed += 1,
            Some(Command::Assign(_) | Command::EndAssignment(_)) => what.postings += 1,
            // A verdict, or a verdict taken back.
            Some(_) => what.verdicts += 1,
            None => what.unreadable += 1,
        }
    }
    let any = |test: fn(&RowState) -> bool| lines.iter().any(|line| test(&line.row.state));
    let state = match (any(RowState::came_back), any(|state| *state == RowState::Waiting)) {
        (true, _) => GroupState::Back,
        (false, true) => GroupState::Here,
        (false, false) => GroupState::Server,
    };
    let visit = match about {
        About::Visit(visit) => Some(visit),
        About::Alone(_) => None,
    };
    let shop = lines.iter().find_map(|line| shops.of_line(line)).map(|(_, name)| name).unwrap_or_default();
    let made_at = lines.iter().map(|line| line.row.made_at).max().unwrap_or_default();
    Group { shop, visit, what, state, made_at, photos }
}

/// Which shop each row is about. A visit that was refused is in no record, so its check-in is asked first.
#[derive(Default)]
struct Shops {
    of_visit: BTreeMap<VisitId, OutletId>,
    of_task: BTreeMap<TaskId, OutletId>,
    names: BTreeMap<OutletId, String>,
}

impl Shops {
    async fn of(phone: Phone, lines: &[OutboxLine]) -> Self {
        let mut shops = Self::default();
        let commands = || lines.iter().filter_map(|line| line.body.as_ref()).map(|body| &body.command);
        for command in commands() {
            match command {
                Command::CheckIn(command) => drop(shops.of_visit.insert(command.visit, command.outlet)),
                Command::LeaveTask(command) => drop(shops.of_task.insert(command.task, command.outlet)),
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
        }
        let wanted: BTreeSet<OutletId> = shops.of_visit.values().chain(shops.of_task.values()).copied().collect();
        for outlet in wanted {
            if let Some(known) = phone.get::<Outlet>(outlet).await {
                shops.names.insert(outlet, known.name);
            }
        }
        shops
    }

    fn of_line(&self, line: &OutboxLine) -> Option<(OutletId, String)> {
        let command = &line.body.as_ref()?.command;
        let task = match command {
            Command::LeaveTask(command) => Some(command.task),
            other => task_of(other),
        };
        let outlet = match visit_of(command) {
            Some(visit) => self.of_visit.get(&visit),
            None => task.and_then(|task| self.of_task.get(&task)),
        };
        outlet.map(|outlet| (*outlet, self.names.get(outlet).cloned().unwrap_or_default()))
    }

    fn returned(&self, line: &OutboxLine) -> Returned {
        let (outlet, shop) = self.of_line(line).map_or((None, String::new()), |(id, name)| (Some(id), name));
        let command = line.body.as_ref().map(|body| body.command.clone());
        Returned {
            id: line.row.id,
            shop,
            outlet,
            visit: command.as_ref().and_then(visit_of),
            command,
            state: line.row.state.clone(),
        }
    }
}
