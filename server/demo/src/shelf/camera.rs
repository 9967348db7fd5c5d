//! Photographs a painted canvas: from a hand that is never quite straight, through a small lens, in the light of a shop.
//! What can go wrong with a picture (dark, glare, blur, tilt) happens here. `shelf.rs` calls it.

use crate::chance::Chance;
use crate::products::Rgb;
use crate::shelf::canvas::Canvas;
use crate::shelf::{Angle, Kind, Scene};
use image::RgbImage;

/// How much more is painted than is seen, so that a crooked phone does not see the edge of the world.
const MARGIN: f32 = 1.24;

/// The size of the canvas for a picture.
#[must_use]
pub fn canvas_size(width: u32, height: u32) -> (usize, usize) {
    ((width as f32 * MARGIN) as usize, (height as f32 * MARGIN) as usize)
}

/// Where the hand holds the phone.
struct Hold {
    cos: f32,
    sin: f32,
    zoom: f32,
    lean: (f32, f32),
    shift: (f32, f32),
}

impl Hold {
    /// A tripod: straight, level, in the middle.
    const TRIPOD: Self = Self { cos: 1.0, sin: 0.0, zoom: 1.0, lean: (0.0, 0.0), shift: (0.0, 0.0) };

    fn new(scene: &Scene, angle: Angle, chance: &mut Chance) -> Self {
        if scene.posed {
            return Self::TRIPOD;
        }
        if angle == Angle::Side {
            // One end of the shelf is near, the other far.
            let side = if chance.percent(50) { 0.34 } else { -0.34 };
            let turn = chance.spread(0.02);
            return Self {
                cos: 1.0,
                sin: turn,
                zoom: 0.93,
                lean: (side, chance.spread(0.05)),
                shift: (side * 0.2, 0.0),
            };
        }
        let angle = (scene.defects.tilt * 11.0 + chance.spread(0.9)).to_radians();
        Self {
            cos: angle.cos(),
            sin: angle.sin(),
            zoom: 1.0 + chance.spread(0.025),
            lean: (chance.spread(0.045) + scene.defects.tilt * 0.05, chance.spread(0.035)),
            shift: (chance.spread(0.012), chance.spread(0.012)),
        }
    }

    /// Where on the canvas a point of the picture lies; both from the middle, in parts of the width.
    fn look(&self, x: f32, y: f32) -> (f32, f32) {
        let far = 1.0 + self.lean.0 * x + self.lean.1 * y;
        let (x, y) = (x * self.zoom / far, y * self.zoom / far);
        (x * self.cos - y * self.sin + self.shift.0, x * self.sin + y * self.cos + self.shift.1)
    }
}

/// Where light falls and where it reflects.
struct Light {
    exposure: f32,
    balance: [f32; 3],
    slope: (f32, f32),
    spot: (f32, f32, f32),
    streak: (f32, f32),
    glare: f32,
    noise: f32,
}

impl Light {
    fn new(scene: &Scene, chance: &mut Chance) -> Self {
        let warm = chance.spread(0.035);
        let dark = scene.defects.dark;
        Self {
            exposure: (1.07 + chance.spread(0.06)) * (1.0 - 0.74 * dark),
            balance: [1.01 + warm + 0.04 * dark, 1.0, 0.985 - warm - 0.06 * dark],
            slope: (chance.spread(0.16), -0.05 + chance.spread(0.08)),
            spot: (chance.spread(0.18), chance.spread(0.25) - 0.05, 0.2 + chance.unit() * 0.12),
            streak: (0.35 + chance.spread(0.1), chance.spread(0.3)),
            glare: scene.defects.glare,
            noise: if scene.posed { 0.4 } else { 1.3 + 6.0 * dark },
        }
    }

