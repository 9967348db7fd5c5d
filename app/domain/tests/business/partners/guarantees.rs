//! The four guarantees, each with what there is to show for it (F55, S15-S18).

use crate::sample::*;
use domain::language::Words;
use domain::limits::MARGIN_FLOOR;
use domain::measure::{Money, Share};
use domain::records::*;
use domain::rules::guarantee::*;
use domain::time::{DAY as A_DAY, Moment, Offset};
use jiff::civil::{Date, date};

struct Look {
    agreement: Agreement,
    others: Vec<Agreement>,
    products: Vec<Product>,
    claims: Vec<Claim>,
    serviced: Option<Visit>,
    owed: Vec<Task>,
    is_here: bool,
    today: Date,
}

impl Look {
    fn at(agreement: Agreement) -> Self {
        Self {
            agreement,
            others: vec![],
            products: vec![a_product(40, 6_000, 500)],
            claims: vec![told(Witness::Themselves, 7, morning())],
            serviced: Some(a_visit()),
            owed: vec![],
            is_here: true,
            today: DAY,
        }
    }

    fn promise(&self, guarantee: Guarantee) -> Promise {
        let Self { agreement, others, products, claims, serviced, owed, is_here, today } = self;
        let place = is_here.then_some(Place { serviced: serviced.as_ref(), owed });
        let all = promises(agreement, &Seen { others, products, claims, place }, (*today, Offset::CHINA));
        assert_eq!(
            all.each_ref().map(|promise| promise.guarantee),
            [Guarantee::Ground, Guarantee::Margin, Guarantee::Term, Guarantee::Service]
        );
        all.into_iter().find(|promise| promise.guarantee == guarantee).unwrap()
    }

    /// The only proof of a promise.
    fn proof(&self, guarantee: Guarantee) -> Proof {
        let [proof] = <[Proof; 1]>::try_from(self.promise(guarantee).proofs).unwrap();
        proof
    }

    fn margin(&self) -> Vec<(Light, Shown)> {
        let proofs = self.promise(Guarantee::Margin).proofs;
        proofs.into_iter().map(|proof| (proof.light, proof.shown)).collect()
    }

    fn service(&self) -> Vec<(Light, Shown)> {
        let proofs = self.promise(Guarantee::Service).proofs;
        proofs.into_iter().map(|proof| (proof.light, proof.shown)).collect()
    }
}

fn running() -> Look {
    Look::at(active(an_agreement()))
}

fn with_terms(terms: Terms) -> Agreement {
    active(Agreement { terms, ..an_agreement() })
}

/// Fifteen pieces in a case.
fn a_product(number: u128, case: i64, piece: i64) -> Product {
    Product {
        id: id(number),
        code: format!("C{number}"),
        name: Words::new(format!("汁{number}"), ""),
        barcode: String::new(),
        millilitres: 500,
        pieces_per_case: 15,
        case_price: Money(case),
        retail_price: Money(piece),
        listed: true,
    }
}

fn told(witness: Witness, days: i64, at: Moment) -> Claim {
    Claim { topic: Topic::Delivery, at, ..claim(witness, "刘鑫", Said::Number(days)) }
}

/// Without a price for shops, of which a tenth is off.
fn least(number: u128, buys: i64, sells: i64, own: u32) -> Shown {
    let product = Words::new(format!("汁{number}"), "");
    Shown::Least { product, buys: Money(buys), shop: None, sells: Money(sells), own: Share(own) }
}

fn delivered(days: i64) -> Shown {
    Shown::Delivered { days, promised: 7, who: "刘鑫".into() }
}

fn proof(light: Light, shown: Shown, on: Option<Date>, again: Option<Date>) -> Proof {
    Proof { light, shown, on, again }
}

#[test]
fn who_is_alone_in_their_ground_is_so_until_the_last_day() {
    let of = Guarantee::Ground;
    assert_eq!(running().proof(of), proof(Light::Green, Shown::Alone, None, Some(YEAR_END)));
    let other = Agreement { terms: Terms { from: date(2026, 6, 1), ..terms() }, ..active(others(201)) };
    let shown = Shown::With { partner: "广源副食".into(), places: vec!["区130402".into()] };
    let look = Look { others: vec![other, active(an_agreement())], ..running() };
    assert_eq!(look.proof(of), proof(Light::Red, shown, Some(date(2026, 6, 1)), None));
    let draft = Look { others: vec![others(201)], ..running() };
    assert_eq!(draft.promise(of).light(), Light::Green, "a draft harms nobody");
}

