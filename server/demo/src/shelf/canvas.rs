//! A small rasteriser: filled shapes with soft edges, gradients, shadows and pasted sprites on an RGB picture.
//! The painters of shelves, fridges and shop fronts call it; `camera.rs` photographs the result.

use crate::products::Rgb;
use crate::shelf::glyphs;

/// A picture being painted.
#[derive(Clone, Debug)]
pub struct Canvas {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Row by row.
    pub pixels: Vec<Rgb>,
}

/// A cut-out: colours multiplied with their opacity, and the opacity.
#[derive(Clone, Debug)]
pub struct Sprite {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Row by row: red, green, blue, opacity.
    pub pixels: Vec<[u8; 4]>,
}

/// A rectangle: left, top, right, bottom.
#[derive(Clone, Copy, Debug)]
pub struct Area(pub f32, pub f32, pub f32, pub f32);

/// Two colours mixed: 0 is the first, 1 the second.
#[must_use]
pub fn mix(first: Rgb, second: Rgb, part: f32) -> Rgb {
    std::array::from_fn(|at| {
        let (first, second) = (f32::from(first[at]), f32::from(second[at]));
        (first + (second - first) * part + 0.5) as u8
    })
}

/// A colour made darker or lighter.
#[must_use]
pub fn shade(colour: Rgb, factor: f32) -> Rgb {
    colour.map(|value| (f32::from(value) * factor + 0.5) as u8)
}

/// Lays a pixel of a sprite, darkened to `light` of 256, over a pixel.
fn lay(pixel: &mut Rgb, [red, green, blue, opacity]: [u8; 4], light: u32) {
    if opacity == 0 {
        return;
    }
    let rest = 256 - u32::from(opacity) - u32::from(opacity >> 7);
    for (old, new) in pixel.iter_mut().zip([red, green, blue]) {
        *old = ((u32::from(new) * light + u32::from(*old) * rest) >> 8).min(255) as u8;
    }
}

impl Canvas {
    /// A picture of one colour.
    #[must_use]
    pub fn new(width: usize, height: usize, colour: Rgb) -> Self {
        Self { width, height, pixels: vec![colour; width * height] }
    }

    fn span(from: f32, to: f32, limit: usize) -> std::ops::Range<usize> {
        let start = from.floor().max(0.0) as usize;
        start.min(limit)..(to.ceil().max(0.0) as usize).min(limit)
    }

    /// Lays a colour over a pixel; 256 hides what was there.
    fn dab(pixel: &mut Rgb, colour: Rgb, weight: i32) {
        for (old, new) in pixel.iter_mut().zip(colour) {
            *old = (i32::from(*old) + (((i32::from(new) - i32::from(*old)) * weight) >> 8)) as u8;
        }
    }

    /// Fills a rectangle with a gradient from top to bottom; its edges are soft within a pixel.
    pub fn gradient(&mut self, area: Area, top: Rgb, bottom: Rgb, opacity: (f32, f32)) {
        let Area(left, up, right, down) = area;
        let height = (down - up).max(0.001);
        let columns = Self::span(left, right, self.width);
        if columns.is_empty() {
            return;
        }
        let first = (columns.start as f32 + 1.0 - left).min(1.0);
        let last = (right - columns.end as f32 + 1.0).min(1.0);
        for y in Self::span(up, down, self.height) {
            let centre = y as f32 + 0.5;
            let part = ((centre - up) / height).clamp(0.0, 1.0);
            let cover = (centre - up + 0.5).min(down - centre + 0.5).clamp(0.0, 1.0);
            let colour = mix(top, bottom, part);
            let strength = 256.0 * (opacity.0 + (opacity.1 - opacity.0) * part) * cover;
            let line = &mut self.pixels[y * self.width..][columns.clone()];
            let [head, inner @ ..] = line else { continue };
            Self::dab(head, colour, (strength * first) as i32);
            let Some((tail, inner)) = inner.split_last_mut() else { continue };
            Self::dab(tail, colour, (strength * last) as i32);
            if strength >= 255.5 {
                inner.fill(colour);
            } else {
                inner.iter_mut().for_each(|pixel| Self::dab(pixel, colour, strength as i32));
            }
        }
    }

    /// Fills a rectangle with one colour.
    pub fn fill(&mut self, area: Area, colour: Rgb) {
        self.gradient(area, colour, colour, (1.0, 1.0));
    }

