//! What the rows of a table would change, row by row.

use super::cell::bare;
use super::twin::Twins;
use super::{Fault, Field, Sort, Why, outlet, partner, product, route, row::Row};
use crate::id::{DealerId, OutletId, SubDistributorId, TerritoryId, UserId};
use crate::records::{
    AnyRecord, Assignment, Dealer, JourneyPlan, Outlet, Product, Record, Region, Role, SubDistributor, Territory, User,
};
use jiff::civil::Date;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A row of a table as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// As the spreadsheet counts.
    pub number: u32,
    /// Its cells as texts.
    pub cells: Vec<String>,
}

/// What there is already, as far as the person answers for it: nobody learns of more from what is wrong with a row.
#[derive(Debug, Default)]
pub struct Known<'a> {
    /// Their regions.
    pub regions: Vec<Region>,
    /// Their territories.
    pub territories: Vec<Territory>,
    dealers: Vec<Dealer>,
    subs: Vec<SubDistributor>,
    outlets: BTreeMap<String, Vec<&'a Outlet>>,
    products: BTreeMap<String, Vec<&'a Product>>,
    reps: Vec<&'a User>,
    postings: Vec<&'a Assignment>,
    plans: Vec<&'a JourneyPlan>,
}

impl<'a> Known<'a> {
    /// From their records.
    #[must_use]
    pub fn of(records: impl IntoIterator<Item = &'a AnyRecord>) -> Self {
        let mut known = Self::default();
        for record in records {
            match record {
                AnyRecord::Region(region) => known.regions.push(region.clone()),
                AnyRecord::Territory(territory) => known.territories.push(territory.clone()),
                AnyRecord::Dealer(dealer) => known.dealers.push(dealer.clone()),
                AnyRecord::SubDistributor(sub) => known.subs.push(sub.clone()),
                // The place of a candidate is no shop.
                AnyRecord::Outlet(outlet) if !outlet.partner => {
                    known.outlets.entry(bare(&outlet.code)).or_default().push(outlet);
                }
                AnyRecord::Product(product) => known.products.entry(bare(&product.code)).or_default().push(product),
                AnyRecord::User(user) if user.active && user.role == Role::Rep => known.reps.push(user),
                AnyRecord::Assignment(posting) => known.postings.push(posting),
                AnyRecord::JourneyPlan(plan) => known.plans.push(plan),
                _ => {}
            }
        }
        known
    }

    /// The shop with a code; an error if there are several.
    pub(super) fn outlet(&self, code: &str) -> Result<Option<&'a Outlet>, ()> {
        only(self.outlets.get(&bare(code)))
    }

    pub(super) fn product(&self, code: &str) -> Result<Option<&'a Product>, ()> {
        only(self.products.get(&bare(code)))
    }

    /// The dealer with a name.
    pub(super) fn dealer(&self, name: &str) -> Option<&Dealer> {
        one(&self.dealers, |dealer| bare(&dealer.name) == bare(name))
    }

    pub(super) fn dealer_name(&self, id: DealerId) -> String {
        self.dealers.iter().find(|dealer| dealer.id == id).map(|dealer| dealer.name.clone()).unwrap_or_default()
    }

    pub(super) fn sub_name(&self, id: SubDistributorId) -> String {
        self.subs.iter().find(|sub| sub.id == id).map(|sub| sub.name.clone()).unwrap_or_default()
    }

    /// The rep with a name.
    pub(super) fn rep(&self, name: &str) -> Option<&'a User> {
        one(&self.reps, |rep| bare(&rep.name) == bare(name)).copied()
    }

    pub(super) fn rep_name(&self, id: UserId) -> String {
        self.reps.iter().find(|rep| rep.id == id).map(|rep| rep.name.clone()).unwrap_or_default()
    }

    pub(super) fn outlet_code(&self, id: OutletId) -> String {
        let mut all = self.outlets.values().flatten();
        all.find(|outlet| outlet.id == id).map(|outlet| outlet.code.clone()).unwrap_or_default()
    }

    pub(super) fn territory_name(&self, id: TerritoryId) -> String {
        let found = self.territories.iter().find(|territory| territory.id == id);
        found.map(|territory| territory.name.zh.clone()).unwrap_or_default()
    }

    /// Whether a rep works in a territory on a day.
    pub(super) fn is_posted(&self, rep: UserId, territory: TerritoryId, day: Date) -> bool {
        self.postings.iter().any(|one| one.user == rep && one.territory == territory && one.window.contains(day))
    }

    /// The route of a rep with a name, as it is last: one that was over by the day is another one.
    pub(super) fn route(&self, rep: UserId, name: &str, day: Date) -> Option<&'a JourneyPlan> {
        let is_it = |plan: &&JourneyPlan| {
            plan.rep == rep && bare(&plan.name) == bare(name) && plan.window.until.is_none_or(|until| until >= day)
        };
        self.plans.iter().copied().filter(is_it).max_by_key(|plan| plan.window.from)
    }

    /// The sub-distributor with a name.
    pub(super) fn sub(&self, name: &str) -> Option<&SubDistributor> {
        one(&self.subs, |sub| bare(&sub.name) == bare(name))
    }
}

