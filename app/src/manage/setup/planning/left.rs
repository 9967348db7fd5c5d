//! What was planned and not saved: kept on this device by rep, gone on with when the screen is opened again, and said so.

use super::hand::Desk;
use crate::manage::setup::unsaved;
use crate::state::Phone;
use domain::id::UserId;
use domain::records::{Role, User};
use domain::rules::planner::Planner;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Under which name the routes of a rep are kept.
pub fn name(rep: UserId) -> String {
    format!("routes:{rep}")
}

/// What was left, by rep.
pub async fn read(phone: Phone) -> BTreeMap<UserId, Planner> {
    let mut left = BTreeMap::new();
    for user in phone.all::<User>().await.into_iter().filter(|user| user.role == Role::Rep) {
        if let Some(planner) = unsaved::read::<Planner>(phone, name(user.id)).await.filter(Planner::is_changed) {
            left.insert(user.id, planner);
        }
    }
    left
}

/// Keeps it at each change.
pub fn keep(desk: Desk) {
    let rep = move || desk.drawn.with(|drawn| drawn.as_ref().map(|drawn| name(drawn.rep())));
    unsaved::keep(rep, move || desk.drawn.get().filter(|_| desk.is_changed()));
}

/// Says that it is not saved; also whether it goes on with what was left, or somebody was faster.
pub fn notice(desk: Desk) -> AnyView {
    let t = desk.t;
    let fits = move || {
        desk.book.with(|book| {
            desk.drawn
                .with(|drawn| book.as_ref().zip(drawn.as_ref()).is_none_or(|(book, drawn)| drawn.fits(&book.plans)))
        })
    };
    let more = move || match fits() {
        false => t.planning.overtaken,
        true if desk.resumed.get().is_some_and(|rep| desk.rep.get() == Some(rep)) => t.planning.resumed,
        true => "",
    };
    unsaved::notice(t, move || desk.is_changed(), more, move || desk.discard())
}
