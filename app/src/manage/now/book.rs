//! What the records on this device say of today and the days before that still matter, read in one go.

use crate::manage::quarantine;
use crate::state::Phone;
use crate::trust;
use domain::geo::Position;
use domain::id::OutletId;
use domain::limits::NOW_DAYS;
use domain::order::InOrder;
use domain::records::{Calendar, JourneyPlan, Leave, Outlet, Photo, Role, Skip, Task, TaskKind, User, Viewing, Visit};
use domain::rules::now::{Appealed, Day, Field, Held, Seen};
use domain::rules::plan::Away;
use domain::rules::today::{Book as Plan, today};
use domain::time::Offset;
use domain::{Index, Kind};
use futures_util::future::{join, join_all, join3, join4};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What is read.
pub const KINDS: &[Kind] = &[
    Kind::Visit,
    Kind::Photo,
    Kind::Skip,
    Kind::Task,
    Kind::Viewing,
    Kind::Quarantine,
    Kind::Outlet,
    Kind::JourneyPlan,
    Kind::Leave,
    Kind::Calendar,
    Kind::User,
];

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    /// What the rules look at.
    pub field: Field,
    /// The shops that are spoken of.
    pub shops: BTreeMap<OutletId, Shop>,
}

/// A shop.
#[derive(Clone, Debug, PartialEq)]
pub struct Shop {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub position: Position,
    /// It is a partner's place, which has no display.
    partner: bool,
}

/// Reads it.
pub async fn read(phone: Phone, offset: Offset, now: Date) -> Book {
    let dates: Vec<Date> = (0..NOW_DAYS).map(|back| now.saturating_sub(jiff::Span::new().days(back))).collect();
    let (visits, skips, everybody, held) = join4(
        join_all(dates.iter().map(|date| phone.find::<Visit>(Index::VisitsOn(*date)))),
        join_all(dates.iter().map(|date| phone.find::<Skip>(Index::SkipsOn(*date)))),
        phone.all::<User>(),
        quarantine::waiting(phone, offset),
    )
    .await;
    let (visits, skips): (Vec<Visit>, Vec<Skip>) = (visits.concat(), skips.concat());
    let (plans, leaves, calendars) =
        join3(phone.all::<JourneyPlan>(), phone.all::<Leave>(), phone.all::<Calendar>()).await;
    let mut reps: Vec<User> = everybody.into_iter().filter(|user| user.active && user.role == Role::Rep).collect();
    reps.order_by_key(|rep| rep.name.clone());
    let owed = join_all(reps.iter().map(|rep| phone.find::<Task>(Index::TasksOf(rep.id)))).await;
    let away = Away { calendars: &calendars, leaves: &leaves };
    let mut days = Vec::new();
    for (rep, tasks) in reps.iter().zip(&owed) {
        for date in &dates {
            // What is to be taken again is on the list of today only: it was not asked for on the days before.
            let tasks = if *date == now { tasks.as_slice() } else { &[] };
            let plan = Plan { plans: &plans, away, visits: &visits, skips: &skips, tasks, overdue: &[] };
            let stops = today(rep.id, *date, plan);
            days.push(Day { rep: rep.id, name: rep.name.clone(), date: *date, stops });
        }
    }
    let shops = shops(phone, &days, &visits).await;
    let (visits, appealed) = join(seen(phone, &visits, &shops), appealed(phone, &owed)).await;
    let held = held.into_iter().filter_map(|matter| {
        let first = matter.first()?;
        let (rep, rep_name, at) = (first.rep, first.rep_name.clone(), first.received_at);
        Some(Held { id: matter.id, rep, rep_name, shop: matter.shop.clone(), at, parts: matter.parts.len() })
    });
    let held = held.collect();
    Book { field: Field { today: now, offset, days, visits, skips, appealed, held }, shops }
}

async fn shops(phone: Phone, days: &[Day], visits: &[Visit]) -> BTreeMap<OutletId, Shop> {
    let stops = days.iter().flat_map(|day| &day.stops).map(|stop| stop.outlet);
    let mut ids: Vec<OutletId> = stops.chain(visits.iter().map(|visit| visit.outlet)).collect();
    ids.in_order();
    ids.dedup();
    let found = phone.several::<Outlet>(ids).await.into_iter().flatten();
    found.map(|shop| (shop.id, Shop { name: shop.name, position: shop.position, partner: shop.partner })).collect()
}

async fn seen(phone: Phone, visits: &[Visit], shops: &BTreeMap<OutletId, Shop>) -> Vec<Seen> {
    let of_photos = visits.iter().map(|visit| async move {
        if visit.photos == 0 { Vec::new() } else { phone.find::<Photo>(Index::PhotosOf(visit.id)).await }
    });
    let photos = join_all(of_photos).await;
    let seen = visits.iter().zip(&photos).map(|(visit, photos)| async move {
        let shop = shops.get(&visit.outlet);
        let trust = trust::of_place(visit, shop.map(|shop| shop.position), trust::last_fix(visits, visit).as_ref());
        let mut seen = Seen::of(visit, photos, &trust);
        seen.failed &= shop.is_some_and(|shop| !shop.partner);
        if !seen.low.is_empty() {
            let viewings = phone.find::<Viewing>(Index::ViewingsOf(visit.id)).await;
            seen.looked_at = viewings.iter().any(|viewing| viewing.role.manages());
        }
        if seen.failed {
            let tasks = phone.find::<Task>(Index::TasksAt(visit.outlet)).await;
            seen.followed = tasks.iter().any(|task| task.asked_at >= visit.check_in.at);
        }
        seen
    });
    join_all(seen).await
}

/// A redo stays owed until the word against it is answered, however old its visit: so no appeal is overlooked.
async fn appealed(phone: Phone, owed: &[Vec<Task>]) -> Vec<Appealed> {
    let asked = owed.iter().flatten().filter(|task| task.is_open()).filter_map(|task| match task.kind {
        TaskKind::Redo { photo, .. } => Some(photo),
        TaskKind::FollowUp { .. } => None,
    });
    let photos = phone.several::<Photo>(asked.collect()).await;
    let mut visits: BTreeMap<_, Appealed> = BTreeMap::new();
    for photo in photos.iter().flatten() {
        let Some(appeal) = photo.open_appeal() else { continue };
        let appealed = visits.entry(photo.visit).or_insert_with(|| Appealed {
            visit: photo.visit,
            outlet: photo.outlet,
            rep: photo.rep,
            rep_name: photo.rep_name.clone(),
            because: appeal.because.clone(),
            at: appeal.at,
            photos: 0,
        });
        appealed.photos += 1;
        appealed.at = appealed.at.min(appeal.at);
    }
    visits.into_values().collect()
}
