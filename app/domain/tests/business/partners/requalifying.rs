//! Looking again at whoever is qualified before that ends (F48).

use crate::sample::*;
use domain::limits::REQUALIFY_DAYS;
use domain::records::*;
use domain::rules::requalification::{ends_in, is_recent};
use jiff::ToSpan;

fn member(days: i32) -> Candidate {
    let qualified_until = Some(DAY.saturating_add(days.days()));
    Candidate { stage: CandidateStage::Member, qualified_until, ..a_candidate() }
}

#[test]
fn a_qualification_that_ends_within_the_days_or_has_ended_is_to_be_looked_at_again() {
    assert_eq!(ends_in(&member(REQUALIFY_DAYS + 1), DAY), None);
    assert_eq!(ends_in(&member(REQUALIFY_DAYS), DAY), Some(REQUALIFY_DAYS));
    assert_eq!(ends_in(&member(0), DAY), Some(0));
    assert_eq!(ends_in(&member(-400), DAY), Some(-400));
}

#[test]
fn only_whoever_is_qualified_and_not_asked_about_already_is_to_be_looked_at_again() {
    use CandidateStage as At;
    for stage in CandidateStage::ALL {
        let due = ends_in(&Candidate { stage, ..member(3) }, DAY).is_some();
        assert_eq!(due, matches!(stage, At::Qualified | At::Signing | At::Member), "{stage:?}");
    }
    assert_eq!(ends_in(&Candidate { qualified_until: None, ..member(3) }, DAY), None);
    let by = rep();
    let asked =
        Proposal { kind: ProposalKind::Qualify, words: String::new(), by, by_name: "李娜".into(), at: morning() };
    assert_eq!(ends_in(&Candidate { proposal: Some(asked), ..member(3) }, DAY), None);
}

#[test]
fn an_inspection_of_long_ago_carries_no_new_qualification() {
    let ago = |days: i32| DAY.saturating_sub(days.days());
    assert!(is_recent(DAY, DAY) && is_recent(ago(2 * REQUALIFY_DAYS), DAY));
    assert!(!is_recent(ago(2 * REQUALIFY_DAYS + 1), DAY));
}
