//! What answers come to. Checklists and answers are drawn at random; what must hold for each of them is said in
//! the names.

use crate::sample::*;
use domain::commands::{AnswerItem, CheckOut};
use domain::measure::{Money, Share};
use domain::records::*;
use domain::rules::score::{Answers, asked, is_answered, open_items, rate, score};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn key(at: usize) -> ItemKey {
    ItemKey(format!("item-{at}"))
}

/// The rates of options may be nonsense: somebody types them.
fn options() -> impl Strategy<Value = Vec<Pick>> {
    vec(0_u32..15_000, 1..4)
        .prop_map(|rates| rates.into_iter().zip(0..).map(|(rate, at)| pick(&format!("option-{at}"), rate)).collect())
}

fn kind() -> impl Strategy<Value = ItemKind> {
    prop_oneof![
        any::<bool>().prop_map(|good| ItemKind::YesNo { good }),
        option::of(-5_i64..40).prop_map(|target| ItemKind::Number { unit: words("个"), min: 0, max: 50, target }),
        Just(ItemKind::Money { min: 0, max: 1_000 }),
        (options(), any::<bool>()).prop_map(|(options, many)| ItemKind::Choice { options, many }),
        (0_usize..5).prop_map(|steps| ItemKind::Scale { anchors: vec![words("好"); steps] }),
        (0_usize..4).prop_map(|slots| ItemKind::Photo {
            standard: None,
            slots: (0..slots).map(|at| slot(&format!("slot-{at}"))).collect(),
        }),
        Just(ItemKind::Table { products: vec![id(40), id(41)], columns: vec![TableColumn::Stock] }),
        Just(ItemKind::Document),
        Just(ItemKind::Text),
    ]
}

/// A value that the kind can have; any answer of the type, whether or not it fits to the letter.
fn value_for(kind: ItemKind) -> BoxedStrategy<AnswerValue> {
    match kind {
        ItemKind::YesNo { .. } => any::<bool>().prop_map(AnswerValue::YesNo).boxed(),
        ItemKind::Number { .. } => (0_i64..=50).prop_map(AnswerValue::Number).boxed(),
        ItemKind::Money { .. } => (0_i64..=1_000).prop_map(|amount| AnswerValue::Money(Money(amount))).boxed(),
        ItemKind::Choice { options, many } => {
            let keys: Vec<String> = options.into_iter().map(|option| option.key).collect();
            let most = if many { keys.len() } else { 1 };
            proptest::sample::subsequence(keys, 1..=most).prop_map(AnswerValue::Choice).boxed()
        }
        ItemKind::Scale { anchors } => (0..anchors.len().max(1) as u32).prop_map(AnswerValue::Scale).boxed(),
        ItemKind::Photo { slots, .. } => {
            let keys: Vec<String> = slots.into_iter().map(|slot| slot.key).collect();
            let most = keys.len();
            proptest::sample::subsequence(keys, 0..=most)
                .prop_map(|keys| AnswerValue::Photos(keys.into_iter().zip(60..).map(|(key, n)| (key, id(n))).collect()))
                .boxed()
        }
        ItemKind::Table { products, .. } => vec(option::of(0_i64..9), 0..=products.len())
            .prop_map(move |stocks| {
                let rows = stocks.into_iter().zip(&products);
                AnswerValue::Table(
                    rows.map(|(stock, product)| TableRow { product: *product, stock, price: None }).collect(),
                )
            })
            .boxed(),
        ItemKind::Document => prop_oneof![Just(String::new()), Just("SC-1".to_owned())]
            .prop_map(|number| AnswerValue::Document { number, expires: None, original_seen: true })
            .boxed(),
        _ => prop_oneof![Just(" ".to_owned()), Just("好".to_owned())].prop_map(AnswerValue::Text).boxed(),
    }
}

fn condition(items: usize) -> impl Strategy<Value = Condition> {
    let leaf = prop_oneof![
        (0..items, any::<bool>()).prop_map(|(at, yes)| Condition::Is(key(at), yes)),
        (0..items, 0_i64..40).prop_map(|(at, floor)| Condition::AtLeast(key(at), floor)),
        (0..items).prop_map(|at| Condition::Picked(key(at), "option-0".into())),
    ];
    leaf.prop_recursive(2, 6, 2, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Condition::All),
            vec(inner.clone(), 0..3).prop_map(Condition::Any),
            inner.prop_map(|part| Condition::Not(Box::new(part))),
        ]
    })
}

