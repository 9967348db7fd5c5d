//! What the phone's records say of the tasks of a rep.

use crate::field::names::slot_name;
use crate::state::{Me, Phone};
use crate::text::Texts;
use domain::order::InOrder;
use domain::records::{
    Appeal, Checklist, Dealer, Outlet, OutletClass, Photo, Quadrant, Responsible, SubDistributor, Task, TaskKind, Visit,
};
use domain::rules::board::{Because, propose, quadrant};
use domain::time::Moment;
use domain::{Index, Kind};
use jiff::civil::Date;

/// What is read.
pub const KINDS: &[Kind] = &[Kind::Task, Kind::Photo, Kind::Outlet, Kind::Visit];

/// How many of the closed ones are shown.
const CLOSED: usize = 20;

/// A task with what has to be shown of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The task.
    pub task: Task,
    /// The name of the shop.
    pub shop: String,
    /// Its class, if the phone has the shop.
    pub class: Option<OutletClass>,
    /// The hash of the photo that was sent back.
    pub photo: Option<String>,
    /// What the rep has said against sending it back.
    pub appeal: Option<Appeal>,
    /// What is asked for.
    pub what: String,
    /// The partner who has to act.
    pub partner: Option<String>,
    /// The question that it comes from and the day of that visit.
    pub origin: Option<(String, Date)>,
    /// Where it is on the board.
    pub quadrant: Quadrant,
    /// What speaks for where it is proposed to be.
    pub because: Vec<Because>,
}

impl Row {
    /// Whether a photo has to be taken again.
    pub const fn is_redo(&self) -> bool {
        matches!(self.task.kind, TaskKind::Redo { .. })
    }

    /// What is to be done.
    pub fn title(&self, t: Texts) -> String {
        if self.is_redo() { (t.tasks.retake)(&self.what) } else { self.what.clone() }
    }
}

/// All of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Owed {
    /// What is to be done, the most urgent first.
    pub open: Vec<Row>,
    /// What has been done, the latest first.
    pub closed: Vec<Row>,
    /// Today.
    pub today: Date,
    /// Now.
    pub now: Moment,
}

/// Reads them.
pub async fn read(t: Texts, phone: Phone, me: Me) -> Owed {
    let now = phone.now();
    let today = now.date(me.offset);
    let mut tasks = phone.find::<Task>(Index::TasksOf(me.id)).await;
    tasks.order_by_key(|task| (task.due, task.asked_at));
    let (open, mut closed): (Vec<Task>, Vec<Task>) = tasks.into_iter().partition(Task::is_open);
    closed.order_by_key(|task| std::cmp::Reverse(task.closed.as_ref().map(|closed| closed.at)));
    closed.truncate(CLOSED);
    Owed { open: rows(t, phone, open, today).await, closed: rows(t, phone, closed, today).await, today, now }
}

async fn rows(t: Texts, phone: Phone, tasks: Vec<Task>, today: Date) -> Vec<Row> {
    let mut rows = Vec::new();
    for task in tasks {
        let outlet = phone.get::<Outlet>(task.outlet).await;
        let class = outlet.as_ref().map(|outlet| outlet.class);
        let (photo, appeal, what) = match &task.kind {
            TaskKind::Redo { photo, item, slot, .. } => {
                let photo = phone.get::<Photo>(*photo).await;
                let list = checklist_of(phone, photo.as_ref()).await;
                let appeal = photo.as_ref().and_then(|photo| photo.appeal.clone());
                (photo.map(|photo| photo.picture.hash), appeal, slot_name(t, list.as_ref(), item, slot))
            }
            TaskKind::FollowUp { what } => (None, None, what.clone()),
        };
        rows.push(Row {
            shop: outlet.map(|outlet| outlet.name).unwrap_or_default(),
            class,
            photo,
            appeal,
            what,
            partner: partner(t, phone, task.with).await,
            origin: origin(t, phone, &task).await,
            quadrant: quadrant(&task, class, today),
            because: propose(&task, class, today).1,
            task,
        });
    }
    rows
}

async fn checklist_of(phone: Phone, photo: Option<&Photo>) -> Option<Checklist> {
    let visit = phone.get::<Visit>(photo?.visit).await?;
    phone.get::<Checklist>(visit.checklist).await
}

async fn partner(t: Texts, phone: Phone, with: Option<Responsible>) -> Option<String> {
    match with? {
        Responsible::Dealer(id) => phone.get::<Dealer>(id).await.map(|dealer| dealer.name),
        Responsible::SubDistributor(id) => phone.get::<SubDistributor>(id).await.map(|partner| partner.name),
        Responsible::Open => Some(t.tasks.with_open.to_owned()),
    }
}

async fn origin(t: Texts, phone: Phone, task: &Task) -> Option<(String, Date)> {
    let origin = task.origin.as_ref()?;
    let visit = phone.get::<Visit>(origin.visit).await?;
    let list = phone.get::<Checklist>(visit.checklist).await?;
    Some((list.item(&origin.item)?.title.get(t.language).to_owned(), visit.day))
}