    /// Fills a rectangle with round corners.
    pub fn rounded(&mut self, area: Area, radius: f32, colour: Rgb, opacity: f32) {
        let Area(left, up, right, down) = area;
        let (middle_x, middle_y) = ((left + right) / 2.0, (up + down) / 2.0);
        let (half_x, half_y) = ((right - left) / 2.0 - radius, (down - up) / 2.0 - radius);
        for y in Self::span(up - 1.0, down + 1.0, self.height) {
            for x in Self::span(left - 1.0, right + 1.0, self.width) {
                let away_x = ((x as f32 + 0.5 - middle_x).abs() - half_x).max(0.0);
                let away_y = ((y as f32 + 0.5 - middle_y).abs() - half_y).max(0.0);
                // Only in the corners does the distance need a root.
                let away = if away_x > 0.0 && away_y > 0.0 { away_x.hypot(away_y) } else { away_x + away_y };
                let cover = (radius - away + 0.5).clamp(0.0, 1.0);
                if cover > 0.0 {
                    Self::dab(&mut self.pixels[y * self.width + x], colour, (cover * opacity * 256.0) as i32);
                }
            }
        }
    }

    /// A soft dark or bright spot: full in its middle, nothing at its rim.
    pub fn glow(&mut self, centre: (f32, f32), reach: (f32, f32), colour: Rgb, opacity: f32) {
        for y in Self::span(centre.1 - reach.1, centre.1 + reach.1, self.height) {
            let down = (y as f32 + 0.5 - centre.1) / reach.1;
            let room = 1.0 - down * down;
            let half = room.max(0.0).sqrt() * reach.0;
            let columns = Self::span(centre.0 - half, centre.0 + half, self.width);
            let mut across = (columns.start as f32 + 0.5 - centre.0) / reach.0;
            for pixel in &mut self.pixels[y * self.width..][columns] {
                let left = (room - across * across).max(0.0);
                Self::dab(pixel, colour, (left * left * opacity * 256.0) as i32);
                across += 1.0 / reach.0;
            }
        }
    }

    /// Fills a figure with four corners whose upper and lower edges are level.
    pub fn trapezium(&mut self, top: (f32, f32, f32), bottom: (f32, f32, f32), colours: (Rgb, Rgb)) {
        let height = (bottom.2 - top.2).max(0.001);
        for y in Self::span(top.2, bottom.2, self.height) {
            let part = ((y as f32 + 0.5 - top.2) / height).clamp(0.0, 1.0);
            let left = top.0 + (bottom.0 - top.0) * part;
            let right = top.1 + (bottom.1 - top.1) * part;
            let colour = mix(colours.0, colours.1, part);
            for x in Self::span(left, right, self.width) {
                self.pixels[y * self.width + x] = colour;
            }
        }
    }

    /// Pastes a sprite with its upper left corner at a pixel, resized by `scale` and darkened to `light`.
    pub fn paste(&mut self, sprite: &Sprite, left: f32, top: f32, scale: f32, light: f32) {
        let width = (sprite.width as f32 * scale) as i64;
        let height = (sprite.height as f32 * scale) as i64;
        let (left, top) = (left.round() as i64, top.round() as i64);
        let light = (light * 256.0) as u32;
        let across = (-left).max(0)..width.min(self.width as i64 - left);
        if across.is_empty() {
            return;
        }
        for row in (-top).max(0)..height.min(self.height as i64 - top) {
            let source = (((row as f32 + 0.5) / scale) as usize).min(sprite.height - 1);
            let line = &sprite.pixels[source * sprite.width..][..sprite.width];
            let start = (top + row) as usize * self.width;
            let target = &mut self.pixels[start + (left + across.start) as usize..start + (left + across.end) as usize];
            if scale == 1.0 {
                let line = &line[across.start as usize..];
                target.iter_mut().zip(line).for_each(|(pixel, new)| lay(pixel, *new, light));
            } else {
                let step = 1.0 / scale;
                let mut source = (across.start as f32 + 0.5) * step;
                for pixel in target {
                    lay(pixel, line[(source as usize).min(sprite.width - 1)], light);
                    source += step;
                }
            }
        }
    }

    /// Writes words with the strokes of `glyphs`, from the left; characters that have none leave a space.
    pub fn write(&mut self, words: &str, left: f32, top: f32, size: f32, colour: Rgb) {
        let mut pen = left;
        for character in words.chars() {
            if let Some(mask) = glyphs::mask(character) {
                for y in Self::span(top, top + size, self.height) {
                    for x in Self::span(pen, pen + size, self.width) {
                        let place = ((x as f32 + 0.5 - pen) / size, (y as f32 + 0.5 - top) / size);
                        let ink = mask.ink(place.0, place.1, size);
                        if ink > 0.02 {
                            Self::dab(&mut self.pixels[y * self.width + x], colour, (ink * 256.0) as i32);
                        }
                    }
                }
            }
            pen += size * glyphs::advance(character);
        }
    }
}
