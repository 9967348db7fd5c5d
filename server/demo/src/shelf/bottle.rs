//! Draws one bottle or can as a cut-out: its outline by a profile curve, the drink inside, a label wrapped around it,
//! a cap, and the light of a shop from the upper left. `rack.rs`, `fridge.rs` and `front.rs` paste the sprites.

use crate::products::{Look, Rgb, Shape};
use crate::shelf::canvas::{Sprite, mix, shade};
use crate::shelf::glyphs::{self, Mask};
use std::sync::LazyLock;

/// Width and height of a piece in millimetres.
#[must_use]
pub const fn size(shape: Shape) -> (f32, f32) {
    match shape {
        Shape::Waisted => (66.0, 222.0),
        Shape::Ribbed => (65.0, 216.0),
        Shape::Slim => (61.0, 228.0),
        Shape::Large => (86.0, 300.0),
        Shape::Can => (53.0, 134.0),
        Shape::WideCan => (66.0, 122.0),
    }
}

/// The half width, in parts of the largest, at parts of the height from the top.
fn profile(shape: Shape) -> &'static [(f32, f32)] {
    match shape {
        Shape::Waisted => &[
            (0.0, 0.35),
            (0.07, 0.36),
            (0.075, 0.4),
            (0.085, 0.4),
            (0.09, 0.32),
            (0.13, 0.33),
            (0.17, 0.45),
            (0.23, 0.68),
            (0.3, 0.93),
            (0.36, 1.0),
            (0.41, 0.97),
            (0.45, 0.93),
            (0.49, 0.97),
            (0.88, 1.0),
            (0.94, 0.97),
            (0.975, 0.86),
            (1.0, 0.68),
        ],
        Shape::Ribbed => &[
            (0.0, 0.34),
            (0.06, 0.35),
            (0.065, 0.39),
            (0.08, 0.39),
            (0.085, 0.31),
            (0.11, 0.32),
            (0.15, 0.5),
            (0.2, 0.78),
            (0.25, 0.95),
            (0.29, 1.0),
            (0.95, 1.0),
            (0.98, 0.92),
            (1.0, 0.74),
        ],
        Shape::Slim => &[
            (0.0, 0.4),
            (0.08, 0.41),
            (0.085, 0.44),
            (0.1, 0.44),
            (0.105, 0.36),
            (0.14, 0.38),
            (0.22, 0.58),
            (0.3, 0.82),
            (0.37, 0.97),
            (0.42, 1.0),
            (0.95, 1.0),
            (0.98, 0.93),
            (1.0, 0.8),
        ],
        Shape::Large => &[
            (0.0, 0.25),
            (0.05, 0.26),
            (0.055, 0.3),
            (0.07, 0.3),
            (0.075, 0.23),
            (0.1, 0.24),
            (0.15, 0.42),
            (0.21, 0.75),
            (0.27, 0.96),
            (0.32, 1.0),
            (0.56, 1.0),
            (0.6, 0.95),
            (0.64, 0.95),
            (0.68, 1.0),
            (0.94, 1.0),
            (0.98, 0.9),
            (1.0, 0.74),
        ],
        Shape::Can | Shape::WideCan => {
            &[(0.0, 0.78), (0.015, 0.8), (0.06, 0.97), (0.085, 1.0), (0.93, 1.0), (0.97, 0.93), (1.0, 0.8)]
        }
    }
}

/// Where the cap ends and the label begins and ends, in parts of the height.
const fn zones(shape: Shape) -> (f32, f32, f32) {
    match shape {
        Shape::Waisted => (0.085, 0.46, 0.86),
        Shape::Ribbed => (0.08, 0.4, 0.72),
        Shape::Slim => (0.1, 0.34, 0.9),
        Shape::Large => (0.07, 0.34, 0.6),
        Shape::Can | Shape::WideCan => (0.05, 0.07, 0.95),
    }
}

/// A finished piece `height` pixels high, turned by `turn` (0 faces the camera, 1 a quarter to the right).
#[must_use]
pub fn draw(look: &Look, height: f32, turn: f32) -> Sprite {
    let (wide, high) = size(look.shape);
    let half = height * wide / high / 2.0;
    let (columns, rows) = ((half * 2.0).ceil() as usize + 2, height.ceil() as usize);
    let middle = columns as f32 / 2.0;
    let mut pixels = vec![[0; 4]; columns * rows];
    let painter = Painter::new(look, half, turn);
    for row in 0..rows {
        let down = (row as f32 + 0.5) / height;
        let reach = width_at(look.shape, down) * half;
        for column in 0..columns {
            let away = column as f32 + 0.5 - middle;
            let cover = (reach - away.abs() + 0.5).clamp(0.0, 1.0);
            if cover > 0.0 {
                let across = (away / reach).clamp(-1.0, 1.0);
                let colour = painter.colour(across, down);
                let [red, green, blue] = shade(colour, cover);
                pixels[row * columns + column] = [red, green, blue, (cover * 255.0) as u8];
            }
        }
    }
    Sprite { width: columns, height: rows, pixels }
}

