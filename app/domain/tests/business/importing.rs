//! Routes from a table: what rows make together, what keeps a route out, and what stays as it was planned.

use crate::sample::*;
use domain::AnyRecord;
use domain::language::Language;
use domain::records::*;
use domain::rules::import::{Fault, Field, Known, Line, Plan, Sort, Why, plan, recognise, walked};
use domain::rules::plan::is_walked_on;
use domain::time::DateWindow;
use jiff::ToSpan;
use jiff::civil::Date;

const HEAD: &str = "业务代表,路线,星期,频率,顺序,网点编码,起始日期";

fn tomorrow() -> Date {
    DAY.tomorrow().unwrap()
}

fn shop(number: u128) -> Outlet {
    Outlet { id: id(number), code: format!("S{number}"), name: format!("店{number}"), ..an_outlet() }
}

fn a_route() -> JourneyPlan {
    JourneyPlan {
        id: id(45),
        territory: territory(),
        region: region(),
        rep: rep(),
        name: "丛台二线".into(),
        weekdays: vec![1],
        weeks: Weeks::Every,
        window: DateWindow { from: DAY.saturating_sub(70.days()), until: None },
        skip: vec![],
        stops: vec![id(30), id(31)],
    }
}

/// A rep with a route of two shops; two more are on none, one has closed, one lies elsewhere.
fn ground() -> Vec<AnyRecord> {
    let mut all: Vec<AnyRecord> = vec![
        Territory { name: words("丛台"), ..a_territory(territory(), region()) }.into(),
        Territory { name: words("永年"), ..a_territory(other_territory(), region()) }.into(),
        user(rep(), Role::Rep).into(),
        User { name: "韩经理".into(), ..user(manager(), Role::RegionalManager) }.into(),
        a_posting().into(),
        a_route().into(),
    ];
    all.extend([30, 31, 32, 33].map(|number| shop(number).into()));
    all.push(Outlet { open: false, ..shop(34) }.into());
    all.push(Outlet { territory: other_territory(), ..shop(35) }.into());
    all
}

fn table_on(ground: &[AnyRecord], rows: &[&str]) -> Plan {
    let cells = |text: &str| text.split(',').map(str::to_owned).collect();
    let lines: Vec<Line> =
        std::iter::once(&HEAD).chain(rows).zip(1..).map(|(text, number)| Line { number, cells: cells(text) }).collect();
    let columns = recognise(Sort::Routes, &lines).unwrap();
    plan(Sort::Routes, &lines[1..], &columns.fields, &Known::of(ground), DAY)
}

fn table(rows: &[&str]) -> Plan {
    table_on(&ground(), rows)
}

fn routes(plan: &Plan) -> Vec<&JourneyPlan> {
    plan.steps.iter().filter_map(|step| JourneyPlan::from_any(&step.after)).collect()
}

fn faults(plan: &Plan) -> Vec<(u32, Field, Why)> {
    plan.faults.iter().map(|fault| (fault.row, fault.field, fault.why.clone())).collect()
}

#[test]
fn the_rows_of_a_route_make_it_together_in_the_order_that_they_say() {
    let plan = table(&["李娜,新线,周三、周五,2,2,S33,", "李娜,新线,,,1,s32,", "李娜,新线,,,3,S30,"]);
    assert_eq!((plan.rows, plan.wrong, plan.steps.len()), (3, 0, 1));
    let wanted = JourneyPlan {
        id: id(0),
        name: "新线".into(),
        weekdays: vec![3, 5],
        weeks: Weeks::EveryNth { n: 2, phase: 0 },
        window: DateWindow { from: tomorrow(), until: None },
        stops: vec![id(32), id(33), id(30)],
        ..a_route()
    };
    assert_eq!((routes(&plan), plan.steps[0].row), (vec![&wanted], 2));
}

#[test]
fn cells_that_are_merged_mean_those_of_the_row_above() {
    let plan = table(&["李娜,新线,周三,,,S33,", ",,,,,S32,", ",另一线,周四,,,S30,", ",,,,,S31,"]);
    let found: Vec<_> = routes(&plan).iter().map(|plan| (plan.name.as_str(), plan.stops.len())).collect();
    assert_eq!(found, [("新线", 2), ("另一线", 2)]);
}

#[test]
fn a_route_that_is_there_goes_on_as_the_table_says_and_stays_for_the_days_before() {
    let from = DAY.saturating_add(7.days());
    let plan = table(&[&format!("李娜,丛台二线,,,,S31,{from}"), "李娜,丛台二线,周二,,,S32,"]);
    let [going_on, ended] = routes(&plan)[..] else { panic!("{plan:?}") };
    assert_eq!((going_on.stops.clone(), going_on.weekdays.clone()), (vec![id(31), id(32)], vec![2]));
    assert_eq!((ended.stops.clone(), ended.window.until), (a_route().stops, from.yesterday().ok()));
    assert_eq!(plan.steps[1].before, Some(a_route().into()));
    assert!(is_walked_on(ended, DAY) && !is_walked_on(ended, from));
    let same = table(&["李娜,丛台二线,周一,每周,,S30,", "李娜,丛台二线,,,,S31,"]);
    assert_eq!((same.rows, same.same, same.steps.len()), (2, 2, 0), "what is the same is left alone");
}