fn one_item(at: usize, items: usize, conditions: bool) -> impl Strategy<Value = Item> {
    let weight = prop_oneof![Just(0_u32), 1_u32..200, Just(u32::MAX)];
    let show_if = if conditions { option::of(condition(items)).boxed() } else { Just(None).boxed() };
    (kind(), weight, any::<bool>(), option::weighted(0.3, 0_u32..=10_000), show_if).prop_map(
        move |(kind, weight, required, floor, show_if)| Item {
            key: key(at),
            weight,
            required,
            knock_out: floor.map(|floor| KnockOut { at_least: Share(floor), words: words("必须") }),
            show_if,
            ..item("", kind)
        },
    )
}

/// A checklist with an answer or none to each of its questions.
fn answered_checklist(conditions: bool) -> impl Strategy<Value = (Checklist, Answers)> {
    (1_usize..7)
        .prop_flat_map(move |count| (0..count).map(|at| one_item(at, count, conditions)).collect::<Vec<_>>())
        .prop_flat_map(|items| {
            let values: Vec<_> = items.iter().map(|item| option::of(value_for(item.kind.clone()))).collect();
            (Just(items), values)
        })
        .prop_map(|(items, values)| {
            let given = items.iter().zip(values).filter_map(|(item, value)| Some((item.key.clone(), value?)));
            let answers = given.map(|(key, value)| (key, Answer { value, at: morning(), confirmed: false })).collect();
            (checklist(items), answers)
        })
}

/// Two answers to the question at a place, the second at least as good as the first.
fn improvement() -> impl Strategy<Value = (Checklist, Answers, Answers)> {
    (answered_checklist(false), any::<proptest::sample::Index>())
        .prop_flat_map(|((checklist, answers), at)| {
            let item = checklist.items[at.index(checklist.items.len())].clone();
            let value = value_for(item.kind.clone());
            (Just((checklist, answers)), Just(item), value)
        })
        .prop_map(|((checklist, answers), item, value)| {
            let mut changed = answers.clone();
            changed.insert(item.key.clone(), Answer { value, at: morning(), confirmed: false });
            let rate_in = |answers: &Answers| rate(&item, answers.get(&item.key).map(|answer| &answer.value));
            let (worse, better) =
                if rate_in(&answers) <= rate_in(&changed) { (answers, changed) } else { (changed, answers) };
            (checklist, worse, better)
        })
}

const fn rank(band: Band) -> u8 {
    match band {
        Band::Fail => 0,
        Band::Conditional => 1,
        Band::Pass => 2,
    }
}

