//! What can be said of a picture without a person: whether it is sharp and lit, and which others look like it.
//! All of it works on a small grey picture in whole numbers, so that every phone comes to the same answer.

mod alike;
mod doubts;
mod print;

pub use alike::{ELSEWHERE, SAME_SHELF, alike, nearest};
pub use doubts::{BLURRED_BELOW, DARK_BELOW, GLARE_ABOVE, Measured, doubts, measure};
pub use print::print;

use crate::records::Look;

/// The longer edge of the grey picture that is looked at, in pixels: fine enough to see a shaken hand, and a fifth of
/// a megabyte, which a cheap phone has to spare.
pub const GREY_EDGE: u32 = 512;

/// A grey picture, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grey {
    pixels: Vec<u8>,
    width: usize,
}

impl Grey {
    /// From its pixels; none if they do not fill whole rows.
    #[must_use]
    pub fn new(pixels: Vec<u8>, width: usize) -> Option<Self> {
        (width > 0 && !pixels.is_empty() && pixels.len().is_multiple_of(width)).then_some(Self { pixels, width })
    }

    /// From what a canvas holds: red, green, blue and opacity of each pixel.
    #[must_use]
    pub fn of_rgba(rgba: &[u8], width: usize) -> Option<Self> {
        let grey = |pixel: &[u8]| {
            let [red, green, blue] = [0, 1, 2].map(|at| u32::from(pixel[at]));
            // The usual weights of the eye, out of 256.
            ((77 * red + 150 * green + 29 * blue) >> 8) as u8
        };
        Self::new(rgba.chunks_exact(4).map(grey).collect(), width)
    }

    fn height(&self) -> usize {
        self.pixels.len() / self.width
    }

    fn at(&self, x: usize, y: usize) -> i64 {
        i64::from(self.pixels[y * self.width + x])
    }
}

/// Everything that is kept of it.
#[must_use]
pub fn look(grey: &Grey) -> Look {
    Look { print: print(grey), doubts: doubts(&measure(grey)) }
}
