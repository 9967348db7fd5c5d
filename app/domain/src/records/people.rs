//! The company, its regions and territories, its people and their dated postings.

use crate::id::{AssignmentId, CompanyId, RegionId, TerritoryId, UserId};
use crate::language::Words;
use crate::scope::Scope;
use crate::time::{DateWindow, Moment, Offset};
use serde::{Deserialize, Serialize};

/// The manufacturer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Company {
    /// Its id.
    pub id: CompanyId,
    /// Its name.
    pub name: Words,
    /// Where its days begin and end.
    pub offset: Offset,
}

impl Company {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Company
    }
}

/// A region: one alliance ground under one regional manager (S1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Region {
    /// Its id.
    pub id: RegionId,
    /// Its name, such as 邯郸.
    pub name: Words,
}

impl Region {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Region(self.id)
    }
}

/// The three types of territory (S34).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TerritoryType {
    /// 地级市市区.
    Urban,
    /// 县(城)区.
    County,
    /// 郊区, 乡镇.
    Suburb,
}

/// A part of a region that one rep walks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Territory {
    /// Its id.
    pub id: TerritoryId,
    /// The region it lies in.
    pub region: RegionId,
    /// Its name.
    pub name: Words,
    /// Its type.
    #[serde(rename = "type")]
    pub territory_type: TerritoryType,
    /// Administrative codes it covers, GB/T 2260.
    #[serde(default)]
    pub area_codes: Vec<String>,
}

impl Territory {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Territory(self.id)
    }
}

/// What a person may do (S3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 业务代表: walks territories.
    Rep,
    /// 区域经理: follows and judges one region.
    RegionalManager,
    /// 营销中心: sees all regions.
    MarketingCentre,
    /// Runs accounts; sees what the marketing centre sees.
    Admin,
}

impl Role {
    /// Whether the role judges the work of others.
    #[must_use]
    pub const fn manages(self) -> bool {
        !matches!(self, Self::Rep)
    }

    /// Whether the role sees every region.
    #[must_use]
    pub const fn sees_all(self) -> bool {
        matches!(self, Self::MarketingCentre | Self::Admin)
    }
}

/// A person with an account. The secret part lives with the server's credentials, never here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct User {
    /// Their id.
    pub id: UserId,
    /// The region they work for; the marketing centre's people have a home region too.
    pub region: RegionId,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Whether they may log in. What a disabled user still sends goes to quarantine.
    pub active: bool,
}

impl User {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Office(self.region)
    }
}

/// A dated posting of a user to a territory (F3). History is kept: it decides whose a late command is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assignment {
    /// Its id.
    pub id: AssignmentId,
    /// Who.
    pub user: UserId,
    /// Where.
    pub territory: TerritoryId,
    /// The region of the territory.
    pub region: RegionId,
    /// From which day to which.
    pub window: DateWindow,
    /// When this was last changed, by the server's clock.
    pub changed_at: Moment,
}

impl Assignment {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Office(self.region)
    }
}
