//! What screens see: the overlay first, the base behind it, and never what is in nobody's area.

use crate::support::browser::rows_in;
use crate::support::line::Line;
use crate::support::shop::{ELSEWHERE, SHOP, TERRITORY, answer, check_in, posting, shop};
use crate::support::{phone, record, sent, settled, start};
use device::{Change, Reach};
use domain::commands::Changes;
use domain::id::{OutletId, VisitId};
use domain::records::{Kind, Outlet, RecordKey, Visit};
use domain::{Index, Scope};
use std::cell::RefCell;
use std::rc::Rc;
use uuid::Uuid;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_first_pull_comes_page_by_page_and_is_complete() {
    let (device, server) = phone().await;
    server.get().page = 7;
    let mut changes = Changes::default();
    for n in 0..100 {
        changes = changes.and(shop(OutletId(Uuid::from_u128(1_000 + n)), TERRITORY));
    }
    server.write(&changes);
    device.sync_now();
    settled(&device, "the shops are here", |_| server.get().pulls > 14).await;
    assert_eq!(device.count::<Outlet>().await, Ok(101));
    assert_eq!(device.all::<Outlet>().await.map(|all| all.len()), Ok(101));
}

#[wasm_bindgen_test]
async fn a_phone_that_starts_without_a_network_knows_when_the_server_last_answered() {
    let (device, server) = phone().await;
    let answered = device.sync_state().complete_at;
    device.stop();
    server.set_line(Line::Cut);
    let device = start().await.expect("the store is there");
    let state = settled(&device, "it has tried", |state| state.reach == Reach::Offline).await;
    assert!(state.last_contact.is_some());
    assert_eq!(state.last_contact, answered);
}

#[wasm_bindgen_test]
async fn a_visit_is_found_by_its_shop_and_its_day_before_and_after_it_is_sent() {
    let (device, server) = phone().await;
    server.set_line(Line::Cut);
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    let today = device.today();
    let found = async || {
        let at: Vec<Visit> = device.find(Index::VisitsAt(SHOP)).await.expect("it can be read");
        let on: Vec<Visit> = device.find(Index::VisitsOn(today)).await.expect("it can be read");
        let none: Vec<Visit> = device.find(Index::VisitsAt(OutletId(Uuid::nil()))).await.expect("it can be read");
        (at.len(), on.len(), none.len(), device.count::<Visit>().await)
    };
    assert_eq!(found().await, (1, 1, 0, Ok(1)));
    server.set_line(Line::Up);
    sent(&device).await;
    assert_eq!(found().await, (1, 1, 0, Ok(1)));
    assert_eq!(rows_in("overlay").await, 0, "the base shows it now");

    // On top of the base again: the newer state is what is shown, once.
    server.set_line(Line::Cut);
    record(&device, answer(visit, true)).await;
    assert_eq!(found().await, (1, 1, 0, Ok(1)));
    let shown: Visit = device.get(visit).await.expect("it can be read").expect("it is there");
    assert_eq!(shown.answers.len(), 1);
}

#[wasm_bindgen_test]
async fn a_removed_record_goes_and_a_changed_one_is_told_of() {
    let (device, server) = phone().await;
    let told: Rc<RefCell<Vec<Change>>> = Rc::default();
    let teller = Rc::clone(&told);
    let _watch = device.watch(move |change| teller.borrow_mut().push(change.clone()));
    let other = OutletId(Uuid::from_u128(31));
    server.write(&Changes::put(shop(other, TERRITORY)));
    device.sync_now();
    settled(&device, "it is told", |_| told.borrow().iter().any(|change| change.touches(&[Kind::Outlet]))).await;
    assert_eq!(device.count::<Outlet>().await, Ok(2));

    told.borrow_mut().clear();
    server.write(&Changes::default().without(RecordKey::of::<Outlet>(other)));
    device.sync_now();
    settled(&device, "it is told", |_| told.borrow().iter().any(|change| change.touches(&[Kind::Outlet]))).await;
    assert_eq!(device.count::<Outlet>().await, Ok(1));
    assert!(device.get::<Outlet>(other).await.is_ok_and(|outlet| outlet.is_none()));
}

#[wasm_bindgen_test]
async fn a_lost_area_leaves_the_phone_but_not_what_was_done_in_it() {
    let (device, server) = phone().await;
    let visit: VisitId = device.new_id();
    record(&device, check_in(&device, visit)).await;
    sent(&device).await;
    server.set_line(Line::Cut);
    record(&device, answer(visit, true)).await;

    let user = server.get().author.user.id;
    server.get().author.assignments = vec![posting(user, 51, ELSEWHERE)];
    server.write(&Changes::put(shop(OutletId(Uuid::from_u128(32)), ELSEWHERE)));
    server.set_line(Line::Up);
    device.sync_now();
    settled(&device, "the area has changed hands", |_| {
        device.session().is_some_and(|session| !session.scopes.contains(&Scope::Territory(TERRITORY)))
    })
    .await;
    settled(&device, "nothing waits", |state| state.waiting == 0).await;
    let shops: Vec<Outlet> = device.all().await.expect("it can be read");
    assert_eq!(shops.iter().map(|shop| shop.territory).collect::<Vec<_>>(), [ELSEWHERE]);
    assert_eq!(device.count::<Visit>().await, Ok(0));
    assert_eq!(device.outbox(10).await.map(|rows| rows.len()), Ok(2), "the rep's own work stays in the outbox");
}
