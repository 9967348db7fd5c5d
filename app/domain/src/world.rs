//! The part of the world that a command looks at. Whoever runs a command loads what it asks for
//! ([`Need`]), from IndexedDB or from SQLite, and hands it over as a [`World`].

use crate::code::Code;
use crate::id::{AllianceId, CandidateId, OutletId, PhotoId, RegionId, TaskId, UserId, VisitId};
use crate::records::{AnyRecord, Kind, Record, RecordKey};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Something a command must see before it can decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// One record, whether it exists or not.
    Record(RecordKey),
    /// All records under an index key.
    Index(Index),
}

impl Need {
    /// The need for one record.
    #[must_use]
    pub fn record<R: Record>(id: R::Id) -> Self {
        Self::Record(RecordKey::of::<R>(id))
    }
}

/// A kind, one of its fields, and the value that the field holds. Every store keeps these findable:
/// the answer is the records of the kind whose top-level JSON field has this text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Index {
    /// Visits to an outlet.
    VisitsAt(OutletId),
    /// Visits begun on a day.
    VisitsOn(Date),
    /// Photos of a visit.
    PhotosOf(VisitId),
    /// Photos taken for a task.
    PhotosFor(TaskId),
    /// Verdicts on a photo.
    VerdictsOn(PhotoId),
    /// Tasks at an outlet.
    TasksAt(OutletId),
    /// Tasks owed by somebody.
    TasksOf(UserId),
    /// Routes of a rep.
    PlansOf(UserId),
    /// Postings of somebody.
    AssignmentsOf(UserId),
    /// Stops left out on a day.
    SkipsOn(Date),
    /// Leaves of a rep.
    LeavesOf(UserId),
    /// Leaves for which somebody steps in.
    LeavesFor(UserId),
    /// Competitors' doings seen in a shop.
    SightingsAt(OutletId),
    /// Competitors' doings seen in a visit.
    SightingsIn(VisitId),
    /// Who looked at a visit.
    ViewingsOf(VisitId),
    /// Who looked at a rep's visits.
    ViewingsAbout(UserId),
    /// What is said of a candidate.
    ClaimsAbout(CandidateId),
    /// Agreements of a region.
    AgreementsIn(RegionId),
    /// Agreements with a candidate.
    AgreementsWith(CandidateId),
    /// The months of an alliance.
    DutiesOf(AllianceId),
    /// Shops with a code: there is one at most since codes are nobody else's.
    OutletsCoded(Code),
    /// Products with a code, likewise.
    ProductsCoded(Code),
}

