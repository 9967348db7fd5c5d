//! Accounts as a manager looks after them: made, changed, disabled, and given a new password, always with a network.

use domain::id::{RegionId, UserId};
use domain::records::{Role, User};
use domain::rules::accounts::AccountAct;
use domain::time::Moment;
use serde::{Deserialize, Serialize};

/// An account that is to be made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewPerson {
    /// The name.
    pub name: String,
    /// The phone number to log in with.
    pub number: String,
    /// What they may do: `rep`, `regional_manager`, `marketing_centre` or `admin`, below one's own.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub role: Role,
    /// The region they work for.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub region: RegionId,
}

/// What is to be changed of an account; what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonChange {
    /// Another name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Another number to log in with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Whether they may log in. What a disabled account still sends is kept for a manager.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
}

/// A password that was just made. It is said this once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FirstPassword {
    /// Whose.
    #[cfg_attr(feature = "openapi", schema(value_type = uuid::Uuid))]
    pub user: UserId,
    /// The number it goes with.
    pub number: String,
    /// The password.
    pub password: String,
}

/// An account that the one who asks looks after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfficePerson {
    /// Who.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub user: User,
    /// The number they log in with; none for somebody who cannot yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// What was done to it, the last first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<AccountLine>,
}

/// A line of the history of an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountLine {
    /// When, by the server's clock.
    #[cfg_attr(feature = "openapi", schema(value_type = i64))]
    pub at: Moment,
    /// Who did it, by name.
    pub by: String,
    /// What: `added`, `renamed`, `number`, `disabled`, `enabled`, `password` or `own_password`.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub act: AccountAct,
}
