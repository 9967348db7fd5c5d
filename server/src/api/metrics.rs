//! Counters and durations for whoever watches the server, in the text form that Prometheus reads.
//! Three families are enough to see that something is slow, failing or stuck; so this is no library.

use super::{ApiError, AppState};
use crate::account::Caller;
use axum::extract::State;
use axum::http::{Method, StatusCode, header};
use axum::response::IntoResponse;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Upper ends of the buckets, in microseconds.
const BUCKETS: [u64; 8] = [500, 1_000, 2_500, 10_000, 50_000, 250_000, 1_000_000, 10_000_000];

/// The counters.
#[derive(Default)]
pub struct Metrics {
    requests: Mutex<BTreeMap<(String, String, u16), u64>>,
    durations: Mutex<BTreeMap<String, Histogram>>,
    events: Mutex<BTreeMap<&'static str, u64>>,
}

#[derive(Default)]
struct Histogram {
    buckets: [u64; BUCKETS.len()],
    count: u64,
    micros: u64,
}

impl Metrics {
    /// Counts an answered request.
    pub fn request(&self, method: &Method, route: &str, status: StatusCode, took: Duration) {
        let key = (method.as_str().to_owned(), route.to_owned(), status.as_u16());
        *lock(&self.requests).entry(key).or_default() += 1;
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let mut durations = lock(&self.durations);
        let histogram = match durations.get_mut(route) {
            Some(histogram) => histogram,
            None => durations.entry(route.to_owned()).or_default(),
        };
        histogram.count += 1;
        histogram.micros = histogram.micros.saturating_add(micros);
        for (bucket, end) in histogram.buckets.iter_mut().zip(BUCKETS) {
            *bucket += u64::from(micros <= end);
        }
    }

    /// Counts something that happened; the name is a metric's, such as `photos_received_total`.
    pub fn count(&self, name: &'static str) {
        *lock(&self.events).entry(name).or_default() += 1;
    }

    /// Everything, as text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::from("# TYPE lianying_requests_total counter\n");
        for ((method, route, status), count) in lock(&self.requests).iter() {
            let labels = format!(r#"method="{method}",route="{route}",status="{status}""#);
            line(&mut text, "requests_total", &labels, count);
        }
        text.push_str("# TYPE lianying_request_seconds histogram\n");
        for (route, histogram) in lock(&self.durations).iter() {
            for (bucket, end) in histogram.buckets.iter().zip(BUCKETS) {
                let labels = format!(r#"route="{route}",le="{}""#, seconds(end));
                line(&mut text, "request_seconds_bucket", &labels, bucket);
            }
            line(&mut text, "request_seconds_bucket", &format!(r#"route="{route}",le="+Inf""#), histogram.count);
            line(&mut text, "request_seconds_sum", &format!(r#"route="{route}""#), seconds(histogram.micros));
            line(&mut text, "request_seconds_count", &format!(r#"route="{route}""#), histogram.count);
        }
        for (name, count) in lock(&self.events).iter() {
            let _ = writeln!(text, "# TYPE lianying_{name} counter\nlianying_{name} {count}");
        }
        text
    }
}

fn line(text: &mut String, name: &str, labels: &str, value: impl std::fmt::Display) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "lianying_{name}{{{labels}}} {value}");
}

fn seconds(micros: u64) -> String {
    format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000)
}

/// A panic while counting has spoilt no counter.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// `GET /metrics`: for this machine, or for everybody where the configuration says so.
///
/// # Errors
/// [`ApiError::NotFound`] for others.
pub async fn metrics(State(state): State<AppState>, caller: Caller) -> Result<impl IntoResponse, ApiError> {
    if !state.open_metrics && !caller.is_this_machine() {
        return Err(ApiError::NotFound);
    }
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], state.metrics.text()))
}

#[cfg(test)]
mod tests {
    use super::Metrics;
    use axum::http::{Method, StatusCode};
    use std::time::Duration;

    #[test]
    fn a_request_is_counted_in_every_bucket_that_it_fits() {
        let metrics = Metrics::default();
        metrics.request(&Method::GET, "/healthz", StatusCode::OK, Duration::from_micros(900));
        metrics.count("photos_received_total");
        let text = metrics.text();
        for line in [
            r#"lianying_requests_total{method="GET",route="/healthz",status="200"} 1"#,
            r#"lianying_request_seconds_bucket{route="/healthz",le="0.000500"} 0"#,
            r#"lianying_request_seconds_bucket{route="/healthz",le="0.001000"} 1"#,
            r#"lianying_request_seconds_sum{route="/healthz"} 0.000900"#,
            "lianying_photos_received_total 1",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} is missing in\n{text}");
        }
    }
}
