//! The partners of the demo alliance: two dealers, and twelve sub-distributors under them.
//! They are two different actors and never one type (the glossary of the requirements).
//! `region.rs` makes records of them and gives each street to one sub-distributor.

/// A prefecture-level dealer, 经销商.
#[derive(Debug)]
pub struct DealerPlan {
    /// Its name.
    pub name: &'static str,
    /// Who runs it.
    pub owner: &'static str,
    /// How to reach them; fictional.
    pub phone: &'static str,
}

/// A sub-distributor, 分销商.
#[derive(Debug)]
pub struct SubPlan {
    /// Index of its dealer in [`DEALERS`].
    pub dealer: usize,
    /// Index of its territory in `places::PLACES`.
    pub place: usize,
    /// Its name.
    pub name: &'static str,
    /// Who runs it.
    pub owner: &'static str,
    /// How to reach them; fictional.
    pub phone: &'static str,
    /// The streets that it serves.
    pub streets: &'static [&'static str],
}

/// The two dealers.
pub const DEALERS: [DealerPlan; 2] = [
    DealerPlan { name: "永顺商贸", owner: "孟永顺", phone: "13803100018" },
    DealerPlan { name: "宏达商贸", owner: "韩宏伟", phone: "13803100029" },
];

const fn sub(
    dealer: usize,
    place: usize,
    name: &'static str,
    owner: &'static str,
    phone: &'static str,
    streets: &'static [&'static str],
) -> SubPlan {
    SubPlan { dealer, place, name, owner, phone, streets }
}

/// The twelve sub-distributors.
pub const SUBS: [SubPlan; 12] = [
    sub(0, 0, "丛台永盛配送部", "邢永盛", "13803100101", &["丛台路", "人民路", "博物馆南街"]),
    sub(0, 0, "联防路聚源批发", "郝聚源", "13803100102", &["联防路", "中华北大街", "新兴小区"]),
    sub(0, 0, "滏东惠民饮料行", "申惠民", "13803100103", &["滏东大街", "光明大街", "广泰街"]),
    sub(0, 0, "学院路诚信副食批发", "秦志勇", "13803100104", &["学院路", "和平路", "朝阳路", "滏河大街"]),
    sub(1, 0, "复兴路顺达商行", "靳顺达", "13803100105", &["复兴路", "建设大街", "先锋路"]),
    sub(1, 0, "百家村兴旺批发部", "武兴旺", "13803100106", &["陵西大街", "铁西大街", "百家村", "箭岭路"]),
    sub(1, 1, "永年洺关饮品配送", "冀洪涛", "13803100107", &["洺关大街", "建安路", "明山路"]),
    sub(1, 1, "新洺路富民商行", "胡富民", "13803100108", &["新洺路", "永兴街", "标准件城", "大北汪大街"]),
    sub(1, 1, "广府古城批发站", "杨广府", "13803100109", &["广府南街", "广府东街", "张西堡街", "南沿村街"]),
    sub(0, 2, "罗城头鑫达批发", "苗鑫达", "13803100110", &["罗城头", "渚河路", "浴新南大街", "张庄桥"]),
    sub(0, 2, "马头镇万通商行", "常万通", "13803100111", &["滏河南大街", "马头大街", "河沙镇街"]),
    sub(1, 2, "肥乡长安饮料批发", "牛长安", "13803100112", &["长安路", "井堂大街", "广安路", "天台山街"]),
];

/// The sub-distributor that serves a street, by its index in [`SUBS`].
#[must_use]
pub fn serving(street: &str) -> Option<usize> {
    SUBS.iter().position(|sub| sub.streets.contains(&street))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places;
    use std::collections::BTreeSet;

    #[test]
    fn every_street_has_exactly_one_sub_distributor_and_it_is_of_that_territory() {
        for (at, place) in places::PLACES.iter().enumerate() {
            for street in place.streets {
                let serving: Vec<_> = SUBS.iter().filter(|sub| sub.streets.contains(&street.name)).collect();
                assert_eq!(serving.len(), 1, "{}", street.name);
                assert_eq!(serving[0].place, at, "{}", street.name);
            }
        }
    }

    #[test]
    fn both_dealers_have_sub_distributors_and_no_two_partners_share_a_name_or_a_number() {
        assert_eq!(SUBS.iter().map(|sub| sub.dealer).collect::<BTreeSet<_>>().len(), DEALERS.len());
        let names = DEALERS.iter().map(|dealer| dealer.name).chain(SUBS.iter().map(|sub| sub.name));
        assert_eq!(names.collect::<BTreeSet<_>>().len(), 14);
        let phones = DEALERS.iter().map(|dealer| dealer.phone).chain(SUBS.iter().map(|sub| sub.phone));
        assert_eq!(phones.collect::<BTreeSet<_>>().len(), 14);
    }
}
