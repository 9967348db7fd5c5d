//! The four guarantees, each with what there is to show for it (F55, S15-S18).

use crate::sample::*;
use domain::records::*;
use domain::rules::guarantee::*;
use domain::time::{DAY as A_DAY, Moment, Offset};
use jiff::civil::{Date, date};

struct Look {
    agreement: Agreement,
    others: Vec<Agreement>,
    last_visit: Option<Moment>,
    owed: Vec<Task>,
    today: Date,
}

impl Look {
    fn at(agreement: Agreement) -> Self {
        Self { agreement, others: vec![], last_visit: Some(morning()), owed: vec![], today: DAY }
    }

    fn promise(&self, guarantee: Guarantee) -> Promise {
        let Self { agreement, others, last_visit, owed, today } = self;
        let all = promises(agreement, others, *last_visit, owed, (*today, Offset::CHINA));
        assert_eq!(
            all.each_ref().map(|promise| promise.guarantee),
            [Guarantee::Ground, Guarantee::Margin, Guarantee::Term, Guarantee::Service]
        );
        all.into_iter().find(|promise| promise.guarantee == guarantee).unwrap()
    }
}

fn running() -> Look {
    Look::at(active(an_agreement()))
}

fn promise(guarantee: Guarantee, light: Light, shown: Shown, date: Option<Date>) -> Promise {
    Promise { guarantee, light, shown, date }
}

#[test]
fn who_is_alone_in_their_ground_is_so_until_the_last_day() {
    let of = Guarantee::Ground;
    assert_eq!(running().promise(of), promise(of, Light::Green, Shown::Alone, Some(YEAR_END)));
    let other = Agreement { terms: Terms { from: date(2026, 6, 1), ..terms() }, ..active(others(201)) };
    let shown = Shown::With { partner: "广源副食".into(), places: vec!["区130402".into()] };
    let look = Look { others: vec![other, active(an_agreement())], ..running() };
    assert_eq!(look.promise(of), promise(of, Light::Red, shown, Some(date(2026, 6, 1))));
    let draft = Look { others: vec![others(201)], ..running() };
    assert_eq!(draft.promise(of).light, Light::Green, "a draft harms nobody");
}

#[test]
fn prices_that_are_agreed_protect_the_margin_and_list_prices_do_so_less() {
    let of = Guarantee::Margin;
    assert_eq!(running().promise(of), promise(of, Light::Green, Shown::Prices(1), Some(DAY)));
    let bare = active(Agreement { terms: Terms { prices: vec![], ..terms() }, ..an_agreement() });
    assert_eq!(Look::at(bare).promise(of), promise(of, Light::Amber, Shown::ListPrices, Some(DAY)));
}

#[test]
fn a_term_is_green_then_amber_and_over_red() {
    let of = Guarantee::Term;
    let on = |today| Look { today, ..running() }.promise(of);
    assert_eq!(on(DAY), promise(of, Light::Green, Shown::Left(364), Some(YEAR_END)));
    assert_eq!(on(date(2026, 12, 7)).light, Light::Green);
    assert_eq!(on(date(2026, 12, 8)), promise(of, Light::Amber, Shown::Left(90), Some(YEAR_END)));
    assert_eq!(on(YEAR_END), promise(of, Light::Amber, Shown::Left(0), Some(YEAR_END)));
    assert_eq!(on(date(2027, 3, 9)), promise(of, Light::Red, Shown::NotInForce, Some(YEAR_END)));
    let eve = promise(of, Light::Green, Shown::Ahead, Some(DAY));
    assert_eq!(on(date(2026, 3, 8)), eve, "approved for a day to come: nothing is broken");
    assert_eq!(Look::at(signed(an_agreement())).promise(of).light, Light::Red, "not approved");
}

#[test]
fn service_is_a_visit_in_the_last_month_and_nothing_overdue() {
    let of = Guarantee::Service;
    let ago = |days: i64| Look { last_visit: Some(morning().plus(-days * A_DAY)), ..running() }.promise(of);
    assert_eq!(ago(0), promise(of, Light::Green, Shown::Visited, Some(date(2026, 4, 8))));
    let lights = [30, 31, 60, 61].map(|days| ago(days).light);
    assert_eq!(lights, [Light::Green, Light::Amber, Light::Amber, Light::Red]);
    let shown = [30, 31, 61].map(|days| ago(days).shown);
    assert_eq!(
        shown,
        [Shown::Visited, Shown::Unvisited(31), Shown::Unvisited(61)],
        "who comes late did not come in time"
    );
    let never = Look { last_visit: None, ..running() };
    assert_eq!(never.promise(of), promise(of, Light::Amber, Shown::NeverVisited, None));
    let task = |due, closed| Task { due, closed, ..a_follow_up() };
    let yesterday = date(2026, 3, 8);
    let owed = vec![task(yesterday, None), task(DAY, None), task(yesterday, Some(closing(None, false)))];
    let late = Look { owed, ..running() };
    assert_eq!(late.promise(of), promise(of, Light::Red, Shown::Overdue(1), Some(DAY)), "what is done is not owed");
}
