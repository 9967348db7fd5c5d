//! What exists. One file per area; every record is a typed struct with an id and exactly one [`Scope`].
//! Stores and wires carry a record as its kind, id, scope and JSON body, so that a kind or a field
//! this version does not know is passed on untouched.

mod agreement;
mod alliance;
mod away;
mod candidate;
mod checklist;
mod claim;
mod event;
mod formula;
mod frequency;
mod goal;
mod help;
mod outlet;
mod partner;
mod people;
mod photo;
mod picture;
mod plan;
mod product;
mod qualification;
mod quarantine;
mod sighting;
mod skip;
mod standard;
mod task;
mod viewing;
mod visit;

pub use agreement::{
    Agreement, AgreementState, AllianceType, Area, Coverage, Ending, Ground, GroundOutlet, Party, PartyCopy,
    PartySignature, PriceLine, SignOff, Terms,
};
pub use alliance::{Alliance, Duty, DutyDone, DutyMonth, Member};
pub use away::{Calendar, FreeDay, Leave};
pub use candidate::{
    Candidate, CandidateFacts, CandidateRuling, CandidateSource, CandidateStage, Minute, NextStep, Proposal,
    ProposalKind,
};
pub use checklist::{
    Band, Bands, Checklist, Condition, Item, ItemKey, ItemKind, KnockOut, Pick, Purpose, Slot, TableColumn,
};
pub use claim::{Claim, Said, Topic, Witness};
pub use event::{EventPremise, Guest, RecruitEvent};
pub use formula::{Check, Comparison, Formula};
pub use frequency::{Every, Frequency, LastVisit};
pub use goal::{Goal, GoalKind, GoalStep, Reached};
pub use help::{Help, HelpTaken};
pub use outlet::{Moved, Outlet, OutletClass, Responsible};
pub use partner::{Dealer, SubDistributor};
pub use people::{Assignment, Company, Region, Role, Territory, TerritoryType, User};
pub use photo::{Appeal, Audit, Capture, Photo, PhotoRef, RedoReason, Ruling, Verdict};
pub use picture::{Annotation, Doubt, Look, Mark, NoPrint, Print, Spot, Twin};
pub use plan::{JourneyPlan, Weeks};
pub use product::Product;
pub use qualification::{QualificationRule, Weighed};
pub use quarantine::{Quarantine, QuarantineReason, Review, Reviewed};
pub use sighting::Sighting;
pub use skip::{Skip, SkipReason};
pub use standard::{DisplayStandard, StandardPoint};
pub use task::{Evidence, MissedPoint, Origin, Placed, Quadrant, Reopening, Task, TaskClosing, TaskKind};
pub use viewing::Viewing;
pub use visit::{
    Answer, AnswerValue, Attendance, Companion, Confirmation, ItemScore, JointRole, Score, TableRow, Visit, VisitReason,
};

use crate::scope::Scope;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// A typed record.
pub trait Record: Clone + Serialize + for<'de> Deserialize<'de> + Into<AnyRecord> {
    /// Its kind.
    const KIND: Kind;
    /// Its id.
    type Id: Into<Uuid> + Copy;
    /// Its id.
    fn id(&self) -> Self::Id;
    /// The one scope that it belongs to.
    fn scope(&self) -> Scope;
    /// The typed record inside, if it is of this kind.
    fn from_any(any: &AnyRecord) -> Option<&Self>;
}

/// A kind and an id: the name of one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RecordKey {
    /// The kind.
    pub kind: Kind,
    /// The id.
    pub id: Uuid,
}

impl RecordKey {
    /// The key of a typed id.
    #[must_use]
    pub fn of<R: Record>(id: R::Id) -> Self {
        Self { kind: R::KIND, id: id.into() }
    }
}

impl fmt::Display for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind, self.id)
    }
}

/// A kind that this version does not know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a kind of record this version does not know: {0}")]
pub struct UnknownKind(pub String);

