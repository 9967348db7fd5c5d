//! Moving a candidate along, and asking the manager (F41, F47).

use super::{too_long, with};
use crate::sample::*;
use domain::Refusal;
use domain::commands::{MoveCandidate, ProposeCandidate};
use domain::limits::{SHORT_TEXT_CHARS, TEXT_CHARS};
use domain::records::*;

fn to(stage: CandidateStage) -> MoveCandidate {
    MoveCandidate { candidate: candidate_id(), stage, next: None }
}

fn step(words: &str) -> NextStep {
    NextStep { words: words.into(), due: DAY }
}

fn propose(kind: ProposalKind) -> ProposeCandidate {
    ProposeCandidate { candidate: candidate_id(), kind, words: " 齐了 ".into() }
}

fn cut(item: &str) -> ProposalKind {
    ProposalKind::Eliminate { item: item.into() }
}

#[test]
fn a_rep_moves_a_card_among_the_early_stages_and_no_further() {
    for from in CandidateStage::ALL {
        for stage in CandidateStage::ALL {
            let decided = with(Stage::rep(), at(from)).decide(to(stage));
            let moves = from.is_early() && stage.is_early();
            let stays = !stage.is_early() && !from.is_over();
            if moves || stays {
                let changes = decided.unwrap();
                let AnyRecord::Candidate(after) = &changes.put[0] else { panic!("{changes:?}") };
                assert_eq!(after.stage, if moves { stage } else { from }, "{from:?} to {stage:?}");
            } else {
                assert_eq!(decided, Err(Refusal::StageUnfit { stage: from }), "{from:?} to {stage:?}");
            }
        }
    }
}

#[test]
fn whatever_the_stage_the_next_step_is_said_and_taken_away() {
    let member = with(Stage::rep(), at(CandidateStage::Member));
    let next = Some(step("回访"));
    let stage = member.after(MoveCandidate { next: next.clone(), ..to(CandidateStage::Member) });
    assert_eq!(stage.get::<Candidate>(candidate_id()).next, next);
    assert_eq!(stage.after(to(CandidateStage::Member)).get::<Candidate>(candidate_id()).next, None);
}

#[test]
fn a_next_step_is_not_lost_to_what_was_decided_meanwhile() {
    use CandidateStage::{Inspecting, Member, Proposed, Qualified, Signing, Suspended};
    // What the phone knew, and what the manager has made of it since.
    for (knew, is) in [(Proposed, Qualified), (Proposed, Inspecting), (Signing, Member), (Member, Suspended)] {
        let next = Some(step("回访"));
        let stage = with(Stage::rep(), at(is)).after(MoveCandidate { next: next.clone(), ..to(knew) });
        let after = stage.get::<Candidate>(candidate_id());
        assert_eq!((after.stage, &after.next), (is, &next), "{knew:?}");
    }
}

#[test]
fn a_next_step_says_what_it_is_in_a_few_words() {
    let stage = with(Stage::rep(), a_candidate());
    let with_step = |words: &str| MoveCandidate { next: Some(step(words)), ..to(CandidateStage::Lead) };
    assert_eq!(stage.refusal(with_step(" ")), Refusal::WordsNeeded);
    let long = stage.refusal(with_step(&too_long(SHORT_TEXT_CHARS)));
    assert_eq!(long, Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 });
}

#[test]
fn nobody_moves_or_proposes_somebody_elses_candidate_nor_one_that_is_not_known() {
    let stage = with(Stage::rep(), a_candidate()).acting_as(other_rep());
    let not_yours = Refusal::NotYourCandidate { owner_name: "李娜".into() };
    assert_eq!(stage.refusal(to(CandidateStage::Contacted)), not_yours);
    assert_eq!(stage.refusal(propose(ProposalKind::Qualify)), not_yours);
    let unknown = Refusal::CandidateUnknown { candidate: candidate_id() };
    assert_eq!(Stage::rep().refusal(to(CandidateStage::Contacted)), unknown);
    assert_eq!(Stage::rep().refusal(propose(ProposalKind::Qualify)), unknown);
}

#[test]
fn who_is_proposed_waits_for_the_manager_and_the_proposal_says_who_asked_for_what() {
    let stage = with(Stage::rep(), at(CandidateStage::Inspecting)).after(propose(ProposalKind::Qualify));
    let candidate = stage.get::<Candidate>(candidate_id());
    assert_eq!(candidate.stage, CandidateStage::Proposed);
    let wanted = Proposal {
        kind: ProposalKind::Qualify,
        words: "齐了".into(),
        by: rep(),
        by_name: "李娜".into(),
        at: morning(),
    };
    assert_eq!(candidate.proposal, Some(wanted));
}

#[test]
fn who_is_qualified_signing_or_a_member_is_asked_for_again_once_a_year_and_stays_what_they_are() {
    use CandidateStage::{Member, Qualified, Signing};
    for stage in CandidateStage::ALL {
        let decided = with(Stage::rep(), at(stage)).decide(propose(ProposalKind::Qualify));
        let fits = stage.is_early() || matches!(stage, Qualified | Signing | Member);
        assert_eq!(decided.is_ok(), fits, "{stage:?}");
        if let Ok(changes) = decided {
            let AnyRecord::Candidate(after) = &changes.put[0] else { panic!("{changes:?}") };
            assert_eq!(after.stage, if stage.is_early() { CandidateStage::Proposed } else { stage });
        } else {
            assert_eq!(decided, Err(Refusal::StageUnfit { stage }));
        }
    }
}

#[test]
fn to_cut_somebody_is_asked_for_by_an_item_and_before_they_are_qualified() {
    for stage in CandidateStage::ALL {
        let decided = with(Stage::rep(), at(stage)).decide(propose(cut("仓库")));
        assert_eq!(decided.is_ok(), stage.is_early() || stage == CandidateStage::Proposed, "{stage:?}");
    }
    let stage = with(Stage::rep(), a_candidate());
    assert_eq!(stage.refusal(propose(cut(" "))), Refusal::WordsNeeded);
    let long = propose(cut(&too_long(SHORT_TEXT_CHARS)));
    assert_eq!(stage.refusal(long), Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 });
    let wordy = ProposeCandidate { words: too_long(TEXT_CHARS), ..propose(ProposalKind::Qualify) };
    assert_eq!(stage.refusal(wordy), Refusal::TooLong { limit: TEXT_CHARS as u32 });
}
