//! Headers of uploads, cookies and addresses.

use crate::phone::Phone;
use crate::spoil::{tear, torn};
use crate::{answered, hold};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use proptest::collection::vec;
use proptest::prelude::*;
use reqwest::header::HeaderValue;
use reqwest::{Method, RequestBuilder};
use sync::ContentHash;

/// Any bytes that HTTP lets into a header.
fn header() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![8 => 0x20..0x7f_u8, 1 => 0x80..=0xff_u8, 1 => Just(b'\t')];
    prop_oneof![vec(byte, 0..80), any::<i128>().prop_map(|number| number.to_string().into_bytes())]
}

/// A right value, spoilt; or something else altogether; or nothing.
fn instead(right: String) -> impl Strategy<Value = Option<Vec<u8>>> {
    let spoilt = torn().prop_map(move |places| Some(tear(right.clone().into_bytes(), &places)));
    prop_oneof![3 => spoilt, 1 => header().prop_map(Some), 1 => Just(None)]
}

fn with(request: RequestBuilder, name: &str, value: Option<Vec<u8>>) -> RequestBuilder {
    match value.and_then(|value| HeaderValue::from_bytes(&value).ok()) {
        Some(value) => request.header(name, value),
        None => request,
    }
}

fn tus(phone: &Phone, method: Method, path: &str) -> RequestBuilder {
    phone.client.request(method, format!("{}{path}", phone.url)).header("cookie", &phone.cookie)
}

fn metadata() -> String {
    let [hash, device] = [ContentHash::of(b"a photo").0, uuid::Uuid::from_u128(1).to_string()];
    format!("sha256 {},device {}", BASE64_STANDARD.encode(hash), BASE64_STANDARD.encode(device))
}

#[test]
fn any_headers_begin_an_upload_or_are_a_problem() {
    let headers = (
        instead("1.0.0".to_owned()),
        instead("7".to_owned()),
        instead(metadata()),
        instead("application/offset+octet-stream".to_owned()),
        instead("sha256 TqCZ1rbF/zCAxmyCB0iLpvWqrM/i7AFkrXGbcCcaPHM=".to_owned()),
    );
    hold((headers, vec(any::<u8>(), 0..12)), async |phone, ((version, length, metadata, kind, sum), body)| {
        let request = with(tus(phone, Method::POST, "/api/v1/photos"), "tus-resumable", version);
        let request = with(with(request, "upload-length", length), "upload-metadata", metadata);
        let request = with(with(request, "content-type", kind), "upload-checksum", sum);
        answered(request.body(body).send().await.unwrap()).await;
    });
}

#[test]
fn any_headers_go_on_with_an_upload_or_are_a_problem() {
    let headers = (
        instead("1.0.0".to_owned()),
        instead("0".to_owned()),
        instead("application/offset+octet-stream".to_owned()),
        instead("sha1 2jmj7l5rSw0yVb/vlWAYkK/YBwk=".to_owned()),
    );
    hold((headers, vec(any::<u8>(), 0..12)), async |phone, ((version, offset, kind, sum), body)| {
        let created = tus(phone, Method::POST, "/api/v1/photos").header("tus-resumable", "1.0.0");
        let created = created.header("upload-length", 7).header("upload-metadata", metadata()).send().await.unwrap();
        let place = created.headers()["location"].to_str().unwrap().to_owned();
        let request = with(tus(phone, Method::PATCH, &place), "tus-resumable", version);
        let request = with(with(request, "upload-offset", offset), "content-type", kind);
        let status = answered(with(request, "upload-checksum", sum).body(body).send().await.unwrap()).await;
        assert!(status == 204 || status >= 400);
        answered(tus(phone, Method::DELETE, &place).header("tus-resumable", "1.0.0").send().await.unwrap()).await;
    });
}

#[test]
fn any_cookie_is_a_session_or_nobodys() {
    hold((instead("lianying=token".to_owned()), header()), async |phone, (cookie, protocol)| {
        let request = phone.client.get(format!("{}/api/v1/session", phone.url));
        let request = with(with(request, "cookie", cookie), "x-lianying-protocol", Some(protocol));
        assert!((400..500).contains(&answered(request.send().await.unwrap()).await));
    });
}

#[test]
fn any_address_below_the_api_is_there_or_a_problem() {
    let part = prop_oneof![
        "[a-z]{1,8}".prop_map(String::from),
        Just("..%2f..%2fetc%2fpasswd".to_owned()),
        Just("photos".to_owned()),
        Just("uploads".to_owned()),
        Just("0".repeat(64)),
        vec(any::<u8>(), 1..8).prop_map(|bytes| bytes.iter().map(|byte| format!("%{byte:02x}")).collect()),
    ];
    hold((vec(part, 1..5), 0..4_usize), async |phone, (parts, method)| {
        let method = [Method::GET, Method::POST, Method::PATCH, Method::DELETE][method].clone();
        let path = format!("/api/v1/{}", parts.join("/"));
        answered(tus(phone, method, &path).header("tus-resumable", "1.0.0").send().await.unwrap()).await;
    });
}
