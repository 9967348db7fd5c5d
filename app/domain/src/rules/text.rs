//! Lengths of texts that people write.

use crate::refusal::Refusal;

/// Whether a text keeps to a limit in characters.
///
/// # Errors
/// [`Refusal::TooLong`] with the limit.
pub fn within(text: &str, limit: usize) -> Result<(), Refusal> {
    // The byte length is cheap and never smaller than the number of characters.
    if text.len() <= limit || text.chars().count() <= limit {
        Ok(())
    } else {
        Err(Refusal::TooLong { limit: u32::try_from(limit).unwrap_or(u32::MAX) })
    }
}
