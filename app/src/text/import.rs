//! Importing tables.

use super::s;
use domain::rules::import::{Field, Sort, Why};
use sync::wire::Unreadable;

/// See [`super::Text::import`].
pub struct ImportText {
    /// The screen.
    pub title: &'static str,
    /// What the row in the settings says.
    pub row_more: &'static str,
    /// Opening sentence before a file is handed in.
    pub head: &'static str,
    /// Under it.
    pub head_more: &'static str,
    /// Heading of the choice of table.
    pub what: &'static str,
    /// What the rows are.
    pub sort: fn(Sort) -> &'static str,
    /// The field for the file.
    pub file: &'static str,
    /// What belongs in it.
    pub file_hint: fn(usize, usize) -> String,
    /// Button: an empty table to be filled in.
    pub template: fn(&str) -> String,
    /// The name of that file.
    pub template_file: fn(&str) -> String,
    /// The browser did not take it.
    pub template_lost: &'static str,
    /// What is to be known of a table, where its rows are not simply one thing each.
    pub how: fn(Sort) -> &'static str,
    /// While the server reads it.
    pub reading: &'static str,
    /// Opening sentence of a dry run: new, changed, wrong.
    pub found: fn(u32, u32, u32) -> String,
    /// Under it.
    pub found_more: &'static str,
    /// Opening sentence when the file changes nothing.
    pub nothing: &'static str,
    /// The counts: all, new, changed, same, wrong.
    pub counts: [&'static str; 5],
    /// The act: of what, so many are imported, and so many rows left out.
    pub import: fn(Sort, u32, u32) -> String,
    /// What is under the thumb.
    pub act: &'static str,
    /// Heading of the columns.
    pub columns: &'static str,
    /// Under it: in which row the titles stand.
    pub columns_more: fn(u32) -> String,
    /// A column that is left out.
    pub left_out: &'static str,
    /// A column without a title, by its letters.
    pub untitled: fn(&str) -> String,
    /// Label of a choice: what a column is.
    pub column_is: fn(&str) -> String,
    /// No column says by what rows are known again.
    pub lacks: fn(&str) -> String,
    /// What a column says.
    pub field: fn(Field) -> &'static str,
    /// Heading of the faults, with their number.
    pub faults: fn(u32) -> String,
    /// Under it.
    pub faults_more: &'static str,
    /// Only the first so many are shown.
    pub first: fn(usize) -> String,
    /// Where a fault is: row, and column if there is one.
    pub place: fn(u32, Option<&str>) -> String,
    /// What stands there.
    pub read: fn(&str) -> String,
    /// What is wrong, and what to do.
    pub why: fn(&Why) -> String,
    /// Button.
    pub save_faults: fn(usize, u32) -> String,
    /// Name of that file.
    pub faults_file: &'static str,
    /// Its titles: row, column, field, what stands there, what is wrong.
    pub faults_head: [&'static str; 5],
    /// The browser did not take it.
    pub not_saved: &'static str,
    /// Heading of the new shops that may be there.
    pub twins: fn(usize) -> String,
    /// Under it.
    pub twins_more: &'static str,
    /// One of them: row and name, and the known code and name.
    pub twin: fn(u32, &str, &str, &str) -> String,
    /// Heading of what would change.
    pub changes: &'static str,
    /// Something new.
    pub new: &'static str,
    /// Something changed.
    pub changed: &'static str,
    /// A field of something new: name and value.
    pub becomes: fn(&str, &str) -> String,
    /// A field that changes: name, before, after.
    pub turns: fn(&str, &str, &str) -> String,
    /// Nothing stood there.
    pub blank: &'static str,
    /// The file cannot be read.
    pub unreadable: &'static str,
    /// Why.
    pub unreadable_why: fn(Unreadable) -> &'static str,
    /// No network.
    pub offline: &'static str,
    /// What to do then.
    pub offline_more: &'static str,
    /// Something has changed since the dry run.
    pub stale: &'static str,
    /// What to do then.
    pub stale_more: &'static str,
    /// Button: have it read again.
    pub again: &'static str,
    /// Notice: so many were made, so many changed.
    pub done: fn(u32, u32) -> String,
    /// Heading of what was imported before.
    pub past: &'static str,
    /// There is none.
    pub past_none: &'static str,
    /// What an import did: new, changed, left out.
    pub did: fn(u32, u32, u32) -> String,
    /// Who did it, and when.
    pub by: fn(&str, &str) -> String,
    /// It was taken back then.
    pub undone_at: fn(&str) -> String,
    /// Button.
    pub undo: &'static str,
    /// Label of the button: of which file.
    pub undo_of: fn(&str) -> String,
    /// Notice: it was taken back.
    pub undone: &'static str,
    /// Notice: it did not work.
    pub not_undone: &'static str,
    /// It cannot be taken back, because of so many things.
    pub hindered: fn(u32) -> String,
    /// Under it.
    pub hindered_more: &'static str,
    /// One of them: its name, and the kind of what uses it.
    pub hindrance: fn(&str, Option<&str>) -> String,
}

pub(super) const ZH: ImportText = ImportText {
    title: "导入表格",
    row_more: "门店、产品、经销商、分销商、路线，先试后写，可以撤回",
    head: "把表格放进来，先看会改什么",
    head_more: "看完再导入，看的时候什么都不会写。",
    what: "表里是什么",
    sort: |sort| match sort {
        Sort::Outlets => "门店",
        Sort::Products => "产品",
        Sort::Dealers => "经销商",
        Sort::SubDistributors => "分销商",
        Sort::Routes => "路线",
    },
    file: "选表格",
    file_hint: |megabytes, rows| format!("Excel（.xlsx）或 CSV，最大 {megabytes} MB、{rows} 行，也可以拖进来"),
    template: |sort| format!("下载{sort}的空表"),
    template_file: |sort| format!("{sort}-空表.csv"),
    template_lost: "浏览器没有存下文件，再试一次。",
    how: |sort| match sort {
        Sort::Routes => {
            "一行是一站：谁走、哪条路线、哪家店。星期、频率（每周、隔周、2/4）和起始日期每条路线写一次就行。表里的店就是这条路线全部的店；有一行错，整条路线先留在外面。已有的路线从起始日期起换新的，不写就是明天。"
        }
        _ => "",
    },
    reading: "正在读表格",
    found: |new, changed, wrong| format!("新增 {new}，改动 {changed}，{wrong} 行有错"),
    found_more: "还什么都没写。对的行可以先导入，有错的行留在外面。",
    nothing: "这张表什么都不会改",
    counts: ["行数", "新增", "改动", "没变", "有错"],
    import: |sort, count, wrong| {
        let what = if sort == Sort::Routes { "处路线改动" } else { "行" };
        if wrong == 0 {
            format!("导入 {count} {what}")
        } else {
            format!("导入 {count} {what}，留下 {wrong} 行")
        }
    },
    act: "导入",
    columns: "每一列是什么",
    columns_more: |row| format!("标题在第 {row} 行。认错了就改，改完会重新核对。"),
    left_out: "不导入",
    untitled: |letters| format!("{letters} 列"),
    column_is: |title| format!("“{title}”是"),
    lacks: |field| format!("没有一列是{field}，认不出谁是谁。请在下面指定。"),
    field: |field| match field {
        Field::Code => "编号",
        Field::Name => "名称",
        Field::EnglishName => "英文名称",
        Field::Territory => "区域",
        Field::Region => "大区",
        Field::Class => "等级",
        Field::Channel => "渠道",
        Field::Address => "地址",
        Field::Owner => "联系人",
        Field::Phone => "电话",
        Field::Latitude => "纬度",
        Field::Longitude => "经度",
        Field::Position => "坐标",
        Field::Responsible => "供货商",
        Field::Dealer => "所属经销商",
        Field::Open => "是否营业",
        Field::Barcode => "条码",
        Field::Millilitres => "净含量（毫升）",
        Field::PiecesPerCase => "每箱数量",
        Field::CasePrice => "箱价",
        Field::RetailPrice => "零售价",
        Field::Listed => "是否在售",
        Field::Rep => "业务代表",
        Field::Route => "路线",
        Field::Weekdays => "星期",
        Field::Weeks => "频率",
        Field::Order => "顺序",
        Field::From => "起始日期",
    },
    faults: |count| format!("{count} 处有错"),
    faults_more: "在表格里改好这些行，再放进来一次；已经导入的行不会重复。",
    first: |shown| format!("只列出前 {shown} 处"),
    place: |row, column| match column {
        Some(column) => format!("第 {row} 行 {column} 列"),
        None => format!("第 {row} 行"),
    },
    read: |text| format!("读到“{text}”"),
    why: |why| match why {
        Why::Missing => "空着，新增时要填".to_owned(),
        Why::TooLong { limit } => format!("太长，最多 {limit} 个字"),
        Why::Rounded => "Excel 把长数字缩写了，后几位丢了。把这一列设成文本，再填一遍".to_owned(),
        Why::Phone => "不是一个电话号码。手机 11 位，座机带区号，一格一个号码".to_owned(),
        Why::Number => "要一个大于 0 的整数".to_owned(),
        Why::Price => "要一个金额，最多两位小数".to_owned(),
        Why::Place => "不是经纬度，例如 36.6256 和 114.5391".to_owned(),
        Why::Class => "等级只能是 A、B、C、D".to_owned(),
        Why::YesOrNo => "要填是或否".to_owned(),
        Why::Barcode => "条码的校验位不对，有一位抄错了".to_owned(),
        Why::Outside => "不在你管的区域里。核对区域的名字".to_owned(),
        Why::Partner => "没有这个名字的伙伴，或者有好几个。核对名字".to_owned(),
        Why::Several => "已有好几家用这个编号，先在系统里分开".to_owned(),
        Why::Twice { row } => format!("和第 {row} 行重复，留一行"),
        Why::Elsewhere { territory } => format!("现在属于{territory}，表格不能换区域"),
        Why::Rep => "没有这个名字的业务代表，或者有同名的。核对名字".to_owned(),
        Why::Shop => "你管的门店里没有这个编号。核对编号".to_owned(),
        Why::Closed => "这家店已经停业，路线不能带上它".to_owned(),
        Why::Ground { territory } => format!("这条路线在{territory}，这家店在别的区域。分成两条路线"),
        Why::Posting { territory } => format!("他那天没有派到{territory}。先在人员里派人"),
        Why::Weekdays => "看不出是星期几，例如 周一、周四 或 1,4".to_owned(),
        Why::Weeks => "看不出多久一次，例如 每周、隔周、2/4".to_owned(),
        Why::Day => "要一个今天或以后的日期，例如 2026-12-01".to_owned(),
        Why::Differs { row } => format!("和第 {row} 行说的不一样。一条路线只能有一种"),
        Why::Stops { limit } => format!("一条路线最多 {limit} 站"),
    },
    save_faults: |held, count| match held == count as usize {
        true => "下载全部错误".to_owned(),
        false => format!("下载前 {held} 处错误"),
    },
    faults_file: "导入错误.csv",
    faults_head: ["行", "列", "应该是", "读到的", "问题"],
    not_saved: "浏览器没有存下文件。错误还在这里，再试一次。",
    twins: |count| format!("{count} 家可能已经有了"),
    twins_more: "名字和地方都像，编号不同。是同一家就把编号改成已有的，再放进来。",
    twin: |row, name, code, known| format!("第 {row} 行 {name}，像 {code} {known}"),
    changes: "会改什么",
    new: "新增",
    changed: "改动",
    becomes: |field, after| format!("{field} {after}"),
    turns: |field, before, after| format!("{field} {before} → {after}"),
    blank: "空",
    unreadable: "这份表格读不了",
    unreadable_why: |why| match why {
        Unreadable::OldWorkbook => "是旧的 .xls，或者加了密码。请在 Excel 里去掉密码，另存为 .xlsx，再放进来。",
        Unreadable::Broken => "文件损坏了，或者不是表格。请在 Excel 里打开它，另存为 .xlsx，再放进来。",
        Unreadable::TooLarge => "文件太大。请分成几份，一份一份放进来。",
        Unreadable::TooMany => "行或列太多。请分成几份，删掉用不到的列。",
        Unreadable::Coding => "认不出文字编码。请在 Excel 里另存为 .xlsx 或者 UTF-8 的 CSV。",
        Unreadable::Empty => "里面什么都没有。请核对选的是哪个文件。",
        Unreadable::NoTitles => "找不到标题行。第一行请写上编号、名称、电话这样的标题。",
    },
    offline: "没有连上服务器",
    offline_more: "导入要有网，什么都没写。表格还在你这里，过一会儿再试。",
    stale: "核对之后，系统里有了变化",
    stale_more: "什么都没写。请按现在的样子重新核对一次。",
    again: "重新核对",
    done: |new, changed| format!("已导入：新增 {new}，改动 {changed}"),
    past: "导入过的",
    past_none: "还没有导入过",
    did: |new, changed, left_out| format!("新增 {new}，改动 {changed}，留下 {left_out} 行"),
    by: |who, when| format!("{who}，{when}"),
    undone_at: |when| format!("{when} 已撤回"),
    undo: "撤回",
    undo_of: |file| format!("撤回 {file}"),
    undone: "已撤回，和导入之前一样",
    not_undone: "没有撤回：没有连上服务器。什么都没变，再试一次。",
    hindered: |count| format!("撤不回：{count} 处已经在用"),
    hindered_more: "什么都没动。导入之后有人改过或者用过这些，撤回会丢掉他们的工作。",
    hindrance: |name, used_in| match used_in {
        None => format!("{name}：后来改过"),
        Some("visit") => format!("{name}：有人拜访过"),
        Some("task") => format!("{name}：有任务"),
        Some("journey_plan") => format!("{name}：在线路里"),
        Some("agreement") => format!("{name}：在协议里"),
        Some("sighting") => format!("{name}：记过竞品"),
        Some(_) => format!("{name}：别处用到"),
    },
};

pub(super) const EN: ImportText = ImportText {
    title: "Import a table",
    row_more: "Shops, products, dealers, sub-distributors, routes: tried first, written after, can be undone",
    head: "Hand in a table and see what it would change",
    head_more: "You import after you have looked. Until then nothing is written.",
    what: "What is in the table",
    sort: |sort| match sort {
        Sort::Outlets => "Shops",
        Sort::Products => "Products",
        Sort::Dealers => "Dealers",
        Sort::SubDistributors => "Sub-distributors",
        Sort::Routes => "Routes",
    },
    file: "Choose a table",
    file_hint: |megabytes, rows| format!("Excel (.xlsx) or CSV, up to {megabytes} MB and {rows} rows; or drop it here"),
    template: |sort| format!("Download an empty table: {}", sort.to_lowercase()),
    template_file: |sort| format!("{}-empty.csv", sort.to_lowercase()),
    template_lost: "The browser did not save the file. Try again.",
    how: |sort| match sort {
        Sort::Routes => {
            "A row is a stop: who walks, which route, which shop. Weekdays, frequency (weekly, every 2 weeks, 2/4) and first day are said once for each route. The shops of the table are all shops of the route; with one row wrong the whole route stays out. A route that is there is replaced from the first day on; where none is said, from tomorrow."
        }
        _ => "",
    },
    reading: "Reading the table",
    found: |new, changed, wrong| format!("{new} new, {changed} changed, {wrong} row{} wrong", s(wrong as usize)),
    found_more: "Nothing is written yet. The right rows can be imported now; the wrong ones stay out.",
    nothing: "This table changes nothing",
    counts: ["Rows", "New", "Changed", "Same", "Wrong"],
    import: |sort, count, wrong| {
        let what = match (sort, count) {
            (Sort::Routes, 1) => "change of a route",
            (Sort::Routes, _) => "changes of routes",
            (_, 1) => "row",
            _ => "rows",
        };
        let rows = format!("Import {count} {what}");
        if wrong == 0 { rows } else { format!("{rows}, leave {wrong} row{} out", s(wrong as usize)) }
    },
    act: "Import",
    columns: "What each column is",
    columns_more: |row| {
        format!("The titles stand in row {row}. Put right what is wrong: the table is then checked again.")
    },
    left_out: "Left out",
    untitled: |letters| format!("Column {letters}"),
    column_is: |title| format!("\"{title}\" is"),
    lacks: |field| format!("No column is the {field}, so nothing can be told apart. Say below which one it is."),
    field: |field| match field {
        Field::Code => "code",
        Field::Name => "name",
        Field::EnglishName => "English name",
        Field::Territory => "territory",
        Field::Region => "region",
        Field::Class => "class",
        Field::Channel => "channel",
        Field::Address => "address",
        Field::Owner => "contact",
        Field::Phone => "phone",
        Field::Latitude => "latitude",
        Field::Longitude => "longitude",
        Field::Position => "position",
        Field::Responsible => "supplier",
        Field::Dealer => "dealer",
        Field::Open => "open or closed",
        Field::Barcode => "barcode",
        Field::Millilitres => "contents (ml)",
        Field::PiecesPerCase => "pieces per case",
        Field::CasePrice => "case price",
        Field::RetailPrice => "retail price",
        Field::Listed => "still sold",
        Field::Rep => "rep",
        Field::Route => "route",
        Field::Weekdays => "weekdays",
        Field::Weeks => "frequency",
        Field::Order => "order",
        Field::From => "first day",
    },
    faults: |count| format!("{count} fault{}", s(count as usize)),
    faults_more: "Mend these rows in the table and hand it in again: what is imported already is not imported twice.",
    first: |shown| format!("Only the first {shown} are listed"),
    place: |row, column| match column {
        Some(column) => format!("Row {row}, column {column}"),
        None => format!("Row {row}"),
    },
    read: |text| format!("It says \"{text}\""),
    why: |why| {
        match why {
        Why::Missing => "Empty, and something new needs it".to_owned(),
        Why::TooLong { limit } => format!("Too long: at most {limit} characters"),
        Why::Rounded => {
            "Excel has shortened a long number and its last digits are gone. Format the column as text and fill it in again"
                .to_owned()
        }
        Why::Phone => "Not a phone number. A mobile has 11 digits, a landline its area code; one number a cell".to_owned(),
        Why::Number => "This has to be a whole number above 0".to_owned(),
        Why::Price => "This has to be an amount with at most two decimals".to_owned(),
        Why::Place => "Not a place: degrees look like 36.6256 and 114.5391".to_owned(),
        Why::Class => "The class is A, B, C or D".to_owned(),
        Why::YesOrNo => "This has to be yes or no".to_owned(),
        Why::Barcode => "The check digit does not fit: one digit is wrong".to_owned(),
        Why::Outside => "Outside your region. Check the name of the territory".to_owned(),
        Why::Partner => "No partner of that name, or several. Check the name".to_owned(),
        Why::Several => "Several have this code already. Tell them apart first".to_owned(),
        Why::Twice { row } => format!("The same as row {row}. Keep one"),
        Why::Elsewhere { territory } => format!("It belongs to {territory}; a table moves nothing between territories"),
        Why::Rep => "No rep of that name, or several. Check the name".to_owned(),
        Why::Shop => "None of your shops has this code. Check the code".to_owned(),
        Why::Closed => "This shop has closed: no route can take it".to_owned(),
        Why::Ground { territory } => format!("The route lies in {territory}, this shop elsewhere. Make two routes of it"),
        Why::Posting { territory } => format!("The rep is not posted to {territory} on that day. Post them first"),
        Why::Weekdays => "No days of the week: write Mon, Thu or 1,4".to_owned(),
        Why::Weeks => "No rhythm: write weekly, every 2 weeks or 2/4".to_owned(),
        Why::Day => "This has to be today or a later day, such as 2026-12-01".to_owned(),
        Why::Differs { row } => format!("Row {row} says otherwise, and a route has only one"),
        Why::Stops { limit } => format!("A route has at most {limit} stops"),
    }
    },
    save_faults: |held, count| match held == count as usize {
        true => "Download all faults".to_owned(),
        false => format!("Download the first {held} faults"),
    },
    faults_file: "import-faults.csv",
    faults_head: ["Row", "Column", "Should be", "It says", "What is wrong"],
    not_saved: "The browser did not save the file. The faults are still here. Try again.",
    twins: |count| format!("{count} may be there already"),
    twins_more: "Name and place are alike, the code is not. If it is the same shop, put in the code it has and hand the table in again.",
    twin: |row, name, code, known| format!("Row {row} {name}, like {code} {known}"),
    changes: "What would change",
    new: "New",
    changed: "Changed",
    becomes: |field, after| format!("{field} {after}"),
    turns: |field, before, after| format!("{field} {before} → {after}"),
    blank: "empty",
    unreadable: "This table cannot be read",
    unreadable_why: |why| match why {
        Unreadable::OldWorkbook => {
            "It is an old .xls, or has a password. Take the password away in Excel, save it as .xlsx, and hand that in."
        }
        Unreadable::Broken => "The file is damaged or no table. Open it in Excel, save it as .xlsx, and hand that in.",
        Unreadable::TooLarge => "The file is too large. Cut it into parts and hand them in one by one.",
        Unreadable::TooMany => {
            "It has too many rows or columns. Cut it into parts and delete columns that are not needed."
        }
        Unreadable::Coding => "The coding of its letters is not known. Save it in Excel as .xlsx or as CSV in UTF-8.",
        Unreadable::Empty => "There is nothing in it. Check which file you chose.",
        Unreadable::NoTitles => {
            "No row of titles was found. Write titles such as code, name and phone in the first row."
        }
    },
    offline: "The server was not reached",
    offline_more: "Importing needs a network. Nothing is written, and you still have the table. Try again in a while.",
    stale: "Something has changed since you looked",
    stale_more: "Nothing is written. Check the table again as things are now.",
    again: "Check again",
    done: |new, changed| format!("Imported: {new} new, {changed} changed"),
    past: "Imported before",
    past_none: "Nothing was imported yet",
    did: |new, changed, left_out| {
        format!("{new} new, {changed} changed, {left_out} row{} left out", s(left_out as usize))
    },
    by: |who, when| format!("{who}, {when}"),
    undone_at: |when| format!("Undone {when}"),
    undo: "Undo",
    undo_of: |file| format!("Undo {file}"),
    undone: "Undone: all is as it was before",
    not_undone: "Not undone: the server was not reached. Nothing has changed. Try again.",
    hindered: |count| format!("It cannot be undone: {count} in use"),
    hindered_more: "Nothing was touched. Somebody has changed or used these since, and undoing would lose their work.",
    hindrance: |name, used_in| match used_in {
        None => format!("{name}: changed since"),
        Some("visit") => format!("{name}: visited"),
        Some("task") => format!("{name}: has a task"),
        Some("journey_plan") => format!("{name}: on a route"),
        Some("agreement") => format!("{name}: in an agreement"),
        Some("sighting") => format!("{name}: a competitor was noted"),
        Some(_) => format!("{name}: in use elsewhere"),
    },
};
