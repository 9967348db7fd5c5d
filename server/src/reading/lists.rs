//! The lists that another program reads: the records of a kind as JSON, cut into pages by their size. Where a page ends is a
//! place in the history of each scope, so that reading on and reading later what has changed are the same.

use super::bearer::Bearer;
use crate::api::{ApiError, AppState};
use crate::export::{Row, Window};
use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::id::DeviceId;
use domain::records::{
    Agreement, AnyRecord, Candidate, Dealer, Outlet, Photo, Product, Record, SubDistributor, Task, Territory, Visit,
};
use domain::time::Offset;
use domain::{Kind, Scope};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use store::{PageRequest, StoreError};
use sync::wire::{ListPage, Problem, WireRecord};
use uuid::Uuid;

/// Where a page is cut, in bytes of the database.
const PAGE_BYTES: usize = 256 * 1024;
/// Most pages of the database that one answer looks through: where a kind is rare, most pages hold none of it.
const PAGES: usize = 16;
/// Longest place in the history that is read, in letters.
const SINCE_LETTERS: usize = 64 * 1024;

/// Where to begin.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// The `next` of an earlier page; left out, the list is read from its beginning.
    since: Option<String>,
}

/// A record that is read in a list.
trait Listed: Record {
    /// Whether it can be in a scope.
    fn may_be_in(scope: Scope) -> bool;

    /// Whether it belongs to the list.
    fn counts(&self) -> bool {
        true
    }

    /// The day that it is of.
    fn day(&self, _: Offset) -> Option<Date> {
        None
    }
}

/// What leaves as a table is read by the same rules.
impl<R: Row> Listed for R {
    fn may_be_in(scope: Scope) -> bool {
        R::may_be_in(scope)
    }

    fn counts(&self) -> bool {
        Row::counts(self)
    }

    fn day(&self, offset: Offset) -> Option<Date> {
        Row::day(self, offset)
    }
}

impl Listed for Photo {
    fn may_be_in(scope: Scope) -> bool {
        matches!(scope, Scope::Territory(_))
    }

    fn day(&self, offset: Offset) -> Option<Date> {
        Some(self.taken_at.date(offset))
    }
}

impl Listed for Territory {
    fn may_be_in(scope: Scope) -> bool {
        matches!(scope, Scope::Territory(_))
    }
}

/// Read a list with a token (`Authorization: Bearer`), 120 times a minute. Begin without `since`; while `more` is true, ask
/// again with `since` = `next`; keep the last `next`, and ask with it later for what has changed. Items come as they are
/// now; what comes again has changed. With `from` or `to` come only items of these days.
#[utoipa::path(get, path = "/api/v1/lists/{list}", tag = "reading",
    params(
        ("list" = String, Path, description = "`agreements`, `candidates`, `dealers`, `outlets`, `photos`, `products`, `sub-distributors`, `tasks`, `territories` or `visits`.", example = "visits"),
        Asked,
        Window,
    ),
    responses(
        (status = 200, body = ListPage),
        (status = 400, body = Problem, description = "Not a place in the history, or not a day."),
        (status = 401, body = Problem, description = "No token, or one that is not known or was revoked."),
        (status = 403, body = Problem, description = "Who made the token manages nothing any more."),
        (status = 404, body = Problem, description = "No such list."),
        (status = 429, body = Problem, description = "Too many requests; again after `Retry-After` seconds."),
))]
pub(super) async fn list(
    State(state): State<AppState>,
    bearer: Bearer,
    Path(name): Path<String>,
    asked: Result<Query<Asked>, QueryRejection>,
    window: Result<Query<Window>, QueryRejection>,
) -> Result<Json<ListPage>, ApiError> {
    let unreadable = |why: QueryRejection| ApiError::Malformed(why.body_text());
    let (Query(asked), Query(window)) = (asked.map_err(unreadable)?, window.map_err(unreadable)?);
    let (state, bearer) = (&state, &bearer);
    let page = match name.as_str() {
        "agreements" => page::<Agreement>(state, bearer, &asked, window).await,
        "candidates" => page::<Candidate>(state, bearer, &asked, window).await,
        "dealers" => page::<Dealer>(state, bearer, &asked, window).await,
        "outlets" => page::<Outlet>(state, bearer, &asked, window).await,
        "photos" => page::<Photo>(state, bearer, &asked, window).await,
        "products" => page::<Product>(state, bearer, &asked, window).await,
        "sub-distributors" => page::<SubDistributor>(state, bearer, &asked, window).await,
        "tasks" => page::<Task>(state, bearer, &asked, window).await,
        "territories" => page::<Territory>(state, bearer, &asked, window).await,
        "visits" => page::<Visit>(state, bearer, &asked, window).await,
        _ => Err(ApiError::NotFound),
    };
    page.map(Json)
}

async fn page<R: Listed>(
    state: &AppState,
    bearer: &Bearer,
    asked: &Asked,
    window: Window,
) -> Result<ListPage, ApiError> {
    let known = asked.since.as_deref().map(place).transpose()?.unwrap_or_default();
    let scopes = bearer.scopes.iter().filter(|scope| R::may_be_in(**scope));
    let mut request = PageRequest {
        // Nobody's: a list brings no receipts.
        device: DeviceId(Uuid::nil()),
        user: bearer.by,
        // Only what the token reads now, whatever the place names.
        scopes: scopes.map(|scope| (*scope, known.get(scope).copied().unwrap_or_default())).collect(),
        receipts: 0,
        bytes: PAGE_BYTES,
        digests: false,
    };
    let (mut items, mut gone, mut more) = (Vec::new(), Vec::new(), true);
    for _ in 0..PAGES {
        let read = state.store.page(&request).await?;
        (request.scopes, more) = (read.cursor, read.more);
        let records: Vec<WireRecord> = serde_json::from_str(&format!("[{}]", read.records)).map_err(damaged::<R>)?;
        for record in records.into_iter().filter(|record| record.known_kind() == Some(R::KIND)) {
            if wanted::<R>(&record, window, state.offset)? {
                items.push(record);
            }
        }
        gone.extend(read.removed.into_iter().filter(|one| one.kind.parse::<Kind>() == Ok(R::KIND)));
        if !more || !items.is_empty() || !gone.is_empty() {
            break;
        }
    }
    let next = serde_json::to_vec(&request.scopes).map_err(ApiError::internal)?;
    Ok(ListPage { items, gone, next: URL_SAFE_NO_PAD.encode(next), more, as_of: bearer.now })
}

fn wanted<R: Listed>(record: &WireRecord, window: Window, offset: Offset) -> Result<bool, StoreError> {
    let any = AnyRecord::parse(R::KIND, record.body.get()).map_err(damaged::<R>)?;
    let of_its_day = |one: &R| one.day(offset).is_none_or(|day| window.holds(day));
    Ok(R::from_any(&any).is_some_and(|one| Listed::counts(one) && of_its_day(one)))
}

fn damaged<R: Record>(error: serde_json::Error) -> StoreError {
    StoreError::damaged(R::KIND.name(), error)
}

/// The place that an earlier page named.
fn place(text: &str) -> Result<BTreeMap<Scope, u64>, ApiError> {
    let wrong = || ApiError::Malformed("`since` is no `next` of an earlier page".to_owned());
    if text.len() > SINCE_LETTERS {
        return Err(wrong());
    }
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| wrong())?;
    serde_json::from_slice(&bytes).map_err(|_| wrong())
}
