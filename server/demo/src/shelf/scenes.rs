//! Composes scenes: the display standard itself, and what a rep finds on a day when one thing is wrong with it.
//! `history.rs` asks for a scene per photo; `shelf.rs` draws it.

use crate::chance::Chance;
use crate::products::{Look, PRODUCTS, RIVALS};
use crate::shelf::{Defects, Facing, Kind, Poster, Row, Scene, Tags, bottle, rack};

/// The one thing that is wrong on a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// Nothing: it is as the standard wants it.
    Nothing,
    /// A few facings short of the standard, with the goods of ours that remain in a row.
    Short,
    /// 缺货: holes at eye level.
    OutOfStock,
    /// 混放: another maker's goods among ours.
    Mixed,
    /// 价签: some tags are missing.
    TagsMissing,
    /// 价签: tags hang under the wrong things.
    TagsCrooked,
    /// 海报: half of it is covered.
    PosterCovered,
    /// 海报: it is not there.
    PosterAbsent,
    /// 堆头: no cases at the door.
    NoPile,
    /// 看不清: too dark.
    Dark,
    /// 看不清: a reflection.
    Glare,
    /// 看不清: a shaken hand.
    Blur,
    /// 看不清: a crooked phone.
    Tilt,
}

/// The width of the inside of a fridge, millimetres.
const FRIDGE: f32 = 556.0;

/// The picture that a standard shows.
#[must_use]
pub fn standard(kind: Kind, chance: &Chance) -> Scene {
    let mut scene = compose(kind, Fault::Nothing, chance);
    scene.posed = true;
    scene.defects = Defects::default();
    scene.sign = "便利店";
    scene.rows = match kind {
        Kind::MainShelf => vec![
            full(&[1, 1, 1, 1, 1, 12], rack::BAY),
            full(&[4, 4, 4, 4, 4, 6, 6, 6, 6, 6], rack::BAY),
            full(&[5, 5, 5, 7, 7, 7, 13, 13], rack::BAY),
        ],
        Kind::Fridge => vec![
            full(&[1, 1, 1, 1, 20, 20, 20, 20], FRIDGE),
            full(&[4, 4, 4, 4, 6, 6, 6, 6], FRIDGE),
            full(&[10, 10, 10, 11, 11, 12, 12, 12], FRIDGE),
        ],
        Kind::Storefront => Vec::new(),
    };
    for row in &mut scene.rows {
        for facing in &mut row.facings {
            if let Facing::Piece { depth, .. } = facing {
                *depth = 3;
            }
        }
    }
    scene
}

/// A scene with one fault. A fault that a kind cannot have (a price tag on a shop front) is no fault there.
#[must_use]
pub fn compose(kind: Kind, fault: Fault, chance: &Chance) -> Scene {
    let mut draw = chance.stream("scene");
    let mut rows = match kind {
        Kind::MainShelf => shelf_rows(&mut draw),
        Kind::Fridge => fridge_rows(&mut draw),
        Kind::Storefront => Vec::new(),
    };
    if let Some(eye) = rows.get_mut(1) {
        match fault {
            Fault::Short => cut(eye, &mut draw),
            Fault::OutOfStock => empty(eye, &mut draw),
            Fault::Mixed => mix_in(eye, &mut draw),
            _ => {}
        }
    }
    let tags = match fault {
        Fault::TagsMissing => Tags::Missing,
        Fault::TagsCrooked => Tags::Crooked,
        _ => Tags::Right,
    };
    if kind == Kind::MainShelf {
        rows.iter_mut().for_each(|row| row.tags = tags);
    }
    Scene {
        kind,
        rows,
        poster: match fault {
            Fault::PosterCovered => Poster::Covered,
            Fault::PosterAbsent => Poster::Absent,
            _ => Poster::Shown,
        },
        sign: draw.weighted(&[("超市", 4), ("便利店", 3), ("副食", 3), ("烟酒副食", 2), ("烟酒超市", 2)]),
        pile: fault != Fault::NoPile,
        posed: false,
        defects: defects(fault, &mut draw),
        chance: chance.stream("look"),
    }
}

fn defects(fault: Fault, draw: &mut Chance) -> Defects {
    let bad = 0.7 + 0.3 * draw.unit();
    let slight = draw.unit() * draw.unit() * 0.22;
    let tilt = draw.spread(0.16);
    let some = Defects { dark: slight, glare: 0.0, blur: 0.0, tilt };
    match fault {
        Fault::Dark => Defects { dark: bad, ..some },
        Fault::Glare => Defects { glare: bad, ..some },
        Fault::Blur => Defects { blur: bad, ..some },
        Fault::Tilt => Defects { tilt: if draw.percent(50) { bad } else { -bad }, ..some },
        _ => some,
    }
}

fn piece(index: usize) -> Facing {
    Facing::Piece { look: PRODUCTS[index].look, fen: PRODUCTS[index].piece_fen, depth: 3 }
}

fn rival(look: Look) -> Facing {
    let fen = if look.liquid.iter().all(|value| *value > 190) { 150 } else { 300 };
    Facing::Piece { look, fen, depth: 2 }
}

fn width(facing: &Facing) -> f32 {
    match facing {
        Facing::Piece { look, .. } => bottle::size(look.shape).0 + 2.5,
        Facing::Gap => 68.5,
    }
}

/// A row of these products in this order, the last one again and again until the board is full.
fn full(products: &[usize], room: f32) -> Row {
    let mut facings = Vec::new();
    let mut used = 0.0;
    for at in 0.. {
        let Some(index) = products.get(at).or(products.last()) else { break };
        let next = piece(*index);
        used += width(&next);
        if used > room {
            break;
        }
        facings.push(next);
    }
    Row { facings, tags: Tags::Right }
}

