//! The file of a candidate: what is known of it, its place, and what was decided about it.

use super::people::{From, Plan, Site};
use super::{Cast, Person};
use crate::chance::Chance;
use crate::id;
use crate::places::street;
use domain::geo::Position;
use domain::id::{CandidateId, OutletId, PhotoId};
use domain::records::{
    Candidate, CandidateFacts, CandidateRuling as Ruling, CandidateSource, CandidateStage as At, Minute, NextStep,
    Outlet, OutletClass, Proposal, ProposalKind, Responsible,
};
use domain::rules::pinyin::initials;

/// Who the plan means, with a place on its street.
pub fn person(cast: &Cast<'_>, number: u64, plan: &'static Plan, chance: &Chance) -> Person {
    let mut draw = chance.numbered("place", number);
    // A member is a sub-distributor of the same number.
    let candidate = plan
        .sub
        .and_then(|sub| cast.region.subs.get(sub))
        .map_or_else(|| id(cast.day(plan.added), &mut chance.numbered("candidate", number)), |sub| CandidateId(sub.0));
    let (place, street) = street(plan.street).unwrap_or((0, &crate::places::PLACES[0].streets[0]));
    let spot = street.place(&mut draw);
    let place = Outlet {
        id: OutletId(candidate.0),
        territory: cast.region.territories[place].id,
        code: String::new(),
        name: plan.name.to_owned(),
        initials: initials(plan.name),
        class: OutletClass::A,
        channel: String::new(),
        address: format!("{}{}{}号", street.district, street.name, spot.house),
        owner: plan.contact.to_owned(),
        phone: phone(plan),
        position: Position { lat: spot.lat, lon: spot.lon },
        responsible: Responsible::Open,
        open: true,
        partner: true,
        moved: None,
    };
    Person { plan, candidate, place }
}

fn phone(plan: &Plan) -> String {
    format!("13803100{:03}", plan.phone)
}

/// The number on its licence: fictional, and of the right shape.
pub fn licence(plan: &Plan) -> String {
    format!("92130403MA0{:06}K", plan.phone * 1_009)
}

/// Its record.
pub fn candidate(cast: &Cast<'_>, person: &Person, shopfront: Option<PhotoId>) -> Candidate {
    let plan = person.plan;
    let owner = cast.rep(plan.owner);
    let minutes = minutes(cast, plan);
    let proposal = (plan.at == At::Proposed).then(|| {
        let cut = plan.site == Site::Large;
        Proposal {
            kind: if cut { ProposalKind::Eliminate { item: "经营意识".to_owned() } } else { ProposalKind::Qualify },
            words: if cut {
                "仓库再大也不守价格，两次访谈都在底线下。"
            } else {
                "能按线送，账清楚，请批。"
            }
            .to_owned(),
            by: owner.id,
            by_name: owner.name.clone(),
            at: cast.moment(2, 17),
        }
    });
    let touched_at = minutes.last().map_or_else(|| cast.moment(plan.added.min(6), 16), |minute| minute.at);
    let qualified = matches!(plan.at, At::Qualified | At::Signing | At::Member | At::Suspended);
    Candidate {
        id: person.candidate,
        region: cast.region.region,
        territory: person.place.territory,
        facts: CandidateFacts {
            name: plan.name.to_owned(),
            contact: plan.contact.to_owned(),
            phone: person.place.phone.clone(),
            licence: if plan.site == Site::Unseen { String::new() } else { licence(plan) },
            address: person.place.address.clone(),
            brands: plan.brands.iter().map(|brand| (*brand).to_owned()).collect(),
            note: plan.note.to_owned(),
        },
        initials: person.place.initials.clone(),
        source: match plan.from {
            From::Dealer(dealer) => CandidateSource::Existing(cast.region.dealers[dealer]),
            From::Targeted(criterion) => CandidateSource::Targeted { criterion: criterion.to_owned() },
            From::Street => CandidateSource::Street,
            From::Event => CandidateSource::Event(cast.event),
        },
        stage: plan.at,
        owner: owner.id,
        owner_name: owner.name.clone(),
        next: plan.next.map(|(words, days)| NextStep { words: words.to_owned(), due: cast.day(-days) }),
        proposal,
        minutes,
        qualified_until: qualified.then(|| cast.day(-plan.qualified)),
        suspended_from: (plan.at == At::Suspended).then_some(At::Qualified),
        shopfront,
        added_at: cast.moment(plan.added, 11),
        touched_at,
    }
}

/// What was decided: how long ago, what, by which item, why. Members have had their yearly look (F48).
fn minutes(cast: &Cast<'_>, plan: &Plan) -> Vec<Minute> {
    let decided: &[(i64, Ruling, &str, &str)] = match plan.at {
        At::Member if plan.qualified < 30 => &[(345, Ruling::Qualify, "", "")],
        At::Member => &[(390, Ruling::Qualify, "", ""), (25, Ruling::Qualify, "", "一年来守价格、按时送，续一年。")],
        At::Qualified | At::Signing => &[(25, Ruling::Qualify, "", "")],
        At::Suspended => &[(80, Ruling::Qualify, "", ""), (9, Ruling::Suspend, "", "往魏县窜货 60 箱，查清以前先停。")],
        At::Eliminated => &[
            (21, Ruling::SendBack, "", "车是借的，再去看一次。"),
            (10, Ruling::Eliminate, "送货车辆", "自己没有车，两次都一样。"),
        ],
        At::Left => &[(380, Ruling::Qualify, "", ""), (33, Ruling::Exit, "", "改行做餐饮，双方同意。")],
        _ => &[],
    };
    let minute = |(back, ruling, item, words): &(i64, Ruling, &str, &str)| Minute {
        ruling: *ruling,
        item: (*item).to_owned(),
        words: (*words).to_owned(),
        weighed: None,
        proposed_by: if matches!(ruling, Ruling::Suspend | Ruling::Exit) {
            String::new()
        } else {
            cast.rep(plan.owner).name.clone()
        },
        by_name: cast.manager.name.clone(),
        at: cast.moment(*back, 18),
    };
    decided.iter().map(minute).collect()
}
