//! A schematic map: places on a sheet, north up, one scale for both directions.

use crate::geo::Position;

/// Where positions come to lie on a sheet of a width and a height, with a margin all around.
#[must_use]
pub fn plot(positions: &[Position], width: i32, height: i32, margin: i32) -> Vec<(i32, i32)> {
    let ends = |of: fn(&Position) -> i32| {
        let values = positions.iter().map(of);
        Some((values.clone().min()?, values.max()?))
    };
    let Some(((south, north), (west, east))) = ends(|at| at.lat).zip(ends(|at| at.lon)) else { return Vec::new() };
    // Far from the equator a degree east is shorter than a degree north.
    let narrow = ((f64::from(south) + f64::from(north)) / 2e6).to_radians().cos();
    let (high, wide) = (f64::from(north) - f64::from(south), (f64::from(east) - f64::from(west)) * narrow);
    let room = |of: i32| f64::from((of - 2 * margin).max(1));
    // Shops of one street do not fill a sheet: below two hundred metres it is not drawn larger any more.
    let scale = (room(width) / wide.max(2_000.0)).min(room(height) / high.max(2_000.0));
    let (left, top) = ((f64::from(width) - wide * scale) / 2.0, (f64::from(height) - high * scale) / 2.0);
    let place = |at: &Position| {
        let x = left + (f64::from(at.lon) - f64::from(west)) * narrow * scale;
        let y = top + (f64::from(north) - f64::from(at.lat)) * scale;
        // Both lie on the sheet.
        (x.round() as i32, y.round() as i32)
    };
    positions.iter().map(place).collect()
}

/// Which place a touch means: the nearest one within reach.
#[must_use]
pub fn nearest(places: &[(i32, i32)], touched: (i32, i32), reach: i32) -> Option<usize> {
    let apart = |(x, y): &(i32, i32)| {
        let (dx, dy) = (i64::from(x - touched.0), i64::from(y - touched.1));
        dx * dx + dy * dy
    };
    let found = places.iter().enumerate().min_by_key(|(_, place)| apart(place))?;
    (apart(found.1) <= i64::from(reach) * i64::from(reach)).then_some(found.0)
}
