//! Where the points went and what would lift the visit (F24), what was confirmed (F25), how long it took (F26).

use crate::sample::*;
use domain::measure::Share;
use domain::records::*;
use domain::rules::carry::{Looked, looked, offered};
use domain::rules::explain::{Loss, WayUp, losses, way_up};
use domain::rules::pace::pace;
use domain::rules::score::{Answers, score};
use domain::time::Moment;
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn question(key: &str, weight: u32) -> Item {
    Item { weight, ..item(key, ItemKind::YesNo { good: true }) }
}

fn given(value: bool, at: Moment) -> Answer {
    Answer { value: AnswerValue::YesNo(value), at, confirmed: false }
}

fn answers(good: &[(&str, bool)]) -> Answers {
    good.iter().map(|(key, good)| ((*key).into(), given(*good, morning()))).collect()
}

fn knock_out(item: Item) -> Item {
    Item { knock_out: Some(KnockOut { at_least: Share(5_000), words: words("必须") }), ..item }
}

#[test]
fn losses_name_the_knock_out_first_and_then_the_dearest() {
    let list = checklist(vec![question("a", 10), question("b", 30), knock_out(question("c", 5)), question("d", 40)]);
    let score = score(&list, &answers(&[("d", true)]));
    let loss = |item: &str, points, knocks_out| Loss { item: item.into(), points, knocks_out };
    assert_eq!(losses(&score), [loss("c", 5, true), loss("b", 30, false), loss("a", 10, false)]);
}

#[test]
fn the_way_up_is_the_fewest_things_to_put_right() {
    let list = checklist(vec![question("a", 10), question("b", 30), question("c", 60)]);
    let up = |good: &[(&str, bool)]| way_up(&list, &score(&list, &answers(good)));
    let to = |to, items: &[&str]| Some(WayUp { to, items: items.iter().map(|item| (*item).into()).collect() });
    assert_eq!(up(&[("c", true)]), to(Band::Pass, &["b"]));
    assert_eq!(up(&[("b", true)]), to(Band::Pass, &["c"]), "60 points more lift it over both marks at once");
    assert_eq!(up(&[("c", true), ("b", true)]), None, "90 of 100 pass already");
}

#[test]
fn a_knock_out_without_weight_is_the_whole_way_up() {
    let list = checklist(vec![question("a", 10), knock_out(question("c", 0))]);
    let up = way_up(&list, &score(&list, &answers(&[("a", true)])));
    assert_eq!(up, Some(WayUp { to: Band::Pass, items: vec!["c".into()] }));
}

proptest! {
    #[test]
    fn whoever_goes_the_way_up_arrives(weights in vec((0_u32..100, any::<bool>(), any::<bool>()), 1..9)) {
        let keys: Vec<String> = (0..weights.len()).map(|n| format!("q{n}")).collect();
        let items = keys.iter().zip(&weights).map(|(key, (weight, knocks, _))| {
            let item = question(key, *weight);
            if *knocks { knock_out(item) } else { item }
        });
        let list = checklist(items.collect());
        let mut given: Answers = keys.iter().zip(&weights).map(|(key, (_, _, good))| (key.as_str().into(), given(*good, morning()))).collect();
        let before = score(&list, &given);
        match way_up(&list, &before) {
            None => prop_assert_eq!(before.band, Band::Pass),
            Some(way) => {
                let (last, rest) = way.items.split_last().unwrap();
                for item in rest {
                    given.insert(item.clone(), self::given(true, morning()));
                }
                prop_assert!(score(&list, &given).band != way.to, "one fewer is not enough");
                given.insert(last.clone(), self::given(true, morning()));
                prop_assert_eq!(score(&list, &given).band, way.to);
            }
        }
    }
}

#[test]
fn last_times_answer_is_offered_if_it_is_whole_and_still_fits() {
    let number = |max| item("n", ItemKind::Number { unit: words("个"), min: 0, max, target: None });
    let last = Answer { value: AnswerValue::Number(24), at: morning(), confirmed: false };
    assert_eq!(offered(&number(50), Some(&last)), Some(&AnswerValue::Number(24)));
    assert_eq!(offered(&number(20), Some(&last)), None, "the new version of the checklist allows less");
    assert_eq!(offered(&question("q", 1), Some(&last)), None, "the question is of another kind now");
    assert_eq!(offered(&number(50), None), None);
}

#[test]
fn a_signature_a_remark_and_a_photo_are_never_offered_again() {
    let signature = Answer { value: AnswerValue::Signature("M0 0L9 9".into()), at: morning(), confirmed: false };
    assert_eq!(offered(&item("s", ItemKind::Signature), Some(&signature)), None);
    let remark = Answer { value: AnswerValue::Text("要货".into()), at: morning(), confirmed: false };
    assert_eq!(offered(&item("t", ItemKind::Text), Some(&remark)), None);
    let visit = a_visit_with_photo();
    let shelf = &items_of_every_kind()[6];
    assert_eq!(offered(shelf, visit.answers.get(&shelf.key)), None);
}

#[test]
fn entered_confirmed_and_not_looked_at_are_told_apart() {
    let question = question("q", 1);
    let (last, now) = (given(true, morning()), given(true, morning()));
    let confirmed = Answer { confirmed: true, ..now.clone() };
    assert_eq!(looked(&question, Some(&now), Some(&last)), Looked::Entered);
    assert_eq!(looked(&question, Some(&confirmed), Some(&last)), Looked::Confirmed);
    assert_eq!(looked(&question, None, Some(&last)), Looked::NotLookedAt(AnswerValue::YesNo(true)));
    assert_eq!(looked(&question, None, None), Looked::Nothing);
}

#[test]
fn each_answer_took_the_time_since_the_one_before_it() {
    let at = |seconds: i64| morning().plus(seconds * 1_000);
    let answers = [("b", 30), ("a", 95), ("c", 95)].map(|(key, seconds)| (key.into(), given(true, at(seconds))));
    let visit = Visit { answers: BTreeMap::from(answers), ..a_visit() };
    let took: Vec<_> = pace(&visit).into_iter().map(|(item, millis)| (item.0, millis)).collect();
    assert_eq!(took, [("a".into(), 65_000), ("b".into(), 30_000), ("c".into(), 0)]);
}

#[test]
fn a_clock_that_was_set_back_makes_no_time_negative() {
    let early = given(true, morning().plus(-60_000));
    let visit = Visit { answers: BTreeMap::from([("a".into(), early)]), ..a_visit() };
    assert_eq!(pace(&visit)[&"a".into()], 0);
}
