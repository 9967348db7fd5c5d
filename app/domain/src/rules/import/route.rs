//! The table of routes: a row for each stop, and the rows that name the same rep and route make it together. A route comes
//! whole or stays out: one with a gap would lead nobody to a shop that somebody has put on it. One that is there already
//! goes on as the table says from a day on, and what was walked until then stays as it was planned.

use super::calendar::{self, Rhythm};
use super::cell::bare;
use super::plan::{Known, Line, Plan, Step};
use super::row::Row;
use super::{Field, Sort, Why};
use crate::id::{OutletId, PlanId, UserId};
use crate::limits::PLAN_STOPS;
use crate::order::InOrder;
use crate::records::{JourneyPlan, Outlet, User, Weeks};
use crate::rules::plan::{changed_from, weeks_from};
use crate::time::DateWindow;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Something that is said once for a route: what, and in which row.
type Said<T> = Option<(u32, T)>;

/// A route while its rows are read.
struct Route<'a, 'k> {
    rep: &'k User,
    name: String,
    rows: Vec<Row<'a>>,
    /// Its shops, with the place that the row gives them.
    stops: Vec<(&'k Outlet, u32)>,
    seen: BTreeMap<OutletId, u32>,
    weekdays: Said<Vec<u8>>,
    weeks: Said<Rhythm>,
    from: Said<Date>,
}

/// See the module. A route that says no day goes on so from the next day on.
pub(super) fn plan(lines: &[Line], columns: &[Option<Field>], known: &Known<'_>, today: Date) -> Plan {
    let mut plan = Plan::default();
    let mut routes: Vec<Route<'_, '_>> = Vec::new();
    let mut places: BTreeMap<(UserId, String), usize> = BTreeMap::new();
    // The route of the row above: cells that are merged stand in their first row only.
    let mut above: Option<usize> = None;
    for line in lines {
        let mut row = Row::new(line.number, &line.cells, columns);
        if Sort::Routes.fields().iter().all(|field| row.get(*field).is_none()) {
            continue;
        }
        plan.rows += 1;
        let found = whose(&mut row, above.map(|at| &routes[at]), known);
        let Some((rep, name)) = found else {
            above = None;
            plan.wrong += 1;
            plan.faults.append(&mut row.faults);
            continue;
        };
        let at = *places.entry((rep.id, bare(&name))).or_insert_with(|| {
            routes.push(Route::new(rep, name));
            routes.len() - 1
        });
        routes[at].read(row, known, today);
        above = Some(at);
    }
    for route in routes {
        route.end(known, today, &mut plan);
    }
    plan.faults.order_by_key(|fault| (fault.row, fault.column));
    plan
}

/// Who walks the route of a row, and what it is called.
fn whose<'k>(row: &mut Row<'_>, above: Option<&Route<'_, 'k>>, known: &Known<'k>) -> Option<(&'k User, String)> {
    let rep = match above.filter(|_| row.get(Field::Rep).is_none()) {
        Some(above) => Some(above.rep),
        None => {
            let read = row.read(Field::Rep, Why::Rep, |text| known.rep(text));
            row.needed(Field::Rep, read)
        }
    };
    let same = above.filter(|above| rep.is_some_and(|rep| rep.id == above.rep.id));
    let name = match same.filter(|_| row.get(Field::Route).is_none()) {
        Some(above) => Some(above.name.clone()),
        None => {
            let read = row.text(Field::Route);
            row.needed(Field::Route, read)
        }
    };
    rep.zip(name)
}

impl<'a, 'k> Route<'a, 'k> {
    fn new(rep: &'k User, name: String) -> Self {
        let (rows, stops, seen) = (Vec::new(), Vec::new(), BTreeMap::new());
        Self { rep, name, rows, stops, seen, weekdays: None, weeks: None, from: None }
    }

    /// Takes a row in.
    fn read(&mut self, mut row: Row<'a>, known: &Known<'k>, today: Date) {
        let weekdays = row.read(Field::Weekdays, Why::Weekdays, calendar::weekdays);
        say(&mut self.weekdays, weekdays, Field::Weekdays, &mut row);
        let weeks = row.read(Field::Weeks, Why::Weeks, calendar::weeks);
        say(&mut self.weeks, weeks, Field::Weeks, &mut row);
        let from = row.read(Field::From, Why::Day, |text| calendar::date(text).filter(|day| *day >= today));
        say(&mut self.from, from, Field::From, &mut row);
        let before = self.stops.last().map_or(0, |(_, place)| *place);
        let place = row.count(Field::Order).unwrap_or(before);
        if let Some(shop) = self.shop(&mut row, known, today) {
            self.stops.push((shop, place));
        }
        if self.stops.len() > PLAN_STOPS {
            row.wrong(Field::Code, Why::Stops { limit: PLAN_STOPS as u32 });
        }
        self.rows.push(row);
    }

