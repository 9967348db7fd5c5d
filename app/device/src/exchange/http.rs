//! One request and its answer. An answer without the product's own header came from somebody else,
//! such as the login page of a hotel: it counts as no answer (P25).

use super::Trouble;
use gloo_timers::callback::Timeout;
use serde::de::DeserializeOwned;
use sync::limits::{HEADER, PROTOCOL, PROTOCOL_HEADER};
use sync::wire::{Problem, ProblemCode};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, RequestInit, Response};

/// The slowest line that is still waited for, in bytes per second.
const SLOWEST: u32 = 2_000;
/// What every request gets beside the time for its bytes, in milliseconds.
const PATIENCE: u32 = 30_000;

/// A request.
pub(crate) struct Call<'a> {
    method: &'static str,
    path: &'a str,
    headers: Headers,
    body: Option<JsValue>,
    bytes: u32,
}

/// An answer of our server.
pub(crate) struct Reply {
    response: Response,
}

impl<'a> Call<'a> {
    pub(crate) fn new(method: &'static str, path: &'a str) -> Self {
        let headers = Headers::new().expect("an empty list of headers needs nothing that could be missing");
        Self { method, path, headers, body: None, bytes: 0 }.header(PROTOCOL_HEADER, &PROTOCOL.to_string())
    }

    pub(crate) fn header(self, name: &str, value: &str) -> Self {
        // Fails for names and values that no header can have; ours are plain ASCII.
        drop(self.headers.set(name, value));
        self
    }

    pub(crate) fn json(self, text: &str) -> Self {
        // Lengths of bodies stay far below what a u32 holds.
        let bytes = text.len() as u32;
        let body = Some(text.into());
        Self { body, bytes, ..self }.header("content-type", "application/json")
    }

    pub(crate) fn bytes(self, body: JsValue, bytes: u32) -> Self {
        Self { body: Some(body), bytes, ..self }
    }

    /// Sends it and waits for the head of the answer.
    pub(crate) async fn send(self) -> Result<Reply, Trouble> {
        let stop = AbortController::new().map_err(|_| Trouble::Unreachable)?;
        let options = RequestInit::new();
        options.set_method(self.method);
        options.set_headers(&self.headers);
        options.set_cache(web_sys::RequestCache::NoStore);
        options.set_signal(Some(&stop.signal()));
        if let Some(body) = &self.body {
            options.set_body(body);
        }
        let timeout = Timeout::new(PATIENCE + self.bytes / SLOWEST * 1000, move || stop.abort());
        let window = web_sys::window().ok_or(Trouble::Unreachable)?;
        let answered = JsFuture::from(window.fetch_with_str_and_init(self.path, &options)).await;
        // The body of the answer has its own time; a stalled one ends with the connection.
        drop(timeout);
        let response: Response = answered.map_err(|_| Trouble::Unreachable)?.unchecked_into();
        match response.headers().has(HEADER) {
            Ok(true) => Ok(Reply { response }),
            _ => Err(Trouble::Unreachable),
        }
    }
}

impl Reply {
    pub(crate) fn status(&self) -> u16 {
        self.response.status()
    }

    pub(crate) fn header(&self, name: &str) -> Option<String> {
        self.response.headers().get(name).ok().flatten()
    }

    async fn text(self) -> Result<String, Trouble> {
        let text = self.response.text().map_err(|_| Trouble::Unreachable)?;
        let text = JsFuture::from(text).await.map_err(|_| Trouble::Unreachable)?;
        text.as_string().ok_or(Trouble::Unreachable)
    }

    /// Whether the server will not have this very thing, however often it is sent. Others may fare better.
    pub(crate) fn is_refusal(&self) -> bool {
        matches!(self.status(), 400 | 403..=407 | 409..=424 | 451 | 460)
    }

    /// Reads a good answer.
    pub(crate) async fn read<T: DeserializeOwned>(self) -> Result<T, Trouble> {
        let reply = self.good().await?;
        // A good answer that cannot be read is a server of another kind: it is left alone for a while.
        serde_json::from_str(&reply.text().await?).map_err(|_| Trouble::Troubled(None))
    }

    /// Passes a good answer on, and names what a bad one means for the exchange.
    pub(crate) async fn good(self) -> Result<Self, Trouble> {
        if self.response.ok() {
            return Ok(self);
        }
        let status = self.status();
        let problem = self.problem().await;
        Err(match problem.code {
            // Either way it waits until somebody does something.
            ProblemCode::LoggedOut | ProblemCode::PasswordDue => Trouble::LoggedOut,
            ProblemCode::Outdated => Trouble::Outdated,
            ProblemCode::DeviceRevoked => Trouble::Revoked,
            _ if status == 401 => Trouble::LoggedOut,
            _ => Trouble::Troubled(problem.retry_after),
        })
    }

    /// Reads a bad answer.
    pub(crate) async fn problem(self) -> Problem {
        let header = self.header("retry-after").and_then(|seconds| seconds.parse().ok());
        let read = self.text().await.ok().and_then(|text| serde_json::from_str::<Problem>(&text).ok());
        let problem = read.unwrap_or(Problem { code: ProblemCode::Internal, detail: String::new(), retry_after: None });
        Problem { retry_after: problem.retry_after.or(header), ..problem }
    }
}
