//! Workbooks as spreadsheets write them, byte by byte.

use miniz_oxide::deflate::compress_to_vec;

/// What a cell holds.
pub enum Cell {
    Text(String),
    Number(f64),
}

pub fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// A workbook with one sheet; each row with its number.
pub fn book(rows: &[(u32, Vec<Cell>)]) -> Vec<u8> {
    let rows: String = rows.iter().map(|(number, cells)| row(*number, cells)).collect();
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    folder(&parts(&sheet).map(|(name, bytes)| File::of(name, &bytes)))
}

fn parts(sheet: &str) -> [(&'static str, Vec<u8>); 4] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let rels = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let book = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{office}"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let book_rels = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    );
    [
        ("_rels/.rels", rels.into_bytes()),
        ("xl/workbook.xml", book.into_bytes()),
        ("xl/_rels/workbook.xml.rels", book_rels.into_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes().to_vec()),
    ]
}

fn row(number: u32, cells: &[Cell]) -> String {
    let cells: String = ('A'..)
        .zip(cells)
        .map(|(column, cell)| match cell {
            Cell::Text(text) => format!(r#"<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#),
            Cell::Number(value) => format!(r#"<c r="{column}{number}"><v>{value}</v></c>"#),
        })
        .collect();
    format!(r#"<row r="{number}">{cells}</row>"#)
}

/// A workbook of half a megabyte whose sheet unpacks to more than anybody has room for, and says that it does not.
pub fn bomb() -> Vec<u8> {
    let sheet = spaces(65 * 1024 * 1024);
    let packed = parts("").map(|(name, bytes)| match name {
        "xl/worksheets/sheet1.xml" => File { name, check: 0, length: 1_000, packed: sheet.clone() },
        _ => File::of(name, &bytes),
    });
    folder(&packed)
}

/// So many spaces, as one of them and how often it is said again 258 times (RFC 1951, with the codes that are given).
fn spaces(count: usize) -> Vec<u8> {
    let (mut bytes, mut bit) = (vec![0_u8], 0);
    let mut put = |code: u32, bits: u32| {
        for at in (0..bits).rev() {
            if bit == 8 {
                bytes.push(0);
                bit = 0;
            }
            *bytes.last_mut().unwrap() |= u8::try_from(code >> at & 1).unwrap() << bit;
            bit += 1;
        }
    };
    // The last block, and with the codes that are given: numbers come with their last bit first.
    put(0b110, 3);
    put(0x30 + 0x20, 8);
    for _ in 0..count / 258 {
        put(0xc5, 8);
        put(0, 5);
    }
    put(0, 7);
    bytes
}

struct File {
    name: &'static str,
    check: u32,
    length: u32,
    packed: Vec<u8>,
}

impl File {
    fn of(name: &'static str, bytes: &[u8]) -> Self {
        Self { name, check: check(bytes), length: bytes.len() as u32, packed: compress_to_vec(bytes, 6) }
    }
}

fn folder(files: &[File]) -> Vec<u8> {
    let (mut folder, mut entries) = (Vec::new(), Vec::new());
    for File { name, check, length, packed } in files {
        let at = folder.len() as u32;
        let mut about = vec![20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0];
        about.extend(check.to_le_bytes());
        about.extend((packed.len() as u32).to_le_bytes());
        about.extend(length.to_le_bytes());
        about.extend((name.len() as u16).to_le_bytes());
        about.extend([0, 0]);
        folder.extend(b"PK\x03\x04");
        folder.extend(&about);
        folder.extend(name.as_bytes());
        folder.extend(packed);
        entries.extend(b"PK\x01\x02\x14\x00");
        entries.extend(&about);
        entries.extend([0; 10]);
        entries.extend(at.to_le_bytes());
        entries.extend(name.as_bytes());
    }
    let (at, size, count) = (folder.len() as u32, entries.len() as u32, files.len() as u16);
    folder.extend(entries);
    folder.extend(b"PK\x05\x06\x00\x00\x00\x00");
    folder.extend(count.to_le_bytes());
    folder.extend(count.to_le_bytes());
    folder.extend(size.to_le_bytes());
    folder.extend(at.to_le_bytes());
    folder.extend([0; 2]);
    folder
}

/// CRC-32.
fn check(bytes: &[u8]) -> u32 {
    let step = |check: u32, byte: &u8| {
        (0..8).fold(check ^ u32::from(*byte), |check, _| (check >> 1) ^ if check & 1 == 1 { 0xedb8_8320 } else { 0 })
    };
    !bytes.iter().fold(u32::MAX, step)
}
