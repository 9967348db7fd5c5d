//! Paints a shop front: the red signboard, glass doors with the season's poster, cases piled up at the entrance.
//! `shelf.rs` calls it for photos of the kind 店头.

use crate::chance::Chance;
use crate::products::{PRODUCTS, Rgb};
use crate::shelf::canvas::{Area, Canvas, mix, shade};
use crate::shelf::rack::Stock;
use crate::shelf::{Poster, Scene};

/// What the camera sees from side to side, millimetres.
const SEEN: f32 = 4_300.0;

/// Where things are, in pixels.
struct Plan {
    scale: f32,
    middle: f32,
    /// Where the wall meets the pavement.
    ground: f32,
    width: f32,
    height: f32,
}

impl Plan {
    /// Millimetres right of the middle.
    fn x(&self, millimetres: f32) -> f32 {
        self.middle + millimetres * self.scale
    }

    /// Millimetres above the pavement.
    fn y(&self, millimetres: f32) -> f32 {
        self.ground - millimetres * self.scale
    }

    fn area(&self, left: f32, top: f32, right: f32, bottom: f32) -> Area {
        Area(self.x(left), self.y(top), self.x(right), self.y(bottom))
    }
}

/// Paints the front.
#[must_use]
pub fn paint(scene: &Scene, (width, height): (usize, usize), stock: &mut Stock) -> Canvas {
    let mut chance = scene.chance.stream("front");
    let plan = Plan {
        scale: width as f32 / 1.24 / SEEN,
        middle: width as f32 / 2.0,
        ground: height as f32 * 0.8,
        width: width as f32,
        height: height as f32,
    };
    let tiles = [[214, 206, 192], [196, 190, 182], [206, 186, 164], [222, 218, 208]];
    let wall = *chance.pick(&tiles);
    let mut canvas = Canvas::new(width, height, wall);
    facade(&mut canvas, &plan, wall, &mut chance);
    opening(&mut canvas, &plan, &mut chance);
    sign(&mut canvas, &plan, scene.sign, &mut chance);
    pavement(&mut canvas, &plan);
    couplets(&mut canvas, &plan, &mut chance);
    poster(&mut canvas, &plan, scene.poster, stock, &mut chance);
    if scene.pile {
        pile(&mut canvas, &plan, &mut chance);
    }
    clutter(&mut canvas, &plan, &mut chance);
    canvas
}

fn facade(canvas: &mut Canvas, plan: &Plan, wall: Rgb, chance: &mut Chance) {
    canvas.gradient(Area(0.0, 0.0, plan.width, plan.ground), shade(wall, 1.04), shade(wall, 0.9), (1.0, 1.0));
    let (step_x, step_y) = (240.0 * plan.scale, 120.0 * plan.scale);
    let mut y = plan.ground;
    while y > 0.0 {
        canvas.gradient(Area(0.0, y, plan.width, y + 1.0), shade(wall, 0.78), shade(wall, 0.78), (0.7, 0.7));
        let mut x = chance.unit() * step_x;
        while x < plan.width {
            canvas.gradient(Area(x, y - step_y, x + 1.0, y), shade(wall, 0.8), shade(wall, 0.8), (0.5, 0.5));
            x += step_x;
        }
        y -= step_y;
    }
    // The window of the floor above, with its security grille.
    let (left, right) = (-1_350.0, 250.0);
    canvas.fill(plan.area(left - 60.0, 5_000.0, right + 60.0, 4_060.0), [150, 150, 148]);
    canvas.gradient(plan.area(left, 4_940.0, right, 4_120.0), [70, 92, 108], [130, 150, 160], (1.0, 1.0));
    for bar in 0..12 {
        let x = left + (right - left) * bar as f32 / 11.0;
        canvas.fill(plan.area(x - 9.0, 5_000.0, x + 9.0, 4_060.0), [196, 198, 198]);
    }
    // The outdoor part of an air conditioner.
    canvas.fill(plan.area(900.0, 4_700.0, 1_720.0, 4_130.0), [216, 214, 206]);
    canvas.glow((plan.x(1_180.0), plan.y(4_415.0)), (250.0 * plan.scale, 250.0 * plan.scale), [40, 42, 44], 0.95);
    canvas.fill(plan.area(1_480.0, 4_640.0, 1_680.0, 4_200.0), [190, 188, 182]);
}

