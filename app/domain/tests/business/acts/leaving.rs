//! Checking out.

use crate::sample::*;
use domain::Refusal;
use domain::commands::{AnswerItem, CheckOut};
use domain::geo::Position;
use domain::limits::TEXT_CHARS;
use domain::measure::Share;
use domain::records::{AnswerValue, Attendance, Band, Checklist, Outlet, Visit};
use domain::rules::score::score;

fn check_out() -> CheckOut {
    CheckOut { visit: visit_id(), fix: None, note: String::new() }
}

/// Nothing is required on this one.
fn stage() -> Stage {
    let items = items_of_every_kind().into_iter().map(|item| domain::records::Item { required: false, ..item });
    Stage::rep().having(a_visit()).having(checklist(items.collect()))
}

#[test]
fn a_check_out_ends_the_visit_and_scores_it() {
    let yes = AnswerItem {
        visit: visit_id(),
        item: "yes_no".into(),
        value: Some(AnswerValue::YesNo(true)),
        confirmed: false,
    };
    let mut stage = stage().after(yes);
    stage.context.captured_at = morning().plus(900_000);
    let stage = stage.after(CheckOut { note: "  缺货两种 ".into(), ..check_out() });
    let visit = stage.get::<Visit>(visit_id());
    assert_eq!((visit.is_open(), visit.stayed(), visit.note.as_str()), (false, Some(900_000), "缺货两种"));
    let scored = visit.score.as_ref().unwrap();
    assert_eq!(scored, &score(stage.get::<Checklist>(id(4)), &visit.answers));
    assert_eq!((scored.points, scored.out_of, scored.share, scored.band), (10, 130, Share(769), Band::Fail));
}

#[test]
fn a_check_out_keeps_where_the_phone_was_and_how_far_that_is() {
    let fix = fix_at(Position { lat: HOME.lat + 1_000, ..HOME }, 15);
    let there = stage().after(CheckOut { fix: Some(fix), ..check_out() });
    let out = there.get::<Visit>(visit_id()).check_out.clone();
    assert_eq!(out, Some(Attendance { at: morning(), fix: Some(fix), distance: Some(111), exception: None }));
    let shop_gone = stage().without::<Outlet>(outlet()).after(CheckOut { fix: Some(fix), ..check_out() });
    assert_eq!(shop_gone.get::<Visit>(visit_id()).check_out.as_ref().unwrap().distance, None);
}

#[test]
fn a_clock_that_was_set_back_gives_no_negative_stay() {
    let mut stage = stage();
    stage.context.captured_at = morning().plus(-3_600_000);
    assert_eq!(stage.after(check_out()).get::<Visit>(visit_id()).stayed(), Some(0));
}

#[test]
fn a_check_out_of_a_visit_that_cannot_be_changed_is_refused() {
    assert_eq!(Stage::rep().refusal(check_out()), Refusal::VisitUnknown { visit: visit_id() });
    let not_yours = Refusal::NotYourVisit { rep_name: "李娜".into() };
    assert_eq!(stage().acting_as(other_rep()).refusal(check_out()), not_yours);
    assert_eq!(stage().after(check_out()).refusal(check_out()), Refusal::VisitEnded);
}

#[test]
fn a_check_out_without_its_checklist_is_refused() {
    assert_eq!(stage().without::<Checklist>(id(4)).refusal(check_out()), Refusal::ChecklistUnknown);
}

#[test]
fn a_check_out_with_open_required_questions_is_refused_with_their_names() {
    let stage = Stage::rep().having(a_visit());
    assert_eq!(stage.refusal(check_out()), Refusal::ItemsOpen { items: vec!["photo".into()] });
    let half = Stage::rep().having(a_visit_with_photo()).having(a_photo());
    assert_eq!(half.refusal(check_out()), Refusal::ItemsOpen { items: vec!["photo".into()] }, "one of two slots");
}

#[test]
fn a_note_that_is_too_long_is_refused() {
    let long = CheckOut { note: "长".repeat(TEXT_CHARS + 1), ..check_out() };
    assert_eq!(stage().refusal(long), Refusal::TooLong { limit: TEXT_CHARS as u32 });
}

#[test]
fn a_check_out_keeps_which_answers_did_not_fit() {
    let check = domain::records::Check {
        key: "number_small".into(),
        at: "number".into(),
        left: domain::records::Formula::Of("number".into()),
        must_be: domain::records::Comparison::AtMost,
        right: domain::records::Formula::Is(5),
        words: words("太多"),
    };
    let list = Checklist { checks: vec![check], ..stage().get::<Checklist>(id(4)).clone() };
    let many =
        AnswerItem { visit: visit_id(), item: "number".into(), value: Some(AnswerValue::Number(9)), confirmed: false };
    let left = stage().having(list).after(many).after(check_out());
    assert_eq!(left.get::<Visit>(visit_id()).odd, ["number_small"]);
    assert_eq!(stage().after(check_out()).get::<Visit>(visit_id()).odd, Vec::<String>::new());
}
