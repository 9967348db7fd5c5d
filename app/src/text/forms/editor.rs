//! Editing a form.

use domain::records::ItemKind;

/// See [`super::FormsText::editor`].
pub struct EditorText {
    /// A form without a title yet.
    pub untitled: &'static str,
    /// The list of questions.
    pub questions: &'static str,
    /// The row that opens the form as a whole.
    pub about: &'static str,
    /// Field.
    pub title: &'static str,
    /// The same field in English.
    pub english: fn(&str) -> String,
    /// Heading: where it is used.
    pub classes: &'static str,
    /// None is picked.
    pub classes_none: &'static str,
    /// For shops of these classes; nothing for all.
    pub for_classes: fn(&str) -> String,
    /// Where passing and "to mend" begin.
    pub bands: fn(u32, u32) -> String,
    /// Field, in percent.
    pub pass: &'static str,
    /// Field, in percent.
    pub conditional: &'static str,
    /// Heading: what must hold between answers.
    pub checks: &'static str,
    /// Button.
    pub add_check: &'static str,
    /// There is no number to compare yet.
    pub check_needs: &'static str,
    /// Field: what the rep reads when it is broken.
    pub check_words: &'static str,
    /// What that is at first.
    pub check_begun: &'static str,
    /// Choice and field: a number that is always the same.
    pub fixed: &'static str,
    /// Field: how the two have to stand to each other.
    pub compared: &'static str,
    /// Not more than, not less than, the same as.
    pub comparisons: [&'static str; 3],
    /// Button.
    pub remove_check: &'static str,
    /// It was taken out.
    pub check_removed: &'static str,
    /// What a kind of question is called.
    pub kind: fn(&ItemKind) -> &'static str,
    /// So many points.
    pub worth: fn(u32) -> String,
    /// Field.
    pub hint: &'static str,
    /// Field.
    pub step: &'static str,
    /// Questions before the first step.
    pub no_step: &'static str,
    /// Choice: a step that there is not yet.
    pub new_step: &'static str,
    /// What the first step of a form is called.
    pub first_step: &'static str,
    /// What another one is called until it is named.
    pub another_step: fn(usize) -> String,
    /// Field: how a step is called.
    pub step_name: &'static str,
    /// Field, in percent.
    pub floor: &'static str,
    /// Field: what the knock-out means.
    pub floor_words: &'static str,
    /// Heading: which of yes and no is good.
    pub good: &'static str,
    /// Field.
    pub unit: &'static str,
    /// Field.
    pub least: &'static str,
    /// Field.
    pub most: &'static str,
    /// Field.
    pub least_yuan: &'static str,
    /// Field.
    pub most_yuan: &'static str,
    /// Switch: something is wanted.
    pub wanted: &'static str,
    /// Field: what is wanted.
    pub target: &'static str,
    /// Heading.
    pub options: &'static str,
    /// Switch: several may be picked.
    pub many: &'static str,
    /// Heading: steps of a scale.
    pub anchors: &'static str,
    /// Heading: photos.
    pub photos: &'static str,
    /// An option, step or photo by its number.
    pub entry: fn(usize) -> String,
    /// Button: one more.
    pub add_entry: &'static str,
    /// One was taken out.
    pub entry_removed: &'static str,
    /// What a new option says.
    pub new_option: fn(usize) -> String,
    /// What a new photo is called.
    pub new_photo: fn(usize) -> String,
    /// Field: what an option is worth, in percent.
    pub rate: &'static str,
    /// Button: two photos of one shelf.
    pub add_pair: &'static str,
    /// The first of them.
    pub before: &'static str,
    /// The second one.
    pub after: &'static str,
    /// Field: which photo shows it before.
    pub pair: &'static str,
    /// Choice: none.
    pub no_pair: &'static str,
    /// Field.
    pub standard: &'static str,
    /// Choice: none.
    pub no_standard: &'static str,
    /// Choice: an older version of one.
    pub older_standard: &'static str,
    /// Heading.
    pub columns: &'static str,
    /// Heading.
    pub products: &'static str,
    /// Heading: from what it is computed.
    pub computed: &'static str,
    /// Field: the first number.
    pub left: &'static str,
    /// Field: what is done with them.
    pub way: &'static str,
    /// Share, sum, difference, product.
    pub ways: [&'static str; 4],
    /// Field: the second number.
    pub right: &'static str,
    /// The pieces in stock over the lines of a table.
    pub stock_of: fn(&str) -> String,
    /// How many percent the first is of the second.
    pub percent_of: fn(&str, &str) -> String,
    /// The words of a question inside a sentence.
    pub quoted: fn(&str) -> String,
    /// A question or answer that is not there any more.
    pub nothing: &'static str,
    /// Switch: not asked always.
    pub asked_if: &'static str,
    /// No question before it could decide that.
    pub nothing_earlier: &'static str,
    /// When it is asked, as a sentence.
    pub asked_when: fn(&str) -> String,
    /// It is asked always again.
    pub always_asked: &'static str,
    /// Field: the question that decides.
    pub which: &'static str,
    /// Field: its answer.
    pub answered: &'static str,
    /// Field: its smallest answer.
    pub at_least: &'static str,
    /// The same in yuan.
    pub at_least_yuan: &'static str,
    /// "is answered with".
    pub answer_is: fn(&str, &str) -> String,
    /// "is answered with at least".
    pub answer_at_least: fn(&str, &str) -> String,
    /// Between conditions that all have to hold.
    pub and: &'static str,
    /// Between conditions of which one has to hold.
    pub or: &'static str,
    /// The opposite.
    pub not: fn(&str) -> String,
    /// So many flaws are left.
    pub flaws_left: fn(usize) -> String,
    /// Bright act: go to the first of them.
    pub to_flaw: &'static str,
    /// Button: back to what is published.
    pub discard: &'static str,
    /// That was done.
    pub discarded: &'static str,
}

pub const ZH: EditorText = EditorText {
    untitled: "新的检查表",
    questions: "题目",
    about: "整张表",
    title: "表名",
    english: |label| format!("{label}，英文"),
    classes: "用在哪些门店",
    classes_none: "一个都不选，就是所有门店",
    for_classes: |letters| if letters.is_empty() { String::new() } else { format!("{letters} 类店") },
    bands: |pass, conditional| format!("{pass} 起合格，{conditional} 起待改"),
    pass: "合格线，%",
    conditional: "待改线，%",
    checks: "答案之间要对得上",
    add_check: "加一条核对",
    check_needs: "先加一道填数字的题，才有数可核对",
    check_words: "对不上时对业务代表说",
    check_begun: "这两个数对不上，再看一下",
    fixed: "固定的数",
    compared: "要怎么样才对",
    comparisons: ["不多于", "不少于", "等于"],
    remove_check: "去掉这条核对",
    check_removed: "已去掉一条核对",
    kind: |kind| match kind {
        ItemKind::YesNo { .. } => "有或没有",
        ItemKind::Number { .. } => "数字",
        ItemKind::Money { .. } => "金额",
        ItemKind::Choice { many: false, .. } => "单选",
        ItemKind::Choice { many: true, .. } => "多选",
        ItemKind::Scale { .. } => "量表",
        ItemKind::Photo { .. } => "照片",
        ItemKind::Date => "日期",
        ItemKind::Barcode => "条码",
        ItemKind::Signature => "签字",
        ItemKind::Document => "证件",
        ItemKind::Table { .. } => "按产品填",
        ItemKind::Text => "文字",
        ItemKind::Computed { .. } => "自动算",
    },
    worth: |points| format!("{points} 分"),
    hint: "提示",
    step: "步骤",
    no_step: "没有步骤名",
    new_step: "另起一步",
    first_step: "检查",
    another_step: |number| format!("第 {number} 步"),
    step_name: "步骤名",
    floor: "低于多少就否决，%",
    floor_words: "否决了会怎样",
    good: "哪个算好",
    unit: "单位",
    least: "最少",
    most: "最多",
    least_yuan: "最少，元",
    most_yuan: "最多，元",
    wanted: "有标准",
    target: "标准要多少",
    options: "选项",
    many: "可以多选",
    anchors: "每一档，从低到高",
    photos: "要拍的照片",
    entry: |number| format!("第 {number} 个"),
    add_entry: "加一个",
    entry_removed: "已去掉一个",
    new_option: |number| format!("选项 {number}"),
    new_photo: |number| format!("照片 {number}"),
    rate: "得分，%",
    add_pair: "加一对：整改前、整改后",
    before: "整改前",
    after: "整改后",
    pair: "和哪张比",
    no_pair: "单独一张",
    standard: "按哪个标准看",
    no_standard: "没有标准",
    older_standard: "现在用的旧版标准",
    columns: "每个产品填什么",
    products: "哪些产品",
    computed: "怎么算",
    left: "第一个数",
    way: "怎么算",
    ways: ["占后面的百分之几", "加", "减", "乘"],
    right: "第二个数",
    stock_of: |title| format!("{title}的库存合计"),
    percent_of: |part, whole| format!("{part}占{whole}的百分之几"),
    quoted: |title| format!("「{title}」"),
    nothing: "（已经没有的题）",
    asked_if: "有条件才问",
    nothing_earlier: "前面没有能当条件的题，总是要问。",
    asked_when: |condition| format!("{condition}才问"),
    always_asked: "条件去掉了，总是要问",
    which: "看前面哪一题",
    answered: "答了什么",
    at_least: "至少是",
    at_least_yuan: "至少是，元",
    answer_is: |title, answer| format!("{title}答“{answer}”"),
    answer_at_least: |title, answer| format!("{title}至少 {answer}"),
    and: "，并且",
    or: "，或者",
    not: |condition| format!("不是{condition}"),
    flaws_left: |n| format!("还有 {n} 处填不了，改好才能发布"),
    to_flaw: "去改第一处",
    discard: "放弃改动",
    discarded: "改动放下了，回到发布的那一版",
};

pub const EN: EditorText = EditorText {
    untitled: "A new form",
    questions: "Questions",
    about: "The form as a whole",
    title: "Title",
    english: |label| format!("{label}, English"),
    classes: "Shops it is for",
    classes_none: "None picked: for all shops",
    for_classes: |letters| if letters.is_empty() { String::new() } else { format!("class {letters}") },
    bands: |pass, conditional| format!("passes from {pass}, to mend from {conditional}"),
    pass: "Pass mark, %",
    conditional: "To mend from, %",
    checks: "What must hold between answers",
    add_check: "Add a check",
    check_needs: "Add a question that is answered with a number first",
    check_words: "What the rep reads when it does not hold",
    check_begun: "These two do not fit, look again",
    fixed: "A fixed number",
    compared: "What has to be so",
    comparisons: ["is at most", "is at least", "equals"],
    remove_check: "Take this check out",
    check_removed: "A check was taken out",
    kind: |kind| match kind {
        ItemKind::YesNo { .. } => "Yes or no",
        ItemKind::Number { .. } => "Number",
        ItemKind::Money { .. } => "Amount",
        ItemKind::Choice { many: false, .. } => "One of several",
        ItemKind::Choice { many: true, .. } => "Several of several",
        ItemKind::Scale { .. } => "Scale",
        ItemKind::Photo { .. } => "Photos",
        ItemKind::Date => "Date",
        ItemKind::Barcode => "Barcode",
        ItemKind::Signature => "Signature",
        ItemKind::Document => "Paper",
        ItemKind::Table { .. } => "By product",
        ItemKind::Text => "Text",
        ItemKind::Computed { .. } => "Worked out",
    },
    worth: |points| format!("{points} points"),
    hint: "Hint",
    step: "Step",
    no_step: "Without a step",
    new_step: "A new step",
    first_step: "Check",
    another_step: |number| format!("Step {number}"),
    step_name: "Name of the step",
    floor: "Knocked out below, %",
    floor_words: "What the knock-out means",
    good: "Which one is good",
    unit: "Unit",
    least: "Least",
    most: "Most",
    least_yuan: "Least, yuan",
    most_yuan: "Most, yuan",
    wanted: "There is a target",
    target: "Target",
    options: "Options",
    many: "Several may be picked",
    anchors: "Steps, lowest first",
    photos: "Photos wanted",
    entry: |number| format!("No. {number}"),
    add_entry: "Add one",
    entry_removed: "One was taken out",
    new_option: |number| format!("Option {number}"),
    new_photo: |number| format!("Photo {number}"),
    rate: "Worth, %",
    add_pair: "Add a pair: before, after",
    before: "Before",
    after: "After",
    pair: "Compared with",
    no_pair: "A photo by itself",
    standard: "Judged by",
    no_standard: "No standard",
    older_standard: "The older version in use",
    columns: "What is filled in for each product",
    products: "Which products",
    computed: "How it is worked out",
    left: "First number",
    way: "What is done with them",
    ways: ["as percent of the second", "plus", "minus", "times"],
    right: "Second number",
    stock_of: |title| format!("all the stock of {title}"),
    percent_of: |part, whole| format!("{part} as percent of {whole}"),
    quoted: |title| format!("\"{title}\""),
    nothing: "(a question that is gone)",
    asked_if: "Asked only if",
    nothing_earlier: "No question before it can decide that: it is always asked.",
    asked_when: |condition| format!("Asked if {condition}"),
    always_asked: "It is always asked now",
    which: "The question that decides",
    answered: "Answered with",
    at_least: "At least",
    at_least_yuan: "At least, yuan",
    answer_is: |title, answer| format!("{title} is \"{answer}\""),
    answer_at_least: |title, answer| format!("{title} is at least {answer}"),
    and: " and ",
    or: " or ",
    not: |condition| format!("not {condition}"),
    flaws_left: |n| match n {
        1 => "One thing is to mend before it can be published".to_owned(),
        n => format!("{n} things are to mend before it can be published"),
    },
    to_flaw: "To the first one",
    discard: "Drop the changes",
    discarded: "The changes are dropped; this is the published version",
};
