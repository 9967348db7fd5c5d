//! Word that a manager has decided about a command which the server kept: it is asked about again, and the answer
//! is what became of it. The word itself changes no state, because only what the server answers does.

use crate::error::StorageError;
use crate::store::Transaction;
use crate::store::row::StandingRow;
use crate::store::schema::STANDING;
use domain::{Kind, Refusal};
use sync::client::RowState;
use sync::wire::{Cursor, PullResponse};

/// Has the commands wait again about which a page brings such a word. Whether there were any.
pub(crate) async fn ask_again(transaction: &Transaction, page: &PullResponse) -> Result<bool, StorageError> {
    let standing = transaction.shelf(STANDING)?;
    let mut any = false;
    for word in page.records.iter().filter(|record| record.known_kind() == Some(Kind::Review)) {
        let asked = standing.first_by("id", &word.id.to_string().into())?;
        // Another phone of the same person may have sent it.
        let Some(row) = asked.row::<StandingRow>().await? else { continue };
        if !may_have_changed(&row.read(transaction.cipher(), String::new())?.state) {
            continue;
        }
        row.mark(transaction.cipher(), &RowState::Waiting, &Cursor::default());
        // What comes back now is news, also to somebody who had put the card away.
        row.set_dismissed(false);
        standing.put(&row)?;
        any = true;
    }
    Ok(any)
}

const fn may_have_changed(state: &RowState) -> bool {
    matches!(
        state,
        RowState::Quarantined { .. }
            | RowState::Blocked { .. }
            | RowState::Refused { reason: Refusal::ReturnedBy { .. } }
    )
}