#[test]
fn the_margin_is_what_lies_between_the_case_and_the_guide_price_of_its_pieces_without_the_tenth_of_the_shop() {
    // 52.00 agreed against 75.00 on the shelf.
    let agreed = (Light::Green, Shown::Prices(1));
    assert_eq!(running().margin(), [(Light::Green, least(40, 5_200, 7_500, 2_066)), agreed.clone()]);
    assert_eq!(running().promise(Guarantee::Margin).proofs[1].on, Some(DAY), "as of the first day of the terms");
    let bare = Look::at(with_terms(Terms { prices: vec![], ..terms() }));
    let by_list = [(Light::Amber, Shown::ListPrices), (Light::Green, least(40, 6_000, 7_500, 1_000))];
    assert_eq!(bare.margin(), by_list, "list prices protect it less");
    let unknown = Look { products: vec![], ..running() };
    assert_eq!(unknown.margin(), [agreed], "nothing is said of a product that this phone does not know");
}

#[test]
fn the_product_that_leaves_least_decides_and_less_than_the_floor_is_red() {
    let product = |number, piece| a_product(number, 6_000, piece);
    let floor = i64::from(MARGIN_FLOOR.0);
    assert_eq!(floor, 500, "the figures below are of this floor and of a tenth for the shop");
    // 60.00 a case against 70.59 and 70.50: just above and just below.
    let (enough, thin) = (Product { pieces_per_case: 1, ..product(41, 7_059) }, product(42, 470));
    let look = |products| Look { products, ..running() };
    assert_eq!(look(vec![product(40, 500), enough.clone()]).margin()[0].0, Light::Green);
    let found = look(vec![product(40, 500), enough, thin]);
    assert_eq!(found.margin()[0], (Light::Red, least(42, 6_000, 7_050, 489)));
    assert_eq!(found.promise(Guarantee::Margin).light(), Light::Red);
    let all = margins(&found.agreement, &found.products);
    assert_eq!(all.iter().map(|margin| margin.own.0).collect::<Vec<_>>(), [489, 500, 2_066]);
    assert_eq!(
        all.iter().map(|margin| (margin.is_thin(), margin.agreed)).collect::<Vec<_>>()[..2],
        [(true, false), (false, false)]
    );
    let dearer = look(vec![product(40, 300)]);
    assert_eq!(dearer.margin()[0], (Light::Red, least(40, 5_200, 4_500, 0)), "dearer than on the shelf");
}

#[test]
fn each_of_the_chain_keeps_what_is_their_own_and_nobody_counts_on_anothers() {
    // 75.00 on the shelf: ex works 45.00, the partner pays 52.00, a shop 66.00.
    let line = |price, ex_works: Option<i64>, shop: Option<i64>| {
        let (ex_works, shop) = (ex_works.map(Money), shop.map(Money));
        vec![PriceLine { product: id(40), price: Money(price), ex_works, shop }]
    };
    let of = |prices| Look::at(with_terms(Terms { prices, ..terms() }));
    let chain = |look: &Look| {
        let all = margins(&look.agreement, &look.products);
        all[0].chain.map(|link| (link.who, link.keeps.map(|share| share.0)))
    };
    let whole = of(line(5_200, Some(4_500), Some(6_600)));
    let keeps =
        |dealer, partner, shop| [(Earner::Dealer, dealer), (Earner::SubDistributor, partner), (Earner::Shop, shop)];
    assert_eq!(chain(&whole), keeps(Some(933), Some(1_866), Some(1_200)), "of what the consumer pays");
    let least = |buys, shop, own| {
        let product = Words::new("汁40", "");
        Shown::Least { product, buys: Money(buys), shop: Some(Money(shop)), sells: Money(7_500), own: Share(own) }
    };
    assert_eq!(whole.margin()[0], (Light::Green, least(5_200, 6_600, 1_866)));
    assert_eq!(chain(&of(line(5_200, None, None))), keeps(None, None, None), "what is not agreed is not guessed");

    // The shop keeps a third, and the partner a hundredth: that shops do well is no protection of the partner.
    let poor = of(line(5_000, None, Some(5_075)));
    assert_eq!(poor.margin()[0], (Light::Red, least(5_000, 5_075, 100)));
    // The partner keeps a quarter, and the shop 5 of 100.
    let rich = of(line(5_200, None, Some(7_125)));
    assert_eq!(rich.promise(Guarantee::Margin).light(), Light::Amber);
    let starve = Shown::ShopsStarve { product: Words::new("汁40", ""), keeps: Share(500) };
    assert_eq!(rich.margin()[..2], [(Light::Amber, starve), (Light::Green, least(5_200, 7_125, 2_566))]);
    let loss = of(line(5_200, Some(5_300), Some(5_100)));
    assert_eq!(chain(&loss), keeps(Some(0), Some(0), Some(3_200)), "a loss is nothing");
    assert_eq!(loss.margin()[0].0, Light::Red);
}

