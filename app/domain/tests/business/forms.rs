//! Forms: which one is used where, what keeps people from filling one in, what a version changes (F27).

use crate::sample::*;
use domain::commands::form_fits;
use domain::measure::Share;
use domain::records::*;
use domain::rules::form::*;
use domain::time::Moment;

fn whole() -> Checklist {
    checklist(items_of_every_kind())
}

/// What is wrong with the last question if it is this one.
fn wrong_with(last: Item) -> Vec<FlawKind> {
    let mut list = whole();
    let key = last.key.clone();
    list.items.push(last);
    let found = flaws(&list);
    assert!(found.iter().all(|flaw| flaw.item.as_ref() == Some(&key)), "{found:?} is somewhere else");
    assert_eq!(form_fits(&list).is_ok(), found.is_empty(), "what has a flaw is not published, and nothing else");
    found.into_iter().map(|flaw| flaw.kind).collect()
}

fn asked_if(condition: Condition) -> Item {
    Item { show_if: Some(condition), ..item("last", ItemKind::Text) }
}

fn computed(formula: Formula) -> Item {
    item("last", ItemKind::Computed { unit: words("%"), formula, target: None })
}

#[test]
fn a_form_with_every_kind_of_question_has_no_flaw() {
    assert_eq!(flaws(&whole()), []);
}

#[test]
fn a_question_is_asked_by_answers_before_it_and_by_no_others() {
    assert_eq!(wrong_with(asked_if(Condition::Is("yes_no".into(), true))), []);
    assert_eq!(wrong_with(asked_if(Condition::Is("nowhere".into(), true))), [FlawKind::Unseen]);
    assert_eq!(wrong_with(asked_if(Condition::Is("last".into(), true))), [FlawKind::Unseen], "nor by its own");
    assert_eq!(wrong_with(asked_if(Condition::Is("number".into(), true))), [FlawKind::OtherAnswer]);
    assert_eq!(wrong_with(asked_if(Condition::AtLeast("scale".into(), 2))), []);
    assert_eq!(wrong_with(asked_if(Condition::AtLeast("text".into(), 2))), [FlawKind::OtherAnswer]);
    assert_eq!(wrong_with(asked_if(Condition::Picked("choice".into(), "fair".into()))), []);
    assert_eq!(wrong_with(asked_if(Condition::Picked("choice".into(), "gone".into()))), [FlawKind::OtherAnswer]);
    let deep = Condition::Any(vec![
        Condition::Is("yes_no".into(), false),
        Condition::Not(Box::new(Condition::AtLeast("later".into(), 1))),
    ]);
    assert_eq!(wrong_with(asked_if(deep)), [FlawKind::Unseen]);
}

#[test]
fn a_number_is_computed_from_numbers_before_it() {
    let share =
        |part: &str| Formula::Percent(Box::new(Formula::Of(part.into())), Box::new(Formula::Of("money".into())));
    assert_eq!(wrong_with(computed(share("number"))), []);
    assert_eq!(wrong_with(computed(share("date"))), [FlawKind::OtherAnswer]);
    assert_eq!(wrong_with(computed(share("last"))), [FlawKind::Unseen]);
    assert_eq!(wrong_with(computed(Formula::StockOf("table".into()))), []);
    assert_eq!(wrong_with(computed(Formula::StockOf("number".into()))), [FlawKind::OtherAnswer]);
}