/// The signboard: a panel with our name, because we paid for it, and the trade in large characters.
fn sign(canvas: &mut Canvas, plan: &Plan, words: &str, chance: &mut Chance) {
    let boards: [(Rgb, Rgb); 4] = [
        ([196, 24, 30], [255, 240, 140]),
        ([186, 20, 28], [255, 255, 255]),
        ([20, 86, 168], [255, 255, 255]),
        ([24, 122, 62], [255, 250, 220]),
    ];
    let (board, ink) = chance.weighted(&[(boards[0], 4), (boards[1], 3), (boards[2], 2), (boards[3], 1)]);
    let (left, right, top, bottom) = (-2_450.0, 2_450.0, 3_880.0, 2_860.0);
    let shadow = plan.area(left, bottom, right, bottom - 260.0);
    canvas.gradient(shadow, [10, 10, 10], [10, 10, 10], (0.55, 0.0));
    canvas.gradient(plan.area(left, top, right, bottom), shade(board, 1.12), shade(board, 0.84), (1.0, 1.0));
    canvas.gradient(plan.area(left, top, right, top - 40.0), [232; 3], [150; 3], (1.0, 1.0));
    canvas.gradient(plan.area(left, bottom + 44.0, right, bottom), [206; 3], [110; 3], (1.0, 1.0));
    canvas.gradient(plan.area(-1_930.0, top - 60.0, -980.0, bottom + 60.0), [22, 116, 144], [10, 74, 98], (1.0, 1.0));
    canvas.fill(plan.area(-1_930.0, bottom + 190.0, -980.0, bottom + 130.0), [232, 92, 48]);
    let size = 400.0 * plan.scale;
    canvas.write("滏泉", plan.x(-1_880.0), plan.y(top - 190.0), size, [248, 252, 252]);
    let count = words.chars().count() as f32;
    let size = (if count > 3.0 { 590.0 } else { 660.0 }) * plan.scale;
    let start = plan.x(540.0) - count * size * 1.06 / 2.0;
    let height = plan.y(top - 170.0);
    canvas.write(words, start + 3.0, height + 4.0, size, shade(board, 0.45));
    canvas.write(words, start, height, size, ink);
}

fn opening(canvas: &mut Canvas, plan: &Plan, chance: &mut Chance) {
    let inside = plan.area(-1_900.0, 2_800.0, 1_900.0, 0.0);
    canvas.gradient(inside, [96, 88, 72], [58, 54, 48], (1.0, 1.0));
    // Shelves with goods, seen through the glass.
    for row in 0..6 {
        let base = 420.0 + row as f32 * 370.0;
        let mut x = -1_850.0;
        while x < 1_800.0 {
            let wide = 60.0 + chance.unit() * 120.0;
            let colour = chance.pick(&PRODUCTS).look.label;
            let dim = mix(colour, [84, 78, 66], 0.58);
            canvas.fill(plan.area(x, base + 150.0 + chance.unit() * 130.0, x + wide, base), dim);
            x += wide + 14.0;
        }
        canvas.gradient(plan.area(-1_900.0, base, 1_900.0, base - 26.0), [168, 160, 142], [110, 104, 92], (0.8, 0.8));
    }
    for lamp in [-1_100.0, 100.0, 1_300.0] {
        canvas.glow((plan.x(lamp), plan.y(2_610.0)), (620.0 * plan.scale, 190.0 * plan.scale), [255, 246, 214], 0.85);
    }
    // The street in the glass.
    canvas.gradient(inside, [196, 214, 226], [150, 160, 166], (0.34, 0.12));
    let frame = [184, 188, 190];
    for (left, right) in [(-1_960.0, -1_880.0), (-780.0, -700.0), (-40.0, 40.0), (700.0, 780.0), (1_880.0, 1_960.0)] {
        let post = plan.area(left, 2_840.0, right, 0.0);
        canvas.gradient(post, shade(frame, 1.08), shade(frame, 0.86), (1.0, 1.0));
        canvas.gradient(Area(post.2 - 2.0, post.1, post.2, post.3), [60; 3], [60; 3], (0.5, 0.5));
    }
    canvas.fill(plan.area(-1_960.0, 2_840.0, 1_960.0, 2_770.0), shade(frame, 0.9));
    canvas.fill(plan.area(-740.0, 2_240.0, 740.0, 2_170.0), frame);
    for (left, right) in [(-1_880.0, -780.0), (780.0, 1_880.0)] {
        // Below the windows the wall goes on.
        canvas.gradient(plan.area(left, 640.0, right, 0.0), [198, 192, 182], [150, 144, 136], (1.0, 1.0));
        canvas.fill(plan.area(left, 690.0, right, 640.0), [216, 214, 208]);
    }
    for handle in [-120.0, 80.0] {
        canvas.rounded(plan.area(handle, 1_320.0, handle + 40.0, 900.0), 3.0, [84, 88, 90], 1.0);
    }
}

