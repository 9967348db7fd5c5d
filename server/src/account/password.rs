//! Hashing passwords with argon2id, away from the async threads and only a few at a time: each takes 19 MiB and
//! tens of milliseconds of one core, on purpose.

use crate::api::ApiError;
use crate::clock::random;
use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many are checked at once.
const AT_ONCE: usize = 2;
/// How long a login waits for its turn.
const PATIENCE: Duration = Duration::from_secs(10);

/// Why a password could not be hashed.
#[derive(Debug, thiserror::Error)]
#[error("a password could not be hashed: {0}")]
pub struct HashError(String);

/// Hashes a password, in PHC format. Slow: call it from a thread that may block.
///
/// # Errors
/// When the machine has no source of chance.
pub fn hash_password(password: &str) -> Result<String, HashError> {
    let salt: [u8; 16] = random().map_err(|error| HashError(error.to_string()))?;
    let salt = SaltString::encode_b64(&salt).map_err(|error| HashError(error.to_string()))?;
    let hash = Argon2::default().hash_password(password.as_bytes(), &salt);
    hash.map(|hash| hash.to_string()).map_err(|error| HashError(error.to_string()))
}

/// Checks passwords.
pub struct Passwords {
    turns: Arc<Semaphore>,
    /// Checked when there is no account, so that the answer takes as long as if there were one.
    nobody: Arc<str>,
}

impl Passwords {
    /// Takes as long as hashing one password.
    ///
    /// # Errors
    /// See [`hash_password`].
    pub fn new() -> Result<Self, HashError> {
        let nobody = hash_password("nobody has this password")?;
        Ok(Self { turns: Arc::new(Semaphore::new(AT_ONCE)), nobody: nobody.into() })
    }

    /// Hashes a password when there is a turn for it.
    ///
    /// # Errors
    /// [`ApiError::Busy`] when too many others wait, [`ApiError::Internal`] without a source of chance.
    pub async fn hash(&self, password: String) -> Result<String, ApiError> {
        let turn = self.turn().await?;
        let hashed = tokio::task::spawn_blocking(move || {
            let hash = hash_password(&password);
            drop(turn);
            hash
        });
        hashed.await.map_err(ApiError::internal)?.map_err(ApiError::internal)
    }

    async fn turn(&self) -> Result<OwnedSemaphorePermit, ApiError> {
        let turn = tokio::time::timeout(PATIENCE, Arc::clone(&self.turns).acquire_owned()).await;
        turn.map_err(|_| ApiError::Busy)?.map_err(ApiError::internal)
    }

    /// Whether the password is the one behind the hash. Without a hash it is wrong, and takes as long.
    ///
    /// # Errors
    /// [`ApiError::Busy`] when too many others wait, [`ApiError::Internal`] for a hash that is none.
    pub async fn check(&self, password: String, hash: Option<String>) -> Result<bool, ApiError> {
        let turn = self.turn().await?;
        let nobody = Arc::clone(&self.nobody);
        let checked = tokio::task::spawn_blocking(move || {
            let known = hash.is_some();
            let right = verify(&password, hash.as_deref().unwrap_or(&nobody));
            drop(turn);
            right.map(|right| right && known)
        });
        checked.await.map_err(ApiError::internal)?.map_err(ApiError::internal)
    }
}

fn verify(password: &str, hash: &str) -> Result<bool, HashError> {
    let hash = PasswordHash::new(hash).map_err(|error| HashError(error.to_string()))?;
    match Argon2::default().verify_password(password.as_bytes(), &hash) {
        Ok(()) => Ok(true),
        Err(argon2::password_hash::Error::Password) => Ok(false),
        Err(error) => Err(HashError(error.to_string())),
    }
}
