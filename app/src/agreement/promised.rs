//! How the promises of an agreement are kept, as far as this phone knows: for its own page and for the file of its partner.

use crate::state::Phone;
use domain::Index;
use domain::id::OutletId;
use domain::order::InOrder;
use domain::records::{Agreement, Checklist, Claim, Outlet, Product, Purpose, Task, Visit};
use domain::rules::guarantee::{Place, Promise, Seen, promises};
use domain::time::Offset;
use jiff::civil::Date;

/// See the module. `others` are the agreements of the region.
pub async fn promised(
    phone: Phone,
    agreement: &Agreement,
    others: &[Agreement],
    products: &[Product],
    day: (Date, Offset),
) -> [Promise; 4] {
    let place = OutletId(agreement.candidate.0);
    let claims = phone.find::<Claim>(Index::ClaimsAbout(agreement.candidate)).await;
    // Visits and tasks lie where the place does: on the phones of its territory.
    let is_here = phone.get::<Outlet>(place).await.is_some();
    let (serviced, owed) = match is_here {
        true => (serviced(phone, place).await, phone.find::<Task>(Index::TasksAt(place)).await),
        false => (None, Vec::new()),
    };
    let place = is_here.then_some(Place { serviced: serviced.as_ref(), owed: &owed });
    promises(agreement, &Seen { others, products, claims: &claims, place }, day)
}

/// The last finished service visit.
async fn serviced(phone: Phone, place: OutletId) -> Option<Visit> {
    let mut visits = phone.find::<Visit>(Index::VisitsAt(place)).await;
    visits.retain(|visit| !visit.is_open());
    visits.order_by_key(|visit| std::cmp::Reverse((visit.check_in.at, visit.id)));
    for visit in visits {
        let list = phone.get::<Checklist>(visit.checklist).await;
        if list.is_some_and(|list| list.purpose == Purpose::Service) {
            return Some(visit);
        }
    }
    None
}