#[test]
fn what_cannot_be_answered_is_a_flaw_of_its_question() {
    let kind = |kind: ItemKind| wrong_with(item("last", kind));
    let number = |min, max, target| ItemKind::Number { unit: words(""), min, max, target };
    assert_eq!(kind(number(5, 4, None)), [FlawKind::Range]);
    assert_eq!(kind(number(0, 4, Some(5))), [FlawKind::Target]);
    assert_eq!(kind(ItemKind::Money { min: 1, max: 0 }), [FlawKind::Range]);
    let choice = |options| ItemKind::Choice { options, many: false };
    assert_eq!(kind(choice(vec![pick("a", 0)])), [FlawKind::FewOptions]);
    assert_eq!(kind(choice(vec![pick("a", 0), pick("a", 0)])), [FlawKind::SameOption]);
    assert_eq!(kind(choice(vec![pick("a", 0), pick("b", 10_001)])), [FlawKind::OptionRate]);
    assert_eq!(kind(ItemKind::Scale { anchors: vec![words("差"), words(" ")] }), [FlawKind::OptionWords]);
    let many = (0..13).map(|n| words(&n.to_string())).collect();
    assert_eq!(kind(ItemKind::Scale { anchors: many }), [FlawKind::ManyOptions]);
    assert_eq!(kind(ItemKind::Table { products: vec![], columns: vec![] }), [FlawKind::Products, FlawKind::Columns]);
    let after = |before: &str| Slot { after: Some(before.into()), ..slot("after") };
    let photo = |slots| ItemKind::Photo { standard: None, slots };
    assert_eq!(kind(photo(vec![slot("before"), after("before")])), []);
    assert_eq!(kind(photo(vec![after("before"), slot("before")])), [FlawKind::Pair]);
    assert_eq!(kind(photo(vec![after("after")])), [FlawKind::Pair]);
}

#[test]
fn a_knock_out_can_be_reached_and_says_what_it_means() {
    let floor = |at_least, said: &str| Item {
        knock_out: Some(KnockOut { at_least: Share(at_least), words: words(said) }),
        ..item("last", ItemKind::YesNo { good: true })
    };
    assert_eq!(wrong_with(floor(5_000, "整次不合格")), []);
    assert_eq!(wrong_with(floor(10_001, "")), [FlawKind::Floor, FlawKind::FloorWords]);
}

#[test]
fn a_check_needs_the_questions_that_it_compares() {
    let mut list = whole();
    list.checks = vec![Check {
        key: "fits".into(),
        at: "number".into(),
        left: Formula::Of("number".into()),
        must_be: Comparison::AtMost,
        right: Formula::Of("money".into()),
        words: words("多了"),
    }];
    assert_eq!(flaws(&list), []);
    list.items.retain(|item| item.key != "money".into());
    assert_eq!(flaws(&list), [Flaw { item: None, kind: FlawKind::Check }]);
}

#[test]
fn of_each_form_only_the_version_in_use_counts_and_the_one_for_the_class_goes_first() {
    let version = |lineage: &str, version: u32, from: i64, classes: &[OutletClass]| Checklist {
        lineage: lineage.into(),
        version,
        from: Moment(from),
        classes: classes.to_vec(),
        ..whole()
    };
    let lists = [
        version("all", 1, 0, &[]),
        version("large", 1, 0, &[OutletClass::A, OutletClass::B]),
        version("large", 2, 10, &[OutletClass::A]),
        version("all", 2, 20, &[]),
        version("all", 3, 90, &[]),
    ];
    let used = |class, now| {
        let form = form_for(&lists, Purpose::Shop, class, Moment(now));
        form.map(|list| (list.lineage.as_str(), list.version))
    };
    assert_eq!(used(OutletClass::B, 5), Some(("large", 1)));
    assert_eq!(used(OutletClass::B, 15), Some(("all", 1)), "the class was taken out of the form");
    assert_eq!(used(OutletClass::A, 25), Some(("large", 2)), "a newer form for all does not displace it");
    assert_eq!(used(OutletClass::C, 25), Some(("all", 2)));
    assert_eq!(form_for(&lists, Purpose::Service, OutletClass::A, Moment(25)), None);
}

#[test]
fn a_version_says_what_it_added_took_out_and_changed() {
    let before = whole();
    let mut after = before.clone();
    assert!(form_changes(&before, &after).is_empty());
    after.items.retain(|item| item.key != "date".into());
    after.items.push(item("more", ItemKind::Text));
    after.items.swap(0, 1);
    after.items[0].weight = 25;
    after.items[0].required = true;
    after.bands.pass = Share(9_000);
    let changes = form_changes(&before, &after);
    assert_eq!(changes.added, ["more".into()]);
    assert_eq!(changes.removed, ["date".into()]);
    assert_eq!(changes.changed, [("number".into(), vec![ItemPart::Points(10, 25), ItemPart::Required(true)])]);
    assert_eq!(changes.form, [FormPart::Bands, FormPart::Order]);
}
