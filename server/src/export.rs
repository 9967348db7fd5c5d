//! What leaves as a file: every list as a table or a workbook, trends, and photos in one archive. Written for managers; a
//! row is in it if the session holds its scope.

mod cell;
mod csv;
mod known;
mod list;
mod pages;
mod photos;
mod rows;
mod table;
mod trends;
mod workbook;

pub(crate) use table::{Row, Window};

use crate::api::AppState;
use axum::Router;
use axum::routing::get;
use utoipa::OpenApi;

/// The routes.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/export/{file}", get(list::list))
        .route("/export/photos.zip", get(photos::photos))
        .route("/export/trends.csv", get(trends::as_csv))
        .route("/export/trends.xlsx", get(trends::as_xlsx))
}

#[derive(OpenApi)]
#[openapi(paths(list::list, photos::photos, trends::as_csv, trends::as_xlsx))]
struct Docs;

pub(crate) fn docs() -> utoipa::openapi::OpenApi {
    Docs::openapi()
}
