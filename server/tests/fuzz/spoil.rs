//! Valid JSON that is spoilt in a few places, and noise.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

/// One place that is spoilt. Which one follows from the number, whatever the length of what is spoilt.
#[derive(Clone, Debug)]
pub enum Spoilt {
    /// Something else stands in the place of a value.
    Other(usize, Value),
    /// A value is missing.
    Missing(usize),
    /// A list holds its first value twice.
    Twice(usize),
}

/// The same below JSON.
#[derive(Clone, Debug)]
pub enum Torn {
    Byte(usize, u8),
    Cut(usize),
    Stuffed(usize, Vec<u8>),
}

pub fn spoilt() -> impl Strategy<Value = Vec<Spoilt>> {
    let one = prop_oneof![
        4 => (any::<usize>(), odd()).prop_map(|(at, value)| Spoilt::Other(at, value)),
        1 => any::<usize>().prop_map(Spoilt::Missing),
        1 => any::<usize>().prop_map(Spoilt::Twice),
    ];
    vec(one, 1..4)
}

pub fn torn() -> impl Strategy<Value = Vec<Torn>> {
    let one = prop_oneof![
        (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Torn::Byte(at, byte)),
        any::<usize>().prop_map(Torn::Cut),
        (any::<usize>(), vec(any::<u8>(), 1..20)).prop_map(|(at, bytes)| Torn::Stuffed(at, bytes)),
    ];
    vec(one, 0..3)
}

pub fn noise() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![vec(any::<u8>(), 0..400), "[\\[\\]{}\",:0-9eE.truefalsn\\\\u -]{0,200}".prop_map(String::into_bytes)]
}

/// Values at the edges of what can be written, and of other kinds than what is expected.
fn odd() -> impl Strategy<Value = Value> {
    let text = |text: &str| Just(json!(text));
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(|value| json!(value)),
        any::<i64>().prop_map(|value| json!(value)),
        prop_oneof![Just(i64::MIN), Just(i64::MAX), Just(-1), Just(0)].prop_map(|value| json!(value)),
        prop_oneof![Just(u64::MAX), Just(u64::from(u32::MAX)), Just(1 << 53)].prop_map(|value| json!(value)),
        any::<f64>().prop_map(|value| json!(value)),
        ".{0,40}".prop_map(|value| json!(value)),
        text("../../etc/passwd"),
        text("2026-02-30"),
        text("-262143-01-01"),
        text("00000000-0000-0000-0000-000000000000"),
        (1..4_000_usize).prop_map(|length| json!("长".repeat(length))),
        (0..120_usize).prop_map(|depth| (0..depth).fold(json!(1), |inner, _| json!([inner]))),
        Just(json!({})),
        Just(json!([])),
    ]
}

/// Spoils a value. What comes out can be read as JSON.
pub fn spoil(value: &Value, places: &[Spoilt]) -> Value {
    let mut value = value.clone();
    for place in places {
        match place {
            Spoilt::Other(at, other) => {
                let pointer = pick(&value, *at);
                *value.pointer_mut(&pointer).unwrap() = other.clone();
            }
            Spoilt::Missing(at) => {
                let pointer = pick(&value, *at);
                let Some((parent, name)) = pointer.rsplit_once('/') else { continue };
                match value.pointer_mut(parent).unwrap() {
                    Value::Object(fields) => drop(fields.remove(name)),
                    Value::Array(list) => drop(list.remove(name.parse().unwrap())),
                    _ => {}
                }
            }
            Spoilt::Twice(at) => {
                let pointer = pick(&value, *at);
                if let Some(list) = value.pointer_mut(&pointer).unwrap().as_array_mut()
                    && let Some(first) = list.first().cloned()
                {
                    list.insert(0, first);
                }
            }
        }
    }
    value
}

/// Spoils bytes.
pub fn tear(mut bytes: Vec<u8>, places: &[Torn]) -> Vec<u8> {
    for place in places {
        let length = bytes.len().max(1);
        match place {
            Torn::Byte(at, byte) => {
                if let Some(spoilt) = bytes.get_mut(at % length) {
                    *spoilt = *byte;
                }
            }
            Torn::Cut(at) => bytes.truncate(at % length),
            Torn::Stuffed(at, more) => {
                let at = at % length.min(bytes.len() + 1);
                bytes.splice(at..at, more.iter().copied());
            }
        }
    }
    bytes
}

fn pick(value: &Value, at: usize) -> String {
    let mut places = Vec::new();
    gather(value, String::new(), &mut places);
    places.swap_remove(at % places.len())
}

/// The names in our own requests need no escaping in a pointer.
fn gather(value: &Value, at: String, places: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, inner)| gather(inner, format!("{at}/{name}"), places));
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(n, inner)| gather(inner, format!("{at}/{n}"), places));
        }
        _ => {}
    }
    places.push(at);
}
