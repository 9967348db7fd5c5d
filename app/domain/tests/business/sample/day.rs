//! What a rep's day is made of beside the visit.

use super::*;
use domain::id::{LeaveId, QuarantineId, SightingId, SkipId, ViewingId};
use domain::measure::Money;
use domain::time::DateWindow;

pub fn skip_id() -> SkipId {
    id(110)
}
pub fn leave_id() -> LeaveId {
    id(120)
}
pub fn sighting_id() -> SightingId {
    id(130)
}
pub fn viewing_id() -> ViewingId {
    id(140)
}
pub fn quarantine_id() -> QuarantineId {
    id(170)
}

/// The rep made it after having lost the territory.
pub fn a_quarantine(command: impl Into<domain::Command>) -> Quarantine {
    Quarantine {
        id: quarantine_id(),
        region: region(),
        territory: Some(territory()),
        rep: rep(),
        rep_name: "李娜".into(),
        role: Role::Rep,
        sender: rep(),
        device: id(100),
        seq: 7,
        scopes: vec![domain::Scope::Company, domain::Scope::Region(region()), domain::Scope::Territory(territory())],
        captured_at: morning(),
        received_at: morning().plus(60_000),
        why: QuarantineReason::NoLongerTheirs,
        behind: None,
        command: Some(Box::new(command.into())),
        reviewed: None,
    }
}

/// A route that is walked every day.
pub fn a_route(stops: &[u128]) -> JourneyPlan {
    JourneyPlan {
        id: id(45),
        territory: territory(),
        region: region(),
        rep: rep(),
        name: "丛台二线".into(),
        weekdays: vec![1, 2, 3, 4, 5, 6, 7],
        weeks: Weeks::Every,
        window: DateWindow { from: date(2026, 1, 1), until: None },
        skip: vec![],
        stops: stops.iter().map(|n| id(*n)).collect(),
    }
}

/// The shop stood shut on [`DAY`].
pub fn a_skip() -> Skip {
    Skip {
        id: skip_id(),
        outlet: outlet(),
        territory: territory(),
        rep: rep(),
        rep_name: "李娜".into(),
        day: DAY,
        reason: SkipReason::Shut,
        note: String::new(),
        at: morning(),
    }
}

/// Three days from [`DAY`] on; nobody steps in yet.
pub fn a_leave() -> Leave {
    Leave {
        id: leave_id(),
        rep: rep(),
        rep_name: "李娜".into(),
        territory: territory(),
        window: DateWindow { from: DAY, until: Some(date(2026, 3, 11)) },
        brief: "惠民超市答应换货架".into(),
        asked_at: morning(),
        substitute: None,
        substitute_name: String::new(),
        settled_by_name: String::new(),
        withdrawn: false,
    }
}

/// The same with somebody who steps in.
pub fn a_settled_leave() -> Leave {
    Leave {
        substitute: Some(other_rep()), substitute_name: "王磊".into(), settled_by_name: "赵强".into(), ..a_leave()
    }
}

pub fn a_sighting() -> Sighting {
    Sighting {
        id: sighting_id(),
        visit: visit_id(),
        outlet: outlet(),
        territory: territory(),
        rep: rep(),
        rep_name: "李娜".into(),
        brand: "红牛".into(),
        product: "250ml".into(),
        price: Some(Money(600)),
        promotion: "买二送一".into(),
        spend: Some(Money(50_000)),
        photo: None,
        at: morning(),
    }
}

/// The manager looked at [`a_visit`] on [`DAY`].
pub fn a_viewing() -> Viewing {
    Viewing {
        id: viewing_id(),
        visit: visit_id(),
        outlet: outlet(),
        territory: territory(),
        rep: rep(),
        viewer: manager(),
        viewer_name: "赵强".into(),
        role: Role::RegionalManager,
        day: DAY,
        at: morning(),
    }
}

/// [`a_visit`] was the last one at its shop.
pub fn a_last_visit() -> LastVisit {
    LastVisit {
        id: LastVisit::of(outlet()),
        territory: territory(),
        visit: visit_id(),
        day: DAY,
        rep: rep(),
        points: None,
    }
}