#[test]
fn one_wrong_row_keeps_its_route_out_and_no_other() {
    let plan = table(&["李娜,新线,周三,,,S33,", "李娜,新线,,,,S99,", "李娜,另一线,周四,,,S32,"]);
    assert_eq!(faults(&plan), [(3, Field::Code, Why::Shop)]);
    assert_eq!((plan.wrong, routes(&plan).len(), routes(&plan)[0].name.as_str()), (2, 1, "另一线"));
}

#[test]
fn each_thing_that_is_wrong_is_named_where_it_stands() {
    let of = |rows: &[&str]| faults(&table(rows));
    let territory = "丛台".to_owned();
    assert_eq!(of(&["韩经理,新线,周三,,,S33,"]), [(2, Field::Rep, Why::Rep)], "managers walk no routes");
    assert_eq!(of(&[",新线,周三,,,S33,"]), [(2, Field::Rep, Why::Missing)]);
    assert_eq!(of(&["李娜,,周三,,,S33,"]), [(2, Field::Route, Why::Missing)]);
    assert_eq!(of(&["李娜,新线,,,,S33,"]), [(2, Field::Weekdays, Why::Missing)]);
    assert_eq!(of(&["李娜,新线,周八,,,S33,"]), [(2, Field::Weekdays, Why::Weekdays)]);
    assert_eq!(of(&["李娜,新线,周三,每月,,S33,"]), [(2, Field::Weeks, Why::Weeks)]);
    assert_eq!(of(&["李娜,新线,周三,,甲,S33,"]), [(2, Field::Order, Why::Number)]);
    assert_eq!(of(&["李娜,新线,周三,,,S33,2020-01-01"]), [(2, Field::From, Why::Day)]);
    assert_eq!(of(&["李娜,新线,周三,,,,"]), [(2, Field::Code, Why::Missing)]);
    assert_eq!(of(&["李娜,新线,周三,,,S34,"]), [(2, Field::Code, Why::Closed)]);
    let twice = of(&["李娜,新线,周三,,,S33,", "李娜,新线,周四,,,S33,"]);
    assert_eq!(twice, [(3, Field::Weekdays, Why::Differs { row: 2 }), (3, Field::Code, Why::Twice { row: 2 })]);
    let apart = of(&["李娜,新线,周三,,,S33,", "李娜,新线,,,,S35,"]);
    assert_eq!(apart, [(3, Field::Code, Why::Ground { territory })]);
    let away = Why::Posting { territory: "永年".into() };
    assert_eq!(of(&["李娜,新线,周三,,,S35,"]), [(2, Field::Rep, away)]);
}

#[test]
fn what_is_wrong_is_read_as_it_was_written() {
    for why in [Why::Twice { row: 2 }, Why::Differs { row: 2 }, Why::Ground { territory: "丛台".into() }, Why::Shop] {
        let fault = Fault { row: 9, column: Some(5), field: Field::Code, read: "S99".into(), why };
        let text = serde_json::to_string(&fault).unwrap();
        assert_eq!(serde_json::from_str::<Fault>(&text).unwrap(), fault, "{text}");
    }
}

#[test]
fn two_reps_of_one_name_are_not_told_apart() {
    let mut ground = ground();
    ground.push(user(other_rep(), Role::Rep).into());
    assert_eq!(faults(&table_on(&ground, &["李娜,新线,周三,,,S33,"])), [(2, Field::Rep, Why::Rep)]);
}

#[test]
fn a_route_that_was_walked_is_not_taken_back() {
    let plan = table(&["李娜,新线,周三,,,S33,"]);
    let made: Vec<AnyRecord> = plan.steps.into_iter().map(|step| step.after).collect();
    assert!(walked(&made, DAY).is_empty());
    assert_eq!(walked(&made, tomorrow()).len(), 1);
}

#[test]
fn an_empty_table_with_the_titles_that_are_offered_is_known_again() {
    for sort in Sort::ALL {
        for language in [Language::Zh, Language::En] {
            let cells = sort.fields().iter().map(|field| field.title(language).to_owned()).collect();
            let columns = recognise(sort, &[Line { number: 1, cells }]).unwrap();
            let wanted: Vec<_> = sort.fields().iter().copied().map(Some).collect();
            assert_eq!(columns.fields, wanted, "{sort:?} {language:?}");
        }
    }
}