fn only<'a, T>(found: Option<&Vec<&'a T>>) -> Result<Option<&'a T>, ()> {
    match found.map(Vec::as_slice) {
        None | Some([]) => Ok(None),
        Some([one]) => Ok(Some(one)),
        Some(_) => Err(()),
    }
}

fn one<T>(all: &[T], is_it: impl Fn(&T) -> bool) -> Option<&T> {
    let mut found = all.iter().filter(|one| is_it(one));
    found.next().filter(|_| found.next().is_none())
}

/// What a row changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Which row.
    pub row: u32,
    /// As it was; none if it is new.
    pub before: Option<AnyRecord>,
    /// As it will be. Something new has no id yet.
    pub after: AnyRecord,
}

impl Step {
    /// With the id that something new gets.
    #[must_use]
    pub fn with_id(mut self, id: Uuid) -> Self {
        if self.before.is_none() {
            match &mut self.after {
                AnyRecord::Outlet(outlet) => outlet.id.0 = id,
                AnyRecord::Product(product) => product.id.0 = id,
                AnyRecord::Dealer(dealer) => dealer.id.0 = id,
                AnyRecord::SubDistributor(sub) => sub.id.0 = id,
                AnyRecord::JourneyPlan(plan) => plan.id.0 = id,
                // No table makes anything else.
                _ => {}
            }
        }
        self
    }
}

/// A new shop that may be one that is there under another code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    /// The row.
    pub row: u32,
    /// Its name there.
    pub name: String,
    /// The code of the other.
    pub code: String,
    /// Its name.
    pub known: String,
}

/// All that a table would change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Rows that say something.
    pub rows: u32,
    /// Rows that change nothing.
    pub same: u32,
    /// Rows that cannot be taken.
    pub wrong: u32,
    /// What is wrong with them.
    pub faults: Vec<Fault>,
    /// New shops that may be there already.
    pub twins: Vec<Twin>,
    /// What the right rows change.
    pub steps: Vec<Step>,
}

/// What the lines below the titles would change, if they were imported on a day.
#[must_use]
pub fn plan(sort: Sort, lines: &[Line], columns: &[Option<Field>], known: &Known<'_>, today: Date) -> Plan {
    match sort {
        Sort::Outlets => {
            let mut plan = walk(sort, lines, columns, |row| outlet::read(row, known));
            plan.twins = Twins::of(known.outlets.values().flatten().copied()).among(&plan.steps);
            plan
        }
        Sort::Products => walk(sort, lines, columns, |row| product::read(row, known)),
        Sort::Dealers => walk(sort, lines, columns, |row| partner::dealer(row, known)),
        Sort::SubDistributors => walk(sort, lines, columns, |row| partner::sub(row, known)),
        Sort::Routes => route::plan(lines, columns, known, today),
    }
}

fn walk<'k, R: Record + PartialEq + 'k>(
    sort: Sort,
    lines: &[Line],
    columns: &[Option<Field>],
    mut read: impl FnMut(&mut Row<'_>) -> Option<(Option<&'k R>, R)>,
) -> Plan {
    let mut plan = Plan::default();
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for line in lines {
        let mut row = Row::new(line.number, &line.cells, columns);
        if sort.fields().iter().all(|field| row.get(*field).is_none()) {
            continue;
        }
        plan.rows += 1;
        let step = read(&mut row);
        if let Some(key) = row.get(sort.key()) {
            let first = *seen.entry(bare(&key)).or_insert(line.number);
            if first != line.number {
                row.wrong(sort.key(), Why::Twice { row: first });
            }
        }
        match step {
            Some((before, after)) if row.faults.is_empty() => {
                if before == Some(&after) {
                    plan.same += 1;
                } else {
                    let before = before.cloned().map(Into::into);
                    plan.steps.push(Step { row: line.number, before, after: after.into() });
                }
            }
            _ => {
                plan.wrong += 1;
                plan.faults.append(&mut row.faults);
            }
        }
    }
    plan
}
