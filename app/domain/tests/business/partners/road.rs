//! The whole road: from a name heard on the street to a member of the alliance, offline act by act.

use super::{on, with};
use crate::sample::*;
use domain::commands::*;
use domain::records::*;
use domain::rules::agreement::in_force;
use domain::{Command, Refusal, World};
use jiff::civil::date;

/// The same world with somebody else before it.
fn handed_to(world: World, other: Stage) -> Stage {
    Stage { world, context: other.context }
}

fn inspection() -> Checklist {
    let items = vec![item("warehouse", ItemKind::YesNo { good: true })];
    Checklist { id: id(6), purpose: Purpose::Inspection, ..checklist(items) }
}

/// A visit to the place with the checklist of an inspection.
fn inspect() -> Vec<Command> {
    let visit = id(51);
    vec![
        CheckIn {
            visit,
            outlet: a_candidate().place(),
            checklist: id(6),
            reason: VisitReason::Planned,
            fix: Some(fix_at(HOME, 10)),
            exception: None,
        }
        .into(),
        AnswerItem { visit, item: "warehouse".into(), value: Some(AnswerValue::YesNo(true)), confirmed: false }.into(),
        CheckOut { visit, fix: None, note: String::new() }.into(),
    ]
}

fn stages(stage: &Stage) -> (CandidateStage, Option<AgreementState>) {
    let agreement = stage.world.get::<Agreement>(agreement_id()).map(|agreement| agreement.state);
    (stage.get::<Candidate>(candidate_id()).stage, agreement)
}

#[test]
fn from_a_name_on_the_street_to_a_member_of_the_alliance() {
    use {AgreementState as Paper, CandidateStage as At};
    let street = Stage::rep().having(a_territory(territory(), region())).having(a_dealer()).having(inspection());
    let stage = street.after(AddCandidate { fix: Some(fix_at(HOME, 10)), shopfront: Some(a_snapshot(61)), ..add() });
    assert_eq!(stages(&stage), (At::Lead, None));

    let to_inspect = MoveCandidate { candidate: candidate_id(), stage: At::Inspecting, next: None };
    let stage = inspect().into_iter().fold(stage.after(to_inspect), Stage::after);
    assert!(stage.get::<Visit>(id(51)).score.is_some(), "the place is visited as a shop is");
    assert_eq!(stage.world.all::<LastVisit>().count(), 0, "and is on nobody's route");
    let claim = NoteClaim {
        claim: claim_id(),
        candidate: candidate_id(),
        topic: Topic::Turnover,
        said: a_claim().said,
        witness: Witness::Dealer,
        witness_name: "孟永顺".into(),
    };
    let ask = ProposeCandidate { candidate: candidate_id(), kind: ProposalKind::Qualify, words: "齐了".into() };
    let stage = stage.after(claim).after(ask);
    assert_eq!(stages(&stage), (At::Proposed, None));

    let qualify = RuleCandidate {
        candidate: candidate_id(),
        ruling: CandidateRuling::Qualify,
        item: String::new(),
        words: String::new(),
        until: Some(YEAR_END),
        weighed: Some(Weighed::Pass),
    };
    let stage = handed_to(handed_to(stage.world, Stage::manager()).after(qualify).world, Stage::rep());
    assert_eq!(stages(&stage), (At::Qualified, None));

    let stage = stage.after(draft()).after(sign_off());
    assert_eq!(stages(&stage), (At::Qualified, Some(Paper::Draft)));
    let stage = stage.after(offer());
    assert_eq!(stages(&stage), (At::Signing, Some(Paper::Offered)));
    let stage = Party::ALL.into_iter().fold(stage, |stage, party| stage.after(sign(party)));
    assert_eq!(stages(&stage), (At::Signing, Some(Paper::Signed)));
    let stage = Party::ALL.into_iter().fold(stage, |stage, party| stage.after(hand_copy(party)));

    let stage = handed_to(stage.world, Stage::manager()).after(approve());
    assert_eq!(stages(&stage), (At::Member, Some(Paper::Active)));
    assert!(in_force(stage.get::<Agreement>(agreement_id()), DAY));
    assert_eq!(stage.get::<Alliance>(alliance_id()), &an_alliance());
    let minute = &stage.get::<Candidate>(candidate_id()).minutes[0];
    assert_eq!((minute.ruling, minute.proposed_by.as_str()), (CandidateRuling::Qualify, "李娜"));
}

#[test]
fn whoever_has_an_offer_is_not_cut_before_it_is_sent_back() {
    let signing = Candidate { stage: CandidateStage::Signing, ..qualified() };
    let stage = with(Stage::manager(), signing).having(Agreement { state: AgreementState::Offered, ..an_agreement() });
    let cut = RuleCandidate {
        candidate: candidate_id(),
        ruling: CandidateRuling::Eliminate,
        item: "仓库".into(),
        words: String::new(),
        until: None,
        weighed: None,
    };
    let runs = Refusal::AgreementRuns { number: an_agreement().number() };
    assert_eq!(stage.refusal(cut.clone()), runs, "nobody else could have that ground");
    let sent_back = RuleAgreement { agreement: an_agreement().id, approve: false, words: "换人".into() };
    let stage = stage.after(sent_back).after(cut);
    assert_eq!(stages(&stage), (CandidateStage::Eliminated, Some(AgreementState::Draft)));
}

#[test]
fn whoever_is_out_of_the_alliance_may_be_found_anew_and_signs_nothing_before() {
    let member = Candidate { stage: CandidateStage::Member, ..qualified() };
    let stage = with(Stage::manager(), member).having(active(an_agreement())).having(an_alliance());
    let exit = RuleCandidate {
        candidate: candidate_id(),
        ruling: CandidateRuling::Exit,
        item: String::new(),
        words: "停业".into(),
        until: None,
        weighed: None,
    };
    let runs = Refusal::AgreementRuns { number: an_agreement().number() };
    assert_eq!(stage.refusal(exit.clone()), runs, "their ground would stay closed to everybody");
    let known = with(Stage::manager(), Candidate { stage: CandidateStage::Member, ..qualified() });
    let known = known.having(active(an_agreement())).having(an_alliance()).after(end());
    assert!(known.decide(exit.clone()).is_ok(), "its end is written down");
    let stage = on(stage, date(2026, 5, 1)).after(end()).after(exit);
    assert_eq!(stages(&stage), (CandidateStage::Left, Some(AgreementState::Ended)));
    let again = DraftAgreement { agreement: id(202), ..draft() };
    assert_eq!(stage.refusal(again), Refusal::StageUnfit { stage: CandidateStage::Left });
    assert!(stage.decide(AddCandidate { candidate: id(185), ..add() }).is_ok());
}
