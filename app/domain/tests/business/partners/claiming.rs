//! Looking after a candidate that somebody else has found (F42).

use super::with;
use crate::sample::*;
use domain::commands::{ClaimCandidate, MoveCandidate};
use domain::records::{Candidate, CandidateStage};
use domain::{Refusal, Scope};

fn claim() -> ClaimCandidate {
    ClaimCandidate { candidate: candidate_id() }
}

#[test]
fn whoever_claims_a_candidate_looks_after_it_and_whoever_did_looks_after_it_no_more() {
    let mut stage = with(Stage::rep(), a_candidate()).acting_as(other_rep());
    stage.context.actor_name = "王磊".into();
    let stage = stage.after(claim());
    let candidate = stage.get::<Candidate>(candidate_id());
    assert_eq!((candidate.owner, candidate.owner_name.as_str()), (other_rep(), "王磊"));
    assert_eq!(candidate.stage, CandidateStage::Lead);
    let step = MoveCandidate { candidate: candidate_id(), stage: CandidateStage::Contacted, next: None };
    assert!(stage.decide(step.clone()).is_ok());
    assert_eq!(stage.acting_as(rep()).refusal(step), Refusal::NotYourCandidate { owner_name: "王磊".into() });
}

#[test]
fn whoever_cannot_visit_the_place_cannot_look_after_it() {
    let scopes = vec![Scope::Company, Scope::Region(region()), Scope::Territory(other_territory())];
    let stage = with(Stage::rep(), a_candidate()).acting_as(other_rep()).holding(scopes);
    assert_eq!(stage.refusal(claim()), Refusal::OutsideYourArea { name: "鑫源商贸".into() });
}

#[test]
fn nobody_claims_what_is_over_or_not_known() {
    for stage in [CandidateStage::Eliminated, CandidateStage::Left] {
        assert_eq!(with(Stage::rep(), at(stage)).refusal(claim()), Refusal::StageUnfit { stage });
    }
    assert_eq!(Stage::rep().refusal(claim()), Refusal::CandidateUnknown { candidate: candidate_id() });
}
