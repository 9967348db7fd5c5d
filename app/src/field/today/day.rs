//! What the phone's records say of the day.

use crate::field::day_book::DayBook;
use crate::field::visit::kept_place;
use crate::state::{Me, Phone};
use domain::Index;
use domain::id::VisitId;
use domain::records::{Outlet, Photo, Visit};
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
}

impl Row {
    /// Today's visit.
    pub const fn visit(&self) -> Option<VisitId> {
        match self.stop.state {
            StopState::ToDo | StopState::Skipped(_) => None,
            StopState::Open(visit) | StopState::Done(visit) => Some(visit),
        }
    }

    /// Whether the rep has been there, or has said why not.
    pub const fn is_done(&self) -> bool {
        matches!(self.stop.state, StopState::Done(_) | StopState::Skipped(_))
    }
}

impl Day {
    /// The stop for the dock: where the rep is now, else the next one to come.
    pub fn next(&self) -> Option<&Row> {
        let open = self.rows.iter().find(|row| matches!(row.stop.state, StopState::Open(_)));
        open.or_else(|| self.rows.iter().find(|row| row.stop.state == StopState::ToDo))
    }

    /// How many are done.
    pub fn done(&self) -> usize {
        self.rows.iter().filter(|row| row.is_done()).count()
    }
}

/// Reads the day.
pub async fn read(phone: Phone, me: Me) -> Day {
    let date = phone.now().date(me.offset);
    let book = DayBook::read(phone, &me, date).await;
    let stops = book.stops_with_shops(phone).await;
    let rows = join_all(stops.into_iter().map(|(stop, outlet)| row(phone, &book.visits, stop, outlet))).await;
    let mut day = Day { date, routes: book.routes(), rows, place: String::new(), last: None };
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

async fn row(phone: Phone, visits: &[Visit], stop: Stop, outlet: Option<Outlet>) -> Row {
    let visit = match stop.state {
        StopState::ToDo | StopState::Skipped(_) => None,
        StopState::Open(id) | StopState::Done(id) => visits.iter().find(|visit| visit.id == id),
    };
    let photos_owed = match visit {
        Some(visit) if visit.photos > 0 => {
            let photos = phone.find::<Photo>(Index::PhotosOf(visit.id)).await;
            photos.iter().any(|photo| photo.received_at.is_none())
        }
        _ => false,
    };
    Row {
        outlet,
        points: visit.and_then(|visit| visit.score.as_ref()).map(|score| score.share.percent()),
        since: visit.map(|visit| visit.check_in.at),
        photos_owed,
        stop,
    }
}

/// The last ended visit before a day.
fn last_visit(visits: &[Visit], before: Date) -> Option<&Visit> {
    visits.iter().filter(|visit| !visit.is_open() && visit.day < before).max_by_key(|visit| visit.check_in.at)
}
