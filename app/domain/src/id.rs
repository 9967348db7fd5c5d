//! Typed ids. Every id is made on the device that makes the thing, before it is shown,
//! so that sending twice is one act and no queued item ever waits for a number from the server.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Makes a UUIDv7 from a time and random bytes that the caller passes in:
/// on wasm neither can be had by the library itself.
#[must_use]
pub fn new_uuid(unix_millis: u64, random: [u8; 10]) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(unix_millis, &random).into_uuid()
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id, from milliseconds since 1970 and ten random bytes.
            #[must_use]
            pub fn new(unix_millis: u64, random: [u8; 10]) -> Self {
                Self(new_uuid(unix_millis, random))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

ids! {
    /// The manufacturer.
    CompanyId,
    /// A region that one regional manager answers for.
    RegionId,
    /// A part of a region that one rep walks (S34).
    TerritoryId,
    /// A person with an account.
    UserId,
    /// A dated posting of a user to a territory.
    AssignmentId,
    /// A prefecture-level dealer, 经销商 (S6).
    DealerId,
    /// A sub-distributor under a dealer, 分销商.
    SubDistributorId,
    /// A shop, 网点.
    OutletId,
    /// A thing that is sold.
    ProductId,
    /// A fixed route with its calendar (F2).
    PlanId,
    /// One version of a checklist (F19).
    ChecklistId,
    /// One version of a display standard (S45).
    StandardId,
    /// One visit to one outlet.
    VisitId,
    /// One photo.
    PhotoId,
    /// One judgement of one photo.
    VerdictId,
    /// Something somebody still owes.
    TaskId,
    /// One version of how often shops are visited (F4).
    FrequencyId,
    /// The free days of a year (F2).
    CalendarId,
    /// When a shop was last visited; the same number as the shop's.
    LastVisitId,
    /// A stop that was left out (F6).
    SkipId,
    /// Days on which a rep is away (F7).
    LeaveId,
    /// Something of a competitor's that was seen (F17).
    SightingId,
    /// That somebody looked at somebody's visit (F114).
    ViewingId,
    /// A command that the server keeps for a manager; the same number as the command's.
    QuarantineId,
    /// What a manager said about it, for its author; the same number too.
    ReviewId,
    /// Who may become a sub-distributor, and later is one; the number of its place and of the sub-distributor too (F41).
    CandidateId,
    /// What somebody says of a candidate (F46).
    ClaimId,
    /// One version of how candidates are weighed.
    QualificationId,
    /// A three-party agreement (F50).
    AgreementId,
    /// A dealer's alliance; the same number as the dealer's (S1).
    AllianceId,
    /// The duties of an alliance in a month.
    DutyId,
    /// An event for candidates (S33).
    EventId,
    /// What a territory is to come to in a month (S67).
    GoalId,
    /// A step that leads to a goal (S68).
    StepId,
    /// Somebody who asks the team for help (S66).
    HelpId,
    /// One import of a table.
    ImportId,
    /// A token with which another program reads.
    TokenId,
    /// Another program that is told of what happens.
    WebhookId,
    /// One command: the thing that makes sending twice harmless (F95).
    CommandId,
    /// One installed copy of the app.
    DeviceId,
}
