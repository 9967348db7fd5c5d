//! What is photographed at a partner's place: a paper with its seal, stacks of cases, a delivery van. Plainer than a shelf,
//! because nobody counts facings on them.

use super::Picture;
use super::canvas::{Area, Canvas, mix, shade};
use crate::chance::Chance;
use crate::products::Rgb;
use image::RgbImage;

/// What is to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depot {
    /// A paper on a desk.
    Paper,
    /// Stacks of cases in a warehouse.
    Stacks,
    /// A van in a yard.
    Van,
}

const WALL: Rgb = [196, 192, 182];
const FLOOR: Rgb = [128, 124, 118];
const CARTON: Rgb = [186, 146, 98];
const INK: Rgb = [92, 88, 86];
const SEAL: Rgb = [196, 52, 44];

/// Draws it.
#[must_use]
pub fn photograph(what: Depot, (width, height): (u32, u32), draw: &mut Chance) -> Picture {
    let mut canvas = Canvas::new(width as usize, height as usize, WALL);
    let size = (width as f32, height as f32);
    match what {
        Depot::Paper => paper(&mut canvas, size, draw),
        Depot::Stacks => stacks(&mut canvas, size, draw),
        Depot::Van => van(&mut canvas, size, draw),
    }
    let pixels = canvas.pixels;
    Picture::of(&RgbImage::from_fn(width, height, |x, y| {
        image::Rgb(pixels.get((y * width + x) as usize).copied().unwrap_or(WALL))
    }))
}

fn paper(canvas: &mut Canvas, (width, height): (f32, f32), draw: &mut Chance) {
    let desk = mix([122, 86, 58], [150, 116, 84], draw.unit());
    canvas.gradient(Area(0.0, 0.0, width, height), shade(desk, 1.1), shade(desk, 0.8), (1.0, 1.0));
    let (left, top) = (width * (0.1 + draw.spread(0.02)), height * (0.14 + draw.spread(0.02)));
    let (right, bottom) = (left + width * 0.8, top + height * 0.7);
    canvas.rounded(Area(left + 8.0, top + 10.0, right + 8.0, bottom + 10.0), 6.0, [40, 30, 24], 0.5);
    canvas.fill(Area(left, top, right, bottom), [246, 240, 222]);
    for inset in [14.0, 20.0] {
        canvas.rounded(Area(left + inset, top + inset, right - inset, bottom - inset), 4.0, [206, 168, 92], 0.5);
        canvas.rounded(
            Area(left + inset + 2.0, top + inset + 2.0, right - inset - 2.0, bottom - inset - 2.0),
            4.0,
            [246, 240, 222],
            1.0,
        );
    }
    canvas.fill(Area(left + width * 0.24, top + height * 0.07, right - width * 0.24, top + height * 0.105), INK);
    for line in 0..9 {
        let down = top + height * (0.17 + 0.046 * line as f32);
        let end = right - width * (0.1 + 0.18 * draw.unit());
        canvas.fill(Area(left + width * 0.08, down, left + width * 0.2, down + height * 0.014), INK);
        canvas.fill(Area(left + width * 0.23, down, end, down + height * 0.014), mix(INK, WALL, 0.35));
    }
    let (across, down, reach) = (right - width * 0.19, bottom - height * 0.12, width * 0.1);
    canvas.rounded(Area(across - reach, down - reach, across + reach, down + reach), reach, SEAL, 0.55);
    let inner = reach * 0.84;
    canvas.rounded(Area(across - inner, down - inner, across + inner, down + inner), inner, [246, 236, 218], 0.8);
}

fn stacks(canvas: &mut Canvas, (width, height): (f32, f32), draw: &mut Chance) {
    canvas.gradient(Area(0.0, 0.0, width, height * 0.7), shade(WALL, 0.7), WALL, (1.0, 1.0));
    canvas.gradient(Area(0.0, height * 0.7, width, height), shade(FLOOR, 1.1), shade(FLOOR, 0.7), (1.0, 1.0));
    let case = (width / 6.4, height / 13.0);
    for column in 0..6 {
        let layers = draw.range(4..=8);
        let left = case.0 * (0.2 + column as f32);
        for layer in 0..layers {
            let bottom = height * 0.86 - case.1 * layer as f32;
            let colour = shade(CARTON, 0.9 + 0.2 * draw.unit());
            let area = Area(left + 2.0, bottom - case.1 + 2.0, left + case.0 - 2.0, bottom);
            canvas.gradient(area, colour, shade(colour, 0.84), (1.0, 1.0));
            let middle = bottom - case.1 * 0.5;
            canvas.fill(Area(left + 2.0, middle - 3.0, left + case.0 - 2.0, middle + 3.0), shade(colour, 1.12));
        }
    }
}

fn van(canvas: &mut Canvas, (width, height): (f32, f32), draw: &mut Chance) {
    canvas.gradient(Area(0.0, 0.0, width, height * 0.55), [168, 190, 208], [214, 220, 220], (1.0, 1.0));
    canvas.gradient(Area(0.0, height * 0.55, width, height), shade(FLOOR, 1.2), shade(FLOOR, 0.8), (1.0, 1.0));
    let body = *draw.pick(&[[236, 236, 232], [58, 106, 168], [206, 210, 214]]);
    let (left, right) = (width * 0.08, width * 0.92);
    canvas.rounded(Area(left, height * 0.72, right, height * 0.78), 10.0, [40, 40, 44], 0.5);
    canvas.rounded(Area(left, height * 0.4, width * 0.66, height * 0.72), 8.0, body, 1.0);
    canvas.rounded(Area(width * 0.6, height * 0.48, right, height * 0.72), 22.0, shade(body, 0.94), 1.0);
    canvas.rounded(Area(width * 0.7, height * 0.5, right - 16.0, height * 0.59), 12.0, [74, 92, 106], 1.0);
    for wheel in [0.24, 0.78] {
        let (across, down, reach) = (width * wheel, height * 0.72, width * 0.075);
        canvas.rounded(Area(across - reach, down - reach, across + reach, down + reach), reach, [34, 34, 36], 1.0);
        let rim = reach * 0.5;
        canvas.rounded(Area(across - rim, down - rim, across + rim, down + rim), rim, [170, 172, 176], 1.0);
    }
}
