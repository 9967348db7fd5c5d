//! The display standards as managers draw them.

use super::s;

/// See [`super::Text::standards`].
pub struct StandardsText {
    /// The page.
    pub title: &'static str,
    /// Its row in the settings.
    pub row_more: &'static str,
    /// Opening sentence: so many standards.
    pub head: fn(usize) -> String,
    /// There are none.
    pub nothing: &'static str,
    /// Nothing is picked yet.
    pub pick: &'static str,
    /// What to do then.
    pub pick_more: &'static str,
    /// It is not known here.
    pub unknown: &'static str,
    /// Button: another one.
    pub add: &'static str,
    /// Heading of a new one.
    pub new: &'static str,
    /// In a list: version, classes, points.
    pub line: fn(u32, &str, usize) -> String,
    /// Which version one works on, and from when it holds.
    pub version: fn(u32, &str) -> String,
    /// Field: its name.
    pub name: &'static str,
    /// Field: its English name.
    pub english: &'static str,
    /// Which classes it is for.
    pub classes: &'static str,
    /// Heading over the picture.
    pub picture: &'static str,
    /// There is none yet.
    pub no_picture: &'static str,
    /// Button: a picture from this device.
    pub own: &'static str,
    /// Button: a photo that was passed.
    pub from_wall: &'static str,
    /// Title of the sheet with those.
    pub passed: &'static str,
    /// There are none.
    pub passed_none: &'static str,
    /// A photo of a day.
    pub passed_of: fn(&str) -> String,
    /// The file is no picture.
    pub no_file: &'static str,
    /// The picture of what was left is not on the tablet any more.
    pub picture_gone: &'static str,
    /// Label of the picture with its points.
    pub board: &'static str,
    /// How points are drawn.
    pub how: &'static str,
    /// How it goes with a keyboard.
    pub how_keys: &'static str,
    /// Heading over the points.
    pub points: &'static str,
    /// Button: a point in the middle.
    pub add_point: &'static str,
    /// No more of them.
    pub full: fn(usize) -> String,
    /// A point by its number, to be moved by keys.
    pub point: fn(usize) -> String,
    /// Field: what a point asks.
    pub asks: fn(usize) -> String,
    /// The same in English.
    pub asks_english: fn(usize) -> String,
    /// Takes a point away.
    pub drop_point: fn(usize) -> String,
    /// From which day on.
    pub from: &'static str,
    /// That day has gone by.
    pub from_past: &'static str,
    /// These forms follow.
    pub forms: fn(&str) -> String,
    /// No form holds photos against it.
    pub no_forms: &'static str,
    /// What was begun before keeps the old one.
    pub keeps: &'static str,
    /// Label of the acts.
    pub acts: &'static str,
    /// The bright act.
    pub publish: fn(u32) -> String,
    /// Notice: it is published.
    pub published: fn(&str, &str) -> String,
}

pub(super) const ZH: StandardsText = StandardsText {
    title: "陈列标准",
    row_more: "标准图、图上的要点、哪些等级用",
    head: |n| format!("{n} 个陈列标准"),
    nothing: "还没有标准",
    pick: "选一个标准",
    pick_more: "左边点一个，换图、画要点，发新版。",
    unknown: "找不到这个标准，可能还没收到。",
    add: "加标准",
    new: "新标准",
    line: |version, classes, points| format!("第 {version} 版 · {classes} · {points} 个要点"),
    version: |version, day| format!("第 {version} 版，{day}起"),
    name: "名称",
    english: "英文名称",
    classes: "哪些等级用",
    picture: "标准图",
    no_picture: "还没有图。放一张，再在图上点要点。",
    own: "用本机的图",
    from_wall: "用合格的照片",
    passed: "最近合格的照片",
    passed_none: "最近两周没有合格的照片",
    passed_of: |day| format!("{day}的照片"),
    no_file: "这个文件不是图片，或者本机存不下。",
    picture_gone: "上次选的图片放得太久，这台设备已经清掉了。请再选一次，别的都还在。",
    board: "标准图和要点",
    how: "点图上的位置加一个要点，按住拖动。",
    how_keys: "键盘：选中号码，用方向键移动。",
    points: "要点",
    add_point: "在中间加一个要点",
    full: |most| format!("最多 {most} 个要点。"),
    point: |number| format!("要点 {number}，方向键移动"),
    asks: |number| format!("要点 {number} 看什么"),
    asks_english: |number| format!("要点 {number}（英文）"),
    drop_point: |number| format!("去掉要点 {number}"),
    from: "从哪天起",
    from_past: "选明天或以后。",
    forms: |names| format!("这些检查表同一天换成新版：{names}。"),
    no_forms: "还没有检查表用它，在检查表里选上才会拍。",
    keeps: "已经开始的拜访和拍过的照片还按原来的。",
    acts: "这个标准",
    publish: |version| format!("发布第 {version} 版"),
    published: |name, day| format!("{name}发布了，{day}起用"),
};

pub(super) const EN: StandardsText = StandardsText {
    title: "Display standards",
    row_more: "Reference pictures, the points on them, and for which classes",
    head: |n| format!("{n} display standard{}", s(n)),
    nothing: "No standard yet",
    pick: "Pick a standard",
    pick_more: "Tap one to change its picture, draw its points and publish a new version.",
    unknown: "This standard is not known here. It may not have arrived yet.",
    add: "Add a standard",
    new: "New standard",
    line: |version, classes, points| format!("version {version} · {classes} · {points} point{}", s(points)),
    version: |version, day| format!("version {version}, from {day}"),
    name: "Name",
    english: "English name",
    classes: "For which classes",
    picture: "Reference picture",
    no_picture: "No picture yet. Bring one in, then tap the points on it.",
    own: "A picture from this device",
    from_wall: "A passed photo",
    passed: "Photos passed lately",
    passed_none: "Nothing was passed in the last two weeks",
    passed_of: |day| format!("Photo of {day}"),
    no_file: "This file is no picture, or this device has no room for it.",
    picture_gone: "The picture lay too long and is not on this device any more. Choose it again; all the rest is there.",
    board: "The picture and its points",
    how: "Tap the picture to add a point, hold and drag to move it.",
    how_keys: " Keys: focus a number, then use the arrows.",
    points: "Points",
    add_point: "Add a point in the middle",
    full: |most| format!("{most} points at most."),
    point: |number| format!("Point {number}, move by the arrow keys"),
    asks: |number| format!("What point {number} asks"),
    asks_english: |number| format!("Point {number} in English"),
    drop_point: |number| format!("Take point {number} away"),
    from: "First day",
    from_past: "Pick tomorrow or a later day.",
    forms: |names| format!("These forms follow on the same day: {names}."),
    no_forms: "No form holds photos against it yet: choose it in a form.",
    keeps: "Visits that have begun and photos that were taken keep the version they had.",
    acts: "This standard",
    publish: |version| format!("Publish version {version}"),
    published: |name, day| format!("{name}: published, from {day}"),
};
