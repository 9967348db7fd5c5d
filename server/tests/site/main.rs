//! The app as the browser gets it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../support/mod.rs"]
mod support;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use reqwest::Method;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use support::ground::REP;
use support::wire::Reply;
use support::{Fixture, Phone};

const WORKER: &str = "const PRECACHE = /*PRECACHE*/{};\nconst BUILD = /*BUILD*/\"dev\";\n";
const WASM: &str = "/pkg/lianying.0123456789abcdef.wasm";

fn write_site(folder: &Path) {
    for (name, text) in [
        ("sw.js", WORKER),
        ("boot.js", "// boot"),
        ("sprite.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("manifest.webmanifest", "{}"),
        ("icons/icon-192.png", "png"),
        ("pkg/lianying.0123456789abcdef.js", "export default 1"),
        (&WASM[1..], "\0asm"),
        ("pkg/lianying.0123456789abcdef.css", "body { color: red }"),
    ] {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

async fn served() -> (Fixture, Phone) {
    let site = tempfile::tempdir().unwrap();
    write_site(site.path());
    let fixture = Fixture::start_with(|serve| serve.site = Some(site.path().to_owned())).await;
    let phone = Phone::new(&fixture.url);
    (fixture, phone)
}

async fn page(phone: &Phone, path: &str) -> Reply {
    Reply::of(phone.request(Method::GET, path).header("accept", "text/html")).await
}

#[tokio::test]
async fn the_service_worker_lists_exactly_the_files_of_the_site() {
    let (_fixture, phone) = served().await;
    let worker = phone.get("/sw.js").await;
    assert_eq!(worker.header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!(worker.header("cache-control"), "no-cache");
    let text = worker.text();
    let list = text.lines().next().unwrap().strip_prefix("const PRECACHE = ").unwrap().trim_end_matches(';');
    let list: BTreeMap<String, String> = serde_json::from_str(list).unwrap();
    let there = [
        "/boot.js",
        "/icons/icon-192.png",
        "/manifest.webmanifest",
        "/pkg/lianying.0123456789abcdef.css",
        "/pkg/lianying.0123456789abcdef.js",
        WASM,
        "/shell",
        "/sprite.svg",
    ];
    assert!(list.keys().eq(&there));
    for (address, integrity) in &list {
        let answer = phone.get(address).await;
        assert_eq!((answer.status(), answer.header("location")), (200, ""), "{address}");
        let digest = BASE64_STANDARD.encode(Sha256::digest(answer.text()));
        assert_eq!(*integrity, format!("sha256-{digest}"), "{address}");
    }
    let version: Value = phone.get("/version.json").await.json();
    assert!(text.contains(&format!("const BUILD = {};", version["build"])));
}

#[tokio::test]
async fn another_byte_in_any_file_is_another_build_and_the_same_files_are_the_same() {
    let site = tempfile::tempdir().unwrap();
    write_site(site.path());
    let mut builds = Vec::new();
    for change in [None, None, Some(("sw.js", "// other")), Some(("sprite.svg", "<svg/>")), Some(("new.txt", "new"))] {
        if let Some((name, text)) = change {
            std::fs::write(site.path().join(name), text).unwrap();
        }
        let fixture = Fixture::start_with(|serve| serve.site = Some(site.path().to_owned())).await;
        let version: Value = Phone::new(&fixture.url).get("/version.json").await.json();
        builds.push(version["build"].as_str().unwrap().to_owned());
    }
    assert_eq!(builds[0], builds[1]);
    assert_eq!(builds.iter().collect::<BTreeSet<_>>().len(), 4);
}

#[tokio::test]
async fn only_files_with_a_hash_in_their_name_are_kept_without_asking() {
    let (_fixture, phone) = served().await;
    assert_eq!(phone.get(WASM).await.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(phone.get(WASM).await.header("content-type"), "application/wasm");
    for address in ["/shell", "/sw.js", "/boot.js", "/sprite.svg"] {
        let answer = phone.get(address).await;
        assert_eq!(answer.header("cache-control"), "no-cache", "{address}");
        let again = phone.request(Method::GET, address).header("if-none-match", answer.header("etag"));
        let again = Reply::of(again).await;
        assert_eq!((again.status(), again.body.len()), (304, 0), "{address}");
        assert_eq!(again.header("content-security-policy"), "", "the policy of the first answer holds: {address}");
    }
    assert_eq!(phone.get("/version.json").await.header("cache-control"), "no-store");
}

#[tokio::test]
async fn a_page_is_rendered_for_one_request_and_the_shell_is_neutral() {
    let (_fixture, phone) = served().await;
    let today = page(&phone, "/today").await;
    assert_eq!((today.status(), today.header("cache-control")), (200, "no-store"));
    assert!(today.text().contains("<html lang=\"zh-CN\" data-ssr"));
    let shell = page(&phone, "/shell").await;
    assert!(shell.text().starts_with("<!DOCTYPE html><html lang=\"zh-CN\">"));
    for text in [today.text(), shell.text()] {
        assert!(text.contains("src=\"/boot.js\""), "{text}");
    }
    let lost = page(&phone, "/no/such/page").await;
    assert_eq!((lost.status(), lost.header("cache-control")), (404, "no-store"));
    assert!(lost.text().contains("data-ssr"));
    assert_eq!(phone.get("/pkg/lianying.gone.js").await.status(), 404);
    assert_eq!(phone.get("/pkg/lianying.gone.js").await.body, b"", "no page where a script was asked for");
}

#[tokio::test]
async fn every_script_in_a_page_carries_the_number_of_this_one_answer() {
    let (_fixture, phone) = served().await;
    let mut seen = BTreeSet::new();
    for _ in 0..3 {
        let answer = page(&phone, "/today").await;
        let policy = answer.header("content-security-policy");
        let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_owned();
        for script in answer.text().split("<script").skip(1) {
            let head = script.split('>').next().unwrap();
            assert!(head.contains("src=\"/") || head.contains(&format!("nonce=\"{nonce}\"")), "{head}");
        }
        assert!(!answer.text().contains("<style") && !answer.text().contains(" style="), "styles are files");
        seen.insert(nonce);
    }
    assert_eq!(seen.len(), 3);
}

#[tokio::test]
async fn every_kind_of_answer_carries_the_security_headers() {
    let (fixture, nobody) = served().await;
    let phone = fixture.log_in(REP).await;
    let answers = [
        page(&nobody, "/today").await,
        page(&nobody, "/lost").await,
        nobody.get("/shell").await,
        nobody.get("/sw.js").await,
        nobody.get(WASM).await,
        nobody.get("/sprite.svg").await,
        nobody.get("/gone.png").await,
        nobody.get("/version.json").await,
        nobody.get("/healthz").await,
        nobody.get("/api/v1/session").await,
        nobody.get("/api/v1/openapi.json").await,
        phone.get("/api/v1/session").await,
        phone.pull().await,
        phone.post("/today", &Value::Null).await,
        Reply::of(phone.request(Method::DELETE, "/api/v1/session").header("sec-fetch-site", "cross-site")).await,
    ];
    for answer in answers {
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{answer:?}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "same-origin");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
        if answer.header("content-type").starts_with("text/html") {
            assert!(answer.header("permissions-policy").contains("camera=(self), geolocation=(self), microphone=()"));
            assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
        }
    }
}

#[tokio::test]
async fn text_is_packed_for_those_who_can_unpack_it() {
    let (_fixture, phone) = served().await;
    for (coding, answer) in [("br", "/shell"), ("gzip", "/shell"), ("br", "/api/v1/openapi.json")] {
        let request = phone.request(Method::GET, answer).header("accept-encoding", coding);
        assert_eq!(Reply::of(request).await.header("content-encoding"), coding);
    }
}

#[tokio::test]
async fn without_a_site_the_api_works_all_the_same() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    assert_eq!(phone.pull().await.status(), 200);
    assert_eq!(phone.get("/sw.js").await.status(), 404);
    assert_eq!(phone.get("/version.json").await.status(), 200);
}