fn width_at(shape: Shape, down: f32) -> f32 {
    let points = profile(shape);
    let next = points.iter().position(|(at, _)| *at >= down).unwrap_or(points.len() - 1).max(1);
    let ((from, before), (to, after)) = (points[next - 1], points[next]);
    let part = ((down - from) / (to - from)).clamp(0.0, 1.0);
    before + (after - before) * part * part * (3.0 - 2.0 * part)
}

struct Painter<'a> {
    look: &'a Look,
    brand: Vec<&'static Mask>,
    zones: (f32, f32, f32),
    half: f32,
    turn: f32,
    clear: bool,
}

impl<'a> Painter<'a> {
    fn new(look: &'a Look, half: f32, turn: f32) -> Self {
        let brand = look.brand.name().chars().filter_map(glyphs::mask).collect();
        let clear = look.liquid.iter().all(|value| *value > 190);
        Self { look, brand, zones: zones(look.shape), half, turn, clear }
    }

    fn colour(&self, across: f32, down: f32) -> Rgb {
        let (cap, from, to) = self.zones;
        // A label seen a little from above bends down in its middle.
        let bent = down - 0.012 * (1.0 - across * across);
        if down < cap {
            self.cap(across, down / cap)
        } else if bent >= from && bent < to {
            self.label(across, (bent - from) / (to - from))
        } else {
            self.drink(across, down)
        }
    }

    fn is_can(&self) -> bool {
        matches!(self.look.shape, Shape::Can | Shape::WideCan)
    }

    fn cap(&self, across: f32, down: f32) -> Rgb {
        if self.is_can() {
            let rim = if down > 0.75 { 0.7 } else { 1.0 };
            return lit(self.look.cap, across, 0.8, rim);
        }
        let ribs = if (round(across).around * 22.0).sin() > 0.2 { 1.0 } else { 0.86 };
        let ring = if down > 0.82 { 0.8 } else { 1.0 };
        lit(self.look.cap, across, 0.45, ribs * ring)
    }

    fn drink(&self, across: f32, down: f32) -> Rgb {
        let look = self.look;
        if self.is_can() {
            return lit(mix(look.label, look.cap, 0.5), across, 0.6, 0.85);
        }
        let (_, from, to) = self.zones;
        let level = 0.155 + 0.01 * across * across;
        let body = if down < level { mix(look.liquid, [226, 232, 232], 0.55) } else { look.liquid };
        let rim = if (down - level).abs() < 0.006 { 0.8 } else { 1.0 };
        let ribbed = look.shape == Shape::Ribbed || (look.shape == Shape::Large && down > to);
        let ribs =
            if ribbed && (down < from || down > to) && down > 0.27 { 1.0 + 0.09 * (down * 150.0).sin() } else { 1.0 };
        let foot = 1.0 - 0.35 * ((down - 0.93) / 0.07).max(0.0);
        if self.clear {
            // Water bends the light: dark lines near the sides, bright inside them.
            let side = across.abs();
            let lines =
                1.0 - 0.3 * (-((side - 0.86) * 9.0).powi(2)).exp() + 0.1 * (-((side - 0.6) * 6.0).powi(2)).exp();
            return lit(body, across, 0.75, lines * ribs * foot * rim);
        }
        // Light through a coloured drink leaves it brighter away from the lamp.
        let through = 1.0 + 0.16 * (-((across - 0.35) * 2.6).powi(2)).exp();
        lit(body, across, 0.7, through * ribs * foot * rim)
    }

    fn label(&self, across: f32, down: f32) -> Rgb {
        let look = self.look;
        // Where on the unrolled label this is: -1 to 1 is the half that faces the camera when it is not turned.
        let around = round(across).around - self.turn;
        let paper = self.paper(around, down);
        let edge = if !(0.015..0.985).contains(&down) && !self.is_can() { 0.75 } else { 1.0 };
        lit(
            paper,
            across,
            if self.is_can() { 0.55 } else { 0.3 },
            edge * if look.shape == Shape::Slim { 0.98 } else { 1.0 },
        )
    }

