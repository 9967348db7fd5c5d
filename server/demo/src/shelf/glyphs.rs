//! The few characters that stand on labels, price tags and shop signs, drawn by hand as strokes:
//! the server ships no font. `canvas.rs` writes with them and `bottle.rs` wraps them around bottles.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Pixels across a finished character.
const FINE: usize = 96;
/// Pixels across its small copy, for labels and tags.
const COARSE: usize = 24;

/// How much ink a character leaves where.
#[derive(Debug)]
pub struct Mask {
    fine: Vec<f32>,
    coarse: Vec<f32>,
}

impl Mask {
    /// The ink at a place inside the character (0 to 1 across and down), when it is written `size` pixels large.
    #[must_use]
    pub fn ink(&self, across: f32, down: f32, size: f32) -> f32 {
        let (pixels, edge) = if size < 40.0 { (&self.coarse, COARSE) } else { (&self.fine, FINE) };
        let limit = (edge - 1) as f32;
        let x = (across * edge as f32 - 0.5).clamp(0.0, limit);
        let y = (down * edge as f32 - 0.5).clamp(0.0, limit);
        let (left, up) = (x as usize, y as usize);
        let (right, below) = ((left + 1).min(edge - 1), (up + 1).min(edge - 1));
        let (part_x, part_y) = (x - left as f32, y - up as f32);
        let row = |y: usize| pixels[y * edge + left] * (1.0 - part_x) + pixels[y * edge + right] * part_x;
        row(up) * (1.0 - part_y) + row(below) * part_y
    }
}

/// The mask of a character, if it is one of ours.
#[must_use]
pub fn mask(character: char) -> Option<&'static Mask> {
    static MASKS: LazyLock<HashMap<char, Mask>> = LazyLock::new(|| {
        STROKES.iter().map(|(character, strokes)| (*character, draw(strokes, is_narrow(*character)))).collect()
    });
    MASKS.get(&character)
}

/// How far the pen moves on, in parts of the size.
#[must_use]
pub fn advance(character: char) -> f32 {
    match character {
        '.' => 0.3,
        _ if is_narrow(character) => 0.62,
        _ => 1.06,
    }
}

fn is_narrow(character: char) -> bool {
    character.is_ascii()
}

/// Ink by the distance to the nearest stroke: round ends, even width, as a brush marker leaves it.
fn draw(strokes: &[&[(u8, u8)]], narrow: bool) -> Mask {
    let width = if narrow { 7.5 } else { 5.6 };
    let mut fine = vec![0.0; FINE * FINE];
    for (at, pixel) in fine.iter_mut().enumerate() {
        let place = |value: usize| (value as f32 + 0.5) * 100.0 / FINE as f32;
        let point = (place(at % FINE), place(at / FINE));
        let nearest = strokes
            .iter()
            .flat_map(|stroke| stroke.windows(2))
            .map(|ends| distance(point, ends[0], ends[1]))
            .fold(f32::MAX, f32::min);
        *pixel = (width - nearest + 0.5).clamp(0.0, 1.0);
    }
    let step = FINE / COARSE;
    let coarse = (0..COARSE * COARSE)
        .map(|at| {
            let (x, y) = (at % COARSE * step, at / COARSE * step);
            let sum: f32 = (0..step * step).map(|inner| fine[(y + inner / step) * FINE + x + inner % step]).sum();
            sum / (step * step) as f32
        })
        .collect();
    Mask { fine, coarse }
}

fn distance(point: (f32, f32), from: (u8, u8), to: (u8, u8)) -> f32 {
    let (from, to) = ((f32::from(from.0), f32::from(from.1)), (f32::from(to.0), f32::from(to.1)));
    let line = (to.0 - from.0, to.1 - from.1);
    let square = (line.0 * line.0 + line.1 * line.1).max(0.001);
    let along = (((point.0 - from.0) * line.0 + (point.1 - from.1) * line.1) / square).clamp(0.0, 1.0);
    (point.0 - from.0 - line.0 * along).hypot(point.1 - from.1 - line.1 * along)
}

