//! What inspection, interviews and claims come to (F43-F46, S36-S39).

use crate::sample::*;
use domain::measure::{Money, Share};
use domain::records::*;
use domain::rules::qualification::{Disagreement, KnockedOut, Missing, Qualification, qualification, would_help};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn scale(key: &str) -> Item {
    let anchors = ["无", "少", "中", "多", "强"].map(words).to_vec();
    // As many points as steps, so that nothing is rounded.
    Item { weight: 4, ..item(key, ItemKind::Scale { anchors }) }
}

/// Papers and site: a licence, three names, a warehouse and vehicles; no warehouse at all knocks out.
fn inspection_list() -> Checklist {
    let unweighed = |item: Item| Item { weight: 0, ..item };
    let licence = Item { required: true, ..unweighed(item("licence", ItemKind::Document)) };
    let names = ["licence_name", "account_name", "sign_name"].map(|key| unweighed(item(key, ItemKind::Text)));
    let knock_out = Some(KnockOut { at_least: Share(1), words: words("没有仓库") });
    let mut items = vec![licence];
    items.extend(names);
    items.extend([Item { knock_out, ..scale("warehouse") }, scale("vehicles")]);
    Checklist { purpose: Purpose::Inspection, ..checklist(items) }
}

fn interview_list() -> Checklist {
    Checklist { id: id(6), purpose: Purpose::Interview, ..checklist(vec![scale("growth"), scale("trust")]) }
}

fn answered(visit: Visit, answers: &[(&str, AnswerValue)]) -> Visit {
    let answer = |value: &AnswerValue| Answer { value: value.clone(), at: morning(), confirmed: false };
    let answers = answers.iter().map(|(key, value)| ((*key).into(), answer(value))).collect();
    Visit { answers, ..ended(visit) }
}

fn text(text: &str) -> AnswerValue {
    AnswerValue::Text(text.into())
}

fn paper(expires: Option<Date>, original_seen: bool) -> AnswerValue {
    AnswerValue::Document { number: "9113".into(), expires, original_seen }
}

/// An inspection without fault, with these steps for warehouse and vehicles.
fn inspected(warehouse: u32, vehicles: u32) -> Visit {
    answered(
        a_visit(),
        &[
            ("licence", paper(Some(date(2030, 1, 1)), true)),
            ("licence_name", text("邯郸市鑫源商贸有限公司")),
            ("account_name", text("邯郸市鑫源商贸有限公司")),
            ("sign_name", text("邯郸市鑫源商贸")),
            ("warehouse", AnswerValue::Scale(warehouse)),
            ("vehicles", AnswerValue::Scale(vehicles)),
        ],
    )
}

fn changed(visit: Visit, key: &str, value: AnswerValue) -> Visit {
    let mut visit = visit;
    visit.answers.insert(key.into(), Answer { value, at: morning(), confirmed: false });
    visit
}

fn asked_by(number: u128, growth: u32, trust: u32) -> Visit {
    let visit = Visit { id: id(500 + number), rep: id(number), rep_name: format!("人{number}"), ..a_visit() };
    answered(visit, &[("growth", AnswerValue::Scale(growth)), ("trust", AnswerValue::Scale(trust))])
}

fn two_sources() -> Vec<Claim> {
    let said = |number, witness| Claim { id: id(number), ..claim(witness, "", Said::Amount(Money(50_000_000))) };
    vec![said(190, Witness::Peer), said(191, Witness::Dealer)]
}

fn weighed(inspection: Option<&Visit>, interviews: &[Visit], claims: &[Claim]) -> Qualification {
    let (site, mind) = (inspection_list(), interview_list());
    let interviews: Vec<_> = interviews.iter().map(|visit| (&mind, visit)).collect();
    qualification(&a_rule(), inspection.map(|visit| (&site, visit)), &interviews, claims, DAY)
}

fn good_minds() -> [Visit; 2] {
    [asked_by(20, 3, 3), asked_by(21, 3, 4)]
}

