//! The checklist of a store visit, with a question of every type that a checklist can hold (F20),
//! skip logic, weights and a knock-out. It is data: a manager may write another. Those for partners lie in the folder.

mod mindset;
mod qualification;
mod service;

pub use mindset::mindset;
pub use qualification::{SAME_NAME, qualification};
pub use service::service;

use super::chance::Chance;
use super::{before, id};
use domain::language::Words;
use domain::measure::Share;
use domain::records::{
    Bands, Check, Checklist, Comparison, Condition, DisplayStandard, Formula, Item, ItemKey, ItemKind, KnockOut, Pick,
    Product, Purpose, Slot, TableColumn,
};
use domain::time::{Moment, Offset};
use jiff::civil::Date;

/// How many products the table asks for.
const TABLE: usize = 4;

fn words(zh: &str, en: &str) -> Words {
    Words::new(zh, en)
}

fn item(key: &str, step: &Words, title: Words, kind: ItemKind) -> Item {
    Item {
        key: ItemKey::from(key),
        step: step.clone(),
        title,
        hint: Words::default(),
        kind,
        weight: 0,
        required: false,
        knock_out: None,
        show_if: None,
    }
}

fn must(item: Item) -> Item {
    Item { required: true, ..item }
}

fn worth(weight: u32, item: Item) -> Item {
    Item { weight, ..item }
}

fn hint(hint: Words, item: Item) -> Item {
    Item { hint, ..item }
}

fn if_fridge(item: Item) -> Item {
    Item { show_if: Some(Condition::Is("has_fridge".into(), true)), ..item }
}

fn knock_out(at_least: u32, words: Words, item: Item) -> Item {
    Item { knock_out: Some(KnockOut { at_least: Share(at_least), words }), ..item }
}

/// A checklist that is no visit to a shop, in its first version.
fn for_partners(lineage: &str, title: Words, purpose: Purpose, items: Vec<Item>, today: Date) -> Checklist {
    let since = before(today, 400);
    Checklist {
        id: id(since, &mut Chance::new(3).stream(lineage)),
        lineage: lineage.to_owned(),
        version: 1,
        title,
        classes: Vec::new(),
        items,
        checks: Vec::new(),
        bands: Bands { pass: Share(7_000), conditional: Share(6_000) },
        from: Moment::start_of(since, Offset::CHINA),
        scope: domain::Scope::Company,
        purpose,
    }
}

fn slots(slots: &[(&str, &str, &str)]) -> Vec<Slot> {
    slots.iter().map(|(key, zh, en)| Slot { key: (*key).to_owned(), words: words(zh, en), after: None }).collect()
}

/// Two photos of one shelf, the second of which needs the first (F33).
fn before_and_after(standard: Standard) -> ItemKind {
    let [before, after] = [("before", "整改前", "Before"), ("after", "整改后", "After")].map(|(key, zh, en)| Slot {
        key: key.to_owned(),
        words: words(zh, en),
        after: None,
    });
    ItemKind::Photo { standard, slots: vec![before, Slot { after: Some("before".to_owned()), ..after }] }
}

fn picks(picks: &[(&str, &str, &str, u32)]) -> Vec<Pick> {
    let pick = |(key, zh, en, rate): &(&str, &str, &str, u32)| Pick {
        key: (*key).to_owned(),
        words: words(zh, en),
        rate: Share(*rate),
    };
    picks.iter().map(pick).collect()
}

/// The checklist, with the standards in the order main shelf, fridge, shop front.
#[must_use]
pub fn store_visit(standards: &[DisplayStandard], products: &[Product], today: Date) -> Checklist {
    let since = before(today, 365);
    let standard = |at: usize| standards.get(at).map(|standard| standard.id);
    let mut items = display(standard(0), standard(1), standard(2));
    items.extend(stock(products));
    items.extend(relations());
    Checklist {
        id: id(since, &mut Chance::new(3).stream("checklist")),
        lineage: "store-visit".to_owned(),
        version: 1,
        title: words("门店拜访", "Store visit"),
        classes: Vec::new(),
        items,
        checks: vec![Check {
            key: "facings_fit".to_owned(),
            at: "all_facings".into(),
            left: Formula::Of("facings".into()),
            must_be: Comparison::AtMost,
            right: Formula::Of("all_facings".into()),
            words: words("本品排面比全部还多", "More of our facings than there are in all"),
        }],
        bands: Bands { pass: Share(8_000), conditional: Share(6_000) },
        from: Moment::start_of(since, Offset::CHINA),
        scope: domain::Scope::Company,
        purpose: Purpose::Shop,
    }
}

type Standard = Option<domain::id::StandardId>;