    fn shop(&mut self, row: &mut Row<'a>, known: &Known<'k>, today: Date) -> Option<&'k Outlet> {
        let code = row.code(Field::Code);
        let code = row.needed(Field::Code, code)?;
        let why = match known.outlet(&code) {
            Err(()) => Why::Several,
            Ok(None) => Why::Shop,
            Ok(Some(shop)) => {
                let first = *self.seen.entry(shop.id).or_insert(row.number);
                let before = known.route(self.rep.id, &self.name, today);
                // One that has closed may stay where it was, as on the screen.
                let stays = before.is_some_and(|plan| plan.stops.contains(&shop.id));
                let ground = before.map(|plan| plan.territory).or(self.stops.first().map(|(first, _)| first.territory));
                if first != row.number {
                    Why::Twice { row: first }
                } else if ground.is_some_and(|ground| ground != shop.territory) {
                    let territory = ground.map(|ground| known.territory_name(ground)).unwrap_or_default();
                    Why::Ground { territory }
                } else if !shop.open && !stays {
                    Why::Closed
                } else {
                    return Some(shop);
                }
            }
        };
        row.wrong(Field::Code, why);
        None
    }

    /// What the route changes, once all its rows are read.
    fn end(mut self, known: &Known<'k>, today: Date, plan: &mut Plan) {
        let from = self.from.as_ref().map_or_else(|| today.saturating_add(1.day()), |(_, day)| *day);
        let before = known.route(self.rep.id, &self.name, from);
        let first_day = before.map_or(from, |plan| plan.window.from.max(from));
        let whole = self.rows.iter().all(|row| row.faults.is_empty());
        let shop = self.stops.first().map(|(shop, _)| *shop);
        if let (true, Some(shop), Some(row)) = (whole, shop, self.rows.first_mut()) {
            if before.is_none() && self.weekdays.is_none() {
                row.wrong(Field::Weekdays, Why::Missing);
            }
            if !known.is_posted(self.rep.id, shop.territory, first_day) {
                let territory = known.territory_name(shop.territory);
                row.wrong(Field::Rep, Why::Posting { territory });
            }
        }
        let number = self.rows.first().map_or(0, |row| row.number);
        let count = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let faults: Vec<_> = self.rows.iter_mut().flat_map(|row| row.faults.drain(..)).collect();
        let Some(shop) = shop.filter(|_| faults.is_empty()) else {
            plan.wrong += count;
            plan.faults.extend(faults);
            return;
        };
        self.stops.order_by_key(|(_, place)| *place);
        let stops: Vec<OutletId> = self.stops.iter().map(|(shop, _)| shop.id).collect();
        let weeks = self.weeks.map(|(_, rhythm)| rhythm.from(first_day));
        let weekdays = self.weekdays.map(|(_, days)| days);
        let Some(before) = before else {
            let new = JourneyPlan {
                id: PlanId(Uuid::nil()),
                territory: shop.territory,
                region: self.rep.region,
                rep: self.rep.id,
                name: self.name,
                weekdays: weekdays.unwrap_or_default(),
                weeks: weeks.unwrap_or(Weeks::Every),
                window: DateWindow { from, until: None },
                skip: Vec::new(),
                stops,
            };
            plan.steps.push(Step { row: number, before: None, after: new.into() });
            return;
        };
        let weekdays = weekdays.filter(|days| !same_days(days, &before.weekdays));
        let weeks = weeks.filter(|weeks| *weeks != weeks_from(before, first_day));
        if stops == before.stops && weekdays.is_none() && weeks.is_none() {
            plan.same += count;
            return;
        }
        let changed = changed_from(before, from, PlanId(Uuid::nil()), |plan| {
            plan.stops = stops;
            plan.weekdays = weekdays.unwrap_or_else(|| plan.weekdays.clone());
            plan.weeks = weeks.unwrap_or(plan.weeks);
        });
        plan.steps.extend(changed.into_iter().map(|after| {
            let was = (after.id == before.id).then(|| before.clone().into());
            Step { row: number, before: was, after: after.into() }
        }));
    }
}

/// Notes what a row says of the whole route. A row that says nothing says the same.
fn say<T: PartialEq>(said: &mut Said<T>, read: Option<T>, field: Field, row: &mut Row<'_>) {
    match (&*said, read) {
        (Some((first, known)), Some(read)) if *known != read => row.wrong(field, Why::Differs { row: *first }),
        (None, Some(read)) => *said = Some((row.number, read)),
        _ => {}
    }
}

fn same_days(one: &[u8], other: &[u8]) -> bool {
    one.iter().all(|day| other.contains(day)) && other.iter().all(|day| one.contains(day))
}
