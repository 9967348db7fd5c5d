//! Handing out the document. Whoever does not hold the scope of an agreement is told that there is none.

use super::{Sources, render};
use crate::account::Signed;
use crate::api::{ApiError, AppState};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::IntoResponse;
use domain::id::AgreementId;
use domain::records::{Agreement, AnyRecord, Company, Photo, Product, Record};
use domain::{Kind, Need};
use jiff::civil::Date;
use sync::wire::Problem;

/// An agreement to print: its terms, signatures, sealed pages, hash and code.
#[utoipa::path(get, path = "/api/v1/agreements/{id}/pdf", tag = "agreement",
    params(("id" = String, Path, description = "The agreement.")),
    responses(
        (status = 200, content_type = "application/pdf", body = Vec<u8>),
        (status = 401, body = Problem, description = "No open session."),
        (status = 404, body = Problem, description = "No such agreement, or not for this session."),
))]
pub async fn document(
    State(state): State<AppState>,
    signed: Signed,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<impl IntoResponse, ApiError> {
    let id: AgreementId = id.parse().map_err(|_| ApiError::NotFound)?;
    let found = state.store.load(&[Need::record::<Agreement>(id)]).await?;
    let agreement = found.records.iter().find_map(Agreement::from_any).cloned();
    let agreement = agreement.filter(|agreement| signed.scopes.contains(&agreement.scope()));
    let agreement = agreement.ok_or(ApiError::NotFound)?;
    let sources = sources(&state, &headers, agreement, signed.now.date(state.offset)).await?;
    let name = format!("inline; filename=\"agreement-{}.pdf\"", sources.agreement.number());
    let bytes = tokio::task::spawn_blocking(move || render(&sources)).await.map_err(ApiError::internal)?;
    let bytes = bytes.map_err(ApiError::internal)?;
    let head = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        // What it says changes with every signature.
        (header::CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    Ok((head, bytes))
}

/// Everything that stands in the document beside the agreement itself.
async fn sources(
    state: &AppState,
    headers: &HeaderMap,
    agreement: Agreement,
    today: Date,
) -> Result<Sources, ApiError> {
    let terms = &agreement.terms;
    let goods = terms.products.iter().chain(terms.prices.iter().map(|line| &line.product));
    let needs: Vec<Need> = goods
        .map(|product| Need::record::<Product>(*product))
        .chain(agreement.pages.iter().map(|page| Need::record::<Photo>(*page)))
        .chain(agreement.renews.map(Need::record::<Agreement>))
        .collect();
    let beside = state.store.load(&needs).await?.records;
    let companies = state.store.all_of(Kind::Company).await?;
    let manufacturer = companies.iter().find_map(Company::from_any).map(|company| company.name.zh.clone());
    Ok(Sources {
        manufacturer: manufacturer.unwrap_or_default(),
        products: all(&beside),
        pages: all(&beside),
        renews: beside.iter().find_map(Agreement::from_any).map(Agreement::number),
        origin: origin(headers, state.behind_proxy),
        offset: state.offset,
        today,
        agreement,
    })
}

fn all<R: Record>(records: &[AnyRecord]) -> Vec<R> {
    records.iter().filter_map(R::from_any).cloned().collect()
}

/// The address under which this server was asked.
fn origin(headers: &HeaderMap, behind_proxy: bool) -> String {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    // A proxy that does not say so was put in front for the sake of HTTPS.
    let plain = if behind_proxy { text("x-forwarded-proto") == Some("http") } else { true };
    let scheme = if plain { "http" } else { "https" };
    format!("{scheme}://{}", text(header::HOST.as_str()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::origin;
    use axum::http::{HeaderMap, HeaderValue};

    #[test]
    fn the_address_is_the_one_that_the_server_was_asked_under() {
        let mut headers = HeaderMap::new();
        headers.insert("host", HeaderValue::from_static("a.example"));
        assert_eq!(origin(&headers, false), "http://a.example");
        assert_eq!(origin(&headers, true), "https://a.example");
        headers.insert("x-forwarded-proto", HeaderValue::from_static("http"));
        assert_eq!(origin(&headers, true), "http://a.example");
    }
}