    /// How much of the lamp comes back at a point, 0 to 1.
    fn reflection(&self, x: f32, y: f32, kind: Kind) -> f32 {
        if self.glare == 0.0 && kind != Kind::Fridge {
            return 0.0;
        }
        let (spot_x, spot_y, reach) = self.spot;
        let near = ((x - spot_x).powi(2) + ((y - spot_y) * 0.8).powi(2)) / (reach * reach);
        // A hot core and a wide veil.
        let spot = self.glare * (1.1 * (-near * 2.6).exp() + 0.75 * (-near * 0.5).exp());
        if kind != Kind::Fridge {
            return 1.0 - (-spot * 1.3).exp();
        }
        // A glass door mirrors the window behind the rep: slanting bands.
        let slant = x + y * self.streak.0 - self.streak.1;
        let band = |at: f32, width: f32| (1.0 - ((slant - at) / width).powi(2)).clamp(0.0, 1.0);
        let bands = band(0.0, 0.13) * 0.9 + band(0.2, 0.04) * 0.7 + band(-0.24, 0.06) * 0.6;
        let veil = bands * (0.07 + 0.75 * self.glare);
        if spot > 0.0 { 1.0 - (-(veil + spot * 0.9)).exp() } else { veil }
    }
}

/// Takes the picture.
#[must_use]
pub fn photograph(canvas: &Canvas, scene: &Scene, angle: Angle, width: u32, height: u32) -> RgbImage {
    let mut chance = scene.chance.numbered("camera", angle as u64);
    let hold = Hold::new(scene, angle, &mut chance);
    let light = Light::new(scene, &mut chance);
    let grain = grain(&mut chance.stream("grain"), light.noise, width as usize * 3 + 4_096);
    let blurred;
    let canvas = if scene.defects.blur > 0.0 {
        blurred = blur(canvas, scene.defects.blur * width as f32 / 110.0);
        &blurred
    } else {
        canvas
    };
    let lens = Lens { hold, light, canvas, kind: scene.kind, size: (width as f32, height as f32) };
    let mut bytes = vec![0; (width * height * 3) as usize];
    for (row, line) in bytes.chunks_exact_mut(width as usize * 3).enumerate() {
        let start = chance.below(grain.len() - line.len());
        let mut from = lens.ray(0.0, row as f32);
        for (step, (pixels, grains)) in line.chunks_mut(STEP * 3).zip(grain[start..].chunks(STEP * 3)).enumerate() {
            let to = lens.ray(((step + 1) * STEP) as f32, row as f32);
            lens.expose(from, to, pixels, grains);
            from = to;
        }
    }
    RgbImage::from_raw(width, height, bytes).expect("three bytes were made for every pixel")
}

/// Between two rays so many pixels apart everything is taken as straight.
const STEP: usize = 8;
/// Fractions are kept in so many bits.
const BITS: i32 = 16;

/// Where a pixel looks and how much light it gets, as integers of 1/65536.
#[derive(Clone, Copy)]
struct Ray([i32; 6]);

/// Everything between the canvas and the sensor.
struct Lens<'a> {
    hold: Hold,
    light: Light,
    canvas: &'a Canvas,
    kind: Kind,
    size: (f32, f32),
}