#[test]
fn site_and_mind_are_added_by_their_weights() {
    let found = weighed(Some(&inspected(4, 2)), &good_minds(), &two_sources());
    // Site: 6 of 8 steps. Mind: the mean of 6 and 7 of 8.
    assert_eq!((found.site, found.mindset), (Some(Share(7_500)), Some(Share(8_125))));
    assert_eq!(found.whole, Some(Share((7_500 * 6 + 8_125 * 4) / 10)));
    assert_eq!((found.verdict, found.missing, found.knocked_out), (Weighed::Pass, vec![], vec![]));
}

#[test]
fn no_hardware_buys_the_mind() {
    let found = weighed(Some(&inspected(4, 4)), &[asked_by(20, 1, 2), asked_by(21, 2, 2)], &two_sources());
    assert_eq!(found.whole, Some(Share((10_000 * 6 + 4_375 * 4) / 10)), "far above what is asked");
    assert!(found.whole >= Some(a_rule().pass));
    assert_eq!((found.knocked_out, found.verdict), (vec![KnockedOut::Mindset], Weighed::KnockedOut));
    let floor = weighed(Some(&inspected(4, 4)), &[asked_by(20, 2, 2), asked_by(21, 2, 2)], &two_sources());
    assert_eq!(floor.verdict, Weighed::Pass, "the floor itself is enough");
}

#[test]
fn one_low_interview_knocks_nobody_out_until_the_second_person_was_there() {
    let low = asked_by(20, 0, 1);
    let alone = weighed(Some(&inspected(4, 4)), std::slice::from_ref(&low), &two_sources());
    assert!(alone.mindset < Some(a_rule().mindset_floor));
    assert_eq!((alone.knocked_out, alone.verdict), (vec![], Weighed::Unfinished));
    assert_eq!(alone.missing, [Missing::Interviewers(1)]);
    let twice = Visit { id: id(540), ..low.clone() };
    let same = weighed(Some(&inspected(4, 4)), &[low.clone(), twice], &two_sources());
    assert_eq!(same.knocked_out, [], "the same person twice is one person");
    let lifted = weighed(Some(&inspected(4, 4)), &[low.clone(), asked_by(21, 4, 4)], &two_sources());
    assert_eq!((lifted.mindset, lifted.verdict), (Some(Share(5_625)), Weighed::Pass), "the mean of two counts");
    let both = weighed(Some(&inspected(4, 4)), &[low.clone(), asked_by(21, 2, 2)], &two_sources());
    assert_eq!((both.knocked_out, both.verdict), (vec![KnockedOut::Mindset], Weighed::KnockedOut));
    let (list, site) = (interview_list(), inspection_list());
    let rule = QualificationRule { interviewers: 1, ..a_rule() };
    let enough = qualification(&rule, Some((&site, &inspected(4, 4))), &[(&list, &low)], &two_sources(), DAY);
    assert_eq!(enough.knocked_out, [KnockedOut::Mindset], "where one person is asked for, one is enough");
}

#[test]
fn who_has_all_and_too_little_of_it_is_below() {
    let found = weighed(Some(&inspected(1, 2)), &good_minds(), &two_sources());
    assert_eq!(found.verdict, Weighed::Below);
}

#[test]
fn what_is_missing_is_named() {
    let found = weighed(None, &[], &[]);
    assert_eq!(found.missing, [Missing::Inspection, Missing::Interviewers(2), Missing::Sources(2)]);
    assert_eq!((found.site, found.mindset, found.whole, found.verdict), (None, None, None, Weighed::Unfinished));
    let open = Visit { check_out: None, ..inspected(4, 4) };
    let unfinished = weighed(Some(&open), &good_minds()[..1], &two_sources()[..1]);
    assert_eq!(unfinished.missing, [Missing::Inspection, Missing::Interviewers(1), Missing::Sources(1)]);
    let copy = changed(inspected(4, 4), "licence", paper(None, false));
    let found = weighed(Some(&copy), &good_minds(), &two_sources());
    assert_eq!((found.missing, found.verdict), (vec![Missing::Original("licence".into())], Weighed::Unfinished));
}

