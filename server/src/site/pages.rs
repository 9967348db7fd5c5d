//! Pages with the app rendered into them. They are made for one request and kept nowhere: they are
//! seen until the app has taken their place.

use crate::agreement::COMPARE;
use crate::api::{AppState, content_security_policy};
use axum::Router;
use axum::http::{HeaderValue, header};
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_axum::{LeptosRoutes, ResponseOptions, generate_route_list_with_exclusions};

/// The routes of the app's screens.
pub fn router(state: &AppState) -> Router<AppState> {
    // Where a paper is compared the server knows more than the app, which has the same address for when there is no
    // network.
    let routes = generate_route_list_with_exclusions(app::App, Some(vec![COMPARE.to_owned()]));
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
