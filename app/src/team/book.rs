//! What the device holds of a team: the people with what their work came to, goals as they stand, notes and help. A
//! rep's device holds one person's, a manager's those of the region.

use crate::state::{Me, Phone};
use crate::text::Texts;
use domain::id::{OutletId, PhotoId, TaskId, TerritoryId, UserId};
use domain::limits::{REOPEN_DAYS, TEAM_DAYS};
use domain::order::InOrder;
use domain::records::{
    Agreement, Assignment, Candidate, Checklist, Companion, Goal, Help, Outlet, Photo, Purpose, Role, Ruling, Task,
    TaskKind, Territory, User, Visit,
};
use domain::rules::goal::{Standing, reached, standing};
use domain::rules::team::{Past, Work, shown_by, work};
use domain::time::{DateWindow, Moment, Offset};
use domain::{Index, Kind, Words};
use futures_util::future::{join, join_all};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What is read.
pub const KINDS: &[Kind] = &[
    Kind::Goal,
    Kind::Help,
    Kind::Visit,
    Kind::Task,
    Kind::Photo,
    Kind::Candidate,
    Kind::Agreement,
    Kind::User,
    Kind::Assignment,
    Kind::Territory,
    Kind::Checklist,
];

/// So many notes are shown of somebody.
const NOTES: usize = 5;
/// So many things that were done are shown of somebody.
const DONE: usize = 6;
/// So many calls for help that are settled stay to be read.
const SETTLED: usize = 3;

/// Somebody of the team.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Where they work today.
    pub territories: Vec<TerritoryId>,
    /// What came of it.
    pub work: Work,
}

/// A goal as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The goal.
    pub goal: Goal,
    /// What was reached.
    pub reached: i64,
    /// How that is.
    pub standing: Standing,
}

/// What somebody said on a joint visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// To whom.
    pub rep: UserId,
    /// On which visit.
    pub visit: domain::id::VisitId,
    /// On which day.
    pub day: Date,
    /// Where.
    pub shop: String,
    /// What.
    pub said: Companion,
}

/// Something that was done and can still be opened again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// Which task.
    pub task: TaskId,
    /// By whom.
    pub owner: UserId,
    /// What was owed.
    pub what: String,
    /// Where.
    pub outlet: OutletId,
    /// What the shop is called.
    pub shop: String,
    /// When it was done.
    pub at: Moment,
    /// What came of it.
    pub words: String,
}

/// All of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    /// Today.
    pub today: Date,
    /// By name, never by a figure.
    pub people: Vec<Person>,
    /// The territories of the people, by name.
    pub places: Vec<(TerritoryId, Words)>,
    /// Of this month and the next, those of the next last.
    pub goals: Vec<Shown>,
    /// The latest first.
    pub notes: Vec<Note>,
    /// The latest first; a rep's own device has no use for it.
    pub done: Vec<Done>,
    /// The urgent first, then the oldest; what is settled last.
    pub helps: Vec<Help>,
    /// Shops that were visited lately.
    pub shops: Vec<(OutletId, String)>,
}

impl Book {
    /// The name of a territory.
    pub fn place(&self, t: Texts, territory: TerritoryId) -> String {
        let found = self.places.iter().find(|(id, _)| *id == territory);
        found.map(|(_, name)| name.get(t.language).to_owned()).unwrap_or_default()
    }

    /// The goals that somebody works for.
    pub fn goals_of(&self, person: &Person) -> Vec<&Shown> {
        let theirs = |shown: &&Shown| match shown.goal.owner {
            Some(owner) => owner == person.id,
            None => person.territories.contains(&shown.goal.territory),
        };
        self.goals.iter().filter(theirs).collect()
    }
}

/// Reads it, for a manager of the region, for a rep of themselves.
pub async fn read(phone: Phone, me: Me) -> Book {
    let offset = me.offset;
    let today = phone.now().date(offset);
    let (mut people, places) = people(phone, &me, today).await;
    let from = today.saturating_sub((TEAM_DAYS - 1).days());
    let days: Vec<Date> = from.series(1.day()).take_while(|day| *day <= today).collect();
    let visits = join_all(days.into_iter().map(|day| phone.find::<Visit>(Index::VisitsOn(day)))).await.concat();
    let tasks = join_all(people.iter().map(|one| phone.find::<Task>(Index::TasksOf(one.id)))).await.concat();
    let shown: Vec<PhotoId> = tasks.iter().filter_map(shown_by).collect();
    let photos = phone.several::<Photo>(shown).await;
    let rulings: BTreeMap<PhotoId, Option<Ruling>> =
        photos.into_iter().flatten().map(|photo| (photo.id, photo.ruling)).collect();
    let lists = phone.all::<Checklist>().await;
    let serving: BTreeSet<_> =
        lists.iter().filter(|list| list.purpose == Purpose::Service).map(|list| list.id).collect();
    let days = DateWindow { from, until: Some(today) };
    let past = Past { tasks: &tasks, rulings: &rulings, visits: &visits, serving: &serving, days, offset };
    for person in &mut people {
        person.work = work(person.id, &past);
    }
    let (goals, helps, (notes, shops)) = (
        goals(phone, &me, today, offset).await,
        helps(phone.all::<Help>().await),
        join(notes(phone, &visits, &people), shops(phone, &visits)).await,
    );
    let done = if me.role.manages() { done(phone, &tasks, &people, today, offset).await } else { Vec::new() };
    Book { today, people, places, goals, notes, done, helps, shops }
}

