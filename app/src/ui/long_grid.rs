//! A grid of thousands of boxes of one size, of which only those in sight are in the page. As in a long list, a block of
//! whole rows that is out of sight is an empty box of their height: nothing moves, and the scroll bar tells the truth.

use super::long_list::follow_scrolling;
use leptos::html::Div;
use leptos::prelude::*;

/// Rows of a block: a block is drawn within a frame.
const ROWS: usize = 3;
/// So many rows above and below the window are drawn too.
const AROUND: f64 = 3.0;
/// A box is at least so wide, in pixels, and there are at least two side by side.
const WIDTH: i32 = 226;

/// The grid is a list box: `at_hand` is the place of the box with the focus, whose block always stays.
///
/// `across` is measured here: so many stand side by side. `at` gives the item of a place and is followed; `tile` draws
/// it, with a height of `--tile`.
pub fn long_grid<T: Clone + PartialEq + Send + Sync + 'static>(
    label: &'static str,
    count: Memo<usize>,
    across: RwSignal<usize>,
    at_hand: Memo<Option<usize>>,
    at: impl Fn(usize) -> Option<T> + Copy + Send + Sync + 'static,
    tile: impl Fn(usize, T) -> AnyView + Copy + Send + Sync + 'static,
) -> AnyView {
    let node: NodeRef<Div> = NodeRef::new();
    let sight = RwSignal::new((0, 1));
    let look = move || {
        let Some(grid) = node.try_get_untracked().flatten() else { return };
        let wide = usize::try_from(grid.client_width() / WIDTH).unwrap_or_default().max(2);
        across.maybe_update(|old| std::mem::replace(old, wide) != wide);
        let rect = grid.get_bounding_client_rect();
        let window = window().inner_height().ok().and_then(|high| high.as_f64()).unwrap_or_default();
        let rows = count.get_untracked().div_ceil(wide);
        let seen = in_sight(rect.top(), rect.height(), window, rows);
        sight.maybe_update(|old| std::mem::replace(old, seen) != seen);
    };
    follow_scrolling(look);
    // Once the boxes are counted and their blocks stand.
    Effect::new(move |_| {
        count.track();
        across.track();
        if node.get().is_some() {
            look();
        }
    });
    let blocks = move || {
        let across = across.get();
        (0..count.get().div_ceil(across * ROWS)).map(|block| (across, block)).collect::<Vec<_>>()
    };
    view! {
        <div
            class="long-grid"
            role="listbox"
            aria-multiselectable="true"
            aria-label=label
            node_ref=node
            style=("--across", move || across.get().to_string())
        >
            <For
                each=blocks
                key=|block| *block
                children=move |(across, block)| {
                    let size = across * ROWS;
                    let near = Memo::new(move |_| {
                        at_hand.get().map(|at| at / size) == Some(block)
                            || sight.with(|(first, last)| (*first..=*last).contains(&block))
                    });
                    let rows = move || count.get().saturating_sub(block * size).min(size).div_ceil(across);
                    view! {
                        <div class="block" role="presentation" style=("--rows", move || rows().to_string())>
                            {move || near.get().then(|| tiles(block * size..(block + 1) * size, count, at, tile))}
                        </div>
                    }
                }
            />
        </div>
    }
    .into_any()
}

/// The boxes of a block, each drawn anew only when its item is another one.
fn tiles<T: Clone + PartialEq + Send + Sync + 'static>(
    places: std::ops::Range<usize>,
    count: Memo<usize>,
    at: impl Fn(usize) -> Option<T> + Copy + Send + Sync + 'static,
    tile: impl Fn(usize, T) -> AnyView + Copy + Send + Sync + 'static,
) -> AnyView {
    places
        .map(|place| {
            let item = Memo::new(move |_| if place < count.get() { at(place) } else { None });
            move || item.get().map(|item| tile(place, item))
        })
        .collect_view()
        .into_any()
}

/// The blocks that a window of a height sees of a grid of so many rows that begins at `top` of it and is so high.
fn in_sight(top: f64, height: f64, window: f64, rows: usize) -> (usize, usize) {
    if rows == 0 || height <= 0.0 {
        return (0, 1);
    }
    let row = height / rows as f64;
    // A cast from a float saturates, and what lies above the first row is no row.
    let block = |pixels: f64| (pixels.max(0.0) / row) as usize / ROWS;
    (block(-top - AROUND * row), block(window - top + AROUND * row))
}

#[cfg(test)]
mod tests {
    use super::{ROWS, in_sight};

    #[test]
    fn a_window_sees_few_of_many_rows() {
        let height = 250.0 * 240.0;
        assert_eq!(in_sight(150.0, height, 820.0, 250).0, 0);
        let (first, last) = in_sight(-240.0 * 125.0, height, 820.0, 250);
        assert!((first..=last).contains(&(125 / ROWS)) && last - first <= 4, "{first} to {last}");
        assert_eq!(in_sight(0.0, 0.0, 820.0, 0), (0, 1));
    }
}
