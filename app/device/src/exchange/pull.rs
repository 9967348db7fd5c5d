//! Fetching what has changed, page by page; each page is a step that is never done twice.

use super::Trouble;
use super::http::Call;
use crate::account::{Account, json};
use crate::clock;
use crate::device::Inner;
use crate::state::Activity;
use domain::Kind;
use sync::limits::{PAGE_HEADER, PROTOCOL};
use sync::wire::{Differing, PullRequest, PullResponse};

/// What a pull found.
#[derive(Debug, Default)]
pub(super) struct Pulled {
    /// There may be commands to send again: the server was restored, or a manager has decided about what it kept.
    pub(super) again: bool,
    /// The build that answered.
    pub(super) build: String,
}

/// Fetches until there is nothing more.
pub(super) async fn pull(inner: &Inner, account: &Account) -> Result<Pulled, Trouble> {
    let mut pulled = Pulled::default();
    let mut done = 0;
    let mut check = account.check_due().await?;
    loop {
        inner.still(account)?;
        let standpoint = account.standpoint().await?;
        let request = PullRequest { device: account.device(), cursor: standpoint.cursor.clone(), check: check.clone() };
        let asked = clock::phone();
        let page = fetch(inner, &json(&request)).await?;
        account.set_skew(asked, clock::phone(), page.server_time).await?;
        inner.contact(account);
        if page.min_protocol > PROTOCOL {
            return Err(Trouble::Outdated);
        }

        let taken = account.take_page(&standpoint, &page).await?;
        // The same picture may be taken again for another place, and is asked about again then.
        inner.sent.borrow_mut().retain(|(hash, _)| !page.receipts.contains(hash));
        pulled.build.clone_from(&page.build);
        if taken.stale {
            continue;
        }
        if taken.restart || taken.reviewed {
            pulled.again = true;
        }
        // What differed is said once.
        check = check.map(|_| Differing::default());
        done += (page.records.len() + page.removed.len()) as u64;
        if page.more {
            // A line that breaks after every few pages still gets somewhere, and is worth trying again soon.
            inner.schedule.hope();
        }
        if page.more {
            inner.show(Some(Activity::Fetching { done, left: page.remaining }));
        }
        if taken.session {
            inner.session_changed();
        }
        inner.changed(account, taken.kinds, taken.outbox, taken.photos);
        if !page.more && !taken.restart {
            let compared = account.compare(&page).await?;
            if compared.dropped {
                inner.changed(account, Kind::ALL.to_vec(), false, false);
            }
            if compared.again {
                check = account.check_due().await?;
                continue;
            }
            inner.completed(page.server_time);
            return Ok(pulled);
        }
    }
}

/// Asks for a page as large as the line has shown to carry.
async fn fetch(inner: &Inner, request: &str) -> Result<PullResponse, Trouble> {
    let bytes = inner.line.page_bytes().to_string();
    let reply = Call::new("POST", "/api/v1/sync/pull").header(PAGE_HEADER, &bytes).json(request).send().await?;
    // How long the server takes to begin, and how far away it is, says nothing of what the line carries.
    let begun = clock::mono();
    let page = reply.read().await;
    match &page {
        Ok(_) => inner.line.page_took(Some(clock::mono() - begun)),
        Err(Trouble::Unreachable) => inner.line.page_took(None),
        Err(_) => {}
    }
    page
}
