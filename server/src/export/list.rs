//! Every list of the company as a file, by its name and ending: `outlets.csv`, `visits.xlsx`. Written for managers; a row
//! is in it if the session holds its scope.

use super::table::{self, Format, Window};
use crate::account::Signed;
use crate::api::{ApiError, AppState};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::records::{Agreement, Candidate, Dealer, Outlet, Product, SubDistributor, Task, Visit};
use sync::wire::Problem;

/// A list as a file, in the order in which its rows were last written: UTF-8 or an Excel workbook, with Chinese headings.
#[utoipa::path(get, path = "/api/v1/export/{file}", tag = "export",
    params(
        ("file" = String, Path, description = "`agreements`, `candidates`, `dealers`, `outlets`, `products`, `sub-distributors`, `tasks` or `visits`, and `.csv` or `.xlsx`.", example = "visits.xlsx"),
        Window,
    ),
    responses(
        (status = 200, content(
            (Vec<u8> = "text/csv"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        )),
        (status = 400, body = Problem, description = "Not a day, or more rows than a workbook has room for."),
        (status = 401, body = Problem, description = "No open session."),
        (status = 403, body = Problem, description = "Lists are for managers."),
        (status = 404, body = Problem, description = "No such list."),
))]
pub async fn list(
    State(state): State<AppState>,
    signed: Signed,
    Path(file): Path<String>,
    window: Result<Query<Window>, QueryRejection>,
) -> Result<Response, ApiError> {
    // What leaves as a file is looked after by nobody any more: a rep has the same on the phone, where it can be taken back.
    signed.managers_only("lists are for managers")?;
    let Query(window) = window.map_err(|why| ApiError::Malformed(why.body_text()))?;
    let (name, ending) = file.rsplit_once('.').ok_or(ApiError::NotFound)?;
    let format = match ending {
        "csv" => Format::Csv,
        "xlsx" => Format::Xlsx,
        _ => return Err(ApiError::NotFound),
    };
    let (state, signed) = (&state, &signed);
    match name {
        "agreements" => table::file::<Agreement>(state, signed, name, format, window).await,
        "candidates" => table::file::<Candidate>(state, signed, name, format, window).await,
        "dealers" => table::file::<Dealer>(state, signed, name, format, window).await,
        "outlets" => table::file::<Outlet>(state, signed, name, format, window).await,
        "products" => table::file::<Product>(state, signed, name, format, window).await,
        "sub-distributors" => table::file::<SubDistributor>(state, signed, name, format, window).await,
        "tasks" => table::file::<Task>(state, signed, name, format, window).await,
        "visits" => table::file::<Visit>(state, signed, name, format, window).await,
        _ => Err(ApiError::NotFound),
    }
}
