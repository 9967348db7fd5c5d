//! What a step changes, field by field, in words that stand in the table too.

use super::calendar;
use super::plan::{Known, Step};
use super::{Field, Sort};
use crate::geo::Position;
use crate::records::{AnyRecord, Responsible};
use serde::{Deserialize, Serialize};

/// A field, as it was and as it will be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which.
    pub field: Field,
    /// As it was.
    pub before: String,
    /// As it will be.
    pub after: String,
}

impl Step {
    /// What is different. Of something new, nothing was there before.
    #[must_use]
    pub fn changes(&self, sort: Sort, known: &Known<'_>) -> Vec<Change> {
        let fields = sort.fields().iter().filter(|field| !matches!(field, Field::Latitude | Field::Longitude));
        fields
            .filter_map(|field| {
                let before = self.before.as_ref().map(|record| shown(record, *field, known)).unwrap_or_default();
                let after = shown(&self.after, *field, known);
                (before != after).then_some(Change { field: *field, before, after })
            })
            .collect()
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> String {
        name_of(&self.after)
    }
}

/// What something that a table makes is called.
#[must_use]
pub fn name_of(record: &AnyRecord) -> String {
    match record {
        AnyRecord::Outlet(outlet) => format!("{} {}", outlet.code, outlet.name),
        AnyRecord::Product(product) => format!("{} {}", product.code, product.name.zh),
        AnyRecord::Dealer(dealer) => dealer.name.clone(),
        AnyRecord::SubDistributor(sub) => sub.name.clone(),
        AnyRecord::JourneyPlan(plan) => plan.name.clone(),
        other => other.key().to_string(),
    }
}

fn shown(record: &AnyRecord, field: Field, known: &Known<'_>) -> String {
    let territory = |id| known.territory_name(id);
    match (record, field) {
        (AnyRecord::Outlet(outlet), Field::Code) => outlet.code.clone(),
        (AnyRecord::Outlet(outlet), Field::Name) => outlet.name.clone(),
        (AnyRecord::Outlet(outlet), Field::Territory) => territory(outlet.territory),
        (AnyRecord::Outlet(outlet), Field::Class) => outlet.class.letter().to_owned(),
        (AnyRecord::Outlet(outlet), Field::Channel) => outlet.channel.clone(),
        (AnyRecord::Outlet(outlet), Field::Address) => outlet.address.clone(),
        (AnyRecord::Outlet(outlet), Field::Owner) => outlet.owner.clone(),
        (AnyRecord::Outlet(outlet), Field::Phone) => outlet.phone.clone(),
        (AnyRecord::Outlet(outlet), Field::Position) => degrees(outlet.position),
        (AnyRecord::Outlet(outlet), Field::Responsible) => match outlet.responsible {
            Responsible::Dealer(id) => known.dealer_name(id),
            Responsible::SubDistributor(id) => known.sub_name(id),
            Responsible::Open => String::new(),
        },
        (AnyRecord::Outlet(outlet), Field::Open) => yes_or_no(outlet.open),
        (AnyRecord::Product(product), Field::Code) => product.code.clone(),
        (AnyRecord::Product(product), Field::Name) => product.name.zh.clone(),
        (AnyRecord::Product(product), Field::EnglishName) => product.name.en.clone(),
        (AnyRecord::Product(product), Field::Barcode) => product.barcode.clone(),
        (AnyRecord::Product(product), Field::Millilitres) => product.millilitres.to_string(),
        (AnyRecord::Product(product), Field::PiecesPerCase) => product.pieces_per_case.to_string(),
        (AnyRecord::Product(product), Field::CasePrice) => product.case_price.yuan(),
        (AnyRecord::Product(product), Field::RetailPrice) => product.retail_price.yuan(),
        (AnyRecord::Product(product), Field::Listed) => yes_or_no(product.listed),
        (AnyRecord::Dealer(dealer), Field::Name) => dealer.name.clone(),
        (AnyRecord::Dealer(dealer), Field::Region) => {
            let found = known.regions.iter().find(|region| region.id == dealer.region);
            found.map(|region| region.name.zh.clone()).unwrap_or_default()
        }
        (AnyRecord::Dealer(dealer), Field::Owner) => dealer.owner.clone(),
        (AnyRecord::Dealer(dealer), Field::Phone) => dealer.phone.clone(),
        (AnyRecord::SubDistributor(sub), Field::Name) => sub.name.clone(),
        (AnyRecord::SubDistributor(sub), Field::Dealer) => known.dealer_name(sub.dealer),
        (AnyRecord::SubDistributor(sub), Field::Territory) => territory(sub.territory),
        (AnyRecord::SubDistributor(sub), Field::Owner) => sub.owner.clone(),
        (AnyRecord::SubDistributor(sub), Field::Phone) => sub.phone.clone(),
        (AnyRecord::JourneyPlan(plan), Field::Rep) => known.rep_name(plan.rep),
        (AnyRecord::JourneyPlan(plan), Field::Route) => plan.name.clone(),
        (AnyRecord::JourneyPlan(plan), Field::Weekdays) => calendar::weekdays_text(&plan.weekdays),
        (AnyRecord::JourneyPlan(plan), Field::Weeks) => calendar::weeks_text(plan.weeks),
        (AnyRecord::JourneyPlan(plan), Field::Code) => {
            let codes: Vec<String> = plan.stops.iter().map(|stop| known.outlet_code(*stop)).collect();
            codes.join(" ")
        }
        // A route that another one goes on for ends: that is what changes about it.
        (AnyRecord::JourneyPlan(plan), Field::From) => match plan.window.until {
            Some(until) => format!("{} – {until}", plan.window.from),
            None => plan.window.from.to_string(),
        },
        _ => String::new(),
    }
}

/// 1 and 0 stand in tables of every language.
fn yes_or_no(value: bool) -> String {
    u8::from(value).to_string()
}

fn degrees(position: Position) -> String {
    let degrees = |micro: i32| {
        let sign = if micro < 0 { "-" } else { "" };
        format!("{sign}{}.{:06}", micro.unsigned_abs() / 1_000_000, micro.unsigned_abs() % 1_000_000)
    };
    format!("{},{}", degrees(position.lon), degrees(position.lat))
}
