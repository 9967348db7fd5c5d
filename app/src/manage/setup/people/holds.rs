//! What a phone holds before a change and after it, counted among the records that this device has of the region.

use super::Staff;
use crate::state::Phone;
use crate::text::Texts;
use domain::records::{
    Agreement, Candidate, Checklist, Claim, DisplayStandard, JourneyPlan, LastVisit, Outlet, Photo, Product, Record,
    Sighting, Task, User, Verdict, Visit,
};
use domain::rules::holding::{Holding, Posting, before_and_after};
use domain::rules::reach::Directory;
use domain::{Kind, Scope};
use leptos::prelude::*;

/// The kinds that have a line of their own.
const NAMED: [Kind; 4] = [Kind::Outlet, Kind::Visit, Kind::Photo, Kind::Task];

/// Before and after.
pub type Both = [Holding; 2];

/// Counts them, one kind after the other: a region is too much to be looked at at once.
pub async fn read(phone: Phone, staff: &Staff, user: &User, change: &Posting) -> Both {
    let territories: Vec<_> = staff.territories.iter().map(|one| (one.id, one.region)).collect();
    let directory = Directory { territories: &territories, assignments: &staff.postings, offset: staff.offset };
    let scopes = before_and_after(user, &directory, change);
    let mut both = Both::default();
    count::<Outlet>(phone, &scopes, &mut both).await;
    count::<Visit>(phone, &scopes, &mut both).await;
    count::<Photo>(phone, &scopes, &mut both).await;
    count::<Task>(phone, &scopes, &mut both).await;
    count::<Verdict>(phone, &scopes, &mut both).await;
    count::<JourneyPlan>(phone, &scopes, &mut both).await;
    count::<LastVisit>(phone, &scopes, &mut both).await;
    count::<Sighting>(phone, &scopes, &mut both).await;
    count::<Candidate>(phone, &scopes, &mut both).await;
    count::<Claim>(phone, &scopes, &mut both).await;
    count::<Agreement>(phone, &scopes, &mut both).await;
    count::<Checklist>(phone, &scopes, &mut both).await;
    count::<DisplayStandard>(phone, &scopes, &mut both).await;
    count::<Product>(phone, &scopes, &mut both).await;
    both
}

async fn count<R: Record>(phone: Phone, scopes: &[Vec<Scope>; 2], both: &mut Both) {
    let records = phone.all::<R>().await;
    for (held, scopes) in both.iter_mut().zip(scopes) {
        held.take(&records, scopes);
    }
}

/// The two beside each other.
pub fn table(t: Texts, [before, after]: &Both) -> AnyView {
    let row = |words: &'static str, old: String, new: String| {
        let changed = old != new;
        view! {
            <tr>
                <th scope="row">{words}</th>
                <td>{old}</td>
                <td>{if changed { view! { <b>{new}</b> }.into_any() } else { new.into_any() }}</td>
            </tr>
        }
    };
    let counted = NAMED.into_iter().zip(t.people.kinds);
    let rows = counted.map(|(kind, words)| row(words, before.of(kind).to_string(), after.of(kind).to_string()));
    view! {
        <table class="holds">
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{t.people.before}</th>
                    <th scope="col">{t.people.after}</th>
                </tr>
            </thead>
            <tbody>
                {rows.collect_view()}
                {row(t.people.others, before.beside(&NAMED).to_string(), after.beside(&NAMED).to_string())}
                {row(t.people.weight, (t.measure.bytes)(before.bytes), (t.measure.bytes)(after.bytes))}
            </tbody>
        </table>
    }
    .into_any()
}
