//! The code that opens a parcel. It is made up by the phone, never chosen, and read out over a telephone: letters that
//! sound or look like another are not in it, and whoever writes one down for the other is understood all the same.

use std::fmt;

/// Crockford's digits: without I, L, O and U.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many there are: sixty bits, each of which costs a guesser [`crate::limits::PARCEL_ROUNDS`] rounds.
const LENGTH: usize = 12;
/// How many are said in one breath.
const GROUP: usize = 4;

/// See the module.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// How many bytes of chance it is made of.
    pub const CHANCE: usize = LENGTH;

    /// Makes one.
    #[must_use]
    pub fn new(chance: &[u8; LENGTH]) -> Self {
        Self(chance.iter().map(|byte| char::from(DIGITS[usize::from(byte % 32)])).collect())
    }

    /// Reads what somebody typed, in either case, with or without gaps; none if it cannot be a code.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let meant = typed.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '–' | '—' | '·'));
        let code: Option<String> = meant.map(digit).collect();
        code.filter(|code| code.len() == LENGTH).map(Self)
    }

    /// What the key is made of.
    #[must_use]
    pub fn plain(&self) -> &str {
        &self.0
    }
}

fn digit(typed: char) -> Option<char> {
    let digit = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        other => other,
    };
    u8::try_from(digit).is_ok_and(|byte| DIGITS.contains(&byte)).then_some(digit)
}

/// In groups, as it is shown and said.
impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, digit) in self.0.chars().enumerate() {
            if at > 0 && at % GROUP == 0 {
                f.write_str("-")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

/// Never into a log.
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code")
    }
}