impl Index {
    /// Every kind and field that must be findable, in the order of the enum.
    pub const FIELDS: &'static [(Kind, &'static str)] = &[
        (Kind::Visit, "outlet"),
        (Kind::Visit, "day"),
        (Kind::Photo, "visit"),
        (Kind::Photo, "redo_of"),
        (Kind::Verdict, "photo"),
        (Kind::Task, "outlet"),
        (Kind::Task, "owner"),
        (Kind::JourneyPlan, "rep"),
        (Kind::Assignment, "user"),
        (Kind::Skip, "day"),
        (Kind::Leave, "rep"),
        (Kind::Leave, "substitute"),
        (Kind::Sighting, "outlet"),
        (Kind::Sighting, "visit"),
        (Kind::Viewing, "visit"),
        (Kind::Viewing, "rep"),
        (Kind::Claim, "candidate"),
        (Kind::Agreement, "region"),
        (Kind::Agreement, "candidate"),
        (Kind::DutyMonth, "alliance"),
        (Kind::Outlet, "code"),
        (Kind::Product, "code"),
    ];

    /// The kind, the field and its text.
    #[must_use]
    pub fn parts(self) -> (Kind, &'static str, String) {
        match self {
            Self::VisitsAt(id) => (Kind::Visit, "outlet", id.to_string()),
            Self::VisitsOn(day) => (Kind::Visit, "day", day.to_string()),
            Self::PhotosOf(id) => (Kind::Photo, "visit", id.to_string()),
            Self::PhotosFor(id) => (Kind::Photo, "redo_of", id.to_string()),
            Self::VerdictsOn(id) => (Kind::Verdict, "photo", id.to_string()),
            Self::TasksAt(id) => (Kind::Task, "outlet", id.to_string()),
            Self::TasksOf(id) => (Kind::Task, "owner", id.to_string()),
            Self::PlansOf(id) => (Kind::JourneyPlan, "rep", id.to_string()),
            Self::AssignmentsOf(id) => (Kind::Assignment, "user", id.to_string()),
            Self::SkipsOn(day) => (Kind::Skip, "day", day.to_string()),
            Self::LeavesOf(id) => (Kind::Leave, "rep", id.to_string()),
            Self::LeavesFor(id) => (Kind::Leave, "substitute", id.to_string()),
            Self::SightingsAt(id) => (Kind::Sighting, "outlet", id.to_string()),
            Self::SightingsIn(id) => (Kind::Sighting, "visit", id.to_string()),
            Self::ViewingsOf(id) => (Kind::Viewing, "visit", id.to_string()),
            Self::ViewingsAbout(id) => (Kind::Viewing, "rep", id.to_string()),
            Self::ClaimsAbout(id) => (Kind::Claim, "candidate", id.to_string()),
            Self::AgreementsIn(id) => (Kind::Agreement, "region", id.to_string()),
            Self::AgreementsWith(id) => (Kind::Agreement, "candidate", id.to_string()),
            Self::DutiesOf(id) => (Kind::DutyMonth, "alliance", id.to_string()),
            Self::OutletsCoded(code) => (Kind::Outlet, "code", code.text().to_owned()),
            Self::ProductsCoded(code) => (Kind::Product, "code", code.text().to_owned()),
        }
    }
}

/// Loaded records, and which needs they answer.
#[derive(Clone, Debug, Default)]
pub struct World {
    records: BTreeMap<RecordKey, AnyRecord>,
    answered: BTreeSet<Need>,
}

impl World {
    /// An empty world.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a record in, or in the place of the one with the same key.
    pub fn put(&mut self, record: impl Into<AnyRecord>) {
        let record = record.into();
        self.records.insert(record.key(), record);
    }

    /// Takes a record away.
    pub fn remove(&mut self, key: RecordKey) {
        self.records.remove(&key);
    }

    /// Says that what the need asked for has been loaded, found or not.
    pub fn answer(&mut self, need: Need) {
        self.answered.insert(need);
    }

    /// Whether a need has been answered.
    #[must_use]
    pub fn has(&self, need: Need) -> bool {
        match need {
            Need::Record(key) => self.records.contains_key(&key) || self.answered.contains(&need),
            Need::Index(_) => self.answered.contains(&need),
        }
    }

    /// The needs that have not been answered yet.
    #[must_use]
    pub fn missing(&self, needs: impl IntoIterator<Item = Need>) -> Vec<Need> {
        needs.into_iter().filter(|need| !self.has(*need)).collect()
    }

    /// The typed record with an id.
    #[must_use]
    pub fn get<R: Record>(&self, id: R::Id) -> Option<&R> {
        self.records.get(&RecordKey::of::<R>(id)).and_then(R::from_any)
    }

    /// Any record by key.
    #[must_use]
    pub fn any(&self, key: RecordKey) -> Option<&AnyRecord> {
        self.records.get(&key)
    }

    /// All loaded records.
    pub fn records(&self) -> impl Iterator<Item = &AnyRecord> {
        self.records.values()
    }

    /// All loaded records of a kind. What is loaded is what was asked for: filter by what you need.
    pub fn all<'a, R: Record + 'a>(&'a self) -> impl Iterator<Item = &'a R> {
        self.records.values().filter_map(R::from_any)
    }
}
