//! The lines of what managers set up: routes, products, standards and new shops.

use super::moment;
use crate::sample::*;
use domain::Command;
use domain::commands::*;
use domain::measure::Money;
use domain::records::*;

pub fn commands() -> Vec<Command> {
    let other = RouteChange::Stops {
        plan: id(45),
        seen: vec![outlet(), id(31)],
        stops: vec![id(31)],
        next: id(46),
        name: None,
        to: None,
    };
    let handed = RouteChange::Stops {
        plan: id(48),
        seen: vec![outlet()],
        stops: vec![outlet()],
        next: id(49),
        name: Some("丛台东线".into()),
        to: Some(other_rep()),
    };
    let new = RouteChange::New {
        plan: id(47),
        territory: territory(),
        name: "丛台六线".into(),
        weekdays: vec![6],
        weeks: Weeks::EveryNth { n: 2, phase: 1 },
        stops: vec![outlet()],
    };
    let nothing = ChangeProduct {
        product: id(40),
        name: None,
        barcode: None,
        millilitres: None,
        pieces_per_case: None,
        case_price: None,
        retail_price: None,
        listed: None,
    };
    let standard = DisplayStandard {
        id: id(6),
        lineage: "shelf".into(),
        version: 2,
        name: words("主货架"),
        classes: vec![OutletClass::A],
        reference: None,
        points: vec![StandardPoint { words: words("价签对齐"), at: (500, 560) }],
        from: moment(),
        scope: domain::Scope::Company,
    };
    let shown = |picture| PublishStandard {
        standard: DisplayStandard { reference: Some(self::picture('a')), ..standard.clone() },
        picture: Some(picture),
    };
    vec![
        PlanRoutes { rep: rep(), from: DAY, routes: vec![other, new] }.into(),
        PlanRoutes { rep: rep(), from: DAY, routes: vec![handed] }.into(),
        AddProduct { product: a_product() }.into(),
        ChangeProduct { listed: Some(false), ..nothing.clone() }.into(),
        ChangeProduct {
            name: Some(words("雪碧")),
            barcode: Some("6901939621608".into()),
            millilitres: Some(330),
            pieces_per_case: Some(12),
            case_price: Some(Money(4_800)),
            retail_price: Some(Money(400)),
            ..nothing
        }
        .into(),
        shown(PictureFrom::Version(id(5))).into(),
        shown(PictureFrom::Photo(photo_id())).into(),
        shown(PictureFrom::Here("/9j/".into())).into(),
        PublishStandard { standard, picture: None }.into(),
        AddOutlet { outlet: Outlet { id: id(31), ..an_outlet() } }.into(),
    ]
}
