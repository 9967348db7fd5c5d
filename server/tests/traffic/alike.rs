//! Whether an answer of today means what the recorded one meant.

use crate::line::Exchange;
use serde_json::Value;

/// Fields whose value says nothing that a phone acts on, or that it only gives back; that they are there counts.
const VARYING: [&str; 3] = ["build", "nonce", "detail"];

/// In which places the answers differ; none if the new one holds all that the recorded one says.
pub fn differences(recorded: &Exchange, now: &Exchange) -> Vec<String> {
    let mut differ = Vec::new();
    if recorded.status != now.status {
        differ.push(format!("status {} is {}", recorded.status, now.status));
    }
    for (name, value) in &recorded.answer.headers {
        let found = now.answer.headers.get(name);
        if found != Some(value) {
            differ.push(format!("header {name}: {value} is {found:?}"));
        }
    }
    match (&recorded.answer.text, &now.answer.text) {
        (Some(then), Some(now)) => match (serde_json::from_str(then), serde_json::from_str(now)) {
            (Ok(then), Ok(now)) => holds(&then, &now, "body", &mut differ),
            _ if then == now => {}
            _ => differ.push(format!("body {then} is {now}")),
        },
        (None, None) if recorded.answer.base64 == now.answer.base64 => {}
        _ => differ.push("the body is another".to_owned()),
    }
    differ
}

/// Whether `now` holds all that `then` says.
fn holds(then: &Value, now: &Value, place: &str, differ: &mut Vec<String>) {
    match (then, now) {
        (Value::Object(then), Value::Object(now)) => {
            for (name, value) in then {
                let place = format!("{place}.{name}");
                match now.get(name) {
                    Some(found) if VARYING.contains(&name.as_str()) => {
                        if std::mem::discriminant(value) != std::mem::discriminant(found) {
                            differ.push(format!("{place} is of another sort: {found}"));
                        }
                    }
                    Some(found) => holds(value, found, &place, differ),
                    // Said of nothing is the same as not said.
                    None if value.is_null() => {}
                    None => differ.push(format!("{place} is missing")),
                }
            }
        }
        (Value::Array(then), Value::Array(now)) if then.len() == now.len() => {
            for (at, (value, found)) in then.iter().zip(now).enumerate() {
                holds(value, found, &format!("{place}[{at}]"), differ);
            }
        }
        _ if then == now => {}
        _ => differ.push(format!("{place}: {then} is {now}")),
    }
}

#[test]
fn a_field_more_is_alike_and_a_field_less_or_another_value_is_not() {
    let told = |text: &str| {
        let then = serde_json::json!({ "answers": [{ "seq": 1, "outcome": { "outcome": "applied" } }], "nonce": "a" });
        let mut differ = Vec::new();
        holds(&then, &serde_json::from_str(text).unwrap(), "body", &mut differ);
        differ
    };
    let more = r#"{"answers":[{"seq":1,"outcome":{"outcome":"applied","more":1}}],"nonce":"b","more":[]}"#;
    assert_eq!(told(more), [""; 0]);
    let renamed = r#"{"answers":[{"number":1,"outcome":{"outcome":"applied"}}],"nonce":"b"}"#;
    assert_eq!(told(renamed), ["body.answers[0].seq is missing"]);
    let other = r#"{"answers":[{"seq":1,"outcome":{"outcome":"refused"}}],"nonce":"b"}"#;
    assert_eq!(told(other), [r#"body.answers[0].outcome.outcome: "applied" is "refused""#]);
    let fewer = r#"{"answers":[],"nonce":1}"#;
    assert_eq!(told(fewer).len(), 2);
}
