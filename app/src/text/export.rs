//! Exporting lists and photos.

/// See [`super::Text::export`].
pub struct ExportText {
    /// The screen.
    pub title: &'static str,
    /// What the row in the settings says.
    pub row_more: &'static str,
    /// Opening sentence.
    pub head: &'static str,
    /// Under it.
    pub head_more: &'static str,
    /// Without a network.
    pub offline: &'static str,
    /// What is safe, and what to do.
    pub offline_more: &'static str,
    /// Section: what is asked for from day to day.
    pub of_days: &'static str,
    /// Section: what is there as a whole.
    pub whole: &'static str,
    /// Choice.
    pub this_month: &'static str,
    /// Choice.
    pub last_month: &'static str,
    /// Field.
    pub from: &'static str,
    /// Field.
    pub to: &'static str,
    /// The lists, in the order of the screen.
    pub lists: [&'static str; 8],
    /// Photos as one archive.
    pub photos: &'static str,
    /// How they lie in it.
    pub photos_more: &'static str,
    /// Link, said: this list as this kind of file.
    pub as_file: fn(&str, &str) -> String,
}

pub const ZH: ExportText = ExportText {
    title: "导出",
    row_more: "各种清单和照片，存成文件",
    head: "要哪张清单",
    head_more: "只含你管的区域",
    offline: "没有网络，先导不了",
    offline_more: "文件由服务器生成，连上网再来。这台设备上的记录都在。",
    of_days: "按日期",
    whole: "全部",
    this_month: "本月",
    last_month: "上月",
    from: "从",
    to: "到",
    lists: ["拜访", "任务", "门店", "经销商", "分销商", "产品", "候选与成员", "协议"],
    photos: "照片原图",
    photos_more: "按日期和门店分文件夹，附清单",
    as_file: |list, kind| format!("{list}，{kind} 文件"),
};

pub const EN: ExportText = ExportText {
    title: "Export",
    row_more: "Lists and photos as files",
    head: "Which list?",
    head_more: "Of the areas you manage only",
    offline: "No network, so nothing to export yet",
    offline_more: "The server writes the files. Come back with a network; everything on this device is safe.",
    of_days: "From day to day",
    whole: "As a whole",
    this_month: "This month",
    last_month: "Last month",
    from: "From",
    to: "To",
    lists: [
        "Visits",
        "Tasks",
        "Shops",
        "Dealers",
        "Sub-distributors",
        "Products",
        "Candidates and members",
        "Agreements",
    ],
    photos: "Photos",
    photos_more: "A folder for each day and shop, with a list",
    as_file: |list, kind| format!("{list} as {kind}"),
};
