//! Paints a bay of the main shelf: boards with bottles in rows, price tags on their edges, a header with our name.
//! The measures are millimetres. The boards with their goods serve the fridge as well, which `fridge.rs` paints.

use crate::chance::Chance;
use crate::products::{Look, Rgb};
use crate::shelf::bottle;
use crate::shelf::canvas::{Area, Canvas, Sprite, mix, shade};
use crate::shelf::{Facing, Poster, Row, Scene, Tags};
use std::collections::HashMap;

/// The width of a place where nothing stands.
const GAP: f32 = 66.0;
/// Air between two pieces.
const AIR: f32 = 2.5;
/// From upright to upright.
pub const BAY: f32 = 690.0;
/// What the camera sees from side to side.
const SEEN: f32 = 775.0;
/// The height of a board's edge.
const LIP: f32 = 30.0;
/// What lies at the back looks this much smaller.
const BACK: f32 = 0.86;

/// Sprites that are already drawn. Most pictures have the same measures: keeping them halves the work of painting.
#[derive(Default)]
pub struct Stock {
    sprites: HashMap<(Look, u8, u32), Sprite>,
}

impl Stock {
    /// A piece, turned in one of three ways, at so many pixels per millimetre.
    pub fn sprite(&mut self, look: &Look, turned: u8, scale: f32) -> &Sprite {
        self.sprites.entry((*look, turned, scale.to_bits())).or_insert_with(|| {
            let height = bottle::size(look.shape).1 * scale;
            bottle::draw(look, height, [0.0, 0.16, -0.2][usize::from(turned) % 3])
        })
    }
}

/// A row of goods between two ends.
pub struct Board {
    /// Its left end, pixels.
    pub left: f32,
    /// Its right end, pixels.
    pub right: f32,
    /// The underside of what is above it.
    pub top: f32,
    /// Where the goods stand.
    pub base: f32,
}

/// What all boards of a picture have in common.
pub struct View {
    /// Pixels per millimetre.
    pub scale: f32,
    /// Where straight lines into the depth meet.
    pub vanishing: (f32, f32),
    /// The back wall.
    pub wall: Rgb,
    /// The boards.
    pub metal: Rgb,
}

/// The height that a row needs, millimetres.
#[must_use]
pub fn headroom(row: &Row) -> f32 {
    let tallest = row.facings.iter().map(|facing| match facing {
        Facing::Piece { look, .. } => bottle::size(look.shape).1,
        Facing::Gap => 0.0,
    });
    tallest.fold(150.0, f32::max) + 34.0
}

/// Paints the bay.
#[must_use]
pub fn paint(scene: &Scene, (width, height): (usize, usize), stock: &mut Stock) -> Canvas {
    let mut chance = scene.chance.stream("rack");
    let scale = width as f32 / 1.24 / SEEN;
    let walls =
        [([118, 112, 103], [233, 231, 224]), ([151, 151, 148], [238, 239, 238]), ([96, 93, 90], [214, 216, 216])];
    let (wall, metal) = *chance.pick(&walls);
    let mut canvas = Canvas::new(width, height, shade(wall, 0.55));
    let middle = width as f32 / 2.0;
    let (left, right) = (middle - BAY / 2.0 * scale, middle + BAY / 2.0 * scale);
    let total: f32 = scene.rows.iter().map(|row| headroom(row) + LIP).sum::<f32>() + 84.0;
    let mut y = (height as f32 - total * scale) / 2.0 + 84.0 * scale;
    let eye = y + scene.rows.iter().take(1).map(|row| (headroom(row) + LIP) * scale).sum::<f32>() + 110.0 * scale;
    let view = View { scale, vanishing: (middle, eye), wall, metal };
    header(&mut canvas, scene, &view, (left, right, y));
    for (number, row) in scene.rows.iter().enumerate() {
        let base = y + headroom(row) * scale;
        let board = Board { left, right, top: y, base };
        neighbours(&mut canvas, &view, &board, &mut chance);
        goods(&mut canvas, &view, &board, row, stock, &mut chance.numbered("goods", number as u64));
        edge(&mut canvas, &view, &board, LIP, width);
        tags(&mut canvas, &view, &board, row, &mut chance.numbered("tags", number as u64));
        y = base + LIP * scale;
    }
    let floor = Area(0.0, y, width as f32, height as f32);
    canvas.gradient(floor, [34, 32, 30], [88, 84, 78], (1.0, 1.0));
    uprights(&mut canvas, &view, (left, right), y);
    canvas
}

