//! Where a text breaks: between any two Chinese characters, between Latin words, and never before a closing mark or after
//! an opening one.

use super::typeface::width;

/// Marks that do not begin a line.
const CLOSING: &str = "，。、；：？！）》」』”’％%,.;:?!)]}…·";
/// Marks that do not end one.
const OPENING: &str = "（《「『“‘([{¥";

/// The lines of a text that are no wider than `room`, in parts of the size.
pub fn lines(text: &str, room: f32) -> Vec<String> {
    text.split('\n').flat_map(|paragraph| broken(paragraph, room)).collect()
}

fn broken(text: &str, room: f32) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut filled) = (String::new(), 0.0);
    for piece in pieces(text) {
        let wide: f32 = piece.chars().map(width).sum();
        if filled + wide > room && !line.is_empty() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            filled = 0.0;
        }
        let piece = if line.is_empty() { piece.trim_start() } else { &piece };
        for character in piece.chars() {
            // A word that is longer than a line has to break somewhere.
            if filled + width(character) > room && wide > room && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                filled = 0.0;
            }
            line.push(character);
            filled += width(character);
        }
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// What is not broken: a Latin word, or a character with the marks that cling to it.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for character in text.chars() {
        let clings = before.is_some_and(|before| {
            let one_word = |character: char| character.is_ascii_alphanumeric() || "-_/.#".contains(character);
            (one_word(before) && one_word(character)) || CLOSING.contains(character) || OPENING.contains(before)
        });
        match pieces.last_mut() {
            Some(last) if clings => last.push(character),
            _ => pieces.push(character.to_string()),
        }
        before = Some(character);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn a_line_neither_begins_with_a_closing_mark_nor_ends_with_an_opening_one() {
        assert_eq!(lines("一二三，四五六", 3.0), ["一二", "三，四", "五六"]);
        assert_eq!(lines("一二（三）四", 3.0), ["一二", "（三）", "四"]);
    }

    #[test]
    fn words_stay_whole_and_what_is_longer_than_a_line_is_broken_all_the_same() {
        assert_eq!(lines("Noto Sans", 3.4), ["Noto", "Sans"]);
        assert!(lines(&"a".repeat(40), 5.0).len() > 3);
        assert_eq!(lines("", 5.0), [""]);
        assert_eq!(lines("一\n二", 5.0), ["一", "二"]);
    }
}
