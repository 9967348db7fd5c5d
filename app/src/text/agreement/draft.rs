//! The words of writing an agreement.

use crate::text::s;
use domain::records::{AllianceType, Party};
use domain::rules::agreement::Premise;

/// See [`super::AgreementText::draft`].
pub struct DraftText {
    /// The bar: with whom.
    pub with: fn(&str) -> String,
    /// Heading.
    pub dealer: &'static str,
    /// Heading.
    pub kind: &'static str,
    /// What a type is, and when it fits.
    pub premise_of: fn(AllianceType) -> &'static str,
    /// What speaks against the type.
    pub premise: fn(Premise) -> &'static str,
    /// Heading.
    pub ground: &'static str,
    /// Label.
    pub ground_type: &'static str,
    /// Label.
    pub areas: &'static str,
    /// Opens the fields for another one.
    pub other_area: &'static str,
    /// Field.
    pub area_code: &'static str,
    /// The code is none.
    pub area_code_wrong: &'static str,
    /// Field.
    pub area_name: &'static str,
    /// Adds it.
    pub add_area: &'static str,
    /// Label.
    pub channels: &'static str,
    /// A row: single shops in it.
    pub shops_in: &'static str,
    /// A row: single shops not in it.
    pub shops_out: &'static str,
    /// What shops in the list are for.
    pub shops_in_more: &'static str,
    /// The same.
    pub shops_out_more: &'static str,
    /// So many shops.
    pub shops: fn(usize) -> String,
    /// Search.
    pub find_shop: &'static str,
    /// Where a shop lies that is picked.
    pub shop_area: fn(&str) -> String,
    /// It is not said of a shop where it lies.
    pub shop_unplaced: fn(&str) -> String,
    /// More were found than are shown.
    pub more_shops: fn(usize) -> String,
    /// The list is put away.
    pub shops_done: &'static str,
    /// Nobody else's ground.
    pub free: &'static str,
    /// Whose ground it meets: partner and number.
    pub overlap: fn(&str, &str) -> String,
    /// Label.
    pub overlap_where: &'static str,
    /// Label.
    pub overlap_channels: &'static str,
    /// Label.
    pub overlap_products: &'static str,
    /// Label.
    pub overlap_days: &'static str,
    /// What to do.
    pub overlap_do: &'static str,
    /// The way to the other one.
    pub overlap_open: &'static str,
    /// Takes a place out.
    pub take_out: fn(&str) -> String,
    /// Is taken out.
    pub taken_out: fn(&str) -> String,
    /// It is in again.
    pub put_back: fn(&str) -> String,
    /// Heading.
    pub coverage: &'static str,
    /// As the type has it.
    pub as_type: &'static str,
    /// Whoever develops it.
    pub by: fn(Party) -> &'static str,
    /// Heading.
    pub goods: &'static str,
    /// Choice.
    pub goods_all: &'static str,
    /// Choice.
    pub goods_some: &'static str,
    /// Heading of the prices.
    pub prices: &'static str,
    /// What a product without a price costs.
    pub prices_more: &'static str,
    /// Field: what the dealer pays for a case of a product, ex works.
    pub ex_works_of: fn(&str) -> String,
    /// Field: what a shop pays for a case of a product.
    pub shop_price_of: fn(&str) -> String,
    /// Under both: why.
    pub chain_more: &'static str,
    /// Field, for a product.
    pub price_of: fn(&str) -> String,
    /// The list price.
    pub list_price: fn(&str) -> String,
    /// Heading.
    pub term: &'static str,
    /// Field.
    pub from: &'static str,
    /// Field.
    pub until: &'static str,
    /// Label.
    pub years: &'static str,
    /// So many years.
    pub n_years: fn(u16) -> String,
    /// The days are none, or too few.
    pub term_wrong: fn(&str) -> String,
    /// Label.
    pub cycle: &'static str,
    /// Why not longer.
    pub cycle_more: fn(u16) -> String,
    /// Field.
    pub exception: &'static str,
    /// Why.
    pub exception_more: &'static str,
    /// Heading.
    pub more: &'static str,
    /// Field.
    pub more_words: &'static str,
    /// Renews another.
    pub renews: fn(&str) -> String,
    /// The manager sent it back.
    pub sent_back: fn(&str) -> String,
    /// The dock: where the draft is.
    pub kept: &'static str,
    /// The same before anything was changed.
    pub untouched: &'static str,
    /// The dock: no ground yet.
    pub no_ground: &'static str,
    /// The dock: it meets others.
    pub meets: fn(usize) -> String,
    /// The way to that.
    pub to_meets: &'static str,
    /// The dock: the list was agreed to by somebody.
    pub list_signed: fn(&str) -> String,
    /// The bright act: the boundary list.
    pub sign_off: &'static str,
    /// The sheet.
    pub list: &'static str,
    /// What it says.
    pub list_more: fn(&str) -> String,
    /// Field.
    pub list_name: &'static str,
    /// Its act.
    pub list_agree: &'static str,
    /// It is done.
    pub list_done: &'static str,
    /// Freezes it.
    pub offer: &'static str,
    /// What that means.
    pub offer_more: &'static str,
    /// Throws it away.
    pub throw_away: &'static str,
    /// It is thrown away.
    pub thrown_away: &'static str,
    /// It cannot be written with them.
    pub no_partner: &'static str,
    /// The same: what to do.
    pub no_partner_more: &'static str,
}

