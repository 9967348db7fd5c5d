//! What the marketing centre changes about products, and shops that managers add.

use crate::sample::*;
use domain::commands::{AddOutlet, AddProduct, ChangeProduct};
use domain::geo::Position;
use domain::id::ProductId;
use domain::limits::{MONEY_MOST, SHORT_TEXT_CHARS};
use domain::measure::Money;
use domain::records::*;
use domain::{Refusal, Scope};

fn stage() -> Stage {
    Stage::centre().having(a_product())
}

fn changed(change: fn(&mut Product)) -> Product {
    let mut after = a_product();
    change(&mut after);
    after
}

fn refused(change: fn(&mut Product)) -> Refusal {
    let after = changed(change);
    let refusal = stage().refusal(ChangeProduct::between(&a_product(), &after));
    let new = Product { id: id(49), ..after };
    assert_eq!(stage().refusal(AddProduct { product: new }), refusal, "a new one is held to the same");
    refusal
}

#[test]
fn what_differs_between_two_states_of_a_product_makes_the_one_of_the_other() {
    let after = changed(|product| {
        product.name = words("雪碧");
        product.barcode = "6901939621608".into();
        product.millilitres = 330;
        product.pieces_per_case = 12;
        product.case_price = Money(4_800);
        product.retail_price = Money(400);
        product.listed = false;
    });
    let stage = stage().after(ChangeProduct::between(&a_product(), &after));
    assert_eq!(stage.get::<Product>(id::<ProductId>(40)), &after);
    let only = ChangeProduct::between(&a_product(), &changed(|product| product.listed = false));
    assert_eq!((only.listed, only.name, only.case_price), (Some(false), None, None));
}

#[test]
fn a_product_is_added_under_a_number_of_its_own() {
    let add = AddProduct { product: Product { id: id(49), code: " CC330 ".into(), ..a_product() } };
    let stage = stage().after(add.clone());
    assert_eq!(stage.get::<Product>(id(49)).code, "CC330");
    assert_eq!(stage.refusal(add), Refusal::ProductUnfit);
    let unknown =
        ChangeProduct::between(&Product { id: id(48), ..a_product() }, &changed(|product| product.listed = false));
    assert_eq!(Stage::centre().refusal(unknown), Refusal::ProductUnfit);
}

#[test]
fn a_product_can_be_named_counted_and_paid() {
    assert_eq!(refused(|product| product.name = words(" ")), Refusal::WordsNeeded);
    assert_eq!(
        refused(|product| product.name = words(&"长".repeat(SHORT_TEXT_CHARS + 1))),
        Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 }
    );
    assert_eq!(refused(|product| product.pieces_per_case = 0), Refusal::ProductUnfit);
    assert_eq!(refused(|product| product.millilitres = 0), Refusal::ProductUnfit);
    assert_eq!(refused(|product| product.barcode = "6901939621609".into()), Refusal::ProductUnfit);
    let amount = Refusal::AmountUnfit { most: Money(MONEY_MOST) };
    assert_eq!(refused(|product| product.case_price = Money(-1)), amount);
    assert_eq!(refused(|product| product.retail_price = Money(MONEY_MOST + 1)), amount);
}

#[test]
fn a_region_sells_products_and_does_not_make_them() {
    let change = ChangeProduct::between(&a_product(), &changed(|product| product.listed = false));
    assert_eq!(Stage::manager().having(a_product()).refusal(change.clone()), Refusal::NotYourRole);
    assert_eq!(Stage::rep().having(a_product()).refusal(change), Refusal::NotYourRole);
    let add = AddProduct { product: Product { id: id(49), ..a_product() } };
    assert_eq!(Stage::manager().refusal(add), Refusal::NotYourRole);
}

#[test]
fn no_two_shops_of_a_region_and_no_two_products_have_one_code() {
    let taken = || Refusal::CodeTaken { code: "HD0999".into() };
    let ground = || {
        let beside = a_territory(other_territory(), region());
        Stage::manager().having(a_territory(territory(), region())).having(beside)
    };
    let elsewhere = Outlet { id: id(38), territory: other_territory(), open: false, ..a_new_shop() };
    let add = AddOutlet { outlet: Outlet { code: " HD0999".into(), ..a_new_shop() } };
    assert_eq!(ground().having(elsewhere.clone()).refusal(add.clone()), taken(), "nor the one of a closed shop");
    let far = Outlet { territory: id(77), ..elsewhere.clone() };
    let other_region = ground().having(a_territory(id(77), id(78))).having(far);
    assert_eq!(other_region.after(add.clone()).get::<Outlet>(id(39)).code, "HD0999", "each region numbers its own");
    let place = Outlet { partner: true, ..elsewhere };
    assert_eq!(
        ground().having(place).after(add).get::<Outlet>(id(39)).code,
        "HD0999",
        "the place of a partner has none"
    );
    let product = Product { id: id(49), ..a_product() };
    assert_eq!(stage().refusal(AddProduct { product }), Refusal::CodeTaken { code: "CC500".into() });
}

fn a_new_shop() -> Outlet {
    Outlet { id: id(39), code: "HD0999".into(), initials: String::new(), ..an_outlet() }
}

#[test]
fn a_manager_adds_a_shop_to_a_territory_of_theirs() {
    let stage = || Stage::manager().having(a_territory(territory(), region()));
    let closed = Outlet { open: false, initials: "zz".into(), ..a_new_shop() };
    let with_it = stage().after(AddOutlet { outlet: closed });
    let shop = with_it.get::<Outlet>(id(39));
    assert_eq!((shop.initials.as_str(), shop.open), ("hmcs", true), "what follows from it is not said by anybody");
    let refused = |outlet| stage().refusal(AddOutlet { outlet });
    assert_eq!(refused(an_outlet()), Refusal::OutletUnfit, "it is there already");
    assert_eq!(refused(Outlet { partner: true, ..a_new_shop() }), Refusal::OutletUnfit);
    let nowhere = Position { lat: 100_000_000, lon: 0 };
    assert_eq!(refused(Outlet { position: nowhere, ..a_new_shop() }), Refusal::OutletUnfit);
    assert_eq!(refused(Outlet { code: " ".into(), ..a_new_shop() }), Refusal::WordsNeeded);
    assert_eq!(refused(Outlet { territory: other_territory(), ..a_new_shop() }), Refusal::PostingUnfit);
    let long = "店".repeat(SHORT_TEXT_CHARS + 1);
    assert_eq!(refused(Outlet { address: long, ..a_new_shop() }), Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 });
    assert_eq!(Stage::rep().refusal(AddOutlet { outlet: a_new_shop() }), Refusal::NotYourRole);
    let outside = stage().holding(vec![Scope::Company, Scope::Territory(other_territory())]);
    assert!(matches!(outside.refusal(AddOutlet { outlet: a_new_shop() }), Refusal::OutsideYourArea { .. }));
}