/// What stands in the bays beside: boxes and bags that nobody judges.
fn neighbours(canvas: &mut Canvas, view: &View, board: &Board, chance: &mut Chance) {
    let colours = [[176, 62, 48], [198, 152, 60], [74, 110, 140], [150, 140, 122], [96, 128, 84], [168, 108, 128]];
    for outward in [-1.0, 1.0] {
        let inner = if outward < 0.0 { board.left } else { board.right };
        let mut x = inner + outward * 22.0 * view.scale;
        for _ in 0..3 {
            let wide = (70.0 + chance.unit() * 50.0) * view.scale;
            let tall = (board.base - board.top) * (0.5 + chance.unit() * 0.35);
            let (from, to) = if outward < 0.0 { (x - wide, x) } else { (x, x + wide) };
            let colour = shade(*chance.pick(&colours), 0.62);
            canvas.gradient(
                Area(from, board.top, to, board.base),
                shade(view.wall, 0.35),
                shade(view.wall, 0.6),
                (1.0, 1.0),
            );
            let front = Area(from + 2.0, board.base - tall, to - 2.0, board.base);
            canvas.gradient(front, colour, shade(colour, 0.7), (1.0, 1.0));
            let band = Area(from + 2.0, board.base - tall * 0.7, to - 2.0, board.base - tall * 0.45);
            canvas.gradient(band, [226, 222, 208], [206, 200, 188], (0.55, 0.55));
            x += outward * wide;
        }
    }
}

/// The goods of a row with wall, floor, shadows and what stands behind them.
pub fn goods(canvas: &mut Canvas, view: &View, board: &Board, row: &Row, stock: &mut Stock, chance: &mut Chance) {
    let scale = view.scale;
    let deep = |y: f32| view.vanishing.1 + (y - view.vanishing.1) * BACK;
    canvas.gradient(
        Area(board.left, board.top, board.right, board.base),
        shade(view.wall, 0.62),
        shade(view.wall, 1.04),
        (1.0, 1.0),
    );
    let back = deep(board.base).min(board.base);
    let inset = (board.right - board.left) * (1.0 - BACK) / 2.0;
    if back < board.base - 1.0 {
        canvas.trapezium(
            (board.left + inset * 0.4, board.right - inset * 0.4, back),
            (board.left, board.right, board.base),
            (shade(view.metal, 0.5), shade(view.metal, 0.74)),
        );
    }
    let mut places: Vec<(f32, Look, u8, u8)> = Vec::new();
    let wide: f32 = row.facings.iter().map(width_of).sum();
    let mut x = (board.left + board.right) / 2.0 - wide * scale / 2.0;
    for facing in &row.facings {
        let next = x + width_of(facing) * scale;
        if let Facing::Piece { look, depth, .. } = facing {
            let turned = if chance.percent(60) { 0 } else { 1 + chance.below(2) as u8 };
            places.push(((x + next) / 2.0 + chance.spread(1.3) * scale, *look, *depth, turned));
        }
        x = next;
    }
    for layer in [2_u8, 1] {
        let small = 1.0 - (1.0 - BACK) * 0.42 * f32::from(layer);
        let light = [1.0, 0.56, 0.34][usize::from(layer)];
        for (x, look, depth, _) in &places {
            if *depth > layer {
                let sprite = stock.sprite(look, 0, scale);
                let centre = view.vanishing.0 + (x - view.vanishing.0) * small + chance.spread(2.0) * scale;
                let foot = view.vanishing.1 + (board.base - view.vanishing.1) * small;
                let top = foot - sprite.height as f32 * small;
                canvas.paste(sprite, centre - sprite.width as f32 * small / 2.0, top, small, light);
            }
        }
    }
    // The board above keeps the light off.
    let shadow = Area(board.left, board.top, board.right, board.top + (board.base - board.top) * 0.42);
    canvas.gradient(shadow, [12, 11, 10], [12, 11, 10], (0.62, 0.0));
    for (x, look, _, turned) in &places {
        let half = bottle::size(look.shape).0 / 2.0 * scale;
        canvas.glow((x + half * 0.25, board.base - 1.0), (half * 1.35, 9.0 * scale), [16, 14, 12], 0.75);
        let sprite = stock.sprite(look, *turned, scale);
        let light = 0.97 + chance.spread(0.04);
        canvas.paste(sprite, x - sprite.width as f32 / 2.0, board.base - sprite.height as f32, 1.0, light);
    }
    let shadow = Area(board.left, board.top, board.right, board.top + 34.0 * scale);
    canvas.gradient(shadow, [12, 11, 10], [12, 11, 10], (0.5, 0.0));
}

fn width_of(facing: &Facing) -> f32 {
    match facing {
        Facing::Piece { look, .. } => bottle::size(look.shape).0 + AIR,
        Facing::Gap => GAP + AIR,
    }
}

/// The front edge of a board.
fn edge(canvas: &mut Canvas, view: &View, board: &Board, lip: f32, width: usize) {
    let (up, down) = (board.base, board.base + lip * view.scale);
    let middle = up + (down - up) * 0.16;
    canvas.gradient(Area(0.0, up, width as f32, middle), shade(view.metal, 1.06), view.metal, (1.0, 1.0));
    canvas.gradient(Area(0.0, middle, width as f32, down), shade(view.metal, 0.93), shade(view.metal, 0.7), (1.0, 1.0));
    canvas.gradient(Area(0.0, down - 1.5, width as f32, down), [70, 66, 62], [40, 38, 36], (0.8, 0.9));
}