impl Lens<'_> {
    fn ray(&self, column: f32, row: f32) -> Ray {
        let (width, height) = self.size;
        let (x, y) = ((column + 0.5 - width / 2.0) / width, (row + 0.5 - height / 2.0) / width);
        let (from_x, from_y) = self.hold.look(x, y);
        let limit = |value: f32, edge: usize| value.clamp(0.0, edge as f32 - 2.0);
        let light = &self.light;
        let gain = light.exposure * (1.0 - 0.52 * (x * x + y * y * 0.6) + light.slope.0 * x + light.slope.1 * y);
        let parts = [
            limit(self.canvas.width as f32 / 2.0 + from_x * width - 0.5, self.canvas.width),
            limit(self.canvas.height as f32 / 2.0 + from_y * width - 0.5, self.canvas.height),
            gain * light.balance[0],
            gain * light.balance[1],
            gain * light.balance[2],
            light.reflection(x, y, self.kind),
        ];
        Ray(parts.map(|part| (part * (1 << BITS) as f32) as i32))
    }

    /// Fills the pixels between two rays.
    fn expose(&self, from: Ray, to: Ray, pixels: &mut [u8], grains: &[i16]) {
        let delta: [i32; 6] = std::array::from_fn(|part| (to.0[part] - from.0[part]) / STEP as i32);
        let mut ray = from.0;
        for (pixel, grains) in pixels.chunks_exact_mut(3).zip(grains.chunks_exact(3)) {
            let seen = sample(self.canvas, ray[0], ray[1]);
            let mirror = ray[5] >> 8;
            for band in 0..3 {
                let lit = (seen[band] * (ray[2 + band] >> 8)) >> 8;
                // The shoulder of a small sensor: highlights roll off instead of clipping.
                let soft = if lit > 200 { 200 + (lit - 200) * 184 / 256 } else { lit };
                let mirrored = soft + (((252 - soft) * mirror) >> 8);
                pixel[band] = (mirrored + i32::from(grains[band])).clamp(0, 255) as u8;
            }
            for (part, delta) in ray.iter_mut().zip(delta) {
                *part += delta;
            }
        }
    }
}

/// The colour between four pixels.
fn sample(canvas: &Canvas, x: i32, y: i32) -> [i32; 3] {
    let (left, up) = ((x >> BITS) as usize, (y >> BITS) as usize);
    let (across, down) = ((x >> 8) & 255, (y >> 8) & 255);
    let above = &canvas.pixels[up * canvas.width + left..][..2];
    let below = &canvas.pixels[(up + 1) * canvas.width + left..][..2];
    std::array::from_fn(|band| {
        let level = |pair: &[Rgb]| i32::from(pair[0][band]) * (256 - across) + i32::from(pair[1][band]) * across;
        (level(above) * (256 - down) + level(below) * down) >> 16
    })
}

/// A small copy, each of its pixels the mean of a square.
#[must_use]
pub fn shrink(image: &RgbImage, width: u32) -> RgbImage {
    let step = image.width().div_ceil(width).max(1);
    RgbImage::from_fn(image.width() / step, image.height() / step, |x, y| {
        let mut sum = [0_u32; 3];
        for inner in 0..step * step {
            let pixel = image.get_pixel(x * step + inner % step, y * step + inner / step);
            for (sum, value) in sum.iter_mut().zip(pixel.0) {
                *sum += u32::from(value);
            }
        }
        image::Rgb(sum.map(|sum| (sum / (step * step)) as u8))
    })
}

/// A strip of grain, longer than a line of the picture. Three draws make a bell.
fn grain(chance: &mut Chance, strength: f32, length: usize) -> Vec<i16> {
    let bell = |chance: &mut Chance| (chance.unit() + chance.unit() + chance.unit() - 1.5) * 2.0;
    (0..length).map(|_| (bell(chance) * strength).round() as i16).collect()
}

/// A shaken hand: each pixel becomes the mean of a slanting line through it.
fn blur(canvas: &Canvas, reach: f32) -> Canvas {
    let (steps, width) = (reach.ceil().max(1.0) as i64, canvas.width as i64);
    // Every second pixel of the line will do.
    let line: Vec<(i64, i64)> = (-steps..=steps).step_by(2).map(|step| (step, step / 2)).collect();
    let mut result = canvas.clone();
    for (at, pixel) in result.pixels.iter_mut().enumerate() {
        let (x, y) = (at as i64 % width, at as i64 / width);
        let mut sum = [0_u32; 3];
        for (right, down) in &line {
            let from_x = (x + right).clamp(0, width - 1);
            let from_y = (y + down).clamp(0, canvas.height as i64 - 1);
            for (sum, value) in sum.iter_mut().zip(canvas.pixels[(from_y * width + from_x) as usize]) {
                *sum += u32::from(value);
            }
        }
        *pixel = sum.map(|sum| (sum / line.len() as u32) as u8);
    }
    result
}
