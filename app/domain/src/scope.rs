//! Scopes: who sees what, and the unit in which versions are counted (DESIGN 4).
//! Every record has exactly one. Written as `company`, `region:<id>`, `office:<id>`, `territory:<id>`, `user:<id>`.

use crate::id::{RegionId, TerritoryId, UserId};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// The circle of people that a record belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Everybody in the company: products, and the checklists and display standards that are for all.
    #[default]
    Company,
    /// Everybody who works in a region, reps too: its dealers.
    Region(RegionId),
    /// The managers of a region only: its accounts and assignments.
    Office(RegionId),
    /// Those who work in a territory and their managers: outlets, visits, photos, tasks.
    Territory(TerritoryId),
    /// One person.
    User(UserId),
}

impl Scope {
    /// Whether it is everybody.
    #[must_use]
    pub const fn is_company(&self) -> bool {
        matches!(self, Self::Company)
    }

    /// Whether everybody in it is in another one too; `region_of` says in which region a territory lies.
    #[must_use]
    pub fn lies_in(self, outer: Self, region_of: &dyn Fn(TerritoryId) -> Option<RegionId>) -> bool {
        match (self, outer) {
            (_, Self::Company) => true,
            (Self::Territory(id), Self::Region(region)) => region_of(id) == Some(region),
            _ => self == outer,
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Company => f.write_str("company"),
            Self::Region(id) => write!(f, "region:{id}"),
            Self::Office(id) => write!(f, "office:{id}"),
            Self::Territory(id) => write!(f, "territory:{id}"),
            Self::User(id) => write!(f, "user:{id}"),
        }
    }
}

/// A text that names no scope.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a scope: {0}")]
pub struct NotAScope(pub String);

impl FromStr for Scope {
    type Err = NotAScope;

    fn from_str(text: &str) -> Result<Self, NotAScope> {
        if text == "company" {
            return Ok(Self::Company);
        }
        let wrong = || NotAScope(text.chars().take(60).collect());
        let (sort, id) = text.split_once(':').ok_or_else(wrong)?;
        let id: uuid::Uuid = id.parse().map_err(|_| wrong())?;
        match sort {
            "region" => Ok(Self::Region(RegionId(id))),
            "office" => Ok(Self::Office(RegionId(id))),
            "territory" => Ok(Self::Territory(TerritoryId(id))),
            "user" => Ok(Self::User(UserId(id))),
            _ => Err(wrong()),
        }
    }
}

impl Serialize for Scope {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Scope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
