//! The review wall.

use super::s;

/// See [`super::Text::wall`].
pub struct WallText {
    /// The screen, and the way to it.
    pub title: &'static str,
    /// Opening sentence: so many wait.
    pub head: fn(usize) -> String,
    /// Of how many days, and how many originals are not here.
    pub scope: fn(i32, usize) -> String,
    /// How often the second pair of eyes agreed, and how often it looked.
    pub agreed: fn(usize, usize) -> String,
    /// So many judged, so many left.
    pub judged: fn(usize, usize) -> String,
    /// Label of the filters.
    pub filters: &'static str,
    /// Filter and mark: a second pair of eyes is wanted.
    pub audit: &'static str,
    /// What that means.
    pub audit_more: &'static str,
    /// Filter and mark: it looks like another one.
    pub alike: &'static str,
    /// Label of a filter.
    pub area: &'static str,
    /// Its choice of all.
    pub any_area: &'static str,
    /// Label of a filter.
    pub rep: &'static str,
    /// Its choice of all.
    pub any_rep: &'static str,
    /// Label of a filter.
    pub class: &'static str,
    /// Its choice of all.
    pub any_class: &'static str,
    /// Label of a filter.
    pub standard: &'static str,
    /// Its choice of all.
    pub any_standard: &'static str,
    /// Label of a filter.
    pub trust: &'static str,
    /// Its choice of all.
    pub any_trust: &'static str,
    /// A choice, with how many it leaves.
    pub choice: fn(&str, usize) -> String,
    /// Label of the grid.
    pub photos: &'static str,
    /// All judged.
    pub none: &'static str,
    /// Under it.
    pub none_more: &'static str,
    /// No photo is like that.
    pub no_match: &'static str,
    /// Under it.
    pub no_match_more: &'static str,
    /// Label of what the photo is held against.
    pub beside: &'static str,
    /// Heading: before and after.
    pub pair: &'static str,
    /// Label of the slider between them.
    pub pair_move: &'static str,
    /// The first of the two.
    pub before: &'static str,
    /// The second one.
    pub after: &'static str,
    /// Label of the large photo.
    pub large: &'static str,
    /// Button: small again.
    pub small: &'static str,
    /// Button: picks the photo at hand.
    pub pick: &'static str,
    /// So many are picked.
    pub picked: fn(usize) -> String,
    /// Button.
    pub pick_all: &'static str,
    /// Button.
    pub pick_none: &'static str,
    /// Notice: many passed.
    pub passed: fn(usize) -> String,
    /// Notice: many sent back.
    pub returned: fn(usize) -> String,
    /// Notice: so many judged, so many not, and why.
    pub partly: fn(usize, usize, &str) -> String,
    /// Notice: many taken back.
    pub taken_back: fn(usize) -> String,
    /// Heading and button: the keys.
    pub keys: &'static str,
    /// Keys, parted by spaces, and what they do.
    pub key_rows: &'static [(&'static str, &'static str)],
}

