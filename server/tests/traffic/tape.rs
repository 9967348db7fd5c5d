//! Records what phones say and hear. The phones are those of the other tests: the outbox and the cursor are kept by the
//! client's own state machines.

use crate::effect::effect;
use crate::ground::{MANAGER, OTHER_REP, REP, east_shop, records, west_shop};
use crate::line::{Exchange, Line, Message, Planted};
use crate::phone::Phone;
use crate::stage::Stage;
use domain::AnyRecord;
use domain::id::{DeviceId, UserId};
use domain::records::Outlet;
use reqwest::Client;
use serde_json::{Value, json};
use server::account::hash_password;
use std::collections::BTreeMap;
use store::Credential;
use sync::client::absorb_push;
use sync::limits::{PROTOCOL, PROTOCOL_HEADER};
use sync::wire::{Cursor, PullResponse, PushRequest, PushResponse};
use uuid::Uuid;

/// Of everybody.
pub const PASSWORD: &str = "correct horse";

/// See the module.
pub struct Tape {
    pub stage: Stage,
    pub lines: Vec<Line>,
}

impl Tape {
    /// A company with a few shops, whose people can log in.
    pub async fn open() -> Self {
        let mut tape = Self { stage: Stage::open().await, lines: Vec::new() };
        let few = |id| (0..3).any(|n| id == east_shop(n) || id == west_shop(n));
        let is_few = |record: &AnyRecord| match record {
            AnyRecord::Outlet(Outlet { id, .. }) => few(*id),
            _ => true,
        };
        tape.plant(records().into_iter().filter(is_few).collect()).await;
        let password_hash = hash_password(PASSWORD).unwrap();
        for (user, phone) in [(REP, "13800000001"), (OTHER_REP, "13800000002"), (MANAGER, "13800000003")] {
            let credential =
                Credential { user, phone: phone.to_owned(), password_hash: password_hash.clone(), given: false };
            tape.stage.admit(credential).await;
            tape.lines.push(Line::Admit { user, phone: phone.to_owned(), password_hash: password_hash.clone() });
        }
        tape
    }

    pub async fn plant(&mut self, records: Vec<AnyRecord>) {
        self.lines.push(Line::Plant(records.iter().map(Planted::of).collect()));
        self.stage.plant(records).await;
    }

    /// Says something and keeps it with its answer.
    pub async fn say(&mut self, who: &str, method: &str, path: &str, request: Message) -> Exchange {
        let mut exchange = self.stage.say(who, method, path, request).await;
        if let (200, Some(request), Some(answer)) = (exchange.status, said(&exchange), &exchange.answer.text) {
            exchange.effect = effect(path, request, answer);
        }
        self.lines.push(Line::Exchange(Box::new(exchange.clone())));
        exchange
    }

    pub async fn get(&mut self, who: &str, path: &str) -> Exchange {
        self.say(who, "GET", path, Message { headers: headers(&[]), ..Message::default() }).await
    }

    pub async fn post(&mut self, who: &str, path: &str, text: String) -> Exchange {
        let headers = headers(&[("content-type", "application/json")]);
        self.say(who, "POST", path, Message { headers, text: Some(text), base64: None }).await
    }

    /// Logs somebody in on a phone of their own, and gives the phone.
    pub async fn log_in(&mut self, who: &str, user: UserId, device: u128) -> Phone {
        let number = match user {
            REP => "13800000001",
            OTHER_REP => "13800000002",
            _ => "13800000003",
        };
        let phone = phone(user, device, self.stage.now());
        let answer = self.post(who, "/api/v1/session", login(number, PASSWORD, phone.device)).await;
        assert_eq!(answer.status, 200, "{:?}", answer.answer);
        phone
    }

    /// Sends what waits on a phone, and takes the answer in.
    pub async fn push(&mut self, who: &str, phone: &mut Phone) -> PushResponse {
        let response = self.send(who, &phone.request()).await;
        let effect = absorb_push(&phone.rows, phone.device, "", &response);
        for (seq, state) in effect.states {
            phone.rows.iter_mut().find(|row| row.seq == seq).unwrap().state = state;
        }
        phone.expected = Some(effect.expected);
        response
    }

    pub async fn send(&mut self, who: &str, request: &PushRequest) -> PushResponse {
        let answer = self.post(who, "/api/v1/sync/push", serde_json::to_string(request).unwrap()).await;
        read(&answer)
    }

    /// Pulls a page, and goes on from there the next time.
    pub async fn pull(&mut self, who: &str, phone: &mut Phone) -> PullResponse {
        let request = json!({ "device": phone.device, "cursor": phone.cursor });
        let answer = self.post(who, "/api/v1/sync/pull", request.to_string()).await;
        let page: PullResponse = read(&answer);
        phone.cursor = page.cursor.clone();
        phone.nonce = Some(page.nonce.clone());
        page
    }
}

/// What was said: a session is asked for without a body.
fn said(exchange: &Exchange) -> Option<&str> {
    exchange.request.text.as_deref().or(Some("")).filter(|_| exchange.method != "DELETE")
}

/// What a phone of this protocol sends with every request, and more.
pub fn headers(more: &[(&str, &str)]) -> BTreeMap<String, String> {
    let own = (PROTOCOL_HEADER.to_owned(), PROTOCOL.to_string());
    let more = more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    more.chain([own]).collect()
}

pub fn login(number: &str, password: &str, device: DeviceId) -> String {
    let login: Value = json!({ "phone": number, "password": password, "device": device, "device_name": "Redmi 13C" });
    login.to_string()
}

pub fn read<T: serde::de::DeserializeOwned>(exchange: &Exchange) -> T {
    let text = exchange.answer.text.as_deref().unwrap_or_default();
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {} {text}", exchange.status))
}

/// A phone that keeps an outbox and a cursor; what it says goes over the tape.
fn phone(user: UserId, device: u128, clock: domain::time::Moment) -> Phone {
    Phone {
        client: Client::new(),
        url: String::new(),
        cookie: String::new(),
        user,
        device: DeviceId(Uuid::from_u128(device)),
        clock,
        rows: Vec::new(),
        expected: None,
        cursor: Cursor::default(),
        base: BTreeMap::new(),
        made: 0,
        nonce: None,
        key: None,
    }
}
