//! Whether a picture is sharp and lit (F31). The thresholds err on the side of silence: a warning that is wrong
//! teaches a rep to tap it away.

use super::Grey;
use crate::order::InOrder;
use crate::records::Doubt;

/// Below this the sharpest tenth of a picture is soft. At [`super::GREY_EDGE`] labels and price tags in focus come to
/// 1,200 and more, also on a plain shop front; a hand that shook leaves 300 to 420.
pub const BLURRED_BELOW: u32 = 430;
/// Below this mean, out of 255, a price tag cannot be read. A shop by day is at 80 and more, one under a single lamp at
/// 60 and can be read.
pub const DARK_BELOW: u8 = 46;
/// Above this share of pure white, in thousandths, something is lost in it. A lit fridge and white tags come to 50.
pub const GLARE_ABOVE: u32 = 120;

/// From here on a pixel holds no drawing any more.
const CLIPPED: u8 = 250;
/// Edge of a tile, in pixels. Sharpness is asked of tiles, because a shelf in focus before a bare wall is in focus.
const TILE: usize = 32;

/// What was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Variance of the Laplacian in the tile that nine tenths of the tiles do not exceed.
    pub sharpness: u32,
    /// Mean grey, 0 to 255.
    pub mean: u8,
    /// Pure white, in thousandths of the pixels.
    pub clipped: u32,
}

/// Measures a picture.
#[must_use]
pub fn measure(grey: &Grey) -> Measured {
    let count = grey.pixels.len() as u64;
    let sum: u64 = grey.pixels.iter().map(|pixel| u64::from(*pixel)).sum();
    let clipped = grey.pixels.iter().filter(|pixel| **pixel >= CLIPPED).count() as u64;
    Measured {
        sharpness: sharpness(grey),
        mean: (sum / count) as u8,
        clipped: u32::try_from(clipped * 1_000 / count).unwrap_or(1_000),
    }
}

/// What may be wrong with it. In the dark nothing is sharp, so that only the dark is named.
#[must_use]
pub fn doubts(measured: &Measured) -> Vec<Doubt> {
    let dark = measured.mean < DARK_BELOW;
    let mut doubts = Vec::new();
    if dark {
        doubts.push(Doubt::Dark);
    } else if measured.sharpness < BLURRED_BELOW {
        doubts.push(Doubt::Blurred);
    }
    if measured.clipped > GLARE_ABOVE {
        doubts.push(Doubt::Glare);
    }
    doubts
}

fn sharpness(grey: &Grey) -> u32 {
    let (width, height) = (grey.width, grey.height());
    let mut tiles = Vec::new();
    for top in (0..height).step_by(TILE) {
        for left in (0..width).step_by(TILE) {
            tiles.extend(variance(grey, left..(left + TILE).min(width), top..(top + TILE).min(height)));
        }
    }
    tiles.in_order();
    let at = tiles.len() * 9 / 10;
    tiles.get(at).copied().unwrap_or_default()
}

/// The variance of the Laplacian in a tile; none if the tile has no pixel with four neighbours.
fn variance(grey: &Grey, columns: std::ops::Range<usize>, rows: std::ops::Range<usize>) -> Option<u32> {
    let (mut count, mut sum, mut squares) = (0_i64, 0_i64, 0_i64);
    for y in rows.start.max(1)..rows.end.min(grey.height() - 1) {
        for x in columns.start.max(1)..columns.end.min(grey.width - 1) {
            let around = grey.at(x - 1, y) + grey.at(x + 1, y) + grey.at(x, y - 1) + grey.at(x, y + 1);
            let bend = 4 * grey.at(x, y) - around;
            count += 1;
            sum += bend;
            squares += bend * bend;
        }
    }
    let mean = sum.checked_div(count)?;
    u32::try_from(squares / count - mean * mean).ok()
}
