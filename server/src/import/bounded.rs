//! A packed folder, unpacked no further than a limit and put together again without packing. What is read afterwards is
//! exactly what was measured here: a few kilobytes can be made to hold gigabytes, and to say that they do not.

use ::sync::limits::IMPORT_UNPACKED;
use ::sync::wire::Unreadable;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

const FILE: u32 = 0x0403_4b50;
const ENTRY: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// Length of the last part of a folder without its remark, and of the longest remark.
const END_BYTES: usize = 22;
const REMARK: usize = 65_535;
/// Most files in a folder: a workbook has some dozens.
const FILES: u16 = 2_000;

/// A file of the folder.
struct File<'a> {
    name: &'a [u8],
    check: u32,
    bytes: Vec<u8>,
}

/// See the module. Pictures and the like are left out.
pub(super) fn unpacked(bytes: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let files = files(bytes)?;
    let mut folder = Vec::new();
    let mut entries = Vec::new();
    for File { name, check, bytes } in &files {
        let at = long(folder.len());
        let (size, name_length) = (long(bytes.len()), u16::try_from(name.len()).unwrap_or_default());
        let mut about = Vec::new();
        // Needs version 2.0, no flags, not packed, of no day.
        about.extend([20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]);
        about.extend(check.to_le_bytes());
        about.extend(size.to_le_bytes());
        about.extend(size.to_le_bytes());
        about.extend(name_length.to_le_bytes());
        about.extend([0, 0]);
        folder.extend(FILE.to_le_bytes());
        folder.extend(&about);
        folder.extend(*name);
        folder.extend(bytes);
        entries.extend(ENTRY.to_le_bytes());
        entries.extend([20, 0]);
        entries.extend(&about);
        entries.extend([0; 10]);
        entries.extend(at.to_le_bytes());
        entries.extend(*name);
    }
    let (at, count) = (long(folder.len()), u16::try_from(files.len()).unwrap_or_default());
    let size = long(entries.len());
    folder.extend(entries);
    folder.extend(END.to_le_bytes());
    folder.extend([0; 4]);
    folder.extend(count.to_le_bytes());
    folder.extend(count.to_le_bytes());
    folder.extend(size.to_le_bytes());
    folder.extend(at.to_le_bytes());
    folder.extend([0; 2]);
    Ok(folder)
}

/// A length; none reaches four gigabytes.
fn long(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn files(bytes: &[u8]) -> Result<Vec<File<'_>>, Unreadable> {
    let first = bytes.len().saturating_sub(END_BYTES + REMARK);
    let last = bytes.len().checked_sub(END_BYTES).ok_or(Unreadable::Broken)?;
    let end = (first..=last).rev().find(|at| u32_at(bytes, *at) == Some(END)).ok_or(Unreadable::Broken)?;
    let (count, start) = u16_at(bytes, end + 10).zip(u32_at(bytes, end + 16)).ok_or(Unreadable::Broken)?;
    if count > FILES {
        return Err(Unreadable::TooLarge);
    }
    let (mut at, mut room, mut files) = (start as usize, IMPORT_UNPACKED, Vec::new());
    for _ in 0..count {
        let (file, next) = file(bytes, at, &mut room)?;
        files.extend(file);
        at = next;
    }
    Ok(files)
}

/// The file whose entry begins there, if it is one of those that are read, and where the next entry begins.
fn file<'a>(bytes: &'a [u8], at: usize, room: &mut usize) -> Result<(Option<File<'a>>, usize), Unreadable> {
    let short = |offset| u16_at(bytes, at + offset).map(usize::from).ok_or(Unreadable::Broken);
    let word = |offset| u32_at(bytes, at + offset).ok_or(Unreadable::Broken);
    let (flags, method) = (short(8)?, short(10)?);
    if word(0)? != ENTRY || flags & 1 != 0 {
        return Err(Unreadable::Broken);
    }
    let (check, packed, place) = (word(16)?, word(20)? as usize, word(42)? as usize);
    let name = slice(bytes, at + 46, short(28)?)?;
    let next = at + 46 + short(28)? + short(30)? + short(32)?;
    if ![&b".xml"[..], b".rels"].iter().any(|end| name.to_ascii_lowercase().ends_with(end)) {
        return Ok((None, next));
    }
    let lengths = u16_at(bytes, place + 26).zip(u16_at(bytes, place + 28)).ok_or(Unreadable::Broken)?;
    let begin = place + 30 + usize::from(lengths.0) + usize::from(lengths.1);
    let packed = slice(bytes, begin, packed)?;
    let unpacked = match method {
        0 if packed.len() <= *room => packed.to_vec(),
        0 => return Err(Unreadable::TooLarge),
        8 => decompress_to_vec_with_limit(packed, *room).map_err(|error| match error.status {
            TINFLStatus::HasMoreOutput => Unreadable::TooLarge,
            _ => Unreadable::Broken,
        })?,
        _ => return Err(Unreadable::Broken),
    };
    *room -= unpacked.len();
    Ok((Some(File { name, check, bytes: unpacked }), next))
}

fn slice(bytes: &[u8], at: usize, length: usize) -> Result<&[u8], Unreadable> {
    let end = at.checked_add(length).ok_or(Unreadable::Broken)?;
    bytes.get(at..end).ok_or(Unreadable::Broken)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}
