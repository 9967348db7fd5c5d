//! What the phone's records say of the day.

use crate::field::day_book::DayBook;
use crate::field::visit::kept_place;
use crate::state::{Me, Phone};
use domain::Index;
use domain::geo::Position;
use domain::id::{OutletId, SkipId, VisitId};
use domain::language::Words;
use domain::records::{Leave, Outlet, Photo, Skip, SkipReason, Visit};
use domain::rules::today::{Stop, StopState};
use domain::time::Moment;
use futures_util::future::join_all;
use jiff::civil::Date;

/// The day of a rep.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// Which day.
    pub date: Date,
    /// The names of its routes.
    pub routes: Vec<String>,
    /// Its stops in walking order.
    pub rows: Vec<Row>,
    /// The order in which the rep wants to walk, if it is not the plan's.
    pub order: Vec<OutletId>,
    /// What the day is called, if nobody walks on it.
    pub free: Option<Words>,
    /// The rep is away.
    pub away: Option<Leave>,
    /// For whom the rep steps in, with the names of those routes.
    pub stands_in: Vec<(Leave, Vec<String>)>,
    /// Where in the open visit the rep was, as the query of its address; empty if no visit is open.
    pub place: String,
    /// The visit before today at the stop that the dock shows: when, and how many points.
    pub last: Option<(Date, Option<u32>)>,
}

/// One stop with its shop.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The stop.
    pub stop: Stop,
    /// The shop; none if it is not on this phone any more.
    pub outlet: Option<Outlet>,
    /// Points of today's visit, if it has ended.
    pub points: Option<u32>,
    /// When today's visit began.
    pub since: Option<Moment>,
    /// Whether photos of today's visit are not at the server yet.
    pub photos_owed: bool,
    /// Why it was left out, and in which words.
    pub skipped: Option<(SkipReason, String)>,
}

impl Row {
    /// Today's visit.
    pub const fn visit(&self) -> Option<VisitId> {
        match self.stop.state {
            StopState::ToDo | StopState::Skipped(_) => None,
            StopState::Open(visit) | StopState::Done(visit) => Some(visit),
        }
    }

    /// Whether the rep has been there.
    pub const fn is_done(&self) -> bool {
        matches!(self.stop.state, StopState::Done(_))
    }

    /// By which name it was left out, if it was.
    pub const fn skip(&self) -> Option<SkipId> {
        match self.stop.state {
            StopState::Skipped(skip) => Some(skip),
            StopState::ToDo | StopState::Open(_) | StopState::Done(_) => None,
        }
    }

    /// Whether nothing is to be walked there any more today.
    pub const fn is_settled(&self) -> bool {
        self.is_done() || self.skip().is_some()
    }

    /// What the shop is called.
    pub fn name(&self) -> String {
        self.outlet.as_ref().map(|outlet| outlet.name.clone()).unwrap_or_default()
    }

    /// Where the shop is.
    pub fn position(&self) -> Option<Position> {
        self.outlet.as_ref().map(|outlet| outlet.position)
    }
}

impl Day {
    /// The stop for the dock: where the rep is now, else the next one to come.
    pub fn next(&self) -> Option<&Row> {
        let open = self.rows.iter().find(|row| matches!(row.stop.state, StopState::Open(_)));
        open.or_else(|| self.to_come().next())
    }

    /// The stops that nobody has begun.
    pub fn to_come(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.stop.state == StopState::ToDo)
    }

    /// The stop at a shop.
    pub fn at(&self, outlet: OutletId) -> Option<&Row> {
        self.rows.iter().find(|row| row.stop.outlet == outlet)
    }

    /// How the day stands.
    pub fn tally(&self) -> Tally {
        let done = self.rows.iter().filter(|row| row.is_done()).count();
        let skipped = self.rows.iter().filter(|row| row.skip().is_some()).count();
        Tally { all: self.rows.len(), done, skipped }
    }
}

/// How many stops there are, how many were walked and how many left out: left out is not walked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// All of them.
    pub all: usize,
    /// Walked.
    pub done: usize,
    /// Left out.
    pub skipped: usize,
}

impl Tally {
    /// Still to be walked.
    pub const fn left(self) -> usize {
        self.all - self.done - self.skipped
    }
}

/// Reads the day.
pub async fn read(phone: Phone, me: Me) -> Day {
    let date = phone.now().date(me.offset);
    let book = DayBook::read(phone, &me, date).await;
    let stops = book.stops_with_shops(phone).await;
    let rows = join_all(stops.into_iter().map(|(stop, outlet)| row(phone, &book, stop, outlet))).await;
    let mut day = Day {
        date,
        routes: book.routes(),
        rows,
        order: book.order.clone(),
        free: book.free_day().map(|free| free.name.clone()),
        away: book.own_leave().cloned(),
        stands_in: book.stands_in(),
        place: String::new(),
        last: None,
    };
    if let Some(next) = day.next() {
        let outlet = next.stop.outlet;
        if let StopState::Open(visit) = next.stop.state {
            day.place = kept_place(phone, visit).await;
        }
        day.last = last_visit(&phone.find::<Visit>(Index::VisitsAt(outlet)).await, date)
            .map(|visit| (visit.day, visit.score.as_ref().map(|score| score.share.percent())));
    }
    day
}

async fn row(phone: Phone, book: &DayBook, stop: Stop, outlet: Option<Outlet>) -> Row {
    let visit = match stop.state {
        StopState::ToDo | StopState::Skipped(_) => None,
        StopState::Open(id) | StopState::Done(id) => book.visits.iter().find(|visit| visit.id == id),
    };
    let photos_owed = match visit {
        Some(visit) if visit.photos > 0 => {
            let photos = phone.find::<Photo>(Index::PhotosOf(visit.id)).await;
            photos.iter().any(|photo| photo.received_at.is_none())
        }
        _ => false,
    };
    let skipped = |id: SkipId| book.skips.iter().find(|skip| skip.id == id).map(why);
    Row {
        skipped: match stop.state {
            StopState::Skipped(id) => skipped(id),
            StopState::ToDo | StopState::Open(_) | StopState::Done(_) => None,
        },
        outlet,
        points: visit.and_then(|visit| visit.score.as_ref()).map(|score| score.share.percent()),
        since: visit.map(|visit| visit.check_in.at),
        photos_owed,
        stop,
    }
}

fn why(skip: &Skip) -> (SkipReason, String) {
    (skip.reason, skip.note.clone())
}

/// The last ended visit before a day.
fn last_visit(visits: &[Visit], before: Date) -> Option<&Visit> {
    visits.iter().filter(|visit| !visit.is_open() && visit.day < before).max_by_key(|visit| visit.check_in.at)
}
