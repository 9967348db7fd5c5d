//! The line between the device and the server: `fetch`, replaced.

use js_sys::{ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Headers, Response, ResponseInit};

/// How the line is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Line {
    /// It works.
    #[default]
    Up,
    /// Nothing gets through.
    Cut,
    /// Requests arrive, answers do not.
    LosesAnswers,
    /// A captive portal answers everything with its own page.
    Portal,
    /// Requests arrive, and their answers wait until [`let_go`].
    Holds,
}

thread_local! {
    /// Answers that wait, and whoever waits for them.
    static HELD: RefCell<Vec<(Function, Response)>> = const { RefCell::new(Vec::new()) };
}

/// How many answers wait.
pub fn held() -> usize {
    HELD.with_borrow(Vec::len)
}

/// Gives the answers that wait to whoever waits for them.
pub fn let_go() {
    for (give, response) in HELD.take() {
        give.call1(&JsValue::UNDEFINED, &response).expect("a promise takes its answer");
    }
}

/// A request as it arrived.
pub struct Arrived {
    pub method: String,
    pub path: String,
    pub text: String,
    pub bytes: Vec<u8>,
    headers: Option<Headers>,
}

impl Arrived {
    pub fn header(&self, name: &str) -> String {
        self.headers.as_ref().and_then(|headers| headers.get(name).ok().flatten()).unwrap_or_default()
    }
}

/// An answer.
pub struct Answered {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: String,
}

impl Answered {
    pub fn json(value: &impl serde::Serialize) -> Self {
        let body = serde_json::to_string(value).expect("it can be written");
        Self { status: 200, headers: Vec::new(), body }
    }

    pub fn status(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: String::new() }
    }

    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.headers.push((name, value.to_string()));
        self
    }

    fn response(&self, ours: bool) -> Response {
        let headers = Headers::new().expect("a list of headers");
        for (name, value) in &self.headers {
            headers.set(name, value).expect("a header");
        }
        if ours {
            headers.set("x-lianying", "1").expect("a header");
        }
        let init = ResponseInit::new();
        init.set_status(self.status);
        init.set_headers(&headers);
        // An answer of this status may have no body, not even an empty one.
        let body = (self.status != 204).then_some(self.body.as_str());
        Response::new_with_opt_str_and_init(body, &init).expect("a response")
    }
}

/// Puts a server behind `fetch`. It says with each answer how the line was.
pub fn lay(serve: impl Fn(Arrived) -> (Line, Option<Answered>) + 'static) {
    let fetch = Closure::<dyn Fn(JsValue, JsValue) -> Promise>::new(move |path: JsValue, init: JsValue| {
        let (line, answered) = serve(arrived(&path, &init));
        let failed = || Promise::reject(&js_sys::TypeError::new("Failed to fetch"));
        match (line, answered) {
            (Line::Up, Some(answered)) => Promise::resolve(&JsValue::from(answered.response(true))),
            (Line::Holds, Some(answered)) => Promise::new(&mut |give, _| {
                HELD.with_borrow_mut(|held| held.push((give, answered.response(true))));
            }),
            (Line::Portal, _) => {
                let page = Answered { status: 200, headers: Vec::new(), body: "<h1>WiFi</h1>".to_owned() };
                Promise::resolve(&JsValue::from(page.response(false)))
            }
            _ => failed(),
        }
    });
    Reflect::set(&js_sys::global(), &"fetch".into(), &fetch.into_js_value()).expect("fetch can be replaced");
}

fn arrived(path: &JsValue, init: &JsValue) -> Arrived {
    let part = |name: &str| Reflect::get(init, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let body = part("body");
    let bytes = body.dyn_ref::<ArrayBuffer>().map(|buffer| Uint8Array::new(buffer).to_vec()).unwrap_or_default();
    Arrived {
        method: part("method").as_string().unwrap_or_else(|| "GET".to_owned()),
        path: path.as_string().unwrap_or_default(),
        text: body.as_string().unwrap_or_default(),
        bytes,
        headers: part("headers").dyn_into().ok(),
    }
}
