//! Forms: which one is used where, what keeps people from filling one in, what a version changes (F27).

use crate::sample::*;
use domain::Scope;
use domain::commands::form_fits;
use domain::measure::Share;
use domain::records::*;
use domain::rules::form::*;
use domain::time::Moment;
use proptest::prelude::*;

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
        let form = form_for(&lists, Purpose::Shop, class, (territory(), Some(region())), Moment(now));
        form.map(|list| (list.lineage.as_str(), list.version))
    };
    assert_eq!(used(OutletClass::B, 5), Some(("large", 1)));
    assert_eq!(used(OutletClass::B, 15), Some(("all", 1)), "the class was taken out of the form");
    assert_eq!(used(OutletClass::A, 25), Some(("large", 2)), "a newer form for all does not displace it");
    assert_eq!(used(OutletClass::C, 25), Some(("all", 2)));
    assert_eq!(form_for(&lists, Purpose::Service, OutletClass::A, (territory(), None), Moment(25)), None);
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

fn version_for(scope: Scope, version: u32, from: i64) -> Checklist {
    Checklist { id: id(400 + u128::from(version)), version, from: Moment(from), scope, ..whole() }
}

#[test]
fn two_regions_have_different_versions_at_the_same_time_until_a_later_one_is_for_both() {
    let (near, far) = (Scope::Region(region()), Scope::Region(id(2)));
    let lists = [
        version_for(Scope::Company, 1, 0),
        version_for(near, 2, 10),
        version_for(far, 3, 10),
        version_for(Scope::Territory(territory()), 4, 20),
        version_for(Scope::Company, 5, 30),
    ];
    let used =
        |place, now| form_for(&lists, Purpose::Shop, OutletClass::A, place, Moment(now)).map(|list| list.version);
    let (here, beside, there) =
        ((territory(), Some(region())), (other_territory(), Some(region())), (id(19), Some(id(2))));
    assert_eq!([here, beside, there].map(|place| used(place, 5)), [Some(1); 3]);
    assert_eq!([here, beside, there].map(|place| used(place, 15)), [Some(2), Some(2), Some(3)]);
    assert_eq!(
        [here, beside, there].map(|place| used(place, 25)),
        [Some(4), Some(2), Some(3)],
        "a trial in one territory"
    );
    assert_eq!([here, beside, there].map(|place| used(place, 35)), [Some(5); 3], "what is for all came last");
    assert_eq!(used((territory(), None), 15), Some(1), "whose region is not known gets what is for all");
}

proptest! {
    #[test]
    fn nobody_fills_in_a_form_that_is_for_others(scopes in prop::collection::vec(0_usize..4, 1..8), now in 0_i64..10) {
        let for_whom = [Scope::Company, Scope::Region(region()), Scope::Region(id(2)), Scope::Territory(territory())];
        let lists: Vec<Checklist> =
            (1..).zip(&scopes).map(|(n, at)| version_for(for_whom[*at], n, i64::from(n))).collect();
        for place in [(territory(), Some(region())), (other_territory(), Some(region())), (id(19), Some(id(2)))] {
            let reaches = |scope: Scope| Scope::Territory(place.0).lies_in(scope, &|_| place.1);
            let form = form_for(&lists, Purpose::Shop, OutletClass::A, place, Moment(now));
            let best = lists.iter().filter(|list| list.from.0 <= now && reaches(list.scope)).max_by_key(|list| list.from);
            prop_assert_eq!(form, best, "the last one that is for them");
        }
    }

    #[test]
    fn what_was_changed_apart_stands_together(mine in 0_usize..12, theirs in 0_usize..12, moved in any::<bool>()) {
        let began = whole();
        let count = began.items.len();
        let change = |at: usize, weight| {
            let mut list = began.clone();
            list.items[at % count].weight = weight;
            list
        };
        let mut own = change(mine, 77);
        if moved {
            own.items.rotate_left(1);
        }
        let newer = Checklist { id: id(401), version: 2, ..change(theirs, 88) };
        let Rebased { list, clashes } = rebased(&began, &own, &newer);
        let (mine, theirs) = (&began.items[mine % count].key, &began.items[theirs % count].key);
        prop_assert_eq!(list.item(mine).unwrap().weight, 77);
        prop_assert_eq!((mine != theirs).then(|| list.item(theirs).unwrap().weight), (mine != theirs).then_some(88));
        prop_assert_eq!(clashes, if mine == theirs { vec![mine.clone()] } else { vec![] });
        prop_assert_eq!((list.id, list.version, list.items.len()), (newer.id, 2, count));
        let order = |list: &Checklist| list.items.iter().map(|item| item.key.clone()).collect::<Vec<_>>();
        prop_assert_eq!(order(&list), order(&own));
        prop_assert_eq!(rebased(&began, &began, &newer).list, newer.clone(), "who changed nothing takes what there is");
        prop_assert_eq!(rebased(&began, &own, &Checklist { id: id(401), ..began.clone() }).list.items, own.items);
    }
}

#[test]
fn questions_that_each_side_added_or_took_out_are_kept_and_gone_and_a_changed_one_is_not_lost() {
    let began = checklist(["a", "b", "c"].map(|key| item(key, ItemKind::Text)).to_vec());
    let with = |change: fn(&mut Vec<Item>)| {
        let mut list = began.clone();
        change(&mut list.items);
        list
    };
    let mine = with(|items| {
        items.insert(1, item("mine", ItemKind::Text));
        items.retain(|item| item.key != "c".into());
    });
    let newer = with(|items| {
        items.push(item("theirs", ItemKind::Text));
        items.retain(|item| item.key != "b".into());
    });
    let keys = |list: &Checklist| list.items.iter().map(|item| item.key.0.clone()).collect::<Vec<_>>();
    let both = rebased(&began, &mine, &newer);
    assert_eq!((keys(&both.list), both.clashes), (vec!["a".into(), "mine".into(), "theirs".into()], vec![]));
    let changed = with(|items| items[2].weight = 50);
    let kept = rebased(&began, &mine, &changed);
    assert_eq!(keys(&kept.list), ["a", "mine", "b", "c"], "they changed what was taken out here");
    assert_eq!(kept.clashes, ["c".into()]);
    let titled = Checklist { title: words("我的"), ..began.clone() };
    assert_eq!(rebased(&began, &titled, &newer).list.title, words("我的"));
}