fn pavement(canvas: &mut Canvas, plan: &Plan) {
    let stone = [168, 162, 152];
    canvas.gradient(
        Area(0.0, plan.ground, plan.width, plan.height),
        shade(stone, 0.86),
        shade(stone, 1.05),
        (1.0, 1.0),
    );
    let step = Area(plan.x(-960.0), plan.ground - 6.0, plan.x(960.0), plan.ground + 130.0 * plan.scale);
    canvas.gradient(step, shade(stone, 1.2), shade(stone, 0.94), (1.0, 1.0));
    canvas.gradient(Area(step.0, step.3 - 5.0, step.2, step.3 + 4.0), [60; 3], [90; 3], (0.7, 0.1));
    let mut depth = 60.0;
    while plan.ground + depth * plan.scale < plan.height {
        let y = plan.ground + depth * plan.scale;
        canvas.gradient(Area(0.0, y, plan.width, y + 1.5), shade(stone, 0.66), shade(stone, 0.66), (0.55, 0.55));
        depth *= 1.5;
    }
    canvas.gradient(Area(0.0, plan.ground, plan.width, plan.ground + 40.0 * plan.scale), [20; 3], [20; 3], (0.4, 0.0));
}

/// The red strips of the last New Year beside the door.
fn couplets(canvas: &mut Canvas, plan: &Plan, chance: &mut Chance) {
    if chance.percent(35) {
        return;
    }
    let faded = 0.8 + chance.unit() * 0.3;
    for left in [-1_010.0, 850.0] {
        canvas.fill(plan.area(left, 2_080.0, left + 160.0, 860.0), shade([196, 40, 34], faded.min(1.1)));
        for (at, character) in ["大", "吉", "大", "利"].iter().enumerate() {
            let top = plan.y(2_040.0 - at as f32 * 290.0);
            canvas.write(
                character,
                plan.x(left + 16.0),
                top,
                128.0 * plan.scale,
                shade([240, 200, 90], faded.min(1.05)),
            );
        }
    }
}

fn poster(canvas: &mut Canvas, plan: &Plan, poster: Poster, stock: &mut Stock, chance: &mut Chance) {
    // Small notes of others are on every window.
    for note in 0..3 {
        let left = 1_020.0 + note as f32 * 260.0 + chance.spread(40.0);
        let paper = *chance.pick(&[[244, 240, 226], [250, 226, 120], [214, 232, 240]]);
        canvas.fill(plan.area(left, 1_000.0 + chance.spread(90.0), left + 190.0, 760.0), paper);
    }
    if poster == Poster::Absent {
        // Where it hung there is still glue.
        canvas.gradient(plan.area(-1_760.0, 2_060.0, -1_090.0, 1_020.0), [220; 3], [220; 3], (0.1, 0.1));
        return;
    }
    let (left, right, top, bottom) = (-1_790.0, -1_060.0, 2_110.0, 1_000.0);
    canvas.fill(plan.area(left - 14.0, top + 14.0, right + 14.0, bottom - 14.0), [250, 250, 246]);
    canvas.gradient(plan.area(left, top, right, bottom), [250, 206, 84], [232, 96, 40], (1.0, 1.0));
    canvas.glow((plan.x(-1_425.0), plan.y(1_640.0)), (330.0 * plan.scale, 420.0 * plan.scale), [255, 250, 214], 0.9);
    canvas.write("滏泉", plan.x(left + 150.0), plan.y(top - 50.0), 205.0 * plan.scale, [150, 22, 20]);
    for (index, x, high) in [(6, -1_580.0, 640.0), (4, -1_425.0, 740.0), (12, -1_270.0, 640.0)] {
        let look = PRODUCTS[index].look;
        let sprite = stock.sprite(&look, 0, 900.0 * plan.scale / 222.0);
        let small = high / 900.0;
        let foot = plan.y(bottom + 60.0);
        let width = sprite.width as f32 * small;
        canvas.paste(sprite, plan.x(x) - width / 2.0, foot - sprite.height as f32 * small, small, 1.0);
    }
    if poster == Poster::Covered {
        // Somebody's offer is glued over its lower half.
        canvas.fill(plan.area(-1_700.0, 1_590.0, -960.0, 940.0), [244, 230, 120]);
        canvas.fill(plan.area(-1_660.0, 1_540.0, -1_000.0, 1_420.0), [196, 36, 32]);
        canvas.write("酒4.50", plan.x(-1_640.0), plan.y(1_340.0), 210.0 * plan.scale, [176, 24, 22]);
    }
}

