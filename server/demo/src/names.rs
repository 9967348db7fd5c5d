//! Names for the shops of the demo region and for the people who run them: trade, owner or lucky word, and street.
//! `region.rs` asks for one [`Sign`] per outlet; no two shops get the same name, however many there are.

use crate::chance::Chance;
use std::collections::{HashMap, HashSet};

/// The class of an outlet, as the seed deals them out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Key shop.
    A,
    /// Large shop.
    B,
    /// Ordinary shop.
    C,
    /// Small shop.
    D,
}

/// What a shop is called and who is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// The name on the sign.
    pub name: String,
    /// Its trade.
    pub channel: &'static str,
    /// Its class.
    pub class: Class,
    /// Who runs it.
    pub owner: String,
    /// How to reach them; fictional.
    pub phone: String,
}

/// A shop that the design and the tests know by name.
pub struct Known {
    /// The street it is on.
    pub street: &'static str,
    name: &'static str,
    channel: &'static str,
    class: Class,
    owner: &'static str,
}

impl Known {
    /// Its sign.
    #[must_use]
    pub fn sign(&self, number: usize) -> Sign {
        Sign {
            name: self.name.to_owned(),
            channel: self.channel,
            class: self.class,
            owner: self.owner.to_owned(),
            phone: phone(number),
        }
    }
}

const fn known(
    street: &'static str,
    name: &'static str,
    channel: &'static str,
    class: Class,
    owner: &'static str,
) -> Known {
    Known { street, name, channel, class, owner }
}

/// The shops that are always there, whatever else is drawn.
pub const KNOWN: [Known; 18] = [
    known("陵西大街", "陵西烟酒商行", "烟酒", Class::B, "武建平"),
    known("丛台路", "惠佳生活超市", "超市", Class::A, "郝玉梅"),
    known("联防路", "光明副食", "副食", Class::C, "高光明"),
    known("联防路", "建国副食（联防路）", "副食", Class::B, "申建国"),
    known("学院路", "学院路小郭超市", "超市", Class::B, "郭振海"),
    known("丛台路", "鑫源便利店（丛台路）", "便利店", Class::A, "刘秀芬"),
    known("滏东大街", "滏东食杂店", "副食", Class::C, "韩桂英"),
    known("博物馆南街", "博物馆南小郭超市", "超市", Class::B, "郭小军"),
    known("百家村", "百家村老李便民店", "便利店", Class::C, "李福顺"),
    known("和平路", "和平路佳美超市", "超市", Class::B, "孟佳美"),
    known("新兴小区", "新兴小区超市", "超市", Class::C, "秦玉兰"),
    known("人民路", "好邻居百货", "超市", Class::A, "赵国庆"),
    known("光明大街", "美好家超市", "超市", Class::A, "杨美华"),
    known("复兴路", "复兴路聚鑫批发", "副食", Class::B, "靳聚鑫"),
    known("滏河大街", "滏河食杂店", "副食", Class::C, "王河生"),
    known("罗城头", "罗城头便民店", "便利店", Class::B, "苗秀云"),
    known("洺关大街", "洺关大街惠民超市", "超市", Class::A, "胡惠民"),
    known("长安路", "长安路万家购物广场", "超市", Class::A, "牛万家"),
];

