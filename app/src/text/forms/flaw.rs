//! What keeps people from filling a form in.

use domain::rules::form::FlawKind;

pub const fn zh(kind: FlawKind) -> &'static str {
    match kind {
        FlawKind::NoQuestions => "一道题也没有",
        FlawKind::TooManyQuestions => "题太多，没人答得完",
        FlawKind::NoTitle => "还没有表名",
        FlawKind::Bands => "待改线比合格线还高",
        FlawKind::Check => "有一条核对，要比的题不在了",
        FlawKind::NoWords => "还没写问什么",
        FlawKind::TooLong => "字太多",
        FlawKind::SameKey => "和另一题的编号一样",
        FlawKind::Points => "分值太高",
        FlawKind::Floor => "否决线超过 100",
        FlawKind::FloorWords => "否决了会怎样，还没写",
        FlawKind::Range => "最少比最多还大",
        FlawKind::Target => "标准不在最少和最多之间",
        FlawKind::FewOptions => "选项不够",
        FlawKind::ManyOptions => "选项太多，手机上放不下",
        FlawKind::OptionWords => "有一个选项没写字",
        FlawKind::SameOption => "有两个选项编号一样",
        FlawKind::OptionRate => "有一个选项超过 100%",
        FlawKind::Pair => "整改后的照片，前面要有整改前的",
        FlawKind::Products => "还没选产品",
        FlawKind::Columns => "还没选要填什么",
        FlawKind::Unseen => "要看的题不在前面",
        FlawKind::OtherAnswer => "要看的题给不出这样的答案",
    }
}

pub const fn en(kind: FlawKind) -> &'static str {
    match kind {
        FlawKind::NoQuestions => "There is no question",
        FlawKind::TooManyQuestions => "More questions than anybody answers",
        FlawKind::NoTitle => "It has no title yet",
        FlawKind::Bands => "\"To mend\" begins above the pass mark",
        FlawKind::Check => "A check compares questions that are gone",
        FlawKind::NoWords => "The question is not written yet",
        FlawKind::TooLong => "Too many words",
        FlawKind::SameKey => "Another question has the same key",
        FlawKind::Points => "Too many points",
        FlawKind::Floor => "The knock-out floor is above 100",
        FlawKind::FloorWords => "What the knock-out means is not written yet",
        FlawKind::Range => "The least is more than the most",
        FlawKind::Target => "The target is not between the least and the most",
        FlawKind::FewOptions => "Too few options",
        FlawKind::ManyOptions => "More options than fit on a phone",
        FlawKind::OptionWords => "An option has no words",
        FlawKind::SameOption => "Two options have the same key",
        FlawKind::OptionRate => "An option is worth more than 100 %",
        FlawKind::Pair => "A photo afterwards needs the one before it first",
        FlawKind::Products => "No products are picked",
        FlawKind::Columns => "It is not said what to fill in",
        FlawKind::Unseen => "It looks at a question that does not come before it",
        FlawKind::OtherAnswer => "It looks for an answer that the question cannot have",
    }
}
