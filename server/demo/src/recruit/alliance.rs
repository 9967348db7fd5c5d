//! The alliance of the first dealer with its members, what both sides have done in the last three months (S43, S44),
//! and the evening to which candidates were invited (S33).

use super::people::From;
use super::{Cast, Person};
use crate::chance::Chance;
use domain::records::{
    Agreement, AgreementState, Alliance, AnyRecord, Duty, DutyDone, DutyMonth, EventPremise, Guest, Member, Party,
    RecruitEvent,
};
use jiff::ToSpan;
use std::collections::BTreeSet;

/// Guests who have not become candidates: their business, a phone number, whether they came.
const OTHERS: [(&str, &str, bool); 6] = [
    ("邯钢宏源副食", "13803100221", true),
    ("柳林桥日日鲜", "13803100222", true),
    ("苏曹小郭批发", "13803100223", false),
    ("北张庄为民商店", "13803100224", true),
    ("河沙镇众合商行", "13803100225", false),
    ("天台山福源批发", "13803100226", false),
];

/// Everything of it.
pub fn alliance(cast: &Cast<'_>, people: &[Person], agreements: &[Agreement], chance: &Chance) -> Vec<AnyRecord> {
    let mut records = vec![AnyRecord::from(event(cast, people))];
    let active: Vec<&Agreement> =
        agreements.iter().filter(|agreement| agreement.state == AgreementState::Active).collect();
    let Some(first) = active.iter().filter_map(|agreement| agreement.approved.as_ref()).map(|by| by.at).min() else {
        return records;
    };
    let dealer = cast.region.dealers[0];
    let alliance = Alliance {
        id: Alliance::of(dealer),
        region: cast.region.region,
        dealer,
        dealer_name: crate::partners::DEALERS[0].name.to_owned(),
        members: active.iter().map(|agreement| member(agreement)).collect(),
        founded_at: first,
    };
    let mut draw = chance.stream("duties");
    for back in 0..3 {
        records.push(month(cast, &alliance, back, &mut draw).into());
    }
    records.push(alliance.into());
    records
}

fn member(agreement: &Agreement) -> Member {
    Member {
        candidate: agreement.candidate,
        name: agreement.candidate_name.clone(),
        agreement: agreement.id,
        since: agreement.terms.from,
    }
}

/// Two months ago all was done, last month all but two, and of this one what comes first.
fn month(cast: &Cast<'_>, alliance: &Alliance, back: i64, draw: &mut Chance) -> DutyMonth {
    let month = cast.today.first_of_month().saturating_sub(back.months());
    let done = Duty::ALL.into_iter().zip(0_i64..).filter(|(duty, number)| match back {
        0 => number % 3 == 0,
        1 => !matches!(duty, Duty::Training | Duty::Display),
        _ => true,
    });
    let done = done
        .map(|(duty, number)| {
            // The days of this month that are over; any day of the months before.
            let days = if back == 0 { i64::from(cast.today.day()) - 1 } else { 27 };
            let day = month.saturating_add((number * 2).min(days.max(0)).days());
            let by = if duty.party() == Party::Manufacturer { cast.manager } else { cast.rep(0) };
            DutyDone {
                duty,
                words: words(duty).to_owned(),
                by_name: by.name.clone(),
                at: domain::time::Moment::start_of(day, domain::time::Offset::CHINA)
                    .plus(draw.range(9 * 60..=11 * 60) * super::MINUTE),
            }
        })
        .collect();
    DutyMonth { id: DutyMonth::of(alliance.id, month), alliance: alliance.id, region: alliance.region, month, done }
}

/// What there is to show for a duty.
const fn words(duty: Duty) -> &'static str {
    match duty {
        Duty::Planning => "本月计划发到群里",
        Duty::Policies => "进货满 50 箱送 2 箱",
        Duty::Training => "培训两个人，讲堆头",
        Duty::Guidance => "跟车两天",
        Duty::Supervision => "抽查 12 家店价签",
        Duty::Targets => "目标分到每个分销商",
        Duty::Suggestions => "建议订单 3 份",
        Duty::Talks => "谈下两家新店",
        Duty::Prices => "价格表更新",
        Duty::Orders => "订单当天处理",
        Duty::Delivery => "每周二、周五送货",
        Duty::Incentives => "上月返利已兑现",
        Duty::Display => "端架 8 个",
    }
}

fn event(cast: &Cast<'_>, people: &[Person]) -> RecruitEvent {
    let came = people.iter().filter(|person| person.plan.from == From::Event).map(|person| Guest {
        name: person.plan.name.to_owned(),
        phone: person.place.phone.clone(),
        came: true,
        candidate: Some(person.candidate),
    });
    let others = OTHERS.iter().map(|(name, phone, came)| Guest {
        name: (*name).to_owned(),
        phone: (*phone).to_owned(),
        came: *came,
        candidate: None,
    });
    let host = cast.rep(0);
    RecruitEvent {
        id: cast.event,
        region: cast.region.region,
        name: "邯郸秋季招商会".to_owned(),
        place: "丛台宾馆二楼".to_owned(),
        day: cast.day(16),
        guests: came.chain(others).collect(),
        dealer: Some(cast.region.dealers[0]),
        premises: BTreeSet::from([EventPremise::Strong, EventPremise::Respected]),
        host: host.id,
        host_name: host.name.clone(),
        touched_at: cast.moment(15, 9),
    }
}