const LUCKY: [&str; 52] = [
    "鑫源",
    "惠佳",
    "佳美",
    "福满",
    "永兴",
    "顺发",
    "聚鑫",
    "鸿运",
    "万家",
    "好邻居",
    "天天",
    "家家乐",
    "百惠",
    "旺达",
    "金源",
    "宏升",
    "恒泰",
    "瑞丰",
    "祥和",
    "乐福",
    "四季",
    "春晖",
    "新兴",
    "光明",
    "益民",
    "利民",
    "康乐",
    "同心",
    "诚信",
    "喜来",
    "星辰",
    "龙腾",
    "兴旺",
    "亿家",
    "佳佳",
    "明珠",
    "阳光",
    "赵都",
    "丛台",
    "和顺",
    "福源",
    "鑫隆",
    "德兴",
    "吉祥",
    "广源",
    "盛源",
    "华兴",
    "嘉禾",
    "润家",
    "友谊",
    "邻里",
    "滏阳",
];
const SURNAMES: [&str; 32] = [
    "王", "李", "张", "刘", "赵", "郭", "杨", "陈", "郝", "韩", "孟", "武", "申", "秦", "高", "孙", "马", "牛", "苗",
    "靳", "胡", "冀", "常", "邢", "程", "董", "崔", "贾", "段", "路", "霍", "白",
];
const GIVEN: [&str; 40] = [
    "建国", "秀芬", "志强", "国庆", "海燕", "玉梅", "桂英", "振海", "福顺", "小军", "丽娟", "艳红", "文生", "永强",
    "俊杰", "素珍", "爱民", "金凤", "红霞", "保国", "新民", "玉兰", "春生", "明亮", "凤英", "占军", "伟", "敏", "静",
    "鹏", "晓东", "建平", "秀云", "连生", "彦明", "巧玲", "书平", "瑞芳", "志刚", "美华",
];

/// How many outlets there are of each class: 10, 25, 45 and 20 percent, in a drawn order.
#[must_use]
pub fn classes(count: usize, chance: &mut Chance) -> Vec<Class> {
    let upto = |percent: usize| (count * percent + 50) / 100;
    let mut classes: Vec<Class> = (0..count)
        .map(|at| match at {
            at if at < upto(10) => Class::A,
            at if at < upto(35) => Class::B,
            at if at < upto(80) => Class::C,
            _ => Class::D,
        })
        .collect();
    chance.shuffle(&mut classes);
    classes
}

/// The fictional phone number of the shop with a number: `0310` in its middle is the area code of 邯郸.
#[must_use]
pub fn phone(number: usize) -> String {
    format!("13{}0310{:04}", 8 - number / 9_000 % 9, 1_000 + number % 9_000)
}

/// A full name.
#[must_use]
pub fn person(chance: &mut Chance) -> String {
    format!("{}{}", chance.pick(&SURNAMES), chance.pick(&GIVEN))
}

/// Gives out names, each once.
#[derive(Debug, Default)]
pub struct Names {
    used: HashSet<String>,
    branches: HashMap<String, usize>,
}

impl Names {
    /// Keeps a name from being given out.
    pub fn reserve(&mut self, name: &str) {
        self.used.insert(name.to_owned());
    }

    /// The sign of a new shop on a street.
    pub fn sign(&mut self, number: usize, street: &str, class: Class, chance: &mut Chance) -> Sign {
        let channel = trade(class, chance);
        let owner = person(chance);
        let base = base(channel, class, street, &called(&owner, chance), chance);
        Sign { name: self.unused(&base, street), channel, class, owner, phone: phone(number) }
    }

    /// The base name, or the base name with as much as it takes to tell the shop from the others.
    fn unused(&mut self, base: &str, street: &str) -> String {
        let with_street =
            if base.starts_with(street) { format!("{base}（新店）") } else { format!("{base}（{street}）") };
        for name in [base, &with_street] {
            if self.used.insert(name.to_owned()) {
                return name.to_owned();
            }
        }
        let branch = self.branches.entry(with_street).or_insert(1);
        loop {
            *branch += 1;
            let ordinal = match *branch {
                2 => "二".to_owned(),
                3 => "三".to_owned(),
                more => more.to_string(),
            };
            let name = if base.starts_with(street) {
                format!("{base}（{ordinal}店）")
            } else {
                format!("{base}（{street}{ordinal}店）")
            };
            if self.used.insert(name.clone()) {
                return name;
            }
        }
    }
}

fn trade(class: Class, chance: &mut Chance) -> &'static str {
    let weights: &[(&str, u32)] = match class {
        Class::A => &[("超市", 65), ("便利店", 20), ("学校", 10), ("餐饮", 5)],
        Class::B => &[("超市", 35), ("便利店", 30), ("烟酒", 15), ("副食", 10), ("学校", 5), ("餐饮", 5)],
        Class::C => &[("便利店", 30), ("副食", 35), ("烟酒", 15), ("超市", 10), ("餐饮", 10)],
        Class::D => &[("副食", 50), ("便利店", 20), ("烟酒", 10), ("餐饮", 20)],
    };
    chance.weighted(weights)
}

