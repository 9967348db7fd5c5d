//! The list of shops.

use super::s;

/// See [`super::Text::outlets`].
pub struct Outlets {
    /// The opening sentence.
    pub count: fn(usize) -> String,
    /// Placeholder and label of the search.
    pub search: &'static str,
    /// How many were found.
    pub found: fn(usize) -> String,
    /// Nothing was found.
    pub nothing: fn(&str) -> String,
    /// What to try.
    pub nothing_more: &'static str,
    /// All classes.
    pub all: &'static str,
    /// No shops at all.
    pub empty: &'static str,
    /// What to do then.
    pub empty_more: &'static str,
    /// More rows.
    pub more: fn(usize) -> String,
}

pub(super) const ZH: Outlets = Outlets {
    count: |n| format!("你有 {n} 家店"),
    search: "店名、拼音首字母、编号、店主",
    found: |n| format!("找到 {n} 家"),
    nothing: |text| format!("没有叫“{text}”的店"),
    nothing_more: "试试店名的拼音首字母，或者门店编号。",
    all: "全部",
    empty: "这台手机上还没有门店",
    empty_more: "联网后会自动拿下来。",
    more: |n| format!("再看 {n} 家"),
};

pub(super) const EN: Outlets = Outlets {
    count: |n| format!("You have {n} shop{}", s(n)),
    search: "Name, initials, code, owner, phone",
    found: |n| format!("{n} found"),
    nothing: |text| format!("No shop matches \"{text}\""),
    nothing_more: "Try the pinyin initials, or the shop's code.",
    all: "All",
    empty: "No shops on this phone yet",
    empty_more: "They come down with the next network.",
    more: |n| format!("Show {n} more"),
};