/// Blocks of products from a list, in a drawn order, with a drawn depth.
fn blocks(products: &[usize], each: std::ops::RangeInclusive<i64>, room: f32, draw: &mut Chance) -> Row {
    let mut order = products.to_vec();
    draw.shuffle(&mut order);
    let list: Vec<usize> =
        order.iter().flat_map(|index| std::iter::repeat_n(*index, draw.range(each.clone()) as usize)).collect();
    let mut row = full(&list, room);
    for facing in &mut row.facings {
        if let Facing::Piece { depth, .. } = facing {
            *depth = draw.weighted(&[(3, 5), (2, 3), (1, 2)]);
        }
    }
    row
}

fn shelf_rows(draw: &mut Chance) -> Vec<Row> {
    // Tea is what the standard wants at eye level; a third of the shops show juice beside it.
    let eye = if draw.percent(65) { vec![4, 6] } else { vec![4, 6, *draw.pick(&[10, 11, 12, 14])] };
    let each = if eye.len() == 2 { 4..=6 } else { 3..=4 };
    let above = *draw.pick(&[[1, 12, 15], [1, 10, 20], [9, 8, 1], [14, 11, 1]]);
    let mut top = blocks(&above, 3..=4, rack::BAY, draw);
    if draw.percent(45) {
        // Other makers may stand on the other boards.
        let look = *draw.pick(&RIVALS[..5]);
        let from = top.facings.len().saturating_sub(draw.range(2..=3) as usize);
        for facing in &mut top.facings[from..] {
            *facing = rival(look);
        }
    }
    let bottom = match draw.below(4) {
        0 => blocks(&[16, 17, 18], 3..=4, rack::BAY, draw),
        1 => blocks(&[5, 7, 2], 2..=3, rack::BAY, draw),
        2 => blocks(&[5, 13, 16], 3..=3, rack::BAY, draw),
        _ => blocks(&[10, 12, 14], 3..=4, rack::BAY, draw),
    };
    let eye = blocks(&eye, each, rack::BAY, draw);
    vec![top, eye, bottom]
}

fn fridge_rows(draw: &mut Chance) -> Vec<Row> {
    let below = *draw.pick(&[[10, 11, 12], [21, 22, 15], [18, 19, 23]]);
    vec![
        blocks(&[1, 20], 3..=5, FRIDGE, draw),
        blocks(&[4, 6], 3..=5, FRIDGE, draw),
        blocks(&below, 2..=4, FRIDGE, draw),
    ]
}

/// Takes one to three facings off the end and closes the row up with another of our products on the far side of a hole.
fn cut(row: &mut Row, draw: &mut Chance) {
    let count = row.facings.len();
    let missing = draw.range(1..=2) as usize;
    let from = count - 2 - missing.min(count.saturating_sub(3));
    for facing in &mut row.facings[from..from + missing] {
        *facing = Facing::Gap;
    }
}

/// Empties three to six places.
fn empty(row: &mut Row, draw: &mut Chance) {
    let count = row.facings.len();
    let missing = draw.range(3..=5) as usize;
    let from = draw.range(1..=(count.saturating_sub(missing + 1)).max(1) as i64) as usize;
    for (at, facing) in row.facings.iter_mut().enumerate() {
        if (from..from + missing).contains(&at) {
            *facing = Facing::Gap;
        } else if let Facing::Piece { depth, .. } = facing {
            *depth = 1;
        }
    }
}

/// Puts two to four pieces of another maker into the middle.
fn mix_in(row: &mut Row, draw: &mut Chance) {
    let look = *draw.pick(&RIVALS[..5]);
    let count = row.facings.len();
    let guests = draw.range(2..=4) as usize;
    let from = draw.range(2..=(count.saturating_sub(guests + 1)).max(2) as i64) as usize;
    for facing in row.facings.iter_mut().skip(from).take(guests) {
        *facing = rival(look);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn truths(kind: Kind, fault: Fault) -> Vec<crate::shelf::Truth> {
        (0..60).map(|number| compose(kind, fault, &Chance::new(9).numbered("scene", number)).truth()).collect()
    }

    #[test]
    fn a_shelf_without_fault_meets_the_standard() {
        for truth in truths(Kind::MainShelf, Fault::Nothing) {
            assert!(
                truth.facings >= 8 && truth.rivals == 0 && truth.gaps == 0 && truth.tags && truth.clear,
                "{truth:?}"
            );
        }
        assert!(standard(Kind::MainShelf, &Chance::new(0)).truth().facings >= 8);
    }

    #[test]
    fn each_fault_is_to_be_seen_in_the_truth() {
        assert!(truths(Kind::MainShelf, Fault::Mixed).iter().all(|truth| truth.rivals >= 2 && truth.facings < 8));
        assert!(truths(Kind::MainShelf, Fault::OutOfStock).iter().all(|truth| truth.gaps >= 3 && truth.facings < 8));
        assert!(truths(Kind::MainShelf, Fault::Short).iter().all(|truth| (5..8).contains(&truth.facings)));
        assert!(truths(Kind::MainShelf, Fault::TagsMissing).iter().all(|truth| !truth.tags));
        assert!(truths(Kind::Fridge, Fault::Mixed).iter().all(|truth| truth.rivals >= 2));
        assert!(truths(Kind::Fridge, Fault::Nothing).iter().all(|truth| truth.rivals == 0));
        assert!(truths(Kind::Storefront, Fault::PosterAbsent).iter().all(|truth| truth.poster == Poster::Absent));
        for fault in [Fault::Dark, Fault::Glare, Fault::Blur, Fault::Tilt] {
            assert!(truths(Kind::Fridge, fault).iter().all(|truth| !truth.clear), "{fault:?}");
        }
    }
}
