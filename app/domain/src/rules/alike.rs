//! Whether somebody is being talked to already (F42): by the sound and the letters of a name, by phone, by licence, by
//! nearness. It says so and refuses nothing: two brothers may have two shops next door.

use crate::geo::Position;
use crate::order::InOrder;
use crate::records::CandidateFacts;
use crate::rules::pinyin::initials;

/// Nearer than this is worth a look, in metres.
pub const NEAR_METRES: u32 = 500;
/// Most that are shown.
const SHOWN: usize = 5;

/// What every second business is called as well.
const COMMON: [&str; 12] = [
    "有限责任公司",
    "有限公司",
    "股份",
    "商贸",
    "贸易",
    "经销部",
    "批发部",
    "经营部",
    "配送中心",
    "食品",
    "酒水",
    "副食",
];

/// Why somebody may be the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// The number of the licence.
    Licence,
    /// The phone number.
    Phone,
    /// The name, as it is written or as it sounds.
    Name,
    /// So many metres away.
    Near(u32),
}

/// Somebody who is known: a candidate, a member, a dealer's customer.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a, T> {
    /// Who.
    pub who: T,
    /// What is known of them.
    pub facts: &'a CandidateFacts,
    /// Where they are, if that is known.
    pub position: Option<Position>,
}

/// Those among the known who may be the same, the likeliest first.
#[must_use]
pub fn alike<'a, T: Copy + 'a>(
    facts: &CandidateFacts,
    position: Option<Position>,
    known: impl IntoIterator<Item = Known<'a, T>>,
) -> Vec<(T, Vec<Alike>)> {
    let mine = Core::of(&facts.name);
    let mut found: Vec<(T, Vec<Alike>)> = known
        .into_iter()
        .filter_map(|other| {
            let reasons = reasons(facts, &mine, position, &other);
            (!reasons.is_empty()).then_some((other.who, reasons))
        })
        .collect();
    found.order_by_key(|(_, reasons)| (reasons.first().copied(), std::cmp::Reverse(reasons.len())));
    found.truncate(SHOWN);
    found
}

fn reasons<T>(facts: &CandidateFacts, mine: &Core, position: Option<Position>, other: &Known<'_, T>) -> Vec<Alike> {
    let mut reasons = Vec::new();
    if same(&digits_and_letters(&facts.licence), &digits_and_letters(&other.facts.licence)) {
        reasons.push(Alike::Licence);
    }
    if same(&digits_and_letters(&facts.phone), &digits_and_letters(&other.facts.phone)) {
        reasons.push(Alike::Phone);
    }
    if mine.is_like(&Core::of(&other.facts.name)) {
        reasons.push(Alike::Name);
    }
    let metres = position.zip(other.position).map(|(here, there)| here.metres_to(there));
    if let Some(metres) = metres.filter(|metres| *metres <= NEAR_METRES) {
        reasons.push(Alike::Near(metres));
    }
    reasons
}

fn same(mine: &str, other: &str) -> bool {
    !mine.is_empty() && mine == other
}

fn digits_and_letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|character| character.to_ascii_uppercase()).collect()
}

/// The part of a name that tells one from another.
struct Core {
    letters: Vec<char>,
    sound: String,
}

impl Core {
    fn of(name: &str) -> Self {
        let letters: Vec<char> = name.chars().filter(|character| character.is_alphanumeric()).collect();
        let mut rest: String = without_place(&letters).iter().collect();
        for word in COMMON {
            let shorter = rest.replace(word, "");
            // A business that is called by such words alone is called by them.
            if shorter.chars().count() >= 2 {
                rest = shorter;
            }
        }
        Self { sound: initials(&rest), letters: rest.chars().collect() }
    }

    /// One letter more, less or other in a long name; a letter of the same sound in one of three and more.
    fn is_like(&self, other: &Self) -> bool {
        let length = self.letters.len().min(other.letters.len());
        let far = edits(&self.letters, &other.letters);
        match length {
            0 => false,
            1 | 2 => far == 0,
            3 | 4 => far == 0 || (far == 1 && self.sound == other.sound),
            _ => far <= 1 || (far <= 2 && self.sound == other.sound),
        }
    }
}

/// The name after the province, city and county that licences begin with, and that tell nobody from their neighbours:
/// 河北省邯郸市鑫源 is 鑫源.
fn without_place(mut letters: &[char]) -> &[char] {
    // Two or three letters and what they are; 超市 and 小区 are no places of that sort.
    let ends = |letters: &[char], at: usize| {
        matches!(letters.get(at), Some('省' | '市' | '县' | '区'))
            && !matches!(letters[at - 1], '超' | '小' | '社' | '园')
    };
    while let Some(at) = [2, 3].into_iter().find(|at| ends(letters, *at) && letters.len() >= at + 3) {
        letters = &letters[at + 1..];
    }
    letters
}

/// How many letters have to be put in, taken out or changed to make one of the other.
#[must_use]
pub fn edits(left: &[char], right: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (at, letter) in left.iter().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (to, other) in right.iter().enumerate() {
            let change = corner + usize::from(letter != other);
            corner = row[to + 1];
            row[to + 1] = change.min(row[to] + 1).min(corner + 1);
        }
    }
    row[right.len()]
}

/// Whether two papers name the same business (S36). Company suffixes and brackets may differ, and one letter in a long
/// name, as when somebody types 惠民 for 慧民: then the difference is shown.
#[must_use]
pub fn same_name(left: &str, right: &str) -> bool {
    Core::of(left).is_like(&Core::of(right))
}