proptest! {
    #[test]
    fn a_score_lies_between_nothing_and_the_whole((checklist, answers) in answered_checklist(true)) {
        let score = score(&checklist, &answers);
        prop_assert!(score.share <= Share::WHOLE);
        prop_assert!(score.points <= score.out_of);
        for item in &score.items {
            prop_assert!(item.points <= item.out_of);
        }
    }

    #[test]
    fn improving_an_answer_never_lowers_the_score((checklist, worse, better) in improvement()) {
        let (low, high) = (score(&checklist, &worse), score(&checklist, &better));
        prop_assert!(low.share <= high.share && low.points <= high.points, "{low:?} {high:?}");
        prop_assert_eq!(low.out_of, high.out_of, "what is at stake does not depend on the answers");
        prop_assert!(rank(low.band) <= rank(high.band));
        prop_assert!(high.knocked_out.iter().all(|key| low.knocked_out.contains(key)));
    }

    #[test]
    fn a_failed_knock_out_fails_the_visit_whatever_the_rest_says((checklist, answers) in answered_checklist(true)) {
        let score = score(&checklist, &answers);
        let failed: Vec<ItemKey> = asked(&checklist, &answers)
            .into_iter()
            .filter(|item| {
                let rate = rate(item, answers.get(&item.key).map(|answer| &answer.value));
                item.knock_out.as_ref().is_some_and(|floor| rate < floor.at_least)
            })
            .map(|item| item.key.clone())
            .collect();
        prop_assert_eq!(&score.knocked_out, &failed);
        prop_assert!(failed.is_empty() || score.band == Band::Fail);
        // And without one the band says what the share says.
        let bands = checklist.bands;
        if failed.is_empty() {
            prop_assert_eq!(score.band == Band::Pass, score.share >= bands.pass && score.share >= bands.conditional);
            prop_assert_eq!(score.band == Band::Fail, score.share < bands.conditional);
        }
    }

    #[test]
    fn answers_to_hidden_questions_have_no_effect((checklist, answers) in answered_checklist(true)) {
        let shown: Vec<ItemKey> = asked(&checklist, &answers).into_iter().map(|item| item.key.clone()).collect();
        let only_shown: Answers =
            answers.iter().filter(|(key, _)| shown.contains(key)).map(|(key, value)| (key.clone(), value.clone())).collect();
        prop_assert_eq!(score(&checklist, &answers), score(&checklist, &only_shown));
        prop_assert_eq!(open_items(&checklist, &answers), open_items(&checklist, &only_shown));
        let again: Vec<ItemKey> = asked(&checklist, &only_shown).into_iter().map(|item| item.key.clone()).collect();
        prop_assert_eq!(shown, again);
    }

    #[test]
    fn the_points_are_the_sum_of_the_items_that_are_asked_and_weigh((checklist, answers) in answered_checklist(true)) {
        let score = score(&checklist, &answers);
        let weighing: Vec<&Item> = asked(&checklist, &answers).into_iter().filter(|item| item.weight > 0).collect();
        prop_assert_eq!(score.items.len(), weighing.len());
        let (mut points, mut out_of) = (0_u64, 0_u64);
        for (part, item) in score.items.iter().zip(weighing) {
            prop_assert_eq!((&part.item, part.out_of), (&item.key, item.weight));
            points += u64::from(part.points);
            out_of += u64::from(part.out_of);
        }
        prop_assert_eq!(u64::from(score.points), points.min(u64::from(u32::MAX)));
        prop_assert_eq!(u64::from(score.out_of), out_of.min(u64::from(u32::MAX)));
    }

    #[test]
    fn a_question_is_open_exactly_if_it_is_asked_and_required_and_not_answered((checklist, answers) in answered_checklist(true)) {
        let open = open_items(&checklist, &answers);
        let shown: Vec<&ItemKey> = asked(&checklist, &answers).into_iter().map(|item| &item.key).collect();
        for item in &checklist.items {
            let answered = is_answered(item, answers.get(&item.key).map(|answer| &answer.value));
            let wanted = shown.contains(&&item.key) && item.required && !answered;
            prop_assert_eq!(open.contains(&item.key), wanted);
        }
    }

    /// The same answers given in any order, one act each, end in the same visit and the same score.
    #[test]
    fn the_order_of_answering_is_irrelevant(
        ((checklist, answers), shuffled) in answered_checklist(true).prop_flat_map(|(checklist, answers)| {
            let given: Vec<(ItemKey, Answer)> = answers.clone().into_iter().collect();
            (Just((checklist, answers)), Just(given).prop_shuffle())
        })
    ) {
        let by_hand = |(key, _): &(ItemKey, Answer)| {
            checklist.item(key).is_some_and(|item| !matches!(item.kind, ItemKind::Photo { .. }))
        };
        let run = |order: Vec<(ItemKey, Answer)>| {
            let mut stage = Stage::rep().having(a_visit()).having(checklist.clone());
            for (key, answer) in order.into_iter().filter(by_hand) {
                let command: domain::Command =
                    AnswerItem { visit: visit_id(), item: key, value: Some(answer.value), confirmed: false }.into();
                command.carry_out(&mut stage.world, &stage.context).ok();
            }
            let out: domain::Command = CheckOut { visit: visit_id(), fix: None, note: String::new() }.into();
            let ending = out.carry_out(&mut stage.world, &stage.context).map(|_| ());
            (ending, stage.get::<Visit>(visit_id()).clone())
        };
        prop_assert_eq!(run(answers.into_iter().collect()), run(shuffled));
    }
}

fn only(kind: ItemKind) -> Item {
    item("only", kind)
}

