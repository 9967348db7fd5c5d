//! 实地考察: the papers and the site of a candidate (S36, S37), with knock-outs that nothing else makes good (S38).

use super::{for_partners, hint, item, knock_out, must, picks, slots, words, worth};
use domain::language::Words;
use domain::records::{Checklist, Item, ItemKind, Purpose};
use jiff::civil::Date;

/// The names that have to be one and the same, each on a paper of its own (S36).
pub const SAME_NAME: [&str; 3] = ["licence_name", "account_name", "signboard_name"];

/// The checklist.
#[must_use]
pub fn qualification(today: Date) -> Checklist {
    let items = papers().into_iter().chain(site()).collect();
    for_partners("qualification", words("实地考察", "Site inspection"), Purpose::Inspection, items, today)
}

fn photo(key: &str, step: &Words, title: Words, wanted: &[(&str, &str, &str)]) -> Item {
    must(item(key, step, title, ItemKind::Photo { standard: None, slots: slots(wanted) }))
}

fn papers() -> Vec<Item> {
    let step = words("证照", "Papers");
    let paper = |key: &str, title: Words, weight: u32| worth(weight, must(item(key, &step, title, ItemKind::Document)));
    let name = |key: &str, title: Words| must(item(key, &step, title, ItemKind::Text));
    vec![
        hint(
            words("看原件，号码照着抄，18 位", "See the original; copy all 18 digits"),
            paper("licence", words("营业执照", "Trade licence"), 10),
        ),
        photo("licence_photo", &step, words("营业执照照片", "Photo of the licence"), &[("licence", "执照", "Licence")]),
        name("licence_name", words("执照上的名称", "Name on the licence")),
        hint(
            words("没有食品经营许可证不能合作", "Nobody may sell drinks without it"),
            paper("food_permit", words("食品经营许可证", "Food business permit"), 10),
        ),
        photo("food_photo", &step, words("许可证照片", "Photo of the permit"), &[("permit", "许可证", "Permit")]),
        hint(
            words("账户名要和执照一字不差", "The account has to be in the licence's name"),
            paper("account", words("开户许可证", "Account opening permit"), 6),
        ),
        photo(
            "account_photo",
            &step,
            words("开户许可证照片", "Photo of the account permit"),
            &[("account", "开户证", "Account permit")],
        ),
        name("account_name", words("账户名称", "Name of the account")),
        name("signboard_name", words("招牌上的名称", "Name on the signboard")),
    ]
}

fn site() -> Vec<Item> {
    let step = words("现场", "Site");
    let number = |unit: Words, max: i64, target: i64| ItemKind::Number { unit, min: 0, max, target: Some(target) };
    let routes = ItemKind::Choice {
        options: picks(&[
            ("written", "有固定路线，写下来了", "Fixed routes, in writing", 10_000),
            ("known", "有固定路线，都在老板脑子里", "Fixed routes, in the owner's head", 6_000),
            ("calls", "店里打电话才送", "Only when a shop calls", 0),
        ]),
        many: false,
    };
    let cycle = ItemKind::Choice {
        options: picks(&[
            ("week", "一周内", "Within a week", 10_000),
            ("half_month", "半个月内", "Within half a month", 7_000),
            ("longer", "超过半个月", "Longer than half a month", 0),
        ]),
        many: false,
    };
    vec![
        hint(
            words("自己量：长乘宽", "Measure it yourself: length by width"),
            worth(
                16,
                must(item(
                    "warehouse",
                    &step,
                    words("仓库有多大？", "How large is the warehouse?"),
                    number(words("平方米", "m²"), 5_000, 120),
                )),
            ),
        ),
        photo(
            "warehouse_photo",
            &step,
            words("仓库照片", "Photos of the warehouse"),
            &[("inside", "仓库里", "Inside"), ("stock", "货垛", "Stacks")],
        ),
        knock_out(
            3_000,
            words("一辆车都没有，送不了货", "Without a vehicle nothing is delivered"),
            worth(
                16,
                must(item(
                    "vehicles",
                    &step,
                    words("几辆送货车？", "How many vehicles?"),
                    number(words("辆", "vehicles"), 50, 3),
                )),
            ),
        ),
        photo("vehicle_photo", &step, words("车辆照片", "Photo of the vehicles"), &[("vehicles", "车辆", "Vehicles")]),
        worth(
            12,
            must(item(
                "staff",
                &step,
                words("几个送货和跑店的人？", "How many people deliver and sell?"),
                number(words("人", "people"), 100, 4),
            )),
        ),
        worth(14, must(item("routes", &step, words("有固定的送货路线？", "Are there fixed delivery routes?"), routes))),
        knock_out(
            5_000,
            words("半个月送不到一次的不能合作", "Less than once in half a month is no partner"),
            worth(
                16,
                must(item("cycle", &step, words("一家店多久送一次？", "How often is a shop delivered to?"), cycle)),
            ),
        ),
        photo("front_photo", &step, words("门头照片", "Photo of the front"), &[("front", "门头", "Front")]),
    ]
}
