//! What every released server has ever answered is still understood (P19): the recorded traffic of the server's tests,
//! read by the client of today, which makes of it what the client of that time made of it.

use crate::effect::effect;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use sync::limits::PROTOCOL;
use sync::wire::{DeviceEntry, OfficeDevice, Problem};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../server/tests/traffic")
}

/// The recorded exchanges of all protocols, each with the file that it comes from.
fn exchanges() -> Vec<(String, Value)> {
    let folders = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let versions = folders.filter(|path| path.is_dir() && path.join("day.jsonl").exists());
    let files = versions.flat_map(|version| fs::read_dir(version).unwrap().map(|entry| entry.unwrap().path()));
    let mut found = Vec::new();
    for file in files {
        let lines = fs::read_to_string(&file).unwrap();
        let read = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let exchanged = read.filter_map(|line| line.get("exchange").cloned());
        found.extend(exchanged.map(|exchange| (file.display().to_string(), exchange)));
    }
    found
}

fn text<'a>(exchange: &'a Value, part: &str) -> &'a str {
    exchange[part]["text"].as_str().unwrap_or_default()
}

#[test]
fn the_traffic_of_every_protocol_is_on_record() {
    for protocol in sync::limits::MIN_PROTOCOL..=PROTOCOL {
        assert!(folder().join(format!("v{protocol}")).is_dir(), "nothing of protocol {protocol}");
    }
}

#[test]
fn what_was_ever_answered_has_the_effect_that_it_had() {
    let mut compared = 0;
    for (file, exchange) in exchanges() {
        let path = exchange["path"].as_str().unwrap();
        let now = if exchange["effect"].is_null() {
            None
        } else {
            effect(path, text(&exchange, "request"), text(&exchange, "answer"))
        };
        assert_eq!(now.unwrap_or(Value::Null), exchange["effect"], "{file}: {path}");
        compared += usize::from(!exchange["effect"].is_null());
    }
    assert!(compared > 20, "{compared} answers with an effect");
}

#[test]
fn what_was_ever_said_of_devices_and_of_what_went_wrong_can_still_be_read() {
    let (mut problems, mut lists) = (0, 0);
    for (file, exchange) in exchanges() {
        let (path, answer) = (exchange["path"].as_str().unwrap(), text(&exchange, "answer"));
        let is_good = exchange["status"].as_u64().unwrap() < 400;
        let read = match path {
            _ if answer.is_empty() => continue,
            _ if !is_good => {
                problems += 1;
                serde_json::from_str::<Problem>(answer).err()
            }
            "/api/v1/devices" => serde_json::from_str::<Vec<DeviceEntry>>(answer).err(),
            "/api/v1/office/devices" => {
                lists += 1;
                serde_json::from_str::<Vec<OfficeDevice>>(answer).err()
            }
            _ => continue,
        };
        assert!(read.is_none(), "{file}: {path}: {read:?}");
    }
    assert!(problems > 3 && lists > 0, "{problems} problems, {lists} lists of devices");
}