#[test]
fn only_what_the_agreement_is_about_counts_and_only_where_there_is_a_guide_price() {
    let gone = Product { listed: false, ..a_product(43, 9_000, 100) };
    let unpriced = a_product(44, 9_000, 0);
    let huge = Product { pieces_per_case: u32::MAX, retail_price: Money(i64::MAX), ..a_product(45, 1, 1) };
    let other = a_product(46, 7_400, 500);
    let products = vec![a_product(40, 6_000, 500), gone.clone(), unpriced, huge, other];
    let of = |terms: Terms| {
        let agreement = with_terms(terms);
        margins(&agreement, &products).into_iter().map(|margin| margin.product.id).collect::<Vec<_>>()
    };
    assert_eq!(of(terms()), [id(46), id(40)]);
    assert_eq!(of(Terms { products: vec![id(40)], ..terms() }), [id(40)], "the others are not in it");
    let prices = vec![PriceLine { product: gone.id, price: Money(1_000), ex_works: None, shop: None }];
    assert_eq!(of(Terms { products: vec![id(40)], prices, ..terms() }), [id(40), id(43)], "what has a price is in it");
}

#[test]
fn a_term_is_green_then_amber_and_over_red() {
    let of = Guarantee::Term;
    let on = |today| Look { today, ..running() }.proof(of);
    assert_eq!(on(DAY), proof(Light::Green, Shown::Left(364), None, Some(YEAR_END)));
    assert_eq!(on(date(2026, 12, 7)).light, Light::Green);
    assert_eq!(on(date(2026, 12, 8)), proof(Light::Amber, Shown::Left(90), None, Some(YEAR_END)));
    assert_eq!(on(YEAR_END), proof(Light::Amber, Shown::Left(0), None, Some(YEAR_END)));
    assert_eq!(on(date(2027, 3, 9)), proof(Light::Red, Shown::NotInForce, Some(YEAR_END), None));
    let eve = proof(Light::Green, Shown::Ahead, None, Some(DAY));
    assert_eq!(on(date(2026, 3, 8)), eve, "approved for a day to come: nothing is broken");
    assert_eq!(Look::at(signed(an_agreement())).promise(of).light(), Light::Red, "not approved");
    let ahead = Look { today: date(2026, 3, 8), claims: vec![], serviced: None, ..running() };
    assert_eq!(ahead.service(), [(Light::Green, Shown::Ahead)], "nor does anything have to be delivered");
}