#[test]
fn two_people_ask_and_one_who_asks_twice_counts_once_by_the_last_time() {
    let later = |visit: Visit| {
        let check_in = Attendance { at: morning().plus(3_600_000), ..visit.check_in.clone() };
        Visit { id: id(599), check_in, ..visit }
    };
    let interviews = [later(asked_by(20, 4, 4)), asked_by(20, 2, 2)];
    let found = weighed(Some(&inspected(4, 4)), &interviews, &two_sources());
    assert_eq!((found.mindset, found.missing), (Some(Share(10_000)), vec![Missing::Interviewers(1)]));
}

#[test]
fn two_who_are_far_apart_are_both_shown() {
    let found = weighed(Some(&inspected(4, 4)), &[asked_by(20, 4, 3), asked_by(21, 2, 4)], &two_sources());
    let wanted = Disagreement { item: "growth".into(), steps: vec![("人21".into(), 2), ("人20".into(), 4)] };
    assert_eq!(found.disagreements, [wanted]);
    assert_eq!(found.verdict, Weighed::Pass, "to disagree is no fault");
}

#[test]
fn a_knock_out_of_the_site_is_made_good_by_nothing() {
    let found = weighed(Some(&inspected(0, 4)), &[asked_by(20, 4, 4), asked_by(21, 4, 4)], &two_sources());
    assert_eq!((found.knocked_out, found.verdict), (vec![KnockedOut::Item("warehouse".into())], Weighed::KnockedOut));
}

#[test]
fn a_paper_that_has_run_out_knocks_out_and_one_that_runs_out_today_does_not() {
    let until = |day| changed(inspected(4, 4), "licence", paper(Some(day), true));
    let found = |visit| weighed(Some(&visit), &good_minds(), &two_sources()).knocked_out;
    let yesterday = date(2026, 3, 8);
    assert_eq!(found(until(yesterday)), [KnockedOut::Expired("licence".into(), yesterday)]);
    assert_eq!(found(until(DAY)), []);
    assert_eq!(found(changed(inspected(4, 4), "licence", paper(None, true))), [], "some papers never run out");
}

#[test]
fn licence_account_and_sign_have_to_name_one_business() {
    let account = |name: &str| changed(inspected(4, 4), "account_name", text(name));
    let found = |visit| weighed(Some(&visit), &good_minds(), &two_sources()).knocked_out;
    let other = "邯郸市广源副食有限公司";
    let wanted = KnockedOut::Names {
        one: ("licence_name".into(), "邯郸市鑫源商贸有限公司".into()),
        other: ("account_name".into(), other.into()),
    };
    assert_eq!(found(account(other)), [wanted]);
    assert_eq!(found(account("邯郸市鑫源商贸有限责任公司")), [], "what every business is called as well may differ");
    assert_eq!(found(account(" ")), [], "what was not answered says nothing");
}

#[test]
fn names_that_agree_are_counted_and_one_name_alone_agrees_with_nothing() {
    let found = |visit: Visit| weighed(Some(&visit), &good_minds(), &two_sources()).agreeing;
    assert_eq!(found(inspected(4, 4)), Some(3));
    let blank = changed(inspected(4, 4), "account_name", text(" "));
    assert_eq!(found(blank.clone()), Some(2));
    assert_eq!(found(changed(blank, "sign_name", text(""))), None);
    assert_eq!(found(changed(inspected(4, 4), "account_name", text("邯郸市广源副食有限公司"))), None);
}

#[test]
fn whoever_inspected_is_named_with_whoever_came_along_and_nobody_along_is_no_fault() {
    let alone = inspected(4, 4);
    let wang = Companion {
        by: alone.rep,
        name: "王老板".to_owned(),
        role: JointRole::Builder,
        feedback: String::new(),
        next: String::new(),
        at: morning(),
        read: None,
    };
    let joint = Visit { companions: vec![wang], ..alone.clone() };
    let found = |visit: &Visit| weighed(Some(visit), &good_minds(), &two_sources());
    let who = |visit: &Visit| found(visit).inspectors.map(|who| who.along);
    assert_eq!((who(&alone), who(&joint)), (Some(vec![]), Some(vec!["王老板".to_owned()])));
    assert_eq!(found(&alone).verdict, found(&joint).verdict);
    assert_eq!(weighed(None, &good_minds(), &two_sources()).inspectors, None);
}

