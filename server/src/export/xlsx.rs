//! An Excel workbook of one sheet (ECMA-376): five small files in a ZIP that packs nothing, because a table of figures is
//! small. Numbers are numbers and words are words there, so that nothing in it is ever run.

use std::fmt::Write;

/// What a browser calls it.
pub const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const ROOT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const OF_BOOK: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

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

/// A workbook with these rows, the first one being the heading.
pub fn book(sheet: &str, rows: impl Iterator<Item = Vec<Cell>>) -> Vec<u8> {
    let workbook = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{}" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        escaped(sheet)
    );
    let mut cells = String::from(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#,
    );
    for row in rows {
        cells.push_str("<row>");
        for cell in row {
            // Writing to a string cannot fail.
            let _ = match &cell {
                Cell::Nothing => write!(cells, "<c/>"),
                Cell::Text(text) => {
                    write!(cells, r#"<c t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>"#, escaped(text))
                }
                Cell::Count(_) | Cell::Hundredths(_) => write!(cells, "<c><v>{}</v></c>", cell.words()),
            };
        }
        cells.push_str("</row>");
    }
    cells.push_str("</sheetData></worksheet>");
    zip(&[
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", OF_BOOK),
        ("xl/worksheets/sheet1.xml", &cells),
    ])
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // XML has no way to write these.
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Files one behind the other as they are, and their list at the end (APPNOTE 4.3).
fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let (mut all, mut list) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let at = all.len();
        let mut head = Vec::with_capacity(26);
        // Version 2.0, names in UTF-8, not packed, the first of January 1980.
        for word in [20_u16, 0x0800, 0, 0, 0x0021] {
            head.extend(word.to_le_bytes());
        }
        let size = length(content.len());
        for word in [checksum(content.as_bytes()), size, size] {
            head.extend(word.to_le_bytes());
        }
        head.extend((name.len() as u16).to_le_bytes());
        head.extend(0_u16.to_le_bytes());
        all.extend(b"PK\x03\x04");
        all.extend(&head);
        all.extend(name.as_bytes());
        all.extend(content.as_bytes());
        list.extend(b"PK\x01\x02");
        list.extend(20_u16.to_le_bytes());
        list.extend(&head);
        list.extend([0; 10]);
        list.extend(length(at).to_le_bytes());
        list.extend(name.as_bytes());
    }
    let at = all.len();
    all.extend(&list);
    all.extend(b"PK\x05\x06\0\0\0\0");
    for _ in 0..2 {
        all.extend((files.len() as u16).to_le_bytes());
    }
    all.extend(length(list.len()).to_le_bytes());
    all.extend(length(at).to_le_bytes());
    all.extend(0_u16.to_le_bytes());
    all
}

/// A table of figures is thousands of times smaller than what would not fit.
fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

/// CRC-32 as ZIP has it.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
    })
}

#[cfg(test)]
mod tests {
    use super::{Cell, book, checksum, escaped};

    #[test]
    fn the_checksum_is_that_of_zip() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn words_stay_words_and_numbers_numbers() {
        assert_eq!(escaped("<=1&\"永年\"\u{1}"), "&lt;=1&amp;&quot;永年&quot;");
        let cells = vec![Cell::Text("=1+1".to_owned()), Cell::Hundredths(-1_205), Cell::Nothing, Cell::Count(7)];
        let bytes = book("表", std::iter::once(cells));
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            text.contains(r#"<t xml:space="preserve">=1+1</t></is></c><c><v>-12.05</v></c><c/><c><v>7</v></c></row>"#)
        );
        assert!(bytes.starts_with(b"PK\x03\x04") && bytes[bytes.len() - 22..].starts_with(b"PK\x05\x06"));
    }
}
