//! Pages with the app rendered into them. They are made for one request and kept nowhere: they are
//! seen until the app has taken their place.

use crate::api::{AppState, content_security_policy};
use axum::Router;
use axum::http::{HeaderValue, header};
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_axum::{LeptosRoutes, ResponseOptions, generate_route_list};

/// The routes of the app's screens.
pub fn router(state: &AppState) -> Router<AppState> {
    let routes = generate_route_list(app::App);
    let options = state.site.options().clone();
    Router::new().leptos_routes_with_context(state, routes, set_headers, move || app::shell(options.clone()))
}

/// The scripts that the renderer writes into the page are allowed by a number that is used once.
pub(super) fn set_headers() {
    let Some(response) = use_context::<ResponseOptions>() else { return };
    let policy = content_security_policy(use_nonce().as_deref());
    if let Ok(policy) = HeaderValue::try_from(policy) {
        response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
    response.insert_header(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
}
