//! Paints a fridge with a glass door: cold light inside, wire boards, our name in the lamp above.
//! The goods on its boards are those of `rack.rs`; the mirror on its glass is `camera.rs`'s.

use crate::shelf::canvas::{Area, Canvas, shade};
use crate::shelf::rack::{self, Board, Stock, View};
use crate::shelf::{Poster, Scene};

/// What the camera sees from side to side, millimetres.
const SEEN: f32 = 730.0;
/// The inside of the fridge.
const INSIDE: f32 = 560.0;
/// The height of a wire board.
const WIRE: f32 = 13.0;

/// Paints the fridge.
#[must_use]
pub fn paint(scene: &Scene, (width, height): (usize, usize), stock: &mut Stock) -> Canvas {
    let mut chance = scene.chance.stream("fridge");
    let scale = width as f32 / 1.24 / SEEN;
    let full = (width as f32, height as f32);
    let mut canvas = Canvas::new(width, height, [140, 132, 122]);
    canvas.gradient(Area(0.0, 0.0, full.0, full.1), [158, 150, 138], [96, 90, 84], (1.0, 1.0));
    let middle = full.0 / 2.0;
    let (left, right) = (middle - INSIDE / 2.0 * scale, middle + INSIDE / 2.0 * scale);
    let inside: f32 = scene.rows.iter().map(|row| rack::headroom(row) + WIRE).sum::<f32>() * scale;
    let top = (full.1 - inside) / 2.0 + 42.0 * scale;
    cabinet(&mut canvas, scene, scale, (left, right, top, top + inside));
    let view = View { scale, vanishing: (middle, top + inside * 0.44), wall: [196, 212, 218], metal: [226, 234, 238] };
    let mut y = top;
    for (number, row) in scene.rows.iter().enumerate() {
        let base = y + rack::headroom(row) * scale;
        let board = Board { left, right, top: y, base };
        rack::goods(&mut canvas, &view, &board, row, stock, &mut chance.numbered("goods", number as u64));
        for wire in 0..3 {
            let line = base + (wire as f32 * 4.6) * scale;
            canvas.gradient(Area(left, line, right, line + 2.6 * scale), [246, 249, 250], [128, 140, 146], (1.0, 1.0));
        }
        y = base + WIRE * scale;
    }
    cold_light(&mut canvas, scale, (left, right, top, top + inside));
    door(&mut canvas, scale, (left, right, top, top + inside), chance.percent(50));
    canvas
}

fn cabinet(canvas: &mut Canvas, scene: &Scene, scale: f32, (left, right, top, bottom): (f32, f32, f32, f32)) {
    let body = Area(left - 52.0 * scale, top - 190.0 * scale, right + 52.0 * scale, bottom + 400.0 * scale);
    canvas.glow(((left + right) / 2.0, bottom), (INSIDE * scale, 700.0 * scale), [20, 18, 16], 0.5);
    canvas.rounded(body, 16.0 * scale, [236, 240, 242], 1.0);
    let lamp = Area(left - 30.0 * scale, top - 160.0 * scale, right + 30.0 * scale, top - 46.0 * scale);
    canvas.gradient(lamp, [26, 122, 150], [12, 78, 104], (1.0, 1.0));
    let middle = (left + right) / 2.0;
    canvas.glow((middle, top - 104.0 * scale), (330.0 * scale, 66.0 * scale), [120, 214, 236], 0.55);
    if scene.poster == Poster::Absent {
        // Another maker's fridge, or one whose sign is gone.
        canvas.gradient(lamp, [206, 208, 206], [176, 178, 178], (1.0, 1.0));
    } else {
        canvas.write("滏泉", middle - 88.0 * scale, top - 146.0 * scale, 84.0 * scale, [250, 253, 253]);
    }
    let foot = Area(left - 52.0 * scale, bottom + 44.0 * scale, right + 52.0 * scale, bottom + 400.0 * scale);
    canvas.gradient(foot, [206, 210, 212], [150, 154, 156], (1.0, 1.0));
    for slot in 0..6 {
        let y = bottom + (70.0 + slot as f32 * 15.0) * scale;
        canvas.fill(Area(left, y, right, y + 6.0 * scale), [74, 78, 80]);
    }
}

/// Two tubes at the sides and one on top.
fn cold_light(canvas: &mut Canvas, scale: f32, (left, right, top, bottom): (f32, f32, f32, f32)) {
    let height = (bottom - top) / 2.0;
    for x in [left, right] {
        canvas.glow((x, top + height), (150.0 * scale, height * 1.3), [226, 244, 252], 0.34);
    }
    canvas.glow(((left + right) / 2.0, top), (300.0 * scale, 110.0 * scale), [232, 246, 252], 0.42);
}

/// The frame of the door, its seal and its handle.
fn door(canvas: &mut Canvas, scale: f32, (left, right, top, bottom): (f32, f32, f32, f32), opens_left: bool) {
    let rim = 26.0 * scale;
    let metal = [188, 194, 198];
    canvas.gradient(Area(left - rim, top - rim, right + rim, top), shade(metal, 1.14), shade(metal, 0.8), (1.0, 1.0));
    canvas.gradient(
        Area(left - rim, bottom, right + rim, bottom + rim),
        shade(metal, 1.1),
        shade(metal, 0.7),
        (1.0, 1.0),
    );
    for (from, to) in [(left - rim, left), (right, right + rim)] {
        canvas.gradient(Area(from, top - rim, to, bottom + rim), shade(metal, 1.06), shade(metal, 0.92), (1.0, 1.0));
    }
    for (from, to) in [(left, left + 4.0 * scale), (right - 4.0 * scale, right)] {
        canvas.gradient(Area(from, top, to, bottom), [40, 44, 46], [40, 44, 46], (0.8, 0.8));
    }
    canvas.gradient(Area(left, top, right, top + 4.0 * scale), [40, 44, 46], [40, 44, 46], (0.8, 0.8));
    let x = if opens_left { left - rim * 0.8 } else { right + rim * 0.25 };
    let middle = (top + bottom) / 2.0;
    let grip = Area(x, middle - 120.0 * scale, x + 15.0 * scale, middle + 120.0 * scale);
    canvas.rounded(Area(grip.0 + 4.0, grip.1 + 5.0, grip.2 + 6.0, grip.3 + 7.0), 7.0 * scale, [0; 3], 0.35);
    canvas.rounded(grip, 7.0 * scale, [58, 62, 66], 1.0);
    canvas.rounded(
        Area(grip.0 + 3.0 * scale, grip.1 + 8.0, grip.0 + 6.0 * scale, grip.3 - 8.0),
        1.5 * scale,
        [214; 3],
        0.7,
    );
}
