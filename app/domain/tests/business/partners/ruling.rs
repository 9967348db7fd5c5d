//! What a manager decides about a candidate, and its minutes (F47, F48).

use super::{too_long, with};
use crate::sample::*;
use CandidateRuling::{Eliminate, Exit, Qualify, Resume, SendBack, Suspend};
use domain::Refusal;
use domain::commands::RuleCandidate;
use domain::limits::{SHORT_TEXT_CHARS, TEXT_CHARS};
use domain::records::*;
use domain::rules::candidate::rulings;
use jiff::civil::date;

fn rule(ruling: CandidateRuling) -> RuleCandidate {
    RuleCandidate {
        candidate: candidate_id(),
        ruling,
        item: String::new(),
        words: "看过了".into(),
        until: Some(YEAR_END),
        weighed: None,
    }
}

fn proposal(kind: ProposalKind) -> Proposal {
    Proposal { kind, words: String::new(), by: rep(), by_name: "李娜".into(), at: morning() }
}

fn ruled(candidate: Candidate, ruling: CandidateRuling) -> Candidate {
    with(Stage::manager(), candidate).after(rule(ruling)).get::<Candidate>(candidate_id()).clone()
}

#[test]
fn each_ruling_fits_some_stages_and_leads_to_one() {
    use CandidateStage::*;
    for (ruling, fits) in [
        (Qualify, vec![(Proposed, Qualified), (Qualified, Qualified), (Signing, Signing), (Member, Member)]),
        (SendBack, vec![(Proposed, Inspecting)]),
        (
            Eliminate,
            [Lead, Contacted, Inspecting, Proposed, Qualified, Signing].map(|stage| (stage, Eliminated)).to_vec(),
        ),
        (Suspend, vec![(Qualified, Suspended), (Signing, Suspended), (Member, Suspended)]),
        (Resume, vec![(Suspended, Qualified)]),
        (Exit, vec![(Member, Left), (Suspended, Left)]),
    ] {
        for stage in CandidateStage::ALL {
            let decided = with(Stage::manager(), at(stage)).decide(rule(ruling));
            match fits.iter().find(|(from, _)| *from == stage) {
                None => assert_eq!(decided, Err(Refusal::StageUnfit { stage }), "{ruling:?}"),
                Some((_, to)) => assert_eq!(ruled(at(stage), ruling).stage, *to, "{ruling:?} of {stage:?}"),
            }
        }
    }
}

#[test]
fn a_manager_is_offered_what_fits_no_less_and_no_more_and_first_what_was_asked_for() {
    let eliminate = ProposalKind::Eliminate { item: "仓库".into() };
    for stage in CandidateStage::ALL {
        for asked in [None, Some(ProposalKind::Qualify), Some(eliminate.clone())] {
            let candidate = Candidate { proposal: asked.clone().map(proposal), ..at(stage) };
            let offered = rulings(&candidate);
            for ruling in [Qualify, SendBack, Eliminate, Suspend, Resume, Exit] {
                let decided = with(Stage::manager(), candidate.clone()).decide(rule(ruling));
                assert_eq!(offered.contains(&ruling), decided.is_ok(), "{ruling:?} of {stage:?}, asked for {asked:?}");
            }
            let first = match asked {
                Some(ProposalKind::Qualify) => Qualify,
                _ => Eliminate,
            };
            assert!(asked.is_none() || !offered.contains(&first) || offered[0] == first, "{offered:?} of {stage:?}");
        }
    }
}

#[test]
fn a_rep_decides_nothing_and_a_manager_nothing_about_nobody() {
    assert_eq!(with(Stage::rep(), at(CandidateStage::Proposed)).refusal(rule(Qualify)), Refusal::NotYourRole);
    assert_eq!(Stage::manager().refusal(rule(Qualify)), Refusal::CandidateUnknown { candidate: candidate_id() });
}

#[test]
fn who_is_qualified_is_so_until_a_day_that_lies_within_thirteen_months() {
    let stage = with(Stage::manager(), at(CandidateStage::Proposed));
    let until = |until| RuleCandidate { until, ..rule(Qualify) };
    for day in [None, Some(date(2026, 3, 8)), Some(date(2027, 4, 10))] {
        assert_eq!(stage.refusal(until(day)), Refusal::DatesUnfit, "{day:?}");
    }
    for day in [DAY, date(2027, 4, 9)] {
        let after = stage.decide(until(Some(day))).unwrap();
        let AnyRecord::Candidate(after) = &after.put[0] else { panic!("{after:?}") };
        assert_eq!(after.qualified_until, Some(day));
    }
}

#[test]
fn nobody_is_sent_back_held_back_cut_or_put_out_without_a_word() {
    for (ruling, stage) in [
        (SendBack, CandidateStage::Proposed),
        (Eliminate, CandidateStage::Inspecting),
        (Suspend, CandidateStage::Member),
        (Exit, CandidateStage::Member),
    ] {
        let silent = RuleCandidate { words: " ".into(), ..rule(ruling) };
        assert_eq!(with(Stage::manager(), at(stage)).refusal(silent), Refusal::WordsNeeded, "{ruling:?}");
    }
    for (ruling, stage) in [(Qualify, CandidateStage::Proposed), (Resume, CandidateStage::Suspended)] {
        let silent = RuleCandidate { words: String::new(), ..rule(ruling) };
        assert!(with(Stage::manager(), at(stage)).decide(silent).is_ok(), "{ruling:?}");
    }
}

