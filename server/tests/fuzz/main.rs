//! Whatever meets the outside reads anything that is sent to it, by whomever: noise, and what is right but for one place.
//! It is answered with an outcome or with a typed problem; never with a failure of the server, and never with silence.
//! `PROPTEST_CASES` says how many of each are tried.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod frozen;
#[path = "../sync/ground.rs"]
#[allow(dead_code, reason = "made for the tests of the protocol")]
mod ground;
mod headers;
#[path = "../sync/key.rs"]
mod key;
#[path = "../sync/phone.rs"]
#[allow(dead_code, reason = "made for the tests of the protocol")]
mod phone;
mod requests;
#[path = "../evidence/scene.rs"]
mod scene;
#[path = "../sync/served.rs"]
#[allow(dead_code, reason = "made for the tests of the protocol")]
mod served;
mod spoil;

use phone::Phone;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, TestRunner};
use reqwest::Response;
use served::Served;
use std::fmt::Debug;
use sync::wire::Problem;

/// Holds a law against a running server with many inputs. What fails is made as small as it gets and printed.
fn hold<S>(inputs: S, law: impl AsyncFn(&Phone, S::Value))
where
    S: Strategy<Value: Debug>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let served = runtime.block_on(Served::new());
    let phone = runtime.block_on(Phone::new(&served, ground::REP, 1));
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::default() });
    let held = runner.run(&inputs, |input| {
        runtime.block_on(law(&phone, input));
        Ok(())
    });
    held.unwrap_or_else(|failed| panic!("{failed}"));
    runtime.block_on(async {
        let mut other = Phone::new(&served, ground::REP, 2).await;
        other.leave_task(ground::east_shop(1), "补货");
        let answer = other.push().await;
        assert!(matches!(answer.answers[0].outcome, sync::wire::Outcome::Applied { .. }), "and it still does its work");
    });
}

/// An answer in our words. Its status.
async fn answered(response: Response) -> u16 {
    let status = response.status();
    assert!(!status.is_server_error(), "{status}: {}", response.text().await.unwrap());
    assert!(response.headers().contains_key("x-lianying"), "{status} is not from us");
    if status.is_client_error() {
        let text = response.text().await.unwrap();
        assert!(serde_json::from_str::<Problem>(&text).is_ok(), "{status} is no typed problem: {text}");
    }
    status.as_u16()
}