fn display(shelf: Standard, fridge: Standard, front: Standard) -> Vec<Item> {
    let step = words("陈列", "Display");
    let tags = ItemKind::Choice {
        options: picks(&[
            ("right", "对", "Right", 10_000),
            ("wrong", "不对", "Wrong", 0),
            ("none", "没有价签", "No tags", 0),
        ]),
        many: false,
    };
    let facings = ItemKind::Number { unit: words("个", "facings"), min: 0, max: 60, target: Some(8) };
    let all_facings = ItemKind::Number { unit: words("个", "facings"), min: 0, max: 200, target: None };
    let share = ItemKind::Computed {
        unit: words("%", "%"),
        formula: Formula::Percent(Box::new(Formula::Of("facings".into())), Box::new(Formula::Of("all_facings".into()))),
        target: Some(40),
    };
    let price_tags =
        worth(20, must(item("price_tags", &step, words("价签齐全，价格对？", "Price tags there and right?"), tags)));
    let price_tags = knock_out(5_000, words("不对就整项不合格", "If not, the whole visit fails"), price_tags);
    let photo = |standard: Standard, wanted: &[(&str, &str, &str)]| ItemKind::Photo { standard, slots: slots(wanted) };
    vec![
        worth(
            10,
            must(item(
                "poster",
                &step,
                words("店头有本季海报？", "Season's poster at the front?"),
                ItemKind::YesNo { good: true },
            )),
        ),
        must(item(
            "front",
            &step,
            words("店头照片", "Photo of the front"),
            photo(front, &[("door", "店头", "Shop front")]),
        )),
        worth(12, must(item("facings", &step, words("视平层放了几个排面？", "Facings at eye level?"), facings))),
        hint(
            words("别家的也数", "Other makers' too"),
            item("all_facings", &step, words("视平层一共几个排面？", "All facings at eye level?"), all_facings),
        ),
        item("share", &step, words("视平层占有率", "Share of the eye level"), share),
        price_tags,
        hint(
            words("站在货架正中，三层都要拍到", "Stand in the middle, all three boards in view"),
            worth(
                8,
                must(item(
                    "shelf",
                    &step,
                    words("主货架照片", "Photos of the main shelf"),
                    photo(shelf, &[("front", "正面", "Face on"), ("side", "侧面", "Side")]),
                )),
            ),
        ),
        hint(
            words("先拍原样，理好再拍", "One as it was, one when it is put right"),
            item("put_right", &step, words("整改前后", "Before and after"), before_and_after(shelf)),
        ),
        must(item(
            "has_fridge",
            &step,
            words("店里有我们的冰柜？", "Is our fridge in the shop?"),
            ItemKind::YesNo { good: true },
        )),
        if_fridge(worth(
            20,
            must(item(
                "fridge_own",
                &step,
                words("冰柜只放本品？", "Only our products in the fridge?"),
                ItemKind::YesNo { good: true },
            )),
        )),
        if_fridge(must(item(
            "fridge",
            &step,
            words("冰柜照片", "Photo of the fridge"),
            photo(fridge, &[("fridge", "冰柜", "Fridge")]),
        ))),
    ]
}

fn stock(products: &[Product]) -> Vec<Item> {
    let step = words("库存", "Stock");
    let table = ItemKind::Table {
        products: products.iter().take(TABLE).map(|product| product.id).collect(),
        columns: vec![TableColumn::Stock, TableColumn::Price],
    };
    let oldest = words("最早的生产日期", "Oldest production date");
    vec![
        worth(10, must(item("stock", &step, words("库存和零售价", "Stock and shelf price"), table))),
        hint(words("看货架最里面那一瓶", "Look at the innermost piece"), item("oldest", &step, oldest, ItemKind::Date)),
        item("case_code", &step, words("箱上的条码", "Code on a case"), ItemKind::Barcode),
    ]
}

fn relations() -> Vec<Item> {
    let step = words("客情", "Relations");
    let rivals = ItemKind::Choice {
        options: picks(&[
            ("price", "降价", "Lower price", 10_000),
            ("gift", "买赠", "Gifts", 10_000),
            ("display", "买断陈列", "Bought display", 10_000),
            ("tasting", "试饮", "Tasting", 10_000),
            ("fridge", "放冰柜", "Own fridge", 10_000),
        ]),
        many: true,
    };
    let anchors = [
        ("不愿意", "Unwilling"),
        ("勉强", "Reluctant"),
        ("一般", "So-so"),
        ("愿意", "Willing"),
        ("很愿意", "Very willing"),
    ];
    let anchors = anchors.iter().map(|(zh, en)| words(zh, en)).collect();
    vec![
        worth(
            10,
            must(item(
                "willing",
                &step,
                words("店主愿意推我们的货？", "Does the owner push our goods?"),
                ItemKind::Scale { anchors },
            )),
        ),
        item("rivals", &step, words("竞品在做什么活动？", "What are competitors doing?"), rivals),
        item(
            "rent",
            &step,
            words("陈列费一个月多少？", "Display fee per month?"),
            ItemKind::Money { min: 0, max: 500_000 },
        ),
        item("licence", &step, words("营业执照", "Trade licence"), ItemKind::Document),
        item("remark", &step, words("店主还说了什么？", "What else did the owner say?"), ItemKind::Text),
        item("signature", &step, words("请店主签字", "Owner's signature"), ItemKind::Signature),
    ]
}
