//! What stands in a cell of a list: words stay words and numbers numbers, so that nothing in a workbook is ever run.

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Nothing,
    /// Words.
    Text(String),
    /// A whole number.
    Count(i64),
    /// A number with two decimals, in hundredths.
    Hundredths(i64),
}

impl Cell {
    /// As a table of text shows it.
    pub fn words(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Hundredths(hundredths) => {
                let (sign, size) = (if *hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
                format!("{sign}{}.{:02}", size / 100, size % 100)
            }
        }
    }
}
