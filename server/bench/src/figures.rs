//! Figures for people and for later comparison: a line on the screen and a JSON line in a file.

use anyhow::{Context, Result};
use std::fs::{File, OpenOptions};
use std::io::Write;

/// Where the figures go.
pub struct Figures {
    file: File,
}

impl Figures {
    /// Opens the file named by `LIANYING_BENCH_OUT`, else `target/bench.jsonl`, to add to it.
    pub fn open() -> Result<Self> {
        let path = std::env::var("LIANYING_BENCH_OUT").unwrap_or_else(|_| "target/bench.jsonl".to_owned());
        let file = OpenOptions::new().create(true).append(true).open(&path).with_context(|| path.clone())?;
        Ok(Self { file })
    }

    /// One figure, rounded to what can be told apart.
    pub fn say(&mut self, name: &str, value: f64, unit: &str, how: &str) -> Result<()> {
        let value = if value >= 100.0 { value.round() } else { (value * 100.0).round() / 100.0 };
        println!("{name:44} {value:>10} {unit:6} {how}");
        let line = serde_json::json!({ "name": name, "value": value, "unit": unit, "how": how });
        writeln!(self.file, "{line}").context("the file for the figures cannot be written")
    }
}
