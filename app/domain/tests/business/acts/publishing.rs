//! New versions of forms and weights (F27, S80).

use crate::sample::*;
use domain::commands::{PublishChecklist, PublishQualification};
use domain::measure::Share;
use domain::records::*;
use domain::time::Moment;
use domain::{Refusal, Scope};

fn soon() -> Moment {
    Stage::manager().context.captured_at.plus(1)
}

fn next_version() -> Checklist {
    Checklist {
        id: id(400),
        version: 2,
        from: soon(),
        scope: Scope::Region(region()),
        ..checklist(items_of_every_kind())
    }
}

fn next_rule() -> QualificationRule {
    QualificationRule {
        id: id(401),
        version: 2,
        from: soon(),
        site_weight: 60,
        mindset_weight: 40,
        mindset_floor: Share(6_000),
        pass: Share(7_000),
        interviewers: 2,
        disagreement: 2,
        sources: 2,
        same_name: Vec::new(),
        months: 12,
    }
}

#[test]
fn a_manager_publishes_a_version_under_an_id_of_its_own() {
    let command = PublishChecklist { checklist: next_version() };
    let stage = Stage::manager().after(command.clone());
    assert_eq!(stage.get::<Checklist>(id(400)).version, 2);
    assert_eq!(stage.refusal(command), Refusal::FormUnfit, "what is published is never written over");
}

#[test]
fn a_rep_publishes_nothing() {
    let stage = Stage::rep();
    assert_eq!(stage.refusal(PublishChecklist { checklist: next_version() }), Refusal::NotYourRole);
    assert_eq!(stage.refusal(PublishQualification { rule: next_rule() }), Refusal::NotYourRole);
}

#[test]
fn nothing_is_published_into_the_past() {
    let stage = Stage::manager();
    let past = stage.context.captured_at.plus(-1);
    let command = PublishChecklist { checklist: Checklist { from: past, ..next_version() } };
    assert_eq!(stage.refusal(command), Refusal::DatesUnfit);
}

#[test]
fn a_form_that_nobody_could_fill_in_is_not_published() {
    let wrong = |change: fn(&mut Checklist)| {
        let mut list = next_version();
        change(&mut list);
        Stage::manager().decide(PublishChecklist { checklist: list }).map(drop)
    };
    assert_eq!(wrong(|list| list.items.clear()), Err(Refusal::FormUnfit));
    assert_eq!(wrong(|list| list.items[1].key = list.items[0].key.clone()), Err(Refusal::FormUnfit));
    assert_eq!(wrong(|list| list.items[0].weight = 1_001), Err(Refusal::FormUnfit));
    assert_eq!(wrong(|list| list.bands.conditional = Share(10_000)), Err(Refusal::FormUnfit));
    assert_eq!(wrong(|list| list.items[0].kind = ItemKind::Scale { anchors: Vec::new() }), Err(Refusal::FormUnfit));
    assert_eq!(wrong(|list| list.items[0].title.zh = "  ".into()), Err(Refusal::WordsNeeded));
    assert_eq!(wrong(|list| list.title.zh.clear()), Err(Refusal::WordsNeeded));
    assert!(wrong(|list| list.items[0].hint.zh = "长".repeat(2_001)).is_err());
    let many = |list: &mut Checklist| {
        let item = list.items[0].clone();
        list.items = (0..121).map(|n| Item { key: ItemKey(format!("k{n}")), ..item.clone() }).collect();
    };
    assert_eq!(wrong(many), Err(Refusal::TooMany { limit: 120 }));
}

#[test]
fn weights_that_cannot_be_added_up_are_not_published() {
    let stage = Stage::manager().after(PublishQualification { rule: next_rule() });
    for rule in [
        QualificationRule { site_weight: 0, mindset_weight: 0, ..next_rule() },
        QualificationRule { pass: Share(10_001), ..next_rule() },
        QualificationRule { months: 0, ..next_rule() },
        QualificationRule { interviewers: 6, ..next_rule() },
    ] {
        let rule = QualificationRule { id: id(402), ..rule };
        assert_eq!(stage.refusal(PublishQualification { rule }), Refusal::FormUnfit);
    }
}

#[test]
fn a_manager_publishes_for_their_region_and_its_territories_and_for_nobody_else() {
    let published = |stage: Stage, scope| {
        stage.decide(PublishChecklist { checklist: Checklist { scope, ..next_version() } }).map(drop)
    };
    for scope in [Scope::Region(region()), Scope::Territory(territory()), Scope::Territory(other_territory())] {
        assert_eq!(published(Stage::manager(), scope), Ok(()), "{scope}");
    }
    let outside = Err(Refusal::OutsideYourArea { name: String::new() });
    for scope in [Scope::Region(id(2)), Scope::Territory(id(19)), Scope::Office(region()), Scope::User(rep())] {
        assert_eq!(published(Stage::manager(), scope), outside, "{scope}: not even that it is there");
    }
    assert_eq!(published(Stage::manager(), Scope::Company), Err(Refusal::NotYourRole));
    assert_eq!(published(Stage::centre(), Scope::Company), Ok(()));
}

#[test]
fn a_form_holds_no_photo_against_a_standard_that_its_people_do_not_have() {
    let ground = Territory {
        id: territory(),
        region: region(),
        name: words("丛台"),
        territory_type: TerritoryType::Urban,
        area_codes: vec![],
    };
    let stage = || Stage::manager().having(ground.clone());
    let with = |scope: Scope, standard: Scope| {
        let standard = DisplayStandard {
            id: id(5),
            lineage: "shelf".into(),
            version: 1,
            name: words("主货架"),
            classes: vec![OutletClass::A],
            reference: None,
            points: vec![],
            from: Moment(0),
            scope: standard,
        };
        let photo = ItemKind::Photo { standard: Some(id(5)), slots: vec![slot("front")] };
        let list = Checklist { scope, ..next_version() };
        let command = PublishChecklist { checklist: Checklist { items: vec![item("photo", photo)], ..list } };
        stage().having(standard).decide(command).map(drop)
    };
    let (here, one) = (Scope::Region(region()), Scope::Territory(territory()));
    for (form, standard) in [(here, Scope::Company), (here, here), (one, here), (one, one)] {
        assert_eq!(with(form, standard), Ok(()), "{form} by {standard}");
    }
    for (form, standard) in [(here, one), (one, Scope::Region(id(2))), (one, Scope::Territory(other_territory()))] {
        assert_eq!(with(form, standard), Err(Refusal::StandardUnfit), "{form} by {standard}");
    }
}
