//! The partners' side of the demo: who is being talked to, what was found at their place and in their mind, what is said
//! of them, and what was agreed. Everything follows the rules of `domain`; the tests below hold it to them.

mod agreements;
mod alliance;
mod file;
mod heard;
mod looks;
mod people;

use super::chance::Chance;
use super::region::Handan;
use super::{DemoPicture, before, checklist, id};
use domain::id::{CandidateId, EventId};
use domain::measure::Share;
use domain::records::{AnyRecord, Checklist, ItemKey, Outlet, QualificationRule, Role, User};
use domain::time::{Moment, Offset};
use jiff::civil::Date;
use people::{PLANS, Plan};

/// A minute in milliseconds.
const MINUTE: i64 = 60_000;

/// What there is of it.
pub struct Recruited {
    /// Candidates, their places, visits, claims, agreements, the alliance, and the lists and the rule behind them.
    pub records: Vec<AnyRecord>,
    /// The pictures that the photos name.
    pub pictures: Vec<DemoPicture>,
}

/// Who takes part, and when.
pub(crate) struct Cast<'a> {
    region: &'a Handan,
    today: Date,
    manager: &'a User,
    event: EventId,
}

/// A candidate with the ids that the others know it by.
pub(crate) struct Person {
    plan: &'static Plan,
    candidate: CandidateId,
    place: Outlet,
}

impl<'a> Cast<'a> {
    fn rep(&self, number: usize) -> &'a User {
        &self.region.accounts[number].user
    }

    /// A day so many days ago.
    fn day(&self, back: i64) -> Date {
        before(self.today, back)
    }

    /// An hour of it.
    fn moment(&self, back: i64, hour: i64) -> Moment {
        Moment::start_of(self.day(back), Offset::CHINA).plus(hour * 60 * MINUTE)
    }
}

/// The lists that partners are looked at with.
struct Lists {
    inspection: Checklist,
    interview: Checklist,
    service: Checklist,
}

/// Plans it.
#[must_use]
pub fn recruit(region: &Handan, today: Date, chance: &Chance) -> Recruited {
    let chance = chance.stream("recruit");
    let accounts = region.accounts.iter().map(|account| &account.user);
    let manager = accounts.clone().find(|user| user.role == Role::RegionalManager);
    let Some(manager) = manager else { return Recruited { records: Vec::new(), pictures: Vec::new() } };
    let event = id(before(today, 20), &mut chance.stream("event"));
    let cast = Cast { region, today, manager, event };
    let lists = Lists {
        inspection: checklist::qualification(today),
        interview: checklist::mindset(today),
        service: checklist::service(today),
    };
    let people: Vec<Person> =
        (0..).zip(&PLANS).map(|(number, plan)| file::person(&cast, number, plan, &chance)).collect();
    let album = looks::Album::draw(&chance);
    let mut records = vec![AnyRecord::from(rule(today, &chance))];
    for (person, number) in people.iter().zip(0..) {
        let mut draw = chance.numbered("person", number);
        records.extend(looks::visits(&cast, &lists, person, &album, &mut draw));
        records.extend(heard::claims(&cast, person, &mut draw).into_iter().map(AnyRecord::from));
        let front = album.front_of(&cast, person, &mut draw);
        records.push(file::candidate(&cast, person, front.as_ref().map(|photo| photo.id)).into());
        records.extend(front.map(AnyRecord::from));
        records.push(person.place.clone().into());
    }
    let agreements = agreements::agreements(&cast, &people, &album, &chance);
    records.extend(alliance::alliance(&cast, &people, &agreements.0, &chance));
    records.extend(agreements.0.into_iter().map(AnyRecord::from));
    records.extend(agreements.1.into_iter().map(AnyRecord::from));
    records.extend([lists.inspection, lists.interview, lists.service].map(AnyRecord::from));
    Recruited { records, pictures: album.pictures }
}

fn rule(today: Date, chance: &Chance) -> QualificationRule {
    let since = before(today, 400);
    QualificationRule {
        id: id(since, &mut chance.stream("rule")),
        version: 1,
        from: Moment::start_of(since, Offset::CHINA),
        site_weight: 60,
        mindset_weight: 40,
        mindset_floor: Share(6_000),
        pass: Share(7_000),
        interviewers: 2,
        disagreement: 2,
        sources: 2,
        same_name: checklist::SAME_NAME.map(ItemKey::from).to_vec(),
        months: 12,
    }
}

#[cfg(test)]
mod tests;
