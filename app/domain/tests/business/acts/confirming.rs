//! The shop signs what was found, and what was signed stays what was found.

use crate::sample::*;
use domain::commands::{AnnotatePhoto, AnswerItem, Command, ConfirmVisit, KeepPhoto, NoteCompanion};
use domain::limits::{SHORT_TEXT_CHARS, SIGNATURE_BYTES};
use domain::records::{AnswerValue, Confirmation, JointRole, Visit};
use domain::{Refusal, Scope};

fn sign() -> ConfirmVisit {
    ConfirmVisit { visit: visit_id(), name: " 王建 ".into(), signature: "M1 2L3 4".into() }
}

fn signed() -> Option<Confirmation> {
    Some(Confirmation { name: "王建".into(), signature: "M1 2L3 4".into(), at: morning() })
}

fn stage() -> Stage {
    Stage::rep().having(a_visit_with_photo()).having(a_photo())
}

fn confirmed(stage: &Stage) -> Option<Confirmation> {
    stage.get::<Visit>(visit_id()).confirmed.clone()
}

fn number(value: Option<i64>) -> AnswerItem {
    let value = value.map(AnswerValue::Number);
    AnswerItem { visit: visit_id(), item: "number".into(), value, confirmed: false }
}

#[test]
fn the_shop_signs_with_a_name_and_a_moment() {
    let stage = stage().after(sign());
    assert_eq!(confirmed(&stage), signed());
    let without = Visit { confirmed: None, ..stage.get::<Visit>(visit_id()).clone() };
    assert_eq!(without, a_visit_with_photo(), "nothing else changes");
}

#[test]
fn signing_again_takes_the_place_of_the_first_and_an_empty_hand_takes_it_back() {
    let stage = stage().after(sign()).after(ConfirmVisit { name: "王二".into(), ..sign() });
    assert_eq!(confirmed(&stage).map(|confirmed| confirmed.name).as_deref(), Some("王二"));
    for name in ["王建", ""] {
        let back = ConfirmVisit { name: name.into(), signature: String::new(), ..sign() };
        let stage = Stage::rep().having(Visit { confirmed: signed(), ..a_visit() }).after(back.clone()).after(back);
        assert_eq!(confirmed(&stage), None);
    }
}

#[test]
fn an_answer_a_photo_or_its_going_afterwards_makes_the_signature_vanish() {
    let changing: [(&str, Command); 5] = [
        ("an answer", number(Some(3)).into()),
        ("an answer taken back", number(None).into()),
        ("another photo", take(61, "side").into()),
        ("a photo taken again", take(61, "front").into()),
        ("a photo thrown away", drop_it(60).into()),
    ];
    for (what, command) in changing {
        let stage = stage().after(sign());
        assert_eq!(confirmed(&stage), signed());
        assert_eq!(confirmed(&stage.after(command)), None, "{what}");
    }
}

#[test]
fn what_is_said_about_the_photos_or_the_company_leaves_the_signature_alone() {
    let (photo, visit) = (photo_id(), visit_id());
    let others: [Command; 3] = [
        KeepPhoto { photo, visit, because: "货架没变".into() }.into(),
        AnnotatePhoto { photo, visit, marks: vec![] }.into(),
        NoteCompanion {
            visit,
            name: "赵强".into(),
            role: JointRole::Trainer,
            feedback: String::new(),
            next: String::new(),
        }
        .into(),
    ];
    for command in others {
        assert_eq!(confirmed(&stage().after(sign()).after(command)), signed());
    }
}

#[test]
fn a_change_that_is_refused_leaves_the_signature_alone() {
    let mut stage = stage().after(sign());
    let refused = Command::from(number(Some(51))).carry_out(&mut stage.world, &stage.context);
    assert!(refused.is_err());
    assert_eq!(confirmed(&stage), signed());
}

#[test]
fn the_signature_is_still_there_after_check_out() {
    let items = items_of_every_kind().into_iter().map(|item| domain::records::Item { required: false, ..item });
    let stage = Stage::rep().having(a_visit()).having(checklist(items.collect())).after(sign());
    let left = stage.after(domain::commands::CheckOut { visit: visit_id(), fix: None, note: String::new() });
    assert_eq!(confirmed(&left), signed());
    assert_eq!(left.refusal(sign()), Refusal::VisitEnded);
}

#[test]
fn who_signs_is_named_and_draws_nothing_but_lines() {
    assert_eq!(stage().refusal(ConfirmVisit { name: "  ".into(), ..sign() }), Refusal::WordsNeeded);
    let long = ConfirmVisit { name: "长".repeat(SHORT_TEXT_CHARS + 1), ..sign() };
    assert_eq!(stage().refusal(long), Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 });
    // What is not path data never gets into a page, however short it is.
    for signature in ["\"/><script>".to_owned(), "M".repeat(SIGNATURE_BYTES + 1)] {
        let refusal = stage().refusal(ConfirmVisit { signature, ..sign() });
        assert_eq!(refusal, Refusal::TooLong { limit: SIGNATURE_BYTES as u32 });
    }
}

#[test]
fn only_ones_own_open_visit_in_ones_areas_is_signed() {
    assert_eq!(Stage::rep().refusal(sign()), Refusal::VisitUnknown { visit: visit_id() });
    let not_yours = Refusal::NotYourVisit { rep_name: "李娜".into() };
    assert_eq!(stage().acting_as(other_rep()).refusal(sign()), not_yours);
    assert_eq!(Stage::manager().having(a_visit()).refusal(sign()), not_yours, "a manager signs for no shop");
    let elsewhere = stage().holding(vec![Scope::Territory(other_territory())]);
    assert_eq!(elsewhere.refusal(sign()), Refusal::OutsideYourArea { name: String::new() });
}
