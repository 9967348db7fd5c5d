//! What this phone knows of a candidate or member, and what it comes to.

use crate::state::Phone;
use domain::id::{CandidateId, ChecklistId};
use domain::measure::Share;
use domain::order::InOrder;
use domain::records::CandidateSource;
use domain::records::{
    Candidate, Checklist, Claim, Dealer, ItemKey, Outlet, Photo, Purpose, QualificationRule, RecruitEvent, Visit,
};
use domain::rules::qualification::{Filled, Qualification, qualification, would_help};
use domain::time::Offset;
use domain::{Index, Kind};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// What it is read from.
pub const KINDS: &[Kind] =
    &[Kind::Candidate, Kind::Outlet, Kind::Visit, Kind::Claim, Kind::Photo, Kind::QualificationRule, Kind::Checklist];

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    /// Who.
    pub candidate: Candidate,
    /// Its place; none if it is in a territory that this phone does not hold.
    pub place: Option<Outlet>,
    /// Its front.
    pub front: Option<Photo>,
    /// Who they came from: a dealer or an event.
    pub by: Option<String>,
    /// Visits to its place, the latest first, each with its checklist.
    pub visits: Vec<(Visit, Option<Checklist>)>,
    /// What is said of it.
    pub claims: Vec<Claim>,
    /// How it is weighed.
    pub rule: Option<QualificationRule>,
    /// What that comes to.
    pub weighed: Option<Qualification>,
    /// What would help most: the question, and its share of the whole.
    pub help: Vec<(ItemKey, Share)>,
    /// Today.
    pub today: Date,
}

/// How many things that would help are shown.
const HELP: usize = 4;

impl Book {
    /// What a question of its checklists asks.
    pub fn title(&self, key: &ItemKey) -> Option<domain::Words> {
        let lists = self.visits.iter().filter_map(|(_, list)| list.as_ref());
        lists.filter_map(|list| list.item(key)).map(|item| item.title.clone()).next()
    }

    /// Its finished visits of a purpose, the latest first.
    pub fn done(&self, purpose: Purpose) -> Vec<Filled<'_>> {
        let with_list = self.visits.iter().filter_map(|(visit, list)| Some((list.as_ref()?, visit)));
        with_list.filter(|(list, visit)| list.purpose == purpose && !visit.is_open()).collect()
    }

    /// One that goes on.
    pub fn open(&self) -> Option<&Visit> {
        self.visits.iter().map(|(visit, _)| visit).find(|visit| visit.is_open())
    }
}

/// Reads it; none if this phone does not know the candidate.
pub async fn read(phone: Phone, id: CandidateId, offset: Offset) -> Option<Book> {
    let candidate = phone.get::<Candidate>(id).await?;
    let today = phone.now().date(offset);
    let place = phone.get::<Outlet>(candidate.place()).await;
    let front = match candidate.shopfront {
        Some(photo) => phone.get::<Photo>(photo).await,
        None => None,
    };
    let mut visits = phone.find::<Visit>(Index::VisitsAt(candidate.place())).await;
    visits.order_by_key(|visit| std::cmp::Reverse(visit.check_in.at));
    let mut lists: BTreeMap<ChecklistId, Option<Checklist>> = BTreeMap::new();
    for visit in &visits {
        if let Entry::Vacant(unread) = lists.entry(visit.checklist) {
            unread.insert(phone.get::<Checklist>(visit.checklist).await);
        }
    }
    let visits = visits.into_iter().map(|visit| {
        let list = lists.get(&visit.checklist).cloned().flatten();
        (visit, list)
    });
    let now = phone.now();
    let rules = phone.all::<QualificationRule>().await.into_iter().filter(|rule| rule.from <= now);
    let mut book = Book {
        by: by(phone, &candidate).await,
        candidate,
        place,
        front,
        visits: visits.collect(),
        claims: phone.find::<Claim>(Index::ClaimsAbout(id)).await,
        rule: rules.max_by_key(|rule| (rule.from, rule.version)),
        weighed: None,
        help: Vec::new(),
        today,
    };
    if let Some(rule) = &book.rule {
        let inspection = book.done(Purpose::Inspection).into_iter().next();
        let interviews = book.done(Purpose::Interview);
        let weighed = qualification(rule, inspection, &interviews, &book.claims, today);
        let help = would_help(rule, inspection, &interviews).into_iter().take(HELP).collect();
        (book.weighed, book.help) = (Some(weighed), help);
    }
    Some(book)
}

async fn by(phone: Phone, candidate: &Candidate) -> Option<String> {
    match &candidate.source {
        CandidateSource::Existing(dealer) => Some(phone.get::<Dealer>(*dealer).await?.name),
        CandidateSource::Event(event) => Some(phone.get::<RecruitEvent>(*event).await?.name),
        CandidateSource::Targeted { criterion } => Some(criterion.clone()),
        CandidateSource::Street => None,
    }
}