#[test]
fn every_kind_of_answer_has_its_rate() {
    let number = |target| only(ItemKind::Number { unit: words("个"), min: 0, max: 99, target });
    let options = vec![pick("good", 10_000), pick("fair", 5_000), pick("odd", 20_000)];
    let choice = only(ItemKind::Choice { options, many: true });
    let scale = |steps| only(ItemKind::Scale { anchors: vec![words("好"); steps] });
    let photo = only(ItemKind::Photo { standard: None, slots: vec![slot("a"), slot("b"), slot("c")] });
    let table =
        only(ItemKind::Table { products: vec![id(40), id(41)], columns: vec![TableColumn::Stock, TableColumn::Price] });
    let row = |product, price: Option<i64>| TableRow { product: id(product), stock: Some(0), price: price.map(Money) };
    let picked = |keys: &[&str]| AnswerValue::Choice(keys.iter().map(|key| (*key).to_owned()).collect());
    let photos = |slots: &[&str]| {
        AnswerValue::Photos(slots.iter().map(|slot| ((*slot).to_owned(), id(60))).collect::<BTreeMap<_, _>>())
    };
    let text = |text: &str| AnswerValue::Text(text.into());
    let cases = [
        (only(ItemKind::YesNo { good: true }), AnswerValue::YesNo(true), 10_000),
        (only(ItemKind::YesNo { good: false }), AnswerValue::YesNo(true), 0),
        (number(Some(20)), AnswerValue::Number(5), 2_500),
        (number(Some(20)), AnswerValue::Number(40), 10_000),
        (number(Some(20)), AnswerValue::Number(-3), 0),
        (number(Some(0)), AnswerValue::Number(0), 10_000),
        (number(None), AnswerValue::Number(0), 10_000),
        (choice.clone(), picked(&["good", "fair"]), 5_000),
        (choice.clone(), picked(&["odd"]), 10_000),
        (choice, picked(&["unheard-of"]), 0),
        (scale(3), AnswerValue::Scale(1), 5_000),
        (scale(3), AnswerValue::Scale(9), 10_000),
        (scale(1), AnswerValue::Scale(0), 10_000),
        (photo.clone(), photos(&["a", "c"]), 6_666),
        (photo, photos(&["elsewhere"]), 0),
        (table.clone(), AnswerValue::Table(vec![row(40, Some(350)), row(41, None)]), 5_000),
        (table, AnswerValue::Table(vec![row(41, Some(1)), row(40, Some(1))]), 10_000),
        (only(ItemKind::Text), text("好"), 10_000),
        (only(ItemKind::Text), text("  "), 0),
        (only(ItemKind::Date), AnswerValue::Date(DAY), 10_000),
    ];
    for (item, value, wanted) in cases {
        assert_eq!(rate(&item, Some(&value)), Share(wanted), "{:?} {value:?}", item.kind);
        assert_eq!(rate(&item, None), Share::NONE);
    }
}

#[test]
fn the_share_is_the_weighted_sum_of_the_rates() {
    let yes_no = |key: &str, weight| Item { weight, ..item(key, ItemKind::YesNo { good: true }) };
    let scale = Item { weight: 30, ..item("scale", ItemKind::Scale { anchors: vec![words("好"); 3] }) };
    let list = checklist(vec![yes_no("a", 50), scale, yes_no("b", 20)]);
    let given = |value| Answer { value, at: morning(), confirmed: false };
    let answers = Answers::from([
        ("a".into(), given(AnswerValue::YesNo(true))),
        ("scale".into(), given(AnswerValue::Scale(1))),
        ("b".into(), given(AnswerValue::YesNo(false))),
    ]);
    let score = score(&list, &answers);
    assert_eq!((score.points, score.out_of, score.share, score.band), (65, 100, Share(6_500), Band::Conditional));
}

#[test]
fn bands_begin_where_the_checklist_says() {
    let at = |share: i64| {
        let number = ItemKind::Number { unit: words("个"), min: 0, max: 10_000, target: Some(10_000) };
        let list = checklist(vec![Item { weight: 10_000, ..item("n", number) }]);
        score(
            &list,
            &Answers::from([(
                "n".into(),
                Answer { value: AnswerValue::Number(share), at: morning(), confirmed: false },
            )]),
        )
        .band
    };
    assert_eq!([at(5_999), at(6_000)], [Band::Fail, Band::Conditional]);
    assert_eq!([at(7_999), at(8_000)], [Band::Conditional, Band::Pass]);
}

#[test]
fn a_checklist_without_weights_is_whole() {
    let unweighed = items_of_every_kind().into_iter().map(|item| Item { weight: 0, ..item }).collect();
    let score = score(&checklist(unweighed), &Answers::new());
    assert_eq!((score.share, score.band, score.items.len()), (Share::WHOLE, Band::Pass, 0));
}
