//! The trends: what was done in shops, week by week, for managers. Whatever is counted lies in a scope that the session
//! holds; a region or a territory that it does not hold is answered like one that does not exist.

mod book;
mod question;
mod routes;

pub(crate) use question::{Asked, Question};

use crate::account::Signed;
use crate::api::{ApiError, AppState};
use axum::Router;
use axum::routing::get;
use book::Book;
use domain::Words;
use domain::id::RegionId;
use domain::rules::trends::{By, Figure, Tally};
use std::collections::BTreeMap;
use sync::wire::{TrendLine, Trends};
use utoipa::OpenApi;

/// The routes.
pub fn router() -> Router<AppState> {
    Router::new().route("/trends", get(routes::trends)).route("/trends/visits", get(routes::visits))
}

#[derive(OpenApi)]
#[openapi(paths(routes::trends, routes::visits))]
struct Docs;

pub(crate) fn docs() -> utoipa::openapi::OpenApi {
    Docs::openapi()
}

/// Figures by what they are told apart by, and week.
type Counted = BTreeMap<String, BTreeMap<domain::rules::trends::Week, Tally>>;

/// Answers a question.
pub(crate) async fn answer(state: &AppState, signed: &Signed, question: &Question) -> Result<Trends, ApiError> {
    let Question { measure, by, weeks, .. } = question;
    let counted = counted(state, question, *by).await?;
    // A visit counts for each standard of its photos, so these do not add up to the whole. The classes do, and are few.
    let whole = if *by == By::Standard { self::counted(state, question, By::Class).await? } else { counted.clone() };
    let book = Book::read(state, question).await?;
    let mut total = vec![Tally::default(); weeks.len()];
    for (sum, week) in total.iter_mut().zip(weeks) {
        whole.values().filter_map(|line| line.get(week)).for_each(|tally| sum.add(tally));
    }
    let (all_shops, shops) = book.shops(question);
    let names = book.names(question, counted.keys());
    let line = |(key, name): (String, Words)| {
        let shops = shops.get(&key).copied().unwrap_or_default();
        let tallies = counted.get(&key);
        let figure = |week| {
            let tally = tallies.and_then(|tallies| tallies.get(week)).copied().unwrap_or_default();
            measure.figure(&tally, shops)
        };
        TrendLine { figures: weeks.iter().map(figure).collect(), key, name }
    };
    let lines: Vec<TrendLine> = names.into_iter().map(line).collect();
    let total: Vec<Figure> = total.iter().map(|tally| measure.figure(tally, all_shops)).collect();
    let running = weeks.last().is_some_and(|week| *week >= question.this_week);
    let (reps, behind) = book.behind(state, signed, question).await?;
    Ok(Trends {
        measure: *measure,
        by: *by,
        weeks: weeks.clone(),
        within: book.within(question, !counted.is_empty()),
        total,
        lines,
        as_of: signed.now,
        running,
        reps,
        behind,
    })
}

async fn counted(state: &AppState, question: &Question, by: By) -> Result<Counted, ApiError> {
    let regions: BTreeMap<String, RegionId> =
        question.grounds.iter().map(|(territory, region)| (territory.to_string(), *region)).collect();
    let mut counted = Counted::new();
    for row in state.store.trend(&question.wanted, by).await? {
        let key = match by {
            By::Region => regions.get(&row.key).map(ToString::to_string).unwrap_or_default(),
            _ => row.key,
        };
        counted.entry(key).or_default().entry(row.week).or_default().add(&row.tally);
    }
    Ok(counted)
}