pub const ZH: DraftText = DraftText {
    with: |name| format!("跟{name}起草协议"),
    dealer: "归哪家经销商",
    kind: "怎么合作",
    premise_of: |kind| match kind {
        AllianceType::Comprehensive => "分销商开发全部门店。前提：区域大，分销商实力强。",
        AllianceType::TerminalFill => "经销商开发，分销商补上做不到的终端。前提：区域小，分销商弱，经销商强。",
    },
    premise: |premise| match premise {
        Premise::TooNarrow => "综合式要大区域，现在划得小。",
        Premise::TooWeak => "综合式要强的分销商，考察下来他偏弱。",
        Premise::TooWide => "终端填充式要小区域，现在划得大。",
        Premise::TooStrong => "他实力强，终端填充式用不满他。",
        Premise::DealerWeak => "终端填充式要强的经销商，招商会前看下来不算强。",
        Premise::DealerUnseen => "终端填充式要强的经销商，还没人看过这家强不强。",
    },
    ground: "哪片归他独家",
    ground_type: "区域类型",
    areas: "整片的区划",
    other_area: "别的区划",
    area_code: "区划代码",
    area_code_wrong: "要 6 位或 9 位数字",
    area_name: "叫什么",
    add_area: "加上",
    channels: "渠道，不选就是全部",
    shops_in: "另加单店",
    shops_out: "除外的店",
    shops_in_more: "区划以外，单独归他的店",
    shops_out_more: "区划以内，不归他的店",
    shops: |n| format!("{n} 家"),
    find_shop: "店名、拼音首字母、编号、电话",
    shop_area: |shop| format!("{shop}在哪个区划"),
    shop_unplaced: |shop| format!("还没选{shop}在哪个区划"),
    more_shops: |n| format!("还有 {n} 家，多打几个字"),
    shops_done: "选好了",
    free: "这片没有别人的协议",
    overlap: |partner, number| format!("和{partner}的协议 {number} 撞了"),
    overlap_where: "撞在",
    overlap_channels: "渠道",
    overlap_products: "产品",
    overlap_days: "日期",
    overlap_do: "去掉撞上的地方，或者改渠道、产品、日期。别的都不用重填。",
    overlap_open: "看那份协议",
    take_out: |place| format!("去掉{place}"),
    taken_out: |place| format!("{place}去掉了"),
    put_back: |place| format!("{place}放回来了"),
    coverage: "哪类店谁开发",
    as_type: "按类型来",
    by: |party| match party {
        Party::Dealer => "经销商",
        Party::SubDistributor => "分销商",
        Party::Manufacturer => "厂家",
    },
    goods: "做哪些产品",
    goods_all: "全部产品",
    goods_some: "只做一部分",
    prices: "说好的每箱价",
    prices_more: "空着就按价目表",
    ex_works_of: |name| format!("{name}，经销商出厂价，每箱多少元"),
    shop_price_of: |name| format!("{name}，给终端的价，每箱多少元"),
    chain_more: "约定了，利益保护就能说清各家自己留多少。",
    price_of: |name| format!("{name}，每箱多少元"),
    list_price: |price| format!("价目表 {price}"),
    term: "做多久",
    from: "从哪天",
    until: "到哪天",
    years: "做几年",
    n_years: |n| format!("{n} 年"),
    term_wrong: |until| format!("最少一年，到 {until} 或更晚"),
    cycle: "几天送一次货",
    cycle_more: |most| format!("最长 {most} 天"),
    exception: "县区直接任命的理由",
    exception_more: "县区本来归经销商，直接任命是例外，要写明白",
    more: "还说好了什么",
    more_words: "补充的话",
    renews: |number| format!("接着协议 {number}，条件已经带过来了"),
    sent_back: |words| format!("经理退回：{words}"),
    kept: "写的都存在本机",
    untouched: "边写边存，断电也在",
    no_ground: "还没划区域",
    meets: |n| format!("和 {n} 份协议撞了"),
    to_meets: "去挪开边界",
    list_signed: |name| format!("边界{name}认了"),
    sign_off: "给对方看边界",
    list: "边界清单",
    list_more: |name| format!("把手机给{name}看。这些地方归他独家，认了再定稿。"),
    list_name: "认边界的人",
    list_agree: "看过了，就是这些",
    list_done: "边界认了",
    offer: "定稿",
    offer_more: "定稿后条件不能改，三方签的就是这一份",
    throw_away: "不写了，删掉草稿",
    thrown_away: "草稿删了",
    no_partner: "找不到这个伙伴",
    no_partner_more: "从伙伴的档案里起草协议。",
};