async fn people(phone: Phone, me: &Me, today: Date) -> (Vec<Person>, Vec<(TerritoryId, Words)>) {
    let mut places: Vec<(TerritoryId, Words)> =
        phone.all::<Territory>().await.into_iter().map(|territory| (territory.id, territory.name)).collect();
    places.order_by(|a, b| (&a.1.zh, a.0).cmp(&(&b.1.zh, b.0)));
    if !me.role.manages() {
        let territories = places.iter().map(|(id, _)| *id).collect();
        return (vec![Person { id: me.id, name: me.name.clone(), territories, work: Work::default() }], places);
    }
    let (users, postings) = join(phone.all::<User>(), phone.all::<Assignment>()).await;
    let reps = users.into_iter().filter(|user| user.active && user.role == Role::Rep);
    let mut people: Vec<Person> = reps
        .map(|user| {
            let held = postings.iter().filter(|one| one.user == user.id && one.window.contains(today));
            let territories = held.map(|one| one.territory).collect();
            Person { id: user.id, name: user.name, territories, work: Work::default() }
        })
        .collect();
    people.order_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    (people, places)
}

async fn goals(phone: Phone, me: &Me, today: Date, offset: Offset) -> Vec<Shown> {
    let (goals, candidates, agreements) =
        (phone.all::<Goal>().await, phone.all::<Candidate>().await, phone.all::<Agreement>().await);
    let this = today.first_of_month();
    let mine = |goal: &Goal| me.role.manages() || goal.concerns(me.id);
    let mut shown: Vec<Shown> = goals
        .into_iter()
        .filter(|goal| !goal.dropped && goal.month >= this && mine(goal))
        .map(|goal| {
            let reached = reached(&goal, &candidates, &agreements, offset);
            let standing = standing(&goal, reached, today);
            Shown { goal, reached, standing }
        })
        .collect();
    shown.order_by_key(|shown| (shown.goal.month, shown.goal.kind, shown.goal.id));
    shown
}

/// What was said on joint visits by somebody else than the rep, with the names of the shops.
async fn notes(phone: Phone, visits: &[Visit], people: &[Person]) -> Vec<Note> {
    let mut said: Vec<(&Visit, &Companion)> = Vec::new();
    for person in people {
        let of = visits.iter().filter(|visit| visit.rep == person.id);
        let mut theirs: Vec<(&Visit, &Companion)> = of
            .flat_map(|visit| visit.companions.iter().map(move |said| (visit, said)))
            .filter(|(visit, said)| said.is_for(visit.rep))
            .collect();
        theirs.order_by_key(|(_, said)| std::cmp::Reverse((said.at, said.by)));
        theirs.truncate(NOTES);
        said.extend(theirs);
    }
    let names = phone.several::<Outlet>(said.iter().map(|(visit, _)| visit.outlet).collect()).await;
    said.into_iter()
        .zip(names)
        .map(|((visit, said), shop)| Note {
            rep: visit.rep,
            visit: visit.id,
            day: visit.day,
            shop: shop.map(|shop| shop.name).unwrap_or_default(),
            said: said.clone(),
        })
        .collect()
}

/// What was done by word or by photo and may still be opened again; a photo that was taken again goes by its verdict.
async fn done(phone: Phone, tasks: &[Task], people: &[Person], today: Date, offset: Offset) -> Vec<Done> {
    let mut done: Vec<Done> = Vec::new();
    for person in people {
        let mut theirs: Vec<Done> = tasks
            .iter()
            .filter(|task| task.owner == person.id)
            .filter_map(|task| {
                let TaskKind::FollowUp { what } = &task.kind else { return None };
                let closed = task.closed.as_ref().filter(|closed| !closed.withdrawn)?;
                let last = closed.at.date(offset).saturating_add(REOPEN_DAYS.days());
                (today <= last).then(|| Done {
                    task: task.id,
                    owner: task.owner,
                    what: what.clone(),
                    outlet: task.outlet,
                    shop: String::new(),
                    at: closed.at,
                    words: closed.words.clone(),
                })
            })
            .collect();
        theirs.order_by_key(|done| std::cmp::Reverse((done.at, done.task)));
        theirs.truncate(DONE);
        done.extend(theirs);
    }
    let shops = phone.several::<Outlet>(done.iter().map(|done| done.outlet).collect()).await;
    for (done, shop) in done.iter_mut().zip(shops) {
        done.shop = shop.map(|shop| shop.name).unwrap_or_default();
    }
    done
}

fn helps(helps: Vec<Help>) -> Vec<Help> {
    let (mut settled, mut open): (Vec<Help>, Vec<Help>) = helps.into_iter().partition(|help| help.settled.is_some());
    open.order_by_key(|help| (!help.urgent, help.asked_at, help.id));
    settled.order_by_key(|help| std::cmp::Reverse((help.asked_at, help.id)));
    settled.truncate(SETTLED);
    open.extend(settled);
    open
}

async fn shops(phone: Phone, visits: &[Visit]) -> Vec<(OutletId, String)> {
    let been: BTreeSet<OutletId> = visits.iter().map(|visit| visit.outlet).collect();
    let known = phone.several::<Outlet>(been.into_iter().collect()).await;
    let mut shops: Vec<(OutletId, String)> = known.into_iter().flatten().map(|shop| (shop.id, shop.name)).collect();
    shops.order_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
    shops
}
