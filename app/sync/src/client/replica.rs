//! Taking in a page of changes: which rows to write, which scopes to drop, whether a restored server
//! needs to be told again.

use crate::client::{OutboxRow, RowState};
use crate::wire::{Cursor, Gone, PullResponse};
use domain::Scope;
use domain::id::DeviceId;

/// What a page means, beside the rows that are written as they came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PullEffect {
    /// Scopes whose records are dropped, in the same transaction.
    pub drop: Vec<Scope>,
    /// The cursor to store, in the same transaction.
    pub cursor: Cursor,
    /// The server was restored: forget the cursor and all base records, and pull anew.
    pub restart: bool,
    /// Numbers that the server had confirmed and no longer has, or must be asked about again: they wait.
    pub again: Vec<u64>,
}

/// Reads a page. `epoch` is the server epoch that the base records came from; empty before the first page.
/// `rows` are those behind `acknowledged`, and all of them if the epoch is another than the page's.
///
/// A page is one only for the cursor it was asked with: if the stored cursor is another by now (a second tab has pulled,
/// or the base was dropped), the page is thrown away, because rows between the two cursors would never be fetched.
/// Compare inside the transaction that stores the page.
#[must_use]
pub fn absorb_pull(rows: &[OutboxRow], device: DeviceId, epoch: &str, response: &PullResponse) -> PullEffect {
    // In another epoch a command may have become something else, also one that the server still has: it was restored
    // to before it came, and has had it again since, from a copy of this phone or a push whose answer was lost.
    // So all of them are asked about; what is still there is answered with what became of it there.
    let anew = epoch != response.epoch;
    let mine = rows.iter().filter(|row| row.device == device && row.state.has_arrived());
    let again = mine.map(|row| row.seq).filter(|seq| anew || *seq > response.acknowledged).collect();
    if anew && !epoch.is_empty() {
        return PullEffect { restart: true, again, ..PullEffect::default() };
    }
    PullEffect { drop: response.leave.clone(), cursor: response.cursor.clone(), restart: false, again }
}

/// Whether a record that was taken from a scope at a version goes away by this. A record that moved between two scopes
/// of one phone is in the new scope and gone from the old one, and the two may arrive in either order.
#[must_use]
pub fn leaves(gone: &Gone, scope: Scope, version: u64) -> bool {
    gone.scope == scope && version < gone.version
}

/// Whether the base records show what a command did, so that the overlay need not any more.
/// A scope that the phone no longer holds will never show it, and is not waited for.
#[must_use]
pub fn is_settled(state: &RowState, cursor: &Cursor) -> bool {
    match state {
        RowState::Waiting => false,
        RowState::Applied { versions } => {
            versions.iter().all(|(scope, version)| cursor.scopes.get(scope).is_none_or(|at| at >= version))
        }
        // The server's records do not contain it, so neither may the screen's.
        RowState::Refused { .. } | RowState::Blocked { .. } | RowState::Quarantined { .. } | RowState::Conflict => true,
    }
}