/// What the neighbours call the owner: 建国, 老李, 小郭.
fn called(owner: &str, chance: &mut Chance) -> String {
    let mut characters = owner.chars();
    let surname = characters.next().unwrap_or('王');
    let given = characters.as_str();
    match chance.below(3) {
        0 if given.chars().count() == 2 => given.to_owned(),
        1 => format!("小{surname}"),
        _ => format!("老{surname}"),
    }
}

fn base(channel: &str, class: Class, street: &str, called: &str, chance: &mut Chance) -> String {
    // 丛台路 is said whole, 光明大街 as 光明.
    let area = street.strip_suffix("大街").filter(|short| short.chars().count() > 1).unwrap_or(street);
    let lucky = *chance.pick(&LUCKY);
    let who = if chance.percent(65) { lucky } else { called };
    match channel {
        "便利店" => format!("{who}{}", chance.pick(&["便利店", "便利店", "便民店", "便民超市"])),
        "超市" if class == Class::A => {
            format!("{lucky}{}", chance.pick(&["生活超市", "购物广场", "平价超市", "超市"]))
        }
        "超市" if chance.percent(30) => format!("{area}{who}超市"),
        "超市" => format!("{lucky}{}", chance.pick(&["超市", "生活超市", "平价超市", "百货"])),
        "副食" => format!("{who}{}", chance.pick(&["副食", "副食", "食杂店", "粮油副食", "批发部"])),
        "烟酒" => format!("{lucky}{}", chance.pick(&["烟酒商行", "烟酒", "名烟名酒", "烟酒副食"])),
        "餐饮" => {
            let dish = ["饺子馆", "烩面馆", "拉面馆", "家常菜", "烧烤", "早餐店", "饸饹馆", "驴肉火烧"];
            format!("{called}{}", chance.pick(&dish))
        }
        _ => format!("{area}{}{}", chance.pick(&["小学", "中学", "二小"]), chance.pick(&["文具店", "小卖部", "超市"])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places;

    fn signs(count: usize) -> Vec<Sign> {
        let chance = Chance::new(1);
        let mut names = Names::default();
        let classes = classes(count, &mut chance.stream("classes"));
        let streets: Vec<_> = places::PLACES.iter().flat_map(|place| place.streets).collect();
        classes
            .into_iter()
            .enumerate()
            .map(|(number, class)| {
                let mut own = chance.numbered("outlet", number as u64);
                let street = own.pick(&streets).name;
                names.sign(number, street, class, &mut own)
            })
            .collect()
    }

    #[test]
    fn no_two_outlets_share_a_name_or_a_phone_even_if_there_are_twenty_thousand() {
        let signs = signs(20_000);
        assert_eq!(signs.iter().map(|sign| &sign.name).collect::<HashSet<_>>().len(), signs.len());
        assert_eq!(signs.iter().map(|sign| &sign.phone).collect::<HashSet<_>>().len(), signs.len());
        assert!(signs.iter().all(|sign| sign.phone.len() == 11));
    }

    #[test]
    fn classes_are_dealt_out_as_ten_twenty_five_forty_five_and_twenty_percent() {
        let signs = signs(400);
        let of = |class| signs.iter().filter(|sign| sign.class == class).count();
        assert_eq!([Class::A, Class::B, Class::C, Class::D].map(of), [40, 100, 180, 80]);
    }

    #[test]
    fn every_known_shop_stands_on_a_street_of_the_map() {
        for shop in &KNOWN {
            assert!(places::street(shop.street).is_some(), "{}", shop.street);
        }
    }

    #[test]
    fn every_character_of_a_name_is_found_by_its_initial() {
        for name in signs(6_000).into_iter().map(|sign| sign.name).chain(KNOWN.iter().map(|shop| shop.sign(0).name)) {
            let spoken = name.chars().filter(|character| !"（）".contains(*character)).count();
            assert_eq!(domain::rules::pinyin::initials(&name).len(), spoken, "{name}");
        }
    }
}
