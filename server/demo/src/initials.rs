//! Pinyin initials of the names in the demo region, so that `xybld` finds 鑫源便利店 (F115).
//! Only the characters that `names.rs` and `places.rs` use are here; `region.rs` calls it for each outlet,
//! and a test fails when a new name brings a character that is missing.

/// For each letter the characters whose reading, in these names, begins with it.
const READINGS: [(char, &str); 22] = [
    ('a', "安爱"),
    ('b', "便保北博堡标白百部"),
    ('c', "丛场城崔常春朝村程菜诚超辰长陈餐"),
    ('d', "东大店德段董达郸都"),
    ('e', "二"),
    ('f', "丰凤副发复府滏福肥芬芳锋防"),
    ('g', "光关刚哥国广桂购郭馆高"),
    ('h', "华和好宏恒惠晖河活海火烩禾红胡行货邯郝霍韩饸鸿"),
    ('j', "井件价佳俊具冀军吉嘉娟季家居建杰箭聚街贾酒金静靳饺"),
    ('k', "康烤"),
    ('l', "临丽乐亮兰刘利岭拉李来玲粮罗老联路连邻里陵隆饹驴龙"),
    ('m', "卖名孟敏明梅民洺满美苗面马"),
    ('n', "南年牛"),
    ('p', "平批胖鹏"),
    ('q', "区巧庆强桥秦"),
    ('r', "人润瑞肉"),
    ('s', "三书升商四嫂孙山市时沙烧生申盛素设顺食"),
    ('t', "台同堂天头泰腾铁"),
    ('w', "万伟文旺武汪物王"),
    ('x', "乡信先兴喜学小心新星晓校祥秀西邢鑫霞"),
    ('y', "云亿友彦杨永油沿浴源烟燕玉益艳英谊运阳院饮"),
    ('z', "中准占子庄张志振早杂渚珍珠赵镇"),
];

/// The initials of a name in lower case: letters and digits stay, brackets are left out.
#[must_use]
pub fn initials(name: &str) -> String {
    name.chars().filter_map(initial).collect()
}

fn initial(character: char) -> Option<char> {
    if character.is_ascii_alphanumeric() {
        return Some(character.to_ascii_lowercase());
    }
    READINGS.iter().find(|(_, characters)| characters.contains(character)).map(|(letter, _)| *letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Chance;
    use crate::names::{Class, KNOWN, Names};
    use crate::places;

    #[test]
    fn a_name_is_found_by_the_initials_a_rep_would_type() {
        assert_eq!(initials("鑫源便利店（丛台路）"), "xybldctl");
        assert_eq!(initials("陵西烟酒商行"), "lxyjsh");
        assert_eq!(initials("天天24小时便利店"), "tt24xsbld");
    }

    #[test]
    fn every_character_of_a_name_has_an_initial() {
        let chance = Chance::new(2);
        let mut names = Names::default();
        let streets: Vec<_> = places::PLACES.iter().flat_map(|place| place.streets).collect();
        let mut all: Vec<String> = KNOWN.iter().map(|shop| shop.sign(0).name).collect();
        for number in 0..6_000 {
            let mut own = chance.numbered("outlet", number);
            let class = *own.pick(&[Class::A, Class::B, Class::C, Class::D]);
            all.push(names.sign(number as usize, own.pick(&streets).name, class, &mut own).name);
        }
        for name in all {
            let spoken = name.chars().filter(|character| !"（）".contains(*character)).count();
            assert_eq!(initials(&name).len(), spoken, "{name}");
        }
    }
}