macro_rules! records {
    ($($variant:ident = $name:literal by $id:ident),+ $(,)?) => {
        /// The kinds of record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Kind {
            $(#[doc = concat!("A [`", stringify!($variant), "`].")] #[serde(rename = $name)] $variant),+
        }

        impl Kind {
            /// Every kind, in the order of this list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name on the wire and in the database.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }

        impl FromStr for Kind {
            type Err = UnknownKind;
            fn from_str(text: &str) -> Result<Self, UnknownKind> {
                match text { $($name => Ok(Self::$variant),)+ _ => Err(UnknownKind(text.chars().take(60).collect())) }
            }
        }

        /// A record of any kind.
        #[derive(Clone, Debug, PartialEq)]
        pub enum AnyRecord {
            $(#[doc = concat!("A [`", stringify!($variant), "`].")] $variant($variant)),+
        }

        impl AnyRecord {
            /// Its kind and id.
            #[must_use]
            pub fn key(&self) -> RecordKey {
                match self { $(Self::$variant(record) => RecordKey::of::<$variant>(record.id())),+ }
            }

            /// The one scope that it belongs to.
            #[must_use]
            pub fn scope(&self) -> Scope {
                match self { $(Self::$variant(record) => record.scope()),+ }
            }

            /// Reads a body. Fields that this version does not know are skipped.
            ///
            /// # Errors
            /// When the body is not a record of this kind.
            pub fn parse(kind: Kind, body: &str) -> Result<Self, serde_json::Error> {
                match kind { $(Kind::$variant => serde_json::from_str(body).map(Self::$variant)),+ }
            }

            /// The body as JSON text.
            #[must_use]
            pub fn body(&self) -> String {
                let text = match self { $(Self::$variant(record) => serde_json::to_string(record)),+ };
                text.expect("records have string keys only, so writing them as JSON cannot fail")
            }
        }

        $(
            impl From<$variant> for AnyRecord {
                fn from(record: $variant) -> Self { Self::$variant(record) }
            }
            impl Record for $variant {
                const KIND: Kind = Kind::$variant;
                type Id = crate::id::$id;
                fn id(&self) -> Self::Id { self.id }
                fn scope(&self) -> Scope { self.belongs_to() }
                fn from_any(any: &AnyRecord) -> Option<&Self> {
                    match any { AnyRecord::$variant(record) => Some(record), _ => None }
                }
            }
            impl From<crate::id::$id> for Uuid {
                fn from(id: crate::id::$id) -> Self { id.0 }
            }
        )+
    };
}

records! {
    Company = "company" by CompanyId,
    Region = "region" by RegionId,
    Territory = "territory" by TerritoryId,
    User = "user" by UserId,
    Assignment = "assignment" by AssignmentId,
    Dealer = "dealer" by DealerId,
    SubDistributor = "sub_distributor" by SubDistributorId,
    Outlet = "outlet" by OutletId,
    Product = "product" by ProductId,
    JourneyPlan = "journey_plan" by PlanId,
    Checklist = "checklist" by ChecklistId,
    DisplayStandard = "display_standard" by StandardId,
    Visit = "visit" by VisitId,
    Photo = "photo" by PhotoId,
    Verdict = "verdict" by VerdictId,
    Task = "task" by TaskId,
    Frequency = "frequency" by FrequencyId,
    Calendar = "calendar" by CalendarId,
    LastVisit = "last_visit" by LastVisitId,
    Skip = "skip" by SkipId,
    Leave = "leave" by LeaveId,
    Sighting = "sighting" by SightingId,
    Viewing = "viewing" by ViewingId,
    Quarantine = "quarantine" by QuarantineId,
    Review = "review" by ReviewId,
    Candidate = "candidate" by CandidateId,
    Claim = "claim" by ClaimId,
    QualificationRule = "qualification_rule" by QualificationId,
    Agreement = "agreement" by AgreementId,
    Alliance = "alliance" by AllianceId,
    DutyMonth = "duty_month" by DutyId,
    RecruitEvent = "recruit_event" by EventId,
    Goal = "goal" by GoalId,
    Help = "help" by HelpId,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