pub const EN: DraftText = DraftText {
    with: |name| format!("Agreement with {name}"),
    dealer: "Under which dealer",
    kind: "How you work together",
    premise_of: |kind| match kind {
        AllianceType::Comprehensive => {
            "The sub-distributor develops every shop. Fits a wide ground and a strong sub-distributor."
        }
        AllianceType::TerminalFill => {
            "The dealer develops, the sub-distributor fills what is left. Fits a narrow ground, a weak sub-distributor and a strong dealer."
        }
    },
    premise: |premise| match premise {
        Premise::TooNarrow => "Comprehensive wants a wide ground; this one is narrow.",
        Premise::TooWeak => "Comprehensive wants a strong sub-distributor; this one was found weak.",
        Premise::TooWide => "Terminal fill wants a narrow ground; this one is wide.",
        Premise::TooStrong => "They are strong; terminal fill leaves them idle.",
        Premise::DealerWeak => "Terminal fill wants a strong dealer; before the last event this one was not found so.",
        Premise::DealerUnseen => "Terminal fill wants a strong dealer; nobody has looked at this one yet.",
    },
    ground: "Where they alone may sell",
    ground_type: "Type of ground",
    areas: "Whole areas",
    other_area: "Another area",
    area_code: "Area code",
    area_code_wrong: "It takes 6 or 9 digits",
    area_name: "Its name",
    add_area: "Add",
    channels: "Channels; none chosen means all",
    shops_in: "Single shops too",
    shops_out: "Shops left out",
    shops_in_more: "Shops outside the areas that are theirs",
    shops_out_more: "Shops inside the areas that are not",
    shops: |n| format!("{n} shop{}", s(n)),
    find_shop: "Name, pinyin initials, code, phone",
    shop_area: |shop| format!("In which area {shop} lies"),
    shop_unplaced: |shop| format!("Say in which area {shop} lies"),
    more_shops: |n| format!("{n} more; type a little more"),
    shops_done: "Done",
    free: "Nobody else's agreement is here",
    overlap: |partner, number| format!("Meets agreement {number} with {partner}"),
    overlap_where: "Where",
    overlap_channels: "Channels",
    overlap_products: "Products",
    overlap_days: "Days",
    overlap_do: "Take out what is in both, or change channels, products or days. All else stays as you wrote it.",
    overlap_open: "Open that agreement",
    take_out: |place| format!("Take out {place}"),
    taken_out: |place| format!("{place} is out"),
    put_back: |place| format!("{place} is in again"),
    coverage: "Who develops which shops",
    as_type: "As the type has it",
    by: |party| match party {
        Party::Dealer => "Dealer",
        Party::SubDistributor => "Sub-distributor",
        Party::Manufacturer => "Manufacturer",
    },
    goods: "Which products",
    goods_all: "All products",
    goods_some: "Some of them",
    prices: "Agreed prices of a case",
    prices_more: "Left empty, the list price holds",
    ex_works_of: |name| format!("{name}, ex works to the dealer, yuan a case"),
    shop_price_of: |name| format!("{name}, to shops, yuan a case"),
    chain_more: "If they are agreed, the margin says what each keeps of their own.",
    price_of: |name| format!("{name}, yuan a case"),
    list_price: |price| format!("List price {price}"),
    term: "For how long",
    from: "From",
    until: "Until",
    years: "Years",
    n_years: |n| format!("{n} year{}", s(n as usize)),
    term_wrong: |until| format!("A year at least: until {until} or later"),
    cycle: "Days between deliveries",
    cycle_more: |most| format!("{most} days at most"),
    exception: "Why they are appointed in a county directly",
    exception_more: "A county is the dealer's; a direct appointment is an exception and has to be explained",
    more: "What else was agreed",
    more_words: "In words",
    renews: |number| format!("Follows agreement {number}; its terms are filled in"),
    sent_back: |words| format!("The manager sent it back: {words}"),
    kept: "All of it is saved here",
    untouched: "Saved as you write, also without power",
    no_ground: "No ground yet",
    meets: |n| format!("Meets {n} other agreement{}", s(n)),
    to_meets: "Move the boundary",
    list_signed: |name| format!("{name} agreed to the boundary"),
    sign_off: "Show the boundary",
    list: "Boundary list",
    list_more: |name| format!("Hand the phone to {name}. These places are theirs alone; agree first, then freeze."),
    list_name: "Who agrees to it",
    list_agree: "Read, and it is right",
    list_done: "The boundary is agreed",
    offer: "Freeze the terms",
    offer_more: "Frozen terms do not change; all three sign this text",
    throw_away: "Throw the draft away",
    thrown_away: "The draft is gone",
    no_partner: "This partner is not here",
    no_partner_more: "Begin the agreement from the partner's file.",
};
