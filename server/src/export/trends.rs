//! The trends as a table: a row for each name and week, with what was counted, so that it can be added up elsewhere.

use super::cell::Cell;
use super::csv;
use super::table::{attached, book_of};
use super::workbook::Workbook;
use crate::account::Signed;
use crate::api::{ApiError, AppState};
use crate::trends::{Asked, Question, answer};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Response;
use domain::language::Language;
use domain::rules::trends::{By, Figure, Measure, Week};
use sync::wire::{Problem, Trends};

const HEAD: [&str; 8] = ["指标", "分组", "名称", "周一", "数值", "单位", "分子", "分母"];

/// The answer of `trends` as a table in UTF-8, with Chinese headings; the parameters are the same.
#[utoipa::path(get, path = "/api/v1/export/trends.csv", tag = "export",
    responses(
        (status = 200, content_type = "text/csv", body = String),
        (status = 400, body = Problem, description = "Not a question."),
        (status = 401, body = Problem, description = "No open session."),
        (status = 403, body = Problem, description = "Not a manager."),
        (status = 404, body = Problem, description = "No such region or territory, or not for this session."),
))]
pub async fn as_csv(
    State(state): State<AppState>,
    signed: Signed,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, ApiError> {
    let trends = answer(&state, &signed, &Question::of(&state, &signed, asked)?).await?;
    let mut text = csv::BEGINNING.to_owned();
    csv::line(&mut text, HEAD.into_iter());
    for row in rows(&trends) {
        let cells: Vec<String> = row.iter().map(Cell::words).collect();
        csv::line(&mut text, cells.iter().map(String::as_str));
    }
    let name = format!("trends-{}.csv", signed.now.date(state.offset));
    Ok(attached("text/csv; charset=utf-8", &name, text.into()))
}

/// The same as an Excel workbook.
#[utoipa::path(get, path = "/api/v1/export/trends.xlsx", tag = "export",
    responses(
        (status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body = Vec<u8>),
        (status = 400, body = Problem, description = "Not a question."),
        (status = 401, body = Problem, description = "No open session."),
        (status = 403, body = Problem, description = "Not a manager."),
        (status = 404, body = Problem, description = "No such region or territory, or not for this session."),
))]
pub async fn as_xlsx(
    State(state): State<AppState>,
    signed: Signed,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, ApiError> {
    let trends = answer(&state, &signed, &Question::of(&state, &signed, asked)?).await?;
    let book = Workbook::begin("趋势", &HEAD);
    book.rows(rows(&trends).collect()).await?;
    book_of(&format!("trends-{}", signed.now.date(state.offset)), book).await
}

fn rows(trends: &Trends) -> impl Iterator<Item = Vec<Cell>> {
    let total = ("合计", &trends.total);
    let lines = trends.lines.iter().map(|line| (line.name.get(Language::Zh), &line.figures));
    std::iter::once(total).chain(lines).flat_map(move |(name, figures)| {
        trends.weeks.iter().zip(figures).map(move |(week, figure)| row(trends, name, *week, *figure))
    })
}

fn row(trends: &Trends, name: &str, week: Week, figure: Figure) -> Vec<Cell> {
    let (measure, unit) = measured(trends.measure);
    let value = trends.measure.hundredths(figure);
    vec![
        Cell::Text(measure.to_owned()),
        Cell::Text(told_apart(trends.by).to_owned()),
        Cell::Text(name.to_owned()),
        Cell::Text(week.monday().to_string()),
        value.map_or(Cell::Nothing, Cell::Hundredths),
        Cell::Text(unit.to_owned()),
        Cell::Count(figure.part),
        Cell::Count(figure.whole),
    ]
}

const fn measured(measure: Measure) -> (&'static str, &'static str) {
    match measure {
        Measure::Compliance => ("达标率", "%"),
        Measure::Coverage => ("覆盖率", "%"),
        Measure::Frequency => ("每店拜访次数", "次"),
        // Part and whole are seconds and visits.
        Measure::Stay => ("在店时间", "分钟"),
        Measure::Redo => ("退回率", "%"),
    }
}

const fn told_apart(by: By) -> &'static str {
    match by {
        By::Region => "大区",
        By::Territory => "区域",
        By::Rep => "业务代表",
        By::Class => "门店等级",
        By::Standard => "陈列标准",
    }
}
