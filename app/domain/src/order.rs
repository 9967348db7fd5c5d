//! Putting lists in order. The standard library's sort is compiled anew for every type and every key, which was a
//! twentieth of what a phone downloads; here one sort of places is shared by all lists. Domain, app and device use it.

use std::cmp::Ordering;

/// Puts what it holds in order. Elements that are equal keep their order.
pub trait InOrder<T> {
    /// By how two compare.
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// By a key of each, asked once per element.
    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K);

    /// By themselves.
    fn in_order(&mut self)
    where
        T: Ord,
    {
        self.order_by(Ord::cmp);
    }
}

impl<T> InOrder<T> for [T] {
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        let from = places(self.len(), &|a, b| compare(&self[a], &self[b]));
        arrange(from, &mut |a, b| self.swap(a, b));
    }

    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        let from = places(keys.len(), &|a, b| keys[a].cmp(&keys[b]));
        arrange(from, &mut |a, b| self.swap(a, b));
    }
}

/// For each place of the ordered list, where its element stands now.
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut from: Vec<usize> = (0..count).collect();
    from.sort_by(|a, b| compare(*a, *b));
    from
}

/// Moves every element to its place, along each ring of elements that change places among themselves.
fn arrange(mut from: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for first in 0..from.len() {
        let mut to = first;
        loop {
            let next = std::mem::replace(&mut from[to], to);
            if next == first {
                break;
            }
            swap(to, next);
            to = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::InOrder;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_list_is_put_in_order_as_the_standard_library_does_it(list: Vec<(u8, u32)>) {
            let (mut by_key, mut by, mut whole) = (list.clone(), list.clone(), list.clone());
            by_key.order_by_key(|(key, _)| *key);
            by.order_by(|a, b| b.0.cmp(&a.0));
            whole.in_order();

            let (mut wanted_by_key, mut wanted_by, mut wanted) = (list.clone(), list.clone(), list);
            wanted_by_key.sort_by_key(|(key, _)| *key);
            wanted_by.sort_by_key(|(key, _)| std::cmp::Reverse(*key));
            wanted.sort();
            prop_assert_eq!((by_key, by, whole), (wanted_by_key, wanted_by, wanted));
        }
    }
}
