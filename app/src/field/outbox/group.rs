//! Reading the outbox for a person: commands gathered by the visit they belong to, the newest visit first,
//! and apart from them what came back.

use crate::routes;
use crate::state::{OutboxLine, Phone, PhotoAt};
use crate::text::Texts;
use domain::Command;
use domain::id::{CommandId, OutletId, VisitId};
use domain::records::{Outlet, Photo, Task, Visit};
use domain::time::Moment;
use sync::client::RowState;

/// What the screen shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outbox {
    /// What came back and has not been put away.
    pub cards: Vec<Card>,
    /// The rest, by visit.
    pub groups: Vec<Group>,
}

/// A command that came back.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Which.
    pub command: CommandId,
    /// The shop.
    pub title: String,
    /// What it did.
    pub what: What,
    /// Why it came back.
    pub state: RowState,
    /// Where it can be looked at.
    pub link: Option<String>,
}

/// What a command does, as a person counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// 签到.
    CheckIn,
    /// 答案.
    Answer,
    /// 照片.
    Photo,
    /// 签退.
    CheckOut,
    /// 结论.
    Verdict,
    /// 留下的事.
    TaskLeft,
    /// 办完的事.
    TaskClosed,
    /// 调动.
    Posting,
    /// Of a later version.
    Unreadable,
}

impl What {
    fn of(command: Option<&Command>) -> Self {
        match command {
            Some(Command::CheckIn(_)) => Self::CheckIn,
            Some(Command::AnswerItem(_)) => Self::Answer,
            Some(Command::TakePhoto(_) | Command::DropPhoto(_)) => Self::Photo,
            Some(Command::CheckOut(_)) => Self::CheckOut,
            Some(Command::JudgePhoto(_) | Command::TakeBackVerdict(_)) => Self::Verdict,
            Some(Command::LeaveTask(_)) => Self::TaskLeft,
            Some(Command::CloseTask(_)) => Self::TaskClosed,
            Some(Command::Assign(_) | Command::EndAssignment(_)) => Self::Posting,
            None => Self::Unreadable,
        }
    }

    /// So many of them, in words.
    #[must_use]
    pub fn words(self, t: Texts, count: usize) -> String {
        match self {
            Self::CheckIn => t.outbox.check_in.to_owned(),
            Self::Answer => (t.outbox.answers)(count),
            Self::Photo => (t.outbox.photos)(count),
            Self::CheckOut => t.outbox.check_out.to_owned(),
            Self::Verdict => t.outbox.verdict.to_owned(),
            Self::TaskLeft => t.outbox.task_left.to_owned(),
            Self::TaskClosed => t.outbox.task_closed.to_owned(),
            Self::Posting => t.outbox.posting.to_owned(),
            Self::Unreadable => t.outbox.unreadable.to_owned(),
        }
    }
}

/// The commands of one visit, or of one shop outside a visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    key: Key,
    /// The shop.
    pub title: String,
    /// Where it can be looked at.
    pub link: Option<String>,
    /// What it holds, in the order it was first made.
    pub holds: Vec<(What, usize)>,
    /// Commands that the server has not answered.
    pub waiting: usize,
    /// Commands that came back.
    pub back: usize,
    /// Photos.
    pub photos: usize,
    /// Photos whose bytes have not arrived.
    pub photos_waiting: usize,
    /// Bytes of the photos.
    pub bytes: u64,
    /// Bytes that have not arrived.
    pub bytes_left: u64,
    /// When its last command was made.
    pub latest: Moment,
}