#[test]
fn who_would_not_pass_is_qualified_with_a_word_only_and_the_minutes_keep_what_was_known() {
    for weighed in Weighed::ALL {
        let silent = RuleCandidate { words: " ".into(), weighed: Some(weighed), ..rule(Qualify) };
        for stage in [CandidateStage::Proposed, CandidateStage::Qualified, CandidateStage::Member] {
            let stage = with(Stage::manager(), at(stage));
            match weighed {
                Weighed::Pass => assert!(stage.decide(silent.clone()).is_ok()),
                _ => assert_eq!(stage.refusal(silent.clone()), Refusal::WordsNeeded, "{weighed:?}"),
            }
            let after = stage.after(RuleCandidate { words: "只有他能送乡镇".into(), ..silent.clone() });
            let minute = after.get::<Candidate>(candidate_id()).minutes[0].clone();
            assert_eq!((minute.weighed, minute.words.as_str()), (Some(weighed), "只有他能送乡镇"));
        }
    }
}

#[test]
fn who_is_cut_by_an_item_needs_no_other_words_and_the_item_that_was_asked_for_counts() {
    let asked = Candidate {
        proposal: Some(proposal(ProposalKind::Eliminate { item: "仓库".into() })),
        ..at(CandidateStage::Proposed)
    };
    let stage = with(Stage::manager(), asked.clone());
    let silent = |item: &str| RuleCandidate { item: item.into(), words: String::new(), ..rule(Eliminate) };
    for (said, kept) in [("", "仓库"), (" ", "仓库"), ("车辆", "车辆")] {
        let after = stage.decide(silent(said)).unwrap();
        let AnyRecord::Candidate(after) = &after.put[0] else { panic!("{after:?}") };
        assert_eq!(after.minutes[0].item, kept);
    }
    let sent_back = ruled(asked, SendBack);
    assert_eq!(sent_back.minutes[0].item, "", "only who is cut is cut by an item");
}

#[test]
fn the_minutes_say_who_decided_what_on_whose_word_and_lose_no_line() {
    let stage = Candidate { proposal: Some(proposal(ProposalKind::Qualify)), ..at(CandidateStage::Proposed) };
    let stage = with(Stage::manager(), stage).after(rule(Qualify)).after(rule(Suspend)).after(rule(Resume));
    let candidate = stage.get::<Candidate>(candidate_id());
    assert_eq!(candidate.proposal, None, "it has been answered");
    let line = |ruling, proposed_by: &str| Minute {
        ruling,
        item: String::new(),
        words: "看过了".into(),
        weighed: None,
        proposed_by: proposed_by.into(),
        by_name: "赵强".into(),
        at: morning(),
    };
    assert_eq!(candidate.minutes, [line(Qualify, "李娜"), line(Suspend, ""), line(Resume, "")]);
}

#[test]
fn who_is_held_back_no_more_is_what_they_were() {
    for stage in [CandidateStage::Qualified, CandidateStage::Signing, CandidateStage::Member] {
        let held = ruled(Candidate { stage, ..qualified() }, Suspend);
        assert_eq!((held.stage, held.suspended_from), (CandidateStage::Suspended, Some(stage)));
        let again = ruled(held, Resume);
        assert_eq!((again.stage, again.suspended_from), (stage, None));
        assert_eq!(again.qualified_until, Some(YEAR_END));
    }
}

#[test]
fn a_yearly_look_that_did_not_convince_leaves_them_what_they_are_until_the_day_comes() {
    for stage in [CandidateStage::Qualified, CandidateStage::Signing, CandidateStage::Member] {
        let known = Candidate { stage, ..qualified() };
        assert_eq!(with(Stage::manager(), known.clone()).refusal(rule(SendBack)), Refusal::StageUnfit { stage });
        let asked = ruled(Candidate { proposal: Some(proposal(ProposalKind::Qualify)), ..known }, SendBack);
        assert_eq!((asked.stage, asked.qualified_until), (stage, Some(YEAR_END)));
        assert_eq!(asked.proposal, None);
    }
}

#[test]
fn a_request_that_is_overtaken_by_an_offer_can_still_be_answered() {
    // Asked for while qualified; then an agreement is offered, and they are signing.
    let asked =
        Candidate { stage: CandidateStage::Signing, proposal: Some(proposal(ProposalKind::Qualify)), ..qualified() };
    assert_eq!(ruled(asked.clone(), Qualify).stage, CandidateStage::Signing);
    assert_eq!(ruled(asked, SendBack).stage, CandidateStage::Signing);
}

#[test]
fn who_is_cut_or_has_left_is_qualified_no_more() {
    assert_eq!(ruled(qualified(), Eliminate).qualified_until, None);
    let member = Candidate { stage: CandidateStage::Member, ..qualified() };
    assert_eq!(ruled(member, Exit).qualified_until, None);
}

#[test]
fn words_and_items_are_not_too_long() {
    let stage = with(Stage::manager(), at(CandidateStage::Proposed));
    let words = RuleCandidate { words: too_long(TEXT_CHARS), ..rule(Qualify) };
    assert_eq!(stage.refusal(words), Refusal::TooLong { limit: TEXT_CHARS as u32 });
    let item = RuleCandidate { item: too_long(SHORT_TEXT_CHARS), ..rule(Eliminate) };
    assert_eq!(stage.refusal(item), Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 });
}
