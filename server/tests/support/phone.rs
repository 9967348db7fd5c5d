//! A phone as far as the server sees one: a cookie jar, a device id, and requests.

use super::wire::Reply;
use domain::id::DeviceId;
use reqwest::{Client, Method, RequestBuilder};
use serde_json::json;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// See the module.
pub struct Phone {
    pub client: Client,
    pub url: String,
    pub device: DeviceId,
}

static NEXT: AtomicU64 = AtomicU64::new(1);

impl Phone {
    /// A phone that nobody has logged in on.
    pub fn new(url: &str) -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        Self {
            client: Client::builder().cookie_store(true).build().unwrap(),
            url: url.to_owned(),
            device: DeviceId(Uuid::from_u128(0xd0_0000 + u128::from(number))),
        }
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url))
    }

    pub async fn get(&self, path: &str) -> Reply {
        Reply::of(self.request(Method::GET, path)).await
    }

    pub async fn post(&self, path: &str, body: &serde_json::Value) -> Reply {
        Reply::of(self.request(Method::POST, path).json(body)).await
    }

    pub async fn delete(&self, path: &str) -> Reply {
        Reply::of(self.request(Method::DELETE, path)).await
    }

    pub async fn log_in(&self, number: &str, password: &str) -> Reply {
        let login = json!({ "phone": number, "password": password, "device": self.device, "device_name": "Redmi 13C" });
        self.post("/api/v1/session", &login).await
    }

    /// A heartbeat: a push of no commands.
    pub async fn heartbeat(&self) -> Reply {
        let device = json!({ "id": self.device, "next_seq": 1, "clock": 0 });
        self.post("/api/v1/sync/push", &json!({ "device": device })).await
    }

    pub async fn pull(&self) -> Reply {
        self.post("/api/v1/sync/pull", &json!({ "device": self.device, "cursor": {} })).await
    }
}
