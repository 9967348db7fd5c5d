//! What the phone sees in a picture: sharp or not, lit or not, and whether it is another one again.
//! The pictures are drawn here: shelves of bottles with labels and price tags, in grey.

mod alike;
mod doubts;
mod print;

use domain::rules::picture::Grey;

pub const WIDTH: usize = 512;
pub const HEIGHT: usize = 384;

/// A picture before it is grey and small: one function of its pixels.
pub fn drawn(pixel: impl Fn(usize, usize) -> u8) -> Vec<u8> {
    (0..WIDTH * HEIGHT).map(|at| pixel(at % WIDTH, at / WIDTH)).collect()
}

pub fn grey(pixels: Vec<u8>) -> Grey {
    Grey::new(pixels, WIDTH).unwrap()
}

/// Three boards of bottles; another seed is another shop.
pub fn shelf(seed: u64) -> Vec<u8> {
    drawn(|x, y| {
        let (board, bottle) = (y / 128, x / 32);
        // Two of a kind stand side by side; each kind has its own glass and its own label.
        let kind = (seed * 64 + (board * 8 + bottle / 2) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let (glass, label) = (50 + (kind >> 56) as u8 / 2, 40 + (kind >> 48) as u8 / 3);
        match (x % 32, y % 128) {
            (_, 112..) => {
                if (x / 2 + y / 3) % 5 == 0 {
                    40
                } else {
                    215
                }
            }
            (0..3 | 29.., _) => 45,
            (_, 30..95) => {
                if (x + y * 3) % 7 < 3 {
                    label + 110
                } else {
                    label
                }
            }
            _ => glass,
        }
    })
}

/// The same through a lens that is out of focus, or a hand that shakes: each pixel is the mean of those around it.
pub fn blurred(pixels: &[u8], radius: usize) -> Vec<u8> {
    drawn(|x, y| {
        let columns = x.saturating_sub(radius)..=(x + radius).min(WIDTH - 1);
        let rows = y.saturating_sub(radius)..=(y + radius).min(HEIGHT - 1);
        let count = columns.clone().count() * rows.clone().count();
        let sum: usize = rows.flat_map(|y| columns.clone().map(move |x| usize::from(pixels[y * WIDTH + x]))).sum();
        (sum / count) as u8
    })
}

/// Light or shade: the value times so many hundredths, plus something.
pub fn lit(pixels: &[u8], percent: u32, plus: u32) -> Vec<u8> {
    pixels.iter().map(|pixel| (u32::from(*pixel) * percent / 100 + plus).min(255) as u8).collect()
}
