//! What every handler is given.

use super::Metrics;
use crate::account::Accounts;
use crate::clock::Clock;
use crate::photo::Photos;
use crate::reading::Readers;
use crate::site::SiteFolder;
use crate::sync::Writer;
use crate::webhook::Sender;
use axum::extract::FromRef;
use domain::time::Offset;
use leptos::prelude::LeptosOptions;
use std::ops::Deref;
use std::sync::Arc;
use store::Store;
use tokio_util::sync::CancellationToken;

/// The parts of a running server; cheap to clone.
#[derive(Clone)]
pub struct AppState(Arc<Parts>);

/// See [`AppState`].
pub struct Parts {
    /// The database.
    pub store: Arc<dyn Store>,
    /// The one task that writes records.
    pub writer: Writer,
    /// The time.
    pub clock: Clock,
    /// Where civil days begin and end.
    pub offset: Offset,
    /// Logging in.
    pub accounts: Accounts,
    /// The bytes of photos.
    pub photos: Photos,
    /// The files of the app.
    pub site: SiteFolder,
    /// How often other programs read.
    pub readers: Readers,
    /// What tells other programs.
    pub sender: Sender,
    /// Counters.
    pub metrics: Metrics,
    /// Whether `/metrics` answers others than this machine.
    pub open_metrics: bool,
    /// Whether a reverse proxy on the way names the client's address.
    pub behind_proxy: bool,
    /// Cancelled when the server is told to stop: whatever streams without an end, ends.
    pub stopping: CancellationToken,
}

impl AppState {
    /// The state of a server made of these parts.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }
}

impl Deref for AppState {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.site.options().clone()
    }
}
