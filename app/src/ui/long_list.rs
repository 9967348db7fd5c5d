//! A list of thousands of rows of one height, of which only those in sight are in the page. Rows stand in blocks; a block
//! out of sight is an empty box of the height of its rows, so that the scroll bar tells the truth and nothing ever moves:
//! what has the focus keeps it, and its block stays.

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::Element;

/// Rows of a block: few enough to be drawn within a frame, many enough for few boxes.
const BLOCK: usize = 12;
/// So many rows above and below the window are drawn too, for the keyboard and for fast fingers.
const AROUND: f64 = 6.0;

/// Blocks, from the first to the last in sight.
type Sight = (usize, usize);

/// What the list keeps; `place` is how far it is scrolled, in pixels: whoever keeps it beyond the screen finds the list
/// where it was left, and whoever sets it to 0 begins at the top.
///
/// `at` gives the item of a row and is followed; `row` draws it, with a height of `--row-long`.
pub fn long_list<T: Clone + PartialEq + Send + Sync + 'static>(
    label: &'static str,
    count: Memo<usize>,
    place: RwSignal<i32>,
    at: impl Fn(usize) -> Option<T> + Copy + Send + Sync + 'static,
    row: impl Fn(T) -> AnyView + Copy + Send + Sync + 'static,
) -> AnyView {
    let node: NodeRef<Div> = NodeRef::new();
    let sight = RwSignal::new((0, 1));
    let held = RwSignal::new(None::<usize>);
    let look = move || {
        let Some(list) = node.try_get_untracked().flatten() else { return };
        let rect = list.get_bounding_client_rect();
        let window = window().inner_height().ok().and_then(|high| high.as_f64()).unwrap_or_default();
        let seen = in_sight(rect.top(), rect.height(), window, count.get_untracked());
        sight.maybe_update(|old| std::mem::replace(old, seen) != seen);
    };
    follow_scrolling(move || {
        look();
        if let Some(list) = node.try_get_untracked().flatten() {
            let now = scrolled(&list);
            place.maybe_update(|old| std::mem::replace(old, now) != now);
        }
    });
    // Once the rows are counted and their boxes stand: to the place, and another look.
    Effect::new(move |_| {
        count.track();
        let wanted = place.get();
        let Some(list) = node.get() else { return };
        if scrolled(&list) != wanted {
            scroll_to(&list, wanted);
        }
        look();
    });
    let blocks = move || (0..count.get().div_ceil(BLOCK)).collect::<Vec<_>>();
    view! {
        <div class="long" role="list" aria-label=label node_ref=node>
            <For
                each=blocks
                key=|block| *block
                children=move |block| {
                    let near = Memo::new(move |_| {
                        held.get() == Some(block) || sight.with(|(first, last)| (*first..=*last).contains(&block))
                    });
                    view! {
                        <div
                            class="block"
                            role="presentation"
                            style=("--rows", move || rows_of(block, count.get()).len().to_string())
                            on:focusin=move |_| held.set(Some(block))
                            on:focusout=move |_| held.set(None)
                        >
                            {move || near.get().then(|| rows(block, count, at, row))}
                        </div>
                    }
                }
            />
        </div>
    }
    .into_any()
}

/// The rows of a block, each drawn anew only when its item is another one.
fn rows<T: Clone + PartialEq + Send + Sync + 'static>(
    block: usize,
    count: Memo<usize>,
    at: impl Fn(usize) -> Option<T> + Copy + Send + Sync + 'static,
    row: impl Fn(T) -> AnyView + Copy + Send + Sync + 'static,
) -> AnyView {
    (block * BLOCK..(block + 1) * BLOCK)
        .map(|index| {
            let item = Memo::new(move |_| if index < count.get() { at(index) } else { None });
            move || {
                item.get().map(|item| {
                    view! {
                        <div
                            role="listitem"
                            aria-posinset=(index + 1).to_string()
                            aria-setsize=move || count.get().to_string()
                        >
                            {row(item)}
                        </div>
                    }
                })
            }
        })
        .collect_view()
        .into_any()
}

/// Which rows a block has, of so many.
fn rows_of(block: usize, count: usize) -> std::ops::Range<usize> {
    let first = (block * BLOCK).min(count);
    first..(first + BLOCK).min(count)
}

/// The blocks that a window of a height sees of a list that begins at `top` of it and is so high.
fn in_sight(top: f64, height: f64, window: f64, count: usize) -> Sight {
    if count == 0 || height <= 0.0 {
        return (0, 1);
    }
    let row = height / count as f64;
    // A cast from a float saturates, and what lies above the first row is no row.
    let block = |pixels: f64| (pixels.max(0.0) / row) as usize / BLOCK;
    (block(-top - AROUND * row), block(window - top + AROUND * row))
}

/// It does not bubble, but it can be caught on its way down.
const SCROLL: &str = "scroll";

/// Calls back while anything on the page scrolls or the window changes: a list does not know which box around it scrolls.
pub(super) fn follow_scrolling(act: impl Fn() + Copy + 'static) {
    let listener = StoredValue::new_local(None::<Closure<dyn Fn()>>);
    Effect::new(move |_| {
        let closure = Closure::<dyn Fn()>::new(act);
        let heard =
            document().add_event_listener_with_callback_and_bool(SCROLL, closure.as_ref().unchecked_ref(), true);
        // Fails for no event that has a name.
        drop(heard);
        listener.set_value(Some(closure));
    });
    let resized = window_event_listener(ev::resize, move |_| act());
    on_cleanup(move || {
        resized.remove();
        listener.try_update_value(|listener| {
            if let Some(closure) = listener.take() {
                let silenced = document().remove_event_listener_with_callback_and_bool(
                    SCROLL,
                    closure.as_ref().unchecked_ref(),
                    true,
                );
                drop(silenced);
            }
        });
    });
}

/// The boxes around a list, the nearest first.
fn around(list: &Element) -> impl Iterator<Item = Element> {
    std::iter::successors(list.parent_element(), |parent| parent.parent_element())
}

/// How far the box that scrolls the list is scrolled.
fn scrolled(list: &Element) -> i32 {
    around(list).map(|parent| parent.scroll_top()).find(|pixels| *pixels != 0).unwrap_or_default()
}

/// A box that does not scroll takes no notice.
fn scroll_to(list: &Element, pixels: i32) {
    for parent in around(list) {
        parent.set_scroll_top(pixels);
        if pixels != 0 && parent.scroll_top() != 0 {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, in_sight, rows_of};

    #[test]
    fn the_last_block_has_the_rows_that_are_left() {
        assert_eq!(rows_of(0, 30), 0..12);
        assert_eq!(rows_of(2, 30), 24..30);
        assert_eq!(rows_of(9, 30), 30..30);
    }

    #[test]
    fn a_window_sees_the_blocks_that_it_shows_and_the_rows_around() {
        let height = 5_000.0 * 68.0;
        assert_eq!(in_sight(200.0, height, 844.0, 5_000), (0, 1));
        let (first, last) = in_sight(-68.0 * 2_500.0, height, 844.0, 5_000);
        assert!((first..=last).contains(&(2_500 / BLOCK)) && last - first <= 2, "{first} to {last}");
        assert_eq!(in_sight(844.0 - height, height, 844.0, 5_000).1, 5_005 / BLOCK);
        assert_eq!(in_sight(0.0, 0.0, 844.0, 0), (0, 1));
    }
}