/// The strokes of one character: lists of points on a 100 x 100 grid.
type Strokes = &'static [&'static [(u8, u8)]];

#[rustfmt::skip] // One line per part of a character.
const STROKES: [(char, Strokes); 29] = [
    ('滏', &[&[(10, 14), (22, 24)], &[(6, 40), (18, 49)], &[(6, 92), (14, 80), (24, 62)],
        &[(50, 8), (34, 26)], &[(70, 7), (88, 24)], &[(76, 18), (58, 40), (28, 56)], &[(40, 22), (60, 40), (94, 56)],
        &[(42, 62), (80, 62)], &[(38, 77), (86, 77)], &[(61, 52), (61, 94)], &[(46, 82), (50, 89)], &[(76, 82), (71, 89)],
        &[(30, 95), (94, 95)]]),
    ('泉', &[&[(50, 4), (43, 15)], &[(26, 17), (74, 17), (74, 48), (26, 48), (26, 17)], &[(26, 32), (74, 32)],
        &[(50, 54), (50, 95), (40, 90)], &[(14, 62), (38, 62), (30, 78), (10, 92)], &[(84, 56), (60, 68)], &[(56, 64), (70, 82), (92, 94)]]),
    ('岭', &[&[(22, 14), (22, 74)], &[(7, 36), (7, 75), (37, 75), (37, 36)],
        &[(67, 6), (56, 26), (42, 42)], &[(67, 6), (80, 26), (96, 42)], &[(64, 36), (72, 46)], &[(48, 57), (86, 57), (70, 74)], &[(58, 70), (78, 94)]]),
    ('上', &[&[(48, 8), (48, 88)], &[(48, 44), (84, 44)], &[(8, 88), (92, 88)]]),
    ('大', &[&[(8, 36), (92, 36)], &[(50, 6), (48, 44), (34, 74), (8, 94)], &[(50, 40), (66, 72), (94, 94)]]),
    ('川', &[&[(20, 12), (20, 60), (8, 92)], &[(50, 16), (50, 82)], &[(82, 8), (82, 94)]]),
    ('山', &[&[(50, 8), (50, 84)], &[(14, 36), (14, 86), (86, 86), (86, 36)]]),
    ('井', &[&[(12, 32), (88, 32)], &[(6, 64), (94, 64)], &[(34, 8), (34, 62), (16, 94)], &[(68, 8), (68, 94)]]),
    ('超', &[&[(12, 20), (44, 20)], &[(28, 5), (28, 38)], &[(6, 38), (50, 38)], &[(30, 38), (30, 82)], &[(30, 58), (48, 58)], &[(17, 54), (14, 74), (4, 93)],
        &[(14, 72), (36, 89), (97, 93)], &[(56, 12), (91, 12), (88, 42), (78, 39)], &[(72, 12), (68, 30), (52, 46)], &[(58, 54), (89, 54), (89, 80), (58, 80), (58, 54)]]),
    ('市', &[&[(46, 3), (54, 14)], &[(8, 24), (92, 24)], &[(22, 84), (22, 43), (79, 43), (79, 82), (68, 79)], &[(50, 24), (50, 97)]]),
    ('便', &[&[(26, 5), (7, 50)], &[(20, 34), (20, 96)], &[(38, 13), (95, 13)], &[(44, 28), (89, 28), (89, 62), (44, 62), (44, 28)], &[(44, 45), (89, 45)],
        &[(66, 13), (64, 62), (54, 82), (34, 95)], &[(44, 68), (64, 85), (97, 95)]]),
    ('利', &[&[(48, 7), (14, 17)], &[(5, 38), (59, 38)], &[(32, 12), (32, 96)], &[(30, 42), (6, 74)], &[(36, 46), (57, 64)], &[(71, 18), (71, 68)], &[(91, 5), (91, 93), (80, 89)]]),
    ('店', &[&[(50, 3), (56, 14)], &[(16, 18), (95, 18)], &[(17, 18), (15, 62), (5, 95)], &[(56, 26), (56, 56)], &[(56, 40), (87, 40)], &[(34, 57), (82, 57), (82, 91), (34, 91), (34, 57)]]),
    ('副', &[&[(6, 9), (62, 9)], &[(18, 22), (52, 22), (52, 42), (18, 42), (18, 22)], &[(11, 54), (59, 54), (59, 93), (11, 93), (11, 54)], &[(11, 73), (59, 73)], &[(35, 54), (35, 93)],
        &[(75, 18), (75, 68)], &[(93, 5), (93, 93), (82, 89)]]),
    ('食', &[&[(50, 3), (32, 24), (5, 42)], &[(50, 3), (70, 24), (95, 42)], &[(45, 27), (55, 34)], &[(30, 43), (71, 43), (71, 66), (30, 66)], &[(30, 54), (71, 54)],
        &[(30, 43), (30, 93), (48, 84)], &[(86, 70), (66, 80)], &[(52, 68), (68, 86), (94, 95)]]),
    ('烟', &[&[(8, 30), (13, 46)], &[(42, 25), (35, 42)], &[(25, 7), (24, 52), (5, 94)], &[(27, 58), (43, 82)], &[(52, 94), (52, 13), (94, 13), (94, 94)], &[(52, 89), (94, 89)],
        &[(61, 39), (86, 39)], &[(73, 22), (71, 50), (60, 76)], &[(74, 50), (87, 74)]]),
    ('酒', &[&[(10, 14), (20, 24)], &[(5, 40), (16, 49)], &[(5, 92), (22, 62)], &[(34, 12), (95, 12)], &[(39, 96), (39, 30), (91, 30), (91, 96)], &[(56, 12), (56, 44), (47, 58)],
        &[(73, 12), (73, 54), (84, 54)], &[(39, 71), (91, 71)], &[(39, 91), (91, 91)]]),
    ('吉', &[&[(12, 22), (88, 22)], &[(50, 4), (50, 44)], &[(26, 44), (74, 44)], &[(28, 58), (72, 58), (72, 92), (28, 92), (28, 58)]]),
    ('0', &[&[(12, 24), (30, 10), (48, 24), (48, 76), (30, 90), (12, 76), (12, 24)]]),
    ('1', &[&[(16, 24), (32, 10), (32, 90)]]),
    ('2', &[&[(12, 26), (28, 10), (46, 24), (44, 46), (12, 90), (50, 90)]]),
    ('3', &[&[(12, 16), (30, 10), (46, 26), (28, 47), (48, 68), (30, 90), (10, 82)]]),
    ('4', &[&[(38, 90), (38, 10), (8, 66), (52, 66)]]),
    ('5', &[&[(46, 10), (16, 10), (14, 44), (34, 40), (48, 62), (34, 90), (10, 84)]]),
    ('6', &[&[(42, 12), (20, 36), (12, 66), (28, 90), (48, 70), (32, 48), (14, 62)]]),
    ('7', &[&[(10, 10), (50, 10), (26, 90)]]),
    ('8', &[&[(30, 46), (14, 28), (30, 10), (46, 28), (30, 46), (48, 70), (30, 90), (12, 70), (30, 46)]]),
    ('9', &[&[(46, 38), (30, 52), (13, 32), (30, 10), (47, 30), (42, 66), (22, 90)]]),
    ('.', &[&[(14, 88), (14, 89)]]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::products::Brand;

    #[test]
    fn every_brand_name_and_every_price_can_be_written() {
        for brand in [Brand::Fuquan, Brand::Lingshang, Brand::Dachuan, Brand::Shanjing] {
            assert!(brand.name().chars().all(|character| mask(character).is_some()), "{}", brand.name());
        }
        assert!("0123456789.".chars().all(|digit| mask(digit).is_some()));
    }

    #[test]
    fn a_small_character_has_as_much_ink_as_a_large_one() {
        let mask = mask('泉').expect("it is in the list");
        let ink = |size: f32| {
            let steps = 48;
            let at = |step: usize| (step as f32 + 0.5) / steps as f32;
            (0..steps * steps).map(|dot| mask.ink(at(dot % steps), at(dot / steps), size)).sum::<f32>()
        };
        assert!((ink(20.0) / ink(90.0) - 1.0).abs() < 0.05);
    }
}
