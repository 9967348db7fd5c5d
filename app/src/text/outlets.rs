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
    /// Only those that are overdue.
    pub overdue: &'static str,
    /// Only those near by.
    pub near: &'static str,
    /// The opening sentence of the overdue ones.
    pub n_overdue: fn(usize) -> String,
    /// The opening sentence of those within a distance.
    pub n_near: fn(usize, &str) -> String,
    /// None is overdue.
    pub nothing_overdue: &'static str,
    /// What that means.
    pub nothing_overdue_more: &'static str,
    /// None within a distance.
    pub nothing_near: fn(&str) -> String,
    /// What to do then.
    pub nothing_near_more: &'static str,
    /// None of that class.
    pub nothing_of_class: &'static str,
    /// What to do then.
    pub nothing_of_class_more: &'static str,
    /// The phone does not know where it is any more.
    pub somewhere: &'static str,
    /// Why.
    pub somewhere_more: &'static str,
    /// Button: measure it.
    pub look_around: &'static str,
    /// Notice: it cannot be measured.
    pub no_position: &'static str,
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
    overdue: "逾期",
    near: "附近",
    n_overdue: |n| format!("{n} 家逾期了"),
    n_near: |n, distance| format!("{distance}内有 {n} 家"),
    nothing_overdue: "没有逾期的店",
    nothing_overdue_more: "每家都在该去的天数之内。",
    nothing_near: |distance| format!("{distance}内没有你的店"),
    nothing_near_more: "点一下“全部”，看最近的是哪家。",
    nothing_of_class: "没有这一类的店",
    nothing_of_class_more: "点一下“全部”，看所有的店。",
    somewhere: "不知道你现在在哪儿",
    somewhere_more: "位置只在你点的时候量，上次量的已经旧了。",
    look_around: "量一下位置",
    no_position: "没有定位。到窗边或屋外再试",
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
    overdue: "Overdue",
    near: "Near by",
    n_overdue: |n| format!("{n} shop{} overdue", s(n)),
    n_near: |n, distance| format!("{n} shop{} within {distance}", s(n)),
    nothing_overdue: "No shop is overdue",
    nothing_overdue_more: "Each is within the days of its class.",
    nothing_near: |distance| format!("None of your shops within {distance}"),
    nothing_near_more: "Tap All to see which is nearest.",
    nothing_of_class: "No shop of this class",
    nothing_of_class_more: "Tap All to see every shop.",
    somewhere: "Where are you now?",
    somewhere_more: "The position is measured only when you tap, and the last one is old.",
    look_around: "Measure the position",
    no_position: "No position. Try near a window or outside",
};