#[test]
fn what_would_help_most_comes_first_and_helps_as_much_as_it_says() {
    let (site, mind) = (inspection_list(), interview_list());
    let (inspection, minds) = (inspected(4, 0), [asked_by(20, 3, 4), asked_by(21, 3, 2)]);
    let minds: Vec<_> = minds.iter().map(|visit| (&mind, visit)).collect();
    let help = would_help(&a_rule(), Some((&site, &inspection)), &minds);
    // Vehicles: half of six tenths. Growth: a quarter of half of four tenths, from both. Trust: half of that half, from one.
    let wanted = [("vehicles", Share(3_000)), ("growth", Share(500)), ("trust", Share(500))]
        .map(|(key, share)| (key.into(), share));
    assert_eq!(help, wanted);
    let whole =
        |visit: &Visit| qualification(&a_rule(), Some((&site, visit)), &minds, &two_sources(), DAY).whole.unwrap().0;
    assert_eq!(whole(&inspected(4, 4)) - whole(&inspection), 3_000);
    assert_eq!(would_help(&a_rule(), None, &[]), []);
}

#[test]
fn a_rule_without_weights_or_questions_breaks_nothing() {
    let rule = QualificationRule { site_weight: 0, mindset_weight: 0, ..a_rule() };
    let list = checklist(vec![]);
    let visit = ended(a_visit());
    let found = qualification(&rule, Some((&list, &visit)), &[(&list, &visit)], &[], DAY);
    assert_eq!(found.whole, Some(Share::NONE));
    assert_eq!(would_help(&rule, Some((&list, &visit)), &[(&list, &visit)]), []);
    let nobody = Visit { answers: BTreeMap::new(), ..visit };
    assert_eq!(would_help(&a_rule(), Some((&inspection_list(), &nobody)), &[]).len(), 2);
}

proptest! {
    /// S39: whatever the site, the verdict is never a pass while the mind is below its floor.
    #[test]
    fn nobody_passes_below_the_floor_of_the_mind(site in (0_u32..5, 0_u32..5), one in (0_u32..5, 0_u32..5), two in (0_u32..5, 0_u32..5)) {
        let minds = [asked_by(20, one.0, one.1), asked_by(21, two.0, two.1)];
        let found = weighed(Some(&inspected(site.0, site.1)), &minds, &two_sources());
        let low = found.mindset.unwrap() < a_rule().mindset_floor;
        prop_assert_eq!(found.knocked_out.contains(&KnockedOut::Mindset), low);
        prop_assert!(!(low && found.verdict == Weighed::Pass));
        let whole = found.whole.unwrap();
        let (least, most) = (found.site.min(found.mindset).unwrap(), found.site.max(found.mindset).unwrap());
        prop_assert!(least <= whole && whole <= most, "{whole:?} lies between its parts");
    }
}

#[test]
fn a_shortlist_begins_with_whoever_passes_and_ends_with_whom_something_knocks_out_however_much_they_score() {
    let bare = Qualification {
        inspectors: None,
        site: None,
        mindset: None,
        whole: None,
        disagreements: vec![],
        knocked_out: vec![],
        agreeing: None,
        missing: vec![],
        verdict: Weighed::Unfinished,
    };
    let one = |verdict, whole: Option<u32>| Qualification { verdict, whole: whole.map(Share), ..bare.clone() };
    let wanted = [
        one(Weighed::Pass, Some(9_000)),
        one(Weighed::Pass, Some(7_000)),
        one(Weighed::Unfinished, Some(5_000)),
        one(Weighed::Unfinished, None),
        one(Weighed::Below, Some(6_900)),
        one(Weighed::KnockedOut, Some(9_900)),
    ];
    let mut list = wanted.clone();
    list.reverse();
    list.sort_by_key(Qualification::rank);
    assert_eq!(list, wanted);
}