    fn paper(&self, around: f32, down: f32) -> Rgb {
        let Look { label, accent, liquid, shape, .. } = *self.look;
        let upright = matches!(shape, Shape::Slim | Shape::Can);
        let stripe = if upright { 0.8..0.86 } else { 0.7..0.8 };
        if stripe.contains(&down) || (!upright && (0.06..0.09).contains(&down)) {
            return accent;
        }
        // The picture below the stripe: a round fruit or drop in the colour of the drink.
        if down > stripe.end && down < 0.97 {
            let spot = ((around.rem_euclid(0.5) - 0.25) * 4.2).hypot((down - (stripe.end + 0.97) / 2.0) * 16.0);
            if spot < 0.62 && shape != Shape::Ribbed {
                return mix(accent, liquid, 0.35);
            }
            return shade(label, 0.86);
        }
        let ink = self.name(around, down, upright);
        if ink > 0.0 { mix(label, accent, ink) } else { mix(shade(label, 1.06), shade(label, 0.94), down) }
    }

    /// The ink of the brand's name: side by side, or one above the other on slim pieces.
    fn name(&self, around: f32, down: f32, upright: bool) -> f32 {
        let (_, from, to) = self.zones;
        let (wide, high) = size(self.look.shape);
        // One unit down the label and one around it, in parts of a character's edge.
        let edge = if upright { 0.62 } else { 0.56 };
        let tall = edge * (wide / 2.0) * std::f32::consts::FRAC_PI_2 / (high * (to - from)) * 1.12;
        let pixels = self.half * edge * 1.2;
        let (columns, top) = if upright { (1, 0.1) } else { (2, 0.42 - tall / 2.0 - 0.02) };
        let left = -(edge * columns as f32) / 2.0;
        let (x, y) = ((around - left) / edge, (down - top) / tall);
        if x < 0.0 || y < 0.0 {
            return 0.0;
        }
        let (column, row) = (x as usize, y as usize);
        if column >= columns || row * columns + column >= self.brand.len() {
            return 0.0;
        }
        // A little air around each character.
        let inner = |value: f32| (value.fract() - 0.04) / 0.92;
        self.brand[row * columns + column].ink(inner(x), inner(y), pixels)
    }
}

/// The light on a round thing: a bright streak left of the middle, a weak one at the right, dark sides.
fn lit(colour: Rgb, across: f32, gloss: f32, factor: f32) -> Rgb {
    let Roundness { side, streak, .. } = round(across);
    mix(shade(colour, side * factor), [255, 255, 250], streak * gloss)
}

/// What being round does at one place across.
#[derive(Clone, Copy)]
struct Roundness {
    /// The place on the unrolled surface, -1 to 1 for the half that is seen.
    around: f32,
    side: f32,
    streak: f32,
}

/// Looked up, because it is asked for every pixel of every bottle.
fn round(across: f32) -> Roundness {
    static TABLE: LazyLock<Vec<Roundness>> = LazyLock::new(|| {
        let place = |at: usize| at as f32 / 255.5 - 1.0;
        let at = |across: f32| Roundness {
            around: across.clamp(-1.0, 1.0).asin() / std::f32::consts::FRAC_PI_2,
            side: 1.0 - 0.5 * across.abs().powi(3) - 0.12 * (across + 0.2).max(0.0),
            streak: 0.62 * (-((across + 0.46) * 6.5).powi(2)).exp() + 0.2 * (-((across - 0.66) * 11.0).powi(2)).exp(),
        };
        (0..512).map(|step| at(place(step))).collect()
    });
    TABLE[((across + 1.0) * 255.5) as usize & 511]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::products::{PRODUCTS, RIVALS};

    #[test]
    fn every_piece_is_solid_in_its_middle_and_nothing_at_its_corners() {
        let looks = PRODUCTS.iter().map(|good| good.look).chain(RIVALS);
        for look in looks {
            let sprite = draw(&look, 120.0, 0.0);
            assert_eq!(sprite.pixels[60 * sprite.width + sprite.width / 2][3], 255);
            assert_eq!(sprite.pixels[0][3], 0);
        }
    }

    #[test]
    fn a_turned_bottle_shows_its_name_elsewhere() {
        let look = PRODUCTS[4].look;
        assert_ne!(draw(&look, 150.0, 0.0).pixels, draw(&look, 150.0, 0.3).pixels);
    }
}
