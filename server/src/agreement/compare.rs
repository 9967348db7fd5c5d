//! Comparing a paper with what is on record (F51, S40). Whoever holds an agreement has its check code, and with it what
//! its parties know anyway, in whatever region: nobody logs in, and nobody comes here from anything but a paper.

use crate::account::{Caller, Guesses};
use crate::api::{ApiError, AppState};
use app::{Compared, OnRecord, compare_page};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use domain::records::{Company, Record};
use domain::{Kind, Language};
use leptos::prelude::{Owner, RenderHtml};

/// Letters of a check code: SHA-256.
const LETTERS: usize = 64;

/// The page of a check code.
pub async fn compare(
    State(state): State<AppState>,
    caller: Caller,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
    code: Result<Path<String>, PathRejection>,
) -> Response {
    let language = language(query.as_deref().unwrap_or_default(), &headers);
    let compared = match code.ok().and_then(|Path(code)| check_code(&code)) {
        None => Compared::Unreadable,
        Some(code) => look_up(&state, caller, &code).await.unwrap_or_else(failed),
    };
    let (status, wait) = match &compared {
        Compared::Known(_) => (StatusCode::OK, None),
        Compared::Unknown => (StatusCode::NOT_FOUND, None),
        Compared::Unreadable => (StatusCode::BAD_REQUEST, None),
        Compared::Wait(seconds) => (StatusCode::TOO_MANY_REQUESTS, Some(*seconds)),
        Compared::Failed => (StatusCode::INTERNAL_SERVER_ERROR, None),
    };
    let options = state.site.options();
    let page = Owner::new().with(|| compare_page(options, language, &compared).to_html());
    // How it stands changes with every signature.
    let mut response = (status, [(header::CACHE_CONTROL, "no-store")], Html(page)).into_response();
    if let Some(seconds) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

async fn look_up(state: &AppState, caller: Caller, code: &str) -> Result<Compared, ApiError> {
    let (store, now) = (state.store.as_ref(), state.clock.now());
    let guesses = Guesses::at("compare", caller);
    guesses.check(store, now).await?;
    let Some(agreement) = store.sealed_as(code).await? else {
        guesses.missed(store, now).await?;
        return Ok(Compared::Unknown);
    };
    let companies = store.all_of(Kind::Company).await?;
    let manufacturer = companies.iter().find_map(Company::from_any).map(|company| company.name.clone());
    let offset = state.offset;
    let found = OnRecord { agreement, manufacturer: manufacturer.unwrap_or_default(), today: now.date(offset), offset };
    Ok(Compared::Known(Box::new(found)))
}

fn failed(error: ApiError) -> Compared {
    match error {
        ApiError::Throttled { after } => Compared::Wait(after),
        error => {
            tracing::error!(cause = %crate::api::with_causes(&error), "a paper could not be compared");
            Compared::Failed
        }
    }
}

/// A code as the records have it, however it was typed.
fn check_code(text: &str) -> Option<String> {
    let code = text.trim().to_ascii_lowercase();
    (code.len() == LETTERS && code.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(code)
}

/// The language that was asked for by hand, or else the first of the browser's that the product has.
fn language(query: &str, headers: &HeaderMap) -> Language {
    let named = |tag: &str| match tag.trim().get(..2)?.to_ascii_lowercase().as_str() {
        "zh" => Some(Language::Zh),
        "en" => Some(Language::En),
        _ => None,
    };
    let by_hand = query.split('&').find_map(|pair| named(pair.strip_prefix("lang=")?));
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    by_hand.or_else(|| accepted.split(',').find_map(named)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{check_code, language};
    use axum::http::{HeaderMap, HeaderValue, header};
    use domain::Language;

    #[test]
    fn a_code_is_read_in_either_case_and_nothing_else_is_one() {
        let code = "0123456789abcdef".repeat(4);
        assert_eq!(check_code(&code), Some(code.clone()));
        assert_eq!(check_code(&format!(" {} ", code.to_uppercase())), Some(code.clone()));
        for other in ["", "0", &code[1..], &code.replace('a', "g"), &"码".repeat(64), &format!("{code}0")] {
            assert_eq!(check_code(other), None, "{other}");
        }
    }

    #[test]
    fn the_language_is_the_one_chosen_by_hand_then_the_browsers_then_chinese() {
        let asks = |query: &str, accepted: &'static str| {
            let headers = HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, HeaderValue::from_static(accepted))]);
            language(query, &headers)
        };
        assert_eq!(asks("lang=en", "zh-CN,zh;q=0.9"), Language::En);
        assert_eq!(asks("", "fr, en-GB;q=0.9, zh;q=0.5"), Language::En);
        assert_eq!(asks("a=1&lang=zh", "en"), Language::Zh);
        assert_eq!(asks("lang=码", "x"), Language::Zh);
        assert_eq!(language("", &HeaderMap::new()), Language::Zh);
    }
}
