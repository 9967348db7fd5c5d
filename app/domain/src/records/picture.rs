//! What is known of a picture besides its bytes: what the phone saw in it, what people drew on it, and which other
//! photos look the same. None of it touches the bytes, whose hash is the evidence.

use crate::id::{PhotoId, UserId};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What the phone saw in a picture when it was taken. A phone of an earlier version saw nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// What it looks like, in 64 bits; none for a picture too even to tell from another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub print: Option<Print>,
    /// What the rep was told about it and kept it all the same (F31).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<Doubt>,
}

impl Look {
    /// Whether nothing was seen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.print.is_none() && self.doubts.is_empty()
    }
}

/// What a picture looks like: one bit for each place where it gets darker to the right. Pictures that look alike
/// differ in few bits, whatever their size and compression. Written as 16 hex digits: JSON numbers hold 53 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Print(pub u64);

impl Print {
    /// In how many of the 64 bits two pictures differ.
    #[must_use]
    pub const fn distance(self, other: Self) -> u32 {
        (self.0 ^ other.0).count_ones()
    }
}

impl fmt::Display for Print {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// A text that is no print.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a print is 16 hex digits")]
pub struct NoPrint;

impl FromStr for Print {
    type Err = NoPrint;
    fn from_str(text: &str) -> Result<Self, NoPrint> {
        // The parser of numbers would take a plus sign.
        if text.len() != 16 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NoPrint);
        }
        u64::from_str_radix(text, 16).map(Self).map_err(|_| NoPrint)
    }
}

impl TryFrom<String> for Print {
    type Error = NoPrint;
    fn try_from(text: String) -> Result<Self, NoPrint> {
        text.parse()
    }
}

impl From<Print> for String {
    fn from(print: Print) -> Self {
        print.to_string()
    }
}

/// What may be wrong with a picture. A hint, never a wall: the rep stands there and sees more than a phone does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// 模糊: nothing in it is sharp.
    Blurred,
    /// 偏暗: too dark to read a price tag.
    Dark,
    /// 反光: a large part is pure white.
    Glare,
}

impl Doubt {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Blurred, Self::Dark, Self::Glare];
}

/// Another photo that looks the same (F38).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Twin {
    /// Which.
    pub photo: PhotoId,
    /// In how many of 64 bits they differ; 0 for the same bytes.
    pub distance: u32,
}

/// What somebody drew on a photo (F36).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// Who.
    pub by: UserId,
    /// Their name then.
    pub by_name: String,
    /// What, in the order it was drawn.
    pub marks: Vec<Mark>,
}

/// A place in a picture, in thousandths of its width and height.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// From the left.
    pub x: u16,
    /// From the top.
    pub y: u16,
}

impl Spot {
    /// The right and the lower edge.
    pub const EDGE: u16 = 1_000;

    /// Whether it is inside the picture.
    #[must_use]
    pub const fn is_inside(self) -> bool {
        self.x <= Self::EDGE && self.y <= Self::EDGE
    }
}

/// One thing drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// A box between two opposite corners.
    Frame(Spot, Spot),
    /// An arrow from its tail to its head.
    Arrow(Spot, Spot),
    /// A word that begins at a place.
    Words(Spot, String),
}
