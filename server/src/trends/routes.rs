//! The two questions.

use super::{Asked, Question, answer};
use crate::account::Signed;
use crate::api::{ApiError, AppState};
use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use domain::limits::TREND_VISITS;
use store::TrendVisit;
use sync::wire::{Problem, Trends, TrendsVisit, TrendsVisits};

/// A measure over some weeks, in the scopes of the session. A region or a territory outside of them is not found.
///
/// # Errors
/// [`ApiError::LoggedOut`], [`ApiError::Forbidden`] for who manages nobody, [`ApiError::NotFound`], [`ApiError::Malformed`].
#[utoipa::path(get, path = "/api/v1/trends", tag = "trends",
    params(
        ("measure" = Option<String>, Query, description = "compliance, coverage, frequency, stay or redo."),
        ("by" = Option<String>, Query, description = "region, territory, rep, class or standard."),
        ("from" = Option<String>, Query, description = "A day of the first week."),
        ("weeks" = Option<u32>, Query, description = "So many weeks up to the last, where the first is not said: 12, at most 53."),
        ("to" = Option<String>, Query, description = "A day of the last week; this week if it is not said."),
        ("region" = Option<String>, Query, description = "Only this region."),
        ("territory" = Option<String>, Query, description = "Only this territory."),
        ("rep" = Option<String>, Query, description = "Only this rep."),
        ("class" = Option<String>, Query, description = "Only shops of this class: A, B, C or D."),
        ("standard" = Option<String>, Query, description = "Only visits with a photo that this display standard judges."),
    ),
    responses(
        (status = 200, body = Trends),
        (status = 400, body = Problem, description = "Not a question."),
        (status = 401, body = Problem, description = "No open session."),
        (status = 403, body = Problem, description = "Not a manager."),
        (status = 404, body = Problem, description = "No such region or territory, or not for this session."),
))]
pub(super) async fn trends(
    State(state): State<AppState>,
    signed: Signed,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Json<Trends>, ApiError> {
    let question = Question::of(&state, &signed, asked)?;
    Ok(Json(answer(&state, &signed, &question).await?))
}

/// The visits of a rep behind the figures; the parameters are those of `trends`, and without a rep there are none.
///
/// # Errors
/// As `trends`.
#[utoipa::path(get, path = "/api/v1/trends/visits", tag = "trends",
    params(
        ("rep" = String, Query, description = "Whose."),
        ("from" = Option<String>, Query, description = "A day of the first week."),
        ("weeks" = Option<u32>, Query, description = "So many weeks up to the last, where the first is not said."),
        ("to" = Option<String>, Query, description = "A day of the last week."),
        ("region" = Option<String>, Query, description = "Only this region."),
        ("territory" = Option<String>, Query, description = "Only this territory."),
        ("class" = Option<String>, Query, description = "Only shops of this class."),
        ("standard" = Option<String>, Query, description = "Only with a photo that this display standard judges."),
    ),
    responses(
        (status = 200, body = TrendsVisits),
        (status = 400, body = Problem, description = "Not a question."),
        (status = 401, body = Problem, description = "No open session."),
        (status = 403, body = Problem, description = "Not a manager."),
        (status = 404, body = Problem, description = "No such region or territory, or not for this session."),
))]
pub(super) async fn visits(
    State(state): State<AppState>,
    signed: Signed,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Json<TrendsVisits>, ApiError> {
    let question = Question::of(&state, &signed, asked)?;
    let mut found = state.store.trend_visits(&question.wanted, TREND_VISITS + 1).await?;
    let more = found.len() > TREND_VISITS as usize;
    found.truncate(TREND_VISITS as usize);
    Ok(Json(TrendsVisits { visits: found.into_iter().map(told).collect(), more }))
}

fn told(visit: TrendVisit) -> TrendsVisit {
    let count = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    TrendsVisit {
        visit: visit.visit,
        outlet_name: visit.outlet_name,
        day: visit.day,
        share: visit.share,
        seconds: (visit.tally.timed > 0).then_some(visit.tally.seconds),
        judged: count(visit.tally.judged),
        sent_back: count(visit.tally.sent_back),
    }
}
