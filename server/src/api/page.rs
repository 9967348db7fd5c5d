//! `/api`: the description of the API for people, as a page of our own without scripts. What it says is the same
//! description that `/api/v1/openapi.json` gives to programs.

use super::{AppState, openapi};
use app::Assets;
use axum::extract::State;
use axum::http::header;
use axum::response::{Html, IntoResponse};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;

const LEAD: &str = "Programs read with a token that a manager makes under Settings: send it as \
    <code>Authorization: Bearer …</code> to the lists under <a href=\"#reading\">reading</a>. All else is what the app \
    itself speaks, over the session of whoever is logged in. Errors are a <code>Problem</code> with a code.";

/// The page. It holds nothing that is anybody's.
pub async fn page(State(state): State<AppState>) -> impl IntoResponse {
    let css = Assets::of(state.site.options()).css;
    let body = serde_json::to_value(openapi()).map(|description| rendered(&description)).unwrap_or_default();
    let page = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\
         <title>Lianying API</title><link rel=\"icon\" href=\"/icons/favicon.svg\" type=\"image/svg+xml\">\
         <link rel=\"stylesheet\" href=\"{}\"></head><body><div class=\"app bare\"><div class=\"screen\">\
         <main class=\"page api\" id=\"main\"><h1>Lianying API</h1><p class=\"words\">{LEAD} \
         <a href=\"/api/v1/openapi.json\">openapi.json</a></p>{body}</main></div></div></body></html>",
        escaped(&css)
    );
    ([(header::CACHE_CONTROL, "no-cache")], Html(page))
}

/// Every operation under its area, then the shapes that they speak of.
fn rendered(description: &Value) -> String {
    let mut areas: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (path, methods) in entries(&description["paths"]) {
        for (method, operation) in entries(methods) {
            let area = operation["tags"][0].as_str().unwrap_or("other");
            areas.entry(area).or_default().push(operation_html(path, method, operation));
        }
    }
    let mut html = String::new();
    // What other programs come for stands first.
    let (first, others): (Vec<_>, Vec<_>) = areas.into_iter().partition(|(area, _)| *area == "reading");
    for (area, operations) in first.into_iter().chain(others) {
        let area = escaped(area);
        // Writing to a string cannot fail.
        let _ = write!(html, "<h2 id=\"{area}\">{area}</h2>{}", operations.concat());
    }
    html.push_str("<h2 id=\"shapes\">shapes</h2>");
    for (name, schema) in entries(&description["components"]["schemas"]) {
        let text = serde_json::to_string_pretty(schema).unwrap_or_default();
        let name = escaped(name);
        let _ = write!(
            html,
            "<details id=\"shape-{name}\"><summary>{name}</summary><p>{}</p><pre tabindex=\"0\">{}</pre></details>",
            escaped(schema["description"].as_str().unwrap_or_default()),
            escaped(&text)
        );
    }
    html
}

fn operation_html(path: &str, method: &str, operation: &Value) -> String {
    let text = |value: &Value| escaped(value.as_str().unwrap_or_default());
    let mut html = format!(
        "<details><summary><b>{}</b> <code>{}</code></summary><p>{} {}</p>",
        escaped(&method.to_uppercase()),
        escaped(path),
        text(&operation["summary"]),
        text(&operation["description"])
    );
    if let Some(parameters) = operation["parameters"].as_array().filter(|list| !list.is_empty()) {
        html.push_str("<h3>Parameters</h3><dl class=\"facts-list\">");
        for one in parameters {
            let _ = write!(
                html,
                "<dt><code>{}</code></dt><dd>{}{}</dd>",
                text(&one["name"]),
                text(&one["description"]),
                if one["required"] == Value::Bool(true) { " Required." } else { "" }
            );
        }
        html.push_str("</dl>");
    }
    if let Some(shape) = shape(&operation["requestBody"]) {
        let _ = write!(html, "<h3>Body</h3><p>{shape}</p>");
    }
    html.push_str("<h3>Answers</h3><dl class=\"facts-list\">");
    for (status, answer) in entries(&operation["responses"]) {
        let shape = shape(answer).map(|shape| format!(" {shape}")).unwrap_or_default();
        let _ = write!(html, "<dt>{}</dt><dd>{}{shape}</dd>", escaped(status), text(&answer["description"]));
    }
    html.push_str("</dl></details>");
    html
}

/// The shape that a body has: a link to it, or its type.
fn shape(body: &Value) -> Option<String> {
    let (kind, content) = entries(&body["content"]).next()?;
    let schema = &content["schema"];
    let (reference, many) = match schema["$ref"].as_str() {
        Some(reference) => (Some(reference), ""),
        None => (schema["items"]["$ref"].as_str(), "list of "),
    };
    let name = reference.and_then(|reference| reference.rsplit('/').next()).map(escaped);
    Some(match name {
        Some(name) => format!("{many}<a href=\"#shape-{name}\">{name}</a>"),
        None => format!("<code>{}</code>", escaped(kind)),
    })
}

fn entries(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().into_iter().flatten().map(|(key, value)| (key.as_str(), value))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{escaped, rendered};
    use crate::api::openapi;

    #[test]
    fn every_operation_of_the_description_is_on_the_page_and_every_link_leads_somewhere() {
        let description = serde_json::to_value(openapi()).unwrap();
        let html = rendered(&description);
        for path in description["paths"].as_object().unwrap().keys() {
            assert!(html.contains(&escaped(path)), "{path} is missing");
        }
        for link in html.split("href=\"#").skip(1) {
            let target = link.split('"').next().unwrap();
            assert!(html.contains(&format!("id=\"{target}\"")), "#{target} leads nowhere");
        }
    }

    #[test]
    fn what_a_description_says_cannot_become_markup() {
        assert_eq!(escaped("<a b=\"c\">&"), "&lt;a b=&quot;c&quot;&gt;&amp;");
    }
}
