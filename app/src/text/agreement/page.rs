//! The words of reading, signing and ending an agreement.

use crate::text::s;

/// See [`super::AgreementText::page`].
pub struct AgreementPageText {
    /// Opening sentence: a draft with somebody.
    pub head_draft: fn(&str) -> String,
    /// Opening sentence: so many have signed.
    pub head_offered: fn(usize) -> String,
    /// Opening sentence.
    pub head_signed: &'static str,
    /// Opening sentence: in force for so many more days.
    pub head_active: fn(i64) -> String,
    /// Opening sentence: signed, and begins on a day.
    pub head_begins: fn(&str) -> String,
    /// Opening sentence: over since a day.
    pub head_ended: fn(&str) -> String,
    /// Opening sentence: ends early, on a day.
    pub head_ending: fn(&str) -> String,
    /// The rail, for screen readers.
    pub rail: &'static str,
    /// A step of the rail.
    pub step: [&'static str; 5],
    /// So many of three.
    pub of_three: fn(usize) -> String,
    /// On paper: what it is.
    pub document: &'static str,
    /// On paper: how it stood when it was printed.
    pub printed: fn(&str, &str) -> String,
    /// On paper: what an exclusive ground means.
    pub exclusive: &'static str,
    /// On paper: what products without a price of their own cost.
    pub unpriced: &'static str,
    /// On paper, heading: what both sides owe each month.
    pub duties: &'static str,
    /// On paper: a sealed page, when it was photographed, and the hash of the photo.
    pub page_hash: fn(usize, &str, &str) -> String,
    /// Heading.
    pub terms: &'static str,
    /// Label.
    pub number: &'static str,
    /// Label.
    pub manufacturer: &'static str,
    /// Label.
    pub dealer: &'static str,
    /// Label.
    pub partner: &'static str,
    /// Label.
    pub kind: &'static str,
    /// Label.
    pub ground: &'static str,
    /// Single shops as well.
    pub with_shops: fn(&str) -> String,
    /// Without single shops.
    pub without_shops: fn(&str) -> String,
    /// Label.
    pub channels: &'static str,
    /// Label.
    pub coverage: &'static str,
    /// Who develops which classes.
    pub covers: fn(&str, &str) -> String,
    /// Label.
    pub products: &'static str,
    /// Label.
    pub prices: &'static str,
    /// Prices as listed.
    pub list_prices: &'static str,
    /// A price of a case.
    pub price: fn(&str, &str) -> String,
    /// Label.
    pub term: &'static str,
    /// Label.
    pub cycle: &'static str,
    /// Every so many days.
    pub every: fn(u16) -> String,
    /// Label.
    pub exception: &'static str,
    /// Label.
    pub more: &'static str,
    /// Label.
    pub boundary: &'static str,
    /// Somebody agreed to the list.
    pub boundary_by: fn(&str, &str) -> String,
    /// Label.
    pub renews: &'static str,
    /// Heading.
    pub seal: &'static str,
    /// What the code is for.
    pub seal_more: &'static str,
    /// The code, for screen readers.
    pub seal_code: &'static str,
    /// The whole number on tap.
    pub hash_show: fn(&str) -> String,
    /// What was scanned is this one.
    pub same: &'static str,
    /// What was scanned is another one.
    pub differs: &'static str,
    /// Heading.
    pub parties: &'static str,
    /// Signed by somebody, when.
    pub signed_by: fn(&str, &str) -> String,
    /// Signed on paper.
    pub on_paper: &'static str,
    /// Has not signed.
    pub unsigned: &'static str,
    /// Signs.
    pub sign: fn(&str) -> String,
    /// Drawing, for screen readers.
    pub signature_of: fn(&str) -> String,
    /// Their copy.
    pub hand_copy: fn(&str) -> String,
    /// Has its copy.
    pub has_copy: &'static str,
    /// It is noted.
    pub copy_kept: fn(&str) -> String,
    /// The sheet.
    pub sign_title: fn(&str) -> String,
    /// What is signed.
    pub sign_more: fn(&str) -> String,
    /// Field.
    pub sign_name: &'static str,
    /// The pad, for screen readers.
    pub sign_pad: &'static str,
    /// Signs on the glass or on paper.
    pub sign_how: &'static str,
    /// Choice.
    pub sign_glass: &'static str,
    /// Choice.
    pub sign_paper: &'static str,
    /// On paper: what there is to show.
    pub paper_shown: fn(usize) -> String,
    /// Signs.
    pub sign_save: &'static str,
    /// It is signed.
    pub sign_kept: fn(&str) -> String,
    /// Heading.
    pub pages: &'static str,
    /// What they are for.
    pub pages_more: &'static str,
    /// Takes one.
    pub take_page: &'static str,
    /// A page.
    pub page: fn(usize) -> String,
    /// What to hold before the camera.
    pub page_hint: &'static str,
    /// A page is kept.
    pub page_kept: fn(usize) -> String,
    /// From the album.
    pub page_file: &'static str,
    /// It runs out in so many days.
    pub runs_out: fn(i64) -> String,
    /// What to do.
    pub runs_out_more: &'static str,
    /// Renews it.
    pub renew: &'static str,
    /// Is being renewed.
    pub renewing: fn(&str) -> String,
    /// The way to the other one.
    pub open_renewal: &'static str,
    /// Goes on writing.
    pub go_on: &'static str,
    /// Somebody else's draft.
    pub theirs: fn(&str) -> String,
    /// Sent back.
    pub sent_back: fn(&str) -> String,
    /// Copies are missing.
    pub copies_missing: fn(&str) -> String,
    /// Waits for the manager.
    pub waits: &'static str,
    /// Approves.
    pub approve: &'static str,
    /// It is approved.
    pub approved: fn(&str) -> String,
    /// Approved by somebody, when.
    pub approved_by: fn(&str, &str) -> String,
    /// Sends back.
    pub send_back: &'static str,
    /// The author takes an offer back.
    pub take_back: &'static str,
    /// It is a draft again.
    pub taken_back: &'static str,
    /// The sheet.
    pub send_back_title: &'static str,
    /// Field.
    pub send_back_words: &'static str,
    /// It is sent back.
    pub is_sent_back: &'static str,
    /// Ends it early.
    pub end: &'static str,
    /// The sheet.
    pub end_title: &'static str,
    /// Field.
    pub end_on: &'static str,
    /// Field.
    pub end_because: &'static str,
    /// Field.
    pub end_dealer: &'static str,
    /// Field.
    pub end_partner: &'static str,
    /// Ends it.
    pub end_save: fn(&str) -> String,
    /// It is noted.
    pub end_kept: &'static str,
    /// Heading of an end.
    pub ending: &'static str,
    /// On a day, noted by somebody.
    pub ended_by: fn(&str, &str) -> String,
    /// What the dealer says.
    pub dealer_says: &'static str,
    /// What the sub-distributor says.
    pub partner_says: &'static str,
    /// Prints it.
    pub print: &'static str,
    /// The file.
    pub pdf: &'static str,
    /// The partner's file.
    pub to_partner: &'static str,
}

pub const ZH: AgreementPageText = AgreementPageText {
    head_draft: |name| format!("跟{name}的协议还在起草"),
    head_offered: |n| match n {
        0 => "条件定了，等三方签字".to_owned(),
        n => format!("还差 {} 方签字", 3_usize.saturating_sub(n)),
    },
    head_signed: "三方都签了，等经理批",
    head_active: |days| format!("生效中，还有 {days} 天"),
    head_begins: |day| format!("批了，{day}生效"),
    head_ended: |day| format!("{day}结束了"),
    head_ending: |day| format!("提前终止，到{day}为止"),
    rail: "走到哪一步",
    step: ["起草", "定稿", "签字", "生效", "结束"],
    of_three: |n| format!("{n}/3"),
    document: "三方联营协议",
    printed: |stands, day| format!("{stands}，{day}打印"),
    exclusive: "这些区域和渠道里，协议期内厂家和经销商不再设第二家分销商；分销商不往区域外供货。",
    unpriced: "没列出的产品按厂家价目表。",
    duties: "双方每月的责任",
    page_hash: |n, when, hash| format!("第 {n} 页，{when}拍，照片 SHA-256 {hash}"),
    terms: "约定",
    number: "编号",
    manufacturer: "厂家",
    dealer: "经销商",
    partner: "分销商",
    kind: "合作方式",
    ground: "独家区域",
    with_shops: |names| format!("另加 {names}"),
    without_shops: |names| format!("除外 {names}"),
    channels: "渠道",
    coverage: "谁开发",
    covers: |classes, by| format!("{classes}：{by}"),
    products: "产品",
    prices: "每箱价",
    list_prices: "按价目表",
    price: |name, price| format!("{name} {price}"),
    term: "期限",
    cycle: "送货",
    every: |days| format!("最多隔 {days} 天送一次"),
    exception: "县区例外",
    more: "补充",
    boundary: "边界",
    boundary_by: |name, day| format!("{name} {day}认过"),
    renews: "接着",
    seal: "核对码",
    seal_more: "三份上的码一样，内容就一字不差。谁都能扫一扫核对，不用登录。",
    seal_code: "协议的二维码",
    hash_show: |start| format!("{start}…"),
    same: "和扫的那份一字不差",
    differs: "和扫的那份不一样：条件改过，或者不是同一份",
    parties: "三方签字",
    signed_by: |name, when| format!("{name}，{when}签"),
    on_paper: "签在纸上",
    unsigned: "还没签",
    sign: |party| format!("请{party}签字"),
    signature_of: |name| format!("{name}的签字"),
    hand_copy: |party| format!("把副本给{party}"),
    has_copy: "副本给了",
    copy_kept: |party| format!("{party}的副本记下了"),
    sign_title: |party| format!("{party}签字"),
    sign_more: |start| format!("签的是核对码 {start} 的这一份"),
    sign_name: "签字的人",
    sign_pad: "签字板",
    sign_how: "怎么签",
    sign_glass: "签在屏上",
    sign_paper: "签在纸上",
    paper_shown: |n| match n {
        0 => "先拍盖章页，再记签字人".to_owned(),
        n => format!("盖章页拍了 {n} 张"),
    },
    sign_save: "看过了，签字",
    sign_kept: |party| format!("{party}签好了"),
    pages: "盖章页",
    pages_more: "签在纸上的，每一页都拍",
    take_page: "拍盖章页",
    page: |n| format!("第 {n} 页"),
    page_hint: "整页放进框里，字要看得清",
    page_kept: |n| format!("第 {n} 页存好了"),
    page_file: "从相册选",
    runs_out: |days| format!("还有 {days} 天到期"),
    runs_out_more: "现在谈续签，条件先照旧带过去。",
    renew: "续签",
    renewing: |number| format!("正在续签，协议 {number}"),
    open_renewal: "看续签的",
    go_on: "接着写",
    theirs: |name| format!("{name}在起草，你只能看"),
    sent_back: |words| format!("经理退回：{words}"),
    copies_missing: |parties| format!("{parties}还没拿到副本"),
    waits: "签完了，等经理批。批下来就生效。",
    approve: "批准生效",
    approved: |name| format!("批了，{name}加入联合体"),
    approved_by: |name, when| format!("{name} {when}批的"),
    send_back: "退回",
    take_back: "收回来改",
    taken_back: "收回来了，又是草稿，写的都在",
    send_back_title: "退回这份协议",
    send_back_words: "哪里要改",
    is_sent_back: "退回去了，签字作废，改好重新签",
    end: "提前终止",
    end_title: "提前终止",
    end_on: "最后一天",
    end_because: "为什么终止",
    end_dealer: "经销商怎么说",
    end_partner: "分销商怎么说",
    end_save: |day| format!("到{day}终止"),
    end_kept: "终止记下了",
    ending: "怎么结束的",
    ended_by: |day, name| format!("{day}为止，{name}记的"),
    dealer_says: "经销商",
    partner_says: "分销商",
    print: "打印",
    pdf: "PDF",
    to_partner: "分销商的档案",
};

pub const EN: AgreementPageText = AgreementPageText {
    head_draft: |name| format!("The agreement with {name} is a draft"),
    head_offered: |n| match n {
        0 => "Frozen; three have to sign".to_owned(),
        n => format!("{} more to sign", 3_usize.saturating_sub(n)),
    },
    head_signed: "All three signed; the manager approves",
    head_active: |days| format!("In force for {days} more day{}", s(days.unsigned_abs() as usize)),
    head_begins: |day| format!("Approved; begins on {day}"),
    head_ended: |day| format!("Ended on {day}"),
    head_ending: |day| format!("Ends early, on {day}"),
    rail: "How far it has come",
    step: ["Draft", "Frozen", "Signed", "In force", "Ended"],
    of_three: |n| format!("{n}/3"),
    document: "Three-party alliance agreement",
    printed: |stands, day| format!("{stands}; printed on {day}"),
    exclusive: "In this ground and these channels manufacturer and dealer appoint no second sub-distributor during the term, and the sub-distributor does not supply outside of it.",
    unpriced: "Products that are not listed cost what the manufacturer's price list says.",
    duties: "What both sides owe each month",
    page_hash: |n, when, hash| format!("Page {n}, photographed on {when}, SHA-256 of the photo {hash}"),
    terms: "Terms",
    number: "Number",
    manufacturer: "Manufacturer",
    dealer: "Dealer",
    partner: "Sub-distributor",
    kind: "Type",
    ground: "Exclusive ground",
    with_shops: |names| format!("also {names}"),
    without_shops: |names| format!("without {names}"),
    channels: "Channels",
    coverage: "Developed by",
    covers: |classes, by| format!("{classes}: {by}"),
    products: "Products",
    prices: "Price of a case",
    list_prices: "as listed",
    price: |name, price| format!("{name} {price}"),
    term: "Term",
    cycle: "Delivery",
    every: |days| format!("every {days} day{} at most", s(usize::from(days))),
    exception: "County exception",
    more: "Also agreed",
    boundary: "Boundary",
    boundary_by: |name, day| format!("agreed by {name}, {day}"),
    renews: "Follows",
    seal: "Check code",
    seal_more: "Where the code is the same, so is every word. Anybody can scan it to compare, without a login.",
    seal_code: "QR code of the agreement",
    hash_show: |start| format!("{start}…"),
    same: "Word for word the one that was scanned",
    differs: "Not the one that was scanned: its terms were changed, or it is another agreement",
    parties: "Three signatures",
    signed_by: |name, when| format!("{name}, {when}"),
    on_paper: "on paper",
    unsigned: "not signed yet",
    sign: |party| format!("{party} signs"),
    signature_of: |name| format!("Signature of {name}"),
    hand_copy: |party| format!("{party} has its copy"),
    has_copy: "has its copy",
    copy_kept: |party| format!("{party}: copy noted"),
    sign_title: |party| format!("{party} signs"),
    sign_more: |start| format!("What is signed has the check code {start}"),
    sign_name: "Who signs",
    sign_pad: "Pad to sign on",
    sign_how: "How",
    sign_glass: "On the glass",
    sign_paper: "On paper",
    paper_shown: |n| match n {
        0 => "Photograph the sealed pages first".to_owned(),
        n => format!("{n} sealed page{} photographed", s(n)),
    },
    sign_save: "Read and signed",
    sign_kept: |party| format!("{party}: signed"),
    pages: "Sealed pages",
    pages_more: "Every page of what was signed on paper",
    take_page: "Photograph the pages",
    page: |n| format!("Page {n}"),
    page_hint: "The whole page in the frame, and readable",
    page_kept: |n| format!("Page {n} is saved"),
    page_file: "From the album",
    runs_out: |days| format!("Runs out in {days} day{}", s(days.unsigned_abs() as usize)),
    runs_out_more: "Talk about renewing now; its terms are carried over.",
    renew: "Renew",
    renewing: |number| format!("Being renewed by agreement {number}"),
    open_renewal: "Open the renewal",
    go_on: "Go on writing",
    theirs: |name| format!("{name} is writing it; you can read it"),
    sent_back: |words| format!("The manager sent it back: {words}"),
    copies_missing: |parties| format!("Copies are missing: {parties}"),
    waits: "Signed; waits for the manager. It is in force once approved.",
    approve: "Approve",
    approved: |name| format!("Approved; {name} joins the alliance"),
    approved_by: |name, when| format!("approved by {name}, {when}"),
    send_back: "Send back",
    take_back: "Take back to change",
    taken_back: "Taken back: a draft again, with all that was written",
    send_back_title: "Send this agreement back",
    send_back_words: "What has to change",
    is_sent_back: "Sent back; the signatures are void and are given anew",
    end: "End early",
    end_title: "End early",
    end_on: "Last day",
    end_because: "Why",
    end_dealer: "What the dealer says",
    end_partner: "What the sub-distributor says",
    end_save: |day| format!("End on {day}"),
    end_kept: "The end is noted",
    ending: "How it ended",
    ended_by: |day, name| format!("last day {day}, noted by {name}"),
    dealer_says: "Dealer",
    partner_says: "Sub-distributor",
    print: "Print",
    pdf: "PDF",
    to_partner: "The sub-distributor's file",
};
