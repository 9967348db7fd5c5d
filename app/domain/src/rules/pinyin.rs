//! Pinyin initials of names, so that `xybld` finds 鑫源便利店 (F115) and two spellings of one sound are seen to be alike
//! (F42). The characters of the first level of GB 2312 and some more that shops and people are called by, by the letter
//! that their reading begins with; a library that reads all of Unicode would weigh ten times this.

/// A line for each letter: the letter, then its characters. 行 is read háng, as in 商行.
const READINGS: &str = include_str!("pinyin.txt");

/// The initials of a name in lower case: letters and digits stay, brackets and what cannot be read are left out.
#[must_use]
pub fn initials(name: &str) -> String {
    name.chars().filter_map(initial).collect()
}

fn initial(character: char) -> Option<char> {
    if character.is_ascii_alphanumeric() {
        return Some(character.to_ascii_lowercase());
    }
    if character.is_ascii() {
        return None;
    }
    let line = READINGS.lines().find(|line| line.contains(character))?;
    line.chars().next()
}
