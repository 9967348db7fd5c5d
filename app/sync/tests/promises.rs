//! The table of promises names tests by file and name. A test that was renamed or taken away would leave it lying.

#![allow(clippy::unwrap_used, reason = "a test may panic: that is how it fails")]

use std::fs;
use std::path::Path;

const TABLE: &str = include_str!("../PROMISES.md");

#[test]
fn every_promise_has_a_row_and_every_test_it_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let rows: Vec<&str> = TABLE.lines().filter(|line| line.starts_with("| P") || line.starts_with("| I")).collect();
    let marks = (1..=27).map(|n| format!("P{n}")).chain((1..=13).map(|n| format!("I{n}")));
    let first = |row: &str| row.split('|').nth(1).unwrap_or_default().trim().to_owned();
    assert_eq!(rows.iter().map(|row| first(row)).collect::<Vec<_>>(), marks.collect::<Vec<_>>());

    let mut named = 0;
    for row in &rows {
        let mut source = String::new();
        // Every second piece is code: a file, or a test in the file before it.
        for code in row.split('`').skip(1).step_by(2) {
            if code.contains('/') && !code.contains(' ') {
                source = fs::read_to_string(root.join(code)).unwrap_or_else(|error| panic!("{code}: {error}"));
                continue;
            }
            let there = source.contains(&format!("fn {code}(")) || source.contains(&format!("test(\"{code}\""));
            assert!(there, "{}: there is no test \"{code}\" in the file named before it", first(row));
            named += 1;
        }
        assert!(row.contains('`') || row.contains("no test"), "{} names no test and does not say so", first(row));
    }
    assert!(named > rows.len(), "{named} tests for {} promises", rows.len());
}
