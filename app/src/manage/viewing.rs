//! Looking at a visit is written down once a day, so that its rep can see who did (F114).

use crate::state::{Me, Phone, live};
use domain::commands::ViewVisit;
use domain::id::VisitId;
use domain::records::{Viewing, Visit};
use domain::{Command, Index, Kind};
use leptos::prelude::*;

/// Notes it as soon as the visit is there to be seen. The rules would take a second note of the day as none; asking
/// first keeps it out of the outbox.
pub fn note(me: &Me, id: VisitId) {
    let (viewer, offset) = (me.id, me.offset);
    let noted = StoredValue::new(false);
    let unseen = live(&[Kind::Visit, Kind::Viewing], move |phone| async move {
        let Some(visit) = phone.get::<Visit>(id).await else { return false };
        let today = phone.now().date(offset);
        let known = phone.find::<Viewing>(Index::ViewingsOf(id)).await;
        visit.rep != viewer && !known.iter().any(|viewing| viewing.viewer == viewer && viewing.day == today)
    });
    Effect::new(move |_| {
        if unseen.get() == Some(true) && !noted.get_value() {
            noted.set_value(true);
            crate::state::spawn(async move {
                // A note that cannot be kept is none of the manager's business: the next look makes it again.
                drop(Phone.record(Command::from(ViewVisit { viewing: Phone.new_id(), visit: id })).await);
            });
        }
    });
}
