//! A table as a text file: UTF-8, GBK or what Excel calls Unicode; separated by commas, semicolons or tabs.

use ::sync::limits::{IMPORT_COLUMNS, IMPORT_ROWS};
use ::sync::wire::Unreadable;
use domain::rules::import::Line;
use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

/// By what cells are separated; of as many the first.
const SEPARATORS: [char; 3] = [',', '\t', ';'];
/// So much of a file says by what.
const LOOKED_AT: usize = 4_000;

/// The rows that say something.
pub(super) fn lines(bytes: &[u8]) -> Result<Vec<Line>, Unreadable> {
    let text = decoded(bytes)?;
    if text.contains('\0') {
        return Err(Unreadable::Broken);
    }
    let beginning = || text.chars().take(LOOKED_AT);
    let often = |separator: &char| beginning().filter(|letter| letter == separator).count();
    let separator = SEPARATORS.into_iter().rev().max_by_key(often).unwrap_or(',');
    split(&text, separator)
}

fn decoded(bytes: &[u8]) -> Result<String, Unreadable> {
    let (coding, rest) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => return String::from_utf8(rest.to_vec()).map_err(|_| Unreadable::Coding),
        [0xff, 0xfe, rest @ ..] => (UTF_16LE, rest),
        [0xfe, 0xff, rest @ ..] => (UTF_16BE, rest),
        bytes => match str::from_utf8(bytes) {
            Ok(text) => return Ok(text.to_owned()),
            // GBK is a part of it.
            Err(_) => (GB18030, bytes),
        },
    };
    let (text, wrong) = coding.decode_without_bom_handling(rest);
    if wrong { Err(Unreadable::Coding) } else { Ok(text.into_owned()) }
}

/// Cells in quotes hold separators, breaks and doubled quotes. Empty rows are left out and counted all the same: people
/// look for a row by its number.
fn split(text: &str, separator: char) -> Result<Vec<Line>, Unreadable> {
    let (mut lines, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut number, mut quoted) = (1_u32, false);
    let mut letters = text.chars().peekable();
    loop {
        let letter = letters.next();
        match letter {
            Some('"') if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            Some('"') if quoted => quoted = false,
            Some('"') if cell.trim().is_empty() => {
                cell.clear();
                quoted = true;
            }
            Some(letter) if quoted => cell.push(letter),
            Some('\r') if letters.peek() == Some(&'\n') => {}
            Some('\n' | '\r') | None => {
                cells.push(std::mem::take(&mut cell));
                let line = Line { number, cells: std::mem::take(&mut cells) };
                if line.cells.iter().any(|cell| !cell.trim().is_empty()) {
                    lines.push(line);
                }
                if lines.len() > IMPORT_ROWS {
                    return Err(Unreadable::TooMany);
                }
                number = number.saturating_add(1);
                if letter.is_none() {
                    return Ok(lines);
                }
            }
            Some(letter) if letter == separator => {
                cells.push(std::mem::take(&mut cell));
                if cells.len() > IMPORT_COLUMNS {
                    return Err(Unreadable::TooMany);
                }
            }
            Some(letter) => cell.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::lines;
    use ::sync::wire::Unreadable;

    fn cells(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
        lines(bytes).unwrap().into_iter().map(|line| (line.number, line.cells)).collect()
    }

    #[test]
    fn a_file_of_excel_is_read_in_each_of_its_codings() {
        let wanted =
            vec![(1, vec!["编号".to_owned(), "名称".to_owned()]), (2, vec!["1".to_owned(), "永盛".to_owned()])];
        assert_eq!(cells("编号,名称\r\n1,永盛\r\n".as_bytes()), wanted);
        assert_eq!(cells("\u{feff}编号;名称\n1;永盛".as_bytes()), wanted);
        let (gbk, ..) = encoding_rs::GBK.encode("编号,名称\r\n1,永盛\r\n");
        assert_eq!(cells(&gbk), wanted);
        let unicode: Vec<u8> = "\u{feff}编号\t名称\r\n1\t永盛".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(cells(&unicode), wanted);
        assert_eq!(lines(&[0xff, 0x00, 0x81]), Err(Unreadable::Coding));
    }

    #[test]
    fn rows_have_the_numbers_that_a_spreadsheet_gives_them() {
        let found = cells(b"a,b\n\n\"x\ny\",\"say \"\"no\"\"\"\n,\nlast,");
        let wanted = [(1, ["a", "b"]), (3, ["x\ny", "say \"no\""]), (5, ["last", ""])];
        assert_eq!(found, wanted.map(|(number, cells)| (number, cells.map(str::to_owned).to_vec())));
    }
}
