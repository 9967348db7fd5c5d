//! The words of the four guarantees: what was promised, how it stands, and what a case leaves to whom.

use crate::text::s;
use domain::Language;
use domain::measure::{Money, Share};
use domain::rules::guarantee::{Earner, Guarantee, Light, Link, Shown};

/// See [`super::AgreementText::promises`].
pub struct PromiseText {
    /// Heading.
    pub title: &'static str,
    /// A guarantee.
    pub guarantee: fn(Guarantee) -> &'static str,
    /// How it stands.
    pub light: fn(Light) -> &'static str,
    /// What there is to show for it.
    pub shown: fn(&Shown) -> String,
    /// The day that it has to be looked at again.
    pub by_day: fn(&str) -> String,
    /// All four stand well.
    pub all_kept: &'static str,
    /// So many to watch, so many not kept.
    pub not_all_kept: fn(usize, usize) -> String,
    /// Asks the partner whether goods come.
    pub ask_partner: &'static str,
    /// Goes there for a service visit.
    pub go_there: &'static str,
    /// What so many products leave.
    pub goods: fn(usize) -> String,
    /// What has to be left at least, and why.
    pub floor: fn(Share) -> String,
    /// What a case costs, and what its pieces bring.
    pub buys: fn(&str, &str) -> String,
    /// One of those who earn: what a case costs them, what they sell it for, what they keep.
    pub earns: fn(&Link) -> String,
    /// The price is the listed one.
    pub by_list: &'static str,
    /// What is left is too little.
    pub thin: &'static str,
    /// What is left, as a share.
    pub room: fn(Share) -> String,
}

/// With one digit behind the point: between 14.9 and 15 lies a floor.
fn percent(share: Share) -> String {
    format!("{}.{}%", share.0 / 100, share.0 % 100 / 10)
}

pub const ZH: PromiseText = PromiseText {
    title: "四项保障",
    guarantee: |which| match which {
        Guarantee::Ground => "区域保障",
        Guarantee::Margin => "利益保护",
        Guarantee::Term => "时间保障",
        Guarantee::Service => "服务保障",
    },
    light: |light| match light {
        Light::Green => "做到了",
        Light::Amber => "要留意",
        Light::Red => "没做到",
    },
    shown: |shown| match shown {
        Shown::Alone => "这片只有他一家".to_owned(),
        Shown::With { partner, places } => format!("和{partner}撞在{}", places.join("、")),
        Shown::Prices(n) => format!("说好了 {n} 个产品的价"),
        Shown::ListPrices => "没单独定价，按价目表".to_owned(),
        Shown::Least { product, buys, shop, sells, own } => {
            let (product, buys, own) = (product.get(Language::Zh), buys.yuan(), percent(*own));
            match shop {
                Some(shop) => format!("最薄的是{product}：一箱进价 {buys}，给门店 {}，他自己留 {own}", shop.yuan()),
                None => format!(
                    "最薄的是{product}：一箱进价 {buys}，按指导价卖 {}，扣掉门店一成，他自己留 {own}",
                    sells.yuan()
                ),
            }
        }
        Shown::ShopsStarve { product, keeps } => {
            format!("{}给门店只留 {}，门店卖不久", product.get(Language::Zh), percent(*keeps))
        }
        Shown::Left(days) => format!("还有 {days} 天"),
        Shown::Ahead => "还没到开始日".to_owned(),
        Shown::NotInForce => "没有生效".to_owned(),
        Shown::Delivered { days, promised, who } => {
            let who = if who.is_empty() { "他" } else { who };
            format!("{who}说 {days} 天来一次货，答应的是 {promised} 天")
        }
        Shown::Unconfirmed(promised) => format!("答应 {promised} 天来一次货，还没人问过他"),
        Shown::Visited(0) => "按时回访过".to_owned(),
        Shown::Visited(n) => format!("回访过，有 {n} 项没做到"),
        Shown::Unvisited(days) => format!("{days} 天没回访了"),
        Shown::NeverVisited => "还没回访过".to_owned(),
        Shown::Elsewhere => "回访记在他那片的手机上".to_owned(),
        Shown::Overdue(n) => format!("{n} 件事过期没办，最早的到期日"),
    },
    by_day: |day| format!("{day}前再看"),
    all_kept: "四项都做到了",
    not_all_kept: |amber, red| match (amber, red) {
        (amber, 0) => format!("{amber} 项要留意"),
        (0, red) => format!("{red} 项没做到"),
        (amber, red) => format!("{red} 项没做到，{amber} 项要留意"),
    },
    ask_partner: "去问他",
    go_there: "去服务回访",
    goods: |n| format!("{n} 个产品各留多少"),
    floor: |floor| {
        format!(
            "按消费者付的钱算，各家只算自己留下的那份。他自己少于 {} 算薄；没约定门店价的，先扣掉门店一成。",
            percent(floor)
        )
    },
    buys: |buys, sells| format!("进 {buys}，指导价卖 {sells}"),
    earns: |link| {
        let who = match link.who {
            Earner::Dealer => "经销商",
            Earner::SubDistributor => "分销商",
            Earner::Shop => "门店",
        };
        let money = |money: Option<Money>| money.map_or_else(|| "没约定".to_owned(), |money| money.yuan());
        let keeps = link.keeps.map(|keeps| format!("，自己留 {}", percent(keeps))).unwrap_or_default();
        format!("{who}：进 {}，卖 {}{keeps}", money(link.buys), money(link.sells))
    },
    by_list: "进价按价目表",
    thin: "薄了 ",
    room: percent,
};

