//! Brands as people type them: in one line, with whatever comma their keyboard has.

/// Each of them.
pub fn typed(line: &str) -> Vec<String> {
    let parts = line.split(['、', '，', ',', '；', ';']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}
