//! The words of the page on which anybody compares a paper with what is on record. Whoever reads it has never seen the
//! app: it says what it means in full. Only the server writes it.

use domain::Language;
use domain::rules::agreement::Standing;

/// See the module.
pub struct CompareText {
    /// What the page is.
    pub title: &'static str,
    /// The way to the other language, in that language.
    pub other: &'static str,
    /// It is on record, and how it stands.
    pub known: fn(Standing) -> &'static str,
    /// What to do with that.
    pub known_more: &'static str,
    /// Label: how it stands.
    pub stands: &'static str,
    /// It begins on a day.
    pub begins: fn(&str) -> String,
    /// Its last day was, or is to be.
    pub ends: fn(&str) -> String,
    /// Label: who put it in force.
    pub approved: &'static str,
    /// By somebody, when.
    pub approved_by: fn(&str, &str) -> String,
    /// What the check code is.
    pub code_more: &'static str,
    /// Heading: what is not told here.
    pub untold: &'static str,
    /// What that is, and where to look.
    pub untold_more: &'static str,
    /// The way into the app.
    pub whole: &'static str,
    /// Nothing is known of this code.
    pub unknown: &'static str,
    /// Why that may be, and what to do.
    pub unknown_more: &'static str,
    /// It is no check code.
    pub unreadable: &'static str,
    /// What one looks like.
    pub unreadable_more: &'static str,
    /// Too many questions: again after so many seconds.
    pub wait: fn(u64) -> String,
    /// That it will do.
    pub wait_more: &'static str,
    /// The server failed.
    pub failed: &'static str,
    /// What is safe, and what to do.
    pub failed_more: &'static str,
}

/// In a language.
pub fn compare(language: Language) -> &'static CompareText {
    language.choose(&ZH, &EN)
}

static ZH: CompareText = CompareText {
    title: "核对协议",
    other: "English",
    known: |standing| match standing {
        Standing::InForce => "有这份协议，正在生效",
        Standing::Ahead => "有这份协议，批准了，还没到开始的日子",
        Standing::Signed => "有这份协议，三方签齐了，等厂家批准",
        Standing::Offered => "有这份协议，三方还没签齐",
        Standing::Over => "有这份协议，已经结束",
        Standing::Draft => "有这份协议，还在起草，对谁都没有约束",
    },
    known_more: "拿手里的纸和下面逐项对：编号、三方、期限、签字的人和核对码，都要一样。",
    stands: "现状",
    begins: |day| format!("{day}开始"),
    ends: |day| format!("到{day}为止"),
    approved: "厂家批准",
    approved_by: |name, day| format!("{name}，{day}"),
    code_more: "从头到尾和纸上印的对一遍。约定里改一个字，核对码就不是这一个。",
    untold: "这里不写的",
    untold_more: "价格、区域和其他条款不公开。核对码也能照抄，光看这一页，看不出条款有没有被改：要对全文，请业务代表打开手机上的这份协议，或者向厂家要 PDF，两份并着看。",
    whole: "有账号的，打开全文",
    unknown: "没有这个核对码的协议",
    unknown_more: "可能抄错了一位；可能条件改过，又重新定了稿；也可能这张纸不是厂家出的。请给你这张纸的人打开手机上的协议，当面对一遍。",
    unreadable: "这不是核对码",
    unreadable_more: "核对码有 64 个字符，只有 0 到 9 和 a 到 f。扫纸上的二维码最稳当。",
    wait: |seconds| format!("查得太勤了，{seconds} 秒后再来"),
    wait_more: "不会一直这样。等一等，再扫一次纸上的二维码。",
    failed: "这会儿查不了",
    failed_more: "服务器出了问题，协议本身没有事。过几分钟再扫一次。",
};

static EN: CompareText = CompareText {
    title: "Compare an agreement",
    other: "中文",
    known: |standing| match standing {
        Standing::InForce => "This agreement is on record and in force",
        Standing::Ahead => "This agreement is on record and approved; its first day is to come",
        Standing::Signed => "This agreement is on record and signed by all three; the manufacturer has to approve it",
        Standing::Offered => "This agreement is on record; not all three have signed it",
        Standing::Over => "This agreement is on record and has ended",
        Standing::Draft => "This agreement is on record as a draft that binds nobody",
    },
    known_more: "Compare your paper with what stands here: number, parties, term, who signed and the check code all have to be the same.",
    stands: "State",
    begins: |day| format!("begins on {day}"),
    ends: |day| format!("last day {day}"),
    approved: "Approved",
    approved_by: |name, day| format!("{name}, {day}"),
    code_more: "Compare it from end to end with the one on the paper. A text in which one word differs has another code.",
    untold: "What is not told here",
    untold_more: "Prices, ground and other terms are not public. A check code can be copied, so this page alone cannot show whether the terms on a paper were changed: for the whole text ask the sales rep to open this agreement on their phone, or the manufacturer for the PDF, and lay the two side by side.",
    whole: "With an account: open the whole text",
    unknown: "No agreement has this check code",
    unknown_more: "A letter may be wrong; the terms may have been changed and frozen anew; or the paper did not come from the manufacturer. Ask whoever gave it to you to open the agreement on their phone, and compare the two.",
    unreadable: "This is no check code",
    unreadable_more: "A check code has 64 characters, only 0 to 9 and a to f. Scanning the code on the paper is the safest way.",
    wait: |seconds| format!("Too many questions; again in {seconds} seconds"),
    wait_more: "It will pass. Wait a little and scan the code on the paper again.",
    failed: "This cannot be looked up now",
    failed_more: "The server has a problem; nothing has happened to the agreement. Scan the code again in a few minutes.",
};