pub const EN: PromiseText = PromiseText {
    title: "Four guarantees",
    guarantee: |which| match which {
        Guarantee::Ground => "Ground",
        Guarantee::Margin => "Margin",
        Guarantee::Term => "Term",
        Guarantee::Service => "Service",
    },
    light: |light| match light {
        Light::Green => "kept",
        Light::Amber => "to watch",
        Light::Red => "not kept",
    },
    shown: |shown| match shown {
        Shown::Alone => "nobody else is in the ground".to_owned(),
        Shown::With { partner, places } => format!("meets {partner} in {}", places.join(", ")),
        Shown::Prices(n) => format!("prices of {n} product{} agreed", s(*n)),
        Shown::ListPrices => "no price agreed, list prices hold".to_owned(),
        Shown::Least { product, buys, shop, sells, own } => {
            let (product, buys, own) = (product.get(Language::En), buys.yuan(), percent(*own));
            match shop {
                Some(shop) => {
                    format!(
                        "least is left on {product}: a case costs {buys}, shops pay {}; they keep {own}",
                        shop.yuan()
                    )
                }
                None => format!(
                    "least is left on {product}: a case costs {buys} and sells for {} at the guide price; after 10% for the shop they keep {own}",
                    sells.yuan()
                ),
            }
        }
        Shown::ShopsStarve { product, keeps } => {
            format!("on {} a shop keeps only {}", product.get(Language::En), percent(*keeps))
        }
        Shown::Left(days) => format!("{days} more day{}", s(days.unsigned_abs() as usize)),
        Shown::Ahead => "its first day is to come".to_owned(),
        Shown::NotInForce => "not in force".to_owned(),
        Shown::Delivered { days, promised, who } => {
            let who = if who.is_empty() { "they" } else { who };
            format!("{who}: goods come every {days} day{}; promised are {promised}", s(days.unsigned_abs() as usize))
        }
        Shown::Unconfirmed(promised) => {
            format!("goods are promised every {promised} day{}; nobody has asked them yet", s(usize::from(*promised)))
        }
        Shown::Visited(0) => "serviced in time".to_owned(),
        Shown::Visited(n) => format!("serviced, {n} thing{} not as promised", s(*n)),
        Shown::Unvisited(days) => format!("no service visit for {days} days"),
        Shown::NeverVisited => "no service visit yet".to_owned(),
        Shown::Elsewhere => "visits are on the phones of that territory".to_owned(),
        Shown::Overdue(n) => format!("{n} overdue, the oldest since"),
    },
    by_day: |day| format!("look again by {day}"),
    all_kept: "All four are kept",
    not_all_kept: |amber, red| match (amber, red) {
        (amber, 0) => format!("{amber} to watch"),
        (0, red) => format!("{red} not kept"),
        (amber, red) => format!("{red} not kept, {amber} to watch"),
    },
    ask_partner: "Ask them",
    go_there: "Service visit",
    goods: |n| format!("What {n} product{} leave{}", s(n), if n == 1 { "s" } else { "" }),
    floor: |floor| {
        let floor = percent(floor);
        format!(
            "Each share is of what the consumer pays, and counts only what that one keeps. Less than {floor} for the partner is thin; where no price for shops is agreed, 10% for the shop comes off first."
        )
    },
    buys: |buys, sells| format!("costs {buys}, brings {sells} at the guide price"),
    earns: |link| {
        let who = match link.who {
            Earner::Dealer => "Dealer",
            Earner::SubDistributor => "Sub-distributor",
            Earner::Shop => "Shop",
        };
        let money = |money: Option<Money>| money.map_or_else(|| "not agreed".to_owned(), |money| money.yuan());
        let keeps = link.keeps.map(|keeps| format!(", keeps {}", percent(keeps))).unwrap_or_default();
        format!("{who}: pays {}, sells for {}{keeps}", money(link.buys), money(link.sells))
    },
    by_list: "list price",
    thin: "thin: ",
    room: percent,
};
