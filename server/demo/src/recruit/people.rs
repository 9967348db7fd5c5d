//! Who is being talked to: three members, and those on the way at every stage, from all four sources (S30-S33).

use super::heard::Rumour;
use domain::records::{CandidateStage as At, Topic, Witness};

/// Where a candidate comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// A customer of the dealer with this number.
    Dealer(usize),
    /// Looked for by a criterion.
    Targeted(&'static str),
    /// Met on the street.
    Street,
    /// Came to the event.
    Event,
}

/// How an inspection turned out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// Nobody has been there.
    Unseen,
    /// In order.
    Good,
    /// Large and well equipped.
    Large,
    /// The food permit has run out.
    Expired,
    /// The account is in another name than the licence.
    OtherName(&'static str),
}

/// A candidate.
#[derive(Debug)]
pub struct Plan {
    /// Its number among `partners::SUBS`, if it is one of them.
    pub sub: Option<usize>,
    /// The name on the sign.
    pub name: &'static str,
    /// Who runs it.
    pub contact: &'static str,
    /// The end of its phone number; fictional.
    pub phone: u32,
    /// On which street.
    pub street: &'static str,
    /// Who looks after it, by the number of the rep.
    pub owner: usize,
    /// From where.
    pub from: From,
    /// How far.
    pub at: At,
    /// Competing brands.
    pub brands: &'static [&'static str],
    /// What comes next, and in how many days.
    pub next: Option<(&'static str, i64)>,
    /// How the inspection turned out.
    pub site: Site,
    /// Steps on the six scales: the rep's, then the manager's.
    pub minds: &'static [[u32; 6]],
    /// What is said of it.
    pub heard: &'static [Rumour],
    /// How many days ago it was added.
    pub added: i64,
    /// In how many days its qualification ends, where it has one.
    pub qualified: i64,
    /// A word on it.
    pub note: &'static str,
}

const fn turnover(yuan: i64, witness: Witness, name: &'static str) -> Rumour {
    Rumour::Amount(Topic::Turnover, yuan, witness, name)
}

const AGREED: &[Rumour] = &[
    turnover(1_800_000, Witness::Themselves, ""),
    turnover(1_500_000, Witness::Dealer, "永顺商贸 孟永顺"),
    turnover(1_450_000, Witness::Peer, "隔壁批发 老郝"),
    Rumour::Number(Topic::Outlets, 62, Witness::Employee, "送货的小邢"),
    Rumour::Number(Topic::Outlets, 58, Witness::Seen, ""),
    Rumour::Words(Topic::Credit, "按月结清", Witness::Dealer, "永顺商贸 孟永顺"),
];

const SLOW: &[Rumour] = &[
    turnover(1_300_000, Witness::Themselves, ""),
    turnover(1_250_000, Witness::Dealer, "永顺商贸 孟永顺"),
    turnover(1_200_000, Witness::Peer, "街口批发 老靳"),
    Rumour::Number(Topic::Outlets, 47, Witness::Employee, "送货的小苗"),
    Rumour::Number(Topic::Outlets, 45, Witness::Seen, ""),
    Rumour::Words(Topic::Credit, "按月结清", Witness::Dealer, "永顺商贸 孟永顺"),
    Rumour::Number(Topic::Delivery, 12, Witness::Themselves, ""),
];

const DISPUTED: &[Rumour] = &[
    turnover(3_000_000, Witness::Themselves, ""),
    turnover(2_600_000, Witness::Peer, "标准件城 老冀"),
    turnover(1_100_000, Witness::Dealer, "宏达商贸 韩宏伟"),
    Rumour::Number(Topic::Vehicles, 5, Witness::Themselves, ""),
    Rumour::Number(Topic::Vehicles, 2, Witness::Seen, ""),
    Rumour::Words(Topic::Willingness, "想做，嫌政策少", Witness::Employee, "会计"),
];

const KEEN: [u32; 6] = [3, 4, 3, 3, 4, 3];
const SOUND: [u32; 6] = [3, 3, 4, 3, 3, 3];

/// What most of them have in common.
const PLAIN: Plan = Plan {
    sub: None,
    name: "",
    contact: "",
    phone: 0,
    street: "丛台路",
    owner: 0,
    from: From::Street,
    at: At::Lead,
    brands: &[],
    next: None,
    site: Site::Unseen,
    minds: &[],
    heard: &[],
    added: 20,
    qualified: 340,
    note: "",
};

/// A member, by its number among the sub-distributors.
const fn member(sub: usize, name: &'static str, contact: &'static str, phone: u32, street: &'static str) -> Plan {
    let (site, minds, heard) = (Site::Good, &[KEEN, SOUND], AGREED);
    Plan { sub: Some(sub), name, contact, phone, street, at: At::Member, site, minds, heard, added: 420, ..PLAIN }
}

