//! Credentials, sessions and the memory of failed logins.

use crate::{AccountNote, Credential, KnownDevice, RepairRow, Repairs, RevokedDevice, SessionRow, StoreError};
use async_trait::async_trait;
use domain::id::{DeviceId, UserId};
use domain::time::Moment;

/// The part of the store that accounts use. `User` records are elsewhere: they are records like any other.
#[async_trait]
pub trait Accounts: Send + Sync + 'static {
    /// The credential under a phone number.
    async fn credential(&self, phone: &str) -> Result<Option<Credential>, StoreError>;

    /// Writes credentials, new or changed, all or none.
    ///
    /// # Errors
    /// [`StoreError::Taken`] if somebody else has one of the phone numbers.
    async fn put_credentials(&self, credentials: &[Credential]) -> Result<(), StoreError>;

    /// The credentials of users, of those who have one.
    async fn credentials_of(&self, users: &[UserId]) -> Result<Vec<Credential>, StoreError>;

    /// Notes in one transaction what somebody does to an account, with its new credential where that changes. A new
    /// password ends the sessions that were opened with the old one, but for the one with this hash of a token.
    ///
    /// # Errors
    /// [`StoreError::Taken`] if somebody else has the phone number.
    async fn change_account(
        &self,
        credential: Option<&Credential>,
        notes: &[AccountNote],
        kept: Option<&str>,
    ) -> Result<(), StoreError>;

    /// What was done to the accounts of users, the last first.
    async fn account_notes(&self, users: &[UserId]) -> Result<Vec<AccountNote>, StoreError>;

    /// Opens a session and ends every other one of the same user and device: a device has one.
    async fn open_session(&self, session: &SessionRow) -> Result<(), StoreError>;

    /// The session under a token's hash, open or not.
    async fn session(&self, token_hash: &str) -> Result<Option<SessionRow>, StoreError>;

    /// Notes that a session was used and, if wanted, moves its end. Each call is a write that waits for the disk:
    /// not for every request.
    async fn touch_session(&self, token_hash: &str, at: Moment, expires_at: Moment) -> Result<(), StoreError>;

    /// Moves a session to another device id of the same user: a phone whose chain had forked took a new one.
    async fn move_session(&self, token_hash: &str, device: DeviceId) -> Result<(), StoreError>;

    /// Ends a session.
    async fn end_session(&self, token_hash: &str, at: Moment) -> Result<(), StoreError>;

    /// Ends all sessions of a user's device. Whether there was one that was not ended.
    async fn end_sessions_of(&self, user: UserId, device: DeviceId, at: Moment) -> Result<bool, StoreError>;

    /// The sessions of a user that are open at a moment, the last used first.
    async fn open_sessions(&self, user: UserId, at: Moment) -> Result<Vec<SessionRow>, StoreError>;

    /// Takes a user's device out of use for good, and ends its sessions. False if it was before.
    async fn revoke_device(&self, revoked: &RevokedDevice) -> Result<bool, StoreError>;

    /// Devices that were taken out of use, with their users.
    async fn revoked_devices(&self) -> Result<Vec<(UserId, DeviceId)>, StoreError>;

    /// Who ever logged in on a device or sent from it.
    async fn users_of(&self, device: DeviceId) -> Result<Vec<UserId>, StoreError>;

    /// The devices of users, as far as they were heard of, the last one first.
    async fn devices_of(&self, users: &[UserId], at: Moment) -> Result<Vec<KnownDevice>, StoreError>;

    /// Notes what a device fetches again.
    async fn note_repairs(&self, repairs: &Repairs) -> Result<(), StoreError>;

    /// What the devices of users have fetched again since a moment, the last first.
    async fn repairs_of(&self, users: &[UserId], since: Moment) -> Result<Vec<RepairRow>, StoreError>;

    /// Notes a failed login under a key, such as a phone number or an address, and forgets those before `since`.
    /// How many there are now.
    async fn note_failed_login(&self, key: &str, at: Moment, since: Moment) -> Result<u32, StoreError>;

    /// How many failed logins there have been under a key since a moment, and when the last one was.
    async fn failed_logins(&self, key: &str, since: Moment) -> Result<(u32, Option<Moment>), StoreError>;

    /// Forgets failed logins under a key, after a good one.
    async fn forget_failed_logins(&self, key: &str) -> Result<(), StoreError>;
}
