//! Base64url without padding. The browser has the other base64 already, so only its letters are exchanged.

/// Bytes as text.
pub(super) fn encode(bytes: &[u8]) -> Option<String> {
    let binary: String = bytes.iter().copied().map(char::from).collect();
    let text = web_sys::window()?.btoa(&binary).ok()?;
    Some(text.trim_end_matches('=').chars().map(to_url).collect())
}

/// Text as bytes; none if it is no base64url.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let text: String = text.chars().map(from_url).collect();
    let binary = web_sys::window()?.atob(&text).ok()?;
    binary.chars().map(|letter| u8::try_from(letter).ok()).collect()
}

const fn to_url(letter: char) -> char {
    match letter {
        '+' => '-',
        '/' => '_',
        letter => letter,
    }
}

const fn from_url(letter: char) -> char {
    match letter {
        '-' => '+',
        '_' => '/',
        letter => letter,
    }
}
