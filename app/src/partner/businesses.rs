//! Businesses as people paste them: a line each, with a name and a phone number.

/// One of them, if there is a name in it. The last run of digits is the phone number.
pub fn typed_line(line: &str) -> Option<(String, String)> {
    let line = line.trim();
    let is_phone = |part: &&str| part.chars().filter(char::is_ascii_digit).count() >= 7;
    let phone = line.split([' ', '\t', ',', '，']).rev().find(is_phone).unwrap_or_default().to_owned();
    let name = line.replacen(&phone, "", usize::from(!phone.is_empty()));
    let name = name.trim_matches([' ', '\t', ',', '，']).to_owned();
    (!name.is_empty()).then_some((name, phone))
}