/// Where each price tag belongs: under the first facing of every product, and under every third one of it.
fn tags(canvas: &mut Canvas, view: &View, board: &Board, row: &Row, chance: &mut Chance) {
    let scale = view.scale;
    let wide: f32 = row.facings.iter().map(width_of).sum();
    let mut x = (board.left + board.right) / 2.0 - wide * scale / 2.0;
    let (mut last, mut run) = (None, 0);
    for facing in &row.facings {
        if let Facing::Piece { look, fen, .. } = facing {
            run = if last == Some(*look) { run + 1 } else { 0 };
            last = Some(*look);
            let missing = row.tags == Tags::Missing && chance.percent(80);
            if run % 3 == 0 && !missing {
                let crooked = row.tags == Tags::Crooked;
                let left = x + 4.0 * scale + if crooked { chance.spread(42.0) * scale } else { 0.0 };
                let drop = if crooked { chance.range(0..=20) as f32 * scale } else { 5.5 * scale };
                // A crooked tag is an old one: it says an old price.
                let fen = if crooked { fen + chance.range(1..=3) * 50 } else { *fen };
                tag(canvas, (left, board.base + drop), scale, look, fen, crooked);
            }
        } else {
            last = None;
        }
        x += width_of(facing) * scale;
    }
}

fn tag(canvas: &mut Canvas, (left, top): (f32, f32), scale: f32, look: &Look, fen: i64, faded: bool) {
    let (wide, tall) = (56.0 * scale, 21.0 * scale);
    let paper = if look.is_ours() { [255, 255, 252] } else { [255, 244, 196] };
    let paper = if faded { [236, 214, 132] } else { paper };
    canvas.gradient(Area(left + 1.0, top + 1.5, left + wide + 1.5, top + tall + 2.0), [0; 3], [0; 3], (0.3, 0.3));
    canvas.fill(Area(left, top, left + wide, top + tall), paper);
    let mark = mix(look.label, look.accent, if look.label.iter().all(|value| *value > 200) { 1.0 } else { 0.0 });
    canvas.fill(Area(left, top, left + 9.0 * scale, top + tall), mark);
    let price = format!("{}.{:02}", fen / 100, fen % 100);
    canvas.write(&price, left + 12.0 * scale, top + 2.5 * scale, 16.5 * scale, [176, 24, 22]);
}

/// The strip above the first board: our name, or bare metal where no header hangs.
fn header(canvas: &mut Canvas, scene: &Scene, view: &View, (left, right, bottom): (f32, f32, f32)) {
    let scale = view.scale;
    let top = bottom - 78.0 * scale;
    let full = canvas.width as f32;
    canvas.gradient(Area(0.0, 0.0, full, top), [52, 50, 48], [78, 75, 71], (1.0, 1.0));
    canvas.gradient(Area(0.0, top, full, bottom), shade(view.metal, 0.8), shade(view.metal, 0.6), (1.0, 1.0));
    if scene.poster != Poster::Absent {
        canvas.gradient(Area(left, top + 4.0, right, bottom - 4.0), [18, 104, 128], [10, 74, 96], (1.0, 1.0));
        canvas.gradient(
            Area(left, bottom - 15.0 * scale, right, bottom - 8.0 * scale),
            [226, 82, 44],
            [226, 82, 44],
            (1.0, 1.0),
        );
        for part in [0.12, 0.42, 0.72] {
            let x = left + (right - left) * part;
            canvas.write("滏泉", x, top + 13.0 * scale, 44.0 * scale, [246, 250, 250]);
        }
    }
    if scene.poster == Poster::Covered {
        let from = left + (right - left) * 0.45;
        canvas.fill(Area(from, top - 14.0 * scale, right - 20.0 * scale, bottom - 6.0 * scale), [214, 196, 150]);
        canvas.fill(Area(from + 14.0 * scale, top, right - 40.0 * scale, top + 16.0 * scale), [150, 120, 84]);
    }
    canvas.gradient(Area(0.0, bottom - 5.0 * scale, full, bottom), [60, 57, 54], [36, 34, 32], (1.0, 1.0));
}

/// The slotted posts between the bays.
fn uprights(canvas: &mut Canvas, view: &View, ends: (f32, f32), bottom: f32) {
    let scale = view.scale;
    for x in [ends.0 - 22.0 * scale, ends.1] {
        let wide = 22.0 * scale;
        canvas.gradient(Area(x, 0.0, x + wide, bottom), shade(view.metal, 0.82), shade(view.metal, 0.66), (1.0, 1.0));
        canvas.gradient(Area(x, 0.0, x + 2.0, bottom), [255; 3], [255; 3], (0.3, 0.3));
        canvas.gradient(Area(x + wide - 3.0, 0.0, x + wide, bottom), [0; 3], [0; 3], (0.4, 0.4));
        let mut y = 6.0;
        while y < bottom {
            canvas.fill(Area(x + wide * 0.38, y, x + wide * 0.6, y + 11.0 * scale), shade(view.metal, 0.26));
            y += 25.0 * scale;
        }
    }
}
