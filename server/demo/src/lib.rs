//! The demo region: 邯郸 with its partners, shops, routes and weeks of visits, planned as pure data.
//! The same options make the same region. The `seed` subcommand writes it into the store.

pub mod accounts;
pub mod chance;
pub mod checklist;
pub mod history;
pub mod names;
pub mod partners;
pub mod places;
pub mod products;
pub mod recruit;
pub mod region;
pub mod routes;
pub mod rules;
pub mod shelf;
pub mod standards;
pub mod team;

pub use accounts::DemoAccount;

use chance::Chance;
use domain::records::AnyRecord;
use domain::time::{Moment, Offset};
use jiff::civil::Date;
use uuid::Uuid;

/// How large the demo region is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeedOptions {
    /// Shops.
    pub outlets: usize,
    /// Days of past visits.
    pub days: u32,
    /// The day on which the demo is to be looked at; the visits end the day before.
    pub today: Date,
}

/// A picture that belongs into the blob store.
#[derive(Clone, Debug)]
pub struct DemoPicture {
    /// SHA-256 of the bytes in hex.
    pub hash: String,
    /// JPEG.
    pub bytes: Vec<u8>,
    /// A small JPEG of the same.
    pub thumbnail: Vec<u8>,
}

/// The demo region.
#[derive(Debug)]
pub struct Demo {
    /// Its records.
    pub records: Vec<AnyRecord>,
    /// Who can log in.
    pub accounts: Vec<DemoAccount>,
    /// The pictures that the records name, each once.
    pub pictures: Vec<DemoPicture>,
}

/// Plans it.
#[must_use]
pub fn plan(options: &SeedOptions) -> Demo {
    let chance = Chance::new(310);
    let mut pictures = standards::pictures();
    let standards = standards::standards(&pictures, &chance, options.today);
    let mut region = region::region(options, &chance);
    let checklist = checklist::store_visit(&standards, &region.products, options.today);
    let plans = routes::routes(&region, &chance);
    let past = history::Past { options, region: &region, plans: &plans, checklist: &checklist, standards: &standards };
    let mut past = history::history(&past, &chance);
    team::coach(&region, &mut past.records);
    pictures.extend(past.pictures);
    let mut records = std::mem::take(&mut region.records);
    records.extend(standards.into_iter().map(AnyRecord::from));
    records.push(checklist.into());
    records.extend(plans.into_iter().map(AnyRecord::from));
    records.extend(rules::rules(&region, options.today, &chance));
    records.extend(past.records);
    records.extend(team::team(&region, options.today, &chance));
    let recruited = recruit::recruit(&region, options.today, &chance);
    records.extend(recruited.records);
    pictures.extend(recruited.pictures);
    pictures.sort_by(|a, b| a.hash.cmp(&b.hash));
    pictures.dedup_by(|a, b| a.hash == b.hash);
    Demo { records, accounts: region.accounts, pictures }
}

/// The id of a thing that came into being on a day: its first half is the day, its second half follows from the stream.
fn id<T: From<Uuid>>(day: Date, chance: &mut Chance) -> T {
    let millis = u64::try_from(Moment::start_of(day, Offset::CHINA).0).unwrap_or(0);
    T::from(domain::id::new_uuid(millis, chance.id_bytes()))
}

/// A day so many days before another.
fn before(day: Date, days: i64) -> Date {
    day.saturating_sub(jiff::Span::new().days(days))
}

#[cfg(test)]
mod tests {
    use super::{SeedOptions, plan};
    use domain::Scope;
    use domain::records::{AnyRecord, Kind};
    use std::collections::BTreeSet;

    fn small() -> SeedOptions {
        SeedOptions { outlets: 40, days: 9, today: jiff::civil::date(2026, 11, 23) }
    }

    #[test]
    fn the_same_options_make_the_same_region() {
        assert_eq!(plan(&small()).records, plan(&small()).records);
    }

    #[test]
    fn every_record_has_its_own_key_and_every_named_picture_is_there() {
        let demo = plan(&small());
        let keys: BTreeSet<_> = demo.records.iter().map(AnyRecord::key).collect();
        assert_eq!(keys.len(), demo.records.len());
        let hashes: BTreeSet<_> = demo.pictures.iter().map(|picture| picture.hash.as_str()).collect();
        for record in &demo.records {
            if let AnyRecord::Photo(photo) = record {
                assert!(hashes.contains(photo.picture.hash.as_str()));
            }
        }
    }

    #[test]
    fn there_is_something_of_every_kind() {
        let demo = plan(&small());
        // What is kept for a manager, and what became of it, is a command that a phone has really sent.
        let sent = [Kind::Quarantine, Kind::Review];
        for kind in Kind::ALL.iter().filter(|kind| !sent.contains(kind)) {
            assert!(demo.records.iter().any(|record| record.key().kind == *kind), "no {kind}");
        }
        assert!(demo.records.iter().any(|record| matches!(record.scope(), Scope::Office(_))));
    }

    #[test]
    fn a_rep_has_a_route_on_every_day_of_the_week() {
        let demo = plan(&small());
        let plans = demo.records.iter().filter_map(|record| match record {
            AnyRecord::JourneyPlan(plan) => Some(plan.clone()),
            _ => None,
        });
        let plans: Vec<_> = plans.collect();
        for account in demo.accounts.iter().filter(|account| account.user.role == domain::records::Role::Rep) {
            for day in 0..14 {
                let day = small().today.saturating_add(jiff::Span::new().days(day));
                let away = domain::rules::plan::Away::default();
                let stops = domain::rules::plan::stops_on(account.user.id, &plans, away, day);
                assert!(!stops.is_empty(), "{} on {day}", account.user.name);
            }
        }
    }
}
