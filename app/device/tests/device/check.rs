//! What a disk has lost or spoilt of the base is found by comparing digests, and fetched again.

use crate::support::browser::{in_store, rows_in};
use crate::support::server::Server;
use crate::support::shop::{SHOP, TERRITORY, shop};
use crate::support::{phone, pulled};
use device::Device;
use domain::id::OutletId;
use domain::records::Outlet;
use domain::{Changes, Scope};
use gloo_timers::future::TimeoutFuture;
use uuid::Uuid;
use wasm_bindgen_test::wasm_bindgen_test;

/// A comparison is due again.
async fn forget_comparisons() {
    in_store("status", "readwrite", "await ask(store.delete('check'));").await;
}

/// Whether one has been made since.
async fn has_compared() -> bool {
    in_store("status", "readonly", "return (await ask(store.get('check'))) !== undefined;").await.is_truthy()
}

/// Exchanges until a comparison was made: nothing is compared right after a start.
async fn compared(device: &Device, server: &Server) {
    forget_comparisons().await;
    for _ in 0..300 {
        pulled(device, server).await;
        if has_compared().await {
            return;
        }
        TimeoutFuture::new(200).await;
    }
    panic!("nothing was ever compared");
}

async fn phone_with_shops() -> (Device, Server) {
    let (device, server) = phone().await;
    let mut changes = Changes::default();
    for n in 0..450 {
        changes = changes.and(shop(OutletId(Uuid::from_u128(1_000 + n)), TERRITORY));
    }
    server.write(&changes);
    pulled(&device, &server).await;
    assert_eq!(device.count::<Outlet>().await, Ok(451));
    (device, server)
}

#[wasm_bindgen_test]
async fn a_base_that_is_right_is_compared_and_left_alone() {
    let (device, server) = phone_with_shops().await;
    compared(&device, &server).await;
    let pulls = server.get().pulls;
    pulled(&device, &server).await;
    assert_eq!(server.get().pulls, pulls + 1, "the next comparison is tomorrow's");
    assert!(server.get().differing.is_empty());
}

#[wasm_bindgen_test]
async fn what_the_disk_has_lost_or_spoilt_is_found_and_fetched_again() {
    let (device, server) = phone_with_shops().await;
    in_store(
        "base",
        "readwrite",
        "const rows = await ask(store.getAll());
         const shops = rows.filter((row) => row.kind === 'outlet');
         const [lost, stale, stray] = shops.slice(-3);
         await ask(store.delete(lost.key));
         const old = JSON.stringify({ name: '旧名超市' });
         await ask(store.put({ ...stale, version: stale.version - 1, body: old }));
         await ask(store.put({ ...stray, scope: 'territory:00000000-0000-0000-0000-000000000063' }));
         await ask(store.put({ ...stray, key: 'outlet/00000000-0000-0000-0000-0000000000ff', version: 99999 }));",
    )
    .await;
    compared(&device, &server).await;
    // The exchange that compared may still be under way, and be the one that is waited for.
    for _ in 0..3 {
        pulled(&device, &server).await;
        if device.count::<Outlet>().await == Ok(451) {
            break;
        }
    }
    assert_eq!(device.count::<Outlet>().await, Ok(451));
    let shops: Vec<Outlet> = device.all().await.expect("it can be read");
    assert!(shops.iter().all(|shop| shop.name == "惠民超市"));
    let rows = "return (await ask(store.getAll())).filter((row) => row.scope.endsWith('63')).length;";
    assert_eq!(in_store("base", "readonly", rows).await.as_f64(), Some(0.0));
    assert!(server.get().differing.contains(&Scope::Territory(TERRITORY)), "whoever runs the server hears of it");
    assert!(device.get::<Outlet>(SHOP).await.is_ok_and(|shop| shop.is_some()));
}

#[wasm_bindgen_test]
async fn a_server_whose_digests_are_wrong_costs_two_repairs_and_no_record() {
    let (device, server) = phone_with_shops().await;
    server.get().wrong_digests = true;
    let rows = rows_in("base").await;
    compared(&device, &server).await;
    let pulls = server.get().pulls;
    for _ in 0..3 {
        pulled(&device, &server).await;
    }
    assert_eq!(server.get().pulls, pulls + 3, "it is not tried for ever");
    assert_eq!(rows_in("base").await, rows);
}