/// 堆头: shrink-wrapped cases of ours, three high.
fn pile(canvas: &mut Canvas, plan: &Plan, chance: &mut Chance) {
    let (wide, tall) = (430.0, 250.0);
    let start = 880.0;
    let foot = -210.0;
    let shadow = (plan.x(start + wide * 1.1), plan.y(foot - 10.0));
    canvas.glow(shadow, (800.0 * plan.scale, 110.0 * plan.scale), [18, 16, 14], 0.8);
    let column = [*chance.pick(&[4_usize, 6]), *chance.pick(&[1, 12])];
    for (at, index) in column.iter().enumerate() {
        let look = PRODUCTS[*index].look;
        let left = start + at as f32 * (wide + 14.0);
        for layer in 0..(4 - at) {
            let slip = chance.spread(12.0);
            let bottom = foot + layer as f32 * tall;
            let (left, right, top) = (left + slip, left + slip + wide, bottom + tall - 6.0);
            canvas.gradient(
                plan.area(left, top, right, bottom),
                shade(look.label, 1.08),
                shade(look.label, 0.8),
                (1.0, 1.0),
            );
            canvas.gradient(plan.area(left, top, right, top - 34.0), [255; 3], [255; 3], (0.34, 0.06));
            canvas.fill(plan.area(left, bottom + 62.0, right, bottom + 36.0), look.accent);
            let size = 118.0 * plan.scale;
            canvas.write("滏泉", plan.x(left + 90.0), plan.y(top - 30.0), size, look.accent);
            canvas.gradient(plan.area(right - 26.0, top, right, bottom), [0; 3], [0; 3], (0.26, 0.34));
            canvas.gradient(plan.area(left, bottom + 6.0, right, bottom), [0; 3], [0; 3], (0.4, 0.5));
        }
    }
}

/// What stands about in front of a shop: a stool, a bucket, a chest for ice.
fn clutter(canvas: &mut Canvas, plan: &Plan, chance: &mut Chance) {
    if chance.percent(60) {
        let (left, right) = (-1_800.0, -1_080.0);
        canvas.glow((plan.x(-1_440.0), plan.y(-190.0)), (520.0 * plan.scale, 80.0 * plan.scale), [18, 16, 14], 0.75);
        let body = *chance.pick(&[[226, 232, 236], [40, 110, 176], [204, 64, 52]]);
        canvas.gradient(plan.area(left, 600.0, right, -190.0), shade(body, 1.05), shade(body, 0.74), (1.0, 1.0));
        canvas.gradient(plan.area(left - 14.0, 680.0, right + 14.0, 590.0), [240; 3], [170; 3], (1.0, 1.0));
        canvas.gradient(plan.area(left + 60.0, 420.0, right - 60.0, 220.0), [250; 3], [226; 3], (0.6, 0.6));
    } else {
        let seat = *chance.pick(&[[206, 52, 44], [44, 96, 168], [58, 140, 84]]);
        for left in [-1_640.0, -1_200.0] {
            canvas.glow((plan.x(left + 140.0), plan.y(-200.0)), (240.0 * plan.scale, 50.0 * plan.scale), [18; 3], 0.6);
            for leg in [10.0, 230.0] {
                canvas.fill(plan.area(left + leg, 240.0, left + leg + 44.0, -190.0), shade(seat, 0.72));
            }
            canvas.fill(plan.area(left - 6.0, 290.0, left + 290.0, 220.0), seat);
        }
    }
}
