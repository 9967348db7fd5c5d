//! What stands in a cell, as people type it: full-width figures, stray spaces, units, numbers that a spreadsheet made of texts.

use crate::geo::Position;
use crate::measure::Money;
use crate::records::OutletClass;

/// What people write where they know nothing.
const NOTHING: [&str; 12] = ["-", "--", "—", "——", "/", "\\", "无", "暂无", "空", "null", "n/a", "#n/a"];
const YES: [&str; 12] = ["是", "有", "在", "营业", "正常", "营业中", "在营", "在售", "yes", "y", "1", "true"];
const NO: [&str; 13] =
    ["否", "停业", "关闭", "已关闭", "倒闭", "闭店", "停售", "下架", "歇业", "no", "n", "0", "false"];

/// A text as it is kept: full-width letters and figures as plain ones, no spaces around it, none between Chinese letters.
pub(super) fn tidy(cell: &str) -> String {
    let mut letters: Vec<char> = Vec::with_capacity(cell.len());
    for letter in cell.chars() {
        match letter {
            // Marks that nobody sees.
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => {}
            letter if letter.is_whitespace() || letter.is_control() => {
                if letters.last().is_some_and(|last| *last != ' ') {
                    letters.push(' ');
                }
            }
            letter => {
                let plain = narrow(letter).filter(char::is_ascii_alphanumeric).unwrap_or(letter);
                if is_chinese(plain)
                    && letters.last() == Some(&' ')
                    && letters.iter().rev().nth(1).copied().is_some_and(is_chinese)
                {
                    letters.pop();
                }
                letters.push(plain);
            }
        }
    }
    let text: String = letters.into_iter().collect();
    // An apostrophe keeps a spreadsheet from reading what follows as a number or a formula; it is no part of it.
    text.trim().trim_start_matches(['\'', '’']).trim_start().to_owned()
}

/// A tidy text that says nothing.
pub(super) fn is_nothing(text: &str) -> bool {
    text.is_empty() || NOTHING.contains(&text.to_lowercase().as_str())
}

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}')
}

/// The plain form of a full-width sign.
fn narrow(letter: char) -> Option<char> {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0),
        '。' => Some('.'),
        letter => Some(letter),
    }
}

fn plain(text: &str) -> String {
    text.chars().filter_map(narrow).filter(|letter| !letter.is_whitespace()).collect()
}

/// Whether a spreadsheet has made 1.38E+10 of a long number: its last digits are gone.
pub(super) fn is_rounded(text: &str) -> bool {
    let text = plain(text).to_uppercase();
    let Some((head, power)) = text.split_once("E+") else { return false };
    let digits = |text: &str| !text.is_empty() && text.chars().all(|digit| digit.is_ascii_digit());
    digits(power) && digits(&head.replacen('.', "", 1))
}

/// A phone number, digits only.
pub(super) fn phone(text: &str) -> Option<String> {
    let text = plain(text);
    let text = text.strip_suffix(".0").unwrap_or(&text);
    let signs = ['-', '(', ')', '+', '—', '–', '.'];
    if !text.chars().all(|letter| letter.is_ascii_digit() || signs.contains(&letter)) {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let mobile = |digits: &str| digits.len() == 11 && digits.starts_with('1');
    let home = digits.strip_prefix("0086").or_else(|| digits.strip_prefix("86")).filter(|rest| mobile(rest));
    let digits = home.unwrap_or(&digits);
    let fixed = match digits.as_bytes() {
        [b'0', ..] => (10..=12).contains(&digits.len()),
        [b'4' | b'8', b'0', b'0', ..] if digits.len() == 10 => true,
        [b'2'..=b'9', ..] => (7..=8).contains(&digits.len()),
        _ => false,
    };
    (mobile(digits) || fixed).then(|| digits.to_owned())
}

/// A whole number above nothing, with its unit or without.
pub(super) fn count(text: &str) -> Option<u32> {
    let text = plain(text).to_lowercase().replace(',', "");
    let units = ["毫升", "ml", "瓶", "罐", "盒", "袋", "支", "件", "箱", "个", "/", "每"];
    let litres =
        ["升", "l"].into_iter().find_map(|unit| text.strip_suffix(unit)).filter(|rest| !rest.ends_with(['毫', 'm']));
    let (number, times) = match litres {
        Some(number) => (number.to_owned(), 1_000),
        None => (units.iter().fold(text.clone(), |text, unit| text.replace(unit, "")), 1),
    };
    thousandths(&number)?
        .checked_mul(times)
        .filter(|number| number % 1_000 == 0)
        .and_then(|number| u32::try_from(number / 1_000).ok())
        .filter(|number| *number > 0)
}

/// A decimal number of at most three places in thousandths.
fn thousandths(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let part = part.trim_end_matches('0');
    let digits = |text: &str| text.chars().all(|digit| digit.is_ascii_digit());
    if whole.is_empty() || part.len() > 3 || !digits(whole) || !digits(part) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let part: i64 = format!("{part:0<3}").parse().ok()?;
    whole.checked_mul(1_000)?.checked_add(part)
}

/// An amount, with its sign or without: ¥1,234.50, 45元.
pub(super) fn money(text: &str) -> Option<Money> {
    let text = plain(text).replace([',', '¥', '￥', '元'], "").to_lowercase().replace("rmb", "");
    let thousandths = thousandths(&text)?;
    // A spreadsheet writes 4.35 as 4.3499999: more than a fen is nobody's price.
    (thousandths % 10 == 0 && thousandths / 10 <= crate::limits::MONEY_MOST).then_some(Money(thousandths / 10))
}

/// A degree: 36.6256, 36.6256°N.
pub(super) fn degrees(text: &str) -> Option<f64> {
    let text = plain(text).to_uppercase();
    text.trim_matches(['°', 'N', 'E', '北', '东', '纬', '经']).parse().ok()
}

/// A place from both degrees. Nobody's shop is at 0°, 0°: that is what a machine writes that knew nothing.
pub(super) fn place(lat: f64, lon: f64) -> Option<Position> {
    Position::from_degrees(lat, lon).filter(|position| position.lat != 0 && position.lon != 0)
}

/// A place from one cell. Maps of the country write east before north, others the other way round; in the whole country
/// the figure for east is the larger one.
pub(super) fn place_in(text: &str) -> Option<Position> {
    let text = plain(text);
    let mut parts =
        text.split([',', ';', '，', '、', '|', '/']).map(|part| degrees(part.trim_matches(['(', ')', '[', ']'])));
    let (Some(Some(first)), Some(Some(second)), None) = (parts.next(), parts.next(), parts.next()) else { return None };
    if first > second { place(second, first) } else { place(first, second) }
}

/// A class: A, a类, Ａ级.
pub(super) fn class(text: &str) -> Option<OutletClass> {
    let text = plain(text).to_uppercase();
    match text.trim_end_matches(['类', '级', '店', '等']) {
        "A" => Some(OutletClass::A),
        "B" => Some(OutletClass::B),
        "C" => Some(OutletClass::C),
        "D" => Some(OutletClass::D),
        _ => None,
    }
}

/// Yes or no.
pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    let text = plain(text).to_lowercase();
    if YES.contains(&text.as_str()) { Some(true) } else { NO.contains(&text.as_str()).then_some(false) }
}

