//! What happens beside the visits: shops that were shut, competitors that were seen, a manager who looks,
//! and what was promised and is still to be done.

use super::visit::Made;
use super::{MINUTE, Walk};
use crate::chance::Chance;
use crate::id;
use domain::measure::Money;
use domain::records::{
    Evidence, ItemKey, Origin, Outlet, Role, Sighting, Skip, SkipReason, Task, TaskKind, User, Viewing,
};
use domain::time::{DAY, Moment, Offset};

/// Brand, product, price in fen, what they do for it, what that may cost them in fen.
const SEEN: [(&str, &str, i64, &str, i64); 6] = [
    ("汇源", "100%橙汁 1L", 1_290, "买二送一", 60_000),
    ("康师傅", "冰红茶 500ml", 300, "第二瓶半价", 120_000),
    ("农夫山泉", "NFC橙汁 300ml", 790, "冰柜免费投放", 260_000),
    ("统一", "阿萨姆奶茶 500ml", 400, "进10箱送1箱", 90_000),
    ("娃哈哈", "AD钙奶 220ml", 200, "端架陈列费每月200元", 20_000),
    ("今麦郎", "凉白开 550ml", 200, "堆头加促销员", 150_000),
];

const REASONS: [(SkipReason, &str, u32); 4] = [
    (SkipReason::Shut, "", 5),
    (SkipReason::OwnerAway, "", 3),
    (SkipReason::NoTime, "", 2),
    (SkipReason::Other, "门口修路，进不去", 1),
];

/// What, after how many days it was due, what has to be shown, what is at stake in fen.
const PROMISED: [(&str, i64, Evidence, Option<i64>); 3] = [
    ("给店主送两张新海报", 4, Evidence::Photo, None),
    ("问分销商什么时候补 300ml", 2, Evidence::Sentence, Some(180_000)),
    ("把过期的价签都换掉", 9, Evidence::Word, None),
];

impl Walk<'_> {
    /// A stop that was left out.
    pub fn skip(&self, outlet: &Outlet, at: Moment, draw: &mut Chance) -> Skip {
        let choices = REASONS.map(|(reason, note, weight)| ((reason, note), weight));
        let (reason, note) = draw.weighted(&choices);
        Skip {
            id: id(self.day, draw),
            outlet: outlet.id,
            territory: self.territory,
            rep: self.rep(),
            rep_name: self.user.name.clone(),
            day: self.day,
            reason,
            note: note.to_owned(),
            at,
        }
    }

    /// A competitor seen in a shop, now and then.
    pub fn sighting(&self, made: &Made<'_>, draw: &mut Chance) -> Option<Sighting> {
        if !draw.percent(9) {
            return None;
        }
        let (brand, product, price, promotion, spend) = *draw.pick(&SEEN);
        Some(Sighting {
            id: id(self.day, draw),
            visit: made.visit.id,
            outlet: made.visit.outlet,
            territory: self.territory,
            rep: self.rep(),
            rep_name: self.user.name.clone(),
            brand: brand.to_owned(),
            product: product.to_owned(),
            price: Some(Money(price)),
            promotion: promotion.to_owned(),
            spend: Some(Money(spend)),
            photo: None,
            at: made.visit.check_in.at.plus(3 * MINUTE),
        })
    }

    /// Something promised at the end of a visit of the last week.
    pub fn promise(&self, made: &Made<'_>, number: usize, draw: &mut Chance) -> Task {
        let (what, days, evidence, at_risk) = PROMISED[number % PROMISED.len()];
        let at = made.visit.last_touched();
        Task {
            id: id(self.day, draw),
            outlet: made.visit.outlet,
            territory: self.territory,
            owner: self.rep(),
            kind: TaskKind::FollowUp { what: what.to_owned() },
            note: String::new(),
            asked_by: self.rep(),
            asked_by_name: self.user.name.clone(),
            asked_at: at,
            due: at.plus(days * DAY).date(Offset::CHINA),
            origin: Some(Origin { visit: made.visit.id, item: ItemKey::from("stock") }),
            evidence,
            with: None,
            at_risk: at_risk.map(Money),
            placed: None,
            closed: None,
            reopened: Vec::new(),
        }
    }
}

/// The manager opens some of yesterday's visits.
pub fn viewing(made: &Made<'_>, viewer: &User, draw: &mut Chance) -> Option<Viewing> {
    if !draw.percent(30) {
        return None;
    }
    let at = made.visit.last_touched().plus(draw.range(90..=600) * MINUTE);
    let day = at.date(Offset::CHINA);
    Some(Viewing {
        id: id(day, draw),
        visit: made.visit.id,
        outlet: made.visit.outlet,
        territory: made.visit.territory,
        rep: made.visit.rep,
        viewer: viewer.id,
        viewer_name: viewer.name.clone(),
        role: Role::RegionalManager,
        day,
        at,
    })
}
