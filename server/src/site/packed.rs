//! The small form of a file of the site, made once when the site is built: packing as small as brotli gets takes seconds
//! and tens of megabytes, which a server should have for its phones. It lies beside the file as `<file>.br`.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// What is added to a file's name.
const ENDING: &str = "br";
/// As small as brotli gets: done once, sent to every phone.
const QUALITY: u32 = 11;
/// The largest window, as a power of two.
const WINDOW: u32 = 22;
/// Bytes at a time.
const PIECE: usize = 64 * 1024;

/// Whether a file is the small form of another one.
pub fn is_packed(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == ENDING)
}

/// Where the small form of a file lies.
pub fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ENDING);
    name.into()
}

/// The small form; none if it is not smaller.
pub fn pack(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut small = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut small, PIECE, QUALITY, WINDOW);
    writer.write_all(bytes).ok()?;
    drop(writer);
    (small.len() < bytes.len()).then_some(small)
}

/// The small form that lies beside a file, if it is one of these bytes and not of an earlier build's.
pub fn read(path: &Path, bytes: &[u8]) -> Option<Vec<u8>> {
    let small = std::fs::read(beside(path)).ok()?;
    is_of(&small, bytes).then_some(small)
}

fn is_of(small: &[u8], bytes: &[u8]) -> bool {
    let mut unpacked = brotli::Decompressor::new(small, PIECE);
    let (mut piece, mut rest) = (vec![0; PIECE], bytes);
    loop {
        match unpacked.read(&mut piece) {
            Ok(0) => return rest.is_empty(),
            Ok(count) if rest.starts_with(&piece[..count]) => rest = &rest[count..],
            _ => return false,
        }
    }
}

/// Packs what is text or wasm below a folder. Gives how many files.
///
/// # Errors
/// When the folder cannot be read or written.
pub fn pack_folder(folder: &Path) -> io::Result<usize> {
    let mut count = 0;
    for (path, _) in super::folder::walk(folder)? {
        let bytes = std::fs::read(&path)?;
        let wanted = super::file::is_text(super::file::kind_of(&path.to_string_lossy()));
        if !wanted || read(&path, &bytes).is_some() {
            continue;
        }
        if let Some(small) = pack(&bytes) {
            std::fs::write(beside(&path), small)?;
            count += 1;
        }
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::{beside, pack, pack_folder, read};

    #[test]
    fn what_was_packed_of_other_bytes_is_not_used() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("app.js");
        let text = "let a = 1; ".repeat(20_000);
        std::fs::write(&path, &text).unwrap();
        assert_eq!(pack_folder(folder.path()).unwrap(), 1);
        assert!(read(&path, text.as_bytes()).is_some());
        assert_eq!(pack_folder(folder.path()).unwrap(), 0, "what is packed is left alone");

        for other in ["let a = 1; ".repeat(19_999), "let a = 1; ".repeat(20_001), "x".repeat(text.len())] {
            assert!(read(&path, other.as_bytes()).is_none());
        }
        std::fs::write(beside(&path), "no brotli").unwrap();
        assert!(read(&path, text.as_bytes()).is_none());
        assert!(pack(b"").is_none(), "nothing is smaller than nothing");
    }
}
