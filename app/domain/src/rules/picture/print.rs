//! The print of a picture: a difference hash. The picture is cut into nine columns and eight rows; each bit says
//! whether a cell is brighter than the one to its right. Light, size and compression leave it as it is.

use super::Grey;
use crate::records::Print;

const COLUMNS: usize = 9;
const ROWS: usize = 8;
/// With less between the brightest and the darkest cell, noise decides the bits: every covered lens would look alike.
const FLAT: i64 = 8;

/// See the module; none for a picture that is too small or too even.
#[must_use]
pub fn print(grey: &Grey) -> Option<Print> {
    let (width, height) = (grey.width, grey.height());
    if width < COLUMNS || height < ROWS {
        return None;
    }
    let cell = |column: usize, row: usize| {
        let columns = column * width / COLUMNS..(column + 1) * width / COLUMNS;
        let rows = row * height / ROWS..(row + 1) * height / ROWS;
        let count = (columns.len() * rows.len()) as i64;
        let sum: i64 = rows.flat_map(|y| columns.clone().map(move |x| (x, y))).map(|(x, y)| grey.at(x, y)).sum();
        sum / count
    };
    let cells: Vec<[i64; COLUMNS]> = (0..ROWS).map(|row| std::array::from_fn(|column| cell(column, row))).collect();
    let all = || cells.iter().flatten().copied();
    if all().max()? - all().min()? < FLAT {
        return None;
    }
    let bits = cells.iter().flat_map(|row| row.windows(2).map(|pair| pair[0] > pair[1]));
    Some(Print(bits.fold(0, |print, bit| print << 1 | u64::from(bit))))
}