/// All of them. The agreements know them by their place in this list.
pub const PLANS: [Plan; 16] = [
    Plan {
        from: From::Dealer(0),
        next: Some(("谈续签：区域不变，看价格", 3)),
        ..member(0, "丛台永盛配送部", "邢永盛", 101, "丛台路")
    },
    Plan { from: From::Dealer(0), ..member(2, "滏东惠民饮料行", "申惠民", 103, "滏东大街") },
    // Last year's look has almost run out, and the goods come later than was promised.
    Plan { owner: 3, qualified: 20, heard: SLOW, ..member(9, "罗城头鑫达批发", "苗鑫达", 110, "罗城头") },
    Plan {
        name: "复兴百惠商贸行",
        contact: "温百惠",
        phone: 201,
        street: "复兴路",
        from: From::Targeted("代理汇源、有自己的车"),
        at: At::Signing,
        brands: &["汇源"],
        next: Some(("约经销商到场签字", 1)),
        site: Site::Good,
        minds: &[SOUND, [3, 3, 3, 3, 3, 4]],
        heard: AGREED,
        added: 64,
        ..PLAIN
    },
    Plan {
        name: "肥乡裕丰饮料批发",
        contact: "牛裕丰",
        phone: 202,
        street: "井堂大街",
        owner: 3,
        from: From::Event,
        at: At::Signing,
        brands: &["统一", "今麦郎"],
        site: Site::Large,
        minds: &[KEEN, KEEN],
        heard: AGREED,
        added: 58,
        ..PLAIN
    },
    Plan {
        name: "联防诚达副食商行",
        contact: "赵诚达",
        phone: 203,
        street: "联防路",
        from: From::Dealer(0),
        at: At::Qualified,
        next: Some(("划区域：和惠民撞了，改边界", -2)),
        site: Site::Good,
        minds: &[KEEN, SOUND],
        heard: AGREED,
        added: 47,
        ..PLAIN
    },
    Plan {
        name: "学院路万家配送",
        contact: "秦万家",
        phone: 204,
        street: "学院路",
        from: From::Targeted("给 30 家以上便利店送货"),
        at: At::Proposed,
        brands: &["农夫山泉"],
        site: Site::Good,
        minds: &[[4, 4, 3, 3, 4, 3], [4, 1, 3, 3, 2, 3]],
        heard: AGREED,
        added: 39,
        note: "两个儿子都跟着送货，愿意按线跑。",
        ..PLAIN
    },
    Plan {
        name: "铁西大仓批发部",
        contact: "武铁军",
        phone: 205,
        street: "铁西大街",
        from: From::Dealer(1),
        at: At::Proposed,
        brands: &["康师傅", "统一", "娃哈哈"],
        site: Site::Large,
        minds: &[[1, 2, 0, 1, 1, 2], [1, 1, 1, 2, 1, 2]],
        heard: AGREED,
        added: 36,
        note: "仓库全市最大，谁给政策卖谁的。",
        ..PLAIN
    },
    Plan {
        name: "洺关鼎盛商行",
        contact: "冀鼎盛",
        phone: 206,
        street: "洺关大街",
        owner: 2,
        from: From::Targeted("现做汇源，返利没兑现"),
        at: At::Inspecting,
        brands: &["汇源"],
        next: Some(("带新办的食品经营许可证来", 4)),
        site: Site::Expired,
        minds: &[SOUND],
        heard: DISPUTED,
        added: 30,
        ..PLAIN
    },
    Plan {
        name: "新洺旺达批发",
        contact: "胡旺达",
        phone: 207,
        street: "新洺路",
        owner: 2,
        at: At::Inspecting,
        brands: &["娃哈哈"],
        next: Some(("问清账户为什么是他弟弟的名", -1)),
        site: Site::OtherName("永年旺通物流部"),
        minds: &[SOUND],
        heard: AGREED,
        added: 28,
        ..PLAIN
    },
    Plan {
        name: "广府水乡饮品店",
        contact: "杨水清",
        phone: 208,
        street: "广府东街",
        owner: 2,
        from: From::Event,
        at: At::Contacted,
        next: Some(("约下周去看仓库", 5)),
        heard: &[turnover(600_000, Witness::Themselves, "")],
        added: 17,
        ..PLAIN
    },
    Plan {
        name: "人民路便利批发",
        contact: "郭便民",
        phone: 209,
        street: "人民路",
        next: Some(("打电话约见", -3)),
        added: 12,
        note: "店主不在，店员说下午回来。",
        ..PLAIN
    },
    Plan {
        name: "学苑路万佳配送",
        phone: 210,
        street: "学院路",
        from: From::Event,
        next: Some(("核对是不是学院路那家", 2)),
        added: 15,
        ..PLAIN
    },
    Plan {
        name: "马头兴隆商行",
        contact: "常兴隆",
        phone: 211,
        street: "马头大街",
        owner: 3,
        from: From::Dealer(0),
        at: At::Suspended,
        site: Site::Good,
        minds: &[SOUND, SOUND],
        heard: AGREED,
        added: 150,
        ..PLAIN
    },
    Plan {
        name: "光明新世纪商贸",
        contact: "段世纪",
        phone: 212,
        street: "光明大街",
        from: From::Targeted("做康师傅二批"),
        at: At::Eliminated,
        brands: &["康师傅"],
        added: 44,
        ..PLAIN
    },
    Plan {
        name: "建设鸿运副食",
        contact: "靳鸿运",
        phone: 213,
        street: "建设大街",
        from: From::Dealer(1),
        at: At::Left,
        added: 400,
        ..PLAIN
    },
];
