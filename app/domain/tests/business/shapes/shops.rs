//! The lines of what a manager changes about shops.

use super::moment;
use crate::sample::*;
use domain::commands::*;
use domain::records::*;
use domain::{AnyRecord, Command};

pub fn commands() -> Vec<Command> {
    let nothing = ChangeOutlet {
        outlet: outlet(),
        name: None,
        class: None,
        channel: None,
        address: None,
        owner: None,
        phone: None,
        open: None,
    };
    let bare = MoveOutlet {
        outlet: outlet(),
        from: territory(),
        to: other_territory(),
        leaves: vec![],
        joins: vec![],
        hands: None,
    };
    vec![
        ChangeOutlet { open: Some(false), ..nothing.clone() }.into(),
        ChangeOutlet {
            name: Some("惠民".into()),
            class: Some(OutletClass::B),
            channel: Some("超市".into()),
            address: Some("人民路2号".into()),
            owner: Some("王强".into()),
            phone: Some("13900000002".into()),
            ..nothing
        }
        .into(),
        MoveOutlet {
            leaves: vec![id(45)],
            joins: vec![Place { plan: id(46), at: 2 }],
            hands: Some(Hands { from: rep(), to: other_rep() }),
            ..bare.clone()
        }
        .into(),
        bare.into(),
    ]
}

pub fn records() -> Vec<AnyRecord> {
    vec![Outlet { moved: Some(Moved { from: other_territory(), at: moment() }), ..an_outlet() }.into()]
}