pub(super) const ZH: WallText = WallText {
    title: "审核",
    head: |n| match n {
        0 => "照片都判完了".to_owned(),
        n => format!("还有 {n} 张要判"),
    },
    scope: |days, on_the_way| match on_the_way {
        0 => format!("最近 {days} 天，原图都到了"),
        n => format!("最近 {days} 天，还有 {n} 张原图在路上"),
    },
    agreed: |agreed, looked| format!("抽查过 {looked} 张，{agreed} 张一致"),
    judged: |judged, left| format!("已判 {judged}，还剩 {left}"),
    filters: "看哪些照片",
    audit: "抽查",
    audit_more: "别人判了合格，抽到你再看一眼",
    alike: "像另一张",
    area: "区域",
    any_area: "所有区域",
    rep: "业务代表",
    any_rep: "所有业务代表",
    class: "门店等级",
    any_class: "所有等级",
    standard: "标准",
    any_standard: "所有标准",
    trust: "定位可信度",
    any_trust: "所有定位",
    choice: |words, n| format!("{words}（{n}）"),
    photos: "照片",
    none: "这里的照片都判完了",
    none_more: "新的照片到了会出现在这里",
    no_match: "没有这样的照片",
    no_match_more: "换一个筛选，或者再往前看",
    beside: "标准和上次",
    pair: "摆前摆后",
    pair_move: "左右拖，比摆前摆后",
    before: "摆前",
    after: "摆后",
    large: "大图",
    small: "收起大图",
    pick: "选中这张",
    picked: |n| format!("选了 {n} 张"),
    pick_all: "全选",
    pick_none: "不选了",
    passed: |n| format!("{n} 张判了合格"),
    returned: |n| format!("{n} 张退回了，各自的业务代表会看到"),
    partly: |done, left, why| format!("判了 {done} 张，{left} 张没判成：{why}"),
    taken_back: |n| format!("撤回了，这 {n} 张回到判之前"),
    keys: "键盘",
    key_rows: &[
        ("← ↑ ↓ →", "换一张"),
        ("P 1", "合格"),
        ("F R 2", "退回，先选原因"),
        ("1 … 6", "选原因，回车退回"),
        ("Shift+1…9", "标准的哪一点没做到"),
        ("空格", "看大图"),
        ("X", "选中"),
        ("Shift+←→", "连着选"),
        ("Ctrl+A", "全选"),
        ("U Ctrl+Z", "撤销"),
        ("Esc", "收起、不选了"),
        ("G N", "去“现在”"),
        ("G V", "去拜访"),
        ("G W", "来判图"),
        ("G P", "去伙伴"),
        ("G T", "去趋势"),
        ("?", "看这张表"),
    ],
};

pub(super) const EN: WallText = WallText {
    title: "Review",
    head: |n| match n {
        0 => "Every photo is judged".to_owned(),
        n => format!("{n} photo{} to judge", s(n)),
    },
    scope: |days, on_the_way| match on_the_way {
        0 => format!("Last {days} days, all originals here"),
        n => format!("Last {days} days, {n} original{} still on the way", s(n)),
    },
    agreed: |agreed, looked| format!("{agreed} of {looked} checked twice agree"),
    judged: |judged, left| format!("{judged} judged, {left} left"),
    filters: "Which photos",
    audit: "Check again",
    audit_more: "Somebody passed it; the lot wants your eyes too",
    alike: "Like another",
    area: "Area",
    any_area: "All areas",
    rep: "Rep",
    any_rep: "All reps",
    class: "Class of shop",
    any_class: "All classes",
    standard: "Standard",
    any_standard: "All standards",
    trust: "Trust in the position",
    any_trust: "Any position",
    choice: |words, n| format!("{words} ({n})"),
    photos: "Photos",
    none: "Every photo here is judged",
    none_more: "New photos appear here when they arrive",
    no_match: "No photo is like that",
    no_match_more: "Choose another filter, or look at earlier days",
    beside: "Standard and last time",
    pair: "Before and after",
    pair_move: "Drag to compare before and after",
    before: "Before",
    after: "After",
    large: "Large photo",
    small: "Make it small again",
    pick: "Pick this one",
    picked: |n| format!("{n} picked"),
    pick_all: "Pick all",
    pick_none: "Pick none",
    passed: |n| format!("{n} passed"),
    returned: |n| format!("{n} sent back; their reps will see it"),
    partly: |done, left, why| format!("{done} judged, {left} not: {why}"),
    taken_back: |n| format!("Taken back: {n} are as before"),
    keys: "Keys",
    key_rows: &[
        ("← ↑ ↓ →", "another photo"),
        ("P 1", "pass"),
        ("F R 2", "send back, a reason first"),
        ("1 … 6", "the reason; Enter sends it"),
        ("Shift+1…9", "a point of the standard it misses"),
        ("Space", "large"),
        ("X", "pick"),
        ("Shift+←→", "pick a row"),
        ("Ctrl+A", "pick all"),
        ("U Ctrl+Z", "undo"),
        ("Esc", "close, pick none"),
        ("G N", "to Now"),
        ("G V", "to the visits"),
        ("G W", "to the wall"),
        ("G P", "to the partners"),
        ("G T", "to the trends"),
        ("?", "this list"),
    ],
};