/// A code or a title, to be compared: no spaces, no signs, no capitals.
pub(super) fn bare(text: &str) -> String {
    plain(text).to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::{class, count, is_nothing, is_rounded, money, phone, place_in, tidy, yes_or_no};
    use crate::geo::Position;
    use crate::measure::Money;
    use crate::records::OutletClass;

    #[test]
    fn a_text_is_kept_as_it_was_meant() {
        assert_eq!(tidy(" 永　盛\u{a0}超市\r\n"), "永盛超市");
        assert_eq!(tidy("ＨＤ００１２"), "HD0012");
        assert_eq!(tidy("Ａ座 12 号（东）"), "A座 12 号（东）");
        assert_eq!(tidy("\u{feff}'0310"), "0310");
        assert!(is_nothing(&tidy(" 无 ")) && is_nothing(&tidy("#N/A")) && !is_nothing("无名小店"));
    }

    #[test]
    fn a_phone_number_is_its_digits_however_it_was_typed() {
        for typed in ["138 0310 0001", "+86 13803100001", "８６-13803100001", "13803100001.0"] {
            assert_eq!(phone(typed).as_deref(), Some("13803100001"), "{typed}");
        }
        assert_eq!(phone("0310-3012345").as_deref(), Some("03103012345"));
        for wrong in ["1380310000", "138031000011", "13803100001/13803100002", "张三", ""] {
            assert_eq!(phone(wrong), None, "{wrong}");
        }
        assert!(is_rounded("1.38E+10") && is_rounded("6.92e+12") && !is_rounded("E+1") && !is_rounded("HE+10"));
    }

    #[test]
    fn numbers_come_with_units_and_are_never_rounded() {
        assert_eq!(
            (count("５００ml"), count("0.5L"), count("1.25升"), count("24瓶/箱")),
            (Some(500), Some(500), Some(1_250), Some(24))
        );
        assert_eq!((count("0"), count("-3"), count("2.5"), count("约500")), (None, None, None, None));
        assert_eq!(
            (money("¥1,234.50"), money("45元"), money("４５．５")),
            (Some(Money(123_450)), Some(Money(4_500)), Some(Money(4_550)))
        );
        assert_eq!((money("4.355"), money("-3"), money("四块")), (None, None, None));
    }

    #[test]
    fn a_place_is_read_in_either_order() {
        let handan = Position { lat: 36_625_600, lon: 114_539_100 };
        for typed in ["114.5391,36.6256", "36.6256，114.5391", "(114.5391 , 36.6256)"] {
            assert_eq!(place_in(typed), Some(handan), "{typed}");
        }
        assert_eq!((place_in("0,0"), place_in("114.5391"), place_in("1,2,3")), (None, None, None));
    }

    #[test]
    fn classes_and_yes_and_no_are_read_as_people_say_them() {
        assert_eq!((class("ａ类"), class("B级"), class("E")), (Some(OutletClass::A), Some(OutletClass::B), None));
        assert_eq!((yes_or_no("营业"), yes_or_no(" 停业 "), yes_or_no("也许")), (Some(true), Some(false), None));
    }
}