#[test]
fn a_delivery_is_what_the_partner_says_of_it_and_never_what_the_dealer_does() {
    let of = |claims| Look { claims, ..running() }.service()[0].clone();
    let said = |witness, days| of(vec![told(witness, days, morning())]);
    let unconfirmed = (Light::Amber, Shown::Unconfirmed(7));
    assert_eq!(of(vec![]), unconfirmed, "nobody knows is not that it is well");
    assert_eq!(said(Witness::Dealer, 3), unconfirmed);
    for witness in [Witness::Peer, Witness::Network, Witness::Seen] {
        assert_eq!(said(witness, 3), unconfirmed, "of {witness:?}");
    }
    assert_eq!(said(Witness::Themselves, 7), (Light::Green, delivered(7)));
    assert_eq!(said(Witness::Employee, 8), (Light::Red, delivered(8)));
    let before = told(Witness::Themselves, 3, morning().plus(-A_DAY));
    assert_eq!(of(vec![before]), unconfirmed, "before the agreement they spoke of something else");
    let later = told(Witness::Employee, 9, morning().plus(A_DAY));
    let both = vec![later.clone(), told(Witness::Themselves, 7, morning())];
    assert_eq!(of(both), (Light::Red, delivered(9)), "the last word counts");
    let other = Claim { candidate: id(999), ..later };
    assert_eq!(of(vec![other]), unconfirmed, "what another partner says is not theirs");
}

#[test]
fn a_word_on_deliveries_grows_old_and_is_asked_for_again() {
    let on = |day| Look { today: day, ..running() }.promise(Guarantee::Service).proofs;
    let word = |day| on(day).into_iter().find(|proof| proof.shown == delivered(7)).unwrap();
    let april = date(2026, 4, 8);
    assert_eq!(word(april), proof(Light::Green, delivered(7), Some(DAY), Some(april)));
    assert_eq!(word(date(2026, 4, 9)).light, Light::Amber);
    assert_eq!(word(date(2026, 8, 1)).light, Light::Amber, "an old word is no broken promise");
}

#[test]
fn service_is_a_visit_in_the_last_month_that_found_nothing_amiss() {
    let ago = |days: i64| {
        let mut visit = a_visit();
        visit.check_in.at = morning().plus(-days * A_DAY);
        Look { serviced: Some(visit), ..running() }
    };
    let visited = |look: &Look| {
        let proofs = look.promise(Guarantee::Service).proofs;
        proofs.into_iter().find(|proof| matches!(proof.shown, Shown::Visited(_) | Shown::Unvisited(_))).unwrap()
    };
    let today = proof(Light::Green, Shown::Visited(0), Some(DAY), Some(date(2026, 4, 8)));
    assert_eq!(visited(&ago(0)), today);
    let found = [30, 31, 60, 61].map(|days| visited(&ago(days)));
    assert_eq!(found.each_ref().map(|proof| proof.light), [Light::Green, Light::Amber, Light::Amber, Light::Red]);
    let shown = found.map(|proof| proof.shown);
    let wanted = [Shown::Visited(0), Shown::Unvisited(31), Shown::Unvisited(60), Shown::Unvisited(61)];
    assert_eq!(shown, wanted, "who comes late did not come in time");
    let item = |points| ItemScore { item: "on_time".into(), points, out_of: 10 };
    let items = vec![item(0), item(10)];
    let score = Score { share: Share(5_000), points: 10, out_of: 20, band: Band::Fail, knocked_out: vec![], items };
    let lacking = Look { serviced: Some(Visit { score: Some(score), ..a_visit() }), ..running() };
    assert_eq!((visited(&lacking).light, visited(&lacking).shown), (Light::Amber, Shown::Visited(1)));
    let never = Look { serviced: None, ..running() };
    assert_eq!(never.service()[0], (Light::Amber, Shown::NeverVisited));
    let elsewhere = Look { is_here: false, ..running() };
    let known = [(Light::Amber, Shown::Elsewhere), (Light::Green, delivered(7))];
    assert_eq!(elsewhere.service(), known, "what is on other phones is not taken for absent");
}

#[test]
fn what_was_asked_for_and_is_overdue_breaks_the_service() {
    let task = |due, closed| Task { due, closed, ..a_follow_up() };
    let yesterday = date(2026, 3, 8);
    let owed = vec![task(yesterday, None), task(DAY, None), task(yesterday, Some(closing(None, false)))];
    let late = Look { owed, ..running() }.promise(Guarantee::Service);
    assert_eq!(late.light(), Light::Red);
    assert_eq!(late.proofs[0], proof(Light::Red, Shown::Overdue(1), Some(yesterday), None), "what is done is not owed");
}
