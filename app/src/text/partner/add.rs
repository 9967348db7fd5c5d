//! Adding a candidate by one of the four ways.

/// See [`super::PartnerText::add`].
pub struct AddText {
    /// The four ways.
    pub sources: [&'static str; 4],
    /// What each of them is for.
    pub sources_more: [&'static str; 4],
    /// Which way.
    pub source: &'static str,
    /// Field.
    pub territory: &'static str,
    /// Field.
    pub criterion: &'static str,
    /// Heading: the shops where one of these brands was seen.
    pub seen: &'static str,
    /// A brand was seen there so many times.
    pub seen_times: fn(&str, usize) -> String,
    /// Field.
    pub event: &'static str,
    /// Choice: an event that is not there yet.
    pub new_event: &'static str,
    /// Field.
    pub event_name: &'static str,
    /// Field: a line each.
    pub customers: &'static str,
    /// What to write there.
    pub customers_more: &'static str,
    /// Each line: keep or drop.
    pub keep: &'static str,
    /// So many are added.
    pub add_many: fn(usize) -> String,
    /// More facts, unfolded.
    pub more: &'static str,
    /// Button: photograph the front.
    pub take_front: &'static str,
    /// Button: another one.
    pub retake: &'static str,
    /// The position is being measured.
    pub measuring: &'static str,
    /// So exactly.
    pub measured: fn(&str) -> String,
    /// Without a position.
    pub no_position: &'static str,
    /// It is saved.
    pub saved: fn(&str) -> String,
    /// There may be one already.
    pub alike: fn(usize) -> String,
    /// What to do.
    pub alike_more: &'static str,
    /// The same licence.
    pub same_licence: &'static str,
    /// The same phone.
    pub same_phone: &'static str,
    /// A like name.
    pub like_name: &'static str,
    /// So far away.
    pub near: fn(&str) -> String,
    /// Button: add it all the same.
    pub add_anyway: &'static str,
    /// A name is needed.
    pub name_needed: &'static str,
}

pub const ZH: AddText = AddText {
    sources: ["走访", "整合", "定向", "招商会"],
    sources_more: [
        "在街上遇到的：名字、门头、位置，半分钟记完。",
        "经销商现有的客户：一行一个，留下合适的。",
        "按条件找的：写下条件，和他在卖的竞品。",
        "招商会来的：选哪一场，记下是谁。",
    ],
    source: "怎么找到的",
    territory: "区域",
    criterion: "按什么条件找的",
    seen: "在这些店看到过",
    seen_times: |brand, times| format!("{brand} {times} 次"),
    event: "哪一场",
    new_event: "新的一场",
    event_name: "招商会名称",
    customers: "客户名单，一行一个",
    customers_more: "名字 电话，例如：宏达商贸 13900001111",
    keep: "留下",
    add_many: |count| format!("加 {count} 家"),
    more: "再多记一点",
    take_front: "拍门头",
    retake: "重拍",
    measuring: "正在定位",
    measured: |exact| format!("位置已记，误差 {exact}"),
    no_position: "没有定位，可以先保存",
    saved: |name| format!("已加：{name}"),
    alike: |count| format!("可能已经有了：{count} 家相近"),
    alike_more: "同一家就打开它，别再加一遍。",
    same_licence: "执照号相同",
    same_phone: "电话相同",
    like_name: "名字相近",
    near: |distance| format!("相距 {distance}"),
    add_anyway: "不是同一家，照样加",
    name_needed: "写上店名",
};

pub const EN: AddText = AddText {
    sources: ["Street", "Existing", "Targeted", "Event"],
    sources_more: [
        "Met on the street: name, front, position. Half a minute.",
        "A dealer's customers: one a line, keep those that fit.",
        "Looked for: write down by what, and which competitors they sell.",
        "Came to an event: which one, and who.",
    ],
    source: "How they were found",
    territory: "Territory",
    criterion: "Looked for by",
    seen: "Seen in these shops",
    seen_times: |brand, times| if times == 1 { format!("{brand}, once") } else { format!("{brand}, {times} times") },
    event: "Which event",
    new_event: "A new one",
    event_name: "Name of the event",
    customers: "Customers, one a line",
    customers_more: "Name and phone, such as: Hongda Trading 13900001111",
    keep: "Keep",
    add_many: |count| format!("Add {count}"),
    more: "Note some more",
    take_front: "Photograph the front",
    retake: "Take again",
    measuring: "Measuring the position",
    measured: |exact| format!("Position noted, within {exact}"),
    no_position: "No position; it can be saved all the same",
    saved: |name| format!("Added: {name}"),
    alike: |count| format!("May be known already: {count} alike"),
    alike_more: "If it is the same one, open it instead of adding it twice.",
    same_licence: "same licence",
    same_phone: "same phone",
    like_name: "like name",
    near: |distance| format!("{distance} away"),
    add_anyway: "Another one: add it",
    name_needed: "A name is needed",
};