impl Group {
    /// What it holds, in words.
    #[must_use]
    pub fn words(&self, t: Texts) -> String {
        let parts: Vec<String> = self.holds.iter().map(|(what, count)| what.words(t, *count)).collect();
        parts.join(t.frame.list)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Visit(VisitId),
    Outlet(OutletId),
    Elsewhere,
}

/// Reads the outbox, with so many of the received commands.
pub async fn contents(phone: Phone, received: u32) -> Outbox {
    let mut outbox = Outbox::default();
    for line in phone.outbox(received).await {
        let command = line.body.as_ref().map(|body| &body.command);
        let key = match command {
            Some(command) => key_of(phone, command).await,
            None => Key::Elsewhere,
        };
        let at = match outbox.groups.iter().position(|group| group.key == key) {
            Some(at) => at,
            None => {
                outbox.groups.push(empty_group(phone, key, line.row.made_at).await);
                outbox.groups.len() - 1
            }
        };
        let group = &mut outbox.groups[at];
        count(phone, group, &line).await;
        if line.row.state.came_back() && !line.dismissed {
            outbox.cards.push(Card {
                command: line.row.id,
                title: group.title.clone(),
                what: What::of(command),
                state: line.row.state.clone(),
                link: group.link.clone(),
            });
        }
    }
    outbox
}

async fn key_of(phone: Phone, command: &Command) -> Key {
    match command {
        Command::CheckIn(command) => Key::Visit(command.visit),
        Command::AnswerItem(command) => Key::Visit(command.visit),
        Command::TakePhoto(command) => Key::Visit(command.visit),
        Command::DropPhoto(command) => Key::Visit(command.visit),
        Command::CheckOut(command) => Key::Visit(command.visit),
        Command::JudgePhoto(command) => visit_of(phone.get::<Photo>(command.photo).await),
        Command::TakeBackVerdict(command) => visit_of(phone.get::<Photo>(command.photo).await),
        Command::LeaveTask(command) => Key::Outlet(command.outlet),
        Command::CloseTask(command) => {
            phone.get::<Task>(command.task).await.map_or(Key::Elsewhere, |task| Key::Outlet(task.outlet))
        }
        Command::Assign(_) | Command::EndAssignment(_) => Key::Elsewhere,
    }
}

fn visit_of(photo: Option<Photo>) -> Key {
    photo.map_or(Key::Elsewhere, |photo| Key::Visit(photo.visit))
}

async fn empty_group(phone: Phone, key: Key, latest: Moment) -> Group {
    let (outlet, link) = match key {
        Key::Visit(visit) => (phone.get::<Visit>(visit).await.map(|visit| visit.outlet), Some(routes::visit(visit))),
        Key::Outlet(outlet) => (Some(outlet), Some(routes::outlet(outlet))),
        Key::Elsewhere => (None, None),
    };
    let title = match outlet {
        Some(outlet) => phone.get::<Outlet>(outlet).await.map(|outlet| outlet.name).unwrap_or_default(),
        None => String::new(),
    };
    Group {
        key,
        title,
        // A visit that was refused exists nowhere: there is nothing to open.
        link: link.filter(|_| outlet.is_some()),
        holds: Vec::new(),
        waiting: 0,
        back: 0,
        photos: 0,
        photos_waiting: 0,
        bytes: 0,
        bytes_left: 0,
        latest,
    }
}

async fn count(phone: Phone, group: &mut Group, line: &OutboxLine) {
    let command = line.body.as_ref().map(|body| &body.command);
    let what = What::of(command);
    match group.holds.iter_mut().find(|(known, _)| *known == what) {
        Some((_, count)) => *count += 1,
        None => group.holds.insert(0, (what, 1)),
    }
    group.waiting += usize::from(!line.row.state.has_arrived());
    group.back += usize::from(line.row.state.came_back());
    group.latest = group.latest.max(line.row.made_at);
    if let Some(Command::TakePhoto(taken)) = command {
        group.photos += 1;
        group.bytes += taken.picture.bytes;
        if let Some(state) = phone.photo_state(taken.picture.hash.clone()).await
            && matches!(state.at, PhotoAt::Here | PhotoAt::Damaged)
        {
            group.photos_waiting += 1;
            group.bytes_left += state.bytes.saturating_sub(state.sent);
        }
    }
}
