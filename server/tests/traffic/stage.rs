//! A server with nothing in it but planted secrets, and phones that are cookie jars: what both a recording and its
//! replay need.

use crate::ground::START;
use crate::line::{Exchange, Line, Message};
use crate::served::data;
use domain::AnyRecord;
use domain::time::Moment;
use reqwest::{Client, Method};
use server::account::SecureCookies;
use server::clock::Clock;
use server::command_line::{Running, Serve, start};
use server::sync::Planting;
use std::collections::BTreeMap;
use store::{Credential, Evidence, Records};
use tempfile::TempDir;

/// Headers of answers that phones look at.
const LOOKED_AT: [&str; 11] = [
    "content-type",
    "location",
    "retry-after",
    "set-cookie",
    "tus-extension",
    "tus-resumable",
    "tus-version",
    "upload-expires",
    "upload-length",
    "upload-offset",
    "x-lianying",
];

/// See the module.
pub struct Stage {
    running: Running,
    clock: Clock,
    phones: BTreeMap<String, Client>,
    _folder: TempDir,
}

impl Stage {
    pub async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = data(folder.path());
        let store = data.open_store().await.unwrap();
        // Whatever a server makes of chance is the same in all of them: nonces, signatures, the epoch.
        store.secret("nonce_secret", &"A".repeat(43)).await.unwrap();
        store.secret("signing_secret", &format!("{}E", "A".repeat(42))).await.unwrap();
        store.renew_epoch("recorded").await.unwrap();
        store.close().await;
        let serve = Serve {
            data,
            listen: "127.0.0.1:0".parse().unwrap(),
            site: Some(folder.path().join("site")),
            session_days: 30,
            keep_days: 14,
            secure_cookies: SecureCookies::Never,
            behind_proxy: false,
            open_metrics: false,
            webhooks_inside: false,
        };
        let clock = Clock::held(START);
        let running = start(&serve, clock.clone()).await.unwrap();
        Self { running, clock, phones: BTreeMap::new(), _folder: folder }
    }

    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    pub fn advance(&self, millis: i64) {
        self.clock.advance(millis);
    }

    pub async fn plant(&self, records: Vec<AnyRecord>) {
        self.running.state.writer.plant(Planting { records, ..Planting::default() }).await.unwrap();
    }

    pub async fn admit(&self, credential: Credential) {
        self.running.state.store.put_credentials(&[credential]).await.unwrap();
    }

    /// Says a request, and gives it with what was answered.
    pub async fn say(&mut self, who: &str, method: &str, path: &str, request: Message) -> Exchange {
        let jar = || Client::builder().cookie_store(true).build().unwrap();
        let client = self.phones.entry(who.to_owned()).or_insert_with(jar);
        let url = format!("http://{}{path}", self.running.address);
        let mut asked = client.request(Method::from_bytes(method.as_bytes()).unwrap(), url);
        for (name, value) in &request.headers {
            asked = asked.header(name, value);
        }
        let response = asked.body(request.bytes()).send().await.unwrap();
        let status = response.status().as_u16();
        let headers = LOOKED_AT.iter().filter_map(|name| {
            let value = response.headers().get(*name)?.to_str().unwrap();
            Some(((*name).to_owned(), untold(name, value)))
        });
        let headers: BTreeMap<String, String> = headers.collect();
        let answer = Message::with(headers, response.bytes().await.unwrap().to_vec());
        let (who, method, path) = (who.to_owned(), method.to_owned(), path.to_owned());
        Exchange { at: self.now(), who, method, path, request, status, answer, effect: None }
    }

    /// Does a step again. If something was said: what was answered then, and what is answered now.
    pub async fn replay(&mut self, line: Line) -> Option<(Exchange, Exchange)> {
        match line {
            Line::Admit { user, phone, password_hash } => {
                self.admit(Credential { user, phone, password_hash, given: false }).await;
                None
            }
            Line::Plant(planted) => {
                self.plant(planted.iter().map(|planted| planted.record()).collect()).await;
                None
            }
            Line::Exchange(recorded) => {
                self.advance(recorded.at.since(self.now()));
                let now = self.say(&recorded.who, &recorded.method, &recorded.path, recorded.request.clone()).await;
                Some((*recorded, now))
            }
        }
    }
}

/// A header without what nobody can foretell: the ticket in a cookie.
fn untold(name: &str, value: &str) -> String {
    match value.split_once(';') {
        Some((cookie, rest)) if name == "set-cookie" => {
            let (key, ticket) = cookie.split_once('=').unwrap();
            format!("{key}={};{rest}", if ticket.is_empty() { "" } else { "*" })
        }
        _ => value.to_owned(),
    }
}
